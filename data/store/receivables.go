package store

import (
	"context"
	"fmt"

	"tradewind/data"
)

// Receivables returns what customers haven't paid, part by part, with what they paid that no order has, sorted by
// [data.SortReceivables]. Of a quotation, and of what was lost or cancelled, nothing is due.
func (s Orders) Receivables(ctx context.Context) (list []data.Receivable, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list = nil
		after := int64(0)
		for {
			page, err := orders.load(ctx, r, `WHERE id > ? AND archived = 0 AND status IN ('confirmed', 'shipped', 'closed') ORDER BY id LIMIT 500`, after)
			if err != nil {
				return err
			}
			if len(page) == 0 {
				break
			}
			for _, o := range page {
				a, _, err := accountOf(ctx, r, o)
				if err != nil {
					return fmt.Errorf("order %s: %w", o.No, err)
				}
				for _, p := range a.Parts {
					if p.Open().Minor != 0 {
						list = append(list, data.Receivable{CustomerID: o.CustomerID, Customer: o.Customer, OrderNo: o.No, Owed: p})
					}
				}
			}
			after = page[len(page)-1].ID
		}
		return eachRow(ctx, r, `SELECT c.id, c.code, p.currency, sum(a.amount) FROM payment p JOIN payment_allocation a ON a.payment_id = p.id
			JOIN partner c ON c.id = p.customer_id WHERE a.order_id IS NULL GROUP BY 1, 2, 3 HAVING sum(a.amount) <> 0`, nil, func(scan func(...any) error) error {
			var one data.Receivable
			var c data.Currency
			var sum int64
			err := scan(&one.CustomerID, &one.Customer, &c, &sum)
			one.Owed = data.Owed{Amount: data.Money{Currency: c}, Paid: data.Money{Minor: sum, Currency: c}}
			list = append(list, one)
			return err
		})
	})
	data.SortReceivables(list)
	return list, err
}

// Billed returns the newest revisions of the invoices and credit notes of a customer that weren't voided, with their frozen copies,
// by day and number.
func (s Documents) Billed(ctx context.Context, customerID int64) (list []data.Issued, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = issued(ctx, r, true, `WHERE i.kind IN ('commercial-invoice', 'credit-note') AND o.customer_id = ? AND v.reason IS NULL
			AND i.revision = (SELECT max(n.revision) FROM issued n WHERE n.number = i.number) ORDER BY i.date, i.number`, customerID)
		return err
	})
	return list, err
}
