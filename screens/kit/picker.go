package kit

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Option is one thing a picker offers.
type Option[T any] struct {
	Value T
	Code  string // short and exact: "DE", "USD"; may be ""
	Name  string
	Also  []string // other words it is found by
}

func (o Option[T]) label() string {
	if o.Code == "" || o.Code == o.Name {
		return o.Name
	}
	if o.Name == "" {
		return o.Code
	}
	return o.Code + "  " + o.Name
}

// Picker is a field that holds one value, chosen from a list that is searched by typing. It holds the value itself,
// never its text.
//
// Keys: typing, Enter, Space or Down opens the list; there Up and Down move, Enter chooses, Tab chooses what was
// looked for and goes on, Esc leaves all as it was;
// Delete empties the field.
type Picker[T any] struct {
	widget.DisableableWidget
	OnChanged func()
	OnEntered func()                              // a choice was made by Enter or a tap, and may send the keyboard on; nil: it stays
	Free      func(text string) (Option[T], bool) // makes a value of a text that is in no list; nil: no

	host   *Host
	find   func(ctx context.Context, words string) ([]Option[T], error)
	chosen Option[T]
	filled bool
	focus  bool

	text *Text
	box  *Panel
	open *picking[T]
}

// NewPicker returns an empty picker over a fixed list.
func NewPicker[T any](host *Host, options []Option[T]) *Picker[T] {
	return NewAsking(host, func(_ context.Context, words string) ([]Option[T], error) { return Rank(options, words), nil })
}

// NewAsking returns an empty picker that asks find at every letter, in the background.
func NewAsking[T any](host *Host, find func(ctx context.Context, words string) ([]Option[T], error)) *Picker[T] {
	p := &Picker[T]{host: host, find: find, OnChanged: func() {}, text: NewText("").Cut(), box: NewPanel(theme.ColorNameInputBackground, 4)}
	p.box.Edge = theme.ColorNameInputBorder
	p.ExtendBaseWidget(p)
	return p
}

// Value returns the value, the zero value while the field is empty.
func (p *Picker[T]) Value() T { return p.chosen.Value }

// Filled reports whether something is chosen.
func (p *Picker[T]) Filled() bool { return p.filled }

// Name returns the name of what is chosen, or "".
func (p *Picker[T]) Name() string { return p.chosen.Name }

// Label returns what the field shows.
func (p *Picker[T]) Label() string { return p.text.Text }

// Set fills the field, without a word to OnChanged.
func (p *Picker[T]) Set(o Option[T]) {
	p.chosen, p.filled = o, true
	p.text.SetText(o.label())
}

// Empty empties the field, without a word to OnChanged.
func (p *Picker[T]) Empty() {
	p.chosen, p.filled = Option[T]{}, false
	p.text.SetText("")
}

// SetIn fills p with the option of a fixed list that holds v; a value no list has is shown as its own text, so that
// nothing the record holds is lost.
func SetIn[T ~string](p *Picker[T], options []Option[T], v T) {
	if v == "" {
		p.Empty()
		return
	}
	for _, o := range options {
		if o.Value == v {
			p.Set(o)
			return
		}
	}
	p.Set(Option[T]{Value: v, Name: string(v)})
}

func (p *Picker[T]) choose(o Option[T]) {
	p.Set(o)
	p.OnChanged()
}

// CreateRenderer is a private method to Fyne.
func (p *Picker[T]) CreateRenderer() fyne.WidgetRenderer {
	arrow := widget.NewIcon(theme.MenuDropDownIcon())
	return widget.NewSimpleRenderer(container.NewStack(p.box, Pad(0, Small, Row(Tight, p.text, arrow))))
}

// MinSize is as high as a text field.
func (p *Picker[T]) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	line := fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
	return fyne.NewSize(64, line+2*theme.InnerPadding())
}

// Tapped opens the list.
func (p *Picker[T]) Tapped(*fyne.PointEvent) {
	if !p.Disabled() {
		p.host.Focus(p)
		p.drop("")
	}
}

// FocusGained is a private method to Fyne.
func (p *Picker[T]) FocusGained() {
	p.setFocus(true)
	reveal()
}

// FocusLost is a private method to Fyne.
func (p *Picker[T]) FocusLost() { p.setFocus(false) }

func (p *Picker[T]) setFocus(on bool) {
	p.focus = on
	p.box.Edge = theme.ColorNameInputBorder
	if on {
		p.box.Edge = theme.ColorNamePrimary
	}
	p.box.Refresh()
}

// TypedRune opens the list with the letter typed.
func (p *Picker[T]) TypedRune(r rune) {
	switch {
	case p.Disabled():
	case r == ' ': // here, not as a key: the letter would follow it into the search
		p.drop("")
	default:
		p.typed(r)
	}
}

// typed opens the list and types into it; an input method delivers several letters in a row.
func (p *Picker[T]) typed(r rune) {
	if p.open == nil {
		p.drop("")
	}
	p.open.search.TypedRune(r)
}

// TypedKey opens the list or empties the field.
func (p *Picker[T]) TypedKey(key *fyne.KeyEvent) {
	if p.Disabled() {
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		p.drop("")
	case fyne.KeyDelete, fyne.KeyBackspace:
		p.Empty()
		p.OnChanged()
	}
}

// Rank returns the options that words fit, best first: the exact code or other word, codes and names that begin with them, names
// and other words that hold them.
func Rank[T any](options []Option[T], words string) []Option[T] {
	words = strings.ToLower(strings.TrimSpace(words))
	if words == "" {
		return options
	}
	type ranked struct {
		option Option[T]
		rank   int
	}
	var fit []ranked
	for _, o := range options {
		if r := o.rank(words); r > 0 {
			fit = append(fit, ranked{o, r})
		}
	}
	slices.SortStableFunc(fit, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	out := make([]Option[T], len(fit))
	for i, f := range fit {
		out[i] = f.option
	}
	return out
}

func (o Option[T]) rank(words string) int {
	code, name := strings.ToLower(o.Code), strings.ToLower(o.Name)
	also := strings.ToLower(strings.Join(o.Also, "\n"))
	switch {
	case code == words, strings.Contains("\n"+also+"\n", "\n"+words+"\n"):
		return 1
	case code != "" && strings.HasPrefix(code, words):
		return 2
	case strings.HasPrefix(name, words):
		return 3
	case strings.Contains(name, " "+words):
		return 4
	case strings.HasPrefix(also, words), strings.Contains(also, "\n"+words):
		return 5
	case strings.Contains(name, words), strings.Contains(also, words):
		return 6
	}
	return 0
}
