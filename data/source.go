package data

// Source is every record a paper is built from, as read from the store in one transaction.
type Source struct {
	Company  Company
	Order    Order
	Customer Partner
	Products map[int64]Product // by variant
	Shipment *Shipment         // nil: the whole order counts as one shipment
	Pictures map[Hash][]byte   // the pictures a paper may print
}
