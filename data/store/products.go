package store

import (
	"cmp"
	"context"
	"slices"

	"tradewind/data"
)

// Products keeps the catalogue.
type Products struct{ at place }

// products describes the product's tables.
var products = &kind[data.Product]{
	number: 1, name: "product", table: "product", code: "sku",
	record:  func(p *data.Product) *data.Record { return &p.Record },
	columns: productColumns,
	hidden:  productIDs,
	fill:    fillProducts, check: checkProduct, keep: keepProduct, discard: discardProduct,
	used: `SELECT 1 FROM variant v WHERE v.product_id = ? AND (EXISTS (SELECT 1 FROM order_line l WHERE l.variant_id = v.id)
		OR EXISTS (SELECT 1 FROM movement m WHERE m.variant_id = v.id) OR EXISTS (SELECT 1 FROM stock_take_line k WHERE k.variant_id = v.id)
		OR EXISTS (SELECT 1 FROM threshold h WHERE h.product_id = v.product_id)
		OR EXISTS (SELECT 1 FROM listing_figures f WHERE f.product_id = v.product_id)
		OR EXISTS (SELECT 1 FROM showcase_place s WHERE s.product_id = v.product_id)
		OR EXISTS (SELECT 1 FROM campaign_good g WHERE g.variant_id = v.id)
		OR EXISTS (SELECT 1 FROM purchase_line b WHERE b.variant_id = v.id) OR EXISTS (SELECT 1 FROM on_order o WHERE o.variant_id = v.id))`,
	begin: newMarks,
	entry: func(_ context.Context, _ reader, p *data.Product) (entry, error) { return productEntry(p), nil },
}

// productColumns are the columns of the table product.
func productColumns(p *data.Product) []column {
	return append([]column{
		{"sku", &p.SKU},
		{"names", textJSON{&p.Name}},
		{"descriptions", textJSON{&p.Description}},
		{"customs_descriptions", textJSON{&p.Customs}},
		{"category", &p.Category},
		{"brand", &p.Brand},
		{"model", &p.Model},
		{"composition", &p.Composition},
		{"unit", &p.Unit},
		{"price", &p.Price},
		{"currency", &p.Currency},
		{"price_ladder", textJSON{&p.PriceLadder}},
		{"cost", &p.Cost},
		{"cost_currency", &p.CostCurrency},
		{"hs_code", &p.HSCode},
		{"hs_edition", &p.HSEdition},
		{"origin", &p.Origin},
		{"gtin", &p.GTIN},
		{"moq", &p.MOQ},
		{"safety_stock", &p.SafetyStock},
		{"max_stock", &p.MaxStock},
		{"lead_time", &p.LeadTime},
		{"supplier_id", reference{&p.SupplierID}},
		{"pictures", textJSON{&p.Pictures}},
		{"customs_parts", textJSON{&p.CustomsParts}},
		{"listings", textJSON{&p.Listings}},
		{"listing_ticks", textJSON{&p.Ticks}},
		{"declaration_elements", textJSON{&p.Elements}},
		{"tax_rates", textJSON{&p.TaxRates}},
		{"duties", textJSON{&p.Duties}},
		{"dangerous_goods", textJSON{&p.Danger}},
		{"battery", textJSON{&p.Battery}},
		{"notes", &p.Notes},
	}, packingColumns(&p.Packing)...)
}

// packingColumns are those of the packing.
func packingColumns(k *data.Packing) []column {
	return []column{
		{"unit_net", &k.UnitNet},
		{"pcs_per_inner", &k.PcsPerInner},
		{"pcs_per_carton", &k.PcsPerCarton},
		{"carton_length", &k.Carton.Length},
		{"carton_width", &k.Carton.Width},
		{"carton_height", &k.Carton.Height},
		{"carton_net", &k.CartonNet},
		{"carton_gross", &k.CartonGross},
		{"package_kind", &k.Kind},
		{"packing_levels", packingLevels{k}},
	}
}

// productIDs are the IDs that JSON leaves out.
func productIDs(p *data.Product) []*int64 {
	ids := []*int64{&p.SupplierID}
	for i := range p.Variants {
		ids = append(ids, &p.Variants[i].ID)
	}
	for i := range p.BuyerItemNames {
		ids = append(ids, &p.BuyerItemNames[i].PartnerID)
	}
	for i := range p.Offers { // behind what older images have
		ids = append(ids, &p.Offers[i].PartnerID)
	}
	return ids
}

// productEntry is what finds a product: its codes, its names in every language, its HS code, and what its listings are
// found by.
func productEntry(p *data.Product) entry {
	words := []string{p.HSCode, p.GTIN, p.Model, p.Brand}
	for _, name := range p.Name {
		words = append(words, name)
	}
	for _, v := range p.Variants {
		words = append(words, v.SKU, v.GTIN)
	}
	for _, o := range p.Offers {
		words = append(words, o.ItemNo)
	}
	for _, b := range p.BuyerItemNames {
		words = append(words, b.ItemNo)
	}
	for _, l := range p.Listings {
		words = append(append(words, l.Title), l.Keywords...)
	}
	slices.Sort(words)
	return searchable(p.SKU, words...)
}

// Find returns a page of products: the SKU itself first, then SKUs that begin with the words, then products of which a
// name or another code does, then all others, each by SKU.
func (s Products) Find(ctx context.Context, q Query) ([]data.Product, error) {
	return products.find(ctx, s.at, q, false)
}

// Count counts the products that q's words match.
func (s Products) Count(ctx context.Context, q Query) (int, error) {
	return products.count(ctx, s.at, q)
}

// Get returns the product with id, or [data.ErrNotFound].
func (s Products) Get(ctx context.Context, id int64) (data.Product, error) {
	return products.get(ctx, s.at, `WHERE id = ?`, id)
}

// BySKU returns the product that has a variant with this SKU, or [data.ErrNotFound].
func (s Products) BySKU(ctx context.Context, sku string) (data.Product, error) {
	return products.get(ctx, s.at, `WHERE id = (SELECT product_id FROM variant WHERE sku = ?)`, sku)
}

// ByVariant returns the products of these variants, by variant.
func (s Products) ByVariant(ctx context.Context, variants []int64) (found map[int64]data.Product, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		found, err = byVariant(ctx, r, variants)
		return err
	})
	return found, err
}

// byVariant asks a few hundred at a time.
func byVariant(ctx context.Context, r reader, variants []int64) (map[int64]data.Product, error) {
	found := make(map[int64]data.Product, len(variants))
	for part := range chunks(variants, maxHoles) {
		holes, args := in(part)
		list, err := products.load(ctx, r, `WHERE id IN (SELECT product_id FROM variant WHERE id IN `+holes+`)`, args...)
		if err != nil {
			return nil, err
		}
		for _, p := range list {
			for _, v := range p.Variants {
				if slices.Contains(part, v.ID) {
					found[v.ID] = p
				}
			}
		}
	}
	return found, nil
}

// Save writes p and returns it as stored. It gives [data.Problems] when p breaks a rule and [data.ErrConflict] when p
// isn't the newest version. A supplier or buyer without an ID is looked up by its code or name.
func (s Products) Save(ctx context.Context, p data.Product) (data.Product, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		p, err = products.save(ctx, w, p)
		return err
	})
	return p, err
}

// Tick keeps a person's word that what buyers see of the product with id was checked; person "" is who the journal names. It gives
// [data.Problems] when this person has said so already, see [data.Product.Tick].
func (s Products) Tick(ctx context.Context, id int64, person string) (p data.Product, err error) {
	err = s.at.write(ctx, "", func(w *writing) error {
		if p, err = products.byID(ctx, w.tx, id); err != nil {
			return err
		}
		next := p
		if err := next.Tick(cmp.Or(person, w.person), w.at); err != nil {
			return err
		}
		if _, err := products.put(ctx, w, &p, &next); err != nil {
			return err
		}
		p, err = products.byID(ctx, w.tx, id)
		return err
	})
	return p, err
}

// Archive takes a product out of the lists, or brings it back.
func (s Products) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return products.archive(ctx, w, id, archived) })
}

// Each calls use with every live product, by SKU.
func (s Products) Each(ctx context.Context, use func(data.Product) error) error {
	return products.each(ctx, s.at, use)
}

// CertificatesDue returns the next live products of the list whose words match q and which have a certificate that
// expires within the company's notice of today, as [data.CertificateAlerts] has it; renewed ones may be among them, so
// ask it of each. The days are the notice. After is the SKU of the last one of the page before.
func (s Products) CertificatesDue(ctx context.Context, today data.Date, q Query) (list []data.Product, days int, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		c, err := getCompany(ctx, r)
		if err != nil {
			return err
		}
		days = c.CertificateNoticeDays()
		var after entry
		if q.After != "" {
			if after, err = entryOfSKU(ctx, r, q.After); err != nil {
				return err
			}
		}
		q.Archived = false
		all := searchFor(products.number, q, false)
		where, args := all.conditions(after)
		ids, err := all.ids(ctx, r, `SELECT record FROM search INDEXED BY search_record WHERE kind = ?2 AND record IN (
			SELECT product_id FROM product_certificate INDEXED BY product_certificate_expires WHERE expires <> '' AND expires <= ?1)`+where,
			append([]any{string(data.ExpiryUntil(today, days)), products.number}, args...), q.limit())
		if err != nil {
			return err
		}
		list, err = products.byIDs(ctx, r, ids)
		return err
	})
	return list, days, err
}
