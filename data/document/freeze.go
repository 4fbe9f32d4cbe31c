package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

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

// FrozenDifferences lists what differs between two papers that [Freeze] wrote, as [Differences] does.
func FrozenDifferences(before, after []byte) ([]data.Difference, error) {
	a, err := Thaw(before)
	if err != nil {
		return nil, fmt.Errorf("the revision before: %w", err)
	}
	b, err := Thaw(after)
	if err != nil {
		return nil, fmt.Errorf("the new revision: %w", err)
	}
	return Differences(a, b), nil
}
