package data

import (
	"math"

	"github.com/shopspring/decimal"
)

// ReorderRules are the company's figures for buying anew and for goods that don't sell. 0 takes the usual one, see
// [Company.Reordering].
type ReorderRules struct {
	SalesDays int64 `json:"sales_days,omitzero"` // so many past days tell what is sold a day
	LeadDays  int64 `json:"lead_days,omitzero"`  // from order to goods, of suppliers who didn't say
	CoverDays int64 `json:"cover_days,omitzero"` // so long the goods ordered are to last after they came
	DeadDays  int64 `json:"dead_days,omitzero"`  // nothing sold for so long is dead stock
	SlowDays  int64 `json:"slow_days,omitzero"`  // what lasts longer than this moves slowly
}

// Reordering returns the company's figures, the usual ones in the place of those it didn't say.
func (c Company) Reordering() ReorderRules {
	r := c.Reorder
	for _, one := range []struct {
		figure *int64
		usual  int64
	}{{&r.SalesDays, 90}, {&r.LeadDays, 30}, {&r.CoverDays, 30}, {&r.DeadDays, 180}, {&r.SlowDays, 365}} {
		if *one.figure == 0 {
			*one.figure = one.usual
		}
	}
	return r
}

// reordering looks at the figures.
func (c *check) reordering(r ReorderRules) {
	c.when(r.SalesDays < 0, "reorder.sales_days", "problem.not_days")
	c.when(r.LeadDays < 0, "reorder.lead_days", "problem.not_days")
	c.when(r.CoverDays < 0, "reorder.cover_days", "problem.not_days")
	c.when(r.DeadDays < 0, "reorder.dead_days", "problem.not_days")
	c.when(r.SlowDays < 0, "reorder.slow_days", "problem.not_days")
}

// StockNeed is what is known of one article when it is asked how much of it to buy.
type StockNeed struct {
	VariantID int64
	SKU       string
	Sold      Quantity // in the past days that the rules count, less what buyers sent back
	OnHand    Quantity // lies in a warehouse
	InTransit Quantity // between two of the merchant's warehouses
	OnOrder   Quantity // bought and not here yet
	Reserved  Quantity // of it, kept for orders
	Presold   Quantity // of confirmed pre-sales, neither sent nor kept for them yet
	Safety    Quantity // never to fall below; 0: none
	LeadDays  int64    // of the preferred supplier; 0: didn't say
	MOQ       Quantity // the supplier's least; 0: none
	Multiple  Quantity // the supplier delivers in steps of this, as of whole cartons; 0: any quantity
}

// ReorderTerm is what one step of the arithmetic is about.
type ReorderTerm string

// The steps, in their order.
const (
	TermSold      ReorderTerm = "sold"            // in Days past days
	TermDaily     ReorderTerm = "daily"           // sold a day, rounded half up to the thousandth for reading
	TermDemand    ReorderTerm = "demand"          // of the Days until goods ordered next come and last
	TermSeason    ReorderTerm = "season"          // added for the Days of a season, at Percent
	TermSafety    ReorderTerm = "safety_stock"    // added
	TermWanted    ReorderTerm = "wanted"          // the sum of the three
	TermOnHand    ReorderTerm = "on_hand"         // there is
	TermInTransit ReorderTerm = "in_transit"      // added to it
	TermOnOrder   ReorderTerm = "on_order"        // added to it
	TermReserved  ReorderTerm = "reserved"        // taken off
	TermPresold   ReorderTerm = "presold"         // taken off, where there is any
	TermAvailable ReorderTerm = "available"       // the result
	TermLine      ReorderTerm = "reorder_line"    // what sells in the Days of the lead time, and the safety stock: at or below it is bought
	TermNeed      ReorderTerm = "need"            // wanted less available, in whole units, rounded up; 0 above the line
	TermMOQ       ReorderTerm = "moq"             // raised to the supplier's least
	TermCartons   ReorderTerm = "carton_multiple" // rounded up to a multiple of Step
	TermProposed  ReorderTerm = "proposed"        // the result
)

// ReorderStep is one line of the arithmetic, in the order in which it is worked out.
type ReorderStep struct {
	Term     ReorderTerm
	Quantity Quantity // the figure of the line
	Days     int64    // where the term counts days
	Percent  Percent  // of a season
	Season   Texts    // its name
	Code     string   // of the season
	Step     Quantity // the multiple that cartons round up to, and the least that MOQ raises to
}

// Proposal is how much of an article to buy, and why.
type Proposal struct {
	StockNeed
	Quantity Quantity // 0: there is enough
	Steps    []ReorderStep
}

// Propose works out how much to buy of an article. What is there is held against a line: what sells until goods ordered
// now would come, and the safety stock. Above the line nothing is bought. At or below it the stock is filled up to what
// sells until then and through the days to cover, with the seasons in them, and the safety stock; at least by what
// lifts it above the safety stock. That is rounded up to whole units, raised to the supplier's least quantity and
// rounded up to whole cartons, in this order. Each step is rounded up to the thousandth by itself, so that the lines
// add up as shown. Beyond the largest quantity it stays there.
func Propose(n StockNeed, rules ReorderRules, calendar Calendar) Proposal {
	lead := n.LeadDays
	if lead <= 0 {
		lead = rules.LeadDays
	}
	sold := max(n.Sold, 0)
	w := working{sold: sold, rules: rules, calendar: calendar}
	w.step(ReorderStep{Term: TermSold, Quantity: sold, Days: rules.SalesDays})
	w.step(ReorderStep{Term: TermDaily, Quantity: quantityOf(perDay(sold, rules.SalesDays).Round(quantityPlaces)), Days: 1})
	wanted := addQuantities(w.demand(lead+rules.CoverDays, true), n.Safety)
	w.step(ReorderStep{Term: TermSafety, Quantity: n.Safety})
	w.step(ReorderStep{Term: TermWanted, Quantity: wanted})
	available := w.available(n)
	line := addQuantities(w.demand(lead, false), n.Safety)
	w.step(ReorderStep{Term: TermLine, Quantity: line, Days: lead})
	need := Quantity(0)
	if available <= line && (line > 0 || available < 0) {
		need = ceilTo(max(addQuantities(wanted, -available), 0), Pieces(1))
		if need == 0 && available <= n.Safety {
			need = Pieces(1)
		}
	}
	w.step(ReorderStep{Term: TermNeed, Quantity: need})
	return Proposal{StockNeed: n, Quantity: w.rounded(need, n), Steps: w.steps}
}

// Pace returns at how many percent of the usual sales [Propose] may find that an article has to be bought, 0 where it does at
// any; false where it does at none. It never says more than is true: what days of sales round up to stays below a unit.
func (n StockNeed) Pace(rules ReorderRules) (percent int64, buys bool) {
	lead := n.LeadDays
	if lead <= 0 {
		lead = rules.LeadDays
	}
	w := working{}
	available := w.available(n)
	if n.Sold <= 0 {
		return 0, available <= n.Safety && (n.Safety > 0 || available < 0)
	}
	spare := addQuantities(addQuantities(available, -n.Safety), -Pieces(1))
	if spare <= 0 {
		return 0, true
	}
	whole := decimal.NewFromInt(int64(spare)).Mul(decimal.NewFromInt(100 * rules.SalesDays))
	pace, _ := whole.QuoRem(decimal.NewFromInt(int64(n.Sold)).Mul(decimal.NewFromInt(lead)), 0)
	if pace.GreaterThan(decimal.NewFromInt(mostPace)) {
		return 0, false
	}
	return pace.IntPart(), true
}

// mostPace is more than any season makes of the usual sales.
const mostPace = 100_000

// Reorder is an article with how much of it to buy.
type Reorder struct {
	Product  Product
	Proposal Proposal
}

// Supplied fills in what p's preferred supplier says: lead time, least quantity and steps, else whole cartons.
func (n *StockNeed) Supplied(p Product) {
	offer, _ := p.OfferOf(p.SupplierID)
	n.LeadDays, n.MOQ, n.Multiple = offer.LeadDays, offer.MOQ, offer.Multiple
	if n.Multiple == 0 {
		n.Multiple = p.Packing.PcsPerCarton
	}
}

// SpreadSafety gives each variant of an article its part of the article's safety stock: by what was sold of it, evenly where
// nothing was, in whole thousandths that sum to the whole.
func SpreadSafety(list []StockNeed, safety Quantity) {
	weights := make([]decimal.Decimal, len(list))
	for i, n := range list {
		weights[i] = max(n.Sold, 0).Decimal()
	}
	for i, part := range Allocate(int64(safety), weights) {
		list[i].Safety = Quantity(part)
	}
}

// working is the arithmetic of one proposal while it is done.
type working struct {
	sold     Quantity
	rules    ReorderRules
	calendar Calendar
	steps    []ReorderStep
}

func (w *working) step(s ReorderStep) { w.steps = append(w.steps, s) }

// demand returns what sells in the next days, seasons included, each part rounded up to the thousandth. shown: the parts
// become steps.
func (w *working) demand(days int64, shown bool) Quantity {
	sum := w.sells(days, Hundred)
	if shown {
		w.step(ReorderStep{Term: TermDemand, Quantity: sum, Days: days})
	}
	for i, n := range w.calendar.Within(days) {
		s := w.calendar.Seasons[i]
		more := w.sells(n, s.Percent)
		if more == 0 {
			continue
		}
		sum = addQuantities(sum, more)
		if shown {
			w.step(ReorderStep{Term: TermSeason, Quantity: more, Days: n, Percent: s.Percent, Season: s.Name, Code: s.Code})
		}
	}
	return max(sum, 0)
}

// sells returns a share of what sells in so many days, rounded up to the thousandth.
func (w *working) sells(days int64, share Percent) Quantity {
	if w.rules.SalesDays <= 0 {
		return 0
	}
	whole := w.sold.Decimal().Mul(decimal.NewFromInt(days)).Mul(share.Share()).Shift(quantityPlaces)
	q, rest := whole.QuoRem(decimal.NewFromInt(w.rules.SalesDays), 0)
	if rest.IsPositive() {
		q = q.Add(decimal.NewFromInt(1))
	}
	return quantityOf(q.Shift(-quantityPlaces))
}

// available returns what there is to sell: on hand, on the way and on order, less what is kept for orders or sold in advance.
func (w *working) available(n StockNeed) Quantity {
	w.step(ReorderStep{Term: TermOnHand, Quantity: n.OnHand})
	sum := n.OnHand
	for _, one := range []struct {
		term ReorderTerm
		q    Quantity
	}{{TermInTransit, n.InTransit}, {TermOnOrder, n.OnOrder}} {
		if one.q != 0 || one.term == TermOnOrder {
			w.step(ReorderStep{Term: one.term, Quantity: one.q})
		}
		sum = addQuantities(sum, one.q)
	}
	w.step(ReorderStep{Term: TermReserved, Quantity: n.Reserved})
	sum = addQuantities(sum, -n.Reserved)
	if n.Presold != 0 {
		w.step(ReorderStep{Term: TermPresold, Quantity: n.Presold})
	}
	sum = addQuantities(sum, -n.Presold)
	w.step(ReorderStep{Term: TermAvailable, Quantity: sum})
	return sum
}

// rounded raises a need to the supplier's least quantity and to whole cartons.
func (w *working) rounded(need Quantity, n StockNeed) Quantity {
	q := need
	if need > 0 && n.MOQ > q {
		q = n.MOQ
		w.step(ReorderStep{Term: TermMOQ, Quantity: q, Step: n.MOQ})
	}
	if up := ceilTo(q, n.Multiple); up != q {
		q = up
		w.step(ReorderStep{Term: TermCartons, Quantity: q, Step: n.Multiple})
	}
	w.step(ReorderStep{Term: TermProposed, Quantity: q})
	return q
}

// perDay is what is sold a day, as exact as a division is.
func perDay(sold Quantity, days int64) decimal.Decimal {
	if days <= 0 {
		return decimal.Zero
	}
	return sold.Decimal().Div(decimal.NewFromInt(days))
}

// ceilTo rounds q up to a multiple of step; a step of 0 is none. Where no multiple can be held it stays q.
func ceilTo(q, step Quantity) Quantity {
	if step <= 0 || q%step == 0 || q > math.MaxInt64-step {
		return q
	}
	return (q/step + 1) * step
}

// addQuantities adds without leaving what a quantity can hold.
func addQuantities(a, b Quantity) Quantity { return quantityOf(a.Decimal().Add(b.Decimal())) }

// quantityOf returns d as a quantity, at most the largest there is.
func quantityOf(d decimal.Decimal) Quantity {
	most := Quantity(math.MaxInt64)
	switch {
	case d.GreaterThan(most.Decimal()):
		return most
	case d.LessThan(most.Decimal().Neg()):
		return -most
	}
	return Quantity(d.Shift(quantityPlaces).IntPart())
}
