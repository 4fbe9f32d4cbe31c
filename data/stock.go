package data

import (
	"cmp"
	"slices"
	"time"
)

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
	Document  string     // what caused it: a file name, a shipment's or transfer's number
	Cost      *UnitPrice // of one unit of goods that come in, in the company's currency; nil: the average so far holds
	Usual     *UnitPrice // what goods without a cost are taken to cost while no average is known; nil: what the product costs to buy
	Value     StockValue // what it adds to the value of stock; filled in when it is booked
	Batch     int64      `json:"-"` // of the journal; filled in when it is read
	Reverses  string     // UUID of the one movement that this counter-entry takes back
	Note      string     // why
	Taken     bool       // another movement took it back; filled in when it is read
	Opening   bool       // the first that was ever booked of the article in the warehouse is a count: opening stock; filled in when it is read
}

// TakenBackAlone reports whether a counter-entry may take m back by itself: goods that were received, counted, sent back
// or written off. What a shipment sent is taken back with the shipment, a transfer by another transfer, and a counter-entry by
// booking anew.
func (m Movement) TakenBackAlone() bool {
	switch m.Reason {
	case Received, Counted, Returned, WrittenOff:
		return m.Warehouse != InTransit && m.Quantity != 0
	}
	return false
}

// StockValue is an amount in millionths of the company's currency, so that many small goods add up exactly.
type StockValue int64

// Reason is why stock moved.
type Reason string

// The reasons of movements.
const (
	Counted     Reason = "counted"     // the level was counted; the movement is the difference
	Received    Reason = "received"    // goods came from a supplier or the workshop
	Sent        Reason = "sent"        // a shipment was posted
	Returned    Reason = "returned"    // a buyer sent goods back
	WrittenOff  Reason = "written_off" // damaged, lost, given away
	Transferred Reason = "transferred" // from one warehouse to another
	Reversed    Reason = "reversed"    // a counter-entry
)

// The reasons of reservations, beside [Sent] and [Reversed].
const (
	Reserved Reason = "reserved" // kept for an order line, or given free again by the user
	Amended  Reason = "amended"  // the order line became smaller, changed its article or went
	Short    Reason = "short"    // fewer goods were counted than are kept
)

// InTransit is the warehouse of goods on the way from one warehouse to another. They are nobody's to sell yet.
const InTransit = "in-transit"

// Level is how much of a variant lies in a warehouse, by lot.
type Level struct {
	VariantID int64    `json:"-"`
	SKU       string   `json:"sku"`
	Warehouse string   `json:"warehouse"`
	Lot       string   `json:"lot"`
	Expiry    Date     `json:"expiry"`
	Quantity  Quantity `json:"quantity"`
}

// Holding is what there is of a variant, all warehouses and lots together.
type Holding struct {
	VariantID int64      `json:"-"`
	SKU       string     `json:"sku"`
	OnHand    Quantity   `json:"on_hand"`    // lies in a warehouse
	Reserved  Quantity   `json:"reserved"`   // of it, kept for order lines
	InTransit Quantity   `json:"in_transit"` // between two warehouses; not on hand
	OnOrder   Quantity   `json:"on_order"`   // ordered from suppliers and not yet here
	Value     StockValue `json:"-"`          // of what is on hand and on the way, at moving average cost
	Kept      bool       `json:"kept"`       // was received or counted once: what isn't there can't leave
}

// Available is what may be promised from the shelf: on hand less reserved.
func (h Holding) Available() Quantity { return h.OnHand - h.Reserved }

// Reservation is what is kept of a warehouse's goods for an order line.
type Reservation struct {
	OrderNo   string   `json:"order_no"`
	Line      int      `json:"line"` // number of the order line, from 1; 0 when the line is gone
	LineUUID  string   `json:"-"`
	VariantID int64    `json:"-"`
	SKU       string   `json:"sku"`
	Warehouse string   `json:"warehouse"`
	Quantity  Quantity `json:"quantity"`
}

// StockTransfer is goods sent from one warehouse to another. Until they arrive they lie in [InTransit].
type StockTransfer struct {
	UUID     string              `json:"uuid"`
	No       string              `json:"transfer_no"`
	At       time.Time           `json:"at"`
	Person   string              `json:"person"`
	From     string              `json:"from"`
	To       string              `json:"to"`
	Date     Date                `json:"date"`
	Expected Date                `json:"expected,omitzero"` // when it should arrive
	Note     string              `json:"note,omitzero"`
	Lines    []StockTransferLine `json:"lines"`
}

// StockTransferLine is one article of a transfer.
type StockTransferLine struct {
	VariantID int64    `json:"-"`
	SKU       string   `json:"sku"`
	Lot       string   `json:"lot,omitzero"`
	Expiry    Date     `json:"expiry,omitzero"`
	Quantity  Quantity `json:"quantity"` // sent
	Open      Quantity `json:"open"`     // still on the way
}

// Problems reports what keeps t from being sent, apart from what the ledger says.
func (t StockTransfer) Problems() Problems {
	var c check
	c.when(t.From == t.To, "to", "problem.same_warehouse")
	c.when(t.From == InTransit, "from", "problem.taken")
	c.when(t.To == InTransit, "to", "problem.taken")
	c.when(len(t.Lines) == 0, "lines", "problem.required")
	for i, l := range t.Lines {
		c.prefix = at("lines", i+1)
		c.required("sku", l.SKU)
		c.when(l.Quantity <= 0, "quantity", "problem.not_positive")
	}
	return c.problems
}

// Warnings names the lots that have expired, and those that will have when they arrive. Nobody may sell them there.
func (t StockTransfer) Warnings(today Date) Problems {
	var c check
	for i, l := range t.Lines {
		c.prefix = at("lines", i+1)
		args := []any{"SKU", l.SKU, "Lot", cmp.Or(l.Lot, "—"), "Date", string(l.Expiry), "Expected", string(t.Expected)}
		switch {
		case l.Expiry == "":
		case l.Expiry < today:
			c.add("lot", "problem.lot_expired", args...)
		case t.Expected != "" && l.Expiry < t.Expected:
			c.add("lot", "problem.lot_expires_under_way", args...)
		}
	}
	return c.problems
}

// Warehouse is a place where goods lie. The merchant's own main one has the code "" and needs no record.
type Warehouse struct {
	Record
	Code     string        `json:"code"`
	Name     Texts         `json:"names,omitempty"`
	Kind     WarehouseKind `json:"kind"`
	Country  Country       `json:"country,omitzero"`
	LeadDays int64         `json:"lead_days,omitzero"` // how long goods travel there from the main one
}

// WarehouseKind says whose warehouse it is.
type WarehouseKind string

// The kinds of warehouse.
const (
	OwnWarehouse WarehouseKind = "own"
	Overseas     WarehouseKind = "overseas"
	Consignment  WarehouseKind = "consignment" // at a buyer's or a marketplace's, still the merchant's
)

// Validate reports what keeps w from being saved.
func (w Warehouse) Validate() error {
	var c check
	c.required("code", w.Code)
	c.when(w.Code == InTransit, "code", "problem.taken")
	c.when(!slices.Contains([]WarehouseKind{OwnWarehouse, Overseas, Consignment}, w.Kind), "kind", "problem.unknown_warehouse_kind")
	c.country("country", w.Country)
	c.when(w.LeadDays < 0, "lead_days", "problem.negative")
	return c.problems.Err()
}

// Rate is what one unit of Base cost in Quote on a day.
type Rate struct {
	Record
	Date  Date         `json:"date"`
	Base  Currency     `json:"base"`
	Quote Currency     `json:"quote"`
	Rate  ExchangeRate `json:"rate"`
}
