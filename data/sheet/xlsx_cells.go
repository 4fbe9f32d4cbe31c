package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"unicode/utf8"
)

// cellReader reads the cells of a worksheet from its XML, row by row, with their kinds and styles.
type cellReader struct {
	*tagReader
	archive *zip.ReadCloser
	part    io.ReadCloser
	texts   *sharedTexts
	row     int  // the row whose tag was read but not its cells; 0 when none
	last    int  // the row read last
	ended   bool // the end of the rows was seen
	lost    bool // rows or cells that can't be placed, or that say what can't be
	cells   []rawCell
}

// rawCell is a cell as its XML has it.
type rawCell struct {
	kind  byte // 'n' number, 's' text, 'b' boolean, 'e' error, 'd' date; 0 no cell
	style int
	text  string
}

// maxRows is how many rows a sheet can have.
const maxRows = 1 << 20

// openCells opens the part of the workbook at path.
func openCells(path, part string, texts *sharedTexts) (*cellReader, error) {
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
		return &cellReader{tagReader: newTagReader(in), archive: archive, part: in, texts: texts}, nil
	}
	_ = archive.Close() // nothing was written
	return nil, errBroken
}

// close lets go of the part.
func (k *cellReader) close() {
	_ = k.part.Close() // nothing was written
	_ = k.archive.Close()
}

// next reads the next row, its number and its cells, which change with the row after it. After the last row, row is 0;
// ok is false then when the part ends before its rows do, or says what no program writes.
func (k *cellReader) next() (row int, cells []rawCell, ok bool) {
	if k.row == 0 {
		k.seek()
	}
	row, k.row = k.row, 0
	k.cells = k.cells[:0]
	if row > 0 && !bytes.HasSuffix(k.tag, []byte("/")) {
		k.fill()
	}
	if k.lost || k.wrong || row == 0 && !k.ended {
		return 0, nil, false
	}
	return row, k.cells, true
}

// seek reads on to the next row's tag.
func (k *cellReader) seek() {
	for !k.ended && k.row == 0 {
		name, ok := k.read()
		if !ok {
			return
		}
		k.between(name)
	}
}

// between takes in a tag between rows: the start of a row, or the end of all.
func (k *cellReader) between(name string) {
	switch name {
	case "row", "row/":
		row := k.last + 1
		if r := number(attribute(k.tag, "r")); r > 0 {
			row = r
		}
		if row <= k.last || row > maxRows {
			k.lost = true
		}
		k.row, k.last = row, row
	case "/sheetData", "sheetData/":
		k.ended = true
	}
}

// fill reads the cells of the row whose tag was read.
func (k *cellReader) fill() {
	at, spoken := -1, 0
	for {
		name, ok := k.read()
		switch name {
		case "/row":
			return
		case "/sheetData", "row":
			ok = false // the row has no end
		case "c", "c/":
			k.settle(at)
			at = k.cell(name == "c/")
		case "/c":
			k.settle(at)
			at = -1
		default:
			spoken += spokenStep(name)
			if at >= 0 && (name == "v" || name == "t" && spoken == 0) {
				ok = k.text()
			}
		}
		if !ok {
			k.lost = true
			return
		}
	}
}

// spokenStep says whether a tag begins (1) or ends (-1) what tells how a text is spoken. It isn't part of the text.
func spokenStep(name string) int {
	switch name {
	case "rPh":
		return 1
	case "/rPh":
		return -1
	}
	return 0
}

// pointing is the kind of a cell that has the number of a shared text instead of a text, until it is settled.
const pointing = 'p'

// cell takes in the tag of a cell and returns its column; -1 when there is nothing to read in it.
func (k *cellReader) cell(empty bool) int {
	k.chars = k.chars[:0]
	at := len(k.cells)
	if ref := attribute(k.tag, "r"); len(ref) > 0 {
		at = columnOf(ref)
	}
	if at < 0 || at >= maxColumns {
		k.lost = true
		return -1
	}
	for len(k.cells) <= at {
		k.cells = append(k.cells, rawCell{})
	}
	if empty {
		return -1
	}
	c := rawCell{kind: 'n', style: number(attribute(k.tag, "s"))}
	switch t := attribute(k.tag, "t"); string(t) {
	case "", "n":
	case "b", "e", "d":
		c.kind = t[0]
	case "s":
		c.kind = pointing
	default:
		c.kind = 's'
	}
	k.cells[at] = c
	return at
}

// settle gives the cell at a column the text that was read for it.
func (k *cellReader) settle(at int) {
	if at < 0 {
		return
	}
	c := &k.cells[at]
	if c.kind != pointing {
		if !utf8.Valid(k.chars) {
			k.wrong = true
		}
		c.text = string(k.chars)
		return
	}
	c.kind = 's'
	digits := bytes.TrimSpace(k.chars)
	if len(digits) == 0 {
		return
	}
	text, ok := k.texts.at(number(digits))
	if !ok || number(digits) == 0 && string(digits) != "0" {
		k.lost = true
		return
	}
	c.text = text
}

// number reads a whole number: 0 for anything else, and more than a million for all that is larger.
func number(b []byte) int {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0
		}
		if n < 1<<26 {
			n = n*10 + int(c-'0')
		}
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
