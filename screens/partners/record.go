package partners

import (
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// show fills the form from p.
func (e *editor) show(p data.Partner) {
	f := e.form
	f.OnChanged = func() {} // filling isn't typing
	f.Set("code", p.Code)
	e.roles.Set(p.Roles)
	e.party.Show(p.Party)
	f.Set("tags", strings.Join(p.Tags, ", "))
	e.chips(p.Tags)
	f.Set("fax", p.Fax)
	f.Set("tier", p.Tier)
	e.persons.Show(p.Persons)
	e.addresses.Show(p.Addresses)
	e.numbers.Show(p.Numbers)
	kit.SetIn(e.language, kit.Languages(), p.Language)
	kit.SetIn(e.currency, kit.Currencies(e.host), p.Currency)
	kit.SetIn(e.incoterm, kit.Incoterms(), p.Incoterm.Rule)
	f.Set("place", p.Incoterm.Place)
	kit.SetIn(e.account, nil, p.BankAccount)
	kit.SetIn(e.letterhead, e.noLetterhead(), p.Letterhead)
	e.setTerms(p.PaymentTerms)
	e.instalments.Show(p.Instalments)
	f.Set("marks", p.Marks)
	f.Set("notes", p.Notes)
	e.consents.Show(p.Consents)
	f.OnChanged = func() { e.like.ask(e.said) }
	e.like.show(p)
}

// read returns the partner the form describes: old with what the form says in its place.
func (e *editor) read(old data.Partner) (data.Partner, error) {
	var bad data.Problems
	p, f := old, e.form
	p.Code, p.Roles, p.Fax = f.Text("code"), e.roles.Chosen(), f.Text("fax")
	p.Party = e.party.Read(old.Party)
	p.Tier = f.Text("tier")
	p.Tags = data.ParseTags(f.Text("tags"))
	p.Persons = e.persons.Read(&bad)
	p.ContactFirst()
	p.Addresses = e.addresses.Read(&bad)
	p.Numbers = e.numbers.Read(&bad)
	p.NumbersFirst()
	p.Language, p.Currency = e.language.Value(), e.currency.Value()
	p.Incoterm.Rule, p.Incoterm.Place = e.incoterm.Value(), f.Text("place")
	switch {
	case p.Incoterm.Rule == "":
		p.Incoterm.Edition = ""
	case p.Incoterm.Edition == "":
		p.Incoterm.Edition = "2020"
	}
	p.BankAccount, p.Letterhead = e.account.Value(), e.letterhead.Value()
	p.Marks, p.Notes = f.Text("marks"), f.Text("notes")
	p.PaymentTerms = f.Text("payment_terms")
	p.Instalments = e.instalments.Read(&bad)
	p.Consents = e.consents.Read(&bad)
	return p, bad.Err()
}

// said is what the form says of whom it is about, for comparing with others.
func (e *editor) said() data.Partner {
	p, _ := e.read(e.like.of)
	return p
}
