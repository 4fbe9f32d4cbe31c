package xlsx

import (
	"strings"
	"unicode/utf8"

	"tradewind/data/document"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"
)

// letters is the width of the whole sheet in characters of the normal font; A4 shows it without much scaling.
const letters = 100.0

// lineHeight is the height of a line of normal text, in points.
const lineHeight = 12.5

// normal is the size of text that a column's width is counted in, with some room to spare.
const normal = 9.5

// sheet is a worksheet being laid out in memory: rows of cells, what they merge, and where pictures lie. The columns
// are those of the page's widest grid, so that its figures stand one to a cell; everything else spans them.
type sheet struct {
	shares []int // of each column, hundredths of the width
	rows   []row
	merges []area
	images []image
	repeat int // the row repeated on every printed page, from 1; 0 for none
}

// row is one row of the sheet.
type row struct {
	height float64
	cells  []cell // one per column
}

// cell is what one cell holds and how it looks.
type cell struct {
	value   any
	formula string
	style   style
}

// area is a rectangle of cells, counted from 0, both ends inside it.
type area struct{ row, col, toRow, toCol int }

// newSheet returns an empty sheet with the columns of the widest grid of p.
func newSheet(p document.Page) *sheet {
	s := &sheet{shares: []int{50, 50}}
	for _, b := range p.Blocks {
		g, ok := b.(document.Grid)
		if !ok || len(g.Columns) <= len(s.shares) {
			continue
		}
		s.shares = nil
		for _, c := range g.Columns {
			s.shares = append(s.shares, c.Share)
		}
	}
	return s
}

// add appends a row of empty cells.
func (s *sheet) add(height float64) int {
	s.rows = append(s.rows, row{height: height, cells: make([]cell, len(s.shares))})
	return len(s.rows) - 1
}

// gap appends a narrow empty row.
func (s *sheet) gap() { s.add(6) }

// line appends a row with one text across all columns.
func (s *sheet) line(st style, height float64, text string) {
	at := s.add(max(height, s.needed(text, 0, len(s.shares)-1, st)))
	s.span(at, 0, len(s.shares)-1, cell{value: text, style: st})
}

// span fills the columns from..to of a row with one cell.
func (s *sheet) span(at, from, to int, c cell) { s.fill(area{at, from, at, to}, c) }

// fill puts c into the first cell of a and merges the rest into it, all of them in its style.
func (s *sheet) fill(a area, c cell) {
	for r := a.row; r <= a.toRow; r++ {
		for col := a.col; col <= a.toCol; col++ {
			s.rows[r].cells[col].style = c.style
		}
	}
	s.rows[a.row].cells[a.col] = c
	if a.row != a.toRow || a.col != a.toCol {
		s.merges = append(s.merges, a)
	}
}

// half is the last column of the left half: where boxes side by side are parted.
func (s *sheet) half() int {
	left, best := 0, 0
	nearest := 100
	for i, share := range s.shares[:len(s.shares)-1] {
		left += share
		if d := max(left-50, 50-left); d < nearest {
			nearest, best = d, i
		}
	}
	return best
}

// widthOf returns the width of the columns from..to in characters.
func (s *sheet) widthOf(from, to int) float64 {
	sum := 0
	for _, share := range s.shares[from : to+1] {
		sum += share
	}
	return float64(sum) * letters / 100
}

// needed estimates the height that text takes in the columns from..to: merged cells don't grow by themselves.
func (s *sheet) needed(text string, from, to int, st style) float64 {
	room := s.widthOf(from, to) - 1
	if st.indented() {
		room--
	}
	latin, chinese := lines(text, max(room*normal/st.points(), 1))
	return max((float64(latin)*latinHeight+float64(chinese)*chineseHeight)*st.points(), lineHeight)
}

// Heights of a line in sizes of its type. Chinese comes from another font, whose lines are higher.
const (
	latinHeight   = 1.25
	chineseHeight = 1.55
)

// lines estimates how many lines text fills when each has room for so many characters, and how many of them have Chinese in them.
func lines(text string, room float64) (latin, chinese int) {
	used, high := 0.0, false
	end := func() {
		if high {
			chinese++
		} else {
			latin++
		}
		used, high = 0, false
	}
	for _, r := range text {
		if r == '\n' {
			end()
			continue
		}
		if used+letter(r) > room {
			end()
		}
		used += letter(r)
		high = high || letter(r) == fullWidth
	}
	end()
	return latin, chinese
}

// letter is the width of r in characters of Latin text.
func letter(r rune) float64 {
	switch {
	case r >= 'a' && r <= 'z', strings.ContainsRune(" .,:;-()/'", r):
		return 0.9 // on the average, with room to spare for the word that moves to the next line
	case r >= '0' && r <= '9':
		return 1
	case r < utf8.RuneSelf:
		return 1.15
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return fullWidth
	}
	return 1.1
}

// fullWidth is the width of a Chinese character in characters of Latin text.
const fullWidth = 1.9

// write puts the sheet into f with its print set-up.
func (s *sheet) write(f *excelize.File, p document.Page) error {
	title := name(p)
	if err := f.SetSheetName("Sheet1", title); err != nil {
		return err
	}
	if err := s.setUp(f, title, p); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(title)
	if err != nil {
		return err
	}
	if err := s.stream(f, w); err != nil {
		return err
	}
	return w.Flush()
}

// stream writes columns, rows and merges.
func (s *sheet) stream(f *excelize.File, w *excelize.StreamWriter) error {
	for i := range s.shares {
		if err := w.SetColWidth(i+1, i+1, max(s.widthOf(i, i), 3)); err != nil {
			return err
		}
	}
	styles := styles{file: f, made: map[style]int{}}
	for i, r := range s.rows {
		values := make([]any, len(r.cells))
		for j, c := range r.cells {
			id, err := styles.id(c.style)
			if err != nil {
				return err
			}
			values[j] = excelize.Cell{StyleID: id, Formula: c.formula, Value: c.value}
		}
		if err := w.SetRow(at(i, 0), values, excelize.RowOpts{Height: min(r.height, 409)}); err != nil {
			return err
		}
	}
	for _, a := range s.merges {
		if err := w.MergeCell(at(a.row, a.col), at(a.toRow, a.toCol)); err != nil {
			return err
		}
	}
	return nil
}

// at names a cell counted from 0: "A1".
func at(row, col int) string {
	n, err := excelize.CoordinatesToCellName(col+1, row+1)
	if err != nil {
		panic(err) // rows and columns are counted by this package
	}
	return n
}
