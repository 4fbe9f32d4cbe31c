package data

// WholeCartons returns a quantity rounded up to whole cartons of an article as it is packed; false: it fills them already, or how
// many go into one isn't known.
func (p Packing) WholeCartons(q Quantity) (Quantity, bool) {
	if p.PcsPerCarton <= 0 || q <= 0 || q%p.PcsPerCarton == 0 {
		return q, false
	}
	return (q/p.PcsPerCarton + 1) * p.PcsPerCarton, true
}

// WholeCartons returns o with the quantities of its ordinary lines rounded up to whole cartons, and how many lines that changes.
// What products are is asked by variant.
func (o Order) WholeCartons(products map[int64]Product) (Order, int) {
	lines, n := make([]OrderLine, len(o.Lines)), 0
	for i, l := range o.Lines {
		if p, known := products[l.VariantID]; known && (l.Role == Ordinary || l.Role.Open()) {
			if q, more := p.PackingOf(l.VariantID).WholeCartons(l.Quantity); more {
				l.Quantity = q
				n++
			}
		}
		lines[i] = l
	}
	o.Lines = lines
	return o, n
}
