package warehouses

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

func open(t *testing.T) *Screen {
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
	return s
}

// types types into whatever has the keyboard, then goes to the next field.
func (s *Screen) types(text string) {
	if text != "" {
		test.Type(s.host.Window.Canvas().Focused(), text)
	}
	s.host.Window.Canvas().FocusNext()
}

func TestAWarehouseIsDescribedByTheKeyboardAlone(t *testing.T) {
	s := open(t)
	s.New()
	for _, text := range []string{"RTM", "", "Rotterdam", "鹿特丹海外仓", "", "38"} {
		s.types(text)
	}
	s.Keep(func() {})
	w, err := s.store.Warehouses.ByCode(t.Context(), "RTM")
	if err != nil || w.Kind != data.Overseas || w.Name["zh"] != "鹿特丹海外仓" || w.Name["en"] != "Rotterdam" || w.LeadDays != 38 {
		t.Fatalf("saved %+v, %v", w, err)
	}
	s.form.Set("lead_days", "40")
	s.Keep(func() {})
	s.host.Bar.Undo()
	if got := s.form.Text("lead_days"); got != "38" {
		t.Errorf("taken back: %q days", got)
	}
	if l := s.line(w); l.Code != "RTM" || l.Title != "Rotterdam" {
		t.Errorf("listed as %+v", l)
	}
}

func TestWhatIsWrongWithAWarehouseStandsAtItsField(t *testing.T) {
	s := open(t)
	for field, want := range map[string]struct{ code, days, say string }{
		"code": {"", "", "needed"}, "lead_days": {"X", "-3", "negative"},
	} {
		s.Show(data.Warehouse{Kind: data.OwnWarehouse})
		s.form.Set("code", want.code)
		s.form.Set("lead_days", want.days)
		s.Keep(func() {})
		if got := s.form.Complaint(field); !strings.Contains(got, want.say) {
			t.Errorf("%s: says %q", field, got)
		}
	}
	s.Show(data.Warehouse{Code: data.InTransit, Kind: data.OwnWarehouse})
	s.Keep(func() {})
	if s.form.Complaint("code") == "" {
		t.Error("a warehouse may be called as the goods on the way")
	}
}

func TestAnArchivedWarehouseLeavesTheListAndComesBack(t *testing.T) {
	s := open(t)
	if _, err := s.store.Warehouses.Save(t.Context(), data.Warehouse{Code: "FBA-DE", Kind: data.Consignment}); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	s.Open("FBA-DE")
	s.Find()
	if len(s.Finder.Found) != 1 {
		t.Fatalf("lists %+v", s.Finder.Found)
	}
	one, _ := s.Current()
	if err := s.store.Warehouses.Archive(t.Context(), one.ID, true); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	if len(s.Finder.Found) != 0 {
		t.Errorf("still lists %+v", s.Finder.Found)
	}
	if found, err := s.find(t.Context(), "fba", ""); err != nil || len(found) != 0 {
		t.Errorf("finds %+v, %v", found, err)
	}
}
