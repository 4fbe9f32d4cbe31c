package products

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// variantTable is the sizes, colours and plugs of the article. The article itself is the first variant; its row is there
// when it has attributes or isn't the only one.
func (e *editor) variantTable() {
	e.variants = e.addTable("variants", "product.variants", []column{
		{"screen.product.sku", 3.3}, {"product.attributes", 5.1}, {"screen.product.gtin", 4.1}, {"screen.product.price", 1.6}, {"product.net", 2},
	}, func(p data.Product) (rows [][]string) {
		if len(p.Variants) == 1 && len(p.Variants[0].Attributes) == 0 {
			return nil
		}
		for _, v := range p.Variants {
			if !v.Archived {
				rows = append(rows, []string{v.SKU, attributesText(v.Attributes), v.GTIN, price(v.Price, p.Currency), kit.Figure(v.UnitNet)})
			}
		}
		return rows
	}, readVariants)
	e.variants.grid.Check = func(row []string, column int) string { return checkVariant(e.host, row[column], column) }
}

// variantTools stand under the variants: what is done with many at once, and the keys for it.
func (e *editor) variantTools() fyne.CanvasObject {
	t := e.host.T
	down := kit.NewButton(t("grid.fill"), theme.MoveDownIcon(), func() { e.variants.grid.FillDown() })
	return kit.Pile(kit.Tight, kit.NewHint(t("grid.keys")), kit.Row(kit.Small, e.spreadButton(), down, kit.Spring()))
}

// ShowVariants scrolls to the variants and chooses rows of a column, as Shift with the arrows does.
func (s *Screen) ShowVariants(column, from, to int) {
	s.FocusOn("variants")
	s.editor.variants.grid.Choose(column, from, to)
}

// checkVariant says what looks wrong with one field of a variant.
func checkVariant(host *kit.Host, text string, column int) string {
	var err error
	switch text = strings.TrimSpace(text); {
	case text == "":
	case column == 2:
		if key, args := data.GTINDoubt(text); key != "" {
			return host.Problem(key, args)
		}
	case column == 3:
		_, err = data.ParseUnitPrice(kit.PlainNumber(text))
	case column == 4:
		_, err = data.ParseKilograms(kit.PlainNumber(text))
	}
	if err != nil {
		return host.T(kit.NumberProblem(err))
	}
	return ""
}

// readVariants takes the rows for the variants. A row is the variant that had its SKU; a new SKU in the place of one that
// is gone is that variant under another number. What was put away stays so.
func readVariants(p *data.Product, rows []*kit.GridRow) {
	old := p.Variants
	if len(rows) == 0 {
		if len(old) == 1 {
			first := old[0]
			first.Attributes = nil
			p.Variants = []data.Variant{first}
		}
		return
	}
	live := slices.DeleteFunc(slices.Clone(old), func(v data.Variant) bool { return v.Archived })
	stays := func(sku string) bool {
		return slices.ContainsFunc(rows, func(r *kit.GridRow) bool { return r.Text(0) == sku })
	}
	var list []data.Variant
	for i, r := range rows {
		var v data.Variant
		if at := slices.IndexFunc(live, func(o data.Variant) bool { return o.SKU == r.Text(0) }); at >= 0 {
			v = live[at]
		} else if i < len(live) && !stays(live[i].SKU) {
			v = live[i]
		}
		v.SKU, v.GTIN = r.Text(0), r.Text(2)
		v.Attributes = attributesOf(r, 1)
		v.Price, v.UnitNet = kit.GridOptional(r, 3, data.ParseUnitPrice), kit.GridNumber(r, 4, data.ParseKilograms)
		list = append(list, v)
	}
	for _, v := range old {
		if v.Archived {
			list = append(list, v)
		}
	}
	p.Variants = list
}

// attributesText writes attributes as "colour: red, size: L".
func attributesText(attributes map[string]string) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		parts = append(parts, name+": "+attributes[name])
	}
	return strings.Join(parts, ", ")
}

// attributesOf reads them. A part without a colon goes on with the value before it: values may hold commas.
func attributesOf(r *kit.GridRow, column int) map[string]string {
	attributes, last := map[string]string{}, ""
	for _, part := range parted(r.Text(column), ",，;；、") {
		name, value, ok := strings.Cut(strings.ReplaceAll(part[1], "：", ":"), ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		switch {
		case !ok && last != "":
			attributes[last] += part[0] + strings.TrimRight(part[1], " ")
		case ok && name != "" && value != "":
			attributes[name], last = value, name
		case strings.TrimSpace(part[1]) != "":
			r.Wrong(column, "product.attributes.wrong")
		}
	}
	if len(attributes) == 0 {
		return nil
	}
	return attributes
}

// parted splits text at any of these marks: pairs of the mark in front and what follows it.
func parted(text, marks string) (parts [][2]string) {
	mark := ""
	for {
		end := strings.IndexAny(text, marks)
		if end < 0 {
			return append(parts, [2]string{mark, text})
		}
		parts = append(parts, [2]string{mark, text[:end]})
		_, size := utf8.DecodeRuneInString(text[end:])
		mark, text = text[end:end+size], text[end+size:]
	}
}

// spread makes variants of every combination of the values: "size: S, M, L" and "colour: red, blue" give six. Their SKUs
// are the article's with the values behind it. Combinations that are there already stay as they are.
func spread(p data.Product, names []string, values [][]string) []data.Variant {
	list := slices.Clone(p.Variants)
	if len(list) == 0 { // the article itself comes first
		list = []data.Variant{{SKU: p.SKU}}
	}
	for _, combination := range combinations(values) {
		attributes := map[string]string{}
		sku := p.SKU
		for i, name := range names {
			attributes[name] = combination[i]
			sku += "-" + skuPart(combination[i])
		}
		known := func(v data.Variant) bool { return maps.Equal(v.Attributes, attributes) || v.SKU == sku }
		if !slices.ContainsFunc(list, known) {
			list = append(list, data.Variant{SKU: sku, Attributes: attributes})
		}
	}
	return list
}

// combinations returns one of each of values, in all ways.
func combinations(values [][]string) [][]string {
	all := [][]string{nil}
	for _, one := range values {
		var next [][]string
		for _, begun := range all {
			for _, v := range one {
				next = append(next, append(slices.Clone(begun), v))
			}
		}
		all = next
	}
	return all
}

// skuPart is a value as an SKU can hold it.
func skuPart(value string) string {
	return strings.ToUpper(strings.Join(strings.Fields(strings.NewReplacer("/", " ", ",", " ").Replace(value)), ""))
}
