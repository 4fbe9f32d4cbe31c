package data

// Patch is one row of an import: what it says of one record, by our field names (DESIGN 4). A field that isn't in
// the map stands in no column and changes nothing; an empty text is an empty cell.
type Patch struct {
	File   string            // name of the file, where one import reads two; else ""
	Row    int               // row of the file as a spreadsheet numbers it, from 1
	Head   *Patch            // the row of the order's head, where that stands in a file of its own; else nil
	Values map[string]string // plain values: decimals with a point, dates ISO, countries and units as codes
}

// Change is what an import does with one record.
type Change string

// What an import can do with a record.
const (
	New       Change = "new"
	Changed   Change = "changed"
	Unchanged Change = "unchanged"
	Refused   Change = "refused"
)

// ImportReport says what an import did or, in a dry run or after a refusal, would do.
type ImportReport struct {
	New       int           `json:"new"`
	Changed   int           `json:"changed"`
	Unchanged int           `json:"unchanged"`
	Refused   int           `json:"refused"`
	Rows      int           `json:"rows"`             // rows of the file that held something
	Created   []string      `json:"created"`          // other records made on the way: unknown suppliers
	Sample    []ImportedRow `json:"sample,omitempty"` // the first rows, for a preview
	Problems  Problems      `json:"-"`
	Warnings  Problems      `json:"-"`              // what looks wrong with new and changed records; at most MaxWarnings
	Warned    int           `json:"warned"`         // all warnings, also those that Warnings has no room for
	Batch     string        `json:"batch,omitzero"` // names the import in the journal, to undo it
}

// MaxWarnings is how many warnings an import keeps. The rest is counted, so that a list of 100,000 rows which are all
// doubtful in the same way stays cheap and readable.
const MaxWarnings = 200

// Warn adds warnings of the row and file given to the report, those that name no row of their own.
func (r *ImportReport) Warn(file string, row int, warnings ...Problem) {
	for _, w := range warnings {
		if r.Warned++; len(r.Warnings) >= MaxWarnings {
			continue
		}
		if w.Row == 0 && w.File == "" {
			w.Row, w.File = row, file
		}
		r.Warnings = append(r.Warnings, w)
	}
}

// ImportedRow is one row of a preview.
type ImportedRow struct {
	Row    int    `json:"row"`
	Key    string `json:"key"` // the SKU, code or number
	Change Change `json:"change"`
}
