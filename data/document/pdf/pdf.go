// Package pdf puts pages on A4 paper.
//
// It works in three steps. The fonts are read in place: only the characters a document uses are copied out of them,
// into one small font per weight, whichever face has the character ([fonts.go], [subset.go]). The blocks of a page are
// set as lines and cut into sheets of marks: words, rules, fills and pictures with their places ([sheet.go] and the
// files beside it). Then the marks are written as PDF by gofpdf ([write.go]), or painted as a picture for the window
// ([paint.go]); so the preview can't disagree with the file.
package pdf

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"tradewind/data/document"
)

// Fonts are TrueType files in the order they are asked for a character. Their bytes are only read.
type Fonts struct{ Regular, Bold [][]byte }

// Printer prints documents with a set of fonts. It may be used from several goroutines at once.
type Printer struct {
	fonts Fonts
	shelf *shelf
}

// New returns a printer for the fonts given.
func New(fonts Fonts) *Printer {
	return &Printer{fonts: fonts, shelf: &shelf{known: map[string]*picture{}}}
}

// MissingGlyphs says which characters no font can print.
type MissingGlyphs struct{ Runes []rune }

// Error names the characters and their code points.
func (e MissingGlyphs) Error() string {
	names := make([]string, len(e.Runes))
	for i, r := range e.Runes {
		names[i] = fmt.Sprintf("%c U+%04X", r, r)
	}
	return "pdf: no glyph for " + strings.Join(names, ", ")
}

// Missing returns the characters of the page that can't be printed, each once, in order of appearance.
func (p *Printer) Missing(page document.Page) []rune {
	t, err := p.setter()
	if err != nil {
		return nil
	}
	t.judge([]document.Page{page})
	sheets, _ := t.lay(page)
	return t.missing(sheets)
}

// Render writes the pages as one PDF file, each beginning on a new sheet with its own numbering. It refuses with
// [MissingGlyphs] rather than leave a character out, and with [ErrPicture] rather than leave out a picture.
func (p *Printer) Render(w io.Writer, pages ...document.Page) error {
	_, err := p.render(w, false, pages)
	return err
}

// RenderDraft writes as [Printer.Render] does, but draws □ in place of each character that can't be printed, and
// returns these characters, each once.
func (p *Printer) RenderDraft(w io.Writer, pages ...document.Page) (missing []rune, err error) {
	return p.render(w, true, pages)
}

func (p *Printer) render(w io.Writer, draft bool, pages []document.Page) (missing []rune, err error) {
	if len(pages) == 0 {
		return nil, errEmpty
	}
	t, err := p.setter()
	if err != nil {
		return nil, err
	}
	t.judge(pages)
	if draft {
		t.standIns()
	}
	var all []*sheet
	for _, page := range pages {
		sheets, err := t.sheets(page)
		if err != nil {
			return nil, err
		}
		all = append(all, sheets...)
	}
	if draft {
		missing = t.missing(all)
		t.replace(all)
	}
	return missing, t.write(w, pages[0], all)
}

// standIns lets both faces draw something in place of what they haven't.
func (t *setter) standIns() {
	for _, f := range t.faces {
		f.standIns()
		t.draft = t.draft || f.stand != nil
	}
}

// replace puts what stands in for a character into the words that are drawn.
func (t *setter) replace(sheets []*sheet) {
	for _, s := range sheets {
		for i, w := range s.words {
			s.words[i].text = t.faces[w.weight].replaced(w.text)
		}
	}
}

var errEmpty = errors.New("pdf: no page to print")

// setter returns what sets one document. It keeps what it learns of the fonts, so it serves one goroutine.
func (p *Printer) setter() (*setter, error) {
	t := &setter{pictures: &album{shelf: p.shelf, known: map[string]*picture{}}}
	for w, files := range [][][]byte{p.fonts.Regular, p.fonts.Bold} {
		t.faces[w] = &face{}
		for _, b := range files {
			f, err := openFont(b)
			if err != nil {
				return nil, err
			}
			t.faces[w].fonts = append(t.faces[w].fonts, f)
		}
	}
	return t, nil
}

// sheets lays a page out and checks that all of it can be printed.
func (t *setter) sheets(page document.Page) ([]*sheet, error) {
	sheets, err := t.lay(page)
	if err != nil {
		return nil, err
	}
	if t.pictures.err != nil {
		return nil, t.pictures.err
	}
	mark := t.markOf(page.Mark)
	for _, s := range sheets {
		s.mark = mark
	}
	if list := t.missing(sheets); list != nil && !t.draft {
		return nil, MissingGlyphs{list}
	}
	return sheets, nil
}

// missing returns the characters on the sheets that no font has.
func (t *setter) missing(sheets []*sheet) (list []rune) {
	for _, s := range sheets {
		list = t.faces[s.mark.weight].missing(list, s.mark.text)
		for _, w := range s.words {
			list = t.faces[w.weight].missing(list, w.text)
		}
	}
	return list
}
