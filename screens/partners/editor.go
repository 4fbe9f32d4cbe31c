package partners

import (
	"tradewind/data"
	"tradewind/screens/kit"
)

// editor is the form of one partner. Its show and read are each other's inverse.
type editor struct {
	host     *kit.Host
	form     *kit.Form
	party    *kit.PartyFields
	roles    *kit.Checks[data.Role]
	language *kit.Picker[string]
	currency *kit.Picker[data.Currency]
	incoterm *kit.Picker[string]
}

func newEditor(host *kit.Host) *editor {
	e := &editor{host: host, form: kit.NewForm(host)}
	t := host.T
	e.party = kit.NewPartyFields(host, e.form)
	e.roles = kit.NewChecks([]data.Role{data.Customer, data.Supplier, data.Forwarder, data.Bank},
		[]string{t("screen.role.customer"), t("screen.role.supplier"), t("screen.role.forwarder"), t("screen.role.bank")})
	e.language = kit.NewPicker(host, kit.Languages())
	e.currency = kit.NewPicker(host, kit.Currencies(host))
	e.incoterm = kit.NewPicker(host, kit.Incoterms())
	e.build()
	return e
}

func (e *editor) build() {
	f := e.form
	f.Section("screen.partner.who")
	f.Add(
		kit.Field{ID: "code", Label: "screen.partner.code"},
		kit.Field{ID: "roles", Label: "screen.partner.roles", Control: e.roles.Content},
	)
	e.party.AddNames()
	e.party.AddContact()
	f.Add(
		kit.Field{ID: "import_no", Label: "screen.partner.import_no"},
		kit.Field{ID: "fax", Label: "screen.partner.fax"},
	)
	e.party.AddAddresses()
	f.Section("screen.partner.terms")
	f.Add(
		kit.Field{ID: "language", Label: "screen.partner.language", Span: kit.Quarter, Control: e.language},
		kit.Field{ID: "currency", Label: "screen.partner.currency", Span: kit.Quarter, Control: e.currency},
		kit.Field{ID: "incoterm", Label: "screen.partner.incoterm", Span: kit.Quarter, Control: e.incoterm},
		kit.Field{ID: "place", Label: "screen.partner.place", Span: kit.Quarter},
		kit.Field{ID: "payment_terms", Label: "screen.partner.payment_terms", Span: kit.Whole, Hint: "screen.partner.payment_terms.hint"},
		kit.Field{ID: "marks", Label: "screen.partner.marks", Lines: 4},
		kit.Field{ID: "notes", Label: "screen.partner.notes", Lines: 4},
	)
	e.roles.OnChanged = func() { f.Edited("roles") }
	e.language.OnChanged = func() { f.Edited("language") }
	e.currency.OnChanged = func() { f.Edited("currency") }
	e.incoterm.OnChanged = func() { f.Edited("incoterm") }
}

// show fills the form from p.
func (e *editor) show(p data.Partner) {
	f := e.form
	f.Set("code", p.Code)
	e.roles.Set(p.Roles)
	e.party.Show(p.Party)
	f.Set("import_no", p.ImportNo)
	f.Set("fax", p.Fax)
	kit.SetIn(e.language, kit.Languages(), p.Language)
	kit.SetIn(e.currency, kit.Currencies(e.host), p.Currency)
	kit.SetIn(e.incoterm, kit.Incoterms(), p.Incoterm.Rule)
	f.Set("place", p.Incoterm.Place)
	f.Set("payment_terms", p.PaymentTerms)
	f.Set("marks", p.Marks)
	f.Set("notes", p.Notes)
}

// read returns the partner the form describes: old with what the form says in its place.
func (e *editor) read(old data.Partner) (data.Partner, error) {
	p, f := old, e.form
	p.Code, p.Roles = f.Text("code"), e.roles.Chosen()
	p.Party = e.party.Read(old.Party)
	p.ImportNo, p.Fax = f.Text("import_no"), f.Text("fax")
	p.Language, p.Currency = e.language.Value(), e.currency.Value()
	p.Incoterm.Rule, p.Incoterm.Place = e.incoterm.Value(), f.Text("place")
	switch {
	case p.Incoterm.Rule == "":
		p.Incoterm.Edition = ""
	case p.Incoterm.Edition == "":
		p.Incoterm.Edition = "2020"
	}
	p.PaymentTerms, p.Marks, p.Notes = f.Text("payment_terms"), f.Text("marks"), f.Text("notes")
	return p, nil
}
