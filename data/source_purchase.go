package data

// PurchaseSource is everything that the paper of a purchase order needs, read at one moment.
type PurchaseSource struct {
	Company  Company
	Supplier Partner
	Order    PurchaseOrder
	Place    string            // the name of the warehouse the goods go to; "" for the merchant's own
	Products map[int64]Product // by variant
	Pictures map[Hash][]byte
}
