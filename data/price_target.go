package data

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// TargetResult is what a price that the buyer asks for leaves. Shares are parts of one with six decimals.
type TargetResult struct {
	Term          string `json:"term"`
	Price         string `json:"price"`
	Margin        string `json:"margin"`                   // on the price, after bank, commission and insurance; below zero: a loss
	Markup        string `json:"markup,omitempty"`         // on the cost, bank share included
	PurchasePrice string `json:"purchase_price,omitempty"` // the highest that leaves the margin or mark-up that was asked for
	Below         bool   `json:"below_costs,omitempty"`    // no purchase price does
}

// fine is how far margins are solved: parts of one with 12 decimals.
var fine = new(big.Int).Exp(big.NewInt(10), big.NewInt(12), nil)

// MarginAt returns the share of a price under a term that is margin when the goods cost what in says, rounded to ten
// decimals: bank share, commission, insurance, freight and what lies behind are paid before. Below zero it is a loss.
// In's own margin or mark-up doesn't matter. What is wrong with in comes back as [Problems].
func MarginAt(in PriceInput, term string, price decimal.Decimal) (decimal.Decimal, error) {
	in.Margin, in.Markup, in.From, in.Target = new(decimal.Decimal), nil, KnownPrice{}, KnownPrice{}
	if p := in.problems(); len(p) > 0 {
		return decimal.Zero, p
	}
	return marginAt(in, term, exactly(price)), nil
}

// marginAt looks for the margin by halving: every price grows with it. A D term with duty has no formula for it.
func marginAt(in PriceInput, term string, price *big.Rat) decimal.Decimal {
	low, high := new(big.Int).Mul(fine, big.NewInt(-1000)), new(big.Int).Set(fine)
	for new(big.Int).Sub(high, low).Cmp(big.NewInt(1)) > 0 {
		middle := new(big.Int).Rsh(new(big.Int).Add(low, high), 1)
		if priceWith(in, decimal.NewFromBigInt(middle, -12), term, price) {
			low = middle
		} else {
			high = middle
		}
	}
	return decimal.NewFromBigInt(low, -12).Round(10)
}

// priceWith reports whether the price under a term is at most limit with a margin.
func priceWith(in PriceInput, margin decimal.Decimal, term string, limit *big.Rat) bool {
	in.Margin = &margin
	p, problems := newPricing(in)
	if len(problems) > 0 || p.spent(term) {
		return false
	}
	p.base = p.baseOf(exactly(*in.PurchasePrice))
	return p.price(term, p.base).Cmp(limit) <= 0
}

// spent reports whether the shares leave nothing of a price under a term.
func (p *pricing) spent(term string) bool {
	shares := []*big.Rat{p.onPrice, p.insured}
	if term[len(term)-1] == 'C' && p.in.CommissionOn != "cif" {
		shares = append(shares, p.commission)
	}
	return restOfOne(shares...).Sign() <= 0 || restOfOne(p.taxLoad()).Sign() <= 0
}

// target works out what the price that the buyer asks for leaves.
func (p *pricing) target(r *PriceResult, decimals int32) {
	t := p.in.Target
	if t.Term == "" || p.perCost == nil {
		return
	}
	asked := exactly(t.Price)
	result := TargetResult{Term: t.Term, Price: t.Price.StringFixed(max(decimals, -t.Price.Exponent())), Margin: marginAt(p.in, t.Term, asked).StringFixed(6)}
	plain := p.in
	plain.Markup, plain.Margin = &decimal.Zero, nil
	bare, _ := newPricing(plain)
	cost := bare.baseOf(exactly(*p.in.PurchasePrice))
	if cost.Sign() > 0 && p.in.CostWay != Manufactured {
		result.Markup = rounded(less(over(bare.baseFor(t.Term, asked), cost), big.NewRat(1, 1)), 6)
	}
	back := *p
	back.base = back.baseFor(t.Term, asked)
	highest := back.costing().purchase
	if result.Below = highest.Sign() <= 0; !result.Below {
		result.PurchasePrice = rounded(highest, ownDecimals)
	}
	r.Target = &result
}
