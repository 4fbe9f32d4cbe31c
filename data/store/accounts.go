package store

import (
	"context"

	"tradewind/data"
)

// Account returns what is owed for an order, part by part, or [data.ErrNotFound].
func (s Orders) Account(ctx context.Context, id int64) (a data.Account, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		o, err := orders.byID(ctx, r, id)
		if err != nil {
			return err
		}
		a, _, err = accountOf(ctx, r, o)
		return err
	})
	return a, err
}

// accountOf works out what is owed for o, and returns the shipments it did so with.
func accountOf(ctx context.Context, r reader, o data.Order) (data.Account, []data.Shipment, error) {
	f, err := accountFacts(ctx, r, o)
	if err != nil {
		return data.Account{}, nil, err
	}
	a, err := o.Account(f)
	return a, f.Shipments, err
}

// accountFacts reads what an account is made of beside the order.
func accountFacts(ctx context.Context, r reader, o data.Order) (f data.AccountFacts, err error) {
	f.Invoiced = map[string]data.Date{}
	if f.Shipments, err = shipmentsOf(ctx, r, o.ID); err != nil {
		return f, err
	}
	if f.Paid, err = paidFor(ctx, r, o.ID); err != nil {
		return f, err
	}
	if f.Credited, err = creditedFor(ctx, r, o.ID); err != nil {
		return f, err
	}
	if o.PaymentTerms == "" && o.CustomerID != 0 {
		err = r.QueryRowContext(ctx, `SELECT payment_terms FROM partner WHERE id = ?`, o.CustomerID).Scan(&f.Terms)
		if err != nil {
			return f, err
		}
	}
	err = eachRow(ctx, r, `SELECT coalesce(h.shipment_no, ''), min(i.date) FROM issued i LEFT JOIN shipment h ON h.id = i.shipment_id
		WHERE i.kind = ? AND NOT EXISTS (SELECT 1 FROM issued_void v WHERE v.number = i.number)
			AND (i.order_id = ? AND i.shipment_id IS NULL OR i.shipment_id IN (SELECT p.shipment_id FROM shipment_part p WHERE p.order_id = ?))
		GROUP BY 1`, []any{string(data.CommercialInvoice), o.ID, o.ID}, func(scan func(...any) error) error {
		var no string
		var day data.Date
		err := scan(&no, &day)
		f.Invoiced[no] = day
		return err
	})
	return f, err
}

// guardPaid refuses to let a shipment leave before what is due before it was paid, for each of its orders; with a reason it may. Of an
// order that nobody confirmed nothing is due.
func (w *writing) guardPaid(ctx context.Context, together []data.Order, sh data.Shipment) error {
	c, err := getCompany(ctx, w.tx)
	if err != nil || c.ShipUnpaid || sh.UnpaidReason != "" {
		return err
	}
	var wrong data.Problems
	for _, o := range together {
		if o.Status != data.Confirmed {
			continue
		}
		a, all, err := accountOf(ctx, w.tx, o)
		if err != nil {
			return err
		}
		gone := map[string]bool{}
		for _, one := range all {
			gone[one.No] = one.Posted
		}
		need := a.BeforeShipping(sh.No, func(no string) bool { return gone[no] })
		if missing := need.Minor - a.Paid.Minor; missing > 0 {
			wrong = append(wrong, data.Problem{Field: "unpaid_reason", Key: "problem.unpaid", Args: map[string]any{
				"Order": o.No, "Currency": string(o.Currency), "Need": need.String(), "Paid": a.Paid.String(),
				"Missing": data.Money{Minor: missing, Currency: o.Currency}.String(),
			}})
		}
	}
	return wrong.Err()
}
