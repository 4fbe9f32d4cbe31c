package data

import (
	"regexp"
	"slices"
)

// PartnerNumber is a number by which an authority or a bank knows a partner.
type PartnerNumber struct {
	Kind    NumberKind `json:"kind"`
	Number  string     `json:"number"`
	Country Country    `json:"country,omitzero"` // that gave it; "" is that of the partner's address
}

// NumberKind is what a number is called. The rules of its shape stand in numberKinds.
type NumberKind string

// The kinds that are taken when nothing more is known.
const (
	TaxKind    NumberKind = "tax"    // as the country calls it
	ImportKind NumberKind = "import" // a number customs asks for
)

// NumberUse is what kinds of numbers are for.
type NumberUse int

// The uses. Papers print the first number of the first two.
const (
	ForTax NumberUse = iota
	ForCustoms
	ForBank
)

// numberRule is what is known of one kind: the country that gives it, "" for several, and its shape.
type numberRule struct {
	kind    NumberKind
	use     NumberUse
	country Country
	valid   func(Country, string) bool
	label   string // catalog key of what it is called
}

// numberKinds holds the kinds in the order they are offered (STANDARDS 5.9, 5.10). Only shape and check digit are
// known here: whether a number was ever given out can only be asked online.
var numberKinds = []numberRule{
	{TaxKind, ForTax, "", ValidTaxNumber, "partner.kind.tax"},
	{"vat", ForTax, "", anyCountry(ValidVAT), "partner.kind.vat"},
	{"uscc", ForTax, "CN", anyCountry(ValidUSCC), "partner.kind.uscc"},
	{"ein", ForTax, "US", shaped(`\d{9}`), "partner.kind.ein"},
	{"bn", ForTax, "CA", shaped(`\d{9}(R[CMPT]\d{4})?`), "partner.kind.bn"},
	{"rfc", ForTax, "MX", shaped(`[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}`), "partner.kind.rfc"},
	{"cnpj", ForTax, "BR", anyCountry(ValidCNPJ), "partner.kind.cnpj"},
	{"npwp", ForTax, "ID", shaped(`\d{15,16}`), "partner.kind.npwp"},
	{"gstin", ForTax, "IN", shaped(`[A-Z0-9]{15}`), "partner.kind.gstin"},
	{"abn", ForTax, "AU", shaped(`\d{11}`), "partner.kind.abn"},
	{"pin", ForTax, "KE", shaped(`A\d{9}[A-Z]`), "partner.kind.pin"},
	{"trn", ForTax, "AE", shaped(`\d{15}`), "partner.kind.trn"},
	{"ksa-vat", ForTax, "SA", shaped(`3\d{13}3`), "partner.kind.ksa_vat"},
	{ImportKind, ForCustoms, "", func(Country, string) bool { return true }, "partner.kind.import"},
	{"eori", ForCustoms, "", anyCountry(ValidEORI), "partner.kind.eori"},
	{"iec", ForCustoms, "IN", shaped(`[A-Z0-9]{10}`), "partner.kind.iec"},
	{"customs-cn", ForCustoms, "CN", shaped(`[A-Z0-9]{10}`), "partner.kind.customs_cn"},
	{"egypt-tax", ForCustoms, "EG", shaped(`\d{9}`), "partner.kind.egypt_tax"},
	{"iban", ForBank, "", anyCountry(ValidIBAN), "partner.kind.iban"},
	{"bic", ForBank, "", anyCountry(ValidBIC), "partner.kind.bic"},
}

// anyCountry makes a check of numbers out of one that doesn't ask for the country.
func anyCountry(valid func(string) bool) func(Country, string) bool {
	return func(_ Country, s string) bool { return valid(s) }
}

// shaped returns the check for a whole number of this pattern.
func shaped(pattern string) func(Country, string) bool {
	shape := regexp.MustCompile("^(" + pattern + ")$")
	return func(_ Country, s string) bool { return shape.MatchString(taxNumber(s)) }
}

// NumberKinds returns the kinds in the order they are offered.
func NumberKinds() []NumberKind {
	kinds := make([]NumberKind, len(numberKinds))
	for i, r := range numberKinds {
		kinds[i] = r.kind
	}
	return kinds
}

// NumberKindsOf returns the kinds with those of a country first: its own, and for the European Union and the United Kingdom
// VAT and EORI.
func NumberKindsOf(home Country) []NumberKind {
	_, union := vatShapes[string(home)]
	union = union || home == "GR"
	var own, rest []NumberKind
	for _, r := range numberKinds {
		if home != "" && r.country == home || union && (r.kind == "vat" || r.kind == "eori") {
			own = append(own, r.kind)
		} else {
			rest = append(rest, r.kind)
		}
	}
	return append(own, rest...)
}

// rule returns what is known of k; a kind nobody knows has no shape and counts as a tax number.
func (k NumberKind) rule() numberRule {
	for _, r := range numberKinds {
		if r.kind == k {
			return r
		}
	}
	return numberRule{kind: k, valid: func(Country, string) bool { return true }}
}

// Known reports whether k is a kind of number.
func (k NumberKind) Known() bool {
	return slices.ContainsFunc(numberKinds, func(r numberRule) bool { return r.kind == k })
}

// Label is the catalog key of what the kind is called; "" for one that isn't known.
func (k NumberKind) Label() string { return k.rule().label }

// Use returns what numbers of the kind are for.
func (k NumberKind) Use() NumberUse { return k.rule().use }

// Valid reports whether n has the shape and check digit of its kind; home is the country of the partner's address.
func (n PartnerNumber) Valid(home Country) bool {
	if n.Country != "" {
		home = n.Country
	}
	return n.Kind.rule().valid(home, n.Number)
}

// kindOf guesses the kind of a number for use from the country of the partner and its shape.
func kindOf(use NumberUse, home Country, number string) NumberKind {
	_, union := vatShapes[string(home)]
	for _, r := range numberKinds {
		mine := r.country == home && home != "" || r.kind == "vat" && (union || home == "GR")
		if r.use == use && (mine || r.kind == "eori") && r.valid(home, number) {
			return r.kind
		}
	}
	if use == ForCustoms {
		return ImportKind
	}
	return TaxKind
}

// settleNumbers brings the tax number and the customs number that papers print together with the list.
func (p *Partner) settleNumbers() {
	p.settleNumber(ForTax, &p.TaxID)
	p.settleNumber(ForCustoms, &p.ImportNo)
}

func (p *Partner) settleNumber(use NumberUse, short *string) {
	at := slices.IndexFunc(p.Numbers, func(n PartnerNumber) bool { return n.Kind.Use() == use })
	switch {
	case at < 0 && *short == "":
	case at < 0:
		one := PartnerNumber{Kind: kindOf(use, p.Address.Country, *short), Number: *short}
		if use == ForTax {
			p.Numbers = append([]PartnerNumber{one}, p.Numbers...)
		} else {
			p.Numbers = append(slices.Clone(p.Numbers), one)
		}
	case *short == "":
		*short = p.Numbers[at].Number
	case p.Numbers[at].Number != *short:
		p.Numbers = slices.Clone(p.Numbers)
		p.Numbers[at].Number = *short
		if !p.Numbers[at].Valid(p.Address.Country) {
			p.Numbers[at].Kind = kindOf(use, p.Address.Country, *short)
		}
	}
}

// NumbersFirst makes the tax number and the customs number that papers print the first of the list.
func (p *Partner) NumbersFirst() {
	p.TaxID, p.ImportNo = p.firstNumber(ForTax), p.firstNumber(ForCustoms)
}

// WithoutFirst takes the first number for use out of the list: the short form was emptied.
func (p *Partner) WithoutFirst(use NumberUse) {
	at := slices.IndexFunc(p.Numbers, func(n PartnerNumber) bool { return n.Kind.Use() == use })
	if at >= 0 {
		p.Numbers = slices.Delete(slices.Clone(p.Numbers), at, at+1)
	}
}

func (p *Partner) firstNumber(use NumberUse) string {
	for _, n := range p.Numbers {
		if n.Kind.Use() == use {
			return n.Number
		}
	}
	return ""
}
