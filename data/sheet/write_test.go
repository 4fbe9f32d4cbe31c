package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tradewind/data"

	"github.com/xuri/excelize/v2"
)

// awkward are texts that files are apt to change.
var awkward = []string{
	"=1+1", "+44 1", "-5", "@SUM(A1)", "'=1", "''=1", "'quoted'", "007", "1,5", "1e5", "TRUE", "#REF!", "'#N/A", "a\nb", "a\tb", "\"x\"", "x;y|z", "µ² Ω 杯子 كوب 😀",
	"_x0041_", "_x0001_", "_x005F_x0001_", "\x01\x1b", "＝1", "NULL", "2026-11-22", "<b>&amp;</b>", " leading", "trailing ", "|x", "%y", "a\u2028b", "\ufeffmark", strings.Repeat("长", 5000),
}

// export writes with write and returns the path.
func export(t *testing.T, format string, write func(w *bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "export."+format)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// list hands out records one by one.
func list[T any](records []T) func(func(T) error) error {
	return func(yield func(T) error) error {
		for _, r := range records {
			if err := yield(r); err != nil {
				return err
			}
		}
		return nil
	}
}

// patches reads all rows of an export.
func patches(t *testing.T, path string, target Target) []data.Patch {
	t.Helper()
	f, err := Open(path, target, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []data.Patch
	for p, err := range f.Rows() {
		if err != nil {
			t.Fatalf("%s row %d: %v", path, p.Row, err)
		}
		rows = append(rows, p)
	}
	return rows
}

// sampleProduct returns a product with every exported field set.
func sampleProduct(t *testing.T, i int, words string) data.Product {
	t.Helper()
	p, wrong := data.Patch{Values: map[string]string{
		"sku": fmt.Sprintf("%03d", i), "name": words, "name_zh": "杯" + words, "description": words, "category": "Cups", "unit": "PCS",
		"price": fmt.Sprintf("%d.123456", i), "currency": "USD", "cost": "12.5", "cost_currency": "CNY", "hs_code": "0101210000", "origin": "CN",
		"gtin": "0400638133393", "pcs_per_carton": "24", "carton_length_cm": "48.55", "carton_width_cm": "38", "carton_height_cm": "32.1",
		"carton_gross_kg": "12.345678", "carton_net_kg": "11", "unit_net_kg": "0.35", "moq": "1000", "safety_stock": "12.5", "supplier": "Ningbo & Co",
	}}.Product(data.Product{}, "")
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	p.ID = int64(i + 1)
	return p
}

func TestProductsComeBackAsTheyWentOut(t *testing.T) {
	products := []data.Product{{Record: data.Record{ID: 99}, SKU: "bare", Name: data.Texts{"de": "nur deutsch"}}}
	for i, words := range awkward {
		products = append(products, sampleProduct(t, i, words))
	}
	large := data.UnitPrice(9_123_456_789_012_345_678)
	products[1].Price = &large
	for _, format := range []string{"csv", "xlsx"} {
		rows := patches(t, export(t, format, func(w *bytes.Buffer) error { return WriteProducts(w, format, list(products)) }), Products)
		if len(rows) != len(products) {
			t.Fatalf("%s: %d rows", format, len(rows))
		}
		for i, row := range rows {
			back, wrong := row.Product(products[i], "EUR")
			if len(wrong) > 0 || i > 0 && !reflect.DeepEqual(back, products[i]) {
				t.Errorf("%s: %+v\ncame back as %+v %v", format, products[i], back, wrong)
			}
			fresh, wrong := row.Product(data.Product{}, "EUR")
			if fresh.ID = products[i].ID; len(wrong) > 0 || i > 0 && !reflect.DeepEqual(fresh, products[i]) {
				t.Errorf("%s: into an empty file: %+v\nbecame %+v %v", format, products[i], fresh, wrong)
			}
		}
	}
}

func TestPartnersOrdersAndStockComeBackAsTheyWentOut(t *testing.T) {
	partner := data.Partner{
		Code: "007", Party: data.Party{
			Name: "ACME", LocalName: "信风", TaxID: "DE123", Contact: "Jo", Email: "a@b.de", Phone: "+49 30",
			Address: data.Address{Street: "Street 1\nYard", City: "Berlin", Region: "BE", PostalCode: "01067", Country: "DE"},
		},
		Roles: []data.Role{data.Customer, data.Supplier}, Fax: "=1", Language: "de", Currency: "EUR", PaymentTerms: "30% T/T",
	}
	order := data.Order{
		No: "SO-1", Date: "2026-11-22", Status: data.Draft, CustomerID: 3, Customer: "007", Currency: "EUR", Freight: 1230, Insurance: 5, RequiredDate: "2026-12-01",
		Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"},
		Lines: []data.OrderLine{
			{VariantID: 1, SKU: "A", Quantity: -2500, Unit: "PCS", Price: 3_255_000, Discount: 12_500_000, Description: data.Texts{"en": "=x"}},
			{VariantID: 1, SKU: "A", Quantity: 1000, Unit: "SETS", Price: 0},
		},
	}
	empty := data.Order{No: "SO-2", Customer: "007", CustomerID: 3, Currency: "JPY", Freight: 12, Status: data.Draft}
	level := data.Level{SKU: "A", Warehouse: "=W", Lot: "0012", Expiry: "2027-01-31", Quantity: -1500}
	article := func(sku string) (data.Product, data.Variant, bool) {
		return data.Product{}, data.Variant{ID: 1, SKU: sku}, true
	}
	customer := func(code string) (data.Partner, bool) {
		return data.Partner{Record: data.Record{ID: 3}, Code: code}, true
	}
	for _, format := range []string{"csv", "xlsx"} {
		rows := patches(t, export(t, format, func(w *bytes.Buffer) error { return WritePartners(w, format, list([]data.Partner{partner})) }), Partners)
		if back, wrong, _ := rows[0].Partner(data.Partner{}); len(wrong) > 0 || !reflect.DeepEqual(back, partner) {
			t.Errorf("%s: %+v\ncame back as %+v %v", format, partner, back, wrong)
		}
		rows = patches(t, export(t, format, func(w *bytes.Buffer) error { return WriteOrders(w, format, list([]data.Order{order, empty})) }), Orders)
		for i, want := range []data.Order{order, empty} {
			part := rows[:2]
			if i == 1 {
				part = rows[2:]
			}
			back, wrong, _ := data.MergeOrder(data.Order{}, part, data.OrderFinds{Product: article, Customer: customer, Home: "USD"})
			if len(wrong) > 0 || !reflect.DeepEqual(back, want) {
				t.Errorf("%s: %+v\ncame back as %+v %v", format, want, back, wrong)
			}
		}
		rows = patches(t, export(t, format, func(w *bytes.Buffer) error { return WriteStock(w, format, list([]data.Level{level})) }), Stock)
		if back, wrong := rows[0].Level(); len(wrong) > 0 || back != level {
			t.Errorf("%s: %+v came back as %+v %v", format, level, back, wrong)
		}
	}
}

func TestNoTextOfAnExportIsAFormula(t *testing.T) {
	var products []data.Product
	for i, words := range awkward {
		products = append(products, sampleProduct(t, i, words))
	}
	b, err := os.ReadFile(export(t, "csv", func(w *bytes.Buffer) error { return WriteProducts(w, "csv", list(products)) }))
	if err != nil || !bytes.HasPrefix(b, []byte("\xef\xbb\xbfsku,name")) {
		t.Fatalf("%.20q %v", b, err)
	}
	for cell := range strings.SplitSeq(string(b), ",") {
		if cell = strings.TrimPrefix(cell, `"`); cell != "" && strings.ContainsRune("=+-@\t\r＝", []rune(cell)[0]) {
			t.Errorf("a cell begins like a formula: %q", cell)
		}
	}
	path := export(t, "xlsx", func(w *bytes.Buffer) error { return WriteProducts(w, "xlsx", list(products)) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for row := 2; row < len(products)+2; row++ {
		for _, column := range []string{"A", "B", "C", "D"} {
			ref := fmt.Sprint(column, row)
			formula, err := f.GetCellFormula("products", ref)
			kind, err2 := f.GetCellType("products", ref)
			if formula != "" || kind != excelize.CellTypeInlineString || errors.Join(err, err2) != nil {
				t.Errorf("%s is of type %v with formula %q: %v %v", ref, kind, formula, err, err2)
			}
		}
		if kind, _ := f.GetCellType("products", fmt.Sprint("I", row)); kind == excelize.CellTypeInlineString && row > 2 {
			t.Errorf("the cost in row %d isn't a number", row)
		}
	}
	if d, err := f.GetSheetDimension("products"); err != nil || d != "" {
		t.Errorf("a used range of %s, which isn't right: %v", d, err)
	}
}

func TestExportsThatCannotBeWrittenSaySo(t *testing.T) {
	var b bytes.Buffer
	if err := WriteStock(&b, "pdf", list([]data.Level{})); !errors.Is(err, ErrFormat) {
		t.Error(err)
	}
	var wrong data.Problems
	p := sampleProduct(t, 1, strings.Repeat("x", 40_000))
	if err := WriteProducts(&b, "xlsx", list([]data.Product{p})); !errors.As(err, &wrong) || wrong[0].Key != "problem.text_too_long" {
		t.Error(err)
	}
	stop := errors.New("stop")
	if err := WriteProducts(&b, "csv", func(func(data.Product) error) error { return stop }); !errors.Is(err, stop) {
		t.Error(err)
	}
}
