package store

import (
	"context"
	"errors"

	"tradewind/data"
)

// Thresholds keeps the lines that stock is held against, beside the products' own.
type Thresholds struct{ at place }

// thresholds describes the threshold's table.
var thresholds = &kind[data.Threshold]{
	name: "threshold", table: "threshold",
	record: func(t *data.Threshold) *data.Record { return &t.Record },
	hidden: func(t *data.Threshold) []*int64 { return []*int64{&t.ProductID} },
	columns: func(t *data.Threshold) []column {
		return []column{
			{"product_id", reference{&t.ProductID}},
			{"category", &t.Category},
			{"warehouse", &t.Warehouse},
			{"safety_stock", &t.SafetyStock},
			{"safety_days", &t.SafetyDays},
			{"max_stock", &t.MaxStock},
			{"max_days", &t.MaxDays},
		}
	},
	fill:  fillThresholds,
	check: checkThreshold,
	keep: func(ctx context.Context, w *writing, old, next *data.Threshold) error {
		return errors.Join(w.unmarkUnder(ctx, old), w.unmarkUnder(ctx, next))
	},
	discard: discardThresholds,
}

// fillThresholds names the articles.
func fillThresholds(ctx context.Context, r reader, found []*data.Threshold) error {
	var ids []int64
	for _, t := range found {
		if t.ProductID != 0 {
			ids = append(ids, t.ProductID)
		}
	}
	skus := map[int64]string{}
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
			return err
		}
	}
	for _, t := range found {
		t.SKU = skus[t.ProductID]
	}
	return nil
}

// checkThreshold finds the article by its SKU, and refuses a second threshold of the same.
func checkThreshold(ctx context.Context, w *writing, _, t *data.Threshold) error {
	if t.SKU == "" {
		t.ProductID = 0
	} else if t.ProductID == 0 || !w.named(ctx, t.ProductID, t.SKU) {
		ids, err := numbers(ctx, w.tx, `SELECT product_id FROM variant WHERE sku = ?`, t.SKU)
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return data.Problems{{Field: "sku", Key: "problem.unknown_sku", Args: map[string]any{"Value": t.SKU}}}
		}
		t.ProductID = ids[0]
	}
	twice, err := w.exists(ctx, `SELECT 1 FROM threshold WHERE product_id IS nullif(?, 0) AND category = ? AND warehouse IS ? AND id <> ?`,
		t.ProductID, t.Category, t.Warehouse, t.ID)
	if err == nil && twice {
		err = data.Problems{{Field: "sku", Key: "replenish.problem.threshold_twice"}}
	}
	return err
}

// discardThresholds lets the articles be judged without thresholds that go.
func discardThresholds(ctx context.Context, w *writing, ids []int64) error {
	holes, args := in(ids)
	var list []data.Threshold
	err := eachRow(ctx, w.tx, `SELECT product_id, category FROM threshold WHERE id IN `+holes, args, func(scan func(...any) error) error {
		var t data.Threshold
		err := scan(reference{&t.ProductID}, &t.Category)
		list = append(list, t)
		return err
	})
	for _, t := range list {
		err = errors.Join(err, w.unmarkUnder(ctx, &t))
	}
	return err
}

// named reports whether the product with id is called sku.
func (w *writing) named(ctx context.Context, id int64, sku string) bool {
	yes, err := w.exists(ctx, `SELECT 1 FROM product WHERE id = ? AND sku = ?`, id, sku)
	return err == nil && yes
}

// All returns the live thresholds: those of all articles first, then of categories, then of articles by their SKU.
func (s Thresholds) All(ctx context.Context) (list []data.Threshold, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = liveThresholds(ctx, r)
		return err
	})
	return list, err
}

func liveThresholds(ctx context.Context, r reader) ([]data.Threshold, error) {
	return thresholds.load(ctx, r, `WHERE archived = 0 ORDER BY product_id IS NOT NULL, category,
		(SELECT sku FROM product p WHERE p.id = product_id), warehouse IS NOT NULL, warehouse`)
}

// Of returns the threshold of an article, a category or, where both are "", of all articles, in one warehouse or, where
// it is nil, in all together, archived or not; or [data.ErrNotFound].
func (s Thresholds) Of(ctx context.Context, sku, category string, warehouse *string) (data.Threshold, error) {
	return thresholds.get(ctx, s.at, `WHERE product_id IS (SELECT product_id FROM variant WHERE sku = ?1) AND (?1 = '' OR product_id IS NOT NULL)
		AND category = ?2 AND warehouse IS ?3`, sku, category, warehouse)
}

// Save writes t and returns it as stored. It gives [data.Problems] when t breaks a rule or there is one of the same, and
// [data.ErrConflict] when t isn't the newest version.
func (s Thresholds) Save(ctx context.Context, t data.Threshold) (data.Threshold, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		t, err = thresholds.save(ctx, w, t)
		return err
	})
	return t, err
}

// Archive takes a threshold out of use, or brings it back.
func (s Thresholds) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return thresholds.archive(ctx, w, id, archived) })
}
