package store_test

import (
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// twoOrders are confirmed orders of one buyer over a stocked article: 60 and 40 pieces.
func twoOrders(t *testing.T) (*store.Store, data.Order, data.Order) {
	t.Helper()
	st := shelf(t, map[string]int64{"A": 500, "B": 500})
	ctx := t.Context()
	buyer := must[data.Partner](t)(st.Partners.Save(ctx, data.Partner{Code: "LUX", Party: data.Party{Name: "Lux"}, Roles: []data.Role{data.Customer}}))
	order := func(no string, a, b int64) data.Order {
		return must[data.Order](t)(st.Orders.Save(ctx, data.Order{
			No: no, CustomerID: buyer.ID, Currency: "USD", Status: data.Confirmed, Freight: 1000, Charges: []data.Charge{{Name: "Packing", Minor: 101}},
			Lines: []data.OrderLine{
				{SKU: "A", Quantity: data.Pieces(a), Unit: "PCS", Price: 1_000_000}, {SKU: "B", Quantity: data.Pieces(b), Unit: "PCS", Price: 2_500_000},
			},
		}))
	}
	return st, order("SO-1", 60, 10), order("SO-2", 40, 20)
}

func TestGoodsOfTwoOrdersTravelInOneShipment(t *testing.T) {
	st, first, second := twoOrders(t)
	ctx := t.Context()
	if _, err := st.Stock.ReserveAll(ctx, second.ID, ""); err != nil {
		t.Fatal(err)
	}
	sh := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: "SO-1", Lines: []data.ShipmentLine{
		{Line: 1, Quantity: data.Pieces(60)}, {OrderNo: "SO-2", Line: 2, Quantity: data.Pieces(20)},
	}}))
	if len(sh.Parts) != 2 || sh.Lines[1].OrderNo != "SO-2" || sh.Lines[1].Line != 2 || sh.Freight != sh.Parts[0].Freight+sh.Parts[1].Freight {
		t.Fatalf("saved %+v", sh)
	}
	for _, o := range []data.Order{first, second} {
		if list := must[[]data.Shipment](t)(st.Shipments.OfOrder(ctx, o.ID)); len(list) != 1 || list[0].No != sh.No {
			t.Errorf("%s has shipments %+v", o.No, list)
		}
	}
	src := must[data.Source](t)(st.Source(ctx, sh.No))
	if len(src.Orders) != 2 || len(src.Order.Lines) != 4 || src.Shipment.Lines[1].Line != 4 {
		t.Errorf("papers are made of %d orders, lines %+v", len(src.Orders), src.Shipment.Lines)
	}
	must[data.Shipment](t)(st.Shipments.Post(ctx, sh.ID))
	progress := must[[]data.LineProgress](t)(st.Orders.Progress(ctx, second.ID))
	if p := progress[1]; p.Shipped != data.Pieces(20) || p.Remaining != 0 || p.Reserved != 0 || progress[0].Reserved != data.Pieces(40) {
		t.Errorf("progress of the second order: %+v", progress)
	}
	if o := must[data.Order](t)(st.Orders.ByNo(ctx, "SO-2")); o.Status != data.Confirmed {
		t.Errorf("SO-2 is %s though half of it lies here", o.Status)
	}
	last := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: "SO-2", Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(40)}}}))
	wantBilled(t, st, second)
	must[data.Shipment](t)(st.Shipments.Post(ctx, last.ID))
	if o := must[data.Order](t)(st.Orders.ByNo(ctx, "SO-2")); o.Status != data.Shipped {
		t.Errorf("SO-2 is %s after all of it left", o.Status)
	}
	wellKept(t, st)
}

// wantBilled wants the shipments of an order to bill what it comes to.
func wantBilled(t *testing.T, st *store.Store, o data.Order) {
	t.Helper()
	list := must[[]data.Shipment](t)(st.Shipments.OfOrder(t.Context(), o.ID))
	for i := range list {
		others := append(append([]data.Shipment{}, list[:i]...), list[i+1:]...)
		if i == len(list)-1 && len(list[i].Parts) == 0 {
			if err := list[i].ShareExtras(o, others); err != nil {
				t.Fatal(err)
			}
		}
	}
	var sum int64
	for _, s := range list {
		sum += must[data.Money](t)(s.ValueOf(o)).Minor
	}
	if total := must[data.Money](t)(o.Payable(list)); total.Minor != sum {
		t.Errorf("%s: shipments bill %d of %d", o.No, sum, total.Minor)
	}
}

func TestOrdersThatDifferInWhatPapersSayOnceDontTravelTogether(t *testing.T) {
	tests := map[string]struct {
		change func(*data.Order)
		key    string
	}{
		"currency":  {func(o *data.Order) { o.Currency = "EUR" }, "problem.together_currency"},
		"term":      {func(o *data.Order) { o.Incoterm = data.Incoterm{Rule: "CIF", Place: "Hamburg"} }, "problem.together_incoterm"},
		"consignee": {func(o *data.Order) { o.Consignee.Name = "Warehouse" }, "problem.together_consignee"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			st, _, second := twoOrders(t)
			tt.change(&second)
			must[data.Order](t)(st.Orders.Save(t.Context(), second))
			_, err := st.Shipments.Save(t.Context(), data.Shipment{OrderNo: "SO-1", Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(1)}, {OrderNo: "SO-2", Line: 1, Quantity: data.Pieces(1)}}})
			if problemKey(err) != tt.key {
				t.Errorf("got %v; want %s", err, tt.key)
			}
		})
	}
}

func TestAPostedShipmentOfSeveralOrdersLocksAllOfThem(t *testing.T) {
	st, _, second := twoOrders(t)
	ctx := t.Context()
	sh := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: "SO-1", Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(1)}, {OrderNo: "SO-2", Line: 1, Quantity: data.Pieces(1)}}}))
	must[data.Shipment](t)(st.Shipments.Post(ctx, sh.ID))
	second.Lines[0].Price = 9_000_000
	if _, err := st.Orders.Save(ctx, second); err == nil {
		t.Error("the price of goods that left can be changed")
	}
}

func TestTheRestOfAnOrderIsClosedShortAndOpenedAgain(t *testing.T) {
	st, first, _ := twoOrders(t)
	ctx := t.Context()
	if _, err := st.Orders.CloseShort(ctx, first.ID, nil, "sold out"); problemKey(err) != "problem.cancel_instead" {
		t.Errorf("an order of which nothing travels: %v", err)
	}
	sh := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: "SO-1", Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(50)}}}))
	must[data.Shipment](t)(st.Shipments.Post(ctx, sh.ID))
	if _, err := st.Stock.ReserveAll(ctx, first.ID, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := st.Orders.CloseShort(ctx, first.ID, nil, ""); problemKey(err) != "problem.required" {
		t.Errorf("without a reason: %v", err)
	}
	o := must[data.Order](t)(st.Orders.CloseShort(ctx, first.ID, []int{1}, "10 broke"))
	if o.Lines[0].Short != data.Pieces(10) || o.Status != data.Confirmed {
		t.Errorf("after line 1: %+v, %s", o.Lines[0], o.Status)
	}
	if _, err := st.Orders.CloseShort(ctx, first.ID, []int{1}, "again"); problemKey(err) != "problem.nothing_left" {
		t.Errorf("closed twice: %v", err)
	}
	o = must[data.Order](t)(st.Orders.CloseShort(ctx, first.ID, nil, "out of production"))
	progress := must[[]data.LineProgress](t)(st.Orders.Progress(ctx, first.ID))
	if o.Status != data.Shipped || progress[1].Reserved != 0 || progress[0].Remaining != 0 || progress[1].Short != data.Pieces(10) {
		t.Errorf("after all: %s, %+v", o.Status, progress)
	}
	if _, err := st.Shipments.Save(ctx, data.Shipment{OrderNo: "SO-1", Lines: []data.ShipmentLine{{Line: 2, Quantity: data.Pieces(1)}}}); problemKey(err) != "problem.more_than_ordered" {
		t.Errorf("what was closed is sent: %v", err)
	}
	o = must[data.Order](t)(st.Orders.Reopen(ctx, first.ID, []int{2}))
	if o.Status != data.Confirmed || o.Lines[1].Short != 0 || o.Lines[0].Short != data.Pieces(10) {
		t.Errorf("opened again: %s, %+v", o.Status, o.Lines)
	}
	wellKept(t, st)
}

func TestWhatTheFactorySaysIsKeptAlsoAfterGoodsLeft(t *testing.T) {
	st, first, _ := twoOrders(t)
	ctx := t.Context()
	sh := must[data.Shipment](t)(st.Shipments.Save(ctx, data.Shipment{OrderNo: "SO-1", Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(5)}}}))
	must[data.Shipment](t)(st.Shipments.Post(ctx, sh.ID))
	must[data.Order](t)(st.Orders.SetProduced(ctx, first.ID, []data.LineFigure{{Line: 1, Quantity: data.Pieces(62)}}))
	if p := must[[]data.LineProgress](t)(st.Orders.Progress(ctx, first.ID)); p[0].Produced != data.Pieces(62) || p[0].Shipped != data.Pieces(5) {
		t.Errorf("progress %+v", p)
	}
	if _, err := st.Orders.SetProduced(ctx, first.ID, []data.LineFigure{{Line: 3, Quantity: 1}}); problemKey(err) != "problem.unknown_line" {
		t.Errorf("a line that isn't there: %v", err)
	}
}
