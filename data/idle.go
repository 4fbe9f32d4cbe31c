package data

import (
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// Idle is an article of which more lies than it sells: dead stock, or one that moves slowly.
type Idle struct {
	Goods    StockGoods
	OnHand   Quantity
	Value    StockValue // at moving average cost
	LastSold Date       // "" for never
	Since    Date       // the day of its first movement
	Sold     Quantity   // in the past days that the rules count, less what buyers sent back
	Dead     bool       // nothing was sold for the days after which stock is dead; else it moves slowly
	Lasts    int64      // at that pace it lasts so many days; -1: nothing was sold in them
}

// Judged fills in whether i is dead or how long it lasts, and whether it is idle at all: it lies there for as long as
// stock may without selling, or it lasts longer than what moves slowly does. What came only lately is neither.
func (i Idle) Judged(today Date, rules ReorderRules) (Idle, bool) {
	lay := daysBetween(i.Since, today)
	if i.OnHand <= 0 || i.Since == "" {
		return i, false
	}
	i.Lasts = lasting(i.OnHand, i.Sold, rules.SalesDays)
	i.Dead = lay >= rules.DeadDays && (i.LastSold == "" || daysBetween(i.LastSold, today) >= rules.DeadDays)
	slow := lay >= rules.SalesDays && (i.Lasts < 0 || i.Lasts > rules.SlowDays)
	return i, i.Dead || slow
}

// From returns the first day on which [Idle.Judged] may find i idle while the same is sold of it, "" for none.
func (i Idle) From(rules ReorderRules) Date {
	if i.OnHand <= 0 || i.Since == "" {
		return ""
	}
	if i.Sold > 0 && rules.DeadDays >= rules.SalesDays {
		days := i.OnHand.Decimal().Mul(decimal.NewFromInt(rules.SalesDays)).Div(i.Sold.Decimal())
		if days.LessThanOrEqual(decimal.NewFromInt(rules.SlowDays)) {
			return ""
		}
	}
	return DateOf(i.Since.Time().AddDate(0, 0, int(min(rules.SalesDays, rules.DeadDays))))
}

// daysBetween counts the days from one to another.
func daysBetween(from, to Date) int64 { return int64(to.Time().Sub(from.Time()) / (24 * time.Hour)) }

// ExpiringLot is a lot with an expiry, with what it is worth.
type ExpiringLot struct {
	Goods StockGoods
	Level Level
	Days  int        // until it expires; 0 on its last day, below zero once it has expired
	Value StockValue // at moving average cost
}

// ExpiryMonth is what expires in one month.
type ExpiryMonth struct {
	Month    string // "2026-11"
	Lots     int64
	Unvalued int64 // of them, those worth nothing: nobody knows their cost
	Value    StockValue
}

// FirstExpired puts lots in the order in which they should leave: what expires first, then what doesn't expire, and what
// has expired last; by lot where that is the same.
func FirstExpired(lots []Level, today Date) {
	rank := func(l Level) int {
		switch {
		case l.Expiry == "":
			return 1
		case l.Expiry < today:
			return 2
		}
		return 0
	}
	slices.SortStableFunc(lots, func(a, b Level) int {
		switch {
		case rank(a) != rank(b):
			return rank(a) - rank(b)
		case a.Expiry != b.Expiry:
			return strings.Compare(string(a.Expiry), string(b.Expiry))
		}
		return strings.Compare(a.Lot, b.Lot)
	})
}

// Pick says from which lots so much should leave, in the order of [FirstExpired]; rest is what no lot holds.
func Pick(lots []Level, wanted Quantity, today Date) (picked []Level, rest Quantity) {
	lots = slices.Clone(lots)
	FirstExpired(lots, today)
	rest = wanted
	for _, l := range lots {
		part := min(rest, l.Quantity)
		if part <= 0 {
			continue
		}
		rest -= part
		l.Quantity = part
		picked = append(picked, l)
	}
	return picked, rest
}
