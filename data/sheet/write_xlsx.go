package sheet

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"time"
	"unicode/utf16"

	"tradewind/data"

	"github.com/klauspost/compress/flate"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// xlsxTable writes a workbook with one worksheet, row by row.
type xlsxTable struct {
	out    io.Writer
	file   *excelize.File
	sheet  string
	stream *excelize.StreamWriter
	rows   int
	date   int // style of dates
	bold   int // style of the heading
	cells  []any
}

func newXLSX(w io.Writer, target Target, headers []string) (*xlsxTable, error) {
	t := &xlsxTable{out: w, file: excelize.NewFile(), sheet: string(target)}
	if err := t.begin(headers); err != nil {
		return nil, errors.Join(fmt.Errorf("begin workbook: %w", err), t.file.Close())
	}
	return t, nil
}

// begin makes the worksheet and writes what stands above its rows: widths, the heading, and the line below which it
// scrolls.
func (t *xlsxTable) begin(headers []string) (err error) {
	t.file.SetZipWriter(fastZip)
	if err = t.file.SetSheetName("Sheet1", t.sheet); err != nil {
		return err
	}
	return t.head(headers)
}

// head begins the rows of the sheet.
func (t *xlsxTable) head(headers []string) (err error) {
	format := "yyyy-mm-dd"
	if t.date, err = t.file.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
		return err
	}
	if t.bold, err = t.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return err
	}
	// The used range is written before the rows and their number are known: none is better than a wrong one.
	if err = t.file.SetSheetDimension(t.sheet, ""); err != nil {
		return err
	}
	if t.stream, err = t.file.NewStreamWriter(t.sheet); err != nil {
		return err
	}
	for i, h := range headers {
		if err = t.stream.SetColWidth(i+1, i+1, columnWidth(h).InexactFloat64()); err != nil {
			return err
		}
	}
	if err = t.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	for _, h := range headers {
		t.cells = append(t.cells, excelize.Cell{StyleID: t.bold, Value: h})
	}
	return t.add()
}

// columnWidth is wide enough for the header, and for texts where a field holds long ones.
func columnWidth(header string) decimal.Decimal {
	switch header {
	case "name", "name_zh", "description", "address", "payment_terms":
		return decimal.NewFromInt(32)
	}
	return decimal.NewFromInt(int64(max(10, len(header)+2)))
}

// add writes t.cells as the next row.
func (t *xlsxTable) add() error {
	t.rows++
	ref, err := excelize.CoordinatesToCellName(1, t.rows)
	if err != nil {
		return err
	}
	err = t.stream.SetRow(ref, t.cells)
	t.cells = t.cells[:0]
	return err
}

// row implements [table].
func (t *xlsxTable) row(values []value) error {
	for _, v := range values {
		c, err := t.cell(v)
		if err != nil {
			return err
		}
		t.cells = append(t.cells, c)
	}
	return t.add()
}

// maxText is how much a workbook's cell can hold, in UTF-16 units. The library would cut more off.
const maxText = 32_767

// cell returns v as the library wants it. A number with more digits than a spreadsheet keeps is written as text,
// which reads back as the same number.
func (t *xlsxTable) cell(v value) (any, error) {
	switch v.kind {
	case textValue:
		s := escape(v.text)
		if len(utf16.Encode([]rune(s))) > maxText {
			return nil, data.Problems{{Row: t.rows + 1, Key: "problem.text_too_long", Args: map[string]any{"Value": shorten(v.text)}}}
		}
		return s, nil
	case numberValue:
		if v.number.NumDigits() > 15 {
			return v.number.String(), nil
		}
		return v.number.InexactFloat64(), nil
	case dateValue:
		day := data.Date(v.text).Time()
		if day.Before(time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)) {
			return v.text, nil
		}
		return excelize.Cell{StyleID: t.date, Value: day}, nil
	default:
		return nil, nil
	}
}

// finish implements [table].
func (t *xlsxTable) finish() error {
	err := t.stream.Flush()
	if err == nil {
		_, err = t.file.WriteTo(t.out)
	}
	return errors.Join(err, t.file.Close())
}

// fastZip packs with a quicker deflate of the same format.
func fastZip(w io.Writer) excelize.ZipWriter {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.DefaultCompression)
	})
	return z
}
