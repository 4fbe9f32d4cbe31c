package data

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Bounds beyond which a figure or a date is taken for a slip. They only ever warn.
const (
	oddQuantity = 10_000_000_000 // thousandths: ten million pieces of one article
	oddSide     = 59_000         // tenths of a millimetre: a 20-foot container is 5.90 m long inside (STANDARDS 4.3)
	firstYear   = 1980           // spreadsheets and old disks write 1900, 1904 and 1970 for "no date"
	lastYear    = 2099
)

// The sentences' arguments are only made when there is something to say: an import asks for every row.

// Warnings reports what looks wrong with p but doesn't stop it from being saved.
func (p Product) Warnings() Problems {
	var c check
	c.gtin(p.GTIN)
	c.tariff(p.HSCode)
	c.unit(p.Unit)
	c.quantity("moq", p.MOQ)
	c.quantity("safety_stock", p.SafetyStock)
	c.quantity("max_stock", p.MaxStock)
	c.when(p.MaxStock > 0 && p.MaxStock <= p.SafetyStock, "max_stock", "problem.max_below_safety")
	c.packed(p.Packing, p.Unit)
	c.oddLadder(p)
	c.oddCustoms(p)
	c.oddDanger(p.Danger, p.Battery)
	for i, v := range p.Variants {
		if v.Packing != nil {
			c.prefix = at("variants", i+1) + "packing."
			c.packed(*v.Packing, p.Unit)
		}
		if v.GTIN != "" && (i > 0 || v.GTIN != p.GTIN) { // the first variant is the product itself
			c.prefix = at("variants", i+1)
			c.gtin(v.GTIN)
		}
	}
	c.prefix = ""
	for i, l := range p.Listings {
		c.prefix = at("listings", i+1)
		c.language(l.Language)
	}
	return c.problems
}

// gtin warns of a wrong check digit or length (GS1, STANDARDS 5.8).
func (c *check) gtin(code string) {
	if key, args := GTINDoubt(code); code != "" && key != "" {
		c.problems = append(c.problems, Problem{Field: c.prefix + "gtin", Key: key, Args: args})
	}
}

// tariff warns of an HS code whose chapter doesn't exist, and of one with 7, 9 or 11 digits: nations add digits in
// pairs, China three for inspection, and only Japan has 9 (STANDARDS 5.6), so most likely a zero was lost.
func (c *check) tariff(code string) {
	c.when(oddChapter(code), "hs_code", "problem.odd_chapter")
	if n := len(code); n == 7 || n == 9 || n == 11 {
		c.add("hs_code", "problem.odd_hs_digits", "Value", code, "Digits", n)
	}
}

// unit warns of a unit that has no name and no code here (STANDARDS 5.3).
func (c *check) unit(u Unit) {
	if u != "" && !u.Known() {
		c.add("unit", "problem.unknown_unit", "Value", string(u))
	}
}

// quantity warns of a figure that is more likely a barcode or a slip.
func (c *check) quantity(field string, q Quantity) {
	if q > oddQuantity || q < -oddQuantity {
		c.add(field, "problem.odd_quantity", "Value", q.String())
	}
}

// whole warns of a part of a piece.
func (c *check) whole(field string, q Quantity, u Unit) {
	if q%1000 != 0 && u.Counted() {
		c.add(field, "problem.part_of_piece", "Value", q.String(), "Unit", string(u))
	}
}

// packed warns of packing that can't be: part of a piece in a carton, a carton lighter than its goods, one that no
// container takes.
func (c *check) packed(k Packing, u Unit) {
	c.whole("pcs_per_carton", k.PcsPerCarton, u)
	c.quantity("pcs_per_carton", k.PcsPerCarton)
	net := k.CartonNet
	if k.UnitNet > 0 && k.PcsPerCarton > 0 && k.CartonGross > 0 {
		full, _ := k.NetOf(k.PcsPerCarton)
		net = max(net, full)
	}
	c.when(k.CartonGross > 0 && net > k.CartonGross, "carton_gross_kg", "problem.gross_below_net")
	c.when(k.PcsPerInner > 0 && k.PcsPerCarton > 0 && k.PcsPerCarton%k.PcsPerInner != 0, "pcs_per_inner", "problem.inner_carton")
	c.sides("carton_", k.Carton)
	c.oddLevels(k)
}

// sides warns of a package that is longer than a container, as millimetres in a field for centimetres are.
func (c *check) sides(prefix string, b Box) {
	if max(b.Length, b.Width, b.Height) <= oddSide {
		return
	}
	for _, side := range []struct {
		field  string
		length Length
	}{{"length_cm", b.Length}, {"width_cm", b.Width}, {"height_cm", b.Height}} {
		c.when(side.length > oddSide, prefix+side.field, "problem.odd_size", "Value", side.length.String())
	}
}

// day warns of a date that no living order has.
func (c *check) day(field string, d Date) {
	if d == "" {
		return
	}
	if y := d.Year(); y < firstYear || y > lastYear {
		c.add(field, "problem.odd_year", "Value", string(d), "First", firstYear, "Last", lastYear)
	}
}

// language warns of a tag that no language has. Two languages at once are written "en+zh".
func (c *check) language(tag string) {
	for one := range strings.SplitSeq(tag, "+") {
		if one == "" || slices.Contains([]string{"en", "zh"}, one) {
			continue
		}
		if _, err := language.Parse(one); err != nil {
			c.add("language", "problem.unknown_language", "Value", tag)
			return
		}
	}
}

// Warnings reports what looks wrong with p but doesn't stop it from being saved.
func (p Partner) Warnings() Problems {
	var c check
	c.email(p.Email)
	if len(p.Numbers) == 0 { // not settled yet
		c.taxNumber(p.Party)
	}
	c.postal("postal_code", p.Address)
	c.postal("postal_local.postal_code", p.LocalAddress)
	for i, a := range p.Addresses {
		c.postal(at("addresses", i+1)+"postal.postal_code", a.Post)
		c.postal(at("addresses", i+1)+"postal_local.postal_code", a.Local)
	}
	c.persons(p.Persons)
	c.numbers(p)
	c.consents(p.Consents)
	c.language(p.Language)
	if plan, ok := ParsePayment(p.PaymentTerms); ok && len(p.Instalments) == 0 {
		c.problems = append(c.problems, plan.Validate()...)
	}
	return append(c.problems, p.Incoterm.Warnings(false)...)
}

// party warns of contact data and tax numbers that look wrong.
func (c *check) party(p Party) {
	c.email(p.Email)
	c.taxNumber(p)
	c.postal("postal_code", p.Address)
}

// postal warns of a postal code that isn't one of the address's country.
func (c *check) postal(field string, a Address) {
	if example, doubtful := a.PostalCodeDoubtful(); doubtful {
		c.add(field, "partner.problem.postal", "Value", a.PostalCode, "Country", string(a.Country), "Example", example)
	}
}

// taxNumber warns of a tax number that isn't one of the party's country.
func (c *check) taxNumber(p Party) {
	switch {
	case p.TaxID == "" || ValidTaxNumber(p.Address.Country, p.TaxID):
	case p.Address.Country == "CN":
		c.add("tax_id", "problem.bad_uscc")
	default:
		c.add("tax_id", "problem.odd_tax_number", "Country", string(p.Address.Country))
	}
}

// Warnings reports what looks wrong with c but doesn't stop it from being saved.
func (c Company) Warnings() Problems {
	var k check
	k.party(c.Party)
	for i, a := range c.BankAccounts {
		k.prefix = at("bank_accounts", i+1)
		iban := len(a.Account) > 4 && ibanShape.MatchString(number(a.Account)) // letters, two digits: meant to be one
		k.when(iban && !ValidIBAN(a.Account), "account", "problem.bad_iban")
		k.when(a.SWIFT != "" && !ValidBIC(a.SWIFT), "swift", "problem.bad_bic")
	}
	return k.problems
}

// Warnings reports what looks wrong with l but doesn't stop it from being counted.
func (l Level) Warnings() Problems {
	var c check
	c.quantity("quantity", l.Quantity)
	if l.Quantity < 0 {
		c.add("quantity", "problem.negative_stock", "Value", l.Quantity.String())
	}
	c.day("expiry", l.Expiry)
	return c.problems
}

// Warnings reports what looks wrong with r but doesn't stop it from being saved.
func (r Rate) Warnings() Problems {
	var c check
	c.day("date", r.Date)
	return c.problems
}
