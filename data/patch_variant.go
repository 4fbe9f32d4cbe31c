package data

import (
	"maps"
	"slices"
	"strings"
)

// The values of a row that only a shop's file has: the SKU of the product that the row is a variant of, the brand, and attributes
// by name.
const (
	VariantOf       = "variant_of"
	ShopBrand       = "brand"
	AttributePrefix = "attribute."
)

// Attributes are those of a row; nil when it names none.
func (p Patch) Attributes() map[string]string {
	var found map[string]string
	for name, value := range p.Values {
		if name, ok := strings.CutPrefix(name, AttributePrefix); ok && strings.TrimSpace(value) != "" {
			if found == nil {
				found = map[string]string{}
			}
			found[name] = value
		}
	}
	return found
}

// Variant returns product with the variant that p's row describes, new or changed, and the place it has among the variants.
// As in [Patch.Product] an absent column and an empty cell change nothing. A price that is the product's stays unsaid, and so
// does the net weight of its packing. A row without an SKU is the product itself, when that has no attributes yet or the same;
// else it is called by the product's SKU and its attributes.
func (p Patch) Variant(product Product) (Product, int, Problems) {
	r := patchReader{patch: p}
	product.Variants, product.Notes = slices.Clone(product.Variants), p.noted(product.Notes)
	attributes, sku := p.Attributes(), strings.TrimSpace(p.Values["sku"])
	if sku == "" {
		sku = product.variantSKU(attributes)
	}
	at := slices.IndexFunc(product.Variants, func(v Variant) bool { return v.SKU == sku })
	if at < 0 {
		at = len(product.Variants)
		product.Variants = append(product.Variants, Variant{SKU: sku})
	}
	v := &product.Variants[at]
	v.Archived = false
	r.text("gtin", &v.GTIN)
	if attributes != nil {
		v.Attributes = attributes
	}
	price, weight := v.Price, product.PackingOf(v.ID).UnitNet
	parsedPointer(&r, "price", ParseUnitPrice, &price)
	parsed(&r, "unit_net_kg", ParseKilograms, &weight)
	switch {
	case price == nil:
	case product.Price == nil && at > 0 && product.Currency == "":
		r.add("price", "problem.variant_without_currency", nil)
	case product.Price == nil || *price != *product.Price:
		v.Price = price
	default:
		v.Price = nil
	}
	if v.UnitNet = weight; weight == product.Packing.UnitNet {
		v.UnitNet = 0
	}
	return product, at, r.problems
}

// variantSKU returns what a variant without an SKU of its own is called.
func (p Product) variantSKU(attributes map[string]string) string {
	if len(p.Variants) == 0 || p.Variants[0].Attributes == nil || maps.Equal(p.Variants[0].Attributes, attributes) {
		return p.SKU
	}
	words := []string{p.SKU}
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		words = append(words, strings.TrimSpace(attributes[name]))
	}
	return strings.Join(words, "-")
}

// noted keeps web addresses of pictures in the product's notes: nothing is fetched from the network.
func (p Patch) noted(notes string) string {
	for one := range strings.FieldsFuncSeq(p.Values["image"], func(r rune) bool { return strings.ContainsRune(", \n\t|", r) }) {
		address := strings.HasPrefix(one, "http://") || strings.HasPrefix(one, "https://")
		if address && !slices.Contains(strings.Split(notes, "\n"), one) {
			notes = strings.TrimPrefix(notes+"\n"+one, "\n")
		}
	}
	return notes
}

// PictureAddresses returns the web addresses among p's notes, where pictures lie elsewhere.
func (p Product) PictureAddresses() []string {
	return slices.DeleteFunc(strings.Split(p.Notes, "\n"), func(line string) bool {
		return !strings.HasPrefix(line, "http://") && !strings.HasPrefix(line, "https://")
	})
}
