package counts

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// open returns the screen over a file with three articles in stock, with slow work done in place.
func open(t *testing.T) *Screen {
	t.Helper()
	test.NewTempApp(t)
	now := func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	cost := data.UnitPrice(2_500_000)
	for sku, n := range map[string]int64{"CUP-01": 12, "MUG-01": 7, "POT-01": 3} {
		p := data.Product{SKU: sku, Name: data.Texts{"en": "Article " + sku}, Unit: "PCS", Category: "ware"}
		if sku == "MUG-01" {
			p.GTIN = "6901234567892"
		}
		if _, err := st.Products.Save(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		if err := st.Stock.Move(t.Context(), []data.Movement{{SKU: sku, Quantity: data.Pieces(n), Reason: data.Received, Cost: &cost}}); err != nil {
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
		Sheet: func(_ context.Context, take data.StockTake, blind bool, format string) (string, []byte, error) {
			name := "sheet-" + take.No + "." + format
			if blind {
				name = "blind-" + name
			}
			return name, []byte("sheet"), nil
		},
		Print: func(context.Context, []byte, string) error { return nil },
		Reasons: func() (map[string]data.CountReason, error) {
			return map[string]data.CountReason{"damaged": data.Damaged}, nil
		},
	})
	w.SetContent(s.Object())
	return s
}

// begin opens a stock-take of everything through the dialog.
func begin(t *testing.T, s *Screen) {
	t.Helper()
	s.New()
	if !s.asked.q.Tap("Open") || !s.open {
		t.Fatal("nothing was opened")
	}
}

// key types into what has the keyboard, as a person does.
func key(s *Screen, text string, name fyne.KeyName) {
	for _, r := range text {
		s.host.Window.Canvas().Focused().TypedRune(r)
	}
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

// counted is what was counted, line by line.
func counted(s *Screen) string {
	var all []string
	for _, r := range s.view.rows {
		if r.Counted != nil {
			all = append(all, r.SKU+" "+r.Counted.String())
		}
	}
	return strings.Join(all, ", ")
}

func TestCountsAreEnteredWithTheKeyboardAlone(t *testing.T) {
	s := open(t)
	begin(t, s)
	if focused := s.host.Window.Canvas().Focused(); focused != fyne.Focusable(s.lines.counted) {
		t.Fatalf("the keyboard is at %T", focused)
	}
	key(s, "10", fyne.KeyReturn)
	key(s, "7", fyne.KeyReturn)
	if got := counted(s); got != "CUP-01 10, MUG-01 7" {
		t.Errorf("counted %s", got)
	}
	if s.lines.at != 2 || s.view.sum.Differences != 1 || !strings.Contains(s.lines.progress.Text, "2 of 3") {
		t.Errorf("at line %d, %+v, says %q", s.lines.at, s.view.sum, s.lines.progress.Text)
	}
	key(s, "ten", fyne.KeyReturn)
	if s.lines.said.Text == "" || s.view.rows[2].Counted != nil {
		t.Errorf("ten: says %q, counted %s", s.lines.said.Text, counted(s))
	}
	key(s, "", fyne.KeyUp)
	key(s, "8", fyne.KeyReturn) // what stood there is typed over
	if got := counted(s); got != "CUP-01 10, MUG-01 8" {
		t.Errorf("corrected: %s", got)
	}
}

func TestAScannerAddsOneAndSaysWhatItDoesntKnow(t *testing.T) {
	s := open(t)
	begin(t, s)
	s.host.Focus(s.lines.scan)
	key(s, "6901234567892", fyne.KeyReturn)
	key(s, "6901234567892", fyne.KeyReturn)
	key(s, "POT-01", fyne.KeyReturn)
	if got := counted(s); got != "MUG-01 2, POT-01 1" {
		t.Errorf("scanned %s", got)
	}
	at := func() fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(s.lines.table.Content)
	}
	s.lines.say("", false)
	before := at()
	key(s, "6900000000000", fyne.KeyReturn)
	if after := at(); after != before {
		t.Errorf("what is said of a scan moves the table from %v to %v: a tap hits another row", before, after)
	}
	if !strings.Contains(s.lines.said.Text, "6900000000000") {
		t.Errorf("an unknown barcode: says %q", s.lines.said.Text)
	}
	s.lines.choose(0, true)
	key(s, "6901234567892", fyne.KeyReturn)
	if got := counted(s); got != "MUG-01 3, POT-01 1" || s.host.Window.Canvas().Focused() != fyne.Focusable(s.lines.scan) {
		t.Errorf("scanned into the field for counts: %s", got)
	}
	if s.host.Question() != nil || s.lines.scan.Text != "" {
		t.Error("the next scan has no empty field to go to")
	}
}

func TestDifferencesArePostedAfterAQuestionInNumbers(t *testing.T) {
	s := open(t)
	begin(t, s)
	key(s, "10", fyne.KeyReturn)
	key(s, "9", fyne.KeyReturn)
	s.Act(5)
	if s.asked.one == nil || s.asked.rest == nil {
		t.Fatal("neither a reason nor what to do with the rest was asked")
	}
	if !s.asked.q.Tap("Post") || s.asked.form.Complaint("reason") == "" || s.view.take.State != data.TakeOpen {
		t.Errorf("without a reason: says %q, %s", s.asked.form.Complaint("reason"), s.view.take.State)
	}
	s.asked.rest.Box(0).SetChecked(true)
	s.asked.one.Set(s.lines.option(reason{code: data.LostGoods}))
	s.asked.q.Tap("Post")
	if s.view.take.State != data.TakePosted || s.view.sum.Quantity != data.Pieces(-3) || s.view.sum.Value != -7_500_000 {
		t.Errorf("posted: %s %+v", s.view.take.State, s.view.sum)
	}
	if s.view.rows[0].Reason != data.LostGoods || s.view.rows[2].Reason != data.NotFound {
		t.Errorf("reasons: %+v", s.view.rows)
	}
	if !s.buttons.post.Disabled() || s.buttons.excel.Disabled() {
		t.Error("what is posted can be posted again, or not be printed")
	}
	s.host.Bar.Undo()
	if s.view.take.State != data.TakeOpen || s.view.rows[2].Counted != nil {
		t.Errorf("taken back: %s %+v", s.view.take.State, s.view.rows[2])
	}
}

func TestReasonsAreChosenOrTyped(t *testing.T) {
	s := open(t)
	begin(t, s)
	key(s, "11", fyne.KeyReturn)
	s.lines.choose(0, true)
	s.host.Focus(s.lines.reason)
	key(s, "wet cartons", fyne.KeyReturn)
	if r := s.view.rows[0]; r.Reason != data.OtherReason || r.Words != "wet cartons" || *r.Counted != data.Pieces(11) {
		t.Errorf("%+v", r.StockTakeLine)
	}
}

func TestTheQuestionSaysWhatPostingDoes(t *testing.T) {
	s := open(t)
	begin(t, s)
	key(s, "10", fyne.KeyReturn)
	if got := s.effect(s.view.sum); !strings.Contains(got, "1 differences") || !strings.Contains(got, "−2") || !strings.Contains(got, "5.00") {
		t.Errorf("says %q", got)
	}
}

func TestASheetIsWrittenAndReadBack(t *testing.T) {
	s := open(t)
	begin(t, s)
	file := filepath.Join(t.TempDir(), "filled.csv")
	if err := os.WriteFile(file, []byte("Stock-take,Article,Counted,Reason\n"+s.view.take.No+",CUP-01,11,damaged\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if raw, err := os.ReadFile(file); err != nil || os.WriteFile(file, append(raw, []byte(strings.Repeat(",,,\n", largeSheet/4))...), 0o600) != nil {
		t.Fatal(err)
	}
	s.ReadSheet(file) // a large one: with a bar and a way out
	if got := counted(s); got != "CUP-01 11" || s.view.rows[0].Reason != data.Damaged {
		t.Errorf("read %s, %+v", got, s.view.rows[0])
	}
	if err := os.WriteFile(file, []byte("Stock-take,Article,Counted,Reason\n,CUP-01,5,\n,NONE,5,\n,MUG-01,many,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.ReadSheet(file)
	if q := s.host.Question(); q == nil || !strings.Contains(q.Title, "filled.csv") || !strings.Contains(q.Text, "Row 4, Counted") {
		t.Errorf("says %+v", q)
	}
	if got := counted(s); got != "CUP-01 11" {
		t.Errorf("a refused sheet changed something: %s", got)
	}
	s.host.Question().Close()
	s.Act(1)
	if q := s.host.Question(); q == nil || !q.Tap("Blind") || !s.host.Choosing() {
		t.Error("no place for the sheet was asked for")
	}
	s.host.CloseFiles()
	s.Act(2)
	if q := s.host.Question(); q == nil || !q.Tap("With book quantities") || !s.host.Choosing() {
		t.Error("no place for the PDF was asked for")
	}
	s.host.CloseFiles()
}

func TestOnlyDifferencesAreShownAndAnEmptyScreenSaysWhatToDo(t *testing.T) {
	s := open(t)
	if s.Chosen() != "" || !s.buttons.post.Disabled() || !s.buttons.excel.Disabled() {
		t.Error("something can be done with nothing")
	}
	begin(t, s)
	key(s, "10", fyne.KeyReturn)
	key(s, "7", fyne.KeyReturn)
	s.Only(true)
	if len(s.view.rows) != 1 || s.view.rows[0].SKU != "CUP-01" {
		t.Errorf("differences: %+v", s.view.rows)
	}
	s.Act(0)
	if q := s.host.Question(); q == nil || !q.Tap("Drop "+s.view.take.No) || s.view.take.State != data.TakeDropped {
		t.Errorf("dropped: %s", s.view.take.State)
	}
}

func TestWhatIsWrongWithANewOneStandsAtItsFields(t *testing.T) {
	s := open(t)
	s.New()
	for _, o := range []data.ScopeKind{data.ScopeCategory} {
		s.asked.scope.Set(kit.Option[data.ScopeKind]{Value: o, Name: "x"})
		s.asked.scope.OnChanged()
	}
	s.asked.q.Tap("Open")
	if s.asked.form.Complaint("scope.value") == "" || s.open {
		t.Error("no category, and nothing is said")
	}
	s.asked.form.Set("scope.value", "spoons")
	s.asked.q.Tap("Open")
	if !strings.Contains(s.asked.form.Complaint("scope.value"), "matches") || s.host.Question() != s.asked.q {
		t.Errorf("says %q", s.asked.form.Complaint("scope.value"))
	}
	s.asked.form.Set("scope.value", "ware")
	s.asked.q.Tap("Open")
	if !s.open || len(s.view.rows) != 3 {
		t.Errorf("%d lines", len(s.view.rows))
	}
}
