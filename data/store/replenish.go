package store

import (
	"context"
	"slices"

	"tradewind/data"
)

// ToReorder returns the articles of which something should be bought, of the next live products of the catalogue's list
// whose words match q: a line for each variant, those of a product together. After is the SKU of the last line of the page
// before; a page may be longer than its limit by a product's variants.
func (s Stock) ToReorder(ctx context.Context, today data.Date, q Query) (list []data.Reorder, err error) {
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
		peak, err := peakOf(ctx, r, rules, today)
		if err != nil {
			return err
		}
		for page := q.limit(); len(list) < q.limit(); page = min(2*page, maxHoles) {
			found, err := shortAfter(ctx, r, rules, today, q, peak, after, page)
			if err != nil {
				return err
			}
			all, err := reordersOf(ctx, r, rules, today, found)
			if err != nil {
				return err
			}
			if list = withNeeds(list, all, q.limit()); len(found) < page {
				return nil
			}
			if after, err = entryOfProduct(ctx, r, found[len(found)-1].ID); err != nil {
				return err
			}
		}
		return nil
	})
	return list, err
}

// withNeeds adds to list those of all of which something should be bought, until there are so many; those of a product together.
func withNeeds(list, all []data.Reorder, most int) []data.Reorder {
	for _, one := range all {
		full := len(list) >= most && list[len(list)-1].Product.ID != one.Product.ID
		if one.Proposal.Quantity > 0 && !full {
			list = append(list, one)
		}
	}
	return list
}

// peakOf returns how much is sold at most in any of the times until goods ordered now would come, in percent of the usual.
func peakOf(ctx context.Context, r reader, rules stockRules, today data.Date) (int64, error) {
	var lead int64
	if err := r.QueryRowContext(ctx, `SELECT coalesce(max(lead_days), 0) FROM product_offer`).Scan(&lead); err != nil {
		return 0, err
	}
	return data.NewCalendar(rules.seasons, today, max(lead, rules.reorder.LeadDays)).Peak(), nil
}

// shortAfter returns a page of products of which more may have to be bought.
func shortAfter(ctx context.Context, r reader, rules stockRules, today data.Date, q Query, peak int64, after entry, limit int) ([]data.Product, error) {
	sold, err := soldSinceJudged(ctx, r, daysAgo(today, rules.reorder.SalesDays))
	if err != nil {
		return nil, err
	}
	ids, err := searchFor(products.number, q, false).marked(ctx, r, paceMark(peak), sold, after, limit)
	if err != nil {
		return nil, err
	}
	return products.byIDs(ctx, r, ids)
}

// ReorderOf works out for each live variant of the products how much of it to buy, 0 too, in their order.
func (s Stock) ReorderOf(ctx context.Context, today data.Date, list []data.Product) (all []data.Reorder, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		rules, err := rulesOf(ctx, r)
		if err != nil {
			return err
		}
		all, err = reordersOf(ctx, r, rules, today, list)
		return err
	})
	return all, err
}

// reordersOf does so at one moment.
func reordersOf(ctx context.Context, r reader, rules stockRules, today data.Date, list []data.Product) (all []data.Reorder, err error) {
	ids := variantIDs(list)
	rules.thresholds.Days = true // what was sold is wanted in any case
	facts, err := stockFacts(ctx, r, rules, today, ids)
	if err != nil {
		return nil, err
	}
	if facts.presold, err = presoldOf(ctx, r, ids); err != nil {
		return nil, err
	}
	most := rules.reorder.LeadDays
	for _, p := range list {
		if o, ok := p.OfferOf(p.SupplierID); ok {
			most = max(most, o.LeadDays)
		}
	}
	calendar := data.NewCalendar(rules.seasons, today, most+rules.reorder.CoverDays)
	for _, p := range list {
		for _, need := range facts.needs(p, rules) {
			all = append(all, data.Reorder{Product: p, Proposal: data.Propose(need, rules.reorder, calendar)})
		}
	}
	return all, nil
}

// needs returns what is known of each live variant of p that is kept in stock, has a line or was sold in advance.
func (f facts) needs(p data.Product, rules stockRules) (list []data.StockNeed) {
	sum := f.of(p)
	safety := rules.thresholds.OfAll(p, sum.sold, sum.kept).Safety
	var houses data.Quantity
	for _, house := range rules.thresholds.Houses {
		i := slices.IndexFunc(sum.houses, func(h data.HouseStock) bool { return h.Warehouse == house })
		at := data.HouseStock{Warehouse: house}
		if i >= 0 {
			at = sum.houses[i]
		}
		houses += rules.thresholds.In(p, house, at.Sold, i >= 0).Safety
	}
	safety = max(safety, houses)
	for _, v := range p.Variants {
		if v.Archived && len(p.Variants) > 1 {
			continue
		}
		h := f.holdings[v.ID]
		presold := f.presold[v.ID]
		if !h.Kept && safety == 0 && presold == 0 {
			continue
		}
		need := data.StockNeed{VariantID: v.ID, SKU: v.SKU, OnHand: h.OnHand, InTransit: h.InTransit, OnOrder: h.OnOrder, Reserved: h.Reserved, Presold: presold}
		for _, q := range f.sold[v.ID] {
			need.Sold += q
		}
		need.Supplied(p)
		list = append(list, need)
	}
	data.SpreadSafety(list, safety)
	return list
}
