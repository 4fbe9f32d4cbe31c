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

// brush paints texts of one colour onto a sheet. dots is the number of them to a millimetre.
type brush struct {
	*vector.Rasterizer
	dots float64
}

// paint paints one sheet.
func (t *setter) paint(s *sheet, dots float64) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, int(math.Round(sheetWide*dots)), int(math.Round(sheetHigh*dots))))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	at := func(v float64) int { return int(math.Round(v * dots)) }
	for _, f := range s.fills {
		area := image.Rect(at(f.x), at(f.y), at(f.x+f.w), at(f.y+f.h))
		draw.Draw(out, area, image.NewUniform(f.colour), image.Point{}, draw.Src)
	}
	for _, p := range s.pictures {
		area := image.Rect(at(p.x), at(p.y), at(p.x+p.w), at(p.y+p.h))
		draw.ApproxBiLinear.Scale(out, area, p.picture.image, p.picture.image.Bounds(), draw.Src, nil)
	}
	for _, r := range s.rules {
		// On whole dots, so that frames look even, and at least one wide: a line never vanishes from the screen.
		thick := max(1, at(r.width))
		area := image.Rect(at(r.x1)-thick/2, at(r.y1)-thick/2, at(r.x2)-thick/2+thick, at(r.y2)-thick/2+thick)
		draw.Draw(out, area, image.NewUniform(r.colour), image.Point{}, draw.Src)
	}
	b := brush{vector.NewRasterizer(out.Bounds().Dx(), out.Bounds().Dy()), dots}
	for _, colour := range []color.Gray{soft, ink} {
		for _, w := range s.words {
			if w.colour == colour {
				t.spell(b, w)
			}
		}
		b.Draw(out, out.Bounds(), image.NewUniform(colour), image.Point{})
		b.Reset(out.Bounds().Dx(), out.Bounds().Dy())
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
