package main

import (
	"context"
	"path/filepath"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/pricing"

	"fyne.io/fyne/v2"
)

// reckoned is the order whose prices are worked out.
const reckoned = "SO-PRICE"

// priced is the file with an order whose price was worked out, reckoned, and worked out anew.
func (f files) priced() string { return filepath.Join(f.folder, "priced.db") }

// pricedOrder adds rates, a freight price, an article with cost and packing, and a quotation whose cost has changed since.
func pricedOrder(ctx context.Context, st *store.Store) error {
	company, err := st.Company.Get(ctx)
	if err != nil {
		return err
	}
	company.Name, company.Currency = "Sunrise Trading", "USD"
	company.Pricing = data.Assumptions{"margin": "0.12", "bank": "0.005", "insurance_rate": "0.003", "fx_buffer": "0.01", "domestic_cost": "6.50"}
	if _, err := st.Company.Save(ctx, company); err != nil {
		return err
	}
	for base, rate := range map[data.Currency]data.ExchangeRate{"USD": 71_000_000_000, "EUR": 78_200_000_000, "JPY": 475_000_000} {
		if _, err := st.Rates.Save(ctx, data.Rate{Date: "2026-11-20", Base: base, Quote: "CNY", Rate: rate}); err != nil {
			return err
		}
	}
	card := data.RateCard{Code: "COSCO-HAM-40HQ", Carrier: "COSCO", Mode: data.Sea, From: "Ningbo", To: "Hamburg", Currency: "USD", Basis: data.PerContainer}
	card.FreightTerms = data.FreightTerms{Price: 3_200_000_000, Usable: 68_000}
	if _, err := st.RateCards.Save(ctx, card); err != nil {
		return err
	}
	cost := data.UnitPrice(85_000_000)
	p := data.Product{SKU: "LAMP-01", Name: data.Texts{"en": "Desk lamp with a wooden foot", "zh": "木座台灯"}, Unit: "PCS", Cost: &cost, CostCurrency: "CNY"}
	p.TaxRates = []data.TaxRate{{VAT: 13_000_000, Refund: 13_000_000}}
	p.Packing = data.Packing{PcsPerCarton: data.Pieces(20), Carton: data.Box{Length: 5000, Width: 4000, Height: 3000}, CartonGross: 11_500_000}
	if _, err := st.Products.Save(ctx, p); err != nil {
		return err
	}
	if _, err := st.Partners.Save(ctx, data.Partner{Code: "HAFEN", Party: data.Party{Name: "Hafen Handels GmbH"}, Currency: "USD"}); err != nil {
		return err
	}
	given := data.AssumptionsOf(p, company, "", "2026-11-20").TakeCard(card).With(data.Assumptions{"quantity": "5000", "currency": "USD", "fx": "7.10", "commission": "0.03"})
	o := data.Order{No: reckoned, Date: "2026-11-20", Customer: "HAFEN", Currency: "USD", Incoterm: data.Incoterm{Rule: "CIF", Place: "Hamburg", Edition: "2020"}}
	o.Lines = []data.OrderLine{{SKU: "LAMP-01", Quantity: data.Pieces(5000), Unit: "PCS", Price: 14_570_000, Pricing: given}}
	if o, err = st.Orders.Save(ctx, o); err != nil {
		return err
	}
	frozen := func(string, int, data.Date) ([]byte, error) { return []byte("{}"), nil }
	if _, _, err = st.Documents.Issue(ctx, store.IssueRequest{Kind: data.Quotation, OrderID: o.ID, Date: "2026-11-20", Language: "en"}, frozen); err != nil {
		return err
	}
	o.Lines[0].Pricing = given.With(data.Assumptions{"purchase_price": "88", "fx": "7.05"})
	_, err = st.Orders.Save(ctx, o)
	return err
}

// pricingScenes are the pictures of the price workbench.
func pricingScenes(file string) []scene {
	opened := func(then func(*app.Window)) func(*app.Window) {
		return func(w *app.Window) { w.Open("pricing", pricing.Key(reckoned, 0)); then(w) }
	}
	still := func(*app.Window) {}
	grid := func(w *app.Window) {
		w.Current().(*pricing.Screen).Try("quantities", "500; 5000")
		w.Current().(*pricing.Screen).Try("currencies", "EUR; JPY")
	}
	return []scene{
		{"workbench", file, "", opened(still)},
		{"workbench-dark", file, "dark", opened(still)},
		{"workbench-grid", file, "", opened(grid)},
		{"workbench-steps", file, "", opened(func(w *app.Window) { w.Current().(*pricing.Screen).Explain("CIFC") })},
		{"workbench-steps-grid", file, "", opened(func(w *app.Window) { grid(w); w.Current().(*pricing.Screen).Explain("CIFC") })},
		{"workbench-target", file, "", opened(func(w *app.Window) { w.Current().(*pricing.Screen).Try("target_price", "13.00") })},
		{"workbench-compare", file, "", opened(func(w *app.Window) { tap(w, "price.compare") })},
		{"workbench-wrong", file, "", opened(func(w *app.Window) { w.Current().(*pricing.Screen).Try("margin", "99x") })},
		{"workbench-card", file, "", opened(func(w *app.Window) { keys(w, fyne.KeyTab) })},
	}
}
