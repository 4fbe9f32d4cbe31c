package store

import (
	"context"
	"errors"
	"fmt"

	"tradewind/data"
)

// supplierFacts counts what should have come of a supplier in a quarter, and what its goods cost beside others'.
func supplierFacts(ctx context.Context, r reader, supplier int64, quarter data.Quarter, today data.Date) (f data.SupplierFacts, err error) {
	if err = deliveryFacts(ctx, r, supplier, quarter, today, &f); err != nil {
		return f, fmt.Errorf("what came in time: %w", err)
	}
	if err = priceFacts(ctx, r, supplier, min(today, quarter.Last()), &f); err != nil {
		return f, fmt.Errorf("what others ask: %w", err)
	}
	return f, nil
}

// dueLine is a line of a purchase order whose day has passed.
type dueLine struct {
	quantity, came data.Quantity // came: until the end of the day
	day            data.Date
}

// deliveryFacts counts the lines that should have come, and those that had come whole by their day. Days are UTC's, as the ledger's.
func deliveryFacts(ctx context.Context, r reader, supplier int64, quarter data.Quarter, today data.Date, f *data.SupplierFacts) error {
	lines := map[string]*dueLine{}
	err := eachRow(ctx, r, `SELECT uuid, quantity, day FROM (
			SELECT l.uuid, l.quantity, CASE WHEN l.expected_date <> '' THEN l.expected_date ELSE p.expected_date END AS day
			FROM purchase_order p JOIN purchase_line l ON l.purchase_id = p.id
			WHERE p.supplier_id = ? AND p.archived = 0 AND p.status <> 'draft') d
		WHERE day BETWEEN ? AND ? AND day < ?`,
		[]any{supplier, string(quarter.First()), string(quarter.Last()), string(today)}, func(scan func(...any) error) error {
			var uuid string
			var l dueLine
			err := scan(&uuid, &l.quantity, &l.day)
			lines[uuid] = &l
			return err
		})
	if err != nil {
		return err
	}
	for part := range chunks(sortedKeys(lines), maxHoles) {
		if err := cameInTime(ctx, r, part, lines); err != nil {
			return err
		}
	}
	for _, l := range lines {
		if f.Due++; l.came >= l.quantity {
			f.OnTime++
		}
	}
	return nil
}

// cameInTime sums what came of the lines of part until the end of their days.
func cameInTime(ctx context.Context, r reader, part []string, lines map[string]*dueLine) error {
	holes, args := in(part)
	return eachRow(ctx, r, `SELECT line_uuid, at, quantity FROM purchase_receipt WHERE line_uuid IN `+holes, args, func(scan func(...any) error) error {
		var uuid string
		var at int64
		var q data.Quantity
		err := scan(&uuid, &at, &q)
		if l := lines[uuid]; l != nil && at < l.day.Time().AddDate(0, 0, 1).UnixMicro() {
			l.came += q
		}
		return err
	})
}

// asked is what one supplier asks for one product.
type asked struct {
	product, partner int64
	price            data.UnitPrice
	currency         data.Currency
}

// priceFacts holds a supplier's costs against those of others for the same products, by the rates of a day. What can't be turned
// into the company's currency isn't compared.
func priceFacts(ctx context.Context, r reader, supplier int64, day data.Date, f *data.SupplierFacts) error {
	var all []asked
	err := eachRow(ctx, r, `SELECT o.product_id, o.partner_id, coalesce(o.cost, p.cost), CASE WHEN o.cost IS NULL THEN p.cost_currency ELSE o.currency END
		FROM product_offer mine JOIN product_offer o ON o.product_id = mine.product_id JOIN product p ON p.id = o.product_id
		WHERE mine.partner_id = ? AND p.archived = 0 AND coalesce(o.cost, p.cost) > 0`, []any{supplier}, func(scan func(...any) error) error {
		var a asked
		err := scan(&a.product, &a.partner, &a.price, &a.currency)
		all = append(all, a)
		return err
	})
	if err != nil {
		return err
	}
	var currencies []data.Currency
	for _, a := range all {
		currencies = append(currencies, a.currency)
	}
	rates, err := costRates(ctx, r, currencies, day)
	if err != nil {
		return err
	}
	return compareCosts(all, supplier, rates, f)
}

// compareCosts notes how many products others offer too, and the points of the supplier's costs.
func compareCosts(all []asked, supplier int64, rates map[data.Currency]data.CostRate, f *data.SupplierFacts) error {
	own, cheapest, offers := map[int64]data.UnitPrice{}, map[int64]data.UnitPrice{}, map[int64]int{}
	for _, a := range all {
		rate, known := rates[a.currency]
		if !known {
			continue
		}
		cost, err := rate.Cost(a.price, a.currency)
		if err != nil {
			return err
		}
		if cost <= 0 {
			continue
		}
		if offers[a.product]++; a.partner == supplier {
			own[a.product] = cost
		}
		if best := cheapest[a.product]; best == 0 || cost < best {
			cheapest[a.product] = cost
		}
	}
	var mine, best []data.UnitPrice
	for _, id := range sortedKeys(own) {
		if offers[id] > 1 {
			mine, best = append(mine, own[id]), append(best, cheapest[id])
		}
	}
	f.Compared, f.Price = int64(len(mine)), data.PricePoints(mine, best)
	return nil
}

// costRates returns the rates by which prices become costs in the company's currency on a day; currencies without one are left out.
func costRates(ctx context.Context, r reader, currencies []data.Currency, day data.Date) (map[data.Currency]data.CostRate, error) {
	company, err := getCompany(ctx, r)
	if err != nil {
		return nil, err
	}
	found := map[data.Currency]data.CostRate{"": {}, company.Home(): {}}
	asked := map[data.Currency]bool{"": true, company.Home(): true}
	for _, c := range currencies {
		if asked[c] {
			continue
		}
		asked[c] = true
		rate, err := costRateOn(ctx, r, c, day)
		if missing := (data.Problems{}); errors.As(err, &missing) {
			continue
		} else if err != nil {
			return nil, err
		}
		found[c] = rate
	}
	return found, nil
}

// CompareOffers returns the suppliers of a product side by side for want of it, by the newest rates until a day, see
// [data.CompareOffers].
func (s Products) CompareOffers(ctx context.Context, p data.Product, want data.Quantity, day data.Date) (list []data.ComparedOffer, home data.Currency, err error) {
	var currencies []data.Currency
	for _, o := range p.SuppliersOf() {
		currencies = append(currencies, o.Currency)
	}
	err = s.at.readAt(ctx, func(r reader) error {
		company, err := getCompany(ctx, r)
		if err != nil {
			return err
		}
		home = company.Home()
		rates, err := costRates(ctx, r, currencies, day)
		if err != nil {
			return err
		}
		list, err = data.CompareOffers(p, want, home, rates)
		return err
	})
	return list, home, err
}
