package partners

import (
	"context"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// editor is the form of one partner. Its show and read are each other's inverse.
type editor struct {
	host        *kit.Host
	form        *kit.Form
	like        *likeness
	party       *kit.PartyFields
	roles       *kit.Checks[data.Role]
	tags        *fyne.Container // what the field of tags says, as chips
	persons     *kit.Rows[data.Person]
	numbers     *kit.Rows[data.PartnerNumber]
	addresses   *kit.Rows[data.PartnerAddress]
	instalments *kit.Rows[data.Instalment]
	consents    *kit.Rows[data.Consent]
	language    *kit.Picker[string]
	currency    *kit.Picker[data.Currency]
	incoterm    *kit.Picker[string]
	account     *kit.Picker[string]
	letterhead  *kit.Picker[data.Letterhead]
	filling     bool // the program fills in the terms
}

func newEditor(host *kit.Host, st *store.Store, open func(code string)) *editor {
	e := &editor{host: host, form: kit.NewForm(host), tags: kit.Row(kit.Tight)}
	t := host.T
	e.like = newLikeness(host, st, open)
	e.like.grown = e.form.Relayout
	e.party = kit.NewPartyFields(host, e.form)
	e.roles = kit.NewChecks([]data.Role{data.Customer, data.Supplier, data.Forwarder, data.Bank},
		[]string{t("screen.role.customer"), t("screen.role.supplier"), t("screen.role.forwarder"), t("screen.role.bank")})
	e.language = kit.NewPicker(host, kit.Languages())
	e.currency = kit.NewPicker(host, kit.Currencies(host))
	e.incoterm = kit.NewPicker(host, kit.Incoterms())
	e.account = kit.NewAsking(host, accounts(st))
	e.letterhead = kit.NewAsking(host, e.letterheads(st))
	e.persons = kit.NewRows(host, e.form, "persons", kit.RowWords{Title: "partner.person", Add: "partner.person.add", None: "partner.person.none"}, personRow(host))
	e.numbers = kit.NewRows(host, e.form, "tax_numbers", kit.RowWords{Title: "partner.number", Add: "partner.number.add", None: "partner.number.none"}, numberRow(host, func() data.Country { return e.party.Country() }))
	e.addresses = kit.NewRows(host, e.form, "addresses", kit.RowWords{Title: "partner.address", Add: "partner.address.add", None: "partner.address.none"}, addressRow(host))
	e.instalments = kit.NewRows(host, e.form, "instalments", kit.RowWords{Title: "partner.instalment", Add: "partner.instalment.add", None: "partner.instalment.none"},
		instalmentRow(host, func() data.Currency { return e.currency.Value() }))
	e.consents = kit.NewRows(host, e.form, "consents", kit.RowWords{Title: "partner.consent", Add: "partner.consent.add", None: "partner.consent.none"}, consentRow(host))
	e.build()
	e.listen()
	return e
}

// accounts finds the company's own bank accounts by their number.
func accounts(st *store.Store) func(context.Context, string) ([]kit.Option[string], error) {
	return func(ctx context.Context, words string) ([]kit.Option[string], error) {
		c, err := st.Company.Get(ctx)
		var options []kit.Option[string]
		for _, a := range c.BankAccounts {
			options = append(options, kit.Option[string]{Value: a.Account, Code: a.Account, Name: strings.TrimSpace(string(a.Currency) + " " + a.Bank)})
		}
		return kit.Rank(options, words), err
	}
}

// letterheads finds the company's letterheads by name; before them stands none at all.
func (e *editor) letterheads(st *store.Store) func(context.Context, string) ([]kit.Option[data.Letterhead], error) {
	return func(ctx context.Context, words string) ([]kit.Option[data.Letterhead], error) {
		c, err := st.Company.Get(ctx)
		options := e.noLetterhead()
		for _, h := range c.Letterheads {
			if h.Name != "" {
				options = append(options, kit.Option[data.Letterhead]{Value: data.Letterhead(h.Name), Name: h.Name})
			}
		}
		return kit.Rank(options, words), err
	}
}

func (e *editor) noLetterhead() []kit.Option[data.Letterhead] {
	return []kit.Option[data.Letterhead]{{Value: data.NoLetterhead, Name: e.host.T("partner.letterhead.none")}}
}

func (e *editor) build() {
	f := e.form
	f.AddObject(kit.Whole, e.like.content)
	f.Section("screen.partner.who")
	f.Add(
		kit.Field{ID: "code", Label: "screen.partner.code"},
		kit.Field{ID: "roles", Label: "screen.partner.roles", Control: e.roles.Content},
	)
	e.party.AddNames()
	f.Add(kit.Field{ID: "tags", Label: "partner.tags", Hint: "partner.tags.hint"}, kit.Field{ID: "fax", Label: "screen.partner.fax"},
		kit.Field{ID: "tier", Label: "quote.tier", Hint: "quote.tier.hint"})
	f.AddObject(kit.Whole, e.tags)
	e.list("partner.persons", "partner.persons.what", "persons", e.persons.Content)
	e.party.AddAddresses()
	e.list("partner.addresses", "partner.addresses.what", "addresses", e.addresses.Content)
	e.list("partner.numbers", "partner.numbers.what", "tax_numbers", e.numbers.Content)
	f.Section("screen.partner.terms")
	f.Add(
		kit.Field{ID: "language", Label: "screen.partner.language", Span: kit.Quarter, Control: e.language},
		kit.Field{ID: "currency", Label: "screen.partner.currency", Span: kit.Quarter, Control: e.currency},
		kit.Field{ID: "incoterm", Label: "screen.partner.incoterm", Span: kit.Quarter, Control: e.incoterm},
		kit.Field{ID: "place", Label: "screen.partner.place", Span: kit.Quarter},
		kit.Field{ID: "bank_account", Label: "partner.account", Control: e.account},
		kit.Field{ID: "letterhead", Label: "partner.letterhead", Control: e.letterhead},
		kit.Field{ID: "marks", Label: "screen.partner.marks", Lines: 4},
		kit.Field{ID: "notes", Label: "screen.partner.notes", Lines: 4},
	)
	f.Section("screen.partner.payment_terms")
	f.Add(kit.Field{ID: "payment_terms", Label: "partner.terms.text", Span: kit.Whole, Hint: "screen.partner.payment_terms.hint"},
		kit.Field{ID: "instalments", Label: "partner.instalments", Span: kit.Whole, Control: e.instalments.Content})
	e.list("partner.consents", "partner.consents.what", "consents", e.consents.Content)
}

// list adds a titled section with a list of rows.
func (e *editor) list(title, what, id string, content fyne.CanvasObject) {
	e.form.Section(title)
	e.form.Add(kit.Field{ID: id, Label: what, Span: kit.Whole, Control: content})
}

// listen has the form hear of edits in its controls.
func (e *editor) listen() {
	f := e.form
	hear := func(id string) func() { return func() { f.Edited(id) } }
	e.roles.OnChanged, e.language.OnChanged, e.incoterm.OnChanged = hear("roles"), hear("language"), hear("incoterm")
	e.currency.OnChanged, e.account.OnChanged, e.letterhead.OnChanged = hear("currency"), hear("bank_account"), hear("letterhead")
	e.persons.OnChanged, e.numbers.OnChanged = hear("persons"), hear("tax_numbers")
	e.addresses.OnChanged, e.consents.OnChanged = hear("addresses"), hear("consents")
	e.follow()
	f.Entry("tags").OnChanged = func(text string) {
		e.chips(data.ParseTags(text))
		f.Edited("tags")
	}
	f.Parts = e.parts
	f.OnChanged = func() { e.like.ask(e.said) }
}

// parts are the forms of all rows, by what the names of their fields begin with.
func (e *editor) parts() map[string]*kit.Form {
	all := map[string]*kit.Form{}
	e.persons.Parts(all)
	e.numbers.Parts(all)
	e.addresses.Parts(all)
	e.instalments.Parts(all)
	e.consents.Parts(all)
	return all
}

// widestTag is how many letters of a tag its chip shows.
const widestTag = 24

// chips shows tags.
func (e *editor) chips(tags []string) {
	e.tags.RemoveAll()
	for _, tag := range tags {
		if letters := []rune(tag); len(letters) > widestTag {
			tag = string(letters[:widestTag]) + "…"
		}
		e.tags.Add(kit.NewChip(tag, kit.Info))
	}
	e.tags.Add(kit.Spring())
	e.tags.Hidden = len(tags) == 0
	e.tags.Refresh()
	e.form.Relayout()
}

// warnings are what looks wrong with p, named as the form names it.
func (e *editor) warnings(p data.Partner) data.Problems {
	all := p.Warnings()
	short := map[string]string{"email": "persons.1.email"}
	for i, n := range p.Numbers {
		for field, number := range map[string]string{"tax_id": p.TaxID, "import_no": p.ImportNo} {
			if n.Number == number && short[field] == "" {
				short[field] = "tax_numbers." + strconv.Itoa(i+1) + ".number"
			}
		}
	}
	for i := range all {
		if long := short[all[i].Field]; long != "" {
			all[i].Field = long
		}
	}
	return all
}
