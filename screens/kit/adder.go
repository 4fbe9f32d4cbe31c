package kit

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// adderRows is how many finds an [Adder] shows at most.
const adderRows = 6

// Adder is a field that adds something to a list: what is typed is searched at every letter, the finds stand below the
// field, and Enter takes the marked one. The keyboard never leaves the field, so that whoever knows the code types it
// and presses Enter; when the finds aren't there yet, Enter waits for them.
//
// Keys: Up and Down move the mark, Enter takes, Esc empties the field.
type Adder[T any] struct {
	Search   *Entry
	Content  *fyne.Container
	OnChosen func(T)
	OnGrown  func() // the finds take more or less room now

	host   *Host
	find   func(ctx context.Context, words string) ([]T, error)
	line   func(T) Line
	loader *Loader[[]T]
	finds  *fyne.Container
	found  []T
	words  string // that found is for
	taking bool   // Enter came before the finds
	at     int
}

// NewAdder returns an empty field that asks find and shows each find as its line.
func NewAdder[T any](host *Host, hint string, find func(ctx context.Context, words string) ([]T, error), line func(T) Line) *Adder[T] {
	a := &Adder[T]{host: host, find: find, line: line, Search: NewSearch(hint), OnChosen: func(T) {}, OnGrown: func() {}}
	a.loader = NewLoader[[]T](host)
	a.finds = Pile(0)
	a.finds.Hide()
	a.Search.OnChanged = func(string) { a.ask() }
	a.Search.OnSubmitted = func(string) { a.enter() }
	a.Search.OnKey = a.key
	edge := NewPanel(ColorSurface, 4)
	edge.Edge = ColorLine
	a.Content = Pile(Tight, a.Search, container.NewStack(edge, a.finds))
	a.Content.Objects[1].Hide()
	return a
}

// Found returns what was found for the words typed.
func (a *Adder[T]) Found() []T { return a.found }

func (a *Adder[T]) ask() {
	words := a.Search.Plain()
	a.taking = false
	if words == "" {
		a.loader.Stop()
		a.show(nil, "")
		return
	}
	a.loader.Load(
		func(ctx context.Context) ([]T, error) { return a.find(ctx, words) },
		func(found []T, err error) {
			if err != nil {
				a.host.ShowError(err)
				return
			}
			a.show(found[:min(len(found), adderRows)], words)
			if a.taking {
				a.enter()
			}
		})
}

func (a *Adder[T]) show(found []T, words string) {
	before := len(a.finds.Objects)
	a.found, a.words, a.at = found, words, 0
	a.finds.RemoveAll()
	for i, one := range found {
		row := newTapRow(func() { a.take(i) })
		row.line.show(a.line(one))
		a.finds.Add(row)
	}
	if len(found) == 0 && words != "" {
		a.finds.Add(Pad(Small, Medium, NewHint(a.host.T("screen.found.none", "Words", words))))
	}
	a.mark(0)
	a.finds.Hidden = len(a.finds.Objects) == 0
	a.Content.Objects[1].(*fyne.Container).Hidden = a.finds.Hidden
	a.Content.Refresh()
	if len(a.finds.Objects) != before {
		a.OnGrown()
	}
}

func (a *Adder[T]) mark(i int) {
	a.at = max(0, min(i, len(a.found)-1))
	for n, o := range a.finds.Objects {
		if row, ok := o.(*tapRow); ok {
			row.mark(n == a.at)
		}
	}
}

func (a *Adder[T]) enter() {
	switch words := a.Search.Plain(); {
	case words == "":
	case words != a.words:
		a.taking = true
	default:
		a.take(a.at)
	}
}

func (a *Adder[T]) take(i int) {
	if i >= len(a.found) {
		return
	}
	one := a.found[i]
	a.taking = false
	a.Search.SetText("")
	a.OnChosen(one)
}

func (a *Adder[T]) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		a.mark(a.at + 1)
	case fyne.KeyUp:
		a.mark(a.at - 1)
	case fyne.KeyEscape:
		a.Search.SetText("")
	default:
		return false
	}
	return true
}

// tapRow is a line that can be tapped.
type tapRow struct {
	widget.BaseWidget
	line   *lineRow
	field  *Panel
	tapped func()
	marked bool
}

func newTapRow(tapped func()) *tapRow {
	r := &tapRow{line: newLineRow(96), field: NewPanel(ColorSurface, 4), tapped: tapped}
	r.ExtendBaseWidget(r)
	return r
}

func (r *tapRow) mark(on bool) {
	r.marked = on
	r.paint(on)
}

func (r *tapRow) paint(on bool) {
	r.field.Colour = ColorSurface
	if on {
		r.field.Colour = ColorNav
	}
	r.field.Refresh()
}

// CreateRenderer is a private method to Fyne.
func (r *tapRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.field, r.line))
}

// Tapped takes the row.
func (r *tapRow) Tapped(*fyne.PointEvent) { r.tapped() }

// MouseIn shows that the row can be tapped.
func (r *tapRow) MouseIn(*desktop.MouseEvent) { r.paint(true) }

// MouseMoved is a private method to Fyne.
func (r *tapRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (r *tapRow) MouseOut() { r.paint(r.marked) }
