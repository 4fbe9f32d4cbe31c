package rules

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
	"fyne.io/fyne/v2/test"
)

func open(t *testing.T) (*Screen, *store.Store) {
	t.Helper()
	test.NewTempApp(t)
	now := func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	s := New(host, st)
	w.SetContent(s.Object())
	return s, st
}

func TestAMarketsLimitIsChangedAndTheProgramsOwnComesBack(t *testing.T) {
	s, st := open(t)
	m := s.Markets
	m.Open("ebay")
	m.form.Set("title_limit", "90")
	m.form.Set("source", "eBay seller centre")
	m.Keep(func() {})
	if got, err := st.Markets.ByCode(t.Context(), "ebay"); err != nil || got.TitleLimit != 90 || got.Pictures != 24 {
		t.Fatalf("kept %+v, %v", got, err)
	}
	m.shipped()
	m.Keep(func() {})
	if got, err := st.Markets.ByCode(t.Context(), "ebay"); err != nil || got.TitleLimit != 80 {
		t.Errorf("the program's own: %+v, %v", got, err)
	}
	m.form.Set("title_limit", "many")
	m.Keep(func() {})
	if m.form.Complaint("title_limit") == "" {
		t.Error("a limit in words is taken")
	}
}

func TestAMarketOfOnesOwnIsAddedPutAwayAndMadeAgain(t *testing.T) {
	s, st := open(t)
	m := s.Markets
	for _, limit := range []string{"140", "120"} {
		m.New()
		m.form.Set("code", "etsy")
		m.form.Set("names.en", "Etsy")
		m.form.Set("title_limit", limit)
		m.form.Set("languages", "EN, de")
		m.Keep(func() {})
		got, err := m.get(t.Context(), "etsy")
		if err != nil || got.TitleLimit != must(t, limit) || !slices.Equal(got.Languages, []string{"en", "de"}) {
			t.Fatalf("kept %+v, %v", got, err)
		}
		if err := m.putAway(t.Context(), got); err != nil {
			t.Fatal(err)
		}
		m.Reload()
		if _, err := m.get(t.Context(), "etsy"); err == nil {
			t.Error("still in use")
		}
	}
	if got, err := st.Markets.ByCode(t.Context(), "etsy"); err != nil || !got.Archived {
		t.Errorf("put away: %+v, %v", got, err)
	}
}

func must(t *testing.T, text string) int64 {
	t.Helper()
	n, err := kit.WholeOf(40)(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAWordIsAddedToAListAndATextIsTried(t *testing.T) {
	s, st := open(t)
	s.Turn(1)
	w := s.Words
	w.Open("absolute en")
	before := len(w.typed())
	w.form.Set("words", w.form.Text("words")+"\nsuper duper\n\nsuper duper")
	w.Try("A Super Duper mug, bestowed on you")
	if got := w.found.Text; !strings.Contains(got, "super duper") || strings.Contains(got, "best,") {
		t.Errorf("tried: %q", got)
	}
	w.Keep(func() {})
	l, err := st.WordLists.Of(t.Context(), data.AbsoluteWords, "en")
	if err != nil || len(l.Words) != before+1 {
		t.Fatalf("kept %d words, %v; want %d", len(l.Words), err, before+1)
	}
	w.host.Bar.Undo()
	if got, err := w.get(t.Context(), "absolute en"); err != nil || len(got.Words) != before {
		t.Errorf("taken back: %d words, %v", len(got.Words), err)
	}
	w.Open("vague en")
	w.Try("parts")
	found := w.found.Text
	w.Try("brake parts for cars")
	if !strings.HasPrefix(found, "Found") || strings.HasPrefix(w.found.Text, "Found") {
		t.Errorf("alone: %q; with more: %q", found, w.found.Text)
	}
}

func TestAnHSCodesElementsAreWrittenAndCounted(t *testing.T) {
	s, st := open(t)
	if _, err := st.Products.Save(t.Context(), data.Product{SKU: "MUG", Name: data.Texts{"en": "Mug"}, Unit: "PCS", HSCode: "69120010"}); err != nil {
		t.Fatal(err)
	}
	s.Turn(2)
	e := s.Elements
	e.New()
	e.form.Set("code", "6912.00")
	e.Keep(func() {})
	if e.form.Complaint("elements") == "" {
		t.Error("a list without elements is taken")
	}
	e.grid.Set([][]string{{"品名", "name of goods", "x"}, {"材质", "", ""}})
	e.Keep(func() {})
	l, err := st.Elements.ByCode(t.Context(), "691200")
	if err != nil || len(l.Elements) != 2 || !l.Elements[0].Required || l.Elements[1].Required {
		t.Fatalf("kept %+v, %v", l, err)
	}
	if !strings.Contains(e.used.Text, "1") {
		t.Errorf("says %q", e.used.Text)
	}
	if row := e.line(l); row.Title != "name of goods, 材质" {
		t.Errorf("listed as %+v", row)
	}
}

func TestAListWithEditsIsNotLeftUnasked(t *testing.T) {
	s, _ := open(t)
	s.Markets.Open("amazon")
	s.Markets.form.Set("title_limit", "199")
	if !s.Dirty() {
		t.Fatal("not dirty")
	}
	s.host.Leave(s.Dirty(), s.Keep, func() { s.Turn(1) }, nil)
	if s.host.Question() == nil || s.page != page(s.Markets) {
		t.Error("the edits are lost unasked")
	}
}
