package payments

import (
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"
	"tradewind/screens/trial"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// bench is the desk over a file with an order of 100.00 USD: 30 % in advance, 70 % before shipment.
type bench struct {
	*Desk
	*trial.Bench
}

func open(t *testing.T) *bench {
	t.Helper()
	b := &bench{Bench: trial.Open(t, data.Order{Status: data.Confirmed, PaymentTerms: "30% T/T deposit, 70% T/T before shipment"})}
	b.Desk = NewDesk(b.Host, b.Store)
	b.Stand(b.Object())
	b.Show(b.Order)
	return b
}

func TestADepositIsBookedWithTwoKeys(t *testing.T) {
	b := open(t)
	if len(b.parts.Rows) != 2 || b.state.Word() != "due today" {
		t.Fatalf("parts %+v, %s", b.parts.Rows, b.state.Word())
	}
	b.First()
	b.Press(fyne.KeyReturn) // opens the form with the deposit
	if got := b.asked.form.Text("amount"); got != "30.00" {
		t.Fatalf("proposes %q", got)
	}
	b.Press(fyne.KeyReturn)
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
	b.Answer("pay.reverse")
	if b.host.Question() == nil {
		t.Fatal("taken back without a reason")
	}
	test.Type(b.host.Window.Canvas().Focused(), "wrong order")
	b.Answer("pay.reverse")
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
