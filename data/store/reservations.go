package store

import (
	"context"
	"fmt"
	"strconv"

	"tradewind/data"
)

// Reserve sets how much is kept for lines of an order in a warehouse; 0 gives it free. It gives [data.Problems] when more
// would be kept than lies there, hasn't expired and isn't kept for others, or than is still to be sent: two people can't
// both promise the last carton.
func (s Stock) Reserve(ctx context.Context, orderID int64, want []data.Reservation) error {
	return s.at.write(ctx, "", func(w *writing) error {
		o, err := w.reservable(ctx, orderID)
		if err != nil {
			return err
		}
		var wrong data.Problems
		for i, r := range want {
			if r.Line < 1 || r.Line > len(o.Lines) {
				wrong = append(wrong, data.Problem{Field: field(i, "line"), Key: "problem.unknown_line", Args: map[string]any{"Value": r.Line}})
				continue
			}
			if r.Quantity < 0 {
				wrong = append(wrong, data.Problem{Field: field(i, "quantity"), Key: "problem.negative"})
				continue
			}
			more, err := w.setReserved(ctx, o, r)
			if err != nil {
				return err
			}
			wrong = append(wrong, more...)
		}
		return wrong.Err()
	})
}

// field names a field of the i-th row.
func field(i int, name string) string { return strconv.Itoa(i+1) + "." + name }

// ReserveAll keeps what it can of a warehouse's free goods for every line of an order that is still to be sent, and
// returns what it couldn't keep.
func (s Stock) ReserveAll(ctx context.Context, orderID int64, warehouse string) (short []data.Reservation, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		o, err := w.reservable(ctx, orderID)
		if err != nil {
			return err
		}
		for i, l := range o.Lines {
			r := reservationOf(o, i, warehouse)
			open, err := w.unreserved(ctx, o, i)
			if err != nil {
				return err
			}
			free, _, err := w.unexpired(ctx, claim{l.VariantID, warehouse})
			if err != nil {
				return err
			}
			if part := min(open, free); part > 0 {
				if err := w.reserve(ctx, r, part, data.Reserved); err != nil {
					return err
				}
				open -= part
			}
			if r.Quantity = open; open > 0 {
				short = append(short, r)
			}
		}
		return nil
	})
	return short, err
}

// reservable returns an order that goods can be kept for.
func (w *writing) reservable(ctx context.Context, id int64) (data.Order, error) {
	o, err := orders.byID(ctx, w.tx, id)
	if err == nil && finished(&o) {
		err = fmt.Errorf("order %s: %w", o.No, data.ErrPosted)
	}
	return o, err
}

// finished reports whether nothing of an order is still to be sent.
func finished(o *data.Order) bool {
	return o.Over() || o.Status == data.Shipped
}

// reservationOf names the i-th line of o; the quantity is 0.
func reservationOf(o data.Order, i int, warehouse string) data.Reservation {
	l := o.Lines[i]
	return data.Reservation{OrderNo: o.No, Line: i + 1, LineUUID: l.UUID, VariantID: l.VariantID, SKU: l.SKU, Warehouse: warehouse}
}

// setReserved books the difference between what is kept and what r wants.
func (w *writing) setReserved(ctx context.Context, o data.Order, r data.Reservation) (data.Problems, error) {
	one := reservationOf(o, r.Line-1, r.Warehouse)
	var now data.Quantity
	err := w.scan(ctx, `SELECT coalesce(sum(quantity), 0) FROM reserved WHERE line_uuid = ? AND warehouse = ?`, []any{one.LineUUID, r.Warehouse}, &now)
	if err != nil || now == r.Quantity {
		return nil, err
	}
	open, err := w.unreserved(ctx, o, r.Line-1)
	if err != nil {
		return nil, err
	}
	if more := r.Quantity - now; more > open && more > 0 {
		return data.Problems{{Field: "quantity", Key: "problem.reserved_more_than_open", Args: map[string]any{
			"Line": r.Line, "SKU": one.SKU, "Open": (now + max(open, 0)).String(),
		}}}, nil
	}
	if r.Quantity > now {
		of := claim{one.VariantID, r.Warehouse}
		free, expired, err := w.unexpired(ctx, of)
		if err != nil {
			return nil, err
		}
		if expired > 0 && r.Quantity-now > free {
			return w.addShort(ctx, nil, of, expiredKeys, "Free", max(free, 0).String(), "Expired", expired.String())
		}
	}
	return nil, w.reserve(ctx, one, r.Quantity-now, data.Reserved)
}

// unexpired returns what of an article in a warehouse is neither kept nor expired, and what has expired: a lot is good
// through its last day.
func (w *writing) unexpired(ctx context.Context, of claim) (free, expired data.Quantity, err error) {
	err = w.scan(ctx, `SELECT coalesce(sum(quantity), 0) FROM stock_level WHERE variant_id = ? AND warehouse = ? AND NOT `+goodOn,
		[]any{of.variant, of.warehouse, string(data.DateOf(w.at))}, &expired)
	if err != nil {
		return 0, 0, err
	}
	over, _, err := w.overReserved(ctx, of)
	return -over - expired, expired, err
}

// goodOn picks the levels that can still be promised on a day; what is missing from an expired lot is missing.
const goodOn = `(expiry = '' OR expiry >= ? OR quantity < 0)`

// What becomes of an order's line l: to be sent in all, sent with its posted shipments, kept for it, and neither.
const (
	lineDue  = `(l.quantity - l.short)`
	lineSent = `(SELECT coalesce(sum(s.quantity), 0) FROM shipment_line s JOIN shipment h ON h.id = s.shipment_id
		WHERE s.order_line_id = l.id AND h.posted = 1)`
	lineKept = `(SELECT coalesce(sum(b.quantity), 0) FROM reserved b WHERE b.line_uuid = l.uuid)`
	lineOpen = lineDue + ` - ` + lineSent + ` - ` + lineKept
)

// unreserved returns what of the i-th line of o is neither sent nor kept.
func (w *writing) unreserved(ctx context.Context, o data.Order, i int) (data.Quantity, error) {
	var sent, kept data.Quantity
	err := w.scan(ctx, `SELECT `+lineSent+`, `+lineKept+` FROM order_line l WHERE l.id = ?`, []any{o.Lines[i].ID}, &sent, &kept)
	return o.Lines[i].Due() - sent - kept, err
}

// reserve books one change of what is kept.
func (w *writing) reserve(ctx context.Context, r data.Reservation, change data.Quantity, reason data.Reason) error {
	batch, err := w.batchID(ctx)
	if err != nil {
		return err
	}
	_, err = w.exec(ctx, `INSERT INTO reservation (uuid, batch_id, at, person, order_no, line_uuid, variant_id, warehouse, quantity, reason)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		newUUID(), batch, w.at.UnixMicro(), w.person, r.OrderNo, r.LineUUID, r.VariantID, r.Warehouse, int64(change), string(reason))
	if err != nil {
		return fmt.Errorf("reserve %s for %s: %w", r.SKU, r.OrderNo, err)
	}
	if change > 0 {
		w.stock.raise(r)
		_, err = w.exec(ctx, `INSERT INTO reserved (line_uuid, warehouse, variant_id, quantity) VALUES (?, ?, ?, ?)
			ON CONFLICT (line_uuid, warehouse) DO UPDATE SET quantity = quantity + excluded.quantity`,
			r.LineUUID, r.Warehouse, r.VariantID, int64(change))
	} else {
		err = w.release(ctx, r, -change)
	}
	if err != nil {
		return err
	}
	return w.addTotal(ctx, r.VariantID, total{reserved: change})
}

// release takes part off what is kept. It gives [data.ErrConflict] when less than that is kept.
func (w *writing) release(ctx context.Context, r data.Reservation, part data.Quantity) error {
	n, err := w.affected(ctx, `DELETE FROM reserved WHERE line_uuid = ? AND warehouse = ? AND quantity = ?`, r.LineUUID, r.Warehouse, int64(part))
	if err != nil || n > 0 {
		return err
	}
	n, err = w.affected(ctx, `UPDATE reserved SET quantity = quantity - ?3 WHERE line_uuid = ?1 AND warehouse = ?2 AND quantity > ?3`,
		r.LineUUID, r.Warehouse, int64(part))
	if err == nil && n == 0 {
		err = fmt.Errorf("release %s of %s: %w", r.SKU, r.OrderNo, data.ErrConflict)
	}
	return err
}

// affected runs a statement and returns how many rows it changed.
func (w *writing) affected(ctx context.Context, query string, args ...any) (int64, error) {
	r, err := w.exec(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// Reservations returns what is kept for an order, line by line.
func (s Stock) Reservations(ctx context.Context, orderID int64) (list []data.Reservation, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = reservedWhere(ctx, r, `l.order_id = ? ORDER BY l.position, r.warehouse`, orderID)
		return err
	})
	return list, err
}

// ReservedOf returns for whom a variant is kept, by order.
func (s Stock) ReservedOf(ctx context.Context, variant int64) (list []data.Reservation, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = reservedWhere(ctx, r, `r.variant_id = ? ORDER BY o.order_no, l.position, r.warehouse`, variant)
		return err
	})
	return list, err
}

// reservedWhere returns what is kept, as where selects of reserved r, order_line l and sales_order o.
func reservedWhere(ctx context.Context, r reader, where string, args ...any) ([]data.Reservation, error) {
	rows, err := r.QueryContext(ctx, `SELECT o.order_no, l.position + 1, r.line_uuid, r.variant_id, v.sku, r.warehouse, r.quantity
		FROM reserved r JOIN variant v ON v.id = r.variant_id JOIN order_line l ON l.uuid = r.line_uuid
		JOIN sales_order o ON o.id = l.order_id WHERE `+where, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []data.Reservation
	for rows.Next() {
		var one data.Reservation
		if err := rows.Scan(&one.OrderNo, &one.Line, &one.LineUUID, &one.VariantID, &one.SKU, &one.Warehouse, &one.Quantity); err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, rows.Err()
}
