package data

import (
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// problems reports what makes the input unusable, by field.
func (in *PriceInput) problems() Problems {
	var c check
	if in.Currency == "" {
		in.Currency = "USD"
	}
	c.currency("currency", in.Currency)
	c.grid(in)
	if in.Markup != nil && in.Margin != nil {
		c.add("margin", "problem.not_both", "Other", "markup")
	}
	c.when(in.CommissionOn != "" && in.CommissionOn != "final" && in.CommissionOn != "cif",
		"commission_on", "problem.not_one_of", "Values", "final, cif")
	c.start(in)
	c.target(in)
	c.parts(in)
	c.signs(in)
	if len(c.problems) == 0 {
		c.remainders(in)
	}
	return c.problems
}

// start looks at where the calculation begins: a purchase price or a known price, and its rate.
func (c *check) start(in *PriceInput) {
	switch {
	case in.From.Term != "":
		c.known(in)
	case in.PurchasePrice == nil && !in.From.Price.IsZero():
		c.add("from.term", "problem.required")
	case in.PurchasePrice == nil:
		c.add("purchase_price", "problem.required")
	}
	if in.Fx.IsZero() && in.Currency == in.OwnCurrency() {
		in.Fx = one
	}
	own := []decimal.Decimal{or(in.DomesticCost, decimal.Zero), or(in.LoadingCost, decimal.Zero), in.TerminalCost}
	needed := in.From.Term == "" || in.CostWay == Manufactured || slices.ContainsFunc(own, decimal.Decimal.IsPositive)
	c.when(needed && in.Fx.IsZero(), "fx", "problem.required")
}

// known looks at a known price to start at.
func (c *check) known(in *PriceInput) {
	term := in.From.Term
	switch {
	case in.PurchasePrice != nil:
		c.add("from", "problem.not_both", "Other", "purchase_price")
	case !slices.Contains(priceTerms, term):
		c.add("from.term", "problem.not_one_of", "Values", strings.Join(priceTerms, ", "))
	case !in.From.Price.IsPositive():
		c.add("from.price", "problem.not_positive")
	}
}

// target looks at the price that a buyer asks for.
func (c *check) target(in *PriceInput) {
	t := in.Target
	c.when(in.Term != "" && !slices.Contains(priceTerms, in.Term), "term", "problem.not_one_of", "Values", strings.Join(priceTerms, ", "))
	switch {
	case t.Term == "" && t.Price.IsZero():
	case in.From.Term != "":
		c.add("target", "problem.not_both", "Other", "from")
	case !slices.Contains(priceTerms, t.Term):
		c.add("target.term", "problem.not_one_of", "Values", strings.Join(priceTerms, ", "))
	case !t.Price.IsPositive():
		c.add("target.price", "problem.not_positive")
	}
}

// parts looks at the parts of the domestic cost: together they can't be more than the whole.
func (c *check) parts(in *PriceInput) {
	whole := or(in.DomesticCost, decimal.Zero)
	parts := in.PremisesCost.Add(in.TerminalCost).Add(or(in.LoadingCost, decimal.Zero))
	c.when(parts.GreaterThan(whole), "domestic_cost", "problem.parts_over_whole")
}

// signs looks at figures that a caller other than the JSON reader may have got wrong.
func (c *check) signs(in *PriceInput) {
	figures := []struct {
		field string
		d     decimal.Decimal
	}{
		{"purchase_price", or(in.PurchasePrice, decimal.Zero)},
		{"vat_rate", in.VATRate},
		{"refund_rate", in.RefundRate},
		{"domestic_cost", or(in.DomesticCost, decimal.Zero)},
		{"premises_cost", in.PremisesCost},
		{"terminal_cost", in.TerminalCost},
		{"loading_cost", or(in.LoadingCost, decimal.Zero)},
		{"fx", in.Fx},
		{"fx_buffer", in.Buffer},
		{"markup", or(in.Markup, decimal.Zero)},
		{"margin", or(in.Margin, decimal.Zero)},
		{"freight", in.Freight},
		{"insurance_rate", in.InsuranceRate},
		{"insured_share", or(in.InsuredShare, decimal.Zero)},
		{"commission", in.Commission},
		{"bank", in.Bank},
	}
	if d := in.Destination; d != nil {
		figures = append(figures, []struct {
			field string
			d     decimal.Decimal
		}{
			{"destination_cost", d.Cost},
			{"unloading_cost", d.Unloading},
			{"import_clearance", d.Clearance},
			{"duty_rate", d.DutyRate},
			{"vat_rate_destination", d.VATRate},
		}...)
	}
	for _, f := range figures {
		c.when(f.d.IsNegative(), f.field, "problem.negative")
	}
	c.when(in.Buffer.GreaterThanOrEqual(one), "fx_buffer", "problem.share_over_one")
	c.when(in.RefundRate.GreaterThan(one), "refund_rate", "problem.share_over_one")
	c.when(in.RefundRate.GreaterThan(in.VATRate) && !in.RefundRate.GreaterThan(one), "refund_rate", "problem.refund_over_vat")
}

// remainders looks at what the percentages leave of the price: nothing can be divided by zero or less.
func (c *check) remainders(in *PriceInput) {
	p, problems := newPricing(*in)
	if len(problems) > 0 {
		c.problems = append(c.problems, problems...)
		return
	}
	field := "margin"
	switch {
	case p.taxLoad().Cmp(big.NewRat(1, 1)) >= 0:
		field = "vat_rate"
	case restOfOne(p.onPrice).Sign() <= 0:
		if in.Margin == nil {
			field = "bank"
		}
	case restOfOne(p.onPrice, p.insured).Sign() <= 0:
		field = "insurance_rate"
	case restOfOne(p.commission).Sign() <= 0, in.CommissionOn != "cif" && restOfOne(p.onPrice, p.insured, p.commission).Sign() <= 0:
		field = "commission"
	default:
		return
	}
	c.add(field, "problem.shares_of_price")
}
