package data

import "cmp"

// NewPurchaseLine returns a line that orders an article in one of its variants: with what supplier says of it, else with
// the product's own cost where it comes from that supplier or nobody said from whom. A price in another currency than the
// order's is left out.
func NewPurchaseLine(p Product, v Variant, supplierID int64, cur Currency) PurchaseLine {
	l := PurchaseLine{VariantID: v.ID, SKU: v.SKU, Unit: p.Unit}
	for _, o := range p.Offers {
		if o.PartnerID != supplierID || supplierID == 0 {
			continue
		}
		if l.SupplierItemNo = o.ItemNo; o.Cost != nil && o.Currency == cur {
			l.Price = *o.Cost
		}
		l.Quantity = o.MOQ
		return l
	}
	if p.Cost != nil && p.CostCurrency == cur && (p.SupplierID == supplierID || p.SupplierID == 0) {
		l.Price = *p.Cost
	}
	return l
}

// Follow gives a new purchase order what its supplier usually has, and home as its currency where nobody said another.
func (p *PurchaseOrder) Follow(supplier Partner, home Currency) {
	p.SupplierID, p.Supplier = supplier.ID, supplier.Code
	p.Currency = cmp.Or(p.Currency, supplier.Currency, home)
	p.PaymentTerms = cmp.Or(p.PaymentTerms, supplier.PaymentTerms)
	p.Language = cmp.Or(p.Language, supplier.Language)
	if p.Incoterm.IsZero() {
		p.Incoterm = supplier.Incoterm
	}
}
