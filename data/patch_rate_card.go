package data

import (
	"slices"
	"strings"
)

// RateCard puts what p says into c. Of a table each row with a weight is a row of it; the row without one has the price
// of each further kilogram.
func (p Patch) RateCard(c RateCard) (RateCard, Problems) {
	r := patchReader{patch: p, empties: true}
	r.text("code", &c.Code)
	r.text("carrier", &c.Carrier)
	r.text("service", &c.Service)
	named(&r, "mode", &c.Mode)
	c.Mode = Mode(strings.ToLower(string(c.Mode)))
	r.text("from", &c.From)
	r.text("to", &c.To)
	named(&r, "currency", &c.Currency)
	parsed(&r, "valid_from", ParseDate, &c.ValidFrom)
	parsed(&r, "valid_until", ParseDate, &c.ValidUntil)
	parsed(&r, "days", ParseCount, &c.Days)
	named(&r, "basis", &c.Basis)
	c.Basis = FreightWay(strings.ToLower(string(c.Basis)))
	r.text("container", &c.Container)
	parsed(&r, "usable_m3", ParseQuantity, &c.Usable)
	parsed(&r, "payload_kg", ParseKilograms, &c.Payload)
	parsed(&r, "minimum_tons", ParseQuantity, &c.MinTons)
	parsed(&r, "divisor", ParseCount, &c.Divisor)
	parsed(&r, "step_kg", ParseKilograms, &c.Step)
	parsed(&r, "minimum_kg", ParseKilograms, &c.MinKg)
	parsed(&r, "minimum_price", ParseUnitPrice, &c.MinPrice)
	r.text("note", &c.Note)
	var row FreightRow
	parsed(&r, "up_to_kg", ParseKilograms, &row.UpTo)
	if parsed(&r, "price", ParseUnitPrice, &row.Price); c.Basis == ByTable && row.UpTo > 0 {
		c.Rows = append(slices.Clip(c.Rows), row)
	} else {
		c.Price = row.Price
	}
	for _, field := range []string{"code", "carrier", "mode", "currency", "basis"} {
		r.required(field, p.Values[field])
	}
	return c, r.problems
}
