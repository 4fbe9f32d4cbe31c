// Package contract is the desk of an order's sales contract: which clauses it has, what they say, and the library they come from.
package contract

import (
	"cmp"
	"context"
	"strconv"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Program is what the desk asks of the program around it.
type Program struct {
	Papers func(order string) // shows the papers of an order, where the contract is issued
}

// Desk shows the clauses of one order's contract.
type Desk struct {
	host    *kit.Host
	store   *store.Store
	program Program
	content fyne.CanvasObject
	loader  *kit.Loader[facts]
	order   data.Order
	facts   facts
	words   *kit.Paragraph
	table   *kit.Table[data.ClauseRow]
	fresh   *kit.Button
	papers  *kit.Button
}

// facts is what the store knows of the order's contract.
type facts struct {
	order   data.Order
	terms   string // of payment
	library []data.Clause
	issued  string // the number of its contract; "" while it has none
	locked  bool   // the order can't be changed any more
}

// New returns the desk.
func New(host *kit.Host, st *store.Store, program Program) *Desk {
	d := &Desk{host: host, store: st, program: program, loader: kit.NewLoader[facts](host), words: kit.NewParagraph("")}
	t := host.T
	d.fresh = kit.NewButton(t("contract.new"), theme.ContentAddIcon(), func() { d.ask(data.ClauseRow{Own: len(d.facts.order.Clauses.Own) + 1, In: true}) })
	d.papers = kit.NewButton(t("contract.papers"), theme.DocumentIcon(), func() { program.Papers(d.order.No) })
	d.table = kit.NewTable([]kit.Column[data.ClauseRow]{
		{Title: t("contract.clause"), Width: 130, Share: 2, Text: func(r data.ClauseRow) string { return r.Titles.In(d.host.Lang()) }},
		{Title: t("contract.text"), Width: 160, Share: 5, Text: func(r data.ClauseRow) string { return r.Text.In(d.host.Lang()) }},
		{Title: t("contract.state"), Width: 110, Text: d.state, State: func(r data.ClauseRow) (kit.Tone, bool) { return tone(r), true }},
	})
	d.table.OnChosen = func(_ int, r data.ClauseRow) { d.table.List.UnselectAll(); d.ask(r) }
	top := kit.Pad(kit.Small, kit.Medium, kit.Pile(kit.Small, d.words, kit.Row(kit.Small, d.fresh, kit.Spring(), d.papers)))
	d.content = kit.Frame(top, nil, nil, nil, d.table.Content)
	return d
}

// Object is the whole desk.
func (d *Desk) Object() fyne.CanvasObject { return d.content }

// First gives the table of clauses the keyboard.
func (d *Desk) First() { d.host.Focus(d.table.List) }

// Show asks for the contract of an order.
func (d *Desk) Show(o data.Order) {
	d.order = o
	d.loader.Fill(func(ctx context.Context) (facts, error) { return d.read(ctx, o.No) }, d.fill)
}

func (d *Desk) read(ctx context.Context, no string) (f facts, err error) {
	src, err := d.store.Source(ctx, no)
	if err != nil {
		return f, err
	}
	f.order, f.library, f.terms = src.Order, src.Clauses, cmp.Or(src.Order.PaymentTerms, src.Customer.PaymentTerms)
	for _, one := range src.Issued {
		if one.Kind == data.Contract && one.Voided == "" {
			f.issued = one.Number
		}
	}
	shipments, err := d.store.Shipments.OfOrder(ctx, src.Order.ID)
	f.locked = src.Order.Over() || src.Order.Posted(shipments)
	return f, err
}

// fill shows what the store knows.
func (d *Desk) fill(f facts) {
	d.facts = f
	d.table.Set(data.ClausesFor(f.order, f.terms, f.library))
	has := len(data.ClausesOf(f.order, f.terms, f.library))
	said := d.host.T("contract.sum", "Count", has)
	if f.issued != "" {
		said = d.host.T("contract.sum.issued", "Count", has, "No", f.issued)
	}
	d.words.SetText(said)
	kit.Able(d.fresh, !f.locked)
	d.content.Refresh()
}

// state says how a clause stands.
func (d *Desk) state(r data.ClauseRow) string {
	switch {
	case !r.In:
		return d.host.T("contract.out")
	case r.Edited:
		return d.host.T("contract.own")
	}
	return d.host.T("contract.in")
}

func tone(r data.ClauseRow) kit.Tone {
	switch {
	case !r.In:
		return kit.Plain
	case r.Edited:
		return kit.Info
	}
	return kit.Good
}

// place is what a clause is called where it has no title.
func (d *Desk) place(r data.ClauseRow) string {
	if title := r.Titles.In(d.host.Lang()); title != "" {
		return title
	}
	if len(r.Text) == 0 {
		return d.host.T("contract.new.title")
	}
	return d.host.T("contract.nth", "Count", strconv.Itoa(r.Own))
}
