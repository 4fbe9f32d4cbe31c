package kit

import (
	"errors"
	"strconv"
	"strings"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Span says how much of a form's width a field takes.
type Span int

// The spans. On a narrow form a half takes the whole width and a quarter half of it.
const (
	Half Span = iota
	Whole
	Third
	Quarter
)

// Field describes one field of a form.
type Field struct {
	ID      string            // as problems name it
	Label   string            // key of the label above the field
	Unit    string            // shown inside the field's right edge: "kg"
	Hint    string            // key of the text shown while the field is empty
	Span    Span              //
	Lines   int               // more than one makes a field of several lines
	Control fyne.CanvasObject // nil: a field for text
}

// Form is labelled fields in titled sections, which can show what is wrong under each of them.
type Form struct {
	Content   fyne.CanvasObject
	OnChanged func() // after each edit
	OnEscape  func() // Esc in a text field; the safe answer of a question while one is open, unless something else is set

	// Parts tells the forms of rows inside this one, by what the names of their fields begin with: "persons.2". What is
	// wrong with a row then shows in the row.
	Parts func() map[string]*Form

	host   *Host
	flow   *flow
	inner  *fyne.Container
	scroll *container.Scroll
	fields map[string]*field
	first  string // the ID of the first field
	part   bool   // inside another form

	sections []section

	scrolled func() // other parts came into sight
}

type field struct {
	control   fyne.CanvasObject
	complaint *Paragraph
}

// NewForm returns an empty form that scrolls.
func NewForm(host *Host) *Form {
	f := &Form{host: host, flow: &flow{spans: map[fyne.CanvasObject]Span{}}, fields: map[string]*field{}}
	f.OnChanged, f.scrolled = func() {}, func() {}
	f.OnEscape = func() {
		if q := host.Question(); q != nil {
			q.Escape()
		}
	}
	f.Parts = func() map[string]*Form { return nil }
	f.inner = container.New(f.flow)
	f.scroll = container.NewVScroll(Pad(Large, Large, f.inner))
	f.Content = container.New(widthFirst{}, f.scroll)
	return f
}

// NewPart returns an empty form that doesn't scroll, to be put into another one with AddObject.
func NewPart(host *Host) *Form {
	f := NewForm(host)
	f.Content, f.part = f.inner, true
	return f
}

// Section begins a titled section.
func (f *Form) Section(title string) {
	top := Large
	if len(f.inner.Objects) == 0 {
		top = 0
	}
	head := container.New(&edges{top: top}, NewTitle(f.host.T(title)))
	f.sections = append(f.sections, section{title: f.host.T(title), head: head})
	f.AddObject(Whole, head)
}

// Add appends fields.
func (f *Form) Add(fields ...Field) {
	for _, one := range fields {
		control := one.Control
		if control == nil {
			control = f.newEntry(one)
		}
		complaint := NewHint("")
		complaint.Colour = theme.ColorNameError
		complaint.Hide()
		if f.first == "" {
			f.first = one.ID
		}
		if n := len(f.sections); n > 0 && f.sections[n-1].first == "" {
			f.sections[n-1].first = one.ID
		}
		box := Pile(2, NewCaption(f.host.T(one.Label)).Cut(), control, complaint)
		f.fields[one.ID] = &field{control, complaint}
		f.AddObject(one.Span, box)
	}
}

// AddObject appends something that is no field.
func (f *Form) AddObject(span Span, o fyne.CanvasObject) {
	f.flow.spans[o] = span
	f.inner.Add(o)
}

func (f *Form) newEntry(one Field) *Entry {
	e := NewUnitEntry(one.Unit)
	if one.Lines > 1 {
		e = NewLines(one.Lines)
	}
	if one.Hint != "" {
		e.SetPlaceHolder(f.host.T(one.Hint))
	}
	e.OnChanged = func(string) { f.Edited(one.ID) }
	e.OnKey = func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyEscape {
			f.OnEscape()
		}
		return key.Name == fyne.KeyEscape
	}
	return e
}

// Edited takes the complaint about a field away and tells who listens; own controls call it when they change.
func (f *Form) Edited(id string) {
	if one := f.fields[id]; one != nil && !one.complaint.Hidden {
		one.complaint.Hide()
		f.Relayout()
	}
	f.OnChanged()
}

// Entry returns the text field called id.
func (f *Form) Entry(id string) *Entry {
	switch e := f.fields[id].control.(type) {
	case *Entry:
		return e
	case *DateEntry:
		return &e.Entry
	}
	return nil
}

// Text returns what the text field called id holds, without spaces around it.
func (f *Form) Text(id string) string { return f.Entry(id).Plain() }

// Set fills the text field called id.
func (f *Form) Set(id, text string) { f.Entry(id).SetText(text) }

// Complaint returns what stands under the field called id, or "".
func (f *Form) Complaint(id string) string {
	if one := f.fields[id]; one != nil && !one.complaint.Hidden {
		return one.complaint.Text
	}
	return ""
}

// Clear takes all complaints away.
func (f *Form) Clear() {
	if f.hush() {
		f.Relayout()
	}
}

// hush hides all complaints and reports whether there were any: placing a long form anew costs time.
func (f *Form) hush() bool {
	changed := false
	for _, one := range f.fields {
		changed = changed || !one.complaint.Hidden
		one.complaint.Hide()
	}
	for _, part := range f.Parts() {
		if part.hush() {
			changed = true
			part.Relayout()
		}
	}
	return changed
}

// Complain shows each of [data.Problems] under its field and takes the user to the first. Any other error, and
// problems of what has no field here, go to the host.
func (f *Form) Complain(err error) {
	var bad data.Problems
	if !errors.As(err, &bad) {
		f.host.ShowError(err)
		return
	}
	f.Clear()
	var first *field
	var homeless data.Problems
	for _, p := range bad {
		one := f.at(p.Field)
		if one == nil {
			homeless = append(homeless, p)
			continue
		}
		one.say(f.sentence(p), theme.ColorNameError)
		if first == nil {
			first = one
		}
	}
	f.Relayout()
	if first != nil {
		f.goTo(first.control)
	}
	if len(homeless) > 0 {
		f.host.ShowError(homeless)
	}
}

// Advise shows what looks wrong but may stay so, in amber under the fields, and returns the sentences of what has no
// field here.
func (f *Form) Advise(warnings data.Problems) (homeless []string) {
	changed := f.hush() || len(warnings) > 0
	for _, p := range warnings {
		sentence := f.sentence(p)
		one := f.at(p.Field)
		switch {
		case one == nil:
			homeless = append(homeless, sentence)
		case one.complaint.Hidden:
			one.say(sentence, theme.ColorNameWarning)
		default: // two things about one field are both said
			one.say(one.complaint.Text+" "+sentence, theme.ColorNameWarning)
		}
	}
	if changed {
		f.Relayout()
	}
	return homeless
}

// sentence is what is wrong with a field; of a row of a grid also which row.
func (f *Form) sentence(p data.Problem) string {
	text := f.host.Sentence(p)
	list, rest, inside := strings.Cut(p.Field, ".")
	if f.fields[p.Field] != nil || !inside || f.fields[list] == nil {
		return text
	}
	number, _, _ := strings.Cut(rest, ".")
	if _, err := strconv.Atoi(number); err != nil || p.Args["Line"] != nil { // a sentence that names its line does so itself
		return text
	}
	return f.host.T("screen.problem.at", "Place", f.host.T("screen.problems.row", "Row", number)) + text
}

func (f *field) say(text string, colour fyne.ThemeColorName) {
	f.complaint.Colour = colour
	f.complaint.Show()
	f.complaint.SetText(text)
}

// at finds the field a problem is about: by its whole name, else by ever shorter beginnings ("lines.2.price").
func (f *Form) at(name string) *field {
	for prefix, part := range f.Parts() {
		if rest, ok := strings.CutPrefix(name, prefix+"."); ok {
			if one := part.at(rest); one != nil {
				return one
			}
		}
	}
	for name != "" {
		if one := f.fields[name]; one != nil {
			return one
		}
		dot := strings.LastIndexByte(name, '.')
		if dot < 0 {
			return nil
		}
		name = name[:dot]
	}
	return nil
}

// goTo scrolls to a control and gives it the keyboard.
func (f *Form) goTo(control fyne.CanvasObject) {
	if f.part {
		if focusable, ok := control.(fyne.Focusable); ok {
			f.host.Focus(focusable)
		}
		return
	}
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(control).Y - driver.AbsolutePositionForObject(f.inner).Y
	if top := f.scroll.Offset.Y; y < top+Huge || y > top+f.scroll.Size().Height-4*Huge {
		f.scrollTo(fyne.NewPos(0, fyne.Max(0, y-2*Huge)))
	}
	if focusable, ok := control.(fyne.Focusable); ok {
		f.host.Focus(focusable)
	}
}

// FocusField gives the field called id the keyboard.
func (f *Form) FocusField(id string) {
	if one := f.at(id); one != nil {
		f.goTo(one.control)
	}
}

// FocusFirst gives the first field the keyboard.
func (f *Form) FocusFirst() { f.FocusField(f.first) }

// Top scrolls back to the beginning.
func (f *Form) Top() { f.scrollTo(fyne.Position{}) }

// ScrollTo moves the form so that what is so far down stands at its top.
func (f *Form) ScrollTo(down float32) { f.scrollTo(fyne.NewPos(0, down)) }

// Stay does what fills the form anew, and leaves the merchant where they were: at the same height, in the same field.
func (f *Form) Stay(do func()) {
	down, id := f.scroll.Offset, ""
	focused := f.host.Window.Canvas().Focused()
	for prefix, part := range f.Parts() {
		if name := part.named(focused); name != "" {
			id = prefix + "." + name
		}
	}
	if name := f.named(focused); name != "" {
		id = name
	}
	do()
	f.scrollTo(down)
	if one := f.at(id); one != nil {
		if focusable, ok := one.control.(fyne.Focusable); ok {
			f.host.Focus(focusable)
		}
	}
}

// named returns the ID of the field that has the keyboard, "" for none of this form.
func (f *Form) named(focused fyne.Focusable) string {
	for name, one := range f.fields {
		if focusable, ok := one.control.(fyne.Focusable); ok && focusable == focused {
			return name
		}
	}
	return ""
}

// OnScrolled calls do whenever other parts of the form come into sight.
func (f *Form) OnScrolled(do func()) {
	f.scrolled = do
	f.scroll.OnScrolled = func(fyne.Position) { do() }
	f.Content.(*fyne.Container).Layout = widthFirst{do}
}

func (f *Form) scrollTo(at fyne.Position) {
	f.scroll.ScrollToOffset(at)
	f.scrolled() // Fyne tells only of scrolling by hand
}

// atEnd reports whether the form scrolls and its end is in sight.
func (f *Form) atEnd() bool {
	room := f.scroll.Content.MinSize().Height - f.scroll.Size().Height
	return f.scroll.Size().Height > 0 && room > 1 && f.scroll.Offset.Y >= room-1
}

// Sight is the part of an object of the form that is in sight, from top to bottom in its own coordinates.
func (f *Form) Sight(o fyne.CanvasObject) (from, to float32) {
	driver := fyne.CurrentApp().Driver()
	from = driver.AbsolutePositionForObject(f.scroll).Y - driver.AbsolutePositionForObject(o).Y
	return from, from + f.scroll.Size().Height
}

// Reach scrolls down as little as it takes to show an object of the form to its end, and never its beginning out of sight.
func (f *Form) Reach(o fyne.CanvasObject) {
	from, to := f.Sight(o)
	if by := fyne.Min(o.Size().Height+Small-to, -from-Small); by > 0 {
		f.scrollTo(f.scroll.Offset.AddXY(0, by))
	}
}

// Relayout places everything anew, after something became higher or lower.
func (f *Form) Relayout() {
	f.Content.Refresh() // a scroll inside it places its content anew
}
