package data

import "time"

// AlertStep is one of the three steps of stock warnings.
type AlertStep string

// The steps, and what each asks for.
const (
	TooLittle AlertStep = "safety-stock" // at or below the safety stock: reorder
	TooMuch   AlertStep = "overstock"    // what isn't reserved is above the warning line: clear it by a promotion
	Expiring  AlertStep = "expiry"       // a lot expires soon or has expired: discount it, or write it off
)

// ExpiryNotice is how many days before its expiry a lot is named, unless the company says otherwise.
const ExpiryNotice = 90

// StockAlert is something about an article's stock that the merchant should see to, with the figures behind it.
type StockAlert struct {
	Step   AlertStep
	OnHand Quantity // of the article, all its variants, warehouses and lots together; of one warehouse where one is named
	// Reserved is what of OnHand is kept for orders: it will leave, so that it isn't too much.
	Reserved Quantity
	Line     Quantity // the safety stock or the warning line
	// Warehouse is where the line is of one warehouse; nil: of all together. "" is the main one.
	Warehouse *string
	Lot       Level // what expires, and where it lies
	Days      int   // until it expires; 0 on its last day, below zero once it has expired
}

// StockAlerts returns what is due of p: at most one of the first two steps, then one for each lot that expires within
// days of today, in the order of lots. A line of 0 is none. Goods on the way count for expiry alone. Too much is what isn't
// reserved above the line.
func StockAlerts(p Product, onHand, reserved Quantity, lots []Level, today Date, days int) (due []StockAlert) {
	switch {
	case p.SafetyStock > 0 && onHand <= p.SafetyStock:
		due = append(due, StockAlert{Step: TooLittle, OnHand: onHand, Line: p.SafetyStock})
	case p.MaxStock > 0 && onHand-reserved > p.MaxStock:
		due = append(due, StockAlert{Step: TooMuch, OnHand: onHand, Reserved: reserved, Line: p.MaxStock})
	}
	last := ExpiryUntil(today, days)
	for _, l := range lots {
		if l.Expiry == "" || l.Expiry > last || l.Quantity <= 0 {
			continue
		}
		left := int(l.Expiry.Time().Sub(today.Time()) / (24 * time.Hour))
		due = append(due, StockAlert{Step: Expiring, OnHand: onHand, Lot: l, Days: left})
	}
	return due
}

// DueMark says which of the first two steps an article is due by; they add up.
type DueMark int

// The marks. One of too much is at least MarkTooMuch.
const (
	MarkTooLittle DueMark = 1
	MarkTooMuch   DueMark = 2
)

// DueMarkOf returns the marks of what is due.
func DueMarkOf(due []StockAlert) (m DueMark) {
	for _, a := range due {
		switch a.Step {
		case TooLittle:
			m |= MarkTooLittle
		case TooMuch:
			m |= MarkTooMuch
		case Expiring: // found by its day
		}
	}
	return m
}

// ExpiryUntil returns the last day of expiry that is named today.
func ExpiryUntil(today Date, days int) Date { return DateOf(today.Time().AddDate(0, 0, days)) }

// NoticeDays returns how many days before its expiry a lot is named.
func (c Company) NoticeDays() int {
	if c.ExpiryDays > 0 {
		return int(c.ExpiryDays)
	}
	return ExpiryNotice
}
