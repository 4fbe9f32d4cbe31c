package store

import (
	"context"
	"fmt"

	"tradewind/data"
)

// TakeBack meets a receipt that was wrong by a counter-entry, in stock and of the purchase order. It gives
// [data.Problems] when the goods aren't there any more and [data.ErrConflict] when it was taken back already or takes
// one back itself.
func (s Purchases) TakeBack(ctx context.Context, receipt string) error {
	return s.at.write(ctx, "", func(w *writing) error {
		found, err := numbers(ctx, w.tx, `SELECT movement_id FROM purchase_receipt WHERE uuid = ?`, receipt)
		if err == nil && len(found) == 0 {
			err = fmt.Errorf("receipt %s: %w", receipt, data.ErrNotFound)
		}
		if err != nil {
			return err
		}
		gone, err := w.exists(ctx, `SELECT 1 FROM purchase_receipt r WHERE r.reverses = ?1 OR r.uuid = ?1 AND r.reverses <> ''`, receipt)
		if err == nil && gone {
			err = fmt.Errorf("receipt %s: %w", receipt, data.ErrConflict)
		}
		if err != nil {
			return err
		}
		list, err := movements(ctx, w.tx, `WHERE m.id = ?`, found[0])
		if err != nil {
			return err
		}
		m := list[0]
		m.Quantity, m.Reason, m.Reverses, m.Note = -m.Quantity, data.Reversed, m.UUID, ""
		if err := w.move(ctx, m); err != nil {
			return err
		}
		return w.counterReceipt(ctx, found[0])
	})
}

// receiptsOf returns the movements of a batch beside which a receipt stands.
func (w *writing) receiptsOf(ctx context.Context, batch int64) (map[int64]bool, error) {
	list, err := numbers(ctx, w.tx, `SELECT r.movement_id FROM movement m JOIN purchase_receipt r ON r.movement_id = m.id WHERE m.batch_id = ?`, batch)
	found := make(map[int64]bool, len(list))
	for _, id := range list {
		found[id] = true
	}
	return found, err
}

// counterReceipt takes the receipt of a movement back, after the movement's counter-entry was booked. It gives
// [data.ErrConflict] when that can't be any more: a receipt, with all that took it back and all that took that back, comes to what
// came, or to nothing. Whoever takes back what took it back finds that it was taken back by another way.
func (w *writing) counterReceipt(ctx context.Context, movement int64) error {
	gone, err := w.exists(ctx, `WITH RECURSIVE up (uuid, quantity, reverses) AS (
			SELECT uuid, quantity, reverses FROM purchase_receipt WHERE movement_id = ?1
			UNION ALL SELECT r.uuid, r.quantity, r.reverses FROM purchase_receipt r JOIN up ON r.uuid = up.reverses),
		came (uuid, quantity) AS (SELECT uuid, quantity FROM up WHERE reverses = ''),
		tree (uuid, quantity) AS (
			SELECT uuid, quantity FROM came
			UNION ALL SELECT r.uuid, r.quantity FROM purchase_receipt r JOIN tree ON r.reverses = tree.uuid)
		SELECT 1 FROM came WHERE (SELECT sum(quantity) FROM tree) - (SELECT quantity FROM purchase_receipt WHERE movement_id = ?1)
			NOT BETWEEN 0 AND came.quantity`, movement)
	if err == nil && gone {
		err = fmt.Errorf("receipt of movement %d: %w", movement, data.ErrConflict)
	}
	if err != nil {
		return err
	}
	var r receiptRow
	err = w.scan(ctx, `SELECT uuid, purchase_uuid, line_uuid, -quantity, -over, cost, rate, rate_base FROM purchase_receipt WHERE movement_id = ?`,
		[]any{movement}, &r.reverses, &r.purchase, &r.line, &r.quantity, &r.over, &r.cost, &r.rate.Rate, &r.rate.Base)
	if err != nil {
		return err
	}
	known, err := w.exists(ctx, `SELECT 1 FROM purchase_line WHERE uuid = ?`, r.line)
	if err == nil && !known {
		err = fmt.Errorf("line of receipt %s: %w", r.reverses, data.ErrConflict)
	}
	if err != nil {
		return err
	}
	if err := w.addReceipt(ctx, r); err != nil {
		return err
	}
	return w.settleOnOrder(ctx, r.purchase)
}

// Receipts returns what came of a purchase order and what was taken back of it, in the order in which it was booked.
func (s Purchases) Receipts(ctx context.Context, purchase data.PurchaseOrder) (list []data.PostedReceipt, err error) {
	line := make(map[string]int, len(purchase.Lines))
	for i, l := range purchase.Lines {
		line[l.UUID] = i + 1
	}
	err = s.at.readAt(ctx, func(r reader) error {
		return eachRow(ctx, r, `SELECT c.uuid, c.at, c.person, c.line_uuid, m.variant_id, v.sku, m.warehouse, m.lot, m.expiry, c.quantity,
				c.cost, c.rate, c.rate_base, c.over, c.reverses, EXISTS (SELECT 1 FROM purchase_receipt b WHERE b.reverses = c.uuid)
			FROM purchase_receipt c JOIN movement m ON m.id = c.movement_id JOIN variant v ON v.id = m.variant_id
			WHERE c.purchase_uuid = ? ORDER BY c.id`, []any{purchase.UUID}, func(scan func(...any) error) error {
			var one data.PostedReceipt
			var of string
			err := scan(&one.UUID, utc{&one.At}, &one.Person, &of, &one.VariantID, &one.SKU, &one.Warehouse, &one.Lot, &one.Expiry,
				&one.Quantity, &one.Cost, &one.Rate.Rate, &one.Rate.Base, &one.Over, &one.Reverses, &one.Taken)
			one.Line = line[of]
			list = append(list, one)
			return err
		})
	})
	return list, err
}

// CostRate returns the rate by which prices in cur would become costs today; none when cur is the company's own
// currency. It gives [data.Problems] when none is known.
func (s Purchases) CostRate(ctx context.Context, cur data.Currency) (rate data.CostRate, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		rate, err = costRateOn(ctx, r, cur, data.DateOf(s.at.file.now()))
		return err
	})
	return rate, err
}
