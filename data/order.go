package data

import (
	"maps"
	"slices"
	"time"
)

// Order is what a customer ordered, and everything its quotation, proforma and invoices say (STANDARDS 1.1).
type Order struct {
	Record
	No             string       `json:"order_no"`
	Date           Date         `json:"date"`
	Status         Status       `json:"status"`
	CustomerID     int64        `json:"-"`
	Customer       string       `json:"customer"`           // the partner's code, filled in when read
	Consignee      Party        `json:"consignee,omitzero"` // empty: the buyer
	BillTo         Party        `json:"bill_to,omitzero"`   // empty: the buyer
	Notify         Party        `json:"notify,omitzero"`
	Manufacturer   Party        `json:"manufacturer,omitzero"` // empty: the seller
	Currency       Currency     `json:"currency"`
	Incoterm       Incoterm     `json:"incoterm,omitzero"`
	PaymentTerms   string       `json:"payment_terms,omitzero"`
	DueDate        Date         `json:"due_date,omitzero"`
	ValidUntil     Date         `json:"valid_until,omitzero"`
	LastShipment   Date         `json:"last_shipment,omitzero"`
	RequiredDate   Date         `json:"required_date,omitzero"`
	LeadTime       string       `json:"lead_time,omitzero"`
	SampleTerms    string       `json:"sample_terms,omitzero"`
	RateNote       string       `json:"rate_note,omitzero"`  // the quotation's note on the exchange rate
	FixedRate      ExchangeRate `json:"fixed_rate,omitzero"` // the company's currency for 1 unit, agreed with the bank or calculated with; 0: none
	BuyerOrderNo   string       `json:"buyer_order_no,omitzero"`
	BuyerOrderDate Date         `json:"buyer_order_date,omitzero"`
	ContractNo     string       `json:"contract_no,omitzero"`
	ContractDate   Date         `json:"contract_date,omitzero"`
	Credit         Credit       `json:"letter_of_credit,omitzero"`
	References     []Fact       `json:"references,omitempty"` // ACID, Form M, import licence, CTN …
	ExportCountry  Country      `json:"export_country,omitzero"`
	Acquisition    Country      `json:"acquisition_country,omitzero"` // Brazil asks for it apart (art. 557)
	Destination    Country      `json:"destination_country,omitzero"`
	Transport      Transport    `json:"transport,omitzero"` // as planned; a shipment has its own
	Marks          string       `json:"marks,omitzero"`
	Language       string       `json:"language,omitzero"`
	Notes          string       `json:"notes,omitzero"`        // printed
	Declarations   string       `json:"declarations,omitzero"` // printed on the commercial invoice

	Lines     []OrderLine `json:"lines"`
	Discount  int64       `json:"discount_minor,omitzero"` // off the whole document, minor units of Currency
	Reduction             // a share off the goods, on top of Discount
	Freight   int64       `json:"freight_minor,omitzero"`
	Insurance int64       `json:"insurance_minor,omitzero"`
	Charges   []Charge    `json:"charges,omitempty"` // packing, inland freight … by name (19 CFR 141.86(a)(8))

	AskedAt time.Time `json:"asked_at,omitzero"` // UTC; when the inquiry arrived: [Company.ReplyBy] counts from it
	// UTC; set by the store: when the order was confirmed, and when the factory last said how far it is.
	ConfirmedAt time.Time `json:"confirmed_at,omitzero"`
	ProducedAt  time.Time `json:"produced_at,omitzero"`

	Outcome Outcome `json:"outcome,omitzero"`
	Prints  Prints  `json:"prints,omitzero"`

	Samples       Samples `json:"samples,omitzero"`
	CreditsSample string  `json:"credits_sample,omitzero"` // the number of the order of samples whose fee is taken off this order

	Clauses ClauseChoice `json:"clauses,omitzero"` // of its sales contract, where they aren't the library's
}

// Status is how far an order has come.
type Status string

// The states of an order. A posted one can't be changed by an import.
const (
	Draft     Status = "draft"
	Confirmed Status = "confirmed"
	Shipped   Status = "shipped"
	Closed    Status = "closed"
	Cancelled Status = "cancelled"
	Lost      Status = "lost" // a quotation the buyer didn't take, see [Outcome]
)

// Variants returns the variants of the lines of o, in their order.
func (o Order) Variants() []int64 {
	ids := make([]int64, len(o.Lines))
	for i, l := range o.Lines {
		ids[i] = l.VariantID
	}
	return ids
}

// Over reports whether nothing more happens to an order: it was closed, cancelled or lost, or put away.
func (o Order) Over() bool {
	return o.Archived || o.Status == Closed || o.Status == Cancelled || o.Status == Lost
}

// Posted reports whether goods of o have left, by its state or with one of its shipments: what its papers say can't be changed any more.
func (o Order) Posted(shipments []Shipment) bool {
	return o.Status == Shipped || o.Status == Closed || slices.ContainsFunc(shipments, func(s Shipment) bool { return s.Posted })
}

// OrderLine is one article of an order.
type OrderLine struct {
	ID          int64     `json:"-"`
	UUID        string    `json:"uuid"`
	Role        LineRole  `json:"role,omitzero"`
	VariantID   int64     `json:"-"`
	SKU         string    `json:"sku"`
	BuyerItemNo string    `json:"buyer_item_no,omitzero"`
	Description Texts     `json:"descriptions,omitempty"` // empty: the product's
	HSCode      string    `json:"hs_code,omitzero"`       // empty: the product's
	Origin      Country   `json:"origin,omitzero"`        // empty: the product's
	Quantity    Quantity  `json:"quantity"`
	Unit        Unit      `json:"unit"`
	Price       UnitPrice `json:"unit_price"`
	Discount    Percent   `json:"discount_percent,omitzero"`
	Note        string    `json:"note,omitzero"`         // serial numbers and the like
	Campaign    string    `json:"campaign,omitzero"`     // the number of the one whose price it started with; "": list, ladder or typed
	PreSale     bool      `json:"pre_sale,omitzero"`     // sold before the goods are there: offers say so with the day
	Promise     Date      `json:"promise_date,omitzero"` // the day by which the line ships; "": the order's required date
	Produced    Quantity  `json:"produced,omitzero"`     // of Quantity, as the factory last said
	Short       Quantity  `json:"short,omitzero"`        // of Quantity, what was agreed not to be sent any more
	ShortReason string    `json:"short_reason,omitzero"`

	Pricing Assumptions `json:"pricing,omitempty"` // what the price was worked out from; on no paper
}

// TypePrice gives l a price that somebody stated: one that differs is no campaign's any more.
func (l *OrderLine) TypePrice(price UnitPrice) {
	if price != l.Price {
		l.Price, l.Campaign = price, ""
	}
}

// Copy returns a new draft of day with the same goods and terms. What belongs to o alone is left out: its numbers, its
// days, the buyer's order, the credit, the references, and the notes and promises on lines.
func (o Order) Copy(day Date) Order {
	twin := o
	twin.Record, twin.No, twin.Date, twin.Status = Record{}, "", day, Draft
	twin.DueDate, twin.ValidUntil, twin.LastShipment, twin.RequiredDate = "", "", "", ""
	twin.BuyerOrderNo, twin.BuyerOrderDate, twin.ContractNo, twin.ContractDate = "", "", "", ""
	twin.Credit, twin.References, twin.RateNote = Credit{}, nil, ""
	twin.FixedRate = 0
	twin.AskedAt, twin.ConfirmedAt, twin.ProducedAt, twin.Outcome = time.Time{}, time.Time{}, time.Time{}, Outcome{}
	twin.Transport.Vessel, twin.Transport.Voyage, twin.Transport.Departure = "", "", ""
	twin.Transport.TransportDocNo, twin.Transport.TransportDoc = "", ""
	twin.Charges = slices.Clone(o.Charges)
	twin.Lines = slices.Clone(o.Lines)
	for i := range twin.Lines {
		l := &twin.Lines[i]
		l.ID, l.UUID, l.Note, l.Description = 0, "", "", maps.Clone(l.Description)
		l.Pricing = maps.Clone(l.Pricing)
		l.PreSale, l.Promise = false, ""
		l.Produced, l.Short, l.ShortReason = 0, 0, ""
	}
	return twin
}

// Charge is a named amount added to an order.
type Charge struct {
	Name  string `json:"name"`
	Minor int64  `json:"minor"`
}

// Fact is a named text, such as an import reference.
type Fact struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// Credit is the letter of credit an order is paid by.
type Credit struct {
	No   string `json:"no,omitzero"`
	Date Date   `json:"date,omitzero"`
	Bank string `json:"bank,omitzero"` // the issuing bank
}
