package store

import (
	"context"
	"slices"

	"tradewind/data"
)

// Scorecards keeps what suppliers were worth, quarter by quarter.
type Scorecards struct{ at place }

// scorecards describes their table.
var scorecards = &kind[data.Scorecard]{
	name: "scorecard", table: "scorecard",
	record: func(v *data.Scorecard) *data.Record { return &v.Record },
	hidden: func(v *data.Scorecard) []*int64 { return []*int64{&v.SupplierID} },
	columns: func(v *data.Scorecard) []column {
		return []column{{"supplier_id", reference{&v.SupplierID}}, {"quarter", &v.Quarter}, {"points", textJSON{&v.Points}}, {"note", &v.Note}}
	},
	fill: fillScorecards, check: checkScorecard,
}

// fillScorecards names the suppliers.
func fillScorecards(ctx context.Context, r reader, found []*data.Scorecard) error {
	var ids []int64
	for _, v := range found {
		ids = append(ids, v.SupplierID)
	}
	labels, err := partnerLabels(ctx, r, ids)
	for _, v := range found {
		v.Supplier = labels[v.SupplierID].code
	}
	return err
}

// checkScorecard finds the supplier, takes every criterion's weight from the card as it was begun or from the company's rules,
// and notes what the facts say, so that other points need a reason.
func checkScorecard(ctx context.Context, w *writing, old, next *data.Scorecard) error {
	if next.SupplierID == 0 && next.Supplier != "" {
		next.SupplierID = w.partnerID(ctx, next.Supplier)
	}
	if next.SupplierID == 0 {
		return data.Problems{{Field: "supplier", Key: "problem.unknown_partner", Args: map[string]any{"Value": next.Supplier}}}
	}
	labels, err := partnerLabels(ctx, w.tx, []int64{next.SupplierID})
	if err != nil {
		return err
	}
	next.Supplier = labels[next.SupplierID].code
	if !next.Quarter.Valid() {
		return nil // the record says so itself
	}
	if err := weigh(ctx, w, old, next); err != nil {
		return err
	}
	if next.Archived {
		return nil
	}
	facts, err := supplierFacts(ctx, w.tx, next.SupplierID, next.Quarter, data.DateOf(w.at))
	if err == nil {
		next.Propose(facts, false)
	}
	return err
}

// weigh puts the points in the order of the criteria, with their weights. Each criterion needs points; none other has any.
func weigh(ctx context.Context, w *writing, old, next *data.Scorecard) error {
	company, err := getCompany(ctx, w.tx)
	if err != nil {
		return err
	}
	criteria := company.ScoringRules().Criteria
	if old != nil {
		criteria = criteria[:0:0]
		for _, p := range old.Points {
			criteria = append(criteria, data.Criterion{Code: p.Criterion, Weight: p.Weight})
		}
	}
	given := map[string]data.CriterionScore{}
	for _, p := range next.Points {
		given[p.Criterion] = p
	}
	if len(given) != len(next.Points) {
		return nil // one stands twice; the record says so itself
	}
	var wrong data.Problems
	points := make([]data.CriterionScore, 0, len(criteria))
	for _, c := range criteria {
		p, ok := given[c.Code]
		if !ok {
			wrong = append(wrong, data.Problem{Field: "points", Key: "problem.no_points", Args: map[string]any{"Value": c.Code}})
		}
		delete(given, c.Code)
		p.Weight = c.Weight
		points = append(points, p)
	}
	for _, code := range sortedKeys(given) {
		wrong = append(wrong, data.Problem{Field: "points", Key: "problem.unknown_criterion", Args: map[string]any{"Value": code}})
	}
	next.Points = points
	return wrong.Err()
}

// Of returns the card of a supplier and quarter, archived or not, or [data.ErrNotFound].
func (s Scorecards) Of(ctx context.Context, supplier int64, quarter data.Quarter) (data.Scorecard, error) {
	return scorecards.get(ctx, s.at, `WHERE supplier_id = ? AND quarter = ?`, supplier, string(quarter))
}

// Blank returns the card of a supplier and quarter as the facts propose it, for one that isn't there.
func (s Scorecards) Blank(ctx context.Context, supplier data.Partner, quarter data.Quarter, today data.Date) (card data.Scorecard, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		company, err := getCompany(ctx, r)
		if err != nil {
			return err
		}
		facts, err := supplierFacts(ctx, r, supplier.ID, quarter, today)
		card = company.ScoringRules().NewScorecard(supplier.Code, quarter, facts)
		card.SupplierID = supplier.ID
		return err
	})
	return card, err
}

// Facts returns what the records say of a supplier in a quarter, as far as it is over on a day.
func (s Scorecards) Facts(ctx context.Context, supplier int64, quarter data.Quarter, today data.Date) (facts data.SupplierFacts, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		facts, err = supplierFacts(ctx, r, supplier, quarter, today)
		return err
	})
	return facts, err
}

// Save writes v and returns it as stored. It gives [data.Problems] when v breaks a rule and [data.ErrConflict] when v isn't the
// newest version.
func (s Scorecards) Save(ctx context.Context, v data.Scorecard) (data.Scorecard, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		v, err = scorecards.save(ctx, w, v)
		return err
	})
	return v, err
}

// Archive takes a card out of use, or brings it back.
func (s Scorecards) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return scorecards.archive(ctx, w, id, archived) })
}

// ScoredSupplier is a supplier with its card of a quarter; without one its ID is 0.
type ScoredSupplier struct {
	Partner data.Partner
	Card    data.Scorecard
}

// Find returns a page of the live suppliers with their cards of a quarter, as [Partners.Find] does.
func (s Scorecards) Find(ctx context.Context, quarter data.Quarter, q Query) (list []ScoredSupplier, err error) {
	q.Words, q.Archived = q.Words+" #supplier", false
	found, err := Partners(s).Find(ctx, q)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	ids := make([]int64, len(found))
	for i, p := range found {
		ids[i] = p.ID
	}
	cards, err := s.In(ctx, quarter, ids)
	for _, p := range found {
		list = append(list, ScoredSupplier{p, cards[p.ID]})
	}
	return list, err
}

// In returns the cards of a quarter of those of the suppliers that have one.
func (s Scorecards) In(ctx context.Context, quarter data.Quarter, suppliers []int64) (map[int64]data.Scorecard, error) {
	return s.newest(ctx, suppliers, `quarter = ?`, string(quarter))
}

// Latest returns the newest card of each of the suppliers that has one.
func (s Scorecards) Latest(ctx context.Context, suppliers []int64) (map[int64]data.Scorecard, error) {
	return s.newest(ctx, suppliers, `1`)
}

// newest returns the newest card of each of the suppliers among those that where selects.
func (s Scorecards) newest(ctx context.Context, suppliers []int64, where string, args ...any) (found map[int64]data.Scorecard, err error) {
	found = map[int64]data.Scorecard{}
	err = s.at.readAt(ctx, func(r reader) error {
		for part := range chunks(suppliers, maxHoles) {
			holes, ids := in(part)
			cards, err := scorecards.load(ctx, r, `WHERE archived = 0 AND `+where+` AND supplier_id IN `+holes+` ORDER BY quarter`, append(slices.Clone(args), ids...)...)
			if err != nil {
				return err
			}
			for _, c := range cards {
				found[c.SupplierID] = c
			}
		}
		return nil
	})
	return found, err
}
