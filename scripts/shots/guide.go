package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tradewind/app"
	"tradewind/app/command"
	"tradewind/screens/orders"

	"fyne.io/fyne/v2"
)

// guide is the file that the user guide's pictures are of: the sample company, in which quotations are made.
func (f files) guide() string { return filepath.Join(f.folder, "guide.db") }

// samples makes files of the sample company, each with a folder for the papers that come with it.
func samples(desk command.Desk, folder string, files map[string]string) error {
	for name, file := range files {
		if code := desk.Run(context.Background(), []string{"demo", "--out", filepath.Join(folder, name), "--db", file}); code != command.Done {
			return fmt.Errorf("the sample company: exit code %d", code)
		}
	}
	return nil
}

// guideScenes are the pictures of docs/guide.md: a quotation key by key, and from a copied range.
func guideScenes(file string) []scene {
	begin := func(w *app.Window) {
		w.Go(slices.Index(app.Places(), "orders"))
		w.Current().New()
	}
	customer := func(w *app.Window) { begin(w); word(w, "nord"); keys(w, fyne.KeyReturn) }
	line := func(words, quantity string) func(*app.Window) {
		return func(w *app.Window) {
			word(w, words)
			keys(w, fyne.KeyReturn)
			word(w, quantity)
			keys(w, fyne.KeyReturn)
		}
	}
	pasted := func(w *app.Window) {
		customer(w)
		fyne.CurrentApp().Clipboard().SetContent(sampleRows(20))
		tap(w, "quote.paste")
	}
	return []scene{
		{"guide-customer", file, "", func(w *app.Window) { begin(w); word(w, "nord") }},
		{"guide-article", file, "", func(w *app.Window) { customer(w); word(w, "mug") }},
		{"guide-lines", file, "", func(w *app.Window) { customer(w); line("350-w", "720")(w); line("bwl", "360")(w); line("tea", "60")(w) }},
		{"guide-paste", file, "", pasted},
		{"guide-paper", file, "", func(w *app.Window) {
			pasted(w)
			w.Host().Question().Tap(w.Host().T("quote.paste.do"))
			w.Current().Keep(func() {})
			w.Open("documents", w.Current().(*orders.Screen).Chosen())
		}},
	}
}

// sampleRows are the first articles of the sample company as a buyer's workbook has them.
func sampleRows(n int) string {
	b, err := os.ReadFile(filepath.Join("assets", "sample", "products.csv"))
	if err != nil {
		return ""
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(b), "\ufeff"))).ReadAll()
	if err != nil {
		return ""
	}
	text := []string{"Item\tDescription\tQty"}
	for i, r := range rows[1 : n+1] {
		text = append(text, fmt.Sprintf("%s\t%s\t%d", r[0], r[1], 120+24*i))
	}
	return strings.Join(text, "\n")
}
