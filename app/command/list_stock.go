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
	Archived   bool              `json:"archived,omitempty"` // put away while there still is some
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

// stockTable lists what there is of each article: one row for every variant that moved once or is on order. After them
// stand those of archived products of which there still is something: goods on a shelf don't go away with their product.
func (s *session) stockTable(st *store.Store, q store.Query) (*table, error) {
	day, err := s.stockDay()
	if err != nil {
		return nil, err
	}
	home, err := s.homeCurrency(st)
	if err != nil {
		return nil, err
	}
	t := newTable("sku", "name", "on_hand", "reserved", "available", "in_transit", "on_order", "promisable", "unit", "value", "archived")
	if err := s.stockOf(st, t, q, home, day, false); err != nil || q.Archived {
		return t, err
	}
	limit := q.Limit
	q.Archived, q.Limit = true, 0 // how many of them have stock only their sums say
	err = s.stockOf(st, t, q, home, day, true)
	if limit > 0 && len(t.records) > limit {
		t.records, t.cells = t.records[:limit], t.cells[:limit]
	}
	return t, err
}

// stockOf adds the rows of the products that q finds; held leaves out articles of which there is nothing.
func (s *session) stockOf(st *store.Store, t *table, q store.Query, home data.Currency, day stockDay, held bool) error {
	found, err := paged(q, func(q store.Query) ([]data.Product, error) { return st.Products.Find(s.ctx, q) },
		func(p data.Product) string { return p.SKU })
	if err != nil {
		return err
	}
	for part := range slices.Chunk(found, pageSize) {
		if err := s.stockRows(st, t, part, home, day, held); err != nil {
			return fmt.Errorf("list stock: %w", err)
		}
	}
	return nil
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
func (s *session) stockRows(st *store.Store, t *table, products []data.Product, home data.Currency, day stockDay, held bool) error {
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
			if unlisted(h, sums.levels[v.ID], held) {
				continue
			}
			r := stockRow{
				SKU: v.SKU, Name: p.Name.In(s.words.Lang()), OnHand: h.OnHand.String(), Reserved: h.Reserved.String(),
				Available: h.Available().String(), InTransit: h.InTransit.String(),
				OnOrder: h.OnOrder.String(), Unit: p.Unit,
				Value: worthIn(h.Value, h.OnHand+h.InTransit, home), Levels: sums.levels[v.ID],
				Archived: p.Archived,
			}
			promisable := ""
			if o, known := sums.outlooks[v.ID]; known {
				promisable = o.Promisable(day.on).String()
				r.Promisable, r.Outlook = &promisable, o.Days
			}
			t.add(r, r.SKU, r.Name, r.OnHand, r.Reserved, r.Available, r.InTransit, r.OnOrder, promisable, string(r.Unit), r.Value, archivedWord[r.Archived])
		}
	}
	return nil
}

// worthIn writes what so much is worth; nothing where nobody said what it cost.
func worthIn(v data.StockValue, of data.Quantity, home data.Currency) string {
	if !v.Known(of) {
		return ""
	}
	return v.In(home)
}

// archivedWord is what the table's last column says.
var archivedWord = map[bool]string{true: "archived"}

// unlisted reports whether an article stays out of the list: one that never moved and isn't on order; where only what is
// held counts, also one whose stock is gone.
func unlisted(h data.Holding, levels []data.Level, held bool) bool {
	if held && h.OnHand == 0 && h.Reserved == 0 {
		levels = nil
	}
	return len(levels) == 0 && h.InTransit == 0 && h.OnOrder == 0
}
