package main

import (
	"fmt"
	"slices"
	"strings"

	"tradewind/app"

	"fyne.io/fyne/v2"
)

// quoteScenes are the pictures of how a quotation comes about.
func quoteScenes(file string) []scene {
	fresh := func(w *app.Window) {
		w.Go(slices.Index(app.Places(), "orders"))
		w.Current().New()
		word(w, "haf")
		keys(w, fyne.KeyReturn)
	}
	paste := func(text string) func(*app.Window) {
		return func(w *app.Window) {
			fresh(w)
			fyne.CurrentApp().Clipboard().SetContent(text)
			tap(w, "quote.paste")
		}
	}
	filled := func(w *app.Window) {
		paste(bottles(20))(w)
		w.Host().Question().Tap(w.Host().T("quote.paste.do"))
	}
	then := func(all ...func(*app.Window)) func(*app.Window) {
		return func(w *app.Window) {
			for _, do := range all {
				do(w)
			}
		}
	}
	return []scene{
		{"quote-new", file, "", fresh},
		{"quote-typing", file, "", func(w *app.Window) { fresh(w); word(w, "bottle-1") }},
		{"quote-paste", file, "", paste(bottles(20))},
		{"quote-paste-empty", file, "", paste("")},
		{"quote-paste-unclear", file, "", paste(bottles(3) + "BOTLE-09 x 100\nsomething " + longText + "\nBOTTLE-12")},
		{"quote-pasted", file, "", filled},
		{"quote-pick", file, "", func(w *app.Window) { fresh(w); tap(w, "quote.pick") }},
		{"quote-copy", file, "", func(w *app.Window) { fresh(w); tap(w, "quote.copy") }},
		{"quote-cartons", file, "", then(filled, func(w *app.Window) { tap(w, "quote.cartons") })},
	}
}

// bottles are rows as a buyer copies them out of a workbook.
func bottles(n int) string {
	rows := []string{"Item\tWhat\tQty"}
	for i := range n {
		rows = append(rows, fmt.Sprintf("BOTTLE-%02d\tbottle\t%d", i+2, 100+25*i))
	}
	return strings.Join(rows, "\n") + "\n"
}
