package data

// persons warns of mail addresses and languages that aren't any, and of an address that two persons share. The first
// person's own address is looked at with the party.
func (c *check) persons(list []Person) {
	seen := map[string]int{}
	for i, one := range list {
		c.prefix = at("persons", i+1)
		if i > 0 {
			c.email(one.Email)
		}
		c.language(one.Language)
		key := mailKey(one.Email)
		if other, twice := seen[key]; twice && key != "" {
			c.add("email", "partner.alike.mail_here", "Value", one.Email, "Other", other)
		} else {
			seen[key] = i + 1
		}
	}
	c.prefix = ""
}

// numbers warns of tax, customs and bank numbers whose shape or check digit is wrong. The two that papers print are
// named by their short form.
func (c *check) numbers(p Partner) {
	for i, n := range p.Numbers {
		if n.Valid(p.Address.Country) {
			continue
		}
		field := at("tax_numbers", i+1) + "number"
		switch {
		case n.Kind.Use() == ForTax && n.Number == p.TaxID:
			field = "tax_id"
		case n.Kind.Use() == ForCustoms && n.Number == p.ImportNo:
			field = "import_no"
		}
		c.oddNumber(field, n, p.Address.Country)
	}
}

// oddNumber says what is wrong with a number of its kind.
func (c *check) oddNumber(field string, n PartnerNumber, home Country) {
	if n.Country != "" {
		home = n.Country
	}
	switch {
	case n.Kind == "uscc", n.Kind == TaxKind && home == "CN":
		c.add(field, "problem.bad_uscc")
	case n.Kind == TaxKind:
		c.add(field, "problem.odd_tax_number", "Country", string(home))
	case n.Kind == "iban":
		c.add(field, "problem.bad_iban")
	case n.Kind == "bic":
		c.add(field, "problem.bad_bic")
	default:
		c.add(field, "partner.problem.number", "Kind", n.Kind)
	}
}

// consents warns of a consent without a day, and of one that was taken back before it was given.
func (c *check) consents(list []Consent) {
	for i, one := range list {
		c.prefix = at("consents", i+1)
		c.when(one.Given == "", "given_on", "partner.problem.no_day")
		c.when(one.Withdrawn != "" && one.Withdrawn < one.Given, "withdrawn_on", "partner.problem.withdrawn")
	}
	c.prefix = ""
}
