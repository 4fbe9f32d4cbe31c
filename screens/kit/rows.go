package kit

import (
	"slices"
	"strconv"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Rows edits a list, one small form for each of its rows: persons, addresses, numbers, instalments, consents. Every row
// has a line that names and removes it, and below the last stands the button that adds one.
type Rows[T any] struct {
	Content   *fyne.Container
	OnChanged func()

	host  *Host
	form  *Form  // the one around
	id    string // of the list in problems: "persons"
	words RowWords
	build func(part *Form, one T, edited func()) (read func(*data.Problems) (T, bool))
	List  []*FormRow[T]
}

// RowWords are the catalog keys of a list. The title has the hole No.
type RowWords struct{ Title, Add, None string }

// FormRow is one row of a list: its form and what reads it; false: it holds nothing.
type FormRow[T any] struct {
	Part *Form
	Read func(*data.Problems) (T, bool)
}

// NewRows returns an empty list that problems call id. build fills the form of a row and returns what reads it; it calls edited when a control
// that isn't the form's own changes.
func NewRows[T any](host *Host, form *Form, id string, w RowWords,
	build func(*Form, T, func()) func(*data.Problems) (T, bool),
) *Rows[T] {
	return &Rows[T]{host: host, form: form, id: id, words: w, build: build, Content: Pile(Medium), OnChanged: func() {}}
}

// Show fills the list.
func (r *Rows[T]) Show(list []T) {
	r.List = nil
	for _, one := range list {
		r.add(one)
	}
	r.draw()
}

func (r *Rows[T]) add(one T) *FormRow[T] {
	part := NewPart(r.host)
	part.OnEscape = r.form.OnEscape
	edited := func() { r.OnChanged() }
	added := &FormRow[T]{Part: part, Read: r.build(part, one, edited)}
	part.OnChanged = edited
	r.List = append(r.List, added)
	return added
}

// draw places the rows.
func (r *Rows[T]) draw() {
	r.Content.RemoveAll()
	for i, one := range r.List {
		away := NewButton(r.host.T("screen.remove"), theme.ContentRemoveIcon(), func() {
			r.List = slices.Delete(slices.Clone(r.List), i, i+1)
			r.draw()
			r.OnChanged()
		}).Quiet()
		title := NewText(r.host.T(r.words.Title, "No", i+1)).Cut()
		title.Bold = true
		r.Content.Add(Pile(Tight, Row(Small, title, Spring(), away), one.Part.Content))
	}
	if len(r.List) == 0 {
		r.Content.Add(NewHint(r.host.T(r.words.None)))
	}
	r.Content.Add(Row(0, NewButton(r.host.T(r.words.Add), theme.ContentAddIcon(), r.Grow), Spring()))
	r.Content.Refresh()
	r.form.Relayout()
}

// Grow adds an empty row and gives its first field the keyboard.
func (r *Rows[T]) Grow() {
	var blank T
	one := r.add(blank)
	r.draw()
	one.Part.FocusFirst()
}

// Read returns the rows that hold something; nil when none does.
func (r *Rows[T]) Read(bad *data.Problems) (list []T) {
	for i, one := range r.List {
		var mine data.Problems
		if v, ok := one.Read(&mine); ok {
			list = append(list, v)
		}
		for _, p := range mine {
			p.Field = r.id + "." + strconv.Itoa(i+1) + "." + p.Field
			*bad = append(*bad, p)
		}
	}
	return list
}

// Parts adds the forms of the rows to those that problems are shown in, under the names they have there. Rows that hold
// nothing aren't saved, so they don't count.
func (r *Rows[T]) Parts(all map[string]*Form) {
	n := 0
	for _, one := range r.List {
		if _, ok := one.Read(new(data.Problems)); ok {
			n++
			all[r.id+"."+strconv.Itoa(n)] = one.Part
		}
	}
}
