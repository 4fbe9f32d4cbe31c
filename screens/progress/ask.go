package progress

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// change does one thing to the order's goods and returns the order as it is then.
type change func(context.Context) (data.Order, error)

// asked is an open question with its form; it stays open until what it asks for is done.
type asked struct {
	form *kit.Form
	q    *kit.Question
}

// do does it, says so with a way back, and shows the goods as they are then. What is refused is said in the question, where there is one.
func (d *Desk) do(what change, said string, a *asked) {
	kit.Run(d.host, nil, func(ctx context.Context) (string, error) {
		return d.store.Journal.Made(ctx, func() error {
			_, err := what(ctx)
			return err
		})
	}, func(batch string, err error) {
		switch {
		case err != nil && a != nil:
			a.form.Complain(err)
			a.q.Refit()
			return
		case a != nil:
			a.q.Close()
		}
		switch {
		case err != nil:
			d.host.ShowError(err)
		case batch != "":
			d.host.Notice(said, func() { d.undo(batch) })
		}
		d.Show(d.order)
	})
}

// undo takes back what was done.
func (d *Desk) undo(batch string) {
	kit.TakeBack(d.host, d.store.Journal.Undo, batch, func() { d.Show(d.order) })
}

// makeAll says that all that was ordered is made.
func (d *Desk) makeAll() {
	var figures []data.LineFigure
	for _, p := range d.facts.progress {
		if p.Produced < p.Ordered {
			figures = append(figures, data.LineFigure{Line: p.Line, Quantity: p.Ordered})
		}
	}
	id := d.order.ID
	d.do(func(ctx context.Context) (data.Order, error) { return d.store.Orders.SetProduced(ctx, id, figures) },
		d.host.T("progress.made.done", "Count", len(figures)), nil)
}

// openAgain takes back all that was closed short.
func (d *Desk) openAgain() {
	id := d.order.ID
	d.do(func(ctx context.Context) (data.Order, error) { return d.store.Orders.Reopen(ctx, id, nil) }, d.host.T("progress.reopen.done"), nil)
}

// askLine asks how much of a line is made; its rest can be closed short there.
func (d *Desk) askLine(l line) {
	d.lines.List.UnselectAll()
	t, form := d.host.T, kit.NewPart(d.host)
	form.AddObject(kit.Whole, kit.NewParagraph(t("progress.line.text", "Ordered", kit.Quantity(d.host, l.Ordered), "Unit", string(l.Unit),
		"Shipped", kit.Quantity(d.host, l.Shipped), "Left", kit.Quantity(d.host, l.Remaining))))
	if l.ShortReason != "" {
		form.AddObject(kit.Whole, kit.NewHint(t("progress.line.short", "Quantity", kit.Quantity(d.host, l.Short), "Reason", l.ShortReason)))
	}
	form.Add(kit.Field{ID: "quantity", Label: "progress.line.produced", Span: kit.Half})
	form.Set("quantity", kit.Figure(l.Produced))
	id, a := d.order.ID, &asked{form: form}
	keep := func() bool {
		var bad data.Problems
		made := kit.ReadNumber(form.Entry("quantity"), "quantity", data.ParseQuantity, &bad)
		if len(bad) > 0 {
			form.Complain(bad)
			a.q.Refit()
			return false
		}
		d.do(func(ctx context.Context) (data.Order, error) {
			return d.store.Orders.SetProduced(ctx, id, []data.LineFigure{{Line: l.Line, Quantity: made}})
		}, t("progress.line.done", "SKU", l.SKU, "Quantity", kit.Quantity(d.host, made)), a)
		return false
	}
	choices := []kit.Choice{{Word: t("screen.save"), Main: true, Ready: keep}, {Word: t("screen.cancel")}}
	if l.Remaining != 0 && len(d.facts.shipments) > 0 {
		choices = append([]kit.Choice{{Word: t("progress.line.close"), Then: func() { d.askShort([]int{l.Line}) }}}, choices...)
	}
	a.q = d.host.AskWith(l.article, kit.Wide(440, form.Content), choices...)
	form.Entry("quantity").OnSubmitted = func(string) { a.q.Tap(t("screen.save")) }
	d.host.Focus(form.Entry("quantity"))
}

// askShort asks why the rest of lines (nil: of all) won't be sent.
func (d *Desk) askShort(lines []int) {
	t, form := d.host.T, kit.NewPart(d.host)
	var said []string
	for _, p := range d.facts.progress {
		if p.Remaining != 0 && (lines == nil || lines[0] == p.Line) {
			said = append(said, p.SKU+" "+kit.Quantity(d.host, p.Remaining)+" "+string(p.Unit))
		}
	}
	if len(said) > 6 {
		said = append(said[:6], t("progress.short.more", "Count", len(said)-6))
	}
	form.AddObject(kit.Whole, kit.NewParagraph(t("progress.short.text", "Goods", strings.Join(said, ", "))))
	form.Add(kit.Field{ID: "reason", Label: "progress.short.reason", Span: kit.Whole})
	id, a, word := d.order.ID, &asked{form: form}, t("progress.short.do")
	closing := func() bool {
		d.do(func(ctx context.Context) (data.Order, error) {
			return d.store.Orders.CloseShort(ctx, id, lines, strings.TrimSpace(form.Text("reason")))
		}, t("progress.short.done", "No", d.order.No), a)
		return false
	}
	a.q = d.host.AskWith(t("progress.short.title"), kit.Wide(440, form.Content),
		kit.Choice{Word: word, Danger: true, Ready: closing}, kit.Choice{Word: t("screen.cancel")})
	form.Entry("reason").OnSubmitted = func(string) { a.q.Tap(word) }
	d.host.Focus(form.Entry("reason"))
}
