package command_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"
)

func TestEveryBadRowIsNamedAndNothingIsImported(t *testing.T) {
	b := newBench(t)
	file := b.file("goods.csv", "sku,name,price,origin\nA,Lamp,1.50,CN\nB,Bulb,cheap,CN\nC,Socket,2,Atlantis\n,Nothing,1,CN\n")
	a := b.refused(command.WrongInput, file+":3:price: ", "import", "products", file)
	if !strings.Contains(a.err, file+":4:origin: ") || !strings.Contains(a.err, file+":5:sku: ") || a.out != "" {
		t.Errorf("stdout %q, stderr %q", a.out, a.err)
	}
	if got := strings.TrimSpace(b.done("list", "products", "--json").out); got != "[]" {
		t.Errorf("a refused file imported %s", got)
	}
	got := decoded[struct {
		New, Refused int
		Problems     []struct {
			Row             int
			Field, Sentence string
		}
	}](b, b.refused(command.WrongInput, "nothing was imported", "import", "products", file, "--json"))
	if len(got.Problems) != 3 || got.Problems[0].Row != 3 || got.Problems[0].Field != "price" {
		t.Errorf("problems: %+v", got)
	}
}

func TestADryRunWritesNothing(t *testing.T) {
	b := newBench(t)
	file := b.file("goods.csv", "sku;name;price\nA;Lamp;1,50\n")
	a := b.done("import", "products", file, "--dry-run")
	if !strings.Contains(a.out, "would bring 1 new") {
		t.Errorf("stdout %q", a.out)
	}
	if got := strings.TrimSpace(b.done("list", "products", "--json").out); got != "[]" {
		t.Errorf("a dry run imported %s", got)
	}
}

func TestWhatIsImportedIsListedByTheImportNames(t *testing.T) {
	b := newBench(t)
	b.done("import", "products", b.file("goods.csv", "\ufeff货号,名称,name_zh,单价,币种,海关编码,原产地,stock\nA-1,Desk lamp,台灯,1.50,USD,9405.21.00,中国,12\n"))
	got := decoded[[]map[string]any](b, b.done("list", "products", "--json", "--search", "台灯"))
	if len(got) != 1 {
		t.Fatalf("%d products found by 台灯", len(got))
	}
	for field, want := range map[string]string{"sku": "A-1", "name_zh": "台灯", "price": "1.5", "hs_code": "94052100", "origin": "CN", "stock": "12"} {
		if got[0][field] != want {
			t.Errorf("%s is %v; want %q", field, got[0][field], want)
		}
	}
	if a := b.done("list", "products"); !strings.Contains(a.out, "A-1") || !strings.HasPrefix(a.out, "sku") {
		t.Errorf("table: %s", a.out)
	}
}

func TestAnExportIsAnImportAgain(t *testing.T) {
	b := lantern(t, 3)
	for _, ending := range []string{"csv", "xlsx"} {
		for _, kind := range []string{"partners", "products", "stock", "orders"} {
			path := filepath.Join(b.folder, kind+"."+ending)
			b.done("export", kind, path)
			got := decoded[report](b, b.done("import", kind, path, "--json"))
			if got.New+got.Changed+got.Refused != 0 || got.Unchanged == 0 {
				t.Errorf("%s exported as %s and imported: %+v; want all unchanged", kind, ending, got)
			}
		}
	}
	fresh := newBench(t)
	for _, kind := range []string{"partners", "products", "orders"} {
		fresh.done("import", kind, filepath.Join(b.folder, kind+".xlsx"))
	}
	if got := decoded[paper](fresh, fresh.done("show", "order", "SO-LUX-1", "--json")).Totals.Goods; got != "2343.50" {
		t.Errorf("the order comes to %s in a new file; want 2343.50", got)
	}
}

func TestAPictureBesideTheFileIsAttachedOnce(t *testing.T) {
	b := newBench(t)
	b.file("pictures/lamp.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"+
		"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82")
	file := b.file("goods.csv", "sku,name,image\nA,Lamp,pictures/lamp.png\nB,Bulb,https://example.com/bulb.png\n")
	a := b.done("import", "products", file)
	if !strings.Contains(a.err, file+":3:image: ") || strings.Contains(a.err, ":2:") {
		t.Errorf("stderr: %s", a.err)
	}
	got := decoded[struct {
		Image    string
		Version  int
		Pictures []struct{ Hash, Role string }
	}](b, b.done("show", "product", "A", "--json"))
	if got.Image != "lamp.png" || len(got.Pictures) != 1 || got.Pictures[0].Role != "main" {
		t.Errorf("product: %+v", got)
	}
	if again := decoded[report](b, b.done("import", "products", file, "--json")); again.Unchanged != 2 {
		t.Errorf("the same import again: %+v", again)
	}
}

func TestFilesThatAreNoTablesAreRefusedWithASentence(t *testing.T) {
	b := newBench(t)
	for name, text := range map[string]string{
		"empty.csv": "", "noise.xlsx": "not a workbook", "one.csv": "sku,name\n", "strange.csv": "alpha,beta\n1,2\n",
	} {
		file := b.file(name, text)
		b.refused(command.WrongInput, file+":", "import", "products", file)
	}
	good := b.file("good.csv", "sku\nA\n")
	b.refused(command.WrongInput, "map.json:colums: There is no field", "import", "products", good, "--map", b.file("map.json", `{"colums": {}}`))
	b.refused(command.WrongInput, "gone.json: There is no such file", "import", "products", good, "--map", b.folder+"/gone.json")
}

func TestABadRowIsNamedInTheFileItStandsIn(t *testing.T) {
	b := lantern(t, 2)
	heads := b.file("heads.csv", "order_no,date,customer,currency\nA-1,2026-11-01,LUX,USD\n")
	lines := b.file("lines.csv", "order_no,sku,quantity,unit_price\nA-1,LAMP-1,2,6.40\nA-2,LAMP-1,2,6.40\nA-1,LAMP-1,many,6.40\n")
	a := b.refused(command.WrongInput, lines+":3:order_no: ", "import", "orders", heads, "--lines", lines)
	if !strings.Contains(a.err, lines+":4:quantity: ") {
		t.Errorf("stderr: %s", a.err)
	}
}

// warned is the answer of a command with its warnings.
type warned struct {
	New, Changed, Unchanged, Warned int
	Warnings                        []struct {
		File, Field, Key, Sentence string
		Row                        int
	}
}

// places lists the warnings as row:field: key.
func (w warned) places() string {
	var all []string
	for _, one := range w.Warnings {
		all = append(all, fmt.Sprintf("%d:%s:%s", one.Row, one.Field, strings.TrimPrefix(one.Key, "problem.")))
	}
	return strings.Join(all, " ")
}

func TestWhatLooksWrongInAProductListIsImportedWithAWarning(t *testing.T) {
	b := newBench(t)
	file := b.file("goods.csv", "sku,name,unit,hs_code,gtin,pcs_per_carton,carton_length_cm,carton_gross_kg,carton_net_kg,stock\n"+
		"A,Lamp,PCS,7615.10.90,6901234567892,24,60,9,8,5\n"+
		"B,Bulb,gaggle,761510905,6901234567893,0,600,8,9,-1\n"+
		"C,Rice,KG,77151090,B08XYZ,12.5,60,,,99999999999\n"+
		"D,Cup,PCS,,,2.5,,,,\n")
	want := "3:unit:unknown_unit 3:hs_code:odd_hs_digits 3:gtin:gtin_digit 3:pcs_per_carton:no_pieces 3:carton_length_cm:odd_size" +
		" 3:carton_gross_kg:gross_below_net 3:stock:negative_stock 4:hs_code:odd_chapter 4:gtin:bad_gtin 4:stock:odd_quantity 5:pcs_per_carton:part_of_piece"
	for _, args := range [][]string{{"--dry-run"}, {}} {
		a := b.done(append([]string{"import", "products", file, "--json"}, args...)...)
		got := decoded[warned](b, a)
		if got.places() != want || got.Warned != 11 || got.New != 4 {
			t.Errorf("%v: %+v\n%s; want\n%s", args, got, got.places(), want)
		}
		if !strings.Contains(a.err, file+":4:gtin: Warning: This isn't a valid GTIN") {
			t.Errorf("%v: stderr %s", args, a.err)
		}
	}
	if again := b.done("import", "products", file); again.err != "" {
		t.Errorf("the same file again: %s", again.err)
	}
	product := decoded[map[string]any](b, b.done("show", "product", "A", "--json"))
	if product["hs_code"] != "76151090" {
		t.Errorf("7615.10.90 is kept as %v", product["hs_code"])
	}
	b.env["TRADEWIND_LANG"] = "zh"
	other := b.file("other.csv", "sku,gtin\nE,6901234567893\n")
	if a := b.done("import", "products", other); !strings.Contains(a.err, other+":2:gtin: 警告：GTIN 校验码不符：末位应为 2") {
		t.Errorf("in Chinese: %s", a.err)
	}
}

func TestWhatLooksWrongInAnAddressListIsImportedWithAWarning(t *testing.T) {
	b := newBench(t)
	file := b.file("firms.csv", "code,name,email,language,country,tax_id\nA,Anders,nobody,Klingon,DE,12345\nB,Berg,a@b.example,pt-BR,DE,\nC,Carl,,xx,DE,\n")
	got := decoded[warned](b, b.done("import", "partners", file, "--json"))
	if want := "2:email:bad_email 2:language:unknown_language 2:tax_id:odd_tax_number 4:language:unknown_language"; got.places() != want {
		t.Errorf("%s; want %s", got.places(), want)
	}
}

func TestWhatLooksWrongInOrdersIsImportedWithAWarning(t *testing.T) {
	b := lantern(t, 2)
	file := b.file("orders.csv", "order_no,date,customer,incoterm,place,sku,quantity,unit_price,required_date\n"+
		"A-1,1900-01-01,LUX,DAT,Rotterdam,LAMP-1,2.5,6.40,2190-05-01\n"+
		"A-1,,,,,BULB-1,99999999999,1,\n"+
		"A-2,2026-11-01,LUX,C&F,Rotterdam,LAMP-1,-2,6.40,2026-10-01\n"+
		"A-3,2026-11-01,LUX,DDU,Rotterdam,LAMP-1,0,6.40,\n")
	want := "2:date:odd_year 2:incoterm:term_old 2:quantity:part_of_piece 2:required_date:odd_year 3:quantity:odd_quantity" +
		" 4:incoterm:term_old 4:quantity:negative_quantity 4:required_date:before_order 4:total:negative_total 5:incoterm:term_old 5:quantity:zero_quantity"
	for _, args := range [][]string{{"--dry-run"}, {}} {
		if got := decoded[warned](b, b.done(append([]string{"import", "orders", file, "--json"}, args...)...)); got.places() != want {
			t.Errorf("%v: %s; want\n%s", args, got.places(), want)
		}
	}
	for number, rule := range map[string]string{"A-1": "DPU", "A-2": "CFR", "A-3": "DAP"} {
		order := decoded[struct {
			Incoterm struct{ Rule, Edition string }
		}](b, b.done("show", "order", number, "--json"))
		if order.Incoterm.Rule != rule || order.Incoterm.Edition != "2020" {
			t.Errorf("%s is %+v; want %s", number, order.Incoterm, rule)
		}
	}
	if again := b.done("import", "orders", file); again.err != "" {
		t.Errorf("the same file again: %s", again.err)
	}
}

func TestWarningsNameTheFileAndRowOfHeadsAndLines(t *testing.T) {
	b := lantern(t, 2)
	heads := b.file("heads.csv", "order_no,date,customer,currency,incoterm,place\nA-0,2026-11-01,LUX,USD,,\nA-1,2026-11-01,LUX,USD,DAT,Hamburg\n")
	lines := b.file("lines.csv", "order_no,sku,quantity,unit_price\nA-1,LAMP-1,2,6.40\nA-0,LAMP-1,2,6.40\nA-1,LAMP-1,-1,6.40\n")
	a := b.done("import", "orders", heads, "--lines", lines)
	if !strings.Contains(a.err, heads+":3:incoterm: Warning: DAT isn't") || !strings.Contains(a.err, lines+":4:quantity: ") {
		t.Errorf("stderr: %s", a.err)
	}
}

func TestALongListOfWarningsIsCutAndCounted(t *testing.T) {
	b := newBench(t)
	text := "sku,gtin\n"
	for i := range 250 {
		text += fmt.Sprintf("A%d,%d\n", i, i)
	}
	file := b.file("goods.csv", text)
	a := b.done("import", "products", file)
	if n := strings.Count(a.err, ":gtin: "); n != 200 || !strings.Contains(a.err, "50 more warnings") {
		t.Errorf("%d warnings; stderr ends %q", n, a.err[max(0, len(a.err)-60):])
	}
}
