package pricing

import (
	"context"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// takeCard puts the freight price chosen among what is known.
func (s *Screen) takeCard() {
	code := s.inputs.card.Value()
	if code == "" {
		if !s.inputs.card.Filled() && s.base["freight_way"] != "" { // emptied
			s.base = s.base.TakeCard(data.RateCard{})
			s.workOut()
		}
		return
	}
	kit.Run(s.host, nil, func(ctx context.Context) (data.RateCard, error) { return s.store.RateCards.ByCode(ctx, code) }, func(c data.RateCard, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.base = s.base.TakeCard(c)
		s.filling = true
		s.inputs.form.Set("freight", "")
		s.filling = false
		s.workOut()
	})
}

// takePrice puts the price of the order's term into its line, with what it was worked out from.
func (s *Screen) takePrice() {
	if s.take.Disabled() || len(s.shown.cells) == 0 {
		return
	}
	o, line, term, given := s.order, s.line, s.term(), s.shown.given
	price := priceOf(s.shown.cells[0].result, term)
	o.Lines = slices.Clone(o.Lines)
	o.Lines[line].TypePrice(price)
	o.Lines[line].Pricing = given
	kit.Run(s.host, s.take, func(ctx context.Context) (data.Order, error) { return s.store.Orders.Save(ctx, o) }, func(saved data.Order, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.host.Notice(s.host.T("price.taken", "No", saved.No, "Line", line+1, "Price", price.Shown(saved.Currency)), nil)
		s.Open(Key(saved.No, line))
	})
}

// tellChanges says which assumptions differ from those of the newest paper.
func (s *Screen) tellChanges() {
	if len(s.shown.cells) == 0 || s.order.ID == 0 {
		return
	}
	now := s.order
	now.Lines = slices.Clone(now.Lines)
	now.Lines[s.line].Price = priceOf(s.shown.cells[0].result, s.term())
	now.Lines[s.line].Pricing = s.shown.given
	lines := []string{}
	for _, c := range data.PricingChanges(s.last, now.PricedLines()) {
		if c.Line != s.line+1 {
			continue
		}
		lines = append(lines, s.host.T("price.compare.line", "Revision", s.paper, "Line", c.Line, "SKU", c.SKU, "Before", c.Before.Shown(now.Currency), "After", c.After.Shown(now.Currency),
			"Was", data.InPercent(c.Margin[0]), "Now", data.InPercent(c.Margin[1])))
		for _, one := range c.Changes {
			lines = append(lines, "    "+s.host.T("price.compare.field", "Field", s.fieldWord(one.Field), "Before", s.figureOf(one.Field, one.Before), "After", s.figureOf(one.Field, one.After),
				"Margin", data.InPercent(one.Margin)))
		}
	}
	if len(lines) == 0 {
		lines = append(lines, s.host.T("price.compare.same", "No", s.paper))
	}
	s.host.Tell(s.host.T("price.compare"), strings.Join(lines, "\n"))
}

// figureOf writes a figure as its field shows it.
func (s *Screen) figureOf(field, text string) string {
	if s.base.Shares(field) && text != "" {
		return inPercent(text) + " %"
	}
	return orElse(text, "–")
}

// fieldWord is what an assumption is called.
func (s *Screen) fieldWord(field string) string {
	if key := fieldWords[field]; key != "" {
		return s.host.T(key)
	}
	return field
}

// fieldWords are the labels of the fields.
var fieldWords = map[string]string{
	"purchase_price": "price.field.cost", "own_cost": "price.field.cost", "cost_way": "price.field.way", "vat_rate": "price.field.vat", "refund_rate": "price.field.refund",
	"domestic_cost": "price.field.domestic", "currency": "price.field.currency", "fx": "price.field.fx", "fx_buffer": "price.field.buffer", "margin": "price.field.margin",
	"markup": "price.field.markup", "commission": "price.field.commission", "commission_on": "price.field.convention", "bank": "price.field.bank", "freight": "price.field.freight",
	"insurance_rate": "price.field.insurance", "destination_cost": "price.field.there", "import_clearance": "price.field.clearance", "duty_rate": "price.field.duty",
	"vat_rate_destination": "price.field.vat_there", "target_price": "price.field.target", "price_decimals": "price.field.decimals", "quantity": "price.quantities",
	"freight_price": "price.field.card", "freight_way": "price.field.card", "rate_date": "price.field.rate_date",
}

// Try types a figure into a field.
func (s *Screen) Try(field, text string) { s.inputs.form.Set(field, text) }

// Explain opens the arithmetic of a term, or of "cost" and "freight".
func (s *Screen) Explain(term string) {
	for _, r := range s.table.Rows {
		if r.term == term {
			s.tell(r, 0)
		}
	}
}
