package sheet

import (
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"
)

// numeral is a figure read in both ways: with the point as the decimal mark and with the comma. A reading that the
// figure doesn't allow is "". "12" has two equal readings, "3.25" one, "1,234" two different ones.
type numeral struct {
	point, comma string
}

// ambiguous reports whether the two readings are different numbers.
func (n numeral) ambiguous() bool { return n.point != "" && n.comma != "" && n.point != n.comma }

// maxFigure bounds the text of a figure before it is looked at.
const maxFigure = 60

// readNumeral reads unsigned digits with points, commas, and spaces or apostrophes between groups of three.
func readNumeral(s string) numeral {
	if len(s) > maxFigure {
		return numeral{}
	}
	if strings.ContainsAny(s, " '’\u00a0\u202f\u2009") {
		var ok bool
		if s, ok = ungroup(s); !ok {
			return numeral{}
		}
	}
	return numeral{point: canonical(s, '.', ','), comma: canonical(s, ',', '.')}
}

// ungroup takes the spaces or apostrophes out of the whole part of a figure, if they part groups of three.
func ungroup(s string) (string, bool) {
	s = strings.NewReplacer("’", "'", "\u00a0", " ", "\u202f", " ", "\u2009", " ").Replace(s)
	whole, rest := s, ""
	if i := strings.IndexAny(s, ".,"); i >= 0 {
		whole, rest = s[:i], s[i:]
	}
	mark := byte(' ')
	if strings.Contains(whole, "'") {
		mark = '\''
	}
	if strings.ContainsAny(rest, " '") || !grouped(whole, mark) {
		return "", false
	}
	return strings.ReplaceAll(whole, string(mark), "") + rest, true
}

// canonical reads s with mark as the decimal mark and group between groups of digits, and returns a plain decimal
// without needless zeros; "" when s can't be read so.
func canonical(s string, mark, group byte) string {
	whole, part, marked := strings.Cut(s, string(mark))
	if marked && !digits(part) {
		return ""
	}
	if strings.IndexByte(whole, group) >= 0 {
		if !grouped(whole, group) {
			return ""
		}
		whole = strings.ReplaceAll(whole, string(group), "")
	}
	if !digits(whole) && (whole != "" || !marked) {
		return ""
	}
	d, err := decimal.NewFromString("0" + whole + "." + part + "0")
	if err != nil {
		return ""
	}
	return d.String()
}

// grouped reports whether mark parts s into groups: three digits in the last one, two (as in India) or three in
// those before, and no zero at the very front.
func grouped(s string, mark byte) bool {
	groups := strings.Split(s, string(mark))
	for i, g := range groups {
		n := len(g)
		switch {
		case !digits(g), i == 0 && (n > 3 || g[0] == '0'), i > 0 && n != 3 && (n != 2 || i == len(groups)-1):
			return false
		}
	}
	return true
}

// digits reports whether s is one or more of 0 to 9.
func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// figure is a number with what stands around it.
type figure struct {
	before, after string // unit, currency, percent sign …
	numeral       numeral
	negative      bool
}

// splitFigure parts a text into its one number and what stands around it. ok is false when there is no number, or
// more than one.
func splitFigure(text string) (f figure, ok bool) {
	text = strings.TrimSpace(width.Narrow.String(text))
	if inner, found := strings.CutPrefix(text, "("); found && strings.HasSuffix(inner, ")") {
		text, f.negative = strings.TrimSuffix(inner, ")"), true
	}
	start := strings.IndexFunc(text, isDigit)
	if start < 0 {
		return f, false
	}
	if start == 1 && (text[0] == '.' || text[0] == ',') || start > 1 && text[start-1] == '.' && strings.ContainsRune("-+ $", rune(text[start-2])) {
		start--
	}
	end := start + figureLength(text[start:])
	before, after := text[:start], text[end:]
	if strings.IndexFunc(after, isDigit) >= 0 {
		return f, false
	}
	f.before, f.negative = cutSign(before, f.negative)
	f.after = strings.TrimSpace(after)
	f.numeral = readNumeral(text[start:end])
	return f, f.numeral != numeral{}
}

// figureLength returns how much of text, which begins with a figure, belongs to it. A space does when digits follow.
func figureLength(text string) int {
	end := 0
	for i, c := range text {
		switch {
		case isDigit(c):
			end = i + 1
		case strings.ContainsRune(".,'’ \u00a0\u202f\u2009", c):
		default:
			return end
		}
	}
	return end
}

// cutSign takes a sign off what stands before a figure, on either side of a currency: "-US$", "US$ -".
func cutSign(before string, negative bool) (string, bool) {
	for _, minus := range []string{"-", "−", "–"} {
		if strings.Count(before, minus) == 1 && (strings.HasPrefix(before, minus) || strings.HasSuffix(strings.TrimSpace(before), minus)) {
			return strings.TrimSpace(strings.Replace(before, minus, "", 1)), !negative
		}
	}
	before = strings.TrimSpace(before)
	if rest, plus := strings.CutPrefix(before, "+"); plus {
		before = strings.TrimSpace(rest)
	}
	return before, negative
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// isRange reports whether text gives two figures, from and to.
func isRange(text string) bool {
	text = width.Narrow.String(strings.ToLower(text))
	first := strings.IndexFunc(text, isDigit)
	if first < 0 {
		return false
	}
	rest := text[first+figureLength(text[first:]):]
	next := strings.IndexFunc(rest, isDigit)
	if next < 0 {
		return strings.ContainsAny(text, "≥≤><") || strings.HasSuffix(strings.TrimSpace(text), "+")
	}
	between := strings.TrimFunc(rest[:next], func(c rune) bool { return unicode.IsSpace(c) || unicode.Is(unicode.Sc, c) })
	for _, word := range []string{"-", "~", "–", "—", "−", "to", "至", "到", "/", "..", "…", "〜"} {
		if strings.HasPrefix(between, word) || strings.HasSuffix(between, word) {
			return true
		}
	}
	return false
}

// rounded15 gives a workbook's number as the fifteen digits that a spreadsheet shows and keeps. Files store more,
// 3.2000000000000002 for 3.2, as the nearest binary fraction; those further digits say nothing.
func rounded15(text string) (string, bool) {
	if len(text) > 2*maxFigure {
		return "", false
	}
	d, err := decimal.NewFromString(text)
	if err != nil || d.Exponent() > maxFigure || d.Exponent() < -330 {
		return "", false
	}
	if extra := d.NumDigits() - 15; extra > 0 {
		d = d.Round(-d.Exponent() - int32(extra))
	}
	return d.String(), true
}
