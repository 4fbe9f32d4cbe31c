package document

import (
	"cmp"
	"slices"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// gram is the finest weight that papers show, in milligrams. Lines are rounded to it and totals add the rounded
// lines, so that every column adds up as shown (STANDARDS 1.10, rule 3).
const gram = 1000

// grams rounds w half up to whole grams.
func grams(w data.Weight) data.Weight {
	return data.Weight(decimal.New(int64(w), -3).Round(0).IntPart() * gram)
}

// pack fills in packages, weights and volumes: as the shipment was packed, else as the products are.
func (b builder) pack(p *Paper, sent []sentLine) {
	if b.ship != nil && len(b.ship.Cartons) > 0 {
		p.Packages = renumbered(b.ship.Cartons, sent)
		p.PackagesEstimated = slices.ContainsFunc(p.Packages, func(r data.CartonRange) bool { return !r.Measured })
	} else {
		p.Packages = asProductsArePacked(sent)
		p.PackagesEstimated = len(p.Packages) > 0
	}
	measures := make([]measure, len(p.Lines))
	for i := range measures {
		measures[i].net, measures[i].gross = true, true
	}
	for i := range p.Packages {
		r := &p.Packages[i]
		r.Kind = cmp.Or(r.Kind, "CT")
		p.Totals.addPackages(r.Count(), r.Kind)
		b.share(p, *r, measures)
	}
	for i := range p.Lines {
		b.settle(p, i, measures[i], sent[i])
	}
}

// measure is what is still known of a line's weights while its packages are added.
type measure struct{ net, gross, volume bool }

// share adds the packages of one run to the lines inside: the count goes to the first of them; weights and volume
// are spread over them by what they weigh, else by quantity, by largest remainder.
func (b builder) share(p *Paper, r data.CartonRange, known []measure) {
	inside := make([]int, 0, len(r.Contents))
	weights := make([]decimal.Decimal, 0, len(r.Contents))
	for _, c := range r.Contents {
		if c.Line < 1 || c.Line > len(p.Lines) {
			continue
		}
		inside = append(inside, c.Line-1)
		weights = append(weights, c.Quantity.Decimal())
	}
	if len(inside) == 0 {
		return
	}
	net := data.Allocate(int64(grams(r.NetTotal()))/gram, weights)
	gross := data.Allocate(int64(grams(r.GrossTotal()))/gram, weights)
	volume := spread(r.Volume(), weights)
	for i, line := range inside {
		l := &p.Lines[line]
		l.Packed, l.PackageKind = true, r.Kind
		if i == 0 {
			l.Cartons += r.Count()
		}
		l.Net += data.Weight(net[i] * gram)
		l.Gross += data.Weight(gross[i] * gram)
		l.Volume = l.Volume.Add(volume[i])
		known[line].net = known[line].net && r.Net > 0
		known[line].gross = known[line].gross && r.Gross > 0
		known[line].volume = !r.Box.IsZero()
	}
}

// spread parts a volume over lines in proportion; the last takes what the division leaves, so the parts add up.
func spread(volume decimal.Decimal, weights []decimal.Decimal) []decimal.Decimal {
	parts, sum, left := make([]decimal.Decimal, len(weights)), decimal.Sum(decimal.Zero, weights...), volume
	for i, w := range weights {
		if i == len(weights)-1 || sum.IsZero() {
			parts[i] = left
			return parts
		}
		parts[i] = volume.Mul(w).DivRound(sum, 9)
		left = left.Sub(parts[i])
	}
	return parts
}

// settle drops figures that are known in part only, and adds the line to the totals.
func (b builder) settle(p *Paper, i int, known measure, s sentLine) {
	l, t := &p.Lines[i], &p.Totals
	if !l.Packed {
		if net, ok := s.product.Packing.NetOf(l.Quantity); ok {
			l.Net = grams(net)
		}
	}
	if !known.net {
		l.Net = 0
	}
	if !known.gross {
		l.Gross = 0
	}
	t.Net, t.Gross, t.Volume = t.Net+l.Net, t.Gross+l.Gross, t.Volume.Add(l.Volume)
	if l.Quantity > 0 && (!l.Packed || l.Net == 0 || l.Gross == 0 || l.Volume.IsZero()) {
		t.Incomplete = true
	}
}

// renumbered returns the runs with the paper's line numbers instead of the order's.
func renumbered(runs []data.CartonRange, sent []sentLine) []data.CartonRange {
	copied := make([]data.CartonRange, len(runs))
	for i, r := range runs {
		contents := make([]data.CartonLine, 0, len(r.Contents))
		for _, c := range r.Contents {
			if at := slices.IndexFunc(sent, func(s sentLine) bool { return s.number == c.Line }); at >= 0 {
				contents = append(contents, data.CartonLine{Line: at + 1, Quantity: c.Quantity})
			}
		}
		copied[i] = r
		copied[i].Contents = contents
	}
	return copied
}

// asProductsArePacked numbers the packages through, line by line.
func asProductsArePacked(sent []sentLine) []data.CartonRange {
	lines, products := make([]data.OrderLine, len(sent)), make(map[int64]data.Product, len(sent))
	for i, s := range sent {
		lines[i] = s.order
		products[s.order.VariantID] = s.product
	}
	runs, _ := data.CartonLines(lines, func(variant int64) (data.Product, bool) {
		p, ok := products[variant]
		return p, ok
	})
	return runs
}

// loads says how many pieces of an article the usual containers hold.
func loads(p data.Packing) []ContainerLoad { return nil }
