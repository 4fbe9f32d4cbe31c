package store

import (
	"context"
	"iter"

	"tradewind/data"
)

// Products keeps the catalogue.
type Products struct{ at place }

// Find returns a page of products: the SKU itself first, then SKUs that begin with the words, then all others, each by SKU.
func (s Products) Find(ctx context.Context, q Query) ([]data.Product, error) { return nil, errNotYet }

// Count counts the products that q's words match.
func (s Products) Count(ctx context.Context, q Query) (int, error) { return 0, errNotYet }

// Get returns the product with id, or [data.ErrNotFound].
func (s Products) Get(ctx context.Context, id int64) (data.Product, error) {
	return data.Product{}, errNotYet
}

// BySKU returns the product that has a variant with this SKU, or [data.ErrNotFound].
func (s Products) BySKU(ctx context.Context, sku string) (data.Product, error) {
	return data.Product{}, errNotYet
}

// ByVariant returns the products of these variants, by variant.
func (s Products) ByVariant(ctx context.Context, variants []int64) (map[int64]data.Product, error) {
	return nil, errNotYet
}

// Save writes p and returns it as stored. It gives [data.Problems] when p breaks a rule and [data.ErrConflict] when p
// isn't the newest version.
func (s Products) Save(ctx context.Context, p data.Product) (data.Product, error) {
	return p, errNotYet
}

// Archive takes a product out of the lists, or brings it back.
func (s Products) Archive(ctx context.Context, id int64, archived bool) error { return errNotYet }

// Each calls use with every live product, by SKU.
func (s Products) Each(ctx context.Context, use func(data.Product) error) error { return errNotYet }

// Import imports products.
func (s Products) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return data.ImportReport{}, errNotYet
}
