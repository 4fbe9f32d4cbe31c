package documents

import (
	"strconv"

	"tradewind/data"
	"tradewind/screens/kit"
)

// askPart asks how much of each line a proforma covers; what other ones cover isn't offered.
func (p *papers) askPart() {
	s, t := p.screen.subject, p.host.T
	o, form := s.src.Order, kit.NewPart(p.host)
	form.AddObject(kit.Whole, kit.NewParagraph(t("paper.part.text")))
	left := map[int]data.Quantity{}
	for _, l := range o.Remainder(covered(s.src)) {
		left[l.Line] = l.Quantity
	}
	id := func(line int) string { return "lines." + strconv.Itoa(line) + ".quantity" }
	first := 0
	for i, l := range o.Lines {
		if left[i+1] <= 0 {
			continue
		}
		if first == 0 {
			first = i + 1
		}
		form.AddObject(kit.Half, kit.NewText(l.SKU+"  "+t("paper.part.left", "Quantity", kit.Quantity(p.host, left[i+1]), "Unit", string(l.Unit))).Cut())
		form.Add(kit.Field{ID: id(i + 1), Label: "paper.part.quantity", Span: kit.Half})
	}
	if first == 0 {
		p.host.Notice(t("paper.part.none"), nil)
		return
	}
	var w wanted
	ready := func() bool {
		var bad data.Problems
		var lines []data.ShipmentLine
		for i := range o.Lines {
			if left[i+1] <= 0 {
				continue
			}
			q := kit.ReadNumber(form.Entry(id(i+1)), id(i+1), data.ParseQuantity, &bad)
			if q < 0 || q > left[i+1] {
				bad = append(bad, data.Problem{Field: id(i + 1), Key: "problem.part_over", Args: map[string]any{"Line": i + 1, "Left": left[i+1].String()}})
			} else if q > 0 {
				lines = append(lines, data.ShipmentLine{Line: i + 1, Quantity: q})
			}
		}
		if len(lines) == 0 && len(bad) == 0 {
			bad.Add(id(first), "problem.required")
		}
		form.Complain(bad)
		w = wanted{kind: data.Proforma, number: s.number(), lang: p.lang.Value(), part: data.PartText(lines)}
		return len(bad) == 0
	}
	p.host.AskWith(t("paper.part.title"), kit.Wide(480, kit.Tall(min(420, 60+64*float32(len(left))), kit.Scroll(kit.Pad(kit.Tight, kit.Medium, form.Content)))),
		kit.Choice{Word: t("paper.part.do"), Main: true, Ready: ready, Then: func() { p.askIssueOf(w) }}, kit.Choice{Word: t("screen.cancel")})
	p.host.Focus(form.Entry(id(first)))
}

// covered are the goods that valid proformas of parts of an order cover.
func covered(src data.Source) (parts []data.Shipment) {
	seen := map[string]bool{}
	for _, d := range src.Issued {
		if lines, is := data.ParsePart(d.Part); is && d.Kind == data.Proforma && d.Voided == "" && !seen[d.Part] {
			seen[d.Part] = true
			parts = append(parts, data.Shipment{OrderID: src.Order.ID, OrderNo: src.Order.No, Lines: lines})
		}
	}
	return parts
}
