package store

import (
	"context"
	"maps"
	"slices"

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
	lots, err := expiringOf(ctx, r, part)
	if err != nil {
		return nil, err
	}
	reserved, err := reservedOf(ctx, r, slices.Sorted(maps.Keys(lots)))
	if err != nil {
		return nil, err
	}
	found := make(map[int64]data.Outlook, len(part))
	for id, h := range free {
		shelf := data.Shelf{OnHand: h.Available()} // of goods that don't expire it doesn't matter when what is reserved leaves
		if len(lots[id]) > 0 {
			shelf = data.Shelf{OnHand: h.OnHand, Lots: lots[id], Reserved: reserved[id]}
		}
		found[id] = data.NewOutlook(today, shelf, coming[id], promised[id])
	}
	return found, nil
}

// expiringOf returns the lots of variants that expire and lie in a warehouse.
func expiringOf(ctx context.Context, r reader, part []int64) (map[int64][]data.Level, error) {
	holes, args := in(part)
	found := map[int64][]data.Level{}
	err := eachRow(ctx, r, `SELECT variant_id, expiry, sum(quantity) FROM stock_level
		WHERE variant_id IN `+holes+` AND expiry <> '' AND quantity > 0 AND warehouse <> '`+data.InTransit+`' GROUP BY variant_id, expiry`, args,
		func(scan func(...any) error) error {
			var l data.Level
			err := scan(&l.VariantID, &l.Expiry, &l.Quantity)
			found[l.VariantID] = append(found[l.VariantID], l)
			return err
		})
	return found, err
}

// reservedOf returns what is reserved of variants, with the day on which it should leave.
func reservedOf(ctx context.Context, r reader, part []int64) (map[int64][]data.Promised, error) {
	if len(part) == 0 {
		return nil, nil
	}
	holes, args := in(part)
	return promises(ctx, r, `SELECT b.variant_id, `+promiseDay+`, sum(b.quantity) FROM reserved b
		JOIN order_line l ON l.uuid = b.line_uuid JOIN sales_order o ON o.id = l.order_id WHERE b.variant_id IN `+holes+` GROUP BY 1, 2`, args)
}

// promisedOf returns what lines of confirmed orders are promised and isn't reserved for them yet, by variant.
func promisedOf(ctx context.Context, r reader, part []int64, except int64) (map[int64][]data.Promised, error) {
	holes, args := in(part)
	return promises(ctx, r, `SELECT l.variant_id, `+promiseDay+`, `+lineOpen+` AS open
		FROM order_line l JOIN sales_order o ON o.id = l.order_id
		WHERE l.variant_id IN `+holes+` AND o.status = ? AND o.archived = 0 AND o.id <> ? AND l.role <> 'tooling' AND open > 0`, append(args, string(data.Confirmed), except))
}

// promiseDay is the day on which the goods of line l of order o should leave: the line's own, else the order's required date, else its
// last day of shipment.
const promiseDay = `coalesce(nullif(l.promise_date, ''), nullif(o.required_date, ''), o.last_shipment)`

// promises reads variant, day and quantity of what has to leave, by variant.
func promises(ctx context.Context, r reader, query string, args []any) (map[int64][]data.Promised, error) {
	found := map[int64][]data.Promised{}
	err := eachRow(ctx, r, query, args, func(scan func(...any) error) error {
		var p data.Promised
		err := scan(&p.VariantID, &p.Date, &p.Quantity)
		found[p.VariantID] = append(found[p.VariantID], p)
		return err
	})
	return found, err
}
