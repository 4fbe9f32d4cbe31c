package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Line is what one row of a finder or picker shows.
type Line struct {
	Code   string // set apart in front: a SKU, a code, a number
	Title  string
	Right  string // figures, aligned right
	Sought bool   // Right is what one looks for here, as a quantity in stock: a small window shows it too
	State  string // the word of a chip at the right end
	Tone   Tone
}

// lineRow draws a [Line]. The code takes at most its share, so that titles stand under each other.
type lineRow struct {
	widget.BaseWidget
	code, title, right *Text
	chip               *Chip
	codeWidth          float32
	sought             bool // see [Line]
	content            *fyne.Container
	tick               *tickBox // in front; nil where rows aren't ticked
}

func newLineRow(codeWidth float32) *lineRow {
	r := &lineRow{code: NewText("").Cut(), title: NewText("").Cut(), right: NewText("").Right(), codeWidth: codeWidth}
	r.code.Colour, r.right.Colour = ColorMuted, ColorMuted
	r.chip = NewChip("", Plain)
	r.content = container.New(lineLayout{r}, r.code, r.title, r.right, r.chip)
	r.ExtendBaseWidget(r)
	return r
}

// tickable puts a box in front of the row.
func (r *lineRow) tickable() *lineRow {
	r.tick = newTickBox()
	r.content.Add(r.tick)
	return r
}

// CreateRenderer is a private method to Fyne.
func (r *lineRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(r.content)
}

// show shows a line. A name that only repeats the code isn't said twice.
func (r *lineRow) show(l Line) {
	if l.Title == l.Code {
		l.Title = ""
	}
	r.code.SetText(l.Code)
	r.title.SetText(l.Title)
	r.right.SetText(l.Right)
	r.sought = l.Sought
	if r.chip.Word() != l.State {
		r.chip.Set(l.State, l.Tone)
	}
	r.content.Refresh() // rows are reused: where the parts stand depends on what they say
}

// tickWidth is how wide the box in front of a row is.
const tickWidth float32 = 20

// shortWord is how many letters what stands at the right may have to stay in a small window, as a country's code has.
const shortWord = 3

type lineLayout struct{ r *lineRow }

func (l lineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, RowHeight) }

func (l lineLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r, left, right := l.r, Medium, size.Width-Medium
	if r.tick != nil {
		r.tick.Move(fyne.NewPos(Tight, 0))
		r.tick.Resize(fyne.NewSize(tickWidth, size.Height))
		left = Tight + tickWidth + Tight
	}
	room := right - left // whatever stands at the right: titles begin under each other
	put := func(o fyne.CanvasObject, x, width float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(fyne.Max(0, width), size.Height))
	}
	if r.chip.Visible() {
		width := r.chip.MinSize().Width
		put(r.chip, right-width, width)
		right -= width + Small
	}
	// In a small window the name matters more than a price; a short word such as a country's code stays beside it, unless a
	// chip takes that room already.
	if r.right.Hidden = r.right.Text == "" || size.Width < 320 && !r.sought && (utf8.RuneCountInString(r.right.Text) > shortWord || r.chip.Visible()); !r.right.Hidden {
		width := r.right.MinSize().Width
		put(r.right, right-width, width)
		right -= width + Small
	}
	switch {
	case r.code.Text == "":
		put(r.code, left, 0)
	case r.title.Text == "":
		put(r.code, left, right-left)
		left = right
	default:
		width := fyne.Min(r.codeWidth, room*0.45)
		put(r.code, left, width)
		left += width + Small
	}
	if r.title.Hidden = right-left < leastTitle; !r.title.Hidden {
		put(r.title, left, right-left)
	}
}

// leastTitle is the least room in which a name says anything: with less its dots would stand over what is beside it.
const leastTitle float32 = 28

// keyList is a list whose rows Enter opens and that passes Esc on.
type keyList struct {
	widget.List
	onEscape         func()
	onTick, onTickTo func(int) // Space on a row; Shift with an arrow to it. nil: rows aren't ticked
	onTickAll        func()

	at     int  // the row that was highlighted when it was asked last
	asking bool //
	shift  bool // is held
}

func newKeyList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *keyList {
	l := &keyList{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.OnHighlighted = func(i int) {
		if l.asking {
			l.at = i
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey opens the highlighted row with Enter, and with Space where rows aren't ticked.
func (l *keyList) TypedKey(key *fyne.KeyEvent) {
	before := l.highlighted()
	switch {
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case key.Name == fyne.KeyEscape:
		if l.onEscape != nil {
			l.onEscape()
		}
	case key.Name == fyne.KeySpace && l.onTick != nil:
		l.onTick(before)
	default:
		l.List.TypedKey(key)
	}
	if l.shift && l.onTickTo != nil && l.highlighted() != before {
		l.onTickTo(l.at)
	}
}

// highlighted is the row that the keys move. The list tells it to who listens when it gets the keyboard, and of rows the mouse
// passes over too.
func (l *keyList) highlighted() int {
	if l.onTick == nil {
		return 0
	}
	l.asking = true
	l.List.FocusGained()
	l.asking = false
	return l.at
}

// KeyDown is a private method to Fyne.
func (l *keyList) KeyDown(key *fyne.KeyEvent) { l.shift = l.shift || isShift(key) }

// KeyUp is a private method to Fyne.
func (l *keyList) KeyUp(key *fyne.KeyEvent) { l.shift = l.shift && !isShift(key) }

// FocusLost is a private method to Fyne.
func (l *keyList) FocusLost() {
	l.shift = false
	l.List.FocusLost()
}

// TypedShortcut ticks all rows with Ctrl+A.
func (l *keyList) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all && l.onTickAll != nil {
		l.onTickAll()
	}
}

// Nothing is what stands in place of an empty list: one sentence and the button that fills it.
func Nothing(sentence string, button *Button) fyne.CanvasObject {
	words := NewParagraph(sentence)
	words.Align, words.Colour = fyne.TextAlignCenter, theme.ColorNameForeground
	content := Pile(Medium, words)
	if button != nil {
		content.Add(container.NewCenter(button))
	}
	return container.New(middle{}, content)
}

// middle puts one object at a third of the height, with room at its sides.
type middle struct{}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 80) }

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := fyne.Min(size.Width-2*Large, 420)
	height := heightAt(objects[0], width)
	objects[0].Move(fyne.NewPos((size.Width-width)/2, fyne.Max(Large, (size.Height-height)/3)))
	objects[0].Resize(fyne.NewSize(width, height))
}
