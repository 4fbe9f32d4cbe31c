package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/document/pdf"
	"tradewind/data/document/xlsx"
	"tradewind/data/store"
)

// The reports of stock.
const (
	StockValueReport = "stock-value"
	MovementsReport  = "movements"
	StockListReport  = "stock"
	CountSheetReport = "count-sheet" // of one stock-take
	StockTakeReport  = "stock-take"  // of one stock-take, with differences and reasons
	ReorderReport    = "reorder"     // what to buy
	ExpiryReport     = "expiry"
	DeadStockReport  = "dead-stock"
)

// reportable names what report knows.
func reportable() []string {
	return []string{StockValueReport, MovementsReport, StockListReport, CountSheetReport, StockTakeReport, ReorderReport, ExpiryReport, DeadStockReport, ReceivablesReport, AgingReport, StatementReport, RatesReport, RateMovesReport}
}

// ReportQuestion says which report of stock is wanted, of which days and which warehouse.
type ReportQuestion struct {
	Kind      string
	On        data.Date // the day at whose end goods lay there
	From, To  data.Date // of movements, both days inside
	Warehouse *string   // nil: all
	Zone      *time.Location
	Number    string // of the stock-take; of a statement the customer's code
	Blind     bool   // its sheet doesn't tell what the books say
}

// ofTake reports whether the report is of one stock-take.
func (q ReportQuestion) ofTake() bool { return q.Kind == CountSheetReport || q.Kind == StockTakeReport }

// replenishes reports whether the report is about buying and clearing stock.
func (q ReportQuestion) replenishes() bool {
	return q.Kind == ReorderReport || q.Kind == ExpiryReport || q.Kind == DeadStockReport
}

// takeReport makes the sheet of a stock-take.
func takeReport(ctx context.Context, st *store.Store, q ReportQuestion, of document.TakeSubject, words document.Words) (r document.Report, err error) {
	if of.Take, err = st.StockTakes.ByNo(ctx, q.Number); err != nil {
		return r, err
	}
	of.Scope, of.State, of.Blind = document.ScopeWord(words, of.Take.Scope), document.TakeStateWord(words, of.Take.State), q.Blind
	of.Rows = func(use func(data.StockTakeRow) error) error {
		return st.StockTakes.EachRow(ctx, of.Take.ID, store.TakeQuery{}, use)
	}
	if q.Kind == CountSheetReport {
		return document.CountSheet(of, words), nil
	}
	return document.StockTakeResult(of, words), nil
}

// StockReport makes a report of stock in the words given. Its rows are read from st when they are drawn.
func StockReport(ctx context.Context, st *store.Store, q ReportQuestion, words document.Words) (document.Report, error) {
	c, err := st.Company.Get(ctx)
	if err != nil {
		return document.Report{}, fmt.Errorf("company: %w", err)
	}
	of := document.StockSubject{Company: companyName(c, words), Currency: c.Home(), On: q.On, Warehouse: q.Warehouse}
	if q.ofMoney() {
		return moneyReport(ctx, st, q, c, words)
	}
	if of.Warehouses, err = st.Warehouses.All(ctx); err != nil {
		return document.Report{}, fmt.Errorf("warehouses: %w", err)
	}
	if q.ofTake() {
		return takeReport(ctx, st, q, document.TakeSubject{Company: of.Company, Warehouses: of.Warehouses}, words)
	}
	if q.replenishes() {
		return replenishReport(ctx, st, q, document.ReplenishSubject{
			Company: of.Company, Currency: of.Currency, On: q.On, Rules: c.Reordering(), Warehouses: of.Warehouses,
		}, words), nil
	}
	of.Lines = func(use func(data.StockLine) error) error {
		return st.Stock.LiesAt(ctx, dayAfter(q.On, q.Zone).Add(-time.Microsecond), use)
	}
	of.Day = func(m data.Movement) data.Date { return data.DateOf(m.At.In(q.Zone)) }
	if q.Zone == nil {
		q.Zone = time.UTC
	}
	if of.Rate, err = ratesOn(ctx, st, c.Home(), q.On); err != nil {
		return document.Report{}, err
	}
	switch q.Kind {
	case StockListReport:
		return document.StockList(of, words), nil
	case MovementsReport:
		of.From, of.To = q.From, q.To
		of.Moves = func(use func(data.Movement, data.StockGoods) error) error {
			return st.Stock.MovedBetween(ctx, dayAfter(q.From, q.Zone).AddDate(0, 0, -1), dayAfter(q.To, q.Zone), use)
		}
		return document.Movements(of, words), nil
	}
	return document.StockValue(of, words), nil
}

// companyName is the company's name as readers of the language know it.
func companyName(c data.Company, w document.Words) string {
	if w.Lang == "zh" && c.LocalName != "" {
		return c.LocalName
	}
	return c.Name
}

// dayAfter is the moment at which the day after d begins.
func dayAfter(d data.Date, zone *time.Location) time.Time {
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, zone)
}

// ratesOn returns what tells the rates of a day, each asked for once.
func ratesOn(ctx context.Context, st *store.Store, home data.Currency, day data.Date) (func(data.Currency) (data.ExchangeRate, bool), error) {
	known := map[data.Currency]data.ExchangeRate{}
	list, err := paged(store.Query{}, func(q store.Query) ([]data.Rate, error) { return st.Rates.Find(ctx, q) },
		func(r data.Rate) string { return fmt.Sprintf("%s %s %s", r.Date, r.Base, r.Quote) })
	if err != nil {
		return nil, fmt.Errorf("rates: %w", err)
	}
	for _, r := range slices.Backward(list) { // the newest comes last and stays
		if r.Quote == home && r.Date <= day {
			known[r.Base] = r.Rate
		}
	}
	return func(c data.Currency) (data.ExchangeRate, bool) {
		rate, ok := known[c]
		return rate, ok
	}, nil
}

// WriteReport writes a report in one format: pdf, xlsx or json.
func (p *Press) WriteReport(w io.Writer, format string, r document.Report) error {
	switch format {
	case "json":
		return r.WriteJSON(w)
	case "xlsx":
		return xlsx.RenderReport(w, r)
	case "pdf":
		page, err := r.Page()
		if err != nil {
			return err
		}
		_, err = p.printer.RenderDraft(w, page) // a report is for the house: a box for a character no font has stops nothing
		return err
	}
	return fmt.Errorf("write %s: no such format", format)
}

// report writes one report of stock.
func (s *session) report() error {
	formats, err := s.formats()
	if err != nil {
		return err
	}
	q, err := s.question()
	if err != nil {
		return err
	}
	lang := s.call.option("lang")
	if lang == "" {
		lang = s.words.Lang()
	}
	words, err := Words(lang)
	if err != nil || !speaks(lang) {
		return usage("command.usage.language", "Language", lang, "Languages", "en, zh")
	}
	return s.reading(func(st *store.Store) error {
		if q.Warehouse, err = s.warehouse(st); err != nil {
			return err
		}
		r, err := StockReport(s.ctx, st, q, words)
		if err != nil {
			return q.noSuchReport(err)
		}
		return s.writeReport(r, formats, lang)
	})
}

// question reads the days that a report is asked for. Movements without a beginning are those of the month.
func (s *session) question() (q ReportQuestion, err error) {
	today := data.DateOf(s.Now())
	q = ReportQuestion{Kind: s.call.args[0], Zone: s.Now().Location(), Number: s.call.option("number"), Blind: s.call.on("blind")}
	for _, one := range []struct {
		name string
		to   *data.Date
	}{{"on", &q.On}, {"from", &q.From}, {"to", &q.To}} {
		if *one.to, err = s.day(one.name); err != nil {
			return q, err
		}
	}
	if err := s.foreign(q); err != nil {
		return q, err
	}
	if q.To == "" {
		q.To = today
	}
	if q.From == "" && q.Kind == StatementReport {
		q.From = q.To[:len("2006-")] + "01-01"
	}
	if q.From == "" {
		q.From = q.To[:len("2006-01-")] + "01"
	}
	if q.From > q.To {
		return q, usage("command.usage.backwards", "From", q.From, "To", q.To)
	}
	if q.On == "" {
		q.On = today
	}
	if q.Kind == MovementsReport {
		q.On = q.To
	}
	return q, nil
}

// foreign reports an option that the report doesn't take, and one that it lacks.
func (s *session) foreign(q ReportQuestion) error {
	takes := map[string][]string{
		MovementsReport: {"from", "to", "warehouse"}, CountSheetReport: {"number", "blind"}, StockTakeReport: {"number"},
		ReorderReport: {}, ExpiryReport: {}, DeadStockReport: {},
		ReceivablesReport: {}, AgingReport: {}, RatesReport: {}, RateMovesReport: {}, StatementReport: {"from", "to", "number"},
	}[q.Kind]
	if takes == nil {
		takes = []string{"on", "warehouse"}
	}
	for _, name := range []string{"on", "from", "to", "warehouse", "number", "blind"} {
		if s.call.has(name) && !slices.Contains(takes, name) {
			return usage("command.usage.foreign", "Option", "--"+name, "Command", "report "+q.Kind)
		}
	}
	if (q.ofTake() || q.Kind == StatementReport) && q.Number == "" {
		return usage("command.usage.required", "Option", "--number", "Usage", syntax("tradewind report "+q.Kind+" --number NUMBER --out DIR"))
	}
	return nil
}

// warehouse reads --warehouse: one with a record or with goods; "main" is the one without a code.
func (s *session) warehouse(st *store.Store) (*string, error) {
	code := s.call.option("warehouse")
	if code == "" {
		return nil, nil
	}
	codes, err := st.Stock.Places(s.ctx)
	if err != nil {
		return nil, fmt.Errorf("warehouses: %w", err)
	}
	if code == "main" && !slices.Contains(codes, code) {
		code = ""
	}
	if code != "" && !slices.Contains(codes, code) {
		return nil, refuse("command.usage.warehouse", "Value", code, "Warehouses", strings.Join(append([]string{"main"}, codes...), ", "))
	}
	return &code, nil
}

// ReportFile is what the file of a report is called, without its ending: by the record's number, else by its day.
func ReportFile(r document.Report, lang string) string {
	number := r.Number
	if number == "" {
		number = string(r.Date)
	}
	return document.FileName(data.Kind(r.Kind), number, 0, lang)
}

// writeReport writes the files of a report and tells which.
func (s *session) writeReport(r document.Report, formats []string, lang string) error {
	press := NewPress()
	var files []made
	for _, format := range formats {
		name := ReportFile(r, s.call.option("lang")) + "." + format
		path := filepath.Join(s.call.option("out"), name)
		err := writeFile(path, func(to io.Writer) error { return press.WriteReport(to, format, r) })
		if missing := (pdf.MissingGlyphs{}); errors.As(err, &missing) {
			err = refuse("command.document.glyphs", "Characters", s.characters(missing.Runes))
		}
		if err != nil {
			return in(name, err)
		}
		files = append(files, made{Path: path, Kind: data.Kind(r.Kind), Number: r.Number, Format: format, Language: lang})
	}
	return s.papers(files, nil, nil, nil)
}
