// Package sheet reads and writes the CSV and Excel files that merchants exchange.
//
// Reading goes in steps, each in a file of its own: how the file is written (encoding, separator, worksheet), which
// row is the heading, which column is which field, and what each cell says. What comes out is a [data.Patch] per row
// with plain values: decimals with a point, ISO dates, codes for countries, units and currencies. Package data puts
// them into records. Nothing is guessed silently: what can be read in two ways is a problem with row and field.
//
// Big files are read as a stream and may be read again; nothing but the keys of the rows is kept.
package sheet

import (
	"strings"

	"tradewind/data"
)

// Target is the kind of record a file holds.
type Target string

// The kinds of record that can be imported.
const (
	Products Target = "products"
	Partners Target = "partners"
	Orders   Target = "orders"
	Stock    Target = "stock"
	Rates    Target = "rates"
	Counts   Target = "counts" // count sheets that come back filled in

	ListingFigures Target = "listing-figures" // what marketplaces counted of listings, week by week

	Keywords         Target = "keywords"
	Markets          Target = "markets"           // marketplaces with their limits
	WordLists        Target = "word-lists"        // a row for each word
	ElementLists     Target = "element-lists"     // declaration elements of HS codes, a row for each
	CertificateRules Target = "certificate-rules" // which certificates markets ask for
	RateCards        Target = "rate-cards"        // what carriers charge; a row for each row of a courier's table
)

// Options say how a file is to be read.
type Options struct {
	Map      Map
	Sheet    string         // name of the worksheet; "" takes the first visible one with a heading it knows
	Encoding string         // such as "gb18030"; "" finds out
	Heading  int            // row of the heading; 0 finds out
	Columns  map[string]int // our field: column from 0, as matched by hand; -1 leaves the field out
	Joined   bool           // the file is the heads or the lines of [Join]: it needn't have all columns by itself
	Probe    bool           // for matching by hand: missing and doubtful columns are no problem yet
}

// Column is one column of a file.
type Column struct {
	Index  int    // from 0
	Header string // as the file has it
	Field  string // our field name, or "carton_size"; "" when the column isn't known
}

// Format is how a file is written.
type Format struct {
	Kind      string // "csv" or "xlsx"
	Encoding  string // of a CSV file: "utf-8", "gb18030" …
	Separator string // of a CSV file
	Sheet     string // of a workbook
	Heading   int    // row of the heading
}

// File is an open CSV or Excel file whose columns are known. Close it when done.
type File struct {
	path     string
	target   Target
	options  Options
	source   source
	format   Format
	heading  heading
	columns  []column // the recognised ones
	absent   []string // fields the map names whose header isn't there
	doubtful data.Problems
	evidence *evidence // how its figures and dates are written, once that was asked
}

// source is a file as rows of cells.
type source interface {
	// each hands out the rows in order, until yield returns false. Rows are numbered as a spreadsheet numbers them;
	// the cells belong to the source and change with the next row.
	each(yield func(row int, cells []cell) bool) error
	close() error
}

// Open finds out how the file at path is written, which row is the heading and which column is which field.
// What it can't make sense of comes as [data.Problems]; a file without a single row is one of them.
func Open(path string, target Target, o Options) (*File, error) {
	fields, ok := targets[target]
	if !ok {
		return nil, problem("", "problem.unknown_target", map[string]any{"Value": string(target)})
	}
	f := &File{path: path, target: target, options: o}
	if err := o.Map.check(fields); err != nil {
		return nil, err
	}
	if err := f.open(path); err != nil {
		return nil, err
	}
	if err := f.match(fields); err != nil {
		_ = f.source.close() // why it can't be used says more
		return nil, err
	}
	return f, nil
}

// open opens the file as what its first bytes say it is; its name only decides when they say nothing.
func (f *File) open(path string) error {
	kind, err := kindOf(path)
	if err != nil {
		return err
	}
	if kind == "xlsx" {
		return f.openWorkbook(path)
	}
	return f.openText(path)
}

// match finds the columns, and refuses a file that lacks a key column or any row.
func (f *File) match(fields []field) error {
	if f.heading.last == 0 {
		return problem("", "problem.no_rows", nil)
	}
	f.format.Heading = f.heading.last
	problems := f.assign(fields)
	if !f.options.Probe && !f.options.Joined {
		problems = append(problems, f.doubtful...)
		problems = append(problems, f.absentHeaders()...)
		problems = append(problems, f.missingKeys(fields)...)
	}
	if len(problems) > 0 {
		return problems
	}
	if f.options.Probe {
		return nil
	}
	return f.notEmpty()
}

// notEmpty reports a file that has nothing below its heading.
func (f *File) notEmpty() error {
	found := false
	err := f.source.each(func(row int, cells []cell) bool {
		found = row > f.heading.last && !blank(cells)
		return !found
	})
	if err == nil && !found {
		return problem("", "problem.no_rows", nil)
	}
	return err
}

// Columns returns every column of the file.
func (f *File) Columns() []Column {
	all := make([]Column, len(f.heading.headers))
	for i, h := range f.heading.headers {
		all[i] = Column{Index: i, Header: h}
	}
	for _, c := range f.columns {
		all[c.index].Field = c.field.name
	}
	return all
}

// Format says what was found out about the file.
func (f *File) Format() Format { return f.format }

// Preview returns the cells of the first n rows below the heading, as the file has them. Blank rows are left out.
func (f *File) Preview(n int) ([][]string, error) {
	var rows [][]string
	err := f.source.each(func(row int, cells []cell) bool {
		if row > f.heading.last && !blank(cells) && n > 0 {
			texts := make([]string, len(cells))
			for i, c := range cells {
				texts[i] = c.text
			}
			rows, n = append(rows, texts), n-1
		}
		return n > 0
	})
	return rows, err
}

// Close lets go of the file.
func (f *File) Close() error { return f.source.close() }

// problem returns one problem as an error.
func problem(field, key string, args map[string]any) data.Problems {
	return data.Problems{{Field: field, Key: key, Args: args}}
}

// blank reports whether no cell says anything.
func blank(cells []cell) bool {
	for _, c := range cells {
		if strings.TrimSpace(c.text) != "" {
			return false
		}
	}
	return true
}
