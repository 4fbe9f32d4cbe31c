package data

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"
)

// Due is how much of l is to be sent in all: what was ordered, less what was closed short.
func (l OrderLine) Due() Quantity { return l.Quantity - l.Short }

// Remainder returns what of o none of these shipments has taken yet and wasn't closed short, line by line; a line of which nothing
// is left is left out.
func (o Order) Remainder(shipments []Shipment) []ShipmentLine {
	var lines []ShipmentLine
	for i, l := range o.Lines {
		if l.Role.Open() {
			continue // nobody ordered it yet
		}
		rest := l.Due()
		for _, s := range shipments {
			rest -= s.taken(o, i)
		}
		if rest != 0 {
			lines = append(lines, ShipmentLine{OrderLineID: l.ID, Line: i + 1, Quantity: rest})
		}
	}
	return lines
}

// taken is how much of the i-th line of o travels with s.
func (s Shipment) taken(o Order, i int) (sum Quantity) {
	for _, l := range s.Lines {
		if s.isOf(l, o, i) {
			sum += l.Quantity
		}
	}
	return sum
}

// isOf reports whether l is of the i-th line of o: by the record where both have one, else by order and number.
func (s Shipment) isOf(l ShipmentLine, o Order, i int) bool {
	if l.OrderLineID != 0 && o.Lines[i].ID != 0 {
		return l.OrderLineID == o.Lines[i].ID
	}
	no := cmp.Or(l.OrderNo, s.OrderNo)
	return l.Line == i+1 && (no == "" || no == o.No)
}

// ShareExtras gives s its part of the order's freight, insurance, discount and charges: by the value of its goods, by
// largest remainder, and all that others have left when it takes the last of the goods. Others may be of several orders.
func (s *Shipment) ShareExtras(o Order, others []Shipment) error {
	part, err := o.partOf(*s, others)
	if err == nil {
		s.Discount, s.Freight, s.Insurance, s.Charges = part.Discount, part.Freight, part.Insurance, part.Charges
	}
	return err
}

// partOf works out what of o's freight, insurance, discount and charges goes with its goods in s.
func (o Order) partOf(s Shipment, others []Shipment) (ShipmentPart, error) {
	p := ShipmentPart{OrderID: o.ID, OrderNo: o.No}
	part, err := o.goodsIn(s)
	if err != nil {
		return p, err
	}
	whole, err := o.owing().Totals()
	if err != nil {
		return p, err
	}
	last := len(o.Remainder(append(slices.Clone(others), s))) == 0
	rest := whole.Goods.Decimal().Sub(part)
	own := func(total int64, of func(ShipmentPart) int64) int64 {
		if last {
			for _, other := range others {
				total -= of(other.Part(o.No))
			}
			return total
		}
		if !part.IsPositive() {
			return 0
		}
		return Allocate(total, []decimal.Decimal{part, rest})[0]
	}
	p.Discount = own(whole.Discount.Minor, func(s ShipmentPart) int64 { return s.Discount })
	p.Freight = own(o.Freight, func(s ShipmentPart) int64 { return s.Freight })
	p.Insurance = own(o.Insurance, func(s ShipmentPart) int64 { return s.Insurance })
	for _, c := range o.Charges {
		minor := own(c.Minor, func(s ShipmentPart) int64 { return chargeOf(s.Charges, c.Name) })
		p.Charges = append(p.Charges, Charge{Name: c.Name, Minor: minor})
	}
	if last {
		err = o.takeRounding(&p, part, whole.Goods.Decimal(), others)
	}
	return p, err
}

// RoundingCharge names the charge by which the last invoice of an order takes what rounding each invoice's lines left, so that all
// invoices come to the order's total.
const RoundingCharge = "Rounding"

// takeRounding adds that charge where there is such a difference. Short lines aren't billed at all, so there is none.
func (o Order) takeRounding(p *ShipmentPart, part, goods decimal.Decimal, others []Shipment) error {
	if slices.ContainsFunc(o.Lines, func(l OrderLine) bool { return l.Short != 0 }) {
		return nil
	}
	left := goods.Sub(part)
	for _, s := range others {
		billed, err := o.goodsIn(s)
		if err != nil {
			return err
		}
		taken := Money{chargeOf(s.Part(o.No).Charges, RoundingCharge), o.Currency}
		left = left.Sub(billed).Sub(taken.Decimal())
	}
	if left.IsZero() {
		return nil
	}
	m, err := RoundMoney(left, o.Currency)
	p.Charges = append(p.Charges, Charge{Name: RoundingCharge, Minor: m.Minor})
	return err
}

// sumOf is what all charges come to.
func sumOf(charges []Charge) (sum int64) {
	for _, c := range charges {
		sum += c.Minor
	}
	return sum
}

// goodsIn returns what the goods of o in s come to.
func (o Order) goodsIn(s Shipment) (decimal.Decimal, error) {
	sum := decimal.Zero
	for i, line := range o.Lines {
		for _, l := range s.Lines {
			if !s.isOf(l, o, i) {
				continue
			}
			line.Quantity = l.Quantity
			amount, err := line.Amount(o.Currency)
			if err != nil {
				return sum, err
			}
			sum = sum.Add(amount.Decimal())
		}
	}
	return sum, nil
}

// chargeOf is what charges with this name come to.
func chargeOf(charges []Charge, name string) (sum int64) {
	for _, c := range charges {
		if c.Name == name {
			sum += c.Minor
		}
	}
	return sum
}

// Pack returns the cartons of s as its articles are packed, numbered through, with contents that name the order's
// lines.
func (s Shipment) Pack(o Order, product func(variantID int64) (Product, bool)) []CartonRange {
	ranges, _ := s.pack(o, product)
	return ranges
}

// pack is Pack, with the numbers of the order's lines whose cartons nobody knows.
func (s Shipment) pack(o Order, product func(variantID int64) (Product, bool)) (ranges []CartonRange, unpacked []int) {
	var lines []OrderLine
	var numbers []int
	for _, l := range s.Lines {
		if l.Line < 1 || l.Line > len(o.Lines) {
			continue
		}
		one := o.Lines[l.Line-1]
		if !one.Role.Travels() {
			continue
		}
		one.Quantity = l.Quantity
		lines, numbers = append(lines, one), append(numbers, l.Line)
	}
	ranges, without := CartonLines(lines, product)
	for _, n := range without {
		unpacked = append(unpacked, numbers[n-1])
	}
	for i := range ranges {
		for j := range ranges[i].Contents {
			ranges[i].Contents[j].Line = numbers[ranges[i].Contents[j].Line-1]
		}
	}
	return ranges, unpacked
}
