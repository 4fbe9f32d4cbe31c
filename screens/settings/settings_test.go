package settings

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"tradewind/assets"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// open returns the screen over an empty file, with slow work done in place.
func open(t *testing.T, program Program) *Screen {
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
	s := New(kit.NewTestHost(words, w), st, program)
	w.SetContent(s.Object())
	return s
}

func full() data.Company {
	return data.Company{
		Party:     data.Party{Name: "Bright Star Co., Ltd.", LocalName: "明星公司", Address: data.Address{City: "Ningbo", Country: "CN"}, TaxID: "91330200MA2H4T7R06"},
		CustomsNo: "3302960A12", Website: "star.example", Currency: "USD", PlaceOfIssue: "Ningbo", SignatoryName: "Li Hua", SignatoryTitle: "Manager",
		WordsStyle: "B", PersonalName: "Li",
		BankAccounts: []data.BankAccount{
			{Currency: "USD", Beneficiary: "Bright Star", Bank: "Bank of Jiangnan", BankAddress: "Ningbo", Account: "1", SWIFT: "JNBKCNBN", Note: "via CITI"},
			{Currency: "", Beneficiary: "Bright Star", Bank: "Bank of Jiangnan", Account: "2"},
		},
		Milestones: data.MilestoneRules{ConfirmHours: 4, DelayHours: 24}, Rates: data.RateRules{Move: 3_500_000},
		Letterheads: []data.Head{{Text: "Bright Star\nNingbo"}, {Name: "Lotus", Text: "Lotus Home"}},
		Series:      []data.NumberSeries{{Kind: data.Quotation, Prefix: "Q", Digits: 5}, {Kind: data.CommercialInvoice, Prefix: "INV"}},
	}
}

func TestShowingAndReadingAreInverse(t *testing.T) {
	s := open(t, Program{})
	saved, err := s.store.Company.Save(t.Context(), full())
	if err != nil {
		t.Fatal(err)
	}
	s.Reload()
	if got := s.read(saved); !reflect.DeepEqual(got, saved) {
		t.Errorf("read\n%+v\nwant\n%+v", got, saved)
	}
	if s.Dirty() {
		t.Error("dirty as soon as it is shown")
	}
}

func TestTheFirmIsSavedAndTakenBack(t *testing.T) {
	s := open(t, Program{})
	if _, err := s.store.Company.Save(t.Context(), full()); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	s.form.Set("name", "Moon Co., Ltd.")
	s.form.Set("series.order", "ORD")
	s.Keep(func() {})
	c, err := s.store.Company.Get(t.Context())
	if err != nil || c.Name != "Moon Co., Ltd." || seriesOf(c, data.OrderKind).Prefix != "ORD" || seriesOf(c, data.Quotation).Digits != 5 {
		t.Errorf("saved %+v, %v", c, err)
	}
	s.host.Bar.Undo()
	if got := s.form.Text("name"); got != "Bright Star Co., Ltd." {
		t.Errorf("after taking back it says %q", got)
	}
}

// What the firm gives purchase orders, transfers and stock-takes for a prefix stands on the next of them.
func TestNumbersOfStockRecordsBeginAsTheFirmWants(t *testing.T) {
	s := open(t, Program{})
	if _, err := s.store.Company.Save(t.Context(), full()); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	for kind, prefix := range map[string]string{"purchase-order": "CG", "stock-take": "PD", "transfer": "DB", "campaign": "HD"} {
		s.form.Set("series."+kind, prefix)
	}
	s.Keep(func() {})
	if _, err := s.store.Partners.Save(t.Context(), data.Partner{Code: "MILL", Party: data.Party{Name: "Mill"}, Roles: []data.Role{data.Supplier}}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.store.Products.Save(t.Context(), data.Product{SKU: "CUP", Name: data.Texts{"en": "Cup"}, Unit: "PCS"}); err != nil {
		t.Fatal(err)
	}
	bought, err := s.store.Purchases.Save(t.Context(), data.PurchaseOrder{
		Supplier: "Mill", Date: "2026-11-22", Currency: "USD", Status: data.PurchaseOrdered, Lines: []data.PurchaseLine{{SKU: "CUP", Quantity: data.Pieces(5), Unit: "PCS"}},
	})
	if err != nil || bought.No != "CG-2026-0001" {
		t.Errorf("the purchase order is %q, %v", bought.No, err)
	}
	if err := s.store.Stock.Move(t.Context(), []data.Movement{{SKU: "CUP", Quantity: data.Pieces(5), Reason: data.Received}}); err != nil {
		t.Fatal(err)
	}
	take, err := s.store.StockTakes.Open(t.Context(), data.StockTake{Date: "2026-11-22"})
	if err != nil || take.No != "PD-2026-0001" {
		t.Errorf("the stock-take is %q, %v", take.No, err)
	}
	sent, err := s.store.Stock.Transfer(t.Context(), data.StockTransfer{To: "RTM", Date: "2026-11-22", Lines: []data.StockTransferLine{{SKU: "CUP", Quantity: data.Pieces(1)}}})
	if err != nil || sent.No != "DB-2026-0001" {
		t.Errorf("the transfer is %q, %v", sent.No, err)
	}
}

func TestTheSameAccountTwiceIsComplainedAboutInPlace(t *testing.T) {
	s := open(t, Program{})
	c := full()
	c.BankAccounts[1].Currency = "EUR"
	if _, err := s.store.Company.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	kit.SetIn(s.accounts.list[1].currency, kit.Currencies(s.host), "USD")
	s.accounts.list[1].part.Set("account", s.accounts.list[0].part.Text("account"))
	s.Keep(func() {})
	if s.accounts.list[1].part.Complaint("currency") == "" || s.host.Question() != nil {
		t.Errorf("under the second currency stands %q", s.accounts.list[1].part.Complaint("currency"))
	}
}

func TestAnEmptyAccountIsNotSaved(t *testing.T) {
	s := open(t, Program{})
	s.accounts.add(data.BankAccount{})
	if s.Dirty() || s.accounts.read() != nil {
		t.Errorf("read %v", s.accounts.read())
	}
}

func TestAStampIsKept(t *testing.T) {
	s := open(t, Program{})
	file := filepath.Join(t.TempDir(), "stamp.png")
	if err := os.WriteFile(file, assets.Icon, 0o600); err != nil {
		t.Fatal(err)
	}
	s.pictures.frames[0].Take(file)
	if !s.Dirty() {
		t.Fatal("a new stamp is no edit")
	}
	s.Keep(func() {})
	if c, err := s.store.Company.Get(t.Context()); err != nil || c.Stamp == "" || c.Logo != "" {
		t.Errorf("stamp %q, logo %q, %v", c.Stamp, c.Logo, err)
	}
}

func TestRestoringAsksFirst(t *testing.T) {
	restored := ""
	s := open(t, Program{Restore: func(from string) { restored = from }})
	s.restore("/backups/a.db")
	if q := s.host.Question(); q == nil || !strings.Contains(q.Text, "a.db") {
		t.Fatalf("question %+v", q)
	}
	s.host.Question().Escape()
	if restored != "" {
		t.Error("Esc restored")
	}
	s.restore("/backups/a.db")
	s.host.Question().Tap("Replace my records")
	if restored != "/backups/a.db" {
		t.Errorf("restored %q", restored)
	}
}

func TestABackupIsMade(t *testing.T) {
	s := open(t, Program{})
	path := filepath.Join(t.TempDir(), "backup.db")
	s.backup(s.save, path)
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("%v", err)
	}
	if !strings.Contains(s.host.Bar.Text(), "backup.db") {
		t.Errorf("says %q", s.host.Bar.Text())
	}
}

func TestLanguageAndThemeAreChosenHere(t *testing.T) {
	said := ""
	s := open(t, Program{Language: func(tag string) { said += tag + " " }, Theme: func(name string) { said += name }})
	for _, o := range test.LaidOutObjects(s.Object()) {
		if b, ok := o.(*kit.Button); ok && (b.Text == "简体中文" || b.Text == "Dark") {
			test.Tap(b)
		}
	}
	if said != "zh dark" {
		t.Errorf("said %q", said)
	}
}

func TestABackupReplacesAnOlderOneWholeAndNeverTheDataItself(t *testing.T) {
	s := open(t, Program{})
	path := filepath.Join(t.TempDir(), "backup.db")
	if err := os.WriteFile(path, []byte("an older file"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.backup(kit.NewButton("", nil, nil), path)
	b, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(b, []byte("SQLite format 3")) {
		t.Errorf("the file replaced begins with %q, %v; says %q", b[:min(len(b), 16)], err, s.host.Bar.Text())
	}
	if _, err := os.Stat(path + ".new"); err == nil {
		t.Error("a file is left behind")
	}
	s.backup(kit.NewButton("", nil, nil), s.store.Path())
	if q := s.host.Question(); q == nil || !strings.Contains(q.Text, "another name") {
		t.Errorf("the data file itself can be replaced: %v", q)
	}
}

func TestSavingAnUntouchedFirmSaysThatThereIsNothingToSave(t *testing.T) {
	s := open(t, Program{})
	saved, err := s.store.Company.Save(t.Context(), full())
	if err != nil {
		t.Fatal(err)
	}
	s.Reload()
	went := false
	s.Keep(func() { went = true })
	after, err := s.store.Company.Get(t.Context())
	if err != nil || after.Version != saved.Version || !went || !strings.Contains(s.host.Bar.Text(), "Nothing to save") {
		t.Errorf("version %d, before %d; says %q; %v", after.Version, saved.Version, s.host.Bar.Text(), err)
	}
}

func TestAWrongIBANIsSaidInItsAccountAndSaved(t *testing.T) {
	s := open(t, Program{})
	c := full()
	c.BankAccounts[1].Account = "GB82WEST12345698765433"
	if _, err := s.store.Company.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	if got := s.accounts.list[1].part.Complaint("account"); !strings.Contains(got, "IBAN") {
		t.Errorf("under the account stands %q", got)
	}
	s.form.Set("website", "star.example.cn")
	s.Keep(func() {})
	if got := s.host.Bar.Text(); !strings.Contains(got, "1 thing looks wrong") {
		t.Errorf("the notice says %q", got)
	}
}

func TestOwnersOfMilestonesAndSettlementAreTyped(t *testing.T) {
	b := open(t, Program{})
	b.form.Set("milestones.owners.booking", "Li Lei")
	b.habits.settled.Set([][]string{{"eur", "", "7.9"}, {"gbp", "15", ""}})
	b.Keep(func() {})
	c, err := b.store.Company.Get(t.Context())
	want := []data.SettleTerm{{Currency: "EUR", Rate: 79_000_000_000}, {Currency: "GBP", Days: 15}}
	if err != nil || c.Milestones.Owners[data.MileBooking] != "Li Lei" || len(c.Milestones.Owners) != 1 || !slices.Equal(c.Rates.Settle, want) {
		t.Fatalf("kept %+v %+v, %v", c.Milestones.Owners, c.Rates.Settle, err)
	}
	for _, wrong := range [][]string{{"EUR", "soon", ""}, {"EUR", "", "much"}, {"EUR", "", ""}, {"XXQ", "1", ""}, {"", "1", ""}} {
		b.habits.settled.Set([][]string{wrong})
		b.Keep(func() {})
		if c, _ := b.store.Company.Get(t.Context()); !slices.Equal(c.Rates.Settle, want) {
			t.Errorf("%q is kept as %+v", wrong, c.Rates.Settle)
		}
	}
	b.form.Set("milestones.owners.booking", "")
	b.habits.settled.Set(nil)
	b.Keep(func() {})
	if c, _ := b.store.Company.Get(t.Context()); c.Milestones.Owners != nil || c.Rates.Settle != nil {
		t.Errorf("emptied, but kept %+v %+v", c.Milestones.Owners, c.Rates.Settle)
	}
}
