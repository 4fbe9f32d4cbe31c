package data

import (
	"slices"

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

// Discount is how much less than its lines' amounts and its amount n takes off, minor units: the share that the goods had in the invoice's
// discount. Lines are those of its paper.
func (n CreditNote) Discount(lines []Money) int64 {
	off := n.Amount - n.Total()
	for _, l := range lines {
		off += l.Minor
	}
	return off
}

// Settle works out what n takes off each of the orders of its invoice (s is its shipment, nil for a whole order's invoice): lines off
// their own order, less their share of the invoice's discount, the amount off all by what the invoice bills of each. Before is what
// earlier notes took off the same invoice. It returns [Problems] for lines and quantities that aren't on the invoice, for nothing and for
// more than the invoice bills.
func (n *CreditNote) Settle(orders []Order, s *Shipment, before []CreditNote) error {
	var wrong Problems
	if n.Reason == "" {
		wrong.Add("reason", "problem.required")
	}
	billed := invoicedLines(orders, s)
	values, err := invoiced(orders, s)
	if err != nil {
		return err
	}
	earlier, err := n.amounts(billed, len(orders), before...)
	if err != nil {
		return err
	}
	lines := slices.Clone(billed)
	for _, b := range before {
		for _, l := range b.Lines {
			lines[l.Line-1].Quantity -= l.Quantity
		}
	}
	n.Shares = make([]Credited, len(orders))
	for i, o := range orders {
		n.Shares[i] = Credited{OrderID: o.ID, OrderNo: o.No}
	}
	wrong = append(wrong, n.checkLines(lines)...)
	if len(wrong) == 0 {
		if err := n.takeGoods(orders, s, billed, earlier); err != nil {
			return err
		}
	}
	for i, part := range Allocate(n.Amount, values) {
		n.Shares[i].Minor += part
	}
	if len(wrong) == 0 {
		wrong = n.within(decimal.Sum(decimal.Zero, values...), before)
	}
	return wrong.Err()
}

// checkLines names the lines of n that aren't billed or not so much.
func (n CreditNote) checkLines(left []invoicedLine) (wrong Problems) {
	for i, l := range n.Lines {
		at := at("lines", i+1)
		if l.Line < 1 || l.Line > len(left) {
			wrong = append(wrong, Problem{Field: at + "line", Key: "problem.unknown_line", Args: map[string]any{"Value": l.Line}})
			continue
		}
		if had := left[l.Line-1].Quantity; l.Quantity <= 0 || l.Quantity > had {
			wrong = append(wrong, Problem{Field: at + "quantity", Key: "problem.credit_quantity", Args: map[string]any{"Line": l.Line, "Quantity": had.String()}})
		}
	}
	return wrong
}

// takeGoods takes the lines of n off their orders, less what the invoice's discount makes of them: with earlier notes together their share
// of it is rounded so that the sum so far is right.
func (n *CreditNote) takeGoods(orders []Order, s *Shipment, billed []invoicedLine, earlier []int64) error {
	credited, err := n.amounts(billed, len(orders), *n)
	if err != nil {
		return err
	}
	all := CreditNote{Currency: n.Currency}
	for i, l := range billed {
		all.Lines = append(all.Lines, CreditLine{Line: i + 1, Quantity: l.Quantity})
	}
	goods, err := n.amounts(billed, len(orders), all)
	if err != nil {
		return err
	}
	for i, o := range orders {
		discount, err := discountOf(o, s)
		if err != nil {
			return err
		}
		off := shareUpTo(discount, earlier[i]+credited[i], goods[i]) - shareUpTo(discount, earlier[i], goods[i])
		n.Shares[i].Minor += credited[i] - off
	}
	return nil
}

// discountOf is the discount that an invoice gives on an order, minor units.
func discountOf(o Order, s *Shipment) (int64, error) {
	if s != nil {
		return s.Part(o.No).Discount, nil
	}
	t, err := o.Totals()
	return t.Discount.Minor, err
}

// amounts returns what the goods of notes come to at the invoice's prices, by order, minor units.
func (n CreditNote) amounts(billed []invoicedLine, orders int, notes ...CreditNote) ([]int64, error) {
	sums := make([]int64, orders)
	for _, note := range notes {
		for _, l := range note.Lines {
			line := billed[l.Line-1]
			line.Quantity = l.Quantity
			amount, err := line.Amount(n.Currency)
			if err != nil {
				return nil, err
			}
			sums[line.of] += amount.Minor
		}
	}
	return sums, nil
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

// Billed is how much of each line an invoice of s bills, in the order of the orders' lines, as credit notes count them.
func (s Source) Billed() []Quantity {
	together := s.AllOrders()
	lines := invoicedLines(together, s.ownShipment(together))
	billed := make([]Quantity, len(lines))
	for i, l := range lines {
		billed[i] = l.Quantity
	}
	return billed
}

// ownShipment is the shipment of s with the orders' own lines; nil for an order.
func (s Source) ownShipment(together []Order) *Shipment {
	if s.Shipment == nil {
		return nil
	}
	own := Split(together, *s.Shipment)
	return &own
}

// Credit works out what n takes off the orders of s, see [CreditNote.Settle].
func (s Source) Credit(n *CreditNote, before []CreditNote) error {
	together := s.AllOrders()
	return n.Settle(together, s.ownShipment(together), before)
}

// invoicedLines returns the lines that an invoice bills, in the order of the orders' lines.
func invoicedLines(orders []Order, s *Shipment) (lines []invoicedLine) {
	for n, o := range orders {
		for i, l := range o.Lines {
			if s != nil {
				l.Quantity = s.taken(o, i)
			} else if l.Role.Open() {
				l.Quantity = 0 // offered, and not billed
			}
			lines = append(lines, invoicedLine{l, n})
		}
	}
	return lines
}

// invoiced returns what an invoice bills of each order.
func invoiced(orders []Order, s *Shipment) (values []decimal.Decimal, err error) {
	for _, o := range orders {
		var value Money
		if s != nil {
			value, err = s.ValueOf(o)
		} else {
			var t Totals
			t, err = o.Totals()
			value = t.Total
		}
		if err != nil {
			return nil, err
		}
		values = append(values, value.Decimal())
	}
	return values, nil
}
