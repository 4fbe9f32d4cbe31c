package document

import (
	"slices"
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// goodsBox sums up what travels: number and kind of packages, weights, measurement, containers.
func (l layout) goodsBox() Box {
	t, f := l.p.Totals, list{}
	f.must(l.say("document.packages"), l.partial("cartons", l.packagesText()))
	f.add(l.say("document.total_quantity"), l.quantities())
	f.figure(l.say("document.net_weight"), l.kilograms(t.Net), l.partial("net_weight_kg", "kg"))
	f.figure(l.say("document.gross_weight"), l.kilograms(t.Gross), l.partial("gross_weight_kg", "kg"))
	f.figure(l.say("document.measurement"), l.cubic(t.Volume), l.partial("volume_m3", "m³"))
	for _, c := range l.p.Containers {
		f.add(l.say("document.container"), containerText(c, l.say("document.seal")))
	}
	return Box{Caption: l.say("document.shipment"), Facts: f}
}

// partial marks a total that leaves out a line whose figure isn't known.
func (l layout) partial(total, text string) string {
	if text != "" && slices.Contains(l.p.Totals.Incomplete, total) {
		return text + " (" + l.say("document.incomplete") + ")"
	}
	return text
}

// packagesText is "42 CARTONS" or "42 CARTONS on 2 pallets".
func (l layout) packagesText() string {
	var kinds []string
	for _, c := range l.p.Totals.Packages {
		kinds = append(kinds, l.packages(c.Count, c.Kind))
	}
	text := strings.Join(kinds, " + ")
	if l.p.Pallets > 0 {
		text = strings.TrimSpace(text + " " + l.say("document.on_pallets", "Count", l.p.Pallets))
	}
	return text
}

func (l layout) quantities() string {
	var all []string
	for _, q := range l.p.Totals.Quantities {
		all = append(all, l.quantity(q.Quantity, q.Unit))
	}
	return strings.Join(all, " + ")
}

func containerText(c data.Container, seal string) string {
	text := strings.TrimSpace(c.No + " " + c.Type)
	if c.Seal != "" {
		text += " / " + seal + " " + c.Seal
	}
	return text
}

// article is the cell of a line's goods: its name, and below it the second language, what it is made of, its numbers,
// customs code and origin.
func (l layout) article(line Line) Cell {
	texts := l.texts(line.Description)
	var c Cell
	if len(texts) > 0 {
		c.Text, c.Sub = texts[0], texts[1:]
	}
	c.Sub = append(c.Sub, l.texts(line.Specification)...)
	c.Sub = append(c.Sub, l.details(line)...)
	var numbers list
	numbers.add(l.say("document.sku"), line.SKU)
	numbers.add(l.say("document.buyer_item"), line.BuyerItem)
	c.Sub = appendNew(c.Sub, joined(numbers))
	var customs list
	if l.p.Kind == data.CommercialInvoice || l.p.Kind == data.Proforma {
		customs.must(l.say("document.hs_code"), line.HSCode)
		customs.must(l.say("document.origin"), l.country(line.Origin))
	} else {
		customs.add(l.say("document.hs_code"), line.HSCode)
		customs.add(l.say("document.origin"), l.country(line.Origin))
	}
	c.Sub = appendNew(c.Sub, joined(customs))
	return c
}

func (l layout) details(line Line) []string {
	var made list
	var texts []string
	for _, d := range line.Details {
		switch d.Name {
		case "brand":
			made.add(l.say("document.brand"), d.Text)
		case "model":
			made.add(l.say("document.model"), d.Text)
		case "composition":
			made.add(l.say("document.composition"), d.Text)
		default:
			texts = append(texts, d.Text)
		}
	}
	if len(made) > 0 {
		texts = append([]string{joined(made)}, texts...)
	}
	return texts
}

// joined writes facts on one line: "SKU A-1 · HS code 85171300".
func joined(facts list) string {
	parts := make([]string, len(facts))
	for i, f := range facts {
		if parts[i] = f.Text; f.Label != "" {
			parts[i] = f.Label + " " + f.Text
		}
	}
	return strings.Join(parts, " · ")
}

// packed says how a line of an invoice is packed: "5 CARTONS · N.W. 42.000 kg · G.W. 48.000 kg · 0.292 m³".
func (l layout) packed(line Line) string {
	var parts []string
	if line.Cartons > 0 {
		parts = append(parts, l.packages(line.Cartons, line.PackageKind))
	}
	if c := l.kilograms(line.Net); c.Number != nil {
		parts = append(parts, l.say("document.nw")+" "+c.Text+" kg")
	}
	if c := l.kilograms(line.Gross); c.Number != nil {
		parts = append(parts, l.say("document.gw")+" "+c.Text+" kg")
	}
	if c := l.cubic(line.Volume); c.Number != nil {
		parts = append(parts, c.Text+" m³")
	}
	return strings.Join(parts, " · ")
}

// offered says what a quotation adds to an article: least quantity, price steps, packing, what a container holds.
func (l layout) offered(line Line) []string {
	var texts []string
	add := func(facts list) {
		if len(facts) > 0 {
			texts = append(texts, joined(facts))
		}
	}
	var terms, steps, pack, loads list
	if line.MOQ > 0 {
		terms.add(l.say("document.moq"), l.quantity(line.MOQ, line.Unit))
	}
	terms.add(l.say("document.lead_time"), line.LeadTime)
	for _, s := range line.Ladder {
		shown := s.Price.Shown(l.p.Currency)
		steps.add("≥ "+l.quantity(s.From, line.Unit)+":", string(l.p.Currency)+" "+l.plain(shown, s.Price.Decimal()))
	}
	if line.PcsPerCarton > 0 {
		pack.add(l.say("document.pcs_per_carton"), l.plain(line.PcsPerCarton.String(), line.PcsPerCarton.Decimal()))
	}
	pack.add(l.say("document.carton"), l.size(line.Carton))
	if line.CartonNet > 0 {
		pack.add(l.say("document.nw"), l.kilograms(line.CartonNet).Text+" kg")
	}
	if line.CartonGross > 0 {
		pack.add(l.say("document.gw"), l.kilograms(line.CartonGross).Text+" kg")
	}
	if !line.Carton.IsZero() {
		pack.add("", l.cubic(line.Carton.Volume()).Text+" m³")
	}
	for _, c := range line.PiecesPer {
		loads.add(c.Type, l.quantity(c.Pieces, line.Unit))
	}
	add(terms)
	if len(steps) > 0 {
		texts = append(texts, l.say("document.price_breaks")+" "+joined(steps))
	}
	add(pack)
	add(loads)
	return texts
}

// size writes a box in centimetres: "60 × 40 × 35.5 cm".
func (l layout) size(b data.Box) string {
	if b.IsZero() {
		return ""
	}
	return sides(b) + " cm"
}

func sides(b data.Box) string {
	return b.Length.String() + " × " + b.Width.String() + " × " + b.Height.String()
}

// priceGrid is the goods table of every kind that shows prices. Every share leaves room for the widest figure it may
// meet on 183 mm; the discount's column is there only when a line has one, the picture's only on quotations.
func (l layout) priceGrid() Grid {
	cols := l.priceColumns()
	g := Grid{Columns: make([]Column, len(cols))}
	for i, c := range cols {
		g.Columns[i] = c.Column
	}
	for _, line := range l.p.Lines {
		row := Row{Cells: make([]Cell, len(cols))}
		for i, c := range cols {
			row.Cells[i] = c.cell(line)
		}
		g.Rows = append(g.Rows, row)
	}
	g.Totals = l.totalRows(g.Columns)
	return g
}

// priceColumn is a column with what it shows of a line.
type priceColumn struct {
	Column
	cell func(Line) Cell
}

func (l layout) priceColumns() []priceColumn {
	discounts, pictures := false, false
	for _, line := range l.p.Lines {
		discounts = discounts || line.Discount != 0
		pictures = pictures || l.p.Kind == data.Quotation && l.pictures[line.Picture] != nil
	}
	in := " (" + string(l.p.Currency) + ")"
	goods := 45
	cols := []priceColumn{{Column{Title: l.say("document.col.no"), Share: 5, Align: Centre}, func(line Line) Cell {
		return l.figure(decimal.NewFromInt(int64(line.No)), 0)
	}}}
	if pictures {
		goods -= 12
		cols = append(cols, priceColumn{Column{Title: l.say("document.col.picture"), Share: 12, Align: Centre}, func(line Line) Cell {
			return Cell{Picture: l.pictures[line.Picture]}
		}})
	}
	if discounts {
		goods -= 7
	}
	cols = append(
		cols,
		priceColumn{Column{Title: l.say("document.col.description"), Share: goods}, l.goodsCell},
		priceColumn{Column{Title: l.say("document.col.quantity"), Share: 12, Align: Right, Role: "quantity"}, func(line Line) Cell {
			return l.figure(line.Quantity.Decimal(), places(line.Quantity.String()))
		}},
		priceColumn{Column{Title: l.say("document.col.unit"), Share: 8, Align: Centre}, l.unitCell},
		priceColumn{Column{Title: l.say("document.col.price") + in, Share: 14, Align: Right, Role: "price"}, func(line Line) Cell {
			return l.figure(line.Price.Decimal(), places(line.Price.Shown(l.p.Currency)))
		}},
	)
	if discounts {
		cols = append(cols, priceColumn{Column{Title: l.say("document.col.discount"), Share: 7, Align: Right, Role: "discount"}, l.discountCell})
	}
	return append(cols, priceColumn{
		Column{Title: l.say("document.col.amount") + in, Share: 16, Align: Right, Role: "amount", Carry: true},
		func(line Line) Cell { return l.amount(line.Amount) },
	})
}

func (l layout) amount(m data.Money) Cell { return l.figure(m.Decimal(), m.Currency.Decimals()) }

func (l layout) goodsCell(line Line) Cell {
	c := l.article(line)
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
	add("discount", l.say("document.discount"), discount)
	add("freight", l.say("document.freight"), t.Freight)
	add("insurance", l.say("document.insurance"), t.Insurance)
	for _, c := range l.p.Charges {
		add("charge", c.Name, c.Amount)
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
	row.Cells[1] = l.figure(q.Quantity.Decimal(), places(q.Quantity.String()))
	row.Cells[2] = l.unitCell(Line{Unit: q.Unit})
}
