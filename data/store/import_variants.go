package store

import (
	"context"
	"errors"
	"fmt"

	"tradewind/data"
)

// takeVariant deals with a row that is a variant of a product, which stands in an earlier row or in the file already.
func (m *importing) takeVariant(ctx context.Context, row data.Patch) error {
	parent := row.Values[data.VariantOf]
	old, err := products.one(ctx, m.w.tx, `WHERE sku = ?`, parent)
	if errors.Is(err, data.ErrNotFound) {
		return data.Problems{{Field: "sku", Key: "problem.unknown_product", Args: map[string]any{"Value": parent}}}
	} else if err != nil {
		return err
	}
	next, at, problems := row.Variant(old)
	if len(problems) > 0 {
		return problems
	}
	sku := next.Variants[at].SKU
	if row.Values["sku"] != "" {
		if again, err := m.saidBefore(row, "variant\x00"+sku, sku); again {
			return err
		}
	}
	if err := next.Validate(); err != nil {
		return err
	}
	ownVariant(&next)
	changed, err := products.put(ctx, m.w, &old, &next)
	if err != nil {
		return fmt.Errorf("variant %s: %w", sku, err)
	}
	counted, hasStock, wrong := row.Stock()
	if len(wrong) > 0 {
		return wrong
	}
	if hasStock {
		moved, err := m.countRow(ctx, next, at, counted)
		if err != nil {
			return err
		}
		changed = changed || moved
	}
	what := change(len(next.Variants) > len(old.Variants), changed)
	m.warn(row, what, next.Warnings(), stockWarnings(hasStock, counted))
	m.done(row, sku, what)
	return nil
}

// countRow posts the level that a row states of one variant.
func (m *importing) countRow(ctx context.Context, p data.Product, at int, counted data.Quantity) (moved bool, err error) {
	err = m.w.guarded(ctx, "stock", func() error {
		usual, err := m.usualCost(ctx, p)
		if err != nil {
			return err
		}
		moved, err = m.w.countOwn(ctx, p.Variants[at].ID, p.Variants[at].SKU, counted, usual, m.o.Source)
		return err
	})
	return moved, err
}
