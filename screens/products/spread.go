package products

import (
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2/theme"
)

// spreadButton asks for the values that variants are made of.
func (e *editor) spreadButton() *kit.Button {
	return kit.NewButton(e.host.T("product.spread"), theme.ContentAddIcon(), e.askSpread)
}

// maxSpread is how many variants are made at once.
const maxSpread = 200

func (e *editor) askSpread() {
	t := e.host.T
	form := kit.NewPart(e.host)
	grid := kit.NewGrid(e.host, kit.GridColumn{Title: t("product.spread.name"), Share: 1}, kit.GridColumn{Title: t("product.spread.values"), Share: 3})
	grid.Set([][]string{{t("product.spread.size"), ""}, {t("product.spread.colour"), ""}})
	form.Add(kit.Field{ID: "values", Label: "product.spread.text", Span: kit.Whole, Control: grid.Content})
	form.OnChanged = func() {}
	grid.OnChanged = func() { form.Relayout() }
	e.host.AskWith(t("product.spread"), kit.Wide(520, form.Content),
		kit.Choice{Word: t("product.spread.do"), Main: true, Then: func() { e.spreadOver(grid) }}, kit.Choice{Word: t("screen.cancel")})
	e.host.Focus(grid.Entry(0, 1))
}

// spreadOver puts the variants of all combinations into the grid. The merchant goes over them before saving.
func (e *editor) spreadOver(grid *kit.Grid) {
	var bad data.Problems
	var names []string
	var values [][]string
	total := 1
	for _, r := range grid.Rows("values", &bad) {
		list := strings.FieldsFunc(r.Text(1), func(c rune) bool { return strings.ContainsRune(",，;；、\n", c) })
		for i := range list {
			list[i] = strings.TrimSpace(list[i])
		}
		if len(list) > 0 && r.Text(0) != "" {
			names, values = append(names, r.Text(0)), append(values, list)
			total *= len(list)
		}
	}
	if len(names) == 0 || total > maxSpread {
		if total > maxSpread {
			e.host.Tell(e.host.T("product.spread"), e.host.T("product.spread.many", "Count", total, "Limit", maxSpread))
		}
		return
	}
	p := data.Product{SKU: e.form.Text("sku")}
	readVariants(&p, e.variants.grid.Rows("variants", &bad))
	p.Variants = spread(p, names, values)
	e.variants.grid.Set(e.variants.show(p))
	e.variants.grid.OnChanged()
}
