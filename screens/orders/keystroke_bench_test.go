package orders

import (
	"fmt"
	"path/filepath"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// longOrder is the screen over a file with an order of 300 lines, each of another article that is packed and kept in stock.
func longOrder(tb testing.TB) *Screen {
	tb.Helper()
	test.NewTempApp(tb)
	st, err := store.Open(tb.Context(), filepath.Join(tb.TempDir(), "long.db"), store.Options{Now: day, Person: "Li"})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = st.Close() })
	words, err := i18n.New("en")
	if err != nil {
		tb.Fatal(err)
	}
	price := data.UnitPrice(3_250_000)
	o := data.Order{No: "SO-LONG", Date: "2026-11-20", Status: data.Draft, Currency: "USD"}
	var moved []data.Movement
	for i := range int64(300) {
		sku := fmt.Sprintf("ART-%03d", i+1)
		p, err := st.Products.Save(tb.Context(), data.Product{
			SKU: sku, Name: data.Texts{"en": fmt.Sprintf("Stoneware mug no. %d, reactive glaze", i+1), "zh": "窑变釉马克杯"}, Unit: "PCS",
			Price: &price, Currency: "USD", HSCode: "691110", Origin: "CN",
			Packing: data.Packing{PcsPerCarton: data.Pieces(24), Carton: data.Box{Length: 6000, Width: 4000, Height: 3000}, CartonGross: 10_000_000, CartonNet: 9_000_000},
		})
		if err != nil {
			tb.Fatal(err)
		}
		variant := p.Variants[0].ID
		if i > 0 {
			moved = append(moved, data.Movement{VariantID: variant, Quantity: data.Pieces(i * 2), Reason: data.Received, At: day()})
		}
		o.Lines = append(o.Lines, data.OrderLine{VariantID: variant, SKU: sku, Quantity: data.Pieces(240), Unit: "PCS", Price: price})
	}
	if err := st.Stock.Move(tb.Context(), moved); err != nil {
		tb.Fatal(err)
	}
	buyer, err := st.Partners.Save(tb.Context(), data.Partner{Code: "LONG", Party: data.Party{Name: "Long GmbH"}, Roles: []data.Role{data.Customer}})
	if err != nil {
		tb.Fatal(err)
	}
	o.CustomerID = buyer.ID
	if _, err := st.Orders.Save(tb.Context(), o); err != nil {
		tb.Fatal(err)
	}
	w := test.NewTempWindow(tb, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = day
	s := New(host, st, Program{Import: func() {}, Papers: func(string) {}})
	w.SetContent(s.Object())
	s.Open("SO-LONG")
	return s
}

// BenchmarkOpeningAnOrderOf300Lines reads an order of 300 lines and shows it in the form, with all that is said of its lines.
// Drawing isn't in it: the window does that on the graphics card.
func BenchmarkOpeningAnOrderOf300Lines(b *testing.B) {
	s := longOrder(b)
	for b.Loop() {
		s.Open("SO-LONG")
	}
}

// BenchmarkKeystrokeIn300Lines types a digit or letter in an order of 300 lines, in turn with taking it back: each is one keystroke.
func BenchmarkKeystrokeIn300Lines(b *testing.B) {
	for _, field := range []string{"quantity", "unit_price", "text"} {
		b.Run(field, func(b *testing.B) {
			s := longOrder(b)
			if field == "text" {
				s.FocusOn("place")
			} else {
				s.OpenField("lines.150." + field)
			}
			focused := s.host.Window.Canvas().Focused()
			focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
			written := false
			for b.Loop() {
				if written = !written; written {
					focused.TypedRune('5')
				} else {
					focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				}
			}
		})
	}
}
