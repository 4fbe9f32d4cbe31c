package data

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// CostWay says what the cost of goods is and what becomes of the VAT in it.
type CostWay string

// The ways of costs.
const (
	Purchased    CostWay = "purchase"     // bought with VAT, which is refunded in part or whole: a trading company
	OwnCost      CostWay = "own"          // without VAT and refund
	Manufactured CostWay = "manufacturer" // own cost without VAT; of the input VAT, FOB × (VAT − refund rate) can't be set off (免抵退)
)

// CostWays returns the ways of costs.
func CostWays() []CostWay { return []CostWay{Purchased, OwnCost, Manufactured} }

// costing is what a unit costs up to on board, in the own currency.
type costing struct{ purchase, refund, notCreditable, domestic, whole *big.Rat }

// refundOf returns the VAT refund on a purchase price: P ÷ (1 + VAT) × refund rate. Own cost has none.
func (p *pricing) refundOf(purchase *big.Rat) *big.Rat {
	if p.in.CostWay == OwnCost || p.in.CostWay == Manufactured {
		return new(big.Rat)
	}
	return times(over(purchase, sum(big.NewRat(1, 1), exactly(p.in.VATRate))), exactly(p.in.RefundRate))
}

// taxLoad returns the share of the base that goes into VAT which a manufacturer can't set off: base is the cost × perCost, the
// FOB price base ÷ (1 − shares), and the tax FOB price × fx × (VAT − refund rate). Customs knows no safety buffer.
func (p *pricing) taxLoad() *big.Rat {
	rest := restOfOne(p.onPrice)
	if p.in.CostWay != Manufactured || p.perCost == nil || rest.Sign() <= 0 {
		return new(big.Rat)
	}
	tax := times(exactly(p.in.Fx), less(exactly(p.in.VATRate), exactly(p.in.RefundRate)))
	return over(times(p.perCost, tax), rest)
}

// baseOf returns the base for a purchase price or own cost. A manufacturer's contains the tax on the FOB price that it
// leads to, solved exactly.
func (p *pricing) baseOf(purchase *big.Rat) *big.Rat {
	cost := sum(less(purchase, p.refundOf(purchase)), p.domestic())
	return over(times(cost, p.perCost), restOfOne(p.taxLoad()))
}

// domestic returns the costs from the factory to on board.
func (p *pricing) domestic() *big.Rat { return exactly(or(p.in.DomesticCost, decimal.Zero)) }

// costing turns [pricing.baseOf] around.
func (p *pricing) costing() costing {
	c := costing{whole: over(p.base, p.perCost), domestic: p.domestic()}
	c.notCreditable = times(c.whole, p.taxLoad())
	net := sum(c.whole, new(big.Rat).Neg(c.domestic), new(big.Rat).Neg(c.notCreditable))
	c.purchase = over(net, restOfOne(p.refundOf(big.NewRat(1, 1))))
	c.refund = p.refundOf(c.purchase)
	return c
}
