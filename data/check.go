package data

import (
	"regexp"
	"strconv"
	"strings"
)

// check gathers the problems of one record while its fields are looked at one by one.
type check struct {
	problems Problems
	prefix   string // of the fields, such as "lines.2."
}

// at returns the name of a field of the n-th row of a list, counted from 1.
func at(list string, n int) string { return list + "." + strconv.Itoa(n) + "." }

func (c *check) add(field, key string, args ...any) {
	p := Problem{Field: c.prefix + field, Key: key}
	for i := 0; i+1 < len(args); i += 2 {
		if p.Args == nil {
			p.Args = map[string]any{}
		}
		name, _ := args[i].(string)
		p.Args[name] = args[i+1]
	}
	c.problems = append(c.problems, p)
}

// when adds a problem if wrong.
func (c *check) when(wrong bool, field, key string, args ...any) {
	if wrong {
		c.add(field, key, args...)
	}
}

func (c *check) required(field, text string) {
	c.when(strings.TrimSpace(text) == "", field, "problem.required")
}

func (c *check) currency(field string, cur Currency) {
	c.when(cur != "" && !cur.Known(), field, "problem.unknown_currency", "Value", string(cur))
}

func (c *check) country(field string, country Country) {
	c.when(country != "" && !country.Known(), field, "problem.unknown_country", "Value", string(country))
}

func (c *check) packageKind(field string, k PackageKind) {
	c.when(!k.Known(), field, "problem.unknown_package", "Value", string(k))
}

func (c *check) date(field string, d Date) {
	if _, err := ParseDate(string(d)); d != "" && err != nil {
		c.add(field, "problem.not_a_date")
	}
}

func (c *check) hsCode(code string) {
	c.when(code != "" && !hsShape.MatchString(code), "hs_code", "problem.bad_hs_code")
}

// notNegative looks at figures that can't be below zero, in the order of their fields.
func notNegative[T ~int64](c *check, field string, figure T) {
	c.when(figure < 0, field, "problem.negative")
}

func (c *check) box(prefix string, b Box) {
	notNegative(c, prefix+"length_cm", b.Length)
	notNegative(c, prefix+"width_cm", b.Width)
	notNegative(c, prefix+"height_cm", b.Height)
}

func (c *check) percent(field string, p Percent) {
	notNegative(c, field, p)
	c.when(p > Hundred, field, "problem.over_hundred")
}

// emailShape is loose on purpose: something, an @, and a domain with a point.
var emailShape = regexp.MustCompile(`^[^@\s]+@[^@\s]+\.[^@\s.]+$`)

// email warns of what can't be an address. Several may stand in one field, parted by commas, semicolons or spaces.
func (c *check) email(text string) {
	for _, one := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;/ \t\n，；", r) }) {
		if !emailShape.MatchString(one) {
			c.add("email", "problem.bad_email")
			return
		}
	}
}

// hsShape is how an HS code is stored: digits only, 6 international ones and national ones behind (STANDARDS 5.6).
var hsShape = regexp.MustCompile(`^\d{6,13}$`)

// hsSeparators are what people write between the digits of an HS code.
var hsSeparators = strings.NewReplacer(".", "", " ", "", "-", "", "\u00a0", "")

// ParseHSCode takes points, spaces and hyphens out of an HS code and reports whether 6 to 13 digits are left.
func ParseHSCode(text string) (string, bool) {
	code := hsSeparators.Replace(strings.TrimSpace(text))
	return code, hsShape.MatchString(code)
}

// oddChapter reports whether the first two digits of a stored HS code aren't a chapter of the nomenclature: 01 to 97
// without 77, and 98 and 99, which countries use themselves.
func oddChapter(code string) bool {
	return code != "" && (strings.HasPrefix(code, "00") || strings.HasPrefix(code, "77"))
}
