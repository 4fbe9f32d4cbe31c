package command

import (
	"encoding"
	"encoding/json"
	"reflect"
)

// withLists returns a copy of v in which every list without elements is an empty one: JSON has [] for it and never null,
// so that a script need not look before it counts.
func withLists(v any) any {
	if v == nil {
		return nil
	}
	return listed(reflect.ValueOf(v)).Interface()
}

// listed does so for one value and what it holds. What writes its own JSON stays as it is.
func listed(v reflect.Value) reflect.Value {
	if writesItself(v.Type()) {
		return v
	}
	switch v.Kind() {
	case reflect.Slice:
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			list.Index(i).Set(listed(v.Index(i)))
		}
		return list
	case reflect.Struct:
		copied := reflect.New(v.Type()).Elem()
		copied.Set(v)
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				copied.Field(i).Set(listed(v.Field(i)))
			}
		}
		return copied
	case reflect.Pointer, reflect.Interface:
		return pointed(v)
	case reflect.Map:
		return mapped(v)
	}
	return v
}

func pointed(v reflect.Value) reflect.Value {
	if v.IsNil() {
		return v
	}
	if v.Kind() == reflect.Interface {
		return listed(v.Elem())
	}
	copied := reflect.New(v.Type().Elem())
	copied.Elem().Set(listed(v.Elem()))
	return copied
}

func mapped(v reflect.Value) reflect.Value {
	if v.IsNil() {
		return v
	}
	copied := reflect.MakeMapWithSize(v.Type(), v.Len())
	for _, key := range v.MapKeys() {
		copied.SetMapIndex(key, listed(v.MapIndex(key)))
	}
	return copied
}

// writesItself reports whether a type says by itself how it stands in JSON, as bytes and raw JSON do too.
func writesItself(t reflect.Type) bool {
	return t.Implements(reflect.TypeFor[json.Marshaler]()) || t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) ||
		t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8
}
