package document

import "tradewind/data"

// shows reports whether lines of a role stand on the paper: what the buyer has yet to choose only on offers, a mere charge
// never among packages.
func (b builder) shows(r data.LineRole) bool {
	if b.kind == data.PackingList {
		return r.Travels()
	}
	return !r.Open() || b.kind == data.Quotation || b.kind == data.OrderKind
}

// role says what a line is beside goods that are sold.
func (b builder) role(l *Line, s sentLine) {
	l.Role = s.order.Role
	if l.Role == data.FreeSample {
		l.MOQ, l.Ladder = 0, nil
	}
	l.AlternativeTo = b.src.Order.AlternativeTo(s.number)
}

// priced takes price and amount of an order's line; of a free sample the price is its value at the customs.
func (l *Line) priced(of data.OrderLine, amount data.Money) (err error) {
	l.Price, l.Discount, l.Amount = of.Price, of.Discount, amount
	if of.Role != data.FreeSample {
		return nil
	}
	l.CustomsPrice, l.Price, l.Discount = l.Price, 0, 0
	l.CustomsValue, err = data.LineAmount(l.CustomsPrice, l.Quantity, 0, l.Amount.Currency)
	return err
}

// revised lists what a revision of a quotation says otherwise than the one before, where that is wished. What was issued must
// come with its frozen copy.
func (b builder) revised(p *Paper) {
	if b.kind != data.Quotation || !b.src.Order.Prints.Changes || p.Revision == 0 {
		return
	}
	for _, d := range b.src.Issued {
		if d.Kind != b.kind || d.Number != p.Number || d.Revision != p.Revision-1 {
			continue
		}
		if before, err := Thaw(d.Frozen); err == nil { // a copy that a newer version wrote has nothing that could be compared
			p.Changes = Differences(before, *p)
		}
	}
}
