package sheet

import (
	"slices"
	"strings"
)

// heading is the row, or the two rows, that name the columns.
type heading struct {
	first, last int // rows of the file; 0 when there is none
	headers     []string
	fields      int // how many fields are known by it
}

// headRow is a row looked at while the heading is sought.
type headRow struct {
	row   int
	texts []string
}

// headRows is how many rows from the top are looked at for the heading; title rows and blank ones may stand above it.
const headRows = 40

// top reads the first rows of a source, keeping blank ones out.
func top(s source, most int) ([]headRow, error) {
	var rows []headRow
	err := s.each(func(row int, cells []cell) bool {
		if !blank(cells) {
			texts := make([]string, len(cells))
			for i, c := range cells {
				texts[i] = c.trimmed()
			}
			rows = append(rows, headRow{row, texts})
		}
		return len(rows) < most
	})
	return rows, err
}

// findHeading returns the heading among rows by which most fields are known, the upper one when several are as good:
// a single row, or a row of groups above a row of sides ("Carton size" above "L", "W", "H").
func findHeading(target Target, rows []headRow, o Options) heading {
	if o.Heading > 0 {
		rows = slices.DeleteFunc(slices.Clone(rows), func(r headRow) bool { return r.row < o.Heading })
		rows = rows[:min(2, len(rows))]
	}
	var best heading
	for i, r := range rows {
		if o.Heading > 0 && i > 0 {
			break
		}
		single := heading{first: r.row, last: r.row, headers: r.texts, fields: known(target, r.texts, o)}
		if single.fields > best.fields {
			best = single
		}
		if i+1 < len(rows) && rows[i+1].row == r.row+1 {
			joined := joinRows(r.texts, rows[i+1].texts)
			double := heading{first: r.row, last: r.row + 1, headers: joined, fields: known(target, joined, o)}
			if double.fields > best.fields && double.fields > known(target, rows[i+1].texts, o) {
				best = double
			}
		}
	}
	if best.fields == 0 {
		return widest(rows, o)
	}
	return best.withSubtitle(target, rows)
}

// widest returns the first row with at least two texts, for a file nothing is known of.
func widest(rows []headRow, o Options) heading {
	for _, r := range rows {
		n := 0
		for _, t := range r.texts {
			if t != "" {
				n++
			}
		}
		if n > 1 || o.Heading == r.row || len(rows) == 1 {
			return heading{first: r.row, last: r.row, headers: r.texts}
		}
	}
	if len(rows) > 0 {
		return heading{first: rows[0].row, last: rows[0].row, headers: rows[0].texts}
	}
	return heading{}
}

// withSubtitle takes a second heading row, which says the same in another language or in field names, to the heading.
func (h heading) withSubtitle(target Target, rows []headRow) heading {
	for _, r := range rows {
		if r.row != h.last+1 {
			continue
		}
		same, texts := 0, 0
		for i, t := range r.texts {
			if t == "" || i >= len(h.headers) {
				continue
			}
			texts++
			above, ok := indexes[target].recognise(h.headers[i])
			if m, known := indexes[target].recognise(t); ok && known && sameField(m.field.name, above.field.name) {
				same++
			}
		}
		if same >= 2 && same*2 >= texts {
			h.last = r.row
		}
	}
	return h
}

// sameField reports whether two headers, one below the other, may mean one column.
func sameField(a, b string) bool {
	return a == b || strings.HasPrefix(a, "name") && strings.HasPrefix(b, "name")
}

// known counts the fields that headers name, those of the map included. A field known by a weak header counts too.
func known(target Target, headers []string, o Options) int {
	best, _ := recognised(target, headers, nil, nil)
	fields := map[string]bool{}
	for _, m := range best {
		fields[m.field.name] = true
	}
	f := File{heading: heading{headers: headers}}
	for name, header := range o.Map.Columns {
		if f.header(header) >= 0 {
			fields[name] = true
		}
	}
	return len(fields)
}

// joinRows joins a row of groups with the row below it. A group's text stands in its first column only, so it goes on
// to the right as long as the columns there have a text below and none above.
func joinRows(upper, lower []string) []string {
	joined := make([]string, max(len(upper), len(lower)))
	group := ""
	for i := range joined {
		above, below := at(upper, i), at(lower, i)
		if above != "" || below == "" {
			group = above
		}
		joined[i] = strings.TrimSpace(group + " " + below)
	}
	return joined
}

// at returns texts[i], or "" beyond the end.
func at(texts []string, i int) string {
	if i < len(texts) {
		return texts[i]
	}
	return ""
}
