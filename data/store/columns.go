package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"tradewind/data"
)

// column ties a column of a table to the field that it holds. Field is a pointer, or a [textJSON], [utc] or [reference].
type column struct {
	name  string
	field any
}

// values returns what is written.
func values(cs []column) []any {
	vs := make([]any, len(cs))
	for i, c := range cs {
		vs[i] = value(c.field)
	}
	return vs
}

// value returns what field points to, as plain as the driver wants it.
func value(field any) any {
	switch f := field.(type) {
	case driver.Valuer:
		return f
	case *string:
		return *f
	case *int64:
		return *f
	case *bool:
		return *f
	}
	at := reflect.ValueOf(field).Elem()
	if _, own := at.Interface().(driver.Valuer); own {
		return at.Interface()
	}
	switch at.Kind() { // what the driver takes as it is; database/sql would find that out by reflection for each value of each row
	case reflect.String:
		return at.String()
	case reflect.Int64:
		return at.Int()
	case reflect.Bool:
		return at.Bool()
	default:
		return at.Interface()
	}
}

// targets returns where the columns are read to.
func targets(cs []column) []any {
	ts := make([]any, len(cs))
	for i, c := range cs {
		ts[i] = c.field
	}
	return ts
}

// names returns the columns of table alias with separators, for SELECT and INSERT.
func names(cs []column) string {
	ns := make([]string, len(cs))
	for i, c := range cs {
		ns[i] = c.name
	}
	return strings.Join(ns, ", ")
}

// recordColumns are the columns every record has.
func recordColumns(r *data.Record) []column {
	return []column{
		{"uuid", &r.UUID},
		{"version", &r.Version},
		{"created_at", utc{&r.CreatedAt}},
		{"changed_at", utc{&r.ChangedAt}},
		{"changed_by", &r.ChangedBy},
		{"archived", &r.Archived},
	}
}

// textJSON keeps a field as JSON; nothing is kept as "".
type textJSON struct{ at any }

// Value writes JSON.
func (j textJSON) Value() (driver.Value, error) {
	if reflect.ValueOf(j.at).Elem().IsZero() { // as most lists are; far cheaper than to write them
		return "", nil
	}
	b, err := json.Marshal(j.at)
	if s := string(b); s == "null" || s == "{}" || s == "[]" {
		return "", err
	}
	return string(b), err
}

// Scan reads JSON.
func (j textJSON) Scan(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("JSON column holds %T", v)
	}
	if s == "" {
		return nil
	}
	return json.Unmarshal([]byte(s), j.at)
}

// utc keeps a time as microseconds of Unix time; the zero time as 0.
type utc struct{ at *time.Time }

// Value writes microseconds.
func (u utc) Value() (driver.Value, error) {
	if u.at.IsZero() {
		return int64(0), nil
	}
	return u.at.UnixMicro(), nil
}

// Scan reads microseconds.
func (u utc) Scan(v any) error {
	n, ok := v.(int64)
	if !ok {
		return fmt.Errorf("time column holds %T", v)
	}
	if n == 0 {
		*u.at = time.Time{}
	} else {
		*u.at = time.UnixMicro(n).UTC()
	}
	return nil
}

// reference keeps the ID of another record; 0 as NULL, so that the foreign key holds.
type reference struct{ at *int64 }

// Value writes the ID.
func (r reference) Value() (driver.Value, error) {
	if *r.at == 0 {
		return nil, nil //nolint:nilnil // NULL
	}
	return *r.at, nil
}

// Scan reads the ID.
func (r reference) Scan(v any) error {
	n, ok := v.(int64)
	if !ok && v != nil {
		return fmt.Errorf("reference column holds %T", v)
	}
	*r.at = n
	return nil
}

// optional reads NULL as "".
type optional struct{ at *string }

// Scan reads the text.
func (o optional) Scan(v any) error {
	s, ok := v.(string)
	if !ok && v != nil {
		return fmt.Errorf("text column holds %T", v)
	}
	*o.at = s
	return nil
}

// in returns the holes and arguments of an IN list.
func in[T any](list []T) (string, []any) {
	args := make([]any, len(list))
	for i, v := range list {
		args[i] = v
	}
	return "(" + strings.TrimSuffix(strings.Repeat("?,", len(list)), ",") + ")", args
}
