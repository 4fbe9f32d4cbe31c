package documents

import (
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Widths of the parts of the screen.
const (
	listWidth float32 = 300
	formWidth float32 = 300
	roomy     float32 = 1100 // from here on list, form and page stand beside each other
)

// desk places the list beside the papers. Where there is no room for list, form and page, the list gives way once
// something is chosen, and a button brings it back.
type desk struct {
	content  *fyne.Container
	list     fyne.CanvasObject
	record   fyne.CanvasObject
	nothing  fyne.CanvasObject
	line     fyne.CanvasObject
	back     *kit.Button
	browsing bool
	chosen   bool
}

func newDesk(list, record, nothing fyne.CanvasObject, back *kit.Button) *desk {
	d := &desk{list: list, record: record, nothing: nothing, back: back, browsing: true, line: kit.NewPanel(kit.ColorLine, 0)}
	d.content = container.New(d, list, d.line, record, nothing)
	record.Hide()
	return d
}

// browse shows the list, or what was chosen in it.
func (d *desk) browse(on bool) {
	d.browsing = on
	d.chosen = d.chosen || !on
	d.content.Refresh()
}

// MinSize is what a small window has.
func (d *desk) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 240) }

// Layout gives the list its place, or hides it.
func (d *desk) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	wide := size.Width >= roomy
	show(d.list, wide || d.browsing)
	show(d.line, wide || d.browsing)
	show(d.record, d.chosen && (wide || !d.browsing))
	show(d.nothing, !d.record.Visible())
	show(d.back, !wide)
	left := float32(0)
	if d.list.Visible() {
		left = listWidth
		place(d.list, 0, left, size.Height)
		place(d.line, left, 1, size.Height)
		left++
	}
	place(d.record, left, size.Width-left, size.Height)
	place(d.nothing, left, size.Width-left, size.Height)
}

func show(o fyne.CanvasObject, on bool) {
	if o.Visible() == on {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func place(o fyne.CanvasObject, x, width, height float32) {
	o.Move(fyne.NewPos(x, 0))
	o.Resize(fyne.NewSize(width, height))
}

// beside places a form of a fixed width beside the page, which takes the rest.
type beside struct{}

// MinSize is what a small window has.
func (beside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(formWidth+240, 240) }

// Layout places the two, with a line between them.
func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place(o[0], 0, formWidth, size.Height)
	place(o[1], formWidth, 1, size.Height)
	place(o[2], formWidth+1, size.Width-formWidth-1, size.Height)
}
