package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tradewind/data"
)

// Source returns everything a paper needs, read at one moment. Number is an order's or a shipment's; anything else
// gives [data.ErrNotFound]. For papers to be issued, ask within [Store.Atomically], so that nothing changes between.
func (s *Store) Source(ctx context.Context, number string) (src data.Source, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		src, err = source(ctx, r, number)
		return err
	})
	return src, err
}

// source reads the records one kind after the other.
func source(ctx context.Context, r reader, number string) (src data.Source, err error) {
	if src, err = goodsSource(ctx, r, number); err != nil {
		return src, err
	}
	if src.Issued, err = issuedOf(ctx, r, src); err != nil {
		return src, err
	}
	if src.Clauses, err = clauseLibrary(ctx, r); err != nil {
		return src, err
	}
	src.Pictures, err = pictures(ctx, r, src)
	return src, err
}

// goodsSource reads the records that say what goods go where, without what only papers need.
func goodsSource(ctx context.Context, r reader, number string) (src data.Source, err error) {
	if src.Order, err = orders.one(ctx, r, `WHERE order_no = ?`, number); errors.Is(err, data.ErrNotFound) {
		var sh data.Shipment
		if src.Orders, sh, err = ordersOfShipment(ctx, r, number); err == nil {
			src.Order, sh = data.Join(src.Orders, sh)
			src.Shipment = &sh
		}
	}
	if err != nil {
		return src, fmt.Errorf("%s: %w", number, err)
	}
	if src.Company, err = getCompany(ctx, r); err != nil {
		return src, err
	}
	if src.Order.CustomerID != 0 {
		if src.Customer, err = partners.byID(ctx, r, src.Order.CustomerID); err != nil {
			return src, err
		}
	}
	src.Products, err = byVariant(ctx, r, src.Order.Variants())
	return src, err
}

// issuedOf returns what was issued of any of the orders, each paper once.
func issuedOf(ctx context.Context, r reader, src data.Source) ([]data.Issued, error) {
	list, err := issued(ctx, r, src.Order.Prints.Changes, ofOrder, src.Order.ID, src.Order.ID)
	for i := 1; i < len(src.Orders) && err == nil; i++ {
		var more []data.Issued
		more, err = issued(ctx, r, false, ofOrder, src.Orders[i].ID, src.Orders[i].ID)
		for _, d := range more {
			if !slices.ContainsFunc(list, func(one data.Issued) bool { return one.ID == d.ID }) {
				list = append(list, d)
			}
		}
	}
	return list, err
}

// ordersOfShipment returns a shipment and the orders it has goods of.
func ordersOfShipment(ctx context.Context, r reader, number string) ([]data.Order, data.Shipment, error) {
	sh, err := shipments.one(ctx, r, `WHERE shipment_no = ?`, number)
	if err != nil {
		return nil, sh, err
	}
	together, err := ordersOf(ctx, r, sh)
	return together, sh, err
}

// pictures reads those of the company, the letterhead as the partner picked it, and the main one of each product. One that is missing is left out: the paper
// can do without.
func pictures(ctx context.Context, r reader, src data.Source) (map[data.Hash][]byte, error) {
	found := map[data.Hash][]byte{}
	for _, h := range []data.Hash{src.Company.HeadOf(src.Customer).Picture, src.Company.Stamp, src.Company.Signature} {
		if h != "" {
			found[h] = nil
		}
	}
	for _, p := range src.Products {
		if h := mainPicture(p); h != "" {
			found[h] = nil
		}
	}
	for _, h := range sortedKeys(found) {
		b, err := attachment(ctx, r, h)
		if errors.Is(err, data.ErrNotFound) {
			delete(found, h)
			continue
		}
		if err != nil {
			return nil, err
		}
		found[h] = b
	}
	return found, nil
}

// mainPicture returns the main picture of p, else its first, else none.
func mainPicture(p data.Product) data.Hash {
	for _, one := range p.Pictures {
		if one.Role == "main" {
			return one.Hash
		}
	}
	if len(p.Pictures) > 0 {
		return p.Pictures[0].Hash
	}
	return ""
}
