package kit

import (
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
)

// Rows returns the rows that aren't empty. Problems with them go to bad, under list and the number of the row.
func (g *Grid) Rows(list string, bad *data.Problems) []*GridRow {
	var rows []*GridRow
	for _, texts := range g.texts {
		if slices.ContainsFunc(texts, func(text string) bool { return strings.TrimSpace(text) != "" }) {
			rows = append(rows, &GridRow{grid: g, texts: texts, field: list + "." + strconv.Itoa(len(rows)+1), bad: bad})
		}
	}
	return rows
}

// GridRow is one row of a grid while it is read.
type GridRow struct {
	grid  *Grid
	texts []string
	field string
	bad   *data.Problems
}

// Text returns what a column says.
func (r *GridRow) Text(column int) string { return strings.TrimSpace(r.texts[column]) }

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
		r.Wrong(column, NumberProblem(err))
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
