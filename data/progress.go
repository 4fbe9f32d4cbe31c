package data

// LineProgress is how far the goods of an order's line are, in the line's unit.
type LineProgress struct {
	Line        int      `json:"line"` // from 1
	SKU         string   `json:"sku"`
	Unit        Unit     `json:"unit"`
	Ordered     Quantity `json:"ordered"`
	Produced    Quantity `json:"produced"` // as the factory last said
	Reserved    Quantity `json:"reserved"` // kept of stock
	Planned     Quantity `json:"planned"`  // in shipments that haven't left
	Shipped     Quantity `json:"shipped"`  // with shipments that left
	Invoiced    Quantity `json:"invoiced"` // on commercial invoices that were issued and aren't void
	Short       Quantity `json:"short"`    // agreed not to be sent any more
	ShortReason string   `json:"short_reason,omitzero"`
	Remaining   Quantity `json:"remaining"` // ordered − shipped − short
}

// Settle works out what remains: ordered = shipped + short + remaining.
func (p *LineProgress) Settle() { p.Remaining = p.Ordered - p.Shipped - p.Short }

// LineFigure is a quantity said of one line of an order.
type LineFigure struct {
	Line     int      `json:"line"` // from 1
	Quantity Quantity `json:"quantity"`
}

// SetProduced puts what the factory said of lines into o. More than was ordered is taken as said: factories produce reserves. It returns
// [Problems] for lines there aren't and for negative figures; then o is as it was.
func (o *Order) SetProduced(figures []LineFigure) error {
	lines, wrong := o.figures(figures)
	for i, f := range figures {
		if f.Quantity < 0 {
			wrong = append(wrong, Problem{Field: at("lines", i+1) + "quantity", Key: "problem.negative"})
		}
	}
	if len(wrong) > 0 {
		return wrong
	}
	for i, f := range figures {
		lines[figures[i].Line-1].Produced = f.Quantity
	}
	o.Lines = lines
	return nil
}

// CloseShort agrees that what none of these shipments took of lines won't be sent any more; no lines are all of which something is
// left. It returns [Problems] when no reason is given, nothing is left, or nothing of the whole order travels: then it is cancelled
// instead.
func (o *Order) CloseShort(numbers []int, reason string, shipments []Shipment) error {
	if reason == "" {
		return Problems{{Field: "reason", Key: "problem.required"}}
	}
	figures := o.left(numbers, shipments)
	lines, wrong := o.figures(figures)
	for i, f := range figures {
		if f.Quantity == 0 && len(wrong) == 0 {
			wrong = append(wrong, Problem{Field: at("lines", i+1) + "line", Key: "problem.nothing_left", Args: map[string]any{"Line": f.Line}})
		}
	}
	switch {
	case len(wrong) > 0:
		return wrong
	case len(figures) == 0:
		return Problems{{Field: "lines", Key: "problem.nothing_left_at_all"}}
	case len(figures) == len(o.Lines) && !o.sends(shipments):
		return Problems{{Field: "lines", Key: "problem.cancel_instead"}}
	}
	for _, f := range figures {
		l := &lines[f.Line-1]
		l.Short, l.ShortReason = l.Short+f.Quantity, reason
	}
	o.Lines = lines
	return nil
}

// left is what these shipments leave of the lines with these numbers; without numbers, of all of which something is left.
func (o *Order) left(numbers []int, shipments []Shipment) (figures []LineFigure) {
	rest := map[int]Quantity{}
	for _, l := range o.Remainder(shipments) {
		if rest[l.Line] = l.Quantity; len(numbers) == 0 {
			figures = append(figures, LineFigure{l.Line, l.Quantity})
		}
	}
	for _, n := range numbers {
		figures = append(figures, LineFigure{n, rest[n]})
	}
	return figures
}

// Reopen takes back what was closed short of lines; no lines are all. It returns [Problems] for lines there aren't.
func (o *Order) Reopen(numbers []int) error {
	figures := make([]LineFigure, len(numbers))
	for i, n := range numbers {
		figures[i].Line = n
	}
	lines, wrong := o.figures(figures)
	if len(wrong) > 0 {
		return wrong
	}
	for i := range lines {
		if len(numbers) == 0 {
			lines[i].Short, lines[i].ShortReason = 0, ""
		}
	}
	for _, n := range numbers {
		lines[n-1].Short, lines[n-1].ShortReason = 0, ""
	}
	o.Lines = lines
	return nil
}

// sends reports whether any of these shipments takes goods of o.
func (o Order) sends(shipments []Shipment) bool {
	for _, s := range shipments {
		for i := range o.Lines {
			if s.taken(o, i) != 0 {
				return true
			}
		}
	}
	return false
}

// figures returns a copy of the lines of o, and a problem for each line that is named and isn't there.
func (o *Order) figures(list []LineFigure) (lines []OrderLine, wrong Problems) {
	for i, f := range list {
		if f.Line < 1 || f.Line > len(o.Lines) {
			wrong = append(wrong, Problem{Field: at("lines", i+1) + "line", Key: "problem.unknown_line", Args: map[string]any{"Value": f.Line}})
		}
	}
	return append(lines, o.Lines...), wrong
}
