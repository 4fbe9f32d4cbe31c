package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"tradewind/data"
	"tradewind/data/store"
)

// priceInput reads a price question. One that names an article ("sku") starts from what the data file knows of it, and
// currencies without a rate take the newest of the data file; else the data file isn't opened.
func (s *session) priceInput(raw []byte) (data.PriceInput, error) {
	read, err := data.ReadFields(raw)
	if err != nil {
		return data.PriceInput{}, err
	}
	given := fields(read)
	var problems data.Problems
	sku, card := given.text("sku", &problems), given.text("rate_card", &problems)
	if len(problems) > 0 {
		return data.PriceInput{}, problems
	}
	if sku != "" || card != "" {
		known := data.Assumptions{}
		if err := s.reading(func(st *store.Store) (err error) {
			known, err = s.assumptions(st, sku, card)
			return err
		}); err != nil {
			return data.PriceInput{}, err
		}
		if raw, err = overKnown(known, given); err != nil {
			return data.PriceInput{}, err
		}
	}
	asked, err := data.ParsePriceInput(raw)
	if err != nil || len(asked.Lacking()) == 0 {
		return asked, err
	}
	err = s.reading(func(st *store.Store) error { return st.Rates.Into(s.ctx, &asked, data.DateOf(s.Now())) })
	return asked, err
}

// assumptions are what the data file knows of an article and a rate card.
func (s *session) assumptions(st *store.Store, sku, card string) (data.Assumptions, error) {
	company, err := st.Company.Get(s.ctx)
	if err != nil && !errors.Is(err, data.ErrNotFound) {
		return nil, err
	}
	known := company.Pricing
	if sku != "" {
		p, err := st.Products.BySKU(s.ctx, sku)
		if err != nil {
			return nil, notThere("sku", sku, err)
		}
		known = data.AssumptionsOf(p, company, "", data.DateOf(s.Now()))
		known = known.With(data.Assumptions{"currency": string(company.Home())})
	}
	if card == "" {
		return known, nil
	}
	c, err := st.RateCards.ByCode(s.ctx, card)
	if err != nil {
		return nil, notThere("rate_card", card, err)
	}
	return known.TakeCard(c), nil
}

// notThere says that a record which a field names isn't there.
func notThere(field, value string, err error) error {
	if errors.Is(err, data.ErrNotFound) {
		return data.Problems{{Field: field, Key: "price.problem.not_there", Args: map[string]any{"Value": value}}}
	}
	return err
}

// instead are the fields that take the place of others.
var instead = map[string][]string{
	"margin": {"markup"}, "markup": {"margin"}, "purchase_price": {"own_cost", "cost_way"}, "own_cost": {"purchase_price"},
	"from": {"purchase_price", "own_cost"}, "freight": {"freight_way"},
}

// overKnown puts what is given over what is known.
func overKnown(known data.Assumptions, given map[string]json.RawMessage) ([]byte, error) {
	all := map[string]json.RawMessage{}
	for field, text := range known {
		quoted, err := json.Marshal(text)
		if err != nil {
			return nil, fmt.Errorf("price: %w", err)
		}
		all[field] = quoted
	}
	for _, field := range slices.Sorted(maps.Keys(given)) {
		for _, other := range instead[field] {
			delete(all, other)
		}
	}
	maps.Copy(all, given)
	return json.Marshal(all)
}

// priced prints a price in words: the figures, their arithmetic, and the grid.
func (s *session) priced(r data.PriceResult) error {
	raw, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("write figures: %w", err)
	}
	var plain map[string]json.RawMessage
	if err := json.Unmarshal(raw, &plain); err != nil {
		return fmt.Errorf("write figures: %w", err)
	}
	for _, field := range []string{"rate", "refund", "net_cost", "not_creditable", "cost", "freight_per_unit", "purchase_price", "exchange_cost", "profit"} {
		if text := ""; json.Unmarshal(plain[field], &text) == nil && text != "" {
			s.line(fmt.Sprintf("%-20s %s", field, text))
			s.explained(r.Steps[field])
		}
	}
	s.explained(r.Steps["freight"])
	for _, one := range r.Prices {
		s.line(fmt.Sprintf("%-20s %s %s", one.Term, one.Price, r.Currency))
		s.explained(r.Steps[one.Term])
	}
	s.say(conventionWords[r.CommissionOn])
	if t := r.Target; t != nil {
		s.say("price.target", "Term", t.Term, "Price", t.Price, "Margin", data.InPercent(t.Margin), "Markup", data.InPercent(t.Markup), "Purchase", t.PurchasePrice)
	}
	for _, e := range r.Effects {
		s.say(effectWords[e.Of], "Term", e.Term, "Price", e.Price, "Change", e.Change, "Margin", data.InPercent(e.Margin))
	}
	if r.Grid == nil {
		return nil
	}
	columns := append([]string{"quantity", "currency", "rate", "rate_date"}, r.Grid.Terms...)
	t := newTable(columns...)
	for _, row := range r.Grid.Rows {
		cells := []string{row.Quantity.String(), string(row.Currency), row.Rate, string(row.RateDate)}
		for _, term := range r.Grid.Terms {
			cells = append(cells, row.Prices.Of(term))
		}
		t.add(row, cells...)
	}
	t.print(s.Out)
	return nil
}

// The sentences of conventions and effects.
var (
	conventionWords = map[string]string{"final": "price.convention.final", "cif": "price.convention.cif"}
	effectWords     = map[string]string{"rate": "price.effect.rate", "freight": "price.effect.freight"}
)

// explained prints the arithmetic of a figure.
func (s *session) explained(steps []data.Step) {
	for _, one := range steps {
		s.line("   " + s.t(one.Key, one.Pairs()...))
	}
}
