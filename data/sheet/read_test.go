package sheet

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind/data"

	"github.com/xuri/excelize/v2"
)

// file writes content to a file and returns its path.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// read opens a file and returns its rows and everything wrong with it as "row:field: key".
func read(t *testing.T, path string, target Target, o Options) (rows []map[string]string, wrong []string) {
	t.Helper()
	f, err := Open(path, target, o)
	if err != nil {
		return nil, words(t, err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	for p, err := range f.Rows() {
		if err != nil {
			wrong = append(wrong, words(t, err)...)
			continue
		}
		rows = append(rows, p.Values)
	}
	return rows, wrong
}

// words returns the problems in err as text.
func words(t *testing.T, err error) []string {
	t.Helper()
	var problems data.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("not a problem for the user: %v", err)
	}
	list := make([]string, len(problems))
	for i, p := range problems {
		list[i] = fmt.Sprintf("%d:%s: %s", p.Row, p.Field, strings.TrimPrefix(p.Key, "problem."))
	}
	return list
}

// single reads a one-row CSV file of products.
func single(t *testing.T, header, cells string, o Options) (map[string]string, []string) {
	t.Helper()
	rows, wrong := read(t, file(t, "one.csv", header+"\n"+cells+"\n"), Products, o)
	if len(rows) == 0 {
		return nil, wrong
	}
	return rows[0], wrong
}

// book writes a workbook with one sheet.
func book(t *testing.T, rows [][]any, with func(f *excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	for i, r := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &r); err != nil {
			t.Fatal(err)
		}
	}
	if with != nil {
		with(f)
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := errors.Join(f.SaveAs(path), f.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestHeadersAreRecognisedInBothLanguages(t *testing.T) {
	for header, want := range map[string]string{
		"SKU": "sku", "Item No.": "sku", "货号": "sku", "产品编号*": "sku", "seller-sku": "sku", "item_sku": "sku", "Variant SKU": "sku", "SKU(货号)": "sku",
		"SKU / 货号": "sku", "品名 Name": "name", "Product Name": "name", "中文品名": "name_zh", "Name (Chinese)": "name_zh", "英文品名": "name", "Title": "name",
		"Regular price": "price", "单价（USD）": "price", "FOB Price US$": "price", "Variant Price": "price", "Unit Price (RMB)": "price", "standard_price": "price",
		"Gross weight (kg)": "carton_gross_kg", "毛重(KG)": "carton_gross_kg", "G.W.": "carton_gross_kg", "GW/CTN (kgs)": "carton_gross_kg", "N.W.(KG)": "carton_net_kg",
		"Net weight per unit (g)": "unit_net_kg", "Weight (kg)": "unit_net_kg", "Variant Grams": "unit_net_kg", "单重(g)": "unit_net_kg",
		"外箱尺寸 长": "carton_length_cm", "外箱宽(cm)": "carton_width_cm", "Carton H (mm)": "carton_height_cm", "carton_length_cm": "carton_length_cm",
		"外箱尺寸(长*宽*高)": "carton_size", "Carton size L*W*H (cm)": "carton_size", "箱规": "carton_size", "Meas. (cm)": "carton_size",
		"PCS/CTN": "pcs_per_carton", "装箱数": "pcs_per_carton", "件/箱": "pcs_per_carton", "Qty/CTN (pcs)": "pcs_per_carton",
		"H.S. Code": "hs_code", "海关编码": "hs_code", "HS编码": "hs_code", "Country of Origin": "origin", "原产国": "origin",
		"MOQ (pcs)": "moq", "起订量": "moq", "Variant Inventory Qty": "stock", "Stock": "stock", "库存": "stock", "Low stock amount": "safety_stock",
		"Vendor": "supplier", "供应商": "supplier", "EAN": "gtin", "条形码": "gtin", "GTIN, UPC, EAN, or ISBN": "gtin", "Cost per item": "cost", "采购价": "cost",
		"Categories": "category", "Image Src": "image", "币种": "currency", "计量单位": "unit", "No.": "", "Weight (gross)": "", "Remark": "", "In stock?": "",
		"Length (cm)": "", "Sale price": "",
	} {
		m, _ := indexes[Products].recognise(header)
		if m.field.name != want {
			t.Errorf("%q is %q, want %q", header, m.field.name, want)
		}
	}
	for target, headers := range map[Target]map[string]string{
		Partners: {"customerID": "code", "companyName": "name", "公司名称": "name", "联系人": "contact", "postalCode": "postal_code", "邮编": "postal_code", "State/Province": "region", "国家/地区": "country", "E-mail": "email", "VAT No.": "tax_id", "付款方式": "payment_terms", "contactTitle": ""},
		Orders:   {"orderID": "order_no", "订单号": "order_no", "Qty": "quantity", "数量": "quantity", "单价": "unit_price", "Discount %": "discount_percent", "运费": "freight", "交货日期": "required_date", "客户": "customer", "Incoterms": "incoterm", "贸易术语": "incoterm", "shipName": ""},
		Stock:    {"货号": "sku", "仓库": "warehouse", "批号": "lot", "有效期": "expiry", "Expiry date": "expiry", "数量": "quantity", "On hand": "quantity"},
		Rates:    {"日期": "date", "Base currency": "base", "报价货币": "quote", "汇率": "rate"},
	} {
		for header, want := range headers {
			if m, _ := indexes[target].recognise(header); m.field.name != want {
				t.Errorf("%s: %q is %q, want %q", target, header, m.field.name, want)
			}
		}
	}
}

func TestFiguresAreReadAsWritten(t *testing.T) {
	cases := []struct{ header, cell, field, want, wrong string }{
		{"price", "3.25", "price", "3.25", ""},
		{"price", `"3,25"`, "price", "3.25", ""},
		{"price", `"1.234,56"`, "price", "1234.56", ""},
		{"price", `"1,234.56"`, "price", "1234.56", ""},
		{"price", `"1,234"`, "", "", "2:price: number_ambiguous"}, // nothing in the file says what its comma is
		{"price", `"1 234,50"`, "price", "1234.5", ""},
		{"price", "1'234.50", "price", "1234.5", ""},
		{"price", `"12,34,567.50"`, "price", "1234567.5", ""},
		{"price", "US$3.20", "price", "3.2", ""},
		{"price", "US$3.20", "currency", "USD", ""},
		{"price", "¥12", "currency", "CNY", ""},
		{"price", "USD 3.2", "currency", "USD", ""},
		{"price", "3.2 EUR", "currency", "EUR", ""},
		{"price", "12元", "currency", "CNY", ""},
		{"price", "１２．５", "price", "12.5", ""},
		{"price", "0.1234567", "price", "0.1234567", ""}, // refused when merged, never cut
		{"price", "(5.00)", "price", "-5", ""},
		{"price", "-5", "price", "-5", ""},
		{"price", "1.20-1.50", "", "", "2:price: price_range"},
		{"price", "1.2~1.5", "", "", "2:price: price_range"},
		{"price", "$1.20 - $1.50", "", "", "2:price: price_range"},
		{"price", "≥1.2", "", "", "2:price: price_range"},
		{"price", "1.2 to 1.5", "", "", "2:price: price_range"},
		{"price", "n/a", "", "", "2:price: not_a_number"},
		{"price", "1.2.3", "", "", "2:price: not_a_number"},
		{"price", "Rs.500", "", "", "2:price: not_a_number"},
		{"Price (USD)", "3.2", "currency", "USD", ""},
		{"Price (USD)", "€3.2", "", "", "2:price: currency_differs"},
		{"单价(RMB)", "3.2", "currency", "CNY", ""},
		{"毛重(KG)", "12.5kg", "carton_gross_kg", "12.5", ""},
		{"毛重(KG)", "12.5", "carton_gross_kg", "12.5", ""},
		{"毛重(KG)", "12500g", "", "", "2:carton_gross_kg: unit_differs"},
		{"Gross weight", "12500 g", "carton_gross_kg", "12.5", ""},
		{"Variant Grams", "350", "unit_net_kg", "0.35", ""},
		{"Carton length (mm)", "480", "carton_length_cm", "48", ""},
		{"Carton size", "48x38x32 cm", "carton_width_cm", "38", ""},
		{"外箱尺寸", "480*380*320mm", "carton_height_cm", "32", ""},
		{"外箱尺寸(cm)", "L48.5×W38×H32", "carton_length_cm", "48.5", ""},
		{"外箱尺寸", "48*38", "", "", "2:carton_size: three_sides"},
		{"装箱数", "24 pcs", "pcs_per_carton", "24", ""},
		{"PCS/CTN", "24PCS/CTN", "pcs_per_carton", "24", ""},
		{"hs_code", "8471.30.00", "hs_code", "84713000", ""},
		{"hs_code", "0101 21 00", "hs_code", "01012100", ""},
		{"gtin", "'4006381333931", "gtin", "4006381333931", ""},
		{"gtin", "4.00638E+12", "", "", "2:gtin: code_shortened"},
		{"category", "1E+02", "category", "1E+02", ""},
		{"origin", "Deutschland", "origin", "DE", ""},
		{"origin", "Atlantis", "", "", "2:origin: unknown_country"},
		{"currency", "$", "", "", "2:currency: unknown_currency"},
		{"currency", "人民币", "currency", "CNY", ""},
		{"price", "#REF!", "", "", "2:price: cell_error"},
		{"name", "'=1+1", "name", "=1+1", ""},
	}
	for _, c := range cases {
		row, wrong := single(t, "sku,"+c.header, "A-1,"+c.cell, Options{})
		if got := strings.Join(wrong, " "); got != c.wrong || c.wrong == "" && row[c.field] != c.want {
			t.Errorf("%s %s: %s = %q, problems %q; want %q, %q", c.header, c.cell, c.field, row[c.field], got, c.want, c.wrong)
		}
	}
}

func TestARowWithMoreCellsThanTheHeadingIsRefused(t *testing.T) {
	rows, wrong := read(t, file(t, "p.csv", "sku,price\nA,1,50\nB,2.5\nC,3.5,,\n"), Products, Options{})
	if strings.Join(wrong, " ") != "2:: row_too_long" || len(rows) != 2 {
		t.Errorf("%v, %v", rows, wrong)
	}
	beside := book(t, [][]any{{"sku", "price"}, {"A", 2.5, "", "ask Wang"}}, nil)
	if rows, wrong := read(t, beside, Products, Options{}); len(rows) != 1 || len(wrong) > 0 {
		t.Errorf("a note beside a table: %v, %v", rows, wrong)
	}
}

func TestAShortenedCodeIsRefusedAndANameStays(t *testing.T) {
	rows, wrong := read(t, file(t, "a.csv", "sku,name,supplier\nA,1E+02,1E+02\n4.00638E+12,Mug,Acme\n"), Products, Options{})
	if len(rows) != 1 || rows[0]["supplier"] != "1E+02" || !slices.Equal(wrong, []string{"3:sku: code_shortened"}) {
		t.Errorf("%v %v", rows, wrong)
	}
}

func TestAnAmbiguousFigureIsSettledByTheOthersOrRefused(t *testing.T) {
	cases := []struct{ content, want, wrong string }{
		{"sku;price\nA;1.234\nB;2,5\n", "1234 2.5", ""},
		{"sku;price\nA;1,234\nB;2.5\n", "1234 2.5", ""},
		{"sku;price;moq\nA;1,234;2,5\n", "1.234", ""}, // by the figures of another column
		{"sku;price\nA;1,234\n", "", "2:price: number_ambiguous"},
		{"sku;price\nA;1.234\n", "", "2:price: number_ambiguous"},
		{"sku,price\nA,1.234\n", "1.234", ""},
		{"sku,price\nA,\"1,234\"\n", "", "2:price: number_ambiguous"},
		{"sku,price\nA,\"1,234\"\nB,2.50\n", "1234 2.5", ""},
		{"sku,price\nA,\"1,234\"\nB,\"2,5\"\n", "1.234 2.5", ""},
		{"sku,moq,price\nA,\"1,234\",\n", "", "2:moq: number_ambiguous"},
		{"sku,moq,price\nA,\"1,234\",2.50\n", "2.5", ""},
		{"sku;price\nA;1.234\nB;2,5\nC;2.5\n", "2.5 2.5", "2:price: number_ambiguous"},
	}
	for _, c := range cases {
		rows, wrong := read(t, file(t, "a.csv", c.content), Products, Options{})
		var prices []string
		for _, r := range rows {
			prices = append(prices, r["price"])
		}
		if got := strings.Join(prices, " "); got != c.want || strings.Join(wrong, " ") != c.wrong {
			t.Errorf("%q gives %q %q, want %q %q", c.content, got, wrong, c.want, c.wrong)
		}
	}
}

func TestDatesAreReadInManyForms(t *testing.T) {
	for cell, want := range map[string]string{
		"2026-11-22": "2026-11-22", "22.11.2026": "2026-11-22", "11/22/2026": "2026-11-22", "22/11/2026": "2026-11-22", "2026年11月22日": "2026-11-22",
		"1996-07-04 00:00:00.000": "1996-07-04", "2026-11-22T10:00:00Z": "2026-11-22", "20261122": "2026-11-22", "2026/1/2": "2026-01-02",
		"22-Nov-2026": "2026-11-22", "Nov 22nd, 2026": "2026-11-22", "22 November 2026": "2026-11-22", "46348": "2026-11-22", "5/5/2026": "2026-05-05",
		"1.2.2026": "2026-02-01", "12/17/2017 14:35": "2017-12-17", "2026.11.22": "2026-11-22",
		"05/06/2026": "date_ambiguous", "22/11/26": "not_a_date", "2026-02-30": "not_a_date", "soon": "not_a_date", "13/13/2026": "not_a_date",
	} {
		rows, wrong := read(t, file(t, "s.csv", "sku;expiry;quantity\nA;"+cell+";1\n"), Stock, Options{})
		var got string
		if len(wrong) > 0 {
			got = strings.TrimPrefix(wrong[0], "2:expiry: ")
		} else {
			got = rows[0]["expiry"]
		}
		if got != want {
			t.Errorf("%q is %q, want %q", cell, got, want)
		}
	}
	rows, wrong := read(t, file(t, "s.csv", "sku;expiry;quantity\nA;05/06/2026;1\nB;06/23/2026;2\n"), Stock, Options{})
	if len(wrong) > 0 || rows[0]["expiry"] != "2026-05-06" {
		t.Errorf("a later row doesn't settle the order of day and month: %v %v", rows, wrong)
	}
}

func TestWorkbookCellsKeepTheirMeaning(t *testing.T) {
	path := book(t, [][]any{
		{"Price list 2026"},
		{},
		{"Item No.", "Name", "Price", "Discount", "HS Code", "Carton size", nil, nil, "G.W. (kg)", "EAN"},
		{nil, nil, nil, nil, nil, "L", "W", "H"},
		{123, "Mug", 3.2000000000000002, 0.15, "01012100", 48, 38.5, 32, 12.5, 4006381333931},
		{"007", "'Plate", "1,234.5", nil, 84713000, nil, nil, nil, "12.5 kg", "04006381333931"},
	}, func(f *excelize.File) {
		zeros := "00000"
		style, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &zeros})
		_ = f.SetCellStyle("Sheet1", "A5", "A5", style)
		_ = f.MergeCell("Sheet1", "F3", "H3")
		_ = f.MergeCell("Sheet1", "A1", "J1")
	})
	rows, wrong := read(t, path, Products, Options{})
	if len(wrong) > 0 || len(rows) != 2 {
		t.Fatalf("%v %v", rows, wrong)
	}
	for field, want := range map[string]string{
		"sku": "00123", "price": "3.2", "carton_length_cm": "48", "carton_width_cm": "38.5", "carton_height_cm": "32", "carton_gross_kg": "12.5",
		"gtin": "4006381333931", "hs_code": "01012100",
	} {
		if rows[0][field] != want {
			t.Errorf("%s is %q, want %q", field, rows[0][field], want)
		}
	}
	if rows[1]["sku"] != "007" || rows[1]["name"] != "'Plate" || rows[1]["price"] != "1234.5" || rows[1]["hs_code"] != "84713000" {
		t.Errorf("second row: %v", rows[1])
	}
}

func TestWorkbookDatesPercentsAndErrors(t *testing.T) {
	rows := [][]any{
		{"Order No", "Date", "Customer", "SKU", "Qty", "Price", "Discount %"},
		{"SO-1", 46348, "ACME", "A", 2, 3.5, 0.15},
		{"SO-1", "2026-11-22", "ACME", "B", "3 pcs", "US$4", "5%"},
	}
	style := func(f *excelize.File) {
		percent, _ := f.NewStyle(&excelize.Style{NumFmt: 9})
		date, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
		_ = f.SetCellStyle("Sheet1", "G2", "G2", percent)
		_ = f.SetCellStyle("Sheet1", "B2", "B2", date)
	}
	_, wrong := read(t, book(t, rows, style), Orders, Options{})
	if len(wrong) != 1 || wrong[0] != "3:unit_price: currency_mixed" {
		t.Fatalf("a bare price beside one in dollars: %v", wrong)
	}
	rows[0][5] = "Price (USD)"
	got, wrong := read(t, book(t, rows, style), Orders, Options{})
	if len(wrong) > 0 || got[0]["date"] != "2026-11-22" || got[0]["discount_percent"] != "15" || got[1]["discount_percent"] != "5" || got[1]["unit"] != "PCS" {
		t.Errorf("%v %v", got, wrong)
	}
	yes := true
	got, wrong = read(t, book(t, [][]any{{"sku", "expiry", "quantity"}, {"A", 46348 - 1462, 1}, {"B", 20261122, 1}, {"C", 17, 1}}, func(f *excelize.File) {
		_ = f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
	}), Stock, Options{})
	if got[0]["expiry"] != "2026-11-22" || got[1]["expiry"] != "2026-11-22" || !slices.Equal(wrong, []string{"4:expiry: not_a_date"}) {
		t.Errorf("1904: %v %v", got, wrong)
	}
	_, wrong = read(t, book(t, [][]any{{"sku", "price", "hs_code"}, {"A", "", 101.21}}, func(f *excelize.File) {
		_ = f.SetCellFormula("Sheet1", "B2", "1/0")
		_ = f.SetCellValue("Sheet1", "B2", "#DIV/0!")
	}), Products, Options{})
	if !slices.Contains(wrong, "2:hs_code: hs_zero") {
		t.Errorf("an HS code that lost its zero: %v", wrong)
	}
}

func TestTheFirstVisibleSheetWithAHeadingIsRead(t *testing.T) {
	path := book(t, [][]any{{"Notes"}, {"nothing here"}}, func(f *excelize.File) {
		for _, name := range []string{"Old", "Products", "More"} {
			_, _ = f.NewSheet(name)
			_ = f.SetSheetRow(name, "A1", &[]any{"sku", "name"})
			_ = f.SetSheetRow(name, "A2", &[]any{name + "-1", name})
		}
		_ = f.SetSheetVisible("Old", false)
	})
	rows, wrong := read(t, path, Products, Options{})
	if len(wrong) > 0 || len(rows) != 1 || rows[0]["sku"] != "Products-1" {
		t.Errorf("%v %v", rows, wrong)
	}
	if rows, _ = read(t, path, Products, Options{Sheet: "more"}); len(rows) != 1 || rows[0]["sku"] != "More-1" {
		t.Errorf("the named sheet: %v", rows)
	}
	if _, wrong = read(t, path, Products, Options{Sheet: "None"}); !slices.Equal(wrong, []string{"0:: sheet_missing"}) {
		t.Errorf("a sheet that isn't there: %v", wrong)
	}
}
