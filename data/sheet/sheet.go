// Package sheet reads and writes the CSV and Excel files that merchants exchange.
package sheet

import (
	"io"
	"iter"

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
)

// Map is what the user says about a file, as the JSON of --map has it.
type Map struct {
	Columns  map[string]string `json:"columns"`  // our field: their header
	Defaults map[string]string `json:"defaults"` // our field: the value where the column is absent or the cell empty
	Scale    map[string]string `json:"scale"`    // our field: what its numbers are multiplied by
	Empty    []string          `json:"empty"`    // texts that mean an empty cell
}

// ReadMap reads the JSON of --map. Unknown words in it are a problem.
func ReadMap(r io.Reader) (Map, error) { return Map{}, nil }

// Options say how a file is to be read.
type Options struct {
	Map      Map
	Sheet    string         // name of the worksheet; "" takes the first visible one with a heading it knows
	Encoding string         // such as "gb18030"; "" finds out
	Columns  map[string]int // our field: column from 0, as matched by hand; -1 leaves the field out
	Joined   bool           // the file is the heads or the lines of [Join]: it needn't have all columns by itself
}

// Column is one column of a file.
type Column struct {
	Index  int    // from 0
	Header string // as the file has it
	Field  string // our field name; "" when the column isn't known
}

// File is an open CSV or Excel file whose columns are known. Close it when done.
type File struct{}

// Open finds out how the file at path is written, which row is the heading and which column is which field.
// What it can't make sense of comes as [data.Problems].
func Open(path string, target Target, o Options) (*File, error) { return &File{}, nil }

// Fields returns the field names of target in the order in which exports have them.
func Fields(target Target) []string { return nil }

// Columns returns every column of the file.
func (f *File) Columns() []Column { return nil }

// Format says what was found out: "csv" with encoding and separator, or "xlsx" with the worksheet.
func (f *File) Format() Format { return Format{} }

// Format is how a file is written.
type Format struct {
	Kind      string // "csv" or "xlsx"
	Encoding  string // of a CSV file: "utf-8", "gb18030" …
	Separator string // of a CSV file
	Sheet     string // of a workbook
	Heading   int    // row of the heading
}

// Preview returns the cells of the first n rows below the heading, as the file has them.
func (f *File) Preview(n int) ([][]string, error) { return nil, nil }

// Rows reads the rows below the heading one by one; it may be called again. A row that can't be read gives
// [data.Problems] and reading goes on; any other error ends it. Blank rows are left out.
func (f *File) Rows() iter.Seq2[data.Patch, error] {
	return func(func(data.Patch, error) bool) {}
}

// Close lets go of the file.
func (f *File) Close() error { return nil }

// Join reads orders whose heads and lines come as two files, joined by order_no.
func Join(heads, lines *File) iter.Seq2[data.Patch, error] {
	return func(func(data.Patch, error) bool) {}
}
