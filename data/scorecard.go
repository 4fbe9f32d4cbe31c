package data

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"
)

// The criteria that suppliers are scored by unless the company names others. The program knows what the facts say of delivery
// and price; a person judges the others.
const (
	ScoreQuality  = "quality"
	ScoreDelivery = "delivery"
	ScorePrice    = "price"
	ScoreService  = "service"
)

// Criterion is one of the things that suppliers are scored by.
type Criterion struct {
	Code   string `json:"code"`
	Name   Texts  `json:"names,omitempty"` // the program has words for its own four
	Weight int64  `json:"weight"`          // percent of the total
}

// ScoringRules say how suppliers are scored (D18). What is empty takes the usual, see [Company.ScoringRules].
type ScoringRules struct {
	Criteria []Criterion `json:"criteria,omitempty"` // their weights make up 100
	PhaseOut int64       `json:"phase_out,omitzero"` // below so many points a supplier is to be phased out; 80 when 0
}

// ScoringRules returns how the company scores, the usual in the place of what it didn't say: quality 40, delivery 30, price
// 20 and service 10 percent, below 80 points to be phased out (D18; the weights are ours).
func (c Company) ScoringRules() ScoringRules {
	r := c.Scoring
	if len(r.Criteria) == 0 {
		r.Criteria = []Criterion{
			{Code: ScoreQuality, Weight: 40},
			{Code: ScoreDelivery, Weight: 30},
			{Code: ScorePrice, Weight: 20},
			{Code: ScoreService, Weight: 10},
		}
	}
	if r.PhaseOut == 0 {
		r.PhaseOut = 80
	}
	return r
}

// scoring looks at the rules: weights make up 100, each criterion stands once.
func (c *check) scoring(r ScoringRules) {
	c.when(r.PhaseOut < 0 || r.PhaseOut > 100, "scoring.phase_out", "problem.points")
	sum, seen := int64(0), map[string]bool{}
	for i, one := range r.Criteria {
		c.prefix = at("scoring.criteria", i+1)
		c.required("code", one.Code)
		c.when(seen[one.Code] && one.Code != "", "code", "problem.taken")
		c.when(one.Weight < 1 || one.Weight > 100, "weight", "problem.points")
		seen[one.Code] = true
		sum += min(max(one.Weight, 0), 100)
	}
	c.prefix = ""
	c.when(len(r.Criteria) > 0 && sum != 100, "scoring.criteria", "problem.weights")
}

// Scorecard is what a supplier's deliveries of one quarter were worth. Its weights are those of the day on which it was begun, so
// that other weights later don't change it.
type Scorecard struct {
	Record
	SupplierID int64            `json:"-"`
	Supplier   string           `json:"supplier"` // the partner's code, filled in when read
	Quarter    Quarter          `json:"quarter"`
	Points     []CriterionScore `json:"points"`
	Note       string           `json:"note,omitzero"`
}

// CriterionScore is what a supplier got for one criterion.
type CriterionScore struct {
	Criterion string `json:"criterion"`
	Weight    int64  `json:"weight"`             // percent of the total
	Points    int64  `json:"points"`             // 0 to 100
	Proposed  *int64 `json:"proposed,omitempty"` // what the facts said when it was saved; nil: they say nothing
	Reason    string `json:"reason,omitzero"`    // why the person gave other points than the facts
}

// NotJudged stands for points that nobody gave yet. A card with it can't be saved.
const NotJudged int64 = -1

// Score is a weighted sum of points in tenths of a point: 87.5 is 875.
type Score int64

// String writes s with one decimal, as "87.5".
func (s Score) String() string { return formatFixed(int64(s), 1, 1) }

// MarshalText writes s as String does.
func (s Score) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Total returns the sum of the points by their weights, rounded half up to a tenth of a point.
func (s Scorecard) Total() Score {
	weights, sum := int64(0), int64(0)
	for _, p := range s.Points {
		weights += p.Weight
		sum += p.Weight * p.Points
	}
	if weights == 0 {
		return 0
	}
	return Score((sum*20 + weights) / (2 * weights))
}

// PhasesOut reports whether a total is so low that the supplier should be phased out (D18).
func (r ScoringRules) PhasesOut(total Score) bool { return int64(total) < 10*r.PhaseOut }

// ScoreState says what a supplier's card of a quarter means.
type ScoreState string

// The states of a supplier in a quarter.
const (
	ScoreDue      ScoreState = "due"       // nobody scored it yet, and the quarter is over
	ScoreOpen     ScoreState = "open"      // nobody scored it yet; the quarter still runs
	ScoreGood     ScoreState = "good"      // at or above the company's line
	ScorePhaseOut ScoreState = "phase-out" // below it (D18)
)

// State returns what card means for a quarter on a day. One that was never saved has ID 0.
func (r ScoringRules) State(card Scorecard, quarter Quarter, today Date) ScoreState {
	switch {
	case card.ID == 0 && quarter.Last() < today:
		return ScoreDue
	case card.ID == 0:
		return ScoreOpen
	case r.PhasesOut(card.Total()):
		return ScorePhaseOut
	}
	return ScoreGood
}

// Validate reports what keeps s from being saved. Points that differ from what the facts say need a reason.
func (s Scorecard) Validate() error {
	var c check
	c.required("supplier", s.Supplier)
	c.when(!s.Quarter.Valid(), "quarter", "problem.quarter")
	c.when(len(s.Points) == 0, "points", "problem.required")
	for i, p := range s.Points {
		c.prefix = at("points", i+1)
		c.required("criterion", p.Criterion)
		c.when(slices.ContainsFunc(s.Points[:i], func(o CriterionScore) bool { return o.Criterion == p.Criterion }), "criterion", "problem.taken")
		c.when(p.Points < 0 || p.Points > 100, "points", "problem.points")
		c.when(p.Proposed != nil && *p.Proposed != p.Points && p.Reason == "", "reason", "problem.score_reason")
	}
	c.prefix = ""
	return c.problems.Err()
}

// SupplierFacts are what the records of a quarter say of a supplier.
type SupplierFacts struct {
	Due      int64 `json:"due"`      // lines of purchase orders that should have come in the quarter and before today
	OnTime   int64 `json:"on_time"`  // of them, those that had come whole by their day
	Compared int64 `json:"compared"` // products that another supplier offers too, both at a cost that can be compared
	Price    int64 `json:"price"`    // points: of those products, the cheapest cost as percent of this supplier's, on average
}

// Proposed returns the points that the facts give for a criterion, rounded half up, and whether they say anything: for
// delivery the share of lines that came whole and on time, for price [SupplierFacts].Price.
func (f SupplierFacts) Proposed(criterion string) (points int64, known bool) {
	switch {
	case criterion == ScoreDelivery && f.Due > 0:
		return (f.OnTime*200 + f.Due) / (2 * f.Due), true
	case criterion == ScorePrice && f.Compared > 0:
		return f.Price, true
	}
	return 0, false
}

// NewScorecard returns the card of a supplier and quarter that nobody filled in yet: every criterion with what the facts say,
// [NotJudged] where they say nothing.
func (r ScoringRules) NewScorecard(supplier string, quarter Quarter, facts SupplierFacts) Scorecard {
	card := Scorecard{Supplier: supplier, Quarter: quarter}
	for _, c := range r.Criteria {
		card.Points = append(card.Points, CriterionScore{Criterion: c.Code, Weight: c.Weight, Points: NotJudged})
	}
	card.Propose(facts, true)
	return card
}

// Propose notes what the facts say of each criterion, and takes it as the points when take is true.
func (s *Scorecard) Propose(facts SupplierFacts, take bool) {
	s.Points = slices.Clone(s.Points)
	for i := range s.Points {
		p := &s.Points[i]
		p.Proposed = nil
		n, known := facts.Proposed(p.Criterion)
		if !known {
			continue
		}
		if p.Proposed = &n; take {
			p.Points = n
		}
	}
}

// PricePoints returns the points of a supplier's costs: for each product the cheapest cost of all as percent of the supplier's
// own, on average, rounded half up. Costs are in one currency and above zero.
func PricePoints(own, cheapest []UnitPrice) int64 {
	if len(own) == 0 || len(own) != len(cheapest) {
		return 0
	}
	sum := decimal.Zero
	for i := range own {
		sum = sum.Add(cheapest[i].Decimal().Shift(2).DivRound(own[i].Decimal(), 12))
	}
	return sum.DivRound(decimal.NewFromInt(int64(len(own))), 0).IntPart()
}

// Quarter is a quarter of a year, as "2026-Q4".
type Quarter string

// QuarterOf returns the quarter that a day lies in.
func QuarterOf(d Date) Quarter {
	t := d.Time()
	return Quarter(t.Format("2006") + "-Q" + strconv.Itoa((int(t.Month())+2)/3))
}

// Valid reports whether q is a quarter.
func (q Quarter) Valid() bool {
	return len(q) == 7 && q[4:6] == "-Q" && q[6] >= '1' && q[6] <= '4' && q.First().Year() > 1900
}

// First returns the first day of q.
func (q Quarter) First() Date {
	if len(q) != 7 {
		return ""
	}
	month := 3*int(q[6]-'1') + 1
	d, _ := ParseDate(string(q[:4]) + "-" + string(rune('0'+month/10)) + string(rune('0'+month%10)) + "-01")
	return d
}

// Last returns the last day of q.
func (q Quarter) Last() Date { return DateOf(q.First().Time().AddDate(0, 3, -1)) }

// Before returns the quarter before q.
func (q Quarter) Before() Quarter { return QuarterOf(DateOf(q.First().Time().AddDate(0, 0, -1))) }
