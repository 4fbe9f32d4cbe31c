package store_test

import (
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

func TestGoodsOnTheWayArePromisedOnlyOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "yard.db")
	first := openAt(t, path)
	y := newYard(t, first)
	ctx := t.Context()
	if err := first.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: 30_000, Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	must[data.StockTransfer](t)(first.Stock.Transfer(ctx, data.StockTransfer{To: overseas, Expected: "2099-01-10", Lines: []data.StockTransferLine{{SKU: "A", Quantity: 30_000}}}))
	for n := range 2 { // as quotations both may promise the 30 that are on the way
		o := y.orders[n]
		o.Lines[0].PreSale, o.Lines[0].Promise = true, "2099-01-10"
		y.orders[n] = must[data.Order](t)(first.Orders.Save(ctx, o)) // 20 of A
	}
	second := openAt(t, path)
	won := make([]error, 2)
	var wg sync.WaitGroup
	for n, st := range []*store.Store{first, second} {
		wg.Go(func() {
			o := y.orders[n]
			o.Status = data.Confirmed
			_, won[n] = st.Orders.Save(ctx, o)
		})
	}
	wg.Wait()
	if (won[0] == nil) == (won[1] == nil) {
		t.Fatalf("two windows promised the same goods: %v, %v", won[0], won[1])
	}
	var wrong data.Problems
	if !errors.As(errors.Join(won...), &wrong) || wrong[0].Key != "problem.promise" || wrong[0].Args["Left"] != "10" || wrong[0].Field != "lines.1.promise_date" {
		t.Errorf("the loser hears %v; want that 10 are left", wrong)
	}
}

func TestAPromiseIsHeldToWhenItIsMadeNotAfterwards(t *testing.T) {
	st := open(t)
	y := newYard(t, st)
	ctx := t.Context()
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: 25_000, Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	save := func(change func(*data.Order)) error {
		o := must[data.Order](t)(st.Orders.Get(ctx, y.orders[0].ID))
		change(&o)
		_, err := st.Orders.Save(ctx, o)
		return err
	}
	sold := func(o *data.Order) {
		o.Status, o.Lines[0].PreSale, o.Lines[0].Promise = data.Confirmed, true, "2099-01-10"
	}
	if err := save(sold); err != nil { // 20 of 25
		t.Fatal(err)
	}
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "A", Quantity: -25_000, Reason: data.WrittenOff}}); err != nil {
		t.Fatal(err)
	}
	if err := save(func(o *data.Order) { o.Notes = "burnt" }); err != nil {
		t.Errorf("an order whose promise was broken by a fire can't be edited: %v", err)
	}
	var wrong data.Problems
	if err := save(func(o *data.Order) { o.Lines[0].Quantity = 21_000 }); !errors.As(err, &wrong) {
		t.Errorf("one more is promised of goods that are gone: %v", err)
	}
	p := must[data.Product](t)(st.Products.BySKU(ctx, "A"))
	p.LeadTime = "30 days"
	must[data.Product](t)(st.Products.Save(ctx, p))
	if err := save(func(o *data.Order) { o.Lines[0].Quantity = 21_000 }); err != nil {
		t.Errorf("the supplier can bring it by then: %v", err)
	}
	if err := save(func(o *data.Order) { o.Lines[0].Promise = "2000-01-01" }); !errors.As(err, &wrong) || wrong[0].Key != "problem.promise_by" {
		t.Errorf("but not yesterday: %v", err)
	}
	c := must[data.Company](t)(st.Company.Get(ctx))
	c.NegativeStock, c.Name = true, "F"
	must[data.Company](t)(st.Company.Save(ctx, c))
	if err := save(func(o *data.Order) { o.Lines[0].Promise = "2000-01-01" }); err != nil {
		t.Errorf("who allows negative stock isn't held to it: %v", err)
	}
}
