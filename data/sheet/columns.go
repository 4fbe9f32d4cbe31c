package sheet

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// column is a column that is read.
type column struct {
	index    int
	header   string
	field    field
	factor   decimal.Decimal // from the header's unit to ours
	unit     bool            // the header names the unit
	currency []data.Currency // that the header names
	scale    *decimal.Decimal
}

// assign decides which column is read as which field: as matched by hand, else as the map says, else as recognised.
// It returns what is wrong with what the user said; doubts about what was recognised are kept apart.
func (f *File) assign(fields []field) data.Problems {
	taken := map[int]bool{}
	named := map[string]bool{}
	var problems data.Problems
	for _, name := range slices.Sorted(maps.Keys(f.options.Columns)) {
		at := f.options.Columns[name]
		fd, ok := find(fields, name)
		if !ok || at >= len(f.heading.headers) {
			problems = append(problems, problem("columns."+name, "problem.map_field", map[string]any{"Value": name})...)
			continue
		}
		named[name] = true
		if at >= 0 {
			f.take(fd, at, taken)
		}
	}
	f.assignMapped(fields, named, taken)
	f.assignRecognised(named, taken)
	f.scale()
	slices.SortFunc(f.columns, func(a, b column) int {
		return cmp.Or(cmp.Compare(moneyFirst(a), moneyFirst(b)), cmp.Compare(a.index, b.index))
	})
	return problems
}

// moneyFirst puts currencies before the prices that need them, and the combined carton size before single sides.
func moneyFirst(c column) int {
	switch c.field.kind {
	case currencyKind, unitKind, sizeKind:
		return 0
	default:
		return 1
	}
}

// take reads column at as field fd.
func (f *File) take(fd field, at int, taken map[int]bool) {
	header := f.heading.headers[at]
	c := column{index: at, header: header, field: fd, factor: one}
	if m, ok := indexes[f.target].recognise(header); ok && m.field.kind == fd.kind {
		c.factor, c.unit, c.currency = m.factor, m.unit, m.currency
	}
	f.columns = append(f.columns, c)
	taken[at] = true
}

// assignMapped reads the columns the map names by their headers.
func (f *File) assignMapped(fields []field, named map[string]bool, taken map[int]bool) {
	for _, name := range slices.Sorted(maps.Keys(f.options.Map.Columns)) {
		if named[name] {
			continue
		}
		named[name] = true
		fd, _ := find(fields, name)
		if at := f.header(f.options.Map.Columns[name]); at >= 0 {
			f.take(fd, at, taken)
		} else {
			f.absent = append(f.absent, name)
		}
	}
}

// header returns the column whose header is text, letter by letter or else by its letters and digits; -1 for none.
func (f *File) header(text string) int {
	trim := func(s string) string { return strings.TrimSpace(strings.TrimPrefix(s, "\ufeff")) }
	for i, h := range f.heading.headers {
		if trim(h) == trim(text) {
			return i
		}
	}
	for i, h := range f.heading.headers {
		if key := headerKey(text); key != "" && headerKey(h) == key {
			return i
		}
	}
	return -1
}

// assignRecognised reads the columns whose header is known. Two good headers for one field are a doubt.
func (f *File) assignRecognised(named map[string]bool, taken map[int]bool) {
	best, doubts := recognised(f.target, f.heading.headers, named, taken)
	for _, d := range doubts {
		first, second := f.heading.headers[d[0]], f.heading.headers[d[1]]
		m, _ := indexes[f.target].recognise(first)
		f.doubtful = append(f.doubtful, problem(m.field.name, "problem.column_twice", map[string]any{"First": first, "Second": second})...)
	}
	for at, m := range best {
		f.columns = append(f.columns, column{
			index: at, header: f.heading.headers[at], field: m.field, factor: m.factor, unit: m.unit, currency: m.currency,
		})
	}
}

// recognised finds the fields of headers, leaving out the fields named and the columns taken already. doubts are the
// pairs of columns that are equally good for one field.
func recognised(target Target, headers []string, named map[string]bool, taken map[int]bool) (best map[int]match, doubts [][2]int) {
	at := map[string]int{}
	best = map[int]match{}
	for i, h := range headers {
		m, ok := indexes[target].recognise(h)
		if !ok || taken[i] {
			continue
		}
		if first, twice := at[m.field.name]; twice && m.chinese != best[first].chinese && !m.weak && !best[first].weak {
			m, i = partByLanguage(target, best, at, m, i)
		}
		if named[m.field.name] {
			continue
		}
		if first, doubtful := place(best, at, m, i); doubtful {
			doubts = append(doubts, [2]int{first, i})
		}
	}
	return best, doubts
}

// place reads column i as m unless a better column is read so already; two that are as good are a doubt.
func place(best map[int]match, at map[string]int, m match, i int) (first int, doubtful bool) {
	first, twice := at[m.field.name]
	switch {
	case twice && best[first].weak == m.weak:
		return first, true
	case twice && m.weak:
		return first, false
	case twice:
		delete(best, first)
	}
	at[m.field.name], best[i] = i, m
	return first, false
}

// partByLanguage settles two columns of names, one under a Chinese header: that one is the Chinese name. It returns
// the match and the column that are still to be placed.
func partByLanguage(target Target, best map[int]match, at map[string]int, m match, i int) (match, int) {
	local, ok := indexes[target]["namezh"]
	if !ok {
		local, ok = indexes[target]["namelocal"]
	}
	if !ok || m.chinese {
		return local.or(m), i
	}
	first := at[m.field.name]
	best[i], at[m.field.name] = m, i
	delete(best, first)
	return local, first
}

// or returns m, or other when m is nothing.
func (m match) or(other match) match {
	if m.field.name == "" {
		return other
	}
	return m
}

// scale puts the map's factors on their columns.
func (f *File) scale() {
	for i, c := range f.columns {
		if text, ok := f.options.Map.Scale[c.field.name]; ok {
			d, _ := decimal.NewFromString(text)
			f.columns[i].scale = &d
		}
	}
}

// missingKeys reports the columns without which nothing can be imported. Of a partner's two keys one will do.
func (f *File) missingKeys(fields []field) data.Problems {
	var missing []string
	for _, fd := range fields {
		if !fd.key {
			continue
		}
		if f.has(fd.name) {
			if f.target == Partners {
				return nil
			}
			continue
		}
		missing = append(missing, fd.name)
	}
	if len(missing) == 0 || len(f.absent) > 0 && slices.Contains(f.absent, missing[0]) {
		return nil
	}
	return problem(missing[0], "problem.column_missing", map[string]any{
		"Fields": strings.Join(missing, ", "), "Headers": shorten(f.titles()),
	})
}

// titles lists the headers of the file.
func (f *File) titles() string {
	headers := make([]string, 0, len(f.heading.headers))
	for _, h := range f.heading.headers {
		if h = strings.TrimSpace(h); h != "" {
			headers = append(headers, h)
		}
	}
	return strings.Join(headers, ", ")
}

// has reports whether the file or the map's defaults give field.
func (f *File) has(name string) bool {
	return f.options.Map.Defaults[name] != "" ||
		slices.ContainsFunc(f.columns, func(c column) bool { return c.field.name == name })
}

// shorten cuts a text that is only shown to say which one is meant.
func shorten(s string) string {
	const most = 120
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
