package data

import (
	"regexp"
	"strings"
)

// dueWords are the words that say a trigger and nothing else: "against B/L" isn't "against copy of B/L", and "after
// delivery" isn't a day on a paper.
var dueWords = map[PaymentTrigger]*regexp.Regexp{
	OnOrder:        regexp.MustCompile(`\b(in )?advance\b|\bdeposit\b|\bprepa(id|yment)\b|\bdown ?payment\b|\b(with|upon|on|after) (the )?order\b|预付款?|定金|订金|下单`),
	BeforeShipment: regexp.MustCompile(`\b(before|prior to) (the )?shipment\b|发货前|出货前|装运前|装船前`),
	OnBLCopy:       regexp.MustCompile(`\bcop(y|ies) of (the )?b/?l\b|\bb/?l cop(y|ies)\b|\bcopy b/?l\b|提单复印件|提单副本`),
	OnSight:        regexp.MustCompile(`\bsight\b|即期|见票`),
	OnBLDate:       regexp.MustCompile(`\b(date of (the )?)?(b/?l|bill of lading)( date)?\b|提单日?`),
	OnInvoice:      regexp.MustCompile(`\b(date of (the )?)?invoice( date)?\b|发票日|开票`),
	OnArrival:      regexp.MustCompile(`\barrival\b|到货|到港`),
	OnMonthEnd:     regexp.MustCompile(`\bmonth[ -]end\b|\bend of (the )?month\b|\beom\b|月末|月底`),
}

// fillerWords say nothing that the instalment doesn't: a letter of credit is irrevocable whether it says so or not (UCP 600
// art. 3).
var fillerWords = regexp.MustCompile(`\b(by|at|on|in|and|the|of|for|from|payment|payable|paid|within|after|against|balance|rest|remaining|remainder|all|total|full|irrevocable)\b` +
	`|不可撤销|的|支付|付款|付清|付|凭|见|收到|余款|尾款|余额|全额|货款|内|后|时|以|[\s,;:+&/().。、-]`)

// SaidPayment returns the instalments that payment terms on a paper in currency c name word for word, so that they can be
// said in another language without adding or losing anything. What is left open stays empty: the trigger of "O/A 30 days".
// It reports false when the text says more than instalments can ("confirmed L/C at sight", "before loading"), names
// amounts in another currency, has shares that don't sum to 100 %, or isn't understood by [ParsePayment].
func SaidPayment(text string, c Currency) (PaymentPlan, bool) {
	settled, ok := ParsePayment(text)
	if !ok || len(settled.Validate()) > 0 {
		return nil, false
	}
	parts, plan := cutShares(plainTerms(text))
	method := PaymentMethod("")
	for n, part := range parts {
		i, own := &plan[n], methodMark.FindStringSubmatch(part)
		if own != nil {
			method = PaymentMethod(own[1])
		}
		i.Method = method
		i.Trigger, i.Days = whenDue(part)
		carried := own == nil && method != "" && method != Transfer // whether the rest is by credit too isn't said
		if carried || i.Method == "" && i.Trigger == "" || strings.TrimSpace(part) == "" || i.unsaid(part, c) != "" {
			return nil, false
		}
	}
	return plan, true
}

// unsaid returns what is left of the words of an instalment when those are taken out that it says by itself.
func (i Instalment) unsaid(part string, c Currency) string {
	for _, m := range sumOfMoney.FindAllStringSubmatch(part, -1) {
		if strings.EqualFold(m[1], string(c)) {
			part = strings.Replace(part, m[0], " ", 1)
		}
	}
	part = shareOfTotal.ReplaceAllString(part, " ")
	for _, days := range []*regexp.Regexp{daysAfter, netDays} {
		if at := days.FindStringIndex(part); at != nil {
			part = part[:at[0]] + " " + part[at[1]:]
			break
		}
	}
	part = strings.ReplaceAll(part, "<"+string(i.Method)+">", " ")
	if due, ok := dueWords[i.Trigger]; ok {
		part = due.ReplaceAllString(part, " ")
	}
	return fillerWords.ReplaceAllString(part, "")
}
