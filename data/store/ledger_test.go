package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"

	"pgregory.net/rapid"
)

func TestWhateverPeopleDoWithStockItsRulesHold(t *testing.T) {
	done := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		st := openAt(t, filepath.Join(t.TempDir(), "yard.db"))
		defer st.Close()
		y := newYard(t, st)
		y.bought(t)
		for _, sku := range y.skus { // each was received once, so its stock is kept
			if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: sku, Quantity: 10_000, Reason: data.Received}}); err != nil {
				rt.Fatalf("receive: %v", err)
			}
		}
		for range rapid.IntRange(5, 40).Draw(rt, "steps") {
			what, err := y.step(t.Context(), rapidDraws{rt})
			if err == nil {
				done[what]++
			} else if !refusal(err) {
				rt.Fatalf("%s: %v", what, err)
			}
			y.sound(t.Context(), rt)
		}
		if report, err := st.Backups.Verify(t.Context()); err != nil || len(report.Faults) > 0 {
			rt.Fatalf("verify: %v %v", report.Faults, err)
		}
	})
	t.Logf("done: %v", done)
	if testing.Short() {
		return // too few cases to expect one of each
	}
	for _, what := range []string{"receive", "reserve", "reserve all", "free", "ship", "send", "arrive", "count", "write off", "undo", "smaller", "cancel", "open take", "count take", "post take", "order", "deliver", "take back"} {
		if done[what] == 0 {
			t.Errorf("%s was never done, only refused: the test proves nothing of it", what)
		}
	}
}

// plainDraws is a small random source that needs no test.
type plainDraws struct{ seed uint64 }

func (d *plainDraws) in(_ string, from, to int) int {
	d.seed = d.seed*6364136223846793005 + 1442695040888963407
	return from + int(d.seed>>33)%(to-from+1)
}

func TestTwoWritersAtOnceBreakNoRuleOfTheLedger(t *testing.T) {
	path := filepath.Join(t.TempDir(), "yard.db")
	first := openAt(t, path)
	y := newYard(t, first)
	var wg sync.WaitGroup
	for n := range 2 {
		st := openAt(t, path) // a handle of its own, as another program's
		wg.Go(func() {
			mine := &yard{st: st, skus: y.skus, orders: y.orders}
			d := &plainDraws{uint64(n) + 1}
			for range 150 {
				if what, err := mine.step(t.Context(), d); err != nil && !refusal(err) {
					t.Errorf("writer %d: %s: %v", n, what, err)
					return
				}
			}
		})
	}
	wg.Wait()
	report := must[store.Report](t)(first.Backups.Verify(t.Context()))
	if len(report.Faults) > 0 || report.Records["movement"] < 50 {
		t.Errorf("after two writers: %v; %d movements", report.Faults, report.Records["movement"])
	}
}

func TestTheLastCartonIsPromisedOnlyOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "yard.db")
	first := openAt(t, path)
	y := newYard(t, first)
	if err := first.Stock.Move(t.Context(), []data.Movement{{SKU: "A", Quantity: 5_000, Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	second := openAt(t, path)
	won := make([]error, 2)
	var wg sync.WaitGroup
	for n, st := range []*store.Store{first, second} {
		wg.Go(func() {
			won[n] = st.Stock.Reserve(t.Context(), y.orders[n].ID, []data.Reservation{{Line: 1, Quantity: 5_000}})
		})
	}
	wg.Wait()
	if (won[0] == nil) == (won[1] == nil) {
		t.Fatalf("two windows reserved the same five: %v, %v", won[0], won[1])
	}
	lost := errors.Join(won...)
	var wrong data.Problems
	if !errors.As(lost, &wrong) || wrong[0].Key != "problem.stock_reserved" || wrong[0].Args["SKU"] != "A" {
		t.Errorf("the loser hears %v; want that A is kept for another", lost)
	}
}

func TestWhatWasCountedIsTrueAlsoAgainstReservations(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: 10_000, Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	for n, q := range []data.Quantity{6_000, 4_000} {
		if err := st.Stock.Reserve(ctx, y.orders[n].ID, []data.Reservation{{Line: 1, Quantity: q}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := st.Stock.Count(ctx, []data.Level{{SKU: "A", Quantity: 7_000}}, "sheet 1"); err != nil {
		t.Fatal(err)
	}
	for n, want := range []data.Quantity{6_000, 1_000} { // the later promise gives way
		kept := must[[]data.Reservation](t)(st.Stock.Reservations(ctx, y.orders[n].ID))
		if len(kept) != 1 || kept[0].Quantity != want {
			t.Errorf("order %d keeps %+v; want %s", n+1, kept, want)
		}
	}
	y.sound(ctx, t)
	wellKept(t, st)
}

func TestWhatExpiresFirstLeavesFirstAndWhatHasExpiredLast(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	today := data.DateOf(clock()())
	next, after := data.DateOf(today.Time().AddDate(0, 1, 0)), data.DateOf(today.Time().AddDate(0, 2, 0))
	gone := data.DateOf(today.Time().AddDate(0, -1, 0))
	var in []data.Movement
	for lot, expiry := range map[string]data.Date{"old": gone, "soon": next, "later": after, "": ""} {
		in = append(in, data.Movement{SKU: "A", Lot: lot, Expiry: expiry, Quantity: 2_000, Reason: data.Received})
	}
	if err := st.Stock.Move(ctx, in); err != nil {
		t.Fatal(err)
	}
	if err := y.ship(ctx, y.orders[0], data.ShipmentLine{Line: 1, Quantity: 5_000}, mainYard); err != nil {
		t.Fatal(err)
	}
	left := map[string]data.Quantity{}
	for _, l := range must[[]data.Level](t)(st.Stock.Levels(ctx, store.Query{})) {
		left[l.Lot] = l.Quantity
	}
	if want := fmt.Sprint(map[string]data.Quantity{"old": 2_000, "soon": 0, "later": 0, "": 1_000}); fmt.Sprint(left) != want {
		t.Errorf("left are %v; want %v", left, want)
	}
}

func TestMoreThanIsThereCantLeaveUnlessTheCompanyAllowsIt(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	if err := y.ship(ctx, y.orders[0], data.ShipmentLine{Line: 2, Quantity: 3_000}, mainYard); err != nil {
		t.Errorf("an article whose stock was never booked can't be sent: %v", err)
	}
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: 2_000, Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	err := y.ship(ctx, y.orders[0], data.ShipmentLine{Line: 1, Quantity: 3_000}, mainYard)
	var wrong data.Problems
	if !errors.As(err, &wrong) || wrong[0].Key != "problem.stock_short" || wrong[0].Args["Missing"] != "1" {
		t.Errorf("sending three of two gives %v %+v", err, wrong)
	}
	c := must[data.Company](t)(st.Company.Get(ctx))
	c.NegativeStock = true
	must[data.Company](t)(st.Company.Save(ctx, c))
	if err := y.ship(ctx, y.orders[0], data.ShipmentLine{Line: 1, Quantity: 3_000}, mainYard); err != nil {
		t.Errorf("although the company allows it: %v", err)
	}
}

func TestATransferIsOnTheWayUntilItArrives(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Lot: "L", Quantity: 10_000, Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	tr := must[data.StockTransfer](t)(st.Stock.Transfer(ctx, data.StockTransfer{To: overseas, Lines: []data.StockTransferLine{{SKU: "A", Quantity: 8_000}}}))
	p := must[data.Product](t)(st.Products.BySKU(ctx, "A"))
	id := p.Variants[0].ID
	holds := func(onHand, way data.Quantity) {
		t.Helper()
		if h := must[map[int64]data.Holding](t)(st.Stock.Holdings(ctx, []int64{id}))[id]; h.OnHand != onHand || h.InTransit != way {
			t.Errorf("%+v; want %s on hand, %s on the way", h, onHand, way)
		}
	}
	holds(2_000, 8_000)
	tr = must[data.StockTransfer](t)(st.Stock.Arrive(ctx, tr.No, []data.StockTransferLine{{SKU: "A", Quantity: 5_000}}, false))
	if len(tr.Lines) != 1 || tr.Lines[0].Quantity != 8_000 || tr.Lines[0].Open != 3_000 || tr.Lines[0].Lot != "L" {
		t.Errorf("after five of eight arrived: %+v", tr.Lines)
	}
	holds(7_000, 3_000)
	if _, err := st.Stock.Arrive(ctx, tr.No, []data.StockTransferLine{{SKU: "A", Quantity: 4_000}}, false); !refusal(err) {
		t.Errorf("four of three arrived: %v", err)
	}
	must[data.StockTransfer](t)(st.Stock.Arrive(ctx, tr.No, nil, true))
	holds(7_000, 0)
	if open := must[[]data.StockTransfer](t)(st.Stock.Transfers(ctx, true, 10)); len(open) != 0 {
		t.Errorf("still on the way: %+v", open)
	}
	y.sound(ctx, t)
	wellKept(t, st)
}

func TestStockOfAPastMomentIsTheLedgersSumUntilThen(t *testing.T) {
	at := clock()()
	now := at
	st := must[*store.Store](t)(store.Open(t.Context(), filepath.Join(t.TempDir(), "past.db"), store.Options{Now: func() time.Time { return now }}))
	defer st.Close()
	y := newYard(t, st)
	for day := range 3 {
		now = at.AddDate(0, 0, day)
		if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: "A", Quantity: 1_000, Reason: data.Received}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := st.Stock.Reserve(t.Context(), y.orders[0].ID, []data.Reservation{{Line: 1, Quantity: 2_000}}); err != nil {
		t.Fatal(err)
	}
	id := must[data.Product](t)(st.Products.BySKU(t.Context(), "A")).Variants[0].ID
	for day, want := range []data.Holding{{OnHand: 1_000}, {OnHand: 2_000}, {OnHand: 3_000, Reserved: 2_000}} {
		h := must[map[int64]data.Holding](t)(st.Stock.HoldingsAt(t.Context(), []int64{id}, at.AddDate(0, 0, day)))[id]
		if h.OnHand != want.OnHand || h.Reserved != want.Reserved {
			t.Errorf("day %d: %+v; want %+v", day, h, want)
		}
	}
}

func TestTakingAReservationBackGivesTheGoodsFree(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: 10_000, Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	if err := st.Stock.Reserve(ctx, y.orders[0].ID, []data.Reservation{{Line: 1, Quantity: 6_000}}); err != nil {
		t.Fatal(err)
	}
	last := must[[]store.Entry](t)(st.Journal.Last(ctx, 1))
	for _, want := range []int{0, 1} { // taken back, and that taken back
		if err := st.Journal.Undo(ctx, last[0].Batch); err != nil {
			t.Fatal(err)
		}
		if kept := must[[]data.Reservation](t)(st.Stock.Reservations(ctx, y.orders[0].ID)); len(kept) != want {
			t.Errorf("%d reservations after taking back; want %d", len(kept), want)
		}
		last = must[[]store.Entry](t)(st.Journal.Last(ctx, 1))
	}
	wellKept(t, st)
}

func TestStockIsWorthWhatItCostOnAverage(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	id := must[data.Product](t)(st.Products.BySKU(ctx, "A")).Variants[0].ID
	worth := func(want string) {
		t.Helper()
		if h := must[map[int64]data.Holding](t)(st.Stock.Holdings(ctx, []int64{id}))[id]; h.Value.String() != want {
			t.Errorf("%s on hand and %s on the way are worth %s; want %s", h.OnHand, h.InTransit, h.Value, want)
		}
	}
	for _, cost := range []data.UnitPrice{2_000_000, 4_000_000} {
		if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: 10_000, Reason: data.Received, Cost: &cost}}); err != nil {
			t.Fatal(err)
		}
	}
	worth("60.00")
	if err := y.ship(ctx, y.orders[0], data.ShipmentLine{Line: 1, Quantity: 5_000}, mainYard); err != nil {
		t.Fatal(err)
	}
	worth("45.00")
	must[data.StockTransfer](t)(st.Stock.Transfer(ctx, data.StockTransfer{To: overseas, Lines: []data.StockTransferLine{{SKU: "A", Quantity: 10_000}}}))
	worth("45.00") // it only lies elsewhere
	last := must[[]store.Entry](t)(st.Journal.Last(ctx, 3))
	if err := st.Journal.Undo(ctx, last[0].Batch); err != nil {
		t.Fatal(err)
	}
	worth("45.00")
	wellKept(t, st)
}
