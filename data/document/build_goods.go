package document

import (
	"cmp"
	"slices"
	"strings"

	"tradewind/data"
)

// sentLine is an order line with the quantity that travels.
type sentLine struct {
	order   data.OrderLine
	number  int    // of the order line, from 1
	from    string // the order it is of and the buyer's number for that, where goods of several orders travel together
	product data.Product
	variant data.Variant
}

// packing is how the line's article is packed in its variant.
func (s sentLine) packing() data.Packing { return s.product.PackingOf(s.order.VariantID) }

// sent returns the lines of the paper: the order's, or the shipment's part of them.
func (b builder) sent() []sentLine {
	lines := make([]sentLine, 0, len(b.src.Order.Lines))
	take := func(number int, l data.OrderLine) {
		s := sentLine{order: l, number: number, product: b.src.Products[l.VariantID], from: b.orderOf(number)}
		for _, v := range s.product.Variants {
			if v.ID == l.VariantID {
				s.variant = v
			}
		}
		lines = append(lines, s)
	}
	if b.ship == nil {
		for i, l := range b.src.Order.Lines {
			if b.shows(l.Role) {
				take(i+1, l)
			}
		}
		return lines
	}
	for _, part := range b.ship.Lines {
		if i := b.orderLine(part); i >= 0 && b.shows(b.src.Order.Lines[i].Role) {
			l := b.src.Order.Lines[i]
			l.Quantity = part.Quantity
			take(i+1, l)
		}
	}
	return lines
}

// orderOf names the order that a line is of, where there are several, with the buyer's own number for it.
func (b builder) orderOf(number int) string {
	if len(b.src.Orders) < 2 {
		return ""
	}
	for _, o := range b.src.Orders {
		if number <= len(o.Lines) {
			return strings.Join(slices.DeleteFunc([]string{o.No, o.BuyerOrderNo}, func(s string) bool { return s == "" }), " / ")
		}
		number -= len(o.Lines)
	}
	return ""
}

// orderLine finds the order line a shipment's line is part of, by its record, else by its number.
func (b builder) orderLine(part data.ShipmentLine) int {
	lines := b.src.Order.Lines
	if part.OrderLineID != 0 {
		if i := slices.IndexFunc(lines, func(l data.OrderLine) bool { return l.ID == part.OrderLineID }); i >= 0 {
			return i
		}
	}
	if part.Line < 1 || part.Line > len(lines) {
		return -1
	}
	return part.Line - 1
}

// goods fills in the lines, without their packing and amounts.
func (b builder) goods(p *Paper) []sentLine {
	sent := b.sent()
	for i, s := range sent {
		l := b.line(i+1, s)
		p.Lines = append(p.Lines, l)
		if !s.order.Role.Travels() {
			continue
		}
		if l.Origin != "" && !slices.Contains(p.Origins, l.Origin) {
			p.Origins = append(p.Origins, l.Origin)
		}
		p.Totals.addQuantity(l.Quantity, l.Unit)
	}
	return sent
}

func (b builder) line(no int, s sentLine) Line {
	l := Line{
		No: no, SKU: cmp.Or(s.order.SKU, s.variant.SKU, s.product.SKU), BuyerItem: b.buyerItem(s),
		Description: described(s), Details: details(s),
		HSCode: cmp.Or(s.order.HSCode, s.product.HSCode), Origin: cmp.Or(s.order.Origin, s.product.Origin),
		Quantity: s.order.Quantity, Unit: cmp.Or(s.order.Unit, s.product.Unit),
	}
	if len(s.order.Description) == 0 {
		l.Specification = specification(l.Description, s.product.Description)
	}
	if s.order.Role == data.Tooling { // nothing of the article is sold: only its name tells what the tool is for
		l.HSCode, l.Origin, l.Specification, l.Details = "", "", nil, nil
	} else if b.kind == data.Quotation || b.kind == data.OrderKind {
		b.offer(&l, s)
	}
	if b.kind == data.OrderKind || s.order.PreSale && (b.kind == data.Quotation || b.kind == data.Proforma) {
		l.PreSale, l.Promise = s.order.PreSale, s.order.Promise
	}
	if b.kind == data.Confirmation || b.kind == data.Contract {
		l.PreSale, l.Promise = s.order.PreSale, s.order.Promise
	}
	if b.kind == data.OrderKind {
		l.Campaign = s.order.Campaign
	}
	b.role(&l, s)
	return l
}

// offer adds what a quotation says of an article beyond its price.
func (b builder) offer(l *Line, s sentLine) {
	p, k := s.product, s.packing()
	l.MOQ, l.LeadTime = p.MOQ, p.LeadTime
	if s.variant.Price == nil && !b.src.Order.Prints.NoLadder { // a price of its own holds for any quantity
		l.Ladder = p.LadderOf(b.src.Order.Currency, b.src.Order.Incoterm)
	}
	l.PcsPerCarton, l.Carton = k.PcsPerCarton, k.Carton
	l.CartonNet, l.CartonGross = k.CartonNet, k.CartonGross
	if l.CartonNet == 0 && l.PcsPerCarton > 0 {
		l.CartonNet, _ = k.NetOf(l.PcsPerCarton)
	}
	l.PiecesPer = loads(k)
	if b.src.Order.Prints.NoPictures {
		return
	}
	for _, pic := range p.Pictures {
		if l.Picture == "" || pic.Role == "main" {
			l.Picture = pic.Hash
		}
		if pic.Role == "main" {
			break
		}
	}
}

// described returns what the line's goods are called: in each language the order line's own text, else the product's
// name. An article without any text is called by its SKU.
func described(s sentLine) data.Texts {
	texts := data.Texts{}
	for _, from := range []data.Texts{s.product.Name, s.order.Description} {
		for lang, text := range from {
			if text != "" {
				texts[lang] = text
			}
		}
	}
	if len(texts) == 0 {
		return oneText(cmp.Or(s.order.SKU, s.product.SKU))
	}
	return texts
}

// specification leaves out what the name says already.
func specification(name, spec data.Texts) data.Texts {
	kept := data.Texts{}
	for lang, text := range spec {
		if text != "" && text != name[lang] {
			kept[lang] = text
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return kept
}

// details are the C fields of row 22 of STANDARDS 1.1: brand, model, what it is made of, the variant, serial numbers.
func details(s sentLine) []data.Fact {
	var facts []data.Fact
	add := func(name, text string) {
		if text != "" {
			facts = append(facts, data.Fact{Name: name, Text: text})
		}
	}
	add("brand", s.product.Brand)
	add("model", s.product.Model)
	add("composition", s.product.Composition)
	for _, name := range sortedKeys(s.variant.Attributes) {
		add("attribute", name+": "+s.variant.Attributes[name])
	}
	add("note", s.order.Note)
	add("order", s.from)
	return facts
}

// buyerItem is the number the buyer knows the article by.
func (b builder) buyerItem(s sentLine) string {
	if s.order.BuyerItemNo != "" {
		return s.order.BuyerItemNo
	}
	for _, n := range s.product.BuyerItemNames {
		if n.Partner == b.src.Customer.Code && n.Partner != "" {
			return n.ItemNo
		}
	}
	return ""
}
