package exports

import (
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

// ask opens the question over a file with one lamp and one customer, with slow work done in place.
func ask(t *testing.T, lang string, first sheet.Target) *Question {
	t.Helper()
	test.NewTempApp(t)
	now := func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	price := data.UnitPrice(1_500_000)
	_, err = st.Products.Save(t.Context(), data.Product{SKU: "LAMP-1", Name: data.Texts{"en": "Desk lamp", "zh": "台灯"}, Unit: "pcs", Price: &price, Currency: "USD"})
	if err == nil {
		_, err = st.Partners.Save(t.Context(), data.Partner{Code: "C1", Party: data.Party{Name: "Hanse GmbH"}, Roles: []data.Role{data.Customer}})
	}
	if err != nil {
		t.Fatal(err)
	}
	words, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	return Ask(kit.NewTestHost(words, w), st, first)
}

// filled adds a record of each kind.
func filled(t *testing.T, st *store.Store) {
	t.Helper()
	ctx := t.Context()
	file := filepath.Join(t.TempDir(), "orders.csv")
	if err := os.WriteFile(file, []byte("order_no,date,customer,currency,sku,quantity,unit_price\nSO-1,2026-11-02,C1,USD,LAMP-1,5,1.50\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := sheet.Open(file, sheet.Orders, sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	report, err := st.Orders.Import(ctx, f.Rows(), store.ImportOptions{})
	if _ = f.Close(); err != nil || len(report.Problems) > 0 {
		t.Fatal(err, report.Problems)
	}
	_, err1 := st.ListingFigures.Save(ctx, data.ListingFigures{SKU: "LAMP-1", Market: "alibaba", Week: "2026-W46", Counts: data.Counts{Clicks: 3, Exposures: 9}})
	_, err2 := st.Keywords.Save(ctx, data.Keyword{Language: "en", Word: "lamp"})
	_, err3 := st.Elements.Save(ctx, data.ElementList{Code: "9405", Elements: []data.ElementName{{Chinese: "用途"}}})
	_, err4 := st.CertificateRules.Save(ctx, data.CertificateRule{Kind: "CE", Market: "EU"})
	_, err5 := st.RateCards.Save(ctx, data.RateCard{Code: "AIR", Carrier: "CA", Mode: data.Air, Currency: "USD", Basis: data.PerKilogram, FreightTerms: data.FreightTerms{Price: 1}})
	for _, err := range []error{st.Stock.Move(ctx, []data.Movement{{SKU: "LAMP-1", Quantity: data.Pieces(7), Reason: data.Received}}), err1, err2, err3, err4, err5} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestEveryShapeIsWrittenAndKnownAgain(t *testing.T) {
	for i, one := range shapes {
		for _, format := range one.shape.Formats() {
			q := ask(t, "en", sheet.Products)
			filled(t, q.store)
			path := filepath.Join(t.TempDir(), one.file+"."+format)
			q.write(shapes[i].shape, format, path)
			if one.shape.Whole {
				if !sheet.IsCatalogue(path) {
					t.Errorf("%s is no catalogue", path)
				}
				continue
			}
			f, err := sheet.Open(path, one.shape.Target, sheet.Options{})
			if err != nil {
				t.Errorf("%s as %s can't be imported: %v", one.file, format, err)
				continue
			}
			_ = f.Close()
		}
	}
}

func TestTheFormatFollowsWhatIsExportedAndTheFileIsNamedForIt(t *testing.T) {
	q := ask(t, "zh-Hans", sheet.Products)
	if q.what.Name() != "产品全部资料（含图片）" || q.format.Value() != "xlsx" {
		t.Errorf("proposed: %q as %q", q.what.Name(), q.format.Value())
	}
	for i, one := range shapes {
		if one.shape.Shop == sheet.Shopify {
			q.what.Set(kit.Option[int]{Value: i, Name: one.word})
			q.what.OnChanged()
		}
	}
	if q.format.Value() != "csv" {
		t.Errorf("a Shopify file as %q; want csv", q.format.Value())
	}
	if !q.open.Tap("选择保存位置") || !q.host.Choosing() {
		t.Error("nobody is asked where to")
	}
}

func TestWhereNothingIsNoFileIsWritten(t *testing.T) {
	q := ask(t, "en", sheet.Orders)
	q.open.Close()
	path := filepath.Join(t.TempDir(), "orders.xlsx")
	q.write(shapes[q.what.Value()].shape, "xlsx", path)
	if said := q.host.Question(); said == nil || !strings.Contains(said.Text, "no such records") {
		t.Errorf("nothing was said: %+v", said)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("an empty file was written")
	}
}

func TestStockIsProposedOverStock(t *testing.T) {
	if q := ask(t, "en", sheet.Stock); shapes[q.what.Value()].shape.Target != sheet.Stock {
		t.Errorf("over stock %q is proposed", q.what.Name())
	}
}

func TestAFileThatCannotBeWrittenIsSaidAndNothingIsLeft(t *testing.T) {
	q := ask(t, "en", sheet.Products)
	q.open.Close()
	folder := t.TempDir()
	taken := filepath.Join(folder, "taken.csv")
	if err := os.Mkdir(taken, 0o700); err != nil {
		t.Fatal(err)
	}
	q.write(shapes[1].shape, "csv", taken)
	if said := q.host.Question(); said == nil || !strings.Contains(said.Text, "taken.csv") {
		t.Errorf("nothing was said: %+v", said)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("left in the folder: %v, %v", left, err)
	}
}
