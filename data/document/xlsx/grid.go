package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"tradewind/data/document"

	"github.com/shopspring/decimal"
)

// lineWords are the roles a line amount is computed from.
const (
	quantity = "quantity"
	price    = "price"
	discount = "discount"
	amount   = "amount"
)

// grid writes a table. Its figures are numbers, and those that follow from others are formulas.
func (s *sheet) grid(g document.Grid) error {
	t := table{sheet: s, grid: g, cols: s.place(g), named: map[string][]figure{}}
	t.head()
	for _, r := range g.Rows {
		if err := t.line(r); err != nil {
			return err
		}
	}
	for _, r := range g.Totals {
		if err := t.total(r); err != nil {
			return err
		}
	}
	s.gap()
	return nil
}

// table is a grid being written.
type table struct {
	*sheet
	grid  document.Grid
	cols  []area // the sheet's columns each grid column takes
	first int    // row of the first line
	last  int    // row of the last one
	named map[string][]figure
}

// figure is a number of the totals and the cell it stands in.
type figure struct {
	ref   string
	value decimal.Decimal
}

// place shares the sheet's columns out among those of g.
func (s *sheet) place(g document.Grid) []area {
	cols := make([]area, len(g.Columns))
	n, from, sum := len(s.shares), 0, 0
	for i, c := range g.Columns {
		sum += c.Share
		to := from
		for rest := len(g.Columns) - i - 1; to+1 < n-rest && s.upTo(to+1) <= sum; {
			to++
		}
		if i == len(g.Columns)-1 {
			to = n - 1
		}
		cols[i] = area{col: from, toCol: to}
		from = to + 1
	}
	return cols
}

// upTo is the width of the columns 0..col in hundredths.
func (s *sheet) upTo(col int) int {
	sum := 0
	for _, share := range s.shares[:col+1] {
		sum += share
	}
	return sum
}

// head writes the column titles and, for the first grid, has them repeated on every printed page.
func (t *table) head() {
	at := t.add(lineHeight)
	for i, c := range t.grid.Columns {
		st := style{size: 8, bold: true, shade: true, top: true, bottom: true, middle: true, align: c.Align, inset: true}
		t.put(at, i, i, cell{value: c.Title, style: st})
	}
	if t.repeat == 0 {
		t.repeat = at + 1
	}
	t.first = at + 1
}

// put fills the grid's columns from..to and lets the row grow with the text.
func (t *table) put(at, from, to int, c cell) {
	left, right := t.cols[from].col, t.cols[to].toCol
	if text, ok := c.value.(string); ok {
		t.rows[at].height = max(t.rows[at].height, t.needed(text, left, right, c.style)+3)
	}
	t.span(at, left, right, c)
}

// line writes one row of goods. Small lines under a figure stand in a row of their own, so that the figure stays a
// number; texts then reach over both rows.
func (t *table) line(r document.Row) error {
	at := t.add(lineHeight)
	below := at
	if slices.ContainsFunc(r.Cells, func(c document.Cell) bool { return c.Number != nil && len(c.Sub) > 0 }) {
		below = t.add(lineHeight)
	}
	t.last = below
	figures := map[string]figure{}
	col := 0
	for _, c := range r.Cells {
		to := min(col+max(c.Span, 1), len(t.grid.Columns)) - 1
		if to < col {
			return fmt.Errorf("xlsx: row of %d cells for %d columns", len(r.Cells), len(t.grid.Columns))
		}
		column := t.grid.Columns[col]
		if c.Number == nil {
			t.text(area{at, col, below, to}, words(c), style{bottom: true, align: column.Align, inset: true})
		} else {
			f := figure{t.ref(at, col), *c.Number}
			out := number(c, style{bottom: below == at, align: column.Align})
			if column.Role == amount {
				out.formula = amountFormula(figures, f.value, c.Decimals)
			}
			figures[column.Role] = f
			t.put(at, col, to, out)
			if below > at {
				t.put(below, col, to, cell{value: strings.Join(c.Sub, "\n"), style: style{size: 7.5, grey: true, bottom: true, align: column.Align}})
			}
		}
		if err := t.image(c.Picture, at, t.cols[col].col, t.cols[to].toCol); err != nil {
			return err
		}
		col = to + 1
	}
	return nil
}

// text fills a's grid columns with text; the last of its rows grows to what is needed beyond the others.
func (t *table) text(a area, text string, st style) {
	left, right := t.cols[a.col].col, t.cols[a.toCol].toCol
	room := t.needed(text, left, right, st) + 3
	for row := a.row; row < a.toRow; row++ {
		room -= t.rows[row].height
	}
	t.rows[a.toRow].height = max(t.rows[a.toRow].height, room)
	t.fill(area{a.row, left, a.toRow, right}, cell{value: text, style: st})
}

// ref names the cell of a grid column.
func (t *table) ref(row, col int) string { return at(row, t.cols[col].col) }

// number is a figure of the model as a cell.
func number(c document.Cell, st style) cell {
	st.number, st.decimals = true, c.Decimals
	return cell{value: c.Number.InexactFloat64(), style: st} // Excel has no other numbers
}

// words is the text of a cell with the small lines under it.
func words(c document.Cell) string {
	return strings.TrimPrefix(strings.Join(append([]string{c.Text}, c.Sub...), "\n"), "\n")
}

// amountFormula is quantity × price × (1 − discount), rounded, when that is what the amount is.
func amountFormula(f map[string]figure, value decimal.Decimal, decimals int32) string {
	q, p := f[quantity], f[price]
	if q.ref == "" || p.ref == "" {
		return ""
	}
	product := q.value.Mul(p.value)
	formula := q.ref + "*" + p.ref
	if d := f[discount]; d.ref != "" {
		product = product.Mul(decimal.New(1, 0).Sub(d.value.Shift(-2)))
		formula += "*(1-" + d.ref + "/100)"
	}
	if !product.Round(decimals).Equal(value) {
		return ""
	}
	return fmt.Sprintf("ROUND(%s,%d)", formula, decimals)
}

// total writes one row of the totals.
func (t *table) total(r document.Row) error {
	at := t.add(lineHeight + 2)
	grand := r.Role == "total" || r.Role == "sum"
	col := 0
	for _, c := range r.Cells {
		to := min(col+max(c.Span, 1), len(t.grid.Columns)) - 1
		if to < col {
			return fmt.Errorf("xlsx: total of %d cells for %d columns", len(r.Cells), len(t.grid.Columns))
		}
		st := style{bold: grand, bottom: true, heavyTop: grand, align: t.grid.Columns[to].Align, middle: true}
		if c.Span > 1 || c.Number == nil && t.grid.Columns[to].Align != document.Right {
			st.align = document.Right
		}
		out := cell{value: words(c), style: st}
		if c.Number != nil {
			out = number(c, st)
			out.formula = t.totalFormula(r.Role, to, c)
			t.named[r.Role] = append(t.named[r.Role], figure{t.ref(at, col), *c.Number})
		}
		t.put(at, col, to, out)
		col = to + 1
	}
	return nil
}

// totalFormula computes a total from the cells above it, when they add up to what the page shows.
func (t *table) totalFormula(role string, col int, c document.Cell) string {
	switch role {
	case "goods", "sum":
		return t.columnSum(col, c)
	case "total":
		if len(t.named["goods"]) == 0 {
			return t.columnSum(col, c)
		}
		return t.grandTotal(c)
	}
	return ""
}

// columnSum is the sum of a column's lines, rounded once to the decimals shown.
func (t *table) columnSum(col int, c document.Cell) string {
	sum := decimal.Zero
	for _, r := range t.grid.Rows {
		left := 0
		for _, x := range r.Cells {
			if left == col && x.Number != nil {
				sum = sum.Add(*x.Number)
			}
			left += max(x.Span, 1)
		}
	}
	if len(t.grid.Rows) == 0 || !sum.Round(c.Decimals).Equal(c.Number.Round(c.Decimals)) {
		return ""
	}
	return fmt.Sprintf("ROUND(SUM(%s:%s),%d)", t.ref(t.first, col), t.ref(t.last, col), c.Decimals)
}

// grandTotal is goods − discount + freight + insurance + charges.
func (t *table) grandTotal(c document.Cell) string {
	sum := decimal.Zero
	var formula strings.Builder
	for _, role := range []string{"goods", discount, "freight", "insurance", "charge"} {
		for _, f := range t.named[role] {
			sign := "+"
			if role == discount && !f.value.IsNegative() {
				sign, f.value = "-", f.value.Neg()
			}
			sum = sum.Add(f.value)
			if formula.Len() > 0 {
				formula.WriteString(sign)
			}
			formula.WriteString(f.ref)
		}
	}
	if !sum.Equal(*c.Number) {
		return ""
	}
	return fmt.Sprintf("ROUND(%s,%d)", formula.String(), c.Decimals)
}
