package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"tradewind/data"
)

// maxInput bounds a JSON file from outside.
const maxInput = 64 << 20

// price answers a price question: cost to EXW … CIF with commission, or back (STANDARDS 3.3).
func (s *session) price() error {
	if s.call.has("number") {
		return s.comparePrices()
	}
	name, raw, err := s.input(s.call.option("input"))
	if err != nil {
		return err
	}
	asked, err := s.priceInput(raw)
	if err != nil {
		return in(name, err)
	}
	result, err := data.Price(asked)
	if err != nil || s.call.on("json") {
		return s.figures(name, result, err)
	}
	return s.priced(result)
}

// pack answers a packing question: cartons, weights, volume, chargeable weight, container fit (STANDARDS 4).
func (s *session) pack() error {
	name, raw, err := s.input(s.call.option("input"))
	if err != nil {
		return err
	}
	asked, err := data.ParsePackInput(raw)
	if err != nil {
		return in(name, err)
	}
	result, err := data.Pack(asked)
	return s.figures(name, result, err)
}

// figures prints the result of a calculation: as JSON, or one figure a line.
func (s *session) figures(name string, result any, err error) error {
	if err != nil {
		return in(name, err)
	}
	if s.call.on("json") {
		return s.json(result)
	}
	raw, err := json.Marshal(result)
	if err != nil {
		return fmt.Errorf("write figures: %w", err)
	}
	return printFigures(s.Out, raw, "")
}

// input reads a file of the user's, "-" being standard input, and returns the name to call it by.
func (s *session) input(path string) (string, []byte, error) {
	if path == "-" {
		raw, err := io.ReadAll(io.LimitReader(s.In, maxInput+1))
		return "stdin", raw, tooLong("stdin", raw, err)
	}
	f, err := os.Open(path)
	if err != nil {
		return path, nil, in(path, unreadable(err))
	}
	defer func() { _ = f.Close() }() // only read from
	raw, err := io.ReadAll(io.LimitReader(f, maxInput+1))
	return path, raw, tooLong(path, raw, err)
}

func tooLong(name string, raw []byte, err error) error {
	if err != nil {
		return in(name, unreadable(err))
	}
	if len(raw) > maxInput {
		return in(name, refuse("command.input.too_long"))
	}
	return nil
}

// unreadable says in a sentence why a file can't be read.
func unreadable(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuse("command.input.missing")
	case errors.Is(err, fs.ErrPermission):
		return refuse("command.input.forbidden")
	}
	return refuse("command.input.unreadable", "Cause", cause(err))
}

// cause returns what the system says, without the path it repeats.
func cause(err error) string {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// nothing lists the JSON values that aren't worth a line.
var nothing = []string{`""`, "null", "[]", "{}"}

// printFigures prints the fields of a JSON object in their order, one a line, those of objects inside indented.
func printFigures(w io.Writer, raw json.RawMessage, indent string) error {
	d := json.NewDecoder(strings.NewReader(string(raw)))
	open, err := d.Token()
	for err == nil && d.More() {
		label := "-"
		if open == json.Delim('{') {
			var name json.Token
			if name, err = d.Token(); err != nil {
				break
			}
			label = fmt.Sprint(name)
		}
		var value json.RawMessage
		if err = d.Decode(&value); err != nil {
			break
		}
		if slices.Contains(nothing, string(value)) {
			continue
		}
		if value[0] == '{' || value[0] == '[' {
			fmt.Fprintf(w, "%s%s\n", indent, label)
			err = printFigures(w, value, indent+"  ")
			continue
		}
		fmt.Fprintf(w, "%s%-20s %s\n", indent, label, strings.Trim(string(value), `"`))
	}
	if err != nil {
		return fmt.Errorf("print figures: %w", err)
	}
	return nil
}
