// Package payments is where the money of orders is seen and booked: what falls due when, what was paid, what is still open.
package payments

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Desk shows the money of one order.
type Desk struct {
	host    *kit.Host
	store   *store.Store
	content fyne.CanvasObject
	loader  *kit.Loader[facts]
	order   data.Order
	facts   facts
	words   *kit.Paragraph
	state   *kit.Chip
	parts   *kit.Table[data.Owed]
	paid    *kit.Table[data.Payment]
	book    *kit.Button
	asked   *booking // the open form
}

// facts is what the store knows of the order's money.
type facts struct {
	account  data.Account
	payments []data.Payment
	credit   map[data.Currency]int64
}

// NewDesk returns the desk.
func NewDesk(host *kit.Host, st *store.Store) *Desk {
	d := &Desk{host: host, store: st, loader: kit.NewLoader[facts](host), words: kit.NewParagraph(""), state: kit.NewChip("", kit.Plain)}
	t := host.T
	d.book = kit.NewButton(t("pay.book"), theme.ContentAddIcon(), d.ask)
	d.parts = kit.NewTable(d.partColumns())
	d.parts.OnChosen = func(_ int, p data.Owed) { d.parts.List.UnselectAll(); d.askFor(p.Open().Minor) }
	d.parts.WhenEmpty(t("pay.parts.none"), nil)
	d.paid = kit.NewTable(d.paidColumns())
	d.paid.OnChosen = func(_ int, p data.Payment) { d.paid.List.UnselectAll(); d.tell(p) }
	d.paid.WhenEmpty(t("pay.none"), nil)
	top := kit.Pad(kit.Small, kit.Medium, kit.Pile(kit.Small, d.words, kit.Row(kit.Small, d.state, kit.Spring(), d.book)))
	below := kit.Tall(220, kit.Frame(kit.Pad(kit.Tight, kit.Medium, kit.NewCaption(t("pay.list"))), nil, nil, nil, d.paid.Content))
	d.content = kit.Frame(top, below, nil, nil, d.parts.Content)
	return d
}

// Object is the whole desk.
func (d *Desk) Object() fyne.CanvasObject { return d.content }

// First gives the button that books a payment the keyboard.
func (d *Desk) First() { d.host.Focus(d.book) }

// Show asks for the money of an order.
func (d *Desk) Show(o data.Order) {
	d.order = o
	d.loader.Fill(func(ctx context.Context) (f facts, err error) {
		if f.account, err = d.store.Orders.Account(ctx, o.ID); err != nil {
			return f, err
		}
		if f.payments, err = d.store.Payments.OfOrder(ctx, o.ID); err != nil || o.CustomerID == 0 {
			return f, err
		}
		f.credit, err = d.store.Payments.Credit(ctx, o.CustomerID)
		return f, err
	}, d.fill)
}

// fill shows what the store knows.
func (d *Desk) fill(f facts) {
	d.facts = f
	a := f.account
	text := d.host.T("pay.sum", "Total", d.money(a.Total), "Paid", d.money(a.Paid), "Open", d.money(a.Balance), "Currency", string(a.Currency))
	for _, c := range sortedCurrencies(f.credit) {
		text += " " + d.host.T("pay.credit", "Amount", d.money(data.Money{Minor: f.credit[c], Currency: c}), "Currency", string(c))
	}
	d.words.SetText(text)
	word, tone := d.standing(a)
	d.state.Set(word, tone)
	d.parts.Set(a.Parts)
	d.paid.Set(f.payments)
	kit.Able(d.book, d.order.CustomerID != 0 && !d.order.Archived)
	d.content.Refresh()
}

// standing is how the order's money stands as a whole: the worst of its parts.
func (d *Desk) standing(a data.Account) (string, kit.Tone) {
	worst := data.OwedPaid
	for _, p := range a.Parts {
		switch s := p.State(d.host.Today()); {
		case s == data.OwedOverdue, s == data.OwedDue && worst != data.OwedOverdue, s == data.OwedLater && worst == data.OwedPaid:
			worst = s
		}
	}
	if a.Balance.Minor < 0 {
		return d.host.T("pay.state.over"), kit.Warn
	}
	return d.stateWord(worst)
}

// stateWord is a state as a word and a tone.
func (d *Desk) stateWord(s data.OwedState) (string, kit.Tone) {
	switch s {
	case data.OwedOverdue:
		return d.host.T("pay.state.overdue"), kit.Bad
	case data.OwedDue:
		return d.host.T("pay.state.due"), kit.Warn
	case data.OwedLater:
		return d.host.T("pay.state.later"), kit.Info
	}
	return d.host.T("pay.state.paid"), kit.Good
}

// money writes an amount with the reader's separators.
func (d *Desk) money(m data.Money) string { return d.host.Number(m.Decimal(), m.Currency.Decimals()) }

func (d *Desk) partColumns() []kit.Column[data.Owed] {
	t := d.host.T
	amount := func(key string, of func(data.Owed) data.Money) kit.Column[data.Owed] {
		return kit.Column[data.Owed]{Title: t(key), Width: 72, Share: 1, Right: true, Text: func(p data.Owed) string { return d.money(of(p)) }}
	}
	return []kit.Column[data.Owed]{
		{Title: t("pay.part"), Width: 104, Share: 4, Text: d.partWord},
		amount("pay.part.amount", func(p data.Owed) data.Money { return p.Amount }),
		amount("pay.part.open", data.Owed.Open),
		{Title: t("pay.part.due"), Width: 104, Text: func(p data.Owed) string {
			if p.Due == "" {
				return t("pay.part.unknown")
			}
			return d.host.Date(string(p.Due))
		}},
		{
			Title: t("pay.part.state"), Width: 76, Text: func(p data.Owed) string { word, _ := d.stateWord(p.State(d.host.Today())); return word },
			State: func(p data.Owed) (kit.Tone, bool) { _, tone := d.stateWord(p.State(d.host.Today())); return tone, true },
		},
	}
}

// partWord says what a part of the price is: which instalment, of which shipment, by what it falls due.
func (d *Desk) partWord(p data.Owed) string {
	word := d.host.T("pay.part.whole")
	if p.Trigger != "" {
		word = d.host.TriggerWord(p.Trigger)
	}
	if p.Days > 0 {
		word = d.host.T("pay.part.days", "Trigger", word, "Count", p.Days)
	}
	words := []string{strconv.Itoa(p.Instalment) + "."}
	if p.ShipmentNo != "" {
		words = append(words, p.ShipmentNo+" ·")
	}
	return strings.Join(append(words, word), " ")
}

func (d *Desk) paidColumns() []kit.Column[data.Payment] {
	t := d.host.T
	return []kit.Column[data.Payment]{
		{Title: t("pay.date"), Width: 104, Text: func(p data.Payment) string { return d.host.Date(string(p.Date)) }},
		{Title: t("pay.kind"), Width: 96, Share: 1, Text: func(p data.Payment) string { return d.kindWord(p.Kind) }},
		{Title: t("pay.amount"), Width: 100, Share: 1, Right: true, Text: func(p data.Payment) string {
			return string(p.Currency) + " " + d.money(data.Money{Minor: p.Amount, Currency: p.Currency})
		}},
		{Title: t("pay.counts"), Width: 84, Share: 1, Right: true, Text: func(p data.Payment) string {
			return d.money(data.Money{Minor: d.countsFor(p), Currency: d.order.Currency})
		}},
		{Title: t("pay.reference"), Width: 60, Share: 2, Text: func(p data.Payment) string { return cmp.Or(p.Reference, p.Note) }},
	}
}

// countsFor is what a payment pays of the order, in its currency's minor units.
func (d *Desk) countsFor(p data.Payment) (sum int64) {
	for _, a := range p.Allocations {
		if a.OrderID == d.order.ID {
			sum += a.Credited
		}
	}
	return sum
}

func (d *Desk) kindWord(k data.PayKind) string {
	switch k {
	case data.PayRefunded:
		return d.host.T("pay.kind.refunded")
	case data.PayWrittenOff:
		return d.host.T("pay.kind.written_off")
	case data.PayMoved:
		return d.host.T("pay.kind.moved")
	case data.PayReversed:
		return d.host.T("pay.kind.reversed")
	}
	return d.host.T("pay.kind.received")
}
