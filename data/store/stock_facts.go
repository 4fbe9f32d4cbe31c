package store

import (
	"cmp"
	"context"
	"slices"

	"tradewind/data"
)

// facts are what alerts of a page of articles are judged by, by variant.
type facts struct {
	holdings map[int64]data.Holding
	lots     map[int64][]data.Level
	houses   map[int64][]data.HouseStock        // only where there are lines of single warehouses
	presold  map[int64]data.Quantity            // only where it is asked how much to buy
	sold     map[int64]map[string]data.Quantity // only where some line is what sells in some days
}

// productFacts are those of one product, all its variants together.
type productFacts struct {
	onHand, reserved, sold data.Quantity
	kept                   bool
	lots                   []data.Level
	houses                 []data.HouseStock
}

// stockFacts reads the facts of variants.
func stockFacts(ctx context.Context, r reader, rules stockRules, today data.Date, ids []int64) (f facts, err error) {
	f = facts{holdings: map[int64]data.Holding{}, lots: map[int64][]data.Level{}, houses: map[int64][]data.HouseStock{}}
	for part := range chunks(ids, maxHoles) {
		if err := holdingsOf(ctx, r, f.holdings, part, holdingsNow, nil); err != nil {
			return f, err
		}
		if err := levelsAt(ctx, r, f.lots, part); err != nil {
			return f, err
		}
		if len(rules.thresholds.Houses) > 0 {
			if err := f.readHouses(ctx, r, part); err != nil {
				return f, err
			}
		}
	}
	if rules.thresholds.Days {
		f.sold, err = soldOf(ctx, r, ids, daysAgo(today, rules.reorder.SalesDays))
	}
	return f, err
}

// readHouses reads what lies in each warehouse in which a variant ever lay.
func (f facts) readHouses(ctx context.Context, r reader, part []int64) error {
	holes, args := in(part)
	return eachRow(ctx, r, `SELECT l.variant_id, l.warehouse, sum(l.quantity),
		(SELECT coalesce(sum(k.quantity), 0) FROM reserved k WHERE k.variant_id = l.variant_id AND k.warehouse = l.warehouse)
		FROM stock_level l WHERE l.variant_id IN `+holes+` GROUP BY 1, 2`, args,
		func(scan func(...any) error) error {
			var id int64
			var h data.HouseStock
			err := scan(&id, &h.Warehouse, &h.Here, &h.Reserved)
			f.houses[id] = append(f.houses[id], h)
			return err
		})
}

// of adds up the facts of a product's variants.
func (f facts) of(p data.Product) (sum productFacts) {
	houses := map[string]data.HouseStock{}
	for _, v := range p.Variants {
		h := f.holdings[v.ID]
		sum.onHand, sum.reserved, sum.kept = sum.onHand+h.OnHand, sum.reserved+h.Reserved, sum.kept || h.Kept
		sum.lots = append(sum.lots, f.lots[v.ID]...)
		for _, one := range f.houses[v.ID] {
			at := houses[one.Warehouse]
			at.Warehouse, at.Here, at.Reserved = one.Warehouse, at.Here+one.Here, at.Reserved+one.Reserved
			houses[one.Warehouse] = at
		}
		for warehouse, q := range f.sold[v.ID] {
			sum.sold += q
			if one, lay := houses[warehouse]; lay {
				one.Sold += q
				houses[warehouse] = one
			}
		}
	}
	for _, h := range houses {
		sum.houses = append(sum.houses, h)
	}
	slices.SortFunc(sum.houses, func(a, b data.HouseStock) int { return cmp.Compare(a.Warehouse, b.Warehouse) })
	return sum
}
