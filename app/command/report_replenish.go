package command

import (
	"cmp"
	"context"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// replenishReport makes a report about buying and clearing stock. It is read page by page when it is drawn.
func replenishReport(ctx context.Context, st *store.Store, q ReportQuestion, of document.ReplenishSubject, words document.Words) document.Report {
	of.Reorder = func(use func(data.Reorder) error) error {
		return eachPage(func(q store.Query) ([]data.Reorder, error) { return st.Stock.ToReorder(ctx, of.On, q) },
			func(r data.Reorder) string { return r.Proposal.SKU }, sellerNamed(ctx, st, words.Lang, use))
	}
	of.Idle = func(use func(data.Idle) error) error {
		return eachPage(func(q store.Query) ([]data.Idle, error) { return st.Stock.Idle(ctx, of.On, q) },
			func(i data.Idle) string { return i.Goods.SKU }, use)
	}
	of.Lots = func(use func(data.ExpiringLot) error) error {
		list, err := st.Stock.Expiring(ctx, of.On, store.ExpiryQuery{})
		for _, one := range list {
			if err := use(one); err != nil {
				return err
			}
		}
		return err
	}
	switch q.Kind {
	case ReorderReport:
		return document.ReorderReport(of, words)
	case ExpiryReport:
		return document.ExpiryReport(of, words)
	}
	return document.DeadStockReport(of, words)
}

// sellerNamed hands proposals on with the supplier called as the reader knows it. Each is asked for once.
func sellerNamed(ctx context.Context, st *store.Store, lang string, use func(data.Reorder) error) func(data.Reorder) error {
	known := map[int64]string{}
	return func(r data.Reorder) error {
		id := r.Product.SupplierID
		if _, asked := known[id]; !asked && id != 0 {
			names, err := st.Partners.Names(ctx, lang, []int64{id})
			if err != nil {
				return err
			}
			known[id] = names[id]
		}
		r.Product.Supplier = cmp.Or(known[id], r.Product.Supplier)
		return use(r)
	}
}

// eachPage hands out what find gives, page after page.
func eachPage[T any](find func(store.Query) ([]T, error), key func(T) string, use func(T) error) error {
	q := store.Query{Limit: pageSize}
	for {
		page, err := find(q)
		if err != nil {
			return err
		}
		for _, one := range page {
			if err := use(one); err != nil {
				return err
			}
		}
		if len(page) < q.Limit {
			return nil
		}
		q.After = key(page[len(page)-1])
	}
}
