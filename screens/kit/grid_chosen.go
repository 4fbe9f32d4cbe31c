package kit

import (
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// chosenRows are rows of one column: from where choosing began to where it went.
type chosenRows struct {
	column, from, to int
	on               bool
}

// many reports whether more than one row is chosen.
func (c chosenRows) many() bool { return c.on && c.from != c.to }

// span is the first and the last row chosen.
func (c chosenRows) span() (first, last int) { return min(c.from, c.to), max(c.from, c.to) }

// within is the part of the chosen rows between two others, when more than one is chosen.
func (c chosenRows) within(top, bottom int) (first, last int, ok bool) {
	first, last = c.span()
	first, last = max(first, top), min(last, bottom)
	return first, last, c.many() && first <= last
}

// choose chooses one row of a column.
func (g *Grid) choose(row, column int) {
	g.chosen = chosenRows{column, row, row, true}
	g.mark()
	g.tell()
}

// Choose chooses rows of a column; the keyboard goes to the last one.
func (g *Grid) Choose(column, from, to int) {
	g.focus(from, column)
	g.extendTo(to, column)
}

// mark draws the frame around the chosen rows.
func (g *Grid) mark() {
	_, _, seen := g.chosen.within(g.top, g.top+g.inSight()-1)
	g.frame.show(seen)
	g.Content.Layout.Layout(g.Content.Objects, g.Content.Size())
}

// extend chooses so many more rows, or fewer.
func (g *Grid) extend(by int) {
	if !g.chosen.on {
		return
	}
	g.extendTo(g.chosen.to+by, g.chosen.column)
}

// extendTo chooses the rows up to this one; false when choosing didn't begin in its column. The keyboard stays where it is, unless its
// row goes out of sight.
func (g *Grid) extendTo(row, column int) bool {
	if !g.chosen.on || g.chosen.column != column {
		return false
	}
	chosen := g.chosen
	chosen.to = max(0, min(row, len(g.texts)-2))
	if _, _, is := g.focused(); is {
		g.focus(chosen.to, column)
	}
	g.chosen = chosen
	g.mark()
	return true
}

// outline is a frame around fields, with nothing inside.
type outline struct{ box *canvas.Rectangle }

func newOutline() *outline {
	o := &outline{canvas.NewRectangle(nil)}
	o.box.StrokeWidth, o.box.CornerRadius = 2, 4
	o.box.Hide()
	return o
}

// show draws the frame in the colour of the theme that holds now.
func (o *outline) show(on bool) {
	o.box.Hidden = !on
	if on {
		o.box.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
	o.box.Refresh()
}
