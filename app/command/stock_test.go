package command_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind/app/command"
)

// holding is a row of list stock --json.
type holding struct {
	SKU, Name, Reserved, Available, Value string
	OnHand                                string `json:"on_hand"`
	InTransit                             string `json:"in_transit"`
	Levels                                []struct{ Warehouse, Lot, Quantity string }
}

func TestStockIsReceivedReservedSentOnAndCounted(t *testing.T) {
	b := lantern(t, 7) // up to and with the stock example
	rows := map[string]holding{}
	for _, h := range decoded[[]holding](b, b.done("list", "stock", "--json")) {
		rows[h.SKU] = h
	}
	lamp := rows["LAMP-1"] // 900 counted, 120 sent, 200 received; 300 went to Rotterdam, two of them never arrived
	if lamp.OnHand != "978" || lamp.Reserved != "120" || lamp.Available != "858" || lamp.InTransit != "0" {
		t.Errorf("LAMP-1: %+v", lamp)
	}
	if len(lamp.Levels) < 2 || lamp.Levels[len(lamp.Levels)-1].Warehouse != "RTM" {
		t.Errorf("LAMP-1 lies at %+v", lamp.Levels)
	}
	if bulb := rows["BULB-1"]; bulb.OnHand != "6500" || bulb.Value != "2600.00" {
		t.Errorf("BULB-1: %+v", bulb)
	}
}

func TestAnArchivedProductStaysInTheStockListWhileThereIsSome(t *testing.T) {
	b := lantern(t, 7)
	b.done("apply", b.file("away.json", `{"actions": [{"do": "save-product", "product": {"sku": "EMPTY", "name": "Empty"}},
		{"do": "archive", "record": "product", "number": "BULB-1"}, {"do": "archive", "record": "product", "number": "EMPTY"}]}`))
	type row struct {
		SKU      string
		OnHand   string `json:"on_hand"`
		Archived bool
	}
	list := decoded[[]row](b, b.done("list", "stock", "--json"))
	last := list[len(list)-1]
	if last.SKU != "BULB-1" || last.OnHand != "6500" || !last.Archived || list[0].Archived {
		t.Errorf("the list is %+v", list)
	}
	for _, r := range list {
		if r.SKU == "EMPTY" {
			t.Error("an archived product without stock is listed")
		}
	}
	if one := decoded[[]row](b, b.done("list", "stock", "--limit", "1", "--json")); len(one) != 1 || one[0].Archived {
		t.Errorf("the first one is %+v", one)
	}
	if !strings.Contains(b.done("list", "stock", "--search", "bulb").out, "archived") {
		t.Error("the table doesn't say archived")
	}
}

func TestWhatIsKeptForOneOrderCantLeaveWithAnother(t *testing.T) {
	b := lantern(t, 7)
	b.done("apply", b.file("other.json", `{"actions": [{"do": "save-order", "order": {"order_no": "SO-2", "customer": "LUX", "incoterm": "FOB", "place": "Ningbo",
		"lines": [{"sku": "LAMP-1", "quantity": "900"}]}}]}`))
	short := decoded[struct {
		Actions []struct {
			Short []struct {
				Line          int
				SKU, Quantity string
			}
		}
	}](b, b.done("apply", b.file("keep.json", `{"actions": [{"do": "reserve-stock", "number": "SO-2"}]}`), "--json")).Actions[0].Short
	if len(short) != 1 || short[0].SKU != "LAMP-1" || short[0].Quantity != "340" { // 680 at home, 120 kept: 560 of 900
		t.Errorf("short of %+v", short)
	}
	for words, text := range map[string]string{
		"Line 1, LAMP-1: only 120":      `{"do": "reserve-stock", "number": "SO-LUX-1", "lines": [{"line": 1, "quantity": "121"}]}`,
		"There is no product NONE":      `{"do": "move-stock", "reason": "received", "lines": [{"sku": "NONE", "quantity": "1"}]}`,
		"received, returned":            `{"do": "move-stock", "reason": "found", "lines": [{"sku": "LAMP-1", "quantity": "1"}]}`,
		"actions.1.lines.1.quantity: L": `{"do": "receive-transfer", "number": "TR-1", "lines": [{"sku": "LAMP-1", "quantity": "1"}]}`,
		"greater than zero":             `{"do": "move-stock", "reason": "written_off", "lines": [{"sku": "LAMP-1", "quantity": "-1"}]}`,
		"9320 more would leave":         `{"do": "move-stock", "reason": "written_off", "lines": [{"sku": "LAMP-1", "quantity": "10000"}]}`,
		"sent to the warehouse":         `{"do": "transfer-stock", "transfer": {"from": "RTM", "to": "RTM", "lines": [{"sku": "LAMP-1", "quantity": "1"}]}}`,
		"on the way with TR-1":          `{"do": "receive-transfer", "number": "TR-1", "lines": [{"sku": "LAMP-1", "quantity": "1"}]}`,
		"nothing with the number":       `{"do": "receive-transfer", "number": "TR-9", "lines": [{"sku": "LAMP-1", "quantity": "1"}]}`,
		"own, overseas or consignment":  `{"do": "save-warehouse", "warehouse": {"code": "X", "kind": "cellar"}}`,
		"There is nothing with the num": `{"do": "reserve-stock", "number": "SO-9"}`,
	} {
		b.refused(command.WrongInput, words, "apply", b.file("bad.json", `{"actions": [`+text+`]}`))
	}
}

func TestACountBelowZeroNamesItsRow(t *testing.T) {
	b := lantern(t, 7)
	for kind, text := range map[string]string{
		"stock": "sku,warehouse,quantity\nLAMP-1,RTM,5\nBULB-1,,-2\nLAMP-1,,-3\n", "products": "sku,stock\nOLD-1,1\nBULB-1,-2\nLAMP-1,-3\n",
	} {
		file, field := b.file(kind+".csv", text), map[string]string{"stock": "quantity", "products": "stock"}[kind]
		for _, more := range [][]string{{"--dry-run"}, {}} {
			b.refused(command.WrongInput, file+":3:"+field+": BULB-1: 2 more would leave", append([]string{"import", kind, file}, more...)...)
			b.refused(command.WrongInput, file+":4:"+field+": LAMP-1: 3 more would leave", append([]string{"import", kind, file}, more...)...)
		}
	}
	if a := b.run("apply", b.file("a.json", `{"actions": [{"do": "move-stock", "reason": "written_off", "lines": [{"sku": "LAMP-1", "quantity": "10000"}]}]}`)); strings.Contains(a.err, "orders would keep") {
		t.Errorf("what isn't there is said twice: %s", a.err)
	}
}

func TestAlertsComeInThreeSteps(t *testing.T) {
	b := lantern(t, 2)
	b.done("apply", b.file("lots.json", `{"actions": [
		{"do": "save-product", "product": {"sku": "LAMP-1", "safety_stock": "900"}},
		{"do": "save-product", "product": {"sku": "BULB-1", "max_stock": "4999"}},
		{"do": "count-stock", "levels": [{"sku": "BULB-1", "warehouse": "RTM", "lot": "B7", "expiry": "2020-01-01", "quantity": "5"}]}]}`))
	type row struct {
		Alert, SKU, Stock, Lot, Warehouse, Expiry string
		SafetyStock                               string `json:"safety_stock"`
		MaxStock                                  string `json:"max_stock"`
		DaysLeft                                  int    `json:"days_left"`
	}
	rows := decoded[[]row](b, b.done("list", "alerts", "--json"))
	for i := range rows {
		if rows[i].DaysLeft >= 0 == (rows[i].Alert == "expiry") {
			t.Errorf("%d days left: %+v", rows[i].DaysLeft, rows[i])
		}
		rows[i].DaysLeft = 0
	}
	want := []row{
		{Alert: "overstock", SKU: "BULB-1", Stock: "5005", MaxStock: "4999", SafetyStock: "0"},
		{Alert: "expiry", SKU: "BULB-1", Stock: "5", SafetyStock: "0", Warehouse: "RTM", Lot: "B7", Expiry: "2020-01-01"},
		{Alert: "safety-stock", SKU: "LAMP-1", Stock: "900", SafetyStock: "900"},
	}
	if !slices.Equal(rows, want) {
		t.Errorf("alerts\n%+v\nwant\n%+v", rows, want)
	}
	if two := decoded[[]row](b, b.done("list", "alerts", "--limit", "2", "--json")); len(two) != 2 {
		t.Errorf("at most two: %+v", two)
	}
	out := b.done("list", "alerts", "--search", "lamp", "--json").out
	for _, other := range []string{"max_stock", "warehouse", "lot", "expiry", "days_left"} {
		if strings.Contains(out, other) {
			t.Errorf("a row of the first step has %s: %s", other, out)
		}
	}
}

func TestGoodsOnTwoInvoicesAreWarnedOf(t *testing.T) {
	b := lantern(t, 5) // the invoice of SH-LUX-1 is issued
	out := b.folder + "/out"
	whole := b.done("document", "commercial-invoice", "SO-LUX-1", "--out", out, "--format", "json")
	if !strings.Contains(whole.err, "These goods stand on LT-2026-00001 of SH-LUX-1 too") {
		t.Errorf("no warning: %q", whole.err)
	}
	for _, other := range []string{"SH-LUX-1", "SH-LUX-2"} {
		if a := b.done("document", "commercial-invoice", other, "--out", out, "--format", "json"); strings.Contains(a.err, "stand on") {
			t.Errorf("%s: %q", other, a.err)
		}
	}
	b.done("apply", b.file("void.json", `{"actions": [{"do": "void", "number": "LT-2026-00001", "reason": "test"}]}`))
	if a := b.done("document", "commercial-invoice", "SO-LUX-1", "--out", out, "--format", "json"); strings.Contains(a.err, "stand on") {
		t.Errorf("a void paper: %q", a.err)
	}
}

func TestStockIsListedAsOfAnyDay(t *testing.T) {
	b := lantern(t, 7)
	of := func(day string) (lamp stockOn) {
		for _, h := range decoded[[]stockOn](b, b.done("list", "stock", "--on", day, "--json")) {
			if h.SKU == "LAMP-1" {
				return h
			}
		}
		return lamp
	}
	if past := of("2020-01-31"); past.SKU != "" {
		t.Errorf("before anything moved there was %+v", past)
	}
	today := decoded[[]stockOn](b, b.done("list", "stock", "--search", "lamp", "--json"))[0]
	if today.OnHand != "978" || today.Promisable == nil || len(today.Outlook) == 0 || *today.Promisable != today.Outlook[0].Promisable {
		t.Errorf("today: %+v", today)
	}
	if then := of("2099-01-01"); then.OnHand != "978" || then.Promisable == nil {
		t.Errorf("later: %+v", then)
	}
	b.refused(command.WrongUsage, "--on", "list", "products", "--on", "2026-01-01")
	b.refused(command.WrongUsage, "--on", "list", "stock", "--on", "yesterday")
}

// stockOn is a row of list stock of a day.
type stockOn struct {
	SKU        string
	OnHand     string `json:"on_hand"`
	Promisable *string
	Outlook    []struct{ Date, Left, Promisable string }
}

func TestAProductSaysWhatCanBePromisedOfIt(t *testing.T) {
	b := lantern(t, 7)
	b.done("apply", b.file("more.json", `{"actions": [
		{"do": "transfer-stock", "transfer": {"to": "RTM", "expected": "2099-02-01", "lines": [{"sku": "LAMP-1", "quantity": "100"}]}},
		{"do": "save-order", "order": {"order_no": "SO-2", "customer": "LUX", "status": "confirmed", "required_date": "2099-03-01",
			"lines": [{"sku": "LAMP-1", "quantity": "800"}]}}]}`))
	shown := decoded[struct {
		Available, Reserved string
		InTransit           string `json:"in_transit"`
		Promises            []struct {
			SKU, Promisable string
			Outlook         []struct{ Date, Left, Promisable string }
		}
	}](b, b.done("show", "product", "LAMP-1", "--json"))
	if shown.Available != "758" || shown.InTransit != "100" || len(shown.Promises) == 0 {
		t.Fatalf("shown %+v", shown)
	}
	days := shown.Promises[0].Outlook // 758 are free, 100 come in February, 800 are promised for March
	if len(days) != 3 || days[0].Promisable != "58" || days[1].Left != "858" || days[2].Left != "58" {
		t.Errorf("outlook %+v", days)
	}
	if text := b.done("show", "product", "LAMP-1").out; !strings.Contains(text, "Available to promise") || !strings.Contains(text, "858") {
		t.Errorf("the page says\n%s", text)
	}
}

func TestATransferWarnsOfALotThatExpiresUnderWay(t *testing.T) {
	b := lantern(t, 7)
	a := b.done("apply", b.file("lots.json", `{"actions": [
		{"do": "move-stock", "reason": "received", "lines": [{"sku": "LAMP-1", "quantity": "5", "lot": "L7", "expiry": "2099-01-15"}]},
		{"do": "transfer-stock", "transfer": {"to": "RTM", "expected": "2099-02-01", "lines": [{"sku": "LAMP-1", "quantity": "6"}]}}]}`))
	if !strings.Contains(a.err, "lines.1.lot: Warning: ") || !strings.Contains(a.err, "it expires on 2099-01-15, before it arrives on 2099-02-01") {
		t.Errorf("stderr: %s", a.err)
	}
}
