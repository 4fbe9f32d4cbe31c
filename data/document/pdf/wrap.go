package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Characters that don't begin a line, and those that don't end one, in Chinese typesetting.
const (
	neverFirst = "，。、；：？！）》」』】〕〉”’…·％℃,.;:?!)]}%°"
	neverLast  = "（《「『【〔〈“‘([{￥＄$#№"
)

// wrap cuts a text into lines no wider than limit, in thousandths of the type size. Latin breaks at spaces and behind hyphens,
// slashes and ×, Chinese between characters, and a word too long for a line wherever it must: nothing ever sticks out.
func (f *face) wrap(text string, limit int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = f.fill(lines, paragraph, limit)
	}
	return lines
}

// breaks are the places where a line may end, as far as it was read: the last one allowed, the last at a space, and the last
// behind a dot that divides facts ("SKU A-1 · HS 9617").
type breaks struct{ any, space, dot int }

// fill adds the lines of one paragraph.
func (f *face) fill(lines []string, text string, limit int) []string {
	if f.advance(text) <= limit {
		return append(lines, printed(text))
	}
	start, width := 0, 0
	var at breaks
	before, prev := rune(-1), rune(-1)
	for i, r := range text {
		w := f.sign(r).advance
		if r == zeroWidthSpace {
			w = 0
		}
		if prev >= 0 && mayBreak(prev, r) && !measure(before, prev, r) {
			at.note(i, before, prev)
		}
		for width+w > limit && i > start && r != ' ' && (!combining(r) || prev == ' ') {
			end := f.end(text, start, i, limit, at)
			lines = append(lines, strings.TrimSuffix(printed(text[start:end]), " ·")) // the end of the line divides facts well enough
			start, width = end, f.advance(text[end:i])
		}
		width, before, prev = width+w, prev, r
	}
	return append(lines, printed(text[start:]))
}

// measure says that a space stands between a figure and its unit, as in "350 ml".
func measure(before, space, r rune) bool {
	return space == ' ' && before >= '0' && before <= '9' && unicode.IsLower(r)
}

// note takes down that a line may end at i, behind the characters before and last.
func (b *breaks) note(i int, before, last rune) {
	b.any = i
	if last == ' ' {
		b.space = i
		if before == '·' {
			b.dot = i
		}
	}
}

// end chooses where a line ends that can't take the character at i: at the last place that is allowed, but rather between facts
// than within one, and rather before a short Chinese name than within it; where no place is allowed, at i.
func (f *face) end(text string, start, i, limit int, at breaks) int {
	if at.any <= start {
		return i
	}
	if at.dot > start {
		fact, _, _ := strings.Cut(text[at.dot:], " ·")
		if f.advance(fact) <= limit && f.advance(text[start:at.dot]) > limit/3 {
			return at.dot
		}
	}
	if at.space > start && at.space < at.any {
		name, _, _ := strings.Cut(text[at.space:], " ")
		if utf8.RuneCountInString(name) <= shortName && f.advance(name) <= limit {
			return at.space
		}
	}
	return at.any
}

// shortName is the length up to which a Chinese word isn't divided, in characters.
const shortName = 12

// printed takes away what isn't drawn: spaces at the end of a line and marked places to break.
func printed(s string) string {
	s = strings.TrimRight(s, " ")
	if strings.ContainsRune(s, zeroWidthSpace) {
		s = strings.ReplaceAll(s, string(zeroWidthSpace), "")
	}
	return s
}

// mayBreak says whether a line may end between two characters.
func mayBreak(a, b rune) bool {
	switch {
	case a == ' ' || a == zeroWidthSpace:
		return b != ' '
	case b == ' ' || combining(b):
		return false
	case strings.ContainsRune("-/–—", a):
		return unicode.IsLetter(b) || a == '–' && unicode.IsDigit(b) // a run of numbers: 1788–1830
	case !wide(a) && !wide(b):
		return a == '×' // a size breaks between its sides: 33.3×22.2×11.1
	}
	return !strings.ContainsRune(neverFirst, b) && !strings.ContainsRune(neverLast, a)
}

// wide says that r is written without spaces around words: Han, kana, their punctuation and full-width forms.
func wide(r rune) bool {
	return r >= 0x2E80 && (r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F || r >= 0xFF00 && r <= 0xFFEF)
}
