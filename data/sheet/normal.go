package sheet

import (
	"slices"
	"strings"

	"tradewind/data"
)

// normaliser turns cells into plain values. It remembers of each column of prices whether its currency was named, so
// that a bare price among named ones is noticed.
type normaliser struct {
	columns   []column
	empty     []string
	learn     func() (*evidence, error)
	separator string
	csv       bool
	from1904  bool
	bare      map[string]int // field: first row with a price whose currency nothing names
	stated    map[string]int // field: first row with a price that names its own
	failed    error          // of reading the file again for evidence
}

// normaliser returns a fresh one for one pass over f.
func (f *File) normaliser() *normaliser {
	n := &normaliser{
		columns: f.columns, empty: f.options.Map.Empty, learn: f.learn, separator: f.format.Separator,
		csv: f.format.Kind == "csv", bare: map[string]int{}, stated: map[string]int{},
	}
	if w, ok := f.source.(*workbook); ok {
		n.from1904 = w.from1904
	}
	return n
}

// rowReader reads the cells of one row.
type rowReader struct {
	*normaliser
	row      int
	values   map[string]string
	problems data.Problems
}

// read puts what cell c says into the values of the row.
func (r *rowReader) read(col column, c cell) {
	name := col.field.name
	text := c.trimmed()
	if r.csv {
		text = unguard(text)
	}
	switch {
	case text == "" || slices.Contains(r.empty, text):
		r.blank(col)
	case c.kind == errorCell || r.csv && slices.Contains(cellErrors, text) && text == c.trimmed():
		r.refuse(name, "problem.cell_error", text)
	default:
		r.readAs(col, c, text)
	}
}

// readAs reads a cell that says something by the kind of its field.
func (r *rowReader) readAs(col column, c cell, text string) {
	name := col.field.name
	switch col.field.kind {
	case textKind:
		r.text(name, c)
	case codeKind, nameKind:
		r.code(col.field, c, text)
	case priceKind:
		r.price(col, c, text)
	case figureKind, quantityKind, weightKind, lengthKind, percentKind:
		r.figure(col, c, text)
	case sizeKind:
		r.size(col, text)
	case countKind:
		r.count(col, c, text)
	case dateKind:
		r.date(col, c, text)
	case weekKind:
		r.week(col, c, text)
	default:
		r.named(col, c, text)
	}
}

// blank notes that the column is there but says nothing, unless another one or a default did.
func (r *rowReader) blank(col column) {
	if col.field.kind != sizeKind && r.values[col.field.name] == "" {
		r.values[col.field.name] = ""
	}
}

// refuse reports the cell of field.
func (r *rowReader) refuse(field, key, value string) {
	r.problems = append(r.problems, data.Problem{
		Row: r.row, Field: field, Key: key, Args: map[string]any{"Value": shorten(value)},
	})
}

// text keeps a text as the merchant wrote it.
func (r *rowReader) text(name string, c cell) {
	if c.kind == numberCell {
		r.values[name] = r.shown(c)
		return
	}
	text := c.plain()
	if r.csv {
		text = unguard(text)
	}
	r.values[name] = text
}

// shown returns a number of a workbook as text, about as the sheet shows it.
func (r *rowReader) shown(c cell) string {
	number, ok := rounded15(c.text)
	if !ok {
		return c.text
	}
	if c.format == nil {
		return number
	}
	if c.format.date {
		if d, ok := serialDate(number, true, r.from1904); ok {
			return string(d)
		}
	}
	if missing := c.format.zeros - len(number); missing > 0 && digits(number) {
		return strings.Repeat("0", missing) + number
	}
	return number
}

// code keeps codes, names and numbers that aren't figures: leading zeros stay.
func (r *rowReader) code(f field, c cell, text string) {
	name := f.name
	if c.kind == numberCell {
		r.values[name] = r.shown(c)
		return
	}
	if f.kind == codeKind && mangled(text) {
		r.refuse(name, "problem.code_shortened", text)
		return
	}
	r.values[name] = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// mangled reports whether a spreadsheet has turned a long number into "4.00638E+12" and lost its digits.
func mangled(text string) bool {
	mantissa, exponent, found := strings.Cut(strings.ToUpper(text), "E+")
	whole, part, _ := strings.Cut(strings.Replace(mantissa, ",", ".", 1), ".")
	return found && len(whole) == 1 && digits(whole) && (part == "" || digits(part)) && digits(exponent)
}

// date reads a date.
func (r *rowReader) date(col column, c cell, text string) {
	name := col.field.name
	if c.kind == numberCell || r.csv && len(text) == 5 && digits(text) {
		number, _ := rounded15(text)
		d, ok := serialDate(number, c.format != nil && c.format.date, r.from1904)
		if !ok {
			r.refuse(name, "problem.not_a_date", text)
			return
		}
		r.values[name] = string(d)
		return
	}
	first, other, ok := readDate(text)
	switch {
	case !ok:
		r.refuse(name, "problem.not_a_date", text)
	case other == "":
		r.values[name] = string(first)
	default:
		h := r.known().columns[col.index]
		switch {
		case h.dayFirst == h.dayLater:
			r.refuse(name, "problem.date_ambiguous", text)
		case h.dayFirst:
			r.values[name] = string(first)
		default:
			r.values[name] = string(other)
		}
	}
}

// known returns the evidence of the file; an empty one when it can't be read again.
func (r *rowReader) known() *evidence {
	e, err := r.learn()
	if err != nil {
		r.failed = err
		return &evidence{}
	}
	return e
}
