package command

import (
	"context"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// replenishReport makes a report about buying and clearing stock. It is read page by page when it is drawn.
func replenishReport(ctx context.Context, st *store.Store, q ReportQuestion, of document.ReplenishSubject, words document.Words) document.Report {
	of.Reorder = func(use func(data.Reorder) error) error {
		return eachPage(func(q store.Query) ([]data.Reorder, error) { return st.Stock.ToReorder(ctx, of.On, q) },
			func(r data.Reorder) string { return r.Proposal.SKU }, use)
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
