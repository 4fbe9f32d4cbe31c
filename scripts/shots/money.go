package main

import (
	"context"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/reports"

	"fyne.io/fyne/v2"
)

// owed adds orders of several buyers and currencies that are due at different days, quotations whose currency moved, and its rates.
func owed(ctx context.Context, st *store.Store) error {
	if err := halfways(ctx, st); err != nil {
		return err
	}
	for _, p := range []data.Partner{
		{Code: "NORDLYS", Party: data.Party{Name: "Nordlys Interiør og Belysning AS"}}, {Code: "SAKURA", Party: data.Party{Name: "Sakura Trading K.K.", LocalName: "株式会社さくら商事"}},
	} {
		p.Roles = []data.Role{data.Customer}
		if _, err := st.Partners.Save(ctx, p); err != nil {
			return err
		}
	}
	for _, o := range []data.Order{
		{No: "SO-EUR-1", Date: "2026-07-20", Customer: "NORDLYS", Currency: "EUR", Status: data.Confirmed, PaymentTerms: "100% T/T in advance"},
		{No: "SO-EUR-2", Date: "2026-09-10", Customer: "NORDLYS", Currency: "EUR", Status: data.Confirmed, PaymentTerms: "30% T/T deposit, 70% T/T before shipment", LastShipment: "2026-10-25"},
		{No: "SO-JPY-1", Date: "2026-11-10", Customer: "SAKURA", Currency: "JPY", Status: data.Confirmed, PaymentTerms: "50% T/T deposit, 50% T/T before shipment", LastShipment: "2026-12-20"},
		{No: "QU-EUR-3", Date: "2026-10-01", Customer: "NORDLYS", Currency: "EUR", ValidUntil: "2099-12-31"},
		{No: "QU-EUR-4", Date: "2026-11-20", Customer: "HAFEN", Currency: "EUR", FixedRate: 12_500_000_000},
	} {
		o.Lines = []data.OrderLine{{SKU: "BOTTLE-20", Quantity: data.Pieces(1000), Unit: "PCS", Price: 4_120_000}}
		if o.Currency == "JPY" {
			o.Lines[0].Price = 620_000_000
		}
		if _, err := st.Orders.Save(ctx, o); err != nil {
			return err
		}
	}
	if _, err := st.Payments.Book(ctx, data.Payment{Customer: "SAKURA", Date: "2026-11-12", Currency: "JPY", Amount: 400_000, Allocations: []data.Allocation{{OrderNo: "SO-JPY-1", Minor: 310_000}}}); err != nil {
		return err
	}
	for _, r := range []data.Rate{
		{Date: "2026-10-01", Base: "EUR", Quote: "USD", Rate: 10_820_000_000},
		{Date: "2026-11-20", Base: "EUR", Quote: "USD", Rate: 11_540_000_000},
		{Date: "2026-11-20", Base: "JPY", Quote: "USD", Rate: 64_520_000},
		{Date: "2026-11-20", Base: "CNY", Quote: "USD", Rate: 1_406_200_000},
	} {
		if _, err := st.Rates.Save(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// moneyScenes are the pictures of the place of money.
func moneyScenes(file, empty string) []scene {
	on := func(kind string, then func(*app.Window)) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("money", "")
			w.Current().(*reports.Screen).Choose(kind)
			then(w)
		}
	}
	still := func(*app.Window) {}
	return []scene{
		{"money-rate-new", file, "", on("rates", func(w *app.Window) { tap(w, "money.rate.new") })},
		{"money-due", file, "", on("receivables", still)},
		{"money-due-dark", file, "dark", on("receivables", still)},
		{"money-aging", file, "", on("aging", still)},
		{"money-statement", file, "", on("statement", func(w *app.Window) {
			w.Current().(*reports.Screen).Find()
			w.Win().Canvas().FocusNext()
			word(w, "HAFEN")
			keys(w, fyne.KeyReturn)
		})},
		{"money-statement-whom", file, "", on("statement", still)},
		{"money-rates", file, "", on("rates", still)},
		{"money-moves", file, "", on("rate-moves", still)},
		{"money-nothing", empty, "", on("receivables", still)},
		{"money-rates-nothing", empty, "", on("rates", still)},
	}
}
