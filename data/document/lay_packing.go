package document

import (
	"strconv"
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// packingGrid lists the packages in the order of their numbers, one row for each run and article. No column of it can
// hold a price.
func (l layout) packingGrid() Grid {
	g := Grid{Columns: []Column{
		{Title: l.say("document.col.package_nos"), Share: 11, Align: Centre},
		{Title: l.say("document.col.packages"), Share: 8, Align: Right, Role: "cartons"},
		{Title: l.say("document.col.description"), Share: 26},
		{Title: l.say("document.col.pcs_per_package"), Share: 7, Align: Right},
		{Title: l.say("document.col.total_quantity"), Share: 9, Align: Right, Role: "quantity"},
		{Title: l.say("document.col.net") + " (kg)", Share: 10, Align: Right, Role: "net"},
		{Title: l.say("document.col.gross") + " (kg)", Share: 10, Align: Right, Role: "gross"},
		{Title: l.say("document.col.size") + " (cm)", Share: 11, Align: Centre},
		{Title: l.say("document.col.volume") + " (m³)", Share: 8, Align: Right, Role: "volume"},
	}}
	described := map[int]bool{}
	for _, r := range l.p.Packages {
		g.Rows = append(g.Rows, l.runRows(r, described)...)
	}
	for _, line := range l.p.Lines {
		if !line.Packed {
			g.Rows = append(g.Rows, l.looseRow(line))
		}
	}
	g.Totals = []Row{l.packingTotal()}
	return g
}

// runRows shows one run of equal packages: its numbers, weights and size once, and a row for each article inside. An
// article is described in full where it first appears.
func (l layout) runRows(r data.CartonRange, described map[int]bool) []Row {
	n := decimal.NewFromInt(r.Count())
	numbers := strconv.FormatInt(r.From, 10)
	if r.To != r.From {
		numbers += "–" + strconv.FormatInt(r.To, 10)
	}
	count := l.figure(n, 0)
	count.Sub = l.each(func(w Words) string { return named(w, r.Count(), r.Kind) })
	first := Row{Cells: []Cell{
		{Text: numbers},
		count,
		{},
		{},
		{},
		l.eachAndAll(r.Net, r.NetTotal()), l.eachAndAll(r.Gross, r.GrossTotal()),
		{},
		l.cubic(r.Volume()),
	}}
	if !r.Box.IsZero() {
		first.Cells[7] = Cell{Text: strings.ReplaceAll(sides(r.Box), " ", "")}
	}
	rows := []Row{first}
	for i, c := range r.Contents {
		if i > 0 {
			rows = append(rows, Row{Cells: make([]Cell, len(first.Cells))})
		}
		if line, ok := l.line(c.Line); ok {
			row := rows[i]
			if row.Cells[2] = l.packedArticle(line); described[line.No] {
				row.Cells[2].Sub = nil
			}
			described[line.No] = true
			row.Cells[3] = l.plainFigure(c.Quantity)
			row.Cells[4] = l.plainFigure(c.Quantity * data.Quantity(r.Count()))
			row.Cells[4].Sub = l.units(line.Unit)
		}
	}
	return rows
}

// looseRow is a line whose packages aren't known yet.
func (l layout) looseRow(line Line) Row {
	row := Row{Cells: make([]Cell, 9)}
	row.Cells[2] = l.packedArticle(line)
	row.Cells[4] = l.plainFigure(line.Quantity)
	row.Cells[4].Sub = l.units(line.Unit)
	row.Cells[5] = l.kilograms(line.Net)
	return row
}

func (l layout) plainFigure(q data.Quantity) Cell {
	return l.figure(q.Decimal(), places(q.String()))
}

// eachAndAll shows the weight of a run and, below it, that of each package.
func (l layout) eachAndAll(one, all data.Weight) Cell {
	c := l.kilograms(grams(all))
	if c.Number != nil && one != all {
		c.Sub = []string{"@ " + l.kilograms(one).Text}
	}
	return c
}

func (l layout) packedArticle(line Line) Cell {
	c := l.article(line)
	c.Text = strconv.Itoa(line.No) + ". " + c.Text
	return c
}

func (l layout) line(no int) (Line, bool) {
	if no < 1 || no > len(l.p.Lines) {
		return Line{}, false
	}
	return l.p.Lines[no-1], true
}

func (l layout) packingTotal() Row {
	t := l.p.Totals
	row := Row{Role: "sum", Cells: []Cell{
		l.narrow("document.total"), {}, {}, {}, {}, l.kilograms(t.Net), l.kilograms(t.Gross), {}, l.cubic(t.Volume),
	}}
	if t.Cartons > 0 {
		row.Cells[1] = l.figure(decimal.NewFromInt(t.Cartons), 0)
		if len(t.Packages) == 1 {
			row.Cells[1].Sub = l.each(func(w Words) string { return named(w, t.Cartons, t.Packages[0].Kind) })
		}
	}
	if len(t.Quantities) == 1 {
		row.Cells[4] = l.plainFigure(t.Quantities[0].Quantity)
		row.Cells[4].Sub = l.units(t.Quantities[0].Unit)
	}
	return row
}

// narrow is a label for a narrow column: the second language stands below the first.
func (l layout) narrow(key string) Cell {
	texts := l.each(func(w Words) string { return w.T(key) })
	return Cell{Text: texts[0], Sub: texts[1:]}
}

// packingFoot says the number of packages in words too, as banks and customs read it. That the weights were computed and
// not weighed is for the merchant to know, so only a draft says it.
func (l layout) packingFoot() []Block {
	var blocks []Block
	if words := l.packagesInWords(); words != "" {
		blocks = append(blocks, Text{Heading: l.say("document.packages_in_words"), Text: words})
	}
	if l.p.PackagesEstimated && l.p.Draft {
		blocks = append(blocks, Text{Text: l.say("document.estimated")})
	}
	return blocks
}

// packagesInWords is "SAY FORTY-TWO (42) CARTONS ONLY" in each language on a line of its own.
func (l layout) packagesInWords() string {
	if l.p.Totals.Cartons == 0 {
		return ""
	}
	return strings.Join(l.each(func(w Words) string {
		var kinds []string
		for _, c := range l.p.Totals.Packages {
			kinds = append(kinds, w.T("document.counted_packages", "Words", w.Count(c.Count),
				"Number", w.Number(decimal.NewFromInt(c.Count), 0), "Kind", named(w, c.Count, c.Kind)))
		}
		return w.T("document.say_packages", "Packages", strings.Join(kinds, " + "))
	}), "\n")
}
