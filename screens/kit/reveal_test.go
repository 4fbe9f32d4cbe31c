package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

func TestTabNeverLeadsOutOfSight(t *testing.T) {
	h := newHost(t)
	f := NewForm(h)
	for i := range 20 {
		f.Add(Field{ID: fmt.Sprint("text", i), Label: "screen.field.name", Span: Whole})
		f.Add(Field{ID: fmt.Sprint("pick", i), Label: "screen.field.name", Span: Whole, Control: NewPicker[string](h, nil)})
		f.AddObject(Whole, NewChecks([]int{1}, []string{"tick"}).Content)
		f.AddObject(Whole, NewButton("press", nil, func() {}))
	}
	h.Window.SetContent(container.NewStack(f.Content))
	h.Window.Resize(fyne.NewSize(1024, 700))
	c := h.Window.Canvas()
	for _, move := range []func(){c.FocusNext, c.FocusPrevious} {
		for range 80 {
			move()
			o, ok := c.Focused().(fyne.CanvasObject)
			if !ok {
				t.Fatal("nothing has the keyboard")
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			if at.Y < 0 || at.Y+o.Size().Height > 700 {
				t.Fatalf("%T has the keyboard at %v, in a window 700 high", o, at.Y)
			}
		}
	}
}
