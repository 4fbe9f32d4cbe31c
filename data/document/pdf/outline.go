package pdf

// Flags of a point of a glyph.
const (
	pointOn = 1 << iota // on the curve, not a handle of it
	pointShortX
	pointShortY
	pointRepeat
	pointSameX // the same, or with pointShortX: positive
	pointSameY
)

// corner is a point of a glyph's shape, in thousandths of the type size, y upwards.
type corner struct {
	x, y float64
	on   bool
}

// contours returns the closed curves that make a glyph, those of its parts included. Nesting ends at depth 5.
func (f *font) contours(glyph, depth int) [][]corner {
	b := f.outline(glyph)
	if len(b) < 10 || depth > 5 {
		return nil
	}
	if i16(b, 0) >= 0 {
		return simple(b)
	}
	var all [][]corner
	for _, p := range parts(b) {
		for _, c := range f.contours(p.glyph, depth+1) {
			for i, q := range c {
				c[i].x, c[i].y = q.x*p.xx+q.y*p.yx+p.dx, q.x*p.xy+q.y*p.yy+p.dy
			}
			all = append(all, c)
		}
	}
	return all
}

// simple reads the contours of a glyph without parts. A damaged glyph gives none.
func simple(b []byte) (list [][]corner) {
	defer func() {
		if recover() != nil {
			list = nil
		}
	}()
	n, at := i16(b, 0), 10
	if n == 0 {
		return nil
	}
	ends := make([]int, n)
	for i := range ends {
		ends[i] = u16(b, at)
		at += 2
	}
	at += 2 + u16(b, at) // instructions
	points := ends[n-1] + 1
	flags := make([]byte, 0, points)
	for len(flags) < points {
		flag, times := b[at], 1
		at++
		if flag&pointRepeat != 0 {
			times += int(b[at])
			at++
		}
		for range times {
			flags = append(flags, flag)
		}
	}
	xs, at := distances(b, at, flags[:points], pointShortX, pointSameX)
	ys, _ := distances(b, at, flags[:points], pointShortY, pointSameY)
	from := 0
	for _, end := range ends {
		c := make([]corner, 0, end+1-from)
		for i := from; i <= end; i++ {
			c = append(c, corner{float64(xs[i]), float64(ys[i]), flags[i]&pointOn != 0})
		}
		list = append(list, c)
		from = end + 1
	}
	return list
}

// distances reads one coordinate of every point; each is stored as the distance from the point before.
func distances(b []byte, at int, flags []byte, short, same byte) ([]int, int) {
	list, v := make([]int, len(flags)), 0
	for i, flag := range flags {
		switch {
		case flag&short != 0 && flag&same != 0:
			v += int(b[at])
			at++
		case flag&short != 0:
			v -= int(b[at])
			at++
		case flag&same == 0:
			v += i16(b, at)
			at += 2
		}
		list[i] = v
	}
	return list, at
}
