package data

import "github.com/shopspring/decimal"

// Totals are the sums of an order or of a part of it, in its currency: Total = Goods − Discount + Freight +
// Insurance + Charges (DESIGN 4).
type Totals struct {
	Amounts   []Money // of each line, after its own discount, as shown
	Goods     Money   // the sum of Amounts, without those of open lines
	Discount  Money   // off the whole document, its share of the goods included
	Freight   Money
	Insurance Money
	Charges   Money // the sum of all named charges
	Total     Money
}

// Extras are the amounts beside the lines of an order or shipment, in minor units of the currency.
type Extras struct {
	Discount, Freight, Insurance int64
	Charges                      []Charge
	Percent                      Percent // off the goods, on top of Discount: rounded half up, once
}

// Totals adds up the whole order. It returns [ErrTooLarge] when an amount doesn't fit.
func (o Order) Totals() (Totals, error) {
	return TotalsOf(o.Currency, o.Lines, Extras{o.Discount, o.Freight, o.Insurance, o.Charges, o.Reduction.Percent})
}

// TotalsOf adds up lines and extras in c. Each line is rounded half up, once, as [LineAmount] does; the totals add the
// rounded lines, so that a reader with a pocket calculator finds the same figures. It returns [ErrTooLarge] when an
// amount doesn't fit.
func TotalsOf(c Currency, lines []OrderLine, x Extras) (Totals, error) {
	t := Totals{
		Goods: Money{0, c}, Discount: Money{x.Discount, c}, Freight: Money{x.Freight, c}, Insurance: Money{x.Insurance, c},
	}
	goods, charges := decimal.Zero, decimal.Zero
	for _, l := range lines {
		amount, err := l.Amount(c)
		if err != nil {
			return Totals{}, err
		}
		t.Amounts = append(t.Amounts, amount)
		if !l.Role.Open() {
			goods = goods.Add(amount.Decimal())
		}
	}
	share, err := RoundMoney(goods.Mul(x.Percent.Share()), c)
	if err != nil {
		return Totals{}, err
	}
	off := t.Discount.Decimal().Add(share.Decimal())
	for _, charge := range x.Charges {
		charges = charges.Add(Money{charge.Minor, c}.Decimal())
	}
	total := goods.Sub(off).Add(t.Freight.Decimal()).Add(t.Insurance.Decimal()).Add(charges)
	for _, sum := range []struct {
		into  *Money
		exact decimal.Decimal
	}{{&t.Goods, goods}, {&t.Discount, off}, {&t.Charges, charges}, {&t.Total, total}} {
		var err error
		if *sum.into, err = RoundMoney(sum.exact, c); err != nil {
			return Totals{}, err
		}
	}
	return t, nil
}
