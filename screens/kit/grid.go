package kit

import (
	"strconv"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// GridColumn is one column of a [Grid].
type GridColumn struct {
	Title string  // as shown
	Share float32 // of the width, beside the shares of the others
}

// Grid is rows of text fields under column heads, which grow as they are filled and vanish when they are emptied: prices,
// suppliers, certificates. Tab goes through it like reading; Down and Up go to the field below and above.
type Grid struct {
	Content   *fyne.Container
	OnChanged func() // after each edit, and when the grid grew

	host    *Host
	columns []GridColumn
	rows    [][]*Entry
}

// NewGrid returns an empty grid.
func NewGrid(host *Host, columns ...GridColumn) *Grid {
	g := &Grid{host: host, columns: columns, OnChanged: func() {}}
	g.Content = container.New(gridLayout{g})
	g.Set(nil)
	return g
}

// Set fills the grid, with one empty row at its end.
func (g *Grid) Set(rows [][]string) {
	g.rows = nil
	g.Content.Objects = nil
	for _, c := range g.columns {
		g.Content.Objects = append(g.Content.Objects, NewCaption(c.Title).Cut())
	}
	for _, row := range rows {
		g.grow(row)
	}
	g.grow(nil)
	g.Content.Refresh()
}

func (g *Grid) grow(texts []string) {
	row, n := make([]*Entry, len(g.columns)), len(g.rows)
	for i := range row {
		e := NewEntry()
		if i < len(texts) {
			e.Text = texts[i]
		}
		e.OnChanged = func(text string) {
			if text != "" && n == len(g.rows)-1 {
				g.grow(nil)
				g.Content.Refresh()
			}
			g.OnChanged()
		}
		e.OnKey = func(key *fyne.KeyEvent) bool { return g.move(n, i, key.Name) }
		row[i] = e
		g.Content.Objects = append(g.Content.Objects, e) // laid out with its row
	}
	g.rows = append(g.rows, row)
}

// move gives the field below or above the keyboard.
func (g *Grid) move(row, column int, key fyne.KeyName) bool {
	switch key {
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		row++
	case fyne.KeyUp:
		row--
	default:
		return false
	}
	if row >= 0 && row < len(g.rows) {
		g.host.Focus(g.rows[row][column])
	}
	return true
}

// Entry returns the field in a row and column, counted from 0.
func (g *Grid) Entry(row, column int) *Entry { return g.rows[row][column] }

// Rows returns the rows that aren't empty. Problems with them go to bad, under list and the number of the row.
func (g *Grid) Rows(list string, bad *data.Problems) []*GridRow {
	var rows []*GridRow
	for _, entries := range g.rows {
		filled := false
		for _, e := range entries {
			filled = filled || e.Plain() != ""
		}
		if filled {
			rows = append(rows, &GridRow{grid: g, entries: entries, field: list + "." + strconv.Itoa(len(rows)+1), bad: bad})
		}
	}
	return rows
}

// GridRow is one row of a grid while it is read.
type GridRow struct {
	grid    *Grid
	entries []*Entry
	field   string
	bad     *data.Problems
}

// Text returns what a column says.
func (r *GridRow) Text(column int) string { return r.entries[column].Plain() }

// Day reads a column as a day.
func (r *GridRow) Day(column int) data.Date {
	d, ok := ParseDay(r.Text(column), r.grid.host.Today())
	if !ok {
		r.Wrong(column, "screen.problem.date")
	}
	return d
}

// Wrong says that a column can't be read.
func (r *GridRow) Wrong(column int, key string) {
	*r.bad = append(*r.bad, data.Problem{Field: r.field, Key: "screen.grid.wrong", Args: map[string]any{
		"Column": r.grid.columns[column].Title, "Value": r.Text(column), "Reason": r.grid.host.T(key),
	}})
}

// GridNumber reads a column of a row with parse, such as [data.ParseQuantity]; an empty one is zero.
func GridNumber[T ~int64](r *GridRow, column int, parse func(string) (T, error)) T {
	if r.Text(column) == "" {
		return 0
	}
	v, err := parse(PlainNumber(r.Text(column)))
	if err != nil {
		r.Wrong(column, numberProblem(err))
	}
	return v
}

// GridOptional reads a column that may be unknown: nil.
func GridOptional[T ~int64](r *GridRow, column int, parse func(string) (T, error)) *T {
	if r.Text(column) == "" {
		return nil
	}
	v := GridNumber(r, column, parse)
	return &v
}

// gridLayout places heads and fields in columns by their shares.
type gridLayout struct{ grid *Grid }

func (l gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height, n := float32(0), len(l.grid.columns)
	for i := 0; i < len(objects); i += n {
		height += objects[i].MinSize().Height + Tight
	}
	return fyne.NewSize(float32(n)*48, fyne.Max(0, height-Tight))
}

func (l gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shares, n := float32(0), len(l.grid.columns)
	for _, c := range l.grid.columns {
		shares += c.Share
	}
	room, y := size.Width-float32(n-1)*Tight, float32(0)
	for i := 0; i < len(objects); i += n {
		x, height := float32(0), objects[i].MinSize().Height
		for j, c := range l.grid.columns {
			width := room * c.Share / shares
			objects[i+j].Move(fyne.NewPos(x, y))
			objects[i+j].Resize(fyne.NewSize(width, height))
			x += width + Tight
		}
		y += height + Tight
	}
}
