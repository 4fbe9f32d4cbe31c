package main

import (
	"context"
	"fmt"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/products"
)

// tees puts an article in 200 sizes and colours beside those of the trade file. Two GTINs are wrong.
func tees(ctx context.Context, st *store.Store) error {
	if err := goods(ctx, st); err != nil {
		return err
	}
	price := data.UnitPrice(4_200_000)
	p := data.Product{
		SKU: "TEE", Name: data.Texts{"en": "T-shirt, cotton", "zh": "纯棉T恤"}, Category: "Textiles", Unit: "PCS",
		Price: &price, Currency: "USD", HSCode: "61091000", Origin: "CN",
	}
	colours := []string{"black", "white", "navy blue", "heather grey", "a colour with a long name, such as buyers give"}
	for i := range 200 {
		v := data.Variant{SKU: fmt.Sprintf("TEE-%03d", i), Attributes: map[string]string{"size": fmt.Sprint(92 + i/5*2), "colour": colours[i%5]}, UnitNet: data.Weight(140_000 + i*500)}
		switch {
		case i == 0:
			v.SKU = p.SKU
		case i%40 == 5:
			v.GTIN = "4006381333932"
		case i < 12:
			v.GTIN = "4006381333931"
		}
		p.Variants = append(p.Variants, v)
	}
	_, err := st.Products.Save(ctx, p)
	return err
}

// bulkScenes are the pictures of changing many things at once.
func bulkScenes(file string) []scene {
	variants := func(from, to int) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("products", "TEE")
			w.Current().(*products.Screen).ShowVariants(3, from, to)
		}
	}
	ticked := func(then func(*products.Screen)) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("products", "TEE")
			s := w.Current().(*products.Screen)
			s.Finder.Tick(0, false)
			s.Finder.Tick(2, false)
			then(s)
		}
	}
	taking := func(preview bool) func(*app.Window) {
		return func(w *app.Window) {
			w.Open("products", "TEE")
			w.Current().(*products.Screen).ShowTake("LAMP-2", preview)
		}
	}
	return []scene{
		{"take-parts", file, "", taking(false)},
		{"take-preview", file, "", taking(true)},
		{"many-ticked", file, "", ticked(func(*products.Screen) {})},
		{"many-fields", file, "", ticked(func(s *products.Screen) { s.ShowMany(false) })},
		{"many-preview", file, "", ticked(func(s *products.Screen) { s.ShowMany(true) })},
		{"many-preview-dark", file, "dark", ticked(func(s *products.Screen) { s.ShowMany(true) })},
		{"variants-grid", file, "", variants(2, 7)},
		{"variants-grid-end", file, "", variants(195, 199)},
		{"variants-grid-dark", file, "dark", variants(2, 7)},
	}
}
