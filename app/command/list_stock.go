package command

import (
	"fmt"
	"slices"
	"time"

	"tradewind/data"
	"tradewind/data/store"
)

// stockRow is what there is of an article, and where.
type stockRow struct {
	SKU        string            `json:"sku"`
	Name       string            `json:"name"`
	OnHand     string            `json:"on_hand"`
	Reserved   string            `json:"reserved"`
	Available  string            `json:"available"`
	InTransit  string            `json:"in_transit"`
	OnOrder    string            `json:"on_order"`
	Promisable *string           `json:"promisable,omitempty"` // by the day asked for; not of a past one
	Outlook    []data.OutlookDay `json:"outlook,omitempty"`    // the days on which that changes
	Unit       data.Unit         `json:"unit"`
	Value      string            `json:"value"` // at moving average cost, in the company's currency
	Levels     []data.Level      `json:"levels"`
}

// stockDay is the day that stock is listed of.
type stockDay struct {
	today, on data.Date
	end       time.Time // the last moment of a past day; zero: as it is now
}

// stockDay reads --on. A past day shows what there was when it ended, a later one what can be promised by then.
func (s *session) stockDay() (d stockDay, err error) {
	d.today = data.DateOf(s.Now())
	if d.on, err = s.day("on"); err != nil {
		return d, err
	}
	switch {
	case d.on == "":
		d.on = d.today
	case d.on < d.today:
		d.end = dayAfter(d.on, s.Now().Location()).Add(-time.Microsecond)
	}
	return d, nil
}

// stockTable lists what there is of each article: one row for every variant that moved once or is on order.
func (s *session) stockTable(st *store.Store, q store.Query) (*table, error) {
	day, err := s.stockDay()
	if err != nil {
		return nil, err
	}
	found, err := paged(q, func(q store.Query) ([]data.Product, error) { return st.Products.Find(s.ctx, q) },
		func(p data.Product) string { return p.SKU })
	if err != nil {
		return nil, err
	}
	home, err := s.homeCurrency(st)
	if err != nil {
		return nil, err
	}
	t := newTable("sku", "name", "on_hand", "reserved", "available", "in_transit", "on_order", "promisable", "unit", "value")
	for part := range slices.Chunk(found, pageSize) {
		if err := s.stockRows(st, t, part, home, day); err != nil {
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

// stockSums is what the store knows of some variants on a day.
type stockSums struct {
	holdings map[int64]data.Holding
	levels   map[int64][]data.Level
	outlooks map[int64]data.Outlook // none of a past day
}

// sumsOf asks for the sums of some variants.
func (s *session) sumsOf(st *store.Store, ids []int64, day stockDay) (sums stockSums, err error) {
	if !day.end.IsZero() {
		if sums.holdings, err = st.Stock.HoldingsAt(s.ctx, ids, day.end); err == nil {
			sums.levels, err = st.Stock.LevelsAt(s.ctx, ids, day.end)
		}
		return sums, err
	}
	if sums.holdings, err = st.Stock.Holdings(s.ctx, ids); err != nil {
		return sums, err
	}
	if sums.levels, err = st.Stock.LevelsOf(s.ctx, ids); err != nil {
		return sums, err
	}
	sums.outlooks, err = st.Stock.Outlooks(s.ctx, ids, day.today, 0)
	return sums, err
}

// stockRows adds the rows of some products.
func (s *session) stockRows(st *store.Store, t *table, products []data.Product, home data.Currency, day stockDay) error {
	var ids []int64
	for _, p := range products {
		for _, v := range p.Variants {
			ids = append(ids, v.ID)
		}
	}
	sums, err := s.sumsOf(st, ids, day)
	if err != nil {
		return err
	}
	for _, p := range products {
		for _, v := range p.Variants {
			h := sums.holdings[v.ID]
			if len(sums.levels[v.ID]) == 0 && h.InTransit == 0 && h.OnOrder == 0 {
				continue
			}
			r := stockRow{
				SKU: v.SKU, Name: p.Name.In(s.words.Lang()), OnHand: h.OnHand.String(), Reserved: h.Reserved.String(),
				Available: h.Available().String(), InTransit: h.InTransit.String(),
				OnOrder: h.OnOrder.String(), Unit: p.Unit,
				Value: h.Value.In(home), Levels: sums.levels[v.ID],
			}
			promisable := ""
			if o, known := sums.outlooks[v.ID]; known {
				promisable = o.Promisable(day.on).String()
				r.Promisable, r.Outlook = &promisable, o.Days
			}
			t.add(r, r.SKU, r.Name, r.OnHand, r.Reserved, r.Available, r.InTransit, r.OnOrder, promisable, string(r.Unit), r.Value)
		}
	}
	return nil
}
