package document

import (
	"strconv"
	"strings"

	"tradewind/data"
)

// ReplenishSubject is what a report about buying and clearing stock is of, and where its rows come from.
type ReplenishSubject struct {
	Company    string
	Currency   data.Currency // the company's: values are in it
	On         data.Date
	Rules      data.ReorderRules
	Warehouses []data.Warehouse

	Reorder func(use func(data.Reorder) error) error // what to buy
	Lots    func(use func(data.ExpiringLot) error) error
	Idle    func(use func(data.Idle) error) error
}

// base are the facts that hold for all of them.
func (s ReplenishSubject) report(kind, title string, w Words) Report {
	return Report{
		Kind: kind, Title: title, Company: s.Company, Date: s.On, Words: w,
		Facts: []ReportFact{
			{ID: "on", Label: w.T("report.on"), Text: w.Date(s.On), Plain: string(s.On)},
			{ID: "currency", Label: w.T("report.currency"), Text: string(s.Currency), Plain: string(s.Currency)},
		},
	}
}

// ReorderReport reports what to buy of each article and how that was worked out: the figures of its steps, and under the
// name the whole sum in one line.
func ReorderReport(s ReplenishSubject, w Words) Report {
	r := s.report("reorder", w.T("report.reorder"), w)
	r.Empty = w.T("report.reorder.none")
	figure := func(id, title string, width int) ReportColumn {
		return ReportColumn{ID: id, Title: w.T(title), Width: width, Kind: FigureColumn}
	}
	r.Columns = []ReportColumn{
		{ID: "sku", Title: w.T("report.sku"), Width: 18},
		{ID: "supplier", Title: w.T("report.supplier"), Width: 14, Below: true},
		{ID: "name", Title: w.T("report.name"), Width: 44},
		{ID: "arithmetic", Title: w.T("report.reorder.arithmetic"), Width: 44, Below: true},
		figure("sold", "report.reorder.sold", 10), figure("wanted", "report.reorder.wanted", 10),
		figure("available", "report.reorder.available", 10), figure("quantity", "report.reorder.proposed", 11),
		{ID: "unit", Title: w.T("report.unit"), Width: 6, Coded: true},
	}
	r.Rows = func(use func([]Value) error) error {
		return s.Reorder(func(one data.Reorder) error {
			p := one.Proposal
			return use([]Value{
				TextValue(p.SKU), TextValue(one.Product.Supplier), TextValue(one.Product.Name.In(base(w.Lang))), TextValue(Arithmetic(p, w)),
				stepValue(p, data.TermSold), stepValue(p, data.TermWanted), stepValue(p, data.TermAvailable), QuantityValue(p.Quantity),
				CodedValue(unitName(w, one.Product.Unit), one.Product.Unit),
			})
		})
	}
	r.Notes = []string{w.T("report.reorder.note", "Sales", s.Rules.SalesDays, "Lead", s.Rules.LeadDays, "Cover", s.Rules.CoverDays)}
	return r
}

// stepValue is the figure of one step.
func stepValue(p data.Proposal, term data.ReorderTerm) Value {
	for _, s := range p.Steps {
		if s.Term == term {
			return QuantityValue(s.Quantity)
		}
	}
	return Value{}
}

// Arithmetic says in one line how a proposal was worked out.
func Arithmetic(p data.Proposal, w Words) string {
	var parts []string
	for _, s := range p.Steps {
		text := stepText(s, w)
		if s.Term == data.TermAvailable && p.Presold != 0 {
			text = w.T("report.step.available_presold", "Quantity", shownQuantity(s.Quantity, w), "Presold", shownQuantity(p.Presold, w))
		}
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}

// shownQuantity writes a quantity with the decimals it has.
func shownQuantity(q data.Quantity, w Words) string {
	return w.Number(q.Decimal(), places(q.String()))
}

// stepText is what one step says in that line; "" for those that the line can do without.
func stepText(s data.ReorderStep, w Words) string {
	q := shownQuantity(s.Quantity, w)
	days := strconv.FormatInt(s.Days, 10)
	switch s.Term {
	case data.TermSold:
		return w.T("report.step.sold", "Quantity", q, "Days", days)
	case data.TermDemand:
		return w.T("report.step.demand", "Quantity", q, "Days", days)
	case data.TermSeason:
		return w.T("report.step.season", "Quantity", q, "Days", days, "Season", s.Season.In(base(w.Lang)), "Percent", s.Percent.String())
	case data.TermWanted:
		return w.T("report.step.wanted", "Quantity", q)
	case data.TermMOQ:
		return w.T("report.step.moq", "Quantity", q)
	case data.TermCartons:
		return w.T("report.step.cartons", "Quantity", q, "Step", w.Number(s.Step.Decimal(), places(s.Step.String())))
	case data.TermNeed:
		return w.T("report.step.need", "Quantity", q)
	case data.TermAvailable:
		return w.T("report.step.available", "Quantity", q)
	case data.TermSafety:
		if s.Quantity != 0 {
			return w.T("report.step.safety", "Quantity", q)
		}
	case data.TermDaily, data.TermOnHand, data.TermInTransit, data.TermOnOrder, data.TermReserved, data.TermPresold, data.TermLine, data.TermProposed:
	}
	return ""
}

// ExpiryReport reports which lots expire when, by month, and what they are worth.
func ExpiryReport(s ReplenishSubject, w Words) Report {
	r := s.report("expiry", w.T("report.expiry.title"), w)
	r.Group, r.Total, r.Empty = "month", w.T("report.total"), w.T("report.expiry.none")
	r.Columns = append([]ReportColumn{{ID: "month", Title: w.T("report.month"), Width: 9}}, goodsColumns(w)...)
	r.Columns = append(r.Columns,
		ReportColumn{ID: "warehouse", Title: w.T("report.warehouse"), Width: 16, Coded: true},
		ReportColumn{ID: "lot", Title: w.T("report.lot"), Width: 12, Below: true},
		ReportColumn{ID: "expiry", Title: w.T("report.expiry"), Width: 12, Kind: DayColumn},
		ReportColumn{ID: "days_left", Title: w.T("report.days_left"), Width: 8, Kind: FigureColumn},
		ReportColumn{ID: "quantity", Title: w.T("report.quantity"), Width: 11, Kind: FigureColumn},
		ReportColumn{ID: "unit", Title: w.T("report.unit"), Width: 6, Coded: true},
		ReportColumn{ID: "value", Title: w.T("report.value"), Width: 13, Kind: FigureColumn, Sum: true, Lacking: lacking(w, "report.lacking.lots")},
	)
	places := StockSubject{Warehouses: s.Warehouses}
	r.Rows = func(use func([]Value) error) error {
		return s.Lots(func(l data.ExpiringLot) error {
			row := append([]Value{TextValue(l.Level.Expiry[:len("2006-01")])}, goodsValues(w, l.Goods)...)
			return use(append(row, CodedValue(places.place(w, l.Level.Warehouse), l.Level.Warehouse), TextValue(l.Level.Lot), TextValue(l.Level.Expiry),
				QuantityValue(data.Pieces(int64(l.Days))), QuantityValue(l.Level.Quantity), CodedValue(unitName(w, l.Goods.Unit), l.Goods.Unit), valueOf(l.Value, l.Level.Quantity, s.Currency)))
		})
	}
	return r
}

// DeadStockReport reports what doesn't sell or sells slowly, and what it is worth: a list to clear stock by, with list prices.
func DeadStockReport(s ReplenishSubject, w Words) Report {
	r := s.report("dead-stock", w.T("report.dead"), w)
	r.Group, r.Total, r.Empty = "state", w.T("report.total"), w.T("report.dead.none")
	r.Columns = append(goodsColumns(w),
		ReportColumn{ID: "state", Title: w.T("report.state"), Width: 10, Coded: true},
		ReportColumn{ID: "last_sold", Title: w.T("report.last_sold"), Width: 12, Kind: DayColumn},
		ReportColumn{ID: "sold", Title: w.T("report.reorder.sold"), Width: 10, Kind: FigureColumn},
		ReportColumn{ID: "lasts_days", Title: w.T("report.lasts"), Width: 9, Kind: FigureColumn},
		ReportColumn{ID: "quantity", Title: w.T("report.quantity"), Width: 11, Kind: FigureColumn},
		ReportColumn{ID: "unit", Title: w.T("report.unit"), Width: 6, Coded: true},
		ReportColumn{ID: "value", Title: w.T("report.value"), Width: 13, Kind: FigureColumn, Sum: true, Lacking: lacking(w, "report.lacking.cost")},
		ReportColumn{ID: "list_price", Title: w.T("report.list_price"), Width: 11, Kind: FigureColumn},
		ReportColumn{ID: "list_currency", Title: w.T("report.list_currency"), Width: 7, Extra: true},
	)
	r.Rows = func(use func([]Value) error) error {
		return s.Idle(func(i data.Idle) error {
			state, lasts := CodedValue(w.T("report.slow"), "slow"), Value{}
			if i.Dead {
				state = CodedValue(w.T("report.dead.word"), "dead")
			}
			if i.Lasts >= 0 {
				lasts = QuantityValue(data.Pieces(i.Lasts))
			}
			return use(append(append(goodsValues(w, i.Goods), state, TextValue(i.LastSold), QuantityValue(i.Sold), lasts, QuantityValue(i.OnHand),
				CodedValue(unitName(w, i.Goods.Unit), i.Goods.Unit), valueOf(i.Value, i.OnHand, s.Currency)), listPrice(i.Goods, s.Currency)...))
		})
	}
	r.Notes = []string{w.T("report.dead.note", "Dead", s.Rules.DeadDays, "Slow", s.Rules.SlowDays, "Sales", s.Rules.SalesDays)}
	return r
}

// listPrice is an article's list price and its currency.
func listPrice(g data.StockGoods, home data.Currency) []Value {
	if g.Price == nil {
		return []Value{{}, {}}
	}
	currency := g.Currency
	if currency == "" {
		currency = home
	}
	return []Value{priceValue(*g.Price, currency), TextValue(currency)}
}
