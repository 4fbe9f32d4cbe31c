package data

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Coming is goods of an article that should come in: with a transfer, or with a purchase order.
type Coming struct {
	VariantID int64    `json:"-"`
	Date      Date     `json:"date"` // "": nobody has said when, so no promise rests on it
	Quantity  Quantity `json:"quantity"`
	Document  string   `json:"document"` // the transfer's or purchase order's number
}

// Promised is goods of an article that an order's line is promised and that aren't reserved for it yet.
type Promised struct {
	VariantID int64
	Date      Date // ""; as soon as possible
	Quantity  Quantity
}

// Outlook is what can be promised of one article, day by day: what is free today and comes until then, less what is
// promised until then. What is promised for a day must not be missing on a later one, so that of two promises the second
// can't take what the first needs.
type Outlook struct {
	Today Date
	Days  []OutlookDay // the days on which something changes, today first
}

// OutlookDay is a day of an [Outlook].
type OutlookDay struct {
	Date       Date     `json:"date"`
	Left       Quantity `json:"left"`       // once everything until then has come and gone; below zero: more is promised than will be there
	Promisable Quantity `json:"promisable"` // the least of what is left on that day and on every later one, never below zero
}

// NewOutlook works the outlook of one article out. free is what lies on the shelves and isn't reserved. What should have
// come before today counts for tomorrow, what was promised for a day before today for today.
func NewOutlook(today Date, free Quantity, coming []Coming, promised []Promised) Outlook {
	change := map[Date]Quantity{today: free}
	tomorrow := today.After(1)
	for _, c := range coming {
		switch {
		case c.Date == "":
		case c.Date < today:
			change[tomorrow] += c.Quantity
		default:
			change[c.Date] += c.Quantity
		}
	}
	for _, p := range promised {
		change[max(p.Date, today)] -= p.Quantity
	}
	o := Outlook{Today: today}
	for day, q := range change {
		o.Days = append(o.Days, OutlookDay{Date: day, Left: q})
	}
	slices.SortFunc(o.Days, func(a, b OutlookDay) int { return cmp.Compare(a.Date, b.Date) })
	for i := range o.Days {
		if i > 0 {
			o.Days[i].Left += o.Days[i-1].Left
		}
	}
	for i := len(o.Days) - 1; i >= 0; i-- {
		least := o.Days[i].Left
		if i+1 < len(o.Days) {
			least = min(least, o.Days[i+1].Promisable)
		}
		o.Days[i].Promisable = max(least, 0)
	}
	return o
}

// Promisable returns how much more can be promised for a day. Nothing can be for a day before today.
func (o Outlook) Promisable(on Date) (q Quantity) {
	for _, d := range o.Days {
		if d.Date > on {
			break
		}
		q = d.Promisable
	}
	return q
}

// PromiseDate returns the first day for which q more can be promised; false when what is there and expected never
// suffices.
func (o Outlook) PromiseDate(q Quantity) (Date, bool) {
	for _, d := range o.Days {
		if d.Promisable >= q || q <= 0 {
			return d.Date, true
		}
	}
	return "", false
}

// Basis is what a proposed day rests on.
type Basis string

// The bases of a proposed day.
const (
	FromStock    Basis = "stock"     // it lies there and is free
	FromIncoming Basis = "incoming"  // once what is expected has come
	FromSupplier Basis = "lead-time" // what is expected doesn't suffice: ordered today, after the supplier's lead time
	FromNothing  Basis = "unknown"   // and no lead time is known
)

// Propose returns the first day for which q can be promised and what that rests on. Beyond what is there and expected it
// is leadDays from today; with 0 of them no day is known.
func (o Outlook) Propose(q Quantity, leadDays int) (Date, Basis) {
	day, ok := o.PromiseDate(q)
	switch {
	case ok && day == o.Today:
		return day, FromStock
	case ok:
		return day, FromIncoming
	case leadDays > 0:
		return o.Today.After(leadDays), FromSupplier
	}
	return "", FromNothing
}

// After returns the day so many days later.
func (d Date) After(days int) Date { return DateOf(d.Time().AddDate(0, 0, days)) }

// leadTime is a figure or a range of two with a unit, as people write lead times.
var leadTime = regexp.MustCompile(`(?i)(\d{1,4})(?:\s*(?:-|–|~|to|至|到)\s*(\d{1,4}))?\s*(working\s+days?|days?|weeks?|months?|个?工作日|天|日|周|星期|个?月)?`)

// LeadDays reads a lead time such as "30 days", "4-6 weeks" or "25天" as days: the longer end of a range, days where no
// unit stands, a month as 30 days, five working days as a week. It returns 0 when there is no figure in it.
func LeadDays(text string) int {
	m := leadTime.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	if most, err := strconv.Atoi(m[2]); err == nil {
		n = max(n, most)
	}
	switch unit := strings.ToLower(m[3]); {
	case strings.HasPrefix(unit, "week"), unit == "周", unit == "星期":
		return 7 * n
	case strings.HasPrefix(unit, "month"), strings.HasSuffix(unit, "月"):
		return 30 * n
	case strings.HasPrefix(unit, "working"), strings.HasSuffix(unit, "工作日"):
		return (7*n + 4) / 5
	}
	return n
}

// LeadDays returns how many days the article takes to come once it is ordered: the preferred supplier's, else those of
// the lead time that buyers are told; 0 when nobody has said.
func (p Product) LeadDays() int {
	for _, o := range p.Offers {
		if o.Preferred && o.LeadDays > 0 {
			return int(o.LeadDays)
		}
	}
	return LeadDays(p.LeadTime)
}
