package command_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/shopspring/decimal"
)

// northwind returns the folder of the Northwind files, or skips the test.
func northwind(t *testing.T) string {
	t.Helper()
	root := os.Getenv("TRADEWIND_FIXTURES")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "fixtures")
	}
	folder := filepath.Join(root, "northwind")
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("the Northwind files aren't here: %v", err)
	}
	return folder
}

// The maps say which of Northwind's columns are our fields; the other columns are recognised by their headers.
const (
	northwindProducts = `{"columns": {"sku": "productID", "name": "productName", "description": "quantityPerUnit", "price": "unitPrice",
		"stock": "unitsInStock", "safety_stock": "reorderLevel"}, "defaults": {"currency": "USD"}, "empty": ["NULL"]}`
	northwindCustomers = `{"columns": {"code": "customerID", "name": "companyName", "contact": "contactName"}, "empty": ["NULL"]}`
	northwindOrders    = `{"columns": {"order_no": "orderID", "customer": "customerID", "date": "orderDate", "required_date": "requiredDate",
		"sku": "productID", "quantity": "quantity", "unit_price": "unitPrice", "discount_percent": "discount", "freight": "freight"},
		"defaults": {"currency": "USD"}, "scale": {"discount_percent": "100"}, "empty": ["NULL"]}`
)

type report struct{ New, Changed, Unchanged, Refused int }

// importNorthwind imports the files as their owner would, and again to see that nothing changes.
func importNorthwind(b *bench, folder string) {
	b.Helper()
	products, customers, orders := b.file("products.json", northwindProducts), b.file("customers.json", northwindCustomers), b.file("orders.json", northwindOrders)
	for _, one := range []struct {
		want int
		args []string
	}{
		{77, []string{"import", "products", filepath.Join(folder, "products.csv"), "--map", products, "--json"}},
		{91, []string{"import", "partners", "--json", "--map", customers, filepath.Join(folder, "customers.csv")}},
		{830, []string{
			"--json", "import", "orders", filepath.Join(folder, "orders.csv"), "--lines", filepath.Join(folder, "order_details.csv"), "--map", orders,
		}},
	} {
		if dry := decoded[report](b, b.done(append(one.args, "--dry-run")...)); dry.New != one.want {
			b.Errorf("dry run of %s: %+v; want %d new", one.args, dry, one.want)
		}
		if got := decoded[report](b, b.done(one.args...)); got.New != one.want || got.Changed+got.Unchanged+got.Refused != 0 {
			b.Errorf("%s: %+v; want %d new", one.args, got, one.want)
		}
		if again := decoded[report](b, b.done(one.args...)); again.Unchanged != one.want || again.New+again.Changed+again.Refused != 0 {
			b.Errorf("%s again: %+v; want %d unchanged", one.args, again, one.want)
		}
	}
}

func TestNorthwindComesInThroughTheCommandLine(t *testing.T) {
	folder := northwind(t)
	b := newBench(t)
	importNorthwind(b, folder)
	type order struct {
		OrderNo                   string `json:"order_no"`
		Customer, Goods, Currency string
		Freight                   string
		Lines                     []any
	}
	countries := map[string]string{}
	for _, p := range decoded[[]struct{ Code, Country string }](b, b.done("list", "partners", "--json")) {
		countries[p.Code] = p.Country
	}
	orders := decoded[[]order](b, b.done("list", "orders", "--json"))
	goods, count, lines, freight := map[string]decimal.Decimal{}, map[string]int{}, 0, decimal.Zero
	for _, o := range orders {
		for _, c := range []string{"all", countries[o.Customer]} {
			goods[c] = goods[c].Add(decimal.RequireFromString(o.Goods))
			count[c]++
		}
		freight = freight.Add(decimal.RequireFromString(o.Freight))
		lines += len(o.Lines)
	}
	for country, want := range map[string]struct {
		orders int
		goods  string
	}{
		"all": {830, "1265793.29"}, "US": {122, "245584.65"}, "DE": {122, "230284.69"}, "AT": {40, "128003.86"},
		"BR": {83, "106925.79"}, "FR": {77, "81358.33"},
	} {
		if count[country] != want.orders || goods[country].StringFixed(2) != want.goods {
			t.Errorf("%s: %d orders, %s; want %d, %s", country, count[country], goods[country].StringFixed(2), want.orders, want.goods)
		}
	}
	if lines != 2155 || freight.StringFixed(2) != "64942.69" || len(goods) != 22 {
		t.Errorf("%d lines, freight %s, %d countries; want 2155, 64942.69, 21", lines, freight.StringFixed(2), len(goods)-1)
	}
	shown := decoded[paper](b, b.done("show", "order", "10248", "--json"))
	if shown.Totals.Goods != "440.00" || shown.Totals.Freight != "32.38" || shown.Totals.Total != "472.38" {
		t.Errorf("show order 10248: %+v", shown.Totals)
	}
}

func TestNorthwindsInvoicesAreOneBatch(t *testing.T) {
	folder := northwind(t)
	b := newBench(t)
	importNorthwind(b, folder)
	out := filepath.Join(b.folder, "invoices")
	got := decoded[papers](b, b.done("documents", "--kind", "commercial-invoice", "--format", "json", "--out", out, "--json"))
	if len(got.Files) != 830 || len(b.names(out)) != 830 {
		t.Fatalf("%d files named, %d written; want 830", len(got.Files), len(b.names(out)))
	}
	sum := decimal.Zero
	for _, f := range got.Files {
		sum = sum.Add(decimal.RequireFromString(b.paperAt(f.Path).Totals.Goods))
	}
	if sum.StringFixed(2) != "1265793.29" {
		t.Errorf("the invoices' goods come to %s; want 1265793.29", sum.StringFixed(2))
	}
	part := decoded[papers](b, b.done("documents", "--kind", "packing-list", "--from", "1996-07-04", "--to", "1996-07-08", "--format", "json", "--out", out+"2", "--json"))
	if len(part.Files) != 4 {
		t.Errorf("%d packing lists from 4 to 8 July 1996; want 4", len(part.Files))
	}
}

func TestNorthwindsLowStockIsAnAlert(t *testing.T) {
	folder := northwind(t)
	b := newBench(t)
	importNorthwind(b, folder)
	alerts := decoded[[]struct {
		SKU, Stock  string
		SafetyStock string `json:"safety_stock"`
	}](b, b.done("list", "alerts", "--json"))
	if len(alerts) != 18 {
		t.Errorf("%d articles at or below their safety stock; want 18: %+v", len(alerts), alerts)
	}
}

func TestNorthwindsStockAtListPriceIsWhatItsOwnerKnows(t *testing.T) {
	folder := northwind(t)
	b := newBench(t)
	importNorthwind(b, folder)
	out := filepath.Join(b.folder, "reports")
	b.done("report", "stock-value", "--out", out, "--format", "json,pdf,xlsx")
	report := b.reportAt(filepath.Join(out, "stock-value-2026-11-22.json"))
	if report.Total["list_value"] != "74050.85" || report.Currency != "USD" || len(report.Rows) != 72 { // five articles are out of stock
		t.Errorf("%d articles in stock, %s %s at list price; want 72, USD 74050.85", len(report.Rows), report.Currency, report.Total["list_value"])
	}
}
