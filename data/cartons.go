package data

import "github.com/shopspring/decimal"

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
	Estimated    bool            // a part carton's gross was computed, not weighed
}

// Pack packs quantity q by p (STANDARDS 4).
func (p Packing) Pack(q Quantity) Packed { return Packed{} }

// NetOf returns the net weight of q: from the weight of one unit, else from the share of a full carton.
func (p Packing) NetOf(q Quantity) (Weight, bool) { return 0, false }

// CartonLines numbers cartons through for lines that are packed by their products' own packing: for each line the
// full cartons, then the last part carton. A line whose packing isn't known gets none, and is named in without.
func CartonLines(lines []OrderLine, product func(variantID int64) (Product, bool)) (ranges []CartonRange, without []int) {
	return nil, nil
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
