package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// tagReader goes through the XML of a worksheet or of the shared texts from tag to tag. It knows just as much of XML as
// these parts need, because a decoder for all of XML takes most of the time that a merchant waits for an import.
type tagReader struct {
	in     *bufio.Reader
	tag    []byte // between '<' and '>'
	chars  []byte // of the text read last
	opened bool   // the '<' of the next tag was read
	wrong  bool   // a text can't be right: it isn't UTF-8, too long, or names a character that doesn't exist
}

func newTagReader(part io.Reader) *tagReader {
	return &tagReader{in: bufio.NewReaderSize(io.LimitReader(part, maxPart), 64<<10)}
}

// read reads the next tag and returns its name without a namespace: "row", "/row", "row/"; "" for tags that don't
// matter.
func (r *tagReader) read() (name string, ok bool) {
	if !r.opened && !r.skipTo('<') {
		return "", false
	}
	r.opened = false
	r.tag = r.tag[:0]
	for {
		part, err := r.in.ReadSlice('>')
		r.tag = append(r.tag, part...)
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) || len(r.tag) > maxCell {
			return "", false
		}
		if err == nil && !openTag(r.tag) {
			break
		}
	}
	r.tag = bytes.TrimSuffix(r.tag, []byte(">"))
	return tagName(r.tag), true
}

// skipTo reads past the next c.
func (r *tagReader) skipTo(c byte) bool {
	for {
		_, err := r.in.ReadSlice(c)
		if err == nil {
			return true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return false
		}
	}
}

// text appends the text before the next tag to chars. ok is false when the part ends instead, or the text can't be right.
func (r *tagReader) text() (ok bool) {
	for {
		from := len(r.chars)
		if !r.upTo('<') {
			return false
		}
		r.chars = r.chars[:len(r.chars)-1]
		r.resolve(from)
		switch next, _ := r.in.Peek(len("![CDATA[")); {
		case string(next) == "![CDATA[":
			if !r.verbatim() {
				return false
			}
		case bytes.HasPrefix(next, []byte("!--")):
			r.opened = true
			if _, ok := r.read(); !ok {
				return false
			}
		default:
			r.opened = true
			return !r.wrong
		}
	}
}

// upTo appends what stands before the next c to chars, and c.
func (r *tagReader) upTo(c byte) bool {
	for {
		part, err := r.in.ReadSlice(c)
		r.chars = append(r.chars, part...)
		if len(r.chars) > maxCell {
			r.wrong = true
			return false
		}
		if err == nil {
			return true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return false
		}
	}
}

// verbatim appends a section in which nothing is escaped.
func (r *tagReader) verbatim() bool {
	_, _ = r.in.Discard(len("![CDATA[")) // it was just seen
	from := len(r.chars)
	for {
		if !r.upTo('>') {
			return false
		}
		if rest, ended := bytes.CutSuffix(r.chars[from:], []byte("]]>")); ended {
			r.chars = r.chars[:from+len(rest)]
			return true
		}
	}
}

// resolve puts the characters that references name into the text from a position of chars on, and one line feed for
// each end of a line (XML 1.0, 2.11).
func (r *tagReader) resolve(from int) {
	text := r.chars[from:]
	if bytes.IndexByte(text, '&') < 0 && bytes.IndexByte(text, '\r') < 0 {
		return
	}
	kept := text[:0]
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '\r':
			kept = append(kept, '\n')
			if i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
		case '&':
			end := bytes.IndexByte(text[i:], ';')
			char, known := rune(0), false
			if end > 0 {
				char, known = reference(string(text[i+1 : i+end]))
			}
			if !known {
				r.wrong = true
				return
			}
			kept = utf8.AppendRune(kept, char) // never longer than its reference
			i += end
		default:
			kept = append(kept, c)
		}
	}
	r.chars = r.chars[:from+len(kept)]
}

// reference returns the character that a reference names, without its '&' and ';'.
func reference(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	return rune(n), err == nil && n <= utf8.MaxRune && utf8.ValidRune(rune(n))
}

// openTag reports whether the '>' at the end of tag stands inside a comment, a CDATA section or an attribute's quotes.
func openTag(tag []byte) bool {
	switch {
	case bytes.HasPrefix(tag, []byte("!--")):
		return !bytes.HasSuffix(tag, []byte("-->"))
	case bytes.HasPrefix(tag, []byte("![CDATA[")):
		return !bytes.HasSuffix(tag, []byte("]]>"))
	}
	var quote byte
	for _, c := range tag {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return quote != 0
}

// tagNames are the tags that matter, with and without their slash, so that reading makes no strings.
var tagNames = func() map[string][3]string {
	names := map[string][3]string{}
	for _, name := range []string{"c", "v", "row", "sheetData", "is", "t", "rPh", "si", "sst"} {
		names[name] = [3]string{name, "/" + name, name + "/"}
	}
	return names
}()

// tagName returns the local name of a tag that matters with its slash, "/row" or "row/"; "" for the others.
func tagName(tag []byte) string {
	closing := bytes.HasPrefix(tag, []byte("/"))
	name := bytes.TrimPrefix(tag, []byte("/"))
	if i := bytes.IndexAny(name, " \t\r\n/"); i >= 0 {
		name = name[:i]
	}
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	known, ok := tagNames[string(name)]
	switch {
	case !ok:
		return ""
	case closing:
		return known[1]
	case bytes.HasSuffix(tag, []byte("/")):
		return known[2]
	}
	return known[0]
}

// attribute returns the value of an attribute of one letter.
func attribute(tag []byte, name string) []byte {
	for i := 1; i+3 < len(tag); i++ {
		if tag[i] != name[0] || tag[i+1] != '=' || tag[i-1] > ' ' {
			continue
		}
		value := tag[i+3:]
		if end := bytes.IndexByte(value, tag[i+2]); end >= 0 {
			return value[:end]
		}
	}
	return nil
}
