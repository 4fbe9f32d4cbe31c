package data

import (
	"encoding/json"
	"errors"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// question reads the JSON object of a price or packing question field by field. What is wrong with a field becomes a
// problem that names it; at the end a field that nobody asked for is one too.
type question struct {
	check
	fields map[string]json.RawMessage
}

// askJSON reads one JSON object.
func askJSON(b []byte) (*question, error) {
	fields, err := ReadFields(b)
	return &question{fields: fields}, err
}

// take returns the raw value of a field and marks it as asked for; nil when it is absent or null.
func (q *question) take(field string) json.RawMessage {
	raw, ok := q.fields[field]
	delete(q.fields, field)
	if !ok || string(raw) == "null" {
		return nil
	}
	return raw
}

// figure reads a decimal, written as a string or a number; nil when it is absent. It can't be negative.
func (q *question) figure(field string) *decimal.Decimal {
	raw := q.take(field)
	if raw == nil {
		return nil
	}
	text := string(raw)
	if strings.HasPrefix(text, `"`) && json.Unmarshal(raw, &text) != nil {
		text = ""
	}
	text = strings.TrimSpace(text)
	if len(text) > maxDigits || strings.Trim(strings.TrimLeft(text, "+-"), "0123456789.") != "" {
		q.add(field, "problem.not_a_number")
		return nil
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		q.add(field, "problem.not_a_number")
		return nil
	}
	if d.IsNegative() {
		q.add(field, "problem.negative")
		return nil
	}
	return &d
}

// share reads a share of at most one, such as 0.13 for 13 %.
func (q *question) share(field string) *decimal.Decimal {
	d := q.figure(field)
	if d != nil && d.GreaterThan(one) {
		q.add(field, "problem.share_over_one")
	}
	return d
}

// positive reads a figure greater than zero.
func (q *question) positive(field string) *decimal.Decimal {
	d := q.figure(field)
	if d != nil && d.IsZero() {
		q.add(field, "problem.not_positive")
		return nil
	}
	return d
}

// whole reads a whole number from 0 to limit.
func (q *question) whole(field string, limit int64) *int64 {
	d := q.figure(field)
	switch {
	case d == nil:
		return nil
	case !d.IsInteger():
		q.add(field, "problem.not_whole")
		return nil
	case d.GreaterThan(decimal.NewFromInt(limit)):
		q.add(field, "problem.too_large")
		return nil
	}
	n := d.IntPart()
	return &n
}

// text reads a string; "" when it is absent.
func (q *question) text(field string) string {
	raw, s := q.take(field), ""
	if raw != nil && json.Unmarshal(raw, &s) != nil {
		q.add(field, "problem.not_a_text")
	}
	return s
}

// choice reads one of the words, the first when it is absent.
func (q *question) choice(field string, words ...string) string {
	s := q.text(field)
	if s == "" {
		return words[0]
	}
	if !slices.Contains(words, s) {
		q.add(field, "problem.not_one_of", "Values", strings.Join(words, ", "))
	}
	return s
}

// yes reads true or false; false when it is absent.
func (q *question) yes(field string) (b bool) {
	if raw := q.take(field); raw != nil && json.Unmarshal(raw, &b) != nil {
		q.add(field, "problem.not_a_boolean")
	}
	return b
}

// object reads an object inside; nil when it is absent. Its problems have the field in front and are q's.
func (q *question) object(field string) *question {
	raw := q.take(field)
	if raw == nil {
		return nil
	}
	inner := &question{check: check{prefix: q.prefix + field + "."}}
	if json.Unmarshal(raw, &inner.fields) != nil {
		q.add(field, notAnObject(raw))
		return nil
	}
	return inner
}

// objects reads a list of objects.
func (q *question) objects(field string) []*question {
	var rows []json.RawMessage
	raw := q.take(field)
	if raw != nil && json.Unmarshal(raw, &rows) != nil {
		q.add(field, "problem.not_a_list")
	}
	list := make([]*question, 0, len(rows))
	for i, row := range rows {
		inner := &question{check: check{prefix: q.prefix + at(field, i+1)}}
		if json.Unmarshal(row, &inner.fields) != nil {
			q.add(field+"."+strconv.Itoa(i+1), notAnObject(row))
			continue
		}
		list = append(list, inner)
	}
	return list
}

// close reports the fields that nobody asked for, and hands the problems over to outer if there is one.
func (q *question) close(outer *question) {
	for _, field := range slices.Sorted(maps.Keys(q.fields)) {
		q.add(field, "problem.unknown_field", "Value", field)
	}
	q.fields = nil
	if outer != nil {
		outer.problems = append(outer.problems, q.problems...)
	}
}

var one = decimal.NewFromInt(1)

// or returns the figure, or otherwise when it is absent.
func or(d *decimal.Decimal, otherwise decimal.Decimal) decimal.Decimal {
	if d == nil {
		return otherwise
	}
	return *d
}

// exactly turns a decimal into a fraction, so that nothing is lost when it is divided.
func exactly(d decimal.Decimal) *big.Rat { return d.Rat() }

// rounded writes a fraction with so many decimals, rounded half up (away from zero).
func rounded(r *big.Rat, decimals int32) string {
	s := r.FloatString(int(decimals))
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// listed reads a list of values as fields "1", "2" …; without fields when it is no list.
func listed(raw json.RawMessage) *question {
	var values []json.RawMessage
	q := &question{fields: map[string]json.RawMessage{}}
	if json.Unmarshal(raw, &values) != nil {
		return q // nothing at all where raw is nil
	}
	for i, v := range values {
		q.fields[strconv.Itoa(i+1)] = v
	}
	return q
}

// stored reads a figure as a whole number of 10^-places, as records hold it, and reports whether it was there. What is
// finer or larger than that is refused.
func stored[T ~int64](q *question, field string, places int32, required bool) (T, bool) {
	before := len(q.problems)
	d := q.figure(field)
	if d == nil {
		q.when(required && len(q.problems) == before, field, "problem.required")
		return 0, false
	}
	v, err := fixed(*d, places)
	switch {
	case errors.Is(err, ErrTooFine):
		q.add(field, "problem.too_fine", "Decimals", places)
	case err != nil:
		q.add(field, "problem.too_large")
	}
	return T(v), err == nil
}
