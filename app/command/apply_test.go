package command_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"tradewind/app/command"
)

// applied is the JSON answer of apply.
type applied struct {
	Batch   string
	Actions []struct {
		Do, Kind, Number, Result string
		Revision                 int
	}
}

// documented returns the JSON blocks of docs/apply.md.
func documented(t *testing.T) []string {
	t.Helper()
	raw, err := os.ReadFile("../../docs/apply.md")
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	for _, m := range regexp.MustCompile("(?s)```json\n(.*?)```").FindAllStringSubmatch(string(raw), -1) {
		blocks = append(blocks, m[1])
	}
	return blocks
}

// lantern returns a bench with the company, products, partner and order of docs/apply.md.
func lantern(t *testing.T, blocks int) *bench {
	t.Helper()
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/lantern.db"
	for _, block := range documented(t)[:blocks] {
		b.done("apply", b.file("apply.json", block), "--json")
	}
	return b
}

func TestTheDocumentedExampleRuns(t *testing.T) {
	blocks := documented(t)
	if len(blocks) < 6 {
		t.Fatalf("docs/apply.md has %d blocks of JSON", len(blocks))
	}
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/lantern.db"
	for i, block := range blocks {
		file := b.file("apply.json", block)
		dry := decoded[applied](b, b.done("apply", file, "--dry-run", "--json"))
		got := decoded[applied](b, b.done("apply", file, "--json"))
		for k := range got.Actions {
			if got.Actions[k] != dry.Actions[k] {
				t.Errorf("block %d, action %d: done %+v, dry run %+v", i+1, k+1, got.Actions[k], dry.Actions[k])
			}
		}
	}
	docs := decoded[[]struct {
		Kind, Number string
		Revision     int
	}](b, b.done("list", "documents", "--json"))
	var invoices, revised int
	for _, d := range docs {
		if d.Kind == "commercial-invoice" && d.Number == "LT-2026-00001" {
			invoices++
		}
		if d.Kind == "proforma" && d.Revision == 1 {
			revised++
		}
	}
	if invoices != 1 || revised != 1 {
		t.Errorf("documents: %+v; want invoice LT-2026-00001 and a proforma R1", docs)
	}
}

func TestApplyNamesEveryProblemAndChangesNothing(t *testing.T) {
	b := lantern(t, 2)
	before := b.done("list", "products", "--json").out
	a := b.refused(command.WrongInput, "", "apply", b.file("bad.json", `{"actions": [
		{"do": "save-product", "product": {"sku": "NEW-1", "name": "New", "unit": "PCS"}},
		{"do": "save-product", "product": {"sku": "LAMP-1", "colour": "red", "moq": "1.2345", "origin": "Atlantis"}},
		{"do": "save-order", "order": {"order_no": "X", "customer": "NOBODY", "lines": [{"sku": "LAMP-1", "quantity": "1"}, {"sku": "NONE", "quantity": "1"}]}},
		{"do": "dance"},
		{"do": "archive", "record": "product", "number": "NONE", "why": "old"},
		{"do": "save-product", "product": {"sku": "NEW-2", "price": "-5", "hs_code": "69A", "moq": "many"}},
		{"do": "save-purchase-order", "purchase_order": {"supplier": "NOBODY", "lines": [{"sku": "NONE", "quantity": 0}]}}]}`))
	for _, want := range []string{
		"bad.json:actions.2.product.colour: ", "bad.json:actions.2.product.moq: ", "bad.json:actions.2.product.origin: ",
		"bad.json:actions.3.order.customer: ", "bad.json:actions.3.order.lines.2.sku: There is no product NONE",
		"bad.json:actions.4.do: dance is not an action", "bad.json:actions.5.number: ",
		"bad.json:actions.6.product.moq: ", "bad.json:actions.6.product.price: ", "bad.json:actions.6.product.hs_code: ",
		"bad.json:actions.7.purchase_order.supplier: ", "bad.json:actions.7.purchase_order.lines.1.sku: ",
		"bad.json:actions.7.purchase_order.lines.1.quantity: ",
	} {
		if !strings.Contains(a.err, want) {
			t.Errorf("stderr lacks %q:\n%s", want, a.err)
		}
	}
	if strings.Contains(a.err, "purchase_order.status") || strings.Contains(a.err, "currency") {
		t.Errorf("stderr names what nobody said, and what follows from the supplier:\n%s", a.err)
	}
	if after := b.done("list", "products", "--json").out; after != before {
		t.Errorf("a refused file changed the products:\n%s", after)
	}
}

func TestApplyOfALaterActionIsWrongUsage(t *testing.T) {
	b := lantern(t, 1)
	b.refused(command.WrongUsage, "apply save-case", "apply", b.file("case.json", `{"actions": [{"do": "save-case", "number": "SO-1"}]}`))
}

func TestApplyRefusesWhatIsNotAFileOfActions(t *testing.T) {
	b := newBench(t)
	for text, words := range map[string]string{
		`{`:                             "a.json: This isn't valid JSON: line 1, column 2.",
		"{\n \"actions\": x}":           "This isn't valid JSON: line 2, column 13.",
		``:                              "The file is empty",
		`[]`:                            "This must be an object, not a list.",
		`{"actions": []}`:               "no actions",
		`{"actions": {}}`:               "a.json:actions: This must be a list.",
		`{"actions": [], "x": 1}`:       "a.json:x: There is no such field here.",
		`{"actions": [{}]} {}`:          "This isn't valid JSON: line 1, column 19.",
		`{"actions": [{"do": "void"}]}`: "actions.1.number: This field is needed",
		`{"actions": [{"do": "void", "number": "1", "reason": "x", "number": "2"}]}`: "a.json:actions.1.number: number stands twice",
	} {
		b.refused(command.WrongInput, words, "apply", b.file("a.json", text))
	}
	b.refused(command.WrongInput, "no such file", "apply", b.folder+"/missing.json")
}

func TestAbsentFieldsChangeNothingAndEmptyOnesEmpty(t *testing.T) {
	b := lantern(t, 2)
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-product", "product": {"sku": "LAMP-1", "name_zh": "新台灯", "hs_code": "", "moq": 24}}]}`))
	got := decoded[map[string]any](b, b.done("show", "product", "LAMP-1", "--json"))
	for field, want := range map[string]string{"name": "Desk lamp", "name_zh": "新台灯", "hs_code": "", "moq": "24", "price": "6.4", "carton_length_cm": "60"} {
		if got[field] != want {
			t.Errorf("%s is %v; want %q", field, got[field], want)
		}
	}
}

func TestASecondShipmentTakesWhatTheFirstLeft(t *testing.T) {
	b := lantern(t, 4)
	total := func(number string) paper {
		dir := b.folder + "/" + number
		b.done("document", "commercial-invoice", number, "--format", "json", "--out", dir)
		return b.paperAt(dir + "/commercial-invoice-" + number + ".json")
	}
	first, second, order := total("SH-LUX-1").Totals, total("SH-LUX-2").Totals, total("SO-LUX-1").Totals
	if first.Goods != "768.00" || second.Goods != "1575.50" || order.Goods != "2343.50" {
		t.Errorf("goods: %s + %s = %s; want 768.00 + 1575.50 = 2343.50", first.Goods, second.Goods, order.Goods)
	}
	if first.Freight != "68.82" || second.Freight != "141.18" {
		t.Errorf("freight: %s + %s; want 68.82 + 141.18, by the value of the goods", first.Freight, second.Freight)
	}
}

func TestUndoTakesAWholeFileBack(t *testing.T) {
	b := lantern(t, 1)
	before := b.done("list", "products", "--json").out
	got := decoded[applied](b, b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-product", "product": {"sku": "A"}}, {"do": "save-product", "product": {"sku": "B"}}]}`), "--json"))
	if got.Batch == "" {
		t.Fatal("apply names no batch")
	}
	b.done("apply", b.file("undo.json", `{"actions": [{"do": "undo", "batch": "`+got.Batch+`"}]}`))
	if after := b.done("list", "products", "--json").out; after != before {
		t.Errorf("products after the undo: %s", after)
	}
}

func TestApplyWarnsOfWhatLooksWrongWithWhatItSaves(t *testing.T) {
	b := lantern(t, 2)
	file := b.file("a.json", `{"actions": [
		{"do": "save-product", "product": {"sku": "LAMP-1", "gtin": "6901234567893"}},
		{"do": "save-partner", "partner": {"code": "LUX", "email": "nobody", "incoterm": "DDU", "place": "Rotterdam"}},
		{"do": "save-order", "order": {"order_no": "A-1", "date": "2026-11-01", "customer": "LUX", "incoterm": "DAT", "place": "Hamburg",
			"discount": "100", "lines": [{"sku": "LAMP-1", "quantity": "2"}, {"sku": "BULB-1", "quantity": "0.5"}]}},
		{"do": "count-stock", "levels": [{"sku": "LAMP-1", "quantity": "40000000"}]}]}`)
	want := []string{
		"actions.1.product.gtin: Warning: The check digit of this GTIN should be 2", "actions.2.partner.incoterm: Warning: DDU isn't", "actions.2.partner.email: Warning: ",
		"actions.3.order.incoterm: Warning: DAT isn't", "actions.3.order.lines.2.quantity: Warning: 0.5 PCS", "actions.3.order.discount: Warning: ",
		"actions.3.order.total: Warning: ", "actions.4.levels.1.quantity: Warning: ",
	}
	for _, args := range [][]string{{"--dry-run"}, {}} {
		a := b.done(append([]string{"apply", file, "--json"}, args...)...)
		got := decoded[warned](b, a)
		if len(got.Warnings) != len(want) || strings.Count(a.err, "\n") != len(want) {
			t.Errorf("%v: %d warnings, want %d; stderr\n%s", args, len(got.Warnings), len(want), a.err)
		}
		for _, one := range want {
			if !strings.Contains(a.err, file+":"+one) {
				t.Errorf("%v: stderr lacks %q:\n%s", args, one, a.err)
			}
		}
	}
	for _, record := range []struct{ kind, number, rule string }{{"order", "A-1", "DPU"}, {"partner", "LUX", "DAP"}} {
		got := decoded[struct{ Incoterm struct{ Rule string } }](b, b.done("show", record.kind, record.number, "--json"))
		if got.Incoterm.Rule != record.rule {
			t.Errorf("%s is %s; want %s", record.number, got.Incoterm.Rule, record.rule)
		}
	}
	again := b.file("b.json", `{"actions": [{"do": "save-product", "product": {"sku": "LAMP-1", "gtin": "6901234567893"}}]}`)
	if a := b.done("apply", again); a.err != "" {
		t.Errorf("what doesn't change anything is warned of: %s", a.err)
	}
}

func TestCheckNamesTheWarningsOfTheRecordsToo(t *testing.T) {
	b := lantern(t, 3)
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-product", "product": {"sku": "BULB-1", "gtin": "6901234567893"}},
		{"do": "save-partner", "partner": {"code": "LUX", "email": "nobody"}},
		{"do": "save-company", "company": {"bank_accounts": [{"currency": "USD", "account": "GB82WEST12345698765433"}]}},
		{"do": "save-order", "order": {"order_no": "SO-LUX-1", "due_date": "1900-01-01"}}]}`))
	a := b.done("check", "SO-LUX-1")
	for _, want := range []string{
		"(company:bank_accounts.1.account: ", "(partner:LUX:email: ", "(order:SO-LUX-1:due_date: ", "(product:BULB-1:gtin: ",
	} {
		if !strings.Contains(a.out, want) {
			t.Errorf("lacks %q:\n%s", want, a.out)
		}
	}
	got := decoded[struct {
		Warnings []struct{ Record, Number, Field string }
	}](b, b.done("check", "SO-LUX-1", "--json"))
	found := false
	for _, w := range got.Warnings {
		found = found || w.Record == "product" && w.Number == "BULB-1" && w.Field == "gtin"
	}
	if !found {
		t.Errorf("warnings: %+v", got.Warnings)
	}
}
