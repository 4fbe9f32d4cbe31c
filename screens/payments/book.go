package payments

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// booking is the open form in which a payment is booked.
type booking struct {
	desk     *Desk
	form     *kit.Form
	kind     *kit.Picker[data.PayKind]
	currency *kit.Picker[data.Currency]
	date     *kit.DateEntry
	q        *kit.Question
	busy     bool
}

// ask opens the form with what is open of the parts that fall due first.
func (d *Desk) ask() {
	for _, p := range d.facts.account.Parts {
		if open := p.Open().Minor; open > 0 {
			d.askFor(open)
			return
		}
	}
	d.askFor(0)
}

// askFor opens the form with an amount.
func (d *Desk) askFor(minor int64) {
	if d.book.Disabled() {
		return
	}
	t := d.host.T
	b := &booking{desk: d, form: kit.NewPart(d.host), date: nil}
	b.kind = kit.NewPicker(d.host, d.kinds())
	b.currency = kit.NewPicker(d.host, kit.Currencies(d.host))
	b.date = b.form.NewDate("date")
	b.form.Add(
		kit.Field{ID: "amount", Label: "pay.amount", Span: kit.Third},
		kit.Field{ID: "currency", Label: "order.currency", Span: kit.Third, Control: b.currency},
		kit.Field{ID: "date", Label: "pay.date", Span: kit.Third, Control: b.date},
		kit.Field{ID: "charges", Label: "pay.charges", Span: kit.Half},
		kit.Field{ID: "counts", Label: "pay.counts", Span: kit.Half, Hint: "pay.counts.hint"},
		kit.Field{ID: "reference", Label: "pay.reference", Span: kit.Half},
		kit.Field{ID: "kind", Label: "pay.kind", Span: kit.Half, Control: b.kind},
		kit.Field{ID: "rate", Label: "pay.rate", Span: kit.Half, Hint: "pay.rate.hint"},
		kit.Field{ID: "note", Label: "pay.note", Span: kit.Half},
	)
	kit.SetIn(b.kind, d.kinds(), data.PayReceived)
	kit.SetIn(b.currency, kit.Currencies(d.host), d.order.Currency)
	b.date.Set(d.host.Today())
	if minor > 0 {
		b.form.Set("amount", data.Money{Minor: minor, Currency: d.order.Currency}.String())
	}
	word := t("pay.book.do")
	b.q = d.host.AskWith(t("pay.book.title", "No", d.order.No), kit.Wide(640, b.form.Content),
		kit.Choice{Word: word, Main: true, Ready: func() bool { b.submit(); return false }}, kit.Choice{Word: t("screen.cancel")})
	for _, id := range []string{"amount", "charges", "counts", "reference", "rate", "note"} {
		e := b.form.Entry(id)
		e.OnSubmitted = func(string) { b.q.Tap(word) }
		e.OnKey = func(key *fyne.KeyEvent) bool {
			if key.Name == fyne.KeyEscape {
				b.q.Escape()
			}
			return key.Name == fyne.KeyEscape
		}
	}
	d.asked = b
	d.host.Focus(b.form.Entry("amount"))
	b.form.Entry("amount").TypedShortcut(&fyne.ShortcutSelectAll{})
}

// kinds are what can be booked: money that came, that went back, a difference nobody will pay, and the customer's credit.
func (d *Desk) kinds() []kit.Option[data.PayKind] {
	var options []kit.Option[data.PayKind]
	for _, k := range []data.PayKind{data.PayReceived, data.PayRefunded, data.PayWrittenOff, data.PayMoved} {
		options = append(options, kit.Option[data.PayKind]{Value: k, Name: d.kindWord(k)})
	}
	return options
}

// read makes the payment out of what was typed.
func (b *booking) read(bad *data.Problems) data.Payment {
	f, d := b.form, b.desk
	c := b.currency.Value()
	amount := func(id string, in data.Currency) int64 {
		return kit.ReadNumber(f.Entry(id), id, func(text string) (int64, error) {
			m, err := data.ParseMoney(text, in)
			return m.Minor, err
		}, bad)
	}
	p := data.Payment{
		Kind: b.kind.Value(), CustomerID: d.order.CustomerID, Currency: c, Amount: amount("amount", c), Charges: amount("charges", c),
		Date: b.date.Read("date", bad), Reference: f.Text("reference"), Note: strings.TrimSpace(f.Text("note")),
	}
	p.Rate = kit.ReadNumber(f.Entry("rate"), "rate", data.ParseExchangeRate, bad)
	counts := amount("counts", d.order.Currency)
	switch p.Kind {
	case data.PayRefunded:
		p.Amount, counts = -abs(p.Amount), -abs(counts)
	case data.PayWrittenOff:
		p.WrittenOff, p.Amount = p.Amount, 0
	case data.PayMoved:
		moved := p.Amount
		p.Amount = 0
		p.Allocations = []data.Allocation{{Minor: -moved, Credited: -moved}, {OrderID: d.order.ID, OrderNo: d.order.No, Minor: moved, Credited: counts}}
		return p
	}
	b.allot(&p, counts)
	return p
}

// allot gives the order what was typed of the payment, else what it needs; the rest is the customer's credit.
func (b *booking) allot(p *data.Payment, counts int64) {
	o := b.desk.order
	a := data.Allocation{OrderID: o.ID, OrderNo: o.No, Minor: p.Counts(), Credited: counts}
	if p.Currency == o.Currency {
		open := b.desk.facts.account.Balance.Minor
		switch {
		case counts != 0:
			a.Minor = counts
		case p.Counts() > open && open > 0:
			a.Minor = open
		}
		a.Credited = a.Minor
	}
	if a.Minor != 0 {
		p.Allocations = []data.Allocation{a}
	}
}

func abs(n int64) int64 { return max(n, -n) }

// submit books what was typed, or says at its fields what is wrong.
func (b *booking) submit() {
	var bad data.Problems
	p := b.read(&bad)
	if len(bad) > 0 || b.busy {
		b.complain(bad)
		return
	}
	b.busy = true
	d := b.desk
	kit.Run(d.host, nil, func(ctx context.Context) (data.Payment, error) { return d.store.Payments.Book(ctx, p) }, func(booked data.Payment, err error) {
		b.busy = false
		if err != nil {
			b.complain(err)
			return
		}
		b.q.Close()
		d.host.Notice(d.host.T("pay.booked", "No", booked.No), nil)
		d.Show(d.order)
	})
}

// complain shows problems at the fields that ask for what they are about.
func (b *booking) complain(err error) {
	var bad data.Problems
	if errors.As(err, &bad) {
		if len(bad) == 0 {
			return
		}
		named := slices.Clone(bad)
		for i := range named {
			name := named[i].Field[strings.LastIndexByte(named[i].Field, '.')+1:]
			named[i].Field = cmp.Or(map[string]string{"credited": "counts", "allocations": "counts", "order_no": "amount"}[name], name)
		}
		err = named
	}
	b.form.Complain(err)
	b.q.Refit()
}

// tell says all of a payment, and offers to take it back.
func (d *Desk) tell(p data.Payment) {
	t, form := d.host.T, kit.NewPart(d.host)
	money := func(minor int64) string {
		return string(p.Currency) + " " + d.money(data.Money{Minor: minor, Currency: p.Currency})
	}
	lines := []string{d.kindWord(p.Kind) + " · " + d.host.Date(string(p.Date)) + " · " + money(p.Amount)}
	if p.Charges != 0 {
		lines = append(lines, t("pay.charges")+": "+money(p.Charges))
	}
	for _, a := range p.Allocations {
		name := a.OrderNo
		if name == "" {
			name = t("pay.kind.credit")
		}
		lines = append(lines, name+": "+money(a.Minor))
	}
	for _, text := range []string{p.Reference, p.Note, p.Reverses} {
		if text != "" {
			lines = append(lines, text)
		}
	}
	form.AddObject(kit.Whole, kit.NewParagraph(strings.Join(lines, "\n")))
	if p.Kind == data.PayReversed || d.reversed(p) {
		d.host.AskWith(p.No, kit.Wide(440, form.Content), kit.Choice{Word: t("screen.close")})
		return
	}
	form.Add(kit.Field{ID: "note", Label: "pay.reverse.reason", Span: kit.Whole})
	b := &booking{desk: d, form: form}
	word := t("pay.reverse")
	b.q = d.host.AskWith(p.No, kit.Wide(440, form.Content),
		kit.Choice{Word: word, Danger: true, Ready: func() bool { b.reverse(p.No); return false }}, kit.Choice{Word: t("screen.close")})
	form.Entry("note").OnSubmitted = func(string) { b.q.Tap(word) }
}

// reversed reports whether a payment of the order was taken back.
func (d *Desk) reversed(p data.Payment) bool {
	return slices.ContainsFunc(d.facts.payments, func(one data.Payment) bool { return one.Reverses == p.No })
}

// reverse takes the payment back.
func (b *booking) reverse(no string) {
	d, reason := b.desk, strings.TrimSpace(b.form.Text("note"))
	kit.Run(d.host, nil, func(ctx context.Context) (data.Payment, error) {
		return d.store.Payments.Reverse(ctx, no, d.host.Today(), reason)
	},
		func(c data.Payment, err error) {
			if err != nil {
				b.complain(err)
				return
			}
			b.q.Close()
			d.host.Notice(d.host.T("pay.reversed", "No", no, "By", c.No), nil)
			d.Show(d.order)
		})
}

// sortedCurrencies are the currencies of credit in alphabetical order.
func sortedCurrencies(credit map[data.Currency]int64) []data.Currency {
	return slices.Sorted(maps.Keys(credit))
}
