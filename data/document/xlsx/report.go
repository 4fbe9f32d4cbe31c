package xlsx

import (
	"fmt"
	"io"
	"slices"
	"time"

	"tradewind/data"
	"tradewind/data/document"

	"github.com/xuri/excelize/v2"
)

// RenderReport writes a report to w as a workbook of one sheet, row by row: it holds none of them. Figures are numbers,
// days are dates, sums are formulas whose cached values equal the PDF. The sheet prints on A4, on as many sheets as it
// needs, with the column heads on each. More rows than a sheet can have are [data.Problems].
func RenderReport(w io.Writer, r document.Report) error {
	f := excelize.NewFile().SetZipWriter(newZip)
	defer f.Close()
	t := &reportSheet{file: f, report: r, title: name(sheetTitle(r)), styles: styles{file: f, made: map[style]int{}}}
	if err := t.write(); err != nil {
		return fmt.Errorf("write report %s: %w", r.Kind, err)
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("write report %s: %w", r.Kind, err)
	}
	return nil
}

// reportSheet is a report being written.
type reportSheet struct {
	file   *excelize.File
	report document.Report
	title  string // of the worksheet
	out    *excelize.StreamWriter
	styles styles
	high   float64 // of the row being made, points; 0 leaves it to the program that shows it
	row    int     // written so far
	first  int     // row of the first line of the table
	cells  []any
}

// write writes set-up, heading, rows, sums and notes, in this order: a streamed sheet can't be touched afterwards.
func (t *reportSheet) write() error {
	for _, step := range []func() error{t.begin, t.heading, t.lines, t.finish} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// begin sets the sheet up and opens its stream.
func (t *reportSheet) begin() (err error) {
	if err = t.file.SetSheetName("Sheet1", t.title); err != nil {
		return err
	}
	// The used range is written before the number of rows is known: none is better than a wrong one.
	if err = t.file.SetSheetDimension(t.title, ""); err != nil {
		return err
	}
	if err = t.setUp(); err != nil {
		return err
	}
	if err = t.offer(); err != nil {
		return err
	}
	if t.out, err = t.file.NewStreamWriter(t.title); err != nil {
		return err
	}
	for i, c := range t.report.Columns {
		if err = t.out.SetColWidth(i+1, i+1, float64(max(c.Width+2, 6))); err != nil {
			return err
		}
	}
	t.first = t.headRow() + 1
	return t.out.SetPanes(&excelize.Panes{Freeze: true, YSplit: t.headRow(), TopLeftCell: at(t.headRow(), 0), ActivePane: "bottomLeft"})
}

// headRow is the row of the column heads, from 1: below title, company, facts and a gap.
func (t *reportSheet) headRow() int {
	n := 3 + len(t.report.Facts) + len(t.report.Signs)
	if t.report.Company != "" {
		n++
	}
	return n
}

// heading writes what stands above the rows. A text reaches over the empty cells beside it.
func (t *reportSheet) heading() error {
	r := t.report
	t.high = 26
	if err := t.text(r.Title, style{size: 16, bold: true, flat: true}); err != nil {
		return err
	}
	if r.Company != "" {
		if err := t.text(r.Company, style{size: 10, flat: true}); err != nil {
			return err
		}
	}
	for _, f := range r.Facts {
		if err := t.text(labelled(document.Fact{Label: f.Label, Text: f.Text}), style{grey: true, flat: true}); err != nil {
			return err
		}
	}
	for _, s := range r.Signs {
		t.high = fillHigh
		if err := t.text(labelled(document.Fact{Label: s, Text: signRule}), style{flat: true}); err != nil {
			return err
		}
	}
	if err := t.text("", style{}); err != nil {
		return err
	}
	for _, c := range r.Columns {
		st := style{size: 8, bold: true, shade: true, top: true, bottom: true, middle: true, inset: true, left: c.Kind == document.FillColumn, right: c.Kind == document.FillColumn}
		if c.Kind == document.FigureColumn {
			st.align = document.Right
		}
		if err := t.put(excelize.Cell{Value: c.Title}, st); err != nil {
			return err
		}
	}
	return t.end()
}

// signRule is the line on which somebody signs by hand.
const signRule = "______________________________"

// text writes a row with one text.
func (t *reportSheet) text(s string, st style) error {
	if s != "" {
		if err := t.put(excelize.Cell{Value: s}, st); err != nil {
			return err
		}
	}
	return t.end()
}

// put adds a cell to the row being made.
func (t *reportSheet) put(c excelize.Cell, st style) (err error) {
	c.StyleID, err = t.styles.id(st)
	t.cells = append(t.cells, c)
	return err
}

// end writes the row.
func (t *reportSheet) end() error {
	if t.row++; t.row > excelize.TotalRows {
		return data.Problems{{Key: "problem.too_many_rows", Args: map[string]any{"Most": excelize.TotalRows}}}
	}
	var high []excelize.RowOpts
	if t.high > 0 {
		high = []excelize.RowOpts{{Height: t.high}}
	}
	err := t.out.SetRow(at(t.row-1, 0), t.cells, high...)
	t.cells, t.high = t.cells[:0], 0
	return err
}

// lines writes the rows and what they sum to.
func (t *reportSheet) lines() error {
	sums := t.report.NewSums()
	err := t.report.Rows(func(row []document.Value) error {
		sums.Add(row)
		for i, c := range t.report.Columns {
			if err := t.value(c, row[i]); err != nil {
				return err
			}
		}
		return t.end()
	})
	if err != nil {
		return err
	}
	last := t.row
	if last < t.first {
		return t.text(t.report.Empty, style{grey: true, flat: true})
	}
	rows := sums.Rows()
	for i, sum := range rows {
		if err := t.total(sum, last, i == len(rows)-1 && !t.report.Apart); err != nil {
			return err
		}
	}
	if len(rows) == 0 {
		return nil
	}
	for _, lack := range t.report.LacksOf(rows[len(rows)-1]) {
		if err := t.text(lack, style{flat: true}); err != nil {
			return err
		}
	}
	return nil
}

// value writes one cell of a row.
func (t *reportSheet) value(c document.ReportColumn, v document.Value) error {
	st := style{bottom: true, middle: true, inset: true}
	switch {
	case c.Kind == document.FillColumn && v.Number == nil && v.Text == "":
		t.high = fillHigh
		return t.put(excelize.Cell{}, boxed)
	case c.Kind == document.FillColumn:
		t.high, st = fillHigh, boxed
	}
	switch {
	case v.Number != nil:
		st.number, st.decimals, st.align = true, v.Decimals, document.Right
		return t.put(excelize.Cell{Value: v.Number.InexactFloat64()}, st) // Excel has no other numbers
	case v.Text == "":
		return t.put(excelize.Cell{}, st)
	case c.Kind == document.DayColumn:
		if day := data.Date(v.Text).Time(); day.After(firstDay) {
			st.day = true
			return t.put(excelize.Cell{Value: day}, st)
		}
	}
	return t.put(excelize.Cell{Value: v.Text}, st)
}

// boxed is a cell to be filled in.
var boxed = style{bottom: true, top: true, left: true, right: true, middle: true}

// fillHigh is the height of a row with something to be written in by hand, in points.
const fillHigh = 22

// firstDay is the last one that Excel counts wrongly: it believes in a 29 February 1900.
var firstDay = time.Date(1900, 2, 28, 0, 0, 0, 0, time.UTC)

// total writes a row of sums over the rows up to last: of all of them when it is the grand one, else of its group.
func (t *reportSheet) total(sum document.GroupSum, last int, grand bool) error {
	group, row := -1, t.row
	if !grand {
		group = slices.IndexFunc(t.report.Columns, func(c document.ReportColumn) bool { return c.ID == t.report.Group })
	}
	for i, c := range t.report.Columns {
		st := style{bold: true, bottom: true, heavyTop: grand, flat: true}
		var one excelize.Cell
		switch v := sum.Cells[i]; {
		case v.Number != nil:
			st.number, st.decimals, st.align = true, v.Decimals, document.Right
			one.Formula, one.Value = t.sumFormula(i, group, row, last, v.Decimals), v.Number.InexactFloat64()
		case i == group:
			one.Value = sum.Name
		case i == 0:
			one.Value = t.report.Total
		}
		if c.Kind == document.FigureColumn {
			st.align = document.Right
		}
		if err := t.put(one, st); err != nil {
			return err
		}
	}
	return t.end()
}

// sumFormula adds up a column, or its rows that say in column group what the row of sums says there.
func (t *reportSheet) sumFormula(col, group, row, last int, decimals int32) string {
	over := fmt.Sprintf("%s:%s", at(t.first-1, col), at(last-1, col))
	if group < 0 {
		return fmt.Sprintf("ROUND(SUM(%s),%d)", over, decimals)
	}
	names := fmt.Sprintf("%s:%s", at(t.first-1, group), at(last-1, group))
	return fmt.Sprintf("ROUND(SUMPRODUCT(--EXACT(%s,%s),%s),%d)", names, at(row, group), over, decimals)
}
