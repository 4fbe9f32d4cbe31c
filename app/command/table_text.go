package command

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/width"
)

// table is a list of records: as they are for JSON, and as cells for people.
type table struct {
	heads   []string
	cells   [][]string
	records []any
	right   []int // columns of figures
}

func newTable(heads ...string) *table { return &table{heads: heads, records: []any{}} }

// add appends a record and its cells.
func (t *table) add(record any, cells ...string) {
	t.records = append(t.records, record)
	t.cells = append(t.cells, cells)
}

// widest bounds a column, so that one long name doesn't push the others off the screen.
const widest = 48

// print writes the table with columns below each other, a Chinese character being two columns wide.
func (t *table) print(w io.Writer) {
	widths := make([]int, len(t.heads))
	for _, row := range append([][]string{t.heads}, t.cells...) {
		for i, cell := range row {
			widths[i] = max(widths[i], columns(shorten(cell)))
		}
	}
	for _, row := range append([][]string{t.heads}, t.cells...) {
		var line strings.Builder
		for i, cell := range row {
			cell = shorten(cell)
			gap := strings.Repeat(" ", widths[i]-columns(cell))
			if slices.Contains(t.right, i) {
				line.WriteString(gap + cell + "  ")
			} else {
				line.WriteString(cell + gap + "  ")
			}
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}

// shorten cuts a cell to one line of at most widest columns.
func shorten(cell string) string {
	cell = strings.Join(strings.Fields(cell), " ")
	if columns(cell) <= widest {
		return cell
	}
	var kept strings.Builder
	taken := 1
	for _, r := range cell {
		if taken += columns(string(r)); taken > widest {
			break
		}
		kept.WriteRune(r)
	}
	return kept.String() + "…"
}

// columns counts the columns a text takes on a terminal.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}
