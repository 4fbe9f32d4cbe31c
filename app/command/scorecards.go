package command

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"tradewind/data"
	"tradewind/data/store"
)

// scoreRow is a supplier with its card of a quarter.
type scoreRow struct {
	Supplier string                `json:"supplier"`
	Name     string                `json:"name"`
	Quarter  data.Quarter          `json:"quarter"`
	Total    string                `json:"total"` // "" without a card
	State    data.ScoreState       `json:"state"`
	Points   []data.CriterionScore `json:"points"`
	Note     string                `json:"note"`
	Person   string                `json:"person"`
}

// scoreTable lists the suppliers with their cards of a quarter: the one that --on lies in, else the last that is over.
func (s *session) scoreTable(st *store.Store, q store.Query) (*table, error) {
	today := data.DateOf(s.Now())
	quarter := data.QuarterOf(today).Before()
	if s.call.has("on") {
		day, err := s.day("on")
		if err != nil {
			return nil, err
		}
		quarter = data.QuarterOf(day)
	}
	company, err := st.Company.Get(s.ctx)
	if err != nil {
		return nil, fmt.Errorf("list scorecards: %w", err)
	}
	found, err := paged(q, func(q store.Query) ([]store.ScoredSupplier, error) { return st.Scorecards.Find(s.ctx, quarter, q) },
		func(v store.ScoredSupplier) string { return v.Partner.Code })
	if err != nil {
		return nil, err
	}
	t := newTable("supplier", "name", "quarter", "total", "state", "note")
	for _, v := range found {
		r := scoreRow{Supplier: v.Partner.Code, Name: v.Partner.Name, Quarter: quarter, Points: v.Card.Points, Note: v.Card.Note, Person: v.Card.ChangedBy}
		if r.State = company.ScoringRules().State(v.Card, quarter, today); v.Card.ID != 0 {
			r.Total = v.Card.Total().String()
		}
		t.add(r, r.Supplier, r.Name, string(r.Quarter), r.Total, string(r.State), r.Note)
	}
	return t, nil
}

// comparedRow is one supplier of a product beside the others.
type comparedRow struct {
	SKU      string        `json:"sku"`
	Supplier string        `json:"supplier"`
	ItemNo   string        `json:"item_no"`
	Cost     string        `json:"cost"`
	Currency data.Currency `json:"currency"`
	UnitCost string        `json:"unit_cost"` // in the company's currency; "" when no rate is known
	Home     data.Currency `json:"home_currency"`
	Rate     string        `json:"rate"`      // by which cost became unit_cost; "" for none
	RateBase data.Currency `json:"rate_base"` // the currency of which it prices one unit
	RateDay  data.Date     `json:"rate_date"`
	LeadDays int64         `json:"lead_days"`
	Buy      data.Quantity `json:"buy"`    // the least that can be bought
	Outlay   string        `json:"outlay"` // for it, in the company's currency
	Cheapest bool          `json:"cheapest"`
	Fastest  bool          `json:"fastest"`
	Score    string        `json:"score"` // the supplier's newest total; "" without a card
}

// comparisonTable lays the suppliers of the products found side by side, by the newest rates until --on, else until today.
func (s *session) comparisonTable(st *store.Store, q store.Query) (*table, error) {
	day := data.DateOf(s.Now())
	if s.call.has("on") {
		var err error
		if day, err = s.day("on"); err != nil {
			return nil, err
		}
	}
	found, err := paged(q, func(q store.Query) ([]data.Product, error) { return st.Products.Find(s.ctx, q) },
		func(p data.Product) string { return p.SKU })
	if err != nil {
		return nil, err
	}
	scores, err := s.scoresOf(st, found)
	if err != nil {
		return nil, err
	}
	t := newTable("sku", "supplier", "item_no", "cost", "currency", "unit_cost", "home_currency", "rate", "rate_base", "rate_date", "lead_days", "buy", "outlay", "cheapest", "fastest", "score")
	for _, p := range found {
		offers, home, err := st.Products.CompareOffers(s.ctx, p, 0, day)
		if err != nil {
			return nil, fmt.Errorf("list price-comparison: %s: %w", p.SKU, err)
		}
		for _, o := range offers {
			r := comparedRow{
				SKU: p.SKU, Supplier: o.Partner, ItemNo: o.ItemNo, Currency: o.Currency, Home: home, LeadDays: o.LeadDays, Buy: o.Buy,
				Cheapest: o.Cheapest, Fastest: o.Fastest, Score: scores[o.PartnerID],
			}
			r.price(o)
			t.add(r, r.SKU, r.Supplier, r.ItemNo, r.Cost, string(r.Currency), r.UnitCost, string(r.Home), r.Rate, string(r.RateBase), string(r.RateDay), strconv.FormatInt(r.LeadDays, 10), r.Buy.String(),
				r.Outlay, strconv.FormatBool(r.Cheapest), strconv.FormatBool(r.Fastest), r.Score)
		}
	}
	return t, nil
}

// price writes what an offer costs.
func (r *comparedRow) price(o data.ComparedOffer) {
	if o.Cost != nil {
		r.Cost = o.Cost.String()
	}
	if o.UnitCost != nil {
		r.UnitCost, r.Outlay = o.UnitCost.String(), o.Outlay.String()
	}
	if o.Rate.Rate > 0 {
		r.Rate, r.RateBase, r.RateDay = o.Rate.Rate.String(), o.Rate.Base, o.Rate.Day
	}
}

// scoresOf returns the newest totals of the suppliers of products.
func (s *session) scoresOf(st *store.Store, products []data.Product) (map[int64]string, error) {
	known := map[int64]bool{}
	var suppliers []int64
	for _, p := range products {
		for _, o := range p.SuppliersOf() {
			if !known[o.PartnerID] {
				known[o.PartnerID] = true
				suppliers = append(suppliers, o.PartnerID)
			}
		}
	}
	cards, err := st.Scorecards.Latest(s.ctx, suppliers)
	if err != nil {
		return nil, fmt.Errorf("list price-comparison: %w", err)
	}
	scores := make(map[int64]string, len(cards))
	for id, c := range cards {
		scores[id] = c.Total().String()
	}
	return scores, nil
}

// saveScorecard creates or changes the card of a supplier and quarter. One that isn't there begins with what the facts propose, so
// that a file may say only what it knows better.
func (a *applying) saveScorecard(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("scorecard", &problems)
	code, quarter := keyText(given, "supplier", &problems), data.Quarter(keyText(given, "quarter", &problems))
	if len(problems) == 0 && !quarter.Valid() {
		problems.Add("scorecard.quarter", "problem.quarter")
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	partner, exists, err := found(a.st.Partners.ByCode(a.ctx, code))
	if err != nil || !exists {
		problems = append(problems, data.Problem{Field: "scorecard.supplier", Key: "problem.unknown_partner", Args: map[string]any{"Value": code}})
		return outcome{}, cmp.Or(err, problems.Err())
	}
	before, exists, err := found(a.st.Scorecards.Of(a.ctx, partner.ID, quarter))
	if err == nil && !exists {
		before, err = a.st.Scorecards.Blank(a.ctx, partner, quarter, data.DateOf(a.Now()))
	}
	if err != nil {
		return outcome{}, err
	}
	after := before
	if after.Points, problems = overlaid(before.Points, given); len(problems) == 0 {
		problems = fill(&after, given)
	}
	if len(problems) > 0 {
		return outcome{}, within("scorecard", problems)
	}
	_, result, err := save(before, after, !exists, func(v data.Scorecard) (data.Scorecard, error) { return a.st.Scorecards.Save(a.ctx, v) })
	return outcome{Number: code + " " + string(quarter), Result: result}, under("scorecard", err)
}

// overlaid takes "points" out of what a file gives and returns the points with its criteria in place of theirs; the others stay.
func overlaid(before []data.CriterionScore, given fields) (points []data.CriterionScore, problems data.Problems) {
	points = slices.Clone(before)
	raw, _ := given.take("points")
	for i, one := range listOf(raw, "points", &problems) {
		at := "points." + strconv.Itoa(i+1)
		criterion, _ := plainText(one["criterion"])
		k := slices.IndexFunc(points, func(p data.CriterionScore) bool { return p.Criterion == criterion })
		if k < 0 {
			problems = append(problems, data.Problem{Field: at + ".criterion", Key: "problem.unknown_criterion", Args: map[string]any{"Value": criterion}})
			continue
		}
		problems = append(problems, within(at, fill(&points[k], one))...)
	}
	return points, problems
}
