package data_test

import (
	"fmt"
	"strings"
	"testing"

	"tradewind/data"
)

func TestStockIsWarnedOfInThreeSteps(t *testing.T) {
	lot := func(name string, q data.Quantity, expiry data.Date) data.Level {
		return data.Level{Lot: name, Quantity: q, Expiry: expiry}
	}
	for _, tt := range []struct {
		name         string
		safety, most data.Quantity
		onHand       data.Quantity
		reserved     data.Quantity
		lots         []data.Level
		days         int
		want         string
	}{
		{"enough", 10_000, 100_000, 50_000, 0, nil, 90, ""},
		{"no line at all", 0, 0, 0, 0, nil, 90, ""},
		{"at the safety stock", 10_000, 0, 10_000, 0, nil, 90, "safety-stock 10 10"},
		{"a thousandth above it", 10_000, 0, 10_001, 0, nil, 90, ""},
		{"below zero", 10_000, 0, -1_000, 0, nil, 90, "safety-stock -1 10"},
		{"at the warning line", 0, 100_000, 100_000, 0, nil, 90, ""},
		{"above the warning line", 10_000, 100_000, 100_001, 0, nil, 90, "overstock 100.001 100"},
		{"above it, but kept for orders", 10_000, 100_000, 150_000, 50_000, nil, 90, ""},
		{"above it beside what is kept", 10_000, 100_000, 150_000, 49_999, nil, 90, "overstock 150 100"},
		{"at the safety stock, part of it kept", 10_000, 0, 10_001, 5_000, nil, 90, ""},
		{"lines the wrong way round", 100_000, 10_000, 50_000, 0, nil, 90, "safety-stock 50 100"},
		{"lots", 0, 0, 9_000, 0, []data.Level{
			lot("gone", 1_000, "2026-11-21"), lot("today", 1_000, "2026-11-22"), lot("last", 1_000, "2027-02-20"),
			lot("later", 1_000, "2027-02-21"), lot("empty", 0, "2026-11-21"), lot("never", 1_000, ""),
		}, 90, "expiry gone -1, expiry today 0, expiry last 90"},
		{"short and expiring", 10_000, 0, 1_000, 0, []data.Level{lot("A", 1_000, "2026-12-01")}, 9, "safety-stock 1 10, expiry A 9"},
		{"a shorter notice", 0, 0, 1_000, 0, []data.Level{lot("A", 1_000, "2026-12-01")}, 8, ""},
	} {
		var got []string
		for _, a := range data.StockAlerts(data.Product{SafetyStock: tt.safety, MaxStock: tt.most}, tt.onHand, tt.reserved, tt.lots, "2026-11-22", tt.days) {
			if a.Step == data.Expiring {
				got = append(got, fmt.Sprintf("%s %s %d", a.Step, a.Lot.Lot, a.Days))
				continue
			}
			got = append(got, fmt.Sprintf("%s %s %s", a.Step, a.OnHand, a.Line))
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s: %q; want %q", tt.name, s, tt.want)
		}
	}
}

func TestTheCompanySaysHowEarlyALotIsNamed(t *testing.T) {
	if got := (data.Company{}).NoticeDays(); got != 90 {
		t.Errorf("without a figure %d days; want 90", got)
	}
	if got := (data.Company{ExpiryDays: 30}).NoticeDays(); got != 30 {
		t.Errorf("%d days; want 30", got)
	}
}
