package data

import (
	"maps"
	"slices"
	"time"

	"github.com/shopspring/decimal"
)

// PurchaseOrder is what the merchant orders from a supplier.
type PurchaseOrder struct {
	Record
	No           string         `json:"purchase_no"`
	Date         Date           `json:"date"`
	Status       PurchaseStatus `json:"status"`
	SupplierID   int64          `json:"-"`
	Supplier     string         `json:"supplier"` // the partner's code, filled in when read
	SupplierRef  string         `json:"supplier_order_no,omitzero"`
	Currency     Currency       `json:"currency"`
	Expected     Date           `json:"expected_date,omitzero"` // when the goods should come
	Incoterm     Incoterm       `json:"incoterm,omitzero"`
	Place        string         `json:"delivery_place,omitzero"` // where the supplier delivers to, as an address
	PaymentTerms string         `json:"payment_terms,omitzero"`
	Warehouse    string         `json:"warehouse"` // where the goods go; "" is the merchant's own
	Contact      string         `json:"our_contact,omitzero"`
	Language     string         `json:"language,omitzero"` // of the paper; empty: the supplier's
	Notes        string         `json:"notes,omitzero"`    // printed
	Lines        []PurchaseLine `json:"lines"`
}

// PurchaseLine is one article of a purchase order.
type PurchaseLine struct {
	ID             int64     `json:"-"`
	UUID           string    `json:"uuid"`
	VariantID      int64     `json:"-"`
	SKU            string    `json:"sku"`
	SupplierItemNo string    `json:"supplier_item_no,omitzero"`
	Description    Texts     `json:"descriptions,omitempty"` // empty: the product's
	Quantity       Quantity  `json:"quantity"`
	Unit           Unit      `json:"unit"`
	Price          UnitPrice `json:"unit_price"`
	Expected       Date      `json:"expected_date,omitzero"` // empty: the order's
	Note           string    `json:"note,omitzero"`
	Closed         bool      `json:"closed,omitzero"` // nothing more will come
	Received       Quantity  `json:"received"`        // so far, filled in from the receipts
}

// PurchaseStatus is what the merchant has decided about a purchase order. What came of it the receipts say.
type PurchaseStatus string

// The statuses of a purchase order. A closed one expects nothing any more.
const (
	PurchaseDraft   PurchaseStatus = "draft"
	PurchaseOrdered PurchaseStatus = "ordered"
	PurchaseClosed  PurchaseStatus = "closed"
)

// PurchaseState is how far a purchase order has come, status and receipts together.
type PurchaseState string

// The states that a purchase order can be in beside the statuses.
const (
	PurchaseStateDraft   PurchaseState = "draft"
	PurchaseStateOrdered PurchaseState = "ordered"  // nothing came yet
	PurchasePartly       PurchaseState = "partly"   // something came, more should
	PurchaseOverdue      PurchaseState = "overdue"  // something should have come before the day asked for
	PurchaseReceived     PurchaseState = "received" // all that should come has come
	PurchaseStateClosed  PurchaseState = "closed"   // closed before anything came
)

// Open returns how much of l should still come, were its order placed: never below zero, nothing when it is closed.
func (l PurchaseLine) Open() Quantity {
	if l.Closed {
		return 0
	}
	return max(l.Quantity-l.Received, 0)
}

// Over returns how much more came of l than was ordered.
func (l PurchaseLine) Over() Quantity { return max(l.Received-l.Quantity, 0) }

// Due returns the day on which l should come: its own, else the order's; "" when nobody said.
func (p PurchaseOrder) Due(l PurchaseLine) Date {
	if l.Expected != "" {
		return l.Expected
	}
	return p.Expected
}

// Amount returns what l costs in the order's currency, rounded half up.
func (p PurchaseOrder) Amount(l PurchaseLine) (Money, error) {
	return LineAmount(l.Price, l.Quantity, 0, p.Currency)
}

// Total returns the sum of the lines' amounts as shown.
func (p PurchaseOrder) Total() (Money, error) {
	sum := Money{Currency: p.Currency}
	for _, l := range p.Lines {
		m, err := p.Amount(l)
		if err != nil {
			return sum, err
		}
		if sum.Minor += m.Minor; sum.Minor < 0 {
			return sum, ErrTooLarge
		}
	}
	return sum, nil
}

// State says how far p has come on a day.
func (p PurchaseOrder) State(today Date) PurchaseState {
	if p.Status == PurchaseDraft || p.Status == "" {
		return PurchaseStateDraft
	}
	got, open, late := p.progress(today)
	switch {
	case late:
		return PurchaseOverdue
	case open && got:
		return PurchasePartly
	case open:
		return PurchaseStateOrdered
	case got:
		return PurchaseReceived
	}
	return PurchaseStateClosed
}

// progress says whether anything of p came, whether anything is still to come, and whether that is late on a day.
func (p PurchaseOrder) progress(today Date) (got, open, late bool) {
	for _, l := range p.Lines {
		got = got || l.Received > 0
		if p.Status == PurchaseOrdered && l.Open() > 0 {
			due := p.Due(l)
			open, late = true, late || due != "" && due < today
		}
	}
	return got, open, late
}

// Copy returns a new draft of day with the same goods and terms. What belongs to p alone is left out: its number, its
// days, the supplier's reference, the notes on lines and what came.
func (p PurchaseOrder) Copy(day Date) PurchaseOrder {
	twin := p
	twin.Record, twin.No, twin.Date, twin.Status = Record{}, "", day, PurchaseDraft
	twin.Expected, twin.SupplierRef = "", ""
	twin.Lines = slices.Clone(p.Lines)
	for i := range twin.Lines {
		l := &twin.Lines[i]
		l.ID, l.UUID, l.Note, l.Expected, l.Received, l.Closed = 0, "", "", "", 0, false
		l.Description = maps.Clone(l.Description)
	}
	return twin
}

// Receipt is goods of a purchase order that came together.
type Receipt struct {
	Rate  CostRate // none: the dated table's
	Over  bool     // more than was ordered is meant
	Lines []ReceiptLine
}

// ReceiptLine is one article, or one lot of it, that came.
type ReceiptLine struct {
	Line      int // number of the purchase order's line, from 1; 0: the first open one with the SKU
	SKU       string
	Quantity  Quantity
	Warehouse string // "" is the merchant's own
	Lot       string
	Expiry    Date
	Done      bool // nothing more will come of the line
}

// PostedReceipt is one entry of what came of a purchase order. It is never changed; one that was wrong is met by
// another that takes it back.
type PostedReceipt struct {
	UUID      string    `json:"uuid"`
	At        time.Time `json:"at"`
	Person    string    `json:"person"`
	Line      int       `json:"line"` // 0 when the line is gone
	VariantID int64     `json:"-"`
	SKU       string    `json:"sku"`
	Warehouse string    `json:"warehouse"`
	Lot       string    `json:"lot,omitzero"`
	Expiry    Date      `json:"expiry,omitzero"`
	Quantity  Quantity  `json:"quantity"` // below zero when it takes one back
	Cost      UnitPrice `json:"unit_cost"`
	Rate      CostRate  `json:"rate,omitzero"`       // by which the price became the cost; none: the same currency
	Over      Quantity  `json:"over,omitzero"`       // of it, beyond what was ordered
	Reverses  string    `json:"reverses,omitzero"`   // the entry that it takes back
	Taken     bool      `json:"taken_back,omitzero"` // another entry took it back
}

// CostRate is the rate by which a supplier's price becomes a cost in the company's currency.
type CostRate struct {
	Base Currency     `json:"base"` // the currency of which it prices one unit: the order's, or the company's
	Rate ExchangeRate `json:"rate"`
	Day  Date         `json:"-"` // whose rate it is, where it came from the dated table
}

// Cost returns a price in cur as a cost in the company's currency, rounded half up to the millionth: multiplied by a
// rate that prices one unit of cur, divided by one that prices one unit of the company's. Without a rate it is the price.
func (r CostRate) Cost(price UnitPrice, cur Currency) (UnitPrice, error) {
	if r.Rate <= 0 {
		return price, nil
	}
	cost := decimal.NewFromInt(int64(price))
	if r.Base == cur {
		cost = cost.Mul(r.Rate.Decimal())
	} else {
		cost = cost.DivRound(r.Rate.Decimal(), 0)
	}
	v, err := fixed(cost.Round(0), 0)
	return UnitPrice(v), err
}

// Problems reports what keeps r from being booked, apart from what the purchase order says.
func (r Receipt) Problems() Problems {
	var c check
	c.when(len(r.Lines) == 0, "lines", "problem.required")
	notNegative(&c, "rate", r.Rate.Rate)
	for i, l := range r.Lines {
		c.prefix = at("lines", i+1)
		c.when(l.SKU == "" && l.Line < 1, "sku", "problem.required")
		c.when(l.Quantity < 0 || l.Quantity == 0 && !l.Done, "quantity", "problem.not_positive")
		c.when(l.Warehouse == InTransit, "warehouse", "problem.taken")
		c.date("expiry", l.Expiry)
	}
	return c.problems
}
