package sheet

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"tradewind/data"

	"golang.org/x/text/width"
)

// monthNames are the English names and their usual short forms.
var monthNames = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
	"november": 11, "december": 12,
}

// readDate reads a date written in one of many forms; a time after it is left out. A date such as 05/06/2026 has two
// readings, and a year of two digits none that is safe.
func readDate(text string) (day data.Date, other data.Date, ok bool) {
	parts, dotted := dateParts(text)
	if len(parts) == 1 && len(parts[0]) == 8 && digits(parts[0]) {
		parts = []string{parts[0][:4], parts[0][4:6], parts[0][6:]}
	}
	if len(parts) != 3 {
		return "", "", false
	}
	if m, at := monthName(parts); m > 0 {
		rest := append(append([]string{}, parts[:at]...), parts[at+1:]...)
		if len(rest[0]) == 4 {
			rest[0], rest[1] = rest[1], rest[0]
		}
		d := makeDate(rest[1], strconv.Itoa(m), rest[0])
		return d, "", d != ""
	}
	if len(parts[0]) == 4 {
		d := makeDate(parts[0], parts[1], parts[2])
		return d, "", d != ""
	}
	dayFirst, monthFirst := makeDate(parts[2], parts[1], parts[0]), makeDate(parts[2], parts[0], parts[1])
	switch {
	case dotted, monthFirst == "", dayFirst == monthFirst:
		return dayFirst, "", dayFirst != ""
	case dayFirst == "":
		return monthFirst, "", true
	default:
		return dayFirst, monthFirst, true
	}
}

// dateParts parts a date into its three numbers or names, and says whether points stood between them, as only days
// that come first are written.
func dateParts(text string) (parts []string, dotted bool) {
	text = strings.TrimSpace(width.Narrow.String(text))
	if len(text) > maxFigure {
		return nil, false
	}
	text = cutTime(text)
	parts = strings.FieldsFunc(text, func(c rune) bool {
		return unicode.IsSpace(c) || strings.ContainsRune("-/.,年月日号", c)
	})
	if len(parts) == 3 {
		parts[0], parts[1] = ordinal(parts[0]), ordinal(parts[1])
	}
	return parts, strings.Count(text, ".") >= 2 && digits(strings.ReplaceAll(text, ".", ""))
}

// cutTime takes the time of day off a date: what follows a "T" or the space before a colon.
func cutTime(text string) string {
	colon := strings.IndexByte(text, ':')
	if colon < 0 {
		return strings.TrimSuffix(text, "Z")
	}
	head := strings.TrimRight(text[:colon], "0123456789")
	if trimmed := strings.TrimRight(head, " T\u00a0"); trimmed != head {
		return strings.TrimSuffix(trimmed, ",")
	}
	return text
}

// ordinal takes the ending off "22nd".
func ordinal(s string) string {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if n, found := strings.CutSuffix(strings.ToLower(s), end); found && digits(n) {
			return n
		}
	}
	return s
}

// monthName finds the part that names a month.
func monthName(parts []string) (month, at int) {
	for i, p := range parts {
		if m := monthNames[strings.ToLower(p)]; m > 0 {
			return m, i
		}
	}
	return 0, 0
}

// makeDate returns the day, or "" when there is no such day. Years have four digits.
func makeDate(year, month, day string) data.Date {
	if len(year) != 4 || len(month) > 2 || len(day) > 2 || !digits(year) || !digits(month) || !digits(day) {
		return ""
	}
	d, err := data.ParseDate(year + "-" + pad2(month) + "-" + pad2(day))
	if err != nil {
		return ""
	}
	return d
}

func pad2(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// dayOrder says what a date tells about the order of day and month in dates that begin with neither year nor name.
func dayOrder(text string) (dayFirst, dayLater bool) {
	parts, dotted := dateParts(text)
	if len(parts) != 3 || dotted || len(parts[0]) == 4 {
		return false, false
	}
	if m, _ := monthName(parts); m > 0 {
		return false, false
	}
	first, second := makeDate(parts[2], parts[1], parts[0]), makeDate(parts[2], parts[0], parts[1])
	return first != "" && second == "", first == "" && second != ""
}

// Serial numbers count days; day 60 of the 1900 system, 29 February 1900, never was. Numbers outside 1954 to 2119
// aren't taken for dates unless the cell is formatted as one.
const (
	likelyFirst = 20_000
	likelyLast  = 80_000
	lastSerial  = 2_958_465 // 9999-12-31
	offset1904  = 1_462
)

// serialDate returns the day with a workbook's serial number; the time of day after the point is left out.
func serialDate(number string, formatted, from1904 bool) (data.Date, bool) {
	whole, _, _ := strings.Cut(number, ".")
	n, err := strconv.Atoi(whole)
	if err != nil {
		return "", false
	}
	if !formatted {
		if len(whole) == 8 && n > 19_000_000 {
			d := makeDate(whole[:4], whole[4:6], whole[6:])
			return d, d != ""
		}
		if n < likelyFirst || n > likelyLast {
			return "", false
		}
	}
	if from1904 {
		n += offset1904
	}
	if n < 1 || n > lastSerial || n == 60 {
		return "", false
	}
	start := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	if n < 60 {
		start = start.AddDate(0, 0, 1)
	}
	return data.DateOf(start.AddDate(0, 0, n)), true
}
