package data

import (
	"cmp"
	"maps"
	"slices"
)

// Source is every record a paper is built from, as read from the store in one transaction.
type Source struct {
	Company  Company
	Order    Order
	Customer Partner
	Products map[int64]Product // by variant
	Shipment *Shipment         // nil: the whole order counts as one shipment
	Pictures map[Hash][]byte   // the pictures a paper may print
	Issued   []Issued          // what was issued of the order, without frozen copies
}

// BilledElsewhere returns the issued paper of kind, not void, that covers goods of s too: the whole order's beside a
// shipment's, or a shipment's beside the whole order's. Goods on two invoices are paid twice or refused by customs.
func (s Source) BilledElsewhere(kind Kind) (Issued, bool) {
	for _, d := range s.Issued {
		if d.Kind == kind && d.Voided == "" && (d.ShipmentID == 0) != (s.Shipment == nil) {
			return d, true
		}
	}
	return Issued{}, false
}

// RecordWarning is a warning with the record it is about.
type RecordWarning struct {
	Record string // "company", "partner", "order", "shipment" or "product"
	Number string // its code, number or SKU; "" for the company
	Problem
}

// Warnings reports what looks wrong with the records of s: the company, the buyer, the order, the shipment and the
// products, these by SKU.
func (s Source) Warnings() []RecordWarning {
	var all []RecordWarning
	add := func(record, number string, warnings Problems) {
		for _, w := range warnings {
			all = append(all, RecordWarning{record, number, w})
		}
	}
	add("company", "", s.Company.Warnings())
	add("partner", s.Customer.Code, s.Customer.Warnings())
	add("order", s.Order.No, s.Order.Warnings())
	if s.Shipment != nil {
		add("shipment", s.Shipment.No, s.Shipment.Warnings())
	}
	products := map[int64]Product{} // each once: several variants have one product
	for _, p := range s.Products {
		products[p.ID] = p
	}
	for _, p := range slices.SortedFunc(maps.Values(products), func(a, b Product) int { return cmp.Compare(a.SKU, b.SKU) }) {
		add("product", p.SKU, p.Warnings())
	}
	return all
}
