package orders

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/store"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// shelved is a desk with 100 mugs on the shelf, 50 more on the way, no cups, and an order of both.
func shelved(t *testing.T, mugs, cups int64) *desk {
	t.Helper()
	d := open(t)
	ok := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	cup, err := d.store.Products.BySKU(t.Context(), "CUP-01")
	ok(err)
	cup.LeadTime = "4-6 weeks"
	_, err = d.store.Products.Save(t.Context(), cup)
	ok(err)
	for _, m := range []data.Movement{
		{SKU: "MUG-01", Quantity: data.Pieces(150), Reason: data.Received},
		{SKU: "CUP-01", Quantity: data.Pieces(1), Reason: data.Received},
		{SKU: "CUP-01", Quantity: data.Pieces(-1), Reason: data.WrittenOff},
	} {
		ok(d.store.Stock.Move(t.Context(), []data.Movement{m}))
	}
	_, err = d.store.Stock.Transfer(t.Context(), data.StockTransfer{
		To: "RTM", Expected: "2026-12-20", Lines: []data.StockTransferLine{{SKU: "MUG-01", Quantity: data.Pieces(50)}},
	})
	ok(err)
	o, err := d.store.Orders.Save(t.Context(), data.Order{Customer: "MUELLER", Currency: "USD", Lines: []data.OrderLine{
		{SKU: "MUG-01", Quantity: data.Pieces(mugs), Unit: "PCS", Price: 1}, {SKU: "CUP-01", Quantity: data.Pieces(cups), Unit: "SETS", Price: 1},
	}})
	ok(err)
	d.Open(o.No)
	return d
}

// says returns what stands beside the i-th line: its chip, its links, and the facts in numbers.
func (d *desk) says(i int) string {
	r := d.editor.lines.rows[i]
	return strings.Join([]string{r.chip.Word(), r.keep.Words(), r.offer.Words(), r.supplied}, " | ")
}

func (d *desk) expect(i int, want string) {
	d.Helper()
	if got := d.says(i); got != want {
		d.Errorf("line %d says %q, want %q", i+1, got, want)
	}
}

func TestEachLineSaysWhetherItCanBeServed(t *testing.T) {
	d := shelved(t, 60, 10)
	d.expect(0, "Available 100 | Reserve |  | ")
	d.expect(1, "Short 10 |  | Pre-sale by 3 Jan 2027 | ") // six weeks from today
	if got := d.editor.lines.strip.words.Text; got != "Short: 1 of 2 lines" || d.editor.lines.strip.content.Hidden {
		t.Errorf("the order says %q", got)
	}
	d.editor.lines.rows[0].quantity.SetText("120") // while it is typed
	d.expect(0, "Short 20 | Reserve | Pre-sale by 20 Dec 2026 | 100 available")
	d.editor.lines.rows[0].quantity.SetText("151")
	if got := d.says(0); !strings.HasPrefix(got, "Short 51 | Reserve | Pre-sale …") {
		t.Errorf("beyond all that is expected, without a lead time: %q", got)
	}
}

func TestGoodsAreReservedInOneTapAndGivenFree(t *testing.T) {
	d := shelved(t, 60, 10)
	test.Tap(d.editor.lines.rows[0].keep)
	d.expect(0, "Reserved | Give free |  | ")
	if got := d.host.Bar.Text(); got != "MUG-01: 60 reserved" {
		t.Errorf("says %q", got)
	}
	d.host.Bar.Undo()
	d.expect(0, "Available 100 | Reserve |  | ")
	d.host.Focus(d.editor.lines.rows[0].quantity) // the same by keyboard
	d.editor.lines.rows[0].quantity.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyR, Modifier: fyne.KeyModifierShortcutDefault})
	d.expect(0, "Reserved | Give free |  | ")
	d.host.Focus(d.editor.lines.rows[0].keep)
	d.press(fyne.KeyReturn)
	d.expect(0, "Available 100 | Reserve |  | ")
}

func TestWhatIsTypedIsSavedBeforeItIsReserved(t *testing.T) {
	d := shelved(t, 60, 10)
	d.editor.lines.rows[0].quantity.SetText("130")
	test.Tap(d.editor.lines.rows[0].keep)
	if got := d.host.Bar.Text(); got != "MUG-01: 100 reserved, 30 short" {
		t.Errorf("says %q", got)
	}
	d.expect(0, "Short 30 | Give free | Pre-sale by 20 Dec 2026 | 100 reserved")
	if o := d.order(d.Chosen()); o.Lines[0].Quantity != data.Pieces(130) || d.Dirty() {
		t.Errorf("saved %+v", o.Lines[0])
	}
}

func TestAllIsReservedThatCanBeAndTheRestSaidInNumbers(t *testing.T) {
	d := shelved(t, 130, 10)
	d.editor.lines.strip.reserve.OnTapped()
	if got := d.host.Bar.Text(); got != "Not all could be reserved. Short: MUG-01 30 · CUP-01 10 (lines: 2)" {
		t.Errorf("says %q", got)
	}
	if d.editor.lines.strip.free.Disabled() || !d.editor.lines.strip.reserve.Disabled() {
		t.Error("what is reserved can't be given free, or what isn't there be reserved")
	}
	d.editor.lines.strip.free.OnTapped()
	if got := d.host.Bar.Text(); got != "Reservations given free: 1" {
		t.Errorf("says %q", got)
	}
	d.host.Bar.Undo()
	kept, err := d.store.Stock.Reservations(t.Context(), d.editor.old.ID)
	if err != nil || len(kept) != 1 || kept[0].Quantity != data.Pieces(100) {
		t.Errorf("kept %+v, %v", kept, err)
	}
}

func TestWhatAnotherWindowTookFirstIsRefusedInNumbers(t *testing.T) {
	d := shelved(t, 60, 10)
	other, err := store.Open(t.Context(), d.path, store.Options{Now: day, Person: "Wang"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Close() })
	o, err := other.Orders.Save(t.Context(), data.Order{Customer: "MUELLER", Currency: "USD", Lines: []data.OrderLine{{SKU: "MUG-01", Quantity: data.Pieces(90), Unit: "PCS", Price: 1}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Stock.ReserveAll(t.Context(), o.ID, ""); err != nil {
		t.Fatal(err)
	}
	d.expect(0, "Available 100 | Reserve |  | ") // as it was when it was opened
	test.Tap(d.editor.lines.rows[0].keep)
	q := d.host.Question()
	if q == nil || !strings.Contains(q.Text, "MUG-01") || !strings.Contains(q.Text, "50") {
		t.Fatalf("the refusal says %+v", q)
	}
	q.Escape()
	d.expect(0, "Short 50 | Reserve | Pre-sale by 20 Dec 2026 | 10 available")
	if kept, err := d.store.Stock.Reservations(t.Context(), d.editor.old.ID); err != nil || len(kept) != 0 {
		t.Errorf("yet %+v is kept, %v", kept, err)
	}
}

func TestAShortLineIsSoldInAdvanceByTheFirstDayPossible(t *testing.T) {
	d := shelved(t, 130, 10)
	test.Tap(d.editor.lines.rows[0].offer)
	d.expect(0, "Pre-sale by 20 Dec 2026 | Reserve |  | 100 available · Short 30")
	if got := d.host.Bar.Text(); !strings.Contains(got, "from goods that are expected") {
		t.Errorf("says %q", got)
	}
	d.host.Bar.Undo()
	if d.Dirty() {
		t.Error("taken back, yet unsaved")
	}
	test.Tap(d.editor.lines.rows[0].offer)
	d.Keep(func() {})
	if l := d.order(d.Chosen()).Lines[0]; !l.PreSale || l.Promise != "2026-12-20" {
		t.Errorf("saved %+v", l)
	}
	d.editor.lines.rows[1].details()
	q := d.host.Question()
	d.host.Window.Canvas().FocusNext()
	q.Tap("Done")
	if l := d.editor.lines.rows[1].base; l.PreSale {
		t.Errorf("a pre-sale nobody asked for: %+v", l)
	}
}

func TestSupplyOfALongOrderIsAskedOnceAndDrawnWhereItIsSeen(t *testing.T) {
	d := shelved(t, 60, 10)
	o := d.order(d.Chosen())
	for range 300 {
		o.Lines = append(o.Lines, data.OrderLine{SKU: "MUG-01", Quantity: data.Pieces(1), Unit: "PCS", Price: 1})
	}
	o, err := d.store.Orders.Save(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	d.Open(o.No)
	drawn := 0
	for _, r := range d.editor.lines.rows {
		if r.drawn() {
			drawn++
		}
	}
	if drawn > 60 {
		t.Errorf("%d lines are drawn", drawn)
	}
	d.OpenField("lines.42.quantity")
	d.expect(41, "Available 1 | Reserve |  | ") // the hundredth mug: 60 and 39 more went before
	if got := d.says(42); !strings.HasPrefix(got, "Short 1 |") {
		t.Errorf("the hundred and first: %q", got)
	}
}

func TestWhatCanBeDoneForALineNeverLiesOverItsFields(t *testing.T) {
	d := shelved(t, 130, 10)
	for _, width := range []float32{1024, 1280, 1366, 1440, 1600, 1920} {
		d.host.Window.Resize(fyne.NewSize(width, 768))
		for i, r := range d.editor.lines.rows {
			for _, o := range []fyne.CanvasObject{r.chip, r.keep, r.offer} {
				right, bottom := o.Position().X+o.Size().Width, o.Position().Y
				if o.Visible() && right > r.quantity.Position().X && bottom < r.quantity.Position().Y+r.quantity.Size().Height && r.quantity.Position().X > 100 {
					t.Errorf("%v wide: what stands in line %d ends at %v, its quantity begins at %v", width, i+1, right, r.quantity.Position().X)
				}
				if o.Visible() && width <= 1366 && o.Position().X < 0 {
					t.Errorf("%v wide: line %d has no room for what can be done", width, i+1)
				}
			}
		}
	}
}
