package sheet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tradewind/data"
)

// ErrShop reports a shop system that isn't one of [Shops].
var ErrShop = errors.New("unknown shop system")

// WriteShop writes the products that each hands out as the CSV file that a shop system imports: a row for each product and
// for each of its variants, with prices as they are in the product's currency, which those files don't name. Pictures are
// given as the web addresses among the notes; those in the data file stay where they are.
func WriteShop(w io.Writer, system string, each func(func(data.Product) error) error) error {
	s := &shopWriter{out: csv.NewWriter(w), handles: map[string]bool{}}
	headers, rows := wooHeaders, s.woo
	switch system {
	case WooCommerce:
	case Shopify:
		headers, rows = shopifyHeaders, s.shopify
	default:
		return fmt.Errorf("%w: %q", ErrShop, system)
	}
	err := s.out.Write(headers)
	if err == nil {
		err = each(func(p data.Product) error { return s.out.WriteAll(harmless(rows(p))) })
	}
	s.out.Flush()
	return errors.Join(err, s.out.Error())
}

// shopWriter writes the rows of a shop's file.
type shopWriter struct {
	out     *csv.Writer
	handles map[string]bool // those given away
}

var wooHeaders = []string{
	"Type", "SKU", "GTIN, UPC, EAN, or ISBN", "Name", "Published", "Visibility in catalog", "Description", "Weight (kg)", "Length (cm)", "Width (cm)", "Height (cm)",
	"Regular price", "Categories", "Images", "Parent", "Position", "Brands",
	"Attribute 1 name", "Attribute 1 value(s)", "Attribute 1 visible", "Attribute 1 global",
	"Attribute 2 name", "Attribute 2 value(s)", "Attribute 2 visible", "Attribute 2 global",
	"Attribute 3 name", "Attribute 3 value(s)", "Attribute 3 visible", "Attribute 3 global",
}

// woo returns the rows of a product: a simple one, or a variable one and its variations. A variant that is the product
// itself has no SKU there, because SKUs stand once.
func (s *shopWriter) woo(p data.Product) [][]string {
	live, names := sold(p)
	simple := len(live) == 1
	row := func(kind, sku, gtin, name string, v data.Variant, parent string, position int) []string {
		k := p.PackingOf(v.ID)
		cells := []string{
			kind, sku, gtin, name, "1", "visible", "", weighed(k.UnitNet), sided(k.UnitBox.Length), sided(k.UnitBox.Width), sided(k.UnitBox.Height),
			priced(p, v), "", "", parent, strconv.Itoa(position), "",
		}
		for i := range 3 {
			if i >= len(names) {
				cells = append(cells, "", "", "", "")
				continue
			}
			values := commaSafe(optionOf(v, names, i))
			if kind == "variable" {
				values = strings.Join(valuesOf(live, names, i), ", ")
			}
			cells = append(cells, names[i].title, values, "1", "0")
		}
		return cells
	}
	name := p.Name.In("en")
	kind := map[bool]string{true: "simple", false: "variable"}[simple]
	head := row(kind, p.SKU, live[0].GTIN, name, live[0], "", 0)
	head[6], head[12], head[13], head[16] = pageText(p.Description.In("en")), commaSafe(p.Category), strings.Join(p.PictureAddresses(), ", "), p.Brand
	rows := [][]string{head}
	if simple {
		return rows
	}
	for i, v := range live {
		sku := v.SKU
		if sku == p.SKU {
			if len(v.Attributes) == 0 {
				continue
			}
			sku = ""
		}
		rows = append(rows, row("variation", sku, v.GTIN, name, v, p.SKU, i+1))
	}
	return rows
}

var shopifyHeaders = []string{
	"Handle", "Title", "Body (HTML)", "Vendor", "Type", "Published", "Option1 Name", "Option1 Value", "Option2 Name", "Option2 Value", "Option3 Name", "Option3 Value",
	"Variant SKU", "Variant Grams", "Variant Inventory Policy", "Variant Fulfillment Service", "Variant Price", "Variant Requires Shipping", "Variant Taxable",
	"Variant Barcode", "Image Src", "Image Position", "Variant Weight Unit", "Cost per item", "Status",
}

// shopify returns the rows of a product: one for each variant, then one for each further picture. Grams are whole there.
func (s *shopWriter) shopify(p data.Product) [][]string {
	live, names := sold(p)
	handle, addresses := s.handle(p.SKU), p.PictureAddresses()
	var rows [][]string
	for i, v := range live {
		cells := make([]string, len(shopifyHeaders))
		cells[0] = handle
		if i == 0 {
			cells[1], cells[2], cells[3], cells[4], cells[5] = p.Name.In("en"), pageText(p.Description.In("en")), p.Brand, p.Category, "TRUE"
			cells[24] = "active"
		}
		for n := range 3 {
			switch {
			case n < len(names):
				cells[6+2*n], cells[7+2*n] = names[n].title, optionOf(v, names, n)
				if cells[7+2*n] == "" {
					cells[7+2*n] = noOption
				}
			case n == 0:
				cells[6], cells[7] = "Title", "Default Title"
			}
		}
		grams := p.PackingOf(v.ID).UnitNet.Kilograms().Shift(3).Round(0)
		cells[12], cells[13], cells[14], cells[15], cells[16] = v.SKU, grams.String(), "deny", "manual", priced(p, v)
		cells[17], cells[18], cells[19], cells[22] = "TRUE", "TRUE", v.GTIN, "kg"
		if p.Cost != nil && (p.CostCurrency == p.Currency || p.CostCurrency == "") {
			cells[23] = p.Cost.Shown(p.Currency)
		}
		rows = append(rows, cells)
	}
	for i, address := range addresses {
		if i >= len(rows) {
			rows = append(rows, make([]string, len(shopifyHeaders)))
			rows[i][0] = handle
		}
		rows[i][20], rows[i][21] = address, strconv.Itoa(i+1)
	}
	return rows
}

// handle makes the name of a page of an SKU: small letters, digits and hyphens, each name once.
func (s *shopWriter) handle(sku string) string {
	name := strings.Map(func(r rune) rune {
		if r = unicode.ToLower(r); r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, sku)
	if name = strings.Trim(name, "-"); name == "" {
		name = "product"
	}
	one := name
	for n := 2; s.handles[one]; n++ {
		one = name + "-" + strconv.Itoa(n)
	}
	s.handles[one] = true
	return one
}

// option is a column of attributes: one of them, or in the third column all that are left.
type option struct {
	title string
	names []string
}

// sold returns the variants that aren't archived, at least one, and their attributes in at most three columns.
func sold(p data.Product) ([]data.Variant, []option) {
	live := slices.DeleteFunc(slices.Clone(p.Variants), func(v data.Variant) bool { return v.Archived })
	if len(live) == 0 {
		live = []data.Variant{{SKU: p.SKU, GTIN: p.GTIN}}
	}
	var options []option
	for _, name := range (data.Product{Variants: live}).Attributes() {
		if len(options) < 3 {
			options = append(options, option{name, []string{name}})
			continue
		}
		last := &options[2]
		last.title, last.names = last.title+" / "+name, append(last.names, name)
	}
	return live, options
}

// optionOf returns what a variant has in a column.
func optionOf(v data.Variant, options []option, n int) string {
	var values []string
	for _, name := range options[n].names {
		if value := v.Attributes[name]; value != "" {
			values = append(values, value)
		}
	}
	return strings.Join(values, " / ")
}

// valuesOf returns what all variants have in a column, each once.
func valuesOf(list []data.Variant, options []option, n int) (values []string) {
	for _, v := range list {
		if value := commaSafe(optionOf(v, options, n)); value != "" && !slices.Contains(values, value) {
			values = append(values, value)
		}
	}
	return values
}

// commaSafe writes the commas of a value so that they don't part it.
func commaSafe(text string) string { return strings.ReplaceAll(text, ",", `\,`) }

// priced returns the price of a variant, "" when there is none.
func priced(p data.Product, v data.Variant) string {
	switch {
	case v.Price != nil:
		return v.Price.Shown(p.Currency)
	case p.Price != nil:
		return p.Price.Shown(p.Currency)
	}
	return ""
}

func weighed(w data.Weight) string {
	if w == 0 {
		return ""
	}
	return w.String()
}

func sided(l data.Length) string {
	if l == 0 {
		return ""
	}
	return l.String()
}

// harmless makes texts harmless for spreadsheets (see guard.go).
func harmless(rows [][]string) [][]string {
	for _, row := range rows {
		for i := range row {
			if row[i] != noOption {
				row[i] = guard(row[i])
			}
		}
	}
	return rows
}
