package data

import (
	"github.com/shopspring/decimal"
)

// CreditNote takes something off an issued commercial invoice: goods of it, an amount, or both. It is a posted fact; a wrong one is
// declared void.
type CreditNote struct {
	Record
	OrderID    int64        `json:"-"` // the invoice's first
	ShipmentID int64        `json:"-"` // the invoice's; 0: the whole order's
	InvoiceNo  string       `json:"invoice_no"`
	Invoiced   Date         `json:"invoice_date"`
	Date       Date         `json:"date"`
	Currency   Currency     `json:"currency"`
	Lines      []CreditLine `json:"lines,omitempty"`
	Amount     int64        `json:"amount_minor,omitzero"` // beside the lines, minor units
	Reason     string       `json:"reason"`
	Shares     []Credited   `json:"shares"` // what it takes off each order
}

// CreditLine is goods of an invoice that are credited, at their price.
type CreditLine struct {
	Line     int      `json:"line"` // of the order, or of the orders of a shipment one behind the other, from 1
	Quantity Quantity `json:"quantity"`
}

// Credited is what a credit note takes off one order.
type Credited struct {
	OrderID int64  `json:"-"`
	OrderNo string `json:"order_no"`
	Minor   int64  `json:"amount_minor"`
}

// Total returns what n takes off in all, in minor units.
func (n CreditNote) Total() (sum int64) {
	for _, s := range n.Shares {
		sum += s.Minor
	}
	return sum
}

// Settle works out what n takes off each of the orders of its invoice (s is its shipment, nil for a whole order's invoice): lines off
// their own order, the amount off all by what the invoice bills of each. Before is what earlier notes took off the same invoice. It returns
// [Problems] for lines and quantities that aren't on the invoice, for nothing and for more than the invoice bills.
func (n *CreditNote) Settle(orders []Order, s *Shipment, before []CreditNote) error {
	var wrong Problems
	if n.Reason == "" {
		wrong.Add("reason", "problem.required")
	}
	billed, values, err := invoiced(orders, s)
	if err != nil {
		return err
	}
	for _, b := range before {
		for _, l := range b.Lines {
			billed[l.Line-1].Quantity -= l.Quantity
		}
	}
	n.Shares = make([]Credited, len(orders))
	for i, o := range orders {
		n.Shares[i] = Credited{OrderID: o.ID, OrderNo: o.No}
	}
	bad, err := n.takeLines(billed)
	if err != nil {
		return err
	}
	wrong = append(wrong, bad...)
	for i, part := range Allocate(n.Amount, values) {
		n.Shares[i].Minor += part
	}
	if len(wrong) == 0 {
		wrong = n.within(decimal.Sum(decimal.Zero, values...), before)
	}
	return wrong.Err()
}

// takeLines takes the lines of n off their orders, and names those that aren't billed or not so much.
func (n *CreditNote) takeLines(billed []invoicedLine) (wrong Problems, err error) {
	for i, l := range n.Lines {
		at := at("lines", i+1)
		if l.Line < 1 || l.Line > len(billed) {
			wrong = append(wrong, Problem{Field: at + "line", Key: "problem.unknown_line", Args: map[string]any{"Value": l.Line}})
			continue
		}
		line := billed[l.Line-1]
		if l.Quantity <= 0 || l.Quantity > line.Quantity {
			wrong = append(wrong, Problem{Field: at + "quantity", Key: "problem.credit_quantity", Args: map[string]any{"Line": l.Line, "Quantity": line.Quantity.String()}})
			continue
		}
		line.Quantity = l.Quantity
		amount, err := line.Amount(n.Currency)
		if err != nil {
			return nil, err
		}
		n.Shares[line.of].Minor += amount.Minor
	}
	return wrong, nil
}

// within refuses a note of nothing, and one of more than earlier ones left of what was billed.
func (n *CreditNote) within(billed decimal.Decimal, before []CreditNote) (wrong Problems) {
	left := billed
	for _, b := range before {
		left = left.Sub(Money{b.Total(), n.Currency}.Decimal())
	}
	switch taken := (Money{n.Total(), n.Currency}).Decimal(); {
	case n.Amount < 0 || !taken.IsPositive():
		wrong.Add("amount", "problem.not_positive")
	case taken.GreaterThan(left):
		wrong = append(wrong, Problem{Field: "amount", Key: "problem.credit_over", Args: map[string]any{"Left": left.StringFixed(n.Currency.Decimals()), "Currency": string(n.Currency)}})
	}
	return wrong
}

// invoicedLine is a line of an invoice and which of the orders it is of.
type invoicedLine struct {
	OrderLine
	of int
}

// invoiced returns the lines that an invoice bills, in the order of the orders' lines, and what it bills of each order.
func invoiced(orders []Order, s *Shipment) (lines []invoicedLine, values []decimal.Decimal, err error) {
	for n, o := range orders {
		for i, l := range o.Lines {
			if s != nil {
				l.Quantity = s.taken(o, i)
			}
			lines = append(lines, invoicedLine{l, n})
		}
		var value Money
		if s != nil {
			value, err = s.ValueOf(o)
		} else {
			var t Totals
			t, err = o.Totals()
			value = t.Total
		}
		if err != nil {
			return nil, nil, err
		}
		values = append(values, value.Decimal())
	}
	return lines, values, nil
}
