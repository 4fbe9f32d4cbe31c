package sheet

import (
	"strings"

	"tradewind/data"
)

// cell is one cell as the file has it.
type cell struct {
	text   string
	kind   cellKind
	format *numberFormat // of a number in a workbook; nil when unknown
}

// cellKind is what a file says of a cell. In a CSV file everything is text.
type cellKind uint8

const (
	textCell cellKind = iota
	numberCell
	boolCell
	errorCell
	dateCell // text in ISO 8601, as some programs write it into workbooks
)

// numberFormat is what the number format of a workbook's cell tells beyond the number.
type numberFormat struct {
	percent  bool
	date     bool
	zeros    int // digits shown at least, for formats of zeros alone such as 00000
	currency []data.Currency
}

// cellErrors are the texts a spreadsheet shows where a formula failed.
var cellErrors = []string{"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}

// trimmed returns the text of c without white space at either end, spaces that don't break and byte order marks
// included.
func (c cell) trimmed() string {
	return strings.Trim(c.text, " \t\r\n\u00a0\u3000\ufeff\u200b")
}

// plain returns the text with line ends as "\n". Other white space belongs to the merchant.
func (c cell) plain() string {
	if !strings.Contains(c.text, "\r") {
		return c.text
	}
	return strings.ReplaceAll(strings.ReplaceAll(c.text, "\r\n", "\n"), "\r", "\n")
}
