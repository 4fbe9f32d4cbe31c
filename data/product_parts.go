package data

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// ProductPart is a part of a product that can be taken over from another one.
type ProductPart string

// The parts. What names one article alone (SKU, names, GTIN, variants, buyers' numbers) belongs to none.
const (
	TextsPart        ProductPart = "texts"        // descriptions and what marketplaces show
	PricesPart       ProductPart = "prices"       // list price, ladders, MOQ and lead time
	SuppliersPart    ProductPart = "suppliers"    // with their terms and the cost
	PackingPart      ProductPart = "packing"      //
	CustomsPart      ProductPart = "customs"      // code, origin, descriptions, rates, duties, danger, batteries
	ElementsPart     ProductPart = "elements"     // declaration elements
	CertificatesPart ProductPart = "certificates" //
	PicturesPart     ProductPart = "pictures"     //
)

// ProductParts returns the parts in the order they are offered.
func ProductParts() []ProductPart {
	return []ProductPart{TextsPart, PricesPart, SuppliersPart, PackingPart, CustomsPart, ElementsPart, CertificatesPart, PicturesPart}
}

// Take returns p with a part of another product in the place of its own; p without a change for a part that isn't known.
// The outcome shares no list with from.
func (p Product) Take(part ProductPart, from Product) Product {
	switch part {
	case TextsPart:
		p.Description, p.Listings = maps.Clone(from.Description), slices.Clone(from.Listings)
	case PricesPart:
		p.Price, p.Currency, p.PriceLadder, p.MOQ, p.LeadTime = from.Price, from.Currency, slices.Clone(from.PriceLadder), from.MOQ, from.LeadTime
	case SuppliersPart:
		p.SupplierID, p.Supplier, p.Cost, p.CostCurrency, p.Offers = from.SupplierID, from.Supplier, from.Cost, from.CostCurrency, slices.Clone(from.Offers)
	case PackingPart:
		p.Packing = from.Packing
	case CustomsPart:
		p.HSCode, p.HSEdition, p.Origin, p.Danger, p.Battery = from.HSCode, from.HSEdition, from.Origin, from.Danger, from.Battery
		p.Customs, p.CustomsParts = maps.Clone(from.Customs), maps.Clone(from.CustomsParts)
		p.TaxRates, p.Duties = slices.Clone(from.TaxRates), slices.Clone(from.Duties)
	case ElementsPart:
		p.Elements = slices.Clone(from.Elements)
	case CertificatesPart:
		p.Certificates = slices.Clone(from.Certificates)
	case PicturesPart:
		p.Pictures = slices.Clone(from.Pictures)
	}
	return p
}

// PartChange is one value that [Product.Take] puts in the place of another. Field is a name of [EditFields] or of the JSON of a
// product; "details" when what differs is none that is shown alone.
type PartChange struct {
	Part   ProductPart `json:"part"`
	Field  string      `json:"field"`
	Before string      `json:"before"`
	After  string      `json:"after"`
}

// TakeChanges lists what taking parts over from another product changes in p; a Before that isn't empty is overwritten.
func (p Product) TakeChanges(parts []ProductPart, from Product) (list []PartChange) {
	for _, part := range parts {
		next, known := p.Take(part, from), len(list)
		for _, f := range partFields(part) {
			if before, after := f.show(p), f.show(next); before != after {
				list = append(list, PartChange{part, f.Name, before, after})
			}
		}
		if len(list) == known && !reflect.DeepEqual(p, next) && !samePart(p, next) {
			list = append(list, PartChange{Part: part, Field: "details"})
		}
	}
	return list
}

// samePart reports whether two products differ only in lists being nil or empty.
func samePart(a, b Product) bool {
	for _, p := range []*Product{&a, &b} {
		p.Tidy()
		p.Listings, p.PriceLadder, p.Offers, p.Elements = noneIfEmpty(p.Listings), noneIfEmpty(p.PriceLadder), noneIfEmpty(p.Offers), noneIfEmpty(p.Elements)
		p.TaxRates, p.Duties, p.Certificates, p.Pictures = noneIfEmpty(p.TaxRates), noneIfEmpty(p.Duties), noneIfEmpty(p.Certificates), noneIfEmpty(p.Pictures)
	}
	return reflect.DeepEqual(a, b)
}

func noneIfEmpty[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// partNames are the fields of [EditFields] that a part is made of.
var partNames = map[ProductPart][]string{
	PricesPart:    {"price", "currency", "moq", "lead_time"},
	SuppliersPart: {"supplier", "cost", "cost_currency", "lead_days", "supplier_moq", "carton_multiple"},
	PackingPart: {
		"pcs_per_inner", "pcs_per_carton", "package_kind", "carton_length_cm", "carton_width_cm", "carton_height_cm",
		"carton_net_kg", "carton_gross_kg", "carton_measured", "unit_net_kg", "unit_gross_kg",
	},
	CustomsPart: {"hs_code", "hs_edition", "origin", "vat_percent", "dangerous_goods", "battery", "watt_hours", "un383_report"},
}

// partFields returns how a part is shown, value by value.
func partFields(part ProductPart) (fields []EditField) {
	for _, f := range productEdits {
		if slices.Contains(partNames[part], f.Name) {
			fields = append(fields, f)
		}
	}
	return append(fields, partLists[part]...)
}

// partLists are the lists and texts of the parts, each in one line.
var partLists = map[ProductPart][]EditField{
	TextsPart: {
		{Name: "descriptions", show: func(p Product) string { return textsLine(p.Description) }},
		{Name: "listings", show: func(p Product) string {
			return listLine(p.Listings, func(l Listing) string { return l.Market + " " + l.Language + ": " + l.Title })
		}},
	},
	PricesPart: {{Name: "price_ladder", show: func(p Product) string {
		return listLine(p.PriceLadder, func(s PriceStep) string {
			c := cmp.Or(s.Currency, p.Currency)
			return s.From.String() + ": " + s.Price.Shown(c) + " " + string(c) + " " + s.Term.Rule
		})
	}}},
	SuppliersPart: {{Name: "suppliers", show: func(p Product) string {
		return listLine(p.Offers, func(o Offer) string { return o.Partner + " " + o.ItemNo })
	}}},
	CustomsPart: {
		{Name: "customs_descriptions", show: func(p Product) string { return textsLine(p.CustomsTexts()) }},
		{Name: "duties", show: func(p Product) string {
			return listLine(p.Duties, func(d Duty) string { return string(d.Country) + " " + d.Rate.String() + " % " + string(d.From) })
		}},
	},
	ElementsPart: {{Name: "declaration_elements", show: func(p Product) string {
		return listLine(p.Elements, func(e Element) string { return e.Name + ": " + e.Value })
	}}},
	CertificatesPart: {{Name: "certificates", show: func(p Product) string {
		return listLine(p.Certificates, func(c Certificate) string { return c.Kind + " " + c.Number })
	}}},
	PicturesPart: {{Name: "pictures", show: func(p Product) string {
		return listLine(p.Pictures, func(one Picture) string { return cmp.Or(one.Name, one.Role, string(one.Hash)) })
	}}},
}

// textsLine writes texts in one line, by language.
func textsLine(t Texts) string {
	return listLine(slices.Sorted(maps.Keys(t)), func(lang string) string { return lang + ": " + strings.Join(strings.Fields(t[lang]), " ") })
}

// listLine writes a list in one line.
func listLine[T any](list []T, one func(T) string) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = strings.TrimSpace(one(v))
	}
	return strings.Join(words, "; ")
}
