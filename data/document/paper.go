// Package document says what a trade document reads, before anything is drawn.
//
// It works in two steps, so that PDF, Excel and JSON can't disagree. [Build] picks, totals and checks the facts of an
// order or shipment: a [Paper], which knows no language. It is what issuing freezes and what --format json prints.
// [Lay] puts a Paper into the words of one or two languages: a [Page], which the renderers in pdf/ and xlsx/ walk
// without adding, summing or leaving out anything.
package document

import (
	"tradewind/data"

	"github.com/shopspring/decimal"
)

// Paper is a document as facts: everything it prints, in no language. Amounts and measures are exact. The names in
// its tags are those of frozen copies ([Freeze]): they are never changed, only added to.
type Paper struct {
	Kind        data.Kind     `json:"kind"`
	Number      string        `json:"number"` // the issued number; on a draft the order's or shipment's
	Revision    int           `json:"revision,omitzero"`
	Draft       bool          `json:"draft,omitzero"`
	Voided      string        `json:"voided,omitzero"` // why it was voided after it was issued; never in a frozen copy, set when one is read
	Date        data.Date     `json:"date"`
	OrderNo     string        `json:"order_no"`
	OrderDate   data.Date     `json:"order_date,omitzero"`
	Status      data.Status   `json:"status,omitzero"` // of the order, on kind "order" only
	Customer    string        `json:"customer,omitzero"`
	ShipmentNo  string        `json:"shipment_no,omitzero"`
	SupplierRef string        `json:"supplier_order_no,omitzero"` // on a purchase order: the supplier's own number
	Place       string        `json:"place_of_issue,omitzero"`
	Currency    data.Currency `json:"currency,omitzero"` // none on a packing list
	Incoterm    data.Incoterm `json:"incoterm,omitzero"` // none on a packing list

	Seller       data.Party `json:"seller,omitzero"`
	Buyer        data.Party `json:"buyer,omitzero"`
	Consignee    data.Party `json:"consignee,omitzero"` // empty: the buyer
	BillTo       data.Party `json:"bill_to,omitzero"`   // empty: the buyer; never on a packing list or a quotation
	Notify       data.Party `json:"notify,omitzero"`
	Manufacturer data.Party `json:"manufacturer,omitzero"` // empty: the seller

	PaymentTerms string           `json:"payment_terms,omitzero"` // as they were typed
	PaymentPlan  data.PaymentPlan `json:"payment_plan,omitempty"` // what the terms say, where that is all they say: printed instead of them

	LeadTime       string      `json:"lead_time,omitzero"`
	SampleTerms    string      `json:"sample_terms,omitzero"`
	RateNote       string      `json:"rate_note,omitzero"`
	DueDate        data.Date   `json:"due_date,omitzero"`
	ValidUntil     data.Date   `json:"valid_until,omitzero"`
	LastShipment   data.Date   `json:"last_shipment,omitzero"`
	Required       data.Date   `json:"required_date,omitzero"`
	BuyerOrderNo   string      `json:"buyer_order_no,omitzero"`
	BuyerOrderDate data.Date   `json:"buyer_order_date,omitzero"`
	ContractNo     string      `json:"contract_no,omitzero"`
	ContractDate   data.Date   `json:"contract_date,omitzero"`
	Credit         data.Credit `json:"letter_of_credit,omitzero"`
	References     []data.Fact `json:"references,omitempty"`
	InvoiceNo      string      `json:"invoice_no,omitzero"` // on a packing list: the invoice it belongs to
	InvoiceDate    data.Date   `json:"invoice_date,omitzero"`

	ExportCountry data.Country     `json:"export_country,omitzero"`
	Acquisition   data.Country     `json:"acquisition_country,omitzero"`
	Destination   data.Country     `json:"destination_country,omitzero"`
	Origins       []data.Country   `json:"origins,omitempty"` // of the lines, in order of appearance
	Transport     data.Transport   `json:"transport,omitzero"`
	DeliverTo     data.Texts       `json:"deliver_to,omitempty"` // on a purchase order: the names of the warehouse; nil where a place was typed
	Marks         []string         `json:"marks,omitempty"`      // "N/M" when there are none
	Containers    []data.Container `json:"containers,omitempty"`
	Pallets       int64            `json:"pallets,omitzero"`

	Lines    []Line             `json:"lines"`
	Packages []data.CartonRange `json:"packages,omitempty"` // Contents name the paper's lines
	Totals   Totals             `json:"totals"`
	Charges  []NamedAmount      `json:"charges,omitempty"` // those inside Totals.Charges, by name

	Instalments []Instalment `json:"instalments,omitempty"`

	Bank              data.BankAccount `json:"bank,omitzero"`
	Declaration       data.Texts       `json:"declaration,omitempty"` // the company's standing statement for this kind
	Statements        data.Texts       `json:"statements,omitempty"`  // those of this order
	Notes             data.Texts       `json:"notes,omitempty"`
	Signatory         string           `json:"signatory,omitzero"`
	Title             string           `json:"signatory_title,omitzero"`
	Letterhead        []string         `json:"letterhead,omitempty"` // lines above the paper instead of the issuer's name: brand, address, website
	Logo              data.Hash        `json:"logo,omitzero"`
	Stamp             data.Hash        `json:"stamp,omitzero"` // never on a draft, and neither is Signature
	Signature         data.Hash        `json:"signature,omitzero"`
	WordsStyle        string           `json:"words_style,omitzero"`
	PackagesEstimated bool             `json:"packages_estimated,omitzero"` // worked out from the products' packing, not counted and weighed

	DiscountPercent data.Percent      `json:"discount_percent,omitzero"` // off the goods, when that is all that Totals.Discount is
	Changes         []data.Difference `json:"changes,omitempty"`         // to the revision before, when the quotation is to list them
	Clauses         []Clause          `json:"clauses,omitempty"`         // of a sales contract
}

// Priced reports whether the paper shows prices. A packing list never does: [Build] doesn't even copy them into it.
func (p Paper) Priced() bool { return p.Kind != data.PackingList }

// Line is one article of a paper. A zero count or weight means that it isn't known.
type Line struct {
	No            int              `json:"no"`
	SKU           string           `json:"sku"`
	BuyerItem     string           `json:"buyer_item_no,omitzero"`
	SupplierItem  string           `json:"supplier_item_no,omitzero"` // on a purchase order
	Description   data.Texts       `json:"descriptions,omitempty"`
	Specification data.Texts       `json:"specifications,omitempty"` // the product's own description, below its name
	Details       []data.Fact      `json:"details,omitempty"`        // Name is "brand", "model", "composition", "attribute", "note" or "order"
	HSCode        string           `json:"hs_code,omitzero"`
	Origin        data.Country     `json:"origin,omitzero"`
	Quantity      data.Quantity    `json:"quantity"`
	Unit          data.Unit        `json:"unit"`
	Price         data.UnitPrice   `json:"unit_price,omitzero"`
	Discount      data.Percent     `json:"discount_percent,omitzero"`
	Amount        data.Money       `json:"amount,omitzero"`
	Packed        bool             `json:"packed,omitzero"`          // it is known in which packages the line travels
	Cartons       int64            `json:"cartons,omitzero"`         // packages; one that holds several lines counts with the first of them
	Net           data.Weight      `json:"net_weight_kg,omitzero"`   // whole grams, so that shown lines add up to the shown total
	Gross         data.Weight      `json:"gross_weight_kg,omitzero"` // whole grams
	Volume        decimal.Decimal  `json:"volume_m3,omitzero"`       // m³, exact
	PackageKind   data.PackageKind `json:"package_kind,omitzero"`
	PreSale       bool             `json:"pre_sale,omitzero"`     // on a quotation, a proforma and kind "order"
	Promise       data.Date        `json:"promise_date,omitzero"` // the day by which a pre-sale ships
	Campaign      string           `json:"campaign,omitzero"`     // whose price it is; on kind "order" alone, never on what buyers see
	Role          data.LineRole    `json:"role,omitzero"`         // alternatives and options stand apart and count in no total
	AlternativeTo int              `json:"alternative_to,omitzero"`
	CustomsPrice  data.UnitPrice   `json:"customs_price,omitzero"` // of a free sample, which has no other price
	CustomsValue  data.Money       `json:"customs_value,omitzero"`

	// What a quotation says more of an article (STANDARDS 1.4).
	PcsPerCarton data.Quantity    `json:"pcs_per_carton,omitzero"`
	Carton       data.Box         `json:"carton,omitzero"`
	CartonNet    data.Weight      `json:"carton_net_kg,omitzero"`
	CartonGross  data.Weight      `json:"carton_gross_kg,omitzero"`
	MOQ          data.Quantity    `json:"moq,omitzero"`
	LeadTime     string           `json:"lead_time,omitzero"`
	Ladder       []data.PriceStep `json:"price_ladder,omitempty"`
	PiecesPer    []ContainerLoad  `json:"pieces_per_container,omitempty"`
	Picture      data.Hash        `json:"picture,omitzero"`
}

// ContainerLoad is how many pieces of an article a container of one type holds, as an estimate.
type ContainerLoad struct {
	Type   string        `json:"type"` // "20GP", "40GP", "40HQ"
	Pieces data.Quantity `json:"pieces"`
}

// NamedAmount is a charge by name.
type NamedAmount struct {
	Name   string     `json:"name"`
	Amount data.Money `json:"amount"`
}

// Totals are the sums of a paper. Goods is the sum of the line amounts; Total = Goods − Discount + Freight +
// Insurance + Charges (DESIGN 4). The measures add what is known.
type Totals struct {
	Goods      data.Money      `json:"goods,omitzero"`
	Discount   data.Money      `json:"discount,omitzero"`
	Freight    data.Money      `json:"freight,omitzero"`
	Insurance  data.Money      `json:"insurance,omitzero"`
	Charges    data.Money      `json:"charges,omitzero"`
	Total      data.Money      `json:"total,omitzero"`
	FOB        data.Money      `json:"fob,omitzero"` // Total − Freight − Insurance, where the term includes either
	Quantities []Measured      `json:"quantities,omitempty"`
	Packages   []Counted       `json:"packages,omitempty"`
	Cartons    int64           `json:"cartons,omitzero"`
	Net        data.Weight     `json:"net_weight_kg,omitzero"`
	Gross      data.Weight     `json:"gross_weight_kg,omitzero"`
	Volume     decimal.Decimal `json:"volume_m3,omitzero"`   // m³, exact; shown rounded half up to 3 decimals, once
	Incomplete []string        `json:"incomplete,omitempty"` // totals that leave out a line whose figure isn't known: "cartons", "net_weight_kg" …
}

// Measured is a quantity with its unit.
type Measured struct {
	Quantity data.Quantity `json:"quantity"`
	Unit     data.Unit     `json:"unit"`
}

// Counted is a number of packages of one kind.
type Counted struct {
	Count int64            `json:"count"`
	Kind  data.PackageKind `json:"kind"`
}

// packs reports whether the paper says how the goods are marked and packed.
func (p Paper) packs() bool { return p.Kind != data.Quotation && p.Kind != data.CreditNoteKind }
