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
	row := Row(Medium)
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
