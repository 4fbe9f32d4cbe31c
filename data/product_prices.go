package data

import (
	"slices"
	"strings"
)

// PriceStep is the price from a quantity on. Where it names no currency it is in the product's, and where it names no
// delivery term it holds for any; a term without a place holds for every place.
type PriceStep struct {
	From     Quantity  `json:"from"`
	Price    UnitPrice `json:"price"`
	Currency Currency  `json:"currency,omitzero"`
	Term     Incoterm  `json:"incoterm,omitzero"`
}

// group is what steps must agree in to be rungs of the same ladder.
type ladderGroup struct {
	currency    Currency
	rule, place string
}

// group returns the ladder that a step belongs to; home is the product's currency.
func (s PriceStep) group(home Currency) ladderGroup {
	g := ladderGroup{s.Currency, s.Term.Rule, foldName(s.Term.Place)}
	if g.currency == "" {
		g.currency = home
	}
	return g
}

// PriceOf returns the price of a variant (0: the product itself) for q, in cur, under term, and false when none is
// known: prices are never converted. It is used to start an order's line.
//
// A variant's own price holds for any quantity and term. Else the step counts that names the term and its place, then
// one that names the term alone, then one that names none; among these the highest step that q reaches. Below every
// step stands the list price. An empty cur is the product's currency; with an empty term only steps without one count.
func (p Product) PriceOf(variant int64, cur Currency, term Incoterm, q Quantity) (UnitPrice, bool) {
	if cur == "" {
		cur = p.Currency
	}
	home := p.Currency == "" || p.Currency == cur
	if v, ok := p.Variant(variant); ok && v.Price != nil {
		return *v.Price, home
	}
	best, found := p.step(cur, term, q)
	if !found && p.Price != nil && home {
		return *p.Price, true
	}
	return best.Price, found
}

// step returns the step of the ladders that counts, and whether one does.
func (p Product) step(cur Currency, term Incoterm, q Quantity) (PriceStep, bool) {
	best, rank := PriceStep{}, -1
	for _, s := range p.PriceLadder {
		fit := s.fits(term)
		if fit < 0 || s.From > q || !s.in(cur, p.Currency) {
			continue
		}
		if fit > rank || fit == rank && s.From >= best.From {
			best, rank = s, fit
		}
	}
	return best, rank >= 0
}

// in reports whether a step of a product in home is in cur.
func (s PriceStep) in(cur, home Currency) bool {
	return s.Currency == cur || s.Currency == "" && (home == "" || home == cur)
}

// fits says how closely a step's term is the one asked for: 2 with its place, 1 by its rule, 0 because it names none;
// below zero it isn't.
func (s PriceStep) fits(term Incoterm) int {
	switch {
	case s.Term.Rule == "":
		return 0
	case s.Term.Rule != term.Rule:
		return -1
	case s.Term.Place == "":
		return 1
	case foldName(s.Term.Place) == foldName(term.Place):
		return 2
	}
	return -1
}

// LadderOf returns the steps that a quotation in cur under term shows, by quantity: those of the closest term that has
// any.
func (p Product) LadderOf(cur Currency, term Incoterm) []PriceStep {
	if cur == "" {
		cur = p.Currency
	}
	var steps [3][]PriceStep
	for _, s := range p.PriceLadder {
		if fit := s.fits(term); fit >= 0 && s.in(cur, p.Currency) {
			steps[fit] = append(steps[fit], s)
		}
	}
	for _, list := range slices.Backward(steps[:]) {
		if len(list) > 0 {
			slices.SortStableFunc(list, func(a, b PriceStep) int { return int(min(max(a.From-b.From, -1), 1)) })
			return list
		}
	}
	return nil
}

// ladder looks at the steps of the price ladders: within a currency and term each starts above the one before.
func (c *check) ladder(steps []PriceStep, home Currency) {
	last := map[ladderGroup]Quantity{}
	for i, step := range steps {
		c.prefix = at("price_ladder", i+1)
		c.when(step.From <= 0, "from", "problem.not_positive")
		notNegative(c, "price", step.Price)
		c.currency("currency", step.Currency)
		c.rule(step.Term)
		g := step.group(home)
		before, ok := last[g]
		c.when(ok && step.From <= before, "from", "problem.not_rising")
		last[g] = step.From
	}
	c.prefix = ""
}

// oddLadder warns of a price that doesn't fall when more is bought, and of a first step above the list price.
func (c *check) oddLadder(p Product) {
	last := map[ladderGroup]UnitPrice{}
	for i, step := range p.PriceLadder {
		c.prefix = at("price_ladder", i+1)
		g := step.group(p.Currency)
		before, ok := last[g]
		if !ok && p.Price != nil && g == (ladderGroup{currency: p.Currency}) {
			before, ok = *p.Price, true
		}
		c.when(ok && step.Price > before, "price", "problem.ladder_rises", "Before", before.String())
		last[g] = step.Price
	}
	c.prefix = ""
}

// Attributes returns the names of the attributes of p's variants, sorted: the columns of a grid.
func (p Product) Attributes() []string {
	names := map[string]bool{}
	for _, v := range p.Variants {
		for name := range v.Attributes {
			names[name] = true
		}
	}
	list := make([]string, 0, len(names))
	for name := range names {
		list = append(list, name)
	}
	slices.SortFunc(list, strings.Compare)
	return list
}
