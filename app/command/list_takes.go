package command

import (
	"fmt"
	"strconv"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// takeRow is a stock-take with how far it has come.
type takeRow struct {
	data.StockTake
	Lines       int    `json:"lines"`
	Counted     int    `json:"counted"`
	Differences int    `json:"differences"` // lots that posting would move, or moved
	Quantity    string `json:"quantity"`    // what that adds to stock
	Value       string `json:"value"`       // and to its value, in the company's currency
}

func (s *session) takeRow(st *store.Store, t data.StockTake, home data.Currency) (takeRow, error) {
	sum, err := st.StockTakes.Sum(s.ctx, t.No, false)
	if err != nil {
		return takeRow{}, fmt.Errorf("sum of %s: %w", t.No, err)
	}
	return takeRow{t, sum.Lines, sum.Counted, sum.Differences, sum.Quantity.String(), sum.Value.In(home)}, nil
}

// takeTable lists stock-takes, the newest first.
func (s *session) takeTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.StockTake, error) { return st.StockTakes.Find(s.ctx, q) },
		func(t data.StockTake) string { return t.No })
	if err != nil {
		return nil, err
	}
	home, err := s.homeCurrency(st)
	if err != nil {
		return nil, err
	}
	t := newTable("stock_take_no", "date", "warehouse", "state", "lines", "counted", "differences", "quantity", "value")
	for _, one := range found {
		r, err := s.takeRow(st, one, home)
		if err != nil {
			return nil, err
		}
		t.add(r, r.No, string(r.Date), r.Warehouse, string(r.State), strconv.Itoa(r.Lines), strconv.Itoa(r.Counted), strconv.Itoa(r.Differences), r.Quantity, r.Value)
	}
	return t, nil
}

// takeLine is a line of a stock-take as show prints it.
type takeLine struct {
	data.StockTakeLine
	Name       string    `json:"name"`
	GTIN       string    `json:"gtin,omitzero"`
	Unit       data.Unit `json:"unit"`
	Difference string    `json:"difference"` // "" while nobody counted
}

// takeRecord is a stock-take with its lines.
func (s *session) takeRecord(st *store.Store, no string) (any, error) {
	t, err := st.StockTakes.ByNo(s.ctx, no)
	if err != nil {
		return nil, err
	}
	home, err := s.homeCurrency(st)
	if err != nil {
		return nil, err
	}
	head, err := s.takeRow(st, t, home)
	if err != nil {
		return nil, err
	}
	lines := []takeLine{}
	err = st.StockTakes.EachRow(s.ctx, t.ID, store.TakeQuery{}, func(row data.StockTakeRow) error {
		l := takeLine{StockTakeLine: row.StockTakeLine, Name: row.Goods.Name.In(s.words.Lang()), GTIN: row.Goods.GTIN, Unit: row.Goods.Unit}
		if l.Counted != nil {
			l.Difference = row.Difference().String()
		}
		lines = append(lines, l)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return struct {
		takeHead
		Items []takeLine `json:"lines"`
	}{takeHead{head.StockTake, head.Counted, head.Differences, head.Quantity, head.Value}, lines}, nil
}

// takeHead is a stock-take whose lines follow.
type takeHead struct {
	data.StockTake
	Counted     int    `json:"counted"`
	Differences int    `json:"differences"`
	Quantity    string `json:"quantity"`
	Value       string `json:"value"`
}

// takePage is a stock-take for people.
func (s *session) takePage(st *store.Store, no string) (*page, error) {
	t, err := st.StockTakes.ByNo(s.ctx, no)
	if err != nil {
		return nil, err
	}
	home, err := s.homeCurrency(st)
	if err != nil {
		return nil, err
	}
	r, err := s.takeRow(st, t, home)
	if err != nil {
		return nil, err
	}
	words := wordsIn(s.words)
	p := &page{title: s.t("command.show.stocktake", "Number", t.No)}
	p.add(s.t("report.date"), s.words.Date(string(t.Date)))
	p.add(s.t("report.warehouse"), t.Warehouse)
	p.add(s.t("report.scope"), document.ScopeWord(words, t.Scope))
	p.add(s.t("report.state"), document.TakeStateWord(words, t.State))
	p.add(s.t("report.note"), t.Note)
	p.add(s.t("report.counted"), fmt.Sprintf("%d / %d", r.Counted, r.Lines))
	p.add(s.t("report.difference"), fmt.Sprintf("%d · %s · %s %s", r.Differences, r.Quantity, r.Value, home))
	lines := newTable(s.t("report.sku"), s.t("report.lot"), s.t("report.expiry"), s.t("report.book"), s.t("report.counted"), s.t("report.difference"), s.t("report.reason"))
	lines.right = []int{3, 4, 5}
	err = st.StockTakes.EachRow(s.ctx, t.ID, store.TakeQuery{}, func(row data.StockTakeRow) error {
		counted, difference := "", ""
		if row.Counted != nil {
			counted, difference = row.Counted.String(), row.Difference().String()
		}
		lines.add(row, row.SKU, row.Lot, string(row.Expiry), row.Book.String(), counted, difference, document.Explanation(words, row.StockTakeLine))
		return nil
	})
	p.parts = append(p.parts, part{title: s.t("report.stock_take"), table: lines})
	return p, err
}
