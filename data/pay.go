package data

import "slices"

// PayKind is what a payment is.
type PayKind string

// The kinds of payments. A payment is never changed: a wrong one is countered by one of kind PayReversed.
const (
	PayReceived   PayKind = "received"    // money came in
	PayRefunded   PayKind = "refunded"    // money went back to the customer
	PayWrittenOff PayKind = "written_off" // a small difference that nobody will pay, with its reason
	PayMoved      PayKind = "moved"       // from one order, or the customer's credit, to another
	PayReversed   PayKind = "reversed"    // takes another payment back
)

// Payment is money of a customer, a posted fact. What it counts for stands in its allocations, which add up to Amount + Charges +
// WrittenOff; what no order has is the customer's credit.
type Payment struct {
	Record
	No          string       `json:"payment_no"`
	Kind        PayKind      `json:"kind"`
	Date        Date         `json:"date"`
	CustomerID  int64        `json:"-"`
	Customer    string       `json:"customer"`
	Currency    Currency     `json:"currency"`
	Amount      int64        `json:"amount_minor"`               // on our account, minor units of Currency; below zero when it left
	Charges     int64        `json:"charges_minor,omitzero"`     // what banks kept on the way and we bear: counts as paid
	WrittenOff  int64        `json:"written_off_minor,omitzero"` // counts as paid though nothing came
	Rate        ExchangeRate `json:"rate,omitzero"`              // the company's currency for 1 unit, at which the bank settled; 0: not known
	Account     string       `json:"account,omitzero"`           // ours that it reached
	Reference   string       `json:"reference,omitzero"`         // the bank's
	Note        string       `json:"note,omitzero"`              // the reason of a difference, a refund or a counter-entry
	Reverses    string       `json:"reverses,omitzero"`          // the payment that it takes back
	Allocations []Allocation `json:"allocations"`
}

// Allocation is what of a payment counts for an order.
type Allocation struct {
	OrderID  int64    `json:"-"`
	OrderNo  string   `json:"order_no,omitzero"` // "" is the customer's credit
	Currency Currency `json:"-"`                 // of the order, filled in when read; "" is the payment's
	Minor    int64    `json:"amount_minor"`      // of the payment, in its currency
	Credited int64    `json:"credited_minor"`    // what it pays, in the order's currency; the same where that is the payment's
}

// Counts returns what p counts for in all: minor units of its currency.
func (p Payment) Counts() int64 { return p.Amount + p.Charges + p.WrittenOff }

// Rest puts what the allocations of p leave of it into the customer's credit.
func (p *Payment) Rest() {
	p.Allocations = slices.Clone(p.Allocations)
	left := p.Counts()
	for _, a := range p.Allocations {
		left -= a.Minor
	}
	if left != 0 {
		p.Allocations = append(p.Allocations, Allocation{Minor: left, Credited: left})
	}
}

// Counter returns the payment that takes p back, with its reason.
func (p Payment) Counter(day Date, reason string) Payment {
	c := Payment{
		Kind: PayReversed, Date: day, CustomerID: p.CustomerID, Customer: p.Customer, Currency: p.Currency, Amount: -p.Amount, Charges: -p.Charges,
		WrittenOff: -p.WrittenOff, Rate: p.Rate, Account: p.Account, Reference: p.Reference, Note: reason, Reverses: p.No,
	}
	for _, a := range p.Allocations {
		a.Minor, a.Credited = -a.Minor, -a.Credited
		c.Allocations = append(c.Allocations, a)
	}
	return c
}

// Validate reports the fields of p that break a rule, as [Problems]; nil when it can be booked.
func (p Payment) Validate() error {
	var c check
	c.required("payment_no", p.No)
	c.date("date", p.Date)
	c.when(p.Date == "", "date", "problem.required")
	c.when(p.Currency == "", "currency", "problem.required")
	c.when(p.CustomerID == 0, "customer", "problem.required")
	c.when(p.Rate < 0, "rate", "problem.negative")
	c.payKind(p)
	sum := int64(0)
	for i, a := range p.Allocations {
		sum += a.Minor
		c.prefix = at("allocations", i+1)
		c.when(a.Minor == 0, "amount", "problem.required")
		c.when(a.Minor != 0 && (a.Minor < 0) != (a.Credited < 0) || a.Minor != 0 && a.Credited == 0, "credited", "problem.credited")
	}
	c.prefix = ""
	c.when(sum != p.Counts(), "allocations", "problem.allocations")
	return c.problems.Err()
}

// payKind looks at what a kind of payment needs.
func (c *check) payKind(p Payment) {
	switch p.Kind {
	case PayReceived:
		c.when(p.Amount <= 0, "amount", "problem.not_positive")
		c.when(p.Charges < 0, "charges", "problem.negative")
		c.when(p.WrittenOff != 0, "written_off", "problem.written_off_apart")
	case PayRefunded:
		c.when(p.Amount >= 0, "amount", "problem.refund_sign")
		c.required("note", p.Note)
	case PayWrittenOff:
		c.when(p.WrittenOff == 0, "amount", "problem.required")
		c.when(p.Amount != 0 || p.Charges != 0, "amount", "problem.written_off_apart")
		c.required("note", p.Note)
	case PayMoved:
		c.when(p.Counts() != 0, "amount", "problem.moved_sum")
		c.when(len(p.Allocations) == 0, "allocations", "problem.required")
	case PayReversed:
		c.required("reverses", p.Reverses)
		c.required("note", p.Note)
	default:
		c.add("kind", "problem.not_one_of", "Values", "received, refunded, written_off, moved")
	}
}
