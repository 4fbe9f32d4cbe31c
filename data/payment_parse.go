package data

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// paymentWords brings the many ways to write methods of payment to one.
var paymentWords = []struct {
	pattern *regexp.Regexp
	word    string
}{
	{regexp.MustCompile(`t\s*/\s*t\b|\btt\b|telegraphic transfer|wire( transfer)?|bank transfer|电汇`), " <T/T> "},
	{regexp.MustCompile(`l\s*/\s*c\b|\blc\b|letter of credit|信用证`), " <L/C> "},
	{regexp.MustCompile(`d\s*/\s*p\b|\bdp\b|documents against payment|付款交单`), " <D/P> "},
	{regexp.MustCompile(`d\s*/\s*a\b|\bda\b|documents against acceptance|承兑交单`), " <D/A> "},
	{regexp.MustCompile(`月结`), " <O/A> 月末 "},
	{regexp.MustCompile(`o\s*/\s*a\b|\boa\b|open account|\bnet\b|赊销`), " <O/A> "},
	{regexp.MustCompile(`c\.?a\.?d\b\.?|cash against documents?|凭单付现`), " <CAD> "},
}

// methodMark finds a method in text that paymentWords went over.
var methodMark = regexp.MustCompile(`<([A-Z/]+)>`)

// triggers tells what makes an instalment due; the first that matches counts.
var triggers = []struct {
	pattern *regexp.Regexp
	trigger PaymentTrigger
}{
	{regexp.MustCompile(`month[ -]end|end of (the )?month|\be\.?o\.?m\b|月末|月底`), OnMonthEnd},
	{regexp.MustCompile(`cop(y|ies) of (the )?(original )?b/?l|b/?l cop|copy b/?l|against (the )?b/?l|scan(ned)? b/?l|提单复印件|见提单|提单副本|提单扫描`), OnBLCopy},
	{regexp.MustCompile(`days? (after|from|of)? ?(the )?(date of )?(b/?l|bill of lading|shipment|on board|shipping)|提单日后|提单后|发货后|装船后`), OnBLDate},
	{regexp.MustCompile(`days? (after|from|of)? ?(the )?(date of )?invoice|invoice date|发票日|开票后`), OnInvoice},
	{regexp.MustCompile(`arrival|到港|到货`), OnArrival},
	{regexp.MustCompile(`before (the )?(shipment|shipping|delivery|loading|dispatch|despatch)|prior to|发货前|出货前|装船前|交货前|装运前`), BeforeShipment},
	{regexp.MustCompile(`advance|deposit|prepa|down ?payment|with order|upon order|on order|after order|order confirmation|预付|定金|订金|下单|前t/t|前付`), OnOrder},
	{regexp.MustCompile(`sight|即期|见票`), OnSight},
	{regexp.MustCompile(`b/?l date|bill of lading|提单日`), OnBLDate},
}

var (
	pairOfShares = regexp.MustCompile(`(\d{1,2})\s*[/:：-]\s*(\d{1,2})(\D|$)`)
	shareOfTotal = regexp.MustCompile(`(\d{1,3}(?:\.\d{1,6})?)\s*%`)
	sumOfMoney   = regexp.MustCompile(`\b([a-z]{3})\s*(\d[\d,]*(?:\.\d+)?)(\s*%)?`)
	daysAfter    = regexp.MustCompile(`(\d{1,3})\s*(?:-\s*)?(days?|天|日)`)
	netDays      = regexp.MustCompile(`<O/A>\s*(\d{1,3})\b`)
	theBalance   = regexp.MustCompile(`balance|\brest\b|remain|余款|尾款|余额`)
)

// ParsePayment reads payment terms as merchants write them: "T/T 30/70", "30% deposit, 70% against copy of B/L", "L/C at
// sight", "30% T/T + 70% L/C 60 days after B/L date", "O/A 30 days". It reports false for what it doesn't understand;
// the terms are then printed as they stand. What is left open is taken as it usually is; [SaidPayment] doesn't guess.
func ParsePayment(text string) (PaymentPlan, bool) {
	plain := plainTerms(text)
	parts, shares := cutShares(plain)
	plan := make(PaymentPlan, 0, len(parts))
	method := PaymentMethod("")
	for n, part := range parts {
		i := shares[n]
		if m := methodMark.FindStringSubmatch(part); m != nil {
			method = PaymentMethod(m[1])
		}
		i.Method = method
		i.Trigger, i.Days = whenDue(part)
		plan = append(plan, i)
	}
	return plan, plan.settle(methodMark.FindStringSubmatch(plain))
}

// plainTerms brings the signs and the names of the methods in payment terms to one way of writing.
func plainTerms(text string) string {
	plain := strings.NewReplacer("％", "%", "，", ",", "；", ";", "（", "(", "）", ")").Replace(strings.ToLower(text))
	for _, w := range paymentWords {
		plain = w.pattern.ReplaceAllString(plain, w.word)
	}
	return plain
}

// portion is where in the text the share or the amount of an instalment stands.
type portion struct {
	from, to int
	part     Instalment
}

// portions finds the shares ("30 %") in text, and the amounts ("usd 5,000.00") with the currency before them.
func portions(text string) (found []portion) {
	for _, m := range shareOfTotal.FindAllStringSubmatchIndex(text, -1) {
		found = append(found, portion{m[0], m[1], Instalment{Share: percentIn(text[m[2]:m[3]])}})
	}
	for _, m := range sumOfMoney.FindAllStringSubmatchIndex(text, -1) {
		currency := Currency(strings.ToUpper(text[m[2]:m[3]]))
		amount, err := ParseMoney(strings.ReplaceAll(text[m[4]:m[5]], ",", ""), currency)
		if currency.Known() && err == nil && amount.Minor > 0 && m[6] < 0 { // "all 100%" isn't in Albanian lek
			found = append(found, portion{m[0], m[5], Instalment{Minor: amount.Minor}})
		}
	}
	slices.SortFunc(found, func(a, b portion) int { return a.from - b.from })
	return found
}

// cutShares cuts the text into one part per instalment and returns their shares or amounts.
func cutShares(text string) (parts []string, shares []Instalment) {
	marks := portions(text)
	if m := pairOfShares.FindStringSubmatchIndex(text); len(marks) == 0 && m != nil {
		first, second := percentIn(text[m[2]:m[3]]), percentIn(text[m[4]:m[5]])
		if first+second == Hundred {
			head := text[:m[0]] // "T/T 30/70 against copy of B/L": what follows is about the second part
			return []string{methodMark.FindString(head) + " deposit", head + text[m[5]:]}, []Instalment{{Share: first}, {Share: second}}
		}
	}
	if len(marks) == 0 {
		return []string{text}, []Instalment{{Share: Hundred}}
	}
	start, sum, fixed := 0, Percent(0), false
	for n, m := range marks {
		end := len(text)
		if n+1 < len(marks) {
			end = m.to + separator(text[m.to:marks[n+1].from])
		}
		parts, shares = append(parts, text[start:end]), append(shares, m.part)
		start, sum, fixed = end, sum+m.part.Share, fixed || m.part.Minor != 0
	}
	rest := Instalment{Share: Hundred - sum}
	if fixed {
		rest.Share = 0 // nobody knows yet how much that is
	}
	return withBalance(parts, shares, rest, fixed || rest.Share > 0)
}

// separator returns where in the text between two shares the next instalment begins: at the last comma, plus or "and",
// else at the next share itself.
func separator(between string) int {
	return max(strings.LastIndexAny(between, ",;+/&"), strings.LastIndex(between, " and "), strings.LastIndex(between, "余"),
		strings.LastIndex(between, "尾"), strings.LastIndex(between, "balance"), strings.LastIndex(between, "<"), 0)
}

// withBalance adds the instalment that is only named as the balance, or that a deposit leaves open.
func withBalance(parts []string, shares []Instalment, rest Instalment, open bool) ([]string, []Instalment) {
	last := len(parts) - 1
	if !open {
		return parts, shares
	}
	if at := theBalance.FindStringIndex(parts[last]); at != nil {
		head, tail := parts[last][:at[0]], parts[last][at[0]:]
		return append(append(parts[:last:last], head), tail), append(shares, rest)
	}
	if len(parts) == 1 && strings.Contains(parts[0], "deposit") {
		return append(parts, ""), append(shares, rest)
	}
	return parts, shares
}

// percentIn reads a share that a pattern has found.
func percentIn(s string) Percent { p, _ := ParsePercent(s); return p }

// whenDue reads the trigger and the days of one instalment.
func whenDue(part string) (PaymentTrigger, int) {
	days := 0
	for _, pattern := range []*regexp.Regexp{daysAfter, netDays} {
		if m := pattern.FindStringSubmatch(part); m != nil && days == 0 {
			days, _ = strconv.Atoi(m[1])
		}
	}
	for _, t := range triggers {
		if t.pattern.MatchString(part) {
			return t.trigger, days
		}
	}
	return "", days
}

// settle fills in what instalments leave open from their method, and reports whether the plan is understood: every
// instalment needs a method, and one without a share of its own too.
func (p PaymentPlan) settle(anyMethod []string) bool {
	for n := range p {
		i := &p[n]
		if i.Method == "" && anyMethod != nil {
			i.Method = PaymentMethod(anyMethod[1])
		}
		if i.Method == "" && (i.Trigger == OnOrder || i.Trigger == BeforeShipment || i.Trigger == OnBLCopy || n > 0) {
			i.Method = Transfer
		}
		if i.Method == "" {
			return false
		}
		if i.Trigger == "" {
			i.Trigger = i.usualTrigger(n, len(p))
		}
	}
	return len(p) > 0
}

// usualTrigger is when instalment n of several is due if nothing is said.
func (i Instalment) usualTrigger(n, several int) PaymentTrigger {
	switch {
	case i.Method == LetterOfCredit && i.Days > 0, i.Method == OpenAccount, i.Method == AgainstAcceptance && i.Days > 0,
		i.Method == Transfer && i.Days > 0:
		return OnBLDate
	case i.Method != Transfer:
		return OnSight
	case n > 0 && n == several-1:
		return BeforeShipment
	}
	return OnOrder
}
