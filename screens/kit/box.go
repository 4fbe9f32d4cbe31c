package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Row places objects beside each other, gap apart and centred in height. A spacer (see [Spring]) and every cut
// [Text] share the room that is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{gap}, objects...)
}

// Spring takes the room that is left in a [Row].
func Spring() fyne.CanvasObject { return layout.NewSpacer() }

// Pile places objects under each other, gap apart and all as wide as the pile.
func Pile(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout{gap}, objects...)
}

// Pad leaves room around an object: above and below it, and at its sides.
func Pad(vertical, horizontal float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(vertical, vertical, horizontal, horizontal), o)
}

// Wide gives an object at least this width.
func Wide(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(atLeast{fyne.NewSize(width, 0)}, o)
}

// Tall gives an object at least this height.
func Tall(height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(atLeast{fyne.NewSize(0, height)}, o)
}

// Thirds places a list left, on a third of the width within bounds, and a record right of a hairline.
func Thirds(list, record fyne.CanvasObject) *fyne.Container {
	return container.New(thirds{}, list, NewPanel(ColorLine, 0), record)
}

type rowLayout struct{ gap float32 }

func grows(o fyne.CanvasObject) bool {
	if t, ok := o.(*Text); ok {
		return t.Narrow
	}
	s, ok := o.(layout.SpacerObject)
	return ok && s.ExpandHorizontal()
}

func (l rowLayout) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			size = fyne.NewSize(size.Width+m.Width+l.gap, fyne.Max(size.Height, m.Height))
		}
	}
	return fyne.NewSize(fyne.Max(0, size.Width-l.gap), size.Height)
}

func (l rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare, growing := size.Width-l.MinSize(objects).Width, float32(0)
	for _, o := range objects {
		if o.Visible() && grows(o) {
			growing++
		}
	}
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if grows(o) {
			m.Width += fyne.Max(0, spare) / growing
		}
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		o.Resize(m)
		x += m.Width + l.gap
	}
}

type columnLayout struct{ gap float32 }

func (l columnLayout) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			size = fyne.NewSize(fyne.Max(size.Width, m.Width), size.Height+m.Height+l.gap)
		}
	}
	return fyne.NewSize(size.Width, fyne.Max(0, size.Height-l.gap))
}

func (l columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := heightAt(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + l.gap
	}
}

// heightAt returns how high o must be when it is width wide: wrapping texts only know once they have the width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	return o.MinSize().Height
}

type atLeast struct{ size fyne.Size }

func (l atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(l.size)
}

func (l atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}

// thirds bounds the list so that it neither crushes its rows in a small window nor wastes a large one.
type thirds struct{}

func (thirds) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(264+1+objects[2].MinSize().Width, fyne.Max(objects[0].MinSize().Height, objects[2].MinSize().Height))
}

func (thirds) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := fyne.Min(fyne.Max(size.Width/3, 264), 440)
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(1, size.Height))
	objects[2].Move(fyne.NewPos(left+1, 0))
	objects[2].Resize(fyne.NewSize(fyne.Max(0, size.Width-left-1), size.Height))
}

// Panel is a plain area of a theme colour.
type Panel struct {
	widget.BaseWidget
	Colour fyne.ThemeColorName
	Edge   fyne.ThemeColorName // of its outline; "" for none
	Radius float32
}

// NewPanel returns an area in the colour named.
func NewPanel(colour fyne.ThemeColorName, radius float32) *Panel {
	p := &Panel{Colour: colour, Radius: radius}
	p.ExtendBaseWidget(p)
	return p
}

// On places an object on an area of a colour.
func On(colour fyne.ThemeColorName, o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(NewPanel(colour, 0), o)
}

// Hairline is a thin line across.
func Hairline() fyne.CanvasObject { return Tall(1, NewPanel(ColorLine, 0)) }

// CreateRenderer is a private method to Fyne.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &panelRenderer{p: p, area: canvas.NewRectangle(nil)}
	r.apply()
	return r
}

type panelRenderer struct {
	p    *Panel
	area *canvas.Rectangle
}

func (r *panelRenderer) apply() {
	th, variant := r.p.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.area.FillColor = th.Color(r.p.Colour, variant)
	r.area.CornerRadius, r.area.StrokeWidth = r.p.Radius, 0
	if r.p.Edge != "" {
		r.area.StrokeColor, r.area.StrokeWidth = th.Color(r.p.Edge, variant), th.Size(theme.SizeNameInputBorder)
	}
}

func (r *panelRenderer) Destroy()                     {}
func (r *panelRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.area} }

// Layout keeps the outline inside the area, as text fields do, so that both look equally large.
func (r *panelRenderer) Layout(size fyne.Size) {
	if r.p.Edge == "" {
		r.area.Move(fyne.Position{})
		r.area.Resize(size)
		return
	}
	r.area.Move(fyne.NewSquareOffsetPos(r.area.StrokeWidth / 2))
	r.area.Resize(fyne.NewSize(size.Width-r.area.StrokeWidth-.5, size.Height-r.area.StrokeWidth-.5))
}

func (r *panelRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (r *panelRenderer) Refresh()           { r.apply(); r.area.Refresh() }

// Middle places an object at most width wide in the middle.
func Middle(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(centred{width}, o)
}

type centred struct{ width float32 }

func (l centred) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(fyne.Min(l.width, 320), objects[0].MinSize().Height)
}

func (l centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := fyne.Min(size.Width-2*Large, l.width)
	height := fyne.Min(heightAt(objects[0], width), size.Height)
	objects[0].Move(fyne.NewPos((size.Width-width)/2, (size.Height-height)/2))
	objects[0].Resize(fyne.NewSize(width, height))
}

// Card places an object on a white field with an outline.
func Card(o fyne.CanvasObject) *fyne.Container {
	field := NewPanel(theme.ColorNameBackground, 8)
	field.Edge = ColorLine
	return container.NewStack(field, Pad(Huge, Huge, o))
}
