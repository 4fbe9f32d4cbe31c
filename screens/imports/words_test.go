package imports

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestEveryFieldHasAWordAndIsKnownByIt(t *testing.T) {
	for _, lang := range []string{"en", "zh-Hans"} {
		s, _ := openIn(t, sheet.Products, lang)
		for _, one := range targets {
			fields, words := sheet.Fields(one.target), []string{}
			for _, field := range fields {
				word := fieldWord(s.host, field)
				if word == field && lang != "en" {
					t.Errorf("%s: %s has no word", lang, field)
				}
				words = append(words, `"`+word+`"`)
			}
			f, err := sheet.Open(write(t, strings.Join(words, ",")+"\n"+"1"+strings.Repeat(",", len(words)-1)+"\n"), one.target, sheet.Options{Joined: true})
			if err != nil {
				t.Fatal(err)
			}
			for i, c := range f.Columns() {
				if c.Field != fields[i] {
					t.Errorf("%s %s: the heading %q is taken for %q, not %q", lang, one.word, words[i], c.Field, fields[i])
				}
			}
			_ = f.Close()
		}
	}
}

func TestAListOfPartnersInTheWordsOfTheWindowIsTaken(t *testing.T) {
	s, _ := openIn(t, sheet.Partners, "zh-Hans")
	s.Load(write(t, "代码,名称,身份,贸易术语,指定地点,标签,备注\nA,Hanse GmbH,采购商、供应商,FOB,Ningbo,\"2026广交会，重点客户\",慢付\nB,Cosco,货运代理,,,,\nC,中国银行,银行,,,,\nD,Old Co,buyer / Freight Forwarder,,,,\n"))
	s.Run()
	a, err := s.store.Partners.ByCode(t.Context(), "A")
	if err != nil || len(a.Roles) != 2 || a.Roles[1] != data.Supplier || a.Incoterm.Rule != "FOB" || a.Incoterm.Place != "Ningbo" || len(a.Tags) != 2 || a.Notes != "慢付" {
		t.Errorf("imported %+v, %v", a, err)
	}
	for code, want := range map[string]data.Role{"B": data.Forwarder, "C": data.Bank} {
		if p, err := s.store.Partners.ByCode(t.Context(), code); err != nil || len(p.Roles) != 1 || p.Roles[0] != want {
			t.Errorf("%s is a %v, %v", code, p.Roles, err)
		}
	}
	if d, err := s.store.Partners.ByCode(t.Context(), "D"); err != nil || len(d.Roles) != 2 || d.Roles[1] != data.Forwarder {
		t.Errorf("D is a %v, %v", d.Roles, err)
	}
}

func TestAllThatIsDoubtfulInARowIsSaidWithItsRecord(t *testing.T) {
	s, _ := open(t, sheet.Partners)
	if _, err := s.store.Partners.Save(t.Context(), data.Partner{Code: "CASA", Party: data.Party{Name: "Casa Linda Comércio Alegre", Email: "a@casa.example"}}); err != nil {
		t.Fatal(err)
	}
	s.Load(write(t, "code,name,country,email,tax_id\nBR1,Casa Bela,Brazil,a@casa.example,11.222.333/0001-82\nBR2,Casa Boa,Brazil,,11.222.333/0001-81\n"))
	var said []string
	for _, r := range s.table.Rows {
		if r.tone == kit.Warn {
			said = append(said, r.no+" "+r.key+" "+r.what)
		}
	}
	if len(said) != 2 || !strings.Contains(said[0], "(CASA)") || !strings.HasPrefix(said[1], "2 BR1 Tax number") {
		t.Fatalf("doubts %q", said)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.table.List)
	test.TapCanvas(s.host.Window.Canvas(), at.AddXY(120, 12)) // the first row
	if q := s.host.Question(); q == nil || !strings.Contains(q.Text, "Casa Linda Comércio Alegre") {
		t.Errorf("a tap on the row tells %+v", q)
	}
}
