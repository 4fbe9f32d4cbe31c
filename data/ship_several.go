package data

import (
	"slices"
	"strings"
)

// OrderNos returns the numbers of the orders that s has goods of, its first one first.
func (s Shipment) OrderNos() []string {
	if len(s.Parts) == 0 {
		return []string{s.OrderNo}
	}
	all := make([]string, len(s.Parts))
	for i, p := range s.Parts {
		all[i] = p.OrderNo
	}
	return all
}

// Part returns what an order has in s beside its goods; nothing when it isn't among the orders of s.
func (s Shipment) Part(orderNo string) ShipmentPart {
	for _, p := range s.Parts {
		if p.OrderNo == orderNo {
			return p
		}
	}
	if len(s.Parts) > 0 || s.OrderNo != "" && orderNo != s.OrderNo {
		return ShipmentPart{OrderNo: orderNo}
	}
	return ShipmentPart{OrderID: s.OrderID, OrderNo: orderNo, Freight: s.Freight, Insurance: s.Insurance, Discount: s.Discount, Charges: s.Charges}
}

// Share gives s the part of every order's freight, insurance, discount and charges that goes with its goods, as [Shipment.ShareExtras]
// does for one. Others are the orders' other shipments.
func (s *Shipment) Share(orders []Order, others []Shipment) error {
	if len(orders) == 1 {
		s.Parts = nil
		return s.ShareExtras(orders[0], others)
	}
	s.Parts, s.Freight, s.Insurance, s.Discount, s.Charges = nil, 0, 0, 0, nil
	parts := make([]ShipmentPart, len(orders))
	for i, o := range orders {
		var err error
		if parts[i], err = o.partOf(*s, others); err != nil {
			return err
		}
	}
	for _, p := range parts {
		s.Freight, s.Insurance, s.Discount = s.Freight+p.Freight, s.Insurance+p.Insurance, s.Discount+p.Discount
		for _, c := range p.Charges {
			s.Charges = addCharge(s.Charges, c)
		}
	}
	s.Parts = parts
	return nil
}

// addCharge adds c to the charge of its name, or puts it behind the others.
func addCharge(list []Charge, c Charge) []Charge {
	if i := slices.IndexFunc(list, func(one Charge) bool { return one.Name == c.Name }); i >= 0 {
		list[i].Minor += c.Minor
		return list
	}
	return append(list, c)
}

// ValueOf returns what the goods of o in s come to with their part of freight, insurance, discount and charges: what the invoice of
// s bills of o. It returns [ErrTooLarge] when the amount doesn't fit.
func (s Shipment) ValueOf(o Order) (Money, error) {
	goods, err := o.goodsIn(s)
	if err != nil {
		return Money{}, err
	}
	p := s.Part(o.No)
	beside := p.Freight + p.Insurance - p.Discount + sumOf(p.Charges)
	return RoundMoney(goods.Add(Money{beside, o.Currency}.Decimal()), o.Currency)
}

// Payable returns what o comes to once its closed lines are taken off: its total, and for an order that was closed short and has
// nothing left to send, what its shipments bill. It returns [ErrTooLarge] when the amount doesn't fit.
func (o Order) Payable(shipments []Shipment) (Money, error) {
	short := slices.ContainsFunc(o.Lines, func(l OrderLine) bool { return l.Short != 0 })
	if !short {
		t, err := o.Totals()
		return t.Total, err
	}
	if len(o.Remainder(shipments)) > 0 {
		t, err := o.owing().Totals()
		return t.Total, err
	}
	sum := Money{0, o.Currency}
	for _, s := range shipments {
		v, err := s.ValueOf(o)
		if err != nil {
			return sum, err
		}
		sum.Minor += v.Minor
	}
	return sum, nil
}

// owing is o without what was closed short.
func (o Order) owing() Order {
	o.Lines = slices.Clone(o.Lines)
	for i := range o.Lines {
		o.Lines[i].Quantity = o.Lines[i].Due()
	}
	return o
}

// TravelTogether reports why orders can't be in one shipment: its papers name one buyer, one consignee, one currency and one term.
func TravelTogether(orders []Order) Problems {
	var wrong Problems
	for _, o := range orders[min(1, len(orders)):] {
		first := orders[0]
		for _, differs := range []struct {
			key string
			is  bool
		}{
			{"problem.together_customer", o.CustomerID != first.CustomerID},
			{"problem.together_currency", o.Currency != first.Currency},
			{"problem.together_incoterm", o.Incoterm.Rule != first.Incoterm.Rule || !strings.EqualFold(o.Incoterm.Place, first.Incoterm.Place)},
			{"problem.together_consignee", o.Consignee != first.Consignee},
		} {
			if differs.is {
				wrong = append(wrong, Problem{Field: "orders", Key: differs.key, Args: map[string]any{"No": o.No, "First": first.No}})
			}
		}
	}
	return wrong
}
