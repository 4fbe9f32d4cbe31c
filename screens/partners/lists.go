package partners

import (
	"tradewind/data"
	"tradewind/screens/kit"
)

// texts fills the text fields of a row's form.
func texts(f *kit.Form, values map[string]string) {
	for id, text := range values {
		f.Set(id, text)
	}
}

func personRow(host *kit.Host) func(*kit.Form, data.Person, func()) func(*data.Problems) (data.Person, bool) {
	return func(f *kit.Form, p data.Person, edited func()) func(*data.Problems) (data.Person, bool) {
		language := kit.NewPicker(host, append(kit.Languages()[:2:2], kit.TextLanguages()...))
		language.OnChanged = edited
		f.Add(
			kit.Field{ID: "name", Label: "partner.person.name"},
			kit.Field{ID: "title", Label: "partner.person.title"},
			kit.Field{ID: "email", Label: "screen.party.email"},
			kit.Field{ID: "phone", Label: "screen.party.phone"},
			kit.Field{ID: "messenger", Label: "partner.person.messenger", Hint: "partner.person.messenger.hint", Span: kit.Quarter},
			kit.Field{ID: "language", Label: "partner.person.language", Span: kit.Quarter, Control: language},
			kit.Field{ID: "note", Label: "partner.person.note"},
		)
		texts(f, map[string]string{"name": p.Name, "title": p.Title, "email": p.Email, "phone": p.Phone, "messenger": p.Messenger, "note": p.Note})
		kit.SetIn(language, append(kit.Languages()[:2:2], kit.TextLanguages()...), p.Language)
		return func(*data.Problems) (data.Person, bool) {
			p := data.Person{
				Name: f.Text("name"), Title: f.Text("title"), Email: f.Text("email"), Phone: f.Text("phone"),
				Messenger: f.Text("messenger"), Language: language.Value(), Note: f.Text("note"),
			}
			return p, p != data.Person{}
		}
	}
}

func numberRow(host *kit.Host, home func() data.Country) func(*kit.Form, data.PartnerNumber, func()) func(*data.Problems) (data.PartnerNumber, bool) {
	return func(f *kit.Form, n data.PartnerNumber, edited func()) func(*data.Problems) (data.PartnerNumber, bool) {
		var kinds []kit.Option[data.NumberKind]
		for _, k := range data.NumberKindsOf(home()) {
			kinds = append(kinds, kit.Option[data.NumberKind]{Value: k, Name: host.T(k.Label()), Also: []string{string(k)}})
		}
		kind, country := kit.NewPicker(host, kinds), kit.NewPicker(host, kit.Countries(host))
		kind.OnChanged, country.OnChanged = edited, edited
		f.Add(
			kit.Field{ID: "kind", Label: "partner.number.kind", Span: kit.Quarter, Control: kind},
			kit.Field{ID: "country", Label: "partner.number.country", Span: kit.Quarter, Control: country},
			kit.Field{ID: "number", Label: "partner.number.number"},
		)
		if n.Kind == "" {
			n.Kind, n.Country = kinds[0].Value, home()
		}
		kit.SetIn(kind, kinds, n.Kind)
		kit.SetIn(country, kit.Countries(host), n.Country)
		f.Set("number", n.Number)
		return func(*data.Problems) (data.PartnerNumber, bool) {
			n := data.PartnerNumber{Kind: kind.Value(), Number: f.Text("number"), Country: country.Value()}
			return n, n.Number != ""
		}
	}
}

// uses are the uses of addresses by their catalog keys.
var uses = []struct {
	use data.AddressUse
	key string
}{{data.DeliveryAddress, "partner.use.delivery"}, {data.BillingAddress, "partner.use.billing"}, {data.LegalAddress, "partner.use.legal"}}

func addressRow(host *kit.Host) func(*kit.Form, data.PartnerAddress, func()) func(*data.Problems) (data.PartnerAddress, bool) {
	var options []kit.Option[data.AddressUse]
	for _, u := range uses {
		options = append(options, kit.Option[data.AddressUse]{Value: u.use, Name: host.T(u.key)})
	}
	return func(f *kit.Form, a data.PartnerAddress, edited func()) func(*data.Problems) (data.PartnerAddress, bool) {
		use := kit.NewPicker(host, options)
		post, local := kit.NewPicker(host, kit.Countries(host)), kit.NewPicker(host, kit.Countries(host))
		use.OnChanged, post.OnChanged, local.OnChanged = edited, edited, edited
		f.Add(
			kit.Field{ID: "use", Label: "partner.address.use", Span: kit.Quarter, Control: use},
			kit.Field{ID: "name", Label: "partner.address.name"},
		)
		addressFields(f, "postal.", "screen.party.street", post)
		addressFields(f, "postal_local.", "partner.address.local", local)
		if a.Use == "" {
			a.Use = data.DeliveryAddress
		}
		kit.SetIn(use, options, a.Use)
		f.Set("name", a.Name)
		setAddress(host, f, "postal.", a.Post, post)
		setAddress(host, f, "postal_local.", a.Local, local)
		return func(*data.Problems) (data.PartnerAddress, bool) {
			a := data.PartnerAddress{
				Use: use.Value(), Name: f.Text("name"),
				Post: readAddress(f, "postal.", post), Local: readAddress(f, "postal_local.", local),
			}
			return a, a.Name != "" || !a.Post.IsZero() || !a.Local.IsZero()
		}
	}
}

func addressFields(f *kit.Form, prefix, street string, country *kit.Picker[data.Country]) {
	f.Add(
		kit.Field{ID: prefix + "address", Label: street, Span: kit.Whole, Lines: 2},
		kit.Field{ID: prefix + "city", Label: "screen.party.city", Span: kit.Quarter},
		kit.Field{ID: prefix + "region", Label: "screen.party.region", Span: kit.Quarter},
		kit.Field{ID: prefix + "postal_code", Label: "screen.party.postal_code", Span: kit.Quarter},
		kit.Field{ID: prefix + "country", Label: "screen.party.country", Span: kit.Quarter, Control: country},
	)
}

func setAddress(host *kit.Host, f *kit.Form, prefix string, a data.Address, country *kit.Picker[data.Country]) {
	f.Set(prefix+"address", a.Street)
	f.Set(prefix+"city", a.City)
	f.Set(prefix+"region", a.Region)
	f.Set(prefix+"postal_code", a.PostalCode)
	kit.SetIn(country, kit.Countries(host), a.Country)
}

func readAddress(f *kit.Form, prefix string, country *kit.Picker[data.Country]) data.Address {
	return data.Address{
		Street: f.Text(prefix + "address"), City: f.Text(prefix + "city"), Region: f.Text(prefix + "region"),
		PostalCode: f.Text(prefix + "postal_code"), Country: country.Value(),
	}
}

func consentRow(host *kit.Host) func(*kit.Form, data.Consent, func()) func(*data.Problems) (data.Consent, bool) {
	return func(f *kit.Form, c data.Consent, _ func()) func(*data.Problems) (data.Consent, bool) {
		given, withdrawn := f.NewDate("given_on"), f.NewDate("withdrawn_on")
		f.Add(
			kit.Field{ID: "purpose", Label: "partner.consent.purpose", Hint: "partner.consent.purpose.hint"},
			kit.Field{ID: "source", Label: "partner.consent.source", Hint: "partner.consent.source.hint"},
			kit.Field{ID: "given_on", Label: "partner.consent.given", Span: kit.Quarter, Control: given},
			kit.Field{ID: "withdrawn_on", Label: "partner.consent.withdrawn", Span: kit.Quarter, Control: withdrawn},
		)
		texts(f, map[string]string{"purpose": c.Purpose, "source": c.Source})
		given.Set(c.Given)
		withdrawn.Set(c.Withdrawn)
		return func(bad *data.Problems) (data.Consent, bool) {
			c := data.Consent{
				Purpose: f.Text("purpose"), Source: f.Text("source"),
				Given: given.Read("given_on", bad), Withdrawn: withdrawn.Read("withdrawn_on", bad),
			}
			return c, c != data.Consent{}
		}
	}
}
