package document

import (
	"strconv"
	"strings"

	"tradewind/data"
)

// MoneySubject is what a report of customers' money is of, and where its rows come from.
type MoneySubject struct {
	Company string
	Today   data.Date
	Name    func(customerID int64) string // of a customer, as the reader knows it

	// Open hands out what isn't paid, sorted by [data.SortReceivables].
	Open func() ([]data.Receivable, error)
}

// report is what all of them begin with: their sums stand by currency.
func (s MoneySubject) report(kind, title string, w Words) Report {
	return Report{
		Kind: kind, Title: title, Company: s.Company, Date: s.Today, Words: w, Group: "currency", Apart: true, Total: w.T("report.total"),
		Facts: []ReportFact{{ID: "on", Label: w.T("report.on"), Text: w.Date(s.Today), Plain: string(s.Today)}},
	}
}

// amountColumn is a column of amounts.
func amountColumn(id, title string, sum bool) ReportColumn {
	return ReportColumn{ID: id, Title: title, Width: 14, Kind: FigureColumn, Sum: sum}
}

// Receivables reports what customers owe, instalment by instalment, what is due first before the rest.
func Receivables(s MoneySubject, w Words) Report {
	r := s.report("receivables", w.T("money.receivables"), w)
	r.Empty = w.T("money.receivables.none")
	r.Columns = []ReportColumn{
		{ID: "currency", Title: w.T("report.currency"), Width: 11},
		{ID: "due", Title: w.T("money.due"), Width: 17, Kind: DayColumn},
		{ID: "days_late", Title: w.T("money.late"), Width: 9, Kind: FigureColumn},
		{ID: "customer", Title: w.T("money.customer"), Width: 10, Extra: true},
		{ID: "name", Title: w.T("money.customer"), Width: 30},
		{ID: "order_no", Title: w.T("money.order"), Width: 15},
		{ID: "shipment_no", Title: w.T("money.shipment"), Width: 16, Below: true},
		{ID: "instalment", Title: w.T("money.instalment"), Width: 19, Coded: true},
		amountColumn("amount", w.T("money.amount"), true),
		{ID: "paid", Title: w.T("money.paid"), Width: 14, Kind: FigureColumn, Sum: true, Extra: true},
		amountColumn("open", w.T("money.open"), true),
	}
	r.Rows = func(use func([]Value) error) error {
		list, err := s.Open()
		for _, one := range list {
			if err := use(s.owed(one, w)); err != nil {
				return err
			}
		}
		return err
	}
	return r
}

// owed is the row of one part.
func (s MoneySubject) owed(one data.Receivable, w Words) []Value {
	d, late := one.Owed, Value{}
	if n := d.Late(s.Today); n > 0 && d.Open().Minor > 0 {
		late = QuantityValue(data.Pieces(int64(n)))
	}
	return []Value{
		TextValue(d.Amount.Currency), TextValue(d.Due), late, TextValue(one.Customer), TextValue(s.Name(one.CustomerID)), TextValue(one.OrderNo), TextValue(d.ShipmentNo),
		CodedValue(instalmentWord(one, w), d.Trigger), MoneyValue(d.Amount), MoneyValue(d.Paid), MoneyValue(d.Open()),
	}
}

// owedKeys are the words for what makes a part due.
var owedKeys = map[data.PaymentTrigger]string{
	data.OnOrder: "money.on.order", data.BeforeShipment: "money.on.before", data.OnBLCopy: "money.on.copy", data.OnSight: "money.on.sight",
	data.OnBLDate: "money.on.bl", data.OnInvoice: "money.on.invoice", data.OnArrival: "money.on.arrival", data.OnMonthEnd: "money.on.month",
}

// instalmentWord says which part of the price is open.
func instalmentWord(one data.Receivable, w Words) string {
	d := one.Owed
	if one.OrderNo == "" {
		return w.T("money.credit")
	}
	word := strconv.Itoa(d.Instalment) + "."
	if key := owedKeys[d.Trigger]; key != "" {
		word += " " + w.T(key)
	}
	if d.Days > 0 {
		word += " " + w.T("money.on.days", "Count", d.Days)
	}
	return word
}

// Aging reports what each customer owes by how long it is due.
func Aging(s MoneySubject, w Words) Report {
	r := s.report("aging", w.T("money.aging"), w)
	r.Empty = w.T("money.receivables.none")
	r.Columns = []ReportColumn{
		{ID: "currency", Title: w.T("report.currency"), Width: 9},
		{ID: "name", Title: w.T("money.customer"), Width: 28},
		{ID: "customer", Title: w.T("money.code"), Width: 10, Below: true},
	}
	for age, id := range []string{"not_due", "days_1_30", "days_31_60", "days_61_90", "over_90", "credit"} {
		one := amountColumn(id, w.T(ageKeys[data.Age(age)]), true)
		if age > 0 {
			one.Width = 12 // seven amounts stand beside each other in a small window
		}
		r.Columns = append(r.Columns, one)
	}
	r.Columns = append(r.Columns, amountColumn("open", w.T("money.open"), true))
	r.Rows = func(use func([]Value) error) error {
		list, err := s.Open()
		for _, a := range data.AgedOf(list, s.Today) {
			row := []Value{TextValue(a.Currency), TextValue(s.Name(a.CustomerID)), TextValue(a.Customer)}
			for _, minor := range a.ByAge {
				row = append(row, MoneyValue(data.Money{Minor: minor, Currency: a.Currency}))
			}
			if err := use(append(row, MoneyValue(a.Open()))); err != nil {
				return err
			}
		}
		return err
	}
	r.Notes = []string{w.T("money.aging.note")}
	return r
}

// ageKeys are the words for ages.
var ageKeys = map[data.Age]string{
	data.NotDue: "money.age.not_due", data.Days30: "money.age.month", data.Days60: "money.age.two_months", data.Days90: "money.age.three_months",
	data.Older: "money.age.older", data.Credits: "money.age.credit",
}

// StatementSubject is whose statement of account is made, and of which days.
type StatementSubject struct {
	Company  string
	Customer data.Partner
	From, To data.Date // both days inside; From may be "", To is the day of the statement
	Entries  func() ([]data.StatementEntry, error)
}

// Statement is the account of a customer as the customer gets it: in each currency the opening balance, invoices, credit notes and
// payments with the balance after each, and what is owed at the end.
func Statement(s StatementSubject, w Words) Report {
	r := Report{
		Kind: "statement", Title: w.T("money.statement"), Number: s.Customer.Code, Company: s.Company, Date: s.To, Words: w,
		Group: "currency", Apart: true, Total: w.T("report.total"), Empty: w.T("money.statement.none"),
	}
	name, local := s.Customer.Name, s.Customer.LocalName
	if w.Lang == "zh" && local != "" {
		name = local
	}
	r.Facts = []ReportFact{
		{ID: "company", Label: w.T("money.company"), Text: s.Company, Plain: s.Company},
		{ID: "customer", Label: w.T("money.customer"), Text: name + " (" + s.Customer.Code + ")", Plain: s.Customer.Code},
		{ID: "from", Label: w.T("report.from"), Text: w.Date(s.From), Plain: string(s.From)},
		{ID: "to", Label: w.T("report.to"), Text: w.Date(s.To), Plain: string(s.To)},
	}
	r.Columns = []ReportColumn{
		{ID: "currency", Title: w.T("report.currency"), Width: 9},
		{ID: "date", Title: w.T("report.date"), Width: 17, Kind: DayColumn},
		{ID: "what", Title: w.T("money.what"), Width: 10, Coded: true},
		{ID: "number", Title: w.T("money.number"), Width: 17},
		{ID: "order_no", Title: w.T("money.order"), Width: 15},
		{ID: "reference", Title: w.T("money.reference"), Width: 18, Below: true},
		amountColumn("charged", w.T("money.charged"), true), amountColumn("credited", w.T("money.credited"), true), amountColumn("balance", w.T("money.balance"), false),
	}
	r.Rows = func(use func([]Value) error) error {
		all, err := s.Entries()
		if err != nil {
			return err
		}
		for _, part := range data.StatementOf(all, s.From, s.To) {
			if err := statementRows(part, s, w, use); err != nil {
				return err
			}
		}
		return nil
	}
	r.Notes = []string{w.T("money.statement.note")}
	return r
}

// statementRows hands out the rows of one currency.
func statementRows(part data.StatementPart, s StatementSubject, w Words, use func([]Value) error) error {
	c := part.Currency
	money := func(minor int64) Value { return MoneyValue(data.Money{Minor: minor, Currency: c}) }
	edge := func(key, code string, day data.Date, minor int64) error {
		return use([]Value{TextValue(c), TextValue(day), CodedValue(w.T(key), code), {}, {}, {}, {}, {}, money(minor)})
	}
	if err := edge("money.opening", "opening", s.From, part.Opening); err != nil {
		return err
	}
	balance := part.Opening
	for _, e := range part.Entries {
		charged, credited := money(e.Amount.Minor), Value{}
		if e.Amount.Minor < 0 {
			charged, credited = Value{}, money(-e.Amount.Minor)
		}
		balance += e.Amount.Minor
		err := use([]Value{
			TextValue(c), TextValue(e.Date), CodedValue(w.T(entryKeys[e.Kind]), e.Kind), TextValue(e.Number), TextValue(strings.Join(e.Orders, ", ")),
			TextValue(e.Reference), charged, credited, money(balance),
		})
		if err != nil {
			return err
		}
	}
	return edge("money.closing", "closing", s.To, balance)
}

// entryKeys are the words for what changes an account.
var entryKeys = map[string]string{
	"invoice": "money.entry.invoice", "credit-note": "money.entry.credit_note",
	string(data.PayReceived): "money.entry.received", string(data.PayRefunded): "money.entry.refunded", string(data.PayWrittenOff): "money.entry.written_off",
	string(data.PayMoved): "money.entry.moved", string(data.PayReversed): "money.entry.reversed",
}

// RateSubject is where the rows of reports of exchange rates come from.
type RateSubject struct {
	Company  string
	Currency data.Currency // the company's
	Today    data.Date
	Limit    data.Percent // the move from which on a quotation is named
	Rates    func(use func(data.Rate) error) error
	Moved    func() ([]data.RateMove, error)
}

// report is what both begin with.
func (s RateSubject) report(kind, title string, w Words) Report {
	return Report{Kind: kind, Title: title, Company: s.Company, Date: s.Today, Words: w, Facts: []ReportFact{
		{ID: "on", Label: w.T("report.on"), Text: w.Date(s.Today), Plain: string(s.Today)},
		{ID: "currency", Label: w.T("report.currency"), Text: string(s.Currency), Plain: string(s.Currency)},
	}}
}

// rateValue is an exchange rate with the decimals it has.
func rateValue(r data.ExchangeRate) Value { return FigureValue(r.Decimal(), places(r.String())) }

// Rates reports the dated exchange rates, the newest first.
func Rates(s RateSubject, w Words) Report {
	r := s.report("rates", w.T("money.rates"), w)
	r.Empty = w.T("money.rates.none")
	r.Columns = []ReportColumn{
		{ID: "date", Title: w.T("report.date"), Width: 17, Kind: DayColumn},
		{ID: "base", Title: w.T("money.base"), Width: 12},
		{ID: "rate", Title: w.T("money.rate"), Width: 16, Kind: FigureColumn},
		{ID: "quote", Title: w.T("money.quote"), Width: 12},
	}
	r.Rows = func(use func([]Value) error) error {
		return s.Rates(func(one data.Rate) error {
			return use([]Value{TextValue(one.Date), TextValue(one.Base), rateValue(one.Rate), TextValue(one.Quote)})
		})
	}
	return r
}

// RateMoves reports the open quotations whose currency isn't what it was when they were made.
func RateMoves(s RateSubject, w Words) Report {
	r := s.report("rate-moves", w.T("money.moves"), w)
	r.Empty = w.T("money.moves.none", "Percent", s.Limit.String())
	r.Columns = []ReportColumn{
		{ID: "order_no", Title: w.T("money.order"), Width: 16},
		{ID: "customer", Title: w.T("money.customer"), Width: 16},
		{ID: "order_currency", Title: w.T("report.currency"), Width: 9},
		{ID: "since", Title: w.T("money.since"), Width: 17, Kind: DayColumn},
		{ID: "then", Title: w.T("money.then"), Width: 12, Kind: FigureColumn},
		{ID: "now", Title: w.T("money.now"), Width: 12, Kind: FigureColumn},
		{ID: "move_percent", Title: w.T("money.move"), Width: 10, Kind: FigureColumn},
	}
	r.Rows = func(use func([]Value) error) error {
		list, err := s.Moved()
		for _, m := range list {
			row := []Value{
				TextValue(m.OrderNo), TextValue(m.Customer), TextValue(m.Currency), TextValue(m.Since), rateValue(m.Then), rateValue(m.Now),
				FigureValue(m.Move.Share().Shift(2), 2),
			}
			if err := use(row); err != nil {
				return err
			}
		}
		return err
	}
	r.Notes = []string{w.T("money.moves.note", "Percent", s.Limit.String())}
	return r
}
