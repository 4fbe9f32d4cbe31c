package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// GridColumn is one column of a [Grid].
type GridColumn struct {
	Title string  // as shown
	Share float32 // of the width, beside the shares of the others
}

// gridRows is how many rows of a grid are in sight at once. Only they have fields: a product of 200 variants opens like one of ten.
const gridRows = 10

// Grid is rows of text fields under column heads, which grow as they are filled and vanish when they are emptied: prices,
// suppliers, variants.
//
// Keys: Tab goes through it like reading, Down, Enter and Up to the field below and above, PageDown and PageUp by the rows in
// sight. Shift with Down and Up, or a click with Shift, chooses several rows of a column, Ctrl+Shift+Down all to the end. Ctrl+D fills
// the first one's text down (with one row chosen: that of the row above), Ctrl+Enter puts what was just typed into all chosen rows,
// Delete empties them, Ctrl+C copies them, Ctrl+V puts a block of a spreadsheet in from the field on, Ctrl+Z takes such an edit back.
type Grid struct {
	Content   *fyne.Container
	OnChanged func() // after each edit, and when the grid grew

	// Check returns the sentence on what looks wrong with a field of a row, or ""; the field is then marked. nil: nothing is.
	Check func(row []string, column int) string

	host    *Host
	columns []GridColumn
	heads   []fyne.CanvasObject
	texts   [][]string    // of all rows; the last one is empty
	cells   [][]*GridCell // of the rows in sight, and spare ones behind them
	top     int           // the first row in sight
	chosen  chosenRows
	frame   *outline   // around the chosen rows
	bar     *gridBar   // where top stands, beside more rows than are in sight
	doubt   *Paragraph // what looks wrong
	before  [][]string // all texts before a block was put in; nil once something else was typed
	quiet   bool       // texts are copied into fields: nobody types
	shift   bool       // is held
}

// NewGrid returns an empty grid.
func NewGrid(host *Host, columns ...GridColumn) *Grid {
	g := &Grid{host: host, columns: columns, OnChanged: func() {}, frame: newOutline(), doubt: NewHint("")}
	for _, c := range columns {
		g.heads = append(g.heads, NewCaption(c.Title).Cut())
	}
	g.bar = newGridBar(g)
	g.doubt.Colour = theme.ColorNameWarning
	g.doubt.Hide()
	g.Content = container.New(gridLayout{g})
	g.Set(nil)
	return g
}

// Set fills the grid, with one empty row at its end.
func (g *Grid) Set(rows [][]string) {
	g.texts = nil
	for _, row := range rows {
		g.texts = append(g.texts, g.row(row))
	}
	g.before, g.top, g.chosen = nil, 0, chosenRows{}
	g.show()
}

// Offer adds rows behind those there are, for what is learnt while somebody may be typing: no text changes, and the keyboard stays
// where it is. A row whose first text stands in a row already isn't added. It reports whether any was.
func (g *Grid) Offer(rows [][]string) bool {
	before := len(g.texts)
	for _, row := range rows {
		there := func(have []string) bool { return strings.TrimSpace(have[0]) == row[0] }
		if !slices.ContainsFunc(g.texts, there) {
			g.texts = slices.Insert(g.texts, len(g.texts)-1, g.row(row))
		}
	}
	if len(g.texts) == before {
		return false
	}
	row, column, focused := g.focused()
	g.before = nil
	if g.show(); focused && row == before-1 { // the empty row stands further down now
		g.focus(len(g.texts)-1, column)
	}
	return true
}

// row is a row of as many texts as there are columns.
func (g *Grid) row(texts []string) []string {
	row := make([]string, len(g.columns))
	copy(row, texts)
	return row
}

// inSight is how many rows have fields.
func (g *Grid) inSight() int { return min(len(g.texts), gridRows) }

// show copies the rows from top on into fields.
func (g *Grid) show() {
	if n := len(g.texts); n == 0 || slices.ContainsFunc(g.texts[n-1], func(text string) bool { return text != "" }) {
		g.texts = append(g.texts, g.row(nil))
	}
	g.top = max(0, min(g.top, len(g.texts)-gridRows))
	for len(g.cells) < g.inSight() {
		g.cells = append(g.cells, g.newCells(len(g.cells)))
	}
	g.quiet = true
	for i, row := range g.cells {
		for j, cell := range row {
			if cell.Hidden = i >= g.inSight(); !cell.Hidden {
				cell.put(g.texts[g.top+i][j])
			}
		}
	}
	g.quiet = false
	g.judge()
	g.arrange()
}

// arrange lists what is in sight: heads, fields, and what lies over them.
func (g *Grid) arrange() {
	objects := slices.Clone(g.heads)
	for _, row := range g.cells[:g.inSight()] {
		for _, cell := range row {
			objects = append(objects, cell)
		}
	}
	for _, row := range g.cells[:g.inSight()] {
		for _, cell := range row {
			objects = append(objects, cell.mark)
		}
	}
	g.bar.Hidden = len(g.texts) <= gridRows
	g.Content.Objects = append(objects, g.frame.box, g.bar, g.doubt)
	g.Content.Refresh()
}

// edited takes over what was typed into a field.
func (g *Grid) edited(row, column int, text string) {
	if g.quiet {
		return
	}
	g.before = nil
	last := row == len(g.texts)-1
	if g.texts[row][column] = text; last && text != "" {
		g.show()
	} else {
		g.judge()
	}
	g.OnChanged()
}

// reach brings a row into sight and returns its field in a column.
func (g *Grid) reach(row, column int) *GridCell {
	row = max(0, min(row, len(g.texts)-1))
	if top := max(row-gridRows+1, min(g.top, row)); top != g.top {
		g.top = top
		g.show()
	}
	return g.cells[row-g.top][column]
}

// Entry returns the field in a row and column, counted from 0, and brings it into sight.
func (g *Grid) Entry(row, column int) *GridCell { return g.reach(row, column) }

// scroll moves the rows in sight by so many and reports whether they moved. The keyboard stays in its row as long as that is in
// sight, and else in the one next to it.
func (g *Grid) scroll(by int) bool {
	row, column, focused := g.focused()
	before := g.top
	g.top += by
	g.show()
	if focused && g.top != before {
		g.focus(max(g.top, min(row, g.top+g.inSight()-1)), column)
	}
	return g.top != before
}

// focused tells which field has the keyboard, and whether one of the grid has.
func (g *Grid) focused() (row, column int, is bool) {
	if g.host.Window == nil {
		return 0, 0, false
	}
	cell, ok := g.host.Window.Canvas().Focused().(*GridCell)
	if !ok || cell.grid != g {
		return 0, 0, false
	}
	return g.top + cell.place, cell.column, true
}

// focus gives a field the keyboard with its text chosen, also when the same field stood for another row before.
func (g *Grid) focus(row, column int) {
	cell := g.reach(row, column)
	if cell.focused {
		cell.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		cell.gained()
		return
	}
	shift := g.shift
	g.host.Focus(cell)
	g.shift = shift // still held, though the field before has lost the keyboard
}

// gridLayout places heads and fields in columns by their shares, the bar at their right and what looks wrong under them.
type gridLayout struct{ grid *Grid }

// line is the height of a row.
func (l gridLayout) line() float32 { return l.grid.cells[0][0].MinSize().Height + Tight }

func (l gridLayout) head() float32 { return l.grid.heads[0].MinSize().Height + Tight }

func (l gridLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	height := l.head() + float32(l.grid.inSight())*l.line() - Tight
	if !l.grid.doubt.Hidden {
		height += Tight + l.grid.doubt.MinSize().Height
	}
	return fyne.NewSize(float32(len(l.grid.columns))*48, height)
}

func (l gridLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	g, head, line := l.grid, l.head(), l.line()
	rows := float32(g.inSight())
	width := size.Width
	if !g.bar.Hidden {
		width -= gridBarWidth + Tight
		put(g.bar, size.Width-gridBarWidth, head, gridBarWidth, rows*line-Tight)
	}
	shares, x := float32(0), float32(0)
	for _, c := range g.columns {
		shares += c.Share
	}
	for j, c := range g.columns {
		w := (width - float32(len(g.columns)-1)*Tight) * c.Share / shares
		put(g.heads[j], x, 0, w, head-Tight)
		for i, row := range g.cells[:g.inSight()] {
			put(row[j], x, head+float32(i)*line, w, line-Tight)
			put(row[j].mark, x, head+float32(i)*line, 3, line-Tight)
		}
		if from, to, ok := g.chosen.within(g.top, g.top+g.inSight()-1); ok && j == g.chosen.column {
			put(g.frame.box, x-1, head+float32(from-g.top)*line-1, w+2, float32(to-from+1)*line-Tight+2)
		}
		x += w + Tight
	}
	if !g.doubt.Hidden {
		put(g.doubt, 0, head+rows*line, size.Width, heightAt(g.doubt, size.Width))
	}
}

func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
