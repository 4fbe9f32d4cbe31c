package data

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Keyword is a word or phrase by which buyers look for goods, in one language (D1).
type Keyword struct {
	Record
	Language string `json:"language"`
	Word     string `json:"word"`
	Note     string `json:"note,omitzero"`     // how often it is looked for, which market, …
	Reviewed Date   `json:"reviewed,omitzero"` // when somebody last asked whether it is still the right one
}

// ReviewDays is how long a keyword's review holds: it is due weekly (D1).
const ReviewDays = 7

// ReviewDue reports whether k should be looked at again on a day.
func (k Keyword) ReviewDue(today Date) bool {
	return k.Reviewed == "" || k.Reviewed <= ExpiryUntil(today, -ReviewDays)
}

// Validate reports what keeps k from being saved.
func (k Keyword) Validate() error {
	var c check
	c.required("language", k.Language)
	c.required("word", k.Word)
	c.date("reviewed", k.Reviewed)
	return c.problems.Err()
}

// WordCount is a word or pair of words and in how many titles it stands.
type WordCount struct {
	Word   string
	Titles int
}

// idleWords say nothing of goods, units of measure among them. They part phrases and are no keywords.
var idleWords = strings.Fields("a an and as at by for from in into of off on or per the to with without und mit für aus der die das de la le les du des et pour avec en con para y el los las da do com" +
	" ml l cl cm mm m kg g pcs pc")

// WordCounter counts the words of titles, to suggest keywords from what the merchant writes already.
type WordCounter struct {
	titles map[string]int
	shown  map[string]string // as it was written first
}

// Add counts the words and pairs of words of a title, each once. Writings without spaces are counted by the phrases that
// their punctuation, digits and other letters leave.
func (c *WordCounter) Add(title string) {
	if c.titles == nil {
		c.titles, c.shown = map[string]int{}, map[string]string{}
	}
	seen := map[string]bool{}
	count := func(phrase string) {
		key := plainText(phrase)
		if seen[key] || utf8.RuneCountInString(key) < 2 {
			return
		}
		seen[key] = true
		if c.titles[key]++; c.shown[key] == "" {
			c.shown[key] = phrase
		}
	}
	before := ""
	for _, w := range titleWords(title) {
		if idle(w) {
			before = ""
			continue
		}
		count(w)
		if before != "" {
			count(before + " " + w)
		}
		if before = w; !spacedWord(w) {
			before = "" // pairs are for writings with spaces
		}
	}
}

// titleWords parts a title into words; "" stands where punctuation parts them.
func titleWords(title string) (words []string) {
	var word []rune
	end := func() {
		if len(word) > 0 {
			words = append(words, string(word))
			word = word[:0]
		}
	}
	for _, r := range title {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '\''
		if !letter {
			if end(); r != ' ' {
				words = append(words, "")
			}
			continue
		}
		if len(word) > 0 && spaced(word[len(word)-1]) != spaced(r) && r != '-' && r != '\'' {
			end()
		}
		word = append(word, r)
	}
	end()
	return words
}

func spacedWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return spaced(r)
}

// idle reports whether a word can't be a keyword: it says nothing, or is a mere figure.
func idle(w string) bool {
	return w == "" || slices.Contains(idleWords, plainText(w)) || !strings.ContainsFunc(w, unicode.IsLetter)
}

// Top returns the most frequent words that stand in at least two titles and aren't known yet, at most n of them. A word
// that only ever stands in a counted pair gives way to the pair.
func (c *WordCounter) Top(n int, known []Keyword) (top []WordCount) {
	have := map[string]bool{}
	for _, k := range known {
		have[plainText(k.Word)] = true
	}
	for key, times := range c.titles {
		for _, part := range strings.Fields(key) {
			if part != key && c.titles[part] == times {
				have[part] = true
			}
		}
	}
	for key, times := range c.titles {
		if times >= 2 && !have[key] {
			top = append(top, WordCount{c.shown[key], times})
		}
	}
	slices.SortFunc(top, func(a, b WordCount) int {
		return cmp.Or(cmp.Compare(b.Titles, a.Titles), cmp.Compare(a.Word, b.Word))
	})
	return top[:min(n, len(top))]
}
