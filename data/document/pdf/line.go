package pdf

import "image/color"

// style is how a text is set.
type style struct {
	size   float64
	weight weight
	colour color.Gray
}

// The typographic scale of a paper, in points.
var (
	titleStyle   = style{15, bold, ink}
	nameStyle    = style{10.5, bold, ink}
	totalStyle   = style{9.5, bold, ink}
	strongStyle  = style{8.5, bold, ink}
	valueStyle   = style{8.5, regular, ink}
	subStyle     = style{7, regular, soft}
	labelStyle   = style{7.2, regular, soft}
	captionStyle = style{6.6, regular, soft}
	headStyle    = style{7, bold, ink}
)

// smallest is the size of type, in points, below which a figure is broken rather than shrunk.
const smallest = 6.0

// leading is the height of a line by the size of its type. Chinese fills its square, so it needs a little more than Latin.
const leading = 1.27

// high returns the height of a line in millimetres.
func (s style) high() float64 { return s.size * point * leading }

// base returns how far below the top of a line of this style letters stand: capitals are centred.
func (s style) base() float64 { return s.size * point * (leading/2 + 0.355) }

// run is a piece of a line, x from the left edge of its cell.
type run struct {
	x, width float64
	style    style
	text     string
}

// line is one line of a cell: words on one baseline, or a picture.
type line struct {
	runs         []run
	height, base float64
	picture      *picture
	px, pw, ph   float64 // place and size of the picture
}

// cell is a column of lines.
type cell struct {
	x, w  float64 // on the sheet
	lines []line
}

// band is a row of cells that share a height.
type band struct {
	cells      []cell
	above, low float64 // padding above and below the lines
	least      float64 // height at least
}

// height returns what the band takes on paper.
func (b band) height() float64 {
	h := 0.0
	for _, c := range b.cells {
		h = max(h, high(c.lines))
	}
	return max(h+b.above+b.low, b.least)
}

func high(lines []line) (h float64) {
	for _, l := range lines {
		h += l.height
	}
	return h
}

// draw puts the band on the sheet with its top at y.
func (b band) draw(s *sheet, y float64) {
	for _, c := range b.cells {
		at := y + b.above
		for _, l := range c.lines {
			l.draw(s, c.x, at)
			at += l.height
		}
	}
}

func (l line) draw(s *sheet, x, y float64) {
	if l.picture != nil {
		s.pictures = append(s.pictures, placed{x + l.px, y, l.pw, l.ph, l.picture})
	}
	for _, r := range l.runs {
		if r.text != "" {
			s.words = append(s.words, word{x + r.x, y + l.base, r.width, r.style.size, r.style.weight, r.style.colour, r.text})
		}
	}
}

// cut splits the band where room ends, between lines. A line higher than the room goes first on its own, so that cutting always ends.
func (b band) cut(room float64) (now, later band) {
	now, later = b, b
	now.cells, later.cells = make([]cell, len(b.cells)), make([]cell, len(b.cells))
	now.least, later.least = 0, 0
	for i, c := range b.cells {
		n, h := 0, b.above+b.low
		for n < len(c.lines) && (n == 0 || h+c.lines[n].height <= room) {
			h += c.lines[n].height
			n++
		}
		now.cells[i], later.cells[i] = c, c
		now.cells[i].lines, later.cells[i].lines = c.lines[:n], c.lines[n:]
	}
	return now, later
}

// empty says that nothing is left to draw.
func (b band) empty() bool {
	for _, c := range b.cells {
		if len(c.lines) > 0 {
			return false
		}
	}
	return true
}
