package data

import (
	"slices"
	"strings"
)

// Validate reports the fields of p that break a rule, as [Problems]; nil when it can be saved. Prices may be missing
// or zero; texts may hold anything.
func (p Product) Validate() error {
	var c check
	c.required("sku", p.SKU)
	if p.Price != nil {
		notNegative(&c, "price", *p.Price)
	}
	if p.Cost != nil {
		notNegative(&c, "cost", *p.Cost)
	}
	c.currency("currency", p.Currency)
	c.currency("cost_currency", p.CostCurrency)
	c.hsCode(p.HSCode)
	c.country("origin", p.Origin)
	notNegative(&c, "moq", p.MOQ)
	notNegative(&c, "safety_stock", p.SafetyStock)
	notNegative(&c, "max_stock", p.MaxStock)
	c.packing(p.Packing)
	c.ladder(p.PriceLadder, p.Currency)
	c.variants(p.Variants)
	c.listings(p.Listings)
	c.offers(p.Offers)
	c.customs(p)
	c.danger(p.Danger, p.Battery)
	c.certificates(p.Certificates)
	for i, one := range p.Pictures {
		known := one.Role == "" || slices.Contains(PictureRoles(), one.Role)
		c.when(!known, at("pictures", i+1)+"role", "problem.unknown_choice", "Value", one.Role)
		c.when(one.Hash == "", at("pictures", i+1)+"hash", "problem.required")
	}
	return c.problems.Err()
}

func (c *check) packing(p Packing) {
	notNegative(c, "unit_net_kg", p.UnitNet)
	notNegative(c, "pcs_per_inner", p.PcsPerInner)
	notNegative(c, "pcs_per_carton", p.PcsPerCarton)
	c.box("carton_", p.Carton)
	notNegative(c, "carton_net_kg", p.CartonNet)
	notNegative(c, "carton_gross_kg", p.CartonGross)
	c.packageKind("package_kind", p.Kind)
	c.levels(p)
}

// variants looks at the SKUs of an article's variants, and at what they say of their own.
func (c *check) variants(list []Variant) {
	seen := make(map[string]int, len(list))
	for i, v := range list {
		c.prefix = at("variants", i+1)
		c.required("sku", v.SKU)
		if other, twice := seen[v.SKU]; twice && v.SKU != "" {
			c.add("sku", "problem.duplicate", "Other", other)
		}
		seen[v.SKU] = i + 1
		if v.Price != nil {
			notNegative(c, "price", *v.Price)
		}
		notNegative(c, "unit_net_kg", v.UnitNet)
		if v.Packing != nil {
			c.prefix += "packing."
			c.packing(*v.Packing)
		}
	}
	c.prefix = ""
}

// Validate reports the fields of p that break a rule, as [Problems]; nil when it can be saved.
func (p Partner) Validate() error {
	var c check
	c.required("code", p.Code)
	c.required("name", p.Name)
	c.address(p.Party)
	c.currency("currency", p.Currency)
	c.rule(p.Incoterm)
	for _, r := range p.Roles {
		switch r {
		case Customer, Supplier, Forwarder, Bank:
		default:
			c.add("roles", "problem.unknown_role", "Value", string(r))
		}
	}
	c.partnerLists(p)
	return c.problems.Err()
}

// partnerLists looks at the rows of a partner's lists.
func (c *check) partnerLists(p Partner) {
	for i, a := range p.Addresses {
		c.prefix = at("addresses", i+1)
		c.when(a.Use != LegalAddress && a.Use != DeliveryAddress && a.Use != BillingAddress, "use", "partner.problem.use", "Value", string(a.Use))
		c.country("postal.country", a.Post.Country)
		c.country("postal_local.country", a.Local.Country)
	}
	for i, n := range p.Numbers {
		c.prefix = at("tax_numbers", i+1)
		c.when(!n.Kind.Known(), "kind", "partner.problem.kind", "Value", string(n.Kind))
		c.required("number", n.Number)
		c.country("country", n.Country)
	}
	for i, one := range p.Consents {
		c.prefix = at("consents", i+1)
		c.required("purpose", one.Purpose)
		c.date("given_on", one.Given)
		c.date("withdrawn_on", one.Withdrawn)
	}
	c.prefix = ""
	c.plan(p.Instalments)
}

// plan looks at instalments that were entered one by one: they make up the whole.
func (c *check) plan(plan PaymentPlan) {
	for i, part := range plan {
		c.prefix = at("instalments", i+1)
		c.percent("share", part.Share)
		c.when(part.Minor < 0, "amount_minor", "problem.negative")
		c.when(part.Days < 0, "days", "problem.negative")
		c.when(!slices.Contains(PaymentMethods(), part.Method), "method", "partner.problem.method", "Value", string(part.Method))
		c.when(!slices.Contains(PaymentTriggers(), part.Trigger), "trigger", "partner.problem.trigger", "Value", string(part.Trigger))
	}
	c.prefix = ""
	c.when(len(plan.Validate()) > 0, "instalments", "problem.shares")
}

// address looks at the countries of a party.
func (c *check) address(p Party) {
	c.country("country", p.Address.Country)
	c.country("postal_local.country", p.LocalAddress.Country)
}

// rule looks at a delivery term as far as it can be saved: the rule must be known, its place may still be missing.
func (c *check) rule(t Incoterm) {
	c.when(t.Rule != "" && !t.Known(), "incoterm", "problem.unknown_term", "Value", t.Rule)
}

// Validate reports the fields of c that break a rule, as [Problems]; nil when it can be saved. A company may be filled
// in bit by bit, so nothing is needed here; an issued paper asks for what it prints.
func (c Company) Validate() error {
	var k check
	k.address(c.Party)
	k.currency("currency", c.Currency)
	k.when(!strings.Contains("ABC", c.WordsStyle), "words_style", "problem.unknown_style", "Value", c.WordsStyle)
	k.when(c.ExpiryDays < 0, "expiry_days", "problem.not_days")
	k.when(c.CertificateDays < 0, "certificate_days", "problem.not_days")
	k.when(c.PictureDays < 0, "picture_days", "problem.not_days")
	k.reordering(c.Reorder)
	k.scoring(c.Scoring)
	k.quoting(c.Quoting)
	k.milestones(c.Milestones)
	k.rating(c.Rates, c.Home())
	k.channels(c.Channels)
	accounts := map[string]int{}
	for i, a := range c.BankAccounts {
		k.prefix = at("bank_accounts", i+1)
		k.currency("currency", a.Currency)
		same := string(a.Currency) + " " + number(a.Account) // two accounts of one currency are usual, one account twice isn't
		if other, twice := accounts[same]; twice {
			k.add("currency", "problem.duplicate", "Other", other)
		}
		accounts[same] = i + 1
	}
	k.letterheads(c.Letterheads)
	kinds := map[Kind]int{}
	for i, s := range c.Series {
		k.prefix = at("series", i+1)
		k.required("kind", string(s.Kind))
		k.when(s.Digits < 0, "digits", "problem.negative")
		k.when(s.Digits > maxSeriesDigits, "digits", "problem.too_large")
		if other, twice := kinds[s.Kind]; twice {
			k.add("kind", "problem.duplicate", "Other", other)
		}
		kinds[s.Kind] = i + 1
	}
	return k.problems.Err()
}

// maxSeriesDigits bounds the length of running numbers.
const maxSeriesDigits = 12

// Validate reports the fields of r that break a rule, as [Problems]; nil when it can be saved.
func (r Rate) Validate() error {
	var c check
	c.required("date", string(r.Date))
	c.date("date", r.Date)
	c.required("base", string(r.Base))
	c.currency("base", r.Base)
	c.required("quote", string(r.Quote))
	c.currency("quote", r.Quote)
	c.when(r.Base != "" && r.Base == r.Quote, "quote", "problem.same_currency")
	c.when(r.Rate <= 0, "rate", "problem.not_positive")
	return c.problems.Err()
}
