package products

import (
	"fmt"
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

// BenchmarkOpeningAProductOfTwoHundredVariants shows a product with 200 variants in the form, in turn with one of none. Drawing
// isn't in it: the window does that on the graphics card.
func BenchmarkOpeningAProductOfTwoHundredVariants(b *testing.B) {
	test.NewTempApp(b)
	st, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "bench.db"), store.Options{Now: time.Now, Person: "Li"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = st.Close() })
	words, err := i18n.New("en")
	if err != nil {
		b.Fatal(err)
	}
	w := test.NewTempWindow(b, nil)
	w.Resize(fyne.NewSize(1024, 700))
	s := New(kit.NewTestHost(words, w), st, func() {})
	w.SetContent(s.Object())
	plain, many := full(), full()
	plain.Variants, many.Variants = nil, nil
	for i := range 200 {
		many.Variants = append(many.Variants, data.Variant{
			SKU: fmt.Sprintf("TEE-%03d", i), GTIN: "4006381333931", Attributes: map[string]string{"size": fmt.Sprint(i), "colour": "red"},
		})
	}
	for b.Loop() {
		s.Show(many)
		b.StopTimer()
		s.Show(plain)
		b.StartTimer()
	}
}
