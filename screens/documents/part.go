package documents

import (
	"strconv"

	"tradewind/data"
	"tradewind/screens/kit"
)

// parting is the open form in which goods of a proforma are chosen.
type parting struct {
	order data.Order
	left  map[int]data.Quantity // by line, what no other proforma covers
	form  *kit.Form
	first int // the first line of which something is left; 0: none
}

// askPart asks how much of each line a proforma covers; what other ones cover isn't offered.
func (p *papers) askPart() {
	s, t := p.screen.subject, p.host.T
	a := newParting(p.host, s.src)
	if a.first == 0 {
		p.host.Notice(t("paper.part.none"), nil)
		return
	}
	w := wanted{kind: data.Proforma, number: s.number(), lang: p.lang.Value()}
	ready := func() bool {
		lines, bad := a.read()
		a.form.Complain(bad)
		w.part = data.PartText(lines)
		return len(bad) == 0
	}
	high := min(420, 80+72*float32(len(a.left)))
	p.host.AskWith(t("paper.part.title"), kit.Wide(680, kit.Tall(high, kit.Scroll(kit.Pad(kit.Tight, kit.Medium, a.form.Content)))),
		kit.Choice{Word: t("paper.part.do"), Main: true, Ready: ready, Then: func() { p.askIssueOf(w) }}, kit.Choice{Word: t("screen.cancel")})
	p.host.Focus(a.form.Entry(partID(a.first)))
}

// newParting makes the form: a field for each line of which something is left.
func newParting(host *kit.Host, src data.Source) *parting {
	a := &parting{order: src.Order, left: map[int]data.Quantity{}, form: kit.NewPart(host)}
	a.form.AddObject(kit.Whole, kit.NewParagraph(host.T("paper.part.text")))
	for _, l := range src.LeftForProforma() {
		if l.Quantity <= 0 {
			continue
		}
		if a.left[l.Line] = l.Quantity; a.first == 0 {
			a.first = l.Line
		}
		line := src.Order.Lines[l.Line-1]
		words := line.SKU + "  " + host.T("paper.part.left", "Quantity", kit.Quantity(host, l.Quantity), "Unit", string(line.Unit))
		a.form.AddObject(kit.Half, kit.NewText(words).Cut())
		a.form.Add(kit.Field{ID: partID(l.Line), Label: "paper.part.quantity", Span: kit.Half})
	}
	return a
}

// partID names the field of a line.
func partID(line int) string { return "lines." + strconv.Itoa(line) + ".quantity" }

// read returns the goods that were typed, and what is wrong with them.
func (a *parting) read() (lines []data.ShipmentLine, bad data.Problems) {
	for i := range a.order.Lines {
		left, offered := a.left[i+1]
		if !offered {
			continue
		}
		q := kit.ReadNumber(a.form.Entry(partID(i+1)), partID(i+1), data.ParseQuantity, &bad)
		switch {
		case q < 0 || q > left:
			bad = append(bad, data.Problem{Field: partID(i + 1), Key: "problem.part_over", Args: map[string]any{"Line": i + 1, "Left": left.String()}})
		case q > 0:
			lines = append(lines, data.ShipmentLine{Line: i + 1, Quantity: q})
		}
	}
	if len(lines) == 0 && len(bad) == 0 {
		bad.Add(partID(a.first), "problem.required")
	}
	return lines, bad
}
