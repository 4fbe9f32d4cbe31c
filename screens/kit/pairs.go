package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Pairs is a small grid of fields, two in a row, that grows as it is filled: price steps, references.
type Pairs struct {
	Content   *fyne.Container
	OnChanged func() // after each edit, and when the grid grew

	heads [2]string
	rows  [][2]*Entry
}

// NewPairs returns an empty grid with these words over its columns.
func NewPairs(left, right string) *Pairs {
	p := &Pairs{heads: [2]string{left, right}, OnChanged: func() {}}
	p.Content = container.New(twoWide{})
	p.Set(nil)
	return p
}

// Set fills the grid, with one empty row at its end.
func (p *Pairs) Set(pairs [][2]string) {
	p.rows = nil
	p.Content.Objects = []fyne.CanvasObject{NewCaption(p.heads[0]), NewCaption(p.heads[1])}
	for _, pair := range append(pairs, [2]string{}) {
		p.grow(pair)
	}
	p.Content.Refresh()
}

func (p *Pairs) grow(pair [2]string) {
	row := [2]*Entry{NewEntry(), NewEntry()}
	n := len(p.rows)
	for i, e := range row {
		e.Text = pair[i]
		e.OnChanged = func(text string) {
			if text != "" && n == len(p.rows)-1 {
				p.grow([2]string{})
				p.Content.Refresh()
			}
			p.OnChanged()
		}
		p.Content.Add(e)
	}
	p.rows = append(p.rows, row)
}

// Rows returns what stands in the rows that aren't empty, without spaces around it.
func (p *Pairs) Rows() [][2]string {
	var pairs [][2]string
	for _, row := range p.rows {
		if pair := [2]string{row[0].Plain(), row[1].Plain()}; pair != [2]string{} {
			pairs = append(pairs, pair)
		}
	}
	return pairs
}

// Entry returns the field in a row and column, counted from 0.
func (p *Pairs) Entry(row, column int) *Entry { return p.rows[row][column] }

// twoWide places objects two in a row, equally wide.
type twoWide struct{}

func (twoWide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for i := 0; i < len(objects); i += 2 {
		height += objects[i].MinSize().Height + Tight
	}
	return fyne.NewSize(160, fyne.Max(0, height-Tight))
}

func (twoWide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y, width := float32(0), (size.Width-Medium)/2
	for i := 0; i < len(objects); i += 2 {
		height := objects[i].MinSize().Height
		for j := i; j < i+2 && j < len(objects); j++ {
			objects[j].Move(fyne.NewPos(float32(j-i)*(width+Medium), y))
			objects[j].Resize(fyne.NewSize(width, height))
		}
		y += height + Tight
	}
}
