package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that Enter presses as well as Space, and that passes Esc on.
type Button struct {
	widget.Button
	OnEscape func()

	ring    *canvas.Rectangle // around the button while it has the keyboard
	focused bool
}

// NewButton returns a button with a word and, unless it is nil, an icon.
func NewButton(word string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = word, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// Main makes b the one main action of its screen and returns it.
func (b *Button) Main() *Button { b.Importance = widget.HighImportance; return b }

// Quiet takes b's field away, for actions that are at hand but seldom used, and returns it.
func (b *Button) Quiet() *Button { b.Importance = widget.LowImportance; return b }

// Danger marks b as something that can't simply be taken back and returns it.
func (b *Button) Danger() *Button { b.Importance = widget.DangerImportance; return b }

// Able lets something be used, or not. What stands so already isn't drawn anew.
func Able(o fyne.Disableable, on bool) {
	switch {
	case on == !o.Disabled():
	case on:
		o.Enable()
	default:
		o.Disable()
	}
}

// FocusGained is a private method to Fyne.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	b.encircle(true)
	reveal()
}

// FocusLost is a private method to Fyne.
func (b *Button) FocusLost() {
	b.Button.FocusLost()
	b.encircle(false)
}

// TypedRune presses the button with Space. The key alone must not: the letter comes after it, and would be typed into
// whatever the button gave the keyboard.
func (b *Button) TypedRune(r rune) {
	if r == ' ' && !b.Disabled() {
		b.Tapped(nil)
	}
}

// TypedKey presses the button with Enter.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	case fyne.KeySpace: // see TypedRune
	case fyne.KeyEscape:
		if b.OnEscape != nil {
			b.OnEscape()
		}
	default:
		b.Button.TypedKey(key)
	}
}
