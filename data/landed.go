package data

import "github.com/shopspring/decimal"

// LandedInput is a whole shipment on its way to an import declaration, in one currency (STANDARDS 3.3).
type LandedInput struct {
	Currency      Currency
	FOB, Freight  decimal.Decimal
	InsuranceRate decimal.Decimal // the premium's share of the insured amount
	InsuredShare  decimal.Decimal // of CIF, usually 1.10
	Destination   Destination
}

// Landed is what a shipment costs at the buyer's door. As customs does, every official figure is rounded half up to
// the minor unit before the next is computed from it.
type Landed struct {
	Insurance, CIF, CustomsValue, Duty, VATBase, VAT Money
	DAP, DDPWithoutVAT, DDP                          Money
}

// Land works out insurance, customs value, duty and VAT of a shipment. CIF = (FOB + freight) ÷ (1 − insured share ×
// rate); the customs value is CIF, or FOB where the country takes that; the VAT base is customs value + duty + the costs
// to the first destination. The percentages must leave something of the price: else [Problems].
func Land(in LandedInput) (Landed, error) {
	rest := one.Sub(in.InsuredShare.Mul(in.InsuranceRate))
	if !rest.IsPositive() {
		return Landed{}, Problems{{Field: "insurance_rate", Key: "problem.shares_of_price"}}
	}
	var l Landed
	d := in.Destination
	cfr := in.FOB.Add(in.Freight)
	sums := adder{currency: in.Currency}
	l.CIF = sums.round(cfr.DivRound(rest, in.Currency.Decimals()))
	l.Insurance = sums.round(l.CIF.Decimal().Sub(cfr))
	l.CustomsValue = l.CIF
	if d.CustomsValue == "fob" {
		l.CustomsValue = sums.round(in.FOB)
	}
	l.Duty = sums.round(l.CustomsValue.Decimal().Mul(d.DutyRate))
	l.VATBase = sums.round(l.CustomsValue.Decimal().Add(l.Duty.Decimal()).Add(d.Cost))
	l.VAT = sums.round(l.VATBase.Decimal().Mul(d.VATRate))
	l.DAP = sums.round(l.CIF.Decimal().Add(d.Cost))
	l.DDPWithoutVAT = sums.round(l.DAP.Decimal().Add(d.Clearance).Add(l.Duty.Decimal()))
	l.DDP = sums.round(l.DDPWithoutVAT.Decimal().Add(l.VAT.Decimal()))
	return l, sums.err
}

// adder rounds amounts and keeps the first error.
type adder struct {
	currency Currency
	err      error
}

func (a *adder) round(d decimal.Decimal) Money {
	m, err := RoundMoney(d, a.currency)
	if err != nil && a.err == nil {
		a.err = err
	}
	return m
}

// RefundPeriod is one tax period of a manufacturer that exports (免抵退), in its own currency.
type RefundPeriod struct {
	FOB               decimal.Decimal // of the exports
	VATRate           decimal.Decimal
	RefundRate        decimal.Decimal
	InputVAT          decimal.Decimal
	DomesticOutputVAT decimal.Decimal
}

// PeriodRefund is what a period ends in. Amounts are rounded half up to two decimals.
type PeriodRefund struct {
	NotDeductible decimal.Decimal // FOB × (VAT − refund rate): part of the cost
	TaxPayable    decimal.Decimal // below zero: input VAT left over
	Ceiling       decimal.Decimal // FOB × refund rate
	Refund        decimal.Decimal // paid out: the left-over, at most the ceiling
	Offset        decimal.Decimal // the rest of the ceiling, set against domestic tax
}

// Refund works out a manufacturer's export refund of one period (STANDARDS 3.3, P13).
func (p RefundPeriod) Refund() PeriodRefund {
	var r PeriodRefund
	r.NotDeductible = p.FOB.Mul(p.VATRate.Sub(p.RefundRate)).Round(2)
	r.TaxPayable = p.DomesticOutputVAT.Sub(p.InputVAT.Sub(r.NotDeductible)).Round(2)
	r.Ceiling = p.FOB.Mul(p.RefundRate).Round(2)
	left := decimal.Max(r.TaxPayable.Neg(), decimal.Zero)
	r.Refund = decimal.Min(left, r.Ceiling)
	r.Offset = r.Ceiling.Sub(r.Refund)
	return r
}
