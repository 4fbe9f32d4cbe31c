package pdf

import (
	"slices"
	"strings"

	"tradewind/data/document"
)

// measure finds the columns' places, sets the heads, and finds how many decimals each column shows.
func (t *table) measure() {
	n := len(t.grid.Columns)
	t.x, t.w, t.fine = make([]float64, n), make([]float64, n), make([]int32, n)
	need := make([]float64, n) // the width below which a figure would be shrunk
	for _, r := range slices.Concat(t.grid.Rows, t.grid.Totals) {
		at := 0
		for _, c := range r.Cells {
			if c.Number != nil && at < n {
				t.fine[at] = max(t.fine[at], c.Decimals)
				need[at] = max(need[at], t.width(clean(c.Text), totalStyle)+2*cellX)
			}
			at += max(1, c.Span)
		}
	}
	t.share(need)
	x := left
	t.heads = band{above: cellAbove + 0.2, low: cellLow + 0.2}
	for i, c := range t.grid.Columns {
		t.x[i] = x
		x += t.w[i]
		w := t.w[i] - 2*cellX
		t.heads.cells = append(t.heads.cells, cell{t.x[i] + cellX, w, t.lines(c.Title, headStyle, w, c.Align)})
	}
}

// share divides the width by the columns' shares. A column whose figures need more gets it from the widest one, as far as that
// has room to give.
func (t *table) share(need []float64) {
	const keeps = 0.6 // of its share the widest column keeps
	sum, widest := 0, 0
	for i, c := range t.grid.Columns {
		sum += max(1, c.Share)
		if c.Share > t.grid.Columns[widest].Share {
			widest = i
		}
	}
	for i, c := range t.grid.Columns {
		t.w[i] = wideAll * float64(max(1, c.Share)) / float64(sum)
	}
	least := t.w[widest] * keeps
	for i := range t.w {
		if more := min(need[i]-t.w[i], t.w[widest]-least); i != widest && more > 0 {
			t.w[i] += more
			t.w[widest] -= more
		}
	}
}

// row sets the cells of a row.
func (t *table) row(r document.Row, s style, total bool) band {
	b := band{above: cellAbove, low: cellLow}
	at := 0
	for i, c := range r.Cells {
		if at >= len(t.w) {
			break
		}
		own := max(1, c.Span)
		span := min(own, len(t.w)-at)
		label := total && c.Number == nil && c.Text != ""
		if label {
			span = min(own+empty(r.Cells[i+1:]), len(t.w)-at)
		}
		w := -2 * cellX
		for i := range span {
			w += t.w[at+i]
		}
		side := t.grid.Columns[at].Align
		switch {
		case c.Number != nil:
			side = t.grid.Columns[at+span-1].Align
		case label && span > 1:
			side = document.Right // it stands beside its figure
		}
		b.cells = append(b.cells, cell{t.x[at] + cellX, w, t.cell(c, s, w, side, t.fine[at])})
		at += own
	}
	return b
}

// empty returns how many columns the empty cells at the beginning take: a label of a sum may stand across them.
func empty(cells []document.Cell) (n int) {
	for _, c := range cells {
		if c.Number != nil || c.Text != "" || c.Picture != nil || len(c.Sub) > 0 {
			break
		}
		n += max(1, c.Span)
	}
	return n
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
