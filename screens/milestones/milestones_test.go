package milestones

import (
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/screens/trial"

	"fyne.io/fyne/v2"
)

// bench is the desk over a file with a confirmed order that was to ship on 30 November 2026.
type bench struct {
	*Desk
	*trial.Bench
	wrote []data.Delay
}

func open(t *testing.T) *bench {
	t.Helper()
	b := &bench{Bench: trial.Open(t, data.Order{Status: data.Confirmed, LastShipment: "2026-11-30"})}
	b.Desk = New(b.Host, b.Store, Program{Write: func(_ data.Order, d data.Delay) { b.wrote = append(b.wrote, d) }})
	b.Stand(b.Object())
	b.Show(b.Order)
	return b
}

// said is the state of a milestone in words.
func (b *bench) said(kind data.MilestoneKind) string {
	b.Helper()
	for _, m := range b.table.Rows {
		if m.Kind == kind {
			return b.state(m)
		}
	}
	b.Fatalf("no %s", kind)
	return ""
}

func TestClocksRunAndAreStoppedByTheKeyboard(t *testing.T) {
	b := open(t)
	if got := b.said(data.MileConfirmation); got != "2 h left" {
		t.Errorf("at once: %s", got)
	}
	b.Now = b.Now.Add(50 * time.Hour)
	b.Show(b.Order)
	if a, s := b.said(data.MileConfirmation), b.said(data.MileSchedule); a != "2 days late" || s != "2 h late" || !strings.Contains(b.words.Text, "3 late") {
		t.Errorf("after 50 hours: %s, %s, %s", a, s, b.words.Text)
	}
	b.First()
	b.Press(fyne.KeyDown, fyne.KeyReturn) // opens the factory's schedule: done has the keyboard
	if q := b.host.Question(); q == nil || q.Title != "Factory's schedule" {
		t.Fatal("Enter opens nothing")
	}
	b.Press(fyne.KeyReturn)
	if got := b.said(data.MileSchedule); got != "Done" {
		t.Errorf("after Enter: %s", got)
	}
}

func TestAnotherDayNeedsAReason(t *testing.T) {
	b := open(t)
	b.table.List.Select(3)
	a := b.asked
	a.due.Set("2026-11-27")
	a.save(nil)
	if a.form.Complaint("reason") == "" {
		t.Error("moved without a reason")
	}
	a.form.Set("reason", "inspector is ill")
	a.save(nil)
	if m := b.table.Rows[3]; m.Kind != data.MileInspection || m.Moved != "inspector is ill" || b.due(m) != "27 Nov 2026" {
		t.Errorf("moved: %+v, %s", m, b.due(m))
	}
}

func TestADelayIsSaidWithTheWayToTellTheBuyer(t *testing.T) {
	b := open(t)
	if !b.delay.Hidden || !b.write.Disabled() {
		t.Error("a delay before its time")
	}
	b.Now = time.Date(2026, 12, 3, 9, 0, 0, 0, time.UTC)
	b.Show(b.Order)
	if b.delay.Hidden || b.write.Disabled() {
		t.Fatalf("no delay on 3 December: %+v", b.facts)
	}
	b.write.OnTapped()
	if len(b.wrote) != 1 || b.wrote[0].Expected != "2026-12-03" {
		t.Errorf("wrote %+v", b.wrote)
	}
}
