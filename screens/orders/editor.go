package orders

import (
	"context"
	"slices"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// editor is the form of one order. Its show and read are each other's inverse.
type editor struct {
	content fyne.CanvasObject // head, and below it the body or a desk
	body    fyne.CanvasObject // the form, and the sums that always stand below it
	head    *fyne.Container
	host    *kit.Host
	form    *kit.Form

	customer  *kit.Picker[data.Partner]
	status    *kit.Picker[data.Status]
	currency  *kit.Picker[data.Currency]
	incoterm  *kit.Picker[string]
	language  *kit.Picker[string]
	countries map[string]*kit.Picker[data.Country]
	dates     map[string]*kit.DateEntry
	transport *kit.TransportFields
	lines     *lines
	charges   *kit.Pairs
	refs      *kit.Pairs
	parties   []*partyField
	sums      *sums
	quoting   *quoting
	samples   *samples

	find   kit.FindPartners
	home   data.Company
	posted *kit.Paragraph
	title  *kit.Text
	state  *kit.Chip
	left   *kit.Chip // says that goods have left
	old    data.Order
	quiet  bool // the form is being filled

	askRules func() // opens the company's rules of quoting
	propose  func() // fills in what the rules say of a new quotation
}

func newEditor(host *kit.Host, st *store.Store) *editor {
	e := &editor{host: host, form: kit.NewForm(host), dates: map[string]*kit.DateEntry{}, countries: map[string]*kit.Picker[data.Country]{}}
	e.find = func(ctx context.Context, words string) ([]data.Partner, error) {
		return customersFirst(st.Partners.Find(ctx, store.Query{Words: words, Limit: kit.PageSize}))
	}
	e.customer = kit.NewPartnerPicker(host, e.find)
	e.customer.OnChanged = e.customerChosen
	e.customer.OnEntered = e.toLines
	e.status = kit.NewPicker(host, kit.OrderStates(host))
	e.currency = kit.NewPicker(host, kit.Currencies(host))
	e.incoterm = kit.NewPicker(host, kit.Incoterms())
	e.language = kit.NewPicker(host, kit.Languages())
	e.status.OnChanged = e.statusChosen
	e.currency.OnChanged = func() { e.form.Edited("currency") }
	e.incoterm.OnChanged = func() { e.form.Edited("incoterm") }
	e.language.OnChanged = func() { e.form.Edited("language") }
	e.transport = kit.NewTransportFields(host, e.form)
	e.lines = newLines(host, e.form, st)
	e.lines.added = e.articleAdded
	e.lines.customer = func() int64 { return e.customer.Value().ID }
	e.charges = kit.NewPairs(host.T("order.charge.name"), host.T("order.charge.amount"))
	e.charges.OnChanged = func() { e.form.Relayout(); e.form.Edited("charges") }
	e.refs = kit.NewPairs(host.T("order.reference.name"), host.T("order.reference.text"))
	e.refs.OnChanged = func() { e.form.Relayout(); e.form.Edited("references") }
	e.sums = newSums(host)
	e.quoting, e.samples = newQuoting(e), newSamples(e)
	e.propose = func() { e.quoting.propose(st.Orders) }
	e.build()
	e.form.OnChanged = e.live
	e.foot()
	return e
}

// customersFirst puts those who buy before others.
func customersFirst(found []data.Partner, err error) ([]data.Partner, error) {
	slices.SortStableFunc(found, func(a, b data.Partner) int {
		rank := func(p data.Partner) int {
			if slices.Contains(p.Roles, data.Customer) {
				return 0
			}
			return 1
		}
		return rank(a) - rank(b)
	})
	return found, err
}

// foot puts the sums below the form.
func (e *editor) foot() {
	foot := kit.Frame(kit.Hairline(), nil, nil, nil, kit.On(kit.ColorSurface, kit.Pad(kit.Small, kit.Large, e.sums.strip)))
	e.body = kit.Frame(nil, foot, nil, nil, e.form.Content)
}

// frame puts the order's number, its state and the words of its views above them.
func (e *editor) frame(views *desks) {
	e.title, e.state = kit.NewTitle(""), kit.NewChip("", kit.Plain)
	e.title.Narrow = true
	e.left = kit.NewChip("", kit.Good)
	e.posted = kit.NewHint("")
	e.posted.Hide()
	e.head = kit.Pad(kit.Small, kit.Large, kit.Pile(kit.Tight, kit.Row(kit.Small, e.title, e.quoting.clock, e.left, e.state), e.posted, views.bar))
	e.content = kit.Frame(kit.On(theme.ColorNameBackground, kit.Frame(nil, kit.Hairline(), nil, nil, e.head)), nil, nil, nil, views.body)
}

func (e *editor) date(id string) *kit.DateEntry {
	e.dates[id] = e.form.NewDate(id)
	return e.dates[id]
}

func (e *editor) country(id string) *kit.Picker[data.Country] {
	p := kit.NewPicker(e.host, kit.Countries(e.host))
	p.OnChanged = func() { e.form.Edited(id) }
	e.countries[id] = p
	return p
}

func (e *editor) build() {
	f := e.form
	f.Section("order.head")
	f.Add(
		kit.Field{ID: "customer", Label: "order.customer", Span: kit.Half, Control: e.customer},
		kit.Field{ID: "order_no", Label: "order.no", Span: kit.Quarter, Hint: "order.no.hint"},
		kit.Field{ID: "date", Label: "order.date", Span: kit.Quarter, Control: e.date("date")},
		kit.Field{ID: "currency", Label: "order.currency", Span: kit.Third, Control: e.currency},
		kit.Field{ID: "incoterm", Label: "order.incoterm", Span: kit.Third, Control: e.incoterm},
		kit.Field{ID: "place", Label: "order.place", Span: kit.Third},
		kit.Field{ID: "payment_terms", Label: "order.payment_terms", Span: kit.Half, Hint: "screen.partner.payment_terms.hint"},
		kit.Field{ID: "required_date", Label: "order.required_date", Span: kit.Quarter, Control: e.date("required_date")},
		kit.Field{ID: "status", Label: "order.status", Span: kit.Quarter, Control: e.status},
	)
	f.Section("order.lines")
	f.Add(kit.Field{ID: "lines", Label: "order.lines.hint", Span: kit.Whole, Control: e.lines.content})
	f.Section("order.sums")
	f.Add(
		kit.Field{ID: "discount", Label: "order.discount", Span: kit.Third},
		kit.Field{ID: "freight", Label: "order.freight", Span: kit.Third},
		kit.Field{ID: "insurance", Label: "order.insurance", Span: kit.Third},
		kit.Field{ID: "charges", Label: "order.charges", Control: e.charges.Content},
	)
	f.AddObject(kit.Half, e.sums.content)
	e.quoting.addSums()
	e.buildTerms()
	e.samples.add()
	e.buildTransport()
	e.buildParties()
	f.Section("order.texts")
	f.Add(
		kit.Field{ID: "marks", Label: "order.marks", Lines: 5},
		kit.Field{ID: "notes", Label: "order.notes", Lines: 5},
		kit.Field{ID: "declarations", Label: "order.declarations", Span: kit.Whole, Lines: 3},
	)
}

func (e *editor) buildTerms() {
	f := e.form
	f.Section("order.terms")
	f.Add(
		kit.Field{ID: "valid_until", Label: "order.valid_until", Span: kit.Quarter, Control: e.date("valid_until")},
		kit.Field{ID: "last_shipment", Label: "order.last_shipment", Span: kit.Quarter, Control: e.date("last_shipment")},
		kit.Field{ID: "due_date", Label: "order.due_date", Span: kit.Quarter, Control: e.date("due_date")},
		kit.Field{ID: "lead_time", Label: "order.lead_time", Span: kit.Quarter},
		kit.Field{ID: "language", Label: "order.language", Span: kit.Quarter, Control: e.language},
		kit.Field{ID: "buyer_order_no", Label: "order.buyer_order_no", Span: kit.Quarter},
		kit.Field{ID: "buyer_order_date", Label: "order.buyer_order_date", Span: kit.Quarter, Control: e.date("buyer_order_date")},
		kit.Field{ID: "contract_no", Label: "order.contract_no", Span: kit.Quarter},
		kit.Field{ID: "contract_date", Label: "order.contract_date", Span: kit.Quarter, Control: e.date("contract_date")},
		kit.Field{ID: "letter_of_credit.no", Label: "order.credit.no", Span: kit.Quarter},
		kit.Field{ID: "letter_of_credit.date", Label: "order.credit.date", Span: kit.Quarter, Control: e.date("letter_of_credit.date")},
		kit.Field{ID: "letter_of_credit.bank", Label: "order.credit.bank", Span: kit.Half},
		kit.Field{ID: "sample_terms", Label: "order.sample_terms", Span: kit.Half},
		kit.Field{ID: "rate_note", Label: "order.rate_note", Span: kit.Half},
		kit.Field{ID: "fixed_rate", Label: "order.fixed_rate", Span: kit.Half, Hint: "order.fixed_rate.hint"},
		kit.Field{ID: "references", Label: "order.references", Span: kit.Half, Control: e.refs.Content},
	)
	e.quoting.addTerms()
}

func (e *editor) buildTransport() {
	f := e.form
	f.Section("order.transport")
	e.transport.Add()
	f.Add(
		kit.Field{ID: "export_country", Label: "order.export_country", Span: kit.Quarter, Control: e.country("export_country")},
		kit.Field{ID: "destination_country", Label: "order.destination_country", Span: kit.Quarter, Control: e.country("destination_country")},
		kit.Field{ID: "acquisition_country", Label: "order.acquisition_country", Span: kit.Half, Control: e.country("acquisition_country")},
	)
}

func (e *editor) buildParties() {
	e.form.Section("order.parties")
	for _, p := range []struct{ id, label, none string }{
		{"consignee", "order.consignee", "order.consignee.none"},
		{"bill_to", "order.bill_to", "order.consignee.none"},
		{"notify", "order.notify", "order.notify.none"},
		{"manufacturer", "order.manufacturer", "order.manufacturer.none"},
	} {
		field := newPartyField(e.host, p.none, e.find, func() { e.form.Relayout(); e.form.Edited(p.id) })
		if p.id != "manufacturer" {
			field.customer = e.customer.Value
		}
		e.parties = append(e.parties, field)
		e.form.Add(kit.Field{ID: p.id, Label: p.label, Span: kit.Half, Control: field.content})
	}
}
