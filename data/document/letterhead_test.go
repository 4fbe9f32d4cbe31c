package document_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

func TestAPaperHasTheLetterheadThatItsPartnerPicked(t *testing.T) {
	src := sample()
	src.Company.Letterheads = []data.Head{{Picture: "aa"}, {Name: "Lotus", Picture: "bb", Text: "Lotus Home 莲花家居\nlotus.example"}}
	if p := build(t, src, data.PackingList); p.Logo != "aa" || p.Letterhead != nil {
		t.Errorf("the usual one: %q %q", p.Logo, p.Letterhead)
	}
	src.Customer.Letterhead = "Lotus"
	for _, kind := range document.Kinds() {
		p := build(t, src, kind)
		page := document.Lay(p, map[data.Hash][]byte{"bb": []byte("picture")}, words(t, "en", "zh")...)
		if !slices.Equal(page.Head, []string{"Lotus Home 莲花家居", "lotus.example"}) || string(page.Logo) != "picture" || !slices.Contains(page.Texts(), "lotus.example") {
			t.Errorf("%s: %q, %q", kind, page.Head, page.Logo)
		}
		if b := string(must(p.JSON(words(t, "en")...))); !strings.Contains(b, `"lotus.example"`) {
			t.Errorf("%s: not in the JSON", kind)
		}
	}
	src.Customer.Letterhead = data.NoLetterhead
	if p := build(t, src, data.Proforma); p.Logo != "" || p.Letterhead != nil {
		t.Errorf("none: %q %q", p.Logo, p.Letterhead)
	}
}
