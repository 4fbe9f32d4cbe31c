package data

import (
	"slices"
	"time"
)

// Season is a time of the year in which more is sold than usual: the days before a feast. The dates of feasts that move
// are listed, those that don't are a day of every year.
type Season struct {
	Record
	Code    string  `json:"code"`
	Name    Texts   `json:"names,omitempty"`
	Market  Country `json:"market,omitzero"` // where it is kept; for reading only: the percentage is of all sales
	Yearly  string  `json:"yearly,omitzero"` // month and day, "12-25", of a feast that doesn't move
	Dates   []Date  `json:"dates,omitempty"` // the first days of a feast that moves, one a year
	Length  int64   `json:"days"`            // how long it lasts, at least a day
	LeadIn  int64   `json:"lead_in_days"`    // so many days before it more is sold already
	Percent Percent `json:"percent"`         // so much more is sold on each of those days: 50 is half as much again
}

// maxDays bounds figures that are counted in days: ten years.
const maxDays = 3650

// Validate reports the fields of s that break a rule, as [Problems]; nil when it can be saved.
func (s Season) Validate() error {
	var c check
	c.required("code", s.Code)
	c.country("market", s.Market)
	_, err := time.Parse(time.DateOnly, "2000-"+s.Yearly)
	c.when(s.Yearly != "" && err != nil, "yearly", "replenish.problem.not_a_month_day")
	c.when(s.Yearly == "" && len(s.Dates) == 0, "dates", "problem.required")
	c.when(s.Yearly != "" && len(s.Dates) > 0, "dates", "replenish.problem.yearly_or_dates")
	for _, d := range s.Dates {
		if _, err := ParseDate(string(d)); err != nil {
			c.add("dates", "problem.not_a_date")
			break
		}
	}
	c.dayCount("days", s.Length)
	c.when(s.Length == 0, "days", "problem.not_positive")
	c.dayCount("lead_in_days", s.LeadIn)
	c.when(s.Percent <= -Hundred || s.Percent > 100*Hundred, "percent", "replenish.problem.season_percent")
	return c.problems.Err()
}

// dayCount looks at a number of days.
func (c *check) dayCount(field string, n int64) {
	c.when(n < 0, field, "problem.negative")
	c.when(n > maxDays, field, "replenish.problem.too_many_days", "Most", maxDays)
}

// Holds reports whether more is sold on day.
func (s Season) Holds(day Date) bool {
	t := day.Time()
	within := func(first time.Time) bool {
		return !t.Before(first.AddDate(0, 0, -int(s.LeadIn))) && t.Before(first.AddDate(0, 0, int(s.Length)))
	}
	if s.Yearly != "" {
		for year := t.Year() - 1; year <= t.Year()+1; year++ {
			first, err := time.Parse(time.DateOnly, Date("2000-"+s.Yearly).in(year))
			if err == nil && within(first) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(s.Dates, func(d Date) bool { return within(d.Time()) })
}

// in returns d's month and day in another year; a leap day is the last of February where there is none.
func (d Date) in(year int) string {
	t := d.Time()
	moved := time.Date(year, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	if moved.Month() != t.Month() {
		moved = moved.AddDate(0, 0, -moved.Day())
	}
	return moved.Format(time.DateOnly)
}

// Calendar says of each of the coming days which season it belongs to.
type Calendar struct {
	Seasons []Season
	days    []int // index into Seasons, -1 for none; the first is the day after today
}

// NewCalendar returns the calendar of the n days that follow today. Where seasons overlap, the one of the highest
// percentage holds and no other: the buyers of both are the same people.
func NewCalendar(seasons []Season, today Date, n int64) Calendar {
	c := Calendar{Seasons: seasons, days: make([]int, min(n, 2*maxDays))}
	for i := range c.days {
		day := DateOf(today.Time().AddDate(0, 0, i+1))
		c.days[i] = -1
		for j, s := range seasons {
			if !s.Archived && s.Holds(day) && (c.days[i] < 0 || s.Percent > seasons[c.days[i]].Percent) {
				c.days[i] = j
			}
		}
	}
	return c
}

// Peak returns the most that sells in any number of the coming days, in whole percent of the usual, rounded up: at least 100.
func (c Calendar) Peak() int64 {
	peak, sum := Hundred, Percent(0)
	for i, j := range c.days {
		sum += Hundred
		if j >= 0 {
			sum += c.Seasons[j].Percent
		}
		n := Percent(i + 1)
		peak = max(peak, (sum+n-1)/n)
	}
	one := Hundred / 100
	return int64((peak + one - 1) / one)
}

// Within returns how many of the next n days belong to each season, by its place in c.Seasons.
func (c Calendar) Within(n int64) []int64 {
	counted := make([]int64, len(c.Seasons))
	for _, j := range c.days[:min(n, int64(len(c.days)))] {
		if j >= 0 {
			counted[j]++
		}
	}
	return counted
}
