package command_test

import (
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"
)

// strange gives the bench's order lines a text with characters no font of the program has.
func (b *bench) strange(text string) {
	b.Helper()
	b.done("apply", b.file("strange.json", `{"actions": [{"do": "save-partner", "partner": {"code": "LUX", "name": "`+text+`"}}]}`))
}

func TestADraftHasABoxForACharacterNoFontHasAndAWarningNamesIt(t *testing.T) {
	b := lantern(t, 3)
	b.strange("𠮷野家 عربى")
	out := filepath.Join(b.folder, "out")
	a := b.done("document", "commercial-invoice", "SO-LUX-1", "--format", "pdf,json,xlsx", "--out", out)
	for _, name := range []string{"𠮷 (U+20BB7)", "ع (U+0639)", "ر (U+0631)", "ب (U+0628)", "ى (U+0649)"} {
		if strings.Count(a.err, name) != 1 {
			t.Errorf("%s isn't named once in %q", name, a.err)
		}
	}
	if names := b.names(out); len(names) != 3 || !strings.HasPrefix(b.read(out+"/commercial-invoice-SO-LUX-1.pdf"), "%PDF-") {
		t.Errorf("files: %v", names)
	}
	if text := b.read(out + "/commercial-invoice-SO-LUX-1.json"); !strings.Contains(text, "𠮷野家 عربى") || strings.Contains(text, "□") {
		t.Error("the JSON lost the characters")
	}
	b.refused(command.WrongInput, "𠮷 (U+20BB7)", "document", "commercial-invoice", "SO-LUX-1", "--issue", "--format", "json,pdf", "--out", out+"2")
	if names := b.names(out + "2"); len(names) > 0 {
		t.Errorf("a refused issue wrote %v", names)
	}
	if docs := strings.TrimSpace(b.done("list", "documents", "--json").out); docs != "[]" {
		t.Errorf("a refused issue took a number: %s", docs)
	}
	b.strange("ابتثجحخدذرزسشصضطظعغفقك")
	if a := b.done("document", "commercial-invoice", "SO-LUX-1", "--out", out); !strings.Contains(a.err, " and 2 more") {
		t.Errorf("of 22 characters: %q", a.err)
	}
}
