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
	full := b.file("full.json", lampInFull(t, blocks))
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
	b.done("apply", b.file("full.json", lampInFull(t, blocks)))
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

func TestAnOrderTakesItsArticlesPriceForTermAndQuantityAndNamesWhatTheGoodsLack(t *testing.T) {
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/trade.db"
	blocks := documented(t)
	b.done("apply", b.file("full.json", lampInFull(t, blocks)))
	b.done("apply", b.file("order.json", `{"actions": [
		{"do": "save-partner", "partner": {"code": "KUNDE", "name": "Kunde GmbH", "country": "DE", "roles": ["customer"]}},
		{"do": "save-certificate-rule", "rule": {"kind": "RoHS", "market": "EU"}},
		{"do": "save-certificate-rule", "rule": {"kind": "FCC", "market": "US"}},
		{"do": "save-product", "product": {"sku": "LAMP-2", "buyer_items": [{"partner": "KUNDE", "item_no": "K-4711"}],
			"certificates": [{"kind": "CE", "markets": ["EU"], "expires": "2020-01-01"}]}},
		{"do": "save-order", "order": {"order_no": "SO-1", "date": "2026-11-22", "customer": "KUNDE", "currency": "EUR",
			"incoterm": "CIF", "place": "Hamburg", "lines": [{"sku": "LAMP-2", "quantity": "600"}]}},
		{"do": "save-order", "order": {"order_no": "SO-2", "date": "2026-11-22", "customer": "KUNDE", "currency": "USD", "lines": [
			{"sku": "LAMP-2", "quantity": "10"}, {"sku": "LAMP-2", "quantity": "500"}, {"sku": "LAMP-2-BK", "quantity": "500"}]}}]}`))
	type order struct {
		Lines []struct {
			Price string `json:"unit_price"`
			Item  string `json:"buyer_item_no"`
		}
	}
	if o := decoded[order](b, b.done("show", "order", "SO-1", "--json")); o.Lines[0].Price != "17.80" || o.Lines[0].Item != "K-4711" {
		t.Errorf("%+v", o)
	}
	o := decoded[order](b, b.done("show", "order", "SO-2", "--json"))
	if o.Lines[0].Price != "16.40" || o.Lines[1].Price != "15.90" || o.Lines[2].Price != "16.90" {
		t.Errorf("%+v", o)
	}
	type found struct{ SKU string }
	if list := decoded[[]found](b, b.done("list", "products", "--search", "k-4711", "--json")); len(list) != 1 || list[0].SKU != "LAMP-2" {
		t.Errorf("by the buyer's number: %+v", list)
	}
	said := b.done("check", "SO-1").out
	for _, want := range []string{"EU asks for a CE certificate", "EU asks for a RoHS certificate", "CE certificate expired on 2020-01-01"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q isn't said:\n%s", want, said)
		}
	}
	if strings.Contains(said, "FCC") {
		t.Errorf("FCC isn't asked for in Germany:\n%s", said)
	}
}

// lampInFull is the block of docs/apply.md that saves a product with all its parts.
func lampInFull(t *testing.T, blocks []string) string {
	t.Helper()
	for _, one := range blocks {
		if strings.Contains(one, `"declaration_elements"`) {
			return one
		}
	}
	t.Fatal("docs/apply.md shows no product in full")
	return ""
}
