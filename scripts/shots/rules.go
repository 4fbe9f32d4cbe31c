package main

import (
	"tradewind/app"
	"tradewind/screens/rules"
)

// ruleScenes are the pictures of what products are held against.
func ruleScenes(f files) []scene {
	on := func(page int, key string) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("rules", "own")
			s := w.Current().(*rules.Screen)
			s.Turn(page)
			if key != "" {
				s.Open(key)
			}
			if page == 1 && key != "" {
				s.Words.Try("The best mug, 100% quality guaranteed: " + longText)
			}
		}
	}
	return []scene{
		{"rules-market", f.sample, "", on(0, "amazon")},
		{"rules-words", f.sample, "", on(1, "absolute en")},
		{"rules-words-scrolled", f.sample, "dark", func(w *app.Window) {
			on(1, "vague en")(w)
			w.Current().(*rules.Screen).Words.ScrollTo(300)
		}},
		{"rules-elements", f.sample, "", on(2, "6912")},
		{"rules-elements-empty", f.empty, "", on(2, "")},
	}
}
