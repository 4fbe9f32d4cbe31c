package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// gridBarWidth is how wide the bar beside a long grid is.
const gridBarWidth float32 = 10

// gridBar shows which rows of a long grid are in sight. Drag it, tap beside its thumb or turn the wheel over it to see others.
type gridBar struct {
	widget.BaseWidget
	grid  *Grid
	track *Panel
	thumb *Panel
	down  float32 // dragged so far beyond whole rows
}

func newGridBar(g *Grid) *gridBar {
	b := &gridBar{grid: g, track: NewPanel(ColorSurface, 4), thumb: NewPanel(ColorMuted, 4)}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is a private method to Fyne.
func (b *gridBar) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(barLayout{b}, b.track, b.thumb))
}

// Refresh is a private method to Fyne.
func (b *gridBar) Refresh() {
	b.place(b.Size())
	b.BaseWidget.Refresh()
}

// row is how much of the bar stands for one row.
func (b *gridBar) row() float32 { return b.Size().Height / float32(max(1, len(b.grid.texts))) }

func (b *gridBar) place(size fyne.Size) {
	row := size.Height / float32(max(1, len(b.grid.texts)))
	height := fyne.Max(Large, row*gridRows)
	free := fyne.Max(0, size.Height-height)
	y := free * float32(b.grid.top) / float32(max(1, len(b.grid.texts)-gridRows))
	put(b.track, 0, 0, size.Width, size.Height)
	put(b.thumb, 2, y, size.Width-4, height)
}

// Dragged moves the rows with the mouse.
func (b *gridBar) Dragged(ev *fyne.DragEvent) {
	b.down += ev.Dragged.DY
	if rows := int(b.down / b.row()); rows != 0 {
		b.down -= float32(rows) * b.row()
		b.grid.scroll(rows)
	}
}

// DragEnd is a private method to Fyne.
func (b *gridBar) DragEnd() { b.down = 0 }

// Tapped goes to the rows at that place.
func (b *gridBar) Tapped(ev *fyne.PointEvent) {
	b.grid.scroll(int(ev.Position.Y/b.row()) - gridRows/2 - b.grid.top)
}

// Scrolled moves the rows by the wheel.
func (b *gridBar) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DY > 0 {
		b.grid.scroll(-3)
	} else {
		b.grid.scroll(3)
	}
}

// barLayout places the thumb.
type barLayout struct{ bar *gridBar }

func (barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(gridBarWidth, Large) }

func (l barLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.bar.place(size) }
