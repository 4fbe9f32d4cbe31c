package command

import (
	"tradewind/data"
	"tradewind/data/store"
)

// paymentRow is a payment with its amounts as decimals.
type paymentRow struct {
	data.Record
	No          string          `json:"payment_no"`
	Kind        data.PayKind    `json:"kind"`
	Date        data.Date       `json:"date"`
	Customer    string          `json:"customer"`
	Currency    data.Currency   `json:"currency"`
	Amount      string          `json:"amount"`
	Charges     string          `json:"charges"`
	WrittenOff  string          `json:"written_off"`
	Rate        string          `json:"rate,omitempty"`
	Account     string          `json:"account"`
	Reference   string          `json:"reference"`
	Note        string          `json:"note"`
	Reverses    string          `json:"reverses,omitempty"`
	Allocations []allocationRow `json:"allocations"`
}

// allocationRow is what of a payment counts for an order; without an order it is the customer's credit.
type allocationRow struct {
	OrderNo string `json:"order_no"`
	Amount  string `json:"amount"`
}

func paymentRowOf(p data.Payment) paymentRow {
	amount := func(minor int64) string { return data.Money{Minor: minor, Currency: p.Currency}.String() }
	r := paymentRow{
		Record: p.Record, No: p.No, Kind: p.Kind, Date: p.Date, Customer: p.Customer, Currency: p.Currency, Amount: amount(p.Amount),
		Charges: amount(p.Charges), WrittenOff: amount(p.WrittenOff), Account: p.Account, Reference: p.Reference, Note: p.Note, Reverses: p.Reverses,
	}
	if p.Rate != 0 {
		r.Rate = p.Rate.String()
	}
	for _, a := range p.Allocations {
		r.Allocations = append(r.Allocations, allocationRow{OrderNo: a.OrderNo, Amount: amount(a.Minor)})
	}
	return r
}

// accountRow is what is owed for an order, with decimals.
type accountRow struct {
	Currency data.Currency `json:"currency"`
	Total    string        `json:"total"`
	Credited string        `json:"credited"`
	Paid     string        `json:"paid"`
	Balance  string        `json:"balance"`
	Parts    []owedRow     `json:"parts"`
	Payments []paymentRow  `json:"payments"`
}

// owedRow is one part of it.
type owedRow struct {
	Instalment int                 `json:"instalment"`
	Method     data.PaymentMethod  `json:"method,omitempty"`
	Trigger    data.PaymentTrigger `json:"trigger,omitempty"`
	Days       int                 `json:"days,omitempty"`
	ShipmentNo string              `json:"shipment_no,omitempty"`
	Amount     string              `json:"amount"`
	Paid       string              `json:"paid"`
	Open       string              `json:"open"`
	Due        data.Date           `json:"due,omitempty"`
	State      data.OwedState      `json:"state"`
}

// account is what is owed for an order and what was paid.
func (s *session) account(st *store.Store, orderID int64) (accountRow, error) {
	a, err := st.Orders.Account(s.ctx, orderID)
	if err != nil {
		return accountRow{}, err
	}
	r := accountRow{Currency: a.Currency, Total: a.Total.String(), Credited: a.Credited.String(), Paid: a.Paid.String(), Balance: a.Balance.String()}
	today := data.DateOf(s.Now())
	for _, p := range a.Parts {
		r.Parts = append(r.Parts, owedRow{
			p.Instalment, p.Method, p.Trigger, p.Days, p.ShipmentNo, p.Amount.String(), p.Paid.String(), p.Open().String(), p.Due, p.State(today),
		})
	}
	paid, err := st.Payments.OfOrder(s.ctx, orderID)
	for _, p := range paid {
		r.Payments = append(r.Payments, paymentRowOf(p))
	}
	return r, err
}

// paymentTable lists payments, the newest first.
func (s *session) paymentTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.Payment, error) { return st.Payments.Find(s.ctx, q) },
		func(p data.Payment) string { return p.No })
	if err != nil {
		return nil, err
	}
	t := newTable("payment_no", "date", "kind", "customer", "currency", "amount", "charges", "reference")
	for _, p := range found {
		r := paymentRowOf(p)
		t.add(r, r.No, string(r.Date), string(r.Kind), r.Customer, string(r.Currency), r.Amount, r.Charges, r.Reference)
	}
	return t, nil
}
