package xlsx_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
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

// number returns a cell that shows d with so many decimals.
func number(s string, decimals int32) document.Cell {
	d := decimal.RequireFromString(s)
	return document.Cell{Text: d.StringFixed(decimals), Number: &d, Decimals: decimals}
}

// line is an article of the invoice of the tests: quantity, price and discount in percent.
type line struct{ name, quantity, price, discount string }

// invoice returns a page of lines with its totals, computed exactly.
func invoice(t interface{ Fatal(...any) }, lines ...line) document.Page {
	g := document.Grid{Columns: []document.Column{
		{Title: "No.", Share: 5},
		{Title: "Description 品名", Share: 41},
		{Title: "Quantity", Share: 12, Align: document.Right, Role: "quantity"},
		{Title: "Unit price", Share: 14, Align: document.Right, Role: "price"},
		{Title: "Discount %", Share: 10, Align: document.Right, Role: "discount"},
		{Title: "Amount USD", Share: 18, Align: document.Right, Role: "amount", Carry: true},
	}}
	goods := decimal.Zero
	for i, l := range lines {
		q, _ := data.ParseQuantity(l.quantity)
		p, _ := data.ParseUnitPrice(l.price)
		d, _ := data.ParsePercent(l.discount)
		amount, err := data.LineAmount(p, q, d, "USD")
		if err != nil {
			t.Fatal(err)
		}
		goods = goods.Add(amount.Decimal())
		g.Rows = append(g.Rows, document.Row{Cells: []document.Cell{
			number(fmt.Sprint(i+1), 0),
			{Text: l.name, Sub: []string{"HS 691110"}},
			number(l.quantity, 3), number(l.price, 6), number(l.discount, 2), number(amount.String(), 2),
		}})
	}
	total := goods.Sub(decimal.RequireFromString("10")).Add(decimal.RequireFromString("120.55"))
	g.Totals = []document.Row{
		{Role: "goods", Cells: []document.Cell{{Text: "Goods", Span: 5}, number(goods.String(), 2)}},
		{Role: "discount", Cells: []document.Cell{{Text: "Discount", Span: 5}, number("10.00", 2)}},
		{Role: "freight", Cells: []document.Cell{{Text: "Freight", Span: 5}, number("120.55", 2)}},
		{Role: "total", Cells: []document.Cell{{Text: "Total", Span: 5}, number(total.String(), 2)}},
	}
	return document.Page{
		Title: "COMMERCIAL INVOICE 商业发票", Number: "CI-2026-0001", Language: "en",
		Blocks: []document.Block{
			document.Boxes{Rows: [][]document.Box{{
				{Caption: "Seller", Strong: []string{"Ningbo Bright Star Houseware Co., Ltd."}, Lines: []string{"188 Jiangnan Road", "Ningbo"}},
				{Caption: "Invoice", Facts: []document.Fact{{Label: "Date", Text: "22 Nov 2026"}}},
			}}},
			g,
			document.Facts{Heading: "Bank", Facts: []document.Fact{{Label: "SWIFT", Text: "BKCHCNBJ92A"}}},
			document.Signature{For: "For Ningbo Bright Star", Name: "Li Hua", Labels: [2]string{"Authorised signature", "Stamp"}, Stamp: dot(t)},
		},
	}
}

// dot is a small picture.
func dot(t interface{ Fatal(...any) }) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 40))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// open renders p and reads it back.
func open(t interface{ Fatal(...any) }, p document.Page) (*excelize.File, string) {
	var b bytes.Buffer
	if err := xlsx.Render(&b, p); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	return f, f.GetSheetName(0)
}

// amounts returns the cells of the last column as they're kept and the formulas behind them.
func amounts(t interface{ Fatal(...any) }, f *excelize.File, sheet string) (kept, formulas []string) {
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		ref := fmt.Sprintf("F%d", i+1)
		formula, err := f.GetCellFormula(sheet, ref)
		if err != nil {
			t.Fatal(err)
		}
		if kind, err := f.GetCellType(sheet, ref); err != nil || formula != "" && kind != excelize.CellTypeNumber && kind != excelize.CellTypeUnset {
			t.Fatal("a formula's cached value isn't a number: ", ref, kind, err)
		}
		if len(rows[i]) > 5 {
			kept, formulas = append(kept, rows[i][5]), append(formulas, formula)
		}
	}
	return kept, formulas
}

func TestAmountsAreFormulasWithTheAmountsOfThePage(t *testing.T) {
	p := invoice(t, line{"Cup", "120", "3.25", "0"}, line{"茶杯", "12.5", "1.005", "15"})
	f, sheet := open(t, p)
	kept, formulas := amounts(t, f, sheet)
	want := []string{"Amount USD", "390", "10.68", "400.68", "10", "120.55", "511.23"}
	if got := strings.Join(kept, " "); got != strings.Join(want, " ") {
		t.Errorf("amounts %q, want %q", got, strings.Join(want, " "))
	}
	for i, formula := range formulas {
		if computed := want[i] != "10" && want[i] != "120.55" && i > 0; computed != (formula != "") {
			t.Errorf("%s has the formula %q", want[i], formula)
		}
	}
}

func TestAnAmountThatDoesNotFollowFromItsRowIsNoFormula(t *testing.T) {
	p := invoice(t, line{"Cup", "120", "3.25", "0"})
	g := p.Blocks[1].(document.Grid)
	g.Rows[0].Cells[5] = number("391.00", 2)
	_, formulas := amounts(t, first(open(t, p)), "CI-2026-0001")
	if strings.Join(formulas, "") == "" || formulas[1] != "" {
		t.Errorf("formulas %q", formulas)
	}
}

func first(f *excelize.File, _ string) *excelize.File { return f }

func TestForeignTextNeverBecomesAFormula(t *testing.T) {
	for _, evil := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"} {
		f, sheet := open(t, invoice(t, line{evil, "1", "1", "0"}))
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for i, row := range rows {
			for j, text := range row {
				if !strings.HasPrefix(text, evil) {
					continue
				}
				ref, _ := excelize.CoordinatesToCellName(j+1, i+1)
				formula, _ := f.GetCellFormula(sheet, ref)
				found = formula == ""
			}
		}
		if !found {
			t.Errorf("%q isn't kept as text", evil)
		}
	}
}

func TestItPrintsOnA4WithItsHeadsRepeated(t *testing.T) {
	f, sheet := open(t, invoice(t, line{"Cup", "1", "1", "0"}))
	layout, err := f.GetPageLayout(sheet)
	if err != nil || *layout.Size != 9 || *layout.FitToWidth != 1 {
		t.Errorf("layout %+v, %v", layout, err)
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	if names["_xlnm.Print_Area"] == "" || names["_xlnm.Print_Titles"] == "" {
		t.Errorf("defined names %v", names)
	}
	if ref, err := f.GetSheetDimension(sheet); err != nil || !strings.HasPrefix(ref, "A1:F") {
		t.Errorf("dimension %q, %v", ref, err)
	}
	pictures, err := f.GetPictureCells(sheet)
	if err != nil || len(pictures) != 1 {
		t.Errorf("pictures %v, %v", pictures, err)
	}
}

func TestTheSamePageGivesTheSameBytes(t *testing.T) {
	var a, b bytes.Buffer
	p := invoice(t, line{"Cup", "1", "1", "0"})
	if err := xlsx.Render(&a, p); err != nil {
		t.Fatal(err)
	}
	if err := xlsx.Render(&b, p); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two renderings differ")
	}
}

type unknown struct{ document.Text }

func TestABlockOfAnUnknownKindIsAnError(t *testing.T) {
	if err := xlsx.Render(&bytes.Buffer{}, document.Page{Blocks: []document.Block{unknown{}}}); err == nil {
		t.Error("no error")
	}
}

// TestLibreOfficeRecalculatesTheSameAmounts lets another program compute random invoices anew.
func TestLibreOfficeRecalculatesTheSameAmounts(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice isn't installed: the recalculation by LibreOffice is tried where it is")
	}
	p := invoice(t, rapid.SliceOfN(rapid.Custom(func(r *rapid.T) line {
		figure := func(most, decimals int64) string {
			return decimal.New(rapid.Int64Range(0, most).Draw(r, "n"), -int32(decimals)).String()
		}
		return line{"Cup", figure(9_999_999, 3), figure(9_999_999, 4), figure(10_000, 2)}
	}), 300, 300).Example(42)...)
	dir := t.TempDir()
	var b bytes.Buffer
	if err := xlsx.Render(&b, p); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "invoice.xlsx")
	// Without its cached values LibreOffice has nothing to show but what it computed.
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	before, formulas := amounts(t, mustOpen(t, file), "CI-2026-0001")
	strip(t, file)
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	after, _ := amounts(t, mustOpen(t, filepath.Join(dir, "out", "invoice.xlsx")), "CI-2026-0001")
	if len(before) != len(after) || len(before) < 300 {
		t.Fatalf("%d amounts before, %d after", len(before), len(after))
	}
	for i := 1; i < len(before); i++ {
		x, y := decimal.RequireFromString(before[i]), decimal.RequireFromString(after[i])
		if !x.Equal(y.Round(9)) {
			t.Errorf("%s: %s on the page, %s recalculated", formulas[i], before[i], after[i])
		}
	}
}

func mustOpen(t *testing.T, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// strip takes the cached values of formulas out of a workbook.
func strip(t *testing.T, path string) {
	t.Helper()
	f := mustOpen(t, path)
	kept, _ := amounts(t, f, "CI-2026-0001")
	for i := range len(kept) + 40 {
		ref := fmt.Sprintf("F%d", i+1)
		formula, err := f.GetCellFormula("CI-2026-0001", ref)
		if err != nil {
			t.Fatal(err)
		}
		if formula == "" {
			continue
		}
		if err := f.SetCellValue("CI-2026-0001", ref, 0); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellFormula("CI-2026-0001", ref, formula); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}
