package kit

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"tradewind/data"
)

// DateEntry is a field for a day. It takes 2026-03-04, 2026/3/4, 2026年3月4日, 20260304, 4.3.26 (day first, as dots
// are used) and +30 (days from today), and shows the ISO form when it is left. It may be empty.
type DateEntry struct {
	Entry
	host *Host
}

// NewDateEntry returns an empty field for a day.
func NewDateEntry(host *Host) *DateEntry {
	e := &DateEntry{host: host}
	e.Wrapping = NewEntry().Wrapping
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(host.T("screen.date.hint"))
	e.OnFocusLost = func() {
		if d, ok := ParseDay(e.Text, host.Today()); ok && string(d) != e.Text {
			e.SetText(string(d))
		}
	}
	return e
}

// Set fills the field.
func (e *DateEntry) Set(d data.Date) { e.SetText(string(d)) }

// Read returns the day; what is no day is added to bad under field.
func (e *DateEntry) Read(field string, bad *data.Problems) data.Date {
	d, ok := ParseDay(e.Text, e.host.Today())
	if !ok {
		bad.Add(field, "screen.problem.date")
	}
	return d
}

var (
	yearFirst = regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$`)
	compact   = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	dayFirst  = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$`)
	fromToday = regexp.MustCompile(`^[+＋](\d{1,4})$`)
)

// ParseDay reads a day as people type it; the empty text is the unknown day. Slashes with the year last are refused,
// because 3/4/2026 is March in one country and April in another.
func ParseDay(text string, today data.Date) (data.Date, bool) {
	text = strings.ReplaceAll(PlainNumber(text), "－", "-")
	if text == "" {
		return "", true
	}
	if m := fromToday.FindStringSubmatch(text); m != nil {
		days, _ := strconv.Atoi(m[1])
		return data.DateOf(today.Time().AddDate(0, 0, days)), true
	}
	for _, form := range []*regexp.Regexp{yearFirst, compact} {
		if m := form.FindStringSubmatch(text); m != nil {
			return day(m[1], m[2], m[3])
		}
	}
	if m := dayFirst.FindStringSubmatch(text); m != nil {
		if len(m[3]) == 2 {
			m[3] = "20" + m[3]
		}
		return day(m[3], m[2], m[1])
	}
	return "", false
}

func day(year, month, dom string) (data.Date, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(dom)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return data.DateOf(t), t.Year() == y && int(t.Month()) == m && t.Day() == d
}
