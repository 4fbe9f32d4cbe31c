package data

import (
	_ "embed"
	"encoding/csv"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// addressesCSV says how addresses of the main trading countries are written; the row without a code is for all others.
// It was written for this program on 2026-11-23 from general knowledge and not held against a source: of the confidence
// that STANDARDS marks [K]. Columns:
//
//	town     the lines below the street in Latin letters: Z postal code, C town, R region, "|" a new line
//	local    the whole address in the country's own script, S the street
//	postal   the shape of a postal code, anchored at both ends; "" where there is none or it isn't known
//	example  a code of this shape
//	upper    parts that are always capitals; names of towns stay as they were entered, so that papers agree
//	sure     "no" where sources differ: the shape then only helps to write, it never warns
//
//go:embed addresses.csv
var addressesCSV string

// addressRule is one row of the table.
type addressRule struct {
	town, local string
	postal      *regexp.Regexp // nil: nothing is known
	example     string
	upper       string
	sure        bool
}

// addressRules reads the table once, on first use.
var addressRules = sync.OnceValue(func() map[Country]addressRule {
	rows, err := csv.NewReader(strings.NewReader(addressesCSV)).ReadAll()
	if err != nil {
		panic("addresses.csv: " + err.Error()) // built in, so only a broken build gets here
	}
	rules := make(map[Country]addressRule, len(rows))
	for _, row := range rows[1:] {
		r := addressRule{town: row[1], local: row[2], example: row[4], upper: row[5], sure: row[6] == "yes"}
		if row[3] != "" {
			r.postal = regexp.MustCompile(row[3])
		}
		rules[Country(row[0])] = r
	}
	return rules
})

// rule returns how addresses of c are written, the general way where nothing is known of c.
func (c Country) rule() addressRule {
	r, ok := addressRules()[c]
	if !ok {
		return addressRules()[""]
	}
	if r.local == "" {
		r.local = addressRules()[""].local
	}
	return r
}

// Lines returns the street lines and the lines of the town in the order of the country, without the country itself,
// whose name depends on the reader.
func (a Address) Lines() []string {
	lines := a.streets()
	for format := range strings.SplitSeq(a.Country.rule().town, "|") {
		if line := a.line(format, ""); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// LocalLines returns an address in the country's own script, as its readers write it: in China from the region down to
// the street.
func (a Address) LocalLines() []string {
	streets := a.streets()
	first := ""
	if len(streets) > 0 {
		first = streets[0]
	}
	place := a
	if place.Region == place.City {
		place.Region = ""
	}
	if strings.HasPrefix(first, place.Region+place.City) { // the street says so already
		place.Region, place.City = "", ""
	}
	var lines []string
	for format := range strings.SplitSeq(a.Country.rule().local, "|") {
		if line := place.line(format, strings.Join(streets, "\n")); line != "" {
			lines = append(lines, strings.Split(line, "\n")...)
		}
	}
	return lines
}

// streets returns the lines of the street that aren't blank.
func (a Address) streets() []string {
	var lines []string
	for l := range strings.SplitSeq(a.Street, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// line writes one line of a format. What stands between two parts is written only when something stands on both sides,
// and of two such signs the first counts: "C, R Z" without a region is "Town, 60601". A sign of another script belongs
// to the part behind it ("〒Z").
func (a Address) line(format, street string) string {
	var b strings.Builder
	between, mark, skip := "", "", false
	for _, sign := range format {
		part, known := a.part(sign, street)
		switch {
		case known && part != "":
			b.WriteString(between + mark + part)
			between, mark, skip = "", "", false
		case known:
			mark, skip = "", b.Len() > 0
		case utf8.RuneLen(sign) > 1:
			mark += string(sign)
		case b.Len() > 0 && !skip:
			between += string(sign)
		}
	}
	return b.String()
}

// part returns the part of the address that a sign of a format stands for.
func (a Address) part(sign rune, street string) (string, bool) {
	var text string
	switch sign {
	case 'Z':
		text = a.PostalCode
	case 'C':
		text = a.City
	case 'R':
		text = a.Region
	case 'S':
		text = street
	default:
		return "", false
	}
	if strings.ContainsRune(a.Country.rule().upper, sign) {
		text = strings.ToUpper(text)
	}
	return strings.TrimSpace(text), true
}

// countryMark is what people in Europe used to put before a postal code: D-20457, S-958 22.
var countryMark = regexp.MustCompile(`^[A-Z]{1,3}-`)

// PostalCodeDoubtful reports whether the postal code isn't one of the address's country, and gives an example of one. It is false
// where the shape of codes isn't known for sure, so that it is always worth a warning.
func (a Address) PostalCodeDoubtful() (example string, doubtful bool) {
	r := a.Country.rule()
	code := strings.ToUpper(strings.TrimSpace(a.PostalCode))
	if r.postal == nil || !r.sure || code == "" || r.postal.MatchString(code) {
		return "", false
	}
	plain := countryMark.ReplaceAllString(code, "")
	return r.example, !r.postal.MatchString(plain)
}
