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
		PaymentTerms: "30% T/T deposit, 70% T/T before shipment", Tags: []string{"VIP", "fair 2026"}, BankAccount: "0012", Letterhead: data.NoLetterhead,
		Persons: []data.Person{
			{Name: "Ute", Title: "Buyer", Email: "ute@hanse.example", Phone: "+49 40 1", Messenger: "WeChat: ute", Language: "de", Note: "mornings"},
			{Name: "Jan", Email: "jan@hanse.example"},
		},
		Addresses: []data.PartnerAddress{{
			Use: data.BillingAddress, Name: "Hanse Verwaltung", Post: data.Address{Street: "Wall 2", City: "Bremen", Country: "DE"},
			Local: data.Address{Street: "城墙2号", Region: "不来梅"},
		}},
		Numbers:  []data.PartnerNumber{{Kind: "vat", Number: "DE136695976"}, {Kind: "eori", Number: "EORI 1", Country: "FR"}, {Kind: "iban", Number: "x"}},
		Consents: []data.Consent{{Purpose: "newsletter", Given: "2026-01-02", Source: "fair", Withdrawn: "2026-02-03"}},
		Incoterm: data.Incoterm{Rule: "FOB", Place: "Ningbo", Edition: "2020"}, Marks: "HH\nNO. 1-UP", Notes: "calls at 9",
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
	if s.editor.persons.List[0].Part.Complaint("email") == "" {
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

func TestRowsAreAddedAndTakenAwayWithTheKeyboard(t *testing.T) {
	s := open(t, "en")
	s.New()
	c := s.host.Window.Canvas()
	test.Type(s.editor.form.Entry("code"), "HANSE")
	test.Type(s.editor.form.Entry("name"), "Hanse")
	typed := func(text string) {
		for _, r := range text {
			c.Focused().TypedRune(r)
		}
	}
	add := func(content *fyne.Container) {
		row := content.Objects[len(content.Objects)-1].(*fyne.Container)
		c.Focus(row.Objects[0].(*kit.Button))
		row.Objects[0].(*kit.Button).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	add(s.editor.persons.Content)
	typed("Ute") // the new row has the keyboard
	add(s.editor.persons.Content)
	typed("Jan")
	add(s.editor.consents.Content)
	typed("newsletter")
	s.editor.form.Set("tags", "VIP, fair  2026，VIP")
	test.Tap(s.Saving)
	p, err := s.store.Partners.ByCode(t.Context(), "HANSE")
	if err != nil || len(p.Persons) != 2 || p.Contact != "Ute" || p.Persons[1].Name != "Jan" || !slices.Equal(p.Tags, []string{"VIP", "fair 2026"}) {
		t.Fatalf("%+v, %v", p, err)
	}
	if said := s.editor.consents.List[0].Part.Complaint("given_on"); said == "" {
		t.Error("a consent without a day is taken in silence")
	}
	line := s.editor.persons.Content.Objects[0].(*fyne.Container).Objects[0].(*fyne.Container)
	test.Tap(line.Objects[len(line.Objects)-1].(*kit.Button))
	test.Tap(s.Saving)
	if p, _ := s.store.Partners.ByCode(t.Context(), "HANSE"); len(p.Persons) != 1 || p.Contact != "Jan" {
		t.Errorf("after taking the first away: %+v", p.Persons)
	}
}

func TestTermsAndTheirRowsFollowEachOther(t *testing.T) {
	s := open(t, "en")
	s.New()
	s.editor.form.Set("code", "A")
	s.editor.form.Set("name", "A")
	test.Type(s.editor.form.Entry("payment_terms"), "30/70 T/T")
	if n := len(s.editor.instalments.List); n != 2 {
		t.Fatalf("%d instalments", n)
	}
	s.editor.instalments.List[0].Part.Set("share", "20")
	if got := s.editor.form.Text("payment_terms"); got != "20% T/T in advance, 70% T/T before shipment" {
		t.Errorf("the terms say %q", got)
	}
	test.Tap(s.Saving)
	if s.editor.form.Complaint("instalments") == "" {
		t.Error("90 % are taken")
	}
	s.editor.instalments.List[0].Part.Set("share", "") // a row without a share isn't there
	if got := s.editor.form.Text("payment_terms"); got != "70% T/T before shipment" {
		t.Errorf("of one part left the terms say %q", got)
	}
	s.editor.instalments.List[0].Part.Set("share", "20")
	s.editor.instalments.List[1].Part.Set("share", "80 %")
	test.Tap(s.Saving)
	p, err := s.store.Partners.ByCode(t.Context(), "A")
	if err != nil || len(p.Instalments) != 2 || p.PaymentTerms != "20% T/T in advance, 80% T/T before shipment" {
		t.Errorf("%+v, %v", p, err)
	}
	s.editor.form.Set("payment_terms", "as agreed")
	test.Tap(s.Saving)
	if p, _ := s.store.Partners.ByCode(t.Context(), "A"); p.PaymentTerms != "as agreed" || p.Instalments != nil {
		t.Errorf("free text became %q, %v", p.PaymentTerms, p.Instalments)
	}
}

func TestTermsByTheMonthStayChineseInAChineseWindow(t *testing.T) {
	s := open(t, "zh")
	s.New()
	test.Type(s.editor.form.Entry("payment_terms"), "月结30天")
	rows := s.editor.instalments.List
	if len(rows) != 1 || rows[0].Part.Text("days") != "30" {
		t.Fatalf("月结30天 has %d rows", len(rows))
	}
	rows[0].Part.Set("days", "60")
	if got := s.editor.form.Text("payment_terms"); got != "月结60天" {
		t.Errorf("the terms say %q", got)
	}
}

func TestAPartnerThatIsThereAlreadyIsSaidWhileTypingAndOneTapAway(t *testing.T) {
	s := open(t, "en")
	if _, err := s.store.Partners.Save(t.Context(), full()); err != nil {
		t.Fatal(err)
	}
	s.New()
	if !s.editor.like.content.Hidden {
		t.Error("something is said of an empty form")
	}
	test.Type(s.editor.form.Entry("name"), "HANSE AG")
	if s.editor.like.content.Hidden || len(s.editor.like.links) != 1 {
		t.Fatalf("%d links", len(s.editor.like.links))
	}
	s.editor.form.Set("name", "Lyon")
	if !s.editor.like.content.Hidden {
		t.Error("it is still said")
	}
	s.editor.form.Set("name", "")
	s.editor.persons.Grow()
	s.editor.persons.List[0].Part.Set("email", "JAN@hanse.example")
	if len(s.editor.like.links) != 1 {
		t.Fatal("the mail address isn't found")
	}
	s.editor.persons.List[0].Part.Set("email", "")
	s.Show(data.Partner{Party: data.Party{Name: "Hanse"}})
	s.editor.like.links[0].OnTapped()
	if got := s.Chosen(); got != "HAMBURG" {
		t.Errorf("the tap opened %q", got)
	}
}

func TestTheListIsOfOneRole(t *testing.T) {
	s := open(t, "en")
	for code, role := range map[string]data.Role{"A": data.Customer, "B": data.Supplier, "C": data.Bank} {
		if _, err := s.store.Partners.Save(t.Context(), data.Partner{Code: code, Party: data.Party{Name: "Lotus " + code + code}, Roles: []data.Role{role}}); err != nil {
			t.Fatal(err)
		}
	}
	s.Filter(data.Supplier)
	if len(s.Finder.Found) != 1 || s.Finder.Found[0].Code != "B" {
		t.Errorf("%+v", s.Finder.Found)
	}
	s.Finder.Search.SetText("lotus aa")
	if len(s.Finder.Found) != 0 {
		t.Errorf("%+v", s.Finder.Found)
	}
	s.Filter("")
	if len(s.Finder.Found) != 1 {
		t.Errorf("%+v", s.Finder.Found)
	}
}

func TestANewNumberIsOfThePartnersCountryAndCalledAsOnTheScreen(t *testing.T) {
	s := open(t, "zh-Hans")
	p := full()
	p.Numbers, p.TaxID, p.ImportNo, p.Address.Country = nil, "", "", "SA"
	saved, err := s.store.Partners.Save(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	s.Show(saved)
	s.editor.numbers.Grow()
	s.editor.numbers.List[0].Part.Set("number", "400000000000003")
	test.Tap(s.Saving)
	if p, err = s.store.Partners.ByCode(t.Context(), p.Code); err != nil || len(p.Numbers) != 1 || p.Numbers[0].Kind != "ksa-vat" || p.Numbers[0].Country != "SA" {
		t.Fatalf("%+v, %v", p.Numbers, err)
	}
	said := s.editor.numbers.List[0].Part.Complaint("number") + s.editor.form.Complaint("tax_id")
	if !strings.Contains(said, "VAT（沙特）") && !strings.Contains(said, "VAT(沙特)") {
		t.Errorf("says %q", said)
	}
	if kinds := data.NumberKindsOf("DE"); kinds[0] != "vat" || kinds[1] != "eori" || len(kinds) != len(data.NumberKinds()) {
		t.Errorf("kinds of Germany %v", kinds)
	}
}
