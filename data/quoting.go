package data

import (
	"slices"
	"strings"
	"time"
)

// QuotingRules are the company's habits in quoting: what a new quotation starts with, how soon an inquiry is answered and
// who gets what off.
type QuotingRules struct {
	ReplyMinutes int64          `json:"reply_minutes,omitzero"` // from an inquiry to its first quotation; 60 when 0
	ValidDays    int64          `json:"valid_days,omitzero"`    // so long a quotation holds; 0: no day is filled in
	LeadTime     string         `json:"lead_time,omitzero"`
	PaymentTerms string         `json:"payment_terms,omitzero"` // for customers whose record says none
	SampleTerms  string         `json:"sample_terms,omitzero"`
	Discounts    []DiscountRule `json:"discounts,omitempty"`
}

// DiscountRule is a share off the goods for customers of a tier, or for the n-th order of a customer (DUTIES D13).
type DiscountRule struct {
	Tier    string  `json:"tier,omitzero"`  // as the partner's record says it, in any case; "": every tier
	Order   int64   `json:"order,omitzero"` // the n-th order of the customer; 0: every one
	Percent Percent `json:"percent"`
	From    Date    `json:"from,omitzero"`  // the first day of orders it is for; "": always
	Until   Date    `json:"until,omitzero"` // the last one, included
}

// Reduction is a share off the goods of a whole order, what the rules proposed when it was quoted, and why it differs.
type Reduction struct {
	Percent  Percent      `json:"discount_percent,omitzero"`
	Proposed DiscountRule `json:"discount_rule,omitzero"`   // the rule that spoke; none: its Percent is 0
	Reason   string       `json:"discount_reason,omitzero"` // needed when Percent isn't what the rule says
}

// Outcome says why and when a quotation was lost. A won one is a confirmed order.
type Outcome struct {
	Reason string `json:"reason,omitzero"`
	Date   Date   `json:"date,omitzero"`
}

// Prints is what the quotations of an order show beside the goods and their prices.
type Prints struct {
	NoLadder   bool `json:"without_ladder,omitzero"`   // the price steps of articles are left out
	NoPictures bool `json:"without_pictures,omitzero"` // and so are pictures
	Changes    bool `json:"changes,omitzero"`          // a revision lists what differs from the one before
}

// UsualDiscounts are the rules that D13 of the merchant's duties has: silver customers 10 % off, the second order 15 %, the
// third 10 %.
func UsualDiscounts() []DiscountRule {
	return []DiscountRule{
		{Tier: "silver", Percent: 10 * Hundred / 100},
		{Order: 2, Percent: 15 * Hundred / 100},
		{Order: 3, Percent: 10 * Hundred / 100},
	}
}

// For reports whether the rule is for the n-th order of a customer of a tier on a day.
func (r DiscountRule) For(tier string, nth int64, day Date) bool {
	return (r.Tier == "" || strings.EqualFold(strings.TrimSpace(r.Tier), strings.TrimSpace(tier))) &&
		(r.Order == 0 || r.Order == nth) && (r.From == "" || day >= r.From) && (r.Until == "" || day <= r.Until)
}

// DiscountFor returns the rule for the n-th order of a customer of a tier on a day: of several the one that gives most, they
// never add up. The rule without a percent says that there is none.
func (q QuotingRules) DiscountFor(tier string, nth int64, day Date) (best DiscountRule) {
	for _, r := range q.Discounts {
		if r.For(tier, nth, day) && r.Percent > best.Percent {
			best = r
		}
	}
	return best
}

// Reply returns how soon an inquiry is answered.
func (q QuotingRules) Reply() time.Duration {
	if q.ReplyMinutes <= 0 {
		return time.Hour
	}
	return time.Duration(q.ReplyMinutes) * time.Minute
}

// Propose fills what the rules say into a new order of a customer: terms and days where it has none, and the discount of its
// n-th order. Own words of the customer's record come before the company's.
func (o *Order) Propose(q QuotingRules, customer Partner, nth int64) {
	fill := func(into *string, texts ...string) {
		for _, text := range texts {
			if *into == "" {
				*into = text
			}
		}
	}
	fill(&o.PaymentTerms, customer.PaymentTerms, q.PaymentTerms)
	fill(&o.LeadTime, q.LeadTime)
	fill(&o.SampleTerms, q.SampleTerms)
	if o.ValidUntil == "" && q.ValidDays > 0 && o.Date != "" {
		o.ValidUntil = DateOf(o.Date.Time().AddDate(0, 0, int(q.ValidDays)))
	}
	o.ProposeDiscount(q.DiscountFor(customer.Tier, nth, o.Date))
}

// ProposeDiscount takes what a rule says, unless somebody gave the order a discount of another size.
func (o *Order) ProposeDiscount(rule DiscountRule) {
	if o.Reduction.Percent == o.Proposed.Percent && o.Reduction.Reason == "" {
		o.Reduction.Percent = rule.Percent
	}
	if o.Proposed = rule; rule.Percent == 0 {
		o.Proposed = DiscountRule{}
	}
}

// ReplyClock is how the answer to an inquiry stands against the clock.
type ReplyClock struct {
	Due  time.Time     // when the first quotation had to be issued
	Took time.Duration // from the inquiry to the first quotation; 0: there is none yet
	Left time.Duration // until Due, while there is none; below zero: late
}

// Late reports whether the answer came, or still comes, after its time.
func (c ReplyClock) Late(reply time.Duration) bool { return c.Left < 0 || c.Took > reply }

// ReplyClock returns how the answer to an order's inquiry stands now: it stops at the moment the first quotation was
// issued (zero: none was), and when the order isn't a quotation any more. False: no inquiry is noted, or nobody waits.
func (q QuotingRules) ReplyClock(o Order, first, now time.Time) (ReplyClock, bool) {
	if o.AskedAt.IsZero() || first.IsZero() && (o.Status != Draft || o.Archived) {
		return ReplyClock{}, false
	}
	c := ReplyClock{Due: o.AskedAt.Add(q.Reply())}
	if first.IsZero() {
		c.Left = c.Due.Sub(now)
	} else {
		c.Took = max(first.Sub(o.AskedAt), time.Nanosecond)
	}
	return c, true
}

// quoted looks at what belongs to a quotation: its discount, its inquiry and its end.
func (c *check) quoted(o Order) {
	c.percent("discount_percent", o.Reduction.Percent)
	other := o.Proposed.Percent > 0 && o.Reduction.Percent != o.Proposed.Percent
	c.when(other && strings.TrimSpace(o.Reduction.Reason) == "", "discount_reason", "problem.discount_reason", "Percent", o.Proposed.Percent.String())
	c.date("outcome.date", o.Outcome.Date)
	c.when(o.Status == Lost && strings.TrimSpace(o.Outcome.Reason) == "", "outcome.reason", "problem.lost_reason")
}

// maxRuleDays is so long that nobody means it.
const maxRuleDays = 3650

// quoting looks at the rules of quoting.
func (c *check) quoting(q QuotingRules) {
	notNegative(c, "quoting.reply_minutes", q.ReplyMinutes)
	c.when(q.ReplyMinutes > maxRuleDays*24*60, "quoting.reply_minutes", "problem.too_large")
	c.when(q.ValidDays < 0 || q.ValidDays > maxRuleDays, "quoting.valid_days", "problem.not_days")
	var seen []DiscountRule
	for i, r := range q.Discounts {
		c.prefix = at("quoting.discounts", i+1)
		c.percent("percent", r.Percent)
		c.when(r.Percent == 0, "percent", "problem.not_positive")
		notNegative(c, "order", r.Order)
		c.when(r.Tier == "" && r.Order == 0, "tier", "problem.discount_for_all")
		c.date("from", r.From)
		c.date("until", r.Until)
		c.when(r.From != "" && r.Until != "" && r.Until < r.From, "until", "problem.ends_before_start")
		same := DiscountRule{Tier: strings.ToLower(strings.TrimSpace(r.Tier)), Order: r.Order, From: r.From, Until: r.Until}
		c.when(slices.Contains(seen, same), "tier", "problem.discount_twice")
		seen = append(seen, same)
	}
	c.prefix = ""
}
