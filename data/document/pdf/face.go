package pdf

import (
	"slices"
	"strings"
)

// weight is a thickness of type.
type weight int

const (
	regular weight = iota
	bold
)

// sign is what a face knows of a character: the first font that has it, and its width in thousandths of the type size.
type sign struct {
	from    *font
	glyph   int
	advance int
	asked   bool
	stands  bool // it is another character's, drawn in place of one that no font has
}

// face is one weight made of several fonts: each character comes from the first font that has it. What was looked up once
// is kept for the length of a printing, in pages of 256 characters.
type face struct {
	fonts   []*font
	chinese []rune // marks taken from the last font rather than the first
	pages   [256]*[256]sign
	stand   *sign // of [standIn], in a draft: it takes the place of what no font has
}

// sign returns what the face knows of r. A character it can't print has no font.
func (f *face) sign(r rune) *sign {
	if r > 0xFFFF || r < 0 {
		s := f.none() // gofpdf writes no character beyond U+FFFF
		return &s
	}
	page := f.pages[r>>8]
	if page == nil {
		page = new([256]sign)
		f.pages[r>>8] = page
	}
	s := &page[r&0xFF]
	if !s.asked {
		*s = f.find(r)
	}
	return s
}

func (f *face) find(r rune) sign {
	for _, from := range f.order(r) {
		if g := from.glyph(r); g != 0 {
			return sign{from: from, glyph: g, advance: from.advance(g), asked: true}
		}
	}
	return f.none()
}

// standIn is drawn in a draft where no font has a character: a box, which the Chinese faces have.
const standIn = '□'

// standIns lets the face draw [standIn] where it has no character, as far as it has that one.
func (f *face) standIns() {
	if s := f.find(standIn); s.from != nil {
		s.stands = true
		f.stand = &s
	}
}

// none returns the sign of a character that no font has.
func (f *face) none() sign {
	if f.stand != nil {
		return *f.stand
	}
	return sign{asked: true}
}

// replaced returns the text as it is drawn, with [standIn] where it stands in.
func (f *face) replaced(text string) string {
	return strings.Map(func(r rune) rune {
		if f.sign(r).stands {
			return standIn
		}
		return r
	}, text)
}

// advance returns the width of a text in thousandths of the type size.
func (f *face) advance(text string) int {
	sum := 0
	for _, r := range text {
		sum += f.sign(r).advance
	}
	return sum
}

// letters returns the characters of the texts, each once.
func (f *face) letters(texts []string) []letter {
	seen := map[rune]bool{}
	var list []letter
	for _, text := range texts {
		for _, r := range text {
			if seen[r] {
				continue
			}
			seen[r] = true
			if s := f.sign(r); s.from != nil {
				list = append(list, letter{r, s.from, s.glyph})
			}
		}
	}
	return list
}

// missing adds to list the characters of text that the face can't print.
func (f *face) missing(list []rune, text string) []rune {
	for _, r := range text {
		if s := f.sign(r); (s.from == nil || s.stands) && !slices.Contains(list, r) {
			list = append(list, r)
		}
	}
	return list
}
