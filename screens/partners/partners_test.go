package partners

import (
	"path/filepath"
	"reflect"
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

// open returns the screen over an empty file, with slow work done in place.
func open(t *testing.T, lang string) *Screen {
	t.Helper()
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: time.Now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	words, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	s := New(kit.NewTestHost(words, w), st, func() {})
	w.SetContent(s.Object())
	return s
}

func full() data.Partner {
	return data.Partner{
		Code: "HAMBURG", Roles: []data.Role{data.Customer, data.Forwarder}, Fax: "+49 40 2", Language: "en", Currency: "EUR",
		PaymentTerms: "30% T/T deposit", Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"}, Marks: "HH\nNO. 1-UP", Notes: "calls at 9",
		Party: data.Party{
			Name: "Hanse GmbH", LocalName: "汉萨", TaxID: "DE136695976", ImportNo: "EORI 1", Contact: "Ute", Email: "ute@hanse.example", Phone: "+49 40 1",
			Address:      data.Address{Street: "Am Kai 1\n2. Stock", City: "Hamburg", Region: "HH", PostalCode: "20457", Country: "DE"},
			LocalAddress: data.Address{Street: "码头路1号", City: "汉堡", Country: "DE"},
		},
	}
}

func TestShowingAndReadingAreInverse(t *testing.T) {
	s := open(t, "en")
	saved, err := s.store.Partners.Save(t.Context(), full())
	if err != nil {
		t.Fatal(err)
	}
	s.editor.show(saved)
	if got, err := s.editor.read(saved); err != nil || !reflect.DeepEqual(got, saved) {
		t.Errorf("read\n%+v, %v\nwant\n%+v", got, err, saved)
	}
}

func TestAPartnerIsTypedAndSaved(t *testing.T) {
	s := open(t, "en")
	s.New()
	test.Type(s.editor.form.Entry("code"), "HAMBURG")
	test.Tap(s.Saving)
	if got := s.editor.form.Complaint("name"); !strings.Contains(got, "needed") {
		t.Errorf("under the name stands %q", got)
	}
	test.Type(s.editor.form.Entry("name"), "Hanse GmbH")
	s.editor.roles.Box(1).SetChecked(true)
	test.Tap(s.Saving)
	p, err := s.store.Partners.ByCode(t.Context(), "HAMBURG")
	if err != nil || p.Name != "Hanse GmbH" || !slices.Equal(p.Roles, []data.Role{data.Customer, data.Supplier}) {
		t.Errorf("saved %+v, %v", p, err)
	}
	if s.Dirty() {
		t.Error("dirty after saving")
	}
}

func TestWhatLooksWrongIsSaidButSaved(t *testing.T) {
	s := open(t, "zh")
	p := full()
	p.Email = "ute at hanse"
	saved, err := s.store.Partners.Save(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	s.Show(saved)
	if s.editor.form.Complaint("email") == "" {
		t.Error("nothing is said about the e-mail address")
	}
}

func TestASaveIsTakenBack(t *testing.T) {
	s := open(t, "en")
	if _, err := s.store.Partners.Save(t.Context(), full()); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	s.Pick(0)
	s.editor.form.Set("city", "Bremen")
	s.Keep(func() {})
	s.host.Bar.Undo()
	if got := s.editor.form.Text("city"); got != "Hamburg" {
		t.Errorf("the form says %q", got)
	}
}
