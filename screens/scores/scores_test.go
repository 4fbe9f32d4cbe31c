package scores

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

// open shows the screen of a company with two suppliers, of which one had an order line come late in the last quarter.
func open(t *testing.T) *Screen {
	t.Helper()
	test.NewTempApp(t)
	day := time.Date(2026, 9, 10, 10, 0, 0, 0, time.UTC)
	now := func() time.Time { return day }
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	for _, p := range []data.Partner{{Code: "DEHUA", Party: data.Party{Name: "Dehua Ceramics"}, Roles: []data.Role{data.Supplier}}, {Code: "ZIBO", Party: data.Party{Name: "Zibo Glass"}, Roles: []data.Role{data.Supplier}}} {
		if _, err := st.Partners.Save(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := st.Products.Save(t.Context(), data.Product{SKU: "MUG", Name: data.Texts{"en": "Mug"}, Unit: "PCS"}); err != nil {
		t.Fatal(err)
	}
	order := data.PurchaseOrder{Supplier: "DEHUA", Currency: "USD", Status: data.PurchaseOrdered, Expected: "2026-09-20", Lines: []data.PurchaseLine{{SKU: "MUG", Quantity: 5000, Unit: "PCS"}}}
	if _, err := st.Purchases.Save(t.Context(), order); err != nil {
		t.Fatal(err)
	}
	day = time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = now
	s := New(host, st)
	w.SetContent(s.Object())
	return s
}

// give types points and, if need be, a reason into the part of a criterion.
func (s *Screen) give(n int, points, reason string) {
	s.card.parts[n].form.Set("points", points)
	s.card.parts[n].form.Set("reason", reason)
}

func TestASupplierIsScoredForTheLastFinishedQuarter(t *testing.T) {
	s := open(t)
	if l := s.line(s.Finder.Found[0]); l.Code != "DEHUA" || l.State != "Not scored" {
		t.Fatalf("listed as %+v", l)
	}
	s.Pick(0)
	if says := s.card.parts[1].facts.Text; !strings.Contains(says, "0 of 1") {
		t.Errorf("of delivery the records say %q", says)
	}
	test.Tap(s.card.take)
	if got := s.card.parts[1].form.Text("points"); got != "0" {
		t.Errorf("took over %q for delivery", got)
	}
	s.give(0, "90", "")
	s.give(2, "85", "")
	s.give(3, "80", "")
	if s.card.total.Text != "61.0" || s.card.chip.Word() != "Phase out" {
		t.Errorf("shows %q, %q", s.card.total.Text, s.card.chip.Word())
	}
	s.Keep(func() {})
	p, err := s.store.Partners.ByCode(t.Context(), "DEHUA")
	if err != nil {
		t.Fatal(err)
	}
	card, err := s.store.Scorecards.Of(t.Context(), p.ID, "2026-Q3")
	if err != nil || card.Total() != 610 {
		t.Fatalf("kept %+v, %v", card, err)
	}
	if l := s.line(s.Finder.Found[0]); l.State != "61.0 · Phase out" {
		t.Errorf("then listed as %+v", l)
	}
	s.host.Bar.Undo()
	if _, err := s.store.Scorecards.Of(t.Context(), p.ID, "2026-Q3"); err == nil || s.Chosen() != "DEHUA" || s.card.parts[0].form.Text("points") != "" {
		t.Errorf("taken back: %v, shows %q with %q", err, s.Chosen(), s.card.parts[0].form.Text("points"))
	}
}

func TestWhatIsMissingOrUnexplainedStandsAtItsCriterion(t *testing.T) {
	s := open(t)
	s.Pick(0)
	s.give(0, "90", "")
	s.give(1, "60", "")
	s.give(2, "101", "")
	s.give(3, "80", "")
	s.Keep(func() {})
	if got := s.card.parts[1].form.Complaint("reason"); !strings.Contains(got, "records say otherwise") {
		t.Errorf("without a reason: %q", got)
	}
	if got := s.card.parts[2].form.Complaint("points"); !strings.Contains(got, "0 to 100") {
		t.Errorf("101 points: %q", got)
	}
}

func TestAnotherQuarterShowsItsOwnCards(t *testing.T) {
	s := open(t)
	s.Pick(1)
	for n := range s.card.parts {
		s.give(n, "95", "")
	}
	s.Keep(func() {})
	s.quarter.Set(s.choices()[0])
	s.quarter.OnChanged()
	if l := s.line(s.Finder.Found[1]); l.State != "" {
		t.Errorf("in the quarter that still runs: %+v", l)
	}
	if s.Chosen() != "ZIBO" || s.card.parts[0].form.Text("points") != "" {
		t.Errorf("shows %q with %q", s.Chosen(), s.card.parts[0].form.Text("points"))
	}
	s.quarter.Set(s.choices()[1])
	s.quarter.OnChanged()
	if l := s.line(s.Finder.Found[1]); l.State != "95.0" {
		t.Errorf("back again: %+v", l)
	}
}

func TestACardTakenAwayComesBackWhenItIsScoredAgain(t *testing.T) {
	s := open(t)
	for _, points := range []string{"70", "90"} {
		s.Open("ZIBO")
		for n := range s.card.parts {
			s.give(n, points, "")
		}
		s.Keep(func() {})
		v, _ := s.Current()
		if v.Card.Total().String() != points+".0" {
			t.Fatalf("kept %+v", v.Card)
		}
		if points == "70" {
			if err := s.store.Scorecards.Archive(t.Context(), v.Card.ID, true); err != nil {
				t.Fatal(err)
			}
			s.Reload()
		}
	}
}

func TestWeightsMustMakeUpAHundred(t *testing.T) {
	s := open(t)
	if got := s.codeWord(data.ScoreDelivery); got != "Delivery" || s.codeOf(" delivery ") != data.ScoreDelivery || s.codeOf("Delivery") != data.ScoreDelivery || s.codeOf("Honesty") != "honesty" {
		t.Errorf("a criterion is called %q and read as %q, %q", got, s.codeOf("Delivery"), s.codeOf("Honesty"))
	}
	s.AskSettings()
	company, err := s.store.Company.Get(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	form, grid := kit.NewPart(s.host), kit.NewGrid(s.host, kit.GridColumn{Title: "a"}, kit.GridColumn{Title: "b"}, kit.GridColumn{Title: "c"}, kit.GridColumn{Title: "d"})
	form.Add(kit.Field{ID: "scoring.criteria", Label: "score.criteria", Control: grid.Content}, kit.Field{ID: "scoring.phase_out", Label: "score.phase_out"})
	form.Set("scoring.phase_out", "75")
	grid.Set([][]string{{"quality", "", "", "60"}, {"honesty", "Honesty", "诚信", "30"}})
	s.keepSettings(company, grid, form, s.host.Question())
	if got := form.Complaint("scoring.criteria"); !strings.Contains(got, "100") {
		t.Errorf("weights of 90: %q", got)
	}
	grid.Set([][]string{{"quality", "", "", "60"}, {"honesty", "Honesty", "诚信", "40"}})
	s.keepSettings(company, grid, form, s.host.Question())
	if s.host.Question() != nil {
		t.Error("the question stays open")
	}
	s.Pick(0)
	if len(s.card.parts) != 2 || s.criterionWord("honesty") != "Honesty" {
		t.Errorf("%d criteria, %q", len(s.card.parts), s.criterionWord("honesty"))
	}
}
