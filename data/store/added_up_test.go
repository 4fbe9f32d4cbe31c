package store_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"tradewind/data"
	"tradewind/data/store"

	"pgregory.net/rapid"
)

func TestTheMonthsOfExpiryAreTheLotsOfTheListAddedUp(t *testing.T) {
	st := open(t)
	runs, gone := 0, map[string]bool{}
	rapid.Check(t, func(r *rapid.T) {
		runs++
		cost := data.UnitPrice(rapid.Int64Range(1, 900_000_000_000).Draw(r, "cost"))
		sku := fmt.Sprint("A-", runs)
		p := must[data.Product](t)(st.Products.Save(t.Context(), product(sku, "Tea", "茶")))
		for range rapid.IntRange(1, 5).Draw(r, "lots") {
			err := st.Stock.Move(t.Context(), []data.Movement{{
				SKU: sku, Lot: rapid.SampledFrom([]string{"", "L1", "L2"}).Draw(r, "lot"), Reason: data.Received, Cost: &cost,
				Quantity: data.Quantity(rapid.Int64Range(1, 9_999_999).Draw(r, "quantity")),
				Expiry:   rapid.SampledFrom([]data.Date{"", "2026-11-30", "2026-12-01", "2026-12-31", "2027-12-01"}).Draw(r, "expiry"),
			}})
			if err != nil {
				r.Fatal(err)
			}
		}
		if rapid.IntRange(0, 3).Draw(r, "archived") == 0 {
			if err := st.Products.Archive(t.Context(), p.ID, true); err != nil {
				r.Fatal(err)
			}
			gone[sku] = true
		}
		for _, q := range []store.ExpiryQuery{{}, {Until: "2026-12-15"}, {Words: sku}} {
			var want []data.ExpiryMonth
			for _, one := range must[[]data.ExpiringLot](t)(st.Stock.Expiring(t.Context(), "2026-11-22", q)) {
				month := string(one.Level.Expiry)[:7]
				i := slices.IndexFunc(want, func(m data.ExpiryMonth) bool { return m.Month == month })
				if i < 0 {
					want, i = append(want, data.ExpiryMonth{Month: month}), len(want)
				}
				if want[i].Lots++; gone[one.Level.SKU] {
					r.Fatalf("%s is archived", one.Level.SKU)
				}
				if want[i].Value += one.Value; one.Value == 0 {
					want[i].Unvalued++
				}
			}
			if got := must[[]data.ExpiryMonth](t)(st.Stock.ExpiryCalendar(t.Context(), q)); !reflect.DeepEqual(got, want) {
				r.Fatalf("%+v: %v; want %v", q, got, want)
			}
		}
	})
}

func TestTheRankingIsTheFiguresOfTheWeeksAddedUp(t *testing.T) {
	st := open(t)
	var skus []string
	for i := range 12 {
		skus = append(skus, fmt.Sprintf("P%02d", i))
	}
	shown(t, st, skus...)
	weeks := []data.Week{"2026-W43", "2026-W44", "2026-W45", "2026-W46", "2026-W47"} // the first of them is too old to count
	rapid.Check(t, func(r *rapid.T) {
		var list []data.ListingFigures
		for _, week := range weeks {
			for _, sku := range skus {
				asked := rapid.Int64Range(0, 4).Draw(r, "inquiries")
				list = append(list, data.ListingFigures{
					SKU: sku, Market: rapid.SampledFrom([]string{"alibaba", "own"}).Draw(r, "market"), Week: week,
					Counts: data.Counts{Exposures: 9000, Clicks: rapid.Int64Range(5, 40).Draw(r, "clicks"), Inquiries: asked, Orders: rapid.Int64Range(0, asked).Draw(r, "orders")},
				})
			}
		}
		if err := st.ListingFigures.Enter(t.Context(), list); err != nil {
			r.Fatal(err)
		}
		sums := map[string]data.Counts{}
		for _, f := range must[[]data.ListingFigures](t)(st.ListingFigures.Find(t.Context(), store.FiguresQuery{Market: "alibaba"})) {
			if c := sums[f.SKU]; f.Week > "2026-W43" {
				sums[f.SKU] = data.Counts{Exposures: c.Exposures + f.Exposures, Clicks: c.Clicks + f.Clicks, Inquiries: c.Inquiries + f.Inquiries, Orders: c.Orders + f.Orders}
			}
		}
		v, enough := view(t, st), 0
		for _, c := range sums {
			if v.Rules.Enough(c) {
				enough++
			}
		}
		if v.Ranked != enough || v.From != "2026-W44" {
			r.Fatalf("%d of %d are ranked, from %s", v.Ranked, enough, v.From)
		}
		for _, s := range v.Swaps {
			if s.In != nil && s.In.Counts != sums[s.In.SKU] {
				r.Fatalf("%s: %+v; want %+v", s.In.SKU, s.In.Counts, sums[s.In.SKU])
			}
		}
	})
}
