package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tradewind/data"
)

// Milestones keeps what the merchant says of milestones; what is due when follows from the records.
type Milestones struct{ at place }

// milestones describes their table.
var milestones = &kind[data.MilestoneMark]{
	name: "milestone", table: "milestone",
	record: func(m *data.MilestoneMark) *data.Record { return &m.Record },
	columns: func(m *data.MilestoneMark) []column {
		return []column{
			{"order_id", reference{&m.OrderID}},
			{"shipment_id", reference{&m.ShipmentID}},
			{"kind", &m.Kind},
			{"owner", &m.Owner},
			{"due", &m.Due},
			{"reason", &m.Reason},
			{"done_at", utc{&m.DoneAt}},
			{"note", &m.Note},
		}
	},
	hidden: func(m *data.MilestoneMark) []*int64 { return []*int64{&m.OrderID, &m.ShipmentID} },
}

// startClocks notes when an order is confirmed, and keeps what the factory's clock runs from.
func (w *writing) startClocks(old, o *data.Order) {
	o.ProducedAt = time.Time{}
	if old != nil {
		o.ConfirmedAt, o.ProducedAt = old.ConfirmedAt, old.ProducedAt
	}
	switch {
	case o.Status == data.Draft:
		o.ConfirmedAt = time.Time{}
	case o.Status == data.Confirmed && (old == nil || old.Status == data.Draft || old.Status == data.Lost || old.Status == data.Cancelled):
		o.ConfirmedAt = w.at
	case old == nil:
		o.ConfirmedAt = time.Time{}
	}
}

// milestoneFacts reads what the milestones of an order follow from.
func milestoneFacts(ctx context.Context, r reader, orderID int64) (f data.MilestoneFacts, err error) {
	if f.Shipments, err = shipmentsOf(ctx, r, orderID); err != nil {
		return f, err
	}
	if f.Issued, err = issued(ctx, r, false, ofOrder, orderID, orderID); err != nil {
		return f, err
	}
	f.Marks, err = milestones.load(ctx, r, `WHERE order_id = ? AND archived = 0`, orderID)
	return f, err
}

// Of returns the milestones of an order, and the delays its buyer isn't told of yet.
func (s Milestones) Of(ctx context.Context, orderID int64, today data.Date) (list []data.Milestone, delays []data.Delay, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		o, err := orders.byID(ctx, r, orderID)
		if err != nil {
			return err
		}
		c, err := getCompany(ctx, r)
		if err != nil {
			return err
		}
		f, err := milestoneFacts(ctx, r, orderID)
		list, delays = c.Milestones.Milestones(o, f), c.Milestones.Delays(o, f, today)
		return err
	})
	return list, delays, err
}

// LateMilestone is a milestone that wasn't reached in time, and whose it is.
type LateMilestone struct {
	data.Milestone
	OrderNo  string
	Customer string
}

// Late returns the milestones of all confirmed orders that are late at now, and the delays that buyers aren't told of yet, by order.
func (s Milestones) Late(ctx context.Context, now time.Time) (late []LateMilestone, delays []data.Delay, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		c, err := getCompany(ctx, r)
		if err != nil {
			return err
		}
		running, err := orders.load(ctx, r, `WHERE status = ? AND archived = 0 ORDER BY date, order_no`, string(data.Confirmed))
		if err != nil {
			return err
		}
		for _, o := range running {
			f, err := milestoneFacts(ctx, r, o.ID)
			if err != nil {
				return err
			}
			for _, m := range c.Milestones.Milestones(o, f) {
				if m.Late(now) {
					late = append(late, LateMilestone{m, o.No, o.Customer})
				}
			}
			delays = append(delays, c.Milestones.Delays(o, f, data.DateOf(now))...)
		}
		return nil
	})
	return late, delays, err
}

// Mark changes what is said of a milestone of the order or shipment called number. It gives [data.ErrNotFound], and [data.Problems] when what
// is said can't be and for an order that isn't confirmed or is over.
func (s Milestones) Mark(ctx context.Context, number string, kind data.MilestoneKind, change func(*data.MilestoneMark, time.Time)) (m data.MilestoneMark, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		o, sh, err := w.whose(ctx, number)
		if err != nil {
			return err
		}
		if o.Over() || o.Status == data.Draft {
			return data.Problems{{Field: "number", Key: "problem.milestone_state", Args: map[string]any{"Order": o.No}}}
		}
		m, err = milestones.one(ctx, w.tx, `WHERE order_id = ? AND coalesce(shipment_id, 0) = ? AND kind = ?`, o.ID, sh.ID, string(kind))
		if errors.Is(err, data.ErrNotFound) {
			m, err = data.MilestoneMark{OrderID: o.ID, ShipmentID: sh.ID, Kind: kind}, nil
		}
		if err != nil {
			return fmt.Errorf("milestone %s of %s: %w", kind, number, err)
		}
		change(&m, w.at)
		m, err = milestones.save(ctx, w, m)
		return err
	})
	return m, err
}
