package data

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"
)

// Ratio is a rate as it was counted: inquiries of clicks, orders of inquiries. Both are whole and not negative; it is never
// turned into a rounded number to be compared.
type Ratio struct{ Part, Whole int64 }

// Compare returns whether r is less than o (-1), the same (0) or more (1), exactly: a/b and c/d compare as a·d and c·b. A ratio
// of nothing is less than any other.
func (r Ratio) Compare(o Ratio) int {
	if r.Whole == 0 || o.Whole == 0 {
		return cmp.Compare(min(r.Whole, 1), min(o.Whole, 1))
	}
	high, low := bits.Mul64(uint64(r.Part), uint64(o.Whole))
	otherHigh, otherLow := bits.Mul64(uint64(o.Part), uint64(r.Whole))
	return cmp.Or(cmp.Compare(high, otherHigh), cmp.Compare(low, otherLow))
}

// Percent returns r in percent, rounded half up to two decimals, for reading. It isn't known of a ratio of nothing.
func (r Ratio) Percent() (decimal.Decimal, bool) {
	if r.Whole == 0 {
		return decimal.Decimal{}, false
	}
	return decimal.NewFromInt(r.Part).Shift(2).DivRound(decimal.NewFromInt(r.Whole), 2), true
}

// Standing is how a product does in a market, over the weeks that count.
type Standing struct {
	ProductID int64
	SKU       string
	Name      Texts
	Archived  bool
	Since     Date // in the showcase; "" when it isn't there
	Counts
	Rank   int      // among all products with enough figures, from 1; 0: it hasn't enough
	Ranked bool     // it has enough figures
	Red    *Finding // the first reason for which the market refuses its listing; nil: none
}

// OrderRate is orders of inquiries.
func (s Standing) OrderRate() Ratio { return Ratio{s.Orders, s.Inquiries} }

// InquiryRate is inquiries of clicks, or of exposures where the rules say so.
func (s Standing) InquiryRate(r ShowcaseRules) Ratio {
	if r.ByExposures() {
		return Ratio{s.Inquiries, s.Exposures}
	}
	return Ratio{s.Inquiries, s.Clicks}
}

// Enough reports whether c is a large enough sample for a rate to count. r must have its defaults.
func (r ShowcaseRules) Enough(c Counts) bool {
	views := c.Clicks
	if r.ByExposures() {
		views = c.Exposures
	}
	return c.Inquiries >= r.MinInquiries && views >= r.MinViews
}

// Compare sorts standings, the better one first: those with enough figures before the others; then by orders of inquiries, by
// inquiries of clicks, by the number of inquiries, and of equals the product that is longer in the catalogue.
func (r ShowcaseRules) Compare(a, b Standing) int {
	if a.Ranked != b.Ranked {
		if a.Ranked {
			return -1
		}
		return 1
	}
	return cmp.Or(-r.rates(a, b), cmp.Compare(b.Inquiries, a.Inquiries), cmp.Compare(a.ProductID, b.ProductID))
}

// rates compares the two rates alone: more is 1.
func (r ShowcaseRules) rates(a, b Standing) int {
	return cmp.Or(a.OrderRate().Compare(b.OrderRate()), a.InquiryRate(r).Compare(b.InquiryRate(r)))
}

// Better reports whether a does better than b by the rates: what has enough figures does better than what hasn't, and equal
// rates are no reason to change anything.
func (r ShowcaseRules) Better(a, b Standing) bool {
	return a.Ranked && (!b.Ranked || r.rates(a, b) > 0)
}

// SwapReason says why a change of the showcase is proposed.
type SwapReason string

// The reasons.
const (
	SwapArchived SwapReason = "archived" // it isn't sold any more
	SwapRed      SwapReason = "red"      // the market refuses its listing
	SwapOver     SwapReason = "over"     // there are more products than places
	SwapFew      SwapReason = "few"      // it stood long enough and has too few figures still
	SwapWeaker   SwapReason = "weaker"   // another one does better
	SwapFree     SwapReason = "free"     // a place is free
)

// ShowcaseSwap is one proposed change: what goes, what comes, or both.
type ShowcaseSwap struct {
	Out, In *Standing
	Why     SwapReason
}

// Showcase is a market's showcase today, with what should be changed and why.
type Showcase struct {
	Market     Market
	Rules      ShowcaseRules // with defaults
	Today      Date
	From, To   Week // whose figures count; "" without any
	Rotated    Date // the last time
	DueTurn    bool // the rotation is older than the days
	DueFigures bool // the newest figures are
	Places     []Standing
	Ranked     int            // how many products have enough figures
	Swaps      []ShowcaseSwap // filled by [Showcase.Propose]
	Refused    []Standing     // did well enough to be proposed, but the market refuses their listings
}

// SetDue finds out what is due. A rotation is due so many days after the last; figures when the Sunday of the newest week is
// longer ago than that, so with 7 days on the Monday on which the next week is over too.
func (s *Showcase) SetDue() {
	ago := func(d Date) int64 { return int64(s.Today.Time().Sub(d.Time()).Hours()) / 24 }
	s.DueTurn = s.Rotated == "" || ago(s.Rotated) >= s.Rules.Days
	s.DueFigures = s.To == "" || ago(s.To.Sunday()) > s.Rules.Days
}

// settled reports whether p had its time in the showcase: a product with enough figures the days of one rotation, one without
// all the weeks that count. Until then nobody proposes to take it out for being weak.
func (s *Showcase) settled(p Standing) bool {
	days := s.Rules.Days
	if !p.Ranked {
		days = max(days, 7*s.Rules.Weeks)
	}
	return p.Since <= ExpiryUntil(s.Today, -int(days))
}

// forced returns why a product must go whatever it brings, "" when it needn't.
func (s Standing) forced() SwapReason {
	switch {
	case s.Archived:
		return SwapArchived
	case s.Red != nil:
		return SwapRed
	}
	return ""
}

// Wanted returns how many candidates a proposal can use at most.
func (s *Showcase) Wanted() int { return int(max(s.Rules.Places, int64(len(s.Places)))) }

// Propose fills Swaps. Candidates aren't in the showcase, have enough figures, are refused by nobody and come best first. What
// must go goes; free places are filled; then the weakest that had its time gives way to the next candidate, as long as that does better.
func (s *Showcase) Propose(candidates []Standing) {
	s.Swaps = nil
	next := func() *Standing {
		if len(candidates) == 0 {
			return nil
		}
		c := candidates[0]
		candidates = candidates[1:]
		return &c
	}
	stay, outs := s.leaving()
	free := int(s.Rules.Places) - len(stay)
	for _, o := range outs {
		if free > 0 {
			o.In, free = next(), free-1
		}
		s.Swaps = append(s.Swaps, o)
	}
	for ; free > 0 && len(candidates) > 0; free-- {
		s.Swaps = append(s.Swaps, ShowcaseSwap{In: next(), Why: SwapFree})
	}
	for _, p := range slices.Backward(stay) {
		if !s.settled(p) {
			continue
		}
		if len(candidates) == 0 || !s.Rules.Better(candidates[0], p) {
			return
		}
		why := SwapWeaker
		if !p.Ranked {
			why = SwapFew
		}
		s.Swaps = append(s.Swaps, ShowcaseSwap{Out: &p, In: next(), Why: why})
	}
}

// leaving parts what stays, best first, from what must go: archived, refused, and the weakest of too many.
func (s *Showcase) leaving() (stay []Standing, outs []ShowcaseSwap) {
	for _, p := range s.Places {
		if why := p.forced(); why != "" {
			outs = append(outs, ShowcaseSwap{Out: &p, Why: why})
		} else {
			stay = append(stay, p)
		}
	}
	slices.SortFunc(stay, s.Rules.Compare)
	for len(stay) > int(s.Rules.Places) {
		last := stay[len(stay)-1]
		stay, outs = stay[:len(stay)-1], append(outs, ShowcaseSwap{Out: &last, Why: SwapOver})
	}
	return stay, outs
}
