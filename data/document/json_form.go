package document

import (
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// The types below are the JSON form of a paper. Embedded pointers that are nil leave their fields out: that is how a
// packing list comes to have no price.

type jsonPaper struct {
	Kind        data.Kind `json:"kind"`
	Number      string    `json:"number"`
	Revision    int       `json:"revision"`
	Draft       bool      `json:"draft"`
	Voided      string    `json:"voided,omitzero"` // the reason
	OrderNo     string    `json:"order_no"`
	ShipmentNo  string    `json:"shipment_no,omitzero"`
	SupplierRef string    `json:"supplier_order_no,omitzero"`
	Status      string    `json:"status,omitzero"`
	Customer    string    `json:"customer,omitzero"`
	Date        data.Date `json:"date"`
	Place       string    `json:"place_of_issue,omitzero"`
	Language    string    `json:"language"`
	*jsonTerms

	Letterhead []string `json:"letterhead,omitempty"` // lines above the paper

	Clauses []jsonClause `json:"clauses,omitempty"` // of a sales contract

	Seller       jsonParty  `json:"seller"`
	Buyer        jsonParty  `json:"buyer"`
	Consignee    *jsonParty `json:"consignee,omitempty"`
	BillTo       *jsonParty `json:"bill_to,omitempty"`
	Notify       *jsonParty `json:"notify,omitempty"`
	Manufacturer *jsonParty `json:"manufacturer,omitempty"`

	InvoiceNo      string           `json:"invoice_no,omitzero"`
	InvoiceDate    data.Date        `json:"invoice_date,omitzero"`
	BuyerOrderNo   string           `json:"buyer_order_no,omitzero"`
	BuyerOrderDate data.Date        `json:"buyer_order_date,omitzero"`
	ContractNo     string           `json:"contract_no,omitzero"`
	ContractDate   data.Date        `json:"contract_date,omitzero"`
	Credit         data.Credit      `json:"letter_of_credit,omitzero"`
	References     []data.Fact      `json:"references,omitempty"`
	ExportCountry  data.Country     `json:"export_country,omitzero"`
	Acquisition    data.Country     `json:"acquisition_country,omitzero"`
	Destination    data.Country     `json:"destination_country,omitzero"`
	Transport      data.Transport   `json:"transport,omitzero"`
	Marks          []string         `json:"marks,omitempty"`
	Containers     []data.Container `json:"containers,omitempty"`
	Pallets        int64            `json:"pallets,omitzero"`

	Lines    []jsonLine    `json:"lines"`
	Packages []jsonPackage `json:"packages,omitempty"`
	Totals   jsonTotals    `json:"totals"`

	Declarations   []string `json:"declarations,omitempty"`
	Notes          string   `json:"notes,omitzero"`
	Signatory      string   `json:"signatory,omitzero"`
	SignatoryTitle string   `json:"signatory_title,omitzero"`
}

// jsonTerms is what only priced papers say.
type jsonTerms struct {
	Currency     data.Currency     `json:"currency"`
	Incoterm     data.Incoterm     `json:"incoterm"`
	PaymentTerms string            `json:"payment_terms,omitzero"`
	PaymentSaid  map[string]string `json:"payment_terms_printed,omitempty"` // per language of the paper
	PaymentPlan  []jsonDue         `json:"payment_plan,omitempty"`
	DueDate      data.Date         `json:"due_date,omitzero"`
	ValidUntil   data.Date         `json:"valid_until,omitzero"`
	LastShipment data.Date         `json:"last_shipment,omitzero"`
	Required     data.Date         `json:"required_date,omitzero"`
	LeadTime     string            `json:"lead_time,omitzero"`
	SampleTerms  string            `json:"sample_terms,omitzero"`
	RateNote     string            `json:"rate_note,omitzero"`
	Charges      []jsonCharge      `json:"charges,omitempty"`
	Instalments  []jsonInstalment  `json:"instalments,omitempty"`
	Bank         *data.BankAccount `json:"bank,omitempty"`
}

type jsonInstalment struct {
	Terms    string            `json:"terms"`
	AllTerms map[string]string `json:"terms_printed,omitempty"` // per language of the paper
	Amount   string            `json:"amount"`
}

// jsonDue is an instalment as the terms of payment name it: a share or an amount, or neither for the balance. What they
// leave open is left out.
type jsonDue struct {
	Share   string              `json:"share_percent,omitzero"`
	Amount  string              `json:"amount,omitzero"`
	Method  data.PaymentMethod  `json:"method,omitzero"`
	Trigger data.PaymentTrigger `json:"trigger,omitzero"`
	Days    int                 `json:"days,omitzero"`
}

type jsonCharge struct {
	Name   string `json:"name"`
	Amount string `json:"amount"`
}

type jsonParty struct {
	Name         string       `json:"name"`
	Address      []string     `json:"address"`
	Country      data.Country `json:"country"`
	TaxID        string       `json:"tax_id"`
	ImportNo     string       `json:"import_no,omitzero"`
	Contact      string       `json:"contact,omitzero"`
	Phone        string       `json:"phone,omitzero"`
	Email        string       `json:"email,omitzero"`
	LocalName    string       `json:"name_local,omitzero"`
	LocalAddress []string     `json:"address_local,omitempty"`
}

type jsonLine struct {
	No            int               `json:"no"`
	SKU           string            `json:"sku"`
	BuyerItem     string            `json:"buyer_item_no,omitzero"`
	SupplierItem  string            `json:"supplier_item_no,omitzero"`
	Description   string            `json:"description"`
	Descriptions  map[string]string `json:"descriptions,omitempty"` // per language, on papers of two
	Specification string            `json:"specification,omitzero"`
	Details       []data.Fact       `json:"details,omitempty"`
	HSCode        string            `json:"hs_code"`
	Origin        data.Country      `json:"origin"`
	Quantity      string            `json:"quantity"`
	Unit          data.Unit         `json:"unit"`
	*jsonPrice
	Role        data.LineRole    `json:"role,omitzero"`           // what is alternative or optional counts in no total
	Instead     int              `json:"alternative_to,omitzero"` // the number of the line it may take the place of
	PreSale     bool             `json:"pre_sale,omitzero"`
	Campaign    string           `json:"campaign,omitzero"`
	Promise     data.Date        `json:"promise_date,omitzero"`
	Cartons     *int64           `json:"cartons"`
	PackageKind data.PackageKind `json:"package_kind,omitzero"`
	Net         *string          `json:"net_weight_kg"`
	Gross       *string          `json:"gross_weight_kg"`
	Volume      *string          `json:"volume_m3"`
	*jsonOffer
}

// jsonPrice is the price of a line.
type jsonPrice struct {
	Price    string `json:"unit_price"`
	Discount string `json:"discount_percent"`
	Amount   string `json:"amount"`
	Customs  string `json:"customs_value,omitzero"` // of a free sample, whose amount is zero
}

// jsonOffer is what a quotation says more of a line.
type jsonOffer struct {
	MOQ          data.Quantity     `json:"moq,omitzero"`
	LeadTime     string            `json:"lead_time,omitzero"`
	Ladder       []jsonStep        `json:"price_ladder,omitempty"`
	PcsPerCarton data.Quantity     `json:"pcs_per_carton,omitzero"`
	Carton       []data.Length     `json:"carton_cm,omitempty"`
	CartonNet    data.Weight       `json:"carton_net_kg,omitzero"`
	CartonGross  data.Weight       `json:"carton_gross_kg,omitzero"`
	PiecesPer    map[string]string `json:"pieces_per_container,omitempty"`
}

type jsonStep struct {
	From  data.Quantity `json:"from"`
	Price string        `json:"unit_price"`
}

type jsonPackage struct {
	From       int64            `json:"from"`
	To         int64            `json:"to"`
	Count      int64            `json:"count"`
	Kind       data.PackageKind `json:"kind"`
	Contents   []jsonContent    `json:"contents"`
	Net        *string          `json:"net_weight_kg"`   // of each
	Gross      *string          `json:"gross_weight_kg"` // of each
	NetTotal   *string          `json:"net_weight_total_kg"`
	GrossTotal *string          `json:"gross_weight_total_kg"`
	Size       []data.Length    `json:"size_cm,omitempty"`
	Volume     *string          `json:"volume_m3"` // of the run
}

type jsonContent struct {
	Line     int           `json:"line"`
	SKU      string        `json:"sku"`
	Quantity data.Quantity `json:"quantity"` // in each
}

type jsonTotals struct {
	*jsonSums
	Quantities []Measured `json:"quantities,omitempty"`
	Packages   []Counted  `json:"packages,omitempty"`
	Cartons    *int64     `json:"cartons"`
	Net        *string    `json:"net_weight_kg"`
	Gross      *string    `json:"gross_weight_kg"`
	Volume     *string    `json:"volume_m3"`
	Incomplete []string   `json:"incomplete,omitempty"`
}

// jsonSums are the amounts of a priced paper.
type jsonSums struct {
	Goods     string            `json:"goods"`
	Discount  string            `json:"discount"`
	Percent   string            `json:"discount_percent,omitzero"` // when the discount is a share of the goods
	Freight   string            `json:"freight"`
	Insurance string            `json:"insurance"`
	Charges   string            `json:"charges"`
	Total     string            `json:"total"`
	FOB       string            `json:"fob_value,omitzero"`
	Words     string            `json:"amount_in_words"`
	AllWords  map[string]string `json:"amounts_in_words,omitempty"` // per language, on papers of two
}

// weight is a weight as papers show it, null when it isn't known.
func weight(w data.Weight) *string {
	if w == 0 {
		return nil
	}
	s := w.Kilograms().StringFixed(3)
	return &s
}

// volume is a volume as papers show it, rounded half up once, null when it isn't known.
func volume(v decimal.Decimal) *string {
	if v.IsZero() {
		return nil
	}
	s := v.StringFixed(3)
	return &s
}

func count(n int64) *int64 {
	if n == 0 {
		return nil
	}
	return &n
}

func lengths(b data.Box) []data.Length {
	if b.IsZero() {
		return nil
	}
	return []data.Length{b.Length, b.Width, b.Height}
}

// language names the languages of a paper as the command line does: "en+zh".
func (s *speech) language() string {
	return strings.Join(s.each(func(w Words) string { return w.Lang }), "+")
}

// jsonClause is a clause as the paper prints it in its first language.
type jsonClause struct {
	No    int    `json:"no"`
	Code  string `json:"code,omitzero"`
	Title string `json:"title,omitzero"`
	Text  string `json:"text"`
}
