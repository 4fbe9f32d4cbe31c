package kit

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Ticks are the rows of a [Finder] that are ticked, to do something with all of them. A ticked row stays ticked while other words
// are searched.
//
// Keys in the list: Space ticks or unticks a row, Shift with Down and Up takes the next ones along, Ctrl+A ticks all that the words
// find. With the mouse: tap the box, with Shift to take along all rows from the one ticked last.
type Ticks struct {
	OnChanged func()

	keys  map[string]bool // ticked; while all are: unticked
	all   bool
	words string // that found all
	last  int    // the row ticked last
}

// Ticked says which rows are ticked: those with the keys or, when All, all that Words find but those with the keys.
type Ticked struct {
	Keys  []string
	All   bool
	Words string
}

// LetTick lets rows be ticked. It is called before the finder is shown.
func (f *Finder[T]) LetTick() *Ticks {
	t := &Ticks{OnChanged: func() {}, keys: map[string]bool{}}
	f.ticks = t
	f.List.onTick = func(i int) { f.tick(i, false) }
	f.List.onTickTo = func(i int) { f.tick(i, true) }
	f.List.onTickAll = f.TickAll
	return t
}

// Ticked returns what is ticked now.
func (t *Ticks) Ticked() Ticked {
	return Ticked{Keys: slices.Sorted(maps.Keys(t.keys)), All: t.all, Words: t.words}
}

// Any reports whether something is ticked.
func (t *Ticks) Any() bool { return t.all || len(t.keys) > 0 }

func (t *Ticks) is(key string) bool { return t.keys[key] != t.all }

func (t *Ticks) set(key string, on bool) {
	if on != t.all {
		t.keys[key] = true
	} else {
		delete(t.keys, key)
	}
}

// Untick unticks all rows.
func (f *Finder[T]) Untick() {
	f.ticks.keys, f.ticks.all, f.ticks.words = map[string]bool{}, false, ""
	f.List.Refresh()
	f.ticks.OnChanged()
}

// TickAll ticks all rows that the words in the search box find, also those that aren't loaded yet.
func (f *Finder[T]) TickAll() {
	f.ticks.keys, f.ticks.all, f.ticks.words = map[string]bool{}, true, f.words
	f.List.Refresh()
	f.ticks.OnChanged()
}

// Tick ticks or unticks the n-th row found; with along it makes all rows from the one ticked last like that one.
func (f *Finder[T]) Tick(n int, along bool) { f.tick(n, along) }

func (f *Finder[T]) tick(i int, along bool) {
	t := f.ticks
	if i < 0 || i >= len(f.Found) {
		return
	}
	if last := t.last; along && last < len(f.Found) {
		on := t.is(f.key(f.Found[last]))
		for n := min(i, last); n <= max(i, last); n++ {
			t.set(f.key(f.Found[n]), on)
		}
	} else {
		key := f.key(f.Found[i])
		t.set(key, !t.is(key))
	}
	t.last = i
	f.List.Refresh()
	t.OnChanged()
}

// searched forgets that all were ticked when other words are searched: what they find isn't what was ticked.
func (f *Finder[T]) searched(words string) {
	if t := f.ticks; t != nil && t.all && t.words != words {
		f.Untick()
	}
}

// tickBox is the box in front of a row.
type tickBox struct {
	widget.BaseWidget
	icon   *widget.Icon
	on     bool
	tapped func(along bool)
}

func newTickBox() *tickBox {
	b := &tickBox{icon: widget.NewIcon(theme.CheckButtonIcon())}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is a private method to Fyne.
func (b *tickBox) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.icon) }

// Tapped ticks the row, with Shift all from the one ticked last.
func (b *tickBox) Tapped(*fyne.PointEvent) {
	held := false
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		held = d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	if b.tapped != nil {
		b.tapped(held)
	}
}

func (b *tickBox) set(on bool) {
	if b.on == on {
		return
	}
	b.on = on
	b.icon.SetResource(theme.CheckButtonIcon())
	if on {
		b.icon.SetResource(theme.NewPrimaryThemedResource(theme.CheckButtonCheckedIcon()))
	}
}
