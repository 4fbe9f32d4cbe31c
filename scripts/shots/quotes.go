package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/orders"

	"fyne.io/fyne/v2"
)

// quoteScenes are the pictures of how a quotation comes about.
func quoteScenes(file string) []scene {
	fresh := func(w *app.Window) {
		w.Go(slices.Index(app.Places(), "orders"))
		w.Current().New()
		word(w, "haf")
		keys(w, fyne.KeyReturn)
	}
	paste := func(text string) func(*app.Window) {
		return func(w *app.Window) {
			fresh(w)
			fyne.CurrentApp().Clipboard().SetContent(text)
			tap(w, "quote.paste")
		}
	}
	filled := func(w *app.Window) {
		paste(bottles(20))(w)
		w.Host().Question().Tap(w.Host().T("quote.paste.do"))
	}
	then := func(all ...func(*app.Window)) func(*app.Window) {
		return func(w *app.Window) {
			for _, do := range all {
				do(w)
			}
		}
	}
	return append(offerScenes(file), []scene{
		{"quote-new", file, "", fresh},
		{"quote-typing", file, "", func(w *app.Window) { fresh(w); word(w, "bottle-1") }},
		{"quote-paste", file, "", paste(bottles(20))},
		{"quote-paste-empty", file, "", paste("")},
		{"quote-paste-unclear", file, "", paste(bottles(3) + "BOTLE-09 x 100\nsomething " + longText + "\nBOTTLE-12")},
		{"quote-pasted", file, "", filled},
		{"quote-pick", file, "", func(w *app.Window) { fresh(w); tap(w, "quote.pick") }},
		{"quote-copy", file, "", func(w *app.Window) { fresh(w); tap(w, "quote.copy") }},
		{"quote-cartons", file, "", then(filled, func(w *app.Window) { tap(w, "quote.cartons") })},
	}...)
}

// offerScenes are the pictures of a quotation with lines of every kind, its rules and its revisions.
func offerScenes(file string) []scene {
	at := func(field string) func(*app.Window) {
		return func(w *app.Window) {
			w.OpenAt("orders", chosen, field)
			w.Current().(*orders.Screen).OpenField(field)
		}
	}
	return []scene{
		{"quote-roles", file, "", at("lines.1.quantity")},
		{"quote-sums", file, "", at("discount_percent")},
		{"quote-terms", file, "", at("asked_at")},
		{"quote-choose", file, "", func(w *app.Window) {
			at("status")(w)
			word(w, "conf")
			keys(w, fyne.KeyReturn)
		}},
		{"quote-filter", file, "", func(w *app.Window) {
			at("status")(w)
			w.Current().Find()
		}},
		{"quote-line-details", file, "", func(w *app.Window) {
			at("lines.2.quantity")(w)
			w.Current().(*orders.Screen).LineDetails(1)
		}},
		{"quote-rules", file, "", func(w *app.Window) { at("discount_percent")(w); w.Current().(*orders.Screen).AskRules() }},
		{"quote-desk", file, "", func(w *app.Window) { w.Open("orders", quoted); tap(w, "quote.desk") }},
		{"quote-desk-empty", file, "", func(w *app.Window) { w.Open("orders", chosen); tap(w, "quote.desk") }},
		{"quote-paper", file, "", func(w *app.Window) { w.Open("documents", chosen) }},
		{"quote-tier", file, "", func(w *app.Window) { w.Open("partners", "HAFEN"); press(w, "tier", fyne.KeyEnd) }},
	}
}

// chosen is a quotation with lines of every kind, asked for yesterday.
const chosen = "SO-OFFER"

// offers fills a data file with that quotation, and the rules its discount comes from.
func offers(ctx context.Context, st *store.Store) error {
	if err := trade(ctx, st); err != nil {
		return err
	}
	c, err := st.Company.Get(ctx)
	if err != nil {
		return err
	}
	c.Quoting = data.QuotingRules{ValidDays: 30, LeadTime: "30 days after deposit", Discounts: data.UsualDiscounts()}
	if _, err := st.Company.Save(ctx, c); err != nil {
		return err
	}
	o := data.Order{
		No: chosen, Customer: "HAFEN", Currency: "USD", Date: data.DateOf(time.Now()), Status: data.Draft, AskedAt: time.Now().Add(-95 * time.Minute),
		Reduction: data.Reduction{Percent: 12_500_000, Proposed: data.UsualDiscounts()[1], Reason: longText},
	}
	for i, role := range data.LineRoles() {
		o.Lines = append(o.Lines, data.OrderLine{SKU: fmt.Sprintf("BOTTLE-%02d", i+2), Role: role, Quantity: data.Pieces(int64(240 + 24*i)), Unit: "PCS", Price: 11_110_000})
	}
	if _, err = st.Orders.Save(ctx, o); err != nil {
		return err
	}
	return requote(ctx, st)
}

// quoted is an order whose quotation was issued twice and has changed since.
const quoted = "SO-QUOTED"

func requote(ctx context.Context, st *store.Store) error {
	o := data.Order{
		No: quoted, Customer: "HAFEN", Currency: "USD", Date: data.DateOf(time.Now()), Status: data.Draft, Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"},
		AskedAt: time.Now().Add(-40 * time.Minute), Prints: data.Prints{Changes: true},
		Lines: []data.OrderLine{{SKU: "BOTTLE-02", Quantity: data.Pieces(240), Unit: "PCS", Price: 11_110_000}, {SKU: "BOTTLE-03", Quantity: data.Pieces(120), Unit: "PCS", Price: 12_000_000}},
	}
	for i := range 3 {
		o.LeadTime = fmt.Sprintf("%d days after deposit", 30+5*i)
		o.Lines[0].Quantity += data.Pieces(int64(48 * i))
		var err error
		if o, err = st.Orders.Save(ctx, o); err != nil {
			return err
		}
		if i == 2 {
			return nil
		}
		src, err := st.Source(ctx, quoted)
		if err != nil {
			return err
		}
		ask := store.IssueRequest{Kind: data.Quotation, OrderID: o.ID, Language: "en", Differences: document.FrozenDifferences}
		_, _, err = st.Documents.Issue(ctx, ask, func(number string, revision int, date data.Date) ([]byte, error) {
			p, _, err := document.Build(src, data.Quotation, document.BuildOptions{Number: number, Revision: revision, Date: date})
			if err != nil {
				return nil, err
			}
			return document.Freeze(p)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// bottles are rows as a buyer copies them out of a workbook.
func bottles(n int) string {
	rows := []string{"Item\tWhat\tQty"}
	for i := range n {
		rows = append(rows, fmt.Sprintf("BOTTLE-%02d\tbottle\t%d", i+2, 100+25*i))
	}
	return strings.Join(rows, "\n") + "\n"
}
