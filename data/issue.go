package data

import (
	"cmp"
	"encoding/json"
	"strconv"
	"time"
)

// Kind names a kind of document, or a record with a number series of its own, as the command line writes it.
type Kind string

// The kinds of this version; [Kind.Later] has those to come.
const (
	Quotation         Kind = "quotation"
	Proforma          Kind = "proforma"
	CommercialInvoice Kind = "commercial-invoice"
	PackingList       Kind = "packing-list"
	Confirmation      Kind = "order-confirmation"
	Contract          Kind = "contract"
	SampleInvoice     Kind = "sample-invoice" // for customs, of samples that aren't sold
	CreditNoteKind    Kind = "credit-note"
	OrderKind         Kind = "order"
	ShipmentKind      Kind = "shipment"
	TransferKind      Kind = "transfer"
	PurchaseKind      Kind = "purchase-order"
	StockTakeKind     Kind = "stock-take"
	CampaignKind      Kind = "campaign"
	PaymentKind       Kind = "payment"
)

// Issued is a document that was given away. It is never changed; a change is a new revision, R1, R2 …
type Issued struct {
	ID         int64        `json:"-"`
	UUID       string       `json:"uuid"`
	Kind       Kind         `json:"kind"`
	Number     string       `json:"number"`
	Revision   int          `json:"revision"`
	OrderID    int64        `json:"-"`
	OrderNo    string       `json:"order_no"`
	ShipmentID int64        `json:"-"` // 0: the whole order counts as one shipment
	ShipmentNo string       `json:"shipment_no,omitzero"`
	Date       Date         `json:"date"`
	Language   string       `json:"language"`
	IssuedAt   time.Time    `json:"issued_at"` // UTC
	IssuedBy   string       `json:"issued_by"`
	Frozen     []byte       `json:"-"`                 // everything it printed, as the document package wrote it
	Hash       Hash         `json:"hash"`              // of Frozen
	Changes    []Difference `json:"changes,omitempty"` // what differs from the revision before
	Part       string       `json:"part,omitzero"`     // tells papers of one kind of the same goods apart: the UUID of a credit note
	Voided     string       `json:"voided,omitzero"`   // the reason, when it was voided; the number stays taken
}

// Origin is the number of the shipment or order that d was made from.
func (d Issued) Origin() string { return cmp.Or(d.ShipmentNo, d.OrderNo) }

// Numbered is the number of d with its revision: "CI-2026-0001 R1".
func (d Issued) Numbered() string { return NumberedAs(d.Number, d.Revision) }

// NumberedAs writes a number with its revision, of which the first isn't named.
func NumberedAs(number string, revision int) string {
	if revision == 0 {
		return number
	}
	return number + " R" + strconv.Itoa(revision)
}

// Difference is one difference between a revision and the one before it, in no language.
type Difference struct {
	Field  string `json:"field"`           // as the frozen copy names it, lines counted from 1: "lines.2.quantity"
	Before string `json:"before,omitzero"` // plain: "600", "2026-11-22", "USD 1234.00"; "" when there was nothing
	After  string `json:"after,omitzero"`
}

// UnmarshalJSON reads a difference, or the bare field that registers held before they knew what stood there.
func (d *Difference) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		*d = Difference{}
		return json.Unmarshal(b, &d.Field)
	}
	type plain Difference // without this method
	return json.Unmarshal(b, (*plain)(d))
}
