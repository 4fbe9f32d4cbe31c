package pdf

import (
	"strings"
	"unicode"
)

// Characters that don't begin a line, and those that don't end one, in Chinese typesetting.
const (
	neverFirst = "，。、；：？！）》」』】〕〉”’…·％℃,.;:?!)]}%°"
	neverLast  = "（《「『【〔〈“‘([{￥＄$#№"
)

// wrap cuts a text into lines no wider than limit, in thousandths of the type size. Latin breaks at spaces and behind hyphens
// and slashes, Chinese between characters, and a word too long for a line wherever it must: nothing ever sticks out.
func (f *face) wrap(text string, limit int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = f.fill(lines, paragraph, limit)
	}
	return lines
}

// fill adds the lines of one paragraph.
func (f *face) fill(lines []string, text string, limit int) []string {
	if f.advance(text) <= limit {
		return append(lines, printed(text))
	}
	start, stop := 0, 0 // the line so far, and the last place it may end
	width, rest := 0, 0 // its width, and the width since stop
	prev := rune(-1)
	for i, r := range text {
		w := f.sign(r).advance
		if r == zeroWidthSpace {
			w = 0
		}
		if prev >= 0 && mayBreak(prev, r) {
			stop, rest = i, 0
		}
		if width+w > limit && i > start && r != ' ' && !combining(r) {
			if stop <= start {
				stop, rest = i, 0 // no good place: cut here
			}
			lines = append(lines, printed(text[start:stop]))
			start, width = stop, rest
		}
		width, rest, prev = width+w, rest+w, r
	}
	return append(lines, printed(text[start:]))
}

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
	case a == '-' || a == '/' || a == '–' || a == '—':
		return unicode.IsLetter(b)
	case !wide(a) && !wide(b):
		return false
	}
	return !strings.ContainsRune(neverFirst, b) && !strings.ContainsRune(neverLast, a)
}

// wide says that r is written without spaces around words: Han, kana, their punctuation and full-width forms.
func wide(r rune) bool {
	return r >= 0x2E80 && (r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F || r >= 0xFF00 && r <= 0xFFEF)
}
