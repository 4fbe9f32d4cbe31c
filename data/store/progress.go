package store

import (
	"context"
	"fmt"

	"tradewind/data"
)

// Progress returns how far the goods of each line of an order are, or [data.ErrNotFound].
func (s Orders) Progress(ctx context.Context, id int64) (list []data.LineProgress, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = progressOf(ctx, r, id)
		return err
	})
	return list, err
}

// Billed are the goods of a line l on invoices that hold: of its shipments, or of the whole order where that was invoiced at once.
const (
	billedShipments = `(SELECT coalesce(sum(s.quantity), 0) FROM shipment_line s WHERE s.order_line_id = l.id AND EXISTS (
		SELECT 1 FROM issued i WHERE i.shipment_id = s.shipment_id AND i.kind = '` + string(data.CommercialInvoice) + `'
			AND NOT EXISTS (SELECT 1 FROM issued_void v WHERE v.number = i.number)))`
	billedWhole = `EXISTS (SELECT 1 FROM issued i WHERE i.order_id = l.order_id AND i.shipment_id IS NULL
		AND i.kind = '` + string(data.CommercialInvoice) + `' AND NOT EXISTS (SELECT 1 FROM issued_void v WHERE v.number = i.number))`
	linePlanned = `(SELECT coalesce(sum(s.quantity), 0) FROM shipment_line s JOIN shipment h ON h.id = s.shipment_id
		WHERE s.order_line_id = l.id AND h.posted = 0 AND h.archived = 0)`
)

func progressOf(ctx context.Context, r reader, id int64) (list []data.LineProgress, err error) {
	err = eachRow(ctx, r, `SELECT l.position + 1, v.sku, l.unit, l.quantity, l.produced, `+lineKept+`, `+linePlanned+`, `+lineSent+`,
			CASE WHEN `+billedWhole+` THEN l.quantity ELSE `+billedShipments+` END, l.short, l.short_reason
		FROM order_line l JOIN variant v ON v.id = l.variant_id WHERE l.order_id = ? ORDER BY l.position`, []any{id}, func(scan func(...any) error) error {
		var p data.LineProgress
		err := scan(&p.Line, &p.SKU, &p.Unit, &p.Ordered, &p.Produced, &p.Reserved, &p.Planned, &p.Shipped, &p.Invoiced, &p.Short, &p.ShortReason)
		p.Settle()
		list = append(list, p)
		return err
	})
	return list, err
}

// SetProduced keeps what the factory said of an order's lines, also when part of the order has left. It gives [data.Problems] as
// [data.Order.SetProduced] does.
func (s Orders) SetProduced(ctx context.Context, id int64, figures []data.LineFigure) (data.Order, error) {
	return s.mark(ctx, id, func(w *writing, o *data.Order) error {
		o.ProducedAt = w.at // also when it said the same again: it was asked
		return o.SetProduced(figures)
	})
}

// CloseShort agrees that the rest of an order's lines (none named: of all) won't be sent; what was kept for them is free. An order of
// which nothing is left becomes shipped. It gives [data.Problems] as [data.Order.CloseShort] does.
func (s Orders) CloseShort(ctx context.Context, id int64, lines []int, reason string) (data.Order, error) {
	return s.mark(ctx, id, func(w *writing, o *data.Order) error {
		sent, err := shipmentsOf(ctx, w.tx, o.ID)
		if err != nil {
			return err
		}
		return o.CloseShort(lines, reason, sent)
	})
}

// Reopen takes back what was closed short (no lines: all); an order that was shipped only by that is confirmed again.
func (s Orders) Reopen(ctx context.Context, id int64, lines []int) (data.Order, error) {
	return s.mark(ctx, id, func(_ *writing, o *data.Order) error {
		if o.Status == data.Shipped {
			o.Status = data.Confirmed
		}
		return o.Reopen(lines)
	})
}

// mark saves what happened to the goods of an order. That says nothing that papers repeat, so it is done to posted orders too, but
// not to those that are closed or cancelled.
func (s Orders) mark(ctx context.Context, id int64, change func(*writing, *data.Order) error) (o data.Order, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		old, err := orders.byID(ctx, w.tx, id)
		if err == nil && old.Over() {
			err = fmt.Errorf("order %s: %w", old.No, data.ErrPosted)
		}
		if err != nil {
			return err
		}
		next := old
		if err := change(w, &next); err != nil {
			return err
		}
		if err := w.marked(ctx, &old, &next); err != nil {
			return err
		}
		o, err = orders.byID(ctx, w.tx, id)
		return err
	})
	return o, err
}

// marked writes what happened, and sets the status of an order of which nothing is left to send any more.
func (w *writing) marked(ctx context.Context, old, next *data.Order) error {
	changed, err := orders.put(ctx, w, old, next)
	if err != nil || !changed || next.Status != data.Confirmed || len(next.Lines) == 0 {
		return err
	}
	now, err := orders.byID(ctx, w.tx, old.ID)
	if err != nil {
		return err
	}
	return w.markShipped(ctx, now)
}
