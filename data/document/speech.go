package document

import (
	"slices"
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// speech says a paper's words in one or two languages at once. It remembers what it said, as captions come back on
// every line.
type speech struct {
	words []Words
	said  map[string]string
}

func newSpeech(words []Words) *speech { return &speech{words, map[string]string{}} }

// first is the language that figures and dates follow.
func (s *speech) first() Words { return s.words[0] }

// say returns the sentence of key in each language, side by side: "Quantity 数量".
func (s *speech) say(key string, args ...any) string {
	if len(args) > 0 {
		return s.beside(func(w Words) string { return w.T(key, args...) })
	}
	text, ok := s.said[key]
	if !ok {
		text = s.beside(func(w Words) string { return w.T(key) })
		s.said[key] = text
	}
	return text
}

// beside puts what each language says side by side, once where they agree.
func (s *speech) beside(in func(Words) string) string { return strings.Join(s.each(in), " ") }

// each returns what each language says, without empty and repeated texts.
func (s *speech) each(in func(Words) string) []string {
	var texts []string
	for _, w := range s.words {
		if text := in(w); text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return texts
}

// texts returns t in each language, falling back to English.
func (s *speech) texts(t data.Texts) []string {
	return s.each(func(w Words) string { return t.In(base(w.Lang)) })
}

// base returns the language of a tag without script and region: "zh" of "zh-Hans".
func base(tag string) string { lang, _, _ := strings.Cut(tag, "-"); return lang }

func (s *speech) country(c data.Country) string {
	if c == "" {
		return ""
	}
	return s.beside(func(w Words) string { return w.Country(c) })
}

func (s *speech) unit(u data.Unit) string {
	return s.beside(func(w Words) string { return unitName(w, u) })
}

// units returns the unit in each language, for a cell with small lines.
func (s *speech) units(u data.Unit) []string {
	return s.each(func(w Words) string { return unitName(w, u) })
}

// unitName is what papers print behind a figure: in English the unit as it was entered, "PCS", which is the trade's
// usage; elsewhere its name.
func unitName(w Words, u data.Unit) string {
	if base(w.Lang) == "en" || u == "" {
		return string(u)
	}
	return w.Unit(u)
}

func (s *speech) date(d data.Date) string {
	if d == "" {
		return ""
	}
	return s.first().Date(d)
}

// number writes d with decimals places as the first language does.
func (s *speech) number(d decimal.Decimal, decimals int32) string {
	return s.first().Number(d, decimals)
}

// money writes an amount behind its currency: "USD 1,234.50".
func (s *speech) money(m data.Money) string {
	return string(m.Currency) + " " + s.number(m.Decimal(), m.Currency.Decimals())
}

// quantity writes a quantity with the decimals it has, and its unit.
func (s *speech) quantity(q data.Quantity, u data.Unit) string {
	return strings.TrimSpace(s.plain(q.String(), q.Decimal()) + " " + s.unit(u))
}

// plain writes d with as many decimals as shown has.
func (s *speech) plain(shown string, d decimal.Decimal) string { return s.number(d, places(shown)) }

// places counts the decimals of a plain decimal text.
func places(shown string) int32 {
	_, fraction, _ := strings.Cut(shown, ".")
	return int32(len(fraction)) //nolint:gosec // a handful of digits
}

// packages writes a count and kind of package: "42 CARTONS 纸箱".
func (s *speech) packages(n int64, kind data.PackageKind) string {
	return s.number(decimal.NewFromInt(n), 0) + " " + s.beside(func(w Words) string { return named(w, n, kind) })
}

// named returns what n packages of a kind are called, in capitals as papers have them.
func named(w Words, n int64, kind data.PackageKind) string {
	if n == 1 && w.One != nil {
		return strings.ToUpper(w.One(kind))
	}
	return strings.ToUpper(w.Package(kind))
}

// figure is a cell with a number in it.
func (s *speech) figure(d decimal.Decimal, decimals int32) Cell {
	return Cell{Text: s.number(d, decimals), Number: &d, Decimals: decimals}
}

// kilograms is a cell with a weight in kg, three decimals; an unknown one is empty.
func (s *speech) kilograms(w data.Weight) Cell {
	if w == 0 {
		return Cell{}
	}
	return s.figure(w.Kilograms(), 3)
}

// cubic is a cell with a volume in m³, shown rounded half up to three decimals; an unknown one is empty. Its number is
// the exact volume, so that a workbook that adds a column shows the total of the paper.
func (s *speech) cubic(v decimal.Decimal) Cell {
	if v.IsZero() {
		return Cell{}
	}
	return s.figure(v, 3)
}

// list collects the facts of a box.
type list []Fact

// add appends a fact that has a text.
func (l *list) add(label, text string) {
	if strings.TrimSpace(text) != "" {
		*l = append(*l, Fact{Label: label, Text: text})
	}
}

// must appends a fact that stands on the paper even when its text isn't known.
func (l *list) must(label, text string) { *l = append(*l, Fact{Label: label, Text: text}) }

// figure appends a fact with a number, unless the cell is empty.
func (l *list) figure(label string, c Cell, unit string) {
	if c.Number != nil {
		*l = append(*l, Fact{Label: label, Text: strings.TrimSpace(c.Text + " " + unit), Number: c.Number})
	}
}
