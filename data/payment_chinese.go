package data

import (
	"reflect"
	"strconv"
	"strings"
)

// InWords is [PaymentPlan.In] as payment terms are written in a language: "30%电汇预付，70%电汇见提单副本付" and 月结30天 in Chinese, English
// in all others. [ParsePayment] reads it back as p; a plan that Chinese couldn't be read back of is written in English.
func (p PaymentPlan) InWords(lang string, c Currency) string {
	if lang != "zh" {
		return p.In(c)
	}
	parts := make([]string, len(p))
	for n, i := range p {
		parts[n] = i.part(len(p) > 1, c) + i.chinese()
	}
	text := strings.NewReplacer("% ", "%", "balance ", "余款").Replace(strings.Join(parts, "，"))
	if again, ok := ParsePayment(text); !ok || !reflect.DeepEqual(again, p) {
		return p.In(c)
	}
	return text
}

// chineseMethods are the methods as Chinese payment terms name them.
var chineseMethods = map[PaymentMethod]string{
	Transfer: "电汇", LetterOfCredit: "信用证", AgainstPayment: "付款交单", AgainstAcceptance: "承兑交单", OpenAccount: "赊销", CashAgainstDocument: "凭单付现",
}

// chinese says in Chinese how and when an instalment is paid.
func (i Instalment) chinese() string {
	days := ""
	if i.Days > 0 {
		days = strconv.Itoa(i.Days) + "天"
	}
	method := chineseMethods[i.Method]
	switch i.Trigger {
	case OnMonthEnd:
		if i.Method == OpenAccount {
			return "月结" + days
		}
		return method + "月末" + after(days) + "付"
	case OnOrder:
		return method + "预付"
	case BeforeShipment:
		return method + "发货前" + days + "付"
	case OnBLCopy:
		return method + "见提单副本" + after(days) + "付"
	case OnSight:
		if days == "" {
			return "即期" + method
		}
		return method + "见票" + after(days) + "付"
	case OnBLDate:
		return method + "提单日" + after(days) + "付"
	case OnInvoice:
		return method + "发票日" + after(days) + "付"
	case OnArrival:
		return method + "到货" + after(days) + "付"
	}
	return method + days
}

// after puts "after" before a number of days.
func after(days string) string {
	if days == "" {
		return ""
	}
	return "后" + days
}
