package document

import (
	"tradewind/data"

	"github.com/shopspring/decimal"
)

// priceGrid is the goods table of every kind that shows prices. Every share leaves room for the widest figure it may
// meet on 183 mm; the discount's column is there only when a line has one, the picture's only on quotations.
func (l layout) priceGrid() Grid {
	cols := l.priceColumns()
	g := Grid{Columns: make([]Column, len(cols))}
	for i, c := range cols {
		g.Columns[i] = c.Column
	}
	g.Rows = rowsOf(cols, l.p.Lines, func(line Line) bool { return !line.Role.Open() })
	g.Totals = l.totalRows(g.Columns)
	return g
}

// priceColumn is a column with what it shows of a line.
type priceColumn struct {
	Column
	cell func(Line) Cell
}

// priceColumns returns the columns of this paper; the goods take the width that the others leave.
func (l layout) priceColumns() []priceColumn {
	discounts, pictures := false, false
	for _, line := range l.p.Lines {
		discounts = discounts || line.Discount != 0
		pictures = pictures || l.p.Kind == data.Quotation && l.pictures[line.Picture] != nil
	}
	in := " (" + string(l.p.Currency) + ")"
	tight := 0 // beside pictures every figure gives a little
	if pictures {
		tight = 1
	}
	cols := []priceColumn{{Column{Title: l.say("document.col.no"), Share: 5, Align: Centre}, l.noCell}}
	if pictures {
		cols = append(cols, priceColumn{Column{Title: l.say("document.col.picture"), Share: 9, Align: Centre}, l.pictureCell})
	}
	goods := len(cols)
	cols = append(
		cols,
		priceColumn{Column{Title: l.say("document.col.description")}, l.goodsCell},
		priceColumn{Column{Title: l.say("document.col.quantity"), Share: 10 - tight, Align: Right, Role: "quantity"}, l.quantityCell},
		priceColumn{Column{Title: l.say("document.col.unit"), Share: 8 - tight, Align: Centre}, l.unitCell},
		priceColumn{Column{Title: l.say("document.col.price") + in, Share: 13 - tight, Align: Right, Role: "price"}, l.priceCell},
	)
	if discounts {
		cols = append(cols, priceColumn{Column{Title: l.say("document.col.discount"), Share: 7, Align: Right, Role: "discount"}, l.discountCell})
	}
	cols = append(cols, priceColumn{
		Column{Title: l.say("document.col.amount") + in, Share: 15 - tight, Align: Right, Role: "amount", Carry: true}, l.amountCell,
	})
	left := 100
	for _, c := range cols {
		left -= c.Share
	}
	cols[goods].Share = left
	return cols
}

func (l layout) noCell(line Line) Cell      { return l.figure(decimal.NewFromInt(int64(line.No)), 0) }
func (l layout) pictureCell(line Line) Cell { return Cell{Picture: l.pictures[line.Picture]} }
func (l layout) amountCell(line Line) Cell  { return l.amount(line.Amount) }

func (l layout) quantityCell(line Line) Cell { return l.plainFigure(line.Quantity) }

// priceCell shows every decimal that was entered, at least those of the currency.
func (l layout) priceCell(line Line) Cell {
	return l.figure(line.Price.Decimal(), places(line.Price.Shown(l.p.Currency)))
}

func (l layout) amount(m data.Money) Cell { return l.figure(m.Decimal(), m.Currency.Decimals()) }

func (l layout) goodsCell(line Line) Cell {
	c := l.article(line)
	if l.p.Kind == data.PurchaseKind && line.Promise != "" {
		c.Sub = append(c.Sub, l.lineDate(line))
	}
	c.Sub = append(c.Sub, l.role(line)...)
	switch {
	case line.PreSale:
		c.Sub = append(c.Sub, l.preSale(line))
	case (l.p.Kind == data.Confirmation || l.p.Kind == data.Contract) && line.Promise != "":
		c.Sub = append(c.Sub, l.promised(line))
	}
	if l.p.Kind == data.Quotation {
		c.Sub = append(c.Sub, l.offered(line)...)
	} else {
		c.Sub = appendNew(c.Sub, l.packed(line))
	}
	return c
}

func (l layout) unitCell(line Line) Cell {
	names := l.units(line.Unit)
	if len(names) == 0 {
		return Cell{}
	}
	return Cell{Text: names[0], Sub: names[1:]}
}

// discountCell shows a line's discount in percent; a line without one stays empty.
func (l layout) discountCell(line Line) Cell {
	if line.Discount == 0 {
		return Cell{}
	}
	return l.figure(line.Discount.Share().Shift(2), places(line.Discount.String()))
}

// totalRows are the sums below a priced table, the grand total last. Without discount and charges it stands alone.
func (l layout) totalRows(cols []Column) []Row {
	t := l.p.Totals
	var rows []Row
	add := func(role, label string, m data.Money) {
		if m.Minor != 0 {
			rows = append(rows, l.totalRow(cols, role, label, m))
		}
	}
	discount := t.Discount
	discount.Minor = -discount.Minor
	add("discount", l.discountLabel(), discount)
	add("freight", l.say("document.freight"), t.Freight)
	add("insurance", l.say("document.insurance"), t.Insurance)
	for _, c := range l.p.Charges {
		name := c.Name
		if name == data.RoundingCharge { // written by the program, so in the reader's words
			name = l.say("document.rounding")
		}
		add("charge", name, c.Amount)
	}
	if len(rows) > 0 {
		rows = append([]Row{l.totalRow(cols, "goods", l.say("document.goods"), t.Goods)}, rows...)
	}
	total := l.totalRow(cols, "total", l.say("document.total")+" "+string(l.p.Currency), t.Total)
	if len(t.Quantities) == 1 {
		l.totalQuantity(total, t.Quantities[0])
	}
	return append(rows, total)
}

// totalRow has its label below the first columns and its amount below the last.
func (l layout) totalRow(cols []Column, role, label string, m data.Money) Row {
	row := Row{Role: role, Cells: []Cell{{Text: label}}}
	lead := 0
	for cols[lead].Role != "quantity" {
		lead++
	}
	row.Cells[0].Span = lead
	for range cols[lead : len(cols)-1] {
		row.Cells = append(row.Cells, Cell{})
	}
	row.Cells = append(row.Cells, l.amount(m))
	return row
}

// totalQuantity puts the quantity of all lines, when they share one unit, below its column.
func (l layout) totalQuantity(row Row, q Measured) {
	row.Cells[1] = l.plainFigure(q.Quantity)
	row.Cells[2] = l.unitCell(Line{Unit: q.Unit})
}
