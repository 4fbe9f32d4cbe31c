package imports

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// open returns the screen over an empty file, with slow work done in place; left counts how often it was left.
func open(t *testing.T, target sheet.Target) (s *Screen, left *int) {
	t.Helper()
	return openIn(t, target, "en")
}

// openIn is open in another language.
func openIn(t *testing.T, target sheet.Target, lang string) (s *Screen, left *int) {
	t.Helper()
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: time.Now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	words, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	left = new(int)
	s = New(kit.NewTestHost(words, w), st, target, func() { *left++ })
	w.SetContent(s.Object())
	return s, left
}

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "table.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func count(t *testing.T, s *Screen) int {
	t.Helper()
	n, err := s.store.Products.Count(t.Context(), store.Query{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAFileIsShownBeforeItIsImported(t *testing.T) {
	s, left := open(t, sheet.Products)
	s.Load(write(t, "sku,name,price\nA,Cup,1.25\nB,Mug,2\n"))
	if len(s.table.Rows) != 2 || s.table.Rows[0].change != "new" || s.run.Disabled() {
		t.Fatalf("rows %+v", s.table.Rows)
	}
	if n := count(t, s); n != 0 {
		t.Fatalf("%d products before importing", n)
	}
	test.Tap(s.run)
	if n := count(t, s); n != 2 || *left != 1 {
		t.Errorf("%d products, left %d times", n, *left)
	}
	if !strings.Contains(s.host.Bar.Text(), "2 new") {
		t.Errorf("says %q", s.host.Bar.Text())
	}
}

func TestAnImportIsTakenBack(t *testing.T) {
	s, _ := open(t, sheet.Products)
	s.Load(write(t, "sku,name\nA,Cup\nB,Mug\n"))
	s.Run()
	s.host.Bar.Undo()
	if n := count(t, s); n != 0 {
		t.Errorf("%d products after taking it back", n)
	}
}

func TestRefusedRowsAreNamedAndNothingIsImported(t *testing.T) {
	s, _ := open(t, sheet.Products)
	s.Load(write(t, "sku,name,price\nA,Cup,1.25\nB,Mug,two\n"))
	if !s.run.Disabled() {
		t.Error("a file with a bad row can be imported")
	}
	if len(s.table.Rows) == 0 || s.table.Rows[0].no != "3" || s.table.Rows[0].change != "refused" || s.table.Rows[0].what == "" {
		t.Errorf("rows %+v", s.table.Rows)
	}
	if !strings.Contains(s.sum.Text, "1 refused") {
		t.Errorf("sum %q", s.sum.Text)
	}
}

func TestAColumnIsMatchedByHand(t *testing.T) {
	s, _ := open(t, sheet.Products)
	s.Load(write(t, "sku,Bezeichnung 7\nA,Tasse\n"))
	if len(s.match.pickers) != 2 {
		t.Fatalf("%d columns", len(s.match.pickers))
	}
	p := s.match.pickers[1]
	p.Set(kit.Option[string]{Value: "name"})
	p.OnChanged()
	s.Run()
	products, err := s.store.Products.Find(t.Context(), store.Query{})
	if err != nil || len(products) != 1 || products[0].Name["en"] != "Tasse" {
		t.Errorf("imported %+v, %v", products, err)
	}
}

func TestAFileWithoutTheNeededColumnCanStillBeMatched(t *testing.T) {
	s, _ := open(t, sheet.Products)
	s.Load(write(t, "Ref 7,name\nA,Cup\n"))
	if !s.run.Disabled() || len(s.match.pickers) != 2 {
		t.Fatalf("%d columns, can be imported: %v", len(s.match.pickers), !s.run.Disabled())
	}
	s.match.pickers[0].Set(kit.Option[string]{Value: "sku"})
	s.match.pickers[0].OnChanged()
	if s.run.Disabled() {
		t.Errorf("can't be imported after matching: %+v", s.table.Rows)
	}
}

func TestTheSameFileAgainHasNothingToImport(t *testing.T) {
	s, _ := open(t, sheet.Products)
	path := write(t, "sku,name\nA,Cup\n")
	s.Load(path)
	s.Run()
	s.Load(path)
	if !s.run.Disabled() || s.table.Rows[0].change != "unchanged" {
		t.Errorf("rows %+v", s.table.Rows)
	}
}

func TestPartnersAreImportedToo(t *testing.T) {
	s, _ := open(t, sheet.Partners)
	s.Load(write(t, "code,name,country\nHH,Hanse GmbH,Germany\n"))
	s.Run()
	p, err := s.store.Partners.ByCode(t.Context(), "HH")
	if err != nil || p.Address.Country != "DE" {
		t.Errorf("imported %+v, %v", p, err)
	}
}

func TestAFileThatIsNoTableIsSaidInASentence(t *testing.T) {
	s, _ := open(t, sheet.Products)
	s.Load(write(t, "\x00\x01\x02"))
	if len(s.table.Rows) == 0 && s.host.Question() == nil {
		t.Error("nothing is said")
	}
}

func TestOrdersComeAsHeadsAndLinesInTwoFiles(t *testing.T) {
	s, left := open(t, sheet.Orders)
	if _, err := s.store.Products.Save(t.Context(), data.Product{SKU: "A"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.store.Partners.Save(t.Context(), data.Partner{Code: "HH", Party: data.Party{Name: "Hanse"}, Roles: []data.Role{data.Customer}}); err != nil {
		t.Fatal(err)
	}
	s.Load(write(t, "order_no,date,customer,currency\nSO-1,2026-11-02,HH,USD\n"))
	if !s.second.Visible() || !s.run.Disabled() {
		t.Fatal("the heads alone can be imported, or the lines can't be added")
	}
	s.LoadLines(write(t, "order_no,sku,Menge 7,unit_price\nSO-1,A,3,1.25\n"))
	if len(s.match.pickers) != 8 {
		t.Fatalf("%d columns", len(s.match.pickers))
	}
	s.match.pickers[6].Set(kit.Option[string]{Value: "quantity"})
	s.match.pickers[6].OnChanged()
	test.Tap(s.run)
	o, err := s.store.Orders.ByNo(t.Context(), "SO-1")
	if err != nil || len(o.Lines) != 1 || o.Lines[0].Quantity.String() != "3" || *left != 1 {
		t.Errorf("imported %+v, %v, left %d times", o, err, *left)
	}
}

func TestAProblemNamesItsFieldAndWhatStandsThere(t *testing.T) {
	s, _ := open(t, sheet.Products)
	s.Load(write(t, "sku,price\nA,1.2x\n"))
	if got := s.table.Rows[0].what; !strings.HasPrefix(got, `Price "1.2x": `) {
		t.Errorf("says %q", got)
	}
	s.table.List.Select(0)
	if q := s.host.Question(); q == nil || q.Title != "Row 2" || q.Text != s.table.Rows[0].what {
		t.Errorf("choosing the row tells %+v", q)
	}
}

func TestWhatLooksWrongIsShownAndImportedAllTheSame(t *testing.T) {
	s, _ := open(t, sheet.Products)
	s.Load(write(t, "sku,name,gtin,image\nA,Cup,6901234567892,\nB,Mug,6901234567893,gone.png\n"))
	first, second := s.table.Rows[0], s.table.Rows[1]
	if first.no != "3" || first.tone != kit.Warn || !strings.Contains(first.what, "check digit") || !strings.Contains(second.what, "gone.png") {
		t.Fatalf("rows %+v", s.table.Rows)
	}
	if !strings.Contains(s.sum.Text, "2 warnings") || s.run.Disabled() {
		t.Errorf("says %q", s.sum.Text)
	}
	test.Tap(s.run)
	if n := count(t, s); n != 2 || !strings.Contains(s.host.Bar.Text(), "2 warnings") {
		t.Errorf("%d products; says %q", n, s.host.Bar.Text())
	}
}

func TestOfACatalogueNoColumnIsMatchedByHand(t *testing.T) {
	s, _ := open(t, sheet.Products)
	p := data.Product{SKU: "LAMP-1", Name: data.Texts{"en": "Lamp"}, Unit: "PCS", Brand: "Bright"}
	path := filepath.Join(t.TempDir(), "all.xlsx")
	var b bytes.Buffer
	err := sheet.WriteCatalogue(&b, sheet.CatalogueSource{
		Each:    func(use func(data.Product) error) error { return use(p) },
		Partner: func(int64) (string, string, error) { return "", "", nil },
		File:    func(data.Hash) ([]byte, error) { return nil, nil },
	})
	if err == nil {
		err = os.WriteFile(path, b.Bytes(), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	s.Load(path)
	if len(s.match.pickers) != 0 {
		t.Errorf("%d columns are offered for matching", len(s.match.pickers))
	}
	s.Run()
	if got, err := s.store.Products.BySKU(t.Context(), "LAMP-1"); err != nil || got.Brand != "Bright" {
		t.Errorf("imported %+v, %v", got.Brand, err)
	}
	s.Load(write(t, "sku,name\nA,Bulb\n"))
	if len(s.match.pickers) != 2 {
		t.Errorf("of a table %d columns are offered", len(s.match.pickers))
	}
}
