package data

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"
)

// PricedLine is what a line's price was worked out from, at one moment.
type PricedLine struct {
	UUID     string      `json:"-"`    // of the line
	Position int         `json:"line"` // from 1
	SKU      string      `json:"sku"`
	Price    UnitPrice   `json:"unit_price"`
	Currency Currency    `json:"currency"`
	Rule     string      `json:"incoterm,omitzero"`
	Pricing  Assumptions `json:"pricing"`
}

// PricedLines returns the lines of o whose price was worked out.
func (o Order) PricedLines() (list []PricedLine) {
	for i, l := range o.Lines {
		if len(l.Pricing) > 0 {
			list = append(list, PricedLine{l.UUID, i + 1, l.SKU, l.Price, o.Currency, o.Incoterm.Rule, l.Pricing})
		}
	}
	return list
}

// LineAssumptions returns what the price of a line starts from: what is kept with it, else what is known of the article; the
// quantity and the currency are the order's as they are now. A rate for another currency than before is left out.
func LineAssumptions(o Order, l OrderLine, p Product, company Company, day Date) Assumptions {
	a := l.Pricing
	if len(a) == 0 {
		a = AssumptionsOf(p, company, o.Destination, day)
	}
	now := Assumptions{"currency": string(o.Currency)}
	if l.Quantity > 0 {
		now["quantity"] = l.Quantity.String()
	}
	if a["currency"] != string(o.Currency) {
		now["fx"], now["rate_date"] = "", ""
	}
	return a.With(now)
}

// PriceTerm returns the term that an order's rule is priced under: with a commission the price that contains it, where there is
// one.
func (a Assumptions) PriceTerm(rule string) string {
	with := map[string]string{"FOB": "FOBC", "CFR": "CFRC", "CPT": "CFRC", "CIF": "CIFC", "CIP": "CIFC"}[rule]
	if d, err := decimal.NewFromString(a["commission"]); err == nil && d.IsPositive() && with != "" {
		return with
	}
	return rule
}

// LinePrice works the price of a line out, rounded as its currency or the assumptions have it. A rule that has no price is a
// problem with "incoterm".
func LinePrice(in PriceInput, term string) (UnitPrice, error) {
	if !slices.Contains(priceTerms, term) {
		return 0, Problems{{Field: "incoterm", Key: "price.problem.term"}}
	}
	r, err := Price(in)
	if err != nil {
		return 0, err
	}
	return ParseUnitPrice(r.Prices.Of(term))
}

// PricingChange is what differs in the assumptions of one line between two revisions.
type PricingChange struct {
	Line    int                `json:"line"`
	SKU     string             `json:"sku"`
	Before  UnitPrice          `json:"unit_price_before"`
	After   UnitPrice          `json:"unit_price_after"`
	Margin  [2]string          `json:"margin"` // before and after, parts of one; "" where it isn't known
	Changes []AssumptionChange `json:"changes"`
}

// PricingChanges compares lines by their identity. Lines that stand in one list only, and those without any difference, aren't in
// the answer.
func PricingChanges(before, after []PricedLine) (list []PricingChange) {
	for _, now := range after {
		i := slices.IndexFunc(before, func(l PricedLine) bool { return l.UUID == now.UUID })
		if i < 0 {
			continue
		}
		was := before[i]
		if was.Price == now.Price && was.Currency == now.Currency && maps.Equal(was.Pricing, now.Pricing) {
			continue
		}
		c := PricingChange{Line: now.Position, SKU: now.SKU, Before: was.Price, After: now.Price, Margin: [2]string{was.Margin(), now.Margin()}}
		c.Changes = AssumptionChanges(was.Pricing, now.Pricing, was.Pricing.PriceTerm(was.Rule), was.Price.Decimal())
		list = append(list, c)
	}
	return list
}

// Margin returns the share of the line's price that is margin by what is kept with it; "" where that can't be said.
func (l PricedLine) Margin() string {
	in, err := l.Pricing.Input()
	term := l.Pricing.PriceTerm(l.Rule)
	if err != nil || in.PurchasePrice == nil || !slices.Contains(priceTerms, term) || l.Price <= 0 {
		return ""
	}
	m, err := MarginAt(in, term, l.Price.Decimal())
	if err != nil {
		return ""
	}
	return m.StringFixed(6)
}
