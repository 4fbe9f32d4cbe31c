package sheet

import (
	"maps"
	"slices"

	"tradewind/data"
)

// textRow is what a product is called in one language.
type textRow struct {
	language, name, description, customs string
	parts                                data.CustomsParts
}

var textsPart = listPart[textRow]{
	name: "Texts", list: "names",
	fields: func(r *textRow) []named {
		return []named{
			{"language", &r.language},
			{"name", &r.name},
			{"description", &r.description},
			{"customs_description", &r.customs},
			{"customs_what", &r.parts.What},
			{"customs_of", &r.parts.Material},
			{"customs_for", &r.parts.Use},
		}
	},
	of: func(p *data.Product) (rows []textRow) {
		languages := map[string]bool{}
		for _, texts := range []data.Texts{p.Name, p.Description, p.Customs} {
			for lang := range texts {
				languages[lang] = true
			}
		}
		for lang := range p.CustomsParts {
			languages[lang] = true
		}
		for _, lang := range slices.Sorted(maps.Keys(languages)) {
			rows = append(rows, textRow{lang, p.Name[lang], p.Description[lang], p.Customs[lang], p.CustomsParts[lang]})
		}
		return rows
	},
	take: func(p *data.Product, rows []textRow, t *takenRows) {
		p.Name, p.Description, p.Customs, p.CustomsParts = nil, nil, nil, nil
		seen := map[string]int{}
		for i, r := range rows {
			t.needed(i, "language", r.language)
			t.once(i, "language", r.language, seen)
			p.Name, p.Description, p.Customs = p.Name.With(r.language, r.name), p.Description.With(r.language, r.description), p.Customs.With(r.language, r.customs)
			if r.parts != (data.CustomsParts{}) {
				if p.CustomsParts == nil {
					p.CustomsParts = map[string]data.CustomsParts{}
				}
				p.CustomsParts[r.language] = r.parts
			}
		}
	},
}

// listingRow is one text of a listing: its title, a point, a module or a keyword.
type listingRow struct{ market, language, part, heading, text string }

var listingsPart = listPart[listingRow]{
	name: "Listings", list: "listings",
	fields: func(r *listingRow) []named {
		return []named{{"market", &r.market}, {"language", &r.language}, {"part", &r.part}, {"heading", &r.heading}, {"text", &r.text}}
	},
	of: func(p *data.Product) (rows []listingRow) {
		for _, l := range p.Listings {
			rows = append(rows, listingRow{l.Market, l.Language, "title", "", l.Title})
			for _, one := range l.Points {
				rows = append(rows, listingRow{l.Market, l.Language, "point", "", one})
			}
			for _, m := range l.Modules {
				rows = append(rows, listingRow{l.Market, l.Language, "module", m.Kind, m.Text})
			}
			for _, one := range l.Keywords {
				rows = append(rows, listingRow{l.Market, l.Language, "keyword", "", one})
			}
		}
		return rows
	},
	take: func(p *data.Product, rows []listingRow, t *takenRows) {
		p.Listings = nil
		for i, r := range rows {
			at := slices.IndexFunc(p.Listings, func(l data.Listing) bool { return l.Market == r.market && l.Language == r.language })
			if at < 0 {
				at = len(p.Listings)
				p.Listings = append(p.Listings, data.Listing{Market: r.market, Language: r.language})
			}
			l := &p.Listings[at]
			switch r.part {
			case "title":
				l.Title = r.text
			case "point":
				l.Points = append(l.Points, r.text)
			case "module":
				l.Modules = append(l.Modules, data.Module{Kind: r.heading, Text: r.text})
			case "keyword":
				l.Keywords = append(l.Keywords, r.text)
			default:
				t.fail(i, "part", "problem.unknown_choice", "Value", r.part)
			}
		}
	},
}

var picturesPart = listPart[data.Picture]{
	name: "Pictures", list: "pictures",
	fields: func(r *data.Picture) []named {
		return []named{
			{"picture", nil}, // lies over its cell
			{"role", &r.Role},
			{"name", &r.Name},
			{"added", &r.Added},
			{"size", &r.Size},
			{"original_size", &r.Original},
			{"hash", &r.Hash},
		}
	},
	of: func(p *data.Product) []data.Picture { return p.Pictures },
	take: func(p *data.Product, rows []data.Picture, _ *takenRows) {
		p.Pictures = rows
	},
}

var variantsPart = listPart[data.Variant]{
	name: "Variants", list: "variants",
	fields: func(r *data.Variant) []named {
		return []named{{"variant_sku", &r.SKU}, {"gtin", &r.GTIN}, {"price", &r.Price}, {"unit_net_kg", &r.UnitNet}, {"archived", &r.Archived}}
	},
	of: func(p *data.Product) []data.Variant { return p.Variants },
	take: func(p *data.Product, rows []data.Variant, t *takenRows) {
		for i := range rows {
			t.needed(i, "variant_sku", rows[i].SKU)
			for _, old := range p.Variants {
				if old.SKU == rows[i].SKU { // what has a sheet of its own, which may be missing
					rows[i].Attributes, rows[i].Packing = old.Attributes, old.Packing
				}
			}
		}
		p.Variants = rows
	},
}

// attributeRow is one attribute of a variant.
type attributeRow struct{ variant, name, value string }

var attributesPart = listPart[attributeRow]{
	name: "Attributes", list: "attributes",
	fields: func(r *attributeRow) []named {
		return []named{{"variant_sku", &r.variant}, {"attribute", &r.name}, {"value", &r.value}}
	},
	of: func(p *data.Product) (rows []attributeRow) {
		for _, v := range p.Variants {
			for _, name := range slices.Sorted(maps.Keys(v.Attributes)) {
				rows = append(rows, attributeRow{v.SKU, name, v.Attributes[name]})
			}
		}
		return rows
	},
	take: func(p *data.Product, rows []attributeRow, t *takenRows) {
		p.Variants = slices.Clone(p.Variants)
		for i := range p.Variants {
			p.Variants[i].Attributes = nil
		}
		for i, r := range rows {
			v := variantCalled(p, r.variant)
			if v == nil {
				t.fail(i, "variant_sku", "problem.not_found", "Value", r.variant)
				continue
			}
			if v.Attributes == nil {
				v.Attributes = map[string]string{}
			}
			v.Attributes[r.name] = r.value
		}
	},
}

// variantCalled returns the variant with an SKU, nil when p has none.
func variantCalled(p *data.Product, sku string) *data.Variant {
	i := slices.IndexFunc(p.Variants, func(v data.Variant) bool { return v.SKU == sku })
	if i < 0 {
		return nil
	}
	return &p.Variants[i]
}

var pricesPart = listPart[data.PriceStep]{
	name: "Prices", list: "price_ladder",
	fields: func(r *data.PriceStep) []named {
		return []named{
			{"from", &r.From},
			{"price", &r.Price},
			{"currency", &r.Currency},
			{"incoterm", &r.Term.Rule},
			{"place", &r.Term.Place},
			{"edition", &r.Term.Edition},
		}
	},
	of:   func(p *data.Product) []data.PriceStep { return p.PriceLadder },
	take: func(p *data.Product, rows []data.PriceStep, _ *takenRows) { p.PriceLadder = rows },
}

// offerRow is what a supplier offers. A partner is made when there is none with the code.
type offerRow struct {
	data.Offer
	partnerName string
}

var suppliersPart = listPart[offerRow]{
	name: "Suppliers", list: "suppliers",
	fields: func(r *offerRow) []named {
		return []named{
			{"partner", &r.Partner},
			{"partner_name", &r.partnerName},
			{"item_no", &r.ItemNo},
			{"cost", &r.Cost},
			{"currency", &r.Currency},
			{"lead_days", &r.LeadDays},
			{"moq", &r.MOQ},
			{"carton_multiple", &r.Multiple},
			{"preferred", &r.Preferred},
			{"note", &r.Note},
		}
	},
	of: func(p *data.Product) (rows []offerRow) {
		for _, o := range p.Offers {
			rows = append(rows, offerRow{Offer: o})
		}
		return rows
	},
	take: func(p *data.Product, rows []offerRow, t *takenRows) {
		p.Offers = nil
		for i, r := range rows {
			t.partners[r.Partner] = r.partnerName
			differs := r.Cost != nil && (p.Cost == nil || *p.Cost != *r.Cost || r.Currency != p.CostCurrency)
			if r.Preferred && differs {
				t.fail(i, "cost", "problem.preferred_cost")
			}
			if _, said := t.c.sheets[productsTitle].columns["supplier_code"]; said && r.Preferred && p.Supplier != r.Partner {
				t.fail(i, "preferred", "problem.preferred_supplier")
			}
			p.Offers = append(p.Offers, r.Offer)
		}
	},
}

// buyerRow is a buyer's number of the article.
type buyerRow struct{ partner, partnerName, itemNo string }

var buyersPart = listPart[buyerRow]{
	name: "Buyers", list: "buyer_items",
	fields: func(r *buyerRow) []named {
		return []named{{"partner", &r.partner}, {"partner_name", &r.partnerName}, {"item_no", &r.itemNo}}
	},
	of: func(p *data.Product) (rows []buyerRow) {
		for _, b := range p.BuyerItemNames {
			rows = append(rows, buyerRow{partner: b.Partner, itemNo: b.ItemNo})
		}
		return rows
	},
	take: func(p *data.Product, rows []buyerRow, t *takenRows) {
		p.BuyerItemNames = nil
		for i, r := range rows {
			t.needed(i, "partner", r.partner)
			t.buyers[r.partner] = r.partnerName
			p.BuyerItemNames = append(p.BuyerItemNames, data.BuyerItemNo{Partner: r.partner, ItemNo: r.itemNo})
		}
	},
}
