package pdf

// Flags of a part of a compound glyph, such as é made of e and an accent.
const (
	partWords = 1 << iota // offsets are 16 bits wide
	partXY                // offsets are distances, not points
	_
	partScale
	_
	partMore // another part follows
	partTwoScales
	partMatrix
)

// part is one component of a compound glyph: where its glyph number stands, and how it is placed.
type part struct {
	at, glyph      int // at is the place of the number in the outline
	flags          int
	dx, dy         float64
	xx, xy, yx, yy float64
}

// parts returns the components of a glyph; none when it has contours of its own.
func parts(outline []byte) []part {
	if len(outline) < 10 || i16(outline, 0) >= 0 {
		return nil
	}
	var list []part
	for at, more := 10, true; more && at+6 <= len(outline); {
		p := part{at: at + 2, flags: u16(outline, at), glyph: u16(outline, at+2), xx: 1, yy: 1}
		at += 4 + p.offsets(outline[at+4:])
		at += p.scales(outline[min(at, len(outline)):])
		list = append(list, p)
		more = p.flags&partMore != 0
	}
	return list
}

// offsets reads where the part stands and returns the bytes it took.
func (p *part) offsets(b []byte) int {
	if p.flags&partWords == 0 {
		p.dx, p.dy = float64(int8(b[0])), float64(int8(b[1])) // the sign bits are meant
		return 2
	}
	if len(b) >= 4 {
		p.dx, p.dy = float64(i16(b, 0)), float64(i16(b, 2))
	}
	return 4
}

// scales reads how the part is turned or scaled and returns the bytes it took.
func (p *part) scales(b []byte) int {
	size := 0
	switch {
	case p.flags&partScale != 0:
		size = 2
	case p.flags&partTwoScales != 0:
		size = 4
	case p.flags&partMatrix != 0:
		size = 8
	}
	if size == 0 || len(b) < size {
		return size
	}
	fraction := func(at int) float64 { return float64(i16(b, at)) / (1 << 14) }
	switch size {
	case 2:
		p.xx, p.yy = fraction(0), fraction(0)
	case 4:
		p.xx, p.yy = fraction(0), fraction(2)
	case 8:
		p.xx, p.xy, p.yx, p.yy = fraction(0), fraction(2), fraction(4), fraction(6)
	}
	return size
}
