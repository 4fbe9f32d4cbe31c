package command_test

import (
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"
)

// short is a bench with something to buy, a lot that expires and stock that nobody buys.
func short(t *testing.T) *bench {
	t.Helper()
	b := lantern(t, 2)
	b.done("apply", b.file("short.json", `{"actions": [
		{"do": "save-partner", "partner": {"code": "MAKER", "name": "Maker", "roles": ["supplier"]}},
		{"do": "save-product", "product": {"sku": "LAMP-1", "safety_stock": "1000", "suppliers": [{"partner": "MAKER", "lead_days": 20, "moq": "50"}]}},
		{"do": "count-stock", "levels": [{"sku": "BULB-1", "warehouse": "RTM", "lot": "B7", "expiry": "2020-01-01", "quantity": "5"}]}]}`))
	return b
}

func TestWhatToBuyIsListedWithItsArithmetic(t *testing.T) {
	b := short(t)
	type row struct {
		SKU, Supplier, Quantity, Unit string
		Steps                         []struct{ Term, Quantity, Step string }
	}
	rows := decoded[[]row](b, b.done("list", "reorder", "--json"))
	if len(rows) != 1 || rows[0].SKU != "LAMP-1" || rows[0].Supplier != "Maker" || rows[0].Quantity != "108" || rows[0].Unit != "PCS" {
		t.Fatalf("to buy %+v", rows)
	}
	last := rows[0].Steps[len(rows[0].Steps)-2] // 100 are missing, in cartons of 12
	if last.Term != "carton_multiple" || last.Step != "12" || last.Quantity != "108" {
		t.Errorf("steps %+v", rows[0].Steps)
	}
	if out := b.done("list", "reorder", "--search", "bulb", "--json").out; strings.TrimSpace(out) != "[]" {
		t.Errorf("of the bulb: %s", out)
	}
	if out := b.done("list", "reorder").out; !strings.Contains(out, "LAMP-1") || !strings.Contains(out, "108") {
		t.Errorf("the table says %s", out)
	}
	b.refused(command.WrongUsage, "--on", "report", "reorder", "--on", "2020-01-01", "--out", b.folder)
}

func TestReportsAboutBuyingAndClearingAreDrawnInEveryFormat(t *testing.T) {
	b := short(t)
	out := filepath.Join(b.folder, "out")
	for kind, want := range map[string]string{"reorder": `"quantity": "108"`, "expiry": `"lot": "B7"`, "dead-stock": `"rows": []`} {
		for _, lang := range []string{"en", "zh"} {
			b.done("report", kind, "--format", "pdf,xlsx,json", "--lang", lang, "--out", out)
			var found string
			for _, name := range b.names(out) {
				if strings.HasPrefix(name, kind) && strings.HasSuffix(name, lang+".json") {
					found = b.read(filepath.Join(out, name))
				}
			}
			if !strings.Contains(found, want) {
				t.Errorf("%s in %s: %s", kind, lang, found)
			}
		}
	}
	rows := decoded[[]struct {
		SKU, Lot, Value string
		DaysLeft        int `json:"days_left"`
	}](b, b.done("list", "expiry", "--json"))
	if len(rows) != 1 || rows[0].Lot != "B7" || rows[0].DaysLeft >= 0 {
		t.Errorf("lots %+v", rows)
	}
	if got := strings.TrimSpace(b.done("list", "dead-stock", "--json").out); got != "[]" {
		t.Errorf("what came today isn't dead: %s", got)
	}
}
