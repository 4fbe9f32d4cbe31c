package products

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/assets"
	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// words are all texts under an object.
func words(o fyne.CanvasObject) string {
	var all []string
	for _, l := range test.LaidOutObjects(o) {
		switch one := l.(type) {
		case *kit.Paragraph:
			all = append(all, one.Text)
		case *kit.Chip:
			all = append(all, one.Word())
		}
	}
	return strings.Join(all, " ")
}

func TestACertificateIsTypedGetsItsScanAndSaysHowItStands(t *testing.T) {
	s := open(t)
	day := func(days int) string { return string(data.DateOf(s.host.Today().Time().AddDate(0, 0, days))) }
	save(t, s, data.Product{SKU: "LAMP-1", Certificates: []data.Certificate{
		{Kind: "CE", Number: "1", Markets: []string{"EU"}, Expires: data.Date(day(-3)), Note: "n"}, {Kind: "own kind", Expires: data.Date(day(90))},
	}})
	s.Open("LAMP-1")
	if s.Dirty() {
		t.Fatal("what was only opened is unsaved")
	}
	rows := s.editor.certificates
	state := func(i int) string { return rows.scans[rows.rows.List[i].Part].state.Word() }
	if state(0) != "ended 3 d ago" || state(1) != "ends in 90 d" {
		t.Errorf("%q, %q", state(0), state(1))
	}
	rows.rows.Grow()
	rows.rows.List[2].Part.Set("expires", day(91))
	rows.rows.List[2].Part.Set("number", "x")
	if state(2) != "valid" {
		t.Errorf("%q", state(2))
	}
	folder := t.TempDir()
	write := func(name string, b []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	paper := rows.scans[rows.rows.List[0].Part]
	paper.take(write("words.txt", []byte("no scan")))
	if q := s.host.Question(); q == nil || !strings.Contains(q.Text, "none of them") || paper.hash != "" {
		t.Fatalf("a file of words is taken")
	}
	s.host.Question().Escape()
	paper.take(write("ce.pdf", []byte("%PDF-1.7 certificate")))
	if !strings.Contains(paper.name.Text, "1 KB · ce.pdf") || paper.open.Hidden || !s.Dirty() {
		t.Errorf("%q, dirty %v", paper.name.Text, s.Dirty())
	}
	rows.rows.List[2].Part.Set("number", "")
	rows.rows.List[2].Part.Set("expires", "")
	test.Tap(s.Saving)
	p, err := s.store.Products.BySKU(t.Context(), "LAMP-1")
	if err != nil || len(p.Certificates) != 2 || p.Certificates[0].Scan == "" || p.Certificates[0].Note != "n" {
		t.Fatalf("%+v, %v", p.Certificates, err)
	}
	paper = rows.scans[rows.rows.List[0].Part]
	if paper.fact.Name != "ce.pdf" || paper.fact.Size != 20 {
		t.Errorf("%+v", paper.fact)
	}
	test.Tap(paper.open)
	if q := s.host.Question(); q == nil || q.Title != "ce.pdf" {
		t.Fatal("nothing is shown")
	}
	s.host.Question().Escape()
	paper.take(write("ce.png", assets.Icon))
	test.Tap(paper.open)
	s.host.Question().Escape()
	test.Tap(paper.away)
	test.Tap(s.Saving)
	if p, err = s.store.Products.BySKU(t.Context(), "LAMP-1"); err != nil || p.Certificates[0].Scan != "" {
		t.Errorf("%+v, %v", p.Certificates, err)
	}
}

func TestWhatAMarketAsksForAndIsMissingIsSaidWithTheRulesReason(t *testing.T) {
	s := open(t)
	view := s.editor.certificates
	save(t, s, data.Product{SKU: "LAMP-1", HSCode: "940521"})
	s.Open("LAMP-1")
	if said := words(view.missing); !strings.Contains(said, "No rules of markets yet") {
		t.Errorf("%q", said)
	}
	for _, r := range []data.CertificateRule{{Kind: "CE", Market: "EU", Category: "9405", Source: "2014/35/EU", Date: "2026-11-01"}, {Kind: "FCC", Market: "US"}} {
		if _, err := s.store.CertificateRules.Save(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	s.Reload()
	if said := words(view.missing); strings.Count(said, "missing") != 2 || !strings.Contains(said, "(2014/35/EU 2026-11-01)") {
		t.Errorf("%q", said)
	}
	view.to.Set(kit.Option[data.Country]{Value: "DE", Name: "Germany"})
	view.to.OnChanged()
	if said := words(view.missing); strings.Count(said, "missing") != 1 || !strings.Contains(said, "Germany asks for a CE") {
		t.Errorf("%q", said)
	}
	view.rows.Grow()
	part := view.rows.List[0].Part
	part.Set("markets", "EU")
	s.editor.form.Edited("certificates")
	if said := words(view.missing); strings.Count(said, "missing") != 1 {
		t.Errorf("a certificate without a kind counts: %q", said)
	}
	s.editor.form.Set("hs_code", "9503.00")
	if said := words(view.missing); !strings.Contains(said, "No rule asks") {
		t.Errorf("of a toy: %q", said)
	}
	if view.to.Empty(); s.Chosen() != "LAMP-1" {
		t.Fatal("not shown")
	}
	view.live()
	if said := words(view.missing); !strings.Contains(said, "FCC") || strings.Contains(said, "CE") {
		t.Errorf("of a toy everywhere: %q", said)
	}
}

func TestElementsThatArriveLateLeaveAloneWhatWasTypedMeanwhile(t *testing.T) {
	s := open(t)
	if _, err := s.store.Elements.Save(t.Context(), data.ElementList{Code: "9405", Elements: []data.ElementName{{Chinese: "品名"}, {Chinese: "材质"}, {Chinese: "品牌"}}}); err != nil {
		t.Fatal(err)
	}
	save(t, s, data.Product{SKU: "LAMP-1", HSCode: "940521", Elements: []data.Element{{Name: "材质", Value: "steel"}}})
	var late []func()
	s.host.Go = func(f func()) { late = append(late, f) }
	s.Open("LAMP-1")
	late[0]() // the product; what its code asks for is still on its way
	late = late[1:]
	grid := s.editor.elements.grid
	grid.Entry(0, 1).SetText("steel, painted")
	grid.Entry(1, 0).SetText("品牌")
	grid.Entry(1, 1).SetText("OWN")
	s.host.Focus(grid.Entry(1, 1))
	for _, f := range late {
		f()
	}
	p, err := s.editor.read(data.Product{})
	want := []data.Element{{Name: "材质", Value: "steel, painted"}, {Name: "品牌", Value: "OWN"}}
	if err != nil || len(p.Elements) != 2 || p.Elements[0] != want[0] || p.Elements[1] != want[1] {
		t.Errorf("%+v, %v", p.Elements, err)
	}
	if grid.Entry(2, 0).Text != "品名" || grid.Entry(3, 0).Text != "" {
		t.Errorf("%q, %q", grid.Entry(2, 0).Text, grid.Entry(3, 0).Text)
	}
	if s.host.Window.Canvas().Focused() != grid.Entry(1, 1) {
		t.Error("the keyboard is elsewhere")
	}
}

func TestNotesAreKept(t *testing.T) {
	s := open(t)
	save(t, s, data.Product{SKU: "LAMP-1", Notes: "https://example.com/a.jpg"})
	s.Open("LAMP-1")
	s.editor.form.Set("notes", s.editor.form.Text("notes")+"\nask Li")
	test.Tap(s.Saving)
	if p, err := s.store.Products.BySKU(t.Context(), "LAMP-1"); err != nil || p.Notes != "https://example.com/a.jpg\nask Li" {
		t.Errorf("%q, %v", p.Notes, err)
	}
}
