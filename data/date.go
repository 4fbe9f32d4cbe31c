package data

import "time"

// Date is a calendar day as ISO 8601 text, "2026-11-22"; "" means not known. Dates compare as text.
type Date string

// ParseDate reads an ISO date and refuses days that don't exist.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", ErrNotADate
	}
	return Date(s), nil
}

// DateOf returns the day of t in t's own time zone.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Time returns midnight UTC of d; the zero time when d isn't known.
func (d Date) Time() time.Time { t, _ := time.Parse(time.DateOnly, string(d)); return t }

// Year returns the year of d, or 0.
func (d Date) Year() int {
	if d == "" {
		return 0
	}
	return d.Time().Year()
}
