package command_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// reported is a report as data.
type reported struct {
	Kind, On, From, To, Currency, Warehouse string
	Rows, Totals                            []map[string]string
	Total                                   map[string]string
}

// reportAt reads a report.
func (b *bench) reportAt(path string) (r reported) {
	b.Helper()
	if err := json.Unmarshal([]byte(b.read(path)), &r); err != nil {
		b.Fatalf("%s: %v", path, err)
	}
	return r
}

func TestStockValueIsReportedByWarehouseAndSums(t *testing.T) {
	b := lantern(t, 7)
	out := filepath.Join(b.folder, "out")
	b.done("report", "stock-value", "--out", out, "--format", "pdf,xlsx,json", "--lang", "en")
	name := filepath.Join(out, "stock-value-2026-11-22-en")
	r := b.reportAt(name + ".json")
	want := map[string]decimal.Decimal{}
	for _, h := range decoded[[]holding](b, b.done("list", "stock", "--json")) {
		want[h.SKU] = decimal.RequireFromString(h.Value)
	}
	sum, quantity := map[string]decimal.Decimal{}, map[string]string{}
	for _, row := range r.Rows {
		sum[row["sku"]] = sum[row["sku"]].Add(decimal.RequireFromString(row["value"]))
		quantity[row["sku"]+"@"+row["warehouse"]] = row["quantity"]
	}
	all := decimal.Zero
	for sku, value := range sum {
		if !value.Equal(want[sku]) {
			t.Errorf("%s is worth %s in the report, %s in the list", sku, value, want[sku])
		}
		all = all.Add(value)
	}
	if quantity["LAMP-1@"] != "680" || quantity["LAMP-1@RTM"] != "298" {
		t.Errorf("where it lies: %v", quantity)
	}
	if r.Total["value"] != all.StringFixed(2) || len(r.Totals) < 2 {
		t.Errorf("sums %v, %v; want %s", r.Totals, r.Total, all)
	}
	f, err := excelize.OpenFile(name + ".xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, row := range rows {
		found = found || len(row) > 0 && row[0] == "Total" && strings.Contains(strings.Join(row, " "), strings.TrimSuffix(strings.TrimRight(all.String(), "0"), "."))
	}
	if !found {
		t.Errorf("no sum %s in the workbook: %q", all, rows[len(rows)-3:])
	}
	if !strings.HasPrefix(b.read(name+".pdf"), "%PDF-") {
		t.Error("no PDF")
	}
}

func TestAReportIsOfOneWarehouseADayOrAPeriod(t *testing.T) {
	b := lantern(t, 7)
	out := filepath.Join(b.folder, "out")
	b.done("report", "stock", "--out", out, "--format", "json", "--warehouse", "RTM")
	r := b.reportAt(filepath.Join(out, "stock-2026-11-22.json"))
	for _, row := range r.Rows {
		if row["warehouse"] != "RTM" {
			t.Errorf("a row of another warehouse: %v", row)
		}
	}
	if len(r.Rows) == 0 || r.Warehouse != "RTM" {
		t.Errorf("%+v", r)
	}
	b.done("report", "stock", "--out", out, "--format", "json,pdf", "--on", "2026-11-21")
	if r = b.reportAt(filepath.Join(out, "stock-2026-11-21.json")); len(r.Rows) != 0 {
		t.Errorf("the day before anything moved there lay %v", r.Rows)
	}
	b.done("report", "movements", "--out", out, "--format", "json,xlsx", "--warehouse", "main")
	r = b.reportAt(filepath.Join(out, "movements-2026-11-22.json"))
	lamp := decimal.Zero
	for _, row := range r.Rows {
		if row["sku"] == "LAMP-1" {
			lamp = lamp.Add(decimal.RequireFromString(row["quantity"]))
		}
	}
	if r.From != "2026-11-01" || r.To != "2026-11-22" || lamp.String() != "680" {
		t.Errorf("from %s to %s LAMP-1 moved by %s; want 680", r.From, r.To, lamp)
	}
	b.done("report", "movements", "--out", out, "--format", "json", "--from", "2026-11-01", "--to", "2026-11-21")
	if r = b.reportAt(filepath.Join(out, "movements-2026-11-21.json")); len(r.Rows) != 0 {
		t.Errorf("before anything moved: %v", r.Rows)
	}
}

func TestAReportThatCantBeMadeSaysWhy(t *testing.T) {
	b := lantern(t, 7)
	out := filepath.Join(b.folder, "out")
	b.refused(command.WrongInput, "no warehouse MOON", "report", "stock", "--out", out, "--warehouse", "MOON")
	b.refused(command.WrongUsage, "--on", "report", "movements", "--out", out, "--on", "2026-11-21")
	b.refused(command.WrongUsage, "--from", "report", "stock", "--out", out, "--from", "2026-11-21")
	b.refused(command.WrongUsage, "2026-11-31", "report", "stock", "--out", out, "--on", "2026-11-31")
	b.refused(command.WrongUsage, "fr", "report", "stock", "--out", out, "--lang", "fr")
	b.refused(command.WrongUsage, "stock-value", "report", "sales", "--out", out)
	b.refused(command.WrongUsage, "2026-11-23", "report", "movements", "--out", out, "--from", "2026-11-23", "--to", "2026-11-22")
	if names := b.names(out); len(names) != 0 {
		t.Errorf("files were written: %v", names)
	}
}

func TestListPricesInAnotherCurrencyAreTurnedAtTheRateOfTheDay(t *testing.T) {
	b := newBench(t)
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-company", "company": {"name": "Bright Star", "currency": "CNY"}},
		{"do": "save-rate", "rate": {"date": "2026-11-01", "base": "USD", "quote": "CNY", "rate": "7.00"}},
		{"do": "save-rate", "rate": {"date": "2026-11-20", "base": "USD", "quote": "CNY", "rate": "7.105"}},
		{"do": "save-rate", "rate": {"date": "2026-12-01", "base": "USD", "quote": "CNY", "rate": "8"}},
		{"do": "save-product", "product": {"sku": "A", "price": "3.33", "currency": "USD"}},
		{"do": "save-product", "product": {"sku": "B", "price": "2", "currency": "EUR"}},
		{"do": "save-product", "product": {"sku": "C"}},
		{"do": "count-stock", "levels": [{"sku": "A", "quantity": "3"}, {"sku": "B", "quantity": "3"}, {"sku": "C", "quantity": "3"}]}]}`))
	out := filepath.Join(b.folder, "out")
	b.done("report", "stock-value", "--out", out, "--format", "json")
	got := map[string]string{}
	r := b.reportAt(filepath.Join(out, "stock-value-2026-11-22.json"))
	for _, row := range r.Rows {
		got[row["sku"]] = row["list_value"]
	}
	if got["A"] != "70.98" || got["B"] != "" || got["C"] != "" || r.Total["list_value"] != "70.98" { // 9.99 × 7.105
		t.Errorf("at list price %v, in all %v", got, r.Total)
	}
}
