package orders

import (
	"strings"

	"tradewind/data"
	"tradewind/data/document"
)

// showFigures shows what the line comes to.
func (r *row) showFigures(l document.Line) {
	r.sum, r.stale = l, true
	if r.drawn() {
		r.say()
	}
}

// say writes the words on how the line stands and what it comes to, unless they are written.
func (r *row) say() {
	if r.stale {
		r.stale = false
		r.saySupply()
		if r.sum.No > 0 { // it was worked out
			r.sayFigures()
		}
	}
}

// sayFigures writes the line's amount, packages, volume and weights, and whose price it has.
func (r *row) sayFigures() {
	host, l := r.lines.host, r.sum
	r.amount.SetText(host.Number(l.Amount.Decimal(), l.Amount.Currency.Decimals()))
	facts, crowded := r.priceFacts(l)
	if role := r.roleFact(); role != "" {
		facts, crowded = append([]string{role}, facts...), true
	}
	if l.Packed {
		facts = append(facts, cartons(host, l.Cartons))
	}
	if !l.Volume.IsZero() {
		facts = append(facts, host.Number(l.Volume, 3)+" m³")
	}
	if l.Net > 0 && !crowded {
		facts = append(facts, host.T("order.figure.net", "Weight", host.Number(l.Net.Kilograms(), 2)))
	}
	if l.Gross > 0 && !crowded {
		facts = append(facts, host.T("order.figure.gross", "Weight", host.Number(l.Gross.Kilograms(), 2)))
	}
	if len(facts) == 0 && l.Quantity > 0 {
		facts = append(facts, host.T("order.figure.unpacked"))
	}
	r.figures = strings.Join(facts, " · ")
	r.sayFacts()
}

// priceFacts says where a line's price comes from, and whether that, or what can be served, leaves no room for weights.
func (r *row) priceFacts(l document.Line) (facts []string, crowded bool) {
	host, p := r.lines.host, r.product()
	if l.Campaign != "" {
		facts = append(facts, host.T("campaign.of", "No", l.Campaign))
	}
	if p.Price != nil && l.Price == 0 && l.Role != data.FreeSample {
		facts = append(facts, host.T("order.figure.list_price", "Price", string(p.Currency)+" "+p.Price.Shown(p.Currency)))
	}
	return facts, len(facts) > 0 || r.chip.Word() != ""
}
