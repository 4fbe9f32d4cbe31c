package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Frame places objects at the edges of an area and one in the room left, with nothing between them. Any may be nil.
// The edges come last, so that they lie over what scrolls in the middle, and taps on them are theirs.
func Frame(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	c := container.New(&frame{top, bottom, left, right, middle})
	for _, o := range []fyne.CanvasObject{middle, left, right, top, bottom} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

type frame struct{ top, bottom, left, right, middle fyne.CanvasObject }

func sizeOf(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// MinSize adds up what the parts need.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	top, bottom, left, right, middle := sizeOf(f.top), sizeOf(f.bottom), sizeOf(f.left), sizeOf(f.right), sizeOf(f.middle)
	width := left.Width + middle.Width + right.Width
	height := fyne.Max(middle.Height, fyne.Max(left.Height, right.Height))
	return fyne.NewSize(fyne.Max(width, fyne.Max(top.Width, bottom.Width)), height+top.Height+bottom.Height)
}

// Layout gives the edges what they need and the middle the rest.
func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	top, bottom, left, right := sizeOf(f.top).Height, sizeOf(f.bottom).Height, sizeOf(f.left).Width, sizeOf(f.right).Width
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		if o != nil {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(fyne.Max(0, w), fyne.Max(0, h)))
		}
	}
	inner := size.Height - top - bottom
	put(f.top, 0, 0, size.Width, top)
	put(f.bottom, 0, size.Height-bottom, size.Width, bottom)
	put(f.left, 0, top, left, inner)
	put(f.right, size.Width-right, top, right, inner)
	put(f.middle, left, top, size.Width-left-right, inner)
}
