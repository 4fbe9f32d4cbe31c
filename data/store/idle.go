package store

import (
	"context"
	"time"

	"tradewind/data"
)

// idleColumns are what is known of an article's pace: the first and the last day on which it moved and was sold.
const idleColumns = goodsColumns + `, coalesce(t.on_hand, 0), coalesce(t.value, 0),
	coalesce((SELECT m.at FROM movement m INDEXED BY movement_variant WHERE m.variant_id = v.id ORDER BY m.id LIMIT 1), 0),
	coalesce((SELECT max(m.at) FROM movement m INDEXED BY movement_sold WHERE m.variant_id = v.id AND m.reason = 'sent'
		AND m.reason IN ('sent', 'returned') AND m.quantity < 0), 0)`

// Idle returns the articles that don't sell, or sell slowly, of the next live products of the catalogue's list whose words
// match q, as [data.Idle] has it. After is the SKU of the last one of the page before; a page may be longer than its limit
// by a product's variants.
func (s Stock) Idle(ctx context.Context, today data.Date, q Query) (list []data.Idle, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		rules, err := rulesOf(ctx, r)
		if err != nil {
			return err
		}
		after, err := startOf(ctx, r, q)
		if err != nil {
			return err
		}
		q.Archived = false
		for len(list) < q.limit() {
			ids, err := idleAfter(ctx, r, rules, today, q, after)
			if err != nil || len(ids) == 0 {
				return err
			}
			found, err := idleOf(ctx, r, rules, today, ids)
			if err != nil {
				return err
			}
			list = append(list, found...)
			if after, err = entryOfProduct(ctx, r, ids[len(ids)-1]); err != nil || len(ids) < q.limit() {
				return err
			}
		}
		return nil
	})
	return list, err
}

// idleAfter returns a page of products that may be idle.
func idleAfter(ctx context.Context, r reader, rules stockRules, today data.Date, q Query, after entry) ([]int64, error) {
	f := rules.reorder
	sold, err := soldSinceJudged(ctx, r, daysAgo(today, f.SalesDays))
	if err != nil {
		return nil, err
	}
	return searchFor(products.number, q, false).marked(ctx, r, idleMark(today), sold, after, q.limit())
}

// idleOf judges the variants of products, in the order of ids.
func idleOf(ctx context.Context, r reader, rules stockRules, today data.Date, ids []int64) (list []data.Idle, err error) {
	at := map[int64][]data.Idle{}
	var variants []int64
	for part := range chunks(ids, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT p.id, `+idleColumns+` FROM variant v JOIN product p ON p.id = v.product_id
			LEFT JOIN stock_total t ON t.variant_id = v.id WHERE v.product_id IN `+holes+` ORDER BY v.product_id, v.position`, args,
			func(scan func(...any) error) error {
				var product int64
				var i data.Idle
				var since, last time.Time
				err := scan(append(append([]any{&product}, goodsTargets(&i.Goods)...), &i.OnHand, &i.Value, utc{&since}, utc{&last})...)
				i.Since, i.LastSold = dayOf(since), dayOf(last)
				at[product] = append(at[product], i)
				variants = append(variants, i.Goods.VariantID)
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	sold, err := soldOf(ctx, r, variants, daysAgo(today, rules.reorder.SalesDays))
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		for _, i := range at[id] {
			for _, q := range sold[i.Goods.VariantID] {
				i.Sold += q
			}
			if judged, idle := i.Judged(today, rules.reorder); idle {
				list = append(list, judged)
			}
		}
	}
	return list, nil
}

// dayOf returns the day of t, "" for none.
func dayOf(t time.Time) data.Date {
	if t.IsZero() {
		return ""
	}
	return data.DateOf(t)
}
