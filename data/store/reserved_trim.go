package store

import (
	"context"

	"tradewind/data"
)

// trimReserved gives free what is kept for lines of o beyond what is still to be sent of them: after a line became
// smaller, was sent or changed its article, and whole when the line or the order goes. old is the order as its lines
// stood when the goods were kept; it runs before lines are taken away.
func (w *writing) trimReserved(ctx context.Context, old, next *data.Order) error {
	at := make(map[string]int, len(next.Lines))
	for i, l := range next.Lines {
		at[l.UUID] = i
	}
	for _, l := range old.Lines {
		kept, err := reservedWhere(ctx, w.tx, `r.line_uuid = ? ORDER BY r.warehouse DESC`, l.UUID)
		if err != nil {
			return err
		}
		if len(kept) == 0 {
			continue
		}
		i, stays := at[l.UUID]
		over := sum(kept)
		if stays && !finished(next) && next.Lines[i].VariantID == l.VariantID {
			open, err := w.unreserved(ctx, *next, i)
			if err != nil {
				return err
			}
			over = min(over, -open)
		}
		if err := w.giveFree(ctx, kept, over, data.Amended); err != nil {
			return err
		}
	}
	return nil
}

// sum adds up what is kept.
func sum(list []data.Reservation) (all data.Quantity) {
	for _, r := range list {
		all += r.Quantity
	}
	return all
}

// giveFree takes over off what is kept, from the first of list on.
func (w *writing) giveFree(ctx context.Context, list []data.Reservation, over data.Quantity, reason data.Reason) error {
	for _, r := range list {
		part := min(over, r.Quantity)
		if part <= 0 {
			return nil
		}
		over -= part
		if err := w.reserve(ctx, r, -part, reason); err != nil {
			return err
		}
	}
	return nil
}

// giveFreeOrders gives free all that is kept for orders that are taken away.
func (w *writing) giveFreeOrders(ctx context.Context, ids []int64) error {
	holes, args := in(ids)
	kept, err := reservedWhere(ctx, w.tx, `l.order_id IN `+holes, args...)
	if err != nil {
		return err
	}
	return w.giveFree(ctx, kept, sum(kept), data.Amended)
}

// counterReservations books a counter-entry for every reservation of a batch. It gives [data.ErrConflict] when what was
// kept went elsewhere since, or its order line is gone.
func (w *writing) counterReservations(ctx context.Context, batch int64) error {
	rows, err := w.tx.QueryContext(ctx, `SELECT b.order_no, b.line_uuid, b.variant_id, v.sku, b.warehouse, b.quantity
		FROM reservation b JOIN variant v ON v.id = b.variant_id WHERE b.batch_id = ? ORDER BY b.id DESC`, batch)
	if err != nil {
		return err
	}
	defer rows.Close()
	var list []data.Reservation
	for rows.Next() {
		var r data.Reservation
		if err := rows.Scan(&r.OrderNo, &r.LineUUID, &r.VariantID, &r.SKU, &r.Warehouse, &r.Quantity); err != nil {
			return err
		}
		list = append(list, r)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, r := range list {
		if err := w.reserve(ctx, r, -r.Quantity, data.Reversed); err != nil {
			return err
		}
	}
	return nil
}

// refuseOverKept gives [data.ErrConflict] when taking a batch back kept more for an order's line than is still to be sent
// of it, as after a shipment or when the order is closed.
func (w *writing) refuseOverKept(ctx context.Context, batch int64) error {
	over, err := w.exists(ctx, `SELECT 1 FROM (SELECT line_uuid, sum(quantity) AS q FROM reserved
			WHERE line_uuid IN (SELECT line_uuid FROM reservation WHERE batch_id = ?) GROUP BY 1) r
		LEFT JOIN order_line l ON l.uuid = r.line_uuid LEFT JOIN sales_order o ON o.id = l.order_id
		WHERE l.id IS NULL OR o.archived OR o.status IN ('shipped', 'closed', 'cancelled', 'lost') OR r.q > `+lineDue+` - `+lineSent+` LIMIT 1`, batch)
	if err == nil && over {
		err = data.ErrConflict
	}
	return err
}
