package document_test

import (
	"reflect"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

// terms builds a proforma with these terms of payment.
func terms(t *testing.T, text string) document.Paper {
	t.Helper()
	src := sample()
	src.Order.PaymentTerms = text
	return build(t, src, data.Proforma)
}

// printed is what the paper prints as terms of payment.
func printed(t *testing.T, p document.Paper, langs ...string) string {
	t.Helper()
	for _, b := range document.Lay(p, nil, words(t, langs...)...).Blocks {
		boxes, _ := b.(document.Boxes)
		for _, row := range boxes.Rows {
			for _, box := range row {
				for _, f := range box.Facts {
					if strings.Contains(f.Label, "Terms of payment") || strings.Contains(f.Label, "付款方式") {
						return f.Text
					}
				}
			}
		}
	}
	t.Fatal("the paper has no terms of payment")
	return ""
}

func TestTermsOfPaymentArePrintedInTheReadersLanguage(t *testing.T) {
	for text, want := range map[string][2]string{
		"30% deposit by T/T, balance against copy of B/L": {"30% T/T deposit with order, 70% T/T against copy of B/L", "30%电汇（T/T）定金，下单时支付；70%电汇（T/T），凭提单副本支付"},
		"L/C at sight":                  {"100% irrevocable L/C at sight", "100%即期不可撤销信用证（L/C）"},
		"即期信用证":                         {"100% irrevocable L/C at sight", "100%即期不可撤销信用证（L/C）"},
		"L/C 1 day after sight":         {"100% irrevocable L/C at 1 day after sight", "100%不可撤销信用证（L/C），见票后1天付款"},
		"D/A 60 days after B/L date":    {"100% D/A 60 days after B/L date", "100%承兑交单（D/A），提单日后60天付款"},
		"D/P at sight":                  {"100% D/P at sight", "100%即期付款交单（D/P）"},
		"T/T in advance":                {"100% T/T in advance", "100%电汇（T/T）预付"},
		"T/T 30/70":                     {"30% T/T deposit with order, 70% T/T balance", "30%电汇（T/T）定金，下单时支付；70%电汇（T/T）余款"},
		"月结30天":                         {"O/A 30 days after month end", "月结30天"},
		"30%预付，70%月结60天":                {"30% deposit with order, 70% O/A 60 days after month end", "30%定金，下单时支付；70%月结60天"},
		"Net 30":                        {"100% O/A 30 days", "100%赊销（O/A）30天"},
		"30% deposit, 70% L/C at sight": {"30% deposit with order, 70% irrevocable L/C at sight", "30%定金，下单时支付；70%即期不可撤销信用证（L/C）"},
		"USD 1,500.5 T/T in advance, balance T/T before shipment": {
			"USD 1,500.50 T/T deposit with order, balance T/T before shipment", "USD 1,500.50电汇（T/T）定金，下单时支付；余款电汇（T/T），发货前支付",
		},
	} {
		p := terms(t, text)
		if en, zh := printed(t, p, "en"), printed(t, p, "zh"); en != want[0] || zh != want[1] {
			t.Errorf("%q is printed as\n%s\n%s", text, en, zh)
		}
		if both := printed(t, p, "en", "zh"); both != want[0]+"\n"+want[1] {
			t.Errorf("%q in two languages: %q", text, both)
		}
	}
}

func TestTermsThatSayMoreArePrintedAsTyped(t *testing.T) {
	for _, text := range []string{"as agreed by phone", "confirmed L/C at sight", "EUR 5,000 T/T in advance, balance T/T before shipment"} {
		p := terms(t, text)
		if got := printed(t, p, "en", "zh"); got != text || p.PaymentPlan != nil {
			t.Errorf("%q is printed as %q", text, got)
		}
	}
}

func TestEveryPlanIsReadBackFromWhatIsPrinted(t *testing.T) {
	for _, method := range data.PaymentMethods() {
		for _, trigger := range data.PaymentTriggers() {
			for _, days := range []int{0, 1, 45} {
				part := data.Instalment{Share: percent("62.5"), Method: method, Trigger: trigger, Days: days}
				plan := data.PaymentPlan{{Share: percent("37.5"), Method: data.Transfer, Trigger: data.OnOrder}, part}
				p := terms(t, plan.In("USD"))
				if !reflect.DeepEqual(p.PaymentPlan, plan) {
					t.Errorf("%q is read as %+v", plan.In("USD"), p.PaymentPlan)
				}
				for _, lang := range []string{"en", "zh"} {
					text := printed(t, p, lang)
					if got, _ := data.SaidPayment(text, "USD"); !reflect.DeepEqual(got, plan) {
						t.Errorf("%q is read back as %+v", text, got)
					}
				}
			}
		}
	}
}

func TestACopyFrozenWithoutAPlanPrintsTheTermsAsTyped(t *testing.T) {
	p := terms(t, "30% deposit by T/T, balance against copy of B/L")
	old := p
	old.PaymentPlan, old.Instalments = nil, []document.Instalment{{Terms: "30% T/T in advance"}, {Terms: "70% T/T against copy of B/L"}}
	old.Instalments[0].Amount, old.Instalments[1].Amount = p.Instalments[0].Amount, p.Instalments[1].Amount
	frozen := must(document.Freeze(old))
	thawed := must(document.Thaw(frozen))
	if got := printed(t, thawed, "zh"); got != "30% deposit by T/T, balance against copy of B/L" {
		t.Error(got)
	}
	if page := strings.Join(document.Lay(thawed, nil, words(t, "zh")...).Texts(), "\n"); !strings.Contains(page, "\n30% T/T in advance\n") {
		t.Error("the instalments of a frozen copy read otherwise")
	}
	if d := document.Differences(thawed, p); len(d) > 0 {
		t.Errorf("nothing changed: %v", d)
	}
}
