package data

import "time"

// Movement is one entry of the stock ledger. It is never changed; a wrong one is met by a counter-entry.
type Movement struct {
	ID        int64
	UUID      string
	At        time.Time // UTC
	Person    string
	VariantID int64
	SKU       string
	Warehouse string // "" is the merchant's own
	Lot       string
	Expiry    Date
	Quantity  Quantity // signed
	Reason    Reason
	Document  string // what caused it: a file name, a shipment's number
}

// Reason is why stock moved.
type Reason string

// The reasons of this version.
const (
	Counted  Reason = "counted"  // the level was counted; the movement is the difference
	Sent     Reason = "sent"     // a shipment was posted
	Reversed Reason = "reversed" // a counter-entry
)

// Level is how much of a variant lies in a warehouse, by lot.
type Level struct {
	VariantID int64    `json:"-"`
	SKU       string   `json:"sku"`
	Warehouse string   `json:"warehouse"`
	Lot       string   `json:"lot"`
	Expiry    Date     `json:"expiry"`
	Quantity  Quantity `json:"quantity"`
}

// Rate is what one unit of Base cost in Quote on a day.
type Rate struct {
	Record
	Date  Date         `json:"date"`
	Base  Currency     `json:"base"`
	Quote Currency     `json:"quote"`
	Rate  ExchangeRate `json:"rate"`
}
