package sheet

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestTheMapOverridesWhatIsRecognised(t *testing.T) {
	content := "SKU,Code2,Name,Rate,Note\nA,X-1,Mug,0.15,NULL\nB,X-2,NULL,0.2,\n"
	m := Map{
		Columns: map[string]string{"sku": "Code2", "price": "Rate"}, Defaults: map[string]string{"currency": "eur", "origin": "Deutschland", "name": "Thing"},
		Scale: map[string]string{"price": "100"}, Empty: []string{"NULL"},
	}
	rows, wrong := read(t, file(t, "m.csv", content), Products, Options{Map: m})
	if len(wrong) > 0 || rows[0]["sku"] != "X-1" || rows[0]["price"] != "15" || rows[0]["currency"] != "EUR" || rows[0]["name"] != "Mug" ||
		rows[1]["name"] != "Thing" || rows[1]["origin"] != "DE" || rows[1]["price"] != "20" {
		t.Errorf("%v %v", rows, wrong)
	}
}

func TestAMapThatCannotBeFollowedIsRefused(t *testing.T) {
	path := file(t, "m.csv", "SKU,Name\nA,Mug\n")
	for _, c := range []struct {
		m    Map
		want string
	}{
		{Map{Columns: map[string]string{"colour": "Name"}}, "0:columns.colour: map_field"},
		{Map{Columns: map[string]string{"name": "Title"}}, "0:columns.name: map_header"},
		{Map{Columns: map[string]string{"sku": "Nr"}}, "0:columns.sku: map_header"},
		{Map{Scale: map[string]string{"name": "2"}}, "0:scale.name: map_scale"},
		{Map{Scale: map[string]string{"price": "two"}}, "0:scale.price: map_scale"},
		{Map{Defaults: map[string]string{"origin": "Atlantis"}}, "0:defaults.origin: unknown_country"},
	} {
		if _, wrong := read(t, path, Products, Options{Map: c.m}); !slices.Equal(wrong, []string{c.want}) {
			t.Errorf("%+v: %v, want %s", c.m, wrong, c.want)
		}
	}
	for text, want := range map[string]string{
		`{"column":{}}`: "0:column: unknown_field", `{`: "0:: json_syntax", `[]`: "0:: not_an_object_but_list", `{} {}`: "0:: json_syntax",
		`{"scale":{"price":"1","price":"2"}}`: "0:scale.price: json_twice", `{"columns":{"sku":["A"]}}`: "0:columns.sku: not_a_text",
		`{"empty":"NULL"}`: "0:empty: not_a_list",
	} {
		if _, err := ReadMap(strings.NewReader(text)); err == nil || words(t, err)[0] != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func TestTwoColumnsForOneFieldAreNamedUnlessTheMapDecides(t *testing.T) {
	path := file(t, "m.csv", "SKU,Price,Unit price\nA,1,2\n")
	if _, wrong := read(t, path, Products, Options{}); !slices.Equal(wrong, []string{"0:price: column_twice"}) {
		t.Error(wrong)
	}
	for _, header := range []string{"Price", "Unit price"} {
		rows, wrong := read(t, path, Products, Options{Map: Map{Columns: map[string]string{"price": header}}})
		if want := map[string]string{"Price": "1", "Unit price": "2"}[header]; len(wrong) > 0 || rows[0]["price"] != want {
			t.Errorf("%s: %v %v", header, rows, wrong)
		}
	}
	rows, wrong := read(t, file(t, "n.csv", "货号,品名,英文品名,ID\nA,杯子,Mug,1\n"), Products, Options{})
	if len(wrong) > 0 || rows[0]["name"] != "Mug" || rows[0]["name_zh"] != "杯子" || rows[0]["sku"] != "A" {
		t.Errorf("%v %v", rows, wrong)
	}
	rows, wrong = read(t, file(t, "n.csv", "Name,SKU,品名\nMug,A,杯子\n"), Products, Options{})
	if len(wrong) > 0 || rows[0]["name"] != "Mug" || rows[0]["name_zh"] != "杯子" {
		t.Errorf("%v %v", rows, wrong)
	}
}

func TestColumnsMatchedByHandAreTaken(t *testing.T) {
	path := file(t, "h.csv", "x,y,Name\nA,3,Mug\n")
	f, err := Open(path, Products, Options{Probe: true})
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if got := f.Columns(); len(got) != 3 || got[0].Field != "" || got[2].Field != "name" || got[1].Header != "y" {
		t.Errorf("%+v", got)
	}
	rows, wrong := read(t, path, Products, Options{Columns: map[string]int{"sku": 0, "moq": 1, "name": -1}})
	if len(wrong) > 0 || rows[0]["sku"] != "A" || rows[0]["moq"] != "3" || rows[0]["name"] != "" {
		t.Errorf("%v %v", rows, wrong)
	}
}

func TestAllBadRowsAreReportedInOnePass(t *testing.T) {
	content := "sku,price,origin\nA,x,DE\n\nB,2,Mars\nC,3,CN\nC,3,CN\nC,4,CN\n,,\n"
	rows, wrong := read(t, file(t, "b.csv", content), Products, Options{})
	if want := []string{"2:price: not_a_number", "4:origin: unknown_country", "7:sku: duplicate"}; !slices.Equal(wrong, want) || len(rows) != 1 {
		t.Errorf("%v %v", rows, wrong)
	}
}

func TestChineseAndWideEncodingsAreRecognised(t *testing.T) {
	const content = "货号,品名,单价\r\nA-1,不锈钢保温杯,12.5\r\nB-2,陶瓷杯子,9\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(content)
	if err != nil {
		t.Fatal(err)
	}
	le, _ := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(content)
	be, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(content)
	for encoded, want := range map[string]string{gb: "gb18030", le: "utf-16le", be: "utf-16be", content: "utf-8", "\ufeff" + content: "utf-8"} {
		path := file(t, "c.csv", encoded)
		rows, wrong := read(t, path, Products, Options{})
		if len(wrong) > 0 || len(rows) != 2 || rows[0]["name"] != "不锈钢保温杯" || rows[1]["price"] != "9" {
			t.Errorf("%s: %v %v", want, rows, wrong)
			continue
		}
		f, err := Open(path, Products, Options{})
		if err != nil || f.Format().Encoding != want {
			t.Errorf("taken for %s, want %s: %v", f.Format().Encoding, want, err)
		}
	}
	latin := file(t, "l.csv", "sku;name\nA;Caf\xe9 cr\xe8me\nB;M\xfcller\n")
	if rows, wrong := read(t, latin, Products, Options{}); len(wrong) > 0 || rows[0]["name"] != "Café crème" || rows[1]["name"] != "Müller" {
		t.Errorf("Windows-1252: %v %v", rows, wrong)
	}
	if rows, _ := read(t, latin, Products, Options{Encoding: "windows-1251"}); len(rows) != 2 || rows[0]["name"] != "Cafй crиme" {
		t.Errorf("the encoding named: %v", rows)
	}
	if _, wrong := read(t, latin, Products, Options{Encoding: "klingon"}); !slices.Equal(wrong, []string{"0:: unknown_encoding"}) {
		t.Error(wrong)
	}
}

func TestSeparatorsLineEndsAndQuotes(t *testing.T) {
	for _, separator := range []string{",", ";", "\t", "|"} {
		for _, end := range []string{"\n", "\r\n", "\r"} {
			content := strings.NewReplacer("^", separator, "~", end).Replace("Price list~~sku^name^moq~A^\"two~lines ^ \"\"x\"\"\"^5~~B^b^6")
			rows, wrong := read(t, file(t, "s.csv", content), Products, Options{})
			if len(wrong) > 0 || len(rows) != 2 || rows[0]["name"] != "two\nlines "+separator+" \"x\"" || rows[1]["moq"] != "6" {
				t.Errorf("%q %q: %v %v", separator, end, rows, wrong)
			}
		}
	}
	if rows, _ := read(t, file(t, "s.csv", "sep=;\r\nsku;name\r\nA;1,2\r\n"), Products, Options{}); len(rows) != 1 || rows[0]["name"] != "1,2" {
		t.Errorf("declared separator: %v", rows)
	}
	for content, want := range map[string]string{"": "0:: no_rows", "\n\n": "0:: no_rows", "sku,name\n": "0:: no_rows", "sku\nA\n\"B": "3:: quote_open", "a,b\n1,2\n": "0:sku: column_missing"} {
		if _, wrong := read(t, file(t, "s.csv", content), Products, Options{}); !slices.Equal(wrong, []string{want}) {
			t.Errorf("%q: %v", content, wrong)
		}
	}
}
