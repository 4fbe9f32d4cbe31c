package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean readies a text for the paper: spaces of any kind become plain ones, letters and accents that stand apart are joined, and
// what has no shape of its own (direction marks, joiners, variation selectors, control characters) goes. Line feeds stay.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(visible, s)
	if strings.ContainsFunc(s, combining) {
		s = norm.NFC.String(s)
	}
	return s
}

// plain says that every character of s is printed as it stands.
func plain(s string) bool {
	for _, r := range s {
		switch {
		case r >= 0x20 && r < 0x7F, r == '\n', r >= 0xC0 && r < 0x300, r >= 0x4E00 && r < 0xA000:
		default:
			return false
		}
	}
	return true
}

// visible returns the character to print for r, or -1 for none.
func visible(r rune) rune {
	switch {
	case r == '\n', r == zeroWidthSpace:
		return r
	case r == '\t', r == '\v', r == '\f':
		return ' '
	case r == '\u2028', r == '\u2029', r == '\u0085':
		return '\n'
	case r == '\u3000', r == '\u00A0', r == '\u202F', r == '\u2007':
		return r // spaces that Chinese and European typography mean
	case unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return -1
	}
	return r
}

func combining(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) }

// zeroWidthSpace is a place where a line may end; it isn't drawn.
const zeroWidthSpace = '\u200B'
