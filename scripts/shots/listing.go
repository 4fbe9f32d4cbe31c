package main

import (
	"context"
	"time"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/products"
)

// listed puts texts for markets and keywords into a file with the trade's articles.
func listed(ctx context.Context, st *store.Store) error {
	if err := trade(ctx, st); err != nil {
		return err
	}
	modules := []data.Module{{Kind: "parameters", Text: "500 ml, 26 cm, 350 g"}, {Kind: "use", Text: "Hiking, office, school"}, {Kind: "material", Text: "Inside 304, outside 201 stainless steel"}}
	for sku, list := range map[string][]data.Listing{
		"BOTTLE-02": {
			{Market: "alibaba", Language: "en", Title: "Best seller 500 ml stainless steel vacuum bottle, double wall", Points: []string{"Keeps hot for 12 hours", "Leak-proof lid", "100% quality guaranteed"}, Keywords: []string{"vacuum bottle", "thermos", "flask"}, Modules: modules},
			{Market: "amazon", Language: "de", Title: "Isolierflasche 500 ml aus Edelstahl, doppelwandig, auslaufsicher, für Wandern, Büro und Schule", Points: []string{"Hält 12 Stunden heiß"}, Keywords: []string{"Thermosflasche"}},
		},
		"BOTTLE-03": {{Market: "ebay", Language: "en", Title: "Vacuum bottle 350 ml with rope"}},
		"LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML": {
			{Market: "amazon", Language: "en", Title: longText + "!", Points: []string{longText, longText}, Keywords: []string{longText}, Modules: []data.Module{{Kind: "parameters", Text: longText + longText}}},
			{Market: "alibaba", Language: "zh", Title: longChinese},
		},
	} {
		p, err := st.Products.BySKU(ctx, sku)
		if err != nil {
			return err
		}
		p.Listings = list
		if _, err := st.Products.Save(ctx, p); err != nil {
			return err
		}
	}
	for sku, person := range map[string]string{"BOTTLE-02": "Wang Fang", "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML": longText} {
		p, err := st.Products.BySKU(ctx, sku)
		if err != nil {
			return err
		}
		if _, err := st.Products.Tick(ctx, p.ID, person); err != nil {
			return err
		}
	}
	return searched(ctx, st)
}

// searched fills the keyword library.
func searched(ctx context.Context, st *store.Store) error {
	today := data.DateOf(time.Now())
	for _, k := range []data.Keyword{
		{Language: "en", Word: "vacuum bottle", Note: "most searched on Alibaba.com", Reviewed: today},
		{Language: "en", Word: "bottle", Reviewed: "2026-09-01"},
		{Language: "en", Word: "flask with a name that nobody uses"},
		{Language: "zh", Word: "保温杯", Note: "平台热搜词", Reviewed: today},
		{Language: "de", Word: "Thermosflasche", Note: longText, Reviewed: today},
		{Language: "fr", Word: longText, Note: longText},
	} {
		if _, err := st.Keywords.Save(ctx, k); err != nil {
			return err
		}
	}
	return nil
}

// listingScenes are the pictures of what markets show.
func listingScenes(file string) []scene {
	on := func(sku string, finding int) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("products", sku)
			w.Current().(*products.Screen).ShowTexts(finding)
		}
	}
	return []scene{
		{"listing-texts", file, "", on("BOTTLE-02", 0)},
		{"listing-findings", file, "", on("BOTTLE-02", 1)},
		{"listing-findings-dark", file, "dark", on("BOTTLE-02", 1)},
		{"keywords-shown", file, "", func(w *app.Window) { w.Open("keywords", "en bottle") }},
		{"listing-ticks", file, "", func(w *app.Window) {
			w.Open("products", "BOTTLE-02")
			w.Current().(*products.Screen).FocusOn("listing_ticks")
		}},
		{"listing-tick-asked", file, "", func(w *app.Window) {
			w.Open("products", "BOTTLE-02")
			w.Current().(*products.Screen).ShowTick()
		}},
		{"listing-none", file, "", on("BOTTLE-05", 0)},
		{"listing-long", file, "", on("LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", 0)},
		{"listing-long-findings", file, "", on("LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", 1)},
	}
}
