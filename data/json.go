package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// byteOrderMark stands in front of files that some Windows programs write.
const byteOrderMark = "\ufeff"

// ReadJSON looks at a JSON file of the user's: it must hold one value in UTF-8 and name no field twice, for only one of
// the two could hold. It returns the value without a byte order mark, or [Problems] with line and column, counted from 1.
func ReadJSON(b []byte) (json.RawMessage, error) {
	b = bytes.TrimPrefix(b, []byte(byteOrderMark))
	if len(bytes.TrimSpace(b)) == 0 {
		return nil, Problems{{Key: "problem.json_empty"}}
	}
	if !utf8.Valid(b) {
		return nil, Problems{{Key: "problem.json_encoding", Args: place(b, len(b)-len(validEnd(b)))}}
	}
	var whole json.RawMessage
	if err := json.Unmarshal(b, &whole); err != nil {
		return nil, Problems{{Key: "problem.json_syntax", Args: place(b, faultIn(b, err))}}
	}
	if twice := repeatedNames(whole); len(twice) > 0 {
		return nil, twice
	}
	return whole, nil
}

// validEnd returns b from its first byte that isn't UTF-8 on.
func validEnd(b []byte) []byte {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			break
		}
		b = b[size:]
	}
	return b
}

// faultIn returns the offset at which b stops being JSON.
func faultIn(b []byte, err error) int {
	var some json.RawMessage
	cut := json.NewDecoder(bytes.NewReader(b)).Decode(&some)
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) && !errors.Is(cut, io.ErrUnexpectedEOF) {
		return min(len(b), max(0, int(syntax.Offset)-1))
	}
	return len(b)
}

// place says in which line and column an offset lies.
func place(b []byte, offset int) map[string]any {
	before := b[:min(offset, len(b))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return map[string]any{"Line": bytes.Count(before, []byte("\n")) + 1, "Column": utf8.RuneCount(before[start:]) + 1}
}

// scope is an object or list that is being read: the names it has had, or how many elements.
type scope struct {
	path  string
	names map[string]bool // nil for a list
	count int
	name  string // of the value that comes next in an object; "" when a name comes
	named bool
}

// repeatedNames names every field that an object of valid JSON has twice, by its path.
func repeatedNames(valid []byte) (twice Problems) {
	d := json.NewDecoder(bytes.NewReader(valid))
	d.UseNumber()
	stack := []scope{{}}
	for {
		token, err := d.Token()
		if err != nil { // the end: valid JSON gives no other
			return twice
		}
		top := &stack[len(stack)-1]
		name, isText := token.(string)
		switch {
		case token == json.Delim('}') || token == json.Delim(']'):
			stack = stack[:len(stack)-1]
		case top.names != nil && !top.named && isText:
			if top.names[name] {
				twice = append(twice, Problem{Field: joined(top.path, name), Key: "problem.json_twice", Args: map[string]any{"Value": name}})
			}
			top.names[name], top.name, top.named = true, name, true
		default:
			path := top.next(len(stack) == 1)
			if token == json.Delim('{') {
				stack = append(stack, scope{path: path, names: map[string]bool{}})
			} else if token == json.Delim('[') {
				stack = append(stack, scope{path: path})
			}
		}
	}
}

// next returns the path of the value that comes now; the outermost one has none.
func (s *scope) next(outermost bool) string {
	s.count++
	named := s.named
	s.named = false
	switch {
	case outermost:
		return ""
	case named:
		return joined(s.path, s.name)
	}
	return joined(s.path, strconv.Itoa(s.count))
}

// joined puts a name behind a path.
func joined(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// ReadFields reads a JSON file of the user's that must hold one object, as [ReadJSON] does, and returns its members.
func ReadFields(b []byte) (map[string]json.RawMessage, error) {
	whole, err := ReadJSON(b)
	if err != nil {
		return nil, err
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(whole, &fields) != nil || fields == nil {
		return nil, Problems{{Key: notAnObject(whole)}}
	}
	return fields, nil
}

// notAnObject names the sentence for a value that should be an object.
func notAnObject(value json.RawMessage) string {
	if bytes.HasPrefix(bytes.TrimSpace(value), []byte("[")) {
		return "problem.not_an_object_but_list"
	}
	return "problem.not_an_object"
}
