package data

import (
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Carriage is how the freight of a unit follows from the quantity, the packing and a carrier's price.
type Carriage struct {
	Way      FreightWay
	Terms    FreightTerms
	Currency Currency        // of the carrier's price; the price's when empty
	Fx       decimal.Decimal // own currency for 1 unit of Currency; needed where that isn't the price's
	Quantity Quantity        // 0: as much as fills one container
	Packing  Packing
	Shared   bool // a container holds other goods too: a unit costs its share of a full one
}

// carriage reads how freight is charged; nil when none of it is there. The fields are freight_way (container, ton, kg, table),
// freight_price, freight_container, usable_m3, payload_kg, freight_minimum_tons, freight_divisor, freight_step_kg,
// freight_minimum_kg, freight_minimum_price, freight_rows ("0.5:168; 1:205"), freight_currency, freight_fx, freight_shared,
// quantity, pcs_per_carton, carton_length_cm, carton_width_cm, carton_height_cm, carton_gross_kg.
func (q *question) carriage() *Carriage {
	c := Carriage{Way: FreightWay(q.choice("freight_way", append([]string{""}, textsOf(FreightWays())...)...)), Currency: Currency(q.text("freight_currency"))}
	c.Fx, c.Shared = or(q.positive("freight_fx"), decimal.Zero), q.switched("freight_shared")
	t := &c.Terms
	t.Price, _ = stored[UnitPrice](q, "freight_price", 6, false)
	t.Container = q.text("freight_container")
	t.Usable, _ = stored[Quantity](q, "usable_m3", 3, false)
	t.Payload, _ = stored[Weight](q, "payload_kg", 6, false)
	t.MinTons, _ = stored[Quantity](q, "freight_minimum_tons", 3, false)
	t.Step, _ = stored[Weight](q, "freight_step_kg", 6, false)
	t.MinKg, _ = stored[Weight](q, "freight_minimum_kg", 6, false)
	t.MinPrice, _ = stored[UnitPrice](q, "freight_minimum_price", 6, false)
	if n := q.whole("freight_divisor", 1_000_000); n != nil {
		t.Divisor = *n
	}
	t.Rows = q.freightRows("freight_rows")
	c.Quantity, _ = stored[Quantity](q, "quantity", 3, false)
	c.Packing.PcsPerCarton, _ = stored[Quantity](q, "pcs_per_carton", 3, false)
	c.Packing.Carton.Length, _ = stored[Length](q, "carton_length_cm", 2, false)
	c.Packing.Carton.Width, _ = stored[Length](q, "carton_width_cm", 2, false)
	c.Packing.Carton.Height, _ = stored[Length](q, "carton_height_cm", 2, false)
	c.Packing.CartonGross, _ = stored[Weight](q, "carton_gross_kg", 6, false)
	if c.Way == "" {
		return nil
	}
	return &c
}

// switched reads yes or no, as a boolean or a word.
func (q *question) switched(field string) bool {
	if raw := q.fields[field]; len(raw) > 0 && raw[0] == '"' {
		return q.choice(field, "", "yes", "no", "true", "false") == "yes" || strings.Contains(string(raw), "true")
	}
	return q.yes(field)
}

// freightRows reads a courier's table: weights with their prices, parted by ";".
func (q *question) freightRows(field string) (rows []FreightRow) {
	rows, err := ParseFreightRows(q.text(field))
	if err != nil {
		q.add(field, "price.problem.rows")
	}
	return rows
}

// ParseFreightRows reads a courier's table as people type it: "0.5:168; 1:205", weights in kilograms with their prices.
func ParseFreightRows(text string) (rows []FreightRow, err error) {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == '\n' || r == '；' }) {
		if strings.TrimSpace(part) == "" {
			continue
		}
		upTo, cost, found := strings.Cut(strings.ReplaceAll(part, "：", ":"), ":")
		row := FreightRow{}
		if row.UpTo, err = ParseKilograms(strings.TrimSpace(upTo)); err == nil {
			row.Price, err = ParseUnitPrice(strings.TrimSpace(cost))
		}
		if err != nil || !found {
			return nil, ErrNotANumber
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b FreightRow) int { return int(min(max(a.UpTo-b.UpTo, -1), 1)) })
	return rows, nil
}

// FreightRowsText writes a courier's table as [ParseFreightRows] reads it.
func FreightRowsText(rows []FreightRow) string {
	parts := make([]string, len(rows))
	for i, r := range rows {
		parts[i] = r.UpTo.String() + ":" + r.Price.String()
	}
	return strings.Join(parts, "; ")
}

// carry adds the freight of a unit that follows from the carriage.
func (p *pricing) carry() Problems {
	c := p.in.Carriage
	if c == nil {
		return nil
	}
	var k check
	k.freight(c.Way, c.Terms)
	named := map[string]string{
		"price": "freight_price", "container": "freight_container", "rows": "freight_rows", "minimum_tons": "freight_minimum_tons", "divisor": "freight_divisor",
		"step_kg": "freight_step_kg", "minimum_kg": "freight_minimum_kg", "minimum_price": "freight_minimum_price", "basis": "freight_way",
	}
	for i, one := range k.problems {
		if field, _, _ := strings.Cut(one.Field, "."); named[field] != "" {
			k.problems[i].Field = named[field]
		}
	}
	if len(k.problems) > 0 {
		return k.problems
	}
	each, ok := p.carryEach(c, &k)
	if !ok {
		return k.problems
	}
	p.freight = sum(p.freight, each)
	return nil
}

// carryEach returns what carrying one unit costs, in the currency of the price.
func (p *pricing) carryEach(c *Carriage, k *check) (*big.Rat, bool) {
	currency, ratio, ok := p.carriedIn(c, k)
	if !ok {
		return nil, false
	}
	quantity := c.Quantity
	if c.Way == PerContainer && (quantity == 0 || c.Shared) {
		quantity = c.fullContainer()
	}
	if quantity <= 0 {
		field := "quantity"
		if c.Packing.PcsPerCarton <= 0 || !c.Packing.Carton.IsWhole() {
			field = "pcs_per_carton"
		}
		k.add(field, "price.problem.packing")
		return nil, false
	}
	cost, steps, ok := c.Terms.Cost(c.Way, c.Packing.Load(quantity))
	if !ok {
		why := steps[len(steps)-1]
		k.problems = append(k.problems, Problem{Field: "freight_way", Key: why.Key, Args: why.Args()})
		return nil, false
	}
	each := over(times(cost, ratio), exactly(quantity.Decimal()))
	p.carried = append(steps, step("price.step.freight_each", "Cost", cents(cost), "Currency", string(currency), "Quantity", quantity.String(), "Each", rounded(each, 6)))
	if ratio.Cmp(big.NewRat(1, 1)) != 0 {
		p.carried = append(p.carried, step("price.step.freight_rate", "From", string(currency), "To", string(p.in.Currency), "Fx", rounded(times(ratio, exactly(p.in.Fx)), 6), "Rate", p.in.Fx.String()))
	}
	return each, true
}

// carriedIn returns the currency of the carrier's price and what 1 unit of it is in the currency of the price, by the rates
// as they are: the buffer is for what the buyer pays.
func (p *pricing) carriedIn(c *Carriage, k *check) (Currency, *big.Rat, bool) {
	if c.Currency == "" || c.Currency == p.in.Currency {
		return p.in.Currency, big.NewRat(1, 1), true
	}
	fx := c.Fx
	if c.Currency == p.in.OwnCurrency() {
		fx = one
	}
	if k.currency("freight_currency", c.Currency); !fx.IsPositive() || !p.in.Fx.IsPositive() {
		k.add("freight_fx", "problem.required")
	}
	if len(k.problems) > 0 {
		return "", nil, false
	}
	return c.Currency, over(exactly(fx), exactly(p.in.Fx)), true
}

// fullContainer returns how many pieces fill one container; 0 when that can't be known.
func (c *Carriage) fullContainer() Quantity {
	kind, _ := c.Terms.container()
	n, _ := c.Packing.PiecesIn(kind)
	return n
}
