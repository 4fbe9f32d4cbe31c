package pdf

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestLinesBreakAsReadersExpect(t *testing.T) {
	face := setterOf(t).faces[regular]
	for _, c := range []struct {
		name, text string
		like       string // the widest line that fits
		want       []string
	}{
		{"words", "one two three", "one two", []string{"one two", "three"}},
		{"no space at the end of a line", "one    two", "one ", []string{"one", "two"}},
		{"behind a hyphen", "ready-made", "ready-m", []string{"ready-", "made"}},
		{"not at a minus", "x -5", "x -", []string{"x", "-5"}},
		{"a word too long", "abcdefgh", "abcd", []string{"abcd", "efgh"}},
		{"Chinese anywhere", "宁波海曙进出口有限公司上海分公司", "宁波海曙进出口有", []string{"宁波海曙进出口有", "限公司上海分公司"}},
		{"no comma at the head of a line", "保温杯，双层", "保温杯", []string{"保温", "杯，双", "层"}},
		{"no bracket at the foot of a line", "保温（双层）", "保温（", []string{"保温", "（双", "层）"}},
		{"a short Chinese name stays whole", "Bank 中国银行", "Bank 中国", []string{"Bank", "中国银行"}},
		{"facts stay whole, the dot between them ends no line", "SKU 12 · HS 961700", "SKU 12 · HS", []string{"SKU 12", "HS 961700"}},
		{"a run of numbers breaks behind its dash", "17880–18300", "17880–18", []string{"17880–", "18300"}},
		{"a size breaks between its sides", "33.3×22.2×11.1", "33.3×22.2×1", []string{"33.3×22.2×", "11.1"}},
		{"a unit stays with its figure", "mug 350 ml", "mug 350", []string{"mug", "350 ml"}},
		{"a hard space binds", "10\u00A0kg net", "10\u00A0kg", []string{"10\u00A0kg", "net"}},
		{"an accent stays with its letter", "xxx\u0323\u0301y", "xx", []string{"xx", "x\u0323\u0301y"}},
		{"a marked place", "super\u200Bmarket", "superm", []string{"super", "market"}},
		{"lines of the text", "a\n\nb", "abc", []string{"a", "", "b"}},
	} {
		if got := face.wrap(c.text, face.advance(c.like)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestNoLineIsTooWideAndNothingIsLost(t *testing.T) {
	face := setterOf(t).faces[bold]
	letters := []rune("abcWW  -/·,.0123456789中国宁波（），。、\u0301\u00A0")
	rapid.Check(t, func(r *rapid.T) {
		text := strings.TrimSpace(string(rapid.SliceOf(rapid.SampledFrom(letters)).Draw(r, "text")))
		limit := rapid.IntRange(100, 9000).Draw(r, "limit")
		lines := face.wrap(text, limit)
		for _, l := range lines {
			if face.advance(l) > limit && utf8.RuneCountInString(strings.ReplaceAll(l, "\u0301", "")) > 1 {
				r.Fatalf("%q is wider than %d", l, limit)
			}
		}
		rest := strings.ReplaceAll(text, " ", "")
		for i, l := range lines {
			l = strings.ReplaceAll(l, " ", "")
			if i > 0 && !strings.HasPrefix(l, "·") { // the end of a line divides facts in the dot's place
				rest = strings.TrimPrefix(rest, "·")
			}
			after, found := strings.CutPrefix(rest, l)
			if !found {
				r.Fatalf("%q became %q", text, lines)
			}
			rest = after
		}
		if rest != "" {
			r.Fatalf("%q became %q: %q is lost", text, lines, rest)
		}
	})
}

func TestTextsAreMadePrintable(t *testing.T) {
	for in, want := range map[string]string{
		"tab\there":             "tab here",
		"e\u0301 joined":        "é joined",
		"left\u200Eto\u202Eall": "lefttoall",
		"no\u00ADshy\uFEFF":     "noshy",
		"a\r\nb\u2028c":         "a\nb\nc",
		"bad \xff byte":         "bad \uFFFD byte",
		"中国\uFE00":              "中国",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q became %q", in, got)
		}
	}
}
