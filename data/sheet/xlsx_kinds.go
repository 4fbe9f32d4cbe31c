package sheet

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
)

// kindReader reads the kinds and styles of a worksheet's cells from its XML, row by row beside the library that reads
// the texts: that one doesn't hand them out without loading the whole sheet. It looks at tags and attributes only.
type kindReader struct {
	archive *zip.ReadCloser
	part    io.ReadCloser
	in      *bufio.Reader
	tag     []byte
	next    int  // the row whose tag was read but not its cells; 0 when none
	last    int  // the row read last
	ended   bool // the end of the rows was seen
	lost    bool // rows or cells that can't be placed
	infos   []cellInfo
}

// cellInfo is what the XML says of a cell.
type cellInfo struct {
	kind   byte // 'n' number, 's' text, 'b' boolean, 'e' error, 'd' date; 0 no cell
	style  int
	valued bool // it has a value
}

// openKinds opens the part of the workbook at path.
func openKinds(path, part string) (*kindReader, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	for _, f := range archive.File {
		if partName(f.Name) != part {
			continue
		}
		in, err := f.Open()
		if err != nil {
			break
		}
		k := &kindReader{archive: archive, part: in, in: bufio.NewReaderSize(io.LimitReader(in, maxPart), 64<<10)}
		k.seek()
		return k, nil
	}
	_ = archive.Close() // nothing was written
	return nil, errBroken
}

// close lets go of the part.
func (k *kindReader) close() {
	_ = k.part.Close() // nothing was written
	_ = k.archive.Close()
}

// of returns the cells of row, which must not be asked for backwards. ok is false when the sheet's rows aren't in
// order.
func (k *kindReader) of(row int) (infos []cellInfo, ok bool) {
	k.infos = k.infos[:0]
	if k.next != row {
		return nil, k.next == 0 || k.next > row
	}
	k.cells()
	return k.infos, !k.lost
}

// left reports whether the part holds rows with cells that weren't asked for, or ends before its rows do.
func (k *kindReader) left() bool {
	for k.next != 0 {
		if k.cells(); len(k.infos) > 0 {
			return true
		}
	}
	return !k.ended || k.lost
}

// seek reads on to the next row's tag.
func (k *kindReader) seek() {
	for k.next = 0; !k.ended; {
		name, ok := k.read()
		if !ok {
			return
		}
		if k.row(name) {
			return
		}
	}
}

// row takes in a tag between rows: the start of a row, which it reports, or the end of all.
func (k *kindReader) row(name string) bool {
	switch name {
	case "row":
		row := k.last + 1
		if r := number(attribute(k.tag, "r")); r > 0 {
			row = r
		}
		if row <= k.last {
			k.lost = true
		}
		k.next, k.last = row, row
		return true
	case "/sheetData", "sheetData/":
		k.ended = true
	}
	return false
}

// cells reads the cells of the row whose tag was read, and goes on to the next row's tag.
func (k *kindReader) cells() {
	k.infos = k.infos[:0]
	k.next = 0
	if bytes.HasSuffix(k.tag, []byte("/")) {
		k.seek()
		return
	}
	for {
		name, ok := k.read()
		switch {
		case !ok || name == "/sheetData":
			k.ended = ok
			return
		case name == "/row":
			k.seek()
			return
		case name == "c" || name == "c/":
			k.cell(name == "c/")
		case name == "v" && len(k.infos) > 0:
			k.infos[len(k.infos)-1].valued = true
		case name == "row":
			k.row(name)
			return
		}
	}
}

// cell takes in the tag of a cell.
func (k *kindReader) cell(empty bool) {
	at := len(k.infos)
	if ref := attribute(k.tag, "r"); len(ref) > 0 {
		at = columnOf(ref)
	}
	if at < 0 || at >= maxColumns {
		k.lost = true
		return
	}
	for len(k.infos) <= at {
		k.infos = append(k.infos, cellInfo{})
	}
	if empty {
		return
	}
	info := cellInfo{kind: 'n', style: number(attribute(k.tag, "s"))}
	switch t := attribute(k.tag, "t"); string(t) {
	case "", "n":
	case "b", "e", "d":
		info.kind = t[0]
	default:
		info.kind = 's'
	}
	k.infos[at] = info
}

// read reads the next tag into k.tag and returns its name without a namespace: "row", "/row", "row/".
func (k *kindReader) read() (name string, ok bool) {
	if !k.skipTo('<') {
		return "", false
	}
	k.tag = k.tag[:0]
	for {
		part, err := k.in.ReadSlice('>')
		k.tag = append(k.tag, part...)
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) || len(k.tag) > maxCell {
			return "", false
		}
		if err == nil && !openTag(k.tag) {
			break
		}
	}
	k.tag = bytes.TrimSuffix(k.tag, []byte(">"))
	return tagName(k.tag), true
}

// skipTo reads past the next c.
func (k *kindReader) skipTo(c byte) bool {
	for {
		_, err := k.in.ReadSlice(c)
		if err == nil {
			return true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return false
		}
	}
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
	for _, known := range [...]string{"c", "v", "row", "sheetData"} {
		if string(name) != known {
			continue
		}
		switch {
		case closing:
			return "/" + known
		case bytes.HasSuffix(tag, []byte("/")):
			return known + "/"
		}
		return known
	}
	return ""
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

// number reads a small whole number; 0 for anything else.
func number(b []byte) int {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > 1<<24 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// columnOf returns the column of a reference such as "AB12", from 0; -1 when it has none.
func columnOf(ref []byte) int {
	n := 0
	for _, c := range ref {
		switch {
		case c >= 'A' && c <= 'Z':
			n = n*26 + int(c-'A') + 1
		case c >= 'a' && c <= 'z':
			n = n*26 + int(c-'a') + 1
		default:
			return n - 1
		}
		if n > maxColumns {
			return -1
		}
	}
	return n - 1
}
