package data

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// PriceInput is what [Price] starts from: costs per unit in the merchant's own currency, or a known price, and the
// percentages on the way (STANDARDS 3.3). Shares are parts of one: 0.13 is 13 %. Absent costs are zero.
type PriceInput struct {
	CostWay       CostWay          // what PurchasePrice is; [Purchased] when empty
	PurchasePrice *decimal.Decimal // including VAT, own currency, or the own cost without VAT; or From
	VATRate       decimal.Decimal  // on the purchase invoice
	RefundRate    decimal.Decimal  // of the export VAT refund
	DomesticCost  *decimal.Decimal // from the factory to on board, own currency
	PremisesCost  decimal.Decimal  // the part of it that arises at the seller's own premises: EXW keeps it
	TerminalCost  decimal.Decimal  // the part that FCA leaves to the buyer: terminal handling
	LoadingCost   *decimal.Decimal // the part that FAS and FCA leave to the buyer: loading on board

	Fx       decimal.Decimal // own currency for 1 unit of Currency
	Buffer   decimal.Decimal // the share that the rate is lowered by for safety
	Currency Currency
	Markup   *decimal.Decimal // on cost; or Margin
	Margin   *decimal.Decimal // on the price

	Freight       decimal.Decimal  // main carriage per unit, in Currency, as all that follows
	Carriage      *Carriage        // what more is worked out from a freight price and the packing
	InsuranceRate decimal.Decimal  // the premium's share of the insured amount
	InsuredShare  *decimal.Decimal // of the price: 1.10 when nil
	Commission    decimal.Decimal
	CommissionOn  string          // "final" (default): of the price with commission; "cif": the CIF price ÷ (1 − commission)
	Bank          decimal.Decimal // bank and finance share of the price; with a mark-up it is part of that

	From          KnownPrice // a price to start at instead of the purchase price
	Target        KnownPrice // a price that the buyer asks for, beside the costs: what it leaves is worked out
	Term          string     // of the price that effects are told of; "": the target's, else one with all that there is
	PriceDecimals *int32     // of unit prices; those of Currency when nil
	Own           Currency   // the merchant's own: costs are in it; CNY when empty
	RateDate      Date       // of Fx, where it was looked up
	Grid          *GridInput // quantities, terms and currencies to work out side by side; nil: none
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

	NotCreditable string            `json:"not_creditable,omitempty"`   // input VAT a manufacturer can't set off, part of the cost
	Rate          string            `json:"rate,omitempty"`             // the exchange rate after the safety buffer
	FreightEach   string            `json:"freight_per_unit,omitempty"` // in Currency, 6 decimals
	CommissionOn  string            `json:"commission_on"`              // the convention of the prices with commission: "final" or "cif"
	RateDate      Date              `json:"rate_date,omitempty"`
	Target        *TargetResult     `json:"target,omitempty"`
	Grid          *Grid             `json:"grid,omitempty"`
	Steps         map[string][]Step `json:"steps"`   // the arithmetic of each figure, by its name or term
	Effects       []Effect          `json:"effects"` // what a change of 1 % does
}

// ParsePriceInput reads the JSON of a price question (DESIGN 4). Its fields are those of [PriceInput] in lower case with
// underscores: cost_way, purchase_price or own_cost, vat_rate, refund_rate, domestic_cost, premises_cost, terminal_cost, loading_cost, fx, fx_buffer,
// currency, markup, margin, freight, insurance_rate, insured_share, commission, commission_on, bank, price_decimals, from
// {term, price}, and for DAP, DPU and DDP destination_cost, unloading_cost, import_clearance, duty_rate,
// vat_rate_destination, customs_value; target {term, price}; the fields of [Carriage]. Decimals are strings or numbers. Wrong fields come back as [Problems], all at once.
func ParsePriceInput(b []byte) (PriceInput, error) {
	q, err := askJSON(b)
	if err != nil {
		return PriceInput{}, err
	}
	in := q.price()
	q.close(nil)
	return in, q.problems.Err()
}

// price reads the fields of one price question.
func (q *question) price() PriceInput {
	zero := decimal.Zero
	in := PriceInput{
		VATRate: or(q.share("vat_rate"), zero), RefundRate: or(q.share("refund_rate"), zero),
		DomesticCost: q.figure("domestic_cost"), PremisesCost: or(q.figure("premises_cost"), zero),
		TerminalCost: or(q.figure("terminal_cost"), zero), LoadingCost: q.figure("loading_cost"),
		Fx: or(q.positive("fx"), zero), Buffer: or(q.share("fx_buffer"), zero), Currency: Currency(q.text("currency")),
		Markup: q.figure("markup"), Margin: q.share("margin"), Freight: or(q.figure("freight"), zero),
		InsuranceRate: or(q.share("insurance_rate"), zero), InsuredShare: q.figure("insured_share"),
		Commission: or(q.share("commission"), zero), CommissionOn: q.choice("commission_on", "final", "cif"),
		Bank: or(q.share("bank"), zero),
	}
	q.costs(&in)
	if n := q.whole("price_decimals", 6); n != nil {
		decimals := int32(*n)
		in.PriceDecimals = &decimals
	}
	in.From, in.Target = q.known("from"), q.known("target")
	in.Destination = q.destination()
	in.Carriage = q.carriage()
	in.Own, in.RateDate = Currency(q.text("own_currency")), Date(q.text("rate_date"))
	in.Grid, in.Term = q.grid(), strings.ToUpper(q.text("term"))
	return in
}

// costs reads what the goods cost: a purchase price or an own cost, which says the way unless that is named.
func (q *question) costs(in *PriceInput) {
	in.CostWay = CostWay(q.choice("cost_way", "", string(Purchased), string(OwnCost), string(Manufactured)))
	in.PurchasePrice = q.figure("purchase_price")
	own := q.figure("own_cost")
	switch {
	case own == nil:
	case in.PurchasePrice != nil:
		q.add("own_cost", "problem.not_both", "Other", "purchase_price")
	default:
		if in.PurchasePrice = own; in.CostWay == "" {
			in.CostWay = OwnCost
		}
	}
}

// known reads a price under a term, as an object or as two fields, "target_term" and "target_price".
func (q *question) known(field string) (k KnownPrice) {
	k = KnownPrice{Term: strings.ToUpper(q.text(field + "_term")), Price: or(q.figure(field+"_price"), decimal.Zero)}
	if of := q.object(field); of != nil {
		k = KnownPrice{Term: strings.ToUpper(of.text("term")), Price: or(of.figure("price"), decimal.Zero)}
		of.close(q)
	}
	return k
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
