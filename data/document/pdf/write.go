package pdf

import (
	"bytes"
	"fmt"
	"image/color"
	"io"

	"tradewind/data/document"

	"github.com/jung-kurt/gofpdf"
)

const family = "noto"

// writer puts sheets into a PDF file.
type writer struct {
	pdf    *gofpdf.Fpdf
	weight weight
	size   float64
	colour color.Gray
	width  float64
	line   color.Gray
}

// write writes the sheets as one file.
func (t *setter) write(w io.Writer, page document.Page, sheets []*sheet) error {
	out := &writer{pdf: gofpdf.New("P", "mm", "A4", "")}
	out.describe(page)
	t.addFonts(out.pdf, sheets)
	if err := t.addPictures(out.pdf); err != nil {
		return err
	}
	for _, s := range sheets {
		out.sheet(s)
	}
	var b bytes.Buffer
	if err := out.pdf.Output(&b); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	_, err := w.Write(inLanguage(b.Bytes(), page.Language))
	return err
}

// describe sets what the file says about itself. Nothing in it depends on the clock or on chance.
func (w *writer) describe(page document.Page) {
	w.pdf.SetAutoPageBreak(false, 0)
	w.pdf.SetMargins(0, 0, 0)
	w.pdf.SetCatalogSort(true)
	date := page.Date.Time()
	if page.Date == "" {
		date = date.AddDate(1999, 0, 0) // gofpdf reads the clock when it is given the zero time
	}
	w.pdf.SetCreationDate(date)
	w.pdf.SetModificationDate(date)
	title := page.Title
	if page.Number != "" {
		title += " " + page.Number
	}
	w.pdf.SetTitle(basic(title), true)
	w.pdf.SetAuthor(basic(page.Author), true)
	w.pdf.SetCreator("Tradewind", true)
}

// addFonts gives gofpdf one small font per weight with just the characters of the sheets.
func (t *setter) addFonts(pdf *gofpdf.Fpdf, sheets []*sheet) {
	var texts [2][]string
	for _, s := range sheets {
		texts[s.mark.weight] = append(texts[s.mark.weight], s.mark.text)
		for _, word := range s.words {
			texts[word.weight] = append(texts[word.weight], word.text)
		}
	}
	for weight, style := range []string{"", "B"} {
		if letters := t.faces[weight].letters(texts[weight]); len(letters) > 0 {
			pdf.AddUTF8FontFromBytes(family, style, subset(letters))
		}
	}
}

// addPictures hands the pictures over. gofpdf puts them in order of their width alone, so each gets a width of its own:
// else the same document could have different bytes twice.
func (t *setter) addPictures(pdf *gofpdf.Fpdf) error {
	used := map[int]bool{}
	for _, p := range t.pictures.order {
		wide := p.wide
		for used[wide] {
			wide++
		}
		used[wide] = true
		kind, data, err := p.file(wide)
		if err != nil {
			return fmt.Errorf("write picture: %w", err)
		}
		pdf.RegisterImageOptionsReader(p.name, gofpdf.ImageOptions{ImageType: kind}, bytes.NewReader(data))
	}
	return nil
}

// sheet writes one sheet.
func (w *writer) sheet(s *sheet) {
	w.pdf.AddPage()
	w.size, w.width = 0, 0 // gofpdf sets fonts and lines anew on each page
	w.colour, w.line = color.Gray{}, color.Gray{}
	for _, f := range s.fills {
		w.pdf.SetFillColor(gray(f.colour))
		w.pdf.Rect(f.x, f.y, f.w, f.h, "F")
	}
	w.mark(s.mark)
	for _, p := range s.pictures {
		w.pdf.ImageOptions(p.picture.name, p.x, p.y, p.w, p.h, false, gofpdf.ImageOptions{}, 0, "")
	}
	for _, r := range s.rules {
		w.rule(r)
	}
	for _, word := range s.words {
		w.word(word)
	}
}

// mark writes the word that lies across a sheet, turned about the middle of the sheet.
func (w *writer) mark(m word) {
	if m.text == "" {
		return
	}
	w.pdf.TransformBegin()
	w.pdf.TransformRotate(markTurn, sheetWide/2, sheetHigh/2)
	w.word(m)
	w.pdf.TransformEnd()
	w.size, w.colour = 0, color.Gray{} // they end with the transformation
}

func (w *writer) rule(r rule) {
	if r.width != w.width {
		w.width = r.width
		w.pdf.SetLineWidth(r.width)
	}
	if r.colour != w.line {
		w.line = r.colour
		w.pdf.SetDrawColor(gray(r.colour))
	}
	w.pdf.Line(r.x1, r.y1, r.x2, r.y2)
}

func (w *writer) word(word word) {
	if word.weight != w.weight || word.size != w.size {
		w.weight, w.size = word.weight, word.size
		w.pdf.SetFont(family, [...]string{"", "B"}[word.weight], word.size)
	}
	if word.colour != w.colour {
		w.colour = word.colour
		w.pdf.SetTextColor(gray(word.colour))
		w.pdf.SetFillColor(gray(word.colour)) // text in the colour of fills needs no change of state for each word
	}
	w.pdf.Text(word.x, word.y, word.text)
}

func gray(c color.Gray) (r, g, b int) { return int(c.Y), int(c.Y), int(c.Y) }

// basic returns the text without characters that gofpdf's UTF-16 can't express.
func basic(s string) string {
	return string(bytes.Map(func(r rune) rune {
		if r > 0xFFFF {
			return -1
		}
		return r
	}, []byte(clean(s))))
}
