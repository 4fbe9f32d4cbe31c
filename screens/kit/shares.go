package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Shares places objects beside each other, each with its share of the width, so that rows of the same shares stand
// under each other like a table.
func Shares(shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(sharesLayout(shares), objects...)
}

type sharesLayout []float32

func (l sharesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = fyne.Max(height, o.MinSize().Height)
	}
	return fyne.NewSize(160, height)
}

func (l sharesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	whole := float32(0)
	for _, s := range l {
		whole += s
	}
	x, spare := float32(0), size.Width-Small*float32(len(l)-1)
	for i, o := range objects {
		width := spare * l[i%len(l)] / whole
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(width, height))
		x += width + Small
	}
}
