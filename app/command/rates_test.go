package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

// alerted is what these tests ask of an alert.
type alerted struct {
	Alert     string `json:"alert"`
	OrderNo   string `json:"order_no"`
	PaymentNo string `json:"payment_no"`
	SettleBy  string `json:"settle_by"`
	Rate      struct {
		Since, Then, Now string
		Move             string `json:"move_percent"`
	} `json:"rate"`
}

// alerts returns the alerts of one kind, by what they are of.
func (b *bench) alerts(kind string) map[string]alerted {
	b.Helper()
	found := map[string]alerted{}
	for _, a := range decoded[[]alerted](b, b.done("list", "alerts", "--json")) {
		if a.Alert == kind {
			found[a.OrderNo+a.PaymentNo] = a
		}
	}
	return found
}

// foreign is a Chinese merchant with a customer in Luxemburg.
func foreign(t *testing.T, rates string) *bench {
	t.Helper()
	b := newBench(t)
	b.done("apply", b.file("start.json", `{"actions": [
		{"do": "save-company", "company": {"name": "Bright Star", "currency": "CNY", "rates": `+rates+`}},
		{"do": "save-partner", "partner": {"code": "LUX", "name": "Lux", "roles": ["customer"]}},
		{"do": "save-product", "product": {"sku": "A", "price": "2", "currency": "USD"}}]}`))
	return b
}

func TestTheBanksRatesComeInAsOnesOfTheCompanysCurrency(t *testing.T) {
	b := foreign(t, `{}`)
	file := b.file("eurofxref-hist-90d.csv", "Date,USD,CNY,\n2026-11-20,1.1000,7.9200,\n2026-10-01,1.0000,8.0000,\n")
	b.done("import", "rates", file, "--from", "2026-11-01")
	if got := strings.Fields(b.done("list", "rates").out); !strings.Contains(strings.Join(got, " "), "2026-11-20 USD CNY 7.2 2026-11-20 EUR CNY 7.92") || strings.Contains(strings.Join(got, " "), "2026-10-01") {
		t.Errorf("rates %v", got)
	}
	b.done("import", "rates", file, "--dry-run")
	if again := b.done("import", "rates", file).out; !strings.Contains(again, "2") {
		t.Errorf("again: %s", again)
	}
	b.refused(command.WrongUsage, "--from", "import", "rates", b.file("own.csv", "date,base,quote,rate\n2026-11-20,USD,CNY,7.1\n"), "--from", "2026-11-01")
	a := b.refused(command.WrongInput, "", "import", "rates", b.file("bad.csv", "Date,USD,CNY,\n2026-11-20,one,7.9200,\n"))
	if !strings.Contains(a.err, "bad.csv:2:") || !strings.Contains(a.err, "USD") {
		t.Errorf("a rate that is none: %s", a.err)
	}
}

func TestOpenQuotationsAreNamedWhoseCurrencyMoved(t *testing.T) {
	b := foreign(t, `{"settlement": [{"currency": "EUR", "rate": "8"}]}`)
	order := func(no, more string) string {
		head := ""
		for name, usual := range map[string]string{"date": "2026-11-02", "currency": "USD"} {
			if !strings.Contains(more, `"`+name+`"`) {
				head += `, "` + name + `": "` + usual + `"`
			}
		}
		return `{"do": "save-order", "order": {"order_no": "` + no + `", "customer": "LUX", "lines": [{"sku": "A", "quantity": "1", "unit_price": "2"}]` + more + head + `}}`
	}
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "save-rate", "rate": {"date": "2026-11-01", "base": "USD", "quote": "CNY", "rate": "7.00"}},
		{"do": "save-rate", "rate": {"date": "2026-11-20", "base": "USD", "quote": "CNY", "rate": "6.65"}},
		{"do": "save-rate", "rate": {"date": "2026-11-20", "base": "EUR", "quote": "CNY", "rate": "7.61"}},
		`+order("Q-1", "")+`,`+order("Q-2", `, "fixed_rate": "6.80"`)+`,`+order("Q-3", `, "valid_until": "2026-11-10"`)+`,
		`+order("Q-4", `, "status": "confirmed"`)+`,`+order("Q-5", `, "currency": "EUR"`)+`,`+order("Q-6", `, "date": "2026-11-21"`)+`]}`))
	got := b.alerts("rate-moved")
	if a := got["Q-1"]; len(got) != 1 || a.Rate.Move != "-5" || a.Rate.Then != "7" || a.Rate.Now != "6.65" || a.Rate.Since != "2026-11-02" {
		t.Errorf("at 5 %%: %+v", got)
	}
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-company", "company": {"rates": {"move_percent": "2", "settlement": [{"currency": "EUR", "rate": "8"}]}}}]}`))
	if got = b.alerts("rate-moved"); len(got) != 3 || got["Q-5"].Rate.Then != "8" || got["Q-2"].Rate.Then != "6.8" {
		t.Errorf("at 2 %%: %+v", got)
	}
	b.refused(command.WrongInput, "CNY", "apply", b.file("a.json", `{"actions": [{"do": "save-company", "company": {"rates": {"settlement": [{"currency": "CNY", "days": 3}]}}}]}`))
}

func TestMoneyOfACurrencyIsToBeChangedWithinItsDays(t *testing.T) {
	b := foreign(t, `{"settlement": [{"currency": "USD", "days": 15}]}`)
	b.done("apply", b.file("a.json", `{"actions": [
		{"do": "pay", "customer": "LUX", "currency": "USD", "amount": "10", "date": "2026-11-06"},
		{"do": "pay", "customer": "LUX", "currency": "USD", "amount": "10", "date": "2026-11-07"},
		{"do": "pay", "customer": "LUX", "currency": "USD", "amount": "10", "date": "2026-11-01", "rate": "7"},
		{"do": "pay", "customer": "LUX", "currency": "EUR", "amount": "10", "date": "2026-11-01"},
		{"do": "pay", "customer": "LUX", "currency": "USD", "amount": "10", "date": "2026-11-01"},
		{"do": "reverse-payment", "number": "PAY-2026-0005", "reason": "typed twice"}]}`))
	if got := b.alerts("unsettled"); len(got) != 1 || got["PAY-2026-0001"].SettleBy != "2026-11-21" {
		t.Fatalf("%+v", got)
	}
	b.refused(command.WrongInput, "2026-11-06", "apply", b.file("a.json", `{"actions": [{"do": "settle-payment", "number": "PAY-2026-0001", "rate": "7.1", "date": "2026-11-05"}]}`))
	b.refused(command.WrongInput, "PAY-2026-0005", "apply", b.file("a.json", `{"actions": [{"do": "settle-payment", "number": "PAY-2026-0005", "rate": "7.1"}]}`))
	b.done("apply", b.file("a.json", `{"actions": [{"do": "settle-payment", "number": "PAY-2026-0001", "rate": "7.1", "date": "2026-11-21"}]}`))
	b.done("apply", b.file("a.json", `{"actions": [{"do": "settle-payment", "number": "PAY-2026-0001", "rate": "7.11", "date": "2026-11-21"}]}`))
	if got := b.alerts("unsettled"); len(got) != 0 {
		t.Errorf("settled: %+v", got)
	}
	b.done("verify")
}
