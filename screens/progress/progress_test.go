package progress

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

// bench is the desk over a file with an order of two lines, of which a shipment takes part of the first.
type bench struct {
	*Desk
	*testing.T
	order  data.Order
	opened []string
}

func day() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }

func open(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: day, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	b := &bench{T: t}
	for _, sku := range []string{"MUG", "CUP"} {
		b.must(st.Products.Save(t.Context(), data.Product{SKU: sku, Name: data.Texts{"en": sku}, Unit: "PCS"}))
	}
	b.must(st.Partners.Save(t.Context(), data.Partner{Code: "LUX", Party: data.Party{Name: "Lux"}}))
	b.order, err = st.Orders.Save(t.Context(), data.Order{No: "SO-1", Customer: "LUX", Currency: "USD", Status: data.Confirmed, Lines: []data.OrderLine{
		{SKU: "MUG", Quantity: data.Pieces(100), Unit: "PCS"}, {SKU: "CUP", Quantity: data.Pieces(40), Unit: "PCS"},
	}})
	b.must(b.order, err)
	b.must(st.Shipments.Save(t.Context(), data.Shipment{No: "SH-1", OrderNo: "SO-1", Lines: []data.ShipmentLine{{Line: 1, Quantity: data.Pieces(60)}}}))
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = day
	b.Desk = New(host, st, Program{Shipment: func(no string) { b.opened = append(b.opened, no) }, Ship: func(no string) { b.opened = append(b.opened, "ship "+no) }})
	w.SetContent(b.Object())
	b.Show(b.order)
	return b
}

// must stops at an error.
func (b *bench) must(_ any, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

func (b *bench) answer(word string) {
	b.Helper()
	if q := b.host.Question(); q == nil || !q.Tap(b.host.T(word)) {
		b.Fatalf("no question answers %q", b.host.T(word))
	}
}

func TestTheDeskSaysHowFarTheGoodsAre(t *testing.T) {
	b := open(t)
	if len(b.lines.Rows) != 2 || b.lines.Rows[0].Remaining != data.Pieces(100) || len(b.trips.Rows) != 1 {
		t.Fatalf("rows %+v, shipments %+v", b.lines.Rows, b.trips.Rows)
	}
	b.trips.List.Select(0)
	b.ship.Tapped(nil)
	if len(b.opened) != 2 || b.opened[0] != "SH-1" || b.opened[1] != "ship SO-1" {
		t.Errorf("opened %v", b.opened)
	}
}

func TestWhatIsMadeIsTypedByLineOrSaidOfAll(t *testing.T) {
	b := open(t)
	b.lines.List.Select(1)
	test.Type(b.host.Window.Canvas().Focused(), "x")
	b.answer("screen.save")
	if b.host.Question() == nil {
		t.Fatal("a figure that is none was taken")
	}
	entry := b.host.Window.Canvas().Focused().(*kit.Entry)
	entry.SetText("25")
	b.answer("screen.save")
	if got := b.lines.Rows[1].Produced; got != data.Pieces(25) || b.host.Question() != nil {
		t.Fatalf("made %s", got)
	}
	b.made.Tapped(nil)
	if b.lines.Rows[0].Produced != data.Pieces(100) || b.lines.Rows[1].Produced != data.Pieces(40) || !b.made.Disabled() {
		t.Errorf("all is made: %+v", b.lines.Rows)
	}
}

func TestTheRestIsClosedShortForAReasonAndOpenedAgain(t *testing.T) {
	b := open(t)
	b.short.Tapped(nil)
	b.answer("progress.short.do")
	if b.host.Question() == nil || b.lines.Rows[1].Short != 0 {
		t.Fatal("closed without a reason")
	}
	test.Type(b.host.Window.Canvas().Focused(), "sold out")
	b.answer("progress.short.do")
	if b.lines.Rows[0].Short != data.Pieces(40) || b.lines.Rows[1].Short != data.Pieces(40) || b.lines.Rows[1].ShortReason != "sold out" {
		t.Fatalf("rows %+v", b.lines.Rows)
	}
	b.reopen.Tapped(nil)
	if b.lines.Rows[0].Short != 0 || !b.reopen.Disabled() {
		t.Errorf("opened again: %+v", b.lines.Rows)
	}
}
