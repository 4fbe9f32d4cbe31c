package sheet

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// Map is what the user says about a file, as the JSON of --map has it. It overrides what is recognised for the fields
// it names; the other columns are still recognised.
type Map struct {
	Columns  map[string]string `json:"columns"`  // our field: their header
	Defaults map[string]string `json:"defaults"` // our field: the value where the column is absent or the cell empty
	Scale    map[string]string `json:"scale"`    // our field: what its numbers are multiplied by, exactly
	Empty    []string          `json:"empty"`    // texts that mean an empty cell
}

// maxMap bounds the JSON of --map.
const maxMap = 1 << 20

// ReadMap reads the JSON of --map. Words it doesn't know are a problem, so that a misspelt one isn't passed over.
func ReadMap(r io.Reader) (Map, error) {
	var m Map
	d := json.NewDecoder(io.LimitReader(r, maxMap))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return Map{}, problem("", "problem.map_json", map[string]any{"Value": err.Error()})
	}
	if _, err := d.Token(); err == nil {
		return Map{}, problem("", "problem.map_json", map[string]any{"Value": "}"})
	}
	return m, nil
}

// check reports fields that don't exist, and scales that aren't numbers or stand on a field without numbers.
func (m Map) check(fields []field) error {
	var problems data.Problems
	for part, named := range map[string]map[string]string{"columns": m.Columns, "defaults": m.Defaults, "scale": m.Scale} {
		for name := range named {
			if _, ok := find(fields, name); !ok {
				problems = append(problems, problem(part+"."+name, "problem.map_field", map[string]any{"Value": name})...)
			}
		}
	}
	for name, scale := range m.Scale {
		f, ok := find(fields, name)
		if _, err := decimal.NewFromString(scale); err != nil || ok && !f.kind.isFigure() {
			problems = append(problems, problem("scale."+name, "problem.map_scale", map[string]any{"Value": scale})...)
		}
	}
	slices.SortFunc(problems, func(a, b data.Problem) int {
		return slices.Compare([]string{a.Field, a.Key}, []string{b.Field, b.Key})
	})
	return problems.Err()
}

// absentHeaders reports the fields of the map whose header the file doesn't have.
func (f *File) absentHeaders() data.Problems {
	var problems data.Problems
	for _, name := range f.absent {
		problems = append(problems, problem(name, "problem.map_header", map[string]any{"Value": f.options.Map.Columns[name]})...)
	}
	return problems
}

// defaults reads the map's defaults with the rules for cells, so that "Germany" will do for a country.
func (f *File) defaults(n *normaliser, fields []field) (map[string]string, data.Problems) {
	values := map[string]string{}
	var problems data.Problems
	for _, name := range slices.Sorted(maps.Keys(f.options.Map.Defaults)) {
		fd, _ := find(fields, name)
		row := rowReader{normaliser: n, values: values}
		row.read(column{field: fd, factor: one}, cell{text: f.options.Map.Defaults[name]})
		for _, p := range row.problems {
			p.Field = fmt.Sprintf("defaults.%s", name)
			problems = append(problems, p)
		}
	}
	return values, problems
}
