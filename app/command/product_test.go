package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

func TestAProductInFullIsSavedShownAndUndoneWithoutAWindow(t *testing.T) {
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/full.db"
	blocks := documented(t)
	full := b.file("full.json", blocks[len(blocks)-1])
	if first := decoded[applied](b, b.done("apply", full, "--json")); len(first.Actions) != 4 || first.Actions[3].Result != "new" {
		t.Fatalf("%+v", first)
	}
	for _, one := range decoded[applied](b, b.done("apply", full, "--json")).Actions {
		if one.Result != "unchanged" {
			t.Errorf("a second time: %+v", one)
		}
	}
	type shown struct {
		Supplier, Cost string
		CostCurrency   string `json:"cost_currency"`
		Suppliers      []struct {
			Partner, Cost string
			Preferred     bool
			LeadDays      int `json:"lead_days"`
		}
		Listings     []struct{ Title string }
		Ladder       []struct{ Currency, Price string } `json:"price_ladder"`
		Certificates []struct{ Kind, Expires string }
		Variants     []struct{ SKU, Price string }
		Packing      struct {
			Pallet struct{ Layers int }
		}
	}
	got := decoded[shown](b, b.done("show", "product", "LAMP-2", "--json"))
	if got.Supplier != "Bright Lamps Factory" || got.Cost != "71" || got.CostCurrency != "CNY" || len(got.Suppliers) != 1 ||
		!got.Suppliers[0].Preferred || got.Suppliers[0].Cost != "71" || got.Suppliers[0].LeadDays != 25 {
		t.Errorf("supplier: %+v", got)
	}
	if got.Listings[0].Title != "LED floor lamp" || got.Ladder[1].Currency != "EUR" || got.Certificates[0].Expires != "2029-04-30" ||
		got.Variants[1].Price != "16.9" || got.Packing.Pallet.Layers != 4 {
		t.Errorf("%+v", got)
	}

	cheaper := b.file("cost.json", `{"actions": [{"do": "save-product", "product": {"sku": "LAMP-2", "cost": "69.5"}}]}`)
	batch := decoded[struct{ Batch string }](b, b.done("apply", cheaper, "--json")).Batch
	if got = decoded[shown](b, b.done("show", "product", "LAMP-2", "--json")); got.Suppliers[0].Cost != "69.5" {
		t.Errorf("the preferred supplier's cost is the product's: %+v", got.Suppliers)
	}
	b.done("apply", b.file("undo.json", `{"actions": [{"do": "undo", "batch": "`+batch+`"}]}`))
	if got = decoded[shown](b, b.done("show", "product", "LAMP-2", "--json")); got.Suppliers[0].Cost != "71" || got.Cost != "71" {
		t.Errorf("undone: %+v", got)
	}
	b.refused(command.WrongInput, "certificates.2.expires", "apply", b.file("bad.json",
		`{"actions": [{"do": "save-product", "product": {"sku": "LAMP-2", "certificates": [{"kind": "CE"},
			{"kind": "FCC", "issued": "2026-02-01", "expires": "2026-01-01"}]}}]}`))
	b.done("verify")
}

func TestACertificateThatExpiresSoonIsAnAlert(t *testing.T) {
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/alerts.db"
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-product", "product": {"sku": "A", "name": "Lamp", "certificates": [
			{"kind": "CE", "number": "N-1", "expires": "2026-12-24"}, {"kind": "FCC", "expires": "2030-01-01"}]}},
		{"do": "save-product", "product": {"sku": "B", "certificates": [{"kind": "CE", "expires": "2027-06-30"}]}},
		{"do": "save-product", "product": {"sku": "C", "safety_stock": "5"}}]}`))
	type alert struct{ Alert, SKU, Certificate, Number, Expiry string }
	list := decoded[[]alert](b, b.done("list", "alerts", "--json"))
	if len(list) != 2 || list[0].Alert != "safety-stock" || list[1] != (alert{"certificate", "A", "CE", "N-1", "2026-12-24"}) {
		t.Errorf("%+v", list)
	}
	b.done("apply", b.file("days.json", `{"actions": [{"do": "save-company", "company": {"certificate_days": 365}}]}`))
	if list = decoded[[]alert](b, b.done("list", "alerts", "--search", "B", "--json")); len(list) != 1 || list[0].SKU != "B" {
		t.Errorf("with a longer notice: %+v", list)
	}
	if table := b.done("list", "alerts").out; !strings.Contains(table, "CE") {
		t.Error(table)
	}
}

func TestAFullExportComesBackThroughTheCommandLine(t *testing.T) {
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/full.db"
	blocks := documented(t)
	b.done("apply", b.file("full.json", blocks[len(blocks)-1]))
	path := b.folder + "/all.xlsx"
	b.done("export", "products", path, "--full")
	type report struct{ New, Changed, Unchanged int }
	if got := decoded[report](b, b.done("import", "products", path, "--json")); got != (report{Unchanged: 1}) {
		t.Errorf("%+v", got)
	}
	b.env["TRADEWIND_DB"] = b.folder + "/empty.db"
	if got := decoded[report](b, b.done("import", "products", path, "--json", "--dry-run")); got != (report{New: 1}) {
		t.Errorf("tried: %+v", got)
	}
	if got := decoded[report](b, b.done("import", "products", path, "--json")); got != (report{New: 1}) {
		t.Errorf("%+v", got)
	}
	b.done("verify")
	b.refused(command.WrongUsage, "--full", "export", "partners", path, "--full")
	b.refused(command.WrongUsage, "--full", "export", "products", b.folder+"/all.csv", "--full")
}
