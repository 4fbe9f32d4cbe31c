package document

import (
	"cmp"

	"tradewind/data"
)

// Sum returns what an order comes to, for a screen that shows it at every keystroke: of each line the quantity, price, amount, packages,
// weights, volume and campaign, and below them charges and totals. They are those that [Build] gives for [data.OrderKind], without the
// texts, parties and warnings, which take most of its time. It returns [data.ErrTooLarge] when the sums don't fit.
func Sum(src data.Source) (Paper, error) {
	b, p := builder{src: src, kind: data.OrderKind}, Paper{Kind: data.OrderKind}
	sent := b.sent()
	p.Lines = make([]Line, len(sent))
	for i, s := range sent {
		p.Lines[i] = Line{No: i + 1, SKU: s.order.SKU, Quantity: s.order.Quantity, Unit: cmp.Or(s.order.Unit, s.product.Unit), Campaign: s.order.Campaign, Role: s.order.Role}
		if !s.order.Role.Travels() {
			continue
		}
		p.Totals.addQuantity(s.order.Quantity, p.Lines[i].Unit)
	}
	b.pack(&p, sent)
	if err := b.sums(&p, sent); err != nil {
		return Paper{}, err
	}
	return p, nil
}
