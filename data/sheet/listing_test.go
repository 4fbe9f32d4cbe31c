package sheet

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"testing"

	"tradewind/data"
)

func TestReportsOfMarketplacesAreReadInChineseAndEnglish(t *testing.T) {
	want := map[string]string{"sku": "A-1", "week": "2026-W46", "exposures": "12345", "clicks": "321", "inquiries": "7", "orders": "2"}
	for name, content := range map[string]string{
		"chinese":  "产品型号,统计周期,曝光次数,点击次数,点击率,询盘个数,提交订单个数\nA-1,2026-11-09 ~ 2026-11-15,\"12,345\",321,2.60%,7个,2\n",
		"sundays":  "货号,统计时间,曝光,点击,询盘,订单\nA-1,2026/11/08至2026/11/14,12345,321次,7,2\n",
		"english":  "Model;Week;Impressions;Clicks;CTR;Inquiries;Orders\nA-1;2026W46;12.345;321;2,60%;7;2\n",
		"a monday": "SKU,Week of,Search exposure,Total clicks,Enquiries,Number of orders\nA-1,2026-11-09,12345,321,7,2\n",
	} {
		rows, wrong := read(t, file(t, "a.csv", content), ListingFigures, Options{Map: Map{Defaults: map[string]string{"market": "alibaba"}}})
		if len(wrong) > 0 || len(rows) != 1 {
			t.Errorf("%s: %v %v", name, rows, wrong)
			continue
		}
		if rows[0]["market"] != "alibaba" {
			t.Errorf("%s: the market is %q", name, rows[0]["market"])
		}
		f, problems := data.Patch{Values: rows[0]}.ListingFigures(data.ListingFigures{})
		if len(problems) > 0 || f.Week != "2026-W46" || f.Counts != (data.Counts{Exposures: 12345, Clicks: 321, Inquiries: 7, Orders: 2}) || f.SKU != want["sku"] {
			t.Errorf("%s: %+v %v", name, f, problems)
		}
	}
}

func TestFiguresThatAreNoneAreNamedByRowAndField(t *testing.T) {
	content := "sku,market,week,exposures,clicks,inquiries\n" +
		"A,own,2026-W46,1.5,-,3\n" +
		"B,own,2026-11-09 ~ 2026-11-14,1,2,3\n" +
		"C,own,2026-11-10,1,2,x\n" +
		"D,own,2026-W46,1,--,\n" +
		"D,own,2026-W46,2,--,\n"
	rows, wrong := read(t, file(t, "a.csv", content), ListingFigures, Options{})
	if !slices.Equal(wrong, []string{"2:exposures: not_whole", "3:week: showcase.problem.span", "4:inquiries: not_a_number", "6:sku: duplicate"}) {
		t.Error(wrong)
	}
	if len(rows) != 1 || !maps.Equal(rows[0], map[string]string{"sku": "D", "market": "own", "week": "2026-W46", "exposures": "1", "clicks": "", "inquiries": ""}) {
		t.Error(rows)
	}
	_, problems := data.Patch{Row: 4, Values: map[string]string{"sku": "C", "market": "own", "week": "2026-11-10"}}.ListingFigures(data.ListingFigures{})
	if len(problems) != 1 || problems[0].Field != "week" || problems[0].Key != "showcase.problem.not_a_week" {
		t.Error(problems)
	}
}

func TestExportedFiguresComeBackTheSame(t *testing.T) {
	in := data.ListingFigures{SKU: "007", Market: "own", Week: "2026-W01", Counts: data.Counts{Exposures: 1234, Orders: 1}, Source: "=report"}
	for _, format := range []string{"csv", "xlsx"} {
		var b bytes.Buffer
		if err := WriteListingFigures(&b, format, func(use func(data.ListingFigures) error) error { return use(in) }); err != nil {
			t.Fatal(err)
		}
		path := file(t, "a."+format, "")
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		rows, wrong := read(t, path, ListingFigures, Options{})
		if len(rows) != 1 || len(wrong) > 0 {
			t.Fatal(format, rows, wrong)
		}
		if out, problems := (data.Patch{Values: rows[0]}).ListingFigures(data.ListingFigures{}); len(problems) > 0 || out != in {
			t.Errorf("%s: %+v", format, out)
		}
	}
}
