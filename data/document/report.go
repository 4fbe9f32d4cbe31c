package document

import (
	"slices"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// Report is a table about the business in the reader's words: stock value, movements, a count sheet. It is drawn as PDF
// by way of [Report.Page], as a workbook by xlsx.RenderReport and as data by [Report.WriteJSON]; all three read this one
// value and add up the same rows, so they can't disagree.
//
// Who makes one fills in columns and a Rows that hands out a value for each of them; sums, page numbers, carried amounts,
// print set-up and formulas are the renderers'.
type Report struct {
	Kind    string // names files and JSON, such as "stock-value"
	Title   string
	Number  string // of the record it is about; "" for none
	Company string
	Date    data.Date // the day it speaks of; files must not differ by the day they were printed
	Facts   []ReportFact
	Columns []ReportColumn
	Group   string   // ID of a text column: each of its values gets a sum before the last one, where there are several
	Apart   bool     // the groups are in different currencies: each has its sum, all together have none
	Total   string   // the word before the last sum; "" where nothing is summed
	Once    string   // ID of a column: rows that say the same there one after the other count once as lacking a figure
	Empty   string   // what is said in place of rows; "" says nothing
	Notes   []string // what the reader must know of the figures, under the table
	Signs   []string // what is filled in by hand, such as a signature: under the table on paper, above it in a workbook, whose rows are read back

	// Rows hands out the rows in their order, one value for each column, and ends with the first error of use. It may be
	// called again and then gives the same. The slice may be used again for the next row.
	Rows  func(use func([]Value) error) error
	Words Words // of the reader: they write figures and days
}

// ReportFact is something that holds for the whole report: a warehouse, a currency, a period.
type ReportFact struct {
	ID    string // in JSON; "" leaves it out there
	Label string
	Text  string // as people read it
	Plain string // as JSON has it
}

// ReportColumn is one column of a report.
type ReportColumn struct {
	ID    string // in JSON
	Title string
	Kind  ColumnKind
	Width int  // room for so many Latin letters; on paper columns share the width in this proportion
	Sum   bool // a figure whose rows are added up below
	Below bool // on paper it stands in small type below the column before, because a sheet is narrow
	Extra bool // in workbook and JSON only
	Coded bool // JSON has the values' codes

	// Lacking says, of a column that is added up, how many had no figure there and aren't in the sum; nil says nothing.
	Lacking func(count int) string

	Choices []string // of a column to be filled in: what a workbook offers, beside anything else
}

// ColumnKind says what a column holds.
type ColumnKind int

// The kinds of column.
const (
	TextColumn   ColumnKind = iota
	FigureColumn            // right-aligned, a number in a workbook
	DayColumn               // an ISO day as text; a date in a workbook
	FillColumn              // left empty, to be written in by hand: boxed, with rows high enough for a pen
)

// Value is what a row says in one column. Nothing is known of a zero one.
type Value struct {
	Text     string           // of a text, an ISO day of a date
	Code     string           // what JSON has in its place, in coded columns
	Number   *decimal.Decimal // of a figure, rounded to Decimals: sums add what is shown
	Decimals int32
}

// TextValue is a value of a text or day column.
func TextValue[T ~string](text T) Value { return Value{Text: string(text)} }

// CodedValue is a text that people read, and the code behind it.
func CodedValue[T ~string](text string, code T) Value { return Value{Text: text, Code: string(code)} }

// FigureValue is a figure shown with so many decimals, rounded half up to them.
func FigureValue(d decimal.Decimal, decimals int32) Value {
	d = d.Round(decimals)
	return Value{Number: &d, Decimals: decimals}
}

// QuantityValue is a quantity with the decimals it has.
func QuantityValue(q data.Quantity) Value { return FigureValue(q.Decimal(), places(q.String())) }

// MoneyValue is an amount with the decimals of its currency.
func MoneyValue(m data.Money) Value { return FigureValue(m.Decimal(), m.Currency.Decimals()) }

// shown writes v as the reader of a paper sees it.
func (r Report) shown(c ReportColumn, v Value) string {
	switch {
	case v.Number != nil:
		return r.Words.Number(*v.Number, v.Decimals)
	case c.Kind == DayColumn && v.Text != "":
		return r.Words.Date(data.Date(v.Text))
	}
	return v.Text
}

// Sums adds up the rows of a report as they are handed out.
type Sums struct {
	report Report
	group  int // index of the grouping column, -1 for none
	once   int // index of the column that rows count once by, -1 for none
	groups []GroupSum
	at     map[string]int
	all    GroupSum
}

// GroupSum is the sums of the rows that say the same in the grouping column.
type GroupSum struct {
	Name  string  // what they say there; of all rows ""
	Code  string  // the code behind it
	Cells []Value // one for each column, figures in those that are summed
	Lacks []int   // one for each column: how many had no figure to be added
	last  []string
}

// newGroup returns the sums of no row.
func (r Report) newGroup(name, code string) GroupSum {
	n := len(r.Columns)
	return GroupSum{Name: name, Code: code, Cells: make([]Value, n), Lacks: make([]int, n), last: make([]string, n)}
}

// NewSums returns the sums of no row yet.
func (r Report) NewSums() *Sums {
	s := &Sums{report: r, at: map[string]int{}, all: r.newGroup("", ""), once: -1}
	if r.Once != "" {
		s.once = slices.IndexFunc(r.Columns, func(c ReportColumn) bool { return c.ID == r.Once })
	}
	s.group = slices.IndexFunc(r.Columns, func(c ReportColumn) bool { return c.ID == r.Group && r.Group != "" })
	for i, c := range r.Columns {
		if c.Sum {
			s.all.Cells[i] = FigureValue(decimal.Zero, 0)
		}
	}
	return s
}

// Add counts a row in.
func (s *Sums) Add(row []Value) {
	s.count(&s.all, row)
	if s.group < 0 {
		return
	}
	name := row[s.group].Text
	i, known := s.at[name]
	if !known {
		i = len(s.groups)
		s.at[name] = i
		s.groups = append(s.groups, s.report.newGroup(name, row[s.group].Code))
	}
	s.count(&s.groups[i], row)
}

func (s *Sums) count(g *GroupSum, row []Value) {
	for i, c := range s.report.Columns {
		v := row[i]
		if !c.Sum {
			continue
		}
		if v.Number == nil {
			s.lack(g, i, row)
			continue
		}
		sum := *v.Number
		if g.Cells[i].Number != nil {
			sum = sum.Add(*g.Cells[i].Number)
		}
		g.Cells[i] = Value{Number: &sum, Decimals: max(v.Decimals, g.Cells[i].Decimals)}
	}
}

// lack counts a row in that has no figure in column i.
func (s *Sums) lack(g *GroupSum, i int, row []Value) {
	if s.once >= 0 {
		if name := row[s.once].Text; g.Lacks[i] > 0 && g.last[i] == name {
			return
		}
		g.last[i] = row[s.once].Text
	}
	g.Lacks[i]++
}

// LacksOf says in sentences which sums leave something out, and how much.
func (r Report) LacksOf(sum GroupSum) (list []string) {
	for i, c := range r.Columns {
		if c.Lacking != nil && sum.Lacks[i] > 0 {
			list = append(list, c.Lacking(sum.Lacks[i]))
		}
	}
	return list
}

// Rows returns the sums to be shown: one for each group by name, where there are several, then that of all rows. There
// are none where no column is summed.
func (s *Sums) Rows() []GroupSum {
	if !slices.ContainsFunc(s.report.Columns, func(c ReportColumn) bool { return c.Sum }) {
		return nil
	}
	var list []GroupSum
	if len(s.groups) > 1 || s.report.Apart {
		list = slices.SortedFunc(slices.Values(s.groups), func(a, b GroupSum) int { return compareText(a.Name, b.Name) })
	}
	if s.report.Apart {
		return list
	}
	return append(list, s.all)
}
