package kit

import (
	"errors"
	"strconv"
	"strings"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field for text. Tab always leaves it, also when it has several lines.
type Entry struct {
	widget.Entry
	OnTab       func()                    // takes Tab, which else goes on to the next field
	OnKey       func(*fyne.KeyEvent) bool // sees keys first; true: it dealt with the key
	OnFocusLost func()
	OnFocus     func()
	OnPaste     func(text string) bool // sees what is pasted first; true: it dealt with it

	focused bool
	made    bool                         // it was drawn
	onWheel func(*fyne.ScrollEvent) bool // sees the wheel first; true: it dealt with it
}

// NewEntry returns a field of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// NewUnitEntry returns a field of one line with the unit inside its right edge.
func NewUnitEntry(unit string) *Entry {
	e := NewEntry()
	if unit != "" {
		e.ActionItem = Pad(0, Small, Row(0, NewCaption(unit)))
	}
	return e
}

// NewLines returns a field that shows so many lines.
func NewLines(rows int) *Entry {
	e := NewEntry()
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	return e
}

// NewSearch returns a field with a magnifying glass.
func NewSearch(hint string) *Entry {
	e := NewEntry()
	e.Icon = theme.SearchIcon()
	e.SetPlaceHolder(hint)
	return e
}

// AcceptsTab lets Tab go on to the next field, unless OnTab has another use for it.
func (e *Entry) AcceptsTab() bool { return e.OnTab != nil }

// TypedKey types, unless OnTab or OnKey took the key.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyTab && e.OnTab != nil {
		e.OnTab()
		return
	}
	if e.OnKey == nil || !e.OnKey(key) {
		e.Entry.TypedKey(key)
	}
}

// TypedShortcut edits the text, unless OnPaste took what is pasted.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && e.OnPaste != nil && !e.Disabled() && e.OnPaste(paste.Clipboard.Content()) {
		return
	}
	e.Entry.TypedShortcut(s)
}

// newest is the field that had the keyboard last. It belongs to the window's goroutine.
var newest *Entry

// FocusGained selects what stands in a field of one line, so that typing takes its place: else 40 typed into a field
// with 320 would make 40320. A click goes on to set the cursor. Coming back from another window selects nothing: what
// was typed there before stays.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	if newest != e && !e.MultiLine {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	newest = e
	reveal()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost is a private method to Fyne.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	if e.OnFocusLost != nil {
		e.OnFocusLost()
	}
}

// Fill shows a text. A field that was never drawn takes it without drawing and without telling OnChanged, which makes long lists quick.
func (e *Entry) Fill(text string) {
	if e.made {
		e.SetText(text)
	} else {
		e.Text = text
	}
}

// Plain returns what was typed without spaces around it.
func (e *Entry) Plain() string { return strings.TrimSpace(e.Text) }

// Number returns what was typed as a plain decimal, as the Parse functions of data want it: full-width digits from a
// Chinese keyboard become plain ones and blanks between digits go. A comma stays, and is refused there, because
// nobody can tell whether "1,234" is a thousand or one and a bit.
func (e *Entry) Number() string { return PlainNumber(e.Text) }

// PlainNumber is what [Entry.Number] does to a text.
func PlainNumber(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '．', r == '。':
			return '.'
		case r == '－', r == '−':
			return '-'
		case r == ' ', r == '\u00a0', r == '\u202f', r == '\t':
			return -1
		}
		return r
	}, text)
}

// ReadNumber reads the figure in e with parse, such as [data.ParseQuantity]; an empty field is zero. What can't be read
// is added to bad under field.
func ReadNumber[T ~int64](e *Entry, field string, parse func(string) (T, error), bad *data.Problems) T {
	text := e.Number()
	if text == "" {
		return 0
	}
	v, err := parse(text)
	if err != nil {
		bad.Add(field, NumberProblem(err))
	}
	return v
}

// WholeOf returns what reads a whole number of at most so many bits.
func WholeOf(bits int) func(text string) (int64, error) {
	return func(text string) (int64, error) {
		n, err := strconv.ParseInt(text, 10, bits)
		if err != nil {
			err = data.ErrNotANumber
		}
		return n, err
	}
}

// ReadOptional is [ReadNumber] for figures that may be unknown: an empty field gives nil.
func ReadOptional[T ~int64](e *Entry, field string, parse func(string) (T, error), bad *data.Problems) *T {
	if e.Number() == "" {
		return nil
	}
	v := ReadNumber(e, field, parse, bad)
	return &v
}

// NumberProblem is the key of what is wrong with a figure that a Parse function of data refused.
func NumberProblem(err error) string {
	switch {
	case errors.Is(err, data.ErrTooFine):
		return "screen.problem.too_fine"
	case errors.Is(err, data.ErrTooLarge):
		return "screen.problem.too_large"
	}
	return "screen.problem.number"
}

// Count writes a whole number for a field: nothing when it is zero.
func Count(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// Parts are the parts of a text between signs, without spaces around them and without empty ones.
func Parts(text, signs string) (list []string) {
	for _, one := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(signs, r) }) {
		if one = strings.TrimSpace(one); one != "" {
			list = append(list, one)
		}
	}
	return list
}

// Figure writes a figure for a field: nothing when it is zero, so that an unknown weight isn't shown as 0.
func Figure[T interface {
	~int64
	String() string
}](v T) string {
	if v == 0 {
		return ""
	}
	return v.String()
}
