package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Drag is an object that the mouse can take elsewhere. Where to is told in positions on the canvas.
type Drag struct {
	widget.BaseWidget
	OnOver func(at fyne.Position) // while it is moved
	OnDrop func(at fyne.Position) // where it was let go

	content fyne.CanvasObject
	at      fyne.Position
}

// NewDrag returns content as something to be moved.
func NewDrag(content fyne.CanvasObject, over, drop func(at fyne.Position)) *Drag {
	d := &Drag{content: content, OnOver: over, OnDrop: drop}
	d.ExtendBaseWidget(d)
	return d
}

// Dragged is a private method to Fyne.
func (d *Drag) Dragged(ev *fyne.DragEvent) {
	d.at = ev.AbsolutePosition
	d.OnOver(d.at)
}

// DragEnd is a private method to Fyne.
func (d *Drag) DragEnd() { d.OnDrop(d.at) }

// CreateRenderer is a private method to Fyne.
func (d *Drag) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.content) }

// Nearest returns which of the objects lies nearest to a position on the canvas, -1 when there are none.
func Nearest(at fyne.Position, objects []fyne.CanvasObject) int {
	best, least := -1, float32(0)
	for i, o := range objects {
		corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		x, y := at.X-corner.X-o.Size().Width/2, at.Y-corner.Y-o.Size().Height/2
		if far := x*x + y*y; best < 0 || far < least {
			best, least = i, far
		}
	}
	return best
}
