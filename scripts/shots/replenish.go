package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/replenish"
)

// todo is the file with something to buy, too much, lots that expire and goods that nobody buys.
func (f files) todo() string { return filepath.Join(f.folder, "todo.db") }

// selling sells goods of the stock's file over half a year, and orders them from a supplier with terms.
func selling(ctx context.Context, path string) error {
	now := time.Now().AddDate(0, 0, -200)
	st, err := store.Open(ctx, path, store.Options{Now: func() time.Time { return now }})
	if err != nil {
		return err
	}
	defer func() { _ = st.Close() }() // what was confirmed is on disk
	if err := trade(ctx, st); err != nil {
		return err
	}
	maker := data.Partner{Code: "YONGKANG", Roles: []data.Role{data.Supplier}}
	maker.Name, maker.LocalName = "Yongkang Vacuum Ware Factory", "永康真空器皿厂"
	if maker, err = st.Partners.Save(ctx, maker); err != nil {
		return err
	}
	cost := data.UnitPrice(21_500_000)
	for i := range 16 {
		if err := supplied(ctx, st, maker, i, cost); err != nil {
			return err
		}
	}
	long := data.Movement{SKU: "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", Quantity: data.Pieces(1_234_567), Lot: longText, Reason: data.Received, Warehouse: "A-WAREHOUSE-WITH-A-LONG-CODE"}
	long.Expiry = data.DateOf(time.Now().AddDate(0, 0, 20))
	if err := st.Stock.Move(ctx, []data.Movement{long}); err != nil {
		return err
	}
	for day := range 12 {
		now = time.Now().AddDate(0, 0, -60+5*day)
		for i := range 8 {
			m := data.Movement{SKU: fmt.Sprintf("BOTTLE-%02d", i+2), Quantity: -data.Pieces(int64(20 + 7*i)), Reason: data.Sent, Document: fmt.Sprintf("SH-2026-01%02d", day)}
			if err := st.Stock.Move(ctx, []data.Movement{m}); err != nil {
				return err
			}
		}
	}
	now = time.Now()
	return campaigning(ctx, st)
}

// supplied gives the i-th article its lines and its supplier's terms, and brings some in.
func supplied(ctx context.Context, st *store.Store, maker data.Partner, i int, cost data.UnitPrice) error {
	sku := fmt.Sprintf("BOTTLE-%02d", i+2)
	p, err := st.Products.BySKU(ctx, sku)
	if err != nil {
		return err
	}
	p.SafetyStock = data.Pieces(int64(i%4) * 200)
	if i%5 == 4 {
		p.SafetyStock, p.MaxStock = 0, data.Pieces(900)
	}
	if i%4 != 3 {
		p.SetOffers([]data.Offer{{PartnerID: maker.ID, Partner: "YONGKANG", Cost: &cost, Currency: "CNY", LeadDays: int64(20 + 5*i), MOQ: data.Pieces(300), Multiple: data.Pieces(24)}})
	}
	if _, err := st.Products.Save(ctx, p); err != nil {
		return err
	}
	in := data.Movement{SKU: sku, Quantity: data.Pieces(1000), Reason: data.Received, Document: "PO-2026-0031", Cost: &cost}
	if i%3 == 0 {
		in.Lot, in.Expiry = fmt.Sprintf("L-%02d", i), data.DateOf(time.Now().AddDate(0, 0, 40*i-30))
	}
	return st.Stock.Move(ctx, []data.Movement{in})
}

// todoScenes are the pictures of what stock asks the merchant to do.
func todoScenes(file, none string) []scene {
	on := func(tab, row int, then func(*replenish.Screen)) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("replenish", "")
			s := w.Current().(*replenish.Screen)
			s.Tab(tab)
			if row >= 0 {
				s.Pick(row)
			}
			then(s)
		}
	}
	nothing := func(*replenish.Screen) {}
	return []scene{
		{"todo-reorder", file, "", on(0, 2, nothing)},
		{"todo-reorder-dark", file, "dark", on(0, 2, nothing)},
		{"todo-reorder-taken", file, "", on(0, 0, func(s *replenish.Screen) { s.Take(); s.Take(); s.Take() })},
		{"todo-reorder-ask", file, "", on(0, 0, func(s *replenish.Screen) { s.New() })},
		{"todo-over", file, "", on(1, 0, nothing)},
		{"todo-expiry", file, "", on(2, -1, nothing)},
		{"todo-expiry-lot", file, "", on(2, 0, nothing)},
		{"todo-expiry-long", file, "", on(2, 1, nothing)},
		{"todo-dead", file, "", on(3, 0, nothing)},
		{"todo-dead-price", file, "", on(3, 0, func(s *replenish.Screen) { s.Discount() })},
		{"todo-dead-campaign", file, "", on(3, 0, func(s *replenish.Screen) { s.Campaign() })},
		{"todo-expiry-campaign-long", file, "", on(2, 1, func(s *replenish.Screen) { s.Campaign() })},
		{"todo-figures", file, "", on(0, 2, func(s *replenish.Screen) { s.Settings(0) })},
		{"todo-seasons", file, "", on(0, 2, func(s *replenish.Screen) { s.Settings(1) })},
		{"todo-lines", file, "", on(0, 2, func(s *replenish.Screen) { s.Settings(2) })},
		{"todo-empty", none, "", on(0, -1, nothing)},
		{"todo-empty-dead", none, "", on(3, -1, nothing)},
	}
}
