package main

import (
	"tradewind/app"
	"tradewind/screens/products"
	"tradewind/screens/scores"
)

// scoreScenes are the pictures of suppliers' scores.
func scoreScenes(f files) []scene {
	of := func(code string) func(*app.Window) {
		return func(w *app.Window) { w.Open("scores", code) }
	}
	screen := func(w *app.Window) *scores.Screen { return w.Current().(*scores.Screen) }
	return []scene{
		{"scores-low", f.sample, "", of("YANGJIANG")},
		{"scores-due", f.sample, "", of("ZIBO")},
		{"scores-written", f.sample, "", func(w *app.Window) {
			w.Open("scores", "ZIBO")
			screen(w).Write(longText)
			screen(w).Keep(func() {})
		}},
		{"products-archived", f.sample, "", func(w *app.Window) {
			w.Open("products", "MUG-350-W")
			w.Current().(*products.Screen).ListArchived(true)
		}},
		{"compare", f.sample, "", func(w *app.Window) {
			w.Open("products", "MUG-350-W")
			w.Current().(*products.Screen).Compare()
		}},
		{"scores-weights", f.sample, "", func(w *app.Window) {
			w.Open("scores", "ZIBO")
			screen(w).AskSettings()
		}},
	}
}
