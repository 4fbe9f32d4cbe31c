package stock

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

// long is the screen over an article that moved on two days: 100 came on the 1st, 40 left on the 10th of November.
func long(t *testing.T) *Screen {
	t.Helper()
	test.NewTempApp(t)
	day := time.Date(2026, 11, 1, 10, 0, 0, 0, time.UTC)
	now := func() time.Time { return day }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	if _, err := st.Products.Save(t.Context(), data.Product{SKU: "CUP-01", Name: data.Texts{"en": "Cup"}, Unit: "PCS"}); err != nil {
		t.Fatal(err)
	}
	for _, m := range []data.Movement{{SKU: "CUP-01", Quantity: 100_000, Reason: data.Received}, {SKU: "CUP-01", Quantity: -40_000, Reason: data.WrittenOff}} {
		if err := st.Stock.Move(t.Context(), []data.Movement{m}); err != nil {
			t.Fatal(err)
		}
		day = day.AddDate(0, 0, 9)
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = now
	s := New(host, st, Program{Import: func() {}, Product: func() {}, Order: func(string) {}})
	w.SetContent(s.Object())
	s.Open("CUP-01")
	return s
}

func TestStockIsShownAsOfAPastDay(t *testing.T) {
	s := long(t)
	canvas := s.host.Window.Canvas()
	s.host.Focus(s.past)
	test.Type(canvas.Focused(), "2026-11-09")
	if got := here(s); got != "100 0 100 0" || len(s.view.levels) != 1 || s.view.levels[0].Quantity != 100_000 || len(s.view.movements) != 1 {
		t.Errorf("on the 9th: %s, %+v, %+v", got, s.view.levels, s.view.movements)
	}
	if got := s.line(s.Finder.Found[0]).Right; got != "100" {
		t.Errorf("the list says %q", got)
	}
	for _, b := range s.actions {
		if !b.Disabled() {
			t.Errorf("%s is possible in the past", b.Text)
		}
	}
	if s.New(); s.host.Question() != nil {
		t.Error("goods are received in the past")
	}
	s.past.SetText("2026-11-10") // the day itself counts whole
	if got := here(s); got != "60 0 60 0" {
		t.Errorf("on the 10th: %s", got)
	}
	s.past.SetText("2026-10-31")
	if got := here(s); got != "0 0 0 0" || len(s.view.movements) != 0 {
		t.Errorf("before all: %s", got)
	}
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) // back to today
	if got := here(s); got != "60 0 60 0" || s.on != "" || s.actions[0].Disabled() {
		t.Errorf("today: %s, %q", got, s.on)
	}
}

func TestADayToComeIsNoPastDay(t *testing.T) {
	s := long(t)
	s.past.SetText("2027-01-01")
	s.past.OnSubmitted("")
	if got := s.host.Bar.Text(); !strings.Contains(got, "no day in the past") || s.on != "" {
		t.Errorf("says %q, shows %q", got, s.on)
	}
	if s.past.Text != "" {
		t.Errorf("the field keeps %q over today's figures", s.past.Text)
	}
	s.past.SetText("2026-13-45")
	s.past.FocusLost()
	if got := s.host.Bar.Text(); !strings.Contains(got, "no day in the past") || s.past.Text != "" {
		t.Errorf("left with a day that is none: says %q, the field keeps %q", got, s.past.Text)
	}
}
