package document

import (
	"strings"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// paymentTerms are the terms of payment as trade phrases, each language on a line of its own. Terms that can't be read as
// instalments, and those of papers frozen before this was done, stand as they were typed.
func (l layout) paymentTerms() string {
	return strings.Join(l.each(l.p.saidTerms), "\n")
}

// saidTerms returns the terms of payment in one language.
func (p Paper) saidTerms(w Words) string {
	if len(p.PaymentPlan) == 0 {
		return p.PaymentTerms
	}
	parts := make([]string, len(p.PaymentPlan))
	for n, part := range p.PaymentPlan {
		parts[n] = saidInstalment(part, n, len(parts), p.Currency, w)
	}
	return strings.Join(parts, w.T("payment.and"))
}

// instalment returns what is said of instalment i of the paper.
func (l layout) instalment(i int) string {
	part := l.p.Instalments[i]
	if part.Part == (data.Instalment{}) {
		return part.Terms
	}
	return strings.Join(l.each(func(w Words) string {
		return saidInstalment(part.Part, i, len(l.p.Instalments), l.p.Currency, w)
	}), "\n")
}

// saidInstalment returns instalment n, counted from 0, of several in the words of banks: "30% T/T deposit with order", "100%
// irrevocable L/C at 60 days after sight", "USD 5,000.00 T/T before shipment".
func saidInstalment(i data.Instalment, n, several int, c data.Currency, w Words) string {
	part := w.T("payment.balance")
	switch {
	case i.Minor != 0:
		part = newSpeech([]Words{w}).money(data.Money{Minor: i.Minor, Currency: c})
	case i.Share != 0:
		share := i.Share.String()
		part = w.Number(decimal.RequireFromString(share), places(share)) + "%"
	}
	if monthly(i) && several == 1 && i.Minor == 0 {
		part = "" // 月结30天 says it all
	}
	phrase := w.T(phraseOf(i, n, several), "Part", part, "Method", methodName(i.Method, w), "Count", i.Days)
	return strings.Join(strings.Fields(phrase), " ")
}

// methodName is how papers name a way to pay; "" stays "".
func methodName(m data.PaymentMethod, w Words) string {
	switch m {
	case data.Transfer:
		return w.T("payment.method.tt")
	case data.LetterOfCredit:
		return w.T("payment.method.lc")
	case data.AgainstPayment:
		return w.T("payment.method.dp")
	case data.AgainstAcceptance:
		return w.T("payment.method.da")
	case data.OpenAccount:
		return w.T("payment.method.oa")
	case data.CashAgainstDocument:
		return w.T("payment.method.cad")
	}
	return string(m)
}

// phrases are the keys of what is due on a trigger, and some days after it or before it.
var phrases = map[data.PaymentTrigger][2]string{
	data.OnOrder:        {"payment.order", "payment.order.days"},
	data.BeforeShipment: {"payment.shipment", "payment.shipment.days"},
	data.OnBLCopy:       {"payment.copy", "payment.copy.days"},
	data.OnSight:        {"payment.sight", "payment.sight.days"},
	data.OnBLDate:       {"payment.bl", "payment.bl.days"},
	data.OnInvoice:      {"payment.invoice", "payment.invoice.days"},
	data.OnArrival:      {"payment.arrival", "payment.arrival.days"},
	data.OnMonthEnd:     {"payment.month", "payment.month.days"},
	"":                  {"payment.open", "payment.open.days"},
}

// phraseOf is the key of the phrase for an instalment.
func phraseOf(i data.Instalment, n, several int) string {
	switch {
	case monthly(i) && i.Days > 0:
		return "payment.monthly.days"
	case monthly(i):
		return "payment.monthly"
	case i.Days > 0:
		return phrases[i.Trigger][1]
	case i.Trigger == data.OnOrder:
		return phraseOfDeposit(i.Method, several)
	case i.Trigger == "" && i.Method == data.Transfer && n > 0 && n == several-1 && i.Share != 0:
		return "payment.rest"
	}
	return phrases[i.Trigger][0]
}

// monthly reports whether goods are paid by the month, which Chinese has a word of its own for: 月结.
func monthly(i data.Instalment) bool {
	return i.Method == data.OpenAccount && i.Trigger == data.OnMonthEnd
}

// phraseOfDeposit tells a deposit from a price that is paid as a whole in advance.
func phraseOfDeposit(m data.PaymentMethod, several int) string {
	switch {
	case several == 1:
		return "payment.advance"
	case m == data.Transfer || m == "":
		return "payment.deposit"
	}
	return phrases[data.OnOrder][0]
}
