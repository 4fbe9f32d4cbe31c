// Package progress is the desk of an order that says how far its goods are: of each line what was ordered, made, kept, shipped and
// invoiced and what is left, and the shipments they travel in.
package progress

import (
	"context"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Program is what the desk asks of the program around it.
type Program struct {
	Shipment func(no string) // shows a shipment
	Ship     func(no string) // makes a shipment of what is left of an order
}

// Desk shows the goods of one order.
type Desk struct {
	host    *kit.Host
	store   *store.Store
	program Program
	content fyne.CanvasObject
	loader  *kit.Loader[facts]
	order   data.Order
	facts   facts
	words   *kit.Paragraph
	lines   *kit.Table[line]
	trips   *kit.Table[trip]
	ship    *kit.Button
	made    *kit.Button
	short   *kit.Button
	reopen  *kit.Button
}

// facts is what the store knows of the order's goods.
type facts struct {
	order     data.Order
	progress  []data.LineProgress
	shipments []data.Shipment
	products  map[int64]data.Product
}

// line is a row of the table of goods, in words.
type line struct {
	data.LineProgress
	article string
}

// trip is a shipment that goods of the order travel in.
type trip struct {
	data.Shipment
	goods string
}

// New returns the desk.
func New(host *kit.Host, st *store.Store, program Program) *Desk {
	d := &Desk{host: host, store: st, program: program, loader: kit.NewLoader[facts](host), words: kit.NewParagraph("")}
	t := host.T
	d.ship = kit.NewButton(t("progress.ship"), theme.ContentAddIcon(), func() { d.program.Ship(d.order.No) })
	d.made = kit.NewButton(t("progress.made"), nil, d.makeAll)
	d.short = kit.NewButton(t("progress.short"), nil, func() { d.askShort(nil) })
	d.reopen = kit.NewButton(t("progress.reopen"), nil, d.openAgain)
	d.lines = kit.NewTable(d.columns())
	d.lines.OnChosen = func(_ int, l line) { d.askLine(l) }
	d.lines.WhenEmpty(t("progress.none"), nil)
	d.trips = kit.NewTable(d.tripColumns())
	d.trips.OnChosen = func(_ int, one trip) { d.program.Shipment(one.No) }
	d.trips.WhenEmpty(t("progress.trips.none"), nil)
	bar := kit.Row(kit.Small, d.made, d.reopen, d.short, kit.Spring(), d.ship)
	top := kit.Pad(kit.Small, kit.Medium, kit.Pile(kit.Small, d.words, bar))
	below := kit.Tall(190, kit.Frame(kit.Pad(kit.Tight, kit.Medium, kit.NewCaption(t("progress.trips"))), nil, nil, nil, d.trips.Content))
	d.content = kit.Frame(top, below, nil, nil, d.lines.Content)
	return d
}

// Object is the whole desk.
func (d *Desk) Object() fyne.CanvasObject { return d.content }

// First gives the table of lines the keyboard.
func (d *Desk) First() { d.host.Focus(d.lines.List) }

// Show asks for the goods of an order.
func (d *Desk) Show(o data.Order) {
	d.order = o
	d.loader.Fill(func(ctx context.Context) (f facts, err error) { return d.read(ctx, o.ID) }, d.fill)
}

func (d *Desk) read(ctx context.Context, id int64) (f facts, err error) {
	if f.order, err = d.store.Orders.Get(ctx, id); err != nil {
		return f, err
	}
	if f.progress, err = d.store.Orders.Progress(ctx, id); err != nil {
		return f, err
	}
	if f.shipments, err = d.store.Shipments.OfOrder(ctx, id); err != nil {
		return f, err
	}
	f.products, err = d.store.Products.ByVariant(ctx, f.order.Variants())
	return f, err
}

// fill shows what the store knows.
func (d *Desk) fill(f facts) {
	d.facts = f
	rows := make([]line, len(f.progress))
	left, made, closed := 0, 0, 0
	for i, p := range f.progress {
		rows[i] = line{p, p.SKU + "  " + f.products[f.order.Lines[i].VariantID].Name.In(d.host.Lang())}
		if p.Remaining != 0 {
			left++
		}
		if p.Produced < p.Ordered {
			made++
		}
		if p.Short != 0 {
			closed++
		}
	}
	trips := make([]trip, len(f.shipments))
	for i, s := range f.shipments {
		trips[i] = trip{s, d.goodsOf(s, f.order)}
	}
	d.lines.Set(rows)
	d.trips.Set(trips)
	d.words.SetText(d.host.T("progress.sum", "Count", len(rows), "Left", left))
	over := f.order.Over()
	kit.Able(d.ship, left > 0 && !over)
	kit.Able(d.made, made > 0 && !over)
	kit.Able(d.short, left > 0 && !over && len(f.shipments) > 0)
	kit.Able(d.reopen, closed > 0 && !over)
	d.content.Refresh()
}

// goodsOf says how much of how many lines of the order a shipment takes, and which others it takes goods of.
func (d *Desk) goodsOf(s data.Shipment, o data.Order) string {
	lines := 0
	for _, l := range s.Lines {
		for _, one := range o.Lines {
			if one.ID == l.OrderLineID {
				lines++
			}
		}
	}
	said := d.host.T("progress.trip.lines", "Count", lines)
	for _, no := range s.OrderNos() {
		if no != o.No {
			said += " + " + no
		}
	}
	return said
}

// columns are those of the goods.
func (d *Desk) columns() []kit.Column[line] {
	t := d.host.T
	figure := func(key string, of func(line) data.Quantity) kit.Column[line] {
		return kit.Column[line]{Title: t(key), Width: 52, Share: 1, Right: true, Text: func(l line) string { return kit.Quantity(d.host, of(l)) }}
	}
	left := figure("progress.left", func(l line) data.Quantity { return l.Remaining })
	left.Width, left.Right = 72, false
	left.Text = d.leftWord
	left.State = func(l line) (kit.Tone, bool) { return toneOf(l), true }
	return []kit.Column[line]{
		{Title: t("progress.article"), Width: 88, Share: 4, Text: func(l line) string { return l.article }},
		figure("progress.ordered", func(l line) data.Quantity { return l.Ordered }),
		figure("progress.produced", func(l line) data.Quantity { return l.Produced }),
		figure("progress.reserved", func(l line) data.Quantity { return l.Reserved }),
		figure("progress.shipped", func(l line) data.Quantity { return l.Shipped }),
		figure("progress.invoiced", func(l line) data.Quantity { return l.Invoiced }),
		left,
	}
}

// leftWord says what is left of a line, or why nothing is.
func (d *Desk) leftWord(l line) string {
	switch {
	case l.Remaining != 0:
		return kit.Quantity(d.host, l.Remaining)
	case l.Short != 0:
		return d.host.T("progress.short.word", "Quantity", kit.Quantity(d.host, l.Short))
	}
	return d.host.T("progress.done")
}

func toneOf(l line) kit.Tone {
	switch {
	case l.Remaining != 0:
		return kit.Info
	case l.Short != 0:
		return kit.Warn
	}
	return kit.Good
}

// tripColumns are those of the shipments.
func (d *Desk) tripColumns() []kit.Column[trip] {
	t := d.host.T
	return []kit.Column[trip]{
		{Title: t("progress.trip.no"), Width: 100, Share: 1, Text: func(one trip) string { return one.No }},
		{Title: t("order.date"), Width: 104, Text: func(one trip) string { return d.host.Date(string(one.Date)) }},
		{Title: t("progress.trip.goods"), Width: 84, Share: 2, Text: func(one trip) string { return one.goods }},
		{Title: t("progress.trip.state"), Width: 72, Text: func(one trip) string {
			if one.Posted {
				return t("paper.shipment.posted")
			}
			return t("paper.shipment.open")
		}, State: func(one trip) (kit.Tone, bool) {
			if one.Posted {
				return kit.Good, true
			}
			return kit.Info, true
		}},
		{Title: t("order.transport_doc_no"), Width: 60, Share: 1, Text: func(one trip) string { return one.Transport.TransportDocNo }},
	}
}
