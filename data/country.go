package data

import (
	_ "embed"
	"encoding/csv"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// countriesCSV holds ISO 3166-1 and XK (Kosovo, user-assigned): codes, the names that papers print in English and
// Chinese as Chinese customs has them ("Taiwan, China"), and other names people write in files, parted by "|".
//
//go:embed countries.csv
var countriesCSV string

// countryEntry is one row of the table.
type countryEntry struct{ alpha3, numeric, en, zh string }

// countryTable is the table in the forms it is asked for.
type countryTable struct {
	entries map[Country]countryEntry
	byName  map[string]Country // by folded code or name
}

// countries reads the table once, on first use.
var countries = sync.OnceValue(func() countryTable {
	rows, err := csv.NewReader(strings.NewReader(countriesCSV)).ReadAll()
	if err != nil {
		panic("countries.csv: " + err.Error()) // built in, so only a broken build gets here
	}
	t := countryTable{make(map[Country]countryEntry, len(rows)), make(map[string]Country, 12*len(rows))}
	for _, row := range rows[1:] {
		code := Country(row[0])
		t.entries[code] = countryEntry{row[1], row[2], row[3], row[4]}
		for _, name := range append(row[:2:2], append(row[3:5:5], strings.Split(row[5], "|")...)...) {
			if key := foldName(name); key != "" {
				t.byName[key] = code
			}
		}
	}
	return t
})

// Known reports whether c is an ISO 3166-1 alpha-2 code in capitals, or XK.
func (c Country) Known() bool { _, ok := countries().entries[c]; return ok }

// Name returns the country's name as papers print it in lang: Chinese for "zh" and its kin, else English. A code that
// isn't known is its own name.
func (c Country) Name(lang string) string {
	e, ok := countries().entries[c]
	switch {
	case !ok:
		return string(c)
	case strings.HasPrefix(lang, "zh"):
		return e.zh
	}
	return e.en
}

// Alpha3 returns the three-letter code, as the Chinese export declaration has it; "" when c isn't known.
func (c Country) Alpha3() string { return countries().entries[c].alpha3 }

// Numeric returns the three-digit code; "" when c isn't known or has none.
func (c Country) Numeric() string { return countries().entries[c].numeric }

// Countries returns every country, sorted by code.
func Countries() []Country { return slices.Sorted(maps.Keys(countries().entries)) }

// ParseCountry recognises codes of two and three letters, names in English and Chinese, common names (UK, USA,
// Holland) and many names in other languages (Deutschland, Brasil), whatever their case, spaces, points and accents.
// EL stands for Greece in VAT numbers only, so it isn't recognised.
func ParseCountry(text string) (Country, bool) {
	t := countries()
	name := strings.TrimSpace(text)
	forms := []string{name}
	if head, tail, ok := strings.Cut(name, ","); ok {
		forms = append(forms, tail+" "+head) // "Korea, Republic of"
	}
	for _, form := range forms {
		if c, ok := t.byName[foldName(form)]; ok {
			return c, true
		}
	}
	for _, form := range forms {
		if c, ok := t.byName[foldName(plainState(form))]; ok && plainState(form) != "" {
			return c, true
		}
	}
	return "", false
}

// plainState takes the form of government off an official name: "Federal Republic of Germany" becomes "Germany".
// It returns "" when there is nothing to take off.
func plainState(name string) string {
	before, after, ok := strings.Cut(" "+strings.ToLower(strings.Join(strings.Fields(name), " ")), " of ")
	if !ok {
		return ""
	}
	for word := range strings.FieldsSeq(before) {
		switch word {
		case "the", "federal", "federated", "democratic", "people's", "people’s", "socialist", "islamic", "arab", "bolivarian",
			"plurinational", "united", "independent", "co-operative", "eastern", "oriental", "great", "grand", "hashemite":
		case "republic", "kingdom", "state", "states", "commonwealth", "principality", "sultanate", "duchy", "union",
			"federation", "emirate", "province":
			return after
		default:
			return ""
		}
	}
	return ""
}

// plainLetters spells letters that have no accent to take off.
var plainLetters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ı", "i", "&", "and")

// foldName brings a name to the form it is compared in: lower case, no accents, only letters and digits, no leading
// "the".
func foldName(name string) string {
	plain := plainLetters.Replace(strings.ToLower(norm.NFKC.String(name)))
	kept := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFD.String(plain))
	return strings.TrimPrefix(kept, "the")
}
