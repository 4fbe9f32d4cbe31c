package sheet

import (
	"strings"
	"unicode"

	"tradewind/data"

	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"
)

// match is what a header was recognised as.
type match struct {
	field    field
	weak     bool            // gives way to a better one
	chinese  bool            // the header is Chinese and names no language
	factor   decimal.Decimal // from the unit in the header to ours: 0.001 for "Weight (g)"
	unit     bool            // the header names a unit of measure
	currency []data.Currency // the header names a currency: any of these
}

// one is the factor that changes nothing.
var one = decimal.NewFromInt(1)

// index finds fields by the keys of their headers.
type index map[string]match

// indexes holds the index of each target. It is made once and only read.
var indexes = func() map[Target]index {
	all := map[Target]index{}
	for target, fields := range targets {
		all[target] = indexOf(fields)
	}
	return all
}()

// indexOf makes the index of fields. Our own names are headers too.
func indexOf(fields []field) index {
	idx := index{}
	for _, f := range fields {
		for header := range strings.SplitSeq(f.name+"|"+f.headers, "|") {
			header, weak := strings.CutPrefix(header, "~")
			key := headerKey(header)
			if before, ok := idx[key]; !ok || before.weak && !weak {
				idx[key] = match{field: f, weak: weak, factor: one, chinese: genericChinese(f, key)}
			}
		}
	}
	if m, ok := idx["variantgrams"]; ok {
		m.factor, m.unit = decimal.New(1, -3), true
		idx["variantgrams"] = m
	}
	return idx
}

// genericChinese reports whether key calls f by a Chinese word that doesn't say in which language the cells are.
func genericChinese(f field, key string) bool {
	return f.name == "name" && strings.IndexFunc(key, isHan) >= 0 && !strings.Contains(key, "英文")
}

// headerKey reduces a header to its letters and digits, so that "H.S. Code", "hs_code" and "HS code*" are the same.
func headerKey(header string) string {
	var key strings.Builder
	for _, c := range strings.ToLower(norm.NFKC.String(header)) {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c):
			key.WriteRune(c)
		case c == '%':
			key.WriteString("percent")
		case c == '#':
			key.WriteString("no")
		case c == '$' || c == '¥' || c == '€' || c == '£':
			key.WriteRune(c)
		}
	}
	return key.String()
}

// maxHeader is the length beyond which a text is no header.
const maxHeader = 200

// recognise finds the field a header names: as a whole, without its unit, without what stands in brackets, or by
// the parts of a header in two languages.
func (idx index) recognise(header string) (match, bool) {
	if len(header) > maxHeader {
		return match{}, false
	}
	if m, ok := idx.lookup(headerKey(header)); ok {
		return m, true
	}
	base, note := splitNote(norm.NFKC.String(header))
	if note != "" && !changesMeaning(note) {
		if m, ok := idx.lookup(headerKey(base)); ok {
			return m.noted(note), true
		}
		if m, ok := idx.lookup(headerKey(note)); ok && !m.weak {
			return m, true
		}
	}
	return idx.bilingual(header)
}

// lookup finds key itself, or key without the unit or currency at its end.
func (idx index) lookup(key string) (match, bool) {
	if m, ok := idx[key]; ok {
		return m, true
	}
	for cut := 1; cut <= longestUnit && cut < len(key); cut++ {
		stem, tail := key[:len(key)-cut], key[len(key)-cut:]
		m, ok := idx[stem]
		if !ok {
			continue
		}
		if noted := m.noted(tail); noted.unit || noted.currency != nil {
			return noted, true
		}
	}
	return match{}, false
}

// bilingual recognises headers such as "品名 Name" or "SKU / 货号", whose parts must not contradict each other.
func (idx index) bilingual(header string) (match, bool) {
	var found match
	for _, part := range scriptParts(header) {
		m, ok := idx.lookup(headerKey(part))
		switch {
		case !ok:
		case found.field.name == "" || found.weak && !m.weak && found.field.name == m.field.name:
			found = m
		case found.field.name != m.field.name && !m.weak && !found.weak:
			return match{}, false
		}
	}
	return found, found.field.name != ""
}

// scriptParts parts a header at slashes, bars and line ends, and between Chinese and other letters.
func scriptParts(header string) []string {
	var parts []string
	var part []rune
	han := false
	flush := func() {
		if text := strings.TrimSpace(string(part)); text != "" {
			parts = append(parts, text)
		}
		part = part[:0]
	}
	for _, c := range header {
		if strings.ContainsRune("/|\n\r\\", c) {
			flush()
			continue
		}
		if unicode.IsLetter(c) && isHan(c) != han {
			flush()
			han = isHan(c)
		}
		part = append(part, c)
	}
	flush()
	if len(parts) < 2 {
		return nil
	}
	return parts
}

func isHan(c rune) bool { return unicode.Is(unicode.Han, c) }

// splitNote takes what stands in brackets out of a header.
func splitNote(header string) (base, note string) {
	var b, n strings.Builder
	depth := 0
	for _, c := range header {
		switch {
		case strings.ContainsRune("([{【〔<", c):
			depth++
			n.WriteByte(' ')
		case strings.ContainsRune(")]}】〕>", c):
			depth = max(0, depth-1)
		case depth > 0:
			n.WriteRune(c)
		default:
			b.WriteRune(c)
		}
	}
	return b.String(), strings.TrimSpace(n.String())
}

// changesMeaning reports whether a note makes a header mean something else.
func changesMeaning(note string) bool {
	note = strings.ToLower(note)
	for _, word := range []string{
		"gross", "net", "毛", "净", "carton", "ctn", "箱", "inner", "chinese", "中文", "english", "英文", "cost", "成本",
		"old", "total", "总", "合计", "retail", "零售", "sale", "promo", "buyer", "supplier", "供应商", "客户",
	} {
		if strings.Contains(note, word) {
			return true
		}
	}
	return false
}

// longestUnit is the length in bytes of the longest unit or currency that may stand at the end of a header.
const longestUnit = 12

// noted returns m with the unit or currency that note names, if it names one that suits the field.
func (m match) noted(note string) match {
	note = strings.TrimSpace(strings.ToLower(norm.NFKC.String(note)))
	words := append([]string{note}, strings.FieldsFunc(note, notUnit)...)
	switch m.field.kind {
	case priceKind:
		for _, word := range words {
			if m.currency == nil {
				m.currency = currencyWords[word]
			}
		}
	case weightKind, lengthKind, sizeKind:
		m.factor, m.unit = firstUnit(m.field.kind, words)
	case percentKind:
		m.unit = note == "%" || note == "percent"
	case quantityKind:
		_, known := data.ParseUnit(note)
		m.unit = known && note != ""
	}
	return m
}

// firstUnit returns the factor of the first word that is a unit of weight or length.
func firstUnit(k kind, words []string) (decimal.Decimal, bool) {
	for _, word := range words {
		if f, ok := measureFactor(k, word); ok {
			return f, true
		}
	}
	return one, false
}

// notUnit parts the words of a note.
func notUnit(c rune) bool { return !unicode.IsLetter(c) && !strings.ContainsRune(`$¥€£"″`, c) }
