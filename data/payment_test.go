package data_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"tradewind/data"

	"pgregory.net/rapid"
)

func TestPaymentTermsAreReadAsMerchantsWriteThem(t *testing.T) {
	part := func(share int64, m data.PaymentMethod, trigger data.PaymentTrigger, days int) data.Instalment {
		return data.Instalment{Share: data.Percent(share * 1_000_000), Method: m, Trigger: trigger, Days: days}
	}
	deposit := part(30, data.Transfer, data.OnOrder, 0)
	for text, want := range map[string]data.PaymentPlan{
		"T/T 100% in advance":                          {part(100, data.Transfer, data.OnOrder, 0)},
		"T/T 30/70":                                    {deposit, part(70, data.Transfer, data.BeforeShipment, 0)},
		"TT 30/70 against copy of B/L":                 {deposit, part(70, data.Transfer, data.OnBLCopy, 0)},
		"30% deposit, 70% before shipment":             {deposit, part(70, data.Transfer, data.BeforeShipment, 0)},
		"30% T/T deposit, balance against copy of B/L": {deposit, part(70, data.Transfer, data.OnBLCopy, 0)},
		"30% T/T deposit, 70% T/T against copy of B/L": {deposit, part(70, data.Transfer, data.OnBLCopy, 0)},
		"30%定金，余款见提单复印件":                               {deposit, part(70, data.Transfer, data.OnBLCopy, 0)},
		"L/C at sight":                                 {part(100, data.LetterOfCredit, data.OnSight, 0)},
		"即期信用证":                                        {part(100, data.LetterOfCredit, data.OnSight, 0)},
		"L/C 60 days after B/L date":                   {part(100, data.LetterOfCredit, data.OnBLDate, 60)},
		"L/C 90 days sight":                            {part(100, data.LetterOfCredit, data.OnSight, 90)},
		"D/P at sight":                                 {part(100, data.AgainstPayment, data.OnSight, 0)},
		"D/P 30 days":                                  {part(100, data.AgainstPayment, data.OnSight, 30)},
		"D/A 60 days":                                  {part(100, data.AgainstAcceptance, data.OnBLDate, 60)},
		"O/A 45 days":                                  {part(100, data.OpenAccount, data.OnBLDate, 45)},
		"Net 30":                                       {part(100, data.OpenAccount, data.OnBLDate, 30)},
		"月结30天":                                        {part(100, data.OpenAccount, data.OnMonthEnd, 30)},
		"30 days EOM net":                              {part(100, data.OpenAccount, data.OnMonthEnd, 30)},
		"CAD":                                          {part(100, data.CashAgainstDocument, data.OnSight, 0)},
		"30% T/T + 70% L/C at sight":                   {deposit, part(70, data.LetterOfCredit, data.OnSight, 0)},
		"USD 5,000 T/T in advance, balance T/T before shipment": {
			{Minor: 500_000, Method: data.Transfer, Trigger: data.OnOrder}, {Method: data.Transfer, Trigger: data.BeforeShipment},
		},
		"All 100% T/T in advance":                               {part(100, data.Transfer, data.OnOrder, 0)},
		"30% T/T in advance and 70% L/C 60 days after shipment": {deposit, part(70, data.LetterOfCredit, data.OnBLDate, 60)},
	} {
		if got, ok := data.ParsePayment(text); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, %v\nwant %+v", text, got, ok, want)
		}
	}
}

func TestPaymentTermsThatArentUnderstoodAreLeftAlone(t *testing.T) {
	for _, text := range []string{"", "as agreed", "cash", "30 days", "see contract 2026/11"} {
		if plan, ok := data.ParsePayment(text); ok {
			t.Errorf("%q is read as %+v", text, plan)
		}
	}
	plan, ok := data.ParsePayment("T/T 30% deposit, 60% before shipment")
	if p := plan.Validate(); !ok || keys(p) != "0:payment_terms: problem.shares" {
		t.Errorf("shares of 90 %%: %v, %v", plan, p)
	}
}

func TestTheBalanceIsWhatTheDepositLeaves(t *testing.T) {
	plan, _ := data.ParsePayment("T/T 30/70")
	for _, c := range []struct {
		currency                data.Currency
		total, deposit, balance string
	}{
		{"USD", "12345.67", "3703.70", "8641.97"},
		{"JPY", "1000001", "300000", "700001"},
		{"KWD", "1234.567", "370.370", "864.197"},
		{"USD", "0.05", "0.02", "0.03"},
	} {
		parts := plan.Amounts(must(data.ParseMoney(c.total, c.currency)))
		if parts[0].String() != c.deposit || parts[1].String() != c.balance {
			t.Errorf("%s %s: %v", c.currency, c.total, parts)
		}
	}
	fixed := data.PaymentPlan{{Minor: 50000}, {}}
	if parts := fixed.Amounts(data.Money{Minor: 123456, Currency: "USD"}); parts[0].Minor != 50000 || parts[1].Minor != 73456 || fixed.Validate() != nil {
		t.Errorf("a fixed deposit: %v", parts)
	}
}

func TestInstalmentsSumToTheTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := data.PaymentPlan{}
		for _, share := range rapid.SliceOfN(rapid.Int64Range(0, int64(data.Hundred)), 1, 5).Draw(t, "shares") {
			plan = append(plan, data.Instalment{Share: data.Percent(share)})
		}
		total := data.Money{Minor: rapid.Int64Range(-1<<50, 1<<50).Draw(t, "total"), Currency: "USD"}
		sum := int64(0)
		for _, part := range plan.Amounts(total) {
			sum += part.Minor
		}
		if sum != total.Minor {
			t.Fatalf("%d of %d", sum, total.Minor)
		}
	})
}

func TestAPlanIsPrintedAsPaymentTerms(t *testing.T) {
	for text, want := range map[string]string{
		"tt 30/70":     "30% T/T in advance, 70% T/T before shipment",
		"lc sight":     "L/C at sight",
		"O/A 45 days":  "O/A 45 days after B/L date",
		"D/P 30 days":  "D/P 30 days after sight",
		"月结30天":        "O/A 30 days after month end",
		"月结":           "O/A at month end",
		"T/T 100%前T/T": "T/T in advance",
	} {
		plan, _ := data.ParsePayment(text)
		if got := plan.String(); got != want {
			t.Errorf("%q: %q; want %q", text, got, want)
		}
		if again, ok := data.ParsePayment(plan.String()); !ok || !reflect.DeepEqual(again, plan) {
			t.Errorf("%q isn't read back: %+v", plan, again)
		}
	}
}

func TestAPlanWithAFixedAmountIsPrintedInItsCurrencyAndReadBack(t *testing.T) {
	plan := data.PaymentPlan{
		{Minor: 500_000, Method: data.Transfer, Trigger: data.OnOrder},
		{Method: data.LetterOfCredit, Trigger: data.OnBLDate, Days: 60},
	}
	text := plan.In("JPY")
	if text != "JPY 500000 T/T in advance, balance L/C 60 days after B/L date" {
		t.Error(text)
	}
	if again, ok := data.ParsePayment(text); !ok || !reflect.DeepEqual(again, plan) {
		t.Errorf("%q is read as %+v", text, again)
	}
}

func TestTermsAreSaidAgainOnlyWhereTheySayNothingMore(t *testing.T) {
	for _, one := range [][2]string{
		{"30% deposit by T/T, balance against copy of B/L", "30%/T/T/order/0 70%/T/T/copy of B/L/0"},
		{"T/T 30/70", "30%/T/T/order/0 70%/T/T//0"},
		{"TT 30/70 against copy of B/L", "30%/T/T/order/0 70%/T/T/copy of B/L/0"},
		{"30% deposit, 70% before shipment", "30%//order/0 70%//before shipment/0"},
		{"30%定金，余款见提单复印件", "30%//order/0 70%//copy of B/L/0"},
		{"irrevocable L/C at sight", "100%/L/C/sight/0"},
		{"100% L/C 90 days after sight", "100%/L/C/sight/90"},
		{"O/A 45 days", "100%/O/A//45"},
		{"Net 30", "100%/O/A//30"},
		{"月结30天", "100%/O/A/month end/30"},
		{"货到月结30天", ""},
		{"30% T/T in advance + 70% L/C 60 days after B/L date", "30%/T/T/order/0 70%/L/C/B/L date/60"},
		{"30% deposit, 70% L/C at sight", "30%//order/0 70%/L/C/sight/0"},
		{"USD 5,000 T/T in advance, balance T/T before shipment", "500000/T/T/order/0 0%/T/T/before shipment/0"},
		{"confirmed L/C at sight", ""},
		{"T/T or L/C at sight", ""},
		{"30% T/T deposit, 70% T/T against B/L", ""},
		{"30% T/T deposit, 70% T/T before loading", ""},
		{"30% T/T deposit within 7 days, 70% 30 days after B/L date or invoice date", ""},
		{"30% T/T deposit", ""},
		{"O/A 30 days after shipment", ""},
		{"EUR 5,000 T/T in advance, balance T/T before shipment", ""},
		{"T/T 30% deposit, 60% before shipment", ""},
		{"70% L/C at sight, 30% before shipment", ""},
		{"100% T/T in advance to our account in Hong Kong", ""},
	} {
		text, want := one[0], one[1]
		plan, ok := data.SaidPayment(text, "USD")
		got := ""
		for _, i := range plan {
			share := i.Share.String() + "%"
			if i.Minor != 0 {
				share = fmt.Sprint(i.Minor)
			}
			got += fmt.Sprintf("%s/%s/%s/%d ", share, i.Method, i.Trigger, i.Days)
		}
		if got = strings.TrimSpace(got); got != want || ok != (want != "") {
			t.Errorf("%q is said as %q (%v); want %q", text, got, ok, want)
		}
	}
}

func TestAPlanIsWrittenInChineseAsItIsReadBack(t *testing.T) {
	for text, want := range map[string]string{
		"月结30天":     "月结30天",
		"月结":        "月结",
		"T/T 30/70": "30%电汇预付，70%电汇发货前付",
		"30% T/T deposit, balance L/C 60 days after B/L date":       "30%电汇预付，70%信用证提单日后60天付",
		"USD 5,000 T/T in advance, balance T/T against copy of B/L": "USD 5000.00 电汇预付，余款电汇见提单副本付",
		"L/C at sight":                "即期信用证",
		"D/P 30 days after sight":     "付款交单见票后30天付",
		"O/A 45 days after B/L date":  "赊销提单日后45天付",
		"T/T 10 days before shipment": "电汇发货前10天付",
	} {
		plan, ok := data.ParsePayment(text)
		if got := plan.InWords("zh", "USD"); !ok || got != want {
			t.Errorf("%q in Chinese: %q; want %q", text, got, want)
		}
		if got := plan.InWords("en", "USD"); got != plan.In("USD") {
			t.Errorf("%q in English: %q", text, got)
		}
	}
}

// Whatever rows of instalments make, their text is read as the same rows.
func TestInstalmentsInWordsAreReadBackInEveryLanguage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		share := data.Percent(rapid.Int64Range(1, 99).Draw(t, "share") * 1_000_000)
		plan := data.PaymentPlan{{Share: share}, {Share: data.Hundred - share}}
		for n := range plan {
			plan[n].Method = rapid.SampledFrom(data.PaymentMethods()).Draw(t, "method")
			plan[n].Trigger = rapid.SampledFrom(data.PaymentTriggers()).Draw(t, "trigger")
			plan[n].Days = rapid.IntRange(0, 120).Draw(t, "days")
		}
		text := plan.InWords("zh", "USD")
		again, ok := data.ParsePayment(text)
		if text != plan.In("USD") && (!ok || !reflect.DeepEqual(again, plan)) {
			t.Fatalf("%+v is written %q, which is read as %+v", plan, text, again)
		}
	})
}

func TestEveryWayToPayHasChineseWords(t *testing.T) {
	for _, method := range data.PaymentMethods() {
		for _, trigger := range data.PaymentTriggers() {
			for _, days := range []int{0, 30} {
				plan := data.PaymentPlan{{Share: data.Hundred, Method: method, Trigger: trigger, Days: days}}
				if text := plan.InWords("zh", "USD"); text == plan.In("USD") && (days == 0 || trigger != data.OnOrder) { // days after the order have no usual words
					t.Errorf("%s, %d days after %s stays %q", method, days, trigger, text)
				} else if said, ok := data.SaidPayment(text, "USD"); !ok || !reflect.DeepEqual(said, plan) {
					t.Errorf("%q isn't said again word for word: %+v", text, said)
				}
			}
		}
	}
}
