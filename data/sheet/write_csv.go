package sheet

import (
	"encoding/csv"
	"io"
)

// csvTable writes a CSV file: UTF-8 with a byte order mark, without which Excel takes it for another encoding.
type csvTable struct {
	out   *csv.Writer
	cells []string
}

func newCSV(w io.Writer, headers []string) (*csvTable, error) {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return nil, err
	}
	t := &csvTable{out: csv.NewWriter(w)}
	return t, t.out.Write(headers)
}

// row implements [table].
func (t *csvTable) row(values []value) error {
	t.cells = t.cells[:0]
	for _, v := range values {
		switch v.kind {
		case numberValue:
			t.cells = append(t.cells, v.number.String())
		case textValue:
			t.cells = append(t.cells, guard(v.text))
		default:
			t.cells = append(t.cells, v.text)
		}
	}
	return t.out.Write(t.cells)
}

// finish implements [table].
func (t *csvTable) finish() error {
	t.out.Flush()
	return t.out.Error()
}
