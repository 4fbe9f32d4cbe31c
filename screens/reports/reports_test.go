package reports

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/shopspring/decimal"
)

// The reports of these tests.
const (
	Value     = "stock-value"
	Movements = "movements"
	Statement = "statement"
)

var stockOffers = []Offer{
	{Kind: Value, Word: "report.stock_value", Day: true, Place: true},
	{Kind: Movements, Word: "report.movements", Period: true, Place: true},
	{Kind: Statement, Word: "money.statement", Period: true, Customer: true},
}

// open returns the screen over made-up reports, and what was asked for.
func open(t *testing.T, rows int) (*Screen, *[]Question) {
	t.Helper()
	test.NewTempApp(t)
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) }
	var asked []Question
	s := New(host, Program{
		Title: "stockreport.title", Offers: stockOffers,
		Report: func(_ context.Context, q Question) (document.Report, error) {
			asked = append(asked, q)
			if q.On == "1999-01-01" {
				return document.Report{}, errors.New("no such day")
			}
			return document.Report{
				Kind: q.Kind, Date: q.On, Total: "Total", Empty: "Nothing lay there.",
				Facts: []document.ReportFact{{ID: "from", Plain: string(q.From)}},
				Columns: []document.ReportColumn{
					{ID: "sku", Title: "Article", Width: 12},
					{ID: "gtin", Title: "Barcode", Width: 12, Below: true},
					{ID: "value", Title: "Value", Width: 12, Kind: document.FigureColumn, Sum: true},
				},
				Rows: func(use func([]document.Value) error) error {
					for range rows {
						if err := use([]document.Value{document.TextValue("A"), {}, document.FigureValue(decimal.New(1050, -2), 2)}); err != nil {
							return err
						}
					}
					return nil
				},
			}, nil
		},
		File: func(_ context.Context, q Question, format string) (string, []byte, error) {
			return q.Kind + "." + format, []byte("file"), nil
		},
		Print: func(context.Context, []byte, string) error { return data.Problems{{Key: "paper.problem.no_printer"}} },
		Customers: func(context.Context, string) ([]data.Partner, error) {
			return []data.Partner{{Code: "LUX", Party: data.Party{Name: "Lux"}}}, nil
		},
		Places: func(context.Context) ([]string, error) { return []string{"RTM", data.InTransit}, nil },
	})
	w.SetContent(s.Object())
	return s, &asked
}

func TestTheFiguresOfTodayAreShownFirstWithTheirSum(t *testing.T) {
	s, asked := open(t, 3)
	if q := (*asked)[0]; q.Kind != Value || q.On != "2026-11-22" || q.Warehouse != nil {
		t.Errorf("asked for %+v", q)
	}
	if len(s.shown.rows) != 3 || len(s.columns()) != 2 || !strings.Contains(s.foot.Text, "31.50") || !strings.Contains(s.foot.Text, "3 rows") {
		t.Errorf("%d rows, %d columns, says %q", len(s.shown.rows), len(s.columns()), s.foot.Text)
	}
}

func TestALongReportShowsItsBeginningAndSumsItAll(t *testing.T) {
	s, _ := open(t, mostRows+10)
	if len(s.shown.rows) != mostRows || !strings.Contains(s.foot.Text, "21,105.00") || !strings.Contains(s.foot.Text, "first 2000 of 2010") {
		t.Errorf("%d rows, says %q", len(s.shown.rows), s.foot.Text)
	}
}

func TestAnotherReportDayAndWarehouseAreAskedForByKeyboard(t *testing.T) {
	s, asked := open(t, 0)
	s.on.Set("2026-10-31")
	s.on.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	last := func() Question { return (*asked)[len(*asked)-1] }
	if last().On != "2026-10-31" {
		t.Errorf("asked for %+v", last())
	}
	s.host.Focus(s.where)
	s.where.TypedRune('R')
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if last().Warehouse == nil || *last().Warehouse != "RTM" {
		t.Errorf("asked for %+v", last())
	}
	s.Choose(Movements)
	if q := last(); q.Kind != Movements || q.From != "2026-11-01" || q.To != "2026-11-22" {
		t.Errorf("asked for %+v", q)
	}
	n := len(*asked)
	s.from.Set("2026-12-01")
	s.from.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.form.Complaint("from") == "" || len(*asked) != n {
		t.Errorf("a period that ends before it begins: says %q", s.form.Complaint("from"))
	}
}

func TestAReportIsSavedAndPrinted(t *testing.T) {
	s, _ := open(t, 1)
	s.excel.OnTapped()
	if !s.host.Choosing() {
		t.Error("no place for the file was asked for")
	}
	s.host.CloseFiles()
	s.print.OnTapped()
	if q := s.host.Question(); q == nil || q.Text == "" {
		t.Error("nothing is said of a printer that isn't there")
	}
}

func TestAStatementWaitsForItsCustomer(t *testing.T) {
	s, asked := open(t, 1)
	n := len(*asked)
	s.Choose(Statement)
	if len(*asked) != n || !s.pdf.Disabled() || s.form.Complaint("customer") != "" || !strings.Contains(s.shown.report.Empty, "customer") {
		t.Errorf("of nobody: asked %+v, says %q", (*asked)[n:], s.shown.report.Empty)
	}
	s.host.Focus(s.whom)
	s.whom.TypedRune('L')
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if q := (*asked)[len(*asked)-1]; len(*asked) == n || q.Kind != Statement || q.Customer != "LUX" || q.From != "2026-11-01" || q.Warehouse != nil || s.pdf.Disabled() {
		t.Errorf("asked for %+v", q)
	}
}
