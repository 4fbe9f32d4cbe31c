package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold returns text as it is searched: compatible forms as one (full-width letters become plain ones), lower case.
func fold(text string) string { return strings.ToLower(norm.NFKC.String(text)) }

// grams returns the fragments of a folded text by which the index finds it, without repetition: every character, every
// pair and, of writings with letters, every run of three. Chinese has no third: most of its words have two characters.
// What is neither letter nor digit is left out before the cutting, so that "kb-100" is found through "kb1" as well; a
// text that contains a word therefore has all the fragments of that word.
func grams(folded string) []string {
	seen := map[string]bool{}
	var found []string
	add := func(rs []rune) {
		if g := string(rs); !seen[g] {
			seen[g] = true
			found = append(found, g)
		}
	}
	for word := range strings.FieldsSeq(folded) {
		rs := []rune(strings.Map(lettersOnly, word))
		for i := range rs {
			add(rs[i : i+1])
			if i+1 < len(rs) {
				add(rs[i : i+2])
			}
			if i+2 < len(rs) && !ideograph(rs[i]) && !ideograph(rs[i+1]) && !ideograph(rs[i+2]) {
				add(rs[i : i+3])
			}
		}
	}
	return found
}

// lettersOnly drops what the index can't hold.
func lettersOnly(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r
	}
	return -1
}

// ideograph reports whether r belongs to a writing without spaces.
func ideograph(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
