package pdf

import (
	"math"

	"tradewind/data/document"
)

// setter sets texts as lines.
type setter struct {
	faces    [2]*face
	pictures *album
	draft    bool // something is drawn in place of a character that no font has
}

// width returns the width of a text in millimetres.
func (t *setter) width(text string, s style) float64 {
	return float64(t.faces[s.weight].advance(text)) / 1000 * s.size * point
}

// lines breaks a text into lines of at most width millimetres.
func (t *setter) lines(text string, s style, width float64, side document.Align) []line {
	if text == "" {
		return nil
	}
	texts := t.faces[s.weight].wrap(clean(text), int(math.Round(width/(s.size*point)*1000)))
	list := make([]line, len(texts))
	for i, text := range texts {
		w := t.width(text, s)
		list[i] = line{runs: []run{{offset(side, width, w), w, s, text}}, height: s.high(), base: s.base()}
	}
	return list
}

// offset returns where a text of width w begins in a column.
func offset(side document.Align, column, w float64) float64 {
	switch side {
	case document.Right:
		return column - w
	case document.Centre:
		return (column - w) / 2
	}
	return 0
}

// fitted returns the style made small enough for the text to stand on one line, as far as smallest allows.
func (t *setter) fitted(text string, s style, width float64) style {
	if w := t.width(text, s); w > width && w > 0 {
		s.size = max(smallest, s.size*width/w*0.999)
	}
	return s
}

// facts sets labels and their values side by side: the labels in a column as wide as the widest needs, at most half the width.
func (t *setter) facts(facts []document.Fact, width float64) []line {
	const gap = 2.0
	column := 0.0
	for _, f := range facts {
		column = max(column, t.width(clean(f.Label), labelStyle))
	}
	column = min(column, width*0.5)
	var list []line
	for _, f := range facts {
		list = append(list, t.fact(f, column, width-column-gap, column+gap)...)
	}
	return list
}

// fact sets one label and its value on common baselines.
func (t *setter) fact(f document.Fact, labelWide, valueWide, valueAt float64) []line {
	labels := t.lines(f.Label, labelStyle, labelWide, document.Left)
	values := t.lines(f.Text, valueStyle, valueWide, document.Left)
	list := make([]line, max(len(labels), len(values), 1))
	for i := range list {
		list[i] = line{height: valueStyle.high(), base: valueStyle.base()}
		if i < len(labels) {
			list[i].runs = append(list[i].runs, labels[i].runs...)
		}
		if i < len(values) {
			r := values[i].runs[0]
			r.x += valueAt
			list[i].runs = append(list[i].runs, r)
		}
	}
	return list
}
