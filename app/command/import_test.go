package command_test

import (
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
