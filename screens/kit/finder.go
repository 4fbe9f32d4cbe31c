package kit

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// PageSize is how many rows a finder asks for at once.
const PageSize = 100

// Find answers a finder: the page of records for words that begins behind the record with the key after.
type Find[T any] func(ctx context.Context, words, after string) ([]T, error)

// Finder is a search box above the list of what it found. It asks at every letter; late answers are dropped. More is
// loaded when the list is scrolled near its end.
//
// Keys: Down goes from the box into the list, Enter opens (in the box the first row), Esc clears the box.
type Finder[T any] struct {
	Search   *Entry
	List     *keyList
	Found    []T
	OnChosen func(T)
	Content  fyne.CanvasObject

	host   *Host
	find   Find[T]
	key    func(T) string
	line   func(T) Line
	loader *Loader[[]T]
	marked string // key of the row shown as chosen
	more   bool   // there may be more to load
	asking bool
	words  string // that Found is for
	taking bool   // Enter came before the finds
	quiet  bool   // selecting a row isn't choosing it
	empty  *fyne.Container
	none   fyne.CanvasObject // shown when there are no records at all
	ticks  *Ticks            // nil: rows aren't ticked
	codes  float32           // how wide the column of codes is
	under  *fyne.Container   // stands under the list
}

// NewFinder returns a finder that asks find and shows each record as its line. Its key must be what paging goes by.
func NewFinder[T any](host *Host, hint string, find Find[T], key func(T) string, line func(T) Line) *Finder[T] {
	f := &Finder[T]{Search: NewSearch(hint), codes: shortCode, OnChosen: func(T) {}, host: host, find: find, key: key, line: line}
	f.loader = NewLoader[[]T](host)
	f.List = newKeyList(func() int { return len(f.Found) },
		f.create, f.update)
	f.List.HideSeparators = true
	f.List.OnSelected = f.selected
	f.List.onEscape = func() { host.Focus(f.Search) }
	f.Search.OnChanged = func(string) { f.taking = false; f.Reload() }
	f.Search.OnSubmitted = func(string) { f.enter() }
	f.Search.OnKey = f.searchKey
	f.empty = container.NewStack()
	f.empty.Hide()
	f.under = container.NewStack()
	f.under.Hide()
	f.Content = Frame(Pad(Medium, Medium, f.Search), f.under, nil, nil,
		container.NewStack(Pad(0, Tight, f.List), f.empty))
	return f
}

// Under shows an object under the list, or takes it away.
func (f *Finder[T]) Under(on bool, o fyne.CanvasObject) {
	f.under.Objects = []fyne.CanvasObject{On(ColorSurface, o)}
	f.under.Hidden = !on
	f.Content.Refresh()
}

// WhenEmpty says what stands in the list while there are no records at all.
func (f *Finder[T]) WhenEmpty(sentence string, button *Button) { f.none = Nothing(sentence, button) }

// Reload asks again with the words in the search box.
func (f *Finder[T]) Reload() { f.ask("") }

func (f *Finder[T]) ask(after string) {
	words := f.Search.Plain()
	f.asking = true
	f.loader.Load(
		func(ctx context.Context) ([]T, error) { return f.find(ctx, words, after) },
		func(found []T, err error) {
			f.asking = false
			if err != nil {
				f.host.ShowError(err)
				return
			}
			if after != "" {
				found = append(f.Found, found...)
			}
			f.more = len(found)-len(f.Found) >= PageSize || after == "" && len(found) >= PageSize
			f.Found, f.words = found, words
			f.searched(words)
			f.showFound(words)
			if f.taking {
				f.enter()
			}
		})
}

// enter opens the first row; when the finds for what is typed aren't there yet, it waits for them.
func (f *Finder[T]) enter() {
	f.taking = f.words != f.Search.Plain()
	if !f.taking {
		f.choose(0)
	}
}

func (f *Finder[T]) showFound(words string) {
	f.codes = f.measureCodes()
	f.List.Refresh()
	f.Mark(f.marked)
	f.empty.RemoveAll()
	switch {
	case len(f.Found) > 0:
		f.empty.Hide()
		return
	case words != "":
		f.empty.Add(Nothing(f.host.T("screen.found.none", "Words", words), nil))
	case f.none != nil:
		f.empty.Add(f.none)
	}
	f.empty.Show()
}

func (f *Finder[T]) create() fyne.CanvasObject {
	if f.ticks == nil {
		return newLineRow(f.codes)
	}
	return newLineRow(f.codes).tickable()
}

// The column of codes is as wide as its widest code, so that none is cut and names get the rest; between these, since languages have
// two letters and a number typed by mistake has forty.
const shortCode, longCode float32 = 56, 150

// measureCodes measures those of the first page: the column doesn't change while one scrolls.
func (f *Finder[T]) measureCodes() float32 {
	width := shortCode
	for _, one := range f.Found[:min(len(f.Found), PageSize)] {
		width = fyne.Max(width, fyne.MeasureText(f.line(one).Code, theme.TextSize(), fyne.TextStyle{}).Width+1)
	}
	return fyne.Min(width, longCode)
}

// update copies a record into its row and loads more when the end comes near.
func (f *Finder[T]) update(i int, o fyne.CanvasObject) {
	if i >= len(f.Found) {
		return
	}
	row := o.(*lineRow)
	row.codeWidth = f.codes
	row.show(f.line(f.Found[i]))
	if f.ticks != nil && row.tick != nil {
		row.tick.set(f.ticks.is(f.key(f.Found[i])))
		row.tick.tapped = func(along bool) { f.tick(i, along) }
	}
	if f.more && !f.asking && i >= len(f.Found)-PageSize/4 {
		f.more = false
		f.ask(f.key(f.Found[len(f.Found)-1]))
	}
}

// Mark shows the record with this key as chosen, without choosing it; "" marks none.
func (f *Finder[T]) Mark(key string) {
	f.marked, f.quiet = key, true
	defer func() { f.quiet = false }()
	f.List.UnselectAll()
	if key == "" {
		return
	}
	for i, one := range f.Found {
		if f.key(one) == key {
			f.List.Select(i)
			return
		}
	}
}

func (f *Finder[T]) selected(i int) {
	if !f.quiet {
		f.choose(i)
	}
}

func (f *Finder[T]) choose(i int) {
	if i >= len(f.Found) {
		return
	}
	f.marked = f.key(f.Found[i])
	f.OnChosen(f.Found[i])
}

func (f *Finder[T]) searchKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		if len(f.Found) > 0 {
			f.host.Focus(f.List)
		}
		return true
	case fyne.KeyEscape:
		f.Search.SetText("")
		return true
	}
	return false
}

// Focus gives the search box the keyboard, as Ctrl+F does.
func (f *Finder[T]) Focus() { f.host.Focus(f.Search) }
