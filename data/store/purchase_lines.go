package store

import (
	"context"
	"fmt"
	"strings"

	"tradewind/data"
)

// purchaseLineColumns are the columns of the table purchase_line that a save writes. What was received it never does.
func purchaseLineColumns(l *data.PurchaseLine) []column {
	return []column{
		{"id", reference{&l.ID}},
		{"uuid", &l.UUID},
		{"variant_id", &l.VariantID},
		{"supplier_item_no", &l.SupplierItemNo},
		{"descriptions", textJSON{&l.Description}},
		{"quantity", &l.Quantity},
		{"unit", &l.Unit},
		{"price", &l.Price},
		{"expected_date", &l.Expected},
		{"note", &l.Note},
		{"closed", &l.Closed},
	}
}

// keepPurchase writes the lines and what is on order by them. Lines of which something came stay: [guardReceived].
func keepPurchase(ctx context.Context, w *writing, old, next *data.PurchaseOrder) error {
	gone := map[int64]bool{}
	if old != nil {
		for _, l := range old.Lines {
			gone[l.ID] = true
		}
	}
	for i := range next.Lines {
		l := &next.Lines[i]
		known := gone[l.ID] && l.ID != 0
		delete(gone, l.ID)
		if l.UUID == "" {
			l.UUID = newUUID()
		}
		if err := w.keepPurchaseLine(ctx, next.ID, i, l, known); err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	for _, id := range sortedKeys(gone) {
		if _, err := w.exec(ctx, `DELETE FROM purchase_line WHERE id = ? AND purchase_id = ?`, id, next.ID); err != nil {
			return err
		}
	}
	return w.settleOnOrder(ctx, next.UUID)
}

// keepPurchaseLine writes one line.
func (w *writing) keepPurchaseLine(ctx context.Context, purchase int64, position int, l *data.PurchaseLine, known bool) error {
	cs := purchaseLineColumns(l)
	if known {
		set := strings.ReplaceAll(names(cs[1:]), ", ", " = ?, ") + " = ?"
		_, err := w.exec(ctx, `UPDATE purchase_line SET `+set+`, position = ? WHERE id = ? AND purchase_id = ?`,
			append(values(cs[1:]), position, l.ID, purchase)...)
		return err
	}
	holes, args := in(append(values(cs), purchase, position))
	r, err := w.exec(ctx, `INSERT INTO purchase_line (`+names(cs)+`, purchase_id, position) VALUES `+holes, args...)
	if err != nil {
		return err
	}
	l.ID, err = r.LastInsertId()
	return err
}

// discardPurchases takes away the lines of purchase orders that nothing uses, and what is on order by them.
func discardPurchases(ctx context.Context, w *writing, ids []int64) error {
	holes, args := in(ids)
	var gone []string
	err := eachRow(ctx, w.tx, `SELECT uuid FROM purchase_order WHERE id IN `+holes, args, func(scan func(...any) error) error {
		gone = append(gone, "")
		return scan(&gone[len(gone)-1])
	})
	if err != nil {
		return err
	}
	if _, err := w.exec(ctx, `DELETE FROM purchase_line WHERE purchase_id IN `+holes, args...); err != nil {
		return err
	}
	for _, uuid := range gone {
		if err := w.settleOnOrder(ctx, uuid); err != nil {
			return err
		}
	}
	return nil
}

// fillPurchases reads the lines and the suppliers' codes.
func fillPurchases(ctx context.Context, r reader, found []*data.PurchaseOrder) error {
	at := make(map[int64]*data.PurchaseOrder, len(found))
	var suppliers []int64
	for _, p := range found {
		at[p.ID] = p
		suppliers = append(suppliers, some(p.SupplierID)...)
	}
	labels, err := partnerLabels(ctx, r, suppliers)
	if err != nil {
		return err
	}
	for _, p := range found {
		p.Supplier = labels[p.SupplierID].code
	}
	var shape data.PurchaseLine
	columns := "l." + strings.ReplaceAll(names(purchaseLineColumns(&shape)), ", ", ", l.")
	for part := range chunks(sortedKeys(at), maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT l.purchase_id, v.sku, l.received, `+columns+` FROM purchase_line l
			JOIN variant v ON v.id = l.variant_id WHERE l.purchase_id IN `+holes+` ORDER BY l.purchase_id, l.position`, args,
			func(scan func(...any) error) error {
				var purchase int64
				var l data.PurchaseLine
				err := scan(append([]any{&purchase, &l.SKU, &l.Received}, targets(purchaseLineColumns(&l))...)...)
				if err == nil {
					at[purchase].Lines = append(at[purchase].Lines, l)
				}
				return err
			})
		if err != nil {
			return err
		}
	}
	return nil
}

// settleOnOrder enters into the ledger of what is on order how a purchase order differs from it. Whatever changed what
// should still come calls it: a save, a receipt, a counter-entry.
func (w *writing) settleOnOrder(ctx context.Context, purchase string) error {
	type difference struct {
		line     string
		variant  int64
		quantity data.Quantity
	}
	var list []difference
	err := eachRow(ctx, w.tx, `SELECT line_uuid, variant_id, sum(q) FROM (
			SELECT l.uuid AS line_uuid, l.variant_id, max(l.quantity - l.received, 0) AS q
			FROM purchase_line l JOIN purchase_order p ON p.id = l.purchase_id
			WHERE p.uuid = ?1 AND p.status = 'ordered' AND p.archived = 0 AND l.closed = 0
			UNION ALL SELECT line_uuid, variant_id, -quantity FROM on_order WHERE purchase_uuid = ?1)
		GROUP BY line_uuid, variant_id HAVING sum(q) <> 0 ORDER BY line_uuid, variant_id`, []any{purchase},
		func(scan func(...any) error) error {
			var d difference
			err := scan(&d.line, &d.variant, &d.quantity)
			list = append(list, d)
			return err
		})
	if err != nil || len(list) == 0 {
		return err
	}
	batch, err := w.batchID(ctx)
	if err != nil {
		return err
	}
	for _, d := range list {
		_, err := w.exec(ctx, `INSERT INTO on_order (batch_id, at, purchase_uuid, line_uuid, variant_id, quantity) VALUES (?, ?, ?, ?, ?, ?)`,
			batch, w.at.UnixMicro(), purchase, d.line, d.variant, int64(d.quantity))
		if err != nil {
			return err
		}
		if err := w.addTotal(ctx, d.variant, total{onOrder: d.quantity}); err != nil {
			return err
		}
	}
	return nil
}
