package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// reveal scrolls to whatever has just got the keyboard, so that Tab never leads out of sight. The controls of this package
// call it when they get the keyboard; the toolkit itself scrolls to nothing.
func reveal() {
	driver := fyne.CurrentApp().Driver()
	for _, w := range driver.AllWindows() {
		o, ok := w.Canvas().Focused().(fyne.CanvasObject)
		if !ok || w.Canvas().Overlays().Top() != nil {
			continue // what lies over the window needs no scrolling under it
		}
		at := driver.AbsolutePositionForObject(o)
		for _, scroll := range scrolls(w.Content(), nil) {
			inner := scroll.Content
			y := at.Y - driver.AbsolutePositionForObject(inner).Y
			x := at.X - driver.AbsolutePositionForObject(inner).X
			if x >= 0 && y >= 0 && x < inner.Size().Width && y < inner.Size().Height {
				scrollTo(scroll, y, o.Size().Height)
			}
		}
	}
}

// scrollTo moves scroll as little as it takes to show what stands at y with its label above it.
func scrollTo(scroll *container.Scroll, y, height float32) {
	top, bottom := y-Huge, y+height+Medium
	before := scroll.Offset
	switch shown := scroll.Size().Height; {
	case top < scroll.Offset.Y || height > shown:
		scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(0, top)))
	case bottom > scroll.Offset.Y+shown:
		scroll.ScrollToOffset(fyne.NewPos(0, bottom-shown))
	}
	if scroll.Offset != before && scroll.OnScrolled != nil {
		scroll.OnScrolled(scroll.Offset) // Fyne tells only of scrolling by hand
	}
}

// scrolls appends what scrolls in o to found.
func scrolls(o fyne.CanvasObject, found []*container.Scroll) []*container.Scroll {
	if o == nil || !o.Visible() {
		return found
	}
	switch o := o.(type) {
	case *container.Scroll:
		return scrolls(o.Content, append(found, o))
	case *fyne.Container:
		for _, one := range o.Objects {
			found = scrolls(one, found)
		}
	}
	return found
}
