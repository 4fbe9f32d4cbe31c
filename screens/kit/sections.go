package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// section is a titled part of a form.
type section struct {
	title string
	head  fyne.CanvasObject
	first string // the ID of its first field
}

// JumpList is a bar over a long form that says in which section its top is, and takes the user to any other.
type JumpList struct {
	Content fyne.CanvasObject // the bar with the form under it

	form   *Form
	picker *Picker[int]
}

// NewJumpList returns the bar over form, whose sections are all there.
func NewJumpList(host *Host, form *Form) *JumpList {
	j := &JumpList{form: form}
	j.picker = NewPicker(host, j.options())
	j.picker.OnChanged = func() {
		n := j.picker.Value()
		form.toSection(n)
		j.picker.Set(j.options()[n]) // also where the form is too short to begin with it
	}
	bar := Frame(nil, nil, Row(0, NewCaption(host.T("jump.to"))), nil, Pad(0, Small, j.picker))
	top := On(theme.ColorNameBackground, Frame(nil, Hairline(), nil, nil, Pad(Tight, Large, bar)))
	j.Content = container.New(underBar{}, form.Content, top) // the bar is drawn last: fields of several lines may reach under it
	form.OnScrolled(j.follow)
	j.follow()
	return j
}

func (j *JumpList) options() (options []Option[int]) {
	for i, one := range j.form.sections {
		options = append(options, Option[int]{Value: i, Name: one.title})
	}
	return options
}

// Open opens the list of sections for the keyboard.
func (j *JumpList) Open() { j.picker.Tapped(nil) }

// Where is the title of the section that the top of the form lies in.
func (j *JumpList) Where() string { return j.picker.Name() }

// follow shows the section that the top of the form lies in; at the end of the form it is the last one.
func (j *JumpList) follow() {
	at := 0
	if j.form.atEnd() {
		at = len(j.form.sections) - 1
	}
	for i, one := range j.form.sections {
		if from, _ := j.form.Sight(one.head); from >= -Huge {
			at = max(at, i)
		}
	}
	if len(j.form.sections) > 0 && (!j.picker.Filled() || j.picker.Value() != at) {
		j.picker.Set(j.options()[at])
	}
}

// toSection scrolls so that a section begins at the top, and gives its first field the keyboard.
func (f *Form) toSection(n int) {
	one := f.sections[n]
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(one.head).Y - driver.AbsolutePositionForObject(f.inner).Y
	if first := f.entrance(one); first != nil {
		f.host.Focus(first)
	}
	f.scrollTo(fyne.NewPos(0, fyne.Max(0, y)))
}

// entrance is what gets the keyboard in a section: its first field, else what comes first under its title, as in a
// section that begins with a grid or pictures.
func (f *Form) entrance(one section) fyne.Focusable {
	if field := f.fields[one.first]; field != nil {
		if focusable, ok := field.control.(fyne.Focusable); ok {
			return focusable
		}
	}
	objects := f.inner.Objects[slices.Index(f.inner.Objects, one.head)+1:]
	for _, next := range f.sections {
		if end := slices.Index(objects, next.head); end >= 0 {
			objects = objects[:end]
		}
	}
	// Enter on what is reached by a jump mustn't do anything: the first button may remove a row.
	if field := firstFocusable(objects, func(o fyne.CanvasObject) bool { _, button := o.(*Button); return !button }); field != nil {
		return field
	}
	return firstFocusable(objects, func(fyne.CanvasObject) bool { return true })
}

// firstFocusable is the first of objects, or in them, that takes the keyboard and is wanted; nil when none is.
func firstFocusable(objects []fyne.CanvasObject, wanted func(fyne.CanvasObject) bool) fyne.Focusable {
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if focusable, ok := o.(fyne.Focusable); ok && !off(o) && wanted(o) {
			return focusable
		}
		if inner, ok := o.(*fyne.Container); ok {
			if focusable := firstFocusable(inner.Objects, wanted); focusable != nil {
				return focusable
			}
		}
	}
	return nil
}

// off reports whether o is a control that can't be used now.
func off(o fyne.CanvasObject) bool {
	d, ok := o.(fyne.Disableable)
	return ok && d.Disabled()
}

// underBar places the first object under the second.
type underBar struct{}

func (underBar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	form, bar := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(fyne.Max(form.Width, bar.Width), form.Height+bar.Height)
}

func (underBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[1].MinSize().Height
	put(objects[1], 0, 0, size.Width, height)
	put(objects[0], 0, height, size.Width, fyne.Max(0, size.Height-height))
}
