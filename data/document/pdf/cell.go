package pdf

import (
	"slices"
	"strings"

	"tradewind/data/document"
)

// measure finds the columns' places, sets the heads, and finds how many decimals each column shows.
func (t *table) measure() {
	n := len(t.grid.Columns)
	t.x, t.fine = make([]float64, n), make([]int32, n)
	wants := make([]want, n)
	for i, c := range t.grid.Columns {
		wants[i].text = t.headWidth(clean(c.Title)) + 2*cellX
	}
	for _, r := range slices.Concat(t.grid.Rows, t.grid.Totals) {
		at := 0
		for _, c := range r.Cells {
			if span := max(1, c.Span); at < n && span == 1 {
				t.ask(c, &wants[at], at)
			}
			at += max(1, c.Span)
		}
	}
	t.w = t.share(wants)
	x := left
	t.heads = band{above: cellAbove + 0.2, low: cellLow + 0.2}
	for i, c := range t.grid.Columns {
		t.x[i] = x
		x += t.w[i]
		w := t.w[i] - 2*cellX
		t.heads.cells = append(t.heads.cells, cell{t.x[i] + cellX, w, t.lines(c.Title, headStyle, w, c.Align)})
	}
}

// headWidth returns how wide a head must be for two lines: its longest word, and somewhat more than half of all.
func (t *table) headWidth(title string) float64 {
	w := 0.6 * t.width(title, headStyle)
	for word := range strings.FieldsSeq(title) {
		w = max(w, t.width(word, headStyle))
	}
	return w
}

// want is how wide a column would like to be: for its figures, which would else be shrunk, and for all texts to stand on one line.
type want struct{ figure, text float64 }

// ask takes down what one cell wants of its column.
func (t *table) ask(c document.Cell, w *want, at int) {
	style := valueStyle
	if c.Number != nil {
		t.fine[at] = max(t.fine[at], c.Decimals)
		style = totalStyle
	}
	wide := t.width(clean(c.Text), style) + 2*cellX
	if c.Number != nil {
		w.figure = max(w.figure, wide)
	}
	w.text = max(w.text, wide)
	for _, sub := range c.Sub {
		w.text = max(w.text, t.width(clean(sub), subStyle)+2*cellX)
	}
	if c.Picture != nil {
		w.text = max(w.text, thumbHigh+2*cellX)
	}
}

// share divides the width by the columns' shares. What a column doesn't need goes to the widest one, which holds the goods, as
// far as that has use for it; what another's figures lack comes from it.
func (t *table) share(wants []want) []float64 {
	const (
		keeps = 0.6 // of its share the widest column keeps
		air   = 2.5 // what a column keeps beyond its texts
	)
	sum, widest := 0, 0
	for i, c := range t.grid.Columns {
		sum += max(1, c.Share)
		if c.Share > t.grid.Columns[widest].Share {
			widest = i
		}
	}
	w, spare, all := make([]float64, len(wants)), make([]float64, len(wants)), 0.0
	for i, c := range t.grid.Columns {
		w[i] = wideAll * float64(max(1, c.Share)) / float64(sum)
		if i != widest && !c.Fill {
			spare[i] = max(0, w[i]-max(wants[i].text, wants[i].figure)-air)
			all += spare[i]
		}
	}
	if use := min(all, max(0, wants[widest].text-w[widest])); use > 0 {
		for i := range w {
			w[i] -= spare[i] * use / all
		}
		w[widest] += use
	}
	least := w[widest] * keeps
	for i := range w {
		if more := min(wants[i].figure-w[i], w[widest]-least); i != widest && more > 0 {
			w[i] += more
			w[widest] -= more
		}
	}
	return w
}

// pen is the height that a row needs to be written in by hand; 0 where nothing is.
func (t *table) pen() float64 {
	if slices.ContainsFunc(t.grid.Columns, func(c document.Column) bool { return c.Fill }) {
		return fillHigh
	}
	return 0
}

// row sets the cells of a row.
func (t *table) row(r document.Row, s style, total bool) band {
	b := band{above: cellAbove, low: cellLow}
	if !total {
		b.least = t.pen()
	}
	at, figure := 0, false
	for i, c := range r.Cells {
		if at >= len(t.w) {
			break
		}
		own := max(1, c.Span)
		span := min(own, len(t.w)-at)
		label := total && c.Number == nil && c.Text != "" && !figure // behind a figure stands its unit
		figure = figure || c.Number != nil
		if label {
			span = min(own+empty(r.Cells[i+1:]), len(t.w)-at)
		}
		w := t.across(at, span)
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

// across is the width inside a cell that takes span columns.
func (t *table) across(at, span int) float64 {
	w := -2 * cellX
	for i := range span {
		w += t.w[at+i]
	}
	return w
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
