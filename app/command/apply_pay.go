package command

import (
	"cmp"
	"encoding/json"
	"strconv"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// payKinds are the kinds a file may book; a payment is taken back by an action of its own.
var payKinds = map[string]data.PayKind{
	"": data.PayReceived, "received": data.PayReceived, "refunded": data.PayRefunded, "written_off": data.PayWrittenOff, "moved": data.PayMoved,
}

// pay books money of a customer for one order ("order_no") or several ("allocations").
func (a *applying) pay(f fields) (outcome, error) {
	var problems data.Problems
	p := data.Payment{No: f.text("payment_no", &problems), Customer: f.text("customer", &problems)}
	kind, known := payKinds[f.text("kind", &problems)]
	if p.Kind = kind; !known {
		problems = append(problems, data.Problem{Field: "kind", Key: "problem.not_one_of", Args: map[string]any{"Values": "received, refunded, written_off, moved"}})
	}
	p.Date = dayOf(f, &problems)
	p.Account, p.Reference, p.Note = f.text("account", &problems), f.text("reference", &problems), f.text("note", &problems)
	a.payRate(f, &p, &problems)
	order, err := a.payOrder(f, &p, &problems)
	if err != nil {
		return outcome{}, err
	}
	a.payAmounts(f, &p, &problems)
	if err := a.allocations(f, &p, order, &problems); err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, problems)
	}
	p, err = a.st.Payments.Book(a.ctx, p)
	return outcome{Number: p.No, Result: "booked"}, err
}

// dayOf reads the "date"; none is "".
func dayOf(f fields, problems *data.Problems) data.Date {
	text := f.text("date", problems)
	if text == "" {
		return ""
	}
	day, err := data.ParseDate(text)
	if err != nil {
		problems.Add("date", "problem.not_a_date")
	}
	return day
}

// payRate reads the rate at which the bank settled.
func (a *applying) payRate(f fields, p *data.Payment, problems *data.Problems) {
	text := f.text("rate", problems)
	if text == "" {
		return
	}
	var err error
	if p.Rate, err = data.ParseExchangeRate(text); err != nil {
		problems.Add("rate", "problem.not_a_number")
	}
}

// payOrder finds the only order that is paid, and the currency: the order's unless the file says another.
func (a *applying) payOrder(f fields, p *data.Payment, problems *data.Problems) (order data.Order, err error) {
	number := f.text("order_no", problems)
	if number != "" {
		var there bool
		if order, there, err = found(a.st.Orders.ByNo(a.ctx, number)); err != nil {
			return order, err
		}
		if !there {
			*problems = append(*problems, data.Problem{Field: "order_no", Key: "problem.not_found", Args: map[string]any{"Value": number}})
		}
	}
	p.Currency = cmp.Or(data.Currency(f.text("currency", problems)), order.Currency)
	return order, nil
}

// payAmounts reads what came and what banks kept; a difference that is written off is the amount.
func (a *applying) payAmounts(f fields, p *data.Payment, problems *data.Problems) {
	take := func(name string) int64 {
		raw, said := f.take(name)
		if !said {
			return 0
		}
		return takeAmount(name, raw, p.Currency, problems)
	}
	p.Amount, p.Charges = take("amount"), take("charges")
	switch p.Kind {
	case data.PayWrittenOff:
		p.WrittenOff, p.Amount = p.Amount, 0
	case data.PayRefunded:
		if p.Amount > 0 {
			p.Amount = -p.Amount
		}
	}
}

// allocations reads what the payment counts for: all of it for one order, in whose currency "credited" says what it pays, or a list.
func (a *applying) allocations(f fields, p *data.Payment, order data.Order, problems *data.Problems) error {
	if raw, said := f.take("credited"); said && order.ID != 0 {
		p.Allocations = []data.Allocation{{OrderID: order.ID, OrderNo: order.No, Minor: p.Counts(), Credited: takeAmount("credited", raw, order.Currency, problems)}}
	} else if order.ID != 0 {
		p.Allocations = []data.Allocation{{OrderID: order.ID, OrderNo: order.No, Minor: p.Counts()}}
	}
	raw, said := f.take("allocations")
	if !said {
		a.unknown(f, problems)
		return nil
	}
	p.Allocations = nil
	for i, one := range listOf(raw, "allocations", problems) {
		var wrong data.Problems
		al, err := a.allocation(one, p, &wrong)
		if err != nil {
			return err
		}
		*problems = append(*problems, within("allocations."+strconv.Itoa(i+1), wrong)...)
		p.Allocations = append(p.Allocations, al)
	}
	a.unknown(f, problems)
	return nil
}

// allocation reads one of a list: without an order it is the customer's credit.
func (a *applying) allocation(one fields, p *data.Payment, wrong *data.Problems) (data.Allocation, error) {
	al := data.Allocation{OrderNo: one.text("order_no", wrong)}
	currency := p.Currency
	if al.OrderNo != "" {
		order, there, err := found(a.st.Orders.ByNo(a.ctx, al.OrderNo))
		if err != nil {
			return al, err
		}
		if !there {
			*wrong = append(*wrong, data.Problem{Field: "order_no", Key: "problem.not_found", Args: map[string]any{"Value": al.OrderNo}})
			return al, nil
		}
		al.OrderID, currency = order.ID, order.Currency
		p.Currency = cmp.Or(p.Currency, currency)
	}
	for name, into := range map[string]struct {
		minor *int64
		in    data.Currency
	}{"amount": {&al.Minor, p.Currency}, "credited": {&al.Credited, currency}} {
		var raw json.RawMessage
		var said bool
		if raw, said = one.take(name); said {
			*into.minor = takeAmount(name, raw, into.in, wrong)
		}
	}
	a.unknown(one, wrong)
	return al, nil
}

// unknown refuses what nobody took from f.
func (a *applying) unknown(f fields, problems *data.Problems) {
	*problems = append(*problems, fill(&struct{}{}, f)...)
}

// reversePayment takes a payment back by a counter-entry.
func (a *applying) reversePayment(f fields) (outcome, error) {
	var problems data.Problems
	number := required(f, "number", &problems)
	reason, day := f.text("reason", &problems), dayOf(f, &problems)
	if reason == "" {
		problems.Add("reason", "problem.required")
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	c, err := a.st.Payments.Reverse(a.ctx, number, day, reason)
	return outcome{Number: c.No, Result: "reversed"}, notFound("number", number, err)
}

// settlePayment notes at which rate, and when, the bank changed a payment into the company's currency.
func (a *applying) settlePayment(f fields) (outcome, error) {
	var problems data.Problems
	number := required(f, "number", &problems)
	p := data.Payment{}
	a.payRate(f, &p, &problems)
	one := data.Settlement{PaymentNo: number, Date: dayOf(f, &problems), Rate: p.Rate}
	a.unknown(f, &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	one, err := a.st.Settlements.Save(a.ctx, one)
	return outcome{Number: one.PaymentNo, Result: "settled"}, notFound("number", number, err)
}

// credit takes something off an issued invoice, by lines, an amount or both, and issues the credit note.
func (a *applying) credit(f fields) (outcome, error) {
	var problems data.Problems
	q := store.CreditRequest{InvoiceNo: required(f, "number", &problems), Reason: f.text("reason", &problems), Date: dayOf(f, &problems)}
	if q.Language = f.text("lang", &problems); q.Language != "" {
		if _, err := languagesOf(q.Language); err != nil {
			problems.Add("lang", "command.apply.language")
		}
	}
	raw, _ := f.take("lines")
	for i, one := range listOf(raw, "lines", &problems) {
		var l data.CreditLine
		problems = append(problems, within("lines."+strconv.Itoa(i+1), fill(&l, one))...)
		q.Lines = append(q.Lines, l)
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	invoice, err := a.st.Documents.ByNumber(a.ctx, q.InvoiceNo, -1)
	if err != nil {
		return outcome{}, notFound("number", q.InvoiceNo, err)
	}
	order, err := a.st.Orders.Get(a.ctx, invoice.OrderID)
	if err != nil {
		return outcome{}, err
	}
	if raw, said := f.take("amount"); said {
		q.Amount = takeAmount("amount", raw, order.Currency, &problems)
	}
	if a.unknown(f, &problems); len(problems) > 0 {
		return outcome{}, problems
	}
	d, err := a.st.Documents.Credit(a.ctx, q, freezeCredit)
	return outcome{Kind: data.CreditNoteKind, Number: d.Number, Result: "issued"}, notFound("number", q.InvoiceNo, err)
}

// freezeCredit makes the frozen copy of a credit note.
func freezeCredit(src data.Source, number string, date data.Date) ([]byte, error) {
	paper, _, err := document.Build(src, data.CreditNoteKind, document.BuildOptions{Number: number, Date: date})
	if err != nil {
		return nil, err
	}
	if missing := paper.Missing(); len(missing) > 0 {
		return nil, missing
	}
	return document.Freeze(paper)
}
