package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ringWidth is how thick the line around what has the keyboard is, and how far it stands within its edge.
const ringWidth = 2

// CreateRenderer draws a line around the button while it has the keyboard: the toolkit only shades it, which on a button in the main
// colour can't be seen.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ring = canvas.NewRectangle(color.Transparent)
	b.ring.StrokeWidth, b.ring.CornerRadius = ringWidth, theme.Size(theme.SizeNameButtonRadius)
	r := &ringRenderer{WidgetRenderer: b.Button.CreateRenderer(), button: b}
	r.paint()
	return r
}

// encircle shows or hides the line.
func (b *Button) encircle(on bool) {
	b.focused = on
	b.Refresh()
}

// ringColor is the line's: the main colour, or within a coloured button that of its words.
func (b *Button) ringColor() color.Color {
	name := theme.ColorNamePrimary
	switch b.Importance {
	case widget.HighImportance:
		name = theme.ColorNameForegroundOnPrimary
	case widget.DangerImportance:
		name = theme.ColorNameForegroundOnError
	}
	return theme.Color(name)
}

type ringRenderer struct {
	fyne.WidgetRenderer
	button *Button
}

func (r *ringRenderer) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.button.ring)
}

func (r *ringRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.button.ring.Move(fyne.NewPos(ringWidth, ringWidth))
	r.button.ring.Resize(size.SubtractWidthHeight(2*ringWidth, 2*ringWidth))
}

func (r *ringRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
}

// paint takes the line's colour from the theme of the moment.
func (r *ringRenderer) paint() {
	r.button.ring.StrokeColor = r.button.ringColor()
	r.button.ring.Hidden = !r.button.focused
	r.button.ring.Refresh()
}
