package store

import (
	"context"
	"maps"

	"tradewind/data"
)

// Outlooks returns what can be promised of each variant from a day on: what is free, comes and is promised to the
// confirmed orders, but without what is promised to the order with the ID except (0: none), so that its own lines aren't counted
// against it. Quotations bind nothing.
func (s Stock) Outlooks(ctx context.Context, variants []int64, today data.Date, except int64) (map[int64]data.Outlook, error) {
	found := make(map[int64]data.Outlook, len(variants))
	err := s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(variants, maxHoles) {
			outlooks, err := outlooksOf(ctx, r, map[int64]data.Holding{}, part, today, except)
			if err != nil {
				return err
			}
			maps.Copy(found, outlooks)
		}
		return nil
	})
	return found, err
}

// outlooksOf returns the outlooks of one part, and puts what there is of each into free.
func outlooksOf(ctx context.Context, r reader, free map[int64]data.Holding, part []int64, today data.Date, except int64) (map[int64]data.Outlook, error) {
	if err := holdingsOf(ctx, r, free, part, holdingsNow, nil); err != nil {
		return nil, err
	}
	coming, err := incomingOf(ctx, r, part)
	if err != nil {
		return nil, err
	}
	promised, err := promisedOf(ctx, r, part, except)
	if err != nil {
		return nil, err
	}
	found := make(map[int64]data.Outlook, len(part))
	for id, h := range free {
		found[id] = data.NewOutlook(today, h.Available(), coming[id], promised[id])
	}
	return found, nil
}

// promisedOf returns what lines of confirmed orders are promised and isn't reserved for them yet, by variant. The day is
// the line's own, else the order's required date, else its last day of shipment.
func promisedOf(ctx context.Context, r reader, part []int64, except int64) (map[int64][]data.Promised, error) {
	holes, args := in(part)
	found := map[int64][]data.Promised{}
	err := eachRow(ctx, r, `SELECT l.variant_id, coalesce(nullif(l.promise_date, ''), nullif(o.required_date, ''), o.last_shipment),
			l.quantity - (SELECT coalesce(sum(s.quantity), 0) FROM shipment_line s JOIN shipment h ON h.id = s.shipment_id
				WHERE s.order_line_id = l.id AND h.posted = 1)
			- (SELECT coalesce(sum(b.quantity), 0) FROM reserved b WHERE b.line_uuid = l.uuid) AS open
		FROM order_line l JOIN sales_order o ON o.id = l.order_id
		WHERE l.variant_id IN `+holes+` AND o.status = ? AND o.archived = 0 AND o.id <> ? AND open > 0`,
		append(args, string(data.Confirmed), except), func(scan func(...any) error) error {
			var p data.Promised
			if err := scan(&p.VariantID, &p.Date, &p.Quantity); err != nil {
				return err
			}
			found[p.VariantID] = append(found[p.VariantID], p)
			return nil
		})
	return found, err
}
