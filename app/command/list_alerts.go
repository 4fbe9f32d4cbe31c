package command

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// alertRow is something the merchant should look at. What only one step has is left out of the others.
type alertRow struct {
	Alert       data.AlertStep  `json:"alert"`
	SKU         string          `json:"sku"`
	Name        string          `json:"name"`
	Stock       string          `json:"stock"` // on hand; of a lot, what it holds
	SafetyStock string          `json:"safety_stock"`
	Unit        data.Unit       `json:"unit"`
	Supplier    string          `json:"supplier"`
	MaxStock    string          `json:"max_stock,omitzero"`
	Reserved    string          `json:"reserved,omitzero"`   // of stock that is too much: what of it is kept for orders and isn't counted
	Warehouse   *string         `json:"warehouse,omitempty"` // of a lot, and where the line is of one warehouse
	Lot         *string         `json:"lot,omitempty"`
	Expiry      data.Date       `json:"expiry,omitzero"`
	DaysLeft    *int            `json:"days_left,omitempty"` // below zero: it has expired
	Certificate *string         `json:"certificate,omitempty"`
	Number      *string         `json:"number,omitempty"` // of the certificate
	OrderNo     string          `json:"order_no,omitzero"`
	Customer    string          `json:"customer,omitzero"`
	ReplyDue    time.Time       `json:"reply_due,omitzero"` // when an inquiry had to be answered
	Rate        *data.RateMove  `json:"rate,omitempty"`     // of a quotation whose currency moved
	PaymentNo   string          `json:"payment_no,omitzero"`
	Milestone   *data.Milestone `json:"milestone,omitempty"` // that wasn't reached in time
	Delay       *data.Delay     `json:"delay,omitempty"`     // that the buyer isn't told of
	Currency    data.Currency   `json:"currency,omitzero"`   // of a payment
	Amount      string          `json:"amount,omitzero"`
	SettleBy    data.Date       `json:"settle_by,omitzero"` // by when the payment had to be changed into the company's currency
}

func alertRowOf(p data.Product, a data.StockAlert, lang string) alertRow {
	r := alertRow{
		Alert: a.Step, SKU: p.SKU, Name: p.Name.In(lang), Stock: a.OnHand.String(), SafetyStock: p.SafetyStock.String(),
		Unit: p.Unit, Supplier: p.Supplier,
	}
	r.Warehouse = a.Warehouse
	switch a.Step {
	case data.TooLittle:
		r.SafetyStock = a.Line.String()
	case data.TooMuch:
		r.MaxStock, r.Reserved = a.Line.String(), a.Reserved.String()
	case data.Expiring:
		r.SKU, r.Stock, r.Expiry = a.Lot.SKU, a.Lot.Quantity.String(), a.Lot.Expiry
		r.Warehouse, r.Lot, r.DaysLeft = &a.Lot.Warehouse, &a.Lot.Lot, &a.Days
	}
	return r
}

// alertTable lists what should be looked at: stock in the three steps of [data.StockAlerts], then certificates.
func (s *session) alertTable(st *store.Store, q store.Query) (*table, error) {
	limit, today := q.Limit, data.DateOf(s.Now())
	if limit <= 0 {
		limit = math.MaxInt32
	}
	q.Limit = limit // every product that is due has at least one row
	found, err := st.Stock.Due(s.ctx, today, q)
	if err != nil {
		return nil, fmt.Errorf("list alerts: %w", err)
	}
	t := newTable("alert", "sku", "name", "stock", "safety_stock", "unit", "supplier", "max_stock", "warehouse", "lot", "expiry", "days_left", "certificate")
	for part := range slices.Chunk(found, pageSize) {
		due, err := st.Stock.AlertsOf(s.ctx, today, part)
		if err != nil {
			return nil, fmt.Errorf("list alerts: %w", err)
		}
		for _, p := range part {
			for _, a := range due[p.ID] {
				if len(t.records) == limit {
					return t, nil
				}
				r := alertRowOf(p, a, s.words.Lang())
				t.add(r, string(r.Alert), r.SKU, r.Name, r.Stock, r.SafetyStock, string(r.Unit), r.Supplier, r.MaxStock,
					text(r.Warehouse), text(r.Lot), string(r.Expiry), days(r.DaysLeft), "")
			}
		}
	}
	if err := s.addCertificates(st, t, q, today); err != nil {
		return nil, err
	}
	if err := s.addMilestones(st, t, q); err != nil {
		return nil, err
	}
	if err := s.addLateReplies(st, t, q); err != nil {
		return nil, err
	}
	return t, s.addMoney(st, t, q, today)
}

// addCertificates lists the certificates that are due, as far as q's limit has room.
func (s *session) addCertificates(st *store.Store, t *table, q store.Query, today data.Date) error {
	found, notice, err := st.Products.CertificatesDue(s.ctx, today, q)
	if err != nil {
		return fmt.Errorf("list alerts: %w", err)
	}
	for _, p := range found {
		for _, a := range data.CertificateAlerts(p, today, notice) {
			if len(t.records) == q.Limit {
				return nil
			}
			c := a.Certificate
			r := alertRow{
				Alert: data.CertificateDue, SKU: p.SKU, Name: p.Name.In(s.words.Lang()), SafetyStock: p.SafetyStock.String(), Unit: p.Unit,
				Supplier: p.Supplier, Expiry: c.Expires, DaysLeft: &a.Days, Certificate: &c.Kind, Number: &c.Number,
			}
			t.add(r, string(r.Alert), r.SKU, r.Name, "", r.SafetyStock, string(r.Unit), r.Supplier, "", "", "", string(r.Expiry), days(r.DaysLeft), c.Kind)
		}
	}
	return nil
}

// asked reports whether q wants a row about a number and a customer, and has room for it.
func (t *table) asked(q store.Query, number, customer string) bool {
	return len(t.records) < q.Limit && strings.Contains(strings.ToLower(number+" "+customer), strings.ToLower(q.Words))
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func days(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}
