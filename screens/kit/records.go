package kit

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"sync/atomic"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Kind says what a screen of records needs to know about its kind of record. Words are as shown.
type Kind[T any] struct {
	Title, Search string
	None          string              // in place of an empty list
	Choose        string              // in place of the record while none is chosen
	NewWord       string              // "New product"
	ArchiveTitle  string              // "Archive this product?"
	ArchiveText   func(T) string      // what will happen, in numbers
	ArchiveWord   string              // "Archive 1 product"
	Actions       []fyne.CanvasObject // before the usual ones
	Fill          *Button             // fills an empty list; nil: none
	First         string              // field that has the keyboard in a new record
	Given         bool                // the list has a row for every record that can be: none is added here
	Filter        fyne.CanvasObject   // above the search box: which part of the list is shown; nil: none

	Find   Find[T]
	Key    func(T) string // SKU, code or number: what paging goes by
	Stored func(T) bool   // false for one that was never saved
	Line   func(T) Line
	Blank  func() T  // a new record
	Copy   func(T) T // a new record like another one; nil: none

	Get     func(ctx context.Context, key string) (T, error)
	Save    func(context.Context, T) (T, error)
	Archive func(context.Context, T) error
	Past    Find[T]                                                    // the archived ones; nil: they aren't listed
	Restore func(context.Context, T) error                             // brings an archived one back
	Undo    func(context.Context, T) (before T, there bool, err error) // takes the newest save back; there: it still exists

	Warnings func(T) data.Problems // what looks wrong but may stay so; nil: nothing

	Form *Form
	Show func(T)            // fills the form
	Read func(T) (T, error) // the record with what the form says in its place; Show's inverse
}

// Records is a screen with a list on the left and the chosen record on the right, shared by all kinds of record. It
// asks before unsaved edits are lost, saves, archives, and takes saves back.
type Records[T any] struct {
	Finder *Finder[T]
	Record *fyne.Container // the form, or what to do while nothing is chosen
	Saving *Button
	Aside  fyne.CanvasObject // shown in place of the form's own content when set, such as a form beside a page

	host    *Host
	kind    Kind[T]
	chosen  T
	shown   T // what Read gives for the untouched form: what differs from it is unsaved
	open    bool
	doubt   string // what a notice adds about warnings of the record shown
	archive *Button
	past    *Checks[bool] // "Archived ones"
	inPast  atomic.Bool   // the list is of archived ones
	copying *Button       // hidden where records aren't copied
	content fyne.CanvasObject
}

// NewRecords returns the screen of kind with its first page on its way.
func NewRecords[T any](host *Host, kind Kind[T]) *Records[T] {
	r := &Records[T]{host: host, kind: kind, Record: container.NewStack()}
	r.Finder = NewFinder(host, kind.Search, r.find, kind.Key, kind.Line)
	r.Finder.OnChosen = r.choose
	kind.Form.OnEscape = r.Find
	r.Finder.WhenEmpty(kind.None, kind.Fill)
	r.Saving = NewButton(host.T("screen.save"), theme.DocumentSaveIcon(), func() { r.Keep(func() {}) }).Main()
	r.archive = NewButton(host.T("screen.archive"), nil, r.putAway)
	add := NewButton(host.T("screen.new"), theme.ContentAddIcon(), r.New)
	r.copying = NewButton(host.T("screen.copy"), nil, r.Twin)
	r.copying.Hidden = kind.Copy == nil
	add.Hidden = kind.Given
	actions := append(append([]fyne.CanvasObject{}, kind.Actions...), r.archive, r.copying, add, r.Saving)
	list := r.Finder.Content
	if kind.Filter != nil {
		list = Frame(Pad(Medium, Medium, kind.Filter), nil, nil, nil, list)
	}
	if kind.Past != nil {
		list = Frame(nil, r.pastBox(), nil, nil, list)
	}
	r.content = Page(kind.Title, actions, Thirds(list, r.Record))
	r.close()
	r.Finder.Reload()
	return r
}

// Object is the whole screen.
func (r *Records[T]) Object() fyne.CanvasObject { return r.content }

// Reload asks the store again.
func (r *Records[T]) Reload() { r.Finder.Reload() }

// Find gives the search box the keyboard.
func (r *Records[T]) Find() { r.Finder.Focus() }

// Chosen returns the key of the record shown, "" for none or a new one.
func (r *Records[T]) Chosen() string {
	if !r.open || !r.kind.Given && !r.kind.Stored(r.chosen) {
		return ""
	}
	return r.kind.Key(r.chosen)
}

// Current returns the record shown, as stored, and whether one is shown.
func (r *Records[T]) Current() (T, bool) { return r.chosen, r.open }

// Open shows the record with this key.
func (r *Records[T]) Open(key string) {
	Run(r.host, nil, func(ctx context.Context) (T, error) { return r.kind.Get(ctx, key) }, func(one T, err error) {
		if err != nil {
			r.host.ShowError(err)
			return
		}
		r.Show(one)
	})
}

// Reopen is [Records.Open] for a record that was shown: one that is gone, or has another key again, isn't complained of.
func (r *Records[T]) Reopen(key string) {
	Run(r.host, nil, func(ctx context.Context) (T, error) { return r.kind.Get(ctx, key) }, func(one T, err error) {
		switch {
		case err == nil:
			r.Show(one)
		case !errors.Is(err, data.ErrNotFound):
			r.host.ShowError(err)
		}
	})
}

func (r *Records[T]) choose(one T) {
	r.host.Leave(r.Dirty(), r.Keep, func() { r.Show(one) }, func() { r.Finder.Mark(r.Chosen()) })
}

// New shows an empty record.
func (r *Records[T]) New() {
	if r.kind.Given {
		return
	}
	r.host.Leave(r.Dirty(), r.Keep, func() {
		r.Show(r.kind.Blank())
		r.kind.Form.FocusField(r.kind.First)
	}, nil)
}

// Twin shows a new record like the one shown; it counts as unsaved from the beginning.
func (r *Records[T]) Twin() {
	if !r.open || r.kind.Copy == nil {
		return
	}
	r.host.Leave(r.Dirty(), r.Keep, func() {
		r.Show(r.kind.Copy(r.chosen))
		var none T
		r.shown = none
		r.kind.Form.FocusField(r.kind.First)
	}, nil)
}

// Begin shows a new record that is filled in already; it counts as unsaved from the beginning.
func (r *Records[T]) Begin(one T) {
	r.host.Leave(r.Dirty(), r.Keep, func() {
		r.Show(one)
		var none T
		r.shown = none
		r.kind.Form.FocusField(r.kind.First)
	}, nil)
}

// Show fills the form from one. Edits made so far are gone: whoever calls it has asked.
func (r *Records[T]) Show(one T) {
	r.chosen, r.open = one, true
	r.kind.Form.Clear()
	r.kind.Show(one)
	r.kind.Form.Top()
	r.shown, _ = r.kind.Read(one)
	view := r.kind.Form.Content
	if r.Aside != nil {
		view = r.Aside
	}
	r.Record.Objects = []fyne.CanvasObject{view}
	r.Record.Refresh()
	r.Finder.Mark(r.Chosen())
	r.Saving.Enable()
	r.archive.Enable()
	r.copying.Enable()
	if !r.kind.Stored(one) {
		r.archive.Disable()
		r.copying.Disable()
	}
	r.doubt = ""
	if r.kind.Warnings != nil {
		warnings := r.kind.Warnings(one)
		r.doubt = Doubt(r.host, len(warnings), r.kind.Form.Advise(warnings))
	}
}

// Doubt is what a notice adds about warnings of the record just saved: how many there are, and what those say that have
// no field to stand under; "" when there are none.
func Doubt(host *Host, count int, homeless []string) string {
	if count == 0 {
		return ""
	}
	return strings.Join(append([]string{" · " + host.T("screen.saved.doubts", "Count", count)}, homeless...), " ")
}

// close takes the record away.
func (r *Records[T]) close() {
	var none T
	r.chosen, r.open = none, false
	r.Finder.Mark("") // a row that stays marked couldn't be chosen: nothing would change
	add := NewButton(r.kind.NewWord, theme.ContentAddIcon(), r.New)
	if add.Hidden = r.kind.Given; add.Hidden {
		add = nil
	}
	r.Record.Objects = []fyne.CanvasObject{Nothing(r.kind.Choose, add)}
	r.Record.Refresh()
	r.Saving.Disable()
	r.archive.Disable()
	r.copying.Disable()
}

// Dirty reports whether the form differs from what is stored.
func (r *Records[T]) Dirty() bool {
	if !r.open {
		return false
	}
	now, err := r.kind.Read(r.chosen)
	return err != nil || !reflect.DeepEqual(now, r.shown)
}

// Edit shows the record with a change made to what the form says, as if it had been typed: it stays unsaved. It returns what was
// there before, and false, after a word to the merchant, when the form can't be read.
func (r *Records[T]) Edit(change func(T) T) (before T, done bool) {
	before, err := r.kind.Read(r.chosen)
	if !r.open || err != nil {
		r.kind.Form.Complain(err)
		return before, false
	}
	r.chosen = change(before)
	r.kind.Form.Stay(func() { r.kind.Show(r.chosen) })
	return before, true
}

// Keep saves what the form says, shows what came back and goes on to then.
func (r *Records[T]) Keep(then func()) {
	if !r.open {
		return
	}
	one, err := r.kind.Read(r.chosen)
	if err != nil {
		r.refused(err)
		return
	}
	if r.kind.Stored(r.chosen) && reflect.DeepEqual(one, r.shown) {
		r.host.Notice(r.host.T("screen.saved.already"), nil)
		then()
		return
	}
	Run(r.host, r.Saving,
		func(ctx context.Context) (T, error) { return r.kind.Save(ctx, one) },
		func(saved T, err error) {
			if err != nil {
				r.refused(err)
				return
			}
			r.kind.Form.Stay(func() { r.Show(saved) })
			r.Finder.Reload()
			r.host.Notice(r.host.T("screen.saved")+r.doubt, func() { r.undo(saved) })
			then()
		})
}

// refused shows why nothing was saved, and says so where it is seen whatever the form shows.
func (r *Records[T]) refused(err error) {
	r.kind.Form.Complain(err)
	var bad data.Problems
	if errors.As(err, &bad) {
		r.host.Notice(r.host.T("screen.not_saved", "Count", len(bad)), nil)
	}
}

// undo takes the newest save of one back.
func (r *Records[T]) undo(one T) {
	type outcome struct {
		before T
		there  bool
	}
	Run(r.host, nil,
		func(ctx context.Context) (outcome, error) {
			before, there, err := r.kind.Undo(ctx, one)
			return outcome{before, there}, err
		},
		func(o outcome, err error) {
			if err != nil {
				r.host.ShowError(err)
				return
			}
			if o.there {
				r.Show(o.before)
			} else {
				r.close()
			}
			r.Finder.Reload()
			r.host.Notice(r.host.T("screen.undone"), nil)
		})
}

// putAway archives the record, after saying so, or brings an archived one back.
func (r *Records[T]) putAway() {
	one := r.chosen
	if r.inPast.Load() {
		r.move(one, r.kind.Restore, "screen.restored")
		return
	}
	r.host.Ask(r.kind.ArchiveTitle, r.kind.ArchiveText(one),
		Choice{Word: r.kind.ArchiveWord, Danger: true, Then: func() { r.move(one, r.kind.Archive, "screen.archived") }},
		Choice{Word: r.host.T("screen.cancel")})
}

// move takes one out of the list that is shown, by do, and says so with a way back.
func (r *Records[T]) move(one T, do func(context.Context, T) error, said string) {
	Run(r.host, r.archive,
		func(ctx context.Context) (bool, error) { return true, do(ctx, one) },
		func(_ bool, err error) {
			if err != nil {
				r.host.ShowError(err)
				return
			}
			r.close()
			r.Finder.Reload()
			r.host.Notice(r.host.T(said, "Name", r.kind.Key(one)), func() { r.undo(one) })
		})
}

// Pick opens the n-th row of the list, as a tap on it does.
func (r *Records[T]) Pick(n int) { r.Finder.List.Select(n) }

// FocusOn gives the field called id the keyboard.
func (r *Records[T]) FocusOn(id string) { r.kind.Form.FocusField(id) }

// FocusForm gives the form's first field the keyboard.
func (r *Records[T]) FocusForm() { r.kind.Form.FocusField(r.kind.First) }

// ScrollTo moves the form so that what is so far down stands at its top.
func (r *Records[T]) ScrollTo(down float32) { r.kind.Form.ScrollTo(down) }
