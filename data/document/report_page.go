package document

import (
	"slices"
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// Page lays the report out for paper. It holds all rows; a report of tens of thousands is for a workbook.
func (r Report) Page() (Page, error) {
	page := Page{
		Title: r.Title, Number: r.Number, PageOf: r.Words.T("document.page_of"), Language: r.Words.Lang, Author: r.Company,
		Date: r.Date, Figure: r.Words.Number,
	}
	if strings.Contains(r.Title, r.Number) {
		page.Number = ""
	}
	var facts []Fact
	for _, f := range r.Facts {
		facts = append(facts, Fact{Label: f.Label, Text: f.Text})
	}
	page.Running = facts[:min(len(facts), runningFacts)]
	if len(facts) > 0 {
		page.Blocks = append(page.Blocks, Facts{Facts: facts})
	}
	g, err := r.grid()
	if err != nil {
		return Page{}, err
	}
	if len(g.Totals) > 0 && !r.Apart {
		page.Carried, page.Brought = r.Words.T("document.carried"), r.Words.T("document.brought")
	}
	page.Blocks = append(page.Blocks, g)
	if len(g.Rows) == 0 && r.Empty != "" {
		page.Blocks = append(page.Blocks, Text{Text: r.Empty})
	}
	for _, n := range r.Notes {
		page.Blocks = append(page.Blocks, Text{Text: n})
	}
	if len(r.Signs) > 0 {
		page.Blocks = append(page.Blocks, r.signs())
	}
	return page, nil
}

// signs is a row of empty boxes, one for each thing that is filled in by hand.
func (r Report) signs() Grid {
	shares := data.Allocate(100, slices.Repeat([]decimal.Decimal{decimal.NewFromInt(1)}, len(r.Signs)))
	g := Grid{Rows: []Row{{Cells: make([]Cell, len(r.Signs))}}}
	for i, label := range r.Signs {
		g.Columns = append(g.Columns, Column{Title: label, Share: int(shares[i]), Fill: true})
	}
	return g
}

// runningFacts is how many facts the strip of a continuation page has room for.
const runningFacts = 3

// grid makes the table for paper.
func (r Report) grid() (Grid, error) {
	g := Grid{Columns: r.paperColumns()}
	sums := r.NewSums()
	err := r.Rows(func(row []Value) error {
		sums.Add(row)
		g.Rows = append(g.Rows, Row{Cells: r.paperCells(row)})
		return nil
	})
	if err != nil {
		return Grid{}, err
	}
	if len(g.Rows) == 0 {
		return g, nil
	}
	for _, sum := range sums.Rows() {
		g.Totals = append(g.Totals, r.paperTotal(sum))
	}
	return g, nil
}

// paperColumns are the columns that stand beside each other on paper.
func (r Report) paperColumns() []Column {
	var widths []decimal.Decimal
	for _, c := range r.Columns {
		if c.onPaper() {
			widths = append(widths, decimal.NewFromInt(int64(c.Width)))
		}
	}
	shares := data.Allocate(100, widths)
	var list []Column
	for _, c := range r.Columns {
		switch {
		case c.onPaper():
			one := Column{Title: c.Title, Share: int(shares[len(list)]), Carry: c.Sum && !r.Apart, Fill: c.Kind == FillColumn}
			if c.Kind == FigureColumn {
				one.Align = Right
			}
			list = append(list, one)
		case c.Below && !c.Extra && len(list) > 0:
			list[len(list)-1].Title += " / " + c.Title
		}
	}
	return list
}

// onPaper reports whether the column has a place of its own on paper.
func (c ReportColumn) onPaper() bool { return !c.Below && !c.Extra }

// paperCells are the cells of one row: what stands below another column is a small line of its cell.
func (r Report) paperCells(row []Value) []Cell {
	var cells []Cell
	for i, c := range r.Columns {
		switch text := r.shown(c, row[i]); {
		case c.onPaper():
			cells = append(cells, Cell{Text: text, Number: row[i].Number, Decimals: row[i].Decimals})
		case c.Below && !c.Extra && len(cells) > 0 && text != "":
			last := &cells[len(cells)-1]
			last.Sub = append(last.Sub, text)
		}
	}
	return cells
}

// paperTotal is a row of sums: what they are of stands before the first.
func (r Report) paperTotal(sum GroupSum) Row {
	cells := r.paperCells(sum.Cells)
	at := slices.IndexFunc(slices.DeleteFunc(slices.Clone(r.Columns), func(c ReportColumn) bool { return !c.onPaper() }), func(c ReportColumn) bool { return c.Sum })
	if at <= 0 {
		return Row{Role: "sum", Cells: cells}
	}
	label := Cell{Text: r.LabelOf(sum), Sub: r.LacksOf(sum), Span: at}
	return Row{Role: "sum", Cells: append([]Cell{label}, cells[at:]...)}
}

// LabelOf says what a sum is of: "Total", or "Total RTM".
func (r Report) LabelOf(sum GroupSum) string {
	return strings.TrimSpace(r.Total + " " + sum.Name)
}

// compareText orders names as people look them up.
func compareText(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }
