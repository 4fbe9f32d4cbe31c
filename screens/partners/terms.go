package partners

import (
	"reflect"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// methods by their catalog keys.
var methods = map[data.PaymentMethod]string{
	data.Transfer: "partner.method.tt", data.LetterOfCredit: "partner.method.lc", data.AgainstPayment: "partner.method.dp",
	data.AgainstAcceptance: "partner.method.da", data.OpenAccount: "partner.method.oa", data.CashAgainstDocument: "partner.method.cad",
}

func instalmentRow(host *kit.Host, currency func() data.Currency) func(*kit.Form, data.Instalment, func()) func(*data.Problems) (data.Instalment, bool) {
	var ways []kit.Option[data.PaymentMethod]
	for _, m := range data.PaymentMethods() {
		ways = append(ways, kit.Option[data.PaymentMethod]{Value: m, Code: string(m), Name: host.T(methods[m])})
	}
	var whens []kit.Option[data.PaymentTrigger]
	for _, t := range data.PaymentTriggers() {
		whens = append(whens, kit.Option[data.PaymentTrigger]{Value: t, Name: host.TriggerWord(t), Also: []string{string(t)}})
	}
	return func(f *kit.Form, i data.Instalment, edited func()) func(*data.Problems) (data.Instalment, bool) {
		way, when := kit.NewPicker(host, ways), kit.NewPicker(host, whens)
		way.OnChanged, when.OnChanged = edited, edited
		f.Add(
			kit.Field{ID: "share", Label: "partner.instalment.share", Hint: "partner.instalment.share.hint", Span: kit.Quarter},
			kit.Field{ID: "method", Label: "partner.instalment.method", Span: kit.Quarter, Control: way},
			kit.Field{ID: "trigger", Label: "partner.instalment.trigger", Span: kit.Quarter, Control: when},
			kit.Field{ID: "days", Label: "partner.instalment.days", Span: kit.Quarter},
		)
		blank := i == data.Instalment{}
		if blank {
			i.Method, i.Trigger = data.Transfer, data.BeforeShipment
		}
		kit.SetIn(way, ways, i.Method)
		kit.SetIn(when, whens, i.Trigger)
		f.Set("share", portionText(i, currency(), blank))
		if i.Days > 0 {
			f.Set("days", strconv.Itoa(i.Days))
		}
		return func(bad *data.Problems) (data.Instalment, bool) {
			part := data.Instalment{Method: way.Value(), Trigger: when.Value()}
			text := strings.ReplaceAll(f.Text("share"), " ", "")
			readPortion(text, currency(), &part, bad)
			if days := f.Text("days"); days != "" {
				n, err := strconv.Atoi(days)
				if err != nil {
					bad.Add("days", "problem.not_whole")
				}
				part.Days = n
			}
			return part, text != ""
		}
	}
}

// balance stands for what the other instalments leave.
const balance = "-"

// portionText is a share as "30%", an amount as "5000.00", and what is left as "-".
func portionText(i data.Instalment, c data.Currency, blank bool) string {
	switch {
	case blank:
		return ""
	case i.Minor != 0:
		return data.Money{Minor: i.Minor, Currency: c}.String()
	case i.Share == 0:
		return balance
	}
	return i.Share.String() + "%"
}

// readPortion is portionText's inverse. A plain number up to 100 is a share: nobody asks for a deposit of 30 dollars.
func readPortion(text string, c data.Currency, part *data.Instalment, bad *data.Problems) {
	digits, percent := strings.CutSuffix(strings.ReplaceAll(text, "％", "%"), "%")
	share, err := data.ParsePercent(kit.PlainNumber(digits))
	switch {
	case text == "", text == balance:
	case err == nil && (percent || share <= data.Hundred):
		part.Share = share
	case percent:
		bad.Add("share", "problem.not_a_number")
	default:
		amount, err := data.ParseMoney(kit.PlainNumber(digits), c)
		if part.Minor = amount.Minor; err != nil {
			bad.Add("share", "problem.not_a_number")
		}
	}
}

// follow writes the terms out when their rows were edited, and the rows anew when the text was.
func (e *editor) follow() {
	e.instalments.OnChanged = func() {
		var bad data.Problems
		plan := data.PaymentPlan(e.instalments.Read(&bad))
		if len(bad) == 0 && len(plan) > 0 {
			e.setTerms(plan.InWords(e.host.Lang(), e.currency.Value()))
		}
		e.form.Edited("payment_terms")
		e.form.Edited("instalments")
	}
	e.form.Entry("payment_terms").OnChanged = func(text string) {
		if !e.filling {
			e.showPlan(text)
		}
		e.form.Edited("payment_terms")
	}
}

// setTerms fills the text of the terms without reading it back.
func (e *editor) setTerms(text string) {
	e.filling = true
	e.form.Set("payment_terms", text)
	e.filling = false
}

// showPlan fills the rows from what the text of the terms says; a text that isn't understood has none.
func (e *editor) showPlan(text string) {
	plan, ok := data.ParsePayment(strings.TrimSpace(text))
	if !ok || len(plan.Validate()) > 0 {
		plan = nil
	}
	var bad data.Problems
	if now := e.instalments.Read(&bad); !reflect.DeepEqual(data.PaymentPlan(now), plan) {
		e.instalments.Show(plan)
	}
}
