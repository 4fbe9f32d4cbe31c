package data_test

import (
	"testing"

	"tradewind/data"

	"pgregory.net/rapid"
)

func TestStockIsValuedAtMovingAverage(t *testing.T) {
	at := func(cost data.UnitPrice) *data.UnitPrice { return &cost }
	var have data.Quantity
	var value data.StockValue
	for i, step := range []struct {
		change data.Quantity
		cost   *data.UnitPrice
		value  string // afterwards
	}{
		{10_000, at(1_000_000), "10.00"},
		{10_000, at(3_000_000), "40.00"}, // 20 at 2 on average
		{-5_000, nil, "30.00"},
		{1_000, nil, "32.00"}, // found again: worth the average
		{-3_000, nil, "26.00"},
		{-13_000, nil, "0.00"}, // the last take all that is left
		{-4_000, nil, "0.00"},  // sent before its receipt
		{10_000, at(2_500_000), "15.00"},
	} {
		value += data.MovingAverage(have, value, step.change, step.cost)
		if have += step.change; value.String() != step.value {
			t.Errorf("after step %d, %s units are worth %s; want %s", i+1, have, value, step.value)
		}
	}
	cost := data.UnitPrice(400_000)
	if got := data.MovingAverage(5_000_000, 0, 1_500_000, &cost); got.String() != "2600.00" {
		t.Errorf("1500 at 0.40 on 5000 of no known cost add %s; want 2600.00 for all", got)
	}
	if got := value.Average(have); got.String() != "2.5" {
		t.Errorf("on average %s; want 2.5", got)
	}
}

func TestNothingIsLostInMovingAverages(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var have data.Quantity
		var value, in, out data.StockValue
		for range rapid.IntRange(1, 60).Draw(rt, "steps") {
			change := data.Quantity(rapid.Int64Range(1, 1_000_000).Draw(rt, "in"))
			cost := data.UnitPrice(rapid.Int64Range(0, 5_000_000_000).Draw(rt, "cost"))
			more := data.MovingAverage(have, value, change, &cost)
			have, value, in = have+change, value+more, in+more
			leave := data.Quantity(rapid.Int64Range(0, int64(have)).Draw(rt, "out"))
			less := data.MovingAverage(have, value, -leave, nil)
			have, value, out = have-leave, value+less, out-less
			if value < 0 || have == 0 && value != 0 || in-out != value {
				rt.Fatalf("%s units are worth %s after %s came in and %s left", have, value, in, out)
			}
		}
	})
}

func TestACounterEntryTakesBackNoMoreThanThereIs(t *testing.T) {
	for _, c := range []struct {
		have   data.Quantity
		value  data.StockValue
		change data.Quantity
		added  data.StockValue
		want   data.StockValue
	}{
		{20_000, 40_000_000, -10_000, 30_000_000, -30_000_000},
		{10_000, 20_000_000, -10_000, 30_000_000, -20_000_000}, // all goes
		{12_000, 20_000_000, -10_000, 30_000_000, -20_000_000}, // dearer than what is left
		{10_000, 20_000_000, 5_000, -10_000_000, 10_000_000},   // what had left comes back
	} {
		if got := data.Countered(c.have, c.value, c.change, c.added); got != c.want {
			t.Errorf("Countered(%s, %s, %s, %s) = %s; want %s", c.have, c.value, c.change, c.added, got, c.want)
		}
	}
}

func TestALotThatExpiresUnderWayOrHasExpiredIsWarnedOf(t *testing.T) {
	sent := data.StockTransfer{Expected: "2026-12-10", Lines: []data.StockTransferLine{
		{SKU: "A", Lot: "OLD", Expiry: "2026-11-22"}, {SKU: "B", Lot: "SOON", Expiry: "2026-12-09"}, {SKU: "C", Lot: "LAST", Expiry: "2026-12-10"}, {SKU: "D"},
	}}
	got := sent.Warnings("2026-11-23")
	if len(got) != 2 || got[0].Key != "problem.lot_expired" || got[0].Field != "lines.1.lot" || got[1].Key != "problem.lot_expires_under_way" || got[1].Args["Lot"] != "SOON" {
		t.Errorf("warned of %+v", got)
	}
	if sent.Expected = ""; len(sent.Warnings("2026-11-23")) != 1 {
		t.Error("nobody said when it arrives, yet more is warned of")
	}
}
