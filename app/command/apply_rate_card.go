package command

import (
	"fmt"

	"tradewind/data"
	"tradewind/data/store"
)

// saveRateCard creates or changes a carrier's freight price. "archived": true takes it out of use.
func (a *applying) saveRateCard(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("card", &problems)
	code := keyText(given, "code", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.RateCards.ByCode(a.ctx, code))
	if err != nil {
		return outcome{}, err
	}
	return keepFilled(before, exists, given, "card", code, func(v data.RateCard) (data.RateCard, error) { return a.st.RateCards.Save(a.ctx, v) })
}

// rateCardTable lists the freight prices that hold on a day, or all of them.
func (s *session) rateCardTable(st *store.Store, q store.Query) (*table, error) {
	day, err := s.day("on")
	if err != nil {
		return nil, err
	}
	found, err := paged(q, func(q store.Query) ([]data.RateCard, error) { return st.RateCards.Find(s.ctx, q) }, func(c data.RateCard) string { return c.Code })
	if err != nil {
		return nil, fmt.Errorf("list rate cards: %w", err)
	}
	t := newTable("code", "carrier", "mode", "from", "to", "basis", "price", "currency", "valid_until")
	for _, c := range found {
		if day != "" && !c.ValidOn(day) {
			continue
		}
		price := c.Price
		if len(c.Rows) > 0 {
			price = c.Rows[0].Price
		}
		t.add(c, c.Code, c.Carrier, string(c.Mode), c.From, c.To, string(c.Basis), price.Shown(c.Currency), string(c.Currency), string(c.ValidUntil))
	}
	return t, nil
}
