package certificates

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

// open returns the screen over a file with certificates in every state.
func open(t *testing.T) (s *Screen, opened *string) {
	t.Helper()
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: time.Now, Person: "Li"})
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
	in := func(days int) data.Date { return data.DateOf(host.Today().Time().AddDate(0, 0, days)) }
	for _, p := range []data.Product{
		{SKU: "A", Certificates: []data.Certificate{{Kind: "CE", Number: "1", Expires: in(-1)}, {Kind: "FCC", Expires: in(89)}, {Kind: "RoHS"}}},
		{SKU: "B", Certificates: []data.Certificate{{Kind: "CE", Markets: []string{"EU", "GB"}, Expires: in(400)}, {Kind: "CE", Number: "old", Markets: []string{"EU"}, Expires: in(5)}}},
	} {
		if _, err := st.Products.Save(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	opened = new(string)
	s = New(host, st, func(sku string) { *opened = sku })
	w.SetContent(s.Object())
	return s, opened
}

// said is what the rows say.
func said(s *Screen) string {
	var all []string
	for _, l := range s.table.Rows {
		all = append(all, l.sku+" "+l.kind+" "+l.state)
	}
	return strings.Join(all, ", ")
}

func TestTheCalendarShowsWhatIsDueFirstAndARowOpensItsProduct(t *testing.T) {
	s, opened := open(t)
	if got := said(s); got != "A CE ended 1 d ago, A FCC ends in 89 d" {
		t.Errorf("due: %s", got)
	}
	for n, want := range map[int]string{
		1: "A CE ended 1 d ago, B CE renewed, A FCC ends in 89 d, B CE valid, A RoHS valid, no end",
		2: "A CE ended 1 d ago", 3: "A FCC ends in 89 d", 4: "B CE valid, A RoHS valid, no end", 5: "B CE renewed",
	} {
		if s.Tab(n); said(s) != want {
			t.Errorf("part %d: %s", n, said(s))
		}
	}
	s.Tab(1)
	s.Find()
	test.Type(s.host.Window.Canvas().Focused(), "b old")
	if got := said(s); got != "B CE renewed" {
		t.Errorf("found: %s", got)
	}
	if s.Pick(0); *opened != "B" {
		t.Errorf("opened %q", *opened)
	}
	*opened = ""
	if s.Pick(0); *opened != "B" {
		t.Error("the same row doesn't open again")
	}
}

func TestARuleIsTypedByKeyboardChangedAndTakenOutOfUse(t *testing.T) {
	s, _ := open(t)
	rules := func() []data.CertificateRule {
		all, err := s.store.CertificateRules.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	s.New()
	q := s.host.Question()
	q.Tap("Save")
	if s.asked.form.Complaint("kind") == "" || s.asked.form.Complaint("market") == "" || len(rules()) != 0 {
		t.Fatal("an empty rule is saved")
	}
	s.asked.kind.Set(kit.Option[string]{Value: "CE"})
	s.asked.market.Set(kit.Option[data.Country]{Value: "EU"})
	s.asked.form.Set("source", "2014/35/EU")
	s.asked.form.Set("date", "2026-02-30")
	q.Tap("Save")
	if s.asked.form.Complaint("date") == "" {
		t.Error("a day that doesn't exist is taken")
	}
	s.asked.form.Set("date", "2026-11-01")
	s.asked.form.Entry("source").OnSubmitted("")
	if all := rules(); len(all) != 1 || all[0].Source != "2014/35/EU" || s.host.Question() != nil {
		t.Fatalf("%+v", all)
	}
	s.New()
	s.asked.kind.Set(kit.Option[string]{Value: "CE"})
	s.asked.market.Set(kit.Option[data.Country]{Value: "EU"})
	s.asked.form.Set("note", "said twice")
	s.host.Question().Tap("Save")
	if all := rules(); len(all) != 1 || all[0].Note != "said twice" {
		t.Fatalf("%+v", all)
	}
	s.New()
	s.asked.rule.Set(kit.Option[data.CertificateRule]{Value: rules()[0]})
	s.asked.rule.OnChanged()
	s.asked.away.Set([]bool{true})
	s.host.Question().Tap("Save")
	if all := rules(); len(all) != 0 {
		t.Errorf("%+v", all)
	}
}
