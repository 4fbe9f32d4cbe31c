package partners

import (
	"slices"
	"strconv"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// rows edits a list, one small form for each of its rows: persons, addresses, numbers, instalments, consents. Every row
// has a line that names and removes it, and below the last stands the button that adds one.
type rows[T any] struct {
	content   *fyne.Container
	OnChanged func()

	host  *kit.Host
	form  *kit.Form // the one around
	id    string    // of the list in problems: "persons"
	words listWords
	build func(part *kit.Form, one T, edited func()) (read func(*data.Problems) (T, bool))
	list  []*row[T]
}

// listWords are the catalog keys of a list. The title has the hole No.
type listWords struct{ title, add, none string }

// row is one row of a list: its form and what reads it; false: it holds nothing.
type row[T any] struct {
	part *kit.Form
	read func(*data.Problems) (T, bool)
}

func newRows[T any](host *kit.Host, form *kit.Form, id string, w listWords,
	build func(*kit.Form, T, func()) func(*data.Problems) (T, bool),
) *rows[T] {
	return &rows[T]{host: host, form: form, id: id, words: w, build: build, content: kit.Pile(kit.Medium), OnChanged: func() {}}
}

// show fills the list.
func (r *rows[T]) show(list []T) {
	r.list = nil
	for _, one := range list {
		r.add(one)
	}
	r.draw()
}

func (r *rows[T]) add(one T) *row[T] {
	part := kit.NewPart(r.host)
	part.OnEscape = r.form.OnEscape
	edited := func() { r.OnChanged() }
	added := &row[T]{part: part, read: r.build(part, one, edited)}
	part.OnChanged = edited
	r.list = append(r.list, added)
	return added
}

// draw places the rows.
func (r *rows[T]) draw() {
	r.content.RemoveAll()
	for i, one := range r.list {
		away := kit.NewButton(r.host.T("screen.remove"), theme.ContentRemoveIcon(), func() {
			r.list = slices.Delete(slices.Clone(r.list), i, i+1)
			r.draw()
			r.OnChanged()
		}).Quiet()
		title := kit.NewText(r.host.T(r.words.title, "No", i+1)).Cut()
		title.Bold = true
		r.content.Add(kit.Pile(kit.Tight, kit.Row(kit.Small, title, kit.Spring(), away), one.part.Content))
	}
	if len(r.list) == 0 {
		r.content.Add(kit.NewHint(r.host.T(r.words.none)))
	}
	r.content.Add(kit.Row(0, kit.NewButton(r.host.T(r.words.add), theme.ContentAddIcon(), r.grow), kit.Spring()))
	r.content.Refresh()
	r.form.Relayout()
}

// grow adds an empty row and gives its first field the keyboard.
func (r *rows[T]) grow() {
	var blank T
	one := r.add(blank)
	r.draw()
	one.part.FocusFirst()
}

// read returns the rows that hold something; nil when none does.
func (r *rows[T]) read(bad *data.Problems) (list []T) {
	for i, one := range r.list {
		var mine data.Problems
		if v, ok := one.read(&mine); ok {
			list = append(list, v)
		}
		for _, p := range mine {
			p.Field = r.id + "." + strconv.Itoa(i+1) + "." + p.Field
			*bad = append(*bad, p)
		}
	}
	return list
}

// parts adds the forms of the rows to those that problems are shown in, under the names they have there. Rows that hold
// nothing aren't saved, so they don't count.
func (r *rows[T]) parts(all map[string]*kit.Form) {
	n := 0
	for _, one := range r.list {
		if _, ok := one.read(new(data.Problems)); ok {
			n++
			all[r.id+"."+strconv.Itoa(n)] = one.part
		}
	}
}
