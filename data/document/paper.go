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

// Paper is a document as facts: everything it prints, in no language. Amounts and measures are exact.
type Paper struct {
	Kind       data.Kind
	Number     string // the issued number; on a draft the order's or shipment's
	Revision   int
	Draft      bool
	Date       data.Date
	OrderNo    string
	ShipmentNo string
	Place      string // of issue
	Currency   data.Currency
	Incoterm   data.Incoterm

	Seller, Buyer, Consignee, Notify, Manufacturer data.Party // empty ones aren't printed
	CustomsNo                                      string

	PaymentTerms, LeadTime, SampleTerms, RateNote string
	DueDate, ValidUntil, LastShipment, Required   data.Date
	BuyerOrderNo, ContractNo                      string
	BuyerOrderDate, ContractDate                  data.Date
	Credit                                        data.Credit
	References                                    []data.Fact
	InvoiceNo                                     string // on a packing list: the invoice it belongs to
	InvoiceDate                                   data.Date

	ExportCountry, Acquisition, Destination data.Country
	Origins                                 []data.Country // of the lines, in order of appearance
	Transport                               data.Transport
	Marks                                   []string // "N/M" when there are none
	Containers                              []data.Container
	Pallets                                 int64

	Lines    []Line
	Packages []Package // carton ranges, on a packing list
	Totals   Totals
	Charges  []NamedAmount // those inside Totals.Charges, by name

	Bank                   data.BankAccount
	Declaration, Notes     data.Texts
	Signatory, Title       string
	Logo, Stamp, Signature data.Hash
	WordsStyle             string
	PackagesEstimated      bool // weights come from the products, not from the scales
}

// Line is one article of a paper.
type Line struct {
	No             int
	SKU, BuyerItem string
	Description    data.Texts
	Details        []data.Fact // brand, model, composition, serial numbers
	HSCode         string
	Origin         data.Country
	Quantity       data.Quantity
	Unit           data.Unit
	Price          data.UnitPrice
	Discount       data.Percent
	Amount         data.Money
	Packed         bool // the packing figures below are known
	Cartons        int64
	Net, Gross     data.Weight
	Volume         decimal.Decimal // m³, exact
	PcsPerCarton   data.Quantity
	Carton         data.Box
	MOQ            data.Quantity
	Ladder         []data.PriceStep
	PiecesPer      map[string]int64 // pieces per container type, on a quotation
	Picture        data.Hash
}

// Package is a run of equal packages of a packing list.
type Package struct {
	From, To   int64
	Kind       data.PackageKind
	Contents   []Content
	Net, Gross data.Weight // of each package
	Box        data.Box
	Volume     decimal.Decimal // of the whole run, m³, exact
}

// Content is what lies in each package of a run.
type Content struct {
	Line     int // number of the paper's line
	Quantity data.Quantity
}

// NamedAmount is a charge by name.
type NamedAmount struct {
	Name   string
	Amount data.Money
}

// Totals are the sums of a paper. Goods is the sum of the line amounts; Total = Goods − Discount + Freight +
// Insurance + Charges (DESIGN 4).
type Totals struct {
	Goods, Discount, Freight, Insurance, Charges, Total data.Money
	Quantity                                            map[data.Unit]data.Quantity
	Packages                                            map[data.PackageKind]int64
	Cartons                                             int64
	Net, Gross                                          data.Weight
	Volume                                              decimal.Decimal // m³, exact; shown rounded half up to 3 decimals, once
}
