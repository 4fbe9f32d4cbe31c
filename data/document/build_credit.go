package document

import "tradewind/data"

// buildCredit makes the paper of a credit note: the goods that are credited at their prices, less their share of the invoice's
// discount, the amount beside them under its reason, and the invoice they are taken off. It returns [data.Problems] when the source has no note.
func buildCredit(src data.Source, o BuildOptions) (Paper, data.Problems, error) {
	n := src.CreditNote
	if n == nil {
		return Paper{}, nil, data.Problems{{Field: "kind", Key: "problem.no_credit_note"}}
	}
	credited := data.Shipment{}
	for _, l := range n.Lines {
		credited.Lines = append(credited.Lines, data.ShipmentLine{Line: l.Line, Quantity: l.Quantity})
	}
	if n.Amount != 0 {
		credited.Charges = []data.Charge{{Name: n.Reason, Minor: n.Amount}}
	}
	b := builder{src: src, kind: data.CreditNoteKind, ship: src.Shipment}
	p := b.heading(o)
	b.parties(&p)
	b.ship = &credited
	sent := b.goods(&p)
	amounts := make([]data.Money, len(sent))
	for i, l := range sent {
		var err error
		if amounts[i], err = l.order.Amount(n.Currency); err != nil {
			return Paper{}, nil, err
		}
	}
	credited.Discount = n.Discount(amounts)
	if err := b.sums(&p, sent); err != nil {
		return Paper{}, nil, err
	}
	p.Totals.FOB = data.Money{}
	p.InvoiceNo, p.InvoiceDate, p.Notes = n.InvoiceNo, n.Invoiced, oneText(n.Reason)
	p.ExportCountry, p.Acquisition, p.Destination = "", "", ""
	b.foot(&p)
	return p, append(p.Missing(), b.warnings(p)...), nil
}
