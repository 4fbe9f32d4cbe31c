package store

import (
	"context"

	"tradewind/data"
)

// Due returns the next live products of the catalogue's list whose words match q and whose stock needs the merchant, as
// [Stock.AlertsOf] has it. After is the SKU of the last one of the page before.
func (s Stock) Due(ctx context.Context, today data.Date, q Query) (list []data.Product, err error) {
	return s.dueBy(ctx, today, q, dueMark)
}

// TooMuch is [Stock.Due] for the products of which there is too much, in all warehouses together or in one.
func (s Stock) TooMuch(ctx context.Context, today data.Date, q Query) (list []data.Product, err error) {
	return s.dueBy(ctx, today, q, func(data.Date) mark { return overMark })
}

// dueBy returns a page of those with a mark.
func (s Stock) dueBy(ctx context.Context, today data.Date, q Query, markOf func(until data.Date) mark) (list []data.Product, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		rules, err := rulesOf(ctx, r)
		if err != nil {
			return err
		}
		after, err := startOf(ctx, r, q)
		if err != nil {
			return err
		}
		by := markOf(data.ExpiryUntil(today, rules.expiry))
		q.Archived = false
		for {
			found, err := dueAfter(ctx, r, rules, today, q, by, after)
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
			list = append(list, withAlerts(found, due, by, q.limit()-len(list))...)
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

// withAlerts returns the first of found that have alerts by a mark, at most so many.
func withAlerts(found []data.Product, due map[int64][]data.StockAlert, by mark, most int) (list []data.Product) {
	for _, p := range found {
		wanted := len(due[p.ID]) > 0
		if by.index == overMark.index {
			wanted = data.DueMarkOf(due[p.ID]) >= data.MarkTooMuch
		}
		if wanted && len(list) < most {
			list = append(list, p)
		}
	}
	return list
}

// dueAfter returns a page of products that may be due: no others, unless sales make a line.
func dueAfter(ctx context.Context, r reader, rules stockRules, today data.Date, q Query, by mark, after entry) ([]data.Product, error) {
	var besides []question
	if rules.thresholds.Days {
		sold, err := soldSinceJudged(ctx, r, daysAgo(today, rules.reorder.SalesDays))
		if err != nil {
			return nil, err
		}
		besides = append(besides, sold...)
	}
	ids, err := searchFor(products.number, q, false).marked(ctx, r, by, besides, after, q.limit())
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
		alerts := data.StockAlerts(judged, h.onHand, h.reserved, h.lots, today, rules.expiry)
		if alerts = append(alerts, rules.thresholds.HouseAlerts(p, h.houses)...); len(alerts) > 0 {
			due[p.ID] = alerts
		}
	}
	return due, nil
}
