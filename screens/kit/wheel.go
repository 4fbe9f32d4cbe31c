package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer puts a layer over the field that takes the wheel of the mouse. The toolkit's own field swallows it,
// even when it has nothing to scroll, so that a long form stands still as soon as the mouse comes over a field.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	e.made = true
	r := &wheelRenderer{WidgetRenderer: e.Entry.CreateRenderer(), wheel: &wheel{}}
	r.wheel.ExtendBaseWidget(r.wheel)
	r.wheel.field = e
	for _, o := range r.WidgetRenderer.Objects() {
		if inner, ok := o.(fyne.Scrollable); ok {
			r.wheel.inner = inner
		}
	}
	return r
}

type wheelRenderer struct {
	fyne.WidgetRenderer
	wheel *wheel
}

func (r *wheelRenderer) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.wheel)
}

func (r *wheelRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

// wheel is an unseen layer over a field. It has nothing but Scrolled, so that all else goes to the field under it.
type wheel struct {
	widget.BaseWidget
	field *Entry
	inner fyne.Scrollable // what scrolls the field's own text
}

// CreateRenderer is a private method to Fyne.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled moves what the field stands in. A field of several lines that has the keyboard scrolls its own text.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) {
	if w.field.onWheel != nil && w.field.onWheel(ev) {
		return
	}
	mouse := fyne.CurrentApp().Driver().AbsolutePositionForObject(w).Add(ev.Position)
	if outer := scrollAt(w, mouse); outer != nil && (!w.field.MultiLine || !w.field.focused) {
		outer.Scrolled(ev)
	} else if w.inner != nil {
		w.inner.Scrolled(ev)
	}
}

// scrollAt is the innermost scroll of o's window at a place, or nil; what lies over the window has none.
func scrollAt(o fyne.CanvasObject, place fyne.Position) *container.Scroll {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(o)
	if canvas == nil || canvas.Overlays().Top() != nil {
		return nil
	}
	var found *container.Scroll
	for _, one := range scrolls(canvas.Content(), nil) { // inner ones come after those they stand in
		from := driver.AbsolutePositionForObject(one)
		if to := from.Add(one.Size()); place.X >= from.X && place.Y >= from.Y && place.X < to.X && place.Y < to.Y {
			found = one
		}
	}
	return found
}
