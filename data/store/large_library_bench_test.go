package store_test

import (
	"context"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// libraryTasks are lists beside the catalogue and the partners: suppliers and what they ask, purchase orders.
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

// datedTasks are the lists by the day on which something ends: certificates and lots.
func datedTasks(skus []string) []task {
	today := data.DateOf(time.Now())
	papers, lots := keystrokes("ce-12", "oeko", "通标", "bamboo board"), keystrokes("绿茶", "jasmine tea", "fo-00", "500 ml")
	certificates := func(ctx context.Context, st *store.Store, q store.CertificateQuery) error {
		q.Limit = 100 // as the screen asks
		_, err := st.Products.Certificates(ctx, today, q)
		return err
	}
	return []task{
		{name: "certificates:due,-first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			return certificates(ctx, st, store.CertificateQuery{Due: true})
		}},
		{name: "certificates:valid,-first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			return certificates(ctx, st, store.CertificateQuery{State: data.CertificateValid})
		}},
		{name: "certificates:a-keystroke", do: func(ctx context.Context, st *store.Store, n int) error {
			return certificates(ctx, st, store.CertificateQuery{Words: papers[n%len(papers)], Due: n%2 == 0})
		}},
		{name: "certificates:missing-of-a-product", do: func(ctx context.Context, st *store.Store, n int) error {
			p, err := st.Products.BySKU(ctx, skus[n%len(skus)])
			if err != nil {
				return err
			}
			rules, err := st.CertificateRules.All(ctx)
			data.MissingEverywhere(p, rules, today)
			return err
		}},
		{name: "certificates:alerts,-first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, _, err := st.Products.CertificatesDue(ctx, today, store.Query{})
			return err
		}},
		{name: "expiry:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Stock.Expiring(ctx, today, store.ExpiryQuery{Limit: 100})
			return err
		}},
		{name: "expiry:a-keystroke", do: func(ctx context.Context, st *store.Store, n int) error {
			_, err := st.Stock.Expiring(ctx, today, store.ExpiryQuery{Words: lots[n%len(lots)], Limit: 100})
			return err
		}},
		{name: "expiry:months", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Stock.ExpiryCalendar(ctx, store.ExpiryQuery{})
			return err
		}},
	}
}

// marketTasks are what is asked about listings on marketplaces.
func marketTasks(skus []string) []task {
	today := data.DateOf(time.Now())
	return []task{
		{name: "showcase:ranking-of-a-market", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.Showcases.View(ctx, "alibaba", today, 0)
			return err
		}},
		{name: "listing-figures:first-page", do: func(ctx context.Context, st *store.Store, _ int) error {
			_, err := st.ListingFigures.Find(ctx, store.FiguresQuery{Limit: 100})
			return err
		}},
		{name: "listing-figures:of-a-product", do: func(ctx context.Context, st *store.Store, n int) error {
			_, err := st.ListingFigures.Find(ctx, store.FiguresQuery{SKU: skus[n%len(skus)], Limit: 100})
			return err
		}},
		{name: "listing-check:a-page", do: func(ctx context.Context, st *store.Store, n int) error {
			rules, err := st.Markets.ListingRules(ctx)
			if err != nil {
				return err
			}
			found, err := st.Products.Find(ctx, store.Query{After: skus[n%len(skus)]})
			for _, p := range found {
				rules.Check(p)
			}
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
