// Package trial is what the tests of an order's desks stand on. It is in no program.
package trial

import (
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

// Bench is a file with a customer, LUX, and one order of it, and a window for a desk over it.
type Bench struct {
	*testing.T
	Host  *kit.Host
	Store *store.Store
	Order data.Order
	Now   time.Time // of the window and the file
}

// Open makes a bench with an order, to which it gives what o doesn't say: number SO-1, the day, the customer, USD and 100 MUG at 1.00.
// The articles of its lines are made, too.
func Open(t *testing.T, o data.Order) *Bench {
	t.Helper()
	test.NewTempApp(t)
	b := &Bench{T: t, Now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return b.Now }
	var err error
	b.Store, err = store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: clock, Person: "Li"})
	b.Must(b.Store, err)
	t.Cleanup(func() { _ = b.Store.Close() })
	o.No, o.Date, o.Customer, o.Currency = "SO-1", "2026-11-22", "LUX", "USD"
	if len(o.Lines) == 0 {
		o.Lines = []data.OrderLine{{SKU: "MUG", Quantity: data.Pieces(100), Unit: "PCS", Price: 1_000_000}}
	}
	for _, l := range o.Lines {
		b.Must(b.Store.Products.Save(t.Context(), data.Product{SKU: l.SKU, Name: data.Texts{"en": l.SKU}, Unit: "PCS"}))
	}
	b.Must(b.Store.Partners.Save(t.Context(), data.Partner{Code: "LUX", Party: data.Party{Name: "Lux"}}))
	b.Order, err = b.Store.Orders.Save(t.Context(), o)
	b.Must(b.Order, err)
	words, err := i18n.New("en")
	b.Must(words, err)
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	b.Host = kit.NewTestHost(words, w)
	b.Host.Now = clock
	return b
}

// Must stops at an error.
func (b *Bench) Must(_ any, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// Stand puts a desk into the window.
func (b *Bench) Stand(desk fyne.CanvasObject) { b.Host.Window.SetContent(desk) }

// Answer gives the open question the answer with the word of a key.
func (b *Bench) Answer(word string) {
	b.Helper()
	if q := b.Host.Question(); q == nil || !q.Tap(b.Host.T(word)) {
		b.Fatalf("no question answers %q", b.Host.T(word))
	}
}

// Press types keys into what has the keyboard.
func (b *Bench) Press(keys ...fyne.KeyName) {
	for _, k := range keys {
		b.Host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}
