package stock

import (
	"strings"
	"testing"

	"tradewind/data"

	"fyne.io/fyne/v2/test"
)

func TestAnEarlierBookingIsTakenBackFromItsRow(t *testing.T) {
	s := open(t)
	s.Open("CUP-01")
	for _, q := range []string{"100", "7"} {
		s.askReceive()
		fill(t, s, "Receive", "quantity", q)
	}
	first := s.view.movements[1]
	test.Tap(s.takeBack(first))
	if s.host.Window.Canvas().Focused() != s.asked.form.Entry("note") {
		t.Error("the keyboard isn't in the reason")
	}
	fill(t, s, "Take back", "note", "RK-1 belongs to another")
	if got := here(s); got != "7 0 7 0" {
		t.Fatalf("taken back: %s", got)
	}
	m := s.view.movements
	if m[0].Reason != data.Reversed || m[0].Note != "RK-1 belongs to another" || s.takeBack(m[0]) != nil || !s.takeBack(m[2]).Disabled() {
		t.Errorf("movements %+v", m)
	}
	s.host.Bar.Undo()
	if got := here(s); got != "107 0 107 0" {
		t.Errorf("taken back again: %s", got)
	}
	s.askWriteOff()
	fill(t, s, "Write off", "quantity", "50")
	test.Tap(s.takeBack(first))
	fill(t, s, "Take back")
	if got := here(s); got != "57 0 57 0" || s.host.Question() == nil || !strings.Contains(s.asked.form.Complaint("note"), "43") {
		t.Errorf("goods that left are taken back: %s", got)
	}
}
