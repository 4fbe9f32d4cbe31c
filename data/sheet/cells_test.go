package sheet

import (
	"archive/zip"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind/data"
)

// rawBook writes a workbook whose worksheet and shared texts are the given XML.
func rawBook(t testing.TB, sheet, shared string) string {
	t.Helper()
	if shared == "" {
		shared = "<sst/>"
	}
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	parts := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + office + `"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` +
			office + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": sheet,
		"xl/sharedStrings.xml":     shared,
	}
	path := filepath.Join(t.TempDir(), "raw.xlsx")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(out)
	for name, text := range parts {
		w, err := archive.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(archive.Close(), out.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// names imports the products of a worksheet and returns their names.
func names(t *testing.T, rows, shared string) ([]string, error) {
	t.Helper()
	head := `<row r="1"><c r="A1" t="inlineStr"><is><t>sku</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>`
	path := rawBook(t, `<worksheet xmlns="x"><sheetData>`+head+rows+`</sheetData></worksheet>`, shared)
	f, err := Open(path, Products, Options{})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []string
	for p, err := range f.Rows() {
		if err != nil {
			return list, err
		}
		list = append(list, p.Values["name"])
	}
	return list, nil
}

func TestATextOfACellIsReadWhicheverWayItIsWritten(t *testing.T) {
	row := func(b string) string {
		return `<row r="2"><c r="A2" t="inlineStr"><is><t>A-1</t></is></c>` + b + `</row>`
	}
	inline := func(xml string) string { return row(`<c r="B2" t="inlineStr"><is>` + xml + `</is></c>`) }
	for what, c := range map[string]struct{ rows, shared, want string }{
		"references":         {inline(`<t>A &amp; B &lt;C&gt; &quot;&apos; &#26479;&#x676F;</t>`), "", `A & B <C> "' 杯杯`},
		"verbatim":           {inline(`<t><![CDATA[A & B <C>]]> end</t>`), "", "A & B <C> end"},
		"a comment within":   {inline(`<t>Cup<!-- <t>not this</t> --> red</t>`), "", "Cup red"},
		"several formats":    {inline(`<r><rPr><b/></rPr><t>Cup </t></r><r><t>red</t></r>`), "", "Cup red"},
		"how it is spoken":   {inline(`<t>杯子</t><rPh sb="0" eb="1"><t>bēizi</t></rPh>`), "", "杯子"},
		"ends of lines":      {inline("<t>Cup\r\nred\rbig</t>"), "", "Cup\nred\nbig"},
		"of a formula":       {row(`<c r="B2" t="str"><f>A1&amp;"&gt;"</f><v>Cup red</v></c>`), "", "Cup red"},
		"an attribute's >":   {row(`<c r="B2" t="str" x="a>b"><v>Cup</v></c>`), "", "Cup"},
		"a prefix":           {`<x:row r="2"><x:c r="A2" t="str"><x:v>A-1</x:v></x:c><x:c r="B2" t="str"><x:v>Cup</x:v></x:c></x:row>`, "", "Cup"},
		"no references":      {`<row><c t="str"><v>A-1</v></c><c t="str"><v>Cup</v></c></row>`, "", "Cup"},
		"shared":             {row(`<c r="B2" t="s"><v>1</v></c>`), `<sst><si><t>not this</t></si><si><r><t>Cup </t></r><r><t>&amp; red</t></r><rPh><t>x</t></rPh></si></sst>`, "Cup & red"},
		"shared, an empty":   {row(`<c r="B2" t="s"><v>1</v></c>`), `<sst><si/><si><t>Cup</t></si></sst>`, "Cup"},
		"an escaped control": {inline(`<t>Cup_x0041_</t>`), "", "CupA"},
	} {
		got, err := names(t, c.rows, c.shared)
		if err != nil || !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: %q, %v, want %q", what, got, err, c.want)
		}
	}
}

func TestAWorksheetThatCantBeRightIsABrokenWorkbook(t *testing.T) {
	for what, c := range map[string]struct{ rows, shared string }{
		"a shared text that isn't there": {`<row r="2"><c r="A2" t="s"><v>7</v></c></row>`, `<sst><si><t>A</t></si></sst>`},
		"no number of a shared text":     {`<row r="2"><c r="A2" t="s"><v>A</v></c></row>`, `<sst><si><t>A</t></si></sst>`},
		"rows that go backwards":         {`<row r="3"><c r="A3" t="str"><v>A</v></c></row><row r="2"><c r="A2" t="str"><v>B</v></c></row>`, ""},
		"a row beyond the last":          {`<row r="99999999999"><c r="A2" t="str"><v>A</v></c></row>`, ""},
		"a column beyond the last":       {`<row r="2"><c r="AAAAA2" t="str"><v>A</v></c></row>`, ""},
		"an entity of its own":           {`<row r="2"><c r="A2" t="str"><v>&bomb;</v></c></row>`, ""},
		"a character that isn't one":     {`<row r="2"><c r="A2" t="str"><v>&#xD800;</v></c></row>`, ""},
		"bytes that are no text":         {"<row r=\"2\"><c r=\"A2\" t=\"str\"><v>\xff\xfe</v></c></row>", ""},
		"a shared text that is no text":  {`<row r="2"><c r="A2" t="s"><v>0</v></c></row>`, "<sst><si><t>\xff</t></si></sst>"},
		"shared texts without an end":    {`<row r="2"><c r="A2" t="s"><v>0</v></c></row>`, `<sst><si><t>A</t></si>`},
		"a row without an end":           {`<row r="2"><c r="A2" t="str"><v>A</v></c>`, ""},
	} {
		_, err := names(t, c.rows, c.shared)
		var problems data.Problems
		if !errors.As(err, &problems) || problems[0].Key != "problem.workbook_broken" {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestSharedTextsInAFileAreReadAsThoseInTheMemory(t *testing.T) {
	const xml = `<sst><si><t>Cup</t></si><si/><si><t>杯子 &amp; 盖</t></si></sst>`
	spilled := &sharedTexts{}
	if err := spilled.spill(newTagReader(strings.NewReader(xml))); err != nil {
		t.Fatal(err)
	}
	for n, want := range []string{"Cup", "", "杯子 & 盖"} {
		if got, ok := spilled.at(n); !ok || got != want {
			t.Errorf("%d: %q, %v", n, got, ok)
		}
	}
	if _, ok := spilled.at(3); ok {
		t.Error("finds a text that isn't there")
	}
	name := spilled.file.Name()
	if err := spilled.close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(name); !os.IsNotExist(err) {
		t.Errorf("leaves its file behind: %v", err)
	}
}

func FuzzWorksheets(f *testing.F) {
	for _, seed := range []string{
		`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, `<row><c><v>1</v></c><c t="b"><v>1</v></c></row></sheetData>`,
		`<row r="1"><c r="XFD1" t="inlineStr"><is><t>&#65;<![CDATA[]]]]></t></is></c></row>`, `<row/><!-- <row -->`, `<row r="2"><c r='A>2'`,
	} {
		f.Add(seed, `<sst><si><t>sku</t></si></sst>`)
	}
	f.Fuzz(func(t *testing.T, rows, shared string) {
		path := rawBook(t, `<worksheet xmlns="x"><sheetData>`+rows+`</sheetData></worksheet>`, shared)
		file, err := Open(path, Products, Options{})
		var problems data.Problems
		if err != nil {
			if !errors.As(err, &problems) {
				t.Fatal(err)
			}
			return
		}
		defer file.Close()
		for p, err := range file.Rows() {
			if err != nil && !errors.As(err, &problems) {
				t.Fatalf("row %d: %v", p.Row, err)
			}
		}
	})
}

func TestTextThatIsNoTableIsRefusedAsSuch(t *testing.T) {
	for name, content := range map[string]string{
		"a.json": "{\"actions\": [\n{\"do\": \"save-product\", \"sku\": \"A\"}]}", "b.csv": " [ {\"sku\": \"A\"},\n{\"sku\": \"B\"}]",
		"c.csv": "<!DOCTYPE html>\n<table><tr><td>sku</td></tr></table>", "d.csv": "\ufeff<?xml version=\"1.0\"?>\n<goods/>\n",
	} {
		if _, got := read(t, file(t, name, content), Products, Options{}); len(got) != 1 || got[0] != "0:: not_a_table" {
			t.Errorf("%s is answered with %q", name, got)
		}
	}
	if rows, got := read(t, file(t, "e.csv", "sku,name\n[A],{cup}\n"), Products, Options{}); len(rows) != 1 || len(got) > 0 {
		t.Errorf("brackets within a table: %v %v", rows, got)
	}
}
