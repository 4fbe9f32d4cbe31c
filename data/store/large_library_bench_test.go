package store_test

import (
	"context"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// libraryTasks are the lists beside the catalogue and the partners: papers that end, lots that expire, suppliers and what they
// ask, purchase orders, the showcase.
func libraryTasks(skus []string) []task {
	today := data.DateOf(time.Now())
	bought := keystrokes("PO-2025-01", "ningbo")
	return []task{
		{name: "certificates:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Products.Certificates(ctx, today, store.CertificateQuery{Due: true, Limit: 50})
			return err
		}},
		{name: "expiry:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Stock.Expiring(ctx, today, store.ExpiryQuery{Limit: 50})
			return err
		}},
		{name: "expiry:calendar", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Stock.ExpiryCalendar(ctx, today, store.ExpiryQuery{})
			return err
		}},
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
		{name: "showcase:of-a-market", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Showcases.View(ctx, "alibaba", today, 0)
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
