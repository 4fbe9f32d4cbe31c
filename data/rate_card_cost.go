package data

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"
)

// Cost returns what carrying the load costs by c, rounded half up to the currency's minor unit, with its arithmetic;
// false when the load can't be priced: its sizes or weights aren't known, a carton is larger than the container, or it
// is heavier than the table goes.
func (c RateCard) Cost(load Load) (Money, []Step, bool) {
	t := c.FreightTerms
	if t.Divisor == 0 && c.Mode == Courier {
		t.Divisor = 5000
	}
	cost, steps, ok := t.Cost(c.Basis, load)
	if !ok {
		return Money{}, steps, false
	}
	d, err := decimal.NewFromString(cost.FloatString(12))
	if err != nil {
		return Money{}, steps, false
	}
	m, err := RoundMoney(d, c.Currency)
	return m, steps, err == nil
}

// Cost returns what carrying the load costs, exactly, with its arithmetic; false when the load can't be priced, and the
// last step then says why.
func (t FreightTerms) Cost(way FreightWay, load Load) (*big.Rat, []Step, bool) {
	cost, steps, ok := t.plainCost(way, load)
	if least := exactly(t.MinPrice.Decimal()); ok && cost.Cmp(least) < 0 {
		return least, append(steps, step("freight.step.minimum", "Cost", cents(cost), "Minimum", t.MinPrice.String())), true
	}
	return cost, steps, ok
}

func (t FreightTerms) plainCost(way FreightWay, load Load) (*big.Rat, []Step, bool) {
	switch way {
	case PerContainer:
		return t.byContainer(load)
	case PerRevenueTon:
		return t.byTon(load)
	case PerKilogram, ByTable:
		return t.byWeight(way, load)
	}
	return nil, nil, false
}

// container returns the type of container with the limits that t has for it; false when nobody knows its room.
func (t FreightTerms) container() (ContainerType, bool) {
	name := cmp.Or(t.Container, "40HQ")
	kind := ContainerType{Type: name}
	list := ContainerTypes()
	if i := slices.IndexFunc(list, func(c ContainerType) bool { return c.Type == name }); i >= 0 {
		kind = list[i]
	}
	if t.Usable > 0 {
		kind.Usable = t.Usable.Decimal()
	}
	if t.Payload > 0 {
		kind.Payload = t.Payload.Kilograms()
	}
	return kind, kind.Usable.IsPositive()
}

// byContainer: whole containers are paid.
func (t FreightTerms) byContainer(load Load) (*big.Rat, []Step, bool) {
	kind, known := t.container()
	n := int64(0)
	if known {
		n = load.containers(kind)
	}
	if n == 0 {
		return nil, []Step{step("freight.step.no_container", "Container", kind.Type)}, false
	}
	count := strconv.FormatInt(n, 10)
	cost := times(exactly(t.Price.Decimal()), big.NewRat(n, 1))
	return cost, []Step{
		step("freight.step.load", "Cartons", strconv.FormatInt(load.Count(), 10), "Volume", load.Volume.StringFixed(3), "Gross", knownWeight(load.Gross)),
		step("freight.step.containers", "Containers", count, "Container", kind.Type, "Usable", kind.Usable.String(), "Price", t.Price.String(), "Cost", cents(cost)),
	}, true
}

// knownWeight writes kilograms, or a dash where nobody knows them.
func knownWeight(kg decimal.Decimal) string {
	if kg.IsZero() {
		return "–"
	}
	return kg.String()
}

// byTon: the larger of m³ and tonnes, at least the minimum (STANDARDS 4.2).
func (t FreightTerms) byTon(load Load) (*big.Rat, []Step, bool) {
	if load.Volume.IsZero() && load.Gross.IsZero() {
		return nil, []Step{step("freight.step.unknown")}, false
	}
	minimum := one
	if t.MinTons > 0 {
		minimum = t.MinTons.Decimal()
	}
	tons := RevenueTons(load.Volume, load.Gross, minimum)
	cost := times(exactly(tons), exactly(t.Price.Decimal()))
	return cost, []Step{step("freight.step.tons", "Volume", load.Volume.String(), "Tonnes", load.Gross.Shift(-3).String(), "Minimum", minimum.String(),
		"Tons", tons.String(), "Price", t.Price.String(), "Cost", cents(cost))}, true
}

// byWeight: the chargeable weight times the price of a kilogram, or the row of the table that it falls into.
func (t FreightTerms) byWeight(way FreightWay, load Load) (*big.Rat, []Step, bool) {
	if load.Gross.IsZero() { // by volume alone heavy goods would look cheap
		return nil, []Step{step("freight.step.no_weight")}, false
	}
	kg, steps := t.chargeable(way, load)
	if way == PerKilogram {
		cost := times(exactly(kg), exactly(t.Price.Decimal()))
		return cost, append(steps, step("freight.step.kg", "Kg", kg.String(), "Price", t.Price.String(), "Cost", cents(cost))), true
	}
	for _, row := range t.Rows {
		if !kg.GreaterThan(row.UpTo.Kilograms()) {
			return exactly(row.Price.Decimal()), append(steps, step("freight.step.row", "Kg", kg.String(), "UpTo", row.UpTo.String(), "Cost", row.Price.String())), true
		}
	}
	if len(t.Rows) == 0 || t.Price <= 0 {
		return nil, append(steps, step("freight.step.too_heavy", "Kg", kg.String())), false
	}
	last := t.Rows[len(t.Rows)-1]
	further := kg.Sub(last.UpTo.Kilograms())
	cost := sum(exactly(last.Price.Decimal()), times(exactly(further), exactly(t.Price.Decimal())))
	return cost, append(steps, step("freight.step.beyond", "UpTo", last.UpTo.String(), "Row", last.Price.String(), "Further", further.String(),
		"Price", t.Price.String(), "Cost", cents(cost))), true
}

// chargeable returns the kilograms that are charged for (STANDARDS 4.1).
func (t FreightTerms) chargeable(way FreightWay, load Load) (decimal.Decimal, []Step) {
	divisor, grain := t.Divisor, t.Step
	if divisor == 0 {
		if divisor = 6000; way == ByTable {
			divisor = 5000
		}
	}
	if grain == 0 {
		grain = 500_000
	}
	volumetric := VolumetricWeight(load.Volume, decimal.NewFromInt(divisor))
	kg := decimal.Max(ChargeableWeight(load.Gross, volumetric, grain.Kilograms()), t.MinKg.Kilograms())
	return kg, []Step{step("freight.step.chargeable", "Gross", load.Gross.String(), "Volume", load.Volume.String(), "Divisor", strconv.FormatInt(divisor, 10),
		"Volumetric", rounded(volumetric, 2), "Step", grain.String(), "Kg", kg.String())}
}

// cents writes an amount with two decimals, or as many as four where it needs them.
func cents(r *big.Rat) string {
	d, err := decimal.NewFromString(r.FloatString(4))
	if err != nil {
		return r.FloatString(4)
	}
	return d.StringFixed(max(2, min(4, -d.Normalize().Exponent())))
}
