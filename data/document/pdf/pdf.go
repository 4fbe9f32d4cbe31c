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
	"image"
	"io"
	"strings"

	"tradewind/data/document"
)

// Fonts are TrueType files in the order they are asked for a character. Their bytes are only read.
type Fonts struct{ Regular, Bold [][]byte }

// Printer prints documents with a set of fonts. It may be used from several goroutines at once.
type Printer struct {
	fonts Fonts
}

// New returns a printer for the fonts given.
func New(fonts Fonts) *Printer { return &Printer{fonts: fonts} }

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

var errLater = errors.New("pdf: not drawn yet")

// Missing returns the characters of the page that can't be printed, each once, in order of appearance.
func (p *Printer) Missing(page document.Page) []rune { return nil }

// Render writes the pages as one PDF file. It refuses with [MissingGlyphs] rather than leave a character out.
func (p *Printer) Render(w io.Writer, pages ...document.Page) error { return errLater }

// Paint returns the sheets of the page as pictures at the given dots per inch.
func (p *Printer) Paint(page document.Page, dpi float64) ([]image.Image, error) { return nil, errLater }
