package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tradewind/data/document"

	"github.com/shopspring/decimal"
)

func itoa(n int) string { return strconv.Itoa(n) }

func setterOf(t testing.TB) *setter {
	t.Helper()
	s, err := New(fonts()).setter()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func laid(t testing.TB, page document.Page) []*sheet {
	t.Helper()
	sheets, err := setterOf(t).lay(page)
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}

// tidy complains about words outside the frame, words upon words, and words across lines.
func tidy(t *testing.T, sheets []*sheet) {
	t.Helper()
	const hairs = 0.05
	for n, s := range sheets {
		for i, w := range s.words {
			up, low := w.y-0.70*w.size*point, w.y+0.12*w.size*point
			if w.x < left-hairs || w.x+w.width > right+hairs || up < top-1 || low > bottom+1 {
				t.Errorf("sheet %d: %q stands outside the frame at %.1f–%.1f, %.1f", n+1, w.text, w.x, w.x+w.width, w.y)
			}
			for _, o := range s.words[i+1:] {
				if w.x+hairs < o.x+o.width && o.x+hairs < w.x+w.width && up < o.y+0.12*o.size*point && o.y-0.70*o.size*point < low {
					t.Errorf("sheet %d: %q stands upon %q", n+1, w.text, o.text)
				}
			}
			for _, r := range s.rules {
				upright := r.x1 == r.x2 && w.x+hairs < r.x1 && r.x1 < w.x+w.width-hairs && r.y1 < low && up < r.y2
				flat := r.y1 == r.y2 && up < r.y1 && r.y1 < low && r.x1 < w.x+w.width && w.x < r.x2
				if upright || flat {
					t.Errorf("sheet %d: a line crosses %q", n+1, w.text)
				}
			}
		}
		for _, p := range s.pictures {
			if p.x < left-hairs || p.x+p.w > right+hairs || p.y < top-hairs || p.y+p.h > bottom+hairs {
				t.Errorf("sheet %d: a picture stands outside the frame", n+1)
			}
		}
	}
}

func TestNothingIsClippedOrOverlaps(t *testing.T) {
	for name, page := range samples() {
		t.Run(name, func(t *testing.T) { tidy(t, laid(t, page)) })
	}
}

// texts returns the words of a sheet.
func texts(s *sheet) []string {
	list := make([]string, len(s.words))
	for i, w := range s.words {
		list[i] = w.text
	}
	return list
}

func TestSumsAreCarriedFromSheetToSheet(t *testing.T) {
	page := invoice(60)
	grid := goods(60)
	sum := decimal.Zero
	next := 0
	sheets := laid(t, page)
	for i, s := range sheets {
		words := texts(s)
		if at := slices.Index(words, page.Brought); i > 0 && at >= 0 && words[at+1] != grouped(sum, 2) {
			t.Errorf("sheet %d brings %s, not %s", i+1, words[at+1], grouped(sum, 2))
		}
		for next < len(grid.Rows) && slices.Contains(words, grid.Rows[next].Cells[5].Text) {
			sum = sum.Add(*grid.Rows[next].Cells[5].Number)
			next++
		}
		if at := slices.Index(words, page.Carried); at >= 0 && words[at+1] != grouped(sum, 2) {
			t.Errorf("sheet %d carries %s, not %s", i+1, words[at+1], grouped(sum, 2))
		}
	}
	if next != 60 {
		t.Errorf("%d of 60 rows are on the sheets", next)
	}
}

func TestTotalsNeverStandAlone(t *testing.T) {
	for n := range 70 {
		page := invoice(n + 1)
		last := page.Blocks[1].(document.Grid).Rows[n].Cells[5].Text
		for i, s := range laid(t, page) {
			words := texts(s)
			if slices.Contains(words, "Total CIF Hamburg 总计 USD") && !slices.Contains(words, last) {
				t.Errorf("%d rows: sheet %d has the total without the last row", n+1, i+1)
			}
		}
	}
}

func TestNoSheetHasOnlyASignature(t *testing.T) {
	for n := range 40 {
		sheets := laid(t, invoice(n+1))
		end := strings.Join(texts(sheets[len(sheets)-1]), "\n")
		if strings.Contains(end, "Authorised signature") && !strings.Contains(end, "We certify") {
			t.Errorf("%d rows: the signature stands alone", n+1)
		}
	}
}

func TestDecimalPointsStandBelowEachOther(t *testing.T) {
	cell := func(s string) document.Row {
		d := decimal.RequireFromString(s)
		return document.Row{Cells: []document.Cell{{Text: s, Number: &d, Decimals: -d.Exponent()}}}
	}
	page := document.Page{Blocks: []document.Block{document.Grid{
		Columns: []document.Column{{Title: "Price", Share: 100, Align: document.Right}},
		Rows:    []document.Row{cell("3.2500"), cell("12.5"), cell("7"), cell("1234.25")},
	}}}
	s := setterOf(t)
	sheets, err := s.lay(page)
	if err != nil {
		t.Fatal(err)
	}
	var points []string
	for _, w := range sheets[0].words {
		if w.text != "Price" {
			whole, _, _ := strings.Cut(w.text, ".")
			points = append(points, fmt.Sprintf("%.3f", w.x+s.width(whole, valueStyle)))
		}
	}
	if len(slices.Compact(points)) != 1 {
		t.Errorf("the points stand at %v", points)
	}
}

func TestTheUnitOfATotalStandsBelowItsColumn(t *testing.T) {
	d := decimal.RequireFromString("120")
	figure := document.Cell{Text: "120", Number: &d}
	page := document.Page{Blocks: []document.Block{document.Grid{
		Columns: []document.Column{
			{Title: "Goods", Share: 40},
			{Title: "Quantity", Share: 15, Align: document.Right},
			{Title: "Unit", Share: 10},
			{Title: "Price", Share: 15, Align: document.Right},
			{Title: "Amount", Share: 20, Align: document.Right},
		},
		Rows:   []document.Row{{Cells: []document.Cell{{Text: "Mug"}, figure, {Text: "PCS"}, figure, figure}}},
		Totals: []document.Row{{Cells: []document.Cell{{Text: "TOTAL"}, figure, {Text: "PCS"}, {}, figure}}},
	}}}
	var at []float64
	for _, w := range laid(t, page)[0].words {
		if w.text == "PCS" {
			at = append(at, w.x)
		}
	}
	if len(at) != 2 || at[0] != at[1] {
		t.Errorf("the units stand at %v", at)
	}
}

func TestAnUnknownBlockIsAnError(t *testing.T) {
	if _, err := setterOf(t).lay(document.Page{Blocks: []document.Block{nil}}); err == nil {
		t.Error("it was taken")
	}
}

func TestAnEmptyPageIsASheet(t *testing.T) {
	page := document.Page{Blocks: []document.Block{
		document.Boxes{Rows: [][]document.Box{{}, {{}, {}}}},
		document.Grid{},
		document.Grid{Columns: []document.Column{{}}, Rows: []document.Row{{}}},
		document.Facts{},
		document.Text{},
		document.Pictures{},
		document.Signature{},
	}}
	if n := len(laid(t, page)); n != 1 {
		t.Errorf("%d sheets", n)
	}
}

func TestLongBlocksBreakWhereverTheyBegin(t *testing.T) {
	for lines := range 120 {
		tall := document.Text{Heading: "Terms", Text: strings.Repeat("All that is agreed.\n", 150)}
		boxes := document.Boxes{Rows: [][]document.Box{{{Caption: "Marks", Lines: slices.Repeat([]string{"MARK"}, 90)}, {}}}}
		grid := goods(2)
		grid.Rows[1].Cells[1].Sub = slices.Repeat([]string{"one more line"}, 150)
		grid.Totals = slices.Repeat(grid.Totals, lines/20)
		lead := document.Text{Text: strings.Repeat("x\n", lines)}
		tidy(t, laid(t, document.Page{Title: "T", Blocks: []document.Block{lead, []document.Block{tall, boxes, grid}[lines%3], signature()}}))
	}
}
