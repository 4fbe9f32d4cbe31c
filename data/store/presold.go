package store

import (
	"context"

	"tradewind/data"
)

// presoldOf returns what was sold in advance of variants: of the lines of confirmed orders that are pre-sales, what is neither
// sent nor kept for them. What is kept counts as reserved.
func presoldOf(ctx context.Context, r reader, variants []int64) (map[int64]data.Quantity, error) {
	found := map[int64]data.Quantity{}
	for part := range chunks(variants, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT l.variant_id, `+lineOpen+` AS open
			FROM order_line l INDEXED BY order_line_presold JOIN sales_order o ON o.id = l.order_id
			WHERE l.pre_sale = 1 AND l.role <> 'tooling' AND l.variant_id IN `+holes+` AND o.status = ? AND o.archived = 0 AND open > 0`,
			append(args, string(data.Confirmed)), func(scan func(...any) error) error {
				var id int64
				var open data.Quantity
				err := scan(&id, &open)
				found[id] += open
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// unmarkPresold notes that what orders sell in advance may have changed: how much to buy follows from it.
func (w *writing) unmarkPresold(all ...*data.Order) {
	for _, o := range all {
		if o == nil {
			continue
		}
		for _, l := range o.Lines {
			if l.PreSale && l.VariantID != 0 {
				w.unmarked.variant(l.VariantID)
			}
		}
	}
}

// unmarkPresoldIn notes so of orders that go.
func (w *writing) unmarkPresoldIn(ctx context.Context, ids []int64) error {
	holes, args := in(ids)
	variants, err := numbers(ctx, w.tx, `SELECT variant_id FROM order_line WHERE pre_sale = 1 AND variant_id IS NOT NULL AND order_id IN `+holes, args...)
	for _, id := range variants {
		w.unmarked.variant(id)
	}
	return err
}
