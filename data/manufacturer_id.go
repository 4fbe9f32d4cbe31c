package data

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ManufacturerID builds the identification code that US customs asks for on entries (MID, 19 CFR 102 appendix): the
// country, the first three letters of the first two words of the name, up to four digits of the largest number in the
// street address, and the first three letters of the city; at most 15 signs.
func ManufacturerID(c Country, name, street, city string) string {
	words := nameWords(name)
	id := string(c)
	for _, w := range words[:min(2, len(words))] {
		id += w[:min(3, len(w))]
	}
	id += largestNumber(street)
	town := strings.ReplaceAll(latinLetters(city), " ", "")
	return id + town[:min(3, len(town))]
}

// nameWords returns the words of a name that count: without a, an, and, of and the, with runs of initials as one word.
func nameWords(name string) []string {
	var words []string
	run := ""
	for _, w := range strings.Fields(latinLetters(name)) {
		article := w == "A" && run == "" && len(words) == 0 && !initialsFollow(name)
		if len(w) == 1 && !article {
			run += w
			continue
		}
		if run != "" {
			words, run = append(words, run), ""
		}
		if !slices.Contains([]string{"A", "AN", "AND", "OF", "THE"}, w) {
			words = append(words, w)
		}
	}
	if run != "" {
		words = append(words, run)
	}
	return words
}

// initials matches a name that starts with two single letters, so that its "A" is no article.
var initials = regexp.MustCompile(`^\W*\pL\W+\pL(\W|$)`)

// initialsFollow reports whether name starts with a run of initials.
func initialsFollow(name string) bool { return initials.MatchString(name) }

// latinLetters returns the Latin letters and digits of s in capitals without accents, with a space for all else.
func latinLetters(s string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n.,-/()&+_", r) }) {
		for _, r := range strings.ToUpper(foldLatin(w)) {
			if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
				b.WriteRune(r)
			}
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// foldLatin takes accents and the signs inside words off.
func foldLatin(w string) string { return foldName("the" + w) }

// numbers finds the runs of digits in an address.
var numbers = regexp.MustCompile(`\d+`)

// largestNumber returns up to four digits of the largest number in an address. A comma or point between digits is
// part of the number.
func largestNumber(street string) string {
	joined := regexp.MustCompile(`(\d)[,.](\d)`).ReplaceAllString(street, "$1$2")
	best, text := int64(-1), ""
	for _, n := range numbers.FindAllString(joined, -1) {
		if v, err := strconv.ParseInt(n, 10, 64); err == nil && v > best {
			best, text = v, n
		}
	}
	return text[:min(4, len(text))]
}
