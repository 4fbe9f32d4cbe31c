package data

import (
	"cmp"
	"slices"
)

// Outlook is what can be promised of one article, day by day: what lies there and comes until then and hasn't expired,
// less what is promised until then. What is promised for a day must not be missing on a later one, so that of two promises
// the second can't take what the first needs.
type Outlook struct {
	Today Date
	Days  []OutlookDay // the days on which something changes, today first
}

// OutlookDay is a day of an [Outlook].
type OutlookDay struct {
	Date       Date     `json:"date"`
	Left       Quantity `json:"left"`       // once everything until then has come and gone; below zero: more is promised than will be there
	Promisable Quantity `json:"promisable"` // how much more may leave on that day without missing then or later; never below zero
}

// Shelf is what lies in the warehouses of one article.
type Shelf struct {
	OnHand   Quantity   // all of it
	Lots     []Level    // of it, what expires
	Reserved []Promised // what is reserved of it, with the day on which it should leave
}

// NewOutlook works the outlook of one article out. What should have come before today counts for tomorrow, what was to leave
// on a day before today for today. A lot may leave until the day on which it expires, that day included; what expires first
// leaves first, as [Pick] takes it, and what is reserved takes its part on its own day like what is promised. Goods that are
// late for one promise serve it once they have come.
func NewOutlook(today Date, shelf Shelf, coming []Coming, promised []Promised) Outlook {
	f := newFlow(today, shelf, coming, promised)
	o := Outlook{Today: today}
	for _, day := range f.days {
		left, there := f.leftOn(day)
		o.Days = append(o.Days, OutlookDay{Date: day, Left: left, Promisable: f.promisable(day, there)})
	}
	return o
}

// batch is goods that may leave from one day until another, both included.
type batch struct {
	from, until Date
	quantity    Quantity
}

// flow is what comes and what has to leave, in the order of days.
type flow struct {
	today   Date
	days    []Date // on which something changes, today first
	batches []batch
	wanted  map[Date]Quantity
	later   []Promised // reserved for a day after today
}

// never is after every day.
const never Date = "9999-12-31"

func newFlow(today Date, shelf Shelf, coming []Coming, promised []Promised) *flow {
	f := &flow{today: today, wanted: map[Date]Quantity{}}
	lasting := shelf.OnHand
	for _, l := range shelf.Lots {
		if l.Expiry != "" && l.Quantity > 0 {
			lasting -= l.Quantity
			f.batches = append(f.batches, batch{today, l.Expiry, l.Quantity})
		}
	}
	if lasting < 0 { // the books have less than the lots: goods that went before they were booked in
		f.wanted[today] -= lasting
	} else {
		f.batches = append(f.batches, batch{today, never, lasting})
	}
	for _, c := range coming {
		if c.Date == "" {
			continue
		}
		from := c.Date
		if from < today {
			from = today.After(1)
		}
		f.batches = append(f.batches, batch{from, cmp.Or(c.Expires, never), c.Quantity})
	}
	for _, p := range promised {
		f.wanted[max(p.Date, today)] += p.Quantity
	}
	for _, p := range shelf.Reserved {
		f.wanted[max(p.Date, today)] += p.Quantity
		if p.Date > today {
			f.later = append(f.later, p)
		}
	}
	f.sort()
	return f
}

// sort puts batches in the order in which they leave, and finds the days on which something changes.
func (f *flow) sort() {
	slices.SortStableFunc(f.batches, func(a, b batch) int { return cmp.Compare(a.until, b.until) })
	f.days = append(f.days, f.today)
	for _, b := range f.batches {
		f.days = append(f.days, b.from)
		if b.until != never && b.until >= f.today {
			f.days = append(f.days, b.until.After(1))
		}
	}
	for day := range f.wanted {
		f.days = append(f.days, day)
	}
	slices.Sort(f.days)
	f.days = slices.Compact(f.days)
}

// run lets the days pass, with so much more wanted on one of them, and tells after each what is there and hasn't expired, and
// what is still wanted; it ends when use returns false.
func (f *flow) run(extra Date, more Quantity, use func(day Date, there, missing Quantity) bool) {
	left := make([]Quantity, len(f.batches))
	for i, b := range f.batches {
		left[i] = b.quantity
	}
	var missing Quantity
	for _, day := range f.days {
		missing += f.wanted[day]
		if day == extra {
			missing += more
		}
		var there Quantity
		for i, b := range f.batches {
			if b.from > day || b.until < day {
				continue
			}
			take := min(left[i], missing)
			left[i], missing = left[i]-take, missing-take
			there += left[i]
		}
		if !use(day, there, missing) {
			return
		}
	}
}

// leftOn returns what is left on a day once what is reserved for later is set aside, below zero when something is missing; and what
// is there.
func (f *flow) leftOn(on Date) (left, there Quantity) {
	f.run("", 0, func(day Date, have, missing Quantity) bool {
		left, there = have-missing, have
		return day < on
	})
	for _, p := range f.later {
		if p.Date > on {
			left -= p.Quantity
		}
	}
	return left, there
}

// promisable returns how much more may leave on a day, at most so much, so that nothing is missing on it or later.
func (f *flow) promisable(on Date, most Quantity) Quantity {
	least := Quantity(0)
	if most <= 0 || !f.suffices(on, 0) {
		return 0
	}
	for least < most {
		middle := least + (most-least+1)/2
		if f.suffices(on, middle) {
			least = middle
		} else {
			most = middle - 1
		}
	}
	return least
}

// suffices reports whether so much more may leave on a day.
func (f *flow) suffices(on Date, more Quantity) bool {
	enough := true
	f.run(on, more, func(day Date, _, missing Quantity) bool {
		enough = day < on || missing == 0
		return enough
	})
	return enough
}
