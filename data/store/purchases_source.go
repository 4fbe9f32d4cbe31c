package store

import (
	"context"
	"errors"
	"fmt"

	"tradewind/data"
)

// PurchaseSource returns everything the paper of a purchase order needs, read at one moment, or [data.ErrNotFound].
func (s *Store) PurchaseSource(ctx context.Context, number string) (src data.PurchaseSource, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		src, err = purchaseSource(ctx, r, number)
		return err
	})
	return src, err
}

// purchaseSource reads the records one kind after the other.
func purchaseSource(ctx context.Context, r reader, number string) (src data.PurchaseSource, err error) {
	if src.Order, err = purchases.one(ctx, r, `WHERE purchase_no = ?`, number); err != nil {
		return src, fmt.Errorf("%s: %w", number, err)
	}
	if src.Company, err = getCompany(ctx, r); err != nil {
		return src, err
	}
	if src.Order.SupplierID != 0 {
		if src.Supplier, err = partners.byID(ctx, r, src.Order.SupplierID); err != nil {
			return src, err
		}
	}
	at, err := warehouses.one(ctx, r, `WHERE code = ?`, src.Order.Warehouse)
	if err != nil && !errors.Is(err, data.ErrNotFound) {
		return src, err
	}
	if src.Place = at.Name; src.Place.In("en") == "" && src.Order.Warehouse != "" {
		src.Place = data.Texts{"en": src.Order.Warehouse}
	}
	variants := make([]int64, len(src.Order.Lines))
	for i, l := range src.Order.Lines {
		variants[i] = l.VariantID
	}
	if src.Products, err = byVariant(ctx, r, variants); err != nil {
		return src, err
	}
	src.Pictures, err = pictures(ctx, r, data.Source{Company: src.Company, Customer: src.Supplier})
	return src, err
}
