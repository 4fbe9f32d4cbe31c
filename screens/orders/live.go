package orders

import (
	"cmp"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/screens/kit"
)

// know takes the firm, whose currency and country fill what an order doesn't say.
func (e *editor) know(home data.Company) {
	e.home = home
	e.live()
}

// showFacts shows what the store knows beside the order's own fields.
func (e *editor) showFacts(f facts) {
	e.lines.learn(f.products)
	e.lines.supply = f.supply
	if f.customer.ID != 0 && e.customer.Value().ID == f.customer.ID {
		e.customer.Set(kit.PartnerOption(e.host, f.customer))
		e.showPlaces()
	}
	if f.posted {
		e.readOnly(true)
	}
	e.showHead(e.old)
	e.quoting.showClock(e.old, f.quoted)
	e.live()
}

// readOnly locks what the papers of a posted order say; its state may still change.
func (e *editor) readOnly(on bool) {
	e.form.ReadOnly(on, "status")
	e.lines.readOnly(on)
	for _, p := range e.parties {
		p.readOnly(on)
	}
	e.charges.ReadOnly(on)
	e.quoting.readOnly(on)
	e.samples.readOnly(on)
	e.refs.ReadOnly(on)
	grown := e.posted.Hidden == on
	e.posted.Hidden = !on
	e.posted.SetText(e.host.T("order.posted"))
	e.left.Set("", kit.Good)
	if on {
		e.left.Set(e.host.T("order.posted.chip"), kit.Good)
	}
	if e.head.Refresh(); grown { // placing a long order anew costs time
		e.content.Refresh()
	}
}

func (e *editor) showHead(o data.Order) {
	e.title.SetText(o.No)
	if o.ID == 0 {
		e.title.SetText(e.host.T("order.new"))
	}
	e.state.Set(kit.OrderState(e.host, o.Status))
	e.head.Refresh()
}

// customerChosen fills the terms from the customer, where nothing stands yet.
func (e *editor) customerChosen() {
	p, f := e.customer.Value(), e.form
	if !e.currency.Filled() && p.Currency != "" {
		kit.SetIn(e.currency, kit.Currencies(e.host), p.Currency)
	}
	if !e.language.Filled() {
		kit.SetIn(e.language, kit.Languages(), p.Language)
	}
	if !e.incoterm.Filled() && f.Text("place") == "" {
		kit.SetIn(e.incoterm, kit.Incoterms(), p.Incoterm.Rule)
		f.Set("place", p.Incoterm.Place)
	}
	for id, text := range map[string]string{"payment_terms": p.PaymentTerms, "marks": p.Marks} {
		if f.Text(id) == "" {
			f.Set(id, text)
		}
	}
	e.showPlaces()
	f.Edited("customer")
	e.propose()
}

// showPlaces offers the addresses of the customer that is chosen now.
func (e *editor) showPlaces() {
	for _, p := range e.parties {
		p.showPlace()
		p.content.Refresh()
	}
	e.form.Relayout()
}

// articleAdded gives an order without a currency that of its first article, else the firm's.
func (e *editor) articleAdded(p data.Product) {
	if e.currency.Filled() {
		return
	}
	c := p.Currency
	if c == "" || p.Price == nil {
		c = e.shownCurrency()
	}
	kit.SetIn(e.currency, kit.Currencies(e.host), c)
	e.form.Edited("currency")
}

// live works out amounts, packages and sums while the merchant types. What can't be read counts as nothing.
func (e *editor) live() {
	if e.quiet {
		return
	}
	o, _ := e.read(e.old)
	o.Currency = e.shownCurrency()
	e.lines.currency, e.lines.term = o.Currency, o.Incoterm
	if day := cmp.Or(o.Date, e.host.Today()); day != e.lines.day {
		e.lines.dated(day)
		o.Lines = e.lines.read(new(data.Problems))
	}
	e.lines.showSupply(o.Lines)
	paper, err := document.Sum(data.Source{Company: e.home, Order: o, Products: e.lines.products})
	if err != nil {
		e.sums.unknown()
		return
	}
	e.lines.showFigures(paper)
	e.sums.show(paper)
}

// goTo gives the field a problem names the keyboard.
func (e *editor) goTo(field string) {
	e.lines.pin(field)
	e.form.GoTo(field)
}
