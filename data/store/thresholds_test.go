package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// sold books goods of an article that left a warehouse for a buyer, now.
func sold(t *testing.T, st *store.Store, sku, warehouse string, q int64) {
	t.Helper()
	if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: sku, Warehouse: warehouse, Quantity: -data.Pieces(q), Reason: data.Sent, Document: "SH-" + sku}}); err != nil {
		t.Fatal(err)
	}
}

// openWhile returns a store at which it is now what now says.
func openWhile(t *testing.T, now *time.Time) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "clock.db"), store.Options{Now: func() time.Time { return *now }, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	return st
}

// threshold saves one.
func threshold(t *testing.T, st *store.Store, one data.Threshold) data.Threshold {
	t.Helper()
	kept, err := st.Thresholds.Save(t.Context(), one)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// dueAt writes what is due by thresholds, with the warehouse of the line.
func dueAt(t *testing.T, st *store.Store) string {
	t.Helper()
	var got []string
	q := store.Query{Limit: 2}
	for {
		found, err := st.Stock.Due(t.Context(), "2026-11-22", q)
		if err != nil {
			t.Fatal(err)
		}
		due, err := st.Stock.AlertsOf(t.Context(), "2026-11-22", found)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range found {
			for _, a := range due[p.ID] {
				where := "all"
				if a.Warehouse != nil {
					where = "at " + *a.Warehouse
				}
				got = append(got, fmt.Sprintf("%s %s %s %s/%s", p.SKU, a.Step, where, a.OnHand, a.Line))
			}
			if len(due[p.ID]) == 0 {
				t.Errorf("%s is listed with nothing due", p.SKU)
			}
			q.After = p.SKU
		}
		if len(found) < q.Limit {
			return strings.Join(got, ", ")
		}
	}
}

func TestDefaultsAndLinesOfWarehousesWarn(t *testing.T) {
	st := open(t)
	yiwu := "Yiwu"
	watched(t, st, "A", 0, 0, data.Level{Quantity: data.Pieces(50)})
	watched(t, st, "B", 0, 0, data.Level{Quantity: data.Pieces(500)}, data.Level{Warehouse: yiwu, Quantity: data.Pieces(30)})
	watched(t, st, "C", 0, 0, data.Level{Warehouse: yiwu, Quantity: data.Pieces(900)})
	watched(t, st, "D", 0, 0) // never lay anywhere
	watched(t, st, "E", data.Pieces(5), 0, data.Level{Quantity: data.Pieces(6)})
	if got := dueAt(t, st); got != "" {
		t.Errorf("without thresholds: %s", got)
	}
	threshold(t, st, data.Threshold{SafetyStock: data.Pieces(50), MaxStock: data.Pieces(800)})
	if got := dueAt(t, st); got != "A safety-stock all 50/50, C overstock all 900/800" {
		t.Errorf("of all: %s", got)
	}
	mine := threshold(t, st, data.Threshold{SKU: "B", Warehouse: &yiwu, SafetyStock: data.Pieces(30)})
	threshold(t, st, data.Threshold{SKU: "D", Warehouse: &yiwu, SafetyStock: data.Pieces(1)})
	threshold(t, st, data.Threshold{Warehouse: &yiwu, MaxStock: data.Pieces(100)})
	want := "A safety-stock all 50/50, B safety-stock at Yiwu 30/30, C overstock all 900/800, C overstock at Yiwu 900/100, D safety-stock at Yiwu 0/1"
	if got := dueAt(t, st); got != want {
		t.Errorf("of warehouses: %s", got)
	}
	if err := st.Thresholds.Archive(t.Context(), mine.ID, true); err != nil {
		t.Fatal(err)
	}
	if got := dueAt(t, st); got != strings.Replace(want, "B safety-stock at Yiwu 30/30, ", "", 1) {
		t.Errorf("after one was put away: %s", got)
	}
}

func TestALineMayBeWhatSellsInSomeDays(t *testing.T) {
	now := time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)
	st := openWhile(t, &now)
	yiwu := "Yiwu"
	watched(t, st, "A", 0, 0, data.Level{Quantity: data.Pieces(1000)})
	watched(t, st, "B", 0, 0, data.Level{Quantity: data.Pieces(100)}, data.Level{Warehouse: yiwu, Quantity: data.Pieces(100)})
	sold(t, st, "A", "", 300) // 83 days before
	now = time.Date(2026, 8, 20, 8, 0, 0, 0, time.UTC)
	sold(t, st, "A", "", 600) // 95 days before: too long ago
	now = time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
	sold(t, st, "B", "", 9)
	sold(t, st, "B", yiwu, 81)
	threshold(t, st, data.Threshold{SafetyDays: 30, MaxDays: 330})
	if got := dueAt(t, st); got != "A safety-stock all 100/100" {
		t.Errorf("of all: %s", got) // B: 110 here, 30 a month, 330 in 330 days
	}
	threshold(t, st, data.Threshold{Warehouse: &yiwu, SafetyDays: 20})
	if got := dueAt(t, st); got != "A safety-stock all 100/100" {
		t.Errorf("of Yiwu: %s", got) // 19 there, 18 in 20 days
	}
	threshold(t, st, data.Threshold{SKU: "B", Warehouse: &yiwu, SafetyDays: 22})
	if got := dueAt(t, st); !strings.HasSuffix(got, "B safety-stock at Yiwu 19/20") {
		t.Errorf("of B there: %s", got)
	}
	if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: "B", Warehouse: yiwu, Quantity: data.Pieces(60), Reason: data.Returned}}); err != nil {
		t.Fatal(err)
	}
	if got := dueAt(t, st); strings.Contains(got, "Yiwu") {
		t.Errorf("goods that came back aren't sold: %s", got)
	}
	last, err := st.Journal.Last(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Journal.Undo(t.Context(), last[0].Batch); err != nil {
		t.Fatal(err)
	}
	if got := dueAt(t, st); !strings.HasSuffix(got, "B safety-stock at Yiwu 19/20") {
		t.Errorf("they didn't come back after all: %s", got)
	}
}

func TestThereIsOneThresholdOfAThing(t *testing.T) {
	st := open(t)
	p := watched(t, st, "A", 0, 0)
	first := threshold(t, st, data.Threshold{SKU: "A", SafetyDays: 10})
	if first.ProductID != p.ID || first.SKU != "A" {
		t.Errorf("of %d %s", first.ProductID, first.SKU)
	}
	for name, second := range map[string]data.Threshold{"problem.unknown_sku": {SKU: "Z", SafetyDays: 3}, "replenish.problem.threshold_twice": {SKU: "A", MaxStock: 3}} {
		var bad data.Problems
		if _, err := st.Thresholds.Save(t.Context(), second); !errors.As(err, &bad) || bad[0].Key != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	got, err := st.Thresholds.Of(t.Context(), "A", "", nil)
	if err != nil || got.SafetyDays != 10 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := st.Thresholds.Of(t.Context(), "Z", "", nil); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("of an unknown article: %v", err)
	}
	last, err := st.Journal.Last(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Journal.Undo(t.Context(), last[0].Batch); err != nil {
		t.Fatal(err)
	}
	if list, err := st.Thresholds.All(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("after undo: %+v, %v", list, err)
	}
}

func TestANewFileHasTheSeasonsMostMerchantsPrepareFor(t *testing.T) {
	st := open(t)
	list, err := st.Seasons.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range list {
		got = append(got, fmt.Sprintf("%s %s%% %d+%d", s.Code, s.Percent, s.LeadIn, s.Length))
		if err := s.Validate(); err != nil || s.Name["en"] == "" || s.Name["zh"] == "" {
			t.Errorf("%s: %v", s.Code, err)
		}
	}
	if s := strings.Join(got, ", "); s != "black-friday 50% 30+4, chinese-new-year 50% 30+7, christmas 50% 30+1" {
		t.Errorf("seasons: %s", s)
	}
	for _, day := range list[0].Dates { // the day after the fourth Thursday of November
		at := day.Time()
		if at.Weekday() != time.Friday || at.Month() != time.November || at.Day() < 23 || at.Day() > 29 {
			t.Errorf("%s is no Black Friday", day)
		}
	}
	for _, day := range list[1].Dates { // the second new moon after the solstice falls between these days
		if s := string(day)[5:]; s < "01-21" || s > "02-20" {
			t.Errorf("%s is no Chinese New Year", day)
		}
	}
	changed := list[2]
	changed.Percent = data.Hundred
	if changed, err = st.Seasons.Save(t.Context(), changed); err != nil || changed.Version != 2 {
		t.Errorf("%+v, %v", changed, err)
	}
	if report, err := st.Backups.Verify(t.Context()); err != nil || len(report.Faults) > 0 {
		t.Errorf("verify: %+v, %v", report.Faults, err)
	}
}
