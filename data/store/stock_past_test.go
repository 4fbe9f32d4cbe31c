package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"

	"pgregory.net/rapid"
)

// TestWhatLayOnAnyDayIsTheSumOfTheMovementsUntilThen books movements over some days and compares reports, pages and
// levels of every moment with the movements added up one by one.
func TestWhatLayOnAnyDayIsTheSumOfTheMovementsUntilThen(t *testing.T) {
	now, runs := time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC), 0
	st := must[*store.Store](t)(store.Open(t.Context(), filepath.Join(t.TempDir(), "data.db"), store.Options{Now: func() time.Time { return now }}))
	defer st.Close()
	rapid.Check(t, func(r *rapid.T) {
		runs++
		now = now.AddDate(0, 0, 2)
		start, end := now, fmt.Sprintf("-%d", runs)
		var ids []int64
		for _, sku := range []string{"B" + end, "A" + end, "C" + end} {
			p := must[data.Product](t)(st.Products.Save(t.Context(), data.Product{SKU: sku, Name: data.Texts{"en": sku, "zh": "货" + sku}, Unit: "PCS"}))
			ids = append(ids, p.Variants[0].ID)
		}
		cost := data.UnitPrice(rapid.Int64Range(1, 9_000_000).Draw(r, "cost"))
		for range rapid.IntRange(1, 12).Draw(r, "movements") {
			now = now.AddDate(0, 0, rapid.IntRange(0, 1).Draw(r, "days"))
			m := data.Movement{
				SKU: rapid.SampledFrom([]string{"A", "B", "C"}).Draw(r, "sku") + end, Warehouse: rapid.SampledFrom([]string{"", "RTM"}).Draw(r, "warehouse"),
				Lot: rapid.SampledFrom([]string{"", "L1", "L2"}).Draw(r, "lot"), Expiry: rapid.SampledFrom([]data.Date{"", "2027-01-31", "2026-12-01"}).Draw(r, "expiry"),
				Quantity: data.Pieces(rapid.Int64Range(1, 40).Draw(r, "quantity")), Reason: data.Received, Cost: &cost,
			}
			if rapid.Bool().Draw(r, "leaves") {
				m.Quantity, m.Reason, m.Cost = -m.Quantity, data.WrittenOff, nil
			}
			var refused data.Problems // more than lies there
			if err := st.Stock.Move(t.Context(), []data.Movement{m}); err != nil && !errors.As(err, &refused) {
				r.Fatal(err)
			}
		}
		for day := start.AddDate(0, 0, -1); !day.After(now); day = day.AddDate(0, 0, 1) {
			compareDay(t, r, st, ids, end, day)
		}
	})
}

// compareDay compares what the store says of a moment with the movements until then, of the articles whose SKUs have an end.
func compareDay(t *testing.T, r *rapid.T, st *store.Store, ids []int64, end string, at time.Time) {
	t.Helper()
	levels, worth, held := map[string]data.Quantity{}, map[string]data.StockValue{}, map[int64]data.Quantity{}
	for _, id := range ids {
		for _, m := range must[[]data.Movement](t)(st.Stock.Movements(t.Context(), id, 1000)) {
			if !m.At.After(at) {
				levels[fmt.Sprintf("%s %s %s %s", m.SKU, m.Warehouse, m.Expiry, m.Lot)] += m.Quantity
				worth[m.SKU] += m.Value
				held[id] += m.Quantity
			}
		}
	}
	var want, got []string
	for place, q := range levels {
		if sku, _, _ := strings.Cut(place, " "); q != 0 {
			want = append(want, fmt.Sprintf("%s %s %s 货%s", place, q, worth[sku], sku))
		}
	}
	slices.Sort(want)
	err := st.Stock.LiesAt(t.Context(), at, func(l data.StockLine) error {
		if strings.HasSuffix(l.SKU, end) {
			got = append(got, fmt.Sprintf("%s %s %s %s %s %s %s", l.SKU, l.Warehouse, l.Expiry, l.Lot, l.Quantity, l.Value, l.Name["zh"]))
		}
		return nil
	})
	if err != nil || !slices.Equal(got, want) {
		r.Fatalf("at %s: %v\ngot  %q\nwant %q", at, err, got, want)
	}
	then := must[map[int64]data.Holding](t)(st.Stock.HoldingsAt(t.Context(), ids, at))
	for _, id := range ids {
		if then[id].OnHand != held[id] {
			r.Fatalf("at %s: %s of article %d; want %s", at, then[id].OnHand, id, held[id])
		}
	}
}
