package data

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Week is a week of ISO 8601, Monday to Sunday, "2026-W47"; "" means not known. Weeks compare as text.
type Week string

// ErrNotAWeek reports text that is neither an ISO week nor a Monday.
var ErrNotAWeek = errors.New("not a week")

var weekShape = regexp.MustCompile(`^(\d{4})-?[Ww](\d{2})$`)

// ParseWeek reads an ISO week ("2026-W47", "2026W47") or the date of its Monday ("2026-11-16"). Another day of the week is
// refused: whoever writes it may mean a day, or a week that begins on it.
func ParseWeek(s string) (Week, error) {
	if m := weekShape.FindStringSubmatch(s); m != nil {
		w := Week(m[1] + "-W" + m[2])
		if WeekOf(w.Monday()) != w {
			return "", ErrNotAWeek
		}
		return w, nil
	}
	d, err := ParseDate(s)
	if w := WeekOf(d); err == nil && w.Monday() == d {
		return w, nil
	}
	return "", ErrNotAWeek
}

// WeekOf returns the week in which d lies, "" for no day.
func WeekOf(d Date) Week {
	if d == "" {
		return ""
	}
	year, n := d.Time().ISOWeek()
	return Week(fmt.Sprintf("%04d-W%02d", year, n))
}

// Monday returns the first day of w, "" when w isn't known.
func (w Week) Monday() Date { return w.day(0) }

// Sunday returns the last day of w, "" when w isn't known.
func (w Week) Sunday() Date { return w.day(6) }

// day returns the day n days after the Monday: the fourth of January lies in the first week of its year.
func (w Week) day(n int) Date {
	m := weekShape.FindStringSubmatch(string(w))
	if m == nil {
		return ""
	}
	year, _ := strconv.Atoi(m[1]) // both are digits
	week, _ := strconv.Atoi(m[2])
	fourth := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)
	since := (int(fourth.Weekday()) + 6) % 7 // days since Monday
	return DateOf(fourth.AddDate(0, 0, 7*(week-1)-since+n))
}

// Add returns the week n weeks after w, or before it.
func (w Week) Add(n int) Week {
	if w == "" {
		return ""
	}
	return WeekOf(DateOf(w.Monday().Time().AddDate(0, 0, 7*n)))
}

// UnmarshalText reads what [ParseWeek] reads; "" is no week.
func (w *Week) UnmarshalText(b []byte) (err error) {
	if *w = ""; len(b) > 0 {
		*w, err = ParseWeek(string(b))
	}
	return err
}
