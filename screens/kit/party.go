package kit

import (
	"tradewind/data"
)

// PartyFields are the fields of a name with its addresses and numbers, for partners and the merchant's own firm.
type PartyFields struct {
	form    *Form
	country *Picker[data.Country]
	local   *Picker[data.Country]
	host    *Host
	contact bool // has the fields of AddContact
}

// NewPartyFields returns the fields for form; Add puts them there.
func NewPartyFields(host *Host, form *Form) *PartyFields {
	p := &PartyFields{form: form, host: host}
	p.country = NewPicker(host, Countries(host))
	p.local = NewPicker(host, Countries(host))
	p.country.OnChanged = func() { form.Edited("country") }
	p.local.OnChanged = func() { form.Edited("postal_local.country") }
	return p
}

// AddNames appends the names.
func (p *PartyFields) AddNames() {
	p.form.Add(
		Field{ID: "name", Label: "screen.party.name"},
		Field{ID: "name_local", Label: "screen.party.name_local"},
	)
}

// AddContact appends who to talk to and the numbers authorities ask for.
func (p *PartyFields) AddContact() {
	p.contact = true
	p.form.Add(
		Field{ID: "contact", Label: "screen.party.contact"},
		Field{ID: "email", Label: "screen.party.email"},
		Field{ID: "phone", Label: "screen.party.phone"},
		Field{ID: "tax_id", Label: "screen.party.tax_id"},
	)
}

// AddAddresses appends the address and its local form.
func (p *PartyFields) AddAddresses() {
	p.form.Section("screen.party.address")
	p.form.Add(
		Field{ID: "address", Label: "screen.party.street", Span: Whole, Lines: 2},
		Field{ID: "city", Label: "screen.party.city", Span: Quarter},
		Field{ID: "region", Label: "screen.party.region", Span: Quarter},
		Field{ID: "postal_code", Label: "screen.party.postal_code", Span: Quarter},
		Field{ID: "country", Label: "screen.party.country", Span: Quarter, Control: p.country},
	)
	p.form.Section("screen.party.local_address")
	p.form.Add(
		Field{ID: "postal_local.address", Label: "screen.party.street", Span: Whole, Lines: 2},
		Field{ID: "postal_local.city", Label: "screen.party.city", Span: Quarter},
		Field{ID: "postal_local.region", Label: "screen.party.region", Span: Quarter},
		Field{ID: "postal_local.postal_code", Label: "screen.party.postal_code", Span: Quarter},
		Field{ID: "postal_local.country", Label: "screen.party.country", Span: Quarter, Control: p.local},
	)
}

// Show fills the fields.
func (p *PartyFields) Show(party data.Party) {
	f := p.form
	f.Set("name", party.Name)
	f.Set("name_local", party.LocalName)
	if p.contact {
		f.Set("contact", party.Contact)
		f.Set("email", party.Email)
		f.Set("phone", party.Phone)
		f.Set("tax_id", party.TaxID)
	}
	p.showAddress("", party.Address, p.country)
	p.showAddress("postal_local.", party.LocalAddress, p.local)
}

// Country is the one chosen for the address.
func (p *PartyFields) Country() data.Country { return p.country.Value() }

func (p *PartyFields) showAddress(prefix string, a data.Address, country *Picker[data.Country]) {
	f := p.form
	f.Set(prefix+"address", a.Street)
	f.Set(prefix+"city", a.City)
	f.Set(prefix+"region", a.Region)
	f.Set(prefix+"postal_code", a.PostalCode)
	SetIn(country, Countries(p.host), a.Country)
}

// Read returns old with what the fields say in its place.
func (p *PartyFields) Read(old data.Party) data.Party {
	f := p.form
	old.Name, old.LocalName = f.Text("name"), f.Text("name_local")
	if p.contact {
		old.Contact, old.Email, old.Phone, old.TaxID = f.Text("contact"), f.Text("email"), f.Text("phone"), f.Text("tax_id")
	}
	old.Address = p.readAddress("", p.country)
	old.LocalAddress = p.readAddress("postal_local.", p.local)
	return old
}

func (p *PartyFields) readAddress(prefix string, country *Picker[data.Country]) data.Address {
	f := p.form
	return data.Address{
		Street: f.Text(prefix + "address"), City: f.Text(prefix + "city"), Region: f.Text(prefix + "region"),
		PostalCode: f.Text(prefix + "postal_code"), Country: country.Value(),
	}
}
