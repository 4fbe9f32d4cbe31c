package sheet

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"tradewind/data"
)

func TestNaughtyStringsComeBackAsTheyWentOut(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(fixtures(t, "text"), "blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var naughty []string
	if err := json.Unmarshal(b, &naughty); err != nil {
		t.Fatal(err)
	}
	var products []data.Product
	for i, s := range naughty {
		if (cell{text: s}).trimmed() != "" { // a blank cell changes nothing
			products = append(products, data.Product{Record: data.Record{ID: 1}, SKU: string(rune('A'+i%26)) + string(rune('0'+i/26)), Name: data.Texts{"en": s}})
		}
	}
	for _, format := range []string{"csv", "xlsx"} {
		rows := patches(t, export(t, format, func(w *bytes.Buffer) error { return WriteProducts(w, format, list(products)) }), Products)
		if len(rows) != len(products) {
			t.Fatalf("%s: %d of %d rows", format, len(rows), len(products))
		}
		for i, row := range rows {
			if got, want := row.Values["name"], products[i].Name["en"]; got != want {
				t.Errorf("%s: %q came back as %q", format, want, got)
			}
		}
	}
}
