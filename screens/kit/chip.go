package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tone says what a state means to the merchant.
type Tone int

// The tones. Each has a colour, and the word beside it, so that no one needs to tell colours apart.
const (
	Plain Tone = iota // nothing to do
	Info              // under way
	Good              // done
	Warn              // needs the merchant soon
	Bad               // needs the merchant now
)

var tones = map[Tone]struct{ text, tint fyne.ThemeColorName }{
	Plain: {ColorMuted, ColorTintPlain},
	Info:  {theme.ColorNamePrimary, ColorTintInfo},
	Good:  {theme.ColorNameSuccess, ColorTintGood},
	Warn:  {theme.ColorNameWarning, ColorTintWarn},
	Bad:   {theme.ColorNameError, ColorTintBad},
}

// Chip is a state as a word on a small coloured field.
type Chip struct {
	widget.BaseWidget
	word  *Text
	field *Panel
	made  bool // it was drawn
}

// NewChip returns a chip; without a word it takes no room.
func NewChip(word string, tone Tone) *Chip {
	c := &Chip{word: NewCaption(""), field: NewPanel(ColorTintPlain, 9)}
	c.ExtendBaseWidget(c)
	c.Set(word, tone)
	return c
}

// Set shows another state.
func (c *Chip) Set(word string, tone Tone) {
	c.word.Text, c.word.Colour, c.field.Colour = word, tones[tone].text, tones[tone].tint
	c.Hidden = word == ""
	if c.made {
		c.word.Refresh()
		c.field.Refresh()
		c.Refresh()
	}
}

// Word returns the state's word.
func (c *Chip) Word() string { return c.word.Text }

// CreateRenderer is a private method to Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.made = true
	return widget.NewSimpleRenderer(&fyne.Container{
		Layout:  chipLayout{},
		Objects: []fyne.CanvasObject{c.field, c.word},
	})
}

type chipLayout struct{}

func (chipLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[1].MinSize().Width+2*Small, 20)
}

func (chipLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := (size.Height - 20) / 2
	objects[0].Move(fyne.NewPos(0, top))
	objects[0].Resize(fyne.NewSize(size.Width, 20))
	objects[1].Move(fyne.NewPos(Small, top))
	objects[1].Resize(fyne.NewSize(size.Width-2*Small, 20))
}
