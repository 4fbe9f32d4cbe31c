package pdf

import (
	"bytes"
	"strings"
	"testing"

	"tradewind/data/document"
)

func TestADraftHasABoxInPlaceOfACharacterNoFontHas(t *testing.T) {
	var b bytes.Buffer
	page := document.Page{Title: "甲𠮷乙ع丙", Language: "zh"}
	missing, err := New(fonts()).RenderDraft(&b, page)
	if err != nil || string(missing) != "𠮷ع" {
		t.Errorf("missing %q: %v", string(missing), err)
	}
	if drawn := strings.Join(read(t, b.Bytes())[0], " "); !strings.Contains(drawn, "甲□乙□丙") {
		t.Errorf("drawn: %s", drawn)
	}
	if err := New(fonts()).Render(&b, page); err == nil {
		t.Error("printed without its characters what isn't a draft")
	}
}
