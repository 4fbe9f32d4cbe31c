package sheet

import (
	"slices"

	"tradewind/data"
)

// packingRow is the packing of a product, or of one of its variants.
type packingRow struct {
	variant string
	data.Packing
}

var packingPart = listPart[packingRow]{
	name: "Packing", list: "packing",
	fields: func(r *packingRow) []named {
		k := &r.Packing
		all := []named{{"variant_sku", &r.variant}, {"unit_net_kg", &k.UnitNet}, {"unit_gross_kg", &k.UnitGross}}
		all = append(all, boxFields("unit", &k.UnitBox)...)
		all = append(all, named{"unit_measured", &k.UnitMark}, named{"pcs_per_inner", &k.PcsPerInner})
		all = append(all, boxFields("inner", &k.Inner)...)
		all = append(all, named{"inner_net_kg", &k.InnerNet}, named{"inner_gross_kg", &k.InnerGross}, named{"inner_measured", &k.InnerMark},
			named{"pcs_per_carton", &k.PcsPerCarton})
		all = append(all, boxFields("carton", &k.Carton)...)
		all = append(all, named{"carton_net_kg", &k.CartonNet}, named{"carton_gross_kg", &k.CartonGross}, named{"carton_measured", &k.CartonMark},
			named{"package_kind", &k.Kind}, named{"cartons_per_layer", &k.Pallet.PerLayer}, named{"layers", &k.Pallet.Layers})
		all = append(all, boxFields("pallet", &k.Pallet.Size)...)
		return append(all, named{"pallet_tare_kg", &k.Pallet.Tare}, named{"pallet_gross_kg", &k.Pallet.Gross}, named{"pallet_measured", &k.Pallet.Mark})
	},
	of: func(p *data.Product) (rows []packingRow) {
		if p.Packing != (data.Packing{}) {
			rows = append(rows, packingRow{"", p.Packing})
		}
		for _, v := range p.Variants {
			if v.Packing != nil {
				rows = append(rows, packingRow{v.SKU, *v.Packing})
			}
		}
		return rows
	},
	take: func(p *data.Product, rows []packingRow, t *takenRows) {
		p.Packing, p.Variants = data.Packing{}, slices.Clone(p.Variants)
		for i := range p.Variants {
			p.Variants[i].Packing = nil
		}
		seen := map[string]int{}
		for i, r := range rows {
			t.once(i, "variant_sku", r.variant, seen)
			if r.variant == "" {
				p.Packing = r.Packing
			} else if v := variantCalled(p, r.variant); v != nil {
				v.Packing = &r.Packing
			} else {
				t.fail(i, "variant_sku", "problem.not_found", "Value", r.variant)
			}
		}
	},
}

// boxFields returns the columns of the three sides of a box.
func boxFields(of string, b *data.Box) []named {
	return []named{{of + "_length_cm", &b.Length}, {of + "_width_cm", &b.Width}, {of + "_height_cm", &b.Height}}
}

var elementsPart = listPart[data.Element]{
	name: "Elements", list: "declaration_elements",
	fields: func(r *data.Element) []named { return []named{{"name", &r.Name}, {"value", &r.Value}} },
	of:     func(p *data.Product) []data.Element { return p.Elements },
	take:   func(p *data.Product, rows []data.Element, _ *takenRows) { p.Elements = rows },
}

var taxRatesPart = listPart[data.TaxRate]{
	name: "Tax rates", list: "tax_rates",
	fields: func(r *data.TaxRate) []named {
		return []named{{"vat_percent", &r.VAT}, {"refund_percent", &r.Refund}, {"from", &r.From}, {"to", &r.To}, {"note", &r.Note}}
	},
	of:   func(p *data.Product) []data.TaxRate { return p.TaxRates },
	take: func(p *data.Product, rows []data.TaxRate, _ *takenRows) { p.TaxRates = rows },
}

var dutiesPart = listPart[data.Duty]{
	name: "Duties", list: "duties",
	fields: func(r *data.Duty) []named {
		return []named{{"country", &r.Country}, {"rate_percent", &r.Rate}, {"from", &r.From}, {"to", &r.To}, {"note", &r.Note}}
	},
	of:   func(p *data.Product) []data.Duty { return p.Duties },
	take: func(p *data.Product, rows []data.Duty, _ *takenRows) { p.Duties = rows },
}

var certificatesPart = listPart[data.Certificate]{
	name: "Certificates", list: "certificates",
	fields: func(r *data.Certificate) []named {
		return []named{
			{"kind", &r.Kind},
			{"number", &r.Number},
			{"issuer", &r.Issuer},
			{"markets", &r.Markets},
			{"issued", &r.Issued},
			{"expires", &r.Expires},
			{"scan", &r.Scan},
			{"note", &r.Note},
		}
	},
	of:   func(p *data.Product) []data.Certificate { return p.Certificates },
	take: func(p *data.Product, rows []data.Certificate, _ *takenRows) { p.Certificates = rows },
}
