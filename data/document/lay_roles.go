package document

import (
	"slices"
	"strings"

	"tradewind/data"
)

// rowsOf are the rows of the lines that belong into a grid.
func rowsOf(cols []priceColumn, lines []Line, belongs func(Line) bool) (rows []Row) {
	for _, line := range lines {
		if !belongs(line) {
			continue
		}
		row := Row{Cells: make([]Cell, len(cols))}
		for i, c := range cols {
			row.Cells[i] = c.cell(line)
		}
		rows = append(rows, row)
	}
	return rows
}

// offers are the alternatives and options of a quotation: apart from what is in the total, each with its own amount.
func (l layout) offers() []Block {
	if !slices.ContainsFunc(l.p.Lines, func(line Line) bool { return line.Role.Open() }) {
		return nil
	}
	cols := l.priceColumns()
	g := Grid{Columns: make([]Column, len(cols)), Rows: rowsOf(cols, l.p.Lines, func(line Line) bool { return line.Role.Open() })}
	for i, c := range cols {
		g.Columns[i] = c.Column
		g.Columns[i].Carry = false // nothing adds up here
	}
	heading := Row{Cells: []Cell{{Text: l.say("document.offers"), Sub: []string{l.say("document.offers.text")}, Span: len(cols)}}}
	g.Rows = append([]Row{heading}, g.Rows...) // a row of the table, so that it never stands on another sheet than what it speaks of
	return []Block{g}
}

// role says below a line's name what the line is beside goods that are sold.
func (l layout) role(line Line) []string {
	switch line.Role {
	case data.Alternative:
		return []string{l.say("document.role.alternative", "Line", line.AlternativeTo)}
	case data.Optional:
		return []string{l.say("document.role.optional")}
	case data.Tooling:
		return []string{l.say("document.role.tooling")}
	case data.FreeSample:
		said := []string{l.say("document.role.sample")}
		if l.p.Kind != data.Quotation && line.CustomsValue.Minor != 0 {
			said = append(said, l.say("document.role.customs")+" "+l.money(line.CustomsValue))
		}
		return said
	}
	return nil
}

// discountLabel names the discount of the whole paper, with its share where that is all it is.
func (l layout) discountLabel() string {
	if l.p.DiscountPercent == 0 {
		return l.say("document.discount")
	}
	return l.say("document.discount") + " " + l.plain(l.p.DiscountPercent.String(), l.p.DiscountPercent.Share().Shift(2)) + " %"
}

// revised are what a revision changed, a sentence each.
func (l layout) revised() []Block {
	if len(l.p.Changes) == 0 {
		return nil
	}
	var said []string
	for _, w := range l.words {
		said = append(said, SayDifferences(l.p.Changes, w)...)
	}
	return []Block{Text{Heading: l.say("document.changes"), Text: strings.Join(said, "\n")}}
}
