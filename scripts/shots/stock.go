package main

import (
	"context"
	"fmt"
	"time"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/stock"

	"fyne.io/fyne/v2"
)

// shelves books goods of the trade file in: lots that expire, goods on the way and kept for an order, many movements.
func shelves(ctx context.Context, st *store.Store) error {
	if err := trade(ctx, st); err != nil {
		return err
	}
	house := data.Warehouse{Code: "RTM", Name: data.Texts{"en": "Rotterdam", "zh": "鹿特丹海外仓"}, Kind: data.Overseas, Country: "NL"}
	if _, err := st.Warehouses.Save(ctx, house); err != nil {
		return err
	}
	day := func(n int) data.Date { return data.DateOf(time.Now().AddDate(0, 0, n)) }
	cost := data.UnitPrice(4_250_000)
	for i := range 12 {
		p, err := st.Products.BySKU(ctx, fmt.Sprintf("BOTTLE-%02d", i+2))
		if err != nil {
			return err
		}
		p.SafetyStock, p.MaxStock = data.Pieces(int64(i%3)*600), data.Pieces(int64(i%4)*700)
		if p.MaxStock <= p.SafetyStock {
			p.MaxStock = 0
		}
		if _, err := st.Products.Save(ctx, p); err != nil {
			return err
		}
		in := func(q int64, house, lot string, days int) data.Movement {
			m := data.Movement{SKU: p.SKU, Quantity: data.Pieces(q), Warehouse: house, Lot: lot, Reason: data.Received, Document: "PO-2026-0077", Cost: &cost}
			if days != 0 {
				m.Expiry = day(days)
			}
			return m
		}
		moves := []data.Movement{in(800, "", "", 0)}
		if i%4 == 0 {
			moves = append(moves, in(240, "", "L-2611", 40), in(24, "RTM", "L-2504", -12), in(1200, "RTM", "L-2701", 400))
		}
		if err := st.Stock.Move(ctx, moves); err != nil {
			return err
		}
	}
	return busy(ctx, st)
}

// busy moves the first article often, and keeps some of it for an order.
func busy(ctx context.Context, st *store.Store) error {
	for i := range 60 {
		m := data.Movement{SKU: "BOTTLE-02", Quantity: data.Pieces(-1), Reason: data.WrittenOff, Document: fmt.Sprintf("Breakage report %d", i+1)}
		if err := st.Stock.Move(ctx, []data.Movement{m}); err != nil {
			return err
		}
	}
	_, err := st.Stock.Transfer(ctx, data.StockTransfer{
		To: "RTM", Expected: data.DateOf(time.Now().AddDate(0, 0, 30)),
		Lines: []data.StockTransferLine{{SKU: "BOTTLE-02", Quantity: data.Pieces(100)}, {SKU: "BOTTLE-03", Quantity: data.Pieces(48)}},
	})
	if err != nil {
		return err
	}
	long := data.Movement{SKU: "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", Quantity: data.Pieces(1_234_567), Warehouse: "A-WAREHOUSE-WITH-A-LONG-CODE", Lot: longText, Reason: data.Received, Document: longText}
	long.Expiry = data.DateOf(time.Now().AddDate(0, 0, 20))
	if err := st.Stock.Move(ctx, []data.Movement{long}); err != nil {
		return err
	}
	found, err := st.Orders.Find(ctx, store.Query{Limit: 50})
	for _, o := range found {
		if o.Status == data.Draft || o.Status == data.Confirmed {
			if _, err := st.Stock.ReserveAll(ctx, o.ID, ""); err != nil {
				return err
			}
		}
	}
	return err
}

// stockScenes are the pictures of stock.
func stockScenes(file string) []scene {
	on := func(sku string, then func(*app.Window, *stock.Screen)) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("stock", sku)
			then(w, w.Current().(*stock.Screen))
		}
	}
	nothing := func(*app.Window, *stock.Screen) {}
	act := func(n int) func(*app.Window, *stock.Screen) {
		return func(_ *app.Window, s *stock.Screen) { s.Act(n) }
	}
	return []scene{
		{"stock-lots", file, "", on("BOTTLE-02", nothing)},
		{"stock-lots-scrolled", file, "", on("BOTTLE-02", func(_ *app.Window, s *stock.Screen) { s.ScrollTo(420) })},
		{"stock-lots-end", file, "", on("BOTTLE-02", func(_ *app.Window, s *stock.Screen) { s.ScrollTo(100000) })},
		{"stock-lots-dark", file, "dark", on("BOTTLE-02", nothing)},
		{"stock-never", file, "", on("BOTTLE-30", nothing)},
		{"stock-needy", file, "", on("BOTTLE-04", func(_ *app.Window, s *stock.Screen) { s.Needy() })},
		{"stock-long-texts", file, "", on("LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", nothing)},
		{"stock-writeoff", file, "", on("BOTTLE-02", act(0))},
		{"stock-transfer", file, "", on("BOTTLE-02", act(1))},
		{"stock-count", file, "", on("BOTTLE-02", act(2))},
		{"stock-receive", file, "", on("BOTTLE-02", act(3))},
		{"stock-arrived", file, "", on("BOTTLE-02", func(_ *app.Window, s *stock.Screen) { s.Arrive(0) })},
		{"stock-writeoff-long", file, "", on("LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", act(0))},
		{"stock-refused", file, "", on("BOTTLE-02", func(w *app.Window, s *stock.Screen) {
			s.Act(0)
			focused := w.Win().Canvas().Focused()
			for range 7 {
				focused.TypedRune('9')
			}
			focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		})},
	}
}
