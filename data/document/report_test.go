package document_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"tradewind/data"
	"tradewind/data/document"

	"github.com/shopspring/decimal"
)

// stockReport is a report of some rows "article, warehouse, quantity, value".
func stockReport(t *testing.T, rows ...[4]string) document.Report {
	t.Helper()
	return document.Report{
		Kind: "stock-value", Title: "Stock value", Company: "Bright Star", Date: "2026-11-22", Total: "Total", Group: "warehouse",
		Empty: "Nothing lies there.", Facts: []document.ReportFact{{ID: "currency", Label: "Currency", Text: "Chinese yuan", Plain: "CNY"}},
		Columns: []document.ReportColumn{
			{ID: "sku", Title: "Article", Width: 20},
			{ID: "gtin", Title: "Barcode", Width: 14, Below: true},
			{ID: "take", Title: "Stock-take", Width: 14, Extra: true},
			{ID: "warehouse", Title: "Warehouse", Width: 16},
			{ID: "day", Title: "Expiry", Width: 12, Kind: document.DayColumn},
			{ID: "quantity", Title: "Quantity", Width: 12, Kind: document.FigureColumn},
			{ID: "counted", Title: "Counted", Width: 14, Kind: document.FillColumn},
			{ID: "value", Title: "Value", Width: 14, Kind: document.FigureColumn, Sum: true},
		},
		Words: words(t, "en")[0],
		Rows: func(use func([]document.Value) error) error {
			for _, r := range rows {
				q, err := data.ParseQuantity(r[2])
				if err != nil {
					return err
				}
				value := document.Value{}
				if r[3] != "" {
					value = document.FigureValue(decimal.RequireFromString(r[3]), 2)
				}
				if err := use([]document.Value{
					document.TextValue(r[0]), document.TextValue("4006381333931"), document.TextValue("ST-1"), document.TextValue(r[1]),
					document.TextValue("2027-01-31"), document.QuantityValue(q),
					{},
					value,
				}); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func TestAReportAddsWhatItShows(t *testing.T) {
	r := stockReport(t, [4]string{"A", "Main", "1", "0.004"}, [4]string{"B", "Main", "2.5", "0.005"}, [4]string{"C", "RTM", "3", "10"}, [4]string{"D", "RTM", "3", ""})
	page, err := r.Page()
	if err != nil {
		t.Fatal(err)
	}
	var grid document.Grid
	for _, b := range page.Blocks {
		if g, ok := b.(document.Grid); ok {
			grid = g
		}
	}
	if n := len(grid.Columns); n != 6 {
		t.Errorf("%d columns on paper; want 6: one stands below another, one is for workbooks", n)
	}
	if !grid.Columns[4].Fill || grid.Rows[0].Cells[0].Sub[0] != "4006381333931" {
		t.Errorf("paper has %+v, %+v", grid.Columns, grid.Rows[0])
	}
	var sums []string
	for _, total := range grid.Totals {
		last := total.Cells[len(total.Cells)-1]
		sums = append(sums, total.Cells[0].Text+" "+last.Text)
	}
	if len(sums) != 3 || sums[0] != "Total Main 0.01" || sums[1] != "Total RTM 10.00" || sums[2] != "Total 10.01" {
		t.Errorf("sums %q", sums)
	}
}

func TestAReportAsDataSaysWhatPaperSays(t *testing.T) {
	r := stockReport(t, [4]string{`A "quoted"`, "Main", "1", "4"}, [4]string{"茶杯", "RTM", "2.5", "5.5"})
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Kind, Date, Currency string
		Rows, Totals         []map[string]string
		Total                map[string]string
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatalf("%v in %s", err, b.String())
	}
	if got.Kind != "stock-value" || got.Currency != "CNY" || got.Date != "2026-11-22" || len(got.Rows) != 2 {
		t.Errorf("%+v", got)
	}
	if row := got.Rows[1]; row["sku"] != "茶杯" || row["quantity"] != "2.5" || row["value"] != "5.50" || row["take"] != "ST-1" || row["day"] != "2027-01-31" {
		t.Errorf("row %v", row)
	}
	if _, there := got.Rows[0]["counted"]; there {
		t.Error("a column to be filled in by hand stands in the data")
	}
	if got.Total["value"] != "9.50" || len(got.Totals) != 2 || got.Totals[1]["warehouse"] != "RTM" || got.Totals[1]["value"] != "5.50" {
		t.Errorf("sums %v, %v", got.Total, got.Totals)
	}
}

func TestAReportWithoutRowsSaysSo(t *testing.T) {
	page, err := stockReport(t).Page()
	if err != nil {
		t.Fatal(err)
	}
	if last, ok := page.Blocks[len(page.Blocks)-1].(document.Text); !ok || last.Text != "Nothing lies there." {
		t.Errorf("the page ends with %+v", page.Blocks[len(page.Blocks)-1])
	}
	var b bytes.Buffer
	if err := stockReport(t).WriteJSON(&b); err != nil || !json.Valid(b.Bytes()) {
		t.Errorf("%v: %s", err, b.String())
	}
}

func TestARowThatCantBeReadEndsTheReport(t *testing.T) {
	broken := errors.New("broken")
	r := stockReport(t)
	r.Rows = func(func([]document.Value) error) error { return broken }
	if _, err := r.Page(); !errors.Is(err, broken) {
		t.Errorf("page: %v", err)
	}
	if err := r.WriteJSON(&bytes.Buffer{}); !errors.Is(err, broken) {
		t.Errorf("data: %v", err)
	}
}
