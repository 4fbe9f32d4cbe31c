package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

// stall returns a bench with three products, their figures in the middle of November and a showcase of one.
func stall(t *testing.T) *bench {
	t.Helper()
	b := newBench(t)
	b.env["TRADEWIND_DB"] = b.folder + "/stall.db"
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-product", "product": {"sku": "A", "name": "Cup"}},
		{"do": "save-product", "product": {"sku": "B", "name": "Mug", "variants": [{"sku": "B"}, {"sku": "B-RED"}]}},
		{"do": "save-market", "market": {"code": "bazaar", "names": {"en": "Bazaar"}, "showcase": {"places": 1, "by": "exposures", "min_views": 10}}},
		{"do": "save-listing-figures", "figures": {"sku": "A", "market": "bazaar", "week": "2026-W46", "exposures": 900, "inquiries": 9, "orders": 1}},
		{"do": "set-showcase", "market": "bazaar", "date": "2026-11-01", "products": ["A"]}]}`))
	return b
}

func TestFiguresAreImportedListedExportedAndChangeWhatIsProposed(t *testing.T) {
	b := stall(t)
	file := b.file("f.csv", "货号,平台,统计周期,曝光,询盘,订单\nB-RED,Bazaar,2026-11-09~2026-11-15,\"1,000\",10,5\n")
	b.done("import", "listing-figures", file)
	type row struct {
		SKU, State, Advice, Why, For, Reason string
		Rank                                 int
		Orders                               int64
		OrderRate                            string `json:"order_rate_percent"`
		InquiryRate                          string `json:"inquiry_rate_percent"`
		DueTurn                              bool   `json:"rotation_due"`
	}
	rows := decoded[[]row](b, b.done("list", "showcase", "--market", "bazaar", "--json"))
	want := []row{
		{SKU: "A", State: "in", Advice: "take-out", Why: "red", Reason: "", Rank: 2, Orders: 1, OrderRate: "11.11", InquiryRate: "1.00", DueTurn: true},
		{SKU: "B", State: "refused", Rank: 1, Orders: 5, OrderRate: "50.00", InquiryRate: "1.00", DueTurn: true},
	}
	for i := range rows {
		if !strings.Contains(rows[i].Reason, "picture") {
			t.Errorf("no reason: %+v", rows[i])
		}
		rows[i].Reason = ""
		if i >= len(want) || rows[i] != want[i] {
			t.Errorf("%+v", rows[i])
		}
	}
	out := b.folder + "/out.csv"
	b.done("export", "listing-figures", out)
	if text := b.read(out); !strings.Contains(text, "B,bazaar,2026-W46,1000,0,10,5,f.csv") {
		t.Error(text)
	}
	type figures struct {
		SKU, Week, Monday string
		Exposures         int64
	}
	if list := decoded[[]figures](b, b.done("list", "listing-figures", "--market", "bazaar", "--week", "2026-11-09", "--search", "A", "--json")); len(list) != 1 ||
		list[0] != (figures{"A", "2026-W46", "2026-11-09", 900}) {
		t.Errorf("%+v", list)
	}
}

func TestARotationIsAppliedWholeOrNotAtAll(t *testing.T) {
	b := stall(t)
	for wrong, words := range map[string]string{
		`{"do": "set-showcase", "market": "bazaar", "put_in": ["B"]}`:                                                    "no room for B",
		`{"do": "set-showcase", "market": "bazaar", "products": ["A"], "put_in": ["B"]}`:                                 "not both",
		`{"do": "set-showcase", "market": "bazaar", "take_out": ["A"], "put_in": ["NONE"]}`:                              "no article NONE",
		`{"do": "set-showcase", "market": "nowhere", "products": []}`:                                                    "no marketplace nowhere",
		`{"do": "set-showcase", "products": []}`:                                                                         "actions.1.market",
		`{"do": "save-listing-figures", "figures": {"sku": "A", "market": "bazaar", "week": "2026-11-10"}}`:              "no week",
		`{"do": "save-listing-figures", "figures": {"sku": "A", "market": "bazaar", "week": "2026-W46", "orders": -1}}`:  "negative",
		`{"do": "save-listing-figures", "figures": {"sku": "A", "market": "bazaar", "week": "2026-W46", "orders": 1.5}}`: "whole number",
		`{"do": "save-market", "market": {"code": "bazaar", "showcase": {"weeks": 53}}}`:                                 "actions.1.market.showcase.weeks",
	} {
		b.refused(command.WrongInput, words, "apply", b.file("w.json", `{"actions": [`+wrong+`]}`))
	}
	swap := b.file("s.json", `{"actions": [{"do": "set-showcase", "market": "bazaar", "take_out": ["A"], "put_in": ["B-RED"]}]}`)
	got := decoded[applied](b, b.done("apply", swap, "--json"))
	if got.Actions[0].Result != "changed" || got.Batch == "" {
		t.Errorf("%+v", got)
	}
	again := decoded[applied](b, b.done("apply", b.file("t.json", `{"actions": [{"do": "set-showcase", "market": "bazaar", "products": ["B"]}]}`), "--json"))
	if again.Actions[0].Result != "unchanged" {
		t.Errorf("the same showcase on the same day: %+v", again)
	}
	type row struct{ SKU, State string }
	if rows := decoded[[]row](b, b.done("list", "showcase", "--json", "--market", "bazaar")); len(rows) == 0 || rows[0] != (row{"B", "in"}) {
		t.Errorf("%+v", rows)
	}
	b.done("apply", b.file("u.json", `{"actions": [{"do": "undo", "batch": "`+got.Batch+`"}]}`))
	if rows := decoded[[]row](b, b.done("list", "showcase", "--json", "--market", "bazaar")); rows[0] != (row{"A", "in"}) {
		t.Errorf("after undo: %+v", rows)
	}
}
