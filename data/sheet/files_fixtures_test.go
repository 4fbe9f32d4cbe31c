package sheet

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// fixtures returns the folder of real files, or skips the test.
func fixtures(t *testing.T, part string) string {
	t.Helper()
	dir := os.Getenv("TRADEWIND_FIXTURES")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "fixtures")
	}
	dir = filepath.Join(dir, part)
	if _, err := os.Stat(dir); err != nil {
		t.Skip("real files from elsewhere aren't here: ", dir)
	}
	return dir
}

// each runs check for every file that matches pattern.
func eachFile(t *testing.T, pattern string, check func(path string)) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	for _, path := range paths {
		check(path)
	}
}

func TestEveryOddWorkbookEndsInASentenceOrRows(t *testing.T) {
	dir := fixtures(t, "workbooks")
	want := map[string]string{
		"excelize_BadWorkbook": "workbook_broken", "excelize_encryptAES": "password", "excelize_encryptSHA512": "password",
		"php_2x6m": "workbook_broken", "php_NotASpreadsheetFile_renamed": "not_a_workbook", "php_utf16be.bom": "workbook_broken",
		"php_utf16entity": "workbook_broken", "php_utf8and16.entity": "workbook_broken", "poi_57893-many-merges": "no_rows",
		"poi_60320-protected": "password", "poi_clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6594557414080512": "not_a_workbook",
		"poi_crash-9bf3cd4bd6f50a8a9339d363c2c7af14b536865c": "password", "poi_duplicate-filename": "workbook_broken",
		"poi_poc-shared-strings": "workbook_broken", "poi_poc-xmlbomb": "workbook_broken", "poi_protected_passtika": "password",
		"poi_xor-encryption-abc": "password",
	}
	eachFile(t, filepath.Join(dir, "*.xls*"), func(path string) {
		name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		for _, target := range []Target{Products, Orders} {
			_, wrong := read(t, path, target, Options{})
			expected := want[name]
			if expected == "" {
				expected = "column_missing"
			}
			if len(wrong) != 1 || !strings.HasSuffix(wrong[0], ": "+expected) {
				t.Errorf("%s as %s: %v, want %s", name, target, wrong, expected)
			}
		}
	})
}

func TestWorkbooksAreReadCellByCell(t *testing.T) {
	dir := fixtures(t, "workbooks")
	for name, want := range map[string][][]string{
		"poi_InlineStrings.xlsx":       {{"Numbers", "Strings", "Inline Strings", "Formulas"}, {"12", "A", "1st Inline String", "12"}},
		"poi_TwoSheetsOneHidden.xlsx":  {{"Sheet2A1"}},
		"php_blankcell.xlsx":           {{"", "", "C1"}, {"", "", "C3"}},
		"poi_noSharedStringTable.xlsx": {{"38819", "123"}},
		"php_rootZipFiles.xlsx":        {{"TEST CELL"}},
	} {
		f, err := Open(filepath.Join(dir, name), Products, Options{Probe: true})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		rows, err := f.Preview(len(want) - 1)
		got := append([][]string{f.heading.headers}, rows...)
		for i := range want {
			if err != nil || i >= len(got) || !slices.Equal(got[i], want[i]) {
				t.Errorf("%s: %q, want %q, %v", name, got, want, err)
			}
		}
		f.Close()
	}
}

func TestEveryTableIsReadAsItsTwinSays(t *testing.T) {
	eachFile(t, filepath.Join(fixtures(t, "tables/csv_spectrum"), "*.csv"), func(path string) {
		b, err := os.ReadFile(strings.TrimSuffix(path, ".csv") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var want []map[string]string
		if json.Unmarshal(b, &want) != nil {
			return // location_coordinates differs from its twin on purpose
		}
		f, err := Open(path, Products, Options{Probe: true})
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		defer f.Close()
		rows, err := f.Preview(100)
		if err != nil || len(rows) != len(want) {
			t.Fatalf("%s: %q %v", path, rows, err)
		}
		for i, row := range rows {
			for j, h := range f.heading.headers {
				if row[j] != strings.ReplaceAll(want[i][h], "\r\n", "\n") { // the files came without CR
					t.Errorf("%s: %s is %q, want %q", path, h, row[j], want[i][h])
				}
			}
		}
	})
}

func TestOneTableInManyEncodingsIsOneTable(t *testing.T) {
	dir := fixtures(t, "tables/phpspreadsheet_csv")
	eachFile(t, filepath.Join(dir, "premiere.*.csv"), func(path string) {
		f, err := Open(path, Products, Options{Probe: true})
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		defer f.Close()
		rows, err := f.Preview(1)
		if got := strings.Join(append(f.heading.headers, rows[0]...), " "); err != nil || got != "première second troisième Quatrième cinquième sixième" {
			t.Errorf("%s as %s: %s", path, f.Format().Encoding, got)
		}
	})
	eachFile(t, filepath.Join(dir, "*"), func(path string) {
		for _, target := range []Target{Products, Partners} {
			_, wrong := read(t, path, target, Options{})
			expected := "column_missing"
			if filepath.Base(path) == "empty.csv" {
				expected = "no_rows"
			}
			if named := target == Partners && strings.HasPrefix(filepath.Base(path), "line_break") || target == Partners && strings.Contains(path, "utf16be.line"); named {
				if len(wrong) == 0 {
					continue
				}
				expected = "duplicate"
			}
			if len(wrong) == 0 || !strings.HasSuffix(wrong[0], ": "+expected) {
				t.Errorf("%s as %s: %v", filepath.Base(path), target, wrong)
			}
		}
	})
}

func TestChineseTablesAreRead(t *testing.T) {
	dir := fixtures(t, "tables/easyexcel")
	for _, name := range []string{"bom_no_bom.csv", "bom_office_bom.csv"} {
		f, err := Open(filepath.Join(dir, name), Products, Options{Map: Map{Columns: map[string]string{"sku": "姓名", "moq": "年纪"}}})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for p, err := range f.Rows() {
			if n++; err != nil || p.Row != n+1 || p.Values["moq"] != "20" || !strings.HasPrefix(p.Values["sku"], "姓名") {
				t.Errorf("%s: %+v %v", name, p, err)
			}
		}
		if f.Close(); n != 10 {
			t.Errorf("%s: %d rows", name, n)
		}
	}
	for _, name := range []string{"demo_demo.csv", "demo_demo.xlsx"} {
		rows, wrong := read(t, filepath.Join(dir, name), Stock, Options{Map: Map{Columns: map[string]string{"sku": "字符串标题", "expiry": "日期标题", "quantity": "数字标题"}}})
		if len(wrong) > 0 || len(rows) != 10 || rows[3]["expiry"] != "2020-01-04" || rows[3]["sku"] != "字符串3" || rows[3]["quantity"] != "4" {
			t.Errorf("%s: %v %v", name, rows, wrong)
		}
	}
	eachFile(t, filepath.Join(dir, "*"), func(path string) {
		if _, wrong := read(t, path, Products, Options{}); len(wrong) != 1 || wrong[0] != "0:sku: column_missing" {
			t.Errorf("%s: %v", path, wrong)
		}
	})
}

func TestNorthwindIsReadWithOneMapForHeadsAndLines(t *testing.T) {
	dir := fixtures(t, "northwind")
	products, wrong := read(t, filepath.Join(dir, "products.csv"), Products, Options{Map: Map{Columns: map[string]string{"supplier": "supplierID"}}})
	if len(wrong) > 0 || len(products) != 77 || products[0]["price"] != "18" || products[0]["stock"] != "39" || products[0]["safety_stock"] != "10" {
		t.Fatalf("%d products %v", len(products), wrong)
	}
	customers, wrong := read(t, filepath.Join(dir, "customers.csv"), Partners, Options{Map: Map{Empty: []string{"NULL"}}})
	countries := map[string]bool{}
	for _, c := range customers {
		countries[c["country"]] = true
	}
	if len(wrong) > 0 || len(customers) != 91 || len(countries) != 21 || customers[0]["region"] != "" || customers[0]["code"] != "ALFKI" {
		t.Fatalf("%d customers in %d countries %v", len(customers), len(countries), wrong)
	}
	m, err := ReadMap(strings.NewReader(`{"columns":{"order_no":"orderID","customer":"customerID","date":"orderDate","required_date":"requiredDate",
		"freight":"freight","sku":"productID","unit_price":"unitPrice","quantity":"quantity","discount_percent":"discount"},
		"scale":{"discount_percent":"100"},"empty":["NULL"]}`))
	if err != nil {
		t.Fatal(err)
	}
	heads, err := Open(filepath.Join(dir, "orders.csv"), Orders, Options{Map: m, Joined: true})
	if err != nil {
		t.Fatal(err)
	}
	lines, err := Open(filepath.Join(dir, "order_details.csv"), Orders, Options{Map: m, Joined: true})
	if err != nil {
		t.Fatal(err)
	}
	sum, n, freight := decimal.Zero, 0, map[string]string{}
	for p, err := range Join(heads, lines) {
		if err != nil {
			t.Fatal(err)
		}
		price, _ := data.ParseUnitPrice(p.Values["unit_price"])
		q, _ := data.ParseQuantity(p.Values["quantity"])
		off, err := data.ParsePercent(p.Values["discount_percent"])
		amount, err2 := data.LineAmount(price, q, off, "USD")
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		sum = sum.Add(amount.Decimal())
		freight[p.Values["order_no"]] = p.Values["freight"]
		n++
	}
	carried := decimal.Zero
	for _, f := range freight {
		carried = carried.Add(decimal.RequireFromString(f))
	}
	if sum.String() != "1265793.29" || n != 2155 || len(freight) != 830 || carried.String() != "64942.69" {
		t.Errorf("%d lines of %d orders: %s, freight %s", n, len(freight), sum, carried)
	}
}
