package keywords

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

func TestAKeywordIsTypedReviewedSavedAndLeadsToItsArticles(t *testing.T) {
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: time.Now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	for _, sku := range []string{"B-1", "B-2"} {
		if _, err := st.Products.Save(t.Context(), data.Product{SKU: sku, Name: data.Texts{"en": "Vacuum bottle " + sku}}); err != nil {
			t.Fatal(err)
		}
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	opened := ""
	s := New(kit.NewTestHost(words, w), st, func(sku string) { opened = sku })
	w.SetContent(s.Object())
	s.New()
	test.Type(s.host.Window.Canvas().Focused(), "bottle")
	s.form.Set("reviewed", string(s.host.Today()))
	s.Keep(func() {})
	k, err := st.Keywords.Of(t.Context(), "en", "bottle")
	if err != nil || k.Reviewed != s.host.Today() || s.Dirty() {
		t.Fatalf("saved %+v, %v, dirty %v", k, err, s.Dirty())
	}
	if len(s.side.articles) != 2 {
		t.Fatalf("%d articles", len(s.side.articles))
	}
	if test.Tap(s.side.articles[0]); opened != "B-1" {
		t.Errorf("opened %q", opened)
	}
	if len(s.side.adders) == 0 {
		t.Fatal("nothing is suggested")
	}
	test.Tap(s.side.adders[0])
	if len(s.Finder.Found) != 2 {
		t.Errorf("%d words after adding", len(s.Finder.Found))
	}
	s.form.Set("note", "x")
	s.Keep(func() {})
	s.host.Bar.Undo()
	if s.form.Text("note") != "" {
		t.Error("not taken back")
	}
}
