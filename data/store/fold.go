package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plainLetters are the letters that no table of Unicode takes apart, as somebody writes them who hasn't got them. The
// final sigma is the same letter as any other.
var plainLetters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'ł': "l", 'ŧ': "t", 'þ': "th", 'ς': "σ",
}

// fold returns text as it is searched and sorted: lower case, compatible forms as one (full-width letters become plain
// ones), and letters of the Latin, Greek and Cyrillic writing without their accents, so that "munster" and "Münster"
// are the same. Everything else stays: the voice marks of kana and the vowels of Thai tell words apart, and traditional
// and simplified characters are different characters. Folded text folds to itself.
func fold(text string) string {
	if plain(text) {
		return strings.ToLower(text)
	}
	apart := norm.NFKD.String(text)
	var b strings.Builder
	b.Grow(len(apart))
	for _, r := range apart {
		if accent(r) {
			continue
		}
		r = unicode.ToLower(r)
		if letters, ok := plainLetters[r]; ok {
			b.WriteString(letters)
		} else {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// plain reports whether nothing in text has more than its case to fold. Nearly everything is: codes, English, Chinese.
func plain(text string) bool {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if r < 0x4E00 || r > 0x9FFF { // the ideographs that have one form
			return false
		}
		i += n
	}
	return true
}

// accent reports whether r is a mark on a letter of the Latin, Greek or Cyrillic writing.
func accent(r rune) bool { return r >= 0x0300 && r <= 0x036F }
