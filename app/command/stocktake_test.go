package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"

	"github.com/xuri/excelize/v2"
)

// take is a stock-take as show prints it.
type take struct {
	State, Quantity, Value string
	Differences            int
	Lines                  []struct{ SKU, Lot, Book, Counted, Reason, Words, Difference string }
}

// countSheet opens a stock-take of everything in the main warehouse, and returns its sheet as a workbook.
func countSheet(t *testing.T, more ...string) (*bench, string) {
	t.Helper()
	b := lantern(t, 7)
	b.done("apply", b.file("open.json", `{"actions": [{"do": "open-stocktake", "stock_take": {"date": "2026-11-22"}}]}`))
	out := filepath.Join(b.folder, "sheets")
	b.done(append([]string{"report", "count-sheet", "--number", "ST-2026-0001", "--out", out, "--format", "xlsx,pdf"}, more...)...)
	names := b.names(out)
	return b, filepath.Join(out, names[len(names)-1])
}

// filled writes into cells of a sheet, by the titles of their columns and the article, and saves it under another name.
func filled(b *bench, path, name string, cells map[[2]string]any) string {
	b.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	rows, err := f.GetRows(sheet)
	if err != nil {
		b.Fatal(err)
	}
	columns, left := map[string]int{}, len(cells)
	for i, row := range rows {
		for j, text := range row {
			if len(row) > 8 && len(columns) < len(row) {
				columns[text] = j
			}
		}
		for key, v := range cells {
			if len(row) > 1 && row[1] == key[0] && len(columns) > 0 {
				ref, _ := excelize.CoordinatesToCellName(columns[key[1]]+1, i+1)
				if err := f.SetCellValue(sheet, ref, v); err != nil {
					b.Fatal(err)
				}
				left--
			}
		}
	}
	if left != 0 && name != "again.xlsx" {
		b.Fatalf("%d cells weren't found among %q", left, rows)
	}
	path = filepath.Join(b.folder, name)
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	return path
}

func countFrom(file string) string {
	return `{"actions": [{"do": "count-stocktake", "number": "ST-2026-0001", "sheet": "` + filepath.ToSlash(file) + `"}]}`
}

func TestACountSheetGoesOutAndComesBackFilledIn(t *testing.T) {
	for lang, words := range map[string][3]string{"en": {"Counted", "Reason of difference", "Damaged"}, "zh": {"实盘", "差异原因", "破损"}} {
		b, path := countSheet(t, "--lang", lang)
		file := filled(b, path, "filled.xlsx", map[[2]string]any{{"BULB-1", words[0]}: 1490, {"BULB-1", words[1]}: words[2]})
		b.done("apply", b.file("count.json", countFrom(file)))
		got := decoded[take](b, b.done("show", "stocktake", "ST-2026-0001", "--json"))
		found := false
		for _, l := range got.Lines {
			if l.SKU == "BULB-1" {
				found = l.Counted == "1490" && l.Book == "1500" && l.Reason == "damage" && l.Difference == "-10"
			} else if l.Counted != "" {
				t.Errorf("%s: nobody counted %+v", lang, l)
			}
		}
		if !found || got.Differences != 1 || got.Quantity != "-10" || got.Value != "-4.00" {
			t.Errorf("%s: %+v", lang, got)
		}
	}
}

func TestWhatIsWrongInACountSheetIsNamedAndChangesNothing(t *testing.T) {
	b, path := countSheet(t, "--blind")
	if f, err := excelize.OpenFile(path); err != nil {
		t.Fatal(err)
	} else {
		rows, _ := f.GetRows(f.GetSheetName(0))
		for _, row := range rows {
			if strings.Contains(strings.Join(row, "|"), "Book") || strings.Contains(strings.Join(row, "|"), "1500") {
				t.Errorf("a blind sheet tells the books: %q", row)
			}
		}
		f.Close()
	}
	for words, cells := range map[string]map[[2]string]any{
		"counted: ":                      {{"BULB-1", "Counted"}: "ten"},
		"isn't":                          {{"BULB-1", "Counted"}: "6.49.0"},
		"must not be negative":           {{"BULB-1", "Counted"}: -5},
		"number or barcode NOBODY":       {{"BULB-1", "Counted"}: 5, {"BULB-1", "Article"}: "NOBODY"},
		"sheet of ST-2025-0009, not of ": {{"BULB-1", "Counted"}: 5, {"BULB-1", "Stock-take"}: "ST-2025-0009"},
		"no row has a counted quantity":  {},
	} {
		file := filled(b, path, "wrong.xlsx", cells)
		if a := b.run("apply", b.file("count.json", countFrom(file))); a.code != command.WrongInput || !strings.Contains(a.err, words) ||
			!strings.Contains(a.err, "wrong.xlsx") || strings.Count(a.err, "\n") != 1 {
			t.Errorf("want one sentence with %q and the file: exit %d, %s", words, a.code, a.err)
		}
	}
	if err := os.WriteFile(filepath.Join(b.folder, "none.xlsx"), []byte("no workbook"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.refused(command.WrongInput, "none.xlsx", "apply", b.file("count.json", countFrom("none.xlsx")))
	for _, l := range decoded[take](b, b.done("show", "stocktake", "ST-2026-0001", "--json")).Lines {
		if l.Counted != "" {
			t.Errorf("something was counted: %+v", l)
		}
	}
}

func TestAStockTakeIsCountedAndPostedFromTheCommandLine(t *testing.T) {
	b := lantern(t, 7)
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "open-stocktake", "stock_take": {"scope": {"kind": "search", "value": "bulb"}, "tolerance": "2", "note": "weekly"}},
		{"do": "count-stocktake", "number": "ST-2026-0001", "lines": [{"sku": "BULB-1", "counted": "1400"}, {"sku": "BULB-1", "add": "50"}]}]}`))
	b.refused(command.WrongInput, "1 differences lack a reason: BULB-1", "apply", b.file("p.json", `{"actions": [{"do": "post-stocktake", "number": "ST-2026-0001"}]}`))
	b.done("apply", b.file("b.json", `{"actions": [
		{"do": "count-stocktake", "number": "ST-2026-0001", "lines": [{"sku": "BULB-1", "reason": "other", "words": "wet cartons"}]},
		{"do": "post-stocktake", "number": "ST-2026-0001", "not_found_zero": true}]}`))
	type row struct {
		State, Quantity, Value string
		Number                 string `json:"stock_take_no"`
	}
	rows := decoded[[]row](b, b.done("list", "stocktakes", "--json"))
	if len(rows) != 1 || rows[0] != (row{"posted", "-50", "-20.00", "ST-2026-0001"}) {
		t.Errorf("%+v", rows)
	}
	if out := b.done("show", "stocktake", "ST-2026-0001").out; !strings.Contains(out, "wet cartons") || !strings.Contains(out, "Posted") {
		t.Errorf("shown:\n%s", out)
	}
	b.refused(command.WrongInput, "posted or dropped", "apply", b.file("d.json", `{"actions": [{"do": "drop-stocktake", "number": "ST-2026-0001"}]}`))
	b.refused(command.WrongInput, "nothing with the number", "apply", b.file("d.json", `{"actions": [{"do": "drop-stocktake", "number": "ST-9"}]}`))
	b.refused(command.WrongInput, "ST-9", "report", "stock-take", "--number", "ST-9", "--out", b.folder)
	b.refused(command.WrongUsage, "--number", "report", "stock-take", "--out", b.folder)
	b.done("report", "stock-take", "--number", "ST-2026-0001", "--out", b.folder, "--format", "json,pdf,xlsx")
	r := b.reportAt(filepath.Join(b.folder, "stock-take-ST-2026-0001.json"))
	if len(r.Rows) != 1 || r.Rows[0]["difference"] != "-50" || r.Rows[0]["reason"] != "other" || r.Rows[0]["words"] != "wet cartons" {
		t.Errorf("%+v", r.Rows)
	}
	b.done("apply", b.file("e.json", `{"actions": [{"do": "open-stocktake", "stock_take": {}}, {"do": "drop-stocktake", "number": "ST-2026-0002"}]}`))
	b.done("verify")
}
