package data

import (
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"github.com/shopspring/decimal"
)

// Assumptions is what a price was worked out from, by the field names of a price question ([ParsePriceInput]), as it was
// typed. They are kept with the line of a quotation for the merchant's eyes and stand on no paper.
type Assumptions map[string]string

// assumptionFields are the fields in the order they are asked for.
var assumptionFields = []string{
	"cost_way", "purchase_price", "own_cost", "vat_rate", "refund_rate", "domestic_cost", "premises_cost", "terminal_cost", "loading_cost", "own_currency",
	"currency", "fx", "rate_date", "fx_buffer", "margin", "markup", "price_decimals",
	"quantity", "pcs_per_carton", "carton_length_cm", "carton_width_cm", "carton_height_cm", "carton_gross_kg",
	"freight", "freight_way", "freight_price", "freight_currency", "freight_fx", "freight_container", "freight_shared", "usable_m3", "payload_kg",
	"freight_minimum_tons", "freight_divisor", "freight_step_kg", "freight_minimum_kg", "freight_minimum_price", "freight_rows",
	"insurance_rate", "insured_share", "commission", "commission_on", "bank",
	"destination_cost", "unloading_cost", "import_clearance", "duty_rate", "vat_rate_destination", "customs_value", "target_term", "target_price",
}

// AssumptionFields returns the fields in the order they are asked for.
func AssumptionFields() []string { return slices.Clone(assumptionFields) }

// Shares reports whether a field is a share of one, which people say in percent.
func (Assumptions) Shares(field string) bool {
	return slices.Contains([]string{
		"vat_rate", "refund_rate", "fx_buffer", "margin", "markup", "insurance_rate", "insured_share", "commission", "bank", "duty_rate", "vat_rate_destination",
	}, field)
}

// Input returns the price question that a is, or what is wrong with it as [Problems].
func (a Assumptions) Input() (PriceInput, error) {
	asked := map[string]string{}
	for field, text := range a {
		if text != "" {
			asked[field] = text
		}
	}
	raw, err := json.Marshal(asked)
	if err != nil {
		return PriceInput{}, err
	}
	return ParsePriceInput(raw)
}

// Validate reports fields that aren't known and figures that are none.
func (a Assumptions) Validate() error {
	_, err := a.Input()
	return err
}

// With returns a with fields of b put over it; an empty text takes a field away.
func (a Assumptions) With(b Assumptions) Assumptions {
	all := Assumptions{}
	maps.Copy(all, a)
	maps.Copy(all, b)
	maps.DeleteFunc(all, func(_, text string) bool { return text == "" })
	return all
}

// TakeCard puts the freight price of a card in.
func (a Assumptions) TakeCard(c RateCard) Assumptions {
	figure := func(v interface{ String() string }, zero bool) string {
		if zero {
			return ""
		}
		return v.String()
	}
	divisor := c.Divisor
	if divisor == 0 && c.Mode == Courier {
		divisor = 5000
	}
	return a.With(Assumptions{
		"freight": "", "freight_way": string(c.Basis), "freight_price": figure(c.Price, c.Price == 0), "freight_currency": string(c.Currency),
		"freight_container": c.Container, "usable_m3": figure(c.Usable, c.Usable == 0), "payload_kg": figure(c.Payload, c.Payload == 0),
		"freight_minimum_tons": figure(c.MinTons, c.MinTons == 0), "freight_divisor": figure(decimal.NewFromInt(divisor), divisor == 0),
		"freight_step_kg": figure(c.Step, c.Step == 0), "freight_minimum_kg": figure(c.MinKg, c.MinKg == 0),
		"freight_minimum_price": figure(c.MinPrice, c.MinPrice == 0), "freight_rows": FreightRowsText(c.Rows), "freight_fx": "",
	})
}

// AssumptionsOf returns what is known of a product's price without asking anybody: the company's usual figures, the cost at
// the preferred supplier, the VAT and its refund on a day, the packing, and the duty of the destination.
func AssumptionsOf(p Product, company Company, destination Country, day Date) Assumptions {
	a := Assumptions{}
	if p.Cost != nil {
		a["purchase_price"] = p.Cost.String()
	}
	a["own_currency"] = string(p.CostCurrency)
	if rate, ok := p.TaxRateOn(day); ok {
		a["vat_rate"], a["refund_rate"] = rate.VAT.Share().String(), rate.Refund.Share().String()
	}
	if duty, ok := p.DutyOn(destination, day); ok && destination != "" {
		a["duty_rate"] = duty.Rate.Share().String()
	}
	k := p.Packing
	for field, of := range map[string]struct {
		v    interface{ String() string }
		zero bool
	}{
		"pcs_per_carton": {k.PcsPerCarton, k.PcsPerCarton == 0}, "carton_length_cm": {k.Carton.Length, k.Carton.Length == 0},
		"carton_width_cm": {k.Carton.Width, k.Carton.Width == 0}, "carton_height_cm": {k.Carton.Height, k.Carton.Height == 0},
		"carton_gross_kg": {k.CartonGross, k.CartonGross == 0},
	} {
		if !of.zero {
			a[field] = of.v.String()
		}
	}
	usual := company.Pricing
	if way := usual["cost_way"]; way == string(OwnCost) || way == string(Manufactured) {
		a["own_cost"], a["purchase_price"] = a["purchase_price"], ""
	}
	return Assumptions{}.With(usual).With(a.filled())
}

// filled returns the fields that say something.
func (a Assumptions) filled() Assumptions { return Assumptions{}.With(a) }

// said returns what a field says, also where it says the usual by saying nothing.
func (a Assumptions) said(field string) string {
	usual := map[string]string{"cost_way": string(Purchased), "commission_on": "final", "currency": "USD", "own_currency": "CNY", "insured_share": "1.1"}
	text := cmp.Or(a[field], usual[field])
	if d, err := decimal.NewFromString(text); err == nil {
		return d.String() // "7.10" is 7.1
	}
	return text
}

// AssumptionChange is a field that differs, and what that does to the margin at an unchanged price.
type AssumptionChange struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
	Margin string `json:"margin_change,omitempty"` // in parts of one, 6 decimals; "" where it can't be said
}

// AssumptionChanges returns what differs between two sets, in the order of the fields. Each change is put into before by
// itself: so much more or less of the price under term would be margin.
func AssumptionChanges(before, after Assumptions, term string, price decimal.Decimal) (list []AssumptionChange) {
	margin := func(a Assumptions) (decimal.Decimal, bool) {
		in, err := a.Input()
		if err != nil || in.PurchasePrice == nil || term == "" {
			return decimal.Zero, false
		}
		m, err := MarginAt(in, term, price)
		return m, err == nil
	}
	was, known := margin(before)
	for _, field := range assumptionFields {
		if before.said(field) == after.said(field) {
			continue
		}
		c := AssumptionChange{Field: field, Before: before[field], After: after[field]}
		if field != "margin" && field != "markup" && field != "target_price" && field != "target_term" {
			if now, ok := margin(before.With(Assumptions{field: after[field]})); ok && known {
				c.Margin = now.Sub(was).StringFixed(6)
			}
		}
		list = append(list, c)
	}
	return list
}

// assumed looks at what a price was worked out from.
func (c *check) assumed(a Assumptions) {
	if problems := (Problems{}); len(a) > 0 && errors.As(a.Validate(), &problems) {
		for _, one := range problems {
			one.Field = c.prefix + "pricing." + one.Field
			c.problems = append(c.problems, one)
		}
	}
}

// Dated returns a with the rates that were looked up for in, so that the price can be worked out again later.
func (a Assumptions) Dated(in PriceInput) Assumptions {
	kept := Assumptions{}
	if a["fx"] == "" && in.Fx.IsPositive() {
		kept["fx"], kept["rate_date"] = in.Fx.String(), string(in.RateDate)
	}
	if c := in.Carriage; c != nil && a["freight_fx"] == "" && c.Fx.IsPositive() {
		kept["freight_fx"] = c.Fx.String()
	}
	return a.With(kept)
}
