package payments

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

// bench is the desk over a file with an order of 100.00 USD: 30 % in advance, 70 % before shipment.
type bench struct {
	*Desk
	*testing.T
}

func day() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }

func open(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t)
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{Now: day, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	if _, err = st.Products.Save(t.Context(), data.Product{SKU: "MUG", Unit: "PCS"}); err != nil {
		t.Fatal(err)
	}
	if _, err = st.Partners.Save(t.Context(), data.Partner{Code: "LUX", Party: data.Party{Name: "Lux"}}); err != nil {
		t.Fatal(err)
	}
	o, err := st.Orders.Save(t.Context(), data.Order{
		No: "SO-1", Date: "2026-11-22", Customer: "LUX", Currency: "USD", Status: data.Confirmed, PaymentTerms: "30% T/T deposit, 70% T/T before shipment",
		Lines: []data.OrderLine{{SKU: "MUG", Quantity: data.Pieces(100), Unit: "PCS", Price: 1_000_000}},
	})
	if err != nil {
		t.Fatal(err)
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1024, 700))
	host := kit.NewTestHost(words, w)
	host.Now = day
	b := &bench{T: t, Desk: NewDesk(host, st)}
	w.SetContent(b.Object())
	b.Show(o)
	return b
}

func (b *bench) answer(word string) {
	b.Helper()
	if q := b.host.Question(); q == nil || !q.Tap(b.host.T(word)) {
		b.Fatalf("no question answers %q", b.host.T(word))
	}
}

// press types a key into what has the keyboard.
func (b *bench) press(key fyne.KeyName) {
	b.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func TestADepositIsBookedWithTwoKeys(t *testing.T) {
	b := open(t)
	if len(b.parts.Rows) != 2 || b.state.Word() != "due today" {
		t.Fatalf("parts %+v, %s", b.parts.Rows, b.state.Word())
	}
	b.First()
	b.press(fyne.KeyReturn) // opens the form with the deposit
	if got := b.asked.form.Text("amount"); got != "30.00" {
		t.Fatalf("proposes %q", got)
	}
	b.press(fyne.KeyReturn)
	if len(b.paid.Rows) != 1 || b.facts.account.Paid.Minor != 3000 || b.parts.Rows[0].Open().Minor != 0 || b.state.Word() != "not due yet" {
		t.Errorf("after booking: %+v, %s", b.facts.account, b.state.Word())
	}
}

func TestWhatIsPaidTooMuchIsTheCustomersCredit(t *testing.T) {
	b := open(t)
	b.ask()
	b.asked.form.Set("amount", "95.00")
	b.asked.form.Set("charges", "15.00")
	b.asked.submit()
	if b.facts.account.Balance.Minor != 0 || b.facts.credit["USD"] != 1000 {
		t.Fatalf("balance %v, credit %v", b.facts.account.Balance, b.facts.credit)
	}
	b.paid.List.Select(0)
	b.answer("pay.reverse")
	if b.host.Question() == nil {
		t.Fatal("taken back without a reason")
	}
	test.Type(b.host.Window.Canvas().Focused(), "wrong order")
	b.answer("pay.reverse")
	if b.facts.account.Paid.Minor != 0 || len(b.paid.Rows) != 2 || len(b.facts.credit) != 0 {
		t.Errorf("taken back: %+v, credit %v", b.facts.account, b.facts.credit)
	}
}

func TestWhatIsWrongWithAPaymentStandsAtItsField(t *testing.T) {
	b := open(t)
	b.ask()
	b.asked.form.Set("amount", "much")
	b.asked.submit()
	if b.asked.form.Complaint("amount") == "" {
		t.Error("an amount in words is taken")
	}
	b.asked.form.Set("amount", "10")
	kit.SetIn(b.asked.currency, kit.Currencies(b.host), "EUR")
	b.asked.submit()
	if got := b.asked.form.Complaint("counts"); got == "" {
		t.Error("euros are taken for dollars")
	}
	b.asked.form.Set("counts", "11.50")
	b.asked.submit()
	if b.facts.account.Paid.Minor != 1150 {
		t.Errorf("paid %v", b.facts.account.Paid)
	}
}
