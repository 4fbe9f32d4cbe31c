package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold returns text as it is searched: compatible forms as one (full-width letters become plain ones), lower case.
func fold(text string) string { return strings.ToLower(norm.NFKC.String(text)) }

// grams returns the fragments of a folded text by which the index finds it, without repetition: of writings without
// spaces between words (Chinese, Japanese, Korean) every character and every pair, because most of their words have two
// characters; of all others every run of three characters.
func grams(folded string) []string {
	seen := map[string]bool{}
	var found []string
	add := func(g string) {
		if !seen[g] {
			seen[g] = true
			found = append(found, g)
		}
	}
	for _, run := range strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		rs := []rune(run)
		for i, r := range rs {
			switch {
			case ideograph(r):
				add(string(r))
				if i+1 < len(rs) && ideograph(rs[i+1]) {
					add(string(rs[i : i+2]))
				}
			case i+2 < len(rs) && !ideograph(rs[i+1]) && !ideograph(rs[i+2]):
				add(string(rs[i : i+3]))
			}
		}
	}
	return found
}

// ideograph reports whether r belongs to a writing without spaces.
func ideograph(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
