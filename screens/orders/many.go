package orders

import (
	"context"
	"slices"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// manyBar are the ways to many lines at once, below the search for one.
type manyBar struct {
	content *fyne.Container
	buttons []*kit.Button
}

func newManyBar(l *lines) *manyBar {
	t := l.host.T
	b := &manyBar{content: kit.Row(kit.Small)}
	for _, one := range []struct {
		word string
		do   func()
	}{
		{t("quote.paste"), func() { l.askPaste(clipboard()) }},
		{t("quote.pick"), l.askPick},
		{t("quote.copy"), l.askCopy},
		{t("quote.cartons"), l.askCartons},
	} {
		button := kit.NewButton(one.word, nil, one.do)
		b.buttons = append(b.buttons, button)
		b.content.Add(button)
	}
	b.content.Add(kit.Spring())
	return b
}

func (b *manyBar) readOnly(on bool) {
	for _, one := range b.buttons {
		kit.Able(one, !on)
	}
}

// clipboard is what was copied last, in any program.
func clipboard() string { return fyne.CurrentApp().Clipboard().Content() }

// wanted is an article with how many of it.
type wanted struct {
	article
	line data.OrderLine
}

// addMany appends a line for each article and goes back to the search. Lines without a price of their own start with that of
// the article.
func (l *lines) addMany(list []wanted, priced bool) {
	if l.locked || len(list) == 0 {
		return
	}
	for _, one := range list {
		id := one.variant.ID
		l.products[id], l.offers[id] = one.product, one.campaigns
		l.added(one.product)
		r := newRow(l, one.line)
		if l.rows = append(l.rows, r); !priced {
			r.takeStart(one.line.Quantity)
		}
	}
	l.arrange()
	l.form.Edited("lines")
	l.host.Window.Canvas().Unfocus() // so that the search is scrolled into sight even if it had the keyboard before
	l.host.Focus(l.adder.Search)
	l.asked()
	l.host.Notice(l.host.T("quote.added", "Count", len(list)), nil)
}

// withCampaigns adds what campaigns ask for articles.
func (l *lines) withCampaigns(ctx context.Context, list []wanted) ([]wanted, error) {
	variants := make([]int64, len(list))
	for i, one := range list {
		variants[i] = one.variant.ID
	}
	campaigns, err := l.store.Campaigns.PricesOf(ctx, variants)
	for i := range list {
		list[i].campaigns = campaigns[list[i].variant.ID]
	}
	return list, err
}

// toLines gives the keyboard to the search for articles, once it is known who buys: with an order that has no line yet there is
// nothing else that must be said first.
func (e *editor) toLines() {
	if len(e.lines.rows) == 0 && !e.lines.locked {
		e.host.Focus(e.lines.adder.Search)
	}
}

// askCopy asks for an order whose lines are added, with their prices where it is in the same currency.
func (l *lines) askCopy() {
	t := l.host.T
	from := kit.NewAsking(l.host, l.findOrders)
	form := kit.NewPart(l.host)
	form.Add(kit.Field{ID: "order_no", Label: "quote.copy.from", Span: kit.Whole, Control: from})
	loader := kit.NewLoader[[]wanted](l.host)
	l.host.AskWith(t("quote.copy.title"), kit.Wide(480, form.Content),
		kit.Choice{Word: t("quote.copy.do"), Main: true, Ready: from.Filled, Then: func() {
			o := from.Value()
			loader.Load(func(ctx context.Context) ([]wanted, error) { return l.linesOf(ctx, o) }, func(list []wanted, err error) {
				if err != nil {
					l.host.ShowError(err)
					return
				}
				l.addMany(list, o.Currency == l.currency)
			})
		}},
		kit.Choice{Word: t("screen.cancel")})
	l.host.Focus(from)
}

// linesOf are the lines of another order as new ones.
func (l *lines) linesOf(ctx context.Context, o data.Order) ([]wanted, error) {
	twin := o.Copy(l.host.Today())
	products, err := l.store.Products.ByVariant(ctx, twin.Variants())
	if err != nil {
		return nil, err
	}
	var list []wanted
	for _, one := range twin.Lines {
		p := products[one.VariantID]
		if i := slices.IndexFunc(p.Variants, func(v data.Variant) bool { return v.ID == one.VariantID }); i >= 0 {
			list = append(list, wanted{article{product: p, variant: p.Variants[i]}, one})
		}
	}
	return l.withCampaigns(ctx, list)
}
