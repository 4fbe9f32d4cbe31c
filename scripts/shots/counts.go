package main

import (
	"context"
	"fmt"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/counts"
)

// counting opens stock-takes over the shelves: one half counted, with differences, one posted, one dropped.
func counting(ctx context.Context, st *store.Store) error {
	if err := shelves(ctx, st); err != nil {
		return err
	}
	done, err := st.StockTakes.Open(ctx, data.StockTake{Warehouse: "RTM", Date: "2026-09-30", Note: "Quarter"})
	if err != nil {
		return err
	}
	why := data.Damaged
	rows, err := st.StockTakes.Rows(ctx, done.ID, store.TakeQuery{Limit: 3})
	if err != nil {
		return err
	}
	for i, r := range rows {
		n := r.Book - data.Pieces(int64(i))
		if _, err := st.StockTakes.Count(ctx, done.No, []data.StockTakeCount{{Code: r.SKU, Lot: r.Lot, Expiry: r.Expiry, Counted: &n, Reason: &why}}, ""); err != nil {
			return err
		}
	}
	if _, err := st.StockTakes.Post(ctx, done.No, false); err != nil {
		return err
	}
	dropped, err := st.StockTakes.Open(ctx, data.StockTake{Scope: data.StockTakeScope{Kind: data.ScopeSearch, Value: "bottle"}, Date: "2026-10-31"})
	if err != nil {
		return err
	}
	if err := st.StockTakes.Drop(ctx, dropped.No); err != nil {
		return err
	}
	if err := halfCounted(ctx, st); err != nil {
		return err
	}
	empty, err := st.StockTakes.Open(ctx, data.StockTake{Warehouse: "A-WAREHOUSE-WITH-A-LONG-CODE-AND-NOTHING", Note: longText})
	if err == nil && empty.No == "" {
		err = fmt.Errorf("no number for %+v", empty)
	}
	return err
}

// halfCounted opens a stock-take over everything and counts some of it, with differences of which some are explained.
func halfCounted(ctx context.Context, st *store.Store) error {
	open, err := st.StockTakes.Open(ctx, data.StockTake{Scope: data.StockTakeScope{Kind: data.ScopeAll}})
	if err != nil {
		return err
	}
	rows, err := st.StockTakes.Rows(ctx, open.ID, store.TakeQuery{})
	if err != nil {
		return err
	}
	why, words := data.Damaged, longText
	for i, r := range rows[:min(len(rows), 9)] {
		n := r.Book - data.Pieces(int64(i%4)*int64(7-i))
		c := data.StockTakeCount{Code: r.SKU, Lot: r.Lot, Expiry: r.Expiry, Counted: &n}
		if i == 1 {
			c.Reason = &why
		}
		if other := data.OtherReason; i == 2 {
			c.Reason, c.Words = &other, &words
		}
		if _, err := st.StockTakes.Count(ctx, open.No, []data.StockTakeCount{c}, ""); err != nil {
			return err
		}
	}
	return nil
}

// countScenes are the pictures of stock-takes.
func countScenes(file, none string) []scene {
	on := func(no string, then func(*app.Window, *counts.Screen)) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("counts", no)
			then(w, w.Current().(*counts.Screen))
		}
	}
	nothing := func(*app.Window, *counts.Screen) {}
	return []scene{
		{"stocktake", file, "", on("ST-2026-0003", nothing)},
		{"stocktake-dark", file, "dark", on("ST-2026-0003", nothing)},
		{"stocktake-differences", file, "", on("ST-2026-0003", func(_ *app.Window, s *counts.Screen) { s.Only(true) })},
		{"stocktake-scanned", file, "", on("ST-2026-0003", func(_ *app.Window, s *counts.Screen) { s.Scan("BOTTLE-04") })},
		{"stocktake-unknown", file, "", on("ST-2026-0003", func(_ *app.Window, s *counts.Screen) { s.Scan("6900000000000") })},
		{"stocktake-post", file, "", on("ST-2026-0003", func(_ *app.Window, s *counts.Screen) { s.Act(5) })},
		{"stocktake-drop", file, "", on("ST-2026-0003", func(_ *app.Window, s *counts.Screen) { s.Act(0) })},
		{"stocktake-sheet", file, "", on("ST-2026-0003", func(_ *app.Window, s *counts.Screen) { s.Act(1) })},
		{"stocktake-posted", file, "", on("ST-2026-0001", nothing)},
		{"stocktake-no-lines", file, "", on("ST-2026-0004", nothing)},
		{"stocktake-open", file, "", on("ST-2026-0003", func(_ *app.Window, s *counts.Screen) { s.New() })},
		{"stocktake-choose", file, "", func(w *app.Window) { w.Open("counts", "") }},
		{"stocktake-empty", none, "", func(w *app.Window) { w.Open("counts", "") }},
	}
}
