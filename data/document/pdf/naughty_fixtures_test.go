package pdf

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind/data/document"
)

// fixture reads a JSON file of the shared fixtures.
func fixture(t *testing.T, into any, path ...string) {
	t.Helper()
	dir := cmp.Or(os.Getenv("TRADEWIND_FIXTURES"), filepath.Join("..", "..", "..", "..", "shared", "fixtures"))
	b, err := os.ReadFile(filepath.Join(append([]string{dir}, path...)...))
	if err != nil {
		t.Skip("no fixtures: ", err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}

// naughty returns texts that have broken other programs.
func naughty(t *testing.T) []string {
	t.Helper()
	var plain []string
	var cases struct {
		Cases []struct{ Text string }
	}
	fixture(t, &plain, "text", "blns.json")
	fixture(t, &cases, "text", "pdf_text_cases.json")
	for _, c := range cases.Cases {
		plain = append(plain, c.Text)
	}
	return plain
}

// everywhere is a page that shows the text in every kind of place.
func everywhere(text string) document.Page {
	return document.Page{
		Title: "T " + text, Subtitle: text, Number: text, Author: text, PageOf: "{n}/{m}", Running: []document.Fact{{Label: text, Text: text}},
		Blocks: []document.Block{
			document.Boxes{Rows: [][]document.Box{{
				{Caption: text, Strong: []string{text}, Lines: []string{text}, Facts: []document.Fact{{Label: text, Text: text}}}, {},
			}}},
			document.Grid{
				Columns: []document.Column{{Title: text, Share: 20}, {Title: "B", Share: 80, Align: document.Right}},
				Rows:    []document.Row{{Cells: []document.Cell{{Text: text, Sub: []string{text}}, {Text: text}}}},
				Totals:  []document.Row{{Cells: []document.Cell{{Text: text, Span: 2}}}},
			},
			document.Facts{Heading: text, Facts: []document.Fact{{Label: text, Text: text}}},
			document.Text{Heading: text, Text: text},
			document.Signature{For: text, Name: text, Title: text, PlaceDate: text, Labels: [2]string{text, text}},
		},
	}
}

func TestNaughtyTextsArePrintedOrRefusedByName(t *testing.T) {
	p := New(fonts())
	var pages []document.Page
	refused := 0
	for _, text := range naughty(t) {
		page := everywhere(text)
		list := p.Missing(page)
		if list == nil {
			pages = append(pages, page)
			tidy(t, laid(t, page))
			continue
		}
		refused++
		var missing MissingGlyphs
		if err := p.Render(io.Discard, page); !errors.As(err, &missing) || !slices.Equal(list, missing.Runes) {
			t.Errorf("%q: missing %q, but %v", text, string(list), err)
		}
		for _, r := range list {
			if !strings.ContainsRune(text, r) && r != '\uFFFD' {
				t.Errorf("%q: %q is said to be missing", text, r)
			}
		}
	}
	t.Logf("%d texts printed, %d refused by name", len(pages), refused)
	if len(pages) < 300 {
		t.Errorf("only %d texts were printed", len(pages))
	}
	for some := range slices.Chunk(pages, 50) {
		var b bytes.Buffer
		if err := p.Render(&b, some...); err != nil {
			t.Fatal(err)
		}
		drawn := strings.Join(slices.Concat(read(t, b.Bytes())...), "")
		for _, page := range some {
			found(t, page, drawn)
		}
	}
}
