package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// font reads one TrueType file in place: it is asked for single characters and never unpacked as a whole, because a
// Chinese face holds 30,000 glyphs and a document uses a few hundred.
type font struct {
	head, hhea, os2, cmap, loca, glyf, hmtx []byte

	long    bool // loca holds 32-bit offsets
	metrics int  // glyphs with a width of their own; later ones share the last
	glyphs  int
}

var errFont = errors.New("pdf: not a TrueType font this program can read")

// openFont finds the tables of a TrueType file. Only faces of 1000 units per em are taken, so that characters of several faces
// can stand in one font.
func openFont(b []byte) (*font, error) {
	tables, err := directory(b)
	if err != nil {
		return nil, err
	}
	f := &font{
		head: tables["head"], hhea: tables["hhea"], os2: tables["OS/2"],
		loca: tables["loca"], glyf: tables["glyf"], hmtx: tables["hmtx"],
	}
	maxp := tables["maxp"]
	if len(f.head) < 54 || len(f.hhea) < 36 || len(f.os2) < 78 || len(maxp) < 6 || f.glyf == nil {
		return nil, errFont
	}
	if em := u16(f.head, 18); em != 1000 {
		return nil, fmt.Errorf("%w: %d units per em", errFont, em)
	}
	f.long = u16(f.head, 50) != 0
	f.metrics, f.glyphs = u16(f.hhea, 34), u16(maxp, 4)
	size := 2
	if f.long {
		size = 4
	}
	if len(f.loca) < (f.glyphs+1)*size || f.metrics == 0 || len(f.hmtx) < f.metrics*4+(f.glyphs-f.metrics)*2 {
		return nil, errFont
	}
	f.cmap, err = segments(tables["cmap"])
	return f, err
}

// directory returns the tables of a file by name.
func directory(b []byte) (map[string][]byte, error) {
	if len(b) < 12 || binary.BigEndian.Uint32(b) != 0x00010000 {
		return nil, errFont
	}
	n := u16(b, 4)
	if len(b) < 12+16*n {
		return nil, errFont
	}
	tables := make(map[string][]byte, n)
	for i := range n {
		entry := b[12+16*i:]
		from, size := int(binary.BigEndian.Uint32(entry[8:])), int(binary.BigEndian.Uint32(entry[12:]))
		if from+size > len(b) {
			return nil, errFont
		}
		tables[string(entry[:4])] = b[from : from+size : from+size]
	}
	return tables, nil
}

// segments returns the format 4 part of a cmap table, which has the characters up to U+FFFF.
func segments(cmap []byte) ([]byte, error) {
	if len(cmap) < 4 {
		return nil, errFont
	}
	for i := range u16(cmap, 2) {
		if len(cmap) < 12+8*i {
			break
		}
		platform, at := u16(cmap, 4+8*i), int(binary.BigEndian.Uint32(cmap[8+8*i:]))
		if (platform == 0 || platform == 3) && at+16 <= len(cmap) && u16(cmap, at) == 4 {
			if size := u16(cmap, at+2); at+size <= len(cmap) && size >= 16+4*u16(cmap, at+6) {
				return cmap[at : at+size], nil
			}
		}
	}
	return nil, errFont
}

// glyph returns the glyph of r, or 0 when the face has none.
func (f *font) glyph(r rune) int {
	if r > 0xFFFE || r < 0 {
		return 0
	}
	n := u16(f.cmap, 6) // twice the number of segments
	low, high := 0, n/2
	for low < high {
		if mid := (low + high) / 2; u16(f.cmap, 14+2*mid) < int(r) {
			low = mid + 1
		} else {
			high = mid
		}
	}
	at := 16 + n + 2*low // the start of the segment; delta and offset follow n and 2n further
	if low == n/2 || u16(f.cmap, at) > int(r) {
		return 0
	}
	delta, offset := u16(f.cmap, at+n), u16(f.cmap, at+2*n)
	if offset == 0 {
		return (int(r) + delta) & 0xFFFF
	}
	at += 2*n + offset + 2*(int(r)-u16(f.cmap, at))
	if at+2 > len(f.cmap) {
		return 0
	}
	if g := u16(f.cmap, at); g != 0 {
		return (g + delta) & 0xFFFF
	}
	return 0
}

// advance returns the width of a glyph in thousandths of the type size.
func (f *font) advance(glyph int) int { return u16(f.hmtx, 4*min(glyph, f.metrics-1)) }

// bearing returns the left side bearing of a glyph, as the file has it.
func (f *font) bearing(glyph int) int {
	if glyph < f.metrics {
		return u16(f.hmtx, 4*glyph+2)
	}
	return u16(f.hmtx, 4*f.metrics+2*(glyph-f.metrics))
}

// outline returns the description of a glyph's shape; nothing for a space.
func (f *font) outline(glyph int) []byte {
	if glyph >= f.glyphs {
		return nil
	}
	var from, to int
	if f.long {
		from, to = int(binary.BigEndian.Uint32(f.loca[4*glyph:])), int(binary.BigEndian.Uint32(f.loca[4*glyph+4:]))
	} else {
		from, to = 2*u16(f.loca, 2*glyph), 2*u16(f.loca, 2*glyph+2)
	}
	if from >= to || to > len(f.glyf) {
		return nil
	}
	return f.glyf[from:to]
}

func u16(b []byte, at int) int { return int(b[at])<<8 | int(b[at+1]) }
func i16(b []byte, at int) int { return int(int16(u16(b, at))) } // the sign bit is meant
