package pdf

import (
	"io"
	"slices"
	"strings"

	"tradewind/data/document"

	"github.com/jung-kurt/gofpdf"
)

// straight writes a page as gofpdf's own examples do: both 10 MB faces added to each document, cells and multi-cells, heads
// repeated on each sheet. It is the peer our printer is measured against; it says the same texts.
func straight(w io.Writer, regular, bold []byte, page document.Page) error {
	p := gofpdf.New("P", "mm", "A4", "")
	p.SetMargins(20, 10, 7)
	p.SetAutoPageBreak(true, 12)
	p.AddUTF8FontFromBytes("body", "", slices.Clone(regular)) // the library alters what it is given
	p.AddUTF8FontFromBytes("body", "B", slices.Clone(bold))
	p.AliasNbPages("")
	p.SetHeaderFunc(func() {
		p.SetFont("body", "B", 12)
		p.CellFormat(120, 8, page.Title+" "+page.Number, "", 0, "L", false, 0, "")
		p.SetFont("body", "", 7)
		p.CellFormat(63, 8, page.PageOf, "", 1, "R", false, 0, "")
	})
	p.AddPage()
	for _, b := range page.Blocks {
		straightBlock(p, b)
	}
	return p.Output(w)
}

func straightBlock(p *gofpdf.Fpdf, b document.Block) {
	switch b := b.(type) {
	case document.Boxes:
		for _, row := range b.Rows {
			for _, box := range row {
				straightBox(p, box)
			}
		}
	case document.Grid:
		straightGrid(p, b)
	case document.Facts:
		straightBox(p, document.Box{Caption: b.Heading, Facts: b.Facts})
	case document.Text:
		straightBox(p, document.Box{Caption: b.Heading, Lines: []string{b.Text}})
	case document.Signature:
		straightBox(p, document.Box{Strong: []string{b.For}, Lines: []string{b.Labels[0], b.Labels[1], b.Name, b.Title, b.PlaceDate}})
	}
}

func straightBox(p *gofpdf.Fpdf, b document.Box) {
	p.SetFont("body", "", 6.6)
	p.MultiCell(0, 3, b.Caption, "T", "L", false)
	p.SetFont("body", "B", 8.5)
	p.MultiCell(0, 3.8, strings.Join(b.Strong, "\n"), "", "L", false)
	p.SetFont("body", "", 8.5)
	p.MultiCell(0, 3.8, strings.Join(b.Lines, "\n"), "", "L", false)
	for _, f := range b.Facts {
		p.CellFormat(45, 3.8, f.Label, "", 0, "L", false, 0, "")
		p.MultiCell(0, 3.8, f.Text, "", "L", false)
	}
}

func straightGrid(p *gofpdf.Fpdf, g document.Grid) {
	heads := func() {
		p.SetFont("body", "B", 7)
		for _, c := range g.Columns {
			p.CellFormat(183*float64(c.Share)/100, 5, c.Title, "TB", 0, "L", false, 0, "")
		}
		p.Ln(5)
	}
	heads()
	for _, r := range slices.Concat(g.Rows, g.Totals) {
		if p.GetY() > 270 {
			p.AddPage()
			heads()
		}
		p.SetFont("body", "", 8.5)
		at := 0
		for _, c := range r.Cells {
			w := 0.0
			for range max(1, c.Span) {
				w += 183 * float64(g.Columns[at].Share) / 100
				at++
			}
			align := "L"
			if c.Number != nil {
				align = "R"
			}
			p.CellFormat(w, 4, c.Text, "", 0, align, false, 0, "")
		}
		p.Ln(4)
		p.SetFont("body", "", 7)
		for _, c := range r.Cells {
			for _, sub := range c.Sub {
				p.CellFormat(0, 3.2, sub, "", 1, "L", false, 0, "")
			}
		}
	}
}
