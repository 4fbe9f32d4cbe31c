package data

import (
	"slices"
	"strconv"
	"strings"
)

// EditFields returns the fields that can be changed in many products at once, in the order they are offered. Texts that exist
// once per language, lists and what names one article alone aren't among them.
func EditFields() []EditField { return slices.Clone(productEdits) }

var productEdits = []EditField{
	editText("category", func(p *Product) *string { return &p.Category }),
	editText("brand", func(p *Product) *string { return &p.Brand }),
	editText("model", func(p *Product) *string { return &p.Model }),
	editText("composition", func(p *Product) *string { return &p.Composition }),
	editNamed("unit", EditUnit, func(p *Product) *Unit { return &p.Unit }, func(text string) (Unit, bool) { return ParseUnit(text) }).needed().lenient(),
	editPrice("price", func(p *Product) (**UnitPrice, Currency) { return &p.Price, p.Currency }),
	editNamed("currency", EditCurrency, func(p *Product) *Currency { return &p.Currency }, readCurrency),
	{Name: "selling_prices", Kind: EditPercent, Needed: true, show: showPrices, set: raisePrices},
	editPrice("cost", func(p *Product) (**UnitPrice, Currency) { return &p.Cost, p.CostCurrency }),
	editNamed("cost_currency", EditCurrency, func(p *Product) *Currency { return &p.CostCurrency }, readCurrency),
	editNumber("moq", func(p *Product) *Quantity { return &p.MOQ }, ParseQuantity),
	editText("lead_time", func(p *Product) *string { return &p.LeadTime }),
	editNumber("safety_stock", func(p *Product) *Quantity { return &p.SafetyStock }, ParseQuantity),
	editNumber("max_stock", func(p *Product) *Quantity { return &p.MaxStock }, ParseQuantity),
	{Name: "supplier", Kind: EditPartner, show: func(p Product) string { return p.Supplier }, set: setSupplier},
	editOffer("lead_days", func(o *Offer) *Quantity { return nil }),
	editOffer("supplier_moq", func(o *Offer) *Quantity { return &o.MOQ }),
	editOffer("carton_multiple", func(o *Offer) *Quantity { return &o.Multiple }),
	{Name: "hs_code", show: func(p Product) string { return p.HSCode }, set: func(p *Product, text string) error {
		p.HSCode = strings.NewReplacer(".", "", " ", "").Replace(text)
		return nil
	}},
	editText("hs_edition", func(p *Product) *string { return &p.HSEdition }),
	editNamed("origin", EditCountry, func(p *Product) *Country { return &p.Origin }, ParseCountry),
	{Name: "vat_percent", Kind: EditNumber, show: func(p Product) string { return showRates(p) }},
	{Name: "refund_percent", Kind: EditNumber, show: func(p Product) string { return showRates(p) }},
	{Name: "rates_from", Kind: EditDay, show: func(p Product) string { return showRates(p) }},
	editNumber("pcs_per_inner", func(p *Product) *Quantity { return &p.Packing.PcsPerInner }, ParseQuantity),
	editNumber("pcs_per_carton", func(p *Product) *Quantity { return &p.Packing.PcsPerCarton }, ParseQuantity),
	editNamed("package_kind", EditPackage, func(p *Product) *PackageKind { return &p.Packing.Kind }, func(text string) (PackageKind, bool) {
		k := PackageKind(strings.ToUpper(text))
		return k, k.Known()
	}),
	editNumber("carton_length_cm", func(p *Product) *Length { return &p.Packing.Carton.Length }, ParseCentimetres),
	editNumber("carton_width_cm", func(p *Product) *Length { return &p.Packing.Carton.Width }, ParseCentimetres),
	editNumber("carton_height_cm", func(p *Product) *Length { return &p.Packing.Carton.Height }, ParseCentimetres),
	editNumber("carton_net_kg", func(p *Product) *Weight { return &p.Packing.CartonNet }, ParseKilograms),
	editNumber("carton_gross_kg", func(p *Product) *Weight { return &p.Packing.CartonGross }, ParseKilograms),
	editNamed("carton_measured", EditMeasure, func(p *Product) *Measure { return &p.Packing.CartonMark }, func(text string) (Measure, bool) {
		return Measure(text), Measure(text) == Measured || Measure(text) == Estimated
	}),
	editNumber("unit_net_kg", func(p *Product) *Weight { return &p.Packing.UnitNet }, ParseKilograms),
	editNumber("unit_gross_kg", func(p *Product) *Weight { return &p.Packing.UnitGross }, ParseKilograms),
	{Name: "dangerous_goods", Kind: EditNothing, show: func(p Product) string {
		return strings.Join(strings.Fields(p.Danger.UN+" "+p.Danger.Class+" "+p.Danger.PackingGroup+" "+p.Danger.Name), " ")
	}, set: clearDanger},
	editText("un_number", func(p *Product) *string { return &p.Danger.UN }),
	editText("danger_class", func(p *Product) *string { return &p.Danger.Class }),
	editText("packing_group", func(p *Product) *string { return &p.Danger.PackingGroup }),
	editText("shipping_name", func(p *Product) *string { return &p.Danger.Name }),
	editNamed("battery", EditBattery, func(p *Product) *BatteryKind { return &p.Battery.Kind }, func(text string) (BatteryKind, bool) {
		return BatteryKind(text), slices.Contains(BatteryKinds(), BatteryKind(text))
	}),
	editNumber("watt_hours", func(p *Product) *Quantity { return &p.Battery.WattHours }, ParseQuantity),
	editText("un383_report", func(p *Product) *string { return &p.Battery.Tested }),
	editText("notes", func(p *Product) *string { return &p.Notes }),
	{
		Name: "archived", Kind: EditYes, Needed: true, show: func(p Product) string { return strconv.FormatBool(p.Archived) },
		set: func(p *Product, text string) (err error) {
			if p.Archived, err = strconv.ParseBool(text); err != nil {
				return Problems{{Key: "problem.not_a_boolean"}}
			}
			return nil
		},
	},
}

func (f EditField) needed() EditField { f.Needed = true; return f }

// lenient takes words that no list has, as units of the merchant's own.
func (f EditField) lenient() EditField {
	strict := f.set
	f.set = func(p *Product, text string) error {
		_ = strict(p, text)
		return nil
	}
	return f
}

func editText(name string, at func(*Product) *string) EditField {
	return EditField{Name: name, show: func(p Product) string { return *at(&p) }, set: func(p *Product, text string) error { *at(p) = text; return nil }}
}

// editNamed is a field with a type of its own, read from any of its names.
func editNamed[T ~string](name string, kind EditKind, at func(*Product) *T, read func(string) (T, bool)) EditField {
	return EditField{Name: name, Kind: kind, show: func(p Product) string { return string(*at(&p)) }, set: func(p *Product, text string) error {
		v, ok := read(text)
		if text == "" {
			v, ok = "", true
		}
		if *at(p) = v; !ok {
			return Problems{{Key: "problem.unknown_choice", Args: map[string]any{"Value": text}}}
		}
		return nil
	}}
}

func editNumber[T interface {
	~int64
	String() string
}](name string, at func(*Product) *T, parse func(string) (T, error),
) EditField {
	return EditField{Name: name, Kind: EditNumber, show: func(p Product) string { return figureText(*at(&p)) }, set: func(p *Product, text string) error {
		return setFigure(at(p), text, parse)
	}}
}

// figureText writes a figure, "" for one that isn't known.
func figureText[T interface {
	~int64
	String() string
}](v T) string {
	if v == 0 {
		return ""
	}
	return v.String()
}

// setFigure reads a figure; "" makes it unknown.
func setFigure[T ~int64](into *T, text string, parse func(string) (T, error)) error {
	if *into = 0; text == "" {
		return nil
	}
	v, err := parse(text)
	*into = v
	return err
}

// readCurrency reads a currency in any case.
func readCurrency(text string) (Currency, bool) {
	c := Currency(strings.ToUpper(text))
	return c, c.Known()
}
