package document

import (
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// StockSubject is what a report of stock is of, and where its rows come from.
type StockSubject struct {
	Company    string
	Currency   data.Currency // the company's: values are in it
	On         data.Date     // the day at whose end goods lay there
	From, To   data.Date     // of movements, both days inside
	Warehouse  *string       // nil: all of them, and what is on the way between them
	Warehouses []data.Warehouse

	// Lines hands out what lay where, by article; the lots of one article in one warehouse follow each other.
	Lines func(use func(data.StockLine) error) error
	// Moves hands out the movements of the period.
	Moves func(use func(data.Movement, data.StockGoods) error) error
	// Rate says what one unit of a currency cost in the company's on the day; false when nobody said.
	Rate func(data.Currency) (data.ExchangeRate, bool)
	// Day says on which day a movement was booked, in the merchant's time.
	Day func(data.Movement) data.Date
}

// goodsColumns are the columns that name an article.
func goodsColumns(w Words) []ReportColumn {
	return []ReportColumn{
		{ID: "sku", Title: w.T("report.sku"), Width: 18},
		{ID: "gtin", Title: w.T("report.gtin"), Width: 14, Below: true},
		{ID: "name", Title: w.T("report.name"), Width: 30},
	}
}

// goodsValues are what stands in them.
func goodsValues(w Words, g data.StockGoods) []Value {
	return []Value{TextValue(g.SKU), TextValue(g.GTIN), TextValue(g.Name.In(base(w.Lang)))}
}

// place names a warehouse as people know it.
func (s StockSubject) place(w Words, code string) string {
	switch code {
	case "":
		return w.T("report.warehouse.main")
	case data.InTransit:
		return w.T("report.warehouse.way")
	}
	for _, h := range s.Warehouses {
		if name := h.Name.In(base(w.Lang)); h.Code == code && name != "" {
			return code + " " + name
		}
	}
	return code
}

// takes reports whether a warehouse is one the report is of.
func (s StockSubject) takes(code string) bool { return s.Warehouse == nil || *s.Warehouse == code }

// facts are what holds for every report of stock.
func (s StockSubject) facts(w Words) []ReportFact {
	where, plain := w.T("report.warehouse.all"), ""
	if s.Warehouse != nil {
		where, plain = s.place(w, *s.Warehouse), *s.Warehouse
	}
	facts := []ReportFact{{ID: "on", Label: w.T("report.on"), Text: w.Date(s.On), Plain: string(s.On)}}
	if s.From != "" {
		facts = []ReportFact{
			{ID: "from", Label: w.T("report.from"), Text: w.Date(s.From), Plain: string(s.From)},
			{ID: "to", Label: w.T("report.to"), Text: w.Date(s.To), Plain: string(s.To)},
		}
	}
	return append(facts, ReportFact{ID: "warehouse", Label: w.T("report.warehouse"), Text: where, Plain: plain})
}

// currencyFact names the currency of values.
func (s StockSubject) currencyFact(w Words) ReportFact {
	return ReportFact{ID: "currency", Label: w.T("report.currency"), Text: string(s.Currency), Plain: string(s.Currency)}
}

// StockValue reports what stock was worth at the end of a day, by article and warehouse: at moving average cost, and at
// today's list prices, both in the company's currency. A list price in another currency is turned at the rate of
// the day; where nobody said one, the place stays empty.
func StockValue(s StockSubject, w Words) Report {
	r := Report{
		Kind: "stock-value", Title: w.T("report.stock_value"), Company: s.Company, Date: s.On, Group: "warehouse", Once: "sku", Total: w.T("report.total"),
		Empty: w.T("report.stock.none"), Facts: append(s.facts(w), s.currencyFact(w)), Words: w,
	}
	r.Columns = append(goodsColumns(w),
		ReportColumn{ID: "warehouse", Title: w.T("report.warehouse"), Width: 16, Coded: true},
		ReportColumn{ID: "quantity", Title: w.T("report.quantity"), Width: 11, Kind: FigureColumn},
		ReportColumn{ID: "unit", Title: w.T("report.unit"), Width: 6, Coded: true},
		ReportColumn{ID: "average", Title: w.T("report.average"), Width: 12, Kind: FigureColumn},
		ReportColumn{ID: "value", Title: w.T("report.value"), Width: 14, Kind: FigureColumn, Sum: true, Lacking: lacking(w, "report.lacking.cost")},
		ReportColumn{ID: "list_price", Title: w.T("report.list_price"), Width: 12, Kind: FigureColumn, Extra: true},
		ReportColumn{ID: "list_currency", Title: w.T("report.list_currency"), Width: 9, Extra: true},
		ReportColumn{ID: "list_value", Title: w.T("report.list_value"), Width: 14, Kind: FigureColumn, Sum: true, Lacking: lacking(w, "report.lacking.price")},
	)
	r.Rows = func(use func([]Value) error) error {
		return byArticle(s.Lines, func(lines []data.StockLine) error {
			worth, err := data.WorthOf(lines, s.Currency)
			if err != nil {
				return err
			}
			for _, one := range worth {
				if !s.takes(one.Warehouse) {
					continue
				}
				row, err := s.worthRow(w, one, lines)
				if err == nil {
					err = use(row)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	}
	r.Notes = []string{w.T("report.stock_value.note")}
	return r
}

// byArticle hands out the lines of each article together.
func byArticle(each func(func(data.StockLine) error) error, use func([]data.StockLine) error) error {
	var lines []data.StockLine
	err := each(func(l data.StockLine) error {
		if len(lines) > 0 && lines[0].VariantID != l.VariantID {
			if err := use(lines); err != nil {
				return err
			}
			lines = lines[:0]
		}
		lines = append(lines, l)
		return nil
	})
	if err != nil || len(lines) == 0 {
		return err
	}
	return use(lines)
}

// worthRow is what an article is worth in one warehouse.
func (s StockSubject) worthRow(w Words, one data.StockWorth, lines []data.StockLine) ([]Value, error) {
	var all data.Quantity
	for _, l := range lines {
		all += l.Quantity
	}
	average, value := Value{}, Value{}
	if lines[0].Value.Known(all) {
		average, value = priceValue(lines[0].Value.Average(all), s.Currency), MoneyValue(one.Value)
	}
	row := append(goodsValues(w, one.StockGoods), CodedValue(s.place(w, one.Warehouse), one.Warehouse), QuantityValue(one.Quantity),
		CodedValue(unitName(w, one.Unit), one.Unit), average, value)
	list, err := s.listValues(one)
	return append(row, list...), err
}

// priceValue is the price of one unit with the decimals that papers show.
func priceValue(p data.UnitPrice, c data.Currency) Value {
	return FigureValue(p.Decimal(), max(places(p.Shown(c)), c.Decimals()))
}

// listValues are list price, its currency, and what the goods are worth at it in the company's currency.
func (s StockSubject) listValues(one data.StockWorth) ([]Value, error) {
	if one.Price == nil {
		return []Value{{}, {}, {}}, nil
	}
	currency := one.Currency
	if currency == "" {
		currency = s.Currency
	}
	worth, err := data.LineAmount(*one.Price, one.Quantity, 0, currency)
	if err != nil {
		return nil, err
	}
	price := []Value{priceValue(*one.Price, currency), TextValue(currency)}
	if currency == s.Currency {
		return append(price, MoneyValue(worth)), nil
	}
	rate, known := s.Rate(currency)
	if !known {
		return append(price, Value{}), nil
	}
	turned, err := data.RoundMoney(worth.Decimal().Mul(rate.Decimal()), s.Currency)
	return append(price, MoneyValue(turned)), err
}

// StockList reports what lay where at the end of a day, lot by lot.
func StockList(s StockSubject, w Words) Report {
	r := Report{
		Kind: "stock", Title: w.T("report.stock_list"), Company: s.Company, Date: s.On, Empty: w.T("report.stock.none"),
		Facts: s.facts(w), Words: w,
	}
	r.Columns = append(goodsColumns(w),
		ReportColumn{ID: "warehouse", Title: w.T("report.warehouse"), Width: 18, Coded: true},
		ReportColumn{ID: "lot", Title: w.T("report.lot"), Width: 14},
		ReportColumn{ID: "expiry", Title: w.T("report.expiry"), Width: 12, Kind: DayColumn},
		ReportColumn{ID: "quantity", Title: w.T("report.quantity"), Width: 12, Kind: FigureColumn},
		ReportColumn{ID: "unit", Title: w.T("report.unit"), Width: 7, Coded: true},
	)
	r.Rows = func(use func([]Value) error) error {
		return s.Lines(func(l data.StockLine) error {
			if !s.takes(l.Warehouse) {
				return nil
			}
			return use(append(goodsValues(w, l.StockGoods), CodedValue(s.place(w, l.Warehouse), l.Warehouse), TextValue(l.Lot), TextValue(l.Expiry),
				QuantityValue(l.Quantity), CodedValue(unitName(w, l.Unit), l.Unit)))
		})
	}
	return r
}

// Movements reports what moved in a period and why, in the order in which it was booked, and what that did to the value of stock.
func Movements(s StockSubject, w Words) Report {
	r := Report{
		Kind: "movements", Title: w.T("report.movements"), Company: s.Company, Date: s.To, Total: w.T("report.total"),
		Empty: w.T("report.movements.none"), Facts: append(s.facts(w), s.currencyFact(w)), Words: w,
	}
	r.Columns = append([]ReportColumn{{ID: "day", Title: w.T("report.day"), Width: 13, Kind: DayColumn}}, goodsColumns(w)...)
	r.Columns = append(r.Columns,
		ReportColumn{ID: "warehouse", Title: w.T("report.warehouse"), Width: 15, Coded: true},
		ReportColumn{ID: "lot", Title: w.T("report.lot"), Width: 12, Below: true},
		ReportColumn{ID: "reason", Title: w.T("report.reason"), Width: 14, Coded: true},
		ReportColumn{ID: "document", Title: w.T("report.document"), Width: 18, Below: true},
		ReportColumn{ID: "person", Title: w.T("report.person"), Width: 12, Below: true},
		ReportColumn{ID: "quantity", Title: w.T("report.quantity"), Width: 11, Kind: FigureColumn},
		ReportColumn{ID: "unit", Title: w.T("report.unit"), Width: 6, Coded: true},
		ReportColumn{ID: "value", Title: w.T("report.value"), Width: 14, Kind: FigureColumn, Sum: true, Lacking: lacking(w, "report.lacking.moves")},
	)
	r.Rows = func(use func([]Value) error) error {
		return s.Moves(func(m data.Movement, g data.StockGoods) error {
			if !s.takes(m.Warehouse) {
				return nil
			}
			row := append([]Value{TextValue(s.Day(m))}, goodsValues(w, g)...)
			return use(append(row, CodedValue(s.place(w, m.Warehouse), m.Warehouse), TextValue(m.Lot), CodedValue(reasonWord(w, m), m.Reason), TextValue(m.Document),
				TextValue(m.Person), QuantityValue(m.Quantity), CodedValue(unitName(w, g.Unit), g.Unit), valueOf(m.Value, max(m.Quantity, -m.Quantity), s.Currency)))
		})
	}
	return r
}

// lacking says how many have no figure in a sum.
func lacking(w Words, key string) func(int) string {
	return func(count int) string { return w.T(key, "Count", count) }
}

// valueOf is what so much is worth, in the currency's decimals; nothing where nobody said what it cost.
func valueOf(v data.StockValue, of data.Quantity, c data.Currency) Value {
	if !v.Known(of) {
		return Value{}
	}
	return FigureValue(decimal.New(int64(v), -6), c.Decimals())
}

// reasonWord says why stock moved.
func reasonWord(w Words, m data.Movement) string {
	if m.Opening {
		return w.T("report.reason.opening")
	}
	for known, key := range map[data.Reason]string{
		data.Counted: "report.reason.counted", data.Received: "report.reason.received", data.Sent: "report.reason.sent",
		data.Returned: "report.reason.returned", data.WrittenOff: "report.reason.written_off",
		data.Transferred: "report.reason.transferred", data.Reversed: "report.reason.reversed",
	} {
		if known == m.Reason {
			return w.T(key)
		}
	}
	return strings.ReplaceAll(string(m.Reason), "_", " ")
}
