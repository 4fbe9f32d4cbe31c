package data

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// PackResult is what [Pack] finds. A figure that can't be known, because a weight or size is missing, is absent and
// named in Unknown; it is never zero instead. Weights have at least two decimals and every one they need, volumes three,
// rounded half up once from the exact sum.
type PackResult struct {
	Cartons    int64          `json:"cartons"`
	Net        string         `json:"net_weight_kg,omitempty"`
	Gross      string         `json:"gross_weight_kg,omitempty"`
	Volume     string         `json:"volume_m3,omitempty"`
	Volumetric string         `json:"volumetric_kg,omitempty"`
	Chargeable string         `json:"chargeable_kg,omitempty"`
	Revenue    string         `json:"lcl_revenue_tons,omitempty"`
	Estimated  bool           `json:"estimated,omitempty"` // a part carton's gross is its share of a full one
	Unknown    []string       `json:"unknown,omitempty"`
	Containers []ContainerFit `json:"containers"`
	Lines      []LineResult   `json:"lines"`
	Packages   []PackedRange  `json:"packages"`
}

// ContainerFit says how full a container gets.
type ContainerFit struct {
	Type   string `json:"type"`
	Fits   bool   `json:"fits"`
	Fill   string `json:"fill_percent"` // of the limit that binds, two decimals
	Binds  Bind   `json:"binds"`
	Needed int64  `json:"needed"` // so many of them take it all; 0: a carton is larger than the container
}

// LineResult is one line of a packing question. Lines sum to the whole: a shared carton counts with its first line.
type LineResult struct {
	SKU          string        `json:"sku"`
	Quantity     string        `json:"quantity"`
	Cartons      int64         `json:"cartons"`
	FullCartons  int64         `json:"full_cartons"`
	Last         string        `json:"last_carton_pcs"` // 0 when every carton is full
	Mixed        bool          `json:"mixed,omitempty"` // the rest lies in a carton with other lines
	Net          string        `json:"net_weight_kg,omitempty"`
	Gross        string        `json:"gross_weight_kg,omitempty"`
	Volume       string        `json:"volume_m3,omitempty"`
	CartonGross  string        `json:"carton_gross_kg,omitempty"`
	CartonVolume string        `json:"carton_m3,omitempty"` // exact
	PerContainer []ContainerOf `json:"per_container,omitempty"`
}

// ContainerOf is how many equal cartons one container takes.
type ContainerOf struct {
	Type    string `json:"type"`
	Cartons int64  `json:"cartons"`
	Pieces  string `json:"pieces"`
	Binds   Bind   `json:"binds"`
}

// PackedRange is a run of equal cartons.
type PackedRange struct {
	From     int64           `json:"from"`
	To       int64           `json:"to"`
	Contents []PackedContent `json:"contents"`
	Net      string          `json:"net_kg,omitempty"`   // of each carton
	Gross    string          `json:"gross_kg,omitempty"` // of each carton
}

// PackedContent is what lies in each carton of a run.
type PackedContent struct {
	SKU      string `json:"sku"`
	Quantity string `json:"quantity"`
}

// measures are the sums of cartons as far as they are known.
type measures struct {
	cartons                            int64
	net, gross, volume, sides          decimal.Decimal // sides: m³ as the airline measures
	noNet, noGross, noVolume, estimate bool
}

// add adds n equal cartons.
func (m *measures) add(n int64, c carton, wholeSides bool) {
	times := decimal.NewFromInt(n)
	m.cartons += n
	m.net, m.noNet = m.net.Add(times.Mul(c.net)), m.noNet || !c.netKnown
	m.gross, m.noGross = m.gross.Add(times.Mul(c.gross)), m.noGross || !c.grossKnown
	m.estimate = m.estimate || c.estimated
	box := c.box
	m.volume, m.noVolume = m.volume.Add(times.Mul(box.Volume())), m.noVolume || !box.IsWhole()
	if wholeSides {
		box = box.WholeCentimetres()
	}
	m.sides = m.sides.Add(times.Mul(box.Volume()))
}

// unknown names the figures that are missing.
func (m measures) unknown() (names []string) {
	for _, f := range []struct {
		missing bool
		name    string
	}{{m.noNet, "net_weight_kg"}, {m.noGross, "gross_weight_kg"}, {m.noVolume, "volume_m3"}} {
		if f.missing {
			names = append(names, f.name)
		}
	}
	return names
}

// weightText writes kilograms with two decimals, or as many more as it takes; "" when they aren't known.
func weightText(kg decimal.Decimal, missing bool) string {
	if missing {
		return ""
	}
	return kg.StringFixed(max(2, -kg.Normalize().Exponent()))
}

// Pack works out cartons, weights, volume, chargeable weight, revenue tons and container fit (STANDARDS 4). With
// AllowMixed the rests of several lines share a carton where their shares of a full one sum to at most one; it is the
// largest of their cartons, with its tare. A number too large to store comes back as [Problems].
func Pack(in PackInput) (PackResult, error) {
	job, err := planCartons(in)
	if err != nil {
		return PackResult{}, err
	}
	total, r := measures{}, PackResult{Containers: []ContainerFit{}, Lines: []LineResult{}, Packages: job.ranges()}
	for _, c := range job.runs {
		total.add(c.n, c.carton, in.AirSides)
	}
	r.Cartons, r.Estimated, r.Unknown = total.cartons, total.estimate, total.unknown()
	r.Net, r.Gross = weightText(total.net, total.noNet), weightText(total.gross, total.noGross)
	for i := range in.Lines {
		r.Lines = append(r.Lines, job.line(i))
	}
	for _, c := range in.Containers {
		if fit, ok := total.in(c); ok {
			if !job.admitted(c) {
				fit.Fits, fit.Binds, fit.Needed = false, BySize, 0
			}
			r.Containers = append(r.Containers, fit)
		}
	}
	if total.noVolume {
		return r, nil
	}
	volumetric := VolumetricWeight(total.sides, in.AirDivisor)
	r.Volume, r.Volumetric = total.volume.StringFixed(3), rounded(volumetric, 2)
	if !total.noGross {
		chargeable := ChargeableWeight(total.gross, volumetric, in.AirStep)
		r.Chargeable = chargeable.StringFixed(max(1, -in.AirStep.Normalize().Exponent()))
		r.Revenue = RevenueTons(total.volume, total.gross, in.LCLMinimum).StringFixed(3)
	}
	return r, nil
}

// in says how full one container gets, by the limit that binds. A limit whose figure isn't known can't bind; with
// neither known there is nothing to say.
func (m measures) in(c ContainerType) (ContainerFit, bool) {
	if m.noVolume && m.noGross {
		return ContainerFit{}, false
	}
	fill, binds := new(big.Rat), ByVolume
	if !m.noVolume {
		fill = over(exactly(m.volume), exactly(c.Usable))
	}
	if heavy := over(exactly(m.gross), exactly(c.Payload)); !m.noGross && (m.noVolume || heavy.Cmp(fill) > 0) {
		fill, binds = heavy, ByWeight
	}
	needed, rest := new(big.Int).QuoRem(fill.Num(), fill.Denom(), new(big.Int))
	if rest.Sign() > 0 {
		needed.Add(needed, big.NewInt(1))
	}
	return ContainerFit{
		Type: c.Type, Fits: fill.Cmp(big.NewRat(1, 1)) <= 0, Fill: rounded(times(fill, big.NewRat(100, 1)), 2), Binds: binds, Needed: needed.Int64(),
	}, true
}
