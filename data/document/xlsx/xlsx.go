// Package xlsx writes a page as a workbook that its reader can go on calculating with: figures are numbers, line
// amounts and totals are formulas whose cached values equal the PDF, and the sheet prints as the same A4 paper.
//
// Text from outside is always written as text: a name that starts with = + - or @ never becomes a formula.
package xlsx

import (
	"fmt"
	"io"
	"strings"
	"time"

	"tradewind/data/document"

	"github.com/xuri/excelize/v2"
)

// issuedBy is the program that made the workbook, as its properties say.
const issuedBy = "Tradewind"

// epoch stands in for the workbook's creation time, so that the same page always gives the same bytes.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).Format(time.RFC3339)

// Render writes p to w as a workbook of one sheet. A kind of block it doesn't know is an error.
func Render(w io.Writer, p document.Page) error {
	s := newSheet(p)
	if err := s.layOut(p); err != nil {
		return err
	}
	f := excelize.NewFile().SetZipWriter(newZip)
	defer f.Close()
	if err := s.write(f, p); err != nil {
		return fmt.Errorf("write workbook %s: %w", p.Number, err)
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("write workbook %s: %w", p.Number, err)
	}
	return nil
}

// layOut puts the page's blocks one under the other.
func (s *sheet) layOut(p document.Page) error {
	if err := s.heading(p); err != nil {
		return err
	}
	for _, b := range p.Blocks {
		var err error
		switch b := b.(type) {
		case document.Boxes:
			s.boxes(b)
		case document.Grid:
			err = s.grid(b)
		case document.Facts:
			s.facts(b)
		case document.Text:
			s.text(b)
		case document.Pictures:
			err = s.pictures(b)
		case document.Signature:
			err = s.signature(b)
		default:
			err = fmt.Errorf("xlsx: unknown block %T", b)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// heading writes the title line with the letterhead's picture at its end, and what stands under it.
func (s *sheet) heading(p document.Page) error {
	if p.Mark != "" {
		s.line(style{size: 28, bold: true, middle: true}, 40, p.Mark)
	}
	for i, text := range p.Head {
		s.line(style{size: 9, bold: i == 0, grey: i > 0}, 14, text)
	}
	height := 26.0
	if len(p.Logo) > 0 {
		height = 54
	}
	s.line(style{size: 16, bold: true, middle: true}, height, p.Title)
	last := len(s.shares) - 1
	if err := s.image(p.Logo, len(s.rows)-1, last, last); err != nil {
		return err
	}
	under := p.Subtitle
	if p.Number != "" && !strings.Contains(p.Title, p.Number) {
		under = strings.TrimSpace(p.Number + "  " + under)
	}
	if under != "" {
		s.line(style{size: 10, grey: true}, 16, under)
	}
	s.gap()
	return nil
}

// name returns a sheet name Excel accepts: at most 31 characters, none of []:*?/\, no apostrophe at an end.
func name(p document.Page) string {
	n := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return '-'
		}
		return r
	}, p.Number)
	if r := []rune(n); len(r) > 31 {
		n = string(r[:31])
	}
	if n = strings.Trim(n, "' "); n == "" {
		return "Document"
	}
	return n
}
