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
	if w < 0 {
		return -grams(-w)
	}
	part := w % gram
	if w -= part; part >= gram/2 {
		w += gram
	}
	return w
}

// pack fills in packages, weights and volumes: as the shipment was packed, else as the products are.
func (b builder) pack(p *Paper, sent []sentLine) {
	if b.ship != nil && len(b.ship.Cartons) > 0 {
		p.Packages = renumbered(b.ship.Cartons, sent)
		p.PackagesEstimated = slices.ContainsFunc(p.Packages, func(r data.CartonRange) bool { return !r.Measured })
	} else {
		p.Packages = b.asProductsArePacked(sent)
		p.PackagesEstimated = len(p.Packages) > 0
	}
	unknown := make([]gaps, len(p.Lines))
	for i := range p.Packages {
		r := &p.Packages[i]
		r.Kind = cmp.Or(r.Kind, "CT")
		p.Totals.addPackages(r.Count(), r.Kind)
		p.Totals.Net += grams(r.NetTotal())
		p.Totals.Gross += grams(r.GrossTotal())
		p.Totals.Volume = p.Totals.Volume.Add(r.Volume())
		share(p, *r, sent, unknown)
	}
	for i := range p.Lines {
		settle(p, i, unknown[i], sent[i])
	}
}

// gaps says which figures of a line's packages aren't known.
type gaps struct{ net, gross, volume bool }

// share gives the lines inside a run of packages their part of it: the count goes to the first of them; weights and
// volume are spread over them by what their contents weigh, else by quantity, by largest remainder.
func share(p *Paper, r data.CartonRange, sent []sentLine, unknown []gaps) {
	var inside []int
	for _, c := range r.Contents {
		if c.Line >= 1 && c.Line <= len(p.Lines) {
			inside = append(inside, c.Line-1)
		}
	}
	if len(inside) == 0 {
		return
	}
	weights := contentWeights(r, sent)
	net := data.Allocate(int64(grams(r.NetTotal())/gram), weights)
	gross := data.Allocate(int64(grams(r.GrossTotal())/gram), weights)
	volume := spread(r.Volume(), weights)
	for i, line := range inside {
		l, gap := &p.Lines[line], &unknown[line]
		l.Packed, l.PackageKind = true, cmp.Or(l.PackageKind, r.Kind)
		if i == 0 {
			l.Cartons += r.Count()
		}
		l.Net += data.Weight(net[i]) * gram
		l.Gross += data.Weight(gross[i]) * gram
		l.Volume = l.Volume.Add(volume[i])
		gap.net = gap.net || r.Net == 0
		gap.gross = gap.gross || r.Gross == 0
		gap.volume = gap.volume || !r.Box.IsWhole()
	}
}

// contentWeights says in which proportion the contents of a package share it: by net weight when every article's is
// known, else by quantity.
func contentWeights(r data.CartonRange, sent []sentLine) []decimal.Decimal {
	if len(r.Contents) == 1 { // it has all
		return []decimal.Decimal{r.Contents[0].Quantity.Decimal()}
	}
	var byWeight, byQuantity []decimal.Decimal
	for _, c := range r.Contents {
		if c.Line < 1 || c.Line > len(sent) {
			continue
		}
		byQuantity = append(byQuantity, c.Quantity.Decimal())
		if net, ok := sent[c.Line-1].packing().NetOf(c.Quantity); ok {
			byWeight = append(byWeight, net.Kilograms())
		}
	}
	if len(byWeight) == len(byQuantity) {
		return byWeight
	}
	return byQuantity
}

// spread parts a volume in proportion; the last takes what the division leaves, so that the parts add up.
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

// settle drops a line's figures that are known in part only, and names what the totals leave out. An article that isn't
// packed yet still has its net weight.
func settle(p *Paper, i int, unknown gaps, s sentLine) {
	l, t := &p.Lines[i], &p.Totals
	if !s.order.Role.Travels() {
		return
	}
	if !l.Packed {
		unknown = gaps{true, true, true}
		if net, ok := s.packing().NetOf(l.Quantity); ok && l.Quantity > 0 {
			l.Net, unknown.net = grams(net), false
			t.Net += l.Net
		}
	}
	if l.Quantity <= 0 {
		return // nothing travels
	}
	for _, gap := range []struct {
		name    string
		unknown bool
	}{{"cartons", !l.Packed}, {"net_weight_kg", unknown.net}, {"gross_weight_kg", unknown.gross}, {"volume_m3", unknown.volume}} {
		if gap.unknown && !slices.Contains(t.Incomplete, gap.name) {
			t.Incomplete = append(t.Incomplete, gap.name)
		}
	}
	if unknown.net {
		l.Net = 0
	}
	if unknown.gross {
		l.Gross = 0
	}
	if unknown.volume {
		l.Volume = decimal.Zero
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
func (b builder) asProductsArePacked(sent []sentLine) []data.CartonRange {
	lines := make([]data.OrderLine, len(sent))
	for i, s := range sent {
		if lines[i] = s.order; !s.order.Role.Travels() {
			lines[i].Quantity = 0
		}
	}
	runs, _ := data.CartonLines(lines, func(variant int64) (data.Product, bool) {
		p, ok := b.src.Products[variant]
		return p, ok
	})
	return runs
}

// loads estimates how many pieces of an article the usual containers hold (STANDARDS 4.3).
func loads(p data.Packing) []ContainerLoad {
	if p.PcsPerCarton <= 0 || !p.Carton.IsWhole() {
		return nil
	}
	var all []ContainerLoad
	for _, t := range data.ContainerTypes() {
		n, _ := t.Cartons(p.Carton.Volume(), p.CartonGross.Kilograms())
		if t.Admits(p.Carton) && slices.Contains([]string{"20GP", "40GP", "40HQ"}, t.Type) {
			all = append(all, ContainerLoad{t.Type, p.PcsPerCarton * data.Quantity(n)})
		}
	}
	return all
}
