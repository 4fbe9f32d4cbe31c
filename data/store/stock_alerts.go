package store

import (
	"context"

	"tradewind/data"
)

// dueProducts selects the products that [data.StockAlerts] has something to say about, without reading those that have
// neither a line nor a lot with an expiry: ?1 is the last day of expiry that is named.
const dueProducts = `SELECT id FROM (SELECT p.id, p.safety_stock, p.max_stock,
		(SELECT coalesce(sum(t.on_hand), 0) FROM variant v JOIN stock_total t ON t.variant_id = v.id WHERE v.product_id = p.id) AS here
		FROM product p INDEXED BY product_watched WHERE p.archived = 0 AND (p.safety_stock > 0 OR p.max_stock > 0))
	WHERE safety_stock > 0 AND here <= safety_stock OR max_stock > 0 AND here > max_stock
	UNION SELECT v.product_id FROM stock_level l INDEXED BY stock_level_expiry JOIN variant v ON v.id = l.variant_id
	WHERE l.expiry <> '' AND l.quantity > 0 AND l.expiry <= ?1`

// Due returns the next live products of the catalogue's list whose words match q and whose stock needs the merchant, as
// [data.StockAlerts] has it. After is the SKU of the last one of the page before.
func (s Stock) Due(ctx context.Context, today data.Date, q Query) (list []data.Product, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		days, err := noticeDays(ctx, r)
		if err != nil {
			return err
		}
		var after entry
		if q.After != "" {
			if after, err = entryOfSKU(ctx, r, q.After); err != nil {
				return err
			}
		}
		q.Archived = false
		all := searchFor(products.number, q, false)
		where, args := all.conditions(after)
		ids, err := all.ids(ctx, r, `SELECT record FROM search INDEXED BY search_record WHERE kind = ?2 AND record IN (`+dueProducts+`)`+where,
			append([]any{string(data.ExpiryUntil(today, days)), products.number}, args...), q.limit())
		if err != nil {
			return err
		}
		list, err = products.byIDs(ctx, r, ids)
		return err
	})
	return list, err
}

// noticeDays returns how early the company wants a lot named.
func noticeDays(ctx context.Context, r reader) (int, error) {
	days, err := numbers(ctx, r, `SELECT coalesce(body ->> 'expiry_days', 0) FROM company`)
	if err != nil || len(days) == 0 {
		return data.ExpiryNotice, err
	}
	return data.Company{ExpiryDays: days[0]}.NoticeDays(), nil
}

// AlertsOf returns what is due of each of the products that has anything due, by its ID.
func (s Stock) AlertsOf(ctx context.Context, today data.Date, list []data.Product) (map[int64][]data.StockAlert, error) {
	var ids []int64
	for _, p := range list {
		for _, v := range p.Variants {
			ids = append(ids, v.ID)
		}
	}
	here, err := s.OnHand(ctx, ids)
	if err != nil {
		return nil, err
	}
	lots, err := s.LevelsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	var days int
	err = s.at.readAt(ctx, func(r reader) error {
		days, err = noticeDays(ctx, r)
		return err
	})
	if err != nil {
		return nil, err
	}
	due := map[int64][]data.StockAlert{}
	for _, p := range list {
		var sum data.Quantity
		var levels []data.Level
		for _, v := range p.Variants {
			sum, levels = sum+here[v.ID], append(levels, lots[v.ID]...)
		}
		if alerts := data.StockAlerts(p, sum, levels, today, days); len(alerts) > 0 {
			due[p.ID] = alerts
		}
	}
	return due, nil
}
