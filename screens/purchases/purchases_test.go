package purchases

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// open returns the screen over a file with a supplier and two articles, with slow work done in place.
func open(t testing.TB) *Screen {
	t.Helper()
	test.NewTempApp(t)
	now := func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	works := data.Partner{Code: "WORKS", Party: data.Party{Name: "Works"}, Roles: []data.Role{data.Supplier}, Currency: "CNY", PaymentTerms: "30 days"}
	if _, err := st.Partners.Save(t.Context(), works); err != nil {
		t.Fatal(err)
	}
	cost := data.UnitPrice(12_500_000)
	for _, sku := range []string{"CUP-01", "MUG-01"} {
		p := data.Product{SKU: sku, Name: data.Texts{"en": "Article " + sku}, Unit: "PCS"}
		p.SetOffers([]data.Offer{{Partner: "WORKS", ItemNo: "W-" + sku, Cost: &cost, Currency: "CNY"}})
		if sku == "MUG-01" {
			p.GTIN = "6901234567892"
		}
		if _, err := st.Products.Save(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = now
	s := New(host, st, Program{
		Paper: func(_ context.Context, no, format string) (string, []byte, error) {
			return no + "." + format, []byte("paper"), nil
		},
		Print: func(context.Context, []byte, string) error { return nil },
	})
	w.SetContent(s.Object())
	return s
}

// ordered shows a placed purchase order of ten cups and five mugs.
func ordered(t *testing.T) *Screen {
	t.Helper()
	s := open(t)
	works, err := s.store.Partners.ByCode(t.Context(), "WORKS")
	if err != nil {
		t.Fatal(err)
	}
	var lines []data.PurchaseLine
	for sku, n := range map[string]int64{"CUP-01": 10, "MUG-01": 5} {
		p, err := s.store.Products.BySKU(t.Context(), sku)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, data.PurchaseLine{VariantID: p.Variants[0].ID, Quantity: data.Pieces(n)})
	}
	if lines[0].Quantity != data.Pieces(10) {
		lines[0], lines[1] = lines[1], lines[0]
	}
	s.Begin(works.ID, lines)
	kit.SetIn(s.editor.status, statuses(s.host), data.PurchaseOrdered)
	s.Keep(func() {})
	return s
}

// stored is the purchase order as it lies in the file.
func stored(t *testing.T, s *Screen) data.PurchaseOrder {
	t.Helper()
	p, err := s.store.Purchases.ByNo(t.Context(), "PO-2026-0001")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAnOrderBegunElsewhereTakesWhatTheSupplierSaysOfItsArticles(t *testing.T) {
	s := ordered(t)
	p := stored(t, s)
	if p.Supplier != "WORKS" || p.Currency != "CNY" || p.PaymentTerms != "30 days" || p.Status != data.PurchaseOrdered {
		t.Errorf("stored %+v", p)
	}
	if l := p.Lines[0]; l.SKU != "CUP-01" || l.Price != 12_500_000 || l.SupplierItemNo != "W-CUP-01" || l.Quantity != data.Pieces(10) {
		t.Errorf("line %+v", l)
	}
	if s.Dirty() || s.Chosen() != p.No {
		t.Errorf("dirty %v, shown %q", s.Dirty(), s.Chosen())
	}
}

func TestANewOrderIsWrittenWithTheKeyboardAlone(t *testing.T) {
	s := open(t)
	s.New()
	works, err := s.store.Partners.ByCode(t.Context(), "WORKS")
	if err != nil {
		t.Fatal(err)
	}
	s.editor.supplier.Set(kit.PartnerOption(s.host, works))
	s.editor.supplier.OnChanged()
	s.host.Focus(s.editor.lines.adder.Search)
	key(s, "6901234567892", fyne.KeyReturn) // as a scanner types it
	key(s, "24", fyne.KeyReturn)
	if focused := s.host.Window.Canvas().Focused(); focused != fyne.Focusable(s.editor.lines.rows[0].price) {
		t.Errorf("behind the quantity the keyboard is at %T", focused)
	}
	key(s, "", fyne.KeyReturn)
	s.Keep(func() {})
	if p := stored(t, s); len(p.Lines) != 1 || p.Lines[0].SKU != "MUG-01" || p.Lines[0].Quantity != data.Pieces(24) || p.Lines[0].Price != 12_500_000 {
		t.Errorf("stored %+v", p.Lines)
	}
}

// key types into what has the keyboard, as a person does.
func key(s *Screen, text string, name fyne.KeyName) {
	for _, r := range text {
		s.host.Window.Canvas().Focused().TypedRune(r)
	}
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func TestGoodsAreReceivedWithARateAndTheRestStaysOpen(t *testing.T) {
	s := ordered(t)
	s.askReceive()
	a := s.asked
	a.form.Set("line1", "4")
	a.form.Set("lot1", "L7")
	a.form.Set("line2", "5")
	a.do()
	if a.form.Complaint("rate") == "" {
		t.Fatal("goods in CNY got a cost in USD without a rate")
	}
	a.form.Set("rate", "0.14")
	a.do()
	p := stored(t, s)
	if p.Lines[0].Received != data.Pieces(4) || p.Lines[0].Open() != data.Pieces(6) || p.Lines[1].Open() != 0 {
		t.Errorf("received %+v", p.Lines)
	}
	if len(s.editor.known.receipts) != 2 || s.editor.known.receipts[0].Lot != "L7" {
		t.Errorf("the record shows %+v", s.editor.known.receipts)
	}
	s.takeBack(s.editor.known.receipts[0])
	if got := stored(t, s).Lines[0].Received; got != 0 {
		t.Errorf("taken back, but %s are received", got)
	}
}

func TestMoreThanWasOrderedIsToldAtItsFieldUntilItIsMeant(t *testing.T) {
	s := ordered(t)
	s.askReceive()
	a := s.asked
	a.form.Set("rate", "0.14")
	a.form.Set("line1", "12")
	a.do()
	if a.form.Complaint("line1") == "" {
		t.Fatal("twelve of ten were taken silently")
	}
	a.marks.Set([]string{markOver})
	a.do()
	if got := stored(t, s).Lines[0].Over(); got != data.Pieces(2) {
		t.Errorf("over by %s", got)
	}
}

func TestScanningCountsWhatCame(t *testing.T) {
	s := ordered(t)
	s.askReceive()
	a := s.asked
	for _, code := range []string{"6901234567892", "cup-01", "6901234567892"} {
		a.scan(code)
	}
	if a.form.Text("line1") != "1" || a.form.Text("line2") != "2" {
		t.Errorf("counted %s and %s", a.form.Text("line1"), a.form.Text("line2"))
	}
	a.scan("NOBODY")
	if a.form.Complaint("scan") == "" {
		t.Error("an unknown code was taken silently")
	}
}
