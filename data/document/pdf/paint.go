package pdf

import (
	"image"
	"image/color"
	"math"

	"tradewind/data/document"

	"golang.org/x/image/draw"
	"golang.org/x/image/vector"
)

// Paint returns the sheets of a page as pictures with the given dots per inch: the same marks that [Printer.Render] writes.
// A character without a glyph is left out here, so that a document that can't be issued yet can still be looked at.
func (p *Printer) Paint(page document.Page, dpi float64) ([]image.Image, error) {
	t, err := p.setter()
	if err != nil {
		return nil, err
	}
	t.judge([]document.Page{page})
	sheets, err := t.lay(page)
	if err != nil {
		return nil, err
	}
	if err := t.pictures.err; err != nil {
		return nil, err
	}
	list := make([]image.Image, len(sheets))
	for i, s := range sheets {
		list[i] = t.paint(s, dpi/25.4)
	}
	return list, nil
}

// brush paints marks of one colour onto a sheet. dots is the number of them to a millimetre.
type brush struct {
	*vector.Rasterizer
	dots float64
}

// paint paints one sheet.
func (t *setter) paint(s *sheet, dots float64) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, int(math.Round(sheetWide*dots)), int(math.Round(sheetHigh*dots))))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	b := brush{vector.NewRasterizer(out.Bounds().Dx(), out.Bounds().Dy()), dots}
	for _, f := range s.fills {
		b.box(f.x, f.y, f.x+f.w, f.y+f.h)
		b.flush(out, f.colour)
	}
	for _, p := range s.pictures {
		area := image.Rect(int(p.x*dots), int(p.y*dots), int((p.x+p.w)*dots), int((p.y+p.h)*dots))
		draw.BiLinear.Scale(out, area, p.picture.image, p.picture.image.Bounds(), draw.Over, nil)
	}
	for _, colour := range []color.Gray{hair, edge, soft, ink} {
		for _, r := range s.rules {
			if r.colour == colour {
				b.rule(out, r)
			}
		}
		for _, w := range s.words {
			if w.colour == colour {
				t.spell(b, w)
			}
		}
		b.flush(out, colour)
	}
	return out
}

// spell adds the shapes of a word.
func (t *setter) spell(b brush, w word) {
	scale := w.size * point / 1000 * b.dots
	x, y := w.x*b.dots, w.y*b.dots
	for _, r := range w.text {
		s := t.faces[w.weight].sign(r)
		if s.from != nil {
			for _, c := range s.from.contours(s.glyph, 0) {
				b.curve(c, x, y, scale)
			}
		}
		x += float64(s.advance) * scale
	}
}

// curve adds a closed curve of a glyph. Between two handles in a row the curve passes half way.
func (b brush) curve(c []corner, x, y, scale float64) {
	if len(c) < 2 {
		return
	}
	at := func(p corner) (float32, float32) { return float32(x + p.x*scale), float32(y - p.y*scale) }
	half := func(p, q corner) corner { return corner{(p.x + q.x) / 2, (p.y + q.y) / 2, true} }
	start := c[0]
	if !start.on {
		if start = c[len(c)-1]; !start.on {
			start = half(c[0], c[len(c)-1])
		}
	}
	b.MoveTo(at(start))
	for i, p := range c {
		if p.on {
			b.LineTo(at(p))
			continue
		}
		next := c[(i+1)%len(c)]
		if i == len(c)-1 {
			next = start
		} else if !next.on {
			next = half(p, next)
		}
		px, py := at(p)
		qx, qy := at(next)
		b.QuadTo(px, py, qx, qy)
	}
	b.ClosePath()
}

// box adds a rectangle given in millimetres.
func (b brush) box(x1, y1, x2, y2 float64) {
	at := func(x, y float64) (float32, float32) { return float32(x * b.dots), float32(y * b.dots) }
	b.MoveTo(at(x1, y1))
	b.LineTo(at(x2, y1))
	b.LineTo(at(x2, y2))
	b.LineTo(at(x1, y2))
	b.ClosePath()
}

// rule paints a line on whole dots, so that frames look even, and at least one wide: it never vanishes from the screen.
func (b brush) rule(out *image.RGBA, r rule) {
	thick := max(1, int(math.Round(r.width*b.dots)))
	at := func(v float64) int { return int(math.Round(v*b.dots)) - thick/2 }
	area := image.Rect(at(r.x1), at(r.y1), at(r.x2)+thick, at(r.y2)+thick)
	draw.Draw(out, area, image.NewUniform(r.colour), image.Point{}, draw.Src)
}

// flush puts what was added onto the sheet.
func (b brush) flush(out *image.RGBA, colour color.Gray) {
	b.Draw(out, out.Bounds(), image.NewUniform(colour), image.Point{})
	b.Reset(out.Bounds().Dx(), out.Bounds().Dy())
}
