package main

import (
	"context"
	"fmt"
	"time"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/orders"
	"tradewind/screens/stock"
)

// mixed is an order whose lines stand in every way a line can.
const mixed = "SO-SUPPLY"

// promises adds an order over the shelves: available, reserved, short with goods on the way, short without, sold in
// advance, with stock in another warehouse only.
func promises(ctx context.Context, st *store.Store) error {
	if err := shelves(ctx, st); err != nil {
		return err
	}
	if err := spread(ctx, st); err != nil {
		return err
	}
	o := data.Order{No: mixed, Date: data.DateOf(time.Now()), Customer: "HAFEN", Currency: "USD", Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"}}
	for i, q := range []int64{120, 240, 300, 450, 900, 60, 24} {
		l := data.OrderLine{SKU: fmt.Sprintf("BOTTLE-%02d", i+5), Quantity: data.Pieces(q), Unit: "PCS", Price: 3_250_000}
		if i == 6 {
			l.SKU = "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML"
		}
		if i == 3 {
			l.PreSale, l.Promise = true, data.DateOf(time.Now()).After(45)
		}
		o.Lines = append(o.Lines, l)
	}
	o, err := st.Orders.Save(ctx, o)
	if err == nil {
		err = st.Stock.Reserve(ctx, o.ID, []data.Reservation{{Line: 1, Quantity: data.Pieces(120)}})
	}
	return err
}

// spread puts goods on the shelves and on the way, and names more warehouses.
func spread(ctx context.Context, st *store.Store) error {
	p, err := st.Products.BySKU(ctx, "BOTTLE-09")
	if err != nil {
		return err
	}
	p.LeadTime = "4-6 weeks"
	if _, err := st.Products.Save(ctx, p); err != nil {
		return err
	}
	for i := range 6 { // more than the orders before took
		m := data.Movement{SKU: fmt.Sprintf("BOTTLE-%02d", i+5), Quantity: data.Pieces(500), Reason: data.Received}
		if err := st.Stock.Move(ctx, []data.Movement{m}); err != nil {
			return err
		}
	}
	for code, name := range map[string]string{"LONG-CODE-OF-A-WAREHOUSE": longText, "FBA-DE": "Amazon FBA Leipzig"} {
		house := data.Warehouse{Code: code, Name: data.Texts{"en": name, "zh": longChinese}, Kind: data.Consignment, Country: "DE", LeadDays: 45}
		if _, err := st.Warehouses.Save(ctx, house); err != nil {
			return err
		}
	}
	_, err = st.Stock.Transfer(ctx, data.StockTransfer{
		To: "RTM", Expected: data.DateOf(time.Now()).After(30), Lines: []data.StockTransferLine{{SKU: "BOTTLE-07", Quantity: data.Pieces(400)}},
	})
	return err
}

// promiseScenes are the pictures of what can be promised.
func promiseScenes(file string) []scene {
	at := func(no, field string, then func(*app.Window)) func(*app.Window) {
		return func(w *app.Window) {
			w.OpenAt("orders", no, field)
			w.Current().(*orders.Screen).OpenField(field)
			then(w)
		}
	}
	still := func(*app.Window) {}
	on := func(act func(*orders.Screen)) func(*app.Window) {
		return func(w *app.Window) { act(w.Current().(*orders.Screen)) }
	}
	stockOf := func(sku string, then func(*stock.Screen)) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("stock", sku)
			then(w.Current().(*stock.Screen))
		}
	}
	transfer := func(n int) func(*stock.Screen) {
		return func(s *stock.Screen) {
			s.Act(1)
			for i := range n {
				s.Further(fmt.Sprintf("BOTTLE-%02d", i+5), "Vacuum bottle")
			}
		}
	}
	return []scene{
		{"stock-promises", file, "", stockOf("BOTTLE-07", func(*stock.Screen) {})},
		{"stock-past", file, "", func(w *app.Window) {
			w.Host().Now = func() time.Time { return time.Now().AddDate(0, 0, 2) } // what was booked today is past then
			stockOf("BOTTLE-02", func(s *stock.Screen) { s.Past(data.DateOf(time.Now())) })(w)
		}},
		{"stock-transfer-many", file, "", stockOf("BOTTLE-02", transfer(2))},
		{"stock-transfer-more", file, "", stockOf("BOTTLE-02", transfer(8))},
		{"warehouses-shown", file, "", func(w *app.Window) { w.Open("warehouses", "RTM") }},
		{"warehouses-long-texts", file, "", func(w *app.Window) { w.Open("warehouses", "LONG-CODE-OF-A-WAREHOUSE") }},
		{"orders-supply", file, "", at(mixed, "lines.1.quantity", still)},
		{"orders-supply-dark", file, "dark", at(mixed, "lines.1.quantity", still)},
		{"orders-supply-many", file, "", at(manyLines, "lines.1.quantity", still)},
		{"orders-supply-reserve-all", file, "", at(mixed, "lines.1.quantity", func(w *app.Window) { tap(w, "order.reserve.all") })},
		{"orders-presale-details", file, "", at(mixed, "lines.4.quantity", on(func(s *orders.Screen) { s.LineDetails(3) }))},
		{"documents-presale", file, "", func(w *app.Window) { w.Open("documents", mixed) }},
	}
}
