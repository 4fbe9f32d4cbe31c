package data

import (
	"maps"
	"slices"
	"strings"
)

// EditKind says what a field of [EditFields] holds, so that a window can offer the right control.
type EditKind int

// The kinds of fields.
const (
	EditText     EditKind = iota
	EditNumber            // a decimal: pieces, kilograms, centimetres, percent, days
	EditPrice             // a price, or a change of it in percent: "+5%"
	EditPercent           // a change in percent only
	EditDay               // a date
	EditUnit              //
	EditCountry           //
	EditCurrency          //
	EditPackage           // a kind of package
	EditMeasure           // measured or estimated
	EditBattery           // a kind of battery
	EditPartner           // a supplier's code or name
	EditYes               // "true" or "false"
	EditNothing           // can only be emptied
)

// EditField is a field of products that an edit can change in many of them at once.
type EditField struct {
	Name   string // as imports and apply call it
	Kind   EditKind
	Needed bool // can't be emptied

	show func(Product) string
	set  func(p *Product, text string) error // "" empties; a [Problems] or an error of a Parse function
}

// Show returns what a product says in the field, "" for nothing.
func (f EditField) Show(p Product) string { return f.show(p) }

// ProductEdit changes fields of many products alike: values by the names of [EditFields], "" empties a field.
// Decimals have a point, days are ISO. A price may be a change in percent: "+5%", "-3.5%".
type ProductEdit map[string]string

// EditedValue is one field of one product before and after an edit.
type EditedValue struct {
	SKU    string `json:"sku"`
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// EditReport says what an edit did or, as a preview, would do.
type EditReport struct {
	Found     int           `json:"found"`
	Changed   int           `json:"changed"`
	Unchanged int           `json:"unchanged"`
	Sample    []EditedValue `json:"sample,omitempty"` // of the first products that change
	Batch     string        `json:"batch,omitzero"`   // names the edit in the journal, to undo it
}

// Fields returns the fields that e changes, in the order of [EditFields].
func (e ProductEdit) Fields() []EditField {
	return slices.DeleteFunc(EditFields(), func(f EditField) bool { _, said := e[f.Name]; return !said })
}

// Validate reports what no product could take, as [Problems] by field: unknown fields and values that can't be read.
func (e ProductEdit) Validate() error {
	var bad Problems
	for _, name := range slices.Sorted(maps.Keys(e)) {
		if !slices.ContainsFunc(productEdits, func(f EditField) bool { return f.Name == name }) {
			bad = append(bad, Problem{Field: name, Key: "problem.unknown_field", Args: map[string]any{"Value": name}})
		}
	}
	if len(e) == 0 {
		bad.Add("set", "problem.required")
	}
	one := UnitPrice(1_000_000)
	sample := Product{SKU: "-", Price: &one, Currency: "USD", Cost: &one, CostCurrency: "USD", SupplierID: 1, Supplier: "-"}
	_, more := e.On(sample)
	return append(bad, more...).Err()
}

// On returns p with the edit done, and what p can't take. p itself stays as it is. Whether the outcome keeps the rules of
// products is left to [Product.Validate], and finding the supplier by its text to the caller.
func (e ProductEdit) On(p Product) (Product, Problems) {
	p.PriceLadder, p.Offers, p.Variants, p.TaxRates = slices.Clone(p.PriceLadder), slices.Clone(p.Offers), slices.Clone(p.Variants), slices.Clone(p.TaxRates)
	var bad Problems
	for _, f := range e.Fields() {
		if isRate(f.Name) {
			continue
		}
		text := strings.TrimSpace(e[f.Name])
		if text == "" && f.Needed {
			bad.Add(f.Name, "problem.required")
			continue
		}
		bad = append(bad, refused(f.Name, text, f.set(&p, text))...)
	}
	return p, append(bad, e.taxRate(&p)...)
}

// refused makes problems of what a field didn't take.
func refused(field, text string, err error) Problems {
	switch err := err.(type) { //nolint:errorlint // fields return these as they are
	case nil:
		return nil
	case Problems:
		for i := range err {
			err[i].Field = field
		}
		return err
	default:
		return Problems{{Field: field, Key: problemKey(err), Args: map[string]any{"Value": text, "Decimals": int32(6)}}}
	}
}

// isRate reports whether a field is a part of a dated rate: they are put in together.
func isRate(name string) bool {
	return name == "vat_percent" || name == "refund_percent" || name == "rates_from"
}

// taxRate lets the VAT and refund rates of e hold from their day on: the period that held then ends the day before, and those
// that would begin later go. A rate that isn't said is the one that held. Without a day it holds from ever, alone.
func (e ProductEdit) taxRate(p *Product) (bad Problems) {
	vat, hasVAT := e["vat_percent"]
	refund, hasRefund := e["refund_percent"]
	from, hasDay := e["rates_from"]
	day, err := ParseDate(from)
	switch {
	case !hasVAT && !hasRefund && hasDay:
		bad.Add("vat_percent", "problem.required")
		return bad
	case !hasVAT && !hasRefund:
		return nil
	case from != "" && err != nil:
		return refused("rates_from", from, err)
	case vat+refund == "" && hasVAT && hasRefund: // both are emptied: nothing is known any more
		p.TaxRates = nil
		return nil
	}
	rate, _ := p.TaxRateOn(day)
	rate.From, rate.To, rate.Note = day, "", ""
	bad = append(e.percentInto("vat_percent", &rate.VAT), e.percentInto("refund_percent", &rate.Refund)...)
	p.TaxRates = append(endedBefore(p.TaxRates, day), rate)
	return bad
}

// percentInto reads a rate that e says.
func (e ProductEdit) percentInto(field string, into *Percent) Problems {
	text, said := e[field]
	if !said {
		return nil
	}
	return refused(field, text, setFigure(into, strings.TrimSuffix(text, "%"), ParsePercent))
}

// endedBefore returns the periods that begin before day, none of them longer than to the day before it.
func endedBefore(rates []TaxRate, day Date) (kept []TaxRate) {
	for _, r := range rates {
		if day == "" || r.From >= day {
			continue
		}
		if r.To == "" || r.To >= day {
			r.To = DateOf(day.Time().AddDate(0, 0, -1))
		}
		kept = append(kept, r)
	}
	return kept
}
