package store

import (
	"context"
	"fmt"
	"slices"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// thresholdSafety is the sum of what thresholds may ask to be kept of a product in the list, as figures and as days of
// sales: more than any one of them does.
const thresholdSafety = `(SELECT coalesce(sum(h.%s), 0) FROM product p JOIN threshold h ON h.archived = 0
	AND (h.product_id = p.id OR h.product_id IS NULL AND h.category IN ('', p.category)) WHERE p.id = search.record)`

// mayBeShort tells of a product in the list whether more of it may have to be bought: a wider question than the rule, which
// [data.Propose] knows, and one that is answered from indexes. ?1 is the usual lead time, ?3 since when sales count, ?4 how many
// days that is, ?5 the most a season makes of 100. Each step of the rule rounds up by less than a unit: a thousand allows for it.
func mayBeShort(thresholds bool) string {
	figure, days := `0`, `0`
	if thresholds {
		figure, days = fmt.Sprintf(thresholdSafety, "safety_stock"), fmt.Sprintf(thresholdSafety, "safety_days")
	}
	return `EXISTS (SELECT 1 FROM (SELECT coalesce(t.on_hand + t.in_transit - t.reserved, 0) AS here, coalesce(t.kept, 0) AS kept,
			` + soldSince + ` AS sold, ` + figure + ` AS figure, ` + days + ` AS days,
			coalesce((SELECT w.safety_stock FROM product w INDEXED BY product_watched
				WHERE w.archived = 0 AND (w.safety_stock > 0 OR w.max_stock > 0) AND w.id = search.record), 0) AS own,
			max(?1, coalesce((SELECT max(o.lead_days) FROM product_offer o WHERE o.product_id = search.record), 0)) AS lead
		FROM variant v LEFT JOIN stock_total t ON t.variant_id = v.id WHERE v.product_id = search.record AND v.archived = 0)
	WHERE (kept = 1 OR own + figure > 0) AND (sold > 0 OR own + figure > 0 OR here < 0)
		AND here <= own + figure + iif(sold > 0, sold * days / ?4 + sold * lead / ?4 * ?5 / 100 + 1000, 0))`
}

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
		for len(list) < q.limit() {
			found, err := shortAfter(ctx, r, rules, today, q, after)
			if err != nil {
				return err
			}
			all, err := reordersOf(ctx, r, rules, today, found)
			if err != nil {
				return err
			}
			for _, one := range all {
				full := len(list) >= q.limit() && list[len(list)-1].Product.ID != one.Product.ID
				if one.Proposal.Quantity > 0 && !full {
					list = append(list, one)
				}
			}
			if len(found) < q.limit() {
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

// shortAfter returns a page of products of which more may have to be bought.
func shortAfter(ctx context.Context, r reader, rules stockRules, today data.Date, q Query, after entry) ([]data.Product, error) {
	most := decimal.NewFromInt(100)
	for _, s := range rules.seasons {
		most = decimal.Max(most, decimal.NewFromInt(101).Add(s.Percent.Share().Shift(2)))
	}
	all := searchFor(products.number, q, false)
	where, more := all.conditions(after)
	args := []any{rules.reorder.LeadDays, products.number, daysAgo(today, rules.reorder.SalesDays).Time().UnixMicro(), rules.reorder.SalesDays, most.IntPart()}
	ids, err := all.ids(ctx, r, `SELECT record FROM search WHERE kind = ?2 AND `+mayBeShort(rules.any())+where, append(args, more...), q.limit())
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

// needs returns what is known of each live variant of p that is kept in stock or has a line.
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
		if !h.Kept && safety == 0 {
			continue
		}
		need := data.StockNeed{VariantID: v.ID, SKU: v.SKU, OnHand: h.OnHand, InTransit: h.InTransit, OnOrder: h.OnOrder, Reserved: h.Reserved}
		for _, q := range f.sold[v.ID] {
			need.Sold += q
		}
		need.Supplied(p)
		list = append(list, need)
	}
	data.SpreadSafety(list, safety)
	return list
}
