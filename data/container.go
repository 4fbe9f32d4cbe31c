package data

import (
	"slices"

	"github.com/shopspring/decimal"
)

// ContainerType is a kind of freight container with what it takes in practice. The figures are usual ones, not a
// carrier's: builders and roads differ, so they can be edited wherever they are used (STANDARDS 4.3).
type ContainerType struct {
	Type    string          `json:"type"`
	ISO     string          `json:"iso,omitzero"` // ISO 6346 size and type
	Usable  decimal.Decimal `json:"usable_m3"`    // what can be stowed, less than the inside
	Payload decimal.Decimal `json:"payload_kg"`   // or the road's limit where that is lower
	inside  Box             // zero: not known
}

// ContainerTypes returns the usual dry containers from the smallest up.
func ContainerTypes() []ContainerType {
	kind := func(name, iso string, usable, payload int64, long, high Length) ContainerType { // millimetres; all are 2,352 wide
		return ContainerType{name, iso, decimal.NewFromInt(usable), decimal.NewFromInt(payload), Box{long * 10, 2352 * 10, high * 10}}
	}
	return []ContainerType{
		kind("20GP", "22G1", 28, 28130, 5900, 2395), kind("40GP", "42G1", 58, 28750, 12032, 2395),
		kind("40HQ", "45G1", 68, 28600, 12032, 2700), kind("45HQ", "L5G1", 78, 27700, 13556, 2700),
	}
}

// Admits reports whether one carton goes in at all, whichever way it is turned. What isn't known doesn't stop it.
func (t ContainerType) Admits(carton Box) bool {
	if !t.inside.IsWhole() || !carton.IsWhole() {
		return true
	}
	box, room := carton.sides(), t.inside.sides()
	return box[0] <= room[0] && box[1] <= room[1] && box[2] <= room[2]
}

// sides returns the three sides, the shortest first.
func (b Box) sides() []Length {
	all := []Length{b.Length, b.Width, b.Height}
	slices.Sort(all)
	return all
}

// Bind says which limit of a container is met first.
type Bind string

// The limits of a container.
const (
	ByVolume Bind = "volume"
	ByWeight Bind = "weight"
	BySize   Bind = "size" // a carton is larger than the container
)

// Cartons returns how many equal cartons of volume m³ and gross kg the container takes, and which limit binds:
// min(⌊usable ÷ volume⌋, ⌊payload ÷ gross⌋). It is an estimate, not a stowage plan. A size or weight that isn't positive
// isn't known and doesn't limit; with neither known the answer is 0 and "".
func (t ContainerType) Cartons(volume, gross decimal.Decimal) (int64, Bind) {
	n, binds := int64(0), Bind("")
	if volume.IsPositive() {
		n, binds = floorDiv(t.Usable, volume), ByVolume
	}
	if gross.IsPositive() {
		if heavy := floorDiv(t.Payload, gross); binds == "" || heavy < n {
			n, binds = heavy, ByWeight
		}
	}
	return n, binds
}

// floorDiv returns how often part goes into whole.
func floorDiv(whole, part decimal.Decimal) int64 {
	times, _ := whole.QuoRem(part, 0)
	return max(times.IntPart(), 0)
}

// PiecesIn returns how much of an article packed by p one container takes in full cartons; false when the carton's
// content or size isn't known, or it is larger than the container.
func (p Packing) PiecesIn(t ContainerType) (Quantity, bool) {
	if p.PcsPerCarton <= 0 || !p.Carton.IsWhole() || !t.Admits(p.Carton) {
		return 0, false
	}
	n, _ := t.Cartons(p.Carton.Volume(), p.CartonGross.Kilograms())
	return p.PcsPerCarton * Quantity(n), true
}
