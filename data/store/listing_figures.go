package store

import (
	"context"
	"errors"
	"math"

	"tradewind/data"
)

// ListingFigures keeps what marketplaces counted of listings, week by week.
type ListingFigures struct{ at place }

// listingFigures describes their table.
var listingFigures = &kind[data.ListingFigures]{
	name: "listing figures", table: "listing_figures",
	record: func(f *data.ListingFigures) *data.Record { return &f.Record },
	hidden: func(f *data.ListingFigures) []*int64 { return []*int64{&f.ProductID} },
	columns: func(f *data.ListingFigures) []column {
		return []column{
			{"product_id", &f.ProductID},
			{"market", &f.Market},
			{"week", &f.Week},
			{"exposures", &f.Exposures},
			{"clicks", &f.Clicks},
			{"inquiries", &f.Inquiries},
			{"orders", &f.Orders},
			{"source", &f.Source},
		}
	},
	fill: func(ctx context.Context, r reader, found []*data.ListingFigures) error {
		ids := make([]int64, len(found))
		for i, f := range found {
			ids[i] = f.ProductID
		}
		skus, err := skusOf(ctx, r, ids)
		for _, f := range found {
			f.SKU = skus[f.ProductID]
		}
		return err
	},
	check: func(ctx context.Context, w *writing, _, f *data.ListingFigures) error {
		if err := w.findListed(ctx, &f.ProductID, &f.SKU, f.Market); err != nil {
			return err
		}
		twice, err := w.exists(ctx, `SELECT 1 FROM listing_figures WHERE market = ? AND week = ? AND product_id = ? AND id <> ?`,
			f.Market, f.Week, f.ProductID, f.ID)
		if err == nil && twice {
			err = data.Problems{{Field: "week", Key: "showcase.problem.figures_twice", Args: map[string]any{"SKU": f.SKU, "Week": string(f.Week)}}}
		}
		return err
	},
}

// skusOf returns the SKUs of products, a few hundred per question.
func skusOf(ctx context.Context, r reader, ids []int64) (map[int64]string, error) {
	skus := make(map[int64]string, len(ids))
	for part := range chunks(ids, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT id, sku FROM product WHERE id IN `+holes, args, func(scan func(...any) error) error {
			var id int64
			var sku string
			err := scan(&id, &sku)
			skus[id] = sku
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return skus, nil
}

// findListed finds the product that has a variant called sku, unless id says it already, and refuses a market that nobody knows.
func (w *writing) findListed(ctx context.Context, id *int64, sku *string, market string) error {
	if *id == 0 || !w.named(ctx, *id, *sku) {
		ids, err := numbers(ctx, w.tx, `SELECT product_id FROM variant WHERE sku = ?`, *sku)
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return data.Problems{{Field: "sku", Key: "problem.unknown_sku", Args: map[string]any{"Value": *sku}}}
		}
		*id = ids[0]
		if err := w.scan(ctx, `SELECT sku FROM product WHERE id = ?`, []any{*id}, sku); err != nil {
			return err
		}
	}
	_, err := marketCalled(ctx, w.tx, market)
	return err
}

// marketCalled returns the market with this code.
func marketCalled(ctx context.Context, r reader, code string) (data.Market, error) {
	saved, err := markets.load(ctx, r, `ORDER BY code`)
	if err != nil {
		return data.Market{}, err
	}
	for _, m := range data.MarketsWith(saved) {
		if m.Code == code {
			return m, nil
		}
	}
	return data.Market{}, data.Problems{{Field: "market", Key: "showcase.problem.market", Args: map[string]any{"Value": code}}}
}

// FiguresQuery asks for listing figures; what is "" doesn't matter.
type FiguresQuery struct {
	Market string
	Week   data.Week
	SKU    string // of any variant
	Limit  int    // 0 gives all
}

// where returns the condition of q.
func (q FiguresQuery) where() (string, []any) {
	where, args := `WHERE archived = 0`, []any{}
	add := func(part, value string) {
		if value != "" {
			where, args = where+` AND `+part, append(args, value)
		}
	}
	add(`market = ?`, q.Market)
	add(`week = ?`, string(q.Week))
	add(`product_id = (SELECT product_id FROM variant WHERE sku = ?)`, q.SKU)
	limit := q.Limit
	if limit <= 0 {
		limit = math.MaxInt32
	}
	return where, append(args, limit)
}

// Find returns figures: the newest week first, then by market, then the newest product.
func (s ListingFigures) Find(ctx context.Context, q FiguresQuery) (list []data.ListingFigures, err error) {
	where, args := q.where()
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = listingFigures.load(ctx, r, where+` ORDER BY week DESC, market, product_id DESC LIMIT ?`, args...)
		return err
	})
	return list, err
}

// Each calls use with all figures, the oldest week first, all as they were at one moment. Memory doesn't grow with the file.
func (s ListingFigures) Each(ctx context.Context, use func(data.ListingFigures) error) error {
	return s.at.readAt(ctx, func(r reader) error {
		var market, week string
		product := int64(-1)
		for {
			list, err := listingFigures.load(ctx, r, `WHERE archived = 0 AND (market, week, product_id) > (?, ?, ?)
				ORDER BY market, week, product_id LIMIT ?`, market, week, product, maxHoles)
			if err != nil || len(list) == 0 {
				return err
			}
			for _, f := range list {
				if err := use(f); err != nil {
					return err
				}
			}
			last := list[len(list)-1]
			market, week, product = last.Market, string(last.Week), last.ProductID
		}
	})
}

// Of returns the figures of an article in a market and week, or [data.ErrNotFound].
func (s ListingFigures) Of(ctx context.Context, sku, market string, week data.Week) (data.ListingFigures, error) {
	return listingFigures.get(ctx, s.at, `WHERE market = ? AND week = ? AND product_id = (SELECT product_id FROM variant WHERE sku = ?)`,
		market, string(week), sku)
}

// Save writes f and returns it as stored. It gives [data.Problems] when f breaks a rule or the week has figures of the product
// already, and [data.ErrConflict] when f isn't the newest version.
func (s ListingFigures) Save(ctx context.Context, f data.ListingFigures) (data.ListingFigures, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		f, err = listingFigures.save(ctx, w, f)
		return err
	})
	return f, err
}

// Enter puts figures in the place of those that their products have in their markets and weeks, all or none. Problems name the
// figures by their number in list, counted from 1, as rows.
func (s ListingFigures) Enter(ctx context.Context, list []data.ListingFigures) error {
	return s.at.write(ctx, "", func(w *writing) error {
		var wrong data.Problems
		seen := map[figuresKey]bool{}
		for i, f := range list {
			err := w.enterFigures(ctx, f, seen)
			var problems data.Problems
			if errors.As(err, &problems) {
				for _, p := range problems {
					p.Row = i + 1
					wrong = append(wrong, p)
				}
			} else if err != nil {
				return err
			}
		}
		return wrong.Err()
	})
}

// enterFigures enters the figures of one product; a second time in the same list is refused.
func (w *writing) enterFigures(ctx context.Context, f data.ListingFigures, seen map[figuresKey]bool) error {
	if err := w.findListed(ctx, &f.ProductID, &f.SKU, f.Market); err != nil {
		return err
	}
	if seen[keyOfFigures(f)] {
		return data.Problems{{Field: "sku", Key: "showcase.problem.figures_twice", Args: map[string]any{"SKU": f.SKU, "Week": string(f.Week)}}}
	}
	seen[keyOfFigures(f)] = true
	there, err := listingFigures.load(ctx, w.tx, `WHERE market = ? AND week = ? AND product_id = ?`, f.Market, string(f.Week), f.ProductID)
	if err != nil {
		return err
	}
	if len(there) > 0 {
		if there[0].Counts == f.Counts && !there[0].Archived {
			return nil
		}
		f.Record, f.Archived = there[0].Record, false
	}
	_, err = listingFigures.save(ctx, w, f)
	return err
}
