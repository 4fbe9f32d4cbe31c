package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Cell is a field of a grid: an [Entry] that also hands on keys pressed together with Ctrl or Alt, such as those that
// move a row.
type Cell struct {
	Entry
	OnCombination func(key fyne.KeyName, with fyne.KeyModifier) bool // true: it dealt with it
}

// NewCell returns an empty cell with a text that stands in it while it is empty.
func NewCell(hint string) *Cell {
	c := &Cell{}
	c.Wrapping = NewEntry().Wrapping
	c.ExtendBaseWidget(c)
	c.SetPlaceHolder(hint)
	return c
}

// TypedShortcut passes combinations on, unless OnCombination took them.
func (c *Cell) TypedShortcut(s fyne.Shortcut) {
	if k, ok := s.(*desktop.CustomShortcut); ok && c.OnCombination != nil && c.OnCombination(k.KeyName, k.Modifier) {
		return
	}
	c.Entry.TypedShortcut(s)
}

// NewComplaint returns the place for what is wrong with a field, hidden until there is something to say.
func NewComplaint() *Paragraph {
	c := NewHint("")
	c.Hide()
	return c
}

// Watch lets the form show problems of a field in a grid of its own, under the name id. Whoever calls it places the
// complaint.
func (f *Form) Watch(id string, control fyne.CanvasObject, complaint *Paragraph) {
	f.fields[id] = &field{control, complaint}
}

// UnwatchAll forgets every field whose name begins with prefix.
func (f *Form) UnwatchAll(prefix string) {
	for id := range f.fields {
		if strings.HasPrefix(id, prefix) {
			delete(f.fields, id)
		}
	}
}

// GoTo scrolls to the field a problem names, by its whole name or ever shorter beginnings, and gives it the keyboard.
func (f *Form) GoTo(name string) {
	if one := f.at(name); one != nil {
		f.goTo(one.control)
	}
}

// ReadOnly locks every field that can be locked, or unlocks it, save those named.
func (f *Form) ReadOnly(on bool, save ...string) {
	for id, one := range f.fields {
		lock, ok := one.control.(fyne.Disableable)
		if !ok {
			continue
		}
		if on && !slices.Contains(save, id) {
			lock.Disable()
		} else {
			lock.Enable()
		}
	}
}

// Disable locks the field and shows it as locked.
func (p *Picker[T]) Disable() {
	p.DisableableWidget.Disable()
	p.shade(theme.ColorNameDisabled)
}

// Enable unlocks the field.
func (p *Picker[T]) Enable() {
	p.DisableableWidget.Enable()
	p.shade(theme.ColorNameForeground)
}

func (p *Picker[T]) shade(colour fyne.ThemeColorName) {
	p.text.Colour = colour
	p.text.Refresh()
}

// ReadOnly locks the grid, or unlocks it.
func (p *Pairs) ReadOnly(on bool) {
	for _, row := range p.rows {
		for _, e := range row {
			if on {
				e.Disable()
			} else {
				e.Enable()
			}
		}
	}
}
