package sheet

import (
	"slices"
	"strings"

	"tradewind/data"
)

// price reads a price or an amount with the currency that stands beside it. The currency, when one is named by the
// cell, its number format or the heading, must agree with the row's own; where the row has none, it becomes the row's.
func (r *rowReader) price(col column, c cell, text string) {
	d, f, key := r.number(col, c, text)
	if key != "" {
		r.refuse(col.field.name, key, text)
		return
	}
	named, ok := statedBy(c, f)
	if !ok {
		r.refuse(col.field.name, noFigure(text), text)
		return
	}
	own := named != nil
	if own && col.currency != nil {
		if named = common(col.currency, named); named == nil {
			r.refuse(col.field.name, "problem.currency_differs", text+" ≠ "+string(col.currency[0]))
			return
		}
	} else if !own {
		named = col.currency
	}
	r.keep(col, d)
	r.currency(col, named, own, text)
}

// statedBy returns the currencies that a price may be in by what stands around it; ok is false when that is
// something else.
func statedBy(c cell, f figure) (named []data.Currency, ok bool) {
	for _, word := range []string{f.before, strings.TrimSuffix(f.after, "/pc")} {
		if word == "" {
			continue
		}
		found, ok := currencyNamed(word)
		if !ok {
			return nil, false
		}
		if named = common(named, found); named == nil {
			return nil, false
		}
	}
	if named == nil && c.format != nil {
		named = c.format.currency
	}
	return named, true
}

// common returns the currencies in both lists; a nil list knows nothing.
func common(a, b []data.Currency) []data.Currency {
	if a == nil {
		return b
	}
	var both []data.Currency
	for _, c := range a {
		if slices.Contains(b, c) {
			both = append(both, c)
		}
	}
	return both
}

// currency settles the currency of a price. own says that the cell itself named it.
func (r *rowReader) currency(col column, named []data.Currency, own bool, text string) {
	name, field := col.field.name, col.field.money
	stated := data.Currency(r.values[field])
	switch {
	case named == nil && stated == "":
		if _, seen := r.bare[name]; !seen {
			r.bare[name] = r.row
		}
	case named == nil:
		return
	case stated != "" && !slices.Contains(named, stated):
		r.refuse(name, "problem.currency_differs", text+" ≠ "+string(stated))
		return
	default:
		if stated == "" {
			r.values[field] = string(named[0])
		}
		if _, seen := r.stated[name]; own && !seen {
			r.stated[name] = r.row
		}
	}
	if r.bare[name] > 0 && r.stated[name] > 0 {
		r.refuse(name, "problem.currency_mixed", text)
	}
}
