package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Checks is a row of boxes of which any number may be ticked.
type Checks[T comparable] struct {
	Content   *fyne.Container
	OnChanged func()

	values []T
	boxes  []*tick
}

// NewChecks returns boxes with these words for these values.
func NewChecks[T comparable](values []T, words []string) *Checks[T] {
	row := container.New(&lines{gap: Medium})
	// A box has room at its left that would set it off from the fields above and below.
	c := &Checks[T]{values: values, OnChanged: func() {}, Content: container.New(layout.NewCustomPaddedLayout(0, 0, -6, 0), row)}
	for i := range values {
		b := newTick(words[i])
		b.OnChanged = func(bool) { c.OnChanged() }
		c.boxes = append(c.boxes, b)
		row.Add(b)
	}
	return c
}

// Set ticks the boxes of these values and no others, without a word to OnChanged.
func (c *Checks[T]) Set(chosen []T) {
	tell := c.OnChanged
	c.OnChanged = func() {}
	defer func() { c.OnChanged = tell }()
	for i, v := range c.values {
		on := false
		for _, w := range chosen {
			on = on || v == w
		}
		c.boxes[i].SetChecked(on)
	}
}

// Chosen returns the values ticked, in the order of the boxes.
func (c *Checks[T]) Chosen() []T {
	var chosen []T
	for i, b := range c.boxes {
		if b.Checked {
			chosen = append(chosen, c.values[i])
		}
	}
	return chosen
}

// Box returns the i-th box.
func (c *Checks[T]) Box(i int) *widget.Check { return &c.boxes[i].Check }

// tick is a box that is scrolled into sight when it gets the keyboard.
type tick struct{ widget.Check }

func newTick(word string) *tick {
	t := &tick{}
	t.Text = word
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained is a private method to Fyne.
func (t *tick) FocusGained() {
	t.Check.FocusGained()
	reveal()
}

// Switch is a row of buttons of which the chosen one stands out; chosen is told which was tapped.
func Switch(words []string, at int, chosen func(int)) *fyne.Container {
	row := Row(Tight)
	for i, word := range words {
		b := NewButton(word, nil, func() { chosen(i) })
		if i == at {
			b.Main()
		}
		row.Add(b)
	}
	row.Add(Spring())
	return row
}

// lines places objects beside each other and goes on below where a line is full.
type lines struct{ gap, width float32 }

// MinSize is as high as the objects need at the width last given.
func (l *lines) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = twoColumns
	}
	return fyne.NewSize(80, l.walk(objects, width, func(fyne.CanvasObject, fyne.Position) {}))
}

// Layout gives each object the size it needs.
func (l *lines) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position) {
		o.Move(at)
		o.Resize(o.MinSize())
	})
}

// walk says where each object stands and returns the height of all.
func (l *lines) walk(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position)) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	for _, o := range objects {
		size := o.MinSize()
		if x > 0 && x+size.Width > width {
			x, y, high = 0, y+high, 0
		}
		place(o, fyne.NewPos(x, y))
		x, high = x+size.Width+l.gap, fyne.Max(high, size.Height)
	}
	return y + high
}
