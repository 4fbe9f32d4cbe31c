package document_test

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"tradewind/data"
	"tradewind/data/document"
)

func TestNaughtyTextsPassThroughWithoutLoss(t *testing.T) {
	dir := cmp.Or(os.Getenv("TRADEWIND_FIXTURES"), "../../../shared/fixtures")
	b, err := os.ReadFile(filepath.Join(dir, "text", "blns.json"))
	if err != nil {
		t.Skipf("no fixtures: %v", err)
	}
	var texts []string
	if err := json.Unmarshal(b, &texts); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"fuzzdb_emoji.txt", "fuzzdb_naughty-unicode.txt", "fuzzdb_right-to-left.txt"} {
		b, err := os.ReadFile(filepath.Join(dir, "text", name))
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, strings.Split(string(b), "\n")...)
	}
	w := words(t, "en", "zh")
	for _, text := range texts {
		if strings.TrimSpace(text) != "" && utf8.ValidString(text) && !strings.ContainsAny(text, "\r\n") {
			passes(t, text, w)
		}
	}
}

// passes puts text into every free field of a paper and looks for it on the page, in the JSON and in the frozen copy.
func passes(t *testing.T, text string, w []document.Words) {
	t.Helper()
	src := sample()
	src.Customer.Name, src.Order.Notes, src.Order.PaymentTerms, src.Order.Marks = text, text, text, text
	src.Order.Lines[0].Description, src.Order.Lines[0].SKU, src.Order.Lines[0].Unit = data.Texts{"en": text, "zh": text}, text, data.Unit(text)
	p := build(t, src, data.CommercialInvoice)
	page := document.Lay(p, nil, w...).Texts()
	for field, found := range map[string]bool{
		"name": slices.Contains(page, text), "notes": slices.Contains(page, text),
		"sku": slices.ContainsFunc(page, func(s string) bool { return strings.Contains(s, text) && s != text }),
	} {
		if !found {
			t.Errorf("%q as %s isn't on the page", text, field)
		}
	}
	b, err := p.JSON(w...)
	if err != nil {
		t.Fatal(err)
	}
	var plain struct {
		Notes string                              `json:"notes"`
		Buyer struct{ Name string }               `json:"buyer"`
		Lines []struct{ SKU, Description string } `json:"lines"`
	}
	if err := json.Unmarshal(b, &plain); err != nil {
		t.Fatal(err)
	}
	if plain.Notes != text || plain.Buyer.Name != text || plain.Lines[0].SKU != text || plain.Lines[0].Description != text {
		t.Errorf("%q became %+v", text, plain)
	}
	frozen, err := document.Freeze(p)
	if err != nil {
		t.Fatal(err)
	}
	thawed, err := document.Thaw(frozen)
	if err != nil {
		t.Fatal(err)
	}
	if d := document.Differences(p, thawed); d != nil {
		t.Errorf("%q: thawed it differs at %v", text, d)
	}
}
