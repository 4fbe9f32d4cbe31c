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
	File     string            `json:"-"`        // where the map stands, for the problems in it
}

// maxMap bounds the JSON of --map.
const maxMap = 1 << 20

// ReadMap reads the JSON of --map. Words it doesn't know are a problem, so that a misspelt one isn't passed over.
// Numbers may stand for texts.
func ReadMap(r io.Reader) (Map, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxMap+1))
	if err != nil {
		return Map{}, fmt.Errorf("read the map: %w", err)
	}
	if len(raw) > maxMap {
		return Map{}, problem("", "problem.map_too_large", nil)
	}
	parts, err := data.ReadFields(raw)
	if err != nil {
		return Map{}, err
	}
	var m Map
	var problems data.Problems
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		switch name {
		case "columns":
			m.Columns = textsIn(name, parts[name], &problems)
		case "defaults":
			m.Defaults = textsIn(name, parts[name], &problems)
		case "scale":
			m.Scale = textsIn(name, parts[name], &problems)
		case "empty":
			if json.Unmarshal(parts[name], &m.Empty) != nil {
				problems.Add(name, "problem.not_a_list")
			}
		default:
			problems = append(problems, problem(name, "problem.unknown_field", map[string]any{"Value": name})...)
		}
	}
	return m, problems.Err()
}

// textsIn reads an object of texts.
func textsIn(part string, raw json.RawMessage, problems *data.Problems) map[string]string {
	var members map[string]json.RawMessage
	if json.Unmarshal(raw, &members) != nil {
		problems.Add(part, "problem.not_an_object")
	}
	texts := make(map[string]string, len(members))
	for _, name := range slices.Sorted(maps.Keys(members)) {
		var text string
		var number json.Number
		switch {
		case json.Unmarshal(members[name], &text) == nil:
			texts[name] = text
		case json.Unmarshal(members[name], &number) == nil:
			texts[name] = number.String()
		default:
			problems.Add(part+"."+name, "problem.not_a_text")
		}
	}
	return texts
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
	return m.named(problems).Err()
}

// absentHeaders reports the fields of the map whose header the file doesn't have.
func (f *File) absentHeaders() data.Problems {
	var problems data.Problems
	for _, name := range f.absent {
		problems = append(problems, f.options.Map.headerless(name))
	}
	return problems
}

// headerless reports that the file has no column with the header the map names for a field.
func (m Map) headerless(name string) data.Problem {
	return data.Problem{
		File: m.File, Field: "columns." + name, Key: "problem.map_header", Args: map[string]any{"Value": m.Columns[name]},
	}
}

// named says of problems that they stand in the map's file.
func (m Map) named(problems data.Problems) data.Problems {
	for i := range problems {
		problems[i].File = m.File
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
	return values, f.options.Map.named(problems)
}
