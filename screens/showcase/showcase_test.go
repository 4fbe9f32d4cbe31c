package showcase

import (
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

// asked is what the screen asked of its window.
type asked struct {
	product, market string
	week            data.Week
}

// open returns the screen over three products, of which fill makes something, with slow work done in place.
func open(t *testing.T, fill func(*store.Store)) (*Screen, *asked) {
	t.Helper()
	test.NewTempApp(t)
	clock := func() time.Time { return time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC) }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: clock, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	h, err := st.Attachments.Put(t.Context(), "p.png", []byte("p"))
	if err != nil {
		t.Fatal(err)
	}
	for _, sku := range []string{"CUP", "MUG", "POT"} {
		p := data.Product{SKU: sku, Name: data.Texts{"en": "Goods " + sku}, Unit: "PCS", Pictures: []data.Picture{{Hash: h, Role: data.MainPicture}}}
		if sku == "POT" {
			p.Pictures = nil
		}
		if _, err := st.Products.Save(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	fill(st)
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = clock
	var got asked
	s := New(host, st, Program{
		Import:  func(market string, week data.Week) { got.market, got.week = market, week },
		Product: func(sku string) { got.product = sku },
	})
	w.SetContent(s.Object())
	return s, &got
}

// stand gives all three figures, the cup the weakest of them, and puts it into the showcase of the own site's two places.
func stand(t *testing.T) func(*store.Store) {
	return func(st *store.Store) {
		ctx := t.Context()
		for sku, orders := range map[string]int64{"CUP": 1, "MUG": 2, "POT": 3} {
			f := data.ListingFigures{SKU: sku, Market: "alibaba", Week: "2026-W47", Counts: data.Counts{Exposures: 900, Clicks: 100, Inquiries: 10, Orders: orders}}
			if _, err := st.ListingFigures.Save(ctx, f); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := st.Markets.Save(ctx, data.Market{Code: "alibaba", Showcase: data.ShowcaseRules{Places: 1}}); err != nil {
			t.Fatal(err)
		}
		if _, err := st.Showcases.Set(ctx, store.ShowcaseChange{Market: "alibaba", Day: "2026-11-01", In: []string{"CUP"}}); err != nil {
			t.Fatal(err)
		}
	}
}

// press gives what has the keyboard a key.
func press(s *Screen, key fyne.KeyName) {
	s.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

// placed is what stands in the showcase.
func placed(t *testing.T, s *Screen) string {
	t.Helper()
	list, err := s.store.Showcases.Places(t.Context(), "alibaba", false)
	if err != nil {
		t.Fatal(err)
	}
	var skus []string
	for _, p := range list {
		skus = append(skus, p.SKU)
	}
	return strings.Join(skus, " ")
}

func TestOneKeyAcceptsTheProposalShownAndUndoTakesItBack(t *testing.T) {
	s, _ := open(t, stand(t))
	if len(s.proposals.Rows) != 2 || s.whyWord(s.proposals.Rows[0]) != "weaker" || s.whyWord(s.proposals.Rows[1]) != "refused" || s.turn.Word() != "rotation due" {
		t.Fatalf("%d rows, %q", len(s.proposals.Rows), s.turn.Word())
	}
	s.Find()
	press(s, fyne.KeyReturn)
	if placed(t, s) != "MUG" || len(s.proposals.Rows) != 1 || s.turn.Word() != "" || !strings.Contains(s.host.Bar.Text(), "MUG") {
		t.Errorf("%q, %d rows, %q, %q", placed(t, s), len(s.proposals.Rows), s.turn.Word(), s.host.Bar.Text())
	}
	s.host.Bar.Undo()
	if placed(t, s) != "CUP" || s.turn.Word() == "" {
		t.Errorf("after undo: %q", placed(t, s))
	}
}

func TestARefusedListingShowsWhyAndLeadsToTheProduct(t *testing.T) {
	s, got := open(t, stand(t))
	s.Pick(1)
	if reason := s.refusal(*s.proposals.Rows[1].refused); !strings.Contains(reason, "picture") {
		t.Errorf("says %q", reason)
	}
	press(s, fyne.KeyReturn)
	if got.product != "POT" || placed(t, s) != "CUP" {
		t.Errorf("%+v, %q", got, placed(t, s))
	}
}

func TestAWeekIsTypedIntoTheGridByKeyboardAlone(t *testing.T) {
	s, _ := open(t, stand(t))
	s.Ask("figures")
	if w := s.entering.week.Value(); w != "2026-W47" || s.entering.grid.Entry(0, 1).Text != "900" {
		t.Fatalf("%s %q", w, s.entering.grid.Entry(0, 1).Text)
	}
	type4 := func(texts ...string) {
		for _, text := range texts {
			e := s.host.Window.Canvas().Focused()
			test.Type(e, text)
			s.host.Window.Canvas().FocusNext()
		}
	}
	s.host.Focus(s.entering.grid.Entry(0, 4))
	s.entering.grid.Entry(0, 4).SetText("")
	type4("9")
	s.host.Question().Tap("Save")
	f, err := s.store.ListingFigures.Of(t.Context(), "CUP", "alibaba", "2026-W47")
	if err != nil || f.Orders != 9 || f.Exposures != 900 || s.host.Question() != nil {
		t.Errorf("%+v, %v", f, err)
	}
	if len(s.view.Swaps) != 0 {
		t.Errorf("the cup does best now: %+v", s.view.Swaps)
	}
	s.host.Bar.Undo()
	if f, err = s.store.ListingFigures.Of(t.Context(), "CUP", "alibaba", "2026-W47"); err != nil || f.Orders != 1 {
		t.Errorf("after undo: %+v, %v", f, err)
	}
}

func TestWhatIsWrongInTheGridIsSaidAndNothingIsSaved(t *testing.T) {
	s, _ := open(t, stand(t))
	s.Ask("figures")
	s.entering.grid.Entry(0, 4).SetText("7")
	n := len(s.entering.shown)
	s.entering.grid.Entry(n, 0).SetText("NONE")
	s.entering.grid.Entry(n, 1).SetText("1")
	s.host.Question().Tap("Save")
	if s.host.Question() == nil || !strings.Contains(s.entering.wrong.Text, "NONE") {
		t.Errorf("says %q", s.entering.wrong.Text)
	}
	s.entering.grid.Entry(n, 0).SetText("MUG")
	s.host.Question().Tap("Save")
	if !strings.Contains(s.entering.wrong.Text, "MUG") {
		t.Errorf("twice: %q", s.entering.wrong.Text)
	}
	s.entering.grid.Entry(n, 1).SetText("1.5")
	s.host.Question().Tap("Save")
	if f, err := s.store.ListingFigures.Of(t.Context(), "CUP", "alibaba", "2026-W47"); err != nil || f.Orders != 1 || s.host.Question() == nil {
		t.Errorf("%+v, %v", f, err)
	}
}

func TestRulesOfAMarketAreChangedAndAWeekCountsAsChosen(t *testing.T) {
	s, _ := open(t, stand(t))
	s.Ask("rules")
	press(s, fyne.KeyEnd)
	test.Type(s.host.Window.Canvas().Focused(), "2") // 1 place becomes 12
	press(s, fyne.KeyReturn)
	if s.view.Rules.Places != 12 || s.view.Rules.Weeks != 4 || len(s.view.Swaps) != 1 || s.view.Swaps[0].Why != data.SwapFree {
		t.Errorf("%+v, %d swaps", s.view.Rules, len(s.view.Swaps))
	}
	s.weeks.Set(s.spans()[3])
	s.weeks.OnChanged()
	if s.view.Rules.Weeks != 8 || s.view.From != "2026-W40" {
		t.Errorf("%+v", s.view.Rules)
	}
	s.Show("own")
	if s.view.Market.Code != "own" || s.view.Rules.Weeks != 4 {
		t.Errorf("%s, %d weeks", s.view.Market.Code, s.view.Rules.Weeks)
	}
}

func TestAProductIsPutInTakenOutAndAFullShowcaseSaysSo(t *testing.T) {
	s, got := open(t, stand(t))
	put := func(sku string) {
		s.Ask("put-in")
		press(s, fyne.KeyDown)
		test.Type(s.host.Window.Canvas().Focused(), sku)
		press(s, fyne.KeyReturn)
		s.host.Question().Tap("Save")
	}
	put("MUG")
	if q := s.host.Question(); q == nil || placed(t, s) != "CUP" {
		t.Fatalf("a full showcase takes %q", placed(t, s))
	}
	s.host.Question().Escape()
	s.showPlace(data.Standing{SKU: "CUP", ProductID: -1})
	s.accept.OnTapped()
	if placed(t, s) != "" {
		t.Errorf("taken out: %q", placed(t, s))
	}
	put("MUG")
	if placed(t, s) != "MUG" || s.host.Question() != nil {
		t.Errorf("put in: %q", placed(t, s))
	}
	s.Ask("import")
	s.host.Question().Tap("Choose the file")
	if got.market != "alibaba" || got.week != "2026-W47" {
		t.Errorf("%+v", got)
	}
}

func TestAnEmptyShowcaseSaysWhereFiguresComeFrom(t *testing.T) {
	s, _ := open(t, func(*store.Store) {})
	if s.accept != nil || len(s.beside.Objects) != 1 || s.figures.Word() != "figures due" || !s.all.Hidden || !s.keep.Hidden {
		t.Errorf("%q", s.figures.Word())
	}
	s.Find()
	if s.host.Window.Canvas().Focused() != fyne.Focusable(s.market) {
		t.Error("the keyboard isn't at the choice of market")
	}
}
