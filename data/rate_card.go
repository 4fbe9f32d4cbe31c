package data

import (
	"cmp"
	"slices"
	"strings"
)

// RateCard is a freight price that a carrier or forwarder offered, for a way and some time. What it means is said by its
// Basis.
type RateCard struct {
	Record
	Code       string     `json:"code"` // the merchant's own, such as "COSCO-HAM-40HQ"
	Carrier    string     `json:"carrier"`
	Service    string     `json:"service,omitzero"` // what the carrier calls it
	Mode       Mode       `json:"mode"`
	From       string     `json:"from,omitzero"` // port, airport or country of departure
	To         string     `json:"to,omitzero"`   // port, airport, country or region of arrival
	Currency   Currency   `json:"currency"`
	ValidFrom  Date       `json:"valid_from,omitzero"`
	ValidUntil Date       `json:"valid_until,omitzero"` // the last day; without one it holds until it is changed
	Days       int64      `json:"days,omitzero"`        // on the way; 0: not said
	Basis      FreightWay `json:"basis"`
	FreightTerms
	Note string `json:"note,omitzero"`
}

// FreightWay says what freight is charged for.
type FreightWay string

// The ways in which freight is charged.
const (
	PerContainer  FreightWay = "container"
	PerRevenueTon FreightWay = "ton"   // of the larger of m³ and tonnes
	PerKilogram   FreightWay = "kg"    // of chargeable weight
	ByTable       FreightWay = "table" // the price of the first row that reaches the chargeable weight
)

// FreightWays returns the ways in which freight is charged.
func FreightWays() []FreightWay {
	return []FreightWay{PerContainer, PerRevenueTon, PerKilogram, ByTable}
}

// FreightTerms are the figures of a freight price. Which of them count is said by the way it is charged.
type FreightTerms struct {
	Price     UnitPrice    `json:"price,omitzero"`         // of a container, a revenue ton or a kilogram; of each further kilogram behind a table
	Container string       `json:"container,omitzero"`     // its type; 40HQ when empty
	Usable    Quantity     `json:"usable_m3,omitzero"`     // what may be stowed in it; 0: as [ContainerTypes] has it
	Payload   Weight       `json:"payload_kg,omitzero"`    // what may be loaded, or the road's limit; 0: as [ContainerTypes] has it
	MinTons   Quantity     `json:"minimum_tons,omitzero"`  // of revenue tons; 1 when 0
	Divisor   int64        `json:"divisor,omitzero"`       // cm³ for a kilogram; 6000, a courier's 5000, when 0
	Step      Weight       `json:"step_kg,omitzero"`       // chargeable weight is rounded up to it; 0.5 kg when 0
	MinKg     Weight       `json:"minimum_kg,omitzero"`    // of chargeable weight
	MinPrice  UnitPrice    `json:"minimum_price,omitzero"` // of the whole freight
	Rows      []FreightRow `json:"rows,omitempty"`         // of a table, in the order of the weight
}

// FreightRow is a row of a courier's table: what goods up to a weight cost.
type FreightRow struct {
	UpTo  Weight    `json:"up_to_kg"`
	Price UnitPrice `json:"price"`
}

// Name is who carries, and by which of his services.
func (c RateCard) Name() string { return strings.TrimSpace(c.Carrier + " " + c.Service) }

// ValidOn reports whether c holds on a day.
func (c RateCard) ValidOn(day Date) bool {
	return (c.ValidFrom == "" || c.ValidFrom <= day) && (c.ValidUntil == "" || day <= c.ValidUntil)
}

// Settle puts the codes and the rows of c into the form they are kept in.
func (c *RateCard) Settle() {
	for _, text := range []*string{&c.Code, &c.Carrier, &c.Service, &c.From, &c.To, &c.Note} {
		*text = strings.TrimSpace(*text)
	}
	c.Currency = Currency(strings.ToUpper(strings.TrimSpace(string(c.Currency))))
	c.Rows = slices.Clone(c.Rows)
	slices.SortStableFunc(c.Rows, func(a, b FreightRow) int { return cmp.Compare(a.UpTo, b.UpTo) })
}

// Validate reports what keeps c from being saved.
func (c RateCard) Validate() error {
	var k check
	k.required("code", c.Code)
	k.required("carrier", c.Carrier)
	k.required("currency", string(c.Currency))
	if c.Currency != "" {
		k.currency("currency", c.Currency)
	}
	k.required("mode", string(c.Mode))
	k.mode(c.Mode)
	k.date("valid_from", c.ValidFrom)
	k.date("valid_until", c.ValidUntil)
	k.when(c.ValidUntil != "" && c.ValidUntil < c.ValidFrom, "valid_until", "problem.ends_before_start")
	k.when(c.Days < 0, "days", "problem.negative")
	k.freight(c.Basis, c.FreightTerms)
	return k.problems.Err()
}

// freight looks at the figures of a freight price.
func (c *check) freight(way FreightWay, t FreightTerms) {
	if !slices.Contains(FreightWays(), way) {
		c.add("basis", "problem.not_one_of", "Values", strings.Join(textsOf(FreightWays()), ", "))
		return
	}
	c.when(way != ByTable && t.Price <= 0, "price", "problem.not_positive")
	for field, v := range map[string]int64{
		"price": int64(t.Price), "usable_m3": int64(t.Usable), "payload_kg": int64(t.Payload), "minimum_tons": int64(t.MinTons), "divisor": t.Divisor,
		"step_kg": int64(t.Step), "minimum_kg": int64(t.MinKg), "minimum_price": int64(t.MinPrice),
	} {
		c.when(v < 0, field, "problem.negative")
	}
	if _, known := t.container(); way == PerContainer && !known {
		c.add("container", "freight.problem.container", "Value", t.Container)
	}
	c.when(way == ByTable && len(t.Rows) == 0, "rows", "problem.required")
	for i, row := range t.Rows {
		c.when(row.UpTo <= 0, at("rows", i+1)+"up_to_kg", "problem.not_positive")
		c.when(row.Price <= 0, at("rows", i+1)+"price", "problem.not_positive")
		c.when(i > 0 && row.UpTo == t.Rows[i-1].UpTo, at("rows", i+1)+"up_to_kg", "freight.problem.weight_twice")
	}
}

// textsOf returns words as plain text.
func textsOf[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return list
}
