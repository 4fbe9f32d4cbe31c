package data

import (
	"math/big"
	"slices"

	"github.com/shopspring/decimal"
)

// percents writes a share as percents without trailing zeros.
func percents(r *big.Rat) string {
	d, err := decimal.NewFromString(new(big.Rat).Mul(r, big.NewRat(100, 1)).FloatString(6))
	if err != nil {
		return r.FloatString(6)
	}
	return d.String()
}

// explain adds the convention, the arithmetic, the target and the effects to a result.
func (p *pricing) explain(r *PriceResult) {
	if r.CommissionOn = p.in.CommissionOn; r.CommissionOn == "" {
		r.CommissionOn = "final"
	}
	if p.freight.Sign() > 0 {
		r.FreightEach = rounded(p.freight, 6)
	}
	r.Steps = map[string][]Step{}
	p.costSteps(r)
	if len(p.carried) > 0 {
		r.Steps["freight"] = p.carried
	}
	for _, term := range priceTerms {
		r.Steps[term] = p.termSteps(term)
	}
	r.Steps["premium"] = []Step{step("price.step.premium", "CIF", amount(p.price("CIF", p.base)), "Insured", percents(p.insured), "Premium", amount(times(p.price("CIF", p.base), p.insured)))}
	decimals := p.in.Currency.Decimals()
	if p.in.PriceDecimals != nil {
		decimals = *p.in.PriceDecimals
	}
	p.target(r, decimals)
	r.Effects, r.RateDate = p.effects(), p.in.RateDate
	if p.in.Grid != nil {
		grid := p.in.grid()
		r.Grid = &grid
	}
}

// amount writes a figure on the way: four decimals, so that it can be followed with a pocket calculator.
func amount(r *big.Rat) string { return rounded(r, 4) }

// costSteps says where the cost comes from.
func (p *pricing) costSteps(r *PriceResult) {
	if p.perCost == nil {
		return
	}
	c := p.costing()
	steps := []Step{}
	switch p.in.CostWay {
	case OwnCost:
		steps = append(steps, step("price.step.own", "Cost", amount(c.purchase)))
	case Manufactured:
		fob := p.price("FOB", p.base)
		steps = append(steps, step("price.step.own", "Cost", amount(c.purchase)), step("price.step.not_creditable", "FOB", amount(fob), "Fx", p.in.Fx.String(),
			"VAT", percents(exactly(p.in.VATRate)), "Refund", percents(exactly(p.in.RefundRate)), "Tax", amount(c.notCreditable)))
	default:
		refund := step("price.step.refund", "Purchase", amount(c.purchase), "VAT", percents(exactly(p.in.VATRate)), "Rate", percents(exactly(p.in.RefundRate)), "Refund", amount(c.refund))
		r.Steps["refund"] = []Step{refund}
		steps = append(steps, refund, step("price.step.net", "Purchase", amount(c.purchase), "Refund", amount(c.refund), "Net", amount(less(c.purchase, c.refund))))
	}
	net := sum(c.whole, new(big.Rat).Neg(c.domestic))
	steps = append(steps, step("price.step.cost", "Net", amount(net), "Domestic", amount(c.domestic), "Cost", amount(c.whole)))
	r.Steps["cost"] = steps
	if p.in.Buffer.IsPositive() {
		r.Steps["rate"] = []Step{step("price.step.buffer", "Fx", p.in.Fx.String(), "Buffer", percents(exactly(p.in.Buffer)), "Rate", rounded(p.rate, 6))}
	}
}

// termSteps says where the price under a term comes from.
func (p *pricing) termSteps(term string) []Step {
	price := amount(p.price(term, p.base))
	if slices.Contains([]string{"DAP", "DPU", "DDP"}, term) {
		return p.deliveredSteps(term, price)
	}
	plain := term[:3]
	steps, costs := p.baseSteps(plain)
	commission, convention := new(big.Rat), p.in.CommissionOn
	if len(term) == 4 && convention != "cif" {
		commission = p.commission
	}
	all := append(p.shares(plain), commission)
	if rest := restOfOne(all...); rest.Cmp(big.NewRat(1, 1)) < 0 {
		insured := new(big.Rat)
		if len(p.shares(plain)) > 1 {
			insured = p.insured
		}
		margin, bank := p.parts()
		key := "price.step.shares"
		if insured.Sign() == 0 && commission.Sign() == 0 {
			key = "price.step.margin"
		}
		steps = append(steps, step(key, "Costs", amount(costs), "Margin", margin, "Bank", bank, "Insured", percents(insured), "Commission", percents(commission),
			"Rest", percents(rest), "Price", amount(over(costs, rest))))
	}
	if len(term) == 4 && convention == "cif" {
		steps = append(steps, step("price.step.commission", "Before", amount(p.price(plain, p.base)), "Commission", percents(p.commission), "Price", price))
	}
	return append(steps, step("price.step.result", "Term", term, "Price", price))
}

// parts returns margin and bank share of a price as percents; with a mark-up neither is taken of the price.
func (p *pricing) parts() (margin, bank string) {
	switch {
	case p.in.Markup != nil:
		return "0", "0"
	case p.in.Margin != nil:
		margin = percents(exactly(*p.in.Margin))
	default:
		margin = "0"
	}
	return margin, percents(exactly(p.in.Bank))
}

// baseSteps says what a price under a term covers: the costs in the currency of the price, and the freight.
func (p *pricing) baseSteps(term string) (steps []Step, costs *big.Rat) {
	costs = new(big.Rat).Set(p.base)
	if p.perCost != nil {
		whole := over(p.base, p.perCost)
		if p.in.Markup != nil {
			steps = append(steps, step("price.step.markup", "Cost", amount(whole), "Markup", percents(exactly(*p.in.Markup)), "Rate", rounded(p.rate, 6), "Base", amount(costs)))
		} else {
			steps = append(steps, step("price.step.base", "Cost", amount(whole), "Rate", rounded(p.rate, 6), "Base", amount(costs)))
		}
	} else {
		steps = append(steps, step("price.step.known", "Term", p.in.From.Term, "Price", p.in.From.Price.String(), "Base", amount(costs)))
	}
	if left := p.left(term); left.Sign() > 0 {
		costs = less(costs, left)
		steps = append(steps, step("price.step.left", "Term", term, "Left", amount(left), "Costs", amount(costs)))
	}
	if term[0] == 'C' && p.freight.Sign() > 0 {
		before := costs
		costs = sum(costs, p.freight)
		steps = append(steps, step("price.step.freight", "Costs", amount(before), "Freight", amount(p.freight), "Sum", amount(costs)))
	}
	return steps, costs
}

// deliveredSteps says what comes behind the CIF price.
func (p *pricing) deliveredSteps(term, price string) []Step {
	d, cif := p.destination(), p.price("CIF", p.base)
	steps := []Step{step("price.step.cif", "CIF", amount(cif))}
	if d.Cost.IsPositive() {
		steps = append(steps, step("price.step.there", "Cost", d.Cost.String()))
	}
	if term == "DPU" && d.Unloading.IsPositive() {
		steps = append(steps, step("price.step.unloading", "Cost", d.Unloading.String()))
	}
	if term == "DDP" && (d.DutyRate.IsPositive() || d.VATRate.IsPositive() || d.Clearance.IsPositive()) {
		value := cif
		if d.CustomsValue == "fob" {
			value = p.price("FOB", p.base)
		}
		duty := times(value, exactly(d.DutyRate))
		base := sum(value, duty, exactly(d.Cost))
		steps = append(steps, step("price.step.duty", "Value", amount(value), "Rate", percents(exactly(d.DutyRate)), "Duty", amount(duty)),
			step("price.step.vat", "Base", amount(base), "Rate", percents(exactly(d.VATRate)), "VAT", amount(times(base, exactly(d.VATRate)))),
			step("price.step.clearance", "Cost", d.Clearance.String()))
	}
	if p.onPrice.Sign() > 0 && len(steps) > 1 {
		steps = append(steps, step("price.step.behind", "Rest", percents(restOfOne(p.onPrice))))
	}
	return append(steps, step("price.step.result", "Term", term, "Price", price))
}
