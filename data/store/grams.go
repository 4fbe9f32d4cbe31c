package store

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// startMark stands before the first characters of a part of a text; marked is how many there are.
const (
	startMark = "\u00A6"
	marked    = 3
)

// cutter cuts texts into fragments. It keeps its memory from one text to the next: an import cuts a hundred thousand.
type cutter struct {
	seen map[string]bool
	at   []int // where each character of a word begins
	text []byte
}

// joined returns the fragments of a folded text by which the index finds it, without repetition: every character, every
// pair and, of writings with letters, every run of three. Chinese has no third: most of its words have two characters.
// What is neither letter nor digit is left out before the cutting, so that "kb-100" is found through "kb1" as well; a
// text that contains a word therefore has all the fragments of that word. Each part of the text but the
// code also has its first three characters, marked as such.
func (c *cutter) joined(folded string) string {
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	clear(c.seen)
	c.text = c.text[:0]
	code := true // the first part; lists are sorted by it, so its beginning needs no mark
	for part := range strings.SplitSeq(folded, "\n") {
		first := !code
		for word := range strings.FieldsSeq(part) {
			word = strings.Map(lettersOnly, word)
			if c.cut(word); first && word != "" {
				c.put(startMark + beginning(word))
			}
			first = false
		}
		code = false
	}
	return string(c.text)
}

// beginning returns the first three characters of a folded word of letters.
func beginning(word string) string {
	n := 0
	for i := range word {
		if n == marked {
			return word[:i]
		}
		n++
	}
	return word
}

// cut adds the fragments of one word.
func (c *cutter) cut(word string) {
	c.at = c.at[:0]
	letters := 0 // how many letters without an ideograph stand before i
	for i, r := range word {
		c.ending(word, i, letters)
		c.at = append(c.at, i)
		c.add(word, i+utf8.RuneLen(r), 1)
		if letters++; ideograph(r) {
			letters = 0
		}
	}
	c.ending(word, len(word), letters)
}

// ending adds the pair and the run of three that end where the next character begins.
func (c *cutter) ending(word string, end, letters int) {
	c.add(word, end, 2)
	if letters >= 3 {
		c.add(word, end, 3)
	}
}

// add adds the fragment of the last n characters before end, unless there is none or it is known.
func (c *cutter) add(word string, end, n int) {
	if len(c.at) < n {
		return
	}
	c.put(word[c.at[len(c.at)-n]:end])
}

// put adds a fragment, unless it is known.
func (c *cutter) put(g string) {
	if c.seen[g] {
		return
	}
	c.seen[g] = true
	if len(c.text) > 0 {
		c.text = append(c.text, ' ')
	}
	c.text = append(c.text, g...)
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
