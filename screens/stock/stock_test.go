package stock

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// open returns the screen over a file with two articles, with slow work done in place.
func open(t *testing.T) *Screen {
	t.Helper()
	test.NewTempApp(t)
	now := func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	for _, p := range []data.Product{
		{SKU: "CUP-01", Name: data.Texts{"en": "Cup"}, GTIN: "6901234567892", Unit: "PCS", SafetyStock: 10_000},
		{SKU: "MUG-01", Name: data.Texts{"en": "Mug"}, Unit: "PCS"},
	} {
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
	s := New(host, st, Program{Import: func() {}, Product: func() {}, Order: func(string) {}})
	w.SetContent(s.Object())
	return s
}

// fill types into the fields of the open question and gives the answer with this word.
func fill(t *testing.T, s *Screen, answer string, typed ...string) {
	t.Helper()
	a := s.asked
	for i := 0; i+1 < len(typed); i += 2 {
		a.form.Set(typed[i], typed[i+1])
	}
	if !a.q.Tap(answer) {
		t.Fatalf("no answer %q", answer)
	}
}

// here returns what the screen says is on hand, reserved, available and on the way.
func here(s *Screen) string {
	h := s.view.holding
	return strings.Join([]string{h.OnHand.String(), h.Reserved.String(), h.Available().String(), h.InTransit.String()}, " ")
}

func TestGoodsAreReceivedCountedAndWrittenOff(t *testing.T) {
	s := open(t)
	s.Open("CUP-01")
	s.askReceive()
	fill(t, s, "Receive", "quantity", "100", "cost", "2.50", "document", "PO-7", "lot", "A", "expiry", "2026-12-24")
	if got := here(s); got != "100 0 100 0" || s.view.holding.Value.String() != "250.00" {
		t.Fatalf("received: %s worth %s", got, s.view.holding.Value)
	}
	if len(s.view.levels) != 1 || s.view.levels[0].Lot != "A" || s.view.levels[0].Expiry != "2026-12-24" {
		t.Errorf("lies at %+v", s.view.levels)
	}
	s.askWriteOff()
	fill(t, s, "Write off", "quantity", "0.5", "document", "broken")
	if got := here(s); got != "99.5 0 99.5 0" || s.view.levels[0].Quantity != 99_500 {
		t.Errorf("written off: %s, %+v", got, s.view.levels)
	}
	s.askCount()
	fill(t, s, "Count", "quantity", "7", "lot", "A", "expiry", "2026-12-24")
	if got := here(s); got != "7 0 7 0" {
		t.Errorf("counted: %s", got)
	}
	if m := s.view.movements; len(m) != 3 || m[0].Reason != data.Counted || m[2].Document != "PO-7" {
		t.Errorf("movements %+v", m)
	}
	s.host.Bar.Undo()
	if got := here(s); got != "99.5 0 99.5 0" {
		t.Errorf("after taking the count back: %s", got)
	}
}

func TestACountThatFindsNothingNewOffersNoWayBack(t *testing.T) {
	s := open(t)
	s.Open("CUP-01")
	s.askReceive()
	fill(t, s, "Receive", "quantity", "5")
	s.askCount()
	fill(t, s, "Count", "quantity", "5")
	if got := s.host.Bar.Text(); got != "Nothing changed." {
		t.Errorf("says %q", got)
	}
	s.host.Bar.Undo()
	if got := here(s); got != "5 0 5 0" {
		t.Errorf("took back what was done before: %s", got)
	}
}

func TestARefusalStandsAtTheFormAndKeepsWhatWasTyped(t *testing.T) {
	for name, tt := range map[string]struct {
		ask        func(*Screen)
		word       string
		typed      []string
		field, say string
	}{
		"more than there is": {(*Screen).askWriteOff, "Write off", []string{"quantity", "9"}, "quantity", "4 more would leave"},
		"nothing":            {(*Screen).askReceive, "Receive", nil, "quantity", "greater than zero"},
		"words":              {(*Screen).askReceive, "Receive", []string{"quantity", "ten"}, "quantity", "no number"},
		"no day":             {(*Screen).askReceive, "Receive", []string{"quantity", "1", "expiry", "3/4/2026"}, "expiry", ""},
		"a cost below zero":  {(*Screen).askReceive, "Receive", []string{"quantity", "1", "cost", "-1"}, "cost", "negative"},
		"no count":           {(*Screen).askCount, "Count", nil, "quantity", "needed"},
		"no warehouse":       {(*Screen).askTransfer, "Transfer", []string{"quantity", "1"}, "to", "needed"},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			s.Open("CUP-01")
			s.askReceive()
			fill(t, s, "Receive", "quantity", "5")
			tt.ask(s)
			fill(t, s, tt.word, tt.typed...)
			if s.host.Question() != s.asked.q {
				t.Fatal("the question is closed, or another one is open")
			}
			if got := s.asked.form.Complaint(tt.field); got == "" || !strings.Contains(got, tt.say) {
				t.Errorf("%s: says %q", tt.field, got)
			}
			if len(tt.typed) > 0 && s.asked.form.Text("quantity") != tt.typed[1] {
				t.Error("what was typed is gone")
			}
			if got := here(s); got != "5 0 5 0" {
				t.Errorf("yet %s", got)
			}
		})
	}
}

func TestATransferArrivesInPartsAndItsRestIsWrittenOff(t *testing.T) {
	s := open(t)
	s.Open("CUP-01")
	s.askReceive()
	fill(t, s, "Receive", "quantity", "100")
	s.askTransfer()
	s.moving.where.Set(kit.Option[string]{Value: "RTM", Code: "RTM"})
	fill(t, s, "Transfer", "quantity", "40", "expected", "+30")
	if got := here(s); got != "60 0 60 40" || len(s.view.transfers) != 1 || s.view.transfers[0].Expected != "2026-12-22" {
		t.Fatalf("sent: %s, %+v", got, s.view.transfers)
	}
	s.askArrived(s.view.transfers[0])
	fill(t, s, "Arrived", "line1", "41")
	if got := s.asked.form.Complaint("line1"); !strings.Contains(got, "40 are still on the way") {
		t.Errorf("too many: %q", got)
	}
	fill(t, s, "Arrived", "line1", "30")
	if got := here(s); got != "90 0 90 10" {
		t.Errorf("a part arrived: %s", got)
	}
	s.askArrived(s.view.transfers[0])
	s.rest.Set([]bool{true})
	fill(t, s, "Arrived", "line1", "8")
	if got := here(s); got != "98 0 98 0" || len(s.view.transfers) != 0 {
		t.Errorf("the rest is written off: %s, %+v", got, s.view.transfers)
	}
}

func TestGoodsKeptForAnOrderAreShownAndGivenFree(t *testing.T) {
	s := open(t)
	shown := ""
	s.program.Order = func(no string) { shown = no }
	s.Open("CUP-01")
	s.askReceive()
	fill(t, s, "Receive", "quantity", "100")
	p := s.view.product
	buyer := data.Partner{Code: "LUX", Roles: []data.Role{data.Customer}}
	buyer.Name = "Lux Import"
	buyer, err := s.store.Partners.Save(t.Context(), buyer)
	if err != nil {
		t.Fatal(err)
	}
	o := data.Order{No: "SO-1", CustomerID: buyer.ID, Date: "2026-11-22", Currency: "USD", Lines: []data.OrderLine{{SKU: "CUP-01", VariantID: p.Variants[0].ID, Quantity: 30_000, Unit: "PCS"}}}
	o, err = s.store.Orders.Save(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.store.Stock.ReserveAll(t.Context(), o.ID, ""); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	if got := here(s); got != "100 30 70 0" || len(s.view.kept) != 1 {
		t.Fatalf("kept: %s, %+v", got, s.view.kept)
	}
	s.program.Order(s.view.kept[0].OrderNo)
	if shown != "SO-1" {
		t.Errorf("shows %q", shown)
	}
	s.askWriteOff()
	fill(t, s, "Write off", "quantity", "71")
	if got := s.asked.form.Complaint("quantity"); got == "" {
		t.Error("goods kept for an order may be written off")
	}
	s.asked.q.Escape()
	s.free(s.view.kept[0])
	if got := here(s); got != "100 0 100 0" {
		t.Errorf("free: %s", got)
	}
	s.host.Bar.Undo()
	if got := here(s); got != "100 30 70 0" {
		t.Errorf("kept again: %s", got)
	}
}

func TestAScannedCodeOpensItsArticle(t *testing.T) {
	for _, filtered := range []bool{false, true} {
		s := open(t)
		if filtered {
			s.Open("CUP-01")
			s.askReceive()
			fill(t, s, "Receive", "quantity", "500") // needs no attention any more
			test.Tap(s.needy.Box(0))
		}
		s.Find()
		for _, scan := range [][2]string{{"6901234567892", "CUP-01"}, {"MUG-01", "MUG-01"}, {"cup-01", "CUP-01"}} {
			if filtered && scan[0] == "cup-01" {
				continue
			}
			for _, r := range scan[0] {
				s.host.Window.Canvas().Focused().TypedRune(r)
			}
			s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if got := s.Chosen(); got != scan[1] {
				t.Errorf("filtered %v: %s opens %q", filtered, scan[0], got)
			}
		}
	}
}

func TestOnlyWhatNeedsAttentionIsListed(t *testing.T) {
	s := open(t)
	if len(s.Finder.Found) != 2 || s.line(s.Finder.Found[0]).State != "Short" || s.line(s.Finder.Found[1]).State != "" {
		t.Fatalf("lists %+v", s.Finder.Found)
	}
	test.Tap(s.needy.Box(0))
	if len(s.Finder.Found) != 1 || s.Finder.Found[0].product.SKU != "CUP-01" {
		t.Errorf("lists %+v", s.Finder.Found)
	}
	s.Open("MUG-01")
	s.askReceive()
	fill(t, s, "Receive", "quantity", "1", "expiry", "2026-12-24")
	if len(s.Finder.Found) != 2 || s.line(s.Finder.Found[1]).State != "Expiring" {
		t.Errorf("lists %+v", s.Finder.Found)
	}
}

func TestADialogIsDoneByTheKeyboardAlone(t *testing.T) {
	s := open(t)
	s.Open("CUP-01")
	s.New()
	canvas := s.host.Window.Canvas()
	canvas.Focused().TypedRune('7')
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := here(s); got != "7 0 7 0" {
		t.Errorf("Enter: %s", got)
	}
	s.New()
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.host.Question() != nil {
		t.Error("Esc leaves the question open")
	}
}

func TestGoodsThatCameWithoutACostAreNotFreeOfCharge(t *testing.T) {
	s := open(t)
	s.Open("MUG-01")
	says := func() bool {
		return slices.ContainsFunc(test.LaidOutObjects(s.Object()), func(o fyne.CanvasObject) bool {
			t, ok := o.(*canvas.Text)
			return ok && t.Text == "No cost yet"
		})
	}
	if says() {
		t.Error("of an article that never came the cost is said to be missing")
	}
	s.askReceive()
	fill(t, s, "Receive", "quantity", "60")
	if !says() {
		t.Error("60 without a cost show as worth nothing")
	}
	s.askReceive()
	fill(t, s, "Receive", "quantity", "40", "cost", "2.50")
	if says() {
		t.Error("the cost is said to be missing beside an average")
	}
}
