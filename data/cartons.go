package data

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// Packed is what a quantity of one article takes up when it is packed for export. Net, Gross and Volume are only
// known when their Known field says so: an unknown weight is never shown as zero.
type Packed struct {
	CartonsKnown bool
	Cartons      int64    // full ones and the last part carton
	Last         Quantity // what the last part carton holds; 0 when every carton is full
	NetKnown     bool
	Net          Weight
	GrossKnown   bool
	Gross        Weight // a part carton keeps its full tare
	VolumeKnown  bool
	Volume       decimal.Decimal // m³, exact; a part carton keeps its full size
	Estimated    bool            // the tare isn't known, so a part carton's gross is its share of a full one
}

// NetOf returns the net weight of q: from the weight of one unit, else as its share of a full carton, rounded half up
// to the milligram. It reports false when neither is known.
func (p Packing) NetOf(q Quantity) (Weight, bool) {
	switch {
	case p.UnitNet > 0:
		return fitWeight(p.UnitNet.Kilograms().Mul(q.Decimal()))
	case p.CartonNet > 0 && p.PcsPerCarton > 0:
		return share(p.CartonNet, q, p.PcsPerCarton)
	}
	return 0, false
}

// grossOf returns the gross weight of one carton that holds q, and whether it had to be estimated: a full one weighs
// what was entered, a part one its net and the full tare. Without a net weight it counts by its share.
func (p Packing) grossOf(q Quantity) (gross Weight, estimated, ok bool) {
	if p.CartonGross <= 0 || p.PcsPerCarton <= 0 {
		return 0, false, false
	}
	if q == p.PcsPerCarton {
		return p.CartonGross, false, true
	}
	full, ok := p.NetOf(p.PcsPerCarton)
	part, partOK := p.NetOf(q)
	if !ok || !partOK || full > p.CartonGross {
		gross, ok = share(p.CartonGross, q, p.PcsPerCarton)
		return gross, true, ok
	}
	return part + p.CartonGross - full, false, true
}

// Pack packs q as the article is packed: full cartons, then a part carton with the rest (STANDARDS 4). Weights are
// those of the cartons, each a whole milligram, so that they add up on a packing list. Nothing and a negative
// quantity, such as a credit, need no carton and weigh nothing.
func (p Packing) Pack(q Quantity) Packed {
	if q <= 0 {
		return Packed{CartonsKnown: true, NetKnown: true, GrossKnown: true, VolumeKnown: true}
	}
	if p.PcsPerCarton <= 0 {
		net, ok := p.NetOf(q)
		return Packed{NetKnown: ok, Net: net}
	}
	full, last := int64(q/p.PcsPerCarton), q%p.PcsPerCarton
	packed := Packed{CartonsKnown: true, Cartons: full, Last: last}
	if last > 0 {
		packed.Cartons++
	}
	fullNet, netOK := p.NetOf(p.PcsPerCarton)
	lastNet, _ := p.NetOf(last)
	if netOK {
		packed.Net, packed.NetKnown = sumWeight(full, fullNet, lastNet)
	}
	if p.CartonGross > 0 {
		var lastGross Weight
		if last > 0 {
			lastGross, packed.Estimated, _ = p.grossOf(last)
		}
		packed.Gross, packed.GrossKnown = sumWeight(full, p.CartonGross, lastGross)
	}
	if p.Carton.IsWhole() {
		packed.VolumeKnown, packed.Volume = true, p.Carton.Volume().Mul(decimal.NewFromInt(packed.Cartons))
	}
	return packed
}

// IsWhole reports whether all three sides are known, so that the box has a volume.
func (b Box) IsWhole() bool { return b.Length > 0 && b.Width > 0 && b.Height > 0 }

// share returns the part of w that q has of whole, rounded half up to the milligram.
func share(w Weight, q, whole Quantity) (Weight, bool) {
	exact := decimal.NewFromInt(int64(w)).Mul(decimal.NewFromInt(int64(q)))
	return fitWeight(exact.DivRound(decimal.NewFromInt(int64(whole)), 0).Shift(-6))
}

// sumWeight returns n × each + rest.
func sumWeight(n int64, each, rest Weight) (Weight, bool) {
	return fitWeight(decimal.NewFromInt(n).Mul(each.Kilograms()).Add(rest.Kilograms()))
}

// fitWeight returns kilograms as a Weight, rounded half up to the milligram; false when it is too heavy to store.
func fitWeight(kg decimal.Decimal) (Weight, bool) {
	w, err := fixed(kg.Round(6), 6)
	return Weight(w), err == nil
}

// CartonLines numbers cartons through for lines that are packed as their variants are ([Product.PackingOf]): for each line the
// full cartons, then the last part carton. Contents name the lines by their place in lines, from 1. A line whose
// packing isn't known gets no carton and is named in without; one without a positive quantity needs none. Weights and
// sizes that aren't known stay 0 in the ranges; [Packing.Pack] tells.
func CartonLines(lines []OrderLine, product func(variantID int64) (Product, bool)) (ranges []CartonRange, without []int) {
	next := int64(1)
	for i, line := range lines {
		if line.Quantity <= 0 {
			continue
		}
		p, ok := product(line.VariantID)
		k := p.PackingOf(line.VariantID)
		if !ok || k.PcsPerCarton <= 0 {
			without = append(without, i+1)
			continue
		}
		full, last := int64(line.Quantity/k.PcsPerCarton), line.Quantity%k.PcsPerCarton
		if full > 0 {
			ranges = append(ranges, k.cartons(next, full, i+1, k.PcsPerCarton))
			next += full
		}
		if last > 0 {
			ranges = append(ranges, k.cartons(next, 1, i+1, last))
			next++
		}
	}
	return ranges, without
}

// cartons returns n cartons from number first on, each with q of a line.
func (p Packing) cartons(first, n int64, line int, q Quantity) CartonRange {
	net, _ := p.NetOf(q)
	gross, _, _ := p.grossOf(q)
	return CartonRange{
		From: first, To: first + n - 1, Kind: cmp.Or(p.Kind, "CT"), Contents: []CartonLine{{Line: line, Quantity: q}},
		Net: net, Gross: gross, Box: p.Carton,
	}
}

// Count returns how many packages the range holds.
func (r CartonRange) Count() int64 { return r.To - r.From + 1 }

// NetTotal returns the net weight of all packages of the range.
func (r CartonRange) NetTotal() Weight { return r.Net * Weight(r.Count()) }

// GrossTotal returns the gross weight of all packages of the range.
func (r CartonRange) GrossTotal() Weight { return r.Gross * Weight(r.Count()) }

// Volume returns the exact volume of all packages of the range in m³.
func (r CartonRange) Volume() decimal.Decimal {
	return r.Box.Volume().Mul(decimal.NewFromInt(r.Count()))
}

// Quantity returns how much of each order line lies in all packages of the range together.
func (r CartonRange) Quantity(line int) Quantity {
	var sum Quantity
	for _, c := range r.Contents {
		if c.Line == line {
			sum += c.Quantity
		}
	}
	return sum * Quantity(r.Count())
}
