package milestones

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// bench is the desk over a file with a confirmed order that was to ship on 30 November 2026.
type bench struct {
	*Desk
	*testing.T
	now   time.Time
	wrote []data.Delay
}

func open(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t)
	b := &bench{T: t, now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return b.now }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: clock, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	if _, err = st.Products.Save(t.Context(), data.Product{SKU: "MUG", Unit: "PCS"}); err != nil {
		t.Fatal(err)
	}
	if _, err = st.Partners.Save(t.Context(), data.Partner{Code: "LUX", Party: data.Party{Name: "Lux"}}); err != nil {
		t.Fatal(err)
	}
	o, err := st.Orders.Save(t.Context(), data.Order{
		No: "SO-1", Date: "2026-11-22", Customer: "LUX", Currency: "USD", Status: data.Confirmed, LastShipment: "2026-11-30",
		Lines: []data.OrderLine{{SKU: "MUG", Quantity: data.Pieces(100), Unit: "PCS", Price: 1_000_000}},
	})
	if err != nil {
		t.Fatal(err)
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = clock
	b.Desk = New(host, st, Program{Write: func(_ data.Order, d data.Delay) { b.wrote = append(b.wrote, d) }})
	w.SetContent(b.Object())
	b.Show(o)
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

func (b *bench) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		b.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestClocksRunAndAreStoppedByTheKeyboard(t *testing.T) {
	b := open(t)
	if got := b.said(data.MileConfirmation); got != "2 h left" {
		t.Errorf("at once: %s", got)
	}
	b.now = b.now.Add(50 * time.Hour)
	b.Show(b.order)
	if a, s := b.said(data.MileConfirmation), b.said(data.MileSchedule); a != "2 days late" || s != "2 h late" || !strings.Contains(b.words.Text, "3 late") {
		t.Errorf("after 50 hours: %s, %s, %s", a, s, b.words.Text)
	}
	b.First()
	b.press(fyne.KeyDown, fyne.KeyReturn) // opens the factory's schedule: done has the keyboard
	if q := b.host.Question(); q == nil || q.Title != "Factory's schedule" {
		t.Fatal("Enter opens nothing")
	}
	b.press(fyne.KeyReturn)
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
	b.now = time.Date(2026, 12, 3, 9, 0, 0, 0, time.UTC)
	b.Show(b.order)
	if b.delay.Hidden || b.write.Disabled() {
		t.Fatalf("no delay on 3 December: %+v", b.facts)
	}
	b.write.OnTapped()
	if len(b.wrote) != 1 || b.wrote[0].Expected != "2026-12-03" {
		t.Errorf("wrote %+v", b.wrote)
	}
}
