package data

import (
	"regexp"
	"strconv"
	"strings"
)

// Coming is goods of an article that should come in: with a transfer, or with a purchase order.
type Coming struct {
	VariantID int64    `json:"-"`
	Date      Date     `json:"date"` // "": nobody has said when, so no promise rests on it
	Quantity  Quantity `json:"quantity"`
	Document  string   `json:"document"` // the transfer's or purchase order's number

	Expires Date `json:"expires,omitzero"` // of a lot under way: the last day on which it may leave; "": it doesn't expire
}

// Promised is goods of an article that an order's line is promised and that aren't reserved for it yet.
type Promised struct {
	VariantID int64
	Date      Date // ""; as soon as possible
	Quantity  Quantity
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
