package command

import (
	"strings"

	"tradewind/data"
	"tradewind/data/store"
)

func (s *session) partnerPage(st *store.Store, code string) (*page, error) {
	partner, err := st.Partners.ByCode(s.ctx, code)
	if err != nil {
		return nil, err
	}
	p := &page{title: s.t("command.show.partner", "Number", partner.Code)}
	var roles []string
	for _, r := range partner.Roles {
		roles = append(roles, s.role(r))
	}
	p.add(s.t("command.label.name"), strings.TrimSpace(partner.Name+"\n"+partner.LocalName))
	p.add(s.t("command.label.roles"), strings.Join(roles, ", "))
	p.add(s.t("command.label.tags"), strings.Join(partner.Tags, ", "))
	p.add(s.t("command.label.address"), s.address(partner.Address))
	p.add(s.t("command.label.tax_id"), partner.TaxID)
	p.add(s.t("command.label.contact"), partner.Contact)
	p.add(s.t("command.label.email"), partner.Email)
	p.add(s.t("command.label.phone"), partner.Phone)
	p.add(s.t("command.label.language"), partner.Language)
	p.add(s.t("command.label.currency"), string(partner.Currency))
	p.add(s.t("command.label.payment"), partner.PaymentTerms)
	p.add(s.t("command.label.term"), strings.TrimSpace(partner.Incoterm.Rule+" "+partner.Incoterm.Place))
	p.add(s.t("command.label.account"), partner.BankAccount)
	p.add(s.t("command.label.notes"), partner.Notes)
	p.parts = append(p.parts, s.personsPart(partner), s.numbersPart(partner), s.addressesPart(partner), s.consentsPart(partner))
	return p, nil
}

// address is an address with the name of its country.
func (s *session) address(a data.Address) string {
	return strings.TrimSpace(strings.Join(append(a.Lines(), a.Country.Name(s.words.Lang())), "\n"))
}

func (s *session) personsPart(p data.Partner) part {
	t := newTable(s.t("command.label.name"), s.t("command.label.title"), s.t("command.label.email"), s.t("command.label.phone"), s.t("command.label.messenger"))
	for _, one := range p.Persons {
		t.add(one, one.Name, one.Title, one.Email, one.Phone, one.Messenger)
	}
	return part{title: s.t("command.label.persons"), table: t}
}

func (s *session) numbersPart(p data.Partner) part {
	t := newTable(s.t("command.label.kind"), s.t("command.label.number"), s.t("command.label.country"))
	for _, n := range p.Numbers {
		t.add(n, s.t(n.Kind.Label()), n.Number, string(n.Country))
	}
	return part{title: s.t("command.label.numbers"), table: t}
}

func (s *session) addressesPart(p data.Partner) part {
	keys := map[data.AddressUse]string{
		data.LegalAddress: "partner.use.legal", data.DeliveryAddress: "partner.use.delivery", data.BillingAddress: "partner.use.billing",
	}
	t := newTable(s.t("command.label.kind"), s.t("command.label.name"), s.t("command.label.address"))
	for _, a := range p.Addresses {
		post := a.Post
		if post.IsZero() {
			post = a.Local
		}
		t.add(a, s.t(keys[a.Use]), a.Name, strings.ReplaceAll(s.address(post), "\n", ", "))
	}
	return part{title: s.t("command.label.addresses"), table: t}
}

func (s *session) consentsPart(p data.Partner) part {
	t := newTable(s.t("command.label.purpose"), s.t("command.label.given"), s.t("command.label.source"), s.t("command.label.withdrawn"))
	for _, c := range p.Consents {
		t.add(c, c.Purpose, string(c.Given), c.Source, string(c.Withdrawn))
	}
	return part{title: s.t("command.label.consents"), table: t}
}
