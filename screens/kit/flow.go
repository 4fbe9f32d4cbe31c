package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// twoColumns is the width from which a form has two columns. In a window 1200 wide a record has just that.
const twoColumns float32 = 620

// flow places fields from left to right on twelve columns and goes on below when a row is full.
type flow struct {
	spans map[fyne.CanvasObject]Span
	width float32 // it was last laid out at
}

func (l *flow) columns(o fyne.CanvasObject, width float32) int {
	narrow := width < twoColumns
	switch l.spans[o] {
	case Third:
		return 4
	case Quarter:
		if narrow {
			return 6
		}
		return 3
	case Half:
		if narrow {
			return 12
		}
		return 6
	}
	return 12
}

// MinSize is as high as the fields need at the width last given.
func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = twoColumns
	}
	height := l.walk(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
	return fyne.NewSize(240, height)
}

func (l *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// walk goes through the objects and says where each stands; it returns the height of all.
func (l *flow) walk(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	column, y, high := 0, float32(0), float32(0)
	unit := (width + Medium) / 12
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		n := l.columns(o, width)
		if column+n > 12 {
			column, y, high = 0, y+high+Medium, 0
		}
		w := unit*float32(n) - Medium
		h := heightAt(o, w)
		place(o, fyne.NewPos(unit*float32(column), y), fyne.NewSize(w, h))
		column, high = column+n, fyne.Max(high, h)
	}
	return y + high
}

// edges leaves room above one object.
type edges struct{ top float32 }

func (l *edges) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(0, l.top)
}

func (l *edges) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, l.top))
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-l.top))
}

// widthFirst tells what scrolls its width before the scroll asks for its height, which depends on it.
type widthFirst struct{ placed func() }

func (widthFirst) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 120) }

func (l widthFirst) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if scroll, ok := objects[0].(*container.Scroll); ok {
		heightAt(scroll.Content, size.Width)
	}
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
	if l.placed != nil {
		l.placed()
	}
}

// Scroll lets content that wraps to its width scroll up and down.
func Scroll(content fyne.CanvasObject) *fyne.Container {
	return container.New(widthFirst{}, container.NewVScroll(content))
}
