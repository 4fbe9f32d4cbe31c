package data

import (
	"cmp"
	"slices"
)

// Receivable is a part of an order's price that isn't paid, or what a customer paid that no order has.
type Receivable struct {
	CustomerID int64
	Customer   string // the code
	OrderNo    string // "" of the customer's credit
	Owed       Owed   // its amount is below zero where it is owed to the customer
}

// Age is how long something is due.
type Age int

// The ages by which what is owed is sorted.
const (
	NotDue  Age = iota // its day is to come, today, or not known yet
	Days30             // 1 to 30 days late
	Days60             // 31 to 60
	Days90             // 61 to 90
	Older              // more than 90
	Credits            // owed to the customer
)

// Ages is how many there are.
const Ages = int(Credits) + 1

// Late returns how many days a part is late; 0 when it isn't.
func (d Owed) Late(today Date) int {
	if d.Due == "" || d.Due >= today {
		return 0
	}
	return int(today.Time().Sub(d.Due.Time()).Hours() / 24)
}

// Age returns how long what is open of d is due.
func (d Owed) Age(today Date) Age {
	if d.Open().Minor < 0 {
		return Credits
	}
	switch late := d.Late(today); {
	case late == 0:
		return NotDue
	case late <= 30:
		return Days30
	case late <= 60:
		return Days60
	case late <= 90:
		return Days90
	}
	return Older
}

// Aged is what one customer owes in one currency, by age.
type Aged struct {
	CustomerID int64
	Customer   string
	Currency   Currency
	ByAge      [Ages]int64 // minor units
}

// Open is all of it: what is owed less what is owed to the customer.
func (a Aged) Open() Money {
	sum := Money{0, a.Currency}
	for _, minor := range a.ByAge {
		sum.Minor += minor
	}
	return sum
}

// AgedOf adds up what is owed by customer and currency, sorted by currency and customer.
func AgedOf(list []Receivable, today Date) []Aged {
	var all []Aged
	for _, r := range list {
		open := r.Owed.Open()
		i := slices.IndexFunc(all, func(a Aged) bool { return a.CustomerID == r.CustomerID && a.Currency == open.Currency })
		if i < 0 {
			i, all = len(all), append(all, Aged{CustomerID: r.CustomerID, Customer: r.Customer, Currency: open.Currency})
		}
		all[i].ByAge[r.Owed.Age(today)] += open.Minor
	}
	slices.SortStableFunc(all, func(a, b Aged) int {
		return cmp.Or(cmp.Compare(a.Currency, b.Currency), cmp.Compare(a.Customer, b.Customer))
	})
	return all
}

// SortReceivables puts what is due first before what is due later; what has no day comes last.
func SortReceivables(list []Receivable) {
	day := func(r Receivable) Date { return cmp.Or(r.Owed.Due, "9999-12-31") }
	slices.SortStableFunc(list, func(a, b Receivable) int {
		return cmp.Or(cmp.Compare(a.Owed.Amount.Currency, b.Owed.Amount.Currency), cmp.Compare(day(a), day(b)), cmp.Compare(a.OrderNo, b.OrderNo))
	})
}
