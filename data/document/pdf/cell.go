package pdf

import (
	"strings"

	"tradewind/data/document"
)

// measure finds the columns' places, sets the heads, and finds how many decimals each column shows.
func (t *table) measure() {
	n := len(t.grid.Columns)
	t.x, t.w, t.fine = make([]float64, n), make([]float64, n), make([]int32, n)
	shares := 0
	for _, c := range t.grid.Columns {
		shares += max(1, c.Share)
	}
	for _, rows := range [][]document.Row{t.grid.Rows, t.grid.Totals} {
		for _, r := range rows {
			at := 0
			for _, c := range r.Cells {
				if c.Number != nil && at < n {
					t.fine[at] = max(t.fine[at], c.Decimals)
				}
				at += max(1, c.Span)
			}
		}
	}
	x := left
	t.heads = band{above: cellAbove + 0.2, low: cellLow + 0.2}
	for i, c := range t.grid.Columns {
		t.x[i], t.w[i] = x, wideAll*float64(max(1, c.Share))/float64(shares)
		x += t.w[i]
		w := t.w[i] - 2*cellX
		t.heads.cells = append(t.heads.cells, cell{t.x[i] + cellX, w, t.lines(c.Title, headStyle, w, c.Align)})
	}
}

// row sets the cells of a row. In a row of totals, what spans columns is a label and stands beside its figure.
func (t *table) row(r document.Row, s style, total bool) band {
	b := band{above: cellAbove, low: cellLow}
	at := 0
	for _, c := range r.Cells {
		if at >= len(t.w) {
			break
		}
		w, span := 0.0, min(max(1, c.Span), len(t.w)-at)
		for i := range span {
			w += t.w[at+i]
		}
		side := t.grid.Columns[at].Align
		switch {
		case c.Number != nil:
			side = t.grid.Columns[at+span-1].Align
		case total && span > 1:
			side = document.Right
		}
		w -= 2 * cellX
		b.cells = append(b.cells, cell{t.x[at] + cellX, w, t.cell(c, s, w, side, t.fine[at])})
		at += span
	}
	return b
}

// cell sets a picture, the text and the small lines below it.
func (t *table) cell(c document.Cell, s style, w float64, side document.Align, fine int32) []line {
	var lines []line
	if p := t.pictures.get(c.Picture); p != nil {
		pw, ph := p.within(w, thumbHigh)
		lines = append(lines, line{height: ph + 0.6, picture: p, px: offset(side, w, pw), pw: pw, ph: ph})
	}
	if c.Number != nil {
		lines = append(lines, t.figureCell(c, s, w, side, fine)...)
	} else {
		lines = append(lines, t.lines(c.Text, s, w, side)...)
	}
	for _, sub := range c.Sub {
		lines = append(lines, t.lines(sub, subStyle, w, side)...)
	}
	return lines
}

// figureCell sets a figure so that its decimal point stands below the others of the column: one with fewer decimals keeps away from
// the right edge. A figure too wide for its column is made smaller, then broken; it is never cut off.
func (t *table) figureCell(c document.Cell, s style, w float64, side document.Align, fine int32) []line {
	if c.Text == "" {
		return nil
	}
	text, away := clean(c.Text), 0.0
	if side == document.Right && c.Decimals < fine {
		zeros := strings.Repeat("0", int(fine-c.Decimals))
		if c.Decimals == 0 {
			zeros += "."
		}
		away = t.width(zeros, s)
	}
	if t.width(text, s)+away > w {
		away = 0
	}
	return t.lines(text, t.fitted(text, s, w), w-away, side)
}
