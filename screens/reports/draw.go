package reports

import (
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// letter is the width of a column for each letter it has room for.
const letter float32 = 6.2

// draw shows the figures.
func (s *Screen) draw() {
	table := kit.NewTable(s.columns())
	table.WhenEmpty(s.shown.report.Empty, nil)
	table.Set(s.shown.rows)
	s.body.Objects = []fyne.CanvasObject{table.Content}
	s.body.Refresh()
	s.foot.SetText(s.sum())
	s.content.Refresh()
	for _, b := range []*kit.Button{s.excel, s.pdf, s.print} {
		b.Enable()
	}
}

// columns are those of the report that a sheet of paper shows beside each other.
func (s *Screen) columns() (list []kit.Column[[]document.Value]) {
	for i, c := range s.shown.report.Columns {
		if c.Below || c.Extra {
			continue
		}
		one := kit.Column[[]document.Value]{
			Title: c.Title, Width: float32(c.Width) * letter, Right: c.Kind == document.FigureColumn,
			Text: func(row []document.Value) string { return s.text(c, row[i]) },
		}
		if c.ID == "name" {
			one.Share, one.Width = 2, 70
		}
		if c.ID == "warehouse" || c.ID == "instalment" || c.ID == "what" || c.ID == "order_no" {
			one.Share = 1
		}
		list = append(list, one)
	}
	return list
}

// text writes a value as people read it.
func (s *Screen) text(c document.ReportColumn, v document.Value) string {
	switch {
	case v.Number != nil:
		return s.host.Number(*v.Number, v.Decimals)
	case c.Kind == document.DayColumn && v.Text != "":
		return s.host.Date(string(data.Date(v.Text)))
	}
	return v.Text
}

// sum says how many rows there are and what they come to.
func (s *Screen) sum() string {
	f := s.shown
	if f.count == 0 {
		return ""
	}
	lines := []string{s.host.T("stockreport.rows", "Count", f.count)}
	if f.count > len(f.rows) {
		lines[0] = s.host.T("stockreport.rows.some", "Count", f.count, "Shown", len(f.rows))
	}
	for _, fact := range f.report.Facts {
		if fact.ID == "currency" {
			lines[0] += " · " + fact.Text
		}
	}
	for _, sum := range f.sums {
		var parts []string
		for i, c := range f.report.Columns {
			if sum.Cells[i].Number != nil {
				parts = append(parts, s.host.T("stockreport.sum", "What", c.Title, "Sum", s.text(c, sum.Cells[i])))
			}
		}
		lines = append(lines, f.report.LabelOf(sum)+": "+strings.Join(append(parts, f.report.LacksOf(sum)...), " · "))
	}
	const most = 5
	if len(lines) > most { // of many warehouses the sum of all matters
		lines = append(lines[:1], lines[len(lines)-1])
	}
	return strings.Join(lines, "\n")
}
