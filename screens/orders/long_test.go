package orders

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTabGoesThroughAllLinesOfALongOrder(t *testing.T) {
	s := longOrder(t)
	c := s.host.Window.Canvas()
	rows := s.editor.lines.rows
	s.OpenField("lines.1.quantity")
	next := func(move func(), from, to, by int) {
		t.Helper()
		for i := from; i != to; i += by {
			for steps := 0; c.Focused() != fyne.Focusable(rows[i].quantity); steps++ {
				if steps > 12 {
					t.Fatalf("Tab doesn't come to the quantity of line %d: the keyboard is in %T", i+1, c.Focused())
				}
				move()
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(rows[i].quantity)
			if at.Y < 0 || at.Y > 700 {
				t.Fatalf("line %d has the keyboard at %v", i+1, at)
			}
			if rows[i].amount.Text != "780.00" {
				t.Fatalf("line %d comes to %q", i+1, rows[i].amount.Text)
			}
		}
	}
	next(c.FocusNext, 0, 300, 1)
	next(c.FocusPrevious, 299, -1, -1)
}

func TestLinesThatComeIntoSightSayWhatTheyComeTo(t *testing.T) {
	s := longOrder(t)
	e, far := s.editor, s.editor.lines.rows[200]
	if far.drawn() {
		t.Fatal("line 201 is drawn already")
	}
	if got, want := e.lines.rows[0].content.MinSize().Height, far.content.MinSize().Height; got != want || got < 40 {
		t.Errorf("a drawn line is %v high, one that isn't %v: what is below would jump", got, want)
	}
	far.quantity.SetText("48")
	if got := e.sums.total.Text; got != "USD 233,376.00" {
		t.Errorf("the total is %q at once, want 299 × 240 and 48 at 3.25", got)
	}
	e.form.ScrollTo(far.content.Position().Y)
	if !far.drawn() || far.amount.Text != "156.00" || !strings.HasPrefix(far.facts.Text, "2 cartons · 0.144 m³") || far.chip.Word() != "Available 400" {
		t.Errorf("line 201 says %q, %q, %q", far.amount.Text, far.facts.Text, far.chip.Word())
	}
	if near := e.lines.rows[203]; near.amount.Text != "780.00" || !strings.HasPrefix(near.facts.Text, "10 cartons") {
		t.Errorf("line 204 says %q, %q", near.amount.Text, near.facts.Text)
	}
}

func TestTheKeyboardStaysInALineThatIsScrolledAway(t *testing.T) {
	s := longOrder(t)
	c, rows := s.host.Window.Canvas(), s.editor.lines.rows
	s.editor.form.ScrollTo(rows[149].content.Position().Y)
	s.host.Focus(rows[149].quantity) // as a tap does
	s.editor.form.Top()
	test.Type(c.Focused(), "48")
	if got := s.editor.sums.total.Text; got != "USD 233,376.00" || rows[149].amount.Text != "156.00" {
		t.Errorf("typed out of sight: %q, %q", got, rows[149].amount.Text)
	}
	for range 30 { // to the end of the line and on
		if c.FocusNext(); c.Focused() == fyne.Focusable(rows[150].quantity) {
			return
		}
	}
	t.Errorf("Tab doesn't lead on to line 151 but to %T", c.Focused())
}

func TestArrowsGoThroughALongOrderWithoutDrawingAllOfIt(t *testing.T) {
	s := longOrder(t)
	c, rows := s.host.Window.Canvas(), s.editor.lines.rows
	s.OpenField("lines.1.quantity")
	for i := range 299 {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if c.Focused() != fyne.Focusable(rows[i+1].quantity) {
			t.Fatalf("Down leads from line %d to %T", i+1, c.Focused())
		}
	}
	drawn := 0
	for _, r := range rows {
		if r.drawn() {
			drawn++
		}
	}
	if drawn > 60 {
		t.Errorf("%d lines are drawn", drawn)
	}
}

func TestALineTakenOutOfTheMiddleOfALongOrderComesBack(t *testing.T) {
	s := longOrder(t)
	l := s.editor.lines
	s.OpenField("lines.150.quantity")
	l.rows[149].combination(fyne.KeyDelete, fyne.KeyModifierShortcutDefault)
	if len(l.rows) != 299 || l.rows[149].base.SKU != "ART-151" || s.editor.sums.total.Text != "USD 233,220.00" {
		t.Fatalf("%d lines, then %s, %s", len(l.rows), l.rows[149].base.SKU, s.editor.sums.total.Text)
	}
	s.host.Bar.Undo()
	if r := l.rows[149]; len(l.rows) != 300 || r.base.SKU != "ART-150" || r.no.Text != "150" || s.editor.sums.total.Text != "USD 234,000.00" || s.Dirty() {
		t.Errorf("%d lines, %s is no. %s, %s", len(l.rows), r.base.SKU, r.no.Text, s.editor.sums.total.Text)
	}
}
