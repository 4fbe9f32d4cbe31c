package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// GridCell is a field of a [Grid]. It stands for one row after another, as the grid is scrolled.
type GridCell struct {
	Entry
	grid          *Grid
	place, column int    // place is counted from the first row in sight
	mark          *Panel // at its left edge while it looks wrong
}

func (g *Grid) newCells(place int) []*GridCell {
	row := make([]*GridCell, len(g.columns))
	for i := range row {
		c := &GridCell{grid: g, place: place, column: i, mark: NewPanel(theme.ColorNameWarning, 1)}
		c.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
		c.ExtendBaseWidget(c)
		c.mark.Hide()
		c.OnChanged = func(text string) { g.edited(c.row(), i, text) }
		c.OnFocus = c.gained
		c.onWheel = c.wheeled
		row[i] = c
	}
	return row
}

// row is the row of the grid that the field stands for now.
func (c *GridCell) row() int { return c.grid.top + c.place }

// put shows a text; a field that was never drawn takes it without drawing.
func (c *GridCell) put(text string) {
	if c.Text != text {
		c.SetText(text)
	}
}

// gained takes the keyboard's coming as choosing this one row.
func (c *GridCell) gained() { c.grid.choose(c.row(), c.column) }

// AcceptsTab keeps Tab where it must bring another row into sight.
func (c *GridCell) AcceptsTab() bool {
	g := c.grid
	if g.shift {
		return c.column == 0 && c.place == 0 && g.top > 0
	}
	return c.column == len(g.columns)-1 && c.place == g.inSight()-1 && c.row() < len(g.texts)-1
}

// KeyDown is a private method to Fyne.
func (c *GridCell) KeyDown(key *fyne.KeyEvent) {
	c.grid.shift = c.grid.shift || isShift(key)
	c.Entry.KeyDown(key)
}

// KeyUp is a private method to Fyne.
func (c *GridCell) KeyUp(key *fyne.KeyEvent) {
	c.grid.shift = c.grid.shift && !isShift(key)
	c.Entry.KeyUp(key)
}

func isShift(key *fyne.KeyEvent) bool {
	return key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight
}

// FocusLost is a private method to Fyne.
func (c *GridCell) FocusLost() {
	c.grid.shift = false
	c.Entry.FocusLost()
}

// MouseDown chooses the rows up to this one while Shift is held.
func (c *GridCell) MouseDown(ev *desktop.MouseEvent) {
	if ev.Modifier&fyne.KeyModifierShift != 0 && c.grid.extendTo(c.row(), c.column) {
		return
	}
	c.Entry.MouseDown(ev)
}

// TypedKey moves through the grid.
func (c *GridCell) TypedKey(key *fyne.KeyEvent) {
	g, row := c.grid, c.row()
	step := map[fyne.KeyName]int{
		fyne.KeyDown: 1, fyne.KeyReturn: 1, fyne.KeyEnter: 1, fyne.KeyUp: -1, fyne.KeyPageDown: gridRows, fyne.KeyPageUp: -gridRows,
	}[key.Name]
	switch {
	case step != 0 && g.shift && key.Name != fyne.KeyReturn && key.Name != fyne.KeyEnter:
		g.extend(step)
	case step != 0:
		if to := max(0, min(row+step, len(g.texts)-1)); to != row {
			g.focus(to, c.column)
		}
	case key.Name == fyne.KeyTab && g.shift:
		g.focus(row-1, len(g.columns)-1)
	case key.Name == fyne.KeyTab:
		g.focus(row+1, 0)
	case key.Name == fyne.KeyDelete && g.chosen.many():
		g.fill("")
	default:
		c.Entry.TypedKey(key)
	}
}

// TypedShortcut edits the chosen rows.
func (c *GridCell) TypedShortcut(s fyne.Shortcut) {
	if !c.grid.command(c, s) {
		c.Entry.TypedShortcut(s)
	}
}

// wheeled scrolls the rows while the keyboard is in the grid, as long as there are more of them.
func (c *GridCell) wheeled(ev *fyne.ScrollEvent) bool {
	if _, _, is := c.grid.focused(); !is || ev.Scrolled.DY == 0 {
		return false
	}
	if ev.Scrolled.DY > 0 {
		return c.grid.scroll(-1)
	}
	return c.grid.scroll(1)
}
