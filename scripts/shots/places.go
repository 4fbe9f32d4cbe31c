package main

import (
	"tradewind/app"
	"tradewind/screens/kit"
	"tradewind/screens/products"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// overForm is what a form has over it at most: the head of the screen and the bar of sections.
const overForm = 120

// section takes a product's form to a section, as the merchant does who types its title into the chooser of sections.
func section(w *app.Window, key string) {
	w.Current().(*products.Screen).Jump()
	word(w, w.Host().T(key))
	keys(w, fyne.KeyReturn)
}

// under scrolls the form of the current screen until the title or label of key stands near its top: by what is written
// there, so that a picture goes on showing it when something is put in above.
func under(w *app.Window, key string) {
	scroll(w, 0)
	for _, o := range test.LaidOutObjects(w.Win().Content()) {
		if t, ok := o.(*kit.Text); ok && t.Text == w.Host().T(key) {
			if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(t).Y; y > overForm {
				scroll(w, y-overForm)
				return
			}
		}
	}
}

// productSections are the pictures of a product's form, section by section, long ones in parts.
func productSections(file, prefix, sku string) (list []scene) {
	for _, one := range []struct{ name, section, part string }{
		{"top", "screen.product.article", ""},
		{"prices", "screen.product.prices", ""},
		{"suppliers", "screen.product.prices", "product.offers"},
		{"variants", "product.variants.title", ""},
		{"customs", "screen.product.customs", ""},
		{"duties", "screen.product.customs", "product.tax_rates"},
		{"danger", "screen.product.customs", "product.danger.un"},
		{"packing", "screen.product.packing", ""},
		{"pallet", "screen.product.packing", "product.pallet_per_layer"},
		{"texts", "screen.product.texts", ""},
		{"markets", "saletext.title", ""},
		{"pictures", "screen.product.pictures", ""},
	} {
		list = append(list, scene{prefix + one.name, file, "", func(w *app.Window) {
			w.Open("products", sku)
			if section(w, one.section); one.part != "" {
				under(w, one.part)
			}
		}})
	}
	return list
}
