package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"tradewind/data"
)

// object is a JSON object that keeps the order of its fields.
type object struct {
	names  []string
	values map[string]any
}

// treeOf returns a value as plain JSON: [object], list of any, text, number, bool or nil.
func treeOf(v any) any {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("document: a paper that can't be written: " + err.Error()) // only plain values, so it always can
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	t, err := readTree(d)
	if err != nil {
		panic("document: a paper that can't be read back: " + err.Error())
	}
	return t
}

// readTree reads the next value of d.
func readTree(d *json.Decoder) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		var list []any
		for d.More() {
			v, err := readTree(d)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err = d.Token()
		return list, err
	case json.Delim('{'):
		o := object{values: map[string]any{}}
		for d.More() {
			name, err := d.Token()
			if err != nil {
				return nil, err
			}
			v, err := readTree(d)
			if err != nil {
				return nil, err
			}
			o.names = append(o.names, fmt.Sprint(name))
			o.values[fmt.Sprint(name)] = v
		}
		_, err = d.Token()
		return o, err
	}
	return token, nil
}

// fields lists the fields that either object has: in the order of o, those only before has behind their neighbour there.
func (o object) fields(before object) []string {
	names := slices.Clone(o.names)
	for i, name := range before.names {
		if slices.Contains(names, name) {
			continue
		}
		at := 0
		if i > 0 {
			at = slices.Index(names, before.names[i-1]) + 1
		}
		names = slices.Insert(names, at, name)
	}
	return names
}

// money returns the amount an object is, and whether it is one.
func (o object) money() (string, bool) {
	minor, number := o.values["minor"].(json.Number)
	currency, text := o.values["currency"].(string)
	if !number || !text {
		return "", false
	}
	n, err := minor.Int64()
	c := data.Currency(currency)
	return currency + " " + data.Money{Minor: n, Currency: c}.String(), err == nil
}

// address returns the lines of an address behind each other, its country's code last.
func (o object) address() string {
	text := func(name string) string { return plainText(o.values[name]) }
	a := data.Address{Street: text("address"), City: text("city"), Region: text("region"), PostalCode: text("postal_code")}
	a.Country = data.Country(text("country"))
	parts := a.Lines()
	if a.Country != "" {
		parts = append(parts, string(a.Country))
	}
	return strings.Join(parts, ", ")
}

// plainText is a value on one line: the parts of an object beside each other, those of a list parted by semicolons.
func plainText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case object:
		if text, ok := v.money(); ok {
			return text
		}
		var parts []string
		for _, name := range v.names {
			if text := plainText(v.values[name]); text != "" {
				parts = append(parts, text)
			}
		}
		return strings.Join(parts, " ")
	case []any:
		parts := make([]string, len(v))
		for i, one := range v {
			parts[i] = plainText(one)
		}
		return strings.Join(parts, "; ")
	}
	return fmt.Sprint(v)
}
