package data

import (
	"slices"
	"strings"
)

// Join returns orders that travel together as one, for papers that show one list of goods, and s with the lines numbered as in that
// list. [Split] is its inverse for s. Facts that the orders don't share are listed side by side, or left out where only one fits.
func Join(orders []Order, s Shipment) (Order, Shipment) {
	if len(orders) == 1 {
		return orders[0], s
	}
	all := orders[0]
	all.Lines, all.Charges, all.References = nil, nil, nil
	all.Discount, all.Freight, all.Insurance, all.Reduction = 0, 0, 0, Reduction{}
	for _, o := range orders {
		all.Lines = append(all.Lines, o.Lines...)
		all.Discount, all.Freight, all.Insurance = all.Discount+o.Discount, all.Freight+o.Freight, all.Insurance+o.Insurance
		for _, c := range o.Charges {
			all.Charges = addCharge(all.Charges, c)
		}
		for _, r := range o.References {
			if !slices.Contains(all.References, r) {
				all.References = append(all.References, r)
			}
		}
	}
	all.BuyerOrderNo = sideBySide(orders, ", ", func(o Order) string { return o.BuyerOrderNo })
	all.ContractNo = sideBySide(orders, ", ", func(o Order) string { return o.ContractNo })
	all.PaymentTerms = sideBySide(orders, " / ", func(o Order) string { return o.PaymentTerms })
	all.Notes = sideBySide(orders, "\n", func(o Order) string { return o.Notes })
	all.Declarations = sideBySide(orders, "\n", func(o Order) string { return o.Declarations })
	all.BuyerOrderDate = shared(orders, func(o Order) Date { return o.BuyerOrderDate })
	all.ContractDate = shared(orders, func(o Order) Date { return o.ContractDate })
	all.DueDate = shared(orders, func(o Order) Date { return o.DueDate })
	all.Credit = shared(orders, func(o Order) Credit { return o.Credit })
	return all, s.renumber(func(no string, line int) (string, int) { return "", before(orders, no) + line })
}

// Split undoes [Join] in s: lines are numbered within their own orders again.
func Split(orders []Order, s Shipment) Shipment {
	if len(orders) == 1 {
		return s
	}
	return s.renumber(func(_ string, line int) (string, int) {
		for i, o := range orders {
			if line <= len(o.Lines) || i == len(orders)-1 {
				if i == 0 {
					return "", line
				}
				return o.No, line
			}
			line -= len(o.Lines)
		}
		return "", line
	})
}

// renumber returns s with every line it names named anew.
func (s Shipment) renumber(name func(orderNo string, line int) (string, int)) Shipment {
	s.Lines = slices.Clone(s.Lines)
	for i := range s.Lines {
		l := &s.Lines[i]
		l.OrderNo, l.Line = name(l.OrderNo, l.Line)
	}
	s.Cartons = slices.Clone(s.Cartons)
	for i := range s.Cartons {
		r := &s.Cartons[i]
		r.Contents = slices.Clone(r.Contents)
		for n := range r.Contents {
			c := &r.Contents[n]
			c.OrderNo, c.Line = name(c.OrderNo, c.Line)
		}
	}
	return s
}

// before is how many lines stand before those of an order; "" is the first.
func before(orders []Order, no string) (lines int) {
	for _, o := range orders {
		if no == "" || o.No == no {
			return lines
		}
		lines += len(o.Lines)
	}
	return lines
}

// sideBySide lists what the orders say, each once.
func sideBySide(orders []Order, separator string, of func(Order) string) string {
	var all []string
	for _, o := range orders {
		if text := of(o); text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return strings.Join(all, separator)
}

// shared is what all orders say alike, else nothing.
func shared[T comparable](orders []Order, of func(Order) T) (one T) {
	for i, o := range orders {
		if i > 0 && of(o) != of(orders[0]) {
			return one
		}
	}
	return of(orders[0])
}
