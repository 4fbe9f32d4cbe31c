package command

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
)

// fields are the members of a JSON object, by name.
type fields map[string]json.RawMessage

// take returns the member name and removes it, so that what is left over can be reported.
func (f fields) take(name string) (json.RawMessage, bool) {
	raw, ok := f[name]
	delete(f, name)
	return raw, ok
}

// text takes the member name as text; a number stands for its digits.
func (f fields) text(name string, problems *data.Problems) string {
	raw, ok := f.take(name)
	if !ok {
		return ""
	}
	text, ok := plainText(raw)
	if !ok {
		problems.Add(name, "command.apply.text")
	}
	return text
}

// rename moves members to where the record has them: {"city": …} to {"postal": {"city": …}} for the path
// "postal.city". What the deeper object says itself stands.
func (f fields) rename(paths map[string]string) {
	for _, name := range slices.Sorted(maps.Keys(paths)) {
		if raw, ok := f.take(name); ok {
			f.put(strings.Split(paths[name], "."), raw)
		}
	}
}

func (f fields) put(path []string, raw json.RawMessage) {
	if len(path) == 1 {
		if _, said := f[path[0]]; !said {
			f[path[0]] = raw
		}
		return
	}
	deeper := fields{}
	if inside, ok := f[path[0]]; ok && json.Unmarshal(inside, &deeper) != nil {
		return // not an object: reported when the record is filled
	}
	deeper.put(path[1:], raw)
	if joined, err := json.Marshal(deeper); err == nil {
		f[path[0]] = joined
	}
}

// fill puts the members of f into the record, a pointer to a struct, by their JSON names. Members that are absent
// change nothing, null and "" empty a field, objects are filled in turn and lists are replaced. What record doesn't
// know, and what doesn't fit, is a problem with its path.
func fill(record any, f fields) data.Problems {
	var problems data.Problems
	into := reflect.ValueOf(record).Elem()
	for _, name := range slices.Sorted(maps.Keys(f)) {
		field, ok := member(into, name)
		if !ok {
			problems.Add(name, "command.apply.unknown")
			continue
		}
		problems = append(problems, within(name, set(field, f[name]))...)
	}
	return problems
}

// within puts path before the fields of problems.
func within(path string, problems data.Problems) data.Problems {
	for i := range problems {
		problems[i].Field = strings.TrimSuffix(path+"."+problems[i].Field, ".")
	}
	return problems
}

// member finds the field of a struct with a JSON name, in embedded structs too. What the store keeps by itself
// (UUID, version, times) isn't offered.
func member(of reflect.Value, name string) (reflect.Value, bool) {
	for i := range of.NumField() {
		f := of.Type().Field(i)
		if f.Anonymous && f.Type != reflect.TypeFor[data.Record]() {
			if found, ok := member(of.Field(i), name); ok {
				return found, true
			}
		}
		tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if tag == name && tag != "-" && tag != "uuid" && !f.Anonymous {
			return of.Field(i), true
		}
	}
	return reflect.Value{}, false
}

// set puts one JSON value into a field.
func set(field reflect.Value, raw json.RawMessage) data.Problems {
	if text, ok := plainText(raw); ok && text == "" || string(raw) == "null" {
		field.SetZero()
		return nil
	}
	switch {
	case field.Kind() == reflect.Pointer:
		field.Set(reflect.New(field.Type().Elem()))
		return set(field.Elem(), raw)
	case field.Kind() == reflect.String || isText(field):
		return setText(field, raw)
	case field.Kind() == reflect.Struct:
		return setStruct(field, raw)
	case field.Kind() == reflect.Slice:
		return setList(field, raw)
	case field.Kind() == reflect.Map:
		field.Set(cloned(field)) // the old record keeps its own
	}
	if json.Unmarshal(raw, field.Addr().Interface()) != nil {
		return data.Problems{{Key: shapeProblem(field.Kind())}}
	}
	return nil
}

// shapeProblem names the sentence for a JSON value that isn't of the kind its field wants.
func shapeProblem(wanted reflect.Kind) string {
	switch wanted {
	case reflect.Bool:
		return "problem.not_a_boolean"
	case reflect.Int, reflect.Int64, reflect.Int32:
		return "problem.not_whole"
	}
	return "problem.not_an_object"
}

// isText reports whether a field is written as text, as decimals are.
func isText(field reflect.Value) bool {
	_, ok := field.Addr().Interface().(encoding.TextUnmarshaler)
	return ok
}

// setText puts text, or the digits of a number, into a field that is written as text.
func setText(field reflect.Value, raw json.RawMessage) data.Problems {
	text, ok := plainText(raw)
	if !ok {
		return data.Problems{{Key: "command.apply.text"}}
	}
	if err := readText(field.Addr().Interface(), text); err != nil {
		return data.Problems{{Key: textProblem(err), Args: map[string]any{"Value": text, "Decimals": data.DecimalsOf(field.Interface(), 0)}}}
	}
	return nil
}

// errCountry reports text that is no country.
var errCountry = errors.New("not a country")

// readText reads text as the field's type wants it: countries and units by any of their names.
func readText(field any, text string) error {
	switch f := field.(type) {
	case *data.Country:
		c, ok := data.ParseCountry(text)
		if !ok {
			return errCountry
		}
		*f = c
	case *data.Unit:
		*f, _ = data.ParseUnit(text) // a unit it doesn't know is kept
	case *data.Date:
		d, err := data.ParseDate(text)
		*f = d
		return err
	case encoding.TextUnmarshaler:
		return f.UnmarshalText([]byte(text))
	default:
		reflect.ValueOf(field).Elem().SetString(text)
	}
	return nil
}

// textProblem names the sentence for text that a field can't hold.
func textProblem(err error) string {
	switch {
	case errors.Is(err, errCountry):
		return "problem.unknown_country"
	case errors.Is(err, data.ErrNotADate):
		return "problem.not_a_date"
	case errors.Is(err, data.ErrNotAWeek):
		return "showcase.problem.not_a_week"
	case errors.Is(err, data.ErrTooFine):
		return "problem.too_fine"
	case errors.Is(err, data.ErrTooLarge):
		return "problem.too_large"
	}
	return "problem.not_a_number"
}

func setStruct(field reflect.Value, raw json.RawMessage) data.Problems {
	inside := fields{}
	if json.Unmarshal(raw, &inside) != nil {
		return data.Problems{{Key: "problem.not_an_object"}}
	}
	return fill(field.Addr().Interface(), inside)
}

// setList replaces a list. Its elements are counted from 1, as people count lines.
func setList(field reflect.Value, raw json.RawMessage) data.Problems {
	var elements []json.RawMessage
	if json.Unmarshal(raw, &elements) != nil {
		return data.Problems{{Key: "problem.not_a_list"}}
	}
	var problems data.Problems
	list := reflect.MakeSlice(field.Type(), len(elements), len(elements))
	for i, one := range elements {
		problems = append(problems, within(strconv.Itoa(i+1), set(list.Index(i), one))...)
	}
	field.Set(list)
	return problems
}

// cloned returns a copy of a map, never nil.
func cloned(m reflect.Value) reflect.Value {
	c := reflect.MakeMap(m.Type())
	for _, key := range m.MapKeys() {
		c.SetMapIndex(key, m.MapIndex(key))
	}
	return c
}

// plainText reads a JSON text, or the digits of a JSON number.
func plainText(raw json.RawMessage) (string, bool) {
	raw = bytes.TrimSpace(raw)
	var text string
	if json.Unmarshal(raw, &text) == nil && string(raw) != "null" {
		return text, true
	}
	var number json.Number
	if len(raw) > 0 && raw[0] != '"' && json.Unmarshal(raw, &number) == nil && number != "" {
		return number.String(), true
	}
	return "", false
}
