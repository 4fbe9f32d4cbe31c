package store

import (
	"context"

	"tradewind/data"
)

// soldMatters are the movements m that count as sales: what was sent, and what buyers sent back unless that was taken back.
const soldMatters = `m.reason IN ('sent', 'returned') AND (m.reason = 'sent' OR NOT EXISTS (
	SELECT 1 FROM journal_batch b JOIN journal_batch u ON u.undoes = b.uuid WHERE b.id = m.batch_id))`

// soldOf returns what was sold of variants since a day, by variant and warehouse: one question for a few hundred.
func soldOf(ctx context.Context, r reader, variants []int64, since data.Date) (map[int64]map[string]data.Quantity, error) {
	sold := map[int64]map[string]data.Quantity{}
	for part := range chunks(variants, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT m.variant_id, m.warehouse, -sum(m.quantity) FROM movement m INDEXED BY movement_sold
			WHERE m.variant_id IN `+holes+` AND m.at >= ? AND `+soldMatters+` GROUP BY 1, 2`, append(args, since.Time().UnixMicro()),
			func(scan func(...any) error) error {
				var id int64
				var warehouse string
				var q data.Quantity
				err := scan(&id, &warehouse, &q)
				if sold[id] == nil {
					sold[id] = map[string]data.Quantity{}
				}
				sold[id][warehouse] = q
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	return sold, nil
}

// daysAgo returns the first of the past n days, of which today is the last.
func daysAgo(today data.Date, n int64) data.Date {
	return data.DateOf(today.Time().AddDate(0, 0, 1-int(n)))
}

// stockRules are the company's figures and lines for stock, read once for a page.
type stockRules struct {
	expiry     int
	reorder    data.ReorderRules
	thresholds data.Thresholds
	seasons    []data.Season
}

// rulesOf reads them.
func rulesOf(ctx context.Context, r reader) (rules stockRules, err error) {
	c, err := getCompany(ctx, r)
	if err != nil {
		return rules, err
	}
	list, err := liveThresholds(ctx, r)
	if err != nil {
		return rules, err
	}
	if rules.seasons, err = liveSeasons(ctx, r); err != nil {
		return rules, err
	}
	rules.expiry, rules.reorder = c.NoticeDays(), c.Reordering()
	rules.thresholds = data.NewThresholds(list, rules.reorder.SalesDays)
	return rules, nil
}

// startOf returns the list's entry behind which a page begins.
func startOf(ctx context.Context, r reader, q Query) (after entry, err error) {
	if q.After != "" {
		after, err = entryOfSKU(ctx, r, q.After)
	}
	return after, err
}

// any reports whether there are thresholds beside the products' own lines.
func (r stockRules) any() bool { return r.thresholds.Together || len(r.thresholds.Houses) > 0 }

// variantIDs returns the IDs of all variants of products.
func variantIDs(list []data.Product) (ids []int64) {
	for _, p := range list {
		for _, v := range p.Variants {
			ids = append(ids, v.ID)
		}
	}
	return ids
}
