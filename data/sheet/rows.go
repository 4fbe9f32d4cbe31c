package sheet

import (
	"hash/maphash"
	"iter"
	"strings"

	"tradewind/data"
)

// Rows reads the rows below the heading one by one; it may be called again. A row that can't be read gives
// [data.Problems], and reading goes on; any other error ends it. Rows that say nothing in any known column are left
// out, and so is a row that repeats an earlier one; a second row for the same record that says something else is a
// problem. In orders every row is a line, so those may repeat.
func (f *File) Rows() iter.Seq2[data.Patch, error] {
	return func(yield func(data.Patch, error) bool) {
		n := f.normaliser()
		defaults, wrong := f.defaults(n, targets[f.target])
		if len(wrong) > 0 {
			yield(data.Patch{}, wrong)
			return
		}
		seen := repeats{seed: maphash.MakeSeed(), rows: map[string]repeat{}}
		stopped, shop := false, f.shop()
		err := f.source.each(func(row int, cells []cell) bool {
			if row <= f.heading.last || !f.says(cells) {
				return true
			}
			patch, problems := f.row(n, row, cells, defaults)
			if n.failed != nil {
				return false
			}
			if shop != nil && len(problems) == 0 {
				shop.take(cells, &patch)
			}
			if len(problems) == 0 {
				var again bool
				if again, problems = seen.check(f.target, patch); again {
					return true
				}
			}
			stopped = !yield(patch, problems.Err())
			return !stopped
		})
		if err == nil {
			err = n.failed
		}
		if err != nil && !stopped {
			yield(data.Patch{}, err)
		}
	}
}

// says reports whether a row has anything in a column that is read.
func (f *File) says(cells []cell) bool {
	for _, c := range f.columns {
		if c.index < len(cells) && cells[c.index].trimmed() != "" {
			return true
		}
	}
	return false
}

// row reads one row. Defaults stand where the column is absent or the cell empty.
func (f *File) row(n *normaliser, row int, cells []cell, defaults map[string]string) (data.Patch, data.Problems) {
	r := rowReader{normaliser: n, row: row, values: make(map[string]string, len(n.columns)+2)}
	for _, c := range n.columns {
		var one cell
		if c.index < len(cells) {
			one = cells[c.index]
		}
		if c.field.kind == priceKind {
			r.fill(c.field.money, defaults)
		}
		r.read(c, one)
	}
	for name := range defaults {
		r.fill(name, defaults)
	}
	if f.overflows(cells) {
		r.problems = append(r.problems, data.Problem{Row: row, Key: "problem.row_too_long", Args: map[string]any{"Columns": len(f.heading.headers)}})
	}
	return data.Patch{Row: row, Values: r.values}, r.problems
}

// overflows reports whether a row of a CSV file says more than the heading has columns, as one does in which a comma of
// a text or of a price was taken for a separator: what stands in its columns can't be trusted. In a workbook it is a
// note beside the table.
func (f *File) overflows(cells []cell) bool {
	return f.format.Kind == "csv" && len(cells) > len(f.heading.headers) && !blank(cells[len(f.heading.headers):])
}

// fill puts the default for field in where the row says nothing.
func (r *rowReader) fill(name string, defaults map[string]string) {
	if v := defaults[name]; v != "" && r.values[name] == "" {
		r.values[name] = v
	}
}

// repeats remembers the records a file has named and a hash of what each row said.
type repeats struct {
	seed maphash.Seed
	rows map[string]repeat
}

type repeat struct {
	row  int
	hash uint64
}

// keyFields are the fields that together name the record of a row.
var keyFields = map[Target][]string{
	Products: {"sku"}, Partners: {"code", "name"}, Stock: {"sku", "warehouse", "lot"}, Rates: {"date", "base", "quote"},
	Counts: {"sku", "lot", "expiry"}, ListingFigures: {"sku", "market", "week"},
	Keywords: {"language", "word"}, Markets: {"code"}, WordLists: {"topic", "language", "word"}, ElementLists: {"code", "element"},
	CertificateRules: {"kind", "market", "category"}, RateCards: {"code", "up_to_kg"},
}

// check reports whether a row says again what an earlier one said, or contradicts it.
func (s *repeats) check(target Target, p data.Patch) (again bool, wrong data.Problems) {
	var parts []string
	for _, name := range keyFields[target] {
		parts = append(parts, p.Values[name])
		if target == Partners && p.Values[name] != "" {
			break
		}
	}
	key := strings.Join(parts, "\x00")
	if strings.Trim(key, "\x00") == "" {
		return false, nil
	}
	hash := s.hash(p.Values)
	first, known := s.rows[key]
	switch {
	case !known:
		s.rows[key] = repeat{p.Row, hash}
		return false, nil
	case first.hash == hash:
		return true, nil
	default:
		return false, data.Problems{{
			Row: p.Row, Field: keyFields[target][0], Key: "problem.duplicate",
			Args: map[string]any{"Other": first.row},
		}}
	}
}

// hash sums up the values of a row, whatever their order.
func (s *repeats) hash(values map[string]string) uint64 {
	var sum uint64
	for name, value := range values {
		sum += maphash.String(s.seed, name+"\x00"+value)
	}
	return sum
}
