package store

import (
	"slices"
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

// cover returns the longest fragments of a folded word that the index must be asked for to find it. Of words these are
// as few as hold all letters, so that there are few lists to compare; of what has digits all of them, because a third
// of a number is in too many others.
func cover(word string) []string {
	rs := []rune(strings.Map(lettersOnly, word))
	if len(rs) == 1 {
		return []string{string(rs)}
	}
	digits := slices.ContainsFunc(rs, unicode.IsDigit)
	var found []string
	for from := 0; from < len(rs); {
		n := longest(rs[from:])
		if n == 1 { // the last character stands in a fragment with those before
			from--
			n = 2
		}
		if back := max(from-1, 0); n == 2 && from+n == len(rs) && longest(rs[back:]) == 3 {
			from, n = back, 3
		}
		found = append(found, string(rs[from:from+n]))
		switch {
		case from+n == len(rs):
			return found
		case digits:
			from++
		default:
			from += n
		}
	}
	return found
}

// longest returns how many characters the longest fragment has that rs begins with.
func longest(rs []rune) int {
	n := min(len(rs), 3)
	if n == 3 && slices.ContainsFunc(rs[:3], ideograph) {
		return 2
	}
	return n
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
