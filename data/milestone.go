package data

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// MilestoneKind is a step between an order and its arrival that somebody has to see to in time.
type MilestoneKind string

// The milestones of an order, and of each of its shipments.
const (
	MileConfirmation MilestoneKind = "confirmation" // the buyer has the order's confirmation (duty D7)
	MileSchedule     MilestoneKind = "schedule"     // the factory has said when (D8)
	MileState        MilestoneKind = "state"        // the factory says how far it is, again and again until all is made (D8)
	MileInspection   MilestoneKind = "inspection"
	MileBooking      MilestoneKind = "booking"
	MileCustoms      MilestoneKind = "customs"
	MileOnBoard      MilestoneKind = "on-board"
	MileArrival      MilestoneKind = "arrival"
	MileTold         MilestoneKind = "delay-told" // the buyer knows of a delay; only a mark, never listed
)

// MilestoneKinds returns those that are listed, in the order they come.
func MilestoneKinds() []MilestoneKind {
	return []MilestoneKind{MileConfirmation, MileSchedule, MileState, MileInspection, MileBooking, MileCustoms, MileOnBoard, MileArrival}
}

// OfShipment reports whether each shipment has the milestone, and not the order.
func (k MilestoneKind) OfShipment() bool {
	return slices.Contains([]MilestoneKind{MileBooking, MileCustoms, MileOnBoard, MileArrival}, k)
}

// MilestoneRules say how much time there is. 0 takes what is usual.
type MilestoneRules struct {
	ConfirmHours  int64                    `json:"confirm_hours,omitzero"`  // after the order is confirmed: 2
	ScheduleHours int64                    `json:"schedule_hours,omitzero"` // after the order is confirmed: 48
	StateDays     int64                    `json:"state_days,omitzero"`     // between what the factory says: 7
	InspectDays   int64                    `json:"inspect_days,omitzero"`   // before goods ship: 7
	BookDays      int64                    `json:"book_days,omitzero"`      // before goods ship: 14
	CustomsDays   int64                    `json:"customs_days,omitzero"`   // before goods ship: 3
	DelayHours    int64                    `json:"delay_hours,omitzero"`    // from which a delay is told to the buyer (D9): 48
	Owners        map[MilestoneKind]string `json:"owners,omitempty"`        // who sees to what
}

// Usual are the rules with what is usual where nothing is said.
func (r MilestoneRules) Usual() MilestoneRules {
	r.ConfirmHours, r.ScheduleHours, r.StateDays = cmp.Or(r.ConfirmHours, 2), cmp.Or(r.ScheduleHours, 48), cmp.Or(r.StateDays, 7)
	r.InspectDays, r.BookDays, r.CustomsDays = cmp.Or(r.InspectDays, 7), cmp.Or(r.BookDays, 14), cmp.Or(r.CustomsDays, 3)
	r.DelayHours = cmp.Or(r.DelayHours, 48)
	return r
}

// MilestoneMark is what the merchant says of a milestone: whose it is, another day with its reason, that it is done.
type MilestoneMark struct {
	Record
	OrderID    int64         `json:"-"`
	ShipmentID int64         `json:"-"`
	Kind       MilestoneKind `json:"kind"`
	Owner      string        `json:"owner,omitzero"`
	Due        Date          `json:"due,omitzero"`    // "" is what the rules say; of a delay that was told, the day the buyer was told
	Reason     string        `json:"reason,omitzero"` // for another day
	DoneAt     time.Time     `json:"done_at,omitzero"`
	Note       string        `json:"note,omitzero"`
}

// Validate refuses a kind there isn't, one at the wrong place, and another day without its reason.
func (m MilestoneMark) Validate() error {
	var c check
	c.when(m.Kind != MileTold && !slices.Contains(MilestoneKinds(), m.Kind), "kind", "problem.not_one_of", "Values", inWords(MilestoneKinds()))
	c.when(m.Kind.OfShipment() && m.ShipmentID == 0, "kind", "problem.milestone_shipment")
	c.when(!m.Kind.OfShipment() && m.ShipmentID != 0, "kind", "problem.milestone_order")
	c.date("due", m.Due)
	c.when(m.Due != "" && m.Reason == "" && m.Kind != MileTold, "reason", "problem.required")
	return c.problems.Err()
}

// Milestone is how a milestone stands.
type Milestone struct {
	Kind       MilestoneKind `json:"kind"`
	ShipmentNo string        `json:"shipment_no,omitzero"`
	ShipmentID int64         `json:"-"`
	Owner      string        `json:"owner,omitzero"`
	Due        time.Time     `json:"due,omitzero"` // UTC; a day's milestone is due by its end; zero while nobody knows the day
	Moved      string        `json:"moved,omitzero"`
	Done       time.Time     `json:"done_at,omitzero"` // UTC
	ByFact     bool          `json:"by_fact,omitzero"` // a record says that it is done
	Note       string        `json:"note,omitzero"`
}

// Late reports whether it isn't done in time.
func (m Milestone) Late(now time.Time) bool {
	return m.Done.IsZero() && !m.Due.IsZero() && now.After(m.Due)
}

// MilestoneFacts is what milestones follow from beside the order.
type MilestoneFacts struct {
	Shipments []Shipment // of the order, by number
	Issued    []Issued   // of the order
	Marks     []MilestoneMark
}

// Milestones returns the milestones of a confirmed order and its shipments, in the order they come; of an order that isn't confirmed or
// is over, none. Hours count through nights and weekends, as a buyer waits through them.
func (r MilestoneRules) Milestones(o Order, f MilestoneFacts) (list []Milestone) {
	if o.Status != Confirmed && o.Status != Shipped {
		return nil
	}
	r = r.Usual()
	list = append(list, r.ofOrder(o, f)...)
	for i := range f.Shipments {
		list = append(list, r.ofShipment(o, &f.Shipments[i])...)
	}
	for i := range list {
		m := &list[i]
		m.Owner = r.Owners[m.Kind]
		for _, mark := range f.Marks {
			if mark.Kind == m.Kind && mark.ShipmentID == m.ShipmentID {
				m.mark(mark)
			}
		}
	}
	return list
}

// mark puts what the merchant says over what the rules say.
func (m *Milestone) mark(mark MilestoneMark) {
	m.Owner, m.Note = cmp.Or(mark.Owner, m.Owner), mark.Note
	if mark.Due != "" {
		m.Due, m.Moved = endOf(mark.Due), mark.Reason
	}
	if !mark.DoneAt.IsZero() && !m.ByFact && m.Kind != MileState { // what the factory says runs on until all is made
		m.Done = mark.DoneAt
	}
}

// ofOrder are the milestones until the goods are there.
func (r MilestoneRules) ofOrder(o Order, f MilestoneFacts) []Milestone {
	from := o.ConfirmedAt
	if from.IsZero() {
		from = o.Date.Time()
	}
	confirmation := Milestone{Kind: MileConfirmation, Due: from.Add(time.Duration(r.ConfirmHours) * time.Hour)}
	for _, d := range f.Issued {
		if d.Kind == Confirmation && (confirmation.Done.IsZero() || d.IssuedAt.Before(confirmation.Done)) {
			confirmation.Done, confirmation.ByFact = d.IssuedAt, true
		}
	}
	schedule := Milestone{Kind: MileSchedule, Due: from.Add(time.Duration(r.ScheduleHours) * time.Hour)}
	said := o.lastSaid(from, f.Marks)
	state := Milestone{Kind: MileState, Due: said.AddDate(0, 0, int(r.StateDays))}
	if o.made(f.Shipments) {
		state.Done, state.ByFact = said, true
	}
	list := []Milestone{confirmation, schedule, state}
	if day := o.shipDay(); day != "" {
		inspection := Milestone{Kind: MileInspection, Due: endOf(day).AddDate(0, 0, -int(r.InspectDays))}
		if len(o.Remainder(postedOf(f.Shipments))) == 0 {
			inspection.Done, inspection.ByFact = lastPosted(f.Shipments), true
		}
		list = append(list, inspection)
	}
	return list
}

// lastSaid is when the factory last said how far it is, by a figure or by word of mouth; before that, from.
func (o Order) lastSaid(from time.Time, marks []MilestoneMark) time.Time {
	said := from
	if o.ProducedAt.After(said) {
		said = o.ProducedAt
	}
	for _, mark := range marks {
		if mark.Kind == MileState && mark.DoneAt.After(said) {
			said = mark.DoneAt
		}
	}
	return said
}

// made reports whether the factory has made all that was ordered, or all has left.
func (o Order) made(shipments []Shipment) bool {
	if len(o.Remainder(postedOf(shipments))) == 0 {
		return true
	}
	return !slices.ContainsFunc(o.Lines, func(l OrderLine) bool { return l.Role.Travels() && l.Produced < l.Due() })
}

// shipDay is the day by which goods are to leave, as far as it was agreed.
func (o Order) shipDay() Date { return cmp.Or(o.LastShipment, o.RequiredDate) }

func postedOf(shipments []Shipment) []Shipment {
	return slices.DeleteFunc(slices.Clone(shipments), func(s Shipment) bool { return !s.Posted })
}

// lastPosted is when the last shipment left.
func lastPosted(shipments []Shipment) (at time.Time) {
	for _, s := range postedOf(shipments) {
		if day := endOf(s.leaves()); day.After(at) {
			at = day
		}
	}
	return at
}

// ofShipment are the milestones of goods on their way.
func (r MilestoneRules) ofShipment(o Order, s *Shipment) []Milestone {
	one := func(kind MilestoneKind, day Date, before int64) Milestone {
		m := Milestone{Kind: kind, ShipmentNo: s.No, ShipmentID: s.ID}
		if day != "" {
			m.Due = endOf(day).AddDate(0, 0, -int(before))
		}
		return m
	}
	day := cmp.Or(s.Transport.Departure, o.shipDay())
	list := []Milestone{one(MileBooking, day, r.BookDays), one(MileCustoms, day, r.CustomsDays), one(MileOnBoard, day, 0), one(MileArrival, s.Transport.Arrival, 0)}
	fact := func(m *Milestone, is bool, at time.Time) {
		if is {
			m.Done, m.ByFact = at, true
		}
	}
	left := endOf(cmp.Or(s.Transport.TransportDoc, s.leaves()))
	fact(&list[0], s.Transport.Vessel != "" || s.Transport.TransportDocNo != "" || s.Posted, s.ChangedAt)
	fact(&list[1], s.Posted, left)
	fact(&list[2], s.Posted || s.Transport.TransportDoc != "", left)
	return list
}

// endOf is the end of a day, UTC.
func endOf(day Date) time.Time {
	if day == "" {
		return time.Time{}
	}
	return day.Time().AddDate(0, 0, 1)
}

// Delay is goods that leave later than the buyer expects.
type Delay struct {
	OrderNo    string        `json:"order_no"`
	Customer   string        `json:"customer"`
	ShipmentNo string        `json:"shipment_no,omitzero"` // "": goods that aren't in a shipment
	Kind       MilestoneKind `json:"kind"`                 // on-board
	Promised   Date          `json:"promised"`
	Expected   Date          `json:"expected"`
	Told       Date          `json:"told,omitzero"` // the day the buyer was told last
}

// Delays returns the goods of o that are later than the buyer was promised by more than the rules allow, and hasn't been told of. Goods that
// haven't left are expected on their shipment's departure, today at the earliest; the promise is the order's latest shipment, else its required date.
func (r MilestoneRules) Delays(o Order, f MilestoneFacts, today Date) (list []Delay) {
	promised := o.shipDay()
	if o.Status != Confirmed || promised == "" {
		return nil
	}
	r = r.Usual()
	told := Date("")
	for _, m := range f.Marks {
		if m.Kind == MileTold {
			told = m.Due
		}
	}
	add := func(shipment string, expected Date) {
		expected = max(expected, today)
		late := expected.Time().Sub(promised.Time())
		if late > time.Duration(r.DelayHours)*time.Hour && expected > told {
			list = append(list, Delay{OrderNo: o.No, Customer: o.Customer, ShipmentNo: shipment, Kind: MileOnBoard, Promised: promised, Expected: expected, Told: told})
		}
	}
	for _, s := range f.Shipments {
		if !s.Posted && s.Transport.TransportDoc == "" {
			add(s.No, s.Transport.Departure)
		}
	}
	if len(o.Remainder(f.Shipments)) > 0 {
		add("", "")
	}
	return list
}

// SetDone says that the milestone is done, from the first time it was said on, or that it isn't.
func (m *MilestoneMark) SetDone(done bool, now time.Time) {
	switch {
	case !done:
		m.DoneAt = time.Time{}
	case m.DoneAt.IsZero() || m.Kind == MileState: // the factory says it again every week
		m.DoneAt = now
	}
}

// milestones looks at the rules of a company.
func (c *check) milestones(r MilestoneRules) {
	for _, one := range []struct {
		name string
		n    int64
	}{
		{"confirm_hours", r.ConfirmHours},
		{"schedule_hours", r.ScheduleHours},
		{"state_days", r.StateDays},
		{"inspect_days", r.InspectDays},
		{"book_days", r.BookDays},
		{"customs_days", r.CustomsDays},
		{"delay_hours", r.DelayHours},
	} {
		c.when(one.n < 0, "milestones."+one.name, "problem.not_time")
	}
	for _, kind := range slices.Sorted(maps.Keys(r.Owners)) {
		c.when(!slices.Contains(MilestoneKinds(), kind), "milestones.owners."+string(kind), "problem.not_one_of", "Values", inWords(MilestoneKinds()))
	}
}
