package data

// PurchaseSource is everything that the paper of a purchase order needs, read at one moment.
type PurchaseSource struct {
	Company  Company
	Supplier Partner
	Order    PurchaseOrder
	Place    Texts             // the names of the warehouse the goods go to, else its code; nil for the merchant's own without a name
	Products map[int64]Product // by variant
	Pictures map[Hash][]byte
}
