package sheet

import (
	"cmp"
	"path/filepath"
	"slices"

	"tradewind/data"
)

// Sort puts the problems of an import into the order in which a reader meets them in f: by row, then by column. What
// stands in no row comes first, what stands in no column last of its row; the file of lines comes after the file of
// heads.
func (f *File) Sort(problems data.Problems) {
	columns := map[string]int{}
	for _, c := range f.columns {
		columns[c.field.name] = c.index
	}
	file := func(p data.Problem) int {
		if p.File == "" || p.File == filepath.Base(f.path) {
			return 0
		}
		return 1
	}
	column := func(p data.Problem) int {
		if at, ok := columns[p.Field]; ok {
			return at
		}
		return len(f.heading.headers)
	}
	slices.SortStableFunc(problems, func(a, b data.Problem) int {
		return cmp.Or(
			cmp.Compare(min(a.Row, 1), min(b.Row, 1)), cmp.Compare(file(a), file(b)),
			cmp.Compare(a.Row, b.Row), cmp.Compare(column(a), column(b)),
		)
	})
}
