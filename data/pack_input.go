package data

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// PackInput is what [Pack] starts from.
type PackInput struct {
	Lines      []PackLine
	AllowMixed bool            // rests of several lines may share a last carton
	AirDivisor decimal.Decimal // cm³ for a kilogram
	AirStep    decimal.Decimal // kilograms that chargeable weight is rounded up to
	AirSides   bool            // each side is rounded to the whole centimetre first
	LCLMinimum decimal.Decimal // revenue tons
	Containers []ContainerType
}

// PackLine is how much of one article is packed, and how.
type PackLine struct {
	SKU      string
	Quantity Quantity
	Packing  Packing
}

// ParsePackInput reads the JSON of a packing question (DESIGN 4): lines {sku, quantity, pcs_per_carton, unit_net_kg,
// carton_tare_kg, carton_net_kg, carton_gross_kg, carton_cm [length, width, height]}, allow_mixed, air_divisor (6000),
// air_step_kg (0.5), air_round_sides (false), lcl_minimum (1), and containers {type, usable_m3, payload_kg} in place of
// the usual four. Absent weights and sizes are unknown. Decimals are strings or numbers. Wrong fields come back as
// [Problems], all at once.
func ParsePackInput(b []byte) (PackInput, error) {
	q, err := askJSON(b)
	if err != nil {
		return PackInput{}, err
	}
	in := PackInput{
		AllowMixed: q.yes("allow_mixed"), AirDivisor: or(q.positive("air_divisor"), decimal.NewFromInt(6000)),
		AirStep: or(q.positive("air_step_kg"), decimal.New(5, -1)), AirSides: q.yes("air_round_sides"),
		LCLMinimum: or(q.figure("lcl_minimum"), one),
	}
	lines := q.objects("lines")
	if len(lines) == 0 && len(q.problems) == 0 {
		q.add("lines", "problem.required")
	}
	for _, line := range lines {
		in.Lines = append(in.Lines, line.packLine())
		line.close(q)
	}
	for _, row := range q.objects("containers") {
		in.Containers = append(in.Containers, row.container())
		row.close(q)
	}
	if in.Containers == nil {
		in.Containers = ContainerTypes()
	}
	q.close(nil)
	return in, q.problems.Err()
}

// container reads one row of a container table.
func (q *question) container() ContainerType {
	c := ContainerType{
		Type: q.text("type"), ISO: q.text("iso"), Usable: or(q.positive("usable_m3"), decimal.Zero),
		Payload: or(q.positive("payload_kg"), decimal.Zero),
	}
	q.required("type", c.Type)
	for field, d := range map[string]decimal.Decimal{"usable_m3": c.Usable, "payload_kg": c.Payload} {
		if d.IsZero() && len(q.problems) == 0 {
			q.add(field, "problem.required")
		}
	}
	return c
}

// packLine reads one line.
func (q *question) packLine() PackLine {
	line := PackLine{SKU: q.text("sku")}
	line.Quantity, _ = stored[Quantity](q, "quantity", 3, true)
	p := &line.Packing
	p.PcsPerCarton, _ = stored[Quantity](q, "pcs_per_carton", 3, true)
	if p.PcsPerCarton == 0 && len(q.problems) == 0 {
		q.add("pcs_per_carton", "problem.not_positive")
	}
	p.UnitNet, _ = stored[Weight](q, "unit_net_kg", 6, false)
	p.CartonNet, _ = stored[Weight](q, "carton_net_kg", 6, false)
	p.CartonGross, _ = stored[Weight](q, "carton_gross_kg", 6, false)
	if tare, ok := stored[Weight](q, "carton_tare_kg", 6, false); ok && len(q.problems) == 0 {
		q.weigh(p, tare)
	}
	p.Carton = q.sides("carton_cm")
	return line
}

// weigh works out the weight that the tare of a carton adds: the gross weight, or the net one where only that is open.
func (q *question) weigh(p *Packing, tare Weight) {
	net, known := p.NetOf(p.PcsPerCarton)
	switch {
	case known && p.CartonGross > 0:
		q.when(net+tare != p.CartonGross, "carton_tare_kg", "problem.not_both", "Other", "carton_gross_kg")
	case known && net+tare > 0:
		p.CartonGross = net + tare
	case p.CartonGross > tare:
		p.CartonNet = p.CartonGross - tare
	case p.CartonGross > 0:
		q.add("carton_gross_kg", "problem.gross_below_net")
	}
}

// sides reads the three sides of a box in centimetres; nothing when they are absent.
func (q *question) sides(field string) (b Box) {
	raw := q.take(field)
	if raw == nil {
		return b
	}
	inner := listed(raw)
	if len(inner.fields) != 3 {
		q.add(field, "problem.three_sides")
		return b
	}
	inner.prefix = q.prefix + field + "."
	b.Length, _ = stored[Length](inner, "1", 2, true)
	b.Width, _ = stored[Length](inner, "2", 2, true)
	b.Height, _ = stored[Length](inner, "3", 2, true)
	known := len(inner.problems) == 0
	for i, side := range []Length{b.Length, b.Width, b.Height} {
		inner.when(known && side == 0, strconv.Itoa(i+1), "problem.not_positive")
	}
	inner.close(q)
	return b
}
