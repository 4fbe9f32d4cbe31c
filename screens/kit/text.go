package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Text is one line of text without padding around it. It follows the theme, and is cut with "…" where it has less
// room than it needs. It is much cheaper than a label, which matters in lists.
type Text struct {
	widget.BaseWidget
	Text   string
	Scale  fyne.ThemeSizeName
	Colour fyne.ThemeColorName
	Bold   bool
	Align  fyne.TextAlign
	Narrow bool // may be as narrow as its place; the text is then cut

	made bool // it was drawn: what never was needs no drawing anew, which costs time in long lists
}

// NewText returns a line of normal text.
func NewText(text string) *Text { return newText(text, SizeText, theme.ColorNameForeground) }

// NewCaption returns a line of small, quiet text: a label or a hint.
func NewCaption(text string) *Text { return newText(text, SizeCaption, ColorMuted) }

// NewHeading returns the largest text: what a page is about.
func NewHeading(text string) *Text { return newText(text, SizeHeading, theme.ColorNameForeground) }

// NewTitle returns the heading of a section.
func NewTitle(text string) *Text {
	t := newText(text, SizeTitle, theme.ColorNameForeground)
	t.Bold = true
	return t
}

func newText(text string, size fyne.ThemeSizeName, colour fyne.ThemeColorName) *Text {
	t := &Text{Text: text, Scale: size, Colour: colour}
	t.ExtendBaseWidget(t)
	return t
}

// SetText shows another text.
func (t *Text) SetText(text string) {
	if t.Text != text {
		t.Text = text
		if t.made {
			t.Refresh()
		}
	}
}

// Cut lets t be as narrow as its place, with "…" at its end, and returns t.
func (t *Text) Cut() *Text { t.Narrow = true; return t }

// Right aligns t to the right, as figures are, and returns t.
func (t *Text) Right() *Text { t.Align = fyne.TextAlignTrailing; return t }

// CreateRenderer is a private method to Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	t.made = true
	r := &textRenderer{t: t, line: canvas.NewText("", nil)}
	r.apply()
	return r
}

type textRenderer struct {
	t    *Text
	line *canvas.Text
	full float32 // width of the whole text
}

func (r *textRenderer) apply() {
	th, variant := r.t.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.line.TextSize = th.Size(r.t.Scale)
	r.line.Color = th.Color(r.t.Colour, variant)
	r.line.TextStyle.Bold = r.t.Bold
	r.line.Alignment = r.t.Align
	r.full = fyne.MeasureText(r.t.Text, r.line.TextSize, r.line.TextStyle).Width
	r.fit()
}

// fit cuts the text to the width there is.
func (r *textRenderer) fit() {
	width := r.t.Size().Width
	r.line.Text = r.t.Text
	if !r.t.Narrow || r.full <= width+0.5 {
		return
	}
	letters := []rune(r.t.Text)
	low, high := 0, len(letters) // the longest start that fits with the dots
	for low < high {
		mid := (low + high + 1) / 2
		if fyne.MeasureText(string(letters[:mid])+"…", r.line.TextSize, r.line.TextStyle).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	r.line.Text = string(letters[:low]) + "…"
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

func (r *textRenderer) Layout(size fyne.Size) {
	r.fit()
	height := r.line.MinSize().Height
	r.line.Move(fyne.NewPos(0, (size.Height-height)/2))
	r.line.Resize(fyne.NewSize(size.Width, height))
}

func (r *textRenderer) MinSize() fyne.Size {
	size := fyne.MeasureText(r.t.Text, r.line.TextSize, r.line.TextStyle)
	if r.t.Narrow {
		size.Width = fyne.Min(size.Width, 24)
	}
	return size
}

func (r *textRenderer) Refresh() {
	r.apply()
	r.line.Refresh()
}

// Sentences puts one sentence after another; a Chinese full stop brings its own room.
func Sentences(first, then string) string {
	if strings.HasSuffix(first, "。") {
		return first + then
	}
	return first + " " + then
}
