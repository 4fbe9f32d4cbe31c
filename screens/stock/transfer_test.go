package stock

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// stocked is the screen with 100 cups and 30 mugs, and a warehouse 38 days away.
func stocked(t *testing.T) *Screen {
	t.Helper()
	s := open(t)
	for sku, q := range map[string]data.Quantity{"CUP-01": 100_000, "MUG-01": 30_000} {
		if err := s.store.Stock.Move(t.Context(), []data.Movement{{SKU: sku, Quantity: q, Reason: data.Received}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.store.Warehouses.Save(t.Context(), data.Warehouse{Code: "RTM", Kind: data.Overseas, LeadDays: 38}); err != nil {
		t.Fatal(err)
	}
	s.Open("CUP-01")
	return s
}

func TestSeveralArticlesAreSentByTheKeyboardAlone(t *testing.T) {
	s := stocked(t)
	s.askTransfer()
	canvas := s.host.Window.Canvas()
	test.Type(canvas.Focused(), "40")
	canvas.FocusNext()
	canvas.Focused().TypedRune('R') // the warehouse
	test.Type(canvas.Focused(), "TM")
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := s.sending.expected.Plain(); got != "2026-12-30" {
		t.Errorf("38 days from today is %q", got)
	}
	for canvas.Focused() != fyne.Focusable(s.sending.adder.Search) {
		canvas.FocusNext()
	}
	test.Type(canvas.Focused(), "mug")
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(canvas.Focused(), "31")
	if !s.asked.q.Tap("Transfer") || s.host.Question() == nil {
		t.Fatal("more than there is was sent")
	}
	if got := s.asked.form.Complaint("quantity"); !strings.Contains(got, "MUG-01") {
		t.Errorf("the refusal says %q", got)
	}
	s.sending.lines.Set(further(0), "25")
	s.asked.q.Tap("Transfer")
	if got := s.host.Bar.Text(); got != "On the way: 2 articles." {
		t.Errorf("says %q", got)
	}
	sent := s.view.transfers
	if len(sent) != 1 || len(sent[0].Lines) != 2 || sent[0].Expected != "2026-12-30" || sent[0].Lines[1].Quantity != 25_000 {
		t.Fatalf("sent %+v", sent)
	}
	s.host.Bar.Undo()
	if got := here(s); got != "100 0 100 0" {
		t.Errorf("taken back: %s", got)
	}
}

func TestAFurtherArticleWithAWrongQuantityIsNamed(t *testing.T) {
	s := stocked(t)
	s.askTransfer()
	s.moving.where.Set(kit.Option[string]{Value: "RTM", Code: "RTM"})
	s.asked.form.Set("quantity", "1")
	s.sending.add(offered{"MUG-01", "Mug"})
	s.sending.add(offered{"MUG-01", "Mug"}) // goes to the one that is there
	s.sending.lines.Set(further(0), "many")
	s.asked.q.Tap("Transfer")
	if got := s.sending.lines.Complaint(further(0)); !strings.Contains(got, "no number") || len(s.sending.more) != 1 {
		t.Errorf("says %q of %v", got, s.sending.more)
	}
	if got := here(s); got != "100 0 100 0" {
		t.Errorf("yet %s", got)
	}
}

func TestADayTypedForTheArrivalIsKept(t *testing.T) {
	s := stocked(t)
	s.askTransfer()
	s.sending.expected.SetText("2027-02-01")
	s.sending.where.Set(kit.Option[string]{Value: "RTM", Code: "RTM"})
	s.sending.where.OnChanged()
	if got := s.sending.expected.Plain(); got != "2027-02-01" {
		t.Errorf("what was typed is now %q", got)
	}
}

func TestATransferOfManyArticlesStaysInASmallWindow(t *testing.T) {
	s := stocked(t)
	s.askTransfer()
	for i := range 8 {
		s.sending.add(offered{"X-" + string(rune('A'+i)), "Article"})
	}
	button := s.asked.q.Buttons[0]
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(button).Y + button.Size().Height
	if bottom > s.host.Window.Canvas().Size().Height {
		t.Errorf("the button ends at %v of %v", bottom, s.host.Window.Canvas().Size().Height)
	}
}

func TestALotThatExpiresUnderWayIsNamedOnceItIsBooked(t *testing.T) {
	s := stocked(t)
	lot := data.Movement{SKU: "MUG-01", Quantity: 5_000, Reason: data.Received, Lot: "L7", Expiry: s.host.Today().After(20)}
	if err := s.store.Stock.Move(t.Context(), []data.Movement{lot}); err != nil {
		t.Fatal(err)
	}
	s.askTransfer()
	s.sending.where.Set(kit.Option[string]{Value: "RTM", Code: "RTM"})
	s.sending.expected.SetText(string(s.host.Today().After(40)))
	s.asked.form.Set("quantity", "1")
	s.sending.add(offered{"MUG-01", "Mug"})
	s.sending.lines.Set(further(0), "5")
	s.asked.q.Tap("Transfer")
	if q := s.host.Question(); q == nil || !strings.Contains(q.Text, "MUG-01, lot L7: it expires on ") {
		t.Errorf("says %+v", q)
	}
}
