package xlsx_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/document/xlsx"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// article is a row of the report of the tests.
type article struct {
	name, warehouse string
	cents           int64
}

// valueReport is a report of what articles are worth, by warehouse.
func valueReport(articles []article) document.Report {
	return document.Report{
		Kind: "stock-value", Title: "Stock value 库存", Number: "", Company: "宁波海曙信风", Date: "2026-11-22", Total: "Total", Group: "warehouse", Empty: "Nothing.",
		Facts: []document.ReportFact{{Label: "Currency", Text: "CNY"}, {Label: "Date", Text: "22 Nov 2026"}},
		Columns: []document.ReportColumn{
			{ID: "sku", Title: "Article", Width: 24},
			{ID: "warehouse", Title: "Warehouse", Width: 12},
			{ID: "day", Title: "Day", Width: 12, Kind: document.DayColumn},
			{ID: "counted", Title: "Counted", Width: 12, Kind: document.FillColumn},
			{ID: "value", Title: "Value", Width: 12, Kind: document.FigureColumn, Sum: true},
		},
		Notes: []string{"At moving average cost."},
		Words: document.Words{
			Lang: "en", T: func(key string, _ ...any) string { return key },
			Number: func(d decimal.Decimal, n int32) string { return d.StringFixed(n) },
			Date:   func(d data.Date) string { return string(d) },
		},
		Rows: func(use func([]document.Value) error) error {
			for _, a := range articles {
				err := use([]document.Value{
					document.TextValue(a.name), document.TextValue(a.warehouse), document.TextValue("2027-01-31"),
					{},
					document.FigureValue(decimal.New(a.cents, -2), 2),
				})
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// reported renders r and reads it back.
func reported(t interface{ Fatal(...any) }, r document.Report) *excelize.File {
	var b bytes.Buffer
	if err := xlsx.RenderReport(&b, r); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// sumsOf returns the sums on paper and in the workbook, by label.
func sumsOf(t interface{ Fatal(...any) }, r document.Report, f *excelize.File) (paper, book []string) {
	page, err := r.Page()
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range page.Blocks {
		if g, ok := b.(document.Grid); ok {
			for _, row := range g.Totals {
				paper = append(paper, row.Cells[len(row.Cells)-1].Number.StringFixed(2))
			}
		}
	}
	rows, err := f.GetRows(f.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		ref := fmt.Sprintf("E%d", i+1)
		if formula, err := f.GetCellFormula(f.GetSheetName(0), ref); err == nil && formula != "" {
			book = append(book, decimal.RequireFromString(rows[i][4]).StringFixed(2))
		}
	}
	return paper, book
}

func TestSumsOfAReportAreThoseOfItsPaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []article
		for i := range rapid.IntRange(1, 40).Draw(t, "rows") {
			all = append(all, article{fmt.Sprint("A", i), rapid.SampledFrom([]string{"Main", "RTM", "rtm*", "=1+1"}).Draw(t, "warehouse"), rapid.Int64Range(-1e12, 1e12).Draw(t, "cents")})
		}
		r := valueReport(all)
		f := reported(t, r)
		defer f.Close()
		if paper, book := sumsOf(t, r, f); strings.Join(paper, " ") != strings.Join(book, " ") {
			t.Fatalf("paper %q, workbook %q", paper, book)
		}
	})
}

func TestAReportPrintsWithItsHeadsOnEveryPage(t *testing.T) {
	f := reported(t, valueReport([]article{{"=1+1", "Main", 100}, {"B", "RTM", 200}}))
	defer f.Close()
	sheet := f.GetSheetName(0)
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	if !strings.HasSuffix(names["_xlnm.Print_Area"], "!$A$1:$E$12") || !strings.HasSuffix(names["_xlnm.Print_Titles"], "!$6:$6") {
		t.Errorf("names %v", names)
	}
	if head, _ := f.GetCellValue(sheet, "E6"); head != "Value" {
		t.Errorf("row 6 heads the columns with %q", head)
	}
	if formula, _ := f.GetCellFormula(sheet, "A7"); formula != "" {
		t.Errorf("a name became a formula: %q", formula)
	}
	if kind, _ := f.GetCellType(sheet, "C7"); kind != excelize.CellTypeNumber && kind != excelize.CellTypeUnset {
		t.Errorf("a day is kept as %v", kind)
	}
	if empty := reported(t, valueReport(nil)); empty.GetSheetName(0) != "Stock value 库存" {
		t.Errorf("the sheet is called %q", empty.GetSheetName(0))
	}
}

func TestAReportLongerThanASheetIsRefused(t *testing.T) {
	r := valueReport(nil)
	r.Columns = r.Columns[:1]
	r.Rows = func(use func([]document.Value) error) error {
		row := []document.Value{document.TextValue("A")}
		for range excelize.TotalRows {
			if err := use(row); err != nil {
				return err
			}
		}
		return nil
	}
	var wrong data.Problems
	if err := xlsx.RenderReport(&bytes.Buffer{}, r); !errors.As(err, &wrong) || wrong[0].Key != "problem.too_many_rows" {
		t.Errorf("%v", err)
	}
}

func TestLibreOfficeAddsUpAReportTheSame(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice isn't installed: the recalculation by LibreOffice is tried where it is")
	}
	r := valueReport([]article{{"A", "Main", 1005}, {"B", "RTM", 205}, {"C", "rtm", 7}, {"D", "R*", 11}})
	dir := t.TempDir()
	file := filepath.Join(dir, "value.xlsx")
	f := reported(t, r)
	defer f.Close()
	paper, _ := sumsOf(t, r, f)
	for row := 11; row <= 15; row++ { // without its cached values LibreOffice has nothing to show but what it computed
		ref := fmt.Sprintf("E%d", row)
		formula, err := f.GetCellFormula(f.GetSheetName(0), ref)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue(f.GetSheetName(0), ref, 0); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellFormula(f.GetSheetName(0), ref, formula); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(file); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	if _, err := os.Stat(filepath.Join(dir, "out", "value.xlsx")); err != nil {
		t.Fatal(err)
	}
	_, book := sumsOf(t, r, mustOpen(t, filepath.Join(dir, "out", "value.xlsx")))
	if strings.Join(paper, " ") != strings.Join(book, " ") || len(paper) != 5 {
		t.Errorf("paper %q, recalculated %q", paper, book)
	}
}
