package command

import (
	"fmt"

	"tradewind/data"
	"tradewind/data/store"
)

// What list calls alerts about money.
const (
	rateMoved data.AlertStep = "rate-moved" // of an open quotation: its currency isn't what it was
	unsettled data.AlertStep = "unsettled"  // a payment should be the company's own currency by now
)

// addMoney lists the open quotations whose currency moved and the payments that should have been changed, as far as q's limit has
// room. Words find them by number and customer.
func (s *session) addMoney(st *store.Store, t *table, q store.Query, today data.Date) error {
	moved, err := st.Settlements.Moved(s.ctx, today)
	if err != nil {
		return fmt.Errorf("list alerts: %w", err)
	}
	for _, m := range moved {
		if t.asked(q, m.OrderNo, m.Customer) {
			t.add(alertRow{Alert: rateMoved, OrderNo: m.OrderNo, Customer: m.Customer, Rate: &m},
				string(rateMoved), m.OrderNo, m.Customer+" "+string(m.Currency)+" "+m.Move.String()+" %", "", "", "", "", "", "", "", "", "", "")
		}
	}
	late, err := st.Settlements.Unsettled(s.ctx, today)
	if err != nil {
		return fmt.Errorf("list alerts: %w", err)
	}
	for _, u := range late {
		p := u.Payment
		if !t.asked(q, p.No, p.Customer) {
			continue
		}
		amount := data.Money{Minor: p.Amount, Currency: p.Currency}.String()
		t.add(alertRow{Alert: unsettled, PaymentNo: p.No, Customer: p.Customer, Currency: p.Currency, Amount: amount, SettleBy: u.Due},
			string(unsettled), p.No, p.Customer+" "+string(p.Currency)+" "+amount, "", "", "", "", "", "", "", string(u.Due), "", "")
	}
	return nil
}

// rateTable lists dated rates, the newest first.
func (s *session) rateTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.Rate, error) { return st.Rates.Find(s.ctx, q) },
		func(r data.Rate) string { return fmt.Sprintf("%s %s %s", r.Date, r.Base, r.Quote) })
	if err != nil {
		return nil, err
	}
	t := newTable("date", "base", "quote", "rate")
	for _, r := range found {
		t.add(r, string(r.Date), string(r.Base), string(r.Quote), r.Rate.String())
	}
	return t, nil
}
