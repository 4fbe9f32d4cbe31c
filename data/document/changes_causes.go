package document

import (
	"slices"
	"strings"

	"tradewind/data"
)

// causes returns the differences without those that only follow from others or that no reader sees. Where nothing else
// differs they are all there is to say, so they stay.
func (c *changes) causes() []data.Difference {
	var kept []data.Difference
	for _, one := range c.list {
		if !c.follows(one.Field) {
			kept = append(kept, one)
		}
	}
	if len(kept) == 0 {
		return c.list
	}
	return kept
}

// follows reports whether the difference at a field only follows from another.
func (c *changes) follows(field string) bool {
	if no, part, ok := lineField(field); ok {
		return c.followsInLine(no, part)
	}
	switch field {
	case "totals.goods", "totals.fob":
		return c.has("totals.total")
	case "totals.charges":
		return c.has("charges")
	case "totals.quantities", "packages":
		return c.goodsChanged()
	case "totals.packages":
		return c.has("totals.cartons")
	case "totals.incomplete", "packages_estimated":
		return true
	case "origins":
		return c.goodsChanged() || c.anyLine("origin")
	case "instalments": // worked out from the terms of payment
		return c.has("totals.total") || c.has("payment_terms")
	}
	return false
}

// followsInLine tells the same of a field of a line.
func (c *changes) followsInLine(no, part string) bool {
	quantity := c.has("lines." + no + ".quantity")
	switch part {
	case "amount":
		return quantity || c.has("lines."+no+".unit_price") || c.has("lines."+no+".discount_percent") || c.has("currency")
	case "cartons", "net_weight_kg", "gross_weight_kg", "volume_m3":
		return quantity
	case "packed":
		return true
	}
	return false
}

// goodsChanged reports whether other goods, or more or fewer of them, are on the paper.
func (c *changes) goodsChanged() bool {
	return c.anyLine("") || c.anyLine("quantity") || c.anyLine("unit")
}

// anyLine reports whether a field differs in a line; "" stands for a line that came or went.
func (c *changes) anyLine(part string) bool {
	return slices.ContainsFunc(c.list, func(one data.Difference) bool {
		_, of, ok := lineField(one.Field)
		return ok && of == part
	})
}

func (c *changes) has(field string) bool {
	return slices.ContainsFunc(c.list, func(one data.Difference) bool { return one.Field == field })
}

// lineField parts the path of a field of a line, "lines.2.quantity"; of the line itself part is "".
func lineField(path string) (no, part string, ok bool) {
	rest, ok := strings.CutPrefix(path, "lines.")
	no, part, _ = strings.Cut(rest, ".")
	return no, part, ok
}
