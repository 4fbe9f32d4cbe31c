// Package contract is the desk of an order's sales contract: which clauses it has, what they say, and the library they come from.
package contract

import (
	"context"
	"slices"
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
	table   *kit.Table[row]
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

// row is a clause of the library or of this order, and how it stands.
type row struct {
	data.Clause
	in     bool // the contract has it
	own    int  // the place among the order's own, from 1; 0: the library's
	edited bool // with a text of this order
}

// New returns the desk.
func New(host *kit.Host, st *store.Store, program Program) *Desk {
	d := &Desk{host: host, store: st, program: program, loader: kit.NewLoader[facts](host), words: kit.NewParagraph("")}
	t := host.T
	d.fresh = kit.NewButton(t("contract.new"), theme.ContentAddIcon(), func() { d.ask(row{own: len(d.facts.order.Clauses.Own) + 1, in: true}) })
	d.papers = kit.NewButton(t("contract.papers"), theme.DocumentIcon(), func() { program.Papers(d.order.No) })
	d.table = kit.NewTable([]kit.Column[row]{
		{Title: t("contract.clause"), Width: 130, Share: 2, Text: func(r row) string { return r.Titles.In(d.lang()) }},
		{Title: t("contract.text"), Width: 160, Share: 5, Text: func(r row) string { return r.Text.In(d.lang()) }},
		{Title: t("contract.state"), Width: 110, Text: d.state, State: func(r row) (kit.Tone, bool) { return tone(r), true }},
	})
	d.table.OnChosen = func(_ int, r row) { d.table.List.UnselectAll(); d.ask(r) }
	top := kit.Pad(kit.Small, kit.Medium, kit.Pile(kit.Small, d.words, kit.Row(kit.Small, d.fresh, kit.Spring(), d.papers)))
	d.content = kit.Frame(top, nil, nil, nil, d.table.Content)
	return d
}

// lang is the window's language.
func (d *Desk) lang() string { return d.host.Lang() }

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
	f.order, f.library, f.terms = src.Order, src.Clauses, src.Order.PaymentTerms
	if f.terms == "" {
		f.terms = src.Customer.PaymentTerms
	}
	for _, one := range src.Issued {
		if one.Kind == data.Contract && one.Voided == "" {
			f.issued = one.Number
		}
	}
	shipments, err := d.store.Shipments.OfOrder(ctx, src.Order.ID)
	f.locked = src.Order.Over() || src.Order.Status == data.Shipped || slices.ContainsFunc(shipments, func(s data.Shipment) bool { return s.Posted })
	return f, err
}

// fill shows what the store knows.
func (d *Desk) fill(f facts) {
	d.facts = f
	has := data.ClausesOf(f.order, f.terms, f.library)
	var rows []row
	for _, c := range f.library {
		r := row{Clause: c}
		for _, one := range has {
			if one.Code == c.Code {
				r.Clause.Titles, r.Clause.Text, r.in = one.Titles, one.Text, true
			}
		}
		r.edited = slices.ContainsFunc(f.order.Clauses.Own, func(own data.OwnClause) bool { return own.Code == c.Code })
		rows = append(rows, r)
	}
	for i, own := range f.order.Clauses.Own {
		known := slices.ContainsFunc(f.library, func(c data.Clause) bool { return c.Code == own.Code })
		if own.Code == "" || !known {
			rows = append(rows, row{Clause: data.Clause{Code: own.Code, Titles: own.Titles, Text: own.Text}, own: i + 1, in: true, edited: true})
		}
	}
	d.table.Set(rows)
	said := d.host.T("contract.sum", "Count", len(has))
	if f.issued != "" {
		said = d.host.T("contract.sum.issued", "Count", len(has), "No", f.issued)
	}
	d.words.SetText(said)
	kit.Able(d.fresh, !f.locked)
	d.content.Refresh()
}

// state says how a clause stands.
func (d *Desk) state(r row) string {
	switch {
	case !r.in:
		return d.host.T("contract.out")
	case r.edited:
		return d.host.T("contract.own")
	}
	return d.host.T("contract.in")
}

func tone(r row) kit.Tone {
	switch {
	case !r.in:
		return kit.Plain
	case r.edited:
		return kit.Info
	}
	return kit.Good
}

// place is what a clause is called where it has no title.
func (d *Desk) place(r row) string {
	if title := r.Titles.In(d.lang()); title != "" {
		return title
	}
	if len(r.Text) == 0 {
		return d.host.T("contract.new.title")
	}
	return d.host.T("contract.nth", "Count", strconv.Itoa(r.own))
}
