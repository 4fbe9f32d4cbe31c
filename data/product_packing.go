package data

import "github.com/shopspring/decimal"

// Packing says how an article is packed for export, from the single unit to the pallet. A figure of 0 isn't known.
type Packing struct {
	UnitNet      Weight      `json:"unit_net_kg,omitzero"`
	UnitGross    Weight      `json:"unit_gross_kg,omitzero"` // with its own wrapping or box
	UnitBox      Box         `json:"unit_size,omitzero"`
	UnitMark     Measure     `json:"unit_measured,omitzero"`
	PcsPerInner  Quantity    `json:"pcs_per_inner,omitzero"`
	Inner        Box         `json:"inner_size,omitzero"`
	InnerNet     Weight      `json:"inner_net_kg,omitzero"`
	InnerGross   Weight      `json:"inner_gross_kg,omitzero"`
	InnerMark    Measure     `json:"inner_measured,omitzero"`
	PcsPerCarton Quantity    `json:"pcs_per_carton,omitzero"`
	Carton       Box         `json:"carton,omitzero"`
	CartonNet    Weight      `json:"carton_net_kg,omitzero"`
	CartonGross  Weight      `json:"carton_gross_kg,omitzero"`
	CartonMark   Measure     `json:"carton_measured,omitzero"`
	Kind         PackageKind `json:"package_kind,omitzero"` // Rec 21, CT when empty
	Pallet       Pallet      `json:"pallet,omitzero"`
}

// Measure says where the sizes and weights of one level come from; "" isn't said.
type Measure string

// The marks of figures.
const (
	Measured  Measure = "measured"
	Estimated Measure = "estimated"
)

// Pallet says how cartons stand on a pallet.
type Pallet struct {
	PerLayer int64   `json:"cartons_per_layer,omitzero"`
	Layers   int64   `json:"layers,omitzero"`
	Size     Box     `json:"size,omitzero"`     // loaded, with the pallet itself
	Tare     Weight  `json:"tare_kg,omitzero"`  // of the empty pallet
	Gross    Weight  `json:"gross_kg,omitzero"` // loaded; 0: worked out by [Packing.PalletGross]
	Mark     Measure `json:"measured,omitzero"`
}

// Cartons returns how many cartons a full pallet holds; 0 when that isn't known.
func (p Pallet) Cartons() int64 { return p.PerLayer * p.Layers }

// PalletGross returns what a loaded pallet weighs: what was entered, else its cartons and its tare; false when neither
// is known.
func (p Packing) PalletGross() (Weight, bool) {
	n := p.Pallet.Cartons()
	switch {
	case p.Pallet.Gross > 0:
		return p.Pallet.Gross, true
	case n <= 0 || p.CartonGross <= 0:
		return 0, false
	}
	return fitWeight(p.CartonGross.Kilograms().Mul(decimal.NewFromInt(n)).Add(p.Pallet.Tare.Kilograms()))
}

// PiecesOnPallets returns how much one container takes on full pallets, as [Packing.PiecesIn] does for loose cartons:
// by the volume and weight of loaded pallets, of which as many stand beside and on each other as fit by their sides;
// false when the pallet's cartons, size or the carton's content aren't known or it doesn't go in. It is an estimate.
func (p Packing) PiecesOnPallets(t ContainerType) (Quantity, bool) {
	n := p.Pallet.Cartons()
	if n <= 0 || p.PcsPerCarton <= 0 || !p.Pallet.Size.IsWhole() || !t.Admits(p.Pallet.Size) {
		return 0, false
	}
	pallets := t.standing(p.Pallet.Size)
	if gross, ok := p.PalletGross(); ok {
		pallets = min(pallets, floorDiv(t.Payload, gross.Kilograms()))
	}
	return p.PcsPerCarton * Quantity(n*pallets), pallets > 0
}

// standing returns how many loaded pallets stand in the container, upright, all turned the same way, and stacked as
// high as the door allows.
func (t ContainerType) standing(pallet Box) int64 {
	long, wide := t.inside.Length/pallet.Length*(t.inside.Width/pallet.Width), t.inside.Length/pallet.Width*(t.inside.Width/pallet.Length)
	return int64(max(long, wide) * (t.inside.Height / pallet.Height))
}

// PackingOf returns how a variant (0: the product itself) is packed: its own packing as a whole, else the product's.
// A variant that only weighs something else has the product's packing with its own net weight; the carton's net follows
// from it, and its gross keeps the tare where that is known.
func (p Product) PackingOf(variant int64) Packing {
	v, ok := p.Variant(variant)
	k := p.Packing
	if ok && v.Packing != nil {
		k = *v.Packing
	}
	if !ok || v.UnitNet <= 0 || v.UnitNet == k.UnitNet {
		return k
	}
	before, known := k.NetOf(k.PcsPerCarton)
	if known && k.CartonGross > 0 {
		k.CartonGross += v.UnitNet.Times(k.PcsPerCarton) - before
	}
	if k.UnitGross > 0 && k.UnitNet > 0 {
		k.UnitGross += v.UnitNet - k.UnitNet
	}
	k.UnitNet, k.CartonNet, k.InnerNet, k.InnerGross, k.Pallet.Gross = v.UnitNet, 0, 0, 0, 0
	return k
}

// levels looks at the levels of packing beside the carton.
func (c *check) levels(p Packing) {
	notNegative(c, "unit_gross_kg", p.UnitGross)
	c.box("unit_size.", p.UnitBox)
	c.box("inner_size.", p.Inner)
	notNegative(c, "inner_net_kg", p.InnerNet)
	notNegative(c, "inner_gross_kg", p.InnerGross)
	c.when(p.Pallet.PerLayer < 0, "pallet.cartons_per_layer", "problem.negative")
	c.when(p.Pallet.Layers < 0, "pallet.layers", "problem.negative")
	c.when(p.Pallet.PerLayer > mostOnPallet || p.Pallet.Layers > mostOnPallet, "pallet.cartons_per_layer", "problem.too_large")
	c.box("pallet.size.", p.Pallet.Size)
	notNegative(c, "pallet.tare_kg", p.Pallet.Tare)
	notNegative(c, "pallet.gross_kg", p.Pallet.Gross)
	for _, m := range []struct {
		field string
		mark  Measure
	}{{"unit_measured", p.UnitMark}, {"inner_measured", p.InnerMark}, {"carton_measured", p.CartonMark}, {"pallet.measured", p.Pallet.Mark}} {
		c.when(m.mark != "" && m.mark != Measured && m.mark != Estimated, m.field, "problem.unknown_choice", "Value", string(m.mark))
	}
}

// mostOnPallet bounds the counts of a pallet, so that no product of them overflows.
const mostOnPallet = 10_000

// oddLevels warns of levels that are lighter with their wrapping than without, or than what they hold.
func (c *check) oddLevels(p Packing) {
	c.when(p.UnitGross > 0 && p.UnitNet > p.UnitGross, "unit_gross_kg", "problem.gross_below_net")
	c.when(p.InnerGross > 0 && p.InnerNet > p.InnerGross, "inner_gross_kg", "problem.gross_below_net")
	n := p.Pallet.Cartons()
	if n > 0 && p.Pallet.Gross > 0 && p.CartonGross > 0 && p.CartonGross > p.Pallet.Gross/Weight(n) {
		c.add("pallet.gross_kg", "problem.pallet_too_light")
	}
	c.sides("pallet.size.", p.Pallet.Size)
}
