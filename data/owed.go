package data

import (
	"cmp"
	"time"
)

// Owed is a part of what an order comes to, due at one time: an instalment, or a shipment's part of one.
type Owed struct {
	Instalment int            `json:"instalment"` // from 1
	Method     PaymentMethod  `json:"method,omitzero"`
	Trigger    PaymentTrigger `json:"trigger,omitzero"` // "" when the terms couldn't be read
	Days       int            `json:"days,omitzero"`
	ShipmentNo string         `json:"shipment_no,omitzero"` // whose part it is; "" the whole order's, or what isn't in a shipment yet
	Amount     Money          `json:"amount"`
	Paid       Money          `json:"paid"`
	Due        Date           `json:"due,omitzero"` // "" while what makes it due hasn't happened
}

// Open is what is still to be paid of it.
func (d Owed) Open() Money { return Money{d.Amount.Minor - d.Paid.Minor, d.Amount.Currency} }

// OwedState is how a part of what is owed stands.
type OwedState string

// The states of what is owed.
const (
	OwedPaid    OwedState = "paid"
	OwedLater   OwedState = "later" // what makes it due hasn't happened, or its day is to come
	OwedDue     OwedState = "due"   // today
	OwedOverdue OwedState = "overdue"
)

// State returns how d stands on a day. A part of nothing counts as paid.
func (d Owed) State(today Date) OwedState {
	switch {
	case d.Open().Minor == 0 || (d.Open().Minor < 0) == (d.Amount.Minor > 0):
		return OwedPaid
	case d.Due == "" || d.Due > today:
		return OwedLater
	case d.Due == today:
		return OwedDue
	}
	return OwedOverdue
}

// Account is what a customer owes for one order.
type Account struct {
	OrderNo  string   `json:"order_no"`
	Customer string   `json:"customer"`
	Currency Currency `json:"currency"`
	Total    Money    `json:"total"`    // what the order comes to, see [Order.Payable]
	Credited Money    `json:"credited"` // taken off by credit notes
	Paid     Money    `json:"paid"`     // what payments count for it
	Balance  Money    `json:"balance"`  // total − credited − paid; below zero is too much
	Parts    []Owed   `json:"parts"`
}

// AccountFacts is what an account is made of beside the order.
type AccountFacts struct {
	Terms     string          // of payment: the order's, else the customer's
	Shipments []Shipment      // of the order, by number
	Invoiced  map[string]Date // when shipments were invoiced, by number; "" is the whole order's invoice
	Paid      int64           // minor units of the order's currency
	Credited  int64           // by credit notes
}

// Account works out what is owed for o, part by part. Parts are paid in the order they stand. It returns [ErrTooLarge] when amounts
// don't fit.
func (o Order) Account(f AccountFacts) (Account, error) {
	total, err := o.Payable(f.Shipments)
	if err != nil {
		return Account{}, err
	}
	c := o.Currency
	a := Account{OrderNo: o.No, Customer: o.Customer, Currency: c, Total: total, Credited: Money{f.Credited, c}, Paid: Money{f.Paid, c}}
	a.Balance = Money{total.Minor - f.Credited - f.Paid, c}
	plan, ok := ParsePayment(cmp.Or(o.PaymentTerms, f.Terms))
	if !ok || len(plan) == 0 {
		plan = PaymentPlan{{Share: Hundred}}
	}
	for i, amount := range plan.Amounts(Money{total.Minor - f.Credited, c}) {
		parts, err := o.parted(plan[i], amount, total, f)
		if err != nil {
			return a, err
		}
		for n := range parts {
			parts[n].Instalment = i + 1
			if i == len(plan)-1 && o.DueDate != "" {
				parts[n].Due = o.DueDate // agreed by its day
			}
		}
		a.Parts = append(a.Parts, parts...)
	}
	a.pay()
	return a, nil
}

// perShipment reports whether an instalment is due shipment by shipment.
func (t PaymentTrigger) perShipment() bool { return t != OnOrder && t != "" }

// parted parts an instalment over the shipments by what they bill of the whole, each rounded so that the sum so far is right, and leaves the rest
// to what hasn't been shipped.
func (o Order) parted(i Instalment, amount, whole Money, f AccountFacts) ([]Owed, error) {
	one := Owed{Method: i.Method, Trigger: i.Trigger, Days: i.Days, Amount: amount, Paid: Money{0, amount.Currency}}
	if !i.Trigger.perShipment() || len(f.Shipments) == 0 || whole.Minor == 0 {
		one.Due = o.due(i, nil, f)
		return []Owed{one}, nil
	}
	var parts []Owed
	sent, before := int64(0), int64(0)
	for n := range f.Shipments {
		s := &f.Shipments[n]
		v, err := s.ValueOf(o)
		if err != nil {
			return nil, err
		}
		sent += v.Minor
		upTo := shareUpTo(amount.Minor, sent, whole.Minor)
		part := one
		part.ShipmentNo, part.Amount.Minor, part.Due = s.No, upTo-before, o.due(i, s, f)
		before = upTo
		parts = append(parts, part)
	}
	if rest := amount.Minor - before; rest != 0 {
		one.Amount.Minor, one.Due = rest, o.due(i, nil, f)
		parts = append(parts, one)
	}
	return parts, nil
}

// pay counts what was paid for the parts, from the first on.
func (a *Account) pay() {
	left := a.Paid.Minor
	for i := range a.Parts {
		p := &a.Parts[i]
		if part := min(left, p.Amount.Minor); part > 0 {
			p.Paid.Minor, left = part, left-part
		}
	}
	if n := len(a.Parts); n > 0 && left != 0 { // too much, or less than nothing
		a.Parts[n-1].Paid.Minor += left
	}
}

// BeforeShipping returns what must be paid before a shipment may leave, by the instalments in advance and before shipment of it and of
// those that left already.
func (a Account) BeforeShipping(shipmentNo string, left func(shipmentNo string) bool) Money {
	need := Money{0, a.Currency}
	for _, p := range a.Parts {
		switch p.Trigger {
		case OnOrder:
			need.Minor += p.Amount.Minor
		case BeforeShipment:
			if p.ShipmentNo == shipmentNo || p.ShipmentNo != "" && left(p.ShipmentNo) {
				need.Minor += p.Amount.Minor
			}
		}
	}
	return need
}

// due returns the day on which an instalment is due for a shipment, or for the whole order when s is nil; "" while it isn't known.
func (o Order) due(i Instalment, s *Shipment, f AccountFacts) Date {
	var from Date
	days := i.Days
	switch i.Trigger {
	case OnOrder:
		from = o.Date
	case BeforeShipment:
		from, days = cmp.Or(o.LastShipment, o.RequiredDate), -i.Days
		if s != nil {
			from = s.leaves()
		}
	case OnBLCopy, OnBLDate, OnSight:
		if s != nil {
			from = cmp.Or(s.Transport.TransportDoc, s.boarded())
		}
	case OnInvoice:
		from = o.invoiced(s, f)
	case OnMonthEnd:
		if from = o.invoiced(s, f); from != "" {
			t := from.Time()
			from = DateOf(time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC))
		}
	case OnArrival:
		if s != nil {
			from = s.Transport.Arrival
		}
	}
	if from == "" {
		return ""
	}
	return DateOf(from.Time().AddDate(0, 0, days))
}

// leaves is the day on which s leaves, as far as it is known.
func (s Shipment) leaves() Date { return cmp.Or(s.Transport.Departure, s.Date) }

// boarded is the day on which s left, once it is posted.
func (s Shipment) boarded() Date {
	if !s.Posted {
		return ""
	}
	return s.leaves()
}

// invoiced is the day of a shipment's invoice, else of the whole order's; without one, the day the shipment left.
func (o Order) invoiced(s *Shipment, f AccountFacts) Date {
	if s == nil {
		return f.Invoiced[""]
	}
	return cmp.Or(f.Invoiced[s.No], f.Invoiced[""], s.boarded())
}
