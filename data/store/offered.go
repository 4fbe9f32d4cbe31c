package store

import (
	"context"

	"tradewind/data"
)

// OfferedTwice names the goods of a quotation that other quotations, still valid, offer too and of which there isn't enough for
// all, see [data.Supply.OfferedTwice]. Of a confirmed order there is nothing to say.
func (s Stock) OfferedTwice(ctx context.Context, o data.Order, today data.Date) (list data.Problems, err error) {
	if o.Status != data.Draft || o.Archived || len(o.Lines) == 0 {
		return nil, nil
	}
	variants := o.Variants()
	err = s.at.readAt(ctx, func(r reader) error {
		others, err := offeredElsewhere(ctx, r, o.ID, variants, today)
		if err != nil || len(others) == 0 {
			return err
		}
		supply, err := supplyOf(ctx, r, o.ID, variants, today)
		list = supply.OfferedTwice(o, others)
		return err
	})
	return list, err
}

// offeredElsewhere returns what other live quotations that are valid on a day offer of variants, the oldest first.
func offeredElsewhere(ctx context.Context, r reader, except int64, variants []int64, today data.Date) (map[int64][]data.Offered, error) {
	found := map[int64][]data.Offered{}
	for part := range chunks(variants, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT l.variant_id, o.order_no,
				sum(`+lineOpen+`) AS open
			FROM order_line l INDEXED BY order_line_variant JOIN sales_order o ON o.id = l.order_id
			WHERE l.variant_id IN `+holes+` AND l.role IN ('', 'sample') AND o.status = ? AND o.archived = 0 AND o.id <> ? AND (o.valid_until = '' OR o.valid_until >= ?)
			GROUP BY l.variant_id, o.id HAVING open > 0 ORDER BY o.id`, append(args, string(data.Draft), except, string(today)),
			func(scan func(...any) error) error {
				var id int64
				var one data.Offered
				err := scan(&id, &one.OrderNo, &one.Quantity)
				found[id] = append(found[id], one)
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}
