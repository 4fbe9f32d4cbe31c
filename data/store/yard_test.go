package store_test

import (
	"context"
	"errors"
	"testing"

	"tradewind/data"
	"tradewind/data/store"

	"pgregory.net/rapid"
)

// yard is a firm with three articles, two warehouses and a few orders, on which a test does at random what people do
// with stock. What it may refuse it refuses with Problems; whatever else happens, the rules of the ledger hold.
type yard struct {
	st     *store.Store
	skus   []string
	orders []data.Order
	done   map[string]int // how often each thing was done, not refused
}

const (
	mainYard = ""
	overseas = "ROTTERDAM"
)

// newYard makes the firm.
func newYard(t testing.TB, st *store.Store) *yard {
	t.Helper()
	ctx := t.Context()
	y := &yard{st: st, skus: []string{"A", "B", "C"}, done: map[string]int{}}
	must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: "K", Party: data.Party{Name: "Kunde"}, Roles: []data.Role{data.Customer}}))
	for _, sku := range y.skus {
		must[data.Product](t)(st.Products.Save(ctx, product(sku, "Article "+sku, "货品")))
	}
	for range 3 {
		o := data.Order{Customer: "K", Currency: "USD"}
		for _, sku := range y.skus {
			o.Lines = append(o.Lines, data.OrderLine{SKU: sku, Quantity: 20_000, Unit: "PCS", Price: 1_000_000})
		}
		y.orders = append(y.orders, must[data.Order](t)(st.Orders.Save(ctx, o)))
	}
	return y
}

// bought orders goods of which half came, so that there is something to take back from the beginning.
func (y *yard) bought(t testing.TB) {
	t.Helper()
	st, ctx := y.st, t.Context()
	for range 2 { // two, because one may be taken back as a whole
		po := must[data.PurchaseOrder](t)(st.Purchases.Save(ctx, data.PurchaseOrder{Supplier: "K", Currency: "USD", Status: data.PurchaseOrdered, Lines: []data.PurchaseLine{
			{SKU: "A", Quantity: 6_000, Unit: "PCS", Price: 700_000},
		}}))
		if _, err := st.Purchases.Receive(ctx, po.No, data.Receipt{Lines: []data.ReceiptLine{{SKU: "A", Quantity: 3_000}}}); err != nil {
			t.Fatal(err)
		}
	}
}

// draws is where a step's figures come from: rapid, or a plain random source of a writer.
type draws interface {
	in(name string, from, to int) int
}

type rapidDraws struct{ *rapid.T }

func (d rapidDraws) in(name string, from, to int) int {
	return rapid.IntRange(from, to).Draw(d.T, name)
}

// step does one thing with stock.
func (y *yard) step(ctx context.Context, d draws) (what string, err error) {
	sku, place := y.skus[d.in("sku", 0, 2)], []string{mainYard, overseas}[d.in("warehouse", 0, 1)]
	q := data.Quantity(d.in("quantity", 1, 12)) * 1000
	o := y.orders[d.in("order", 0, len(y.orders)-1)]
	lot := []string{"", "L1", "L2"}[d.in("lot", 0, 2)]
	what = []string{"receive", "reserve", "reserve all", "free", "ship", "send", "arrive", "count", "write off", "undo", "smaller", "cancel", "open take", "count take", "post take", "order", "deliver", "take back"}[d.in("what", 0, 17)]
	m := data.Movement{SKU: sku, Warehouse: place, Lot: lot, Quantity: q, Reason: data.Received}
	switch what {
	case "receive":
		cost := data.UnitPrice(d.in("cost", 0, 3_000_000))
		m.Cost = &cost
		err = y.st.Stock.Move(ctx, []data.Movement{m})
	case "write off":
		m.Quantity, m.Reason = -q, data.WrittenOff
		err = y.st.Stock.Move(ctx, []data.Movement{m})
	case "reserve", "free":
		if what == "free" {
			q = 0
		}
		err = y.st.Stock.Reserve(ctx, o.ID, []data.Reservation{{Line: d.in("line", 1, 3), Warehouse: place, Quantity: q}})
	case "reserve all":
		_, err = y.st.Stock.ReserveAll(ctx, o.ID, place)
	case "ship":
		err = y.ship(ctx, o, data.ShipmentLine{Line: d.in("line", 1, 3), Quantity: q}, place)
	case "send":
		_, err = y.st.Stock.Transfer(ctx, data.StockTransfer{From: mainYard, To: overseas, Lines: []data.StockTransferLine{{SKU: sku, Quantity: q}}})
	case "arrive":
		err = y.arrive(ctx, q, d.in("done", 0, 1) == 1)
	case "count":
		err = y.st.Stock.Count(ctx, []data.Level{{SKU: sku, Warehouse: place, Lot: lot, Quantity: q - 1000}}, "count sheet")
	case "undo":
		err = y.undo(ctx, d)
	case "smaller", "cancel":
		err = y.change(ctx, o.ID, what, d.in("line", 1, 3), q)
	case "open take":
		_, err = y.st.StockTakes.Open(ctx, data.StockTake{Warehouse: place, Tolerance: 2000})
	case "count take", "post take":
		err = y.take(ctx, what, data.StockTakeCount{Code: sku, Lot: lot, Add: q}, d.in("not found", 0, 1) == 1)
	case "order":
		_, err = y.st.Purchases.Save(ctx, data.PurchaseOrder{Supplier: "K", Currency: "USD", Status: data.PurchaseOrdered, Lines: []data.PurchaseLine{
			{SKU: sku, Quantity: q, Unit: "PCS", Price: 700_000}, {SKU: "A", Quantity: 3_000, Unit: "PCS", Price: 800_000},
		}})
	case "deliver", "take back":
		err = y.deliver(ctx, what, data.ReceiptLine{SKU: sku, Quantity: q, Warehouse: place, Lot: lot}, d.in("over", 0, 1) == 1)
	}
	return what, err
}

// deliver receives something of the newest purchase order, or takes the first receipt of one of the newest back.
func (y *yard) deliver(ctx context.Context, what string, l data.ReceiptLine, over bool) error {
	list, err := y.st.Purchases.Find(ctx, store.Query{Limit: 6})
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return data.ErrNotFound
	}
	if what == "deliver" {
		if !over { // else the article may be one that wasn't ordered
			l.SKU = list[0].Lines[0].SKU
		}
		l.Done = over
		_, err = y.st.Purchases.Receive(ctx, list[0].No, data.Receipt{Over: over, Lines: []data.ReceiptLine{l}})
		return err
	}
	for _, order := range list {
		came, err := y.st.Purchases.Receipts(ctx, order)
		if err != nil {
			return err
		}
		if len(came) > 0 {
			return y.st.Purchases.TakeBack(ctx, came[0].UUID)
		}
	}
	return data.ErrNotFound
}

// take counts something of the newest stock-take, or posts it.
func (y *yard) take(ctx context.Context, what string, c data.StockTakeCount, notFound bool) error {
	list, err := y.st.StockTakes.Find(ctx, store.Query{Limit: 1})
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return data.ErrNotFound
	}
	if what == "count take" {
		why := data.Damaged
		c.Reason = &why
		_, err = y.st.StockTakes.Count(ctx, list[0].No, []data.StockTakeCount{c}, "")
		return err
	}
	_, err = y.st.StockTakes.Post(ctx, list[0].No, notFound)
	return err
}

// ship sends part of an order.
func (y *yard) ship(ctx context.Context, o data.Order, l data.ShipmentLine, place string) error {
	return y.st.Atomically(ctx, func(st *store.Store) error {
		sh, err := st.Shipments.Save(ctx, data.Shipment{OrderNo: o.No, Warehouse: place, Lines: []data.ShipmentLine{l}})
		if err == nil {
			_, err = st.Shipments.Post(ctx, sh.ID)
		}
		return err
	})
}

// arrive books something of the oldest transfer that is still on the way.
func (y *yard) arrive(ctx context.Context, q data.Quantity, done bool) error {
	open, err := y.st.Stock.Transfers(ctx, true, 100)
	if err != nil || len(open) == 0 {
		return err
	}
	t := open[len(open)-1]
	_, err = y.st.Stock.Arrive(ctx, t.No, []data.StockTransferLine{{SKU: t.Lines[0].SKU, Quantity: q}}, done)
	return err
}

// undo takes one of the last batches back.
func (y *yard) undo(ctx context.Context, d draws) error {
	last, err := y.st.Journal.Last(ctx, 6)
	if err != nil {
		return err
	}
	return y.st.Journal.Undo(ctx, last[d.in("batch", 0, len(last)-1)].Batch)
}

// change makes an order smaller, or cancels it or brings it back.
func (y *yard) change(ctx context.Context, id int64, what string, line int, q data.Quantity) error {
	o, err := y.st.Orders.Get(ctx, id)
	if err != nil {
		return err
	}
	switch {
	case what == "smaller":
		o.Lines[line-1].Quantity = q
	case o.Status == data.Cancelled:
		o.Status = data.Draft
	default:
		o.Status = data.Cancelled
	}
	_, err = y.st.Orders.Save(ctx, o)
	return err
}

// refusal reports whether err is one of those a person may meet.
func refusal(err error) bool {
	var wrong data.Problems
	return errors.As(err, &wrong) || errors.Is(err, data.ErrPosted) || errors.Is(err, data.ErrConflict) || errors.Is(err, data.ErrNotFound)
}

// sound fails the test unless the rules of the ledger hold for every article and its totals are those of its levels.
func (y *yard) sound(ctx context.Context, t interface{ Fatalf(string, ...any) }) {
	levels, err := y.st.Stock.Levels(ctx, store.Query{Limit: 100})
	if err != nil {
		t.Fatalf("levels: %v", err)
	}
	onHand := map[string]data.Quantity{}
	for _, l := range levels {
		if l.Quantity < 0 {
			t.Fatalf("%s in %q lot %q holds %s", l.SKU, l.Warehouse, l.Lot, l.Quantity)
		}
		if l.Warehouse != data.InTransit {
			onHand[l.SKU] += l.Quantity
		}
	}
	for _, sku := range y.skus {
		p, err := y.st.Products.BySKU(ctx, sku)
		if err != nil {
			t.Fatalf("%s: %v", sku, err)
		}
		ids := []int64{p.Variants[0].ID}
		h, err := y.st.Stock.Holdings(ctx, ids)
		if err != nil || h[ids[0]].OnHand != onHand[sku] || h[ids[0]].Reserved > h[ids[0]].OnHand || h[ids[0]].Reserved < 0 {
			t.Fatalf("%s holds %+v, its levels %s; %v", sku, h[ids[0]], onHand[sku], err)
		}
		if one := h[ids[0]]; one.Value < 0 || one.OnHand+one.InTransit == 0 && one.Value != 0 {
			t.Fatalf("%s on hand and %s on the way are worth %s", one.OnHand, one.InTransit, one.Value)
		}
	}
}
