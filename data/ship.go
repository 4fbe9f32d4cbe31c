package data

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Remainder returns what of o none of these shipments has taken yet, line by line; a line that was sent whole is left
// out.
func (o Order) Remainder(shipments []Shipment) []ShipmentLine {
	var lines []ShipmentLine
	for i, l := range o.Lines {
		rest := l.Quantity
		for _, s := range shipments {
			for _, sent := range s.Lines {
				if sent.Line == i+1 {
					rest -= sent.Quantity
				}
			}
		}
		if rest != 0 {
			lines = append(lines, ShipmentLine{OrderLineID: l.ID, Line: i + 1, Quantity: rest})
		}
	}
	return lines
}

// ShareExtras gives s its part of the order's freight, insurance, discount and charges: by the value of its goods, by
// largest remainder, and all that others have left when it takes the last of the goods.
func (s *Shipment) ShareExtras(o Order, others []Shipment) error {
	part, err := o.goodsOf(s.Lines)
	if err != nil {
		return err
	}
	whole, err := o.Totals()
	if err != nil {
		return err
	}
	last := len(o.Remainder(append(slices.Clone(others), *s))) == 0
	rest := whole.Goods.Decimal().Sub(part)
	own := func(total int64, of func(Shipment) int64) int64 {
		if last {
			for _, other := range others {
				total -= of(other)
			}
			return total
		}
		if !part.IsPositive() {
			return 0
		}
		return Allocate(total, []decimal.Decimal{part, rest})[0]
	}
	s.Discount = own(o.Discount, func(s Shipment) int64 { return s.Discount })
	s.Freight = own(o.Freight, func(s Shipment) int64 { return s.Freight })
	s.Insurance = own(o.Insurance, func(s Shipment) int64 { return s.Insurance })
	s.Charges = nil
	for _, c := range o.Charges {
		minor := own(c.Minor, func(s Shipment) int64 { return s.charge(c.Name) })
		s.Charges = append(s.Charges, Charge{Name: c.Name, Minor: minor})
	}
	return nil
}

// charge is what s carries of the charges with this name.
func (s Shipment) charge(name string) (sum int64) {
	for _, c := range s.Charges {
		if c.Name == name {
			sum += c.Minor
		}
	}
	return sum
}

// goodsOf returns what the goods of some lines of o come to.
func (o Order) goodsOf(lines []ShipmentLine) (decimal.Decimal, error) {
	sum := decimal.Zero
	for _, l := range lines {
		if l.Line < 1 || l.Line > len(o.Lines) {
			continue // reported where the lines are read
		}
		line := o.Lines[l.Line-1]
		amount, err := LineAmount(line.Price, l.Quantity, line.Discount, o.Currency)
		if err != nil {
			return sum, err
		}
		sum = sum.Add(amount.Decimal())
	}
	return sum, nil
}

// Pack returns the cartons of s as its articles are packed, numbered through, with contents that name the order's
// lines.
func (s Shipment) Pack(o Order, product func(variantID int64) (Product, bool)) []CartonRange {
	var lines []OrderLine
	var numbers []int
	for _, l := range s.Lines {
		if l.Line < 1 || l.Line > len(o.Lines) {
			continue
		}
		one := o.Lines[l.Line-1]
		one.Quantity = l.Quantity
		lines, numbers = append(lines, one), append(numbers, l.Line)
	}
	ranges, _ := CartonLines(lines, product)
	for i := range ranges {
		for j := range ranges[i].Contents {
			ranges[i].Contents[j].Line = numbers[ranges[i].Contents[j].Line-1]
		}
	}
	return ranges
}
