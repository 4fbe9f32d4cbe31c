package pdf

import (
	"slices"
	"strings"

	"tradewind/data/document"

	"github.com/shopspring/decimal"
)

const (
	cellX     = 1.1 // inside a cell, left and right
	cellAbove = 0.75
	cellLow   = 0.85
	keepHigh  = 18.0 // what stays with the totals: the last row, or two low ones
	thumbHigh = 14.0
	fillHigh  = 8.5 // of a row with something to be written in by hand
)

// table draws one grid.
type table struct {
	*flow
	grid  document.Grid
	x, w  []float64 // of the columns
	fine  []int32   // most decimals of the figures of a column, so that their points stand below each other
	heads band
	sums  []decimal.Decimal // of the columns that are carried, so far
	begun bool              // a row stands on this sheet
}

// grid draws a table: heads on every sheet, sums carried from sheet to sheet, the totals never alone.
func (f *flow) grid(g document.Grid) {
	if len(g.Columns) == 0 {
		return
	}
	t := &table{flow: f, grid: g, sums: make([]decimal.Decimal, len(g.Columns))}
	t.measure()
	rows, totals := make([]band, len(g.Rows)), make([]band, len(g.Totals))
	for i, r := range g.Rows {
		rows[i] = t.row(r, valueStyle, false)
	}
	for i, r := range g.Totals {
		s := valueStyle
		if i == len(g.Totals)-1 {
			s = totalStyle
		}
		totals[i] = t.row(r, s, true)
	}
	t.body(rows, totals)
	f.y += blockGap
}

// body places the rows. What stays together: the heads with the first row, the last rows with the totals.
func (t *table) body(rows, totals []band) {
	rest := heights(rows, totals)
	tail := max(0, len(rows)-1)
	if tail > 0 && rest[tail-1]-rest[len(rows)] < keepHigh {
		tail--
	}
	first := rest[0]
	if tail > 0 {
		first = min(first, rows[0].height()+t.carriedHigh())
	}
	if h := t.heads.height() + first; h <= t.whole() {
		t.need(h)
	}
	t.head()
	for i, b := range rows {
		fits := rest[i] <= t.room()
		if !fits && t.begun && (i == tail || b.height()+t.carriedHigh() > t.room()) {
			t.over()
		}
		t.place(b, t.separator)
		t.add(t.grid.Rows[i])
	}
	t.totals(totals)
}

// heights returns for each row how high it, the rows after it and the totals are.
func heights(rows, totals []band) []float64 {
	rest := make([]float64, len(rows)+1)
	for _, b := range totals {
		rest[len(rows)] += b.height()
	}
	for i, b := range slices.Backward(rows) {
		rest[i] = rest[i+1] + b.height()
	}
	return rest
}

// totals draws the sums below the rows; the last, the grand total, between rules.
func (t *table) totals(totals []band) {
	for i, b := range totals {
		if b.height() > t.room() && t.begun {
			t.turn()
			t.head()
		}
		t.place(b, func(y, h float64) {
			if i == len(totals)-1 {
				t.sheet().line(left, right, y, 0.2, ink)
				t.sheet().line(left, right, y+h, 0.35, ink)
			}
		})
	}
}

// place draws a row, cutting one that is higher than a sheet.
func (t *table) place(b band, done func(y, h float64)) {
	for b.height() > t.room() {
		now, later := b.cut(t.room())
		t.piece(now, done)
		if later.empty() {
			return
		}
		t.turn()
		t.head()
		b = later
	}
	t.piece(b, done)
	t.begun = true
}

// separator draws the line under a row, and the sides of what is to be filled in by hand.
func (t *table) separator(y, h float64) {
	t.sheet().line(left, right, y+h, 0.1, hair)
	for i, c := range t.grid.Columns {
		if !c.Fill {
			continue
		}
		for _, x := range []float64{t.x[i], t.x[i] + t.w[i]} {
			t.sheet().rules = append(t.sheet().rules, rule{x, y, x, y + h, 0.1, edge})
		}
		t.sheet().line(t.x[i], t.x[i]+t.w[i], y+h, 0.1, edge)
	}
}

// head draws the heads of the columns.
func (t *table) head() {
	s, h := t.sheet(), t.heads.height()
	s.fills = append(s.fills, fill{left, t.y, wideAll, h, ground})
	s.line(left, right, t.y, 0.2, edge)
	s.line(left, right, t.y+h, 0.2, edge)
	t.piece(t.heads, nil)
	t.begun = false
}

// over goes on to the next sheet, with the sums so far at the foot of this one and at the head of that one.
func (t *table) over() {
	carry := t.carries()
	if carry {
		t.piece(t.carried(t.page.Carried), nil)
	}
	t.turn()
	t.head()
	if carry {
		t.piece(t.carried(t.page.Brought), t.separator)
	}
}

// carries says whether sums are carried at all.
func (t *table) carries() bool {
	return t.page.Carried != "" && slices.ContainsFunc(t.grid.Columns, func(c document.Column) bool { return c.Carry })
}

func (t *table) carriedHigh() float64 {
	if !t.carries() {
		return 0
	}
	return valueStyle.high() + cellAbove + cellLow
}

// carried sets the line that carries the sums.
func (t *table) carried(label string) band {
	first := slices.IndexFunc(t.grid.Columns, func(c document.Column) bool { return c.Carry })
	r := document.Row{Cells: make([]document.Cell, len(t.grid.Columns))}
	for i, c := range t.grid.Columns {
		if c.Carry {
			r.Cells[i] = document.Cell{Text: t.figure(t.sums[i], t.fine[i]), Number: &t.sums[i], Decimals: t.fine[i]}
		}
	}
	if first > 0 {
		r.Cells = slices.Concat([]document.Cell{{Text: label, Span: first}}, r.Cells[first:])
	}
	return t.row(r, strongStyle, true)
}

// add counts a row into the carried sums.
func (t *table) add(r document.Row) {
	at := 0
	for _, c := range r.Cells {
		if at < len(t.sums) && t.grid.Columns[at].Carry && c.Number != nil {
			t.sums[at] = t.sums[at].Add(*c.Number)
		}
		at += max(1, c.Span)
	}
}

// figure writes a sum in the way of the reader's language.
func (t *table) figure(d decimal.Decimal, decimals int32) string {
	if t.page.Figure != nil {
		return t.page.Figure(d, decimals)
	}
	return grouped(d, decimals)
}

// grouped writes 1,234.50.
func grouped(d decimal.Decimal, decimals int32) string {
	whole, part, _ := strings.Cut(d.Abs().StringFixed(decimals), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if part != "" {
		whole += "." + part
	}
	if d.IsNegative() {
		whole = "-" + whole
	}
	return whole
}
