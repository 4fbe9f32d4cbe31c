package orders

import (
	"context"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2/container"
)

// pasting asks for rows of a workbook or a mail and shows what they mean before they become lines: all of them or none.
type pasting struct {
	lines  *lines
	text   *kit.Entry
	table  *kit.Table[pastedRow]
	said   *kit.Paragraph
	loader *kit.Loader[[]data.Recognised]
	rows   []data.Recognised
	clear  bool // every row can be taken
	taking bool // Enter came before the rows were recognised
	known  string
	open   *kit.Question
}

// pastedRow is a row as the preview shows it.
type pastedRow struct {
	no, article, quantity, state string
}

// pasted takes rows that are pasted into the search; a single word is searched for as usual.
func (l *lines) pasted(text string) bool {
	if l.locked || !strings.ContainsAny(strings.TrimSpace(text), "\n\t") {
		return false
	}
	l.askPaste(text)
	return true
}

// askPaste opens the preview of a text, or of one that is typed or pasted there.
func (l *lines) askPaste(text string) {
	if l.locked {
		return
	}
	t := l.host.T
	p := &pasting{lines: l, text: kit.NewLines(6), said: kit.NewHint(t("quote.paste.hint")), loader: kit.NewLoader[[]data.Recognised](l.host)}
	p.table = kit.NewTable([]kit.Column[pastedRow]{
		{Title: t("quote.paste.row"), Width: 44, Right: true, Text: func(r pastedRow) string { return r.no }},
		{Title: t("order.line.article"), Width: 200, Share: 2, Text: func(r pastedRow) string { return r.article }},
		{Title: t("order.line.quantity"), Width: 80, Right: true, Text: func(r pastedRow) string { return r.quantity }},
		{Title: t("quote.paste.text"), Width: 240, Share: 2, Text: func(r pastedRow) string { return r.state }},
	})
	p.text.SetPlaceHolder(t("quote.paste.example"))
	body := kit.Wide(760, kit.Pile(kit.Small, p.text, p.said, kit.Tall(220, container.NewStack(p.table.Content))))
	p.open = l.host.AskWith(t("quote.paste.title"), body,
		kit.Choice{Word: t("quote.paste.do"), Main: true, Ready: p.ready, Then: p.take}, kit.Choice{Word: t("screen.cancel")})
	if p.text.OnChanged = func(string) { p.read() }; !strings.ContainsAny(strings.TrimSpace(text), "\n\t ") {
		l.host.Focus(p.text)
		p.read()
		return
	}
	p.text.SetText(text)
}

// read recognises what stands in the field now.
func (p *pasting) read() {
	text, customer := p.text.Text, p.lines.customer()
	p.taking = false
	p.loader.Load(func(ctx context.Context) ([]data.Recognised, error) {
		return p.lines.store.Products.Recognise(ctx, text, customer)
	}, func(rows []data.Recognised, err error) {
		if err != nil {
			p.lines.host.ShowError(err)
			return
		}
		p.rows, p.known = rows, text
		p.show()
		if p.taking && p.clear {
			p.open.Close()
			p.take()
		}
	})
}

// show fills the preview, what isn't clear first.
func (p *pasting) show() {
	t := p.lines.host.T
	var wrong, right []pastedRow
	for _, r := range p.rows {
		one := p.preview(r)
		if r.Found() {
			right = append(right, one)
		} else {
			wrong = append(wrong, one)
		}
	}
	p.table.Set(append(wrong, right...))
	p.clear = len(wrong) == 0 && len(right) > 0
	switch {
	case len(p.rows) == 0:
		p.said.SetText(t("quote.paste.hint"))
	case len(wrong) > 0:
		p.said.SetText(t("quote.paste.unclear", "Count", len(wrong), "Of", len(p.rows)))
	default:
		p.said.SetText(t("quote.paste.clear", "Count", len(right)))
	}
}

// preview says what a row means, or why it can't be taken.
func (p *pasting) preview(r data.Recognised) pastedRow {
	host := p.lines.host
	one := pastedRow{no: strconv.Itoa(r.Row.No), article: r.Row.Text, state: r.Row.Text}
	if r.Stated {
		one.quantity = kit.Quantity(host, r.Quantity)
	}
	switch {
	case r.Found():
		a := r.Goods[0]
		one.article = a.Variant.SKU + "  " + a.Product.Name.In(host.Lang())
	case len(r.Goods) > 1:
		one.state = host.T("quote.paste.several", "SKUs", strings.Join(r.SKUs(), ", "))
	case len(r.Goods) == 1:
		one.article, one.state = r.SKUs()[0], host.T("quote.paste.no_quantity")
	case len(r.May) > 0:
		one.state = host.T("quote.paste.may", "SKUs", strings.Join(r.May, ", "))
	default:
		one.state = host.T("quote.paste.unknown")
	}
	return one
}

// ready tells whether all rows can be taken. While they are still being read, the answer waits.
func (p *pasting) ready() bool {
	if p.known != p.text.Text {
		p.taking = true
		return false
	}
	if !p.clear {
		p.lines.host.Focus(p.text)
	}
	return p.clear
}

// take makes a line of every row.
func (p *pasting) take() {
	var list []wanted
	for _, r := range p.rows {
		list = append(list, wanted{article{product: r.Goods[0].Product, variant: r.Goods[0].Variant}, r.Line()})
	}
	loader := kit.NewLoader[[]wanted](p.lines.host)
	loader.Load(func(ctx context.Context) ([]wanted, error) { return p.lines.withCampaigns(ctx, list) }, func(list []wanted, err error) {
		if err != nil {
			p.lines.host.ShowError(err)
			return
		}
		p.lines.addMany(list, false)
	})
}
