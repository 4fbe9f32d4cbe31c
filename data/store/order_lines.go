package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"tradewind/data"
)

// lineColumns are the columns of the table order_line.
func lineColumns(l *data.OrderLine) []column {
	return []column{
		{"id", reference{&l.ID}},
		{"uuid", &l.UUID},
		{"variant_id", &l.VariantID},
		{"buyer_item_no", &l.BuyerItemNo},
		{"descriptions", textJSON{&l.Description}},
		{"hs_code", &l.HSCode},
		{"origin", &l.Origin},
		{"quantity", &l.Quantity},
		{"unit", &l.Unit},
		{"price", &l.Price},
		{"discount", &l.Discount},
		{"note", &l.Note},
		{"pre_sale", &l.PreSale},
		{"promise_date", &l.Promise},
		{"campaign", &l.Campaign},
		{"produced", &l.Produced},
		{"short", &l.Short},
		{"short_reason", &l.ShortReason},
		{"role", &l.Role},
		{"pricing", textJSON{&l.Pricing}},
	}
}

// lineNames returns the columns of order_line l.
func lineNames(l *data.OrderLine) string {
	return "l." + strings.ReplaceAll(names(lineColumns(l)), ", ", ", l.")
}

// keepOrder writes the lines. Lines that are gone go only when no shipment needs them.
func keepOrder(ctx context.Context, w *writing, old, next *data.Order) error {
	w.unmarkPresold(old, next)
	gone := map[int64]bool{}
	if old != nil {
		for _, l := range old.Lines {
			gone[l.ID] = true
		}
	}
	var shape data.OrderLine
	cs := names(lineColumns(&shape))
	for i := range next.Lines {
		l := &next.Lines[i]
		known := gone[l.ID] && l.ID != 0
		delete(gone, l.ID)
		if l.UUID == "" {
			l.UUID = newUUID()
		}
		var err error
		if known {
			err = w.updateLine(ctx, next.ID, i, l)
		} else {
			err = w.insertLine(ctx, cs, next.ID, i, l)
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	if old == nil {
		return nil
	}
	return w.dropLines(ctx, old, next, sortedKeys(gone))
}

// dropLines takes away the lines that next no longer has, after what was kept for them is given free.
func (w *writing) dropLines(ctx context.Context, old, next *data.Order, gone []int64) error {
	if err := w.trimReserved(ctx, old, next); err != nil {
		return err
	}
	for _, id := range gone {
		if _, err := w.exec(ctx, `DELETE FROM order_line WHERE id = ? AND order_id = ?`, id, next.ID); err != nil {
			return err
		}
	}
	return w.checkShipped(ctx, next.ID)
}

// insertLine adds a line.
func (w *writing) insertLine(ctx context.Context, cs string, order int64, position int, l *data.OrderLine) error {
	vs := append(values(lineColumns(l)), order, position)
	holes, args := in(vs)
	r, err := w.exec(ctx, `INSERT INTO order_line (`+cs+`, order_id, position) VALUES `+holes, args...)
	if err != nil {
		return err
	}
	l.ID, err = r.LastInsertId()
	return err
}

// updateLine writes a line that is there already.
func (w *writing) updateLine(ctx context.Context, order int64, position int, l *data.OrderLine) error {
	cs := lineColumns(l)[1:]
	set := strings.ReplaceAll(names(cs), ", ", " = ?, ") + " = ?"
	r, err := w.exec(ctx, `UPDATE order_line SET `+set+`, position = ? WHERE id = ? AND order_id = ?`,
		append(values(cs), position, l.ID, order)...)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		return fmt.Errorf("%w: %d", errLineGone, l.ID)
	}
	return nil
}

// checkShipped refuses shipments of an order that together send more of a line than was ordered. Archived shipments
// don't count.
func (w *writing) checkShipped(ctx context.Context, order int64) error {
	rows, err := w.tx.QueryContext(ctx, `
		SELECT l.position, l.quantity - l.short, sum(s.quantity) FROM order_line l
		JOIN shipment_line s ON s.order_line_id = l.id JOIN shipment h ON h.id = s.shipment_id
		WHERE l.order_id = ? AND h.archived = 0
		GROUP BY l.id HAVING abs(sum(s.quantity)) > abs(l.quantity - l.short) OR sum(s.quantity) * sign(l.quantity) < 0
		ORDER BY l.position`, order)
	if err != nil {
		return err
	}
	defer rows.Close()
	var wrong data.Problems
	for rows.Next() {
		var position int
		var ordered, sent data.Quantity
		if err := rows.Scan(&position, &ordered, &sent); err != nil {
			return err
		}
		wrong = append(wrong, data.Problem{
			Field: "lines." + strconv.Itoa(position+1) + ".quantity", Key: "problem.more_than_ordered",
			Args: map[string]any{"Line": position + 1, "Ordered": ordered.String(), "Sent": sent.String()},
		})
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return wrong.Err()
}
