package store_test

import (
	"errors"
	"testing"

	"tradewind/data"
)

// passing returns what ends the test unless something worked.
func passing(t testing.TB) func(error) {
	return func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestAnOutlookCountsWhatIsFreeOnTheWayAndPromised(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	ok := passing(t)
	ok(st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: 100_000, Reason: data.Received}}))
	sent := must[data.StockTransfer](t)(st.Stock.Transfer(ctx, data.StockTransfer{To: overseas, Expected: "2027-01-10", Lines: []data.StockTransferLine{{SKU: "A", Quantity: 30_000}}}))
	must[data.StockTransfer](t)(st.Stock.Arrive(ctx, sent.No, []data.StockTransferLine{{SKU: "A", Quantity: 10_000}}, false))
	o := y.orders[0] // 20 of A
	a := o.Lines[0].VariantID
	outlook := func(except int64) data.Outlook {
		t.Helper()
		return must[map[int64]data.Outlook](t)(st.Stock.Outlooks(ctx, []int64{a, o.Lines[1].VariantID}, "2026-12-01", except))[a]
	}
	if got := outlook(0); got.Promisable("2026-12-01") != 80_000 || got.Promisable("2027-01-10") != 100_000 {
		t.Errorf("a quotation binds: %+v", got)
	}
	o.Status, o.RequiredDate = data.Confirmed, "2027-01-05"
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	if got := outlook(0); got.Promisable("2026-12-01") != 60_000 || got.Promisable("2027-01-10") != 80_000 {
		t.Errorf("confirmed: %+v", got)
	}
	if got := outlook(o.ID); got.Promisable("2026-12-01") != 80_000 {
		t.Errorf("its own lines are counted against it: %+v", got)
	}
	o.Lines[0].PreSale, o.Lines[0].Promise = true, "2027-01-20"
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	days := outlook(0).Days
	if len(days) != 3 || days[2].Date != "2027-01-20" || days[2].Left != 80_000 || days[1].Left != 100_000 {
		t.Errorf("promised for a later day: %+v", days)
	}
	ok(st.Stock.Reserve(ctx, o.ID, []data.Reservation{{Line: 1, Quantity: 15_000}}))
	if days := outlook(0).Days; len(days) != 3 || days[0].Left != 65_000 || days[2].Left != 80_000 {
		t.Errorf("15 of 20 reserved: %+v", days)
	}
	ok(st.Journal.Undo(ctx, lastBatch(t, st)))
	ok(st.Journal.Undo(ctx, must[[]string](t)(batchesBefore(t, y, o))[0])) // the save of the promise
	if o = must[data.Order](t)(st.Orders.Get(ctx, o.ID)); o.Lines[0].PreSale || o.Lines[0].Promise != "" {
		t.Errorf("the promise wasn't taken back: %+v", o.Lines[0])
	}
	o.Lines[0].PreSale = true
	var wrong data.Problems
	if _, err := st.Orders.Save(ctx, o); !errors.As(err, &wrong) || wrong[0].Field != "lines.1.promise_date" {
		t.Errorf("a pre-sale without a day: %v", err)
	}
}

// batchesBefore returns the batches of an order's saves, the newest first.
func batchesBefore(t *testing.T, y *yard, o data.Order) (list []string, err error) {
	t.Helper()
	saves, err := y.st.Journal.History(t.Context(), o.UUID)
	for _, s := range saves {
		list = append(list, s.Batch)
	}
	return list, err
}

func TestWhatWillHaveExpiredIsPromisedToNobody(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	ok := passing(t)
	today := data.DateOf(must[data.Order](t)(st.Orders.Get(ctx, y.orders[0].ID)).ChangedAt)
	soon := today.After(10)
	ok(st.Stock.Move(ctx, []data.Movement{
		{SKU: "A", Quantity: 15_000, Reason: data.Received, Lot: "L1", Expiry: soon},
		{SKU: "A", Quantity: 8_000, Reason: data.Received},
	}))
	o := y.orders[0] // 20 of A
	a := o.Lines[0].VariantID
	outlook := func() data.Outlook {
		t.Helper()
		return must[map[int64]data.Outlook](t)(st.Stock.Outlooks(ctx, []int64{a}, today, 0))[a]
	}
	if got := outlook(); got.Promisable(soon) != 23_000 || got.Promisable(soon.After(1)) != 8_000 {
		t.Errorf("a lot that expires: %+v", got.Days)
	}
	o.Status, o.Lines[0].PreSale, o.Lines[0].Promise = data.Confirmed, true, soon.After(1)
	var wrong data.Problems
	if _, err := st.Orders.Save(ctx, o); !errors.As(err, &wrong) || wrong[0].Field != "lines.1.promise_date" {
		t.Errorf("20 promised for the day after the lot expired: %v", err)
	}
	o.Lines[0].Promise = soon
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	if got := outlook(); got.Promisable(today) != 3_000 || got.Promisable(soon.After(1)) != 3_000 {
		t.Errorf("promised, the lot first: %+v", got.Days)
	}
	ok(st.Stock.Reserve(ctx, o.ID, []data.Reservation{{Line: 1, Quantity: 20_000}}))
	if got := outlook(); got.Promisable(today) != 3_000 || got.Promisable(soon.After(1)) != 3_000 {
		t.Errorf("reserved: %+v", got.Days)
	}
}

func TestWhatHasExpiredIsKeptForNobody(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	o := y.orders[0] // 20 of A
	today := data.DateOf(must[data.Order](t)(st.Orders.Get(ctx, o.ID)).ChangedAt)
	if err := st.Stock.Move(ctx, []data.Movement{
		{SKU: "A", Quantity: 15_000, Reason: data.Received, Lot: "OLD", Expiry: today.After(-1)},
		{SKU: "A", Quantity: 4_000, Reason: data.Received, Lot: "LAST DAY", Expiry: today},
		{SKU: "A", Quantity: 8_000, Reason: data.Received},
	}); err != nil {
		t.Fatal(err)
	}
	supply := must[data.Supply](t)(st.Stock.Supply(ctx, o.ID, []int64{o.Lines[0].VariantID}, today))
	if got := supply.Of(o.Lines)[0]; got.Here != 12_000 || got.Ready != 12_000 || got.Claimed != 0 {
		t.Errorf("of 12 good and 15 expired, at once %d, ready %d, promised to others %d", got.Here, got.Ready, got.Claimed)
	}
	var wrong data.Problems
	err := st.Stock.Reserve(ctx, o.ID, []data.Reservation{{Line: 1, Quantity: 13_000}})
	if !errors.As(err, &wrong) || wrong[0].Key != "problem.reserved_expired" || wrong[0].Args["Free"] != "12" || wrong[0].Args["Expired"] != "15" {
		t.Errorf("13 kept of 12 good ones: %v", err)
	}
	short := must[[]data.Reservation](t)(st.Stock.ReserveAll(ctx, o.ID, ""))
	if len(short) == 0 || short[0].Line != 1 || short[0].Quantity != 8_000 {
		t.Errorf("all that can be kept: %+v", short)
	}
	if list := must[[]data.Reservation](t)(st.Stock.Reservations(ctx, o.ID)); len(list) == 0 || list[0].Quantity != 12_000 {
		t.Errorf("kept: %+v", list)
	}
	if err := st.Stock.Reserve(ctx, o.ID, []data.Reservation{{Line: 1, Quantity: 5_000}}); err != nil {
		t.Errorf("less can always be kept: %v", err)
	}
}
