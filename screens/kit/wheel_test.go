package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// wheelAt turns the wheel over the middle of o.
func wheelAt(h *Host, o fyne.CanvasObject, by float32) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	test.Scroll(h.Window.Canvas(), at.AddXY(o.Size().Width/2, o.Size().Height/2), 0, by)
}

func TestTheWheelOverAFieldMovesTheForm(t *testing.T) {
	h := newHost(t)
	f := NewForm(h)
	for i := range 40 {
		f.Add(Field{ID: fmt.Sprint("text", i), Label: "screen.field.name", Span: Whole, Lines: i % 2 * 3})
	}
	h.Window.SetContent(container.NewStack(f.Content))
	h.Window.Resize(fyne.NewSize(1024, 700))
	for i, id := range []string{"text2", "text3"} {
		wheelAt(h, f.Entry(id), -50)
		if want := float32(50 * (i + 1)); f.scroll.Offset.Y != want {
			t.Errorf("over %s the form goes to %v, want %v", id, f.scroll.Offset.Y, want)
		}
	}
	h.Focus(f.Entry("text3"))
	before := f.scroll.Offset
	wheelAt(h, f.Entry("text3"), -50)
	if f.scroll.Offset != before {
		t.Error("a field of several lines that is being written in doesn't scroll its own text")
	}
}

func TestBoxesGoOnBelowWhereALineIsFull(t *testing.T) {
	h := newHost(t)
	c := NewChecks([]int{1, 2, 3, 4}, []string{"Customer", "Supplier", "Forwarder", "Bank"})
	h.Window.SetContent(container.NewStack(Pile(0, c.Content)))
	h.Window.Resize(fyne.NewSize(330, 300))
	for i := range 4 {
		b := c.Box(i)
		if right := b.Position().X + b.MinSize().Width; right > 330 {
			t.Errorf("box %d ends at %v of 330", i, right)
		}
	}
	if c.Box(3).Position().Y == 0 {
		t.Error("all stand on one line")
	}
}
