package orders

import (
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// Widths of the columns of a line. The article takes the rest.
const (
	noWidth       float32 = 28
	quantityWidth float32 = 88
	unitWidth     float32 = 84
	priceWidth    float32 = 100
	discountWidth float32 = 60
	amountWidth   float32 = 120
	narrowAmount  float32 = 140 // where it stands in the article's row
	moreWidth     float32 = 32
	wideRow       float32 = 860 // from here on a line stands in one row, with room for how it can be served
	textHeight    float32 = 20
	factsHeight   float32 = 20
	outOfSight    float32 = -10000
)

// place is where a column stands: its left edge and width.
type place struct{ x, width float32 }

// columns says where the columns of a line stand in a table so wide.
type columns struct {
	wide                                                   bool
	article, quantity, unit, price, discount, amount, more place
}

func columnsAt(width float32) columns {
	c := columns{wide: width >= wideRow}
	if !c.wide {
		x := noWidth
		for _, one := range []struct {
			at    *place
			width float32
		}{{&c.quantity, quantityWidth}, {&c.unit, unitWidth}, {&c.price, priceWidth}, {&c.discount, discountWidth}} {
			*one.at = place{x, one.width}
			x += one.width + kit.Small
		}
		c.more = place{width - moreWidth, moreWidth}
		c.amount = place{width - narrowAmount, narrowAmount}
		c.article = place{noWidth, width - noWidth - narrowAmount - kit.Small}
		return c
	}
	x := width
	for _, one := range []struct {
		at    *place
		width float32
	}{{&c.more, moreWidth}, {&c.amount, amountWidth}, {&c.discount, discountWidth}, {&c.price, priceWidth}, {&c.unit, unitWidth}, {&c.quantity, quantityWidth}} {
		x -= one.width
		*one.at = place{x, one.width}
		x -= kit.Small
	}
	c.article = place{noWidth, x - noWidth}
	return c
}

func put(o fyne.CanvasObject, at place, y, height float32) {
	o.Move(fyne.NewPos(at.x, y))
	o.Resize(fyne.NewSize(fyne.Max(0, at.width), height))
}

// rowLayout places a line in one row, or, where there is less room, its article above its fields.
type rowLayout struct{ r *row }

// MinSize is as high as the line is at the width it has.
func (l *rowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	width := l.r.content.Size().Width
	if width == 0 {
		width = wideRow
	}
	return fyne.NewSize(240, l.walk(width))
}

// Layout places the parts.
func (l *rowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.walk(size.Width)
}

// height is how high a line without complaints is.
func (l *rowLayout) height(width float32) float32 {
	if width == 0 || width >= wideRow {
		return textHeight + factsHeight
	}
	return textHeight + 2 + l.r.lines.field + factsHeight
}

// walk places the parts at a width and returns how high they are.
func (l *rowLayout) walk(width float32) float32 {
	r, c := l.r, columnsAt(width)
	field := r.lines.field
	sku := fyne.Min(r.lines.codes, c.article.width*0.4)
	name := place{c.article.x + sku + kit.Small, c.article.width - sku - kit.Small}
	top, height := float32(0), l.height(width)
	if !c.wide {
		top = textHeight + 2
	}
	put(r.no, place{0, noWidth}, 0, textHeight)
	put(r.sku, place{c.article.x, sku}, 0, textHeight)
	put(r.name, name, 0, textHeight)
	factsTop := textHeight
	if !c.wide {
		factsTop = top + field
	}
	facts := place{c.article.x, c.more.x - c.article.x}
	middle := top
	if c.wide {
		middle, facts = (height-field)/2, c.article
	}
	l.supply(facts, factsTop)
	if c.wide {
		put(r.amount, c.amount, middle, field)
	} else {
		put(r.amount, c.amount, 0, textHeight)
	}
	put(r.quantity, c.quantity, middle, field)
	put(r.unit, c.unit, middle, field)
	put(r.price, c.price, middle, field)
	put(r.discount, c.discount, middle, field)
	put(r.more, c.more, middle, field)
	return l.complaints(c, width, height)
}

// supply places how the line stands, what can be done about it, and the facts in the room that is left.
func (l *rowLayout) supply(at place, y float32) {
	r := l.r
	for _, o := range []fyne.CanvasObject{r.chip, r.keep, r.offer} {
		if !o.Visible() {
			continue
		}
		width := o.MinSize().Width
		if width > at.width { // no room: the menu has it too
			put(o, place{outOfSight, width}, y, factsHeight)
			continue
		}
		put(o, place{at.x, width}, y, factsHeight)
		at.x, at.width = at.x+width+kit.Tight, fyne.Max(0, at.width-width-kit.Tight)
	}
	put(r.facts, at, y, factsHeight)
}

// complaints places what is wrong below the line, each beginning under its field.
func (l *rowLayout) complaints(c columns, width, y float32) float32 {
	for i, at := range []place{c.quantity, c.unit, c.price, c.discount} {
		p := l.r.complaints[i]
		if !p.Visible() {
			continue
		}
		at.width = width - at.x
		p.Resize(fyne.NewSize(at.width, p.MinSize().Height))
		height := p.MinSize().Height
		put(p, at, y, height)
		y += height
	}
	return y
}

// headLayout places the words over the columns.
type headLayout struct{}

// MinSize is one small line high.
func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, factsHeight) }

// Layout places the words.
func (headLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	c := columnsAt(size.Width)
	if o[0].Show(); !c.wide {
		o[0].Hide()
	}
	for i, at := range []place{c.article, c.quantity, c.unit, c.price, c.discount, c.amount} {
		put(o[i], at, 0, factsHeight)
	}
}
