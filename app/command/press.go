package command

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"tradewind/assets"
	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/document/pdf"
	"tradewind/data/document/xlsx"
)

// paperFormats lists the formats of papers.
var paperFormats = []string{"pdf", "xlsx", "json"}

// Press turns papers into files. It speaks all languages and may be used from several goroutines at once.
type Press struct {
	printer *pdf.Printer

	mu    sync.Mutex
	words map[string][]document.Words
}

// NewPress returns a press with the program's own fonts. It costs next to nothing until the first paper.
func NewPress() *Press {
	return &Press{
		printer: pdf.New(pdf.Fonts{
			Regular: [][]byte{assets.NotoSansRegular, assets.NotoSansSCRegular},
			Bold:    [][]byte{assets.NotoSansBold, assets.NotoSansSCBold},
		}),
		words: map[string][]document.Words{},
	}
}

// Page lays a paper out in the words of lang, "en" or "en+zh".
func (p *Press) Page(paper document.Paper, pictures map[data.Hash][]byte, lang string) (document.Page, error) {
	words, err := p.wordsOf(lang)
	if err != nil {
		return document.Page{}, err
	}
	return document.Lay(paper, pictures, words...), nil
}

// Write writes a paper to w in one format.
func (p *Press) Write(w io.Writer, format string, paper document.Paper, pictures map[data.Hash][]byte, lang string) error {
	if format == "json" {
		return p.writeJSON(w, paper, lang)
	}
	page, err := p.Page(paper, pictures, lang)
	if err != nil {
		return err
	}
	switch format {
	case "pdf":
		return p.printer.Render(w, page)
	case "xlsx":
		return xlsx.Render(w, page)
	}
	return fmt.Errorf("write %s: no such format", format)
}

// writeDraft writes as [Press.Write] does; in a PDF a box stands for each character that no font has. It returns these.
func (p *Press) writeDraft(w io.Writer, format string, paper document.Paper, pictures map[data.Hash][]byte, lang string) ([]rune, error) {
	if format != "pdf" {
		return nil, p.Write(w, format, paper, pictures, lang)
	}
	page, err := p.Page(paper, pictures, lang)
	if err != nil {
		return nil, err
	}
	return p.printer.RenderDraft(w, page)
}

func (p *Press) writeJSON(w io.Writer, paper document.Paper, lang string) error {
	words, err := p.wordsOf(lang)
	if err != nil {
		return err
	}
	raw, err := paper.JSON(words...)
	if err != nil {
		return fmt.Errorf("write %s as JSON: %w", paper.Number, err)
	}
	_, err = w.Write(raw)
	return err
}

// wordsOf returns the words of lang, read from the catalogs once.
func (p *Press) wordsOf(lang string) ([]document.Words, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if words, ok := p.words[lang]; ok {
		return words, nil
	}
	words, err := WordsOf(lang)
	if err == nil {
		p.words[lang] = words
	}
	return words, err
}

// formats reads --format: one or several of pdf, xlsx, json.
func (s *session) formats() ([]string, error) {
	if !s.call.has("format") {
		return []string{"pdf"}, nil
	}
	var wanted []string
	for _, f := range strings.Split(s.call.option("format"), ",") {
		f = strings.ToLower(strings.TrimSpace(f))
		if !slices.Contains(paperFormats, f) {
			return nil, usage("command.usage.format", "Format", f, "Formats", strings.Join(paperFormats, ", "))
		}
		if !slices.Contains(wanted, f) {
			wanted = append(wanted, f)
		}
	}
	return wanted, nil
}
