package command

import (
	"fmt"
	"slices"

	"tradewind/data"
	"tradewind/data/store"
)

// stockRow is what there is of an article, and where.
type stockRow struct {
	SKU       string       `json:"sku"`
	Name      string       `json:"name"`
	OnHand    string       `json:"on_hand"`
	Reserved  string       `json:"reserved"`
	Available string       `json:"available"`
	InTransit string       `json:"in_transit"`
	Unit      data.Unit    `json:"unit"`
	Value     string       `json:"value"` // at moving average cost, in the company's currency
	Levels    []data.Level `json:"levels"`
}

// stockTable lists what there is of each article: one row for every variant that moved once.
func (s *session) stockTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.Product, error) { return st.Products.Find(s.ctx, q) },
		func(p data.Product) string { return p.SKU })
	if err != nil {
		return nil, err
	}
	home, err := s.homeCurrency(st)
	if err != nil {
		return nil, err
	}
	t := newTable("sku", "name", "on_hand", "reserved", "available", "in_transit", "unit", "value")
	for part := range slices.Chunk(found, pageSize) {
		if err := s.stockRows(st, t, part, home); err != nil {
			return nil, fmt.Errorf("list stock: %w", err)
		}
	}
	return t, nil
}

// homeCurrency returns the currency in which stock is valued.
func (s *session) homeCurrency(st *store.Store) (data.Currency, error) {
	c, err := st.Company.Get(s.ctx)
	if err != nil {
		return "", fmt.Errorf("company: %w", err)
	}
	return c.Home(), nil
}

// stockRows adds the rows of some products.
func (s *session) stockRows(st *store.Store, t *table, products []data.Product, home data.Currency) error {
	var ids []int64
	for _, p := range products {
		for _, v := range p.Variants {
			ids = append(ids, v.ID)
		}
	}
	holdings, err := st.Stock.Holdings(s.ctx, ids)
	if err != nil {
		return err
	}
	levels, err := st.Stock.LevelsOf(s.ctx, ids)
	if err != nil {
		return err
	}
	for _, p := range products {
		for _, v := range p.Variants {
			h := holdings[v.ID]
			if len(levels[v.ID]) == 0 && h.InTransit == 0 {
				continue
			}
			r := stockRow{
				SKU: v.SKU, Name: p.Name.In(s.words.Lang()), OnHand: h.OnHand.String(), Reserved: h.Reserved.String(),
				Available: h.Available().String(), InTransit: h.InTransit.String(), Unit: p.Unit,
				Value: h.Value.In(home), Levels: levels[v.ID],
			}
			t.add(r, r.SKU, r.Name, r.OnHand, r.Reserved, r.Available, r.InTransit, string(r.Unit), r.Value)
		}
	}
	return nil
}
