package command

import (
	"fmt"

	"tradewind/data"
	"tradewind/data/store"
)

// What list calls alerts about orders on their way.
const (
	lateMilestone data.AlertStep = "late-milestone"
	delayed       data.AlertStep = "delay" // more than the rules allow, and the buyer isn't told
)

// addMilestones lists the milestones that weren't reached in time and the delays buyers don't know of, as far as q's limit has room.
// Words find them by number and customer.
func (s *session) addMilestones(st *store.Store, t *table, q store.Query) error {
	late, delays, err := st.Milestones.Late(s.ctx, s.Now())
	if err != nil {
		return fmt.Errorf("list alerts: %w", err)
	}
	for _, d := range delays {
		if t.asked(q, d.OrderNo, d.Customer) {
			t.add(alertRow{Alert: delayed, OrderNo: d.OrderNo, Customer: d.Customer, Delay: &d},
				string(delayed), d.OrderNo, d.Customer+" "+string(d.Promised)+" → "+string(d.Expected), "", "", "", "", "", "", "", "", "", "")
		}
	}
	for _, m := range late {
		if t.asked(q, m.OrderNo, m.Customer) {
			t.add(alertRow{Alert: lateMilestone, OrderNo: m.OrderNo, Customer: m.Customer, Milestone: &m.Milestone},
				string(lateMilestone), m.OrderNo, m.Customer+" "+string(m.Kind), "", "", "", "", "", "", "", string(data.DateOf(m.Due)), "", "")
		}
	}
	return nil
}
