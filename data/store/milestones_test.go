package store_test

import (
	"errors"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"

	"pgregory.net/rapid"
)

// mile returns a milestone of an order.
func mile(t *testing.T, st *store.Store, id int64, kind data.MilestoneKind) data.Milestone {
	t.Helper()
	list, _, err := st.Milestones.Of(t.Context(), id, "2026-11-22")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range list {
		if m.Kind == kind {
			return m
		}
	}
	t.Fatalf("no %s in %+v", kind, list)
	return data.Milestone{}
}

func TestMilestonesFollowFromTheRecords(t *testing.T) {
	st, o := owing(t, "")
	ctx := t.Context()
	o.LastShipment = "2026-12-20"
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	confirmed := o.ConfirmedAt
	if confirmed.IsZero() || !mile(t, st, o.ID, data.MileConfirmation).Due.Equal(confirmed.Add(2*time.Hour)) || !mile(t, st, o.ID, data.MileSchedule).Due.Equal(confirmed.Add(48*time.Hour)) {
		t.Errorf("confirmed at %v: %+v", confirmed, mile(t, st, o.ID, data.MileConfirmation))
	}
	if _, _, err := st.Documents.Issue(ctx, store.IssueRequest{Kind: data.Confirmation, OrderID: o.ID, Language: "en"}, func(string, int, data.Date) ([]byte, error) { return []byte("c"), nil }); err != nil {
		t.Fatal(err)
	}
	if m := mile(t, st, o.ID, data.MileConfirmation); m.Done.IsZero() || !m.ByFact {
		t.Errorf("confirmed on paper: %+v", m)
	}
	if m := mile(t, st, o.ID, data.MileInspection); m.Due.Format(time.DateOnly) != "2026-12-14" {
		t.Errorf("inspection %+v", m)
	}
	must[data.Order](t)(st.Orders.SetProduced(ctx, o.ID, []data.LineFigure{{Line: 1, Quantity: data.Pieces(40)}}))
	if m := mile(t, st, o.ID, data.MileState); !m.Done.IsZero() || !m.Due.After(confirmed.AddDate(0, 0, 7).Add(-time.Minute)) {
		t.Errorf("state after part is made: %+v", m)
	}
	must[data.Order](t)(st.Orders.SetProduced(ctx, o.ID, []data.LineFigure{{Line: 1, Quantity: data.Pieces(100)}}))
	if m := mile(t, st, o.ID, data.MileState); m.Done.IsZero() {
		t.Errorf("state after all is made: %+v", m)
	}
	s := data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(100)}}}
	s.Transport.Vessel, s.Transport.Arrival = "EVER", "2027-01-20"
	s = must[data.Shipment](t)(st.Shipments.Save(ctx, s))
	if m := mile(t, st, o.ID, data.MileBooking); m.Done.IsZero() || m.ShipmentNo != s.No {
		t.Errorf("booking %+v", m)
	}
	if m := mile(t, st, o.ID, data.MileArrival); !m.Late(m.Due.Add(time.Second)) || m.Late(m.Due) {
		t.Errorf("arrival %+v", m)
	}
	wellKept(t, st)
}

func TestAMilestoneIsMovedWithAReasonAndTakenBack(t *testing.T) {
	st, o := owing(t, "")
	ctx := t.Context()
	_, err := st.Milestones.Mark(ctx, o.No, data.MileSchedule, func(m *data.MilestoneMark, _ time.Time) { m.Due = "2026-12-01" })
	if problemKey(err) != "problem.required" {
		t.Errorf("moved without a reason: %v", err)
	}
	if _, err = st.Milestones.Mark(ctx, o.No, data.MileArrival, func(m *data.MilestoneMark, now time.Time) { m.SetDone(true, now) }); problemKey(err) != "problem.milestone_shipment" {
		t.Errorf("an order arrives: %v", err)
	}
	for range 2 { // said twice it is one record
		if _, err = st.Milestones.Mark(ctx, o.No, data.MileSchedule, func(m *data.MilestoneMark, now time.Time) {
			m.Due, m.Reason, m.Owner = "2026-12-01", "holidays", "Wang"
			m.SetDone(true, now)
		}); err != nil {
			t.Fatal(err)
		}
	}
	if m := mile(t, st, o.ID, data.MileSchedule); m.Done.IsZero() || m.Owner != "Wang" || m.Moved != "holidays" || m.Due.Format(time.DateOnly) != "2026-12-02" {
		t.Errorf("marked %+v", m)
	}
	last := must[[]store.Entry](t)(st.Journal.Last(ctx, 1))
	if err := st.Journal.Undo(ctx, last[0].Batch); err != nil {
		t.Fatal(err)
	}
	o.Status = data.Cancelled
	must[data.Order](t)(st.Orders.Save(ctx, o))
	_, err = st.Milestones.Mark(ctx, o.No, data.MileSchedule, func(*data.MilestoneMark, time.Time) {})
	if problemKey(err) != "problem.milestone_state" {
		t.Errorf("a cancelled order has milestones: %v", err)
	}
	if _, err := st.Milestones.Mark(ctx, "NONE", data.MileSchedule, func(*data.MilestoneMark, time.Time) {}); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("got %v", err)
	}
	wellKept(t, st)
}

func TestMilestonesHaveTimeAndKnownOwners(t *testing.T) {
	var wrong data.Problems
	err := data.Company{Milestones: data.MilestoneRules{ConfirmHours: -4, Owners: map[data.MilestoneKind]string{"lunch": "Li"}}}.Validate()
	if !errors.As(err, &wrong) || len(wrong) != 2 || wrong[0].Field != "milestones.confirm_hours" || wrong[1].Field != "milestones.owners.lunch" {
		t.Errorf("got %v", err)
	}
}

func TestADelayIsAnAlertUntilTheBuyerKnows(t *testing.T) {
	st, o := owing(t, "")
	ctx := t.Context()
	o.LastShipment = "2026-11-18" // today is 2026-11-22
	o = must[data.Order](t)(st.Orders.Save(ctx, o))
	delays := func() []data.Delay {
		_, list, err := st.Milestones.Of(ctx, o.ID, "2026-11-22")
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	if d := delays(); len(d) != 1 || d[0].Promised != "2026-11-18" || d[0].Expected != "2026-11-22" {
		t.Fatalf("delays %+v", d)
	}
	tell := func(until data.Date) {
		if _, err := st.Milestones.Mark(ctx, o.No, data.MileTold, func(m *data.MilestoneMark, now time.Time) { m.Due, m.DoneAt = until, now }); err != nil {
			t.Fatal(err)
		}
	}
	tell("2026-11-30")
	if d := delays(); len(d) != 0 {
		t.Errorf("told until the 30th: %+v", d)
	}
	s := data.Shipment{OrderNo: o.No, Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(100)}}}
	s.Transport.Departure = "2026-12-05"
	must[data.Shipment](t)(st.Shipments.Save(ctx, s))
	if d := delays(); len(d) != 1 || d[0].Expected != "2026-12-05" || d[0].Told != "2026-11-30" {
		t.Errorf("later again: %+v", d)
	}
	tell("2026-12-05")
	if _, all, err := st.Milestones.Late(ctx, data.Date("2026-11-22").Time()); err != nil || len(all) != 0 {
		t.Errorf("told again: %+v, %v", all, err)
	}
}

func TestAMilestoneThatIsDoneIsNeverLate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := func(name string) data.Date {
			if rapid.Bool().Draw(t, "no "+name) {
				return ""
			}
			return data.DateOf(data.Date("2026-11-01").Time().AddDate(0, 0, rapid.IntRange(0, 90).Draw(t, name)))
		}
		o := data.Order{No: "R", Date: "2026-11-01", Status: data.Confirmed, LastShipment: day("last"), RequiredDate: day("required"), ConfirmedAt: data.Date("2026-11-02").Time()}
		o.Lines = []data.OrderLine{{ID: 1, Quantity: 1000, Produced: data.Quantity(rapid.Int64Range(0, 2000).Draw(t, "made"))}}
		s := data.Shipment{No: "S", OrderNo: "R", Posted: rapid.Bool().Draw(t, "posted"), Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Quantity(rapid.Int64Range(1, 1000).Draw(t, "sent"))}}}
		s.Transport.Departure, s.Transport.Arrival, s.Transport.TransportDoc = day("departure"), day("arrival"), day("document")
		rules := data.MilestoneRules{ConfirmHours: rapid.Int64Range(0, 99).Draw(t, "hours"), StateDays: rapid.Int64Range(0, 30).Draw(t, "days")}
		facts := data.MilestoneFacts{Shipments: []data.Shipment{s}}
		for _, k := range data.MilestoneKinds() {
			if rapid.Bool().Draw(t, string(k)) {
				facts.Marks = append(facts.Marks, data.MilestoneMark{Kind: k, DoneAt: data.Date("2026-11-05").Time()})
			}
		}
		now := data.Date("2026-11-01").Time().AddDate(0, 0, rapid.IntRange(0, 200).Draw(t, "now"))
		for _, m := range rules.Milestones(o, facts) {
			if !m.Done.IsZero() && m.Late(now) {
				t.Fatalf("done and late: %+v", m)
			}
			if !m.Kind.OfShipment() && m.Kind != data.MileInspection && m.Due.Before(o.ConfirmedAt) {
				t.Fatalf("due before the order was confirmed: %+v", m)
			}
		}
		for _, d := range rules.Delays(o, facts, data.DateOf(now)) {
			if d.Expected.Time().Sub(d.Promised.Time()) <= 48*time.Hour {
				t.Fatalf("a delay of two days is told: %+v", d)
			}
		}
	})
}
