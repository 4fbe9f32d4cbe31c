package store

import (
	"context"

	"tradewind/data"
)

// dueProducts selects the products that [data.StockAlerts] has something to say about by lines of their own and by lots,
// without reading those that have neither: ?1 is the last day of expiry that is named.
const dueProducts = `SELECT id FROM (SELECT p.id, p.safety_stock, p.max_stock,
		(SELECT coalesce(sum(t.on_hand), 0) FROM variant v JOIN stock_total t ON t.variant_id = v.id WHERE v.product_id = p.id) AS here
		FROM product p INDEXED BY product_watched WHERE p.archived = 0 AND (p.safety_stock > 0 OR p.max_stock > 0))
	WHERE safety_stock > 0 AND here <= safety_stock OR max_stock > 0 AND here > max_stock
	UNION SELECT v.product_id FROM stock_level l INDEXED BY stock_level_expiry JOIN variant v ON v.id = l.variant_id
	WHERE l.expiry <> '' AND l.quantity > 0 AND l.expiry <= ?1`

// mayBeDue tells of a product in the list whether a threshold may have something to say about it: a wider question than
// the rule, which [data.Thresholds] knows. ?3 is since when sales count, ?4 how many days that is; what sells in some
// days is rounded up to a unit, which a thousand allows for.
var mayBeDue = `EXISTS (SELECT 1 FROM (
		SELECT h.*, (SELECT coalesce(sum(iif(h.warehouse IS NULL, (SELECT t.on_hand FROM stock_total t WHERE t.variant_id = v.id),
				(SELECT sum(l.quantity) FROM stock_level l WHERE l.variant_id = v.id AND l.warehouse = h.warehouse))), 0)
			FROM variant v WHERE v.product_id = p.id) AS here,
			iif(h.safety_days + h.max_days = 0, 0, (SELECT max(sum(` + soldSince + `), 0) FROM variant v WHERE v.product_id = p.id)) AS sold
		FROM product p JOIN threshold h ON h.archived = 0 AND (h.product_id = p.id OR h.product_id IS NULL AND h.category IN ('', p.category))
		WHERE p.id = search.record)
	WHERE safety_stock + safety_days > 0 AND here <= safety_stock + iif(safety_days > 0, sold * safety_days / ?4 + 1000, 0)
		OR max_stock + max_days > 0 AND here > max_stock + sold * max_days / ?4)`

// Due returns the next live products of the catalogue's list whose words match q and whose stock needs the merchant, as
// [Stock.AlertsOf] has it. After is the SKU of the last one of the page before.
func (s Stock) Due(ctx context.Context, today data.Date, q Query) (list []data.Product, err error) {
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
		for {
			found, err := dueAfter(ctx, r, rules, today, q, after)
			if err != nil {
				return err
			}
			if !rules.any() {
				list = found
				return nil
			}
			due, err := alertsOf(ctx, r, rules, today, found)
			if err != nil {
				return err
			}
			list = append(list, withAlerts(found, due, q.limit()-len(list))...)
			if len(found) < q.limit() || len(list) == q.limit() {
				return nil
			}
			if after, err = entryOfProduct(ctx, r, found[len(found)-1].ID); err != nil {
				return err
			}
		}
	})
	return list, err
}

// withAlerts returns the first of found that have alerts, at most so many.
func withAlerts(found []data.Product, due map[int64][]data.StockAlert, most int) (list []data.Product) {
	for _, p := range found {
		if len(due[p.ID]) > 0 && len(list) < most {
			list = append(list, p)
		}
	}
	return list
}

// dueAfter returns a page of products that may be due.
func dueAfter(ctx context.Context, r reader, rules stockRules, today data.Date, q Query, after entry) ([]data.Product, error) {
	all := searchFor(products.number, q, false)
	where, more := all.conditions(after)
	args := []any{string(data.ExpiryUntil(today, rules.expiry)), products.number}
	query := `SELECT record FROM search INDEXED BY search_record WHERE kind = ?2 AND record IN (` + dueProducts + `)`
	if rules.any() {
		query = `SELECT record FROM search WHERE kind = ?2 AND (record IN (` + dueProducts + `) OR ` + mayBeDue + `)`
		args = append(args, daysAgo(today, rules.reorder.SalesDays).Time().UnixMicro(), rules.reorder.SalesDays)
	}
	ids, err := all.ids(ctx, r, query+where, append(args, more...), q.limit())
	if err != nil {
		return nil, err
	}
	return products.byIDs(ctx, r, ids)
}

// AlertsOf returns what is due of each of the products that has anything due, by its ID: of all warehouses together as
// [data.StockAlerts] has it, then of single warehouses.
func (s Stock) AlertsOf(ctx context.Context, today data.Date, list []data.Product) (due map[int64][]data.StockAlert, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		rules, err := rulesOf(ctx, r)
		if err != nil {
			return err
		}
		due, err = alertsOf(ctx, r, rules, today, list)
		return err
	})
	return due, err
}

// alertsOf does so at one moment.
func alertsOf(ctx context.Context, r reader, rules stockRules, today data.Date, list []data.Product) (map[int64][]data.StockAlert, error) {
	ids := variantIDs(list)
	facts, err := stockFacts(ctx, r, rules, today, ids)
	if err != nil {
		return nil, err
	}
	due := map[int64][]data.StockAlert{}
	for _, p := range list {
		h := facts.of(p)
		lines := rules.thresholds.OfAll(p, h.sold, h.kept)
		judged := p
		judged.SafetyStock, judged.MaxStock = lines.Safety, lines.Max
		alerts := data.StockAlerts(judged, h.onHand, h.lots, today, rules.expiry)
		if alerts = append(alerts, rules.thresholds.HouseAlerts(p, h.houses)...); len(alerts) > 0 {
			due[p.ID] = alerts
		}
	}
	return due, nil
}
