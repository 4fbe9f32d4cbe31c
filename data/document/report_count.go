package document

import "tradewind/data"

// TakeSubject is a stock-take whose sheet is to be made.
type TakeSubject struct {
	Take       data.StockTake
	Company    string
	Warehouses []data.Warehouse
	Scope      string // what is counted, in the reader's words
	State      string // "" while it is open
	Blind      bool   // what the books say stays hidden from who counts

	// Rows hands out the lines.
	Rows func(use func(data.StockTakeRow) error) error
}

// CountSheet is the sheet on which a stock-take is counted: one row for each lot, with room for what was counted and why it
// differs; what was said already stands there. As a workbook it is read back.
func CountSheet(s TakeSubject, w Words) Report {
	r := s.report(w, "count-sheet", w.T("report.count_sheet"))
	if !s.Blind {
		r.Columns = append(r.Columns, ReportColumn{ID: "book", Title: w.T("report.book"), Width: 11, Kind: FigureColumn})
	}
	r.Columns = append(r.Columns,
		ReportColumn{ID: "counted", Title: w.T("report.counted"), Width: 14, Kind: FillColumn},
		ReportColumn{ID: "reason", Title: w.T("report.count.reason"), Width: 20, Kind: FillColumn, Choices: reasonChoices(w)},
	)
	r.Rows = func(use func([]Value) error) error {
		return s.Rows(func(l data.StockTakeRow) error {
			row := s.row(w, l)
			if !s.Blind {
				row = append(row, QuantityValue(l.Book))
			}
			return use(append(row, countedValue(l), TextValue(Explanation(w, l.StockTakeLine))))
		})
	}
	return r
}

// StockTakeResult is what a stock-take found: book, count, difference and reason of each lot.
func StockTakeResult(s TakeSubject, w Words) Report {
	r := s.report(w, "stock-take", w.T("report.stock_take"))
	if s.State != "" {
		r.Facts = append(r.Facts, ReportFact{ID: "state", Label: w.T("report.state"), Text: s.State, Plain: string(s.Take.State)})
	}
	r.Columns = append(r.Columns,
		ReportColumn{ID: "book", Title: w.T("report.book"), Width: 11, Kind: FigureColumn},
		ReportColumn{ID: "counted", Title: w.T("report.counted"), Width: 11, Kind: FigureColumn},
		ReportColumn{ID: "difference", Title: w.T("report.difference"), Width: 11, Kind: FigureColumn},
		ReportColumn{ID: "reason", Title: w.T("report.reason"), Width: 18, Coded: true},
		ReportColumn{ID: "words", Title: w.T("report.words"), Width: 18, Extra: true},
		ReportColumn{ID: "person", Title: w.T("report.person"), Width: 10, Below: true},
	)
	r.Rows = func(use func([]Value) error) error {
		return s.Rows(func(l data.StockTakeRow) error {
			row := append(s.row(w, l), QuantityValue(l.Book), countedValue(l))
			difference, person := Value{}, ""
			if l.Counted != nil {
				difference, person = QuantityValue(l.Difference()), l.ChangedBy
			}
			return use(append(row, difference, CodedValue(Explanation(w, l.StockTakeLine), l.Reason), TextValue(l.Words), TextValue(person)))
		})
	}
	return r
}

// report begins a report of a stock-take with what names a lot.
func (s TakeSubject) report(w Words, kind, title string) Report {
	place := StockSubject{Warehouses: s.Warehouses}.place(w, s.Take.Warehouse)
	r := Report{
		Kind: kind, Title: title + " " + s.Take.No, Number: s.Take.No, Company: s.Company, Date: s.Take.Date, Empty: w.T("report.count.none"), Words: w,
		Signs: []string{w.T("report.sign.counter"), w.T("report.sign.checker"), w.T("report.sign.day")},
		Facts: []ReportFact{
			{ID: "stock_take_no", Label: w.T("report.stock_take"), Text: s.Take.No, Plain: s.Take.No},
			{ID: "warehouse", Label: w.T("report.warehouse"), Text: place, Plain: s.Take.Warehouse},
			{ID: "day", Label: w.T("report.date"), Text: w.Date(s.Take.Date), Plain: string(s.Take.Date)},
			{ID: "scope", Label: w.T("report.scope"), Text: s.Scope, Plain: string(s.Take.Scope.Kind)},
		},
	}
	if s.Take.Note != "" {
		r.Facts = append(r.Facts, ReportFact{ID: "note", Label: w.T("report.note"), Text: s.Take.Note, Plain: s.Take.Note})
	}
	r.Columns = append([]ReportColumn{{ID: "stock_take_no", Title: w.T("report.stock_take"), Width: 14, Extra: true}}, goodsColumns(w)...)
	r.Columns = append(r.Columns,
		ReportColumn{ID: "warehouse", Title: w.T("report.warehouse"), Width: 14, Coded: true, Extra: true},
		ReportColumn{ID: "lot", Title: w.T("report.lot"), Width: 13},
		ReportColumn{ID: "expiry", Title: w.T("report.expiry"), Width: 12, Kind: DayColumn},
		ReportColumn{ID: "unit", Title: w.T("report.unit"), Width: 6, Coded: true},
	)
	return r
}

// row is what names a lot.
func (s TakeSubject) row(w Words, l data.StockTakeRow) []Value {
	place := StockSubject{Warehouses: s.Warehouses}.place(w, s.Take.Warehouse)
	row := append([]Value{TextValue(s.Take.No)}, goodsValues(w, l.Goods)...)
	return append(row, CodedValue(place, s.Take.Warehouse), TextValue(l.Lot), TextValue(l.Expiry), CodedValue(unitName(w, l.Goods.Unit), l.Goods.Unit))
}

// countedValue is what was counted; nothing while nobody did.
func countedValue(l data.StockTakeRow) Value {
	if l.Counted == nil {
		return Value{}
	}
	return QuantityValue(*l.Counted)
}

// Explanation says why a count differs, in the reader's words or the counter's own.
func Explanation(w Words, l data.StockTakeLine) string {
	if l.Reason == data.OtherReason && l.Words != "" {
		return l.Words
	}
	return CountReasonWord(w, l.Reason)
}

// CountReasonWord names a reason; "" names none.
func CountReasonWord(w Words, r data.CountReason) string {
	switch r {
	case data.Miscounted:
		return w.T("report.count.miscount")
	case data.Damaged:
		return w.T("report.count.damage")
	case data.LostGoods:
		return w.T("report.count.loss")
	case data.UnbookedReceipt:
		return w.T("report.count.unbooked_receipt")
	case data.UnbookedSending:
		return w.T("report.count.unbooked_shipment")
	case data.OtherReason:
		return w.T("report.count.other")
	case data.NotFound:
		return w.T("report.count.not_found")
	}
	return string(r)
}

// reasonChoices are the reasons that a workbook offers.
func reasonChoices(w Words) (words []string) {
	for _, r := range data.CountReasons() {
		if r != data.OtherReason {
			words = append(words, CountReasonWord(w, r))
		}
	}
	return words
}

// ScopeWord says what is counted.
func ScopeWord(w Words, s data.StockTakeScope) string {
	switch s.Kind {
	case data.ScopeCategory:
		return w.T("report.scope.category", "Value", s.Value)
	case data.ScopeSupplier:
		return w.T("report.scope.supplier", "Value", s.Value)
	case data.ScopeSearch:
		return w.T("report.scope.search", "Value", s.Value)
	case data.ScopeMoved:
		if s.Since == "" {
			return w.T("report.scope.moved")
		}
		return w.T("report.scope.moved_since", "Date", w.Date(s.Since))
	}
	return w.T("report.scope.all")
}

// TakeStateWord names a state.
func TakeStateWord(w Words, s data.StockTakeState) string {
	switch s {
	case data.TakePosted:
		return w.T("report.take.posted")
	case data.TakeDropped:
		return w.T("report.take.dropped")
	}
	return w.T("report.take.open")
}
