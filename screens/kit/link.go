package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Link is a small action as words in a line of text, where a button would be too high. A tap, Enter and Space do it.
type Link struct {
	widget.BaseWidget
	OnTapped func()

	word    *Text
	field   *Panel
	focused bool
	made    bool // it was drawn
}

// NewLink returns a link; without words it takes no room.
func NewLink(words string, tapped func()) *Link {
	l := &Link{OnTapped: tapped, word: NewCaption(""), field: NewPanel(ColorNav, 4)}
	l.word.Colour = theme.ColorNamePrimary
	l.field.Hide()
	l.ExtendBaseWidget(l)
	l.Set(words)
	return l
}

// Set shows other words.
func (l *Link) Set(words string) {
	l.Hidden = words == ""
	if l.word.SetText(words); l.made {
		l.Refresh()
	}
}

// Words returns what it says.
func (l *Link) Words() string { return l.word.Text }

// CreateRenderer is a private method to Fyne.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	l.made = true
	return widget.NewSimpleRenderer(container.New(chipLayout{}, l.field, l.word))
}

// Tapped does it.
func (l *Link) Tapped(*fyne.PointEvent) { l.OnTapped() }

// Cursor is that of things to press.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (l *Link) mark(on bool) {
	l.field.Hidden = !on
	l.Refresh()
}

// MouseIn shows that it can be pressed.
func (l *Link) MouseIn(*desktop.MouseEvent) { l.mark(true) }

// MouseMoved is a private method to Fyne.
func (l *Link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (l *Link) MouseOut() { l.mark(l.focused) }

// FocusGained is a private method to Fyne.
func (l *Link) FocusGained() {
	l.focused = true
	l.mark(true)
	reveal()
}

// FocusLost is a private method to Fyne.
func (l *Link) FocusLost() {
	l.focused = false
	l.mark(false)
}

// TypedRune does it with Space.
func (l *Link) TypedRune(r rune) {
	if r == ' ' {
		l.OnTapped()
	}
}

// TypedKey does it with Enter.
func (l *Link) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter {
		l.OnTapped()
	}
}
