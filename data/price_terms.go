package data

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// priceTerms are the terms in the order prices are shown. A trailing C means that a commission is inside.
var priceTerms = []string{
	"EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP", "FOBC", "CFRC", "CIFC",
}

// pricing is a [PriceInput] as exact fractions. base is the FOB cost in the foreign currency: with a mark-up that is
// in it, with a margin every price is still divided by what its percentages leave.
type pricing struct {
	in               PriceInput
	markup           *big.Rat // 1 + mark-up
	onPrice          *big.Rat // margin and bank share, of every price
	insured          *big.Rat // insured share × premium rate
	commission       *big.Rat
	freight, perCost *big.Rat // perCost: foreign currency for 1 of own cost, mark-up included; nil without fx
	rate             *big.Rat // fx less its buffer; nil without fx
	base             *big.Rat
	carried          []Step // the arithmetic of the carriage
}

func sum(a *big.Rat, more ...*big.Rat) *big.Rat {
	total := new(big.Rat).Set(a)
	for _, r := range more {
		total.Add(total, r)
	}
	return total
}

func less(a, b *big.Rat) *big.Rat  { return new(big.Rat).Sub(a, b) }
func times(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func over(a, b *big.Rat) *big.Rat  { return new(big.Rat).Quo(a, b) }
func restOfOne(shares ...*big.Rat) *big.Rat {
	return less(big.NewRat(1, 1), sum(new(big.Rat), shares...))
}

// Price works out the price of one unit under every term it can: from cost up, or from a known price in both
// directions. Nothing is rounded between terms. With a mark-up FOB is cost × (1 + mark-up) ÷ fx and the rest is built on
// it; with a margin, or neither, each price solves all its percentages at once. EXW leaves the domestic costs to the
// buyer except PremisesCost, FCA the terminal's and the loading, FAS the loading. Costs that aren't named are zero
// (DESIGN 4): without a Destination DAP, DPU and DDP cost what CIF does. What is wrong with the input comes back as
// [Problems].
func Price(in PriceInput) (PriceResult, error) {
	if p := in.problems(); len(p) > 0 {
		return PriceResult{}, p
	}
	calc, _ := newPricing(in) // its problems are known by now
	if in.From.Term != "" {
		calc.base = calc.baseFor(in.From.Term, exactly(in.From.Price))
	} else {
		calc.base = calc.baseOf(exactly(*in.PurchasePrice))
	}
	return calc.result()
}

// newPricing turns the input into fractions. What keeps the freight from being known are problems.
func newPricing(in PriceInput) (*pricing, Problems) {
	p := &pricing{
		in: in, markup: big.NewRat(1, 1), onPrice: new(big.Rat), commission: exactly(in.Commission), freight: exactly(in.Freight),
		insured: times(exactly(or(in.InsuredShare, decimal.New(11, -1))), exactly(in.InsuranceRate)),
	}
	switch {
	case in.Markup != nil:
		p.markup.Add(p.markup, exactly(*in.Markup))
	case in.Margin != nil:
		p.onPrice = sum(exactly(*in.Margin), exactly(in.Bank))
	default:
		p.onPrice = exactly(in.Bank)
	}
	if in.Fx.IsPositive() {
		p.rate = times(exactly(in.Fx), restOfOne(exactly(in.Buffer)))
		p.perCost = over(p.markup, p.rate)
	}
	return p, p.carry()
}

// baseFor finds the base that gives price under term. Every price grows in a straight line with the base, so two
// points of it are enough.
func (p *pricing) baseFor(term string, price *big.Rat) *big.Rat {
	at0, at1 := p.price(term, new(big.Rat)), p.price(term, big.NewRat(1, 1))
	return over(less(price, at0), less(at1, at0))
}

// left returns the domestic costs that a term leaves to the buyer, in the foreign currency.
func (p *pricing) left(term string) *big.Rat {
	loading := or(p.in.LoadingCost, decimal.Zero)
	cost := decimal.Zero
	switch term {
	case "EXW":
		cost = or(p.in.DomesticCost, decimal.Zero).Sub(p.in.PremisesCost)
	case "FCA":
		cost = p.in.TerminalCost.Add(loading)
	case "FAS":
		cost = loading
	}
	if cost.IsZero() || p.perCost == nil {
		return new(big.Rat)
	}
	return times(exactly(cost), p.perCost)
}

// price returns the price under term when the FOB cost is base.
func (p *pricing) price(term string, base *big.Rat) *big.Rat {
	switch term {
	case "DAP", "DPU", "DDP":
		return p.delivered(term, base)
	case "FOBC", "CFRC", "CIFC":
		if p.in.CommissionOn == "cif" {
			return over(p.price(term[:3], base), restOfOne(p.commission))
		}
		return over(p.covered(term[:3], base), restOfOne(append(p.shares(term[:3]), p.commission)...))
	}
	return over(p.covered(term, base), restOfOne(p.shares(term)...))
}

// covered returns the costs that a price under term covers, percentages of the price aside.
func (p *pricing) covered(term string, base *big.Rat) *big.Rat {
	costs := less(base, p.left(term))
	if term[0] == 'C' {
		costs.Add(costs, p.freight)
	}
	return costs
}

// shares returns the percentages of a price under term, commission aside.
func (p *pricing) shares(term string) []*big.Rat {
	if term == "CIF" || term == "CIP" {
		return []*big.Rat{p.onPrice, p.insured}
	}
	return []*big.Rat{p.onPrice}
}

// delivered returns the price under a D rule: the CIF price and what comes behind it, with margin and bank share.
func (p *pricing) delivered(term string, base *big.Rat) *big.Rat {
	d, cif := p.destination(), p.price("CIF", base)
	behind := exactly(d.Cost)
	switch term {
	case "DPU":
		behind.Add(behind, exactly(d.Unloading))
	case "DDP":
		value := cif
		if d.CustomsValue == "fob" {
			value = p.price("FOB", base)
		}
		duty := times(value, exactly(d.DutyRate))
		vat := times(sum(value, duty, exactly(d.Cost)), exactly(d.VATRate))
		behind = sum(behind, exactly(d.Clearance), duty, vat)
	}
	return sum(cif, over(behind, restOfOne(p.onPrice)))
}

// destination returns what delivery costs; nothing where nobody said.
func (p *pricing) destination() Destination {
	if p.in.Destination == nil {
		return Destination{}
	}
	return *p.in.Destination
}

// result gathers and rounds the figures.
func (p *pricing) result() (PriceResult, error) {
	decimals := p.in.Currency.Decimals()
	if p.in.PriceDecimals != nil {
		decimals = *p.in.PriceDecimals
	}
	r := PriceResult{Currency: p.in.Currency}
	for _, term := range priceTerms {
		exact := p.price(term, p.base)
		if exact.Sign() < 0 {
			return PriceResult{}, Problems{{Field: "from.price", Key: "problem.below_costs"}}
		}
		r.Prices = append(r.Prices, TermPrice{term, rounded(exact, decimals)})
		r.Exact = append(r.Exact, TermPrice{term, rounded(exact, 10)})
	}
	r.Premium = rounded(times(p.price("CIF", p.base), p.insured), decimals)
	r.Commission = rounded(times(p.price("CIFC", p.base), p.commission), decimals)
	p.costs(&r)
	p.explain(&r)
	return r, nil
}

// ownDecimals are those of costs in the merchant's own currency.
const ownDecimals = 2

// costs fills in the figures in the merchant's own currency, where the exchange rate is known.
func (p *pricing) costs(r *PriceResult) {
	if p.perCost == nil {
		return
	}
	c := p.costing()
	if p.in.From.Term != "" {
		r.PurchasePrice = rounded(c.purchase, ownDecimals)
	}
	r.Refund, r.NetCost = rounded(c.refund, ownDecimals), rounded(sum(c.purchase, c.notCreditable, new(big.Rat).Neg(c.refund)), ownDecimals)
	r.Cost = rounded(c.whole, ownDecimals)
	if p.in.CostWay == Manufactured {
		r.NotCreditable = rounded(c.notCreditable, ownDecimals)
	}
	r.Rate = rounded(p.rate, 6)
	if fob, ok := new(big.Rat).SetString(r.Prices.Of("FOB")); ok && fob.Sign() > 0 {
		r.ExchangeCost = rounded(over(c.whole, fob), 4)
		r.Profit = rounded(less(times(fob, exactly(p.in.Fx)), c.whole), 4)
	}
}
