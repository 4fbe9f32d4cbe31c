package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/app/command"
)

func TestAnOrderRowNamesItsField(t *testing.T) {
	b := lantern(t, 2)
	file := b.file("orders.csv", "order_no,date,customer,currency,sku,quantity,unit_price,discount_percent\n"+
		"A-1,2026-11-01,LUX,USD,LAMP-1,2,6.40,0\nA-1,,,,LAMP-1,2,6.40,120\nA-1,,,,LAMP-1,many,-1,0\n"+
		"A-2,2026-11-01,LUX,USD,LAMP-1,9000000000000,9000000000,0\n")
	a := b.refused(command.WrongInput, file+":4:quantity: ", "import", "orders", file)
	if !strings.Contains(a.err, file+":5:unit_price: The amount this comes to is larger") {
		t.Errorf("stderr: %s", a.err)
	}
	file = b.file("orders.csv", "order_no,date,customer,currency,sku,quantity,unit_price,discount_percent\n"+
		"A-1,2026-11-01,LUX,USD,LAMP-1,2,6.40,0\nA-1,,,,LAMP-1,2,6.40,120\n")
	b.refused(command.WrongInput, file+":3:discount_percent: ", "import", "orders", file)
}

func TestProblemsComeByRowAndColumn(t *testing.T) {
	b := newBench(t)
	file := b.file("goods.csv", "price,origin,sku\ncheap,CN,A\n1,Atlantis,\n1,CN,C\ndear,Nowhere,D\n")
	a := b.run("import", "products", file, "--json")
	got := decoded[struct {
		Sample   []struct{ Key, Change string }
		Problems []struct {
			Row   int
			Field string
		}
	}](b, a)
	var order []string
	for _, p := range got.Problems {
		order = append(order, string(rune('0'+p.Row))+":"+p.Field)
	}
	if words := strings.Join(order, " "); words != "2:price 3:origin 3:sku 5:price 5:origin" && words != "2:price 3:origin 5:price 5:origin" {
		t.Errorf("problems come as %s", words)
	}
	for _, s := range got.Sample {
		if s.Key == "" && s.Change == "refused" && s != got.Sample[1] {
			t.Errorf("a refused row has no key: %+v", got.Sample)
		}
	}
	if got.Sample[0].Key != "A" {
		t.Errorf("the first row is called %q", got.Sample[0].Key)
	}
}

func TestAShipmentOfTooMuchNamesItsLineCountedFromOne(t *testing.T) {
	b := lantern(t, 3)
	file := b.file("ship.json", `{"actions":[{"do":"save-shipment","shipment":{"shipment_no":"X","order_no":"SO-LUX-1","lines":[{"line":1,"quantity":"999999"}]}}]}`)
	b.refused(command.WrongInput, file+":actions.1.shipment.lines.1.quantity: ", "apply", file)
}

func TestThePackQuestionNamesTheSideThatIsZero(t *testing.T) {
	b := newBench(t)
	file := b.file("pack.json", `{"lines":[{"quantity":1,"pcs_per_carton":1,"carton_cm":["48","38","0"]}]}`)
	b.refused(command.WrongInput, file+":lines.1.carton_cm.3: This must be greater than zero.", "pack", "--input", file)
}

func TestAMistakeInTheMapNamesTheMap(t *testing.T) {
	b := newBench(t)
	goods := b.file("goods.csv", "sku,name\nA,Lamp\n")
	for text, words := range map[string]string{
		`{"columns":{"colour":"name"}}`:       ":columns.colour: ",
		`{"columns":{"name":"Title"}}`:        ":columns.name: ",
		`{"defaults":{"origin":"Atlantis"}}`:  ":defaults.origin: ",
		`{"scale":{"price":"1","price":"2"}}`: ":scale.price: ",
		"{\n\"columns\": }":                   ": This isn't valid JSON: line 2, column 12.",
	} {
		file := b.file("map.json", text)
		b.refused(command.WrongInput, file+words, "import", "products", goods, "--map", file)
	}
}

func TestAFieldThatStandsTwiceIsRefused(t *testing.T) {
	b := newBench(t)
	twice := b.file("twice.json", `{"fx":"7","fx":"8"}`)
	b.refused(command.WrongInput, twice+":fx: fx stands twice", "price", "--input", twice)
	b.refused(command.WrongInput, twice+":fx: fx stands twice", "pack", "--input", twice)
	b.env["TRADEWIND_LANG"] = "zh"
	b.refused(command.WrongInput, "这不是有效的 JSON：第 1 行第 2 列", "price", "--input", b.file("cut.json", "{"))
}

func TestAListWithoutElementsIsNeverNull(t *testing.T) {
	b := lantern(t, 3)
	b.done("apply", b.file("ship.json", `{"actions":[{"do":"save-shipment","shipment":{"shipment_no":"X","order_no":"SO-LUX-1"}}]}`))
	for _, args := range [][]string{
		{"show", "order", "SO-LUX-1"},
		{"show", "product", "LAMP-1"},
		{"show", "partner", "LUX"},
		{"show", "shipment", "X"},
		{"list", "shipments"},
		{"list", "orders"},
		{"list", "products"},
		{"list", "partners"},
		{"list", "documents"},
		{"list", "alerts"},
	} {
		out := b.done(append(args, "--json")...).out
		for _, list := range []string{"documents", "pictures", "lines", "charges", "cartons", "containers", "roles", "variants", "prices", "suppliers"} {
			if strings.Contains(out, `"`+list+`": null`) {
				t.Errorf("%v: %s is null", args, list)
			}
		}
	}
	if out := b.done("show", "order", "SO-LUX-1", "--json").out; !strings.Contains(out, `"documents": []`) {
		t.Errorf("an order without documents: %s", out)
	}
}

func TestANamedDataFileMustBeThere(t *testing.T) {
	b := newBench(t)
	gone := filepath.Join(b.folder, "nodir", "x.db")
	for _, args := range [][]string{
		{"list", "products"},
		{"show", "order", "A"},
		{"export", "products", b.folder + "/p.csv"},
		{"check", "A"},
		{"verify"},
		{"backup", b.folder + "/b.db"},
		{"document", "quotation", "A", "--out", b.folder},
		{"documents", "--kind", "quotation", "--out", b.folder},
	} {
		b.refused(command.WrongInput, gone+": There is no such file.", append(args, "--db", gone, "--json")...)
	}
	goods := b.file("goods.csv", "sku\nA\n")
	b.done("import", "products", goods, "--db", gone, "--dry-run")
	if _, err := os.Stat(filepath.Dir(gone)); err == nil {
		t.Error("reading and trying made a folder")
	}
	b.done("import", "products", goods, "--db", gone)
	b.refused(command.WrongInput, "There is no folder", "import", "products", goods, "--db", filepath.Join(b.folder, "no", "such", "x.db"))
	b.done("list", "products", "--json")
}

func TestABatchOfNothingSaysSo(t *testing.T) {
	b := lantern(t, 3)
	args := []string{"documents", "--kind", "quotation", "--out", b.folder + "/out"}
	if a := b.done(append(args, "--from", "2031-01-01", "--to", "2031-02-01")...); !strings.Contains(a.err, "No order is dated between 2031-01-01 and 2031-02-01.") {
		t.Errorf("stderr: %q", a.err)
	}
	b.refused(command.WrongUsage, "--from 2026-02-01 lies after --to 2026-01-01", append(args, "--from", "2026-02-01", "--to", "2026-01-01")...)
}

func TestADraftNeverCallsAFieldNeeded(t *testing.T) {
	b := newBench(t)
	b.done("import", "partners", b.file("p.csv", "code,name\nC,Cee\n"))
	b.done("import", "products", b.file("g.csv", "sku,price\nA,1.5\n"))
	b.done("import", "orders", b.file("o.csv", "order_no,customer,sku,quantity\nO,C,A,1\n"))
	for _, args := range [][]string{
		{"document", "commercial-invoice", "O", "--out", b.folder},
		{"check", "O"},
		{"documents", "--kind", "packing-list", "--out", b.folder, "--json"},
	} {
		a := b.done(args...)
		if strings.Contains(a.err+a.out, "This field is needed") {
			t.Errorf("%v: %s%s", args, a.out, a.err)
		}
	}
}

func TestHelpShowsTheCommandsOwnOptions(t *testing.T) {
	b := newBench(t)
	if out := b.done("check", "--help").out; strings.Contains(out, "DATE") || !strings.Contains(out, "--to COUNTRY") {
		t.Errorf("check: %s", out)
	}
	if out := b.done("documents", "--help").out; strings.Contains(out, "COUNTRY") || strings.Contains(out, "country") {
		t.Errorf("documents: %s", out)
	}
	b.refused(command.WrongUsage, "Did you mean import?", "improt")
	for _, far := range []string{"x", "zz", "pay", "quux", "check-all"} {
		if a := b.refused(command.WrongUsage, "is not a command", far); strings.Contains(a.err, "Did you mean") {
			t.Errorf("%s: %s", far, a.err)
		}
	}
	b.env["TRADEWIND_LANG"] = "zh"
	if out := b.done("document", "--help").out; strings.Contains(out, "KIND") || !strings.Contains(out, "单证种类 编号") {
		t.Errorf("Chinese help: %s", out)
	}
	b.refused(command.WrongInput, "没有订单 NOPE", "show", "order", "NOPE")
}

func TestShowPrintsAPageForPeople(t *testing.T) {
	b := lantern(t, 3)
	b.done("apply", b.file("ship.json", `{"actions":[{"do":"save-shipment","shipment":{"shipment_no":"X","order_no":"SO-LUX-1"}}]}`))
	for kind, want := range map[string][]string{
		"order SO-LUX-1": {"Order SO-LUX-1\n", "Customer", "LAMP-1", "Total", "2602.00 USD"}, "product LAMP-1": {"Product LAMP-1\n", "HS code"},
		"partner LUX": {"Partner LUX\n", "Address"}, "shipment X": {"Shipment X\n", "LAMP-1"},
	} {
		out := b.done(append([]string{"show"}, strings.Fields(kind)...)...).out
		for _, words := range want {
			if !strings.Contains(out, words) {
				t.Errorf("show %s lacks %q:\n%s", kind, words, out)
			}
		}
		for _, inner := range []string{"uuid", "version", "hash", "_minor", "{", "null"} {
			if strings.Contains(out, inner) {
				t.Errorf("show %s shows %q:\n%s", kind, inner, out)
			}
		}
	}
}

func TestTheSystemsLanguageIsSpokenWhereTheEnvironmentNamesNone(t *testing.T) {
	b := newBench(t)
	delete(b.env, "TRADEWIND_LANG")
	for locale, want := range map[string]string{"zh-CN": "信风没有 sail", "de-DE": "is not a command", "": "is not a command"} {
		var errs bytes.Buffer
		d := command.Desk{
			In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &errs, Getenv: func(n string) string { return b.env[n] },
			Now: time.Now, Locale: func() string { return locale },
		}
		d.Run(t.Context(), []string{"sail"})
		if !strings.Contains(errs.String(), want) {
			t.Errorf("%s: %q", locale, errs.String())
		}
	}
}
