package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/document/pdf"
	"tradewind/data/store"
)

// wanted is what a command is to make of a number.
type wanted struct {
	kind    data.Kind
	number  string // as it was given
	lang    string // "" follows the buyer
	date    data.Date
	formats []string
	folder  string
	named   string // what the files are called after, the number as it was given

	revision *int // of an issued document; nil takes the newest
}

// fileName is what the files are called, without their ending. Scripts find a paper by the number they asked for
// (DESIGN 4), and a revision they asked for by that too, R0 included: it must not take the place of the newest.
func (w wanted) fileName() string {
	if w.revision == nil {
		return document.FileName(w.kind, w.named, 0, w.lang)
	}
	return document.FileName(w.kind, w.named+"-R"+strconv.Itoa(*w.revision), 0, w.lang)
}

// earlier returns a revision of an issued document as it was given away.
func (s *session) earlier(st *store.Store, w wanted) (printed, error) {
	last, err := st.Documents.ByNumber(s.ctx, w.number, -1)
	if errors.Is(err, data.ErrNotFound) || err == nil && last.Kind != w.kind {
		return printed{}, refuse("command.document.not_issued", "Kind", string(w.kind), "Number", w.number)
	}
	if err != nil {
		return printed{}, fmt.Errorf("look for document %s: %w", w.number, err)
	}
	d, err := st.Documents.ByNumber(s.ctx, w.number, *w.revision)
	if errors.Is(err, data.ErrNotFound) {
		return printed{}, refuse("command.document.no_revision", "Number", w.number, "Revision", *w.revision, "Newest", last.Revision)
	}
	if err != nil {
		return printed{}, fmt.Errorf("look for document %s R%d: %w", w.number, *w.revision, err)
	}
	return s.frozen(st, d, w.lang)
}

// printed is a paper ready for the press.
type printed struct {
	paper    document.Paper
	pictures map[data.Hash][]byte
	lang     string
	warnings []data.Problem
	changes  []data.Difference // of a revision that was issued just now
}

// made is a file that was written.
type made struct {
	Path     string    `json:"path"`
	Kind     data.Kind `json:"kind"`
	Number   string    `json:"number"`
	Revision int       `json:"revision"`
	Format   string    `json:"format"`
	Language string    `json:"language"`
	Draft    bool      `json:"draft"`
}

// draft builds the paper from the records as they are now. An issued document's number gives its frozen copy.
func (s *session) draft(st *store.Store, w wanted) (printed, error) {
	if w.revision != nil {
		return s.earlier(st, w)
	}
	if w.kind == data.PurchaseKind {
		return s.purchasePaper(st, w)
	}
	issued, err := st.Documents.ByNumber(s.ctx, w.number, -1)
	switch {
	case err == nil && issued.Kind == w.kind:
		return s.given(st, issued, w)
	case err == nil:
		w.number = issued.Origin()
	case !errors.Is(err, data.ErrNotFound):
		return printed{}, fmt.Errorf("look for document %s: %w", w.number, err)
	}
	src, err := s.source(st, w.number)
	if err != nil {
		return printed{}, err
	}
	o := document.BuildOptions{Draft: true, Date: w.date}
	if o.InvoiceNo, o.InvoiceDate, err = s.invoiceOf(st, src); err != nil {
		return printed{}, err
	}
	paper, warnings, err := document.Build(src, w.kind, o)
	if err != nil {
		return printed{}, in(w.number, err)
	}
	return printed{paper, src.Pictures, paperLanguage(w.lang, src), warnings, nil}, nil
}

// source reads the records a paper is made from.
func (s *session) source(st *store.Store, number string) (data.Source, error) {
	src, err := st.Source(s.ctx, number)
	if errors.Is(err, data.ErrNotFound) {
		return src, refuse("command.document.unknown", "Number", number)
	}
	if err != nil {
		return src, fmt.Errorf("read %s: %w", number, err)
	}
	return src, nil
}

// invoiceOf finds the issued invoice of the goods, which their packing list names.
func (s *session) invoiceOf(st *store.Store, src data.Source) (number string, date data.Date, err error) {
	issued, err := st.Documents.Of(s.ctx, src.Order.ID)
	if err != nil {
		return "", "", fmt.Errorf("documents of %s: %w", src.Order.No, err)
	}
	var shipment int64
	if src.Shipment != nil {
		shipment = src.Shipment.ID
	}
	for _, d := range issued {
		if d.Kind == data.CommercialInvoice && d.ShipmentID == shipment && d.Voided == "" {
			number, date = d.Number, d.Date
		}
	}
	return number, date, nil
}

func paperLanguage(wanted string, src data.Source) string {
	return languageFor(wanted, src.Order.Language, src.Customer.Language)
}

// frozen returns an issued document as it was given away, with the pictures it printed.
func (s *session) frozen(st *store.Store, d data.Issued, lang string) (printed, error) {
	p, err := thawed(s.ctx, st, d)
	p.lang = languageFor(lang, d.Language)
	if d.Voided != "" {
		p.warnings = data.Problems{{Key: "problem.void", Args: map[string]any{"Number": d.Number, "Reason": d.Voided}}}
	}
	return p, err
}

// given returns an issued document that was named by its own number, and says so where it was asked to be issued or dated
// anew: what was given away stays as it is, and only its order or shipment leads to another.
func (s *session) given(st *store.Store, d data.Issued, w wanted) (printed, error) {
	p, err := s.frozen(st, d, w.lang)
	if s.call.on("issue") || w.date != "" && w.date != d.Date {
		p.warnings = append(p.warnings, data.Problem{
			Key: "command.document.given", Args: map[string]any{"Number": d.Number, "Date": string(d.Date), "Origin": d.Origin()},
		})
	}
	return p, err
}

// picturesOf lists the pictures a paper prints.
func picturesOf(p document.Paper) []data.Hash {
	var all []data.Hash
	for _, h := range []data.Hash{p.Logo, p.Stamp, p.Signature} {
		if h != "" {
			all = append(all, h)
		}
	}
	for _, l := range p.Lines {
		if l.Picture != "" {
			all = append(all, l.Picture)
		}
	}
	return all
}

// issue gives the paper its number and keeps it for ever, within the caller's transaction; a paper that misses something is
// refused with everything it misses. A paper that was issued unchanged before keeps its number.
func (s *session) issue(st *store.Store, w wanted) (printed, error) {
	number := w.number
	d, err := st.Documents.ByNumber(s.ctx, number, -1)
	switch {
	case err == nil && d.Kind == w.kind:
		return s.given(st, d, w)
	case err == nil:
		number = d.Origin()
	case !errors.Is(err, data.ErrNotFound):
		return printed{}, fmt.Errorf("look for document %s: %w", number, err)
	}
	d, before, warnings, err := s.issueOne(st, issuing{kind: w.kind, number: number, date: w.date, lang: w.lang})
	if err != nil {
		return printed{}, err
	}
	p, err := s.frozen(st, d, w.lang)
	if !before {
		p.changes = d.Changes
	}
	p.warnings = append(p.warnings, warnings...)
	return p, err
}

// issuing says which paper is issued of which order or shipment.
type issuing struct {
	kind   data.Kind
	number string
	date   data.Date
	lang   string
	part   string // of an order's goods, see [data.PartText]; "" is all
}

// issueOne issues a paper of an order or shipment within the caller's transaction.
// The bool says that it had been issued unchanged before.
func (s *session) issueOne(st *store.Store, i issuing) (data.Issued, bool, []data.Problem, error) {
	src, err := s.source(st, i.number)
	if err == nil && i.part != "" {
		src, err = src.Part(i.part)
	}
	if err != nil {
		return data.Issued{}, false, nil, err
	}
	var o document.BuildOptions
	if o.InvoiceNo, o.InvoiceDate, err = s.invoiceOf(st, src); err != nil {
		return data.Issued{}, false, nil, err
	}
	var warnings data.Problems
	request := store.IssueRequest{
		Kind: i.kind, OrderID: src.Order.ID, Date: i.date, Language: paperLanguage(i.lang, src), Differences: document.FrozenDifferences, Part: i.part,
	}
	if src.Shipment != nil {
		request.ShipmentID = src.Shipment.ID
	}
	d, before, err := st.Documents.Issue(s.ctx, request, func(number string, revision int, date data.Date) ([]byte, error) {
		o.Number, o.Revision, o.Date = number, revision, date
		paper, found, err := document.Build(src, i.kind, o)
		if err != nil {
			return nil, err
		}
		if missing := paper.Missing(); len(missing) > 0 {
			return nil, missing
		}
		warnings = found
		return document.Freeze(paper)
	})
	return d, before, warnings, in(i.number, err)
}

// press draws p in every wanted format, in memory: either all of its files can be made or none is written. A draft is
// made in spite of characters that no font has, and gets a warning that names them; any other paper is refused.
func (s *session) press(press *Press, p *printed, w wanted) ([][]byte, error) {
	drawn := make([][]byte, len(w.formats))
	for i, format := range w.formats {
		var b bytes.Buffer
		var boxes []rune
		var err error
		if p.paper.Draft {
			boxes, err = press.writeDraft(&b, format, p.paper, p.pictures, p.lang)
		} else {
			err = press.Write(&b, format, p.paper, p.pictures, p.lang)
		}
		if missing := (pdf.MissingGlyphs{}); errors.As(err, &missing) {
			err = refuse("command.document.glyphs", "Characters", s.characters(missing.Runes))
		}
		if err != nil {
			return nil, in(w.number, err)
		}
		if len(boxes) > 0 {
			p.warnings = append(p.warnings, data.Problem{Key: boxedKey, Args: map[string]any{"Characters": s.characters(boxes)}})
		}
		drawn[i] = b.Bytes()
	}
	return drawn, nil
}

// boxedKey is the warning about characters for which a draft has boxes.
const boxedKey = "command.document.boxed"

// mostCharacters is how many characters are named before the others are counted.
const mostCharacters = 20

// characters names characters as people and programs can find them.
func (s *session) characters(all []rune) string {
	var names []string
	for _, r := range all[:min(len(all), mostCharacters)] {
		names = append(names, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	text := strings.Join(names, ", ")
	if more := len(all) - mostCharacters; more > 0 {
		return s.t("command.document.more_characters", "Characters", text, "Count", more)
	}
	return text
}

// write writes the files of p.
func (s *session) write(p printed, drawn [][]byte, w wanted) ([]made, error) {
	var files []made
	name := w.fileName()
	for i, format := range w.formats {
		path := filepath.Join(w.folder, name+"."+format)
		err := writeFile(path, func(to io.Writer) error {
			_, err := to.Write(drawn[i])
			return err
		})
		if err != nil {
			return files, err
		}
		files = append(files, made{path, p.paper.Kind, p.paper.Number, p.paper.Revision, format, p.lang, p.paper.Draft})
	}
	return files, nil
}
