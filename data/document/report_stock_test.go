package document_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

// worthOf is a report of two articles: one of which somebody said what it cost, one of which nobody did, in two warehouses.
func worthOf(t *testing.T, lang string) document.Report {
	t.Helper()
	of := func(id int64, sku, place string, worth data.StockValue) data.StockLine {
		return data.StockLine{StockGoods: data.StockGoods{VariantID: id, SKU: sku, Unit: "PCS"}, Warehouse: place, Quantity: data.Pieces(4), Value: worth}
	}
	lines := []data.StockLine{of(1, "CUP", "", 10_000_000), of(2, "POT", "", 0), of(2, "POT", "RTM", 0)}
	return document.StockValue(document.StockSubject{Currency: "CNY", On: "2026-11-22", Lines: func(use func(data.StockLine) error) error {
		for _, l := range lines {
			if err := use(l); err != nil {
				return err
			}
		}
		return nil
	}}, words(t, lang)[0])
}

func TestGoodsWithoutACostHaveNoValueAndTheSumSaysSo(t *testing.T) {
	var b bytes.Buffer
	if err := worthOf(t, "en").WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Rows, Totals []map[string]string
		Total        map[string]string
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatalf("%v: %s", err, b.String())
	}
	if cup, pot := got.Rows[0], got.Rows[1]; cup["value"] != "10.00" || cup["average"] != "2.50" || pot["value"] != "" || pot["average"] != "" {
		t.Errorf("rows %v", got.Rows)
	}
	if got.Total["value"] != "10.00" || got.Total["value_unknown"] != "1" || got.Total["list_value_unknown"] != "2" {
		t.Errorf("an article in two warehouses counts once: %v", got.Total)
	}
	if len(got.Totals) != 2 || got.Totals[0]["value_unknown"] != "1" || got.Totals[1]["value_unknown"] != "1" {
		t.Errorf("by warehouse: %v", got.Totals)
	}
}

func TestAPapersSumSaysOfHowManyTheCostIsntKnown(t *testing.T) {
	for lang, want := range map[string]string{"en": "Leaves out 1 article without a known cost", "zh": "未计入没有成本的货品 1 个"} {
		page, err := worthOf(t, lang).Page()
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range page.Blocks {
			g, ok := b.(document.Grid)
			if !ok {
				continue
			}
			if said := strings.Join(g.Totals[len(g.Totals)-1].Cells[0].Sub, "|"); !strings.Contains(said, want) {
				t.Errorf("%s: the sum says %q", lang, said)
			}
			for _, c := range g.Rows[1].Cells {
				if c.Text == "0.00" {
					t.Errorf("%s: a cost nobody said is printed as 0.00: %+v", lang, g.Rows[1].Cells)
				}
			}
		}
	}
}

func TestACountSheetHasPlacesToSignThatAWorkbookIsReadBackWithout(t *testing.T) {
	sheet := document.CountSheet(document.TakeSubject{
		Take: data.StockTake{No: "ST-2026-0001", Date: "2026-11-22"}, Rows: func(func(data.StockTakeRow) error) error { return nil },
	}, words(t, "zh")[0])
	page, err := sheet.Page()
	if err != nil {
		t.Fatal(err)
	}
	signs, ok := page.Blocks[len(page.Blocks)-1].(document.Grid)
	if !ok || len(signs.Columns) != 3 || len(signs.Rows) != 1 {
		t.Fatalf("the page ends with %+v", page.Blocks[len(page.Blocks)-1])
	}
	share := 0
	for i, want := range []string{"盘点人（签字）", "复核人（签字）", "日期"} {
		c := signs.Columns[i]
		share += c.Share
		if c.Title != want || !c.Fill {
			t.Errorf("place %d is %+v; want %s, to be filled in", i, c, want)
		}
	}
	if share != 100 {
		t.Errorf("the places take %d hundredths of the width", share)
	}
}
