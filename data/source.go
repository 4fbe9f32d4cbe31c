package data

import (
	"cmp"
	"maps"
	"slices"
)

// Source is every record a paper is built from, as read from the store in one transaction.
type Source struct {
	Company    Company
	Order      Order   // of a shipment of several orders, all of them joined, see [Join]
	Orders     []Order // those of a shipment, each by itself; empty for an order
	Customer   Partner
	Products   map[int64]Product // by variant
	Shipment   *Shipment         // nil: the whole order counts as one shipment
	Pictures   map[Hash][]byte   // the pictures a paper may print
	CreditNote *CreditNote       // of the credit note that is made
	Clauses    []Clause          // the library for sales contracts
	Issued     []Issued          // what was issued of the order, without frozen copies
}

// AllOrders returns the orders whose goods s is about, each by itself: those of a shipment, else the one.
func (s Source) AllOrders() []Order {
	if len(s.Orders) > 0 {
		return s.Orders
	}
	return []Order{s.Order}
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
	for _, p := range s.articles() {
		add("product", p.SKU, p.Warnings())
	}
	return all
}

// articles returns the products, each once though several of its variants may be sent, by SKU.
func (s Source) articles() []Product {
	products := map[int64]Product{}
	for _, p := range s.Products {
		products[p.ID] = p
	}
	return slices.SortedFunc(maps.Values(products), func(a, b Product) int { return cmp.Compare(a.SKU, b.SKU) })
}

// Destination returns the country that the goods go to: the order's, else the consignee's, else the buyer's.
func (s Source) Destination() Country {
	return cmp.Or(s.Order.Destination, s.Order.Consignee.Address.Country, s.Customer.Address.Country)
}

// CertificateWarnings names the certificates that rules ask for at the destination and the products lack on day, and those
// that have expired.
func (s Source) CertificateWarnings(rules []CertificateRule, day Date) (all []RecordWarning) {
	for _, p := range s.articles() {
		for _, r := range MissingCertificates(p, s.Destination(), rules, day) {
			missing := Problem{Field: "certificates", Key: "problem.certificate_missing", Args: map[string]any{"Kind": r.Kind, "Market": r.Market}}
			all = append(all, RecordWarning{"product", p.SKU, missing})
		}
		for _, w := range p.ExpiredCertificates(day) {
			all = append(all, RecordWarning{"product", p.SKU, w})
		}
	}
	return all
}
