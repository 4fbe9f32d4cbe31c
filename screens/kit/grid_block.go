package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// command does what a combination of keys asks of the grid; false for what is the field's own.
func (g *Grid) command(c *GridCell, s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		return g.paste(c.row(), c.column, s.Clipboard.Content())
	case *fyne.ShortcutCopy:
		return g.copy(s.Clipboard)
	case *fyne.ShortcutUndo:
		return g.takeBack()
	case *desktop.CustomShortcut:
		return g.combination(c, s)
	}
	return false
}

func (g *Grid) combination(c *GridCell, s *desktop.CustomShortcut) bool {
	const ctrl = fyne.KeyModifierShortcutDefault
	shifted := s.Modifier == ctrl|fyne.KeyModifierShift
	switch {
	case s.Modifier == ctrl && s.KeyName == fyne.KeyD:
		g.FillDown()
	case s.Modifier == ctrl && (s.KeyName == fyne.KeyReturn || s.KeyName == fyne.KeyEnter):
		g.fill(c.Text)
	case shifted && s.KeyName == fyne.KeyDown:
		g.extendTo(len(g.texts), c.column)
	case shifted && s.KeyName == fyne.KeyUp:
		g.extendTo(0, c.column)
	default:
		return false
	}
	return true
}

// FillDown puts the text of the first chosen row into the others; when only one is chosen, into it that of the row above.
func (g *Grid) FillDown() {
	first, _ := g.chosen.span()
	switch {
	case g.chosen.many():
		g.fill(g.texts[first][g.chosen.column])
	case g.chosen.on && first > 0:
		g.fill(g.texts[first-1][g.chosen.column])
	}
}

// fill puts a text into the chosen rows.
func (g *Grid) fill(text string) {
	if !g.chosen.on {
		return
	}
	first, last := g.chosen.span()
	g.change(func() {
		for row := first; row <= min(last, len(g.texts)-1); row++ {
			g.texts[row][g.chosen.column] = text
		}
	})
}

// change does an edit of many fields, which can be taken back as a whole.
func (g *Grid) change(edit func()) {
	before := make([][]string, len(g.texts))
	for i, row := range g.texts {
		before[i] = g.row(row)
	}
	edit()
	g.show()
	g.before = before
	g.mark()
	g.OnChanged()
}

// takeBack takes back the newest edit of many fields, unless something was typed since.
func (g *Grid) takeBack() bool {
	if g.before == nil {
		return false
	}
	row, column, focused := g.focused()
	g.texts, g.before = g.before, nil
	g.show()
	if focused {
		g.focus(row, column)
	}
	g.OnChanged()
	return true
}

// paste puts a block of a spreadsheet in from a field on, and adds rows for it; one text goes into all chosen rows. It leaves a
// plain text for one field to that field.
func (g *Grid) paste(row, column int, text string) bool {
	block := blockOf(text)
	wide := 0
	for _, line := range block {
		wide = max(wide, len(line))
	}
	switch {
	case len(block) == 0 || len(block) == 1 && wide == 1 && !g.chosen.many():
		return false
	case len(block) == 1 && wide == 1:
		g.fill(block[0][0])
		return true
	case wide > len(g.columns)-column:
		g.host.Notice(g.host.T("grid.paste.wide", "Columns", wide, "Room", len(g.columns)-column), nil)
		return true
	}
	first, _ := g.chosen.span()
	if g.chosen.many() {
		row = first
	}
	g.change(func() {
		for i, line := range block {
			if row+i == len(g.texts) {
				g.texts = append(g.texts, g.row(nil))
			}
			copy(g.texts[row+i][column:], line)
		}
	})
	g.host.Notice(g.host.T("grid.pasted", "Rows", len(block), "Columns", wide), func() { g.takeBack() })
	return true
}

// copy gives the clipboard the texts of the chosen rows, a line each.
func (g *Grid) copy(to fyne.Clipboard) bool {
	if !g.chosen.many() {
		return false
	}
	var lines []string
	first, last := g.chosen.span()
	for row := first; row <= last; row++ {
		text := g.texts[row][g.chosen.column]
		if strings.ContainsAny(text, "\t\n\"") {
			text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		}
		lines = append(lines, text)
	}
	to.SetContent(strings.Join(lines, "\n"))
	return true
}
