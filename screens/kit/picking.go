package kit

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// picking is the list of a [Picker] while it is open.
type picking[T any] struct {
	picker *Picker[T]
	search *Entry
	list   *keyList
	popup  *widget.PopUp
	loader *Loader[[]Option[T]]
	found  []Option[T]
	words  string // that found is for
	known  bool   // finds have come at all
	taking bool   // Enter came before the finds
	onward bool   // the keyboard goes on to the next field once the choice is made
	moved  bool   // the mark was moved by keys
	at     int    // the row Enter chooses
	none   *Text  // says that nothing matches
	codes  float32
}

// drop opens the list under the field, or above it where there is more room.
func (p *Picker[T]) drop(words string) {
	if p.open != nil {
		p.open.close()
	}
	o := &picking[T]{picker: p, search: NewSearch(p.host.T("screen.pick")), loader: NewLoader[[]Option[T]](p.host)}
	p.open = o
	o.list = newKeyList(func() int { return len(o.found) },
		func() fyne.CanvasObject { return newLineRow(64) },
		func(i int, row fyne.CanvasObject) { o.update(i, row.(*lineRow)) })
	o.list.HideSeparators = true
	o.list.OnSelected = o.tapped
	o.search.OnChanged = func(string) { o.ask() }
	o.search.OnSubmitted = func(string) { o.enter() }
	o.search.OnKey = o.key
	o.search.OnTab = o.leave
	o.none = NewText("").Cut()
	o.none.Hide()
	content := container.NewBorder(o.search, nil, nil, nil, o.list, container.NewBorder(Pad(Small, Small, o.none), nil, nil, nil))
	o.popup = widget.NewPopUp(Pad(Tight, Tight, content), p.host.Window.Canvas())
	o.place()
	p.host.Focus(o.search)
	o.search.SetText(words)
	o.ask()
}

func (o *picking[T]) place() {
	p := o.picker
	window := p.host.Window.Canvas().Size()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	size := fyne.NewSize(fyne.Max(p.Size().Width, 300), 324)
	below, above := window.Height-at.Y-p.Size().Height-Large, at.Y-Large
	y := at.Y + p.Size().Height + 2
	if below < 200 && above > below {
		size.Height = fyne.Min(size.Height, above)
		y = at.Y - size.Height - 2
	} else {
		size.Height = fyne.Min(size.Height, fyne.Max(below, 120))
	}
	x := fyne.Max(Small, fyne.Min(at.X, window.Width-size.Width-Large))
	o.popup.ShowAtPosition(fyne.NewPos(x, y))
	o.popup.Resize(size)
}

func (o *picking[T]) ask() {
	words := o.search.Plain()
	o.taking, o.onward = false, false
	o.loader.Load(
		func(ctx context.Context) ([]Option[T], error) { return o.picker.find(ctx, words) },
		func(found []Option[T], err error) {
			if err != nil {
				o.close()
				o.picker.host.ShowError(err)
				return
			}
			if free := o.picker.Free; free != nil && words != "" {
				if own, ok := free(words); ok && (len(found) == 0 || found[0].Code != own.Code) {
					found = append(found, own)
				}
			}
			o.found, o.words, o.known = found, words, true
			o.codes = widest(found)
			o.sayNone()
			o.moveTo(o.mark())
			if o.taking {
				o.choose(o.at)
			}
		})
}

// sayNone says that nothing fits what was typed, or that there is nothing to choose from.
func (o *picking[T]) sayNone() {
	o.none.Hidden = len(o.found) > 0
	word := "screen.pick.empty"
	if o.words != "" {
		word = "screen.pick.none"
	}
	o.none.SetText(o.picker.host.T(word, "Words", o.words))
}

// mark is the row that is marked at first: before anything is typed what is chosen already, so that Enter keeps it.
func (o *picking[T]) mark() int {
	is := func(one Option[T]) bool { return one.Code == o.picker.chosen.Code && one.Name == o.picker.chosen.Name }
	if o.words != "" || !o.picker.filled {
		return 0
	}
	return max(0, slices.IndexFunc(o.found, is))
}

// widest is how wide the codes of options are, at least as wide as those of countries and currencies.
func widest[T any](options []Option[T]) float32 {
	width := float32(64)
	for _, one := range options {
		width = fyne.Max(width, fyne.MeasureText(one.Code, theme.TextSize(), fyne.TextStyle{}).Width+1)
	}
	return width
}

// enter chooses the marked row; when the finds for what is typed aren't there yet, it waits for them.
func (o *picking[T]) enter() {
	o.taking = !o.known || o.words != o.search.Plain()
	if !o.taking {
		o.choose(o.at)
	}
}

// leave goes on to the next field as Tab does in any form: with what was looked for and found, else with what was chosen before.
func (o *picking[T]) leave() {
	o.onward = true
	if o.search.Plain() == "" && !o.moved || o.known && o.words == o.search.Plain() && len(o.found) == 0 {
		o.close()
		o.goOn()
		return
	}
	o.enter()
}

func (o *picking[T]) update(i int, row *lineRow) {
	if i < len(o.found) {
		row.codeWidth = o.codes
		row.show(Line{Code: o.found[i].Code, Title: o.found[i].Name})
	}
}

// moveTo marks the row that Enter chooses. Marking selects the row, so it must not count as a tap.
func (o *picking[T]) moveTo(i int) {
	o.at = max(0, min(i, len(o.found)-1))
	o.list.OnSelected = nil
	o.list.UnselectAll()
	o.list.Refresh()
	if len(o.found) > 0 {
		o.list.Select(o.at)
		o.list.ScrollTo(o.at)
	}
	o.list.OnSelected = o.tapped
	o.list.OnUnselected = nil
}

func (o *picking[T]) tapped(i int) { o.choose(i) }

func (o *picking[T]) choose(i int) {
	if i >= len(o.found) {
		return
	}
	option := o.found[i]
	o.taking = false
	o.close()
	o.picker.choose(option)
	if o.picker.OnEntered != nil && !o.onward {
		o.picker.OnEntered()
	}
	o.goOn()
}

// step moves the mark by a key.
func (o *picking[T]) step(i int) {
	o.moved = true
	o.moveTo(i)
}

func (o *picking[T]) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		o.step(o.at + 1)
	case fyne.KeyUp:
		o.step(o.at - 1)
	case fyne.KeyPageDown:
		o.step(o.at + 8)
	case fyne.KeyPageUp:
		o.step(o.at - 8)
	case fyne.KeyEscape:
		o.close()
	default:
		return false
	}
	return true
}

func (o *picking[T]) close() {
	o.loader.Stop()
	o.popup.Hide()
	o.picker.open = nil
	o.picker.host.Focus(o.picker)
}

// goOn gives the keyboard to the next field, unless the choice has sent it somewhere.
func (o *picking[T]) goOn() {
	if canvas := o.picker.host.Window.Canvas(); o.onward && canvas.Focused() == fyne.Focusable(o.picker) {
		canvas.FocusNext()
	}
}
