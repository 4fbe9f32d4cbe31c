package data

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// PriceInput is what [Price] starts from: costs per unit in the merchant's own currency, or a known price, and the
// percentages on the way (STANDARDS 3.3). Shares are parts of one: 0.13 is 13 %. Absent costs are zero.
type PriceInput struct {
	PurchasePrice *decimal.Decimal // including VAT, own currency; or From
	VATRate       decimal.Decimal  // on the purchase invoice
	RefundRate    decimal.Decimal  // of the export VAT refund
	DomesticCost  *decimal.Decimal // from the factory to on board, own currency
	PremisesCost  decimal.Decimal  // the part of it that arises at the seller's own premises: EXW keeps it
	TerminalCost  decimal.Decimal  // the part that FCA leaves to the buyer: terminal handling
	LoadingCost   *decimal.Decimal // the part that FAS and FCA leave to the buyer: loading on board

	Fx       decimal.Decimal // own currency for 1 unit of Currency
	Currency Currency
	Markup   *decimal.Decimal // on cost; or Margin
	Margin   *decimal.Decimal // on the price

	Freight       decimal.Decimal  // main carriage per unit, in Currency, as all that follows
	InsuranceRate decimal.Decimal  // the premium's share of the insured amount
	InsuredShare  *decimal.Decimal // of the price: 1.10 when nil
	Commission    decimal.Decimal
	CommissionOn  string          // "final" (default): of the price with commission; "cif": the CIF price ÷ (1 − commission)
	Bank          decimal.Decimal // bank and finance share of the price; with a mark-up it is part of that

	From          KnownPrice // a price to start at instead of the purchase price
	PriceDecimals *int32     // of unit prices; those of Currency when nil
	Destination   *Destination
}

// KnownPrice is the price under one term.
type KnownPrice struct {
	Term  string
	Price decimal.Decimal
}

// Destination is what delivery to the buyer's country costs per unit, in the currency of the price.
type Destination struct {
	Cost         decimal.Decimal // handling and delivery there
	Unloading    decimal.Decimal // at the named place: DPU
	Clearance    decimal.Decimal // import clearance: DDP
	DutyRate     decimal.Decimal // of the customs value
	VATRate      decimal.Decimal // of customs value + duty + Cost
	CustomsValue string          // "cif" (default: EU, UK and most others) or "fob" (US)
}

// TermPrice is a price under one term, as text.
type TermPrice struct{ Term, Price string }

// TermPrices are prices in the order of the terms. In JSON they are one object.
type TermPrices []TermPrice

// Of returns the price under a term; "" when it isn't there.
func (p TermPrices) Of(term string) string {
	for _, one := range p {
		if one.Term == term {
			return one.Price
		}
	}
	return ""
}

// MarshalJSON writes an object by term, in the order of the terms.
func (p TermPrices) MarshalJSON() ([]byte, error) {
	fields := make([]string, len(p))
	for i, one := range p {
		fields[i] = strconv.Quote(one.Term) + ":" + strconv.Quote(one.Price) // ASCII without anything to escape
	}
	return []byte("{" + strings.Join(fields, ",") + "}"), nil
}

// PriceResult is what [Price] finds. Costs have the two decimals of the merchant's own currency, prices the decimals
// that were asked for; each figure is rounded half up, once, from its exact value.
type PriceResult struct {
	PurchasePrice string     `json:"purchase_price,omitempty"` // the highest that a known price allows
	Refund        string     `json:"refund,omitempty"`
	NetCost       string     `json:"net_cost,omitempty"`
	Cost          string     `json:"cost,omitempty"`
	Prices        TermPrices `json:"prices"`
	Premium       string     `json:"premium"`                 // inside the CIF price
	Commission    string     `json:"commission"`              // inside the CIFC price
	ExchangeCost  string     `json:"exchange_cost,omitempty"` // cost ÷ FOB price as shown (换汇成本), 4 decimals
	Profit        string     `json:"profit,omitempty"`        // FOB price as shown × fx − cost, own currency, 4 decimals
	Currency      Currency   `json:"currency"`
	Exact         TermPrices `json:"exact"` // the prices with 10 decimals
}

// ParsePriceInput reads the JSON of a price question (DESIGN 4). Its fields are those of [PriceInput] in lower case with
// underscores: purchase_price, vat_rate, refund_rate, domestic_cost, premises_cost, terminal_cost, loading_cost, fx,
// currency, markup, margin, freight, insurance_rate, insured_share, commission, commission_on, bank, price_decimals, from
// {term, price}, and for DAP, DPU and DDP destination_cost, unloading_cost, import_clearance, duty_rate,
// vat_rate_destination, customs_value. Decimals are strings or numbers. Wrong fields come back as [Problems], all at once.
func ParsePriceInput(b []byte) (PriceInput, error) {
	q, err := askJSON(b)
	if err != nil {
		return PriceInput{}, err
	}
	zero := decimal.Zero
	in := PriceInput{
		PurchasePrice: q.figure("purchase_price"), VATRate: or(q.share("vat_rate"), zero), RefundRate: or(q.share("refund_rate"), zero),
		DomesticCost: q.figure("domestic_cost"), PremisesCost: or(q.figure("premises_cost"), zero),
		TerminalCost: or(q.figure("terminal_cost"), zero), LoadingCost: q.figure("loading_cost"),
		Fx: or(q.positive("fx"), zero), Currency: Currency(q.text("currency")),
		Markup: q.figure("markup"), Margin: q.share("margin"), Freight: or(q.figure("freight"), zero),
		InsuranceRate: or(q.share("insurance_rate"), zero), InsuredShare: q.figure("insured_share"),
		Commission: or(q.share("commission"), zero), CommissionOn: q.choice("commission_on", "final", "cif"),
		Bank: or(q.share("bank"), zero),
	}
	if n := q.whole("price_decimals", 6); n != nil {
		decimals := int32(*n)
		in.PriceDecimals = &decimals
	}
	if from := q.object("from"); from != nil {
		in.From = KnownPrice{Term: strings.ToUpper(from.text("term")), Price: or(from.figure("price"), zero)}
		from.close(q)
	}
	in.Destination = q.destination()
	q.close(nil)
	return in, q.problems.Err()
}

// destination reads what DAP, DPU and DDP need; nil when none of it is there.
func (q *question) destination() *Destination {
	zero, given := decimal.Zero, false
	for _, field := range []string{"destination_cost", "unloading_cost", "import_clearance", "duty_rate", "vat_rate_destination"} {
		_, ok := q.fields[field]
		given = given || ok
	}
	d := Destination{
		Cost: or(q.figure("destination_cost"), zero), Unloading: or(q.figure("unloading_cost"), zero),
		Clearance: or(q.figure("import_clearance"), zero), DutyRate: or(q.figure("duty_rate"), zero),
		VATRate: or(q.figure("vat_rate_destination"), zero), CustomsValue: q.choice("customs_value", "cif", "fob"),
	}
	if !given {
		return nil
	}
	return &d
}
