package command

import (
	"fmt"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// lateReply is what list calls an inquiry that still has no quotation after its time.
const lateReply data.AlertStep = "late-reply"

// addLateReplies lists the inquiries nobody answered in time, as far as q's limit has room. Words find them by number and
// customer.
func (s *session) addLateReplies(st *store.Store, t *table, q store.Query) error {
	c, err := st.Company.Get(s.ctx)
	if err != nil {
		return fmt.Errorf("list alerts: %w", err)
	}
	waiting, err := st.Orders.Unanswered(s.ctx)
	if err != nil {
		return fmt.Errorf("list alerts: %w", err)
	}
	for _, o := range waiting {
		clock, runs := c.Quoting.ReplyClock(o, time.Time{}, s.Now())
		if !runs || clock.Left >= 0 || !t.asked(q, o.No, o.Customer) {
			continue
		}
		t.add(alertRow{Alert: lateReply, OrderNo: o.No, Customer: o.Customer, ReplyDue: clock.Due},
			string(lateReply), o.No, o.Customer, "", "", "", "", "", "", "", "", "", "")
	}
	return nil
}

// addClock adds to an order's row how its inquiry stands.
func (r *orderRow) addClock(o data.Order, q data.QuotingRules, first, now time.Time) {
	clock, runs := q.ReplyClock(o, first, now)
	if r.AskedAt = o.AskedAt; !runs {
		return
	}
	r.ReplyDue, r.QuotedAt, r.Late = clock.Due, first, clock.Late(q.Reply())
}
