package products

import (
	"slices"

	"tradewind/data"
	"tradewind/screens/kit"
)

// variantPackingTable is the cartons of variants that are packed otherwise than the article. What the table doesn't show, such as
// inner packs and pallets, such a variant has from its own packing before, else from the article's.
func (e *editor) variantPackingTable() {
	was := map[string]string{} // UUIDs of variants by the SKUs shown: one may get another number
	e.addTable("variant_packing", "product.variant_packing", []column{
		{"screen.product.sku", 3.4},
		{"product.carton.pcs", 2.2},
		{"product.carton.length", 1.9},
		{"product.carton.width", 1.9},
		{"product.carton.height", 1.9},
		{"product.carton.net", 2.2},
		{"product.carton.gross", 2.2},
	}, func(p data.Product) (rows [][]string) {
		clear(was)
		for _, v := range p.Variants {
			was[v.SKU] = v.UUID
			if k := v.Packing; k != nil && !v.Archived {
				rows = append(rows, []string{
					v.SKU, kit.Figure(k.PcsPerCarton), kit.Figure(k.Carton.Length), kit.Figure(k.Carton.Width), kit.Figure(k.Carton.Height),
					kit.Figure(k.CartonNet), kit.Figure(k.CartonGross),
				})
			}
		}
		return rows
	}, func(p *data.Product, rows []*kit.GridRow) { readVariantPacking(p, rows, was) })
}

// readVariantPacking takes the rows for the variants that [readVariants] has read before. A variant without a row is packed as the
// article is.
func readVariantPacking(p *data.Product, rows []*kit.GridRow, was map[string]string) {
	variants := slices.Clone(p.Variants)
	said := map[string]bool{}
	for _, r := range rows {
		at := variantNumbered(variants, r.Text(0), was)
		if at < 0 {
			r.Wrong(0, "product.variant_packing.unknown")
			continue
		}
		if said[variants[at].SKU] {
			r.Wrong(0, "product.variant_packing.twice")
			continue
		}
		said[variants[at].SKU] = true
		k := cartonBefore(p.Packing, variants[at])
		k.PcsPerCarton = kit.GridNumber(r, 1, data.ParseQuantity)
		k.Carton = data.Box{
			Length: kit.GridNumber(r, 2, data.ParseCentimetres), Width: kit.GridNumber(r, 3, data.ParseCentimetres), Height: kit.GridNumber(r, 4, data.ParseCentimetres),
		}
		k.CartonNet, k.CartonGross = kit.GridNumber(r, 5, data.ParseKilograms), kit.GridNumber(r, 6, data.ParseKilograms)
		variants[at].Packing = &k
	}
	for i, v := range variants {
		if v.Packing != nil && !v.Archived && !said[v.SKU] {
			variants[i].Packing = nil
		}
	}
	p.Variants = variants
}

// variantNumbered returns the place of the live variant with an SKU, or that had it before, else -1.
func variantNumbered(variants []data.Variant, sku string, was map[string]string) int {
	at := slices.IndexFunc(variants, func(v data.Variant) bool { return v.SKU == sku && !v.Archived })
	if uuid := was[sku]; at < 0 && uuid != "" {
		at = slices.IndexFunc(variants, func(v data.Variant) bool { return v.UUID == uuid && !v.Archived })
	}
	return at
}

// cartonBefore is the packing that a variant's row changes: its own, else the article's with its own net weight.
func cartonBefore(article data.Packing, v data.Variant) data.Packing {
	if v.Packing != nil {
		return *v.Packing
	}
	if v.UnitNet != 0 {
		article.UnitNet = v.UnitNet
	}
	return article
}
