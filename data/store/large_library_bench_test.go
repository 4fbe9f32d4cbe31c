package store_test

import (
	"context"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// libraryTasks are lists beside the catalogue and the partners: suppliers and what they ask, purchase orders. The company has no
// certificates, lots that expire or figures of marketplaces: asking for those would measure nothing.
func libraryTasks(skus []string) []task {
	today := data.DateOf(time.Now())
	bought := keystrokes("PO-2025-01", "ningbo")
	return []task{
		{name: "scorecards:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Scorecards.Find(ctx, data.QuarterOf(today), store.Query{})
			return err
		}},
		{name: "price-comparison:of-a-product", do: func(ctx context.Context, st *store.Store, n int) error {
			p, err := st.Products.BySKU(ctx, skus[n%len(skus)])
			if err != nil {
				return err
			}
			_, _, err = st.Products.CompareOffers(ctx, p, data.Pieces(500), today)
			return err
		}},
		{name: "purchases:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Purchases.Find(ctx, store.Query{})
			return err
		}},
		{name: "purchases:a-keystroke", do: func(ctx context.Context, st *store.Store, n int) error {
			_, err := st.Purchases.Find(ctx, store.Query{Words: bought[n%len(bought)]})
			return err
		}},
	}
}

// reportTasks are the reports that read everything: what lies where now and a year ago, and a month's movements.
func reportTasks() []task {
	lies := func(ctx context.Context, st *store.Store, at time.Time) error {
		return st.Stock.LiesAt(ctx, at, func(data.StockLine) error { return nil })
	}
	return []task{
		{name: "report:stock-today", rounds: 3, do: func(ctx context.Context, st *store.Store, _ int) error {
			return lies(ctx, st, time.Now())
		}},
		{name: "report:stock-a-year-ago", rounds: 3, do: func(ctx context.Context, st *store.Store, _ int) error {
			return lies(ctx, st, time.Now().AddDate(-1, 0, 0))
		}},
		{name: "report:movements-of-a-month", rounds: 3, do: func(ctx context.Context, st *store.Store, n int) error {
			until := time.Now().AddDate(0, -n, 0)
			return st.Stock.MovedBetween(ctx, until.AddDate(0, -1, 0), until, func(data.Movement, data.StockGoods) error { return nil })
		}},
	}
}
