package document

import (
	"regexp"
	"slices"
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// SayDifferences returns what a revision changed as sentences in the words of one language, such as "Line 2 · Quantity: 600 →
// 700", with figures, dates and names as papers write them. No sentence comes twice.
func SayDifferences(changes []data.Difference, w Words) []string {
	var all []string
	for _, c := range changes {
		if sentence := SayDifference(c, w); !slices.Contains(all, sentence) {
			all = append(all, sentence)
		}
	}
	return all
}

// SayDifference returns one change as a sentence without a full stop.
func SayDifference(c data.Difference, w Words) string {
	no, part, inLine := lineField(c.Field)
	if inLine && part == "" && c.Before != c.After {
		if c.Before == "" {
			return w.T("document.change.line_added", "No", no, "Article", c.After)
		}
		return w.T("document.change.line_removed", "No", no, "Article", c.Before)
	}
	name := fieldName(c.Field, w)
	last := unnumbered(c.Field)
	if c.Before == c.After || slices.Contains(unsaid, last) {
		return w.T("document.change.changed", "Field", name)
	}
	return w.T("document.change.from_to", "Field", name, "Before", said(c.Field, c.Before, w), "After", said(c.Field, c.After, w))
}

// unsaid are the fields whose values say nothing to a reader: pictures by their hash, tables of packages.
var unsaid = []string{"logo", "stamp", "signature", "lines.picture", "packages", "words_style", "packages_estimated", "totals.incomplete", "lines.packed", "lines.pre_sale", "lines.role", "lines.alternative_to"}

var numberPart = regexp.MustCompile(`\.\d+`)

// unnumbered is a path without the numbers of lines.
func unnumbered(path string) string { return numberPart.ReplaceAllString(path, "") }

// fieldName is what a field is called: "Buyer · Address", "Line 2 · Quantity".
func fieldName(field string, w Words) string {
	no, _, inLine := lineField(field)
	var parts []string
	if inLine {
		parts = append(parts, w.T("document.change.line", "No", no))
	}
	for _, key := range fieldKeys(unnumbered(field)) {
		parts = append(parts, w.T(key))
	}
	if len(parts) == 0 {
		return field
	}
	return strings.Join(parts, " · ")
}

// fieldKeys are the keys of a field's name: those of the longest beginning that has one.
func fieldKeys(field string) []string {
	first, rest, _ := strings.Cut(field, ".")
	if owner, ok := owners[first]; ok {
		part, _, _ := strings.Cut(rest, ".")
		if key, ok := ownedNames[part]; ok {
			return []string{owner, key}
		}
		return []string{owner}
	}
	for {
		if keys, ok := fieldNames[field]; ok {
			return keys
		}
		cut := strings.LastIndex(field, ".")
		if cut < 0 {
			return nil
		}
		field = field[:cut]
	}
}

// widestText is how many characters of a long text are said.
const widestText = 80

// amountText is an amount as changes keep it.
var amountText = regexp.MustCompile(`^([A-Z]{3}) (-?\d+(?:\.\d+)?)$`)

// said is a value as papers write it. Nothing is a dash.
func said(field, value string, w Words) string {
	if value == "" {
		return "—"
	}
	name := field[strings.LastIndex(field, ".")+1:]
	switch {
	case slices.Contains(dates, name):
		if d, err := data.ParseDate(value); err == nil {
			return w.Date(d)
		}
	case slices.Contains(figures, name):
		if n, err := decimal.NewFromString(value); err == nil {
			return measured(name, n, places(value), w)
		}
	case name == "origins" || name == "origin" || strings.HasSuffix(name, "_country"):
		return countriesSaid(value, w)
	case strings.HasPrefix(name, "postal"):
		return addressSaid(value, w)
	case name == "mode":
		return layout{speech: newSpeech([]Words{w})}.mode(data.Mode(value))
	case name == "unit":
		return unitName(w, data.Unit(value))
	}
	return amountSaid(value, w)
}

// amountSaid writes an amount behind its currency; any other text stays.
func amountSaid(value string, w Words) string {
	if m := amountText.FindStringSubmatch(value); m != nil {
		return m[1] + " " + w.Number(decimal.RequireFromString(m[2]), places(m[2]))
	}
	return shortened(value)
}

// countriesSaid names countries, given as codes.
func countriesSaid(value string, w Words) string {
	var names []string
	for code := range strings.SplitSeq(value, "; ") {
		names = append(names, w.Country(data.Country(code)))
	}
	return strings.Join(names, ", ")
}

// addressSaid names the country of an address.
func addressSaid(value string, w Words) string {
	at := strings.LastIndex(value, " ") + 1
	if country := data.Country(value[at:]); country.Known() {
		value = value[:at] + w.Country(country)
	}
	return shortened(value)
}

// measured writes a figure with its unit; weights and volumes have the three decimals of papers.
func measured(name string, n decimal.Decimal, decimals int32, w Words) string {
	switch {
	case strings.HasSuffix(name, "_kg"):
		return w.Number(n, 3) + " kg"
	case name == "volume_m3":
		return w.Number(n, 3) + " m³"
	case name == "discount_percent":
		return w.Number(n, decimals) + " %"
	}
	return w.Number(n, decimals)
}

// shortened is a text on one line, cut where it is long.
func shortened(text string) string {
	all := []rune(strings.Join(strings.Fields(text), " "))
	if len(all) > widestText {
		return string(all[:widestText-1]) + "…"
	}
	return string(all)
}
