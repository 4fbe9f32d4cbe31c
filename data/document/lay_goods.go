package document

import (
	"slices"
	"strings"

	"tradewind/data"
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
	numbers.add(l.say("document.supplier_item"), line.SupplierItem)
	if (l.p.Kind == data.CommercialInvoice || l.p.Kind == data.Proforma) && line.Role != data.Tooling {
		numbers.must(l.say("document.hs_code"), line.HSCode)
		numbers.must(l.say("document.origin"), l.country(line.Origin))
	} else {
		numbers.add(l.say("document.hs_code"), line.HSCode)
		numbers.add(l.say("document.origin"), l.country(line.Origin))
	}
	c.Sub = appendNew(c.Sub, joined(numbers))
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
		case "order":
			made.add(l.say("document.no.order"), d.Text)
		default:
			texts = append(texts, d.Text)
		}
	}
	if len(made) > 0 {
		texts = append([]string{joined(made)}, texts...)
	}
	return texts
}

// promised says by which day the goods of a line ship, each language with its own date.
func (l layout) promised(line Line) string {
	return l.beside(func(w Words) string { return w.T("document.promised", "Date", w.Date(line.Promise)) })
}

// preSale says by which day goods ship that aren't there yet, each language with its own date.
func (l layout) preSale(line Line) string {
	return l.beside(func(w Words) string { return w.T("document.pre_sale", "Date", w.Date(line.Promise)) })
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

// packed says how a line of an invoice is packed: "5 CARTONS · N.W. 42.000 / G.W. 48.000 kg · 0.292 m³".
func (l layout) packed(line Line) string {
	var parts []string
	if line.Cartons > 0 {
		parts = append(parts, l.packages(line.Cartons, line.PackageKind))
	}
	if weights := l.weights(line.Net, line.Gross); weights != "" {
		parts = append(parts, weights)
	}
	if c := l.cubic(line.Volume); c.Number != nil {
		parts = append(parts, c.Text+" m³")
	}
	return strings.Join(parts, " · ")
}

// weights writes what is known of net and gross: "N.W. 42.000 / G.W. 48.000 kg".
func (l layout) weights(net, gross data.Weight) string {
	var both []string
	if net > 0 {
		both = append(both, l.say("document.nw")+" "+l.kilograms(net).Text)
	}
	if gross > 0 {
		both = append(both, l.say("document.gw")+" "+l.kilograms(gross).Text)
	}
	if len(both) == 0 {
		return ""
	}
	return strings.Join(both, " / ") + " kg"
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
	pack.add("", l.weights(line.CartonNet, line.CartonGross))
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
