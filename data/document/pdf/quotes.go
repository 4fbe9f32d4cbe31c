package pdf

import (
	"slices"
	"strings"

	"tradewind/data/document"
)

// shared are marks that Latin and Chinese write with one code but not with one shape: a Chinese quotation mark fills a square. A
// document's font has one shape for each.
const shared = "“”‘’…—·"

// judge decides for each shared mark whether the pages use it more beside Chinese characters or beside others. Only then may
// anything be measured.
func (t *setter) judge(pages []document.Page) {
	votes := map[rune]int{}
	for _, page := range pages {
		for _, text := range page.Texts() {
			if strings.ContainsAny(text, shared) {
				vote(votes, []rune(text))
			}
		}
	}
	for mark, n := range votes {
		if n > 0 {
			for _, f := range t.faces {
				f.chinese = append(f.chinese, mark)
			}
		}
	}
}

// vote counts for each shared mark whether a Chinese character stands beside it.
func vote(votes map[rune]int, text []rune) {
	for i, r := range text {
		if !strings.ContainsRune(shared, r) {
			continue
		}
		if i > 0 && wide(text[i-1]) || i+1 < len(text) && wide(text[i+1]) {
			votes[r]++
		} else {
			votes[r]--
		}
	}
}

// order returns the fonts in the order they are asked for r.
func (f *face) order(r rune) []*font {
	if slices.Contains(f.chinese, r) {
		list := slices.Clone(f.fonts)
		slices.Reverse(list)
		return list
	}
	return f.fonts
}
