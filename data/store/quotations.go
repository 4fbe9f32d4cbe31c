package store

import (
	"context"
	"time"

	"tradewind/data"
)

// Nth returns the how-manyth order of a customer the order with an ID (0: a new one) is: those that were won count, whatever
// became of them later, and so does itself.
func (s Orders) Nth(ctx context.Context, customer, order int64) (n int64, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		n, err = nthOrder(ctx, r, customer, order)
		return err
	})
	return n, err
}

// nthOrder is [Orders.Nth] at the moment of r.
func nthOrder(ctx context.Context, r reader, customer, order int64) (n int64, err error) {
	err = r.QueryRowContext(ctx, `SELECT count(*) + 1 FROM sales_order WHERE customer_id = ? AND id <> ? AND archived = 0
		AND status IN (?, ?, ?)`, customer, order, string(data.Confirmed), string(data.Shipped), string(data.Closed)).Scan(&n)
	return n, err
}

// Propose fills what the company's rules and the customer's record say into a new quotation, see [data.Order.Propose]. An order
// without a customer takes the company's part of it.
func (s Orders) Propose(ctx context.Context, o data.Order) (data.Order, error) {
	err := s.at.readAt(ctx, func(r reader) error {
		c, err := getCompany(ctx, r)
		if err != nil {
			return err
		}
		var customer data.Partner
		nth := int64(1)
		if o.CustomerID != 0 {
			if customer, err = partners.byID(ctx, r, o.CustomerID); err != nil {
				return err
			}
			if nth, err = nthOrder(ctx, r, o.CustomerID, o.ID); err != nil {
				return err
			}
		}
		o.Propose(c.Quoting, customer, nth)
		return nil
	})
	return o, err
}

// FirstQuoted returns when the first quotation of each of these orders was issued, void ones included: the answer went out.
// Orders that were never quoted are left out.
func (s Orders) FirstQuoted(ctx context.Context, ids []int64) (map[int64]time.Time, error) {
	first := map[int64]time.Time{}
	err := s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(ids, maxHoles) {
			holes, args := in(part)
			err := eachRow(ctx, r, `SELECT order_id, min(issued_at) FROM issued WHERE kind = ? AND order_id IN `+holes+` GROUP BY 1`,
				append([]any{string(data.Quotation)}, args...), func(scan func(...any) error) error {
					var id int64
					var at time.Time
					err := scan(&id, utc{&at})
					first[id] = at
					return err
				})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return first, err
}

// Unanswered returns the inquiries that wait for their first quotation, the oldest first.
func (s Orders) Unanswered(ctx context.Context) (list []data.Order, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = orders.load(ctx, r, `WHERE asked_at <> 0 AND status = ? AND archived = 0
			AND NOT EXISTS (SELECT 1 FROM issued i WHERE i.order_id = sales_order.id AND i.kind = ?) ORDER BY asked_at, id`,
			string(data.Draft), string(data.Quotation))
		return err
	})
	return list, err
}

// settleOutcome dates the end of a quotation, and takes the reason of an earlier loss away when it is open again.
func (w *writing) settleOutcome(o *data.Order) {
	switch {
	case o.Status != data.Lost:
		o.Outcome = data.Outcome{}
	case o.Outcome.Date == "":
		o.Outcome.Date = data.DateOf(w.at)
	}
}
