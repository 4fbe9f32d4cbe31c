package sheet

import (
	"slices"
	"strings"

	"tradewind/data"
)

// A catalogue is a workbook with all there is of products: a sheet of products, and one for each list that belongs to
// them, whose rows name their product by its SKU. It says everything: what is empty in it is empty afterwards, and a
// product without rows on a sheet has none of them. Only a sheet or a column that isn't there changes nothing.
//
// Pictures lie in their rows with the bytes they have in the store. Other files, such as scans, stand as base64 on a
// sheet of their own, because programs that save a workbook keep nothing but its cells and pictures.

// named is a column of a catalogue's sheet and a pointer to what it holds.
type named struct {
	name string
	at   any
}

// cataloguePart is one sheet of a catalogue.
type cataloguePart interface {
	title() string
	path() string // of the list in the product's problems, as "price_ladder"
	headers() []string
	rows(p *data.Product) [][]named
	read(p *data.Product, t *takenRows)
}

// listPart is a sheet whose rows are of type R.
type listPart[R any] struct {
	name, list string
	fields     func(*R) []named
	of         func(*data.Product) []R
	take       func(*data.Product, []R, *takenRows)
}

func (l listPart[R]) title() string { return l.name }
func (l listPart[R]) path() string  { return l.list }

// headers returns the columns behind the SKU's.
func (l listPart[R]) headers() []string {
	var shape R
	var names []string
	for _, f := range l.fields(&shape) {
		names = append(names, f.name)
	}
	return names
}

// rows returns the cells of p's rows, without the SKU.
func (l listPart[R]) rows(p *data.Product) [][]named {
	list := l.of(p)
	all := make([][]named, len(list))
	for i := range list {
		all[i] = l.fields(&list[i])
	}
	return all
}

// read puts the rows of p into it.
func (l listPart[R]) read(p *data.Product, t *takenRows) {
	list := make([]R, len(t.rows))
	for i := range t.rows {
		for _, f := range l.fields(&list[i]) {
			t.into(i, f)
		}
	}
	if len(list) == 0 {
		list = nil
	}
	l.take(p, list, t)
}

// catalogueParts are the sheets behind that of the products, in their order.
var catalogueParts = []cataloguePart{
	textsPart, listingsPart, picturesPart, variantsPart, attributesPart, pricesPart, suppliersPart, buyersPart, packingPart,
	elementsPart, taxRatesPart, dutiesPart, certificatesPart,
}

// The sheets that aren't lists of a product.
const (
	productsTitle = "Products"
	filesTitle    = "Files"
)

// isCatalogue reports whether sheets are those of a catalogue: products and at least two of their lists.
func isCatalogue(sheets []string) bool {
	known := 0
	for _, p := range catalogueParts {
		if hasTitle(sheets, p.title()) {
			known++
		}
	}
	return known >= 2 && hasTitle(sheets, productsTitle)
}

func hasTitle(sheets []string, title string) bool {
	return slices.ContainsFunc(sheets, func(s string) bool { return strings.EqualFold(s, title) })
}

// catalogueProduct is a row of the sheet of products.
type catalogueProduct struct {
	*data.Product
	supplierCode, supplierName string
}

// fields returns the columns of the sheet of products.
func (r *catalogueProduct) fields() []named {
	p := r.Product
	return []named{
		{"sku", &p.SKU},
		{"category", &p.Category},
		{"brand", &p.Brand},
		{"model", &p.Model},
		{"composition", &p.Composition},
		{"unit", &p.Unit},
		{"price", &p.Price},
		{"currency", &p.Currency},
		{"cost", &p.Cost},
		{"cost_currency", &p.CostCurrency},
		{"supplier_code", &r.supplierCode},
		{"supplier", &r.supplierName},
		{"hs_code", &p.HSCode},
		{"hs_edition", &p.HSEdition},
		{"origin", &p.Origin},
		{"gtin", &p.GTIN},
		{"moq", &p.MOQ},
		{"safety_stock", &p.SafetyStock},
		{"max_stock", &p.MaxStock},
		{"lead_time", &p.LeadTime},
		{"un_number", &p.Danger.UN},
		{"danger_class", &p.Danger.Class},
		{"packing_group", &p.Danger.PackingGroup},
		{"shipping_name", &p.Danger.Name},
		{"battery_kind", &p.Battery.Kind},
		{"battery_watt_hours", &p.Battery.WattHours},
		{"battery_lithium_kg", &p.Battery.Lithium},
		{"battery_count", &p.Battery.Count},
		{"un383_report", &p.Battery.Tested},
		{"msds", &p.Battery.MSDS},
		{"notes", &p.Notes},
	}
}
