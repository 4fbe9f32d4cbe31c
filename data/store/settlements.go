package store

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"tradewind/data"
)

// Settlements keeps when and at which rate the bank changed payments into the company's currency, and what is to be looked at of rates.
type Settlements struct{ at place }

// settlements describes their table.
var settlements = &kind[data.Settlement]{
	name: "settlement", table: "settlement",
	record: func(s *data.Settlement) *data.Record { return &s.Record },
	columns: func(s *data.Settlement) []column {
		return []column{{"payment_id", reference{&s.PaymentID}}, {"date", &s.Date}, {"rate", &s.Rate}}
	},
	hidden: func(s *data.Settlement) []*int64 { return []*int64{&s.PaymentID} },
	fill: func(ctx context.Context, r reader, found []*data.Settlement) error {
		for _, s := range found {
			if err := r.QueryRowContext(ctx, `SELECT payment_no FROM payment WHERE id = ?`, s.PaymentID).Scan(&s.PaymentNo); err != nil {
				return err
			}
		}
		return nil
	},
}

// Save notes the settlement of the payment that s names; another one of the same payment is replaced. Nothing is settled of what didn't
// come in, was taken back, or is in the company's own currency.
func (s Settlements) Save(ctx context.Context, one data.Settlement) (data.Settlement, error) {
	err := s.at.write(ctx, "", func(w *writing) error {
		p, err := payments.one(ctx, w.tx, `WHERE payment_no = ?`, one.PaymentNo)
		if err != nil {
			return err
		}
		c, err := getCompany(ctx, w.tx)
		if err != nil {
			return err
		}
		back, err := payments.load(ctx, w.tx, `WHERE reverses = ?`, p.No)
		if err != nil {
			return err
		}
		if p.Kind != data.PayReceived || len(back) > 0 || p.Currency == c.Home() {
			return data.Problems{{Field: "number", Key: "money.problem.settle_what", Args: map[string]any{"No": p.No}}}
		}
		one.Record, one.PaymentID = data.Record{}, p.ID
		if one.Date == "" {
			one.Date = data.DateOf(w.at)
		}
		if one.Date < p.Date {
			return data.Problems{{Field: "date", Key: "money.problem.settle_early", Args: map[string]any{"Day": string(p.Date)}}}
		}
		old, err := settlements.load(ctx, w.tx, `WHERE payment_id = ?`, p.ID)
		if err != nil {
			return err
		}
		if len(old) > 0 {
			one.Record = old[0].Record
		}
		one, err = settlements.save(ctx, w, one)
		return err
	})
	return one, err
}

// All returns the rates at which the bank settled payments, by the payment's ID: what is noted apart before what was booked with them.
func (s Settlements) All(ctx context.Context) (map[int64]data.ExchangeRate, error) {
	found := map[int64]data.ExchangeRate{}
	err := s.at.readAt(ctx, func(r reader) error {
		return eachRow(ctx, r, `SELECT p.id, coalesce(s.rate, p.rate) FROM payment p LEFT JOIN settlement s ON s.payment_id = p.id AND s.archived = 0
			WHERE coalesce(s.rate, p.rate) <> 0`, nil, func(scan func(...any) error) error {
			var id int64
			var rate data.ExchangeRate
			err := scan(&id, &rate)
			found[id] = rate
			return err
		})
	})
	return found, err
}

// Unsettled returns the payments of currencies that the company changes within some days of receipt, and that nobody noted as changed
// by that day, the oldest first.
func (s Settlements) Unsettled(ctx context.Context, today data.Date) (list []data.Unsettled, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		c, err := getCompany(ctx, r)
		if err != nil {
			return err
		}
		for _, term := range c.Rates.Settle {
			if term.Days == 0 {
				continue
			}
			until := data.DateOf(today.Time().AddDate(0, 0, -int(term.Days)))
			found, err := payments.load(ctx, r, `WHERE kind = ? AND currency = ? AND rate = 0 AND date < ?
				AND NOT EXISTS (SELECT 1 FROM settlement s WHERE s.payment_id = payment.id AND s.archived = 0)
				AND NOT EXISTS (SELECT 1 FROM payment b WHERE b.reverses = payment.payment_no) ORDER BY date, id`,
				string(data.PayReceived), string(term.Currency), string(until))
			if err != nil {
				return err
			}
			for _, p := range found {
				list = append(list, data.Unsettled{Payment: p, Due: data.DateOf(p.Date.Time().AddDate(0, 0, int(term.Days)))})
			}
		}
		return nil
	})
	slices.SortStableFunc(list, func(a, b data.Unsettled) int { return cmp.Compare(a.Due, b.Due) })
	return list, err
}

// Moved returns the open quotations whose currency moved by the company's limit or more since their newest paper, else their day, the
// newest quotation first. Rates nobody knows of move nothing.
func (s Settlements) Moved(ctx context.Context, today data.Date) (list []data.RateMove, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		c, err := getCompany(ctx, r)
		if err != nil {
			return err
		}
		var open []data.RateMove
		err = eachRow(ctx, r, `SELECT o.order_no, p.code, o.currency, o.fixed_rate, max(o.date, coalesce((SELECT max(i.date) FROM issued i
				WHERE i.order_id = o.id AND i.kind = ? AND NOT EXISTS (SELECT 1 FROM issued_void v WHERE v.number = i.number)), ''))
			FROM sales_order o JOIN partner p ON p.id = o.customer_id
			WHERE o.status = ? AND o.archived = 0 AND o.currency <> ? AND (o.valid_until = '' OR o.valid_until >= ?) ORDER BY o.date DESC, o.order_no DESC`,
			[]any{string(data.Quotation), string(data.Draft), string(c.Home()), string(today)}, func(scan func(...any) error) error {
				var m data.RateMove
				err := scan(&m.OrderNo, &m.Customer, &m.Currency, &m.Then, &m.Since)
				open = append(open, m)
				return err
			})
		if err != nil {
			return err
		}
		for _, m := range open {
			if m.Then == 0 {
				m.Then = c.Rates.Of(m.Currency).Rate
			}
			if m.Then == 0 {
				if m.Then, _, err = rateOn(ctx, r, m.Currency, c.Home(), m.Since); err != nil {
					return err
				}
			}
			if m.Now, m.On, err = rateOn(ctx, r, m.Currency, c.Home(), today); err != nil {
				return err
			}
			if m.Now == 0 || m.Then == 0 {
				continue
			}
			if m.Move = m.Then.Moved(m.Now); max(m.Move, -m.Move) >= c.Rates.Moves() {
				list = append(list, m)
			}
		}
		return nil
	})
	return list, err
}

// rateOn returns what one unit of a currency cost in another on a day, or on the last day before, and that day; 0 where nobody knows.
func rateOn(ctx context.Context, r reader, base, quote data.Currency, day data.Date) (rate data.ExchangeRate, on data.Date, err error) {
	found, err := rates.one(ctx, r, onDay, base, quote, day)
	if errors.Is(err, data.ErrNotFound) {
		err = nil
	}
	return found.Rate, found.Date, err
}
