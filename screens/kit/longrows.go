package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// nearby is how far beyond what is in sight rows are drawn.
const nearby float32 = 600

// LongRows are the rows of a list that may be long, in a form that scrolls: the lines of an order. Only those in sight and near it are
// drawn, the others keep their place. Hundreds of rows would else be placed anew with every change, which takes half a second.
//
// Drawn wherever they stand are the first and the last row, by which Tab comes in, those beside the one with the keyboard, and those
// something is wrong with.
type LongRows struct {
	Table *fyne.Container

	form   *Form
	rows   []*LongRow
	pinned *LongRow // what is about to get the keyboard
}

// LongRow is one row of [LongRows].
type LongRow struct {
	Content *fyne.Container
	OnDrawn func() // when it comes into sight, before it is placed: writes what it says

	parts      []fyne.CanvasObject
	height     func(width float32) float32
	complaints []*Paragraph
}

// NewLongRows returns an empty list in form, with its rows gap apart.
func NewLongRows(form *Form, gap float32) *LongRows {
	l := &LongRows{Table: Pile(gap), form: form}
	form.OnScrolled(l.Reveal)
	return l
}

// NewLongRow makes content, with its layout, a row that isn't drawn yet. Without complaints it is as high as height says for a width,
// 0 while that isn't known.
func NewLongRow(content *fyne.Container, height func(width float32) float32, complaints ...*Paragraph) *LongRow {
	r := &LongRow{Content: content, OnDrawn: func() {}, parts: content.Objects, height: height, complaints: complaints}
	content.Layout, content.Objects = longLayout{r, content.Layout}, nil
	return r
}

// Set places rows below heads, with lines between. Whoever calls it places the form anew, and then calls Reveal.
func (l *LongRows) Set(heads fyne.CanvasObject, rows []*LongRow) {
	var all []fyne.CanvasObject // put in at once: each Add would place all rows anew
	if len(rows) > 0 {
		all = append(all, heads)
	}
	for _, r := range rows {
		all = append(all, Hairline(), r.Content)
	}
	l.rows, l.Table.Objects = rows, all
}

// Reveal draws the rows that must be, and no others.
func (l *LongRows) Reveal() {
	from, to := l.form.Sight(l.Table)
	at := l.focused()
	for i, r := range l.rows {
		top := r.Content.Position().Y
		near := top < to+nearby && top+r.Content.Size().Height > from-nearby
		beside := at >= 0 && i >= at-1 && i <= at+1
		r.reveal(near || beside || i == 0 || i == len(l.rows)-1 || r == l.pinned || r.wrong())
	}
}

// focused is the row that has the keyboard, -1 for none.
func (l *LongRows) focused() int {
	if l.form.host.Window == nil {
		return -1
	}
	o, ok := l.form.host.Window.Canvas().Focused().(fyne.CanvasObject)
	if !ok {
		return -1
	}
	return slices.IndexFunc(l.rows, func(r *LongRow) bool { return inside(r.Content, o) })
}

// inside reports whether o is one of the objects of c, or of the containers in it.
func inside(c *fyne.Container, o fyne.CanvasObject) bool {
	return slices.ContainsFunc(c.Objects, func(one fyne.CanvasObject) bool {
		inner, ok := one.(*fyne.Container)
		return one == o || ok && inside(inner, o)
	})
}

// Pin draws a row that is about to get the keyboard, and keeps it drawn until another one is pinned.
func (l *LongRows) Pin(r *LongRow) {
	l.pinned = r
	r.reveal(true)
}

// Drawn reports whether the row's parts are in the window.
func (r *LongRow) Drawn() bool { return len(r.Content.Objects) > 0 }

func (r *LongRow) wrong() bool {
	return slices.ContainsFunc(r.complaints, func(p *Paragraph) bool { return p.Visible() })
}

// reveal draws the row, or leaves only its place.
func (r *LongRow) reveal(on bool) {
	switch {
	case on == r.Drawn():
	case on:
		r.Content.Objects = r.parts
		r.OnDrawn()
		r.Content.Refresh()
	default:
		r.Content.Objects = nil
	}
}

// longLayout places a row as its own layout does while it is drawn.
type longLayout struct {
	row   *LongRow
	inner fyne.Layout
}

func (l longLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.row.wrong() {
		l.row.reveal(true)
	}
	if !l.row.Drawn() {
		return fyne.NewSize(240, l.row.height(l.row.Content.Size().Width))
	}
	return l.inner.MinSize(l.row.parts)
}

func (l longLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if l.row.Drawn() {
		l.inner.Layout(l.row.parts, size)
	}
}
