package store

import (
	"context"
	"fmt"

	"tradewind/data"
)

// Post books what a shipment takes out of stock, once and for ever: afterwards neither it nor what its order says can
// be changed. When the whole order has left, the order's status becomes shipped. A shipment that is posted already
// gives [data.ErrPosted]; one before which something was to be paid and isn't gives [data.Problems], see [Shipments.PostUnpaid].
func (s Shipments) Post(ctx context.Context, id int64) (sh data.Shipment, err error) {
	return s.PostUnpaid(ctx, id, "")
}

// PostUnpaid is [Shipments.Post] for a shipment that leaves before it was paid, for a reason that is kept with it.
func (s Shipments) PostUnpaid(ctx context.Context, id int64, reason string) (sh data.Shipment, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		old, err := shipments.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if old.Posted || old.Archived {
			return fmt.Errorf("shipment %s: %w", old.No, data.ErrPosted)
		}
		together, err := ordersOf(ctx, w.tx, old)
		if err != nil {
			return err
		}
		if err := data.TravelTogether(together).Err(); err != nil {
			return err
		}
		next := old
		next.Posted, next.UnpaidReason = true, reason
		if err := w.guardPaid(ctx, together, next); err != nil {
			return err
		}
		if err := w.send(ctx, together, old); err != nil {
			return err
		}
		if _, err := shipments.put(ctx, w, &old, &next); err != nil {
			return err
		}
		for _, o := range together {
			w.unmarkPresold(&o)
			if err := w.trimReserved(ctx, &o, &o); err != nil {
				return err
			}
			if err := w.markShipped(ctx, o); err != nil {
				return err
			}
		}
		sh, err = shipments.byID(ctx, w.tx, id)
		return err
	})
	return sh, err
}

// send books what leaves for every line: what was kept for it first.
func (w *writing) send(ctx context.Context, together []data.Order, sh data.Shipment) error {
	all, joined := data.Join(together, sh)
	for _, l := range joined.Lines {
		ordered := all.Lines[l.Line-1]
		if !ordered.Role.Travels() {
			continue // a charge on the invoice: nothing leaves the warehouse
		}
		kept, err := reservedWhere(ctx, w.tx, `r.line_uuid = ? AND r.warehouse = ?`, ordered.UUID, sh.Warehouse)
		if err != nil {
			return err
		}
		if err := w.giveFree(ctx, kept, l.Quantity, data.Sent); err != nil {
			return err
		}
		m := data.Movement{
			VariantID: ordered.VariantID, SKU: ordered.SKU, Warehouse: sh.Warehouse, Quantity: -l.Quantity,
			Reason: data.Sent, Document: sh.No,
		}
		if l.Quantity < 0 { // goods that come back
			err = w.move(ctx, m)
		} else {
			err = w.take(ctx, m)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// unsent reports whether goods of an order are still to leave.
func (w *writing) unsent(ctx context.Context, order int64) (bool, error) {
	return w.exists(ctx, `SELECT 1 FROM order_line l WHERE l.order_id = ? AND `+lineDue+` <> `+lineSent, order)
}

// markShipped sets the order's status when nothing of it is left to send.
func (w *writing) markShipped(ctx context.Context, o data.Order) error {
	left, err := w.unsent(ctx, o.ID)
	if err != nil || left || o.Status == data.Closed {
		return err
	}
	next := o
	next.Status = data.Shipped
	_, err = orders.put(ctx, w, &o, &next)
	return err
}
