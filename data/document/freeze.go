package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"tradewind/data"
)

// ErrNewerCopy reports a frozen copy of a newer version of the program.
var ErrNewerCopy = errors.New("frozen copy of a newer version")

// schema numbers the shape of frozen copies. It changes when a field changes its meaning, never for a new field.
const schema = 1

// frozen is the file form of a frozen copy.
type frozen struct {
	Schema int   `json:"schema"`
	Paper  Paper `json:"paper"`
}

// Freeze writes everything the paper says, in all languages, as JSON that is the same for the same paper. Pictures are
// kept by hash: the store never changes one.
func Freeze(p Paper) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(frozen{schema, p}); err != nil {
		return nil, fmt.Errorf("freeze %s: %w", p.Number, err)
	}
	return b.Bytes(), nil
}

// Thaw reads what [Freeze] wrote. It returns [ErrNewerCopy] for a shape it doesn't know.
func Thaw(b []byte) (Paper, error) {
	var f frozen
	if err := json.Unmarshal(b, &f); err != nil {
		return Paper{}, fmt.Errorf("thaw a frozen copy: %w", err)
	}
	if f.Schema > schema {
		return Paper{}, ErrNewerCopy
	}
	return f.Paper, nil
}

// Given reads an issued document as it stands today: what was given away, marked when it was voided since. It returns
// [ErrNewerCopy] as [Thaw] does.
func Given(d data.Issued) (Paper, error) {
	p, err := Thaw(d.Frozen)
	p.Voided = d.Voided
	return p, err
}

// Differences lists the paths at which b says something else than a, such as "lines.2.quantity", in the order of their
// names. Lines are counted from 1. What every revision changes, its number, revision and draft mark, isn't listed.
func Differences(a, b Paper) []string {
	a.Number, a.Revision, a.Draft, a.Voided = b.Number, b.Revision, b.Draft, b.Voided
	var paths []string
	compare("", tree(a), tree(b), &paths)
	return paths
}

// tree returns a paper as plain JSON values.
func tree(p Paper) any {
	raw, err := json.Marshal(p)
	if err != nil {
		panic("document: a paper that can't be written: " + err.Error()) // only plain values, so it always can
	}
	var t any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&t); err != nil {
		panic("document: a paper that can't be read back: " + err.Error())
	}
	return t
}

func compare(path string, a, b any, paths *[]string) {
	switch x := a.(type) {
	case map[string]any:
		if y, ok := b.(map[string]any); ok {
			compareFields(path, x, y, paths)
			return
		}
	case []any:
		if y, ok := b.([]any); ok {
			for i := range max(len(x), len(y)) {
				compare(under(path, strconv.Itoa(i+1)), at(x, i), at(y, i), paths)
			}
			return
		}
	default:
		if a == b && !nested(b) {
			return
		}
	}
	*paths = append(*paths, path)
}

func compareFields(path string, x, y map[string]any, paths *[]string) {
	names := maps.Clone(x)
	maps.Copy(names, y)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if x[name] == nil && y[name] == nil {
			continue
		}
		compare(under(path, name), x[name], y[name], paths)
	}
}

// nested reports whether v is a list or object, which can't be compared with ==.
func nested(v any) bool {
	switch v.(type) {
	case map[string]any, []any:
		return true
	}
	return false
}

func at(list []any, i int) any {
	if i < len(list) {
		return list[i]
	}
	return nil
}

func under(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
