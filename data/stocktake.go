package data

import (
	"slices"
	"strings"
)

// StockTake is a count of what lies in one warehouse. Opening it freezes what the books say of each lot; posting it books the
// differences. Its lines are records of their own ([StockTakeLine]), because there may be a hundred thousand.
type StockTake struct {
	Record
	No        string         `json:"stock_take_no"` // ST-2026-0001
	Warehouse string         `json:"warehouse"`     // "" is the merchant's own
	Date      Date           `json:"date"`
	Scope     StockTakeScope `json:"scope"`
	State     StockTakeState `json:"state"`
	Tolerance Quantity       `json:"tolerance,omitzero"` // a difference of up to so much of a lot needs no reason; 0: each needs one
	Note      string         `json:"note,omitzero"`
}

// StockTakeScope says which goods of the warehouse are counted.
type StockTakeScope struct {
	Kind  ScopeKind `json:"kind"`
	Value string    `json:"value,omitzero"` // the category, the supplier's code or name, or the words searched for
	Since Date      `json:"since,omitzero"` // of goods that moved; "" is since the last posted stock-take of the warehouse
	Empty bool      `json:"empty,omitzero"` // articles of which nothing lies there too
}

// ScopeKind is one way to choose the goods of a stock-take.
type ScopeKind string

// The scopes.
const (
	ScopeAll      ScopeKind = "all"
	ScopeCategory ScopeKind = "category"
	ScopeSupplier ScopeKind = "supplier"
	ScopeSearch   ScopeKind = "search"
	ScopeMoved    ScopeKind = "moved"
)

// ScopeKinds returns the scopes in the order in which they are offered.
func ScopeKinds() []ScopeKind {
	return []ScopeKind{ScopeAll, ScopeCategory, ScopeSupplier, ScopeSearch, ScopeMoved}
}

// StockTakeState says how far a stock-take has come.
type StockTakeState string

// The states. What is posted or dropped is never changed.
const (
	TakeOpen    StockTakeState = "open"
	TakePosted  StockTakeState = "posted"
	TakeDropped StockTakeState = "dropped"
)

// StockTakeLine is one lot of an article in a stock-take. ChangedBy says who counted it last.
type StockTakeLine struct {
	Record
	TakeID    int64       `json:"-"`
	VariantID int64       `json:"-"`
	SKU       string      `json:"sku"` // filled in when read
	Lot       string      `json:"lot"`
	Expiry    Date        `json:"expiry"`
	Book      Quantity    `json:"book"`    // what the books said when the line was made
	Counted   *Quantity   `json:"counted"` // nil: nobody counted it yet
	Reason    CountReason `json:"reason,omitzero"`
	Words     string      `json:"words,omitzero"` // own words of the reason
	After     int64       `json:"-"`              // the last movement that Book contains
}

// Difference is what was counted less what the books said; 0 of a line that nobody counted.
func (l StockTakeLine) Difference() Quantity {
	if l.Counted == nil {
		return 0
	}
	return *l.Counted - l.Book
}

// Explained reports whether a difference of change may be booked: it is within the tolerance, or somebody said why.
func (l StockTakeLine) Explained(change, tolerance Quantity) bool {
	return max(change, -change) <= tolerance || l.Reason != "" && (l.Reason != OtherReason || strings.TrimSpace(l.Words) != "")
}

// Validate reports what keeps l from being saved.
func (l StockTakeLine) Validate() error {
	var c check
	c.when(l.Counted != nil && *l.Counted < 0, "counted", "problem.negative")
	if l.Reason != "" && !slices.Contains(append(CountReasons(), NotFound), l.Reason) {
		c.add("reason", "problem.not_one_of", "Values", reasonNames())
	}
	c.date("expiry", l.Expiry)
	return c.problems.Err()
}

// CountReason is why a count differs from the books.
type CountReason string

// The reasons. NotFound is set where goods that nobody counted are taken as gone.
const (
	Miscounted      CountReason = "miscount"
	Damaged         CountReason = "damage"
	LostGoods       CountReason = "loss"
	UnbookedReceipt CountReason = "unbooked_receipt"
	UnbookedSending CountReason = "unbooked_shipment"
	OtherReason     CountReason = "other" // in own words
	NotFound        CountReason = "not_found"
)

// CountReasons returns the reasons a person can choose, in the order in which they are offered.
func CountReasons() []CountReason {
	return []CountReason{Miscounted, Damaged, LostGoods, UnbookedReceipt, UnbookedSending, OtherReason}
}

func reasonNames() string {
	var names []string
	for _, r := range CountReasons() {
		names = append(names, string(r))
	}
	return strings.Join(names, ", ")
}

// Validate reports what keeps t from being saved.
func (t StockTake) Validate() error {
	var c check
	c.required("stock_take_no", t.No)
	c.required("date", string(t.Date))
	c.date("date", t.Date)
	c.date("scope.since", t.Scope.Since)
	c.when(t.Warehouse == InTransit, "warehouse", "problem.taken")
	notNegative(&c, "tolerance", t.Tolerance)
	if !slices.Contains(ScopeKinds(), t.Scope.Kind) {
		c.add("scope.kind", "problem.not_one_of", "Values", "all, category, supplier, search, moved")
	}
	if slices.Contains([]ScopeKind{ScopeCategory, ScopeSupplier, ScopeSearch}, t.Scope.Kind) {
		c.required("scope.value", t.Scope.Value)
	}
	return c.problems.Err()
}

// StockTakeCount is what somebody counted of one lot. An article that names no lot is its only line, or its goods without one.
type StockTakeCount struct {
	Code    string // SKU or barcode number
	Lot     string
	Expiry  Date
	Counted *Quantity // nil: not counted
	Add     Quantity  // to be added to what was counted so far, in place of Counted
	Keep    bool      // Counted stays as it is: only the reason is said
	Reason  *CountReason
	Words   *string
	Row     int // of the sheet it was read from; 0 for none
}

// StockTakeRow is a line with the article it is of.
type StockTakeRow struct {
	StockTakeLine
	Goods StockGoods
}

// StockTakeSum is how far a stock-take has come and what posting it would do now.
type StockTakeSum struct {
	Lines       int
	Counted     int
	Differences int        // lots that posting would move
	Unexplained []string   // SKUs of those that lack a reason
	Quantity    Quantity   // what posting would add to the stock
	Value       StockValue // and to its value, at moving average cost
}
