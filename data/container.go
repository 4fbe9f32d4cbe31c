package data

import "github.com/shopspring/decimal"

// ContainerType is a kind of freight container with what it takes in practice. The figures are usual ones, not a
// carrier's: builders and roads differ, so they can be edited wherever they are used (STANDARDS 4.3).
type ContainerType struct {
	Type    string          `json:"type"`
	ISO     string          `json:"iso,omitzero"` // ISO 6346 size and type
	Usable  decimal.Decimal `json:"usable_m3"`    // what can be stowed, less than the inside
	Payload decimal.Decimal `json:"payload_kg"`   // or the road's limit where that is lower
}

// ContainerTypes returns the usual dry containers from the smallest up.
func ContainerTypes() []ContainerType {
	kind := func(name, iso string, usable, payload int64) ContainerType {
		return ContainerType{name, iso, decimal.NewFromInt(usable), decimal.NewFromInt(payload)}
	}
	return []ContainerType{
		kind("20GP", "22G1", 28, 28130), kind("40GP", "42G1", 58, 28750), kind("40HQ", "45G1", 68, 28600),
		kind("45HQ", "L5G1", 78, 27700),
	}
}

// Bind says which limit of a container is met first.
type Bind string

// The limits of a container.
const (
	ByVolume Bind = "volume"
	ByWeight Bind = "weight"
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
// content or size isn't known.
func (p Packing) PiecesIn(t ContainerType) (Quantity, bool) {
	if p.PcsPerCarton <= 0 || !p.Carton.IsWhole() {
		return 0, false
	}
	n, _ := t.Cartons(p.Carton.Volume(), p.CartonGross.Kilograms())
	return p.PcsPerCarton * Quantity(n), true
}
