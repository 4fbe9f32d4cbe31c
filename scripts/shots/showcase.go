package main

import (
	"context"
	"fmt"
	"time"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
	"tradewind/screens/imports"
	"tradewind/screens/showcase"

	"fyne.io/fyne/v2"
)

// figured puts figures of the past weeks on articles with very long texts, and some of them into a showcase.
func figured(ctx context.Context, st *store.Store) error {
	if err := long(ctx, st); err != nil {
		return err
	}
	last := data.WeekOf(data.DateOf(time.Now())).Add(-1)
	for i := range 20 {
		f := data.ListingFigures{SKU: fmt.Sprintf("LONG-SKU-WITH-MANY-PARTS-%04d-BLACK-500ML", i), Market: "alibaba", Week: last, Source: longText}
		f.Counts = data.Counts{Exposures: 1_234_567, Clicks: 65_432 + int64(i), Inquiries: 4_321 - int64(100*i), Orders: 1_234 - int64(3*i*i)}
		if _, err := st.ListingFigures.Save(ctx, f); err != nil {
			return err
		}
	}
	day := data.DateOf(time.Now().AddDate(0, 0, -40))
	var in []string
	for i := range 10 {
		in = append(in, fmt.Sprintf("LONG-SKU-WITH-MANY-PARTS-%04d-BLACK-500ML", 2*i))
	}
	_, err := st.Showcases.Set(ctx, store.ShowcaseChange{Market: "alibaba", Day: day, In: in})
	return err
}

// showcaseScenes are the pictures of showcases.
func showcaseScenes(f files) []scene {
	on := func(do func(*app.Window, *showcase.Screen)) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("showcase", "")
			do(w, w.Current().(*showcase.Screen))
		}
	}
	ask := func(what string) func(*app.Window) {
		return on(func(_ *app.Window, s *showcase.Screen) { s.Ask(what) })
	}
	return []scene{
		{"rotation-shown", f.sample, "", on(func(*app.Window, *showcase.Screen) {})},
		{"rotation-dark", f.sample, "dark", on(func(*app.Window, *showcase.Screen) {})},
		{"rotation-refused", f.sample, "", on(func(_ *app.Window, s *showcase.Screen) { s.Pick(6) })},
		{"rotation-swap", f.sample, "", on(func(_ *app.Window, s *showcase.Screen) { s.Pick(5) })},
		{"rotation-none-due", f.sample, "", on(func(_ *app.Window, s *showcase.Screen) { s.Show("own") })},
		{"rotation-without", f.sample, "", on(func(_ *app.Window, s *showcase.Screen) { s.Show("ebay") })},
		{"rotation-empty", f.empty, "", on(func(*app.Window, *showcase.Screen) {})},
		{"rotation-long", f.figured(), "", on(func(*app.Window, *showcase.Screen) {})},
		{"rotation-rules", f.sample, "", ask("rules")},
		{"rotation-figures", f.sample, "", ask("figures")},
		{"rotation-figures-empty", f.empty, "", ask("figures")},
		{"rotation-put-in", f.sample, "", on(func(w *app.Window, s *showcase.Screen) {
			s.Ask("put-in")
			w.Win().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		})},
		{"rotation-import", f.sample, "", ask("import")},
		{"rotation-import-shown", f.sample, "", func(w *app.Window) {
			w.Import(sheet.ListingFigures)
			s := w.Current().(*imports.Screen)
			s.Assume(map[string]string{"market": "alibaba", "week": "2026-W47"}, w.Host().T("showcase.import.assumed", "Market", "alibaba", "Week", "2026-W47"))
			s.Load(f.reported())
		}},
	}
}
