package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is text that wraps to the width it has, without padding around it: complaints, hints, explanations.
// Chinese, Japanese and overlong words break anywhere, other text between words.
type Paragraph struct {
	widget.BaseWidget
	Text   string
	Scale  fyne.ThemeSizeName
	Colour fyne.ThemeColorName
	Align  fyne.TextAlign

	lines []*canvas.Text
	width float32 // the lines were broken for
}

// NewParagraph returns wrapping text of the usual size.
func NewParagraph(text string) *Paragraph {
	p := &Paragraph{Text: text, Scale: SizeText, Colour: theme.ColorNameForeground}
	p.ExtendBaseWidget(p)
	return p
}

// NewHint returns small, quiet wrapping text.
func NewHint(text string) *Paragraph {
	p := &Paragraph{Text: text, Scale: SizeCaption, Colour: ColorMuted}
	p.ExtendBaseWidget(p)
	return p
}

// SetText shows another text.
func (p *Paragraph) SetText(text string) {
	p.Text = text
	p.breakLines(p.width)
	p.Refresh()
}

// Resize breaks the text anew when the width changed.
func (p *Paragraph) Resize(size fyne.Size) {
	if size.Width != p.width {
		p.breakLines(size.Width)
	}
	p.BaseWidget.Resize(size)
}

// CreateRenderer is a private method to Fyne.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	p.breakLines(p.width)
	return &paragraphRenderer{p}
}

func (p *Paragraph) breakLines(width float32) {
	p.width = width
	th, variant := p.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	size := th.Size(p.Scale)
	fits := func(s string) bool {
		return width <= 0 || fyne.MeasureText(s, size, fyne.TextStyle{}).Width <= width
	}
	p.lines = p.lines[:0]
	for _, text := range strings.Split(p.Text, "\n") {
		for _, line := range wrap(text, fits) {
			t := canvas.NewText(line, th.Color(p.Colour, variant))
			t.TextSize, t.Alignment = size, p.Align
			p.lines = append(p.lines, t)
		}
	}
}

// wrap breaks text into lines that fit; a line takes at least one letter, so it always ends.
func wrap(text string, fits func(string) bool) []string {
	letters, lines := []rune(text), []string(nil)
	for len(letters) > 0 && !fits(string(letters)) {
		low, high := 1, len(letters)
		for low < high {
			if mid := (low + high + 1) / 2; fits(string(letters[:mid])) {
				low = mid
			} else {
				high = mid - 1
			}
		}
		end := low
		for end > 0 && !breakable(letters, end) {
			end--
		}
		if end == 0 {
			end = low
		}
		lines = append(lines, strings.TrimRight(string(letters[:end]), " "))
		letters = []rune(strings.TrimLeft(string(letters[end:]), " "))
	}
	return append(lines, string(letters))
}

// breakable reports whether a line may end before letters[at].
func breakable(letters []rune, at int) bool {
	if at >= len(letters) {
		return true
	}
	after := letters[at]
	if strings.ContainsRune("，。、；：？！）》」”’,.;:?!)", after) {
		return false
	}
	return unicode.IsSpace(after) || unicode.IsSpace(letters[at-1]) || wideLetter(after) || wideLetter(letters[at-1])
}

func wideLetter(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
}

type paragraphRenderer struct{ p *Paragraph }

func (r *paragraphRenderer) Destroy() {}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.p.lines))
	for i, l := range r.p.lines {
		objects[i] = l
	}
	return objects
}

func (r *paragraphRenderer) Layout(size fyne.Size) {
	y := float32(0)
	for _, l := range r.p.lines {
		height := l.MinSize().Height
		l.Move(fyne.NewPos(0, y))
		l.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}

func (r *paragraphRenderer) MinSize() fyne.Size {
	height := float32(0)
	for _, l := range r.p.lines {
		height += l.MinSize().Height
	}
	return fyne.NewSize(80, height)
}

func (r *paragraphRenderer) Refresh() {
	r.p.breakLines(r.p.width)
	r.Layout(r.p.Size())
	canvasRefresh(r.p)
}

func canvasRefresh(o fyne.CanvasObject) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Refresh(o)
	}
}
