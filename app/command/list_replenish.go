package command

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"tradewind/data"
	"tradewind/data/store"
)

// reorderRow is an article to buy, with how the quantity was worked out.
type reorderRow struct {
	SKU      string        `json:"sku"`
	Name     string        `json:"name"`
	Supplier string        `json:"supplier"`
	Quantity string        `json:"quantity"` // to buy
	Unit     data.Unit     `json:"unit"`
	Steps    []reorderStep `json:"steps"`
}

// reorderStep is one line of the arithmetic; see [data.ReorderTerm].
type reorderStep struct {
	Term     data.ReorderTerm `json:"term"`
	Quantity string           `json:"quantity"`
	Days     int64            `json:"days,omitzero"`
	Season   string           `json:"season,omitzero"`
	Percent  string           `json:"percent,omitzero"`
	Step     string           `json:"step,omitzero"` // the least quantity, or the multiple
}

func reorderRowOf(r data.Reorder, lang string) reorderRow {
	row := reorderRow{
		SKU: r.Proposal.SKU, Name: r.Product.Name.In(lang), Supplier: r.Product.Supplier,
		Quantity: r.Proposal.Quantity.String(), Unit: r.Product.Unit,
	}
	for _, s := range r.Proposal.Steps {
		one := reorderStep{Term: s.Term, Quantity: s.Quantity.String(), Days: s.Days, Season: s.Code}
		if s.Code != "" {
			one.Percent = s.Percent.String()
		}
		if s.Step != 0 {
			one.Step = s.Step.String()
		}
		row.Steps = append(row.Steps, one)
	}
	return row
}

// reorderTable lists what should be bought.
func (s *session) reorderTable(st *store.Store, q store.Query) (*table, error) {
	today := data.DateOf(s.Now())
	found, err := paged(q, func(q store.Query) ([]data.Reorder, error) { return st.Stock.ToReorder(s.ctx, today, q) },
		func(r data.Reorder) string { return r.Proposal.SKU })
	if err != nil {
		return nil, err
	}
	t := newTable("sku", "name", "supplier", "sold", "available", "reorder_line", "wanted", "quantity", "unit")
	for _, one := range found {
		r := reorderRowOf(one, s.words.Lang())
		of := func(term data.ReorderTerm) string {
			i := slices.IndexFunc(r.Steps, func(s reorderStep) bool { return s.Term == term })
			return r.Steps[i].Quantity
		}
		t.add(r, r.SKU, r.Name, r.Supplier, of(data.TermSold), of(data.TermAvailable), of(data.TermLine), of(data.TermWanted), r.Quantity, string(r.Unit))
	}
	return t, nil
}

// expiryRow is a lot that expires.
type expiryRow struct {
	SKU       string    `json:"sku"`
	Name      string    `json:"name"`
	Warehouse string    `json:"warehouse"`
	Lot       string    `json:"lot"`
	Expiry    data.Date `json:"expiry"`
	DaysLeft  int       `json:"days_left"` // below zero: it has expired
	Quantity  string    `json:"quantity"`
	Unit      data.Unit `json:"unit"`
	Value     string    `json:"value"` // at moving average cost, in the company's currency
}

// expiryTable lists the lots with an expiry, the first to expire first.
func (s *session) expiryTable(st *store.Store, q store.Query) (*table, error) {
	home, err := s.homeCurrency(st)
	if err != nil {
		return nil, err
	}
	found, err := st.Stock.Expiring(s.ctx, data.DateOf(s.Now()), store.ExpiryQuery{Words: q.Words, Limit: q.Limit})
	if err != nil {
		return nil, fmt.Errorf("list expiry: %w", err)
	}
	t := newTable("sku", "name", "warehouse", "lot", "expiry", "days_left", "quantity", "unit", "value")
	for _, one := range found {
		r := expiryRow{
			SKU: one.Level.SKU, Name: one.Goods.Name.In(s.words.Lang()), Warehouse: one.Level.Warehouse, Lot: one.Level.Lot,
			Expiry: one.Level.Expiry, DaysLeft: one.Days, Quantity: one.Level.Quantity.String(), Unit: one.Goods.Unit, Value: worthIn(one.Value, one.Level.Quantity, home),
		}
		t.add(r, r.SKU, r.Name, r.Warehouse, r.Lot, string(r.Expiry), strconv.Itoa(r.DaysLeft), r.Quantity, string(r.Unit), r.Value)
	}
	return t, nil
}

// idleRow is an article that doesn't sell, or sells slowly.
type idleRow struct {
	SKU      string    `json:"sku"`
	Name     string    `json:"name"`
	State    string    `json:"state"` // dead or slow
	Stock    string    `json:"stock"`
	Unit     data.Unit `json:"unit"`
	Value    string    `json:"value"` // at moving average cost, in the company's currency
	LastSold data.Date `json:"last_sold"`
	Sold     string    `json:"sold"`                 // in the company's sales_days
	Lasts    *int64    `json:"lasts_days,omitempty"` // at that pace; absent: nothing was sold
}

// idleTable lists dead stock and what moves slowly.
func (s *session) idleTable(st *store.Store, q store.Query) (*table, error) {
	home, err := s.homeCurrency(st)
	if err != nil {
		return nil, err
	}
	found, err := paged(q, func(q store.Query) ([]data.Idle, error) { return st.Stock.Idle(s.ctx, data.DateOf(s.Now()), q) },
		func(i data.Idle) string { return i.Goods.SKU })
	if err != nil {
		return nil, err
	}
	t := newTable("sku", "name", "state", "stock", "unit", "value", "last_sold", "sold", "lasts_days")
	for _, i := range found {
		r := idleRow{
			SKU: i.Goods.SKU, Name: i.Goods.Name.In(s.words.Lang()), State: "slow", Stock: i.OnHand.String(), Unit: i.Goods.Unit,
			Value: worthIn(i.Value, i.OnHand, home), LastSold: i.LastSold, Sold: i.Sold.String(),
		}
		lasts := ""
		if i.Dead {
			r.State = "dead"
		}
		if i.Lasts >= 0 && i.Lasts < math.MaxInt64 {
			r.Lasts, lasts = &i.Lasts, strconv.FormatInt(i.Lasts, 10)
		}
		t.add(r, r.SKU, r.Name, r.State, r.Stock, string(r.Unit), r.Value, string(r.LastSold), r.Sold, lasts)
	}
	return t, nil
}
