package orders

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// pickRows is how many finds the chooser of several articles shows.
const pickRows = 40

// picking lets the merchant tick several articles and say how many of each; what is ticked stays while other words are searched.
type picking struct {
	lines  *lines
	search *kit.Entry
	finds  *fyne.Container
	said   *kit.Paragraph
	loader *kit.Loader[[]article]
	rows   []*pickRow
	chosen []*picked // in the order they were ticked
}

// pickRow is a find: ticked as soon as a quantity stands in it.
type pickRow struct {
	article
	box      *kit.Checks[bool]
	quantity *kit.Cell
}

// picked is an article with a quantity as it was typed.
type picked struct {
	article
	text string
}

func (l *lines) askPick() { newPicking(l) }

// newPicking opens the chooser.
func newPicking(l *lines) *picking {
	t := l.host.T
	p := &picking{lines: l, search: kit.NewSearch(t("quote.pick.search")), finds: kit.Pile(kit.Tight), said: kit.NewHint(""), loader: kit.NewLoader[[]article](l.host)}
	p.search.OnChanged = func(string) { p.ask() }
	body := kit.Wide(640, kit.Pile(kit.Small, p.search, kit.Tall(340, container.NewVScroll(p.finds)), p.said))
	l.host.AskWith(t("quote.pick.title"), body,
		kit.Choice{Word: t("quote.pick.do"), Main: true, Ready: p.ready, Then: p.take}, kit.Choice{Word: t("screen.cancel")})
	l.host.Focus(p.search)
	p.ask()
	return p
}

// ask looks for articles; without words it shows the first ones.
func (p *picking) ask() {
	words := p.search.Plain()
	p.loader.Load(func(ctx context.Context) ([]article, error) {
		found, err := p.lines.find(ctx, words)
		return found[:min(len(found), pickRows)], err
	}, func(found []article, err error) {
		if err != nil {
			p.lines.host.ShowError(err)
			return
		}
		p.show(found)
	})
}

// show lists the finds, each with a box and a quantity.
func (p *picking) show(found []article) {
	p.finds.RemoveAll()
	p.rows = nil
	for _, a := range found {
		p.finds.Add(p.row(a))
	}
	if len(found) == 0 {
		p.finds.Add(kit.NewHint(p.lines.host.T("screen.found.none", "Words", p.search.Plain())))
	}
	p.finds.Refresh()
	p.count()
}

// row places a find.
func (p *picking) row(a article) fyne.CanvasObject {
	offer := p.lines.offer(a)
	box := kit.NewChecks([]bool{true}, []string{offer.Code})
	quantity := kit.NewCell("")
	if was := p.of(a.variant.ID); was != nil {
		box.Set([]bool{true})
		quantity.Fill(was.text)
	}
	box.OnChanged = func() {
		if len(box.Chosen()) == 0 {
			quantity.SetText("")
		} else if quantity.Plain() == "" {
			quantity.SetText(least(a.product))
		}
	}
	quantity.OnChanged = func(text string) {
		p.set(a, strings.TrimSpace(text))
		if strings.TrimSpace(text) == "" {
			box.Set(nil)
		} else {
			box.Set([]bool{true})
		}
	}
	p.rows = append(p.rows, &pickRow{a, box, quantity})
	name := kit.NewText(offer.Title).Cut()
	unit := kit.NewText(string(a.product.Unit)).Cut()
	unit.Colour = kit.ColorMuted
	price := kit.NewText(offer.Right).Right()
	return kit.Frame(nil, nil, kit.Wide(200, box.Content), kit.Row(kit.Small, price, kit.Wide(88, quantity), kit.Wide(56, unit)), name)
}

// least is how many of an article a tick means: the least order quantity, else a carton, else one.
func least(p data.Product) string {
	for _, q := range []data.Quantity{p.MOQ, p.Packing.PcsPerCarton} {
		if q > 0 {
			return q.String()
		}
	}
	return "1"
}

func (p *picking) of(variant int64) *picked {
	for _, one := range p.chosen {
		if one.variant.ID == variant {
			return one
		}
	}
	return nil
}

// set remembers how many of an article are wanted; nothing typed is none.
func (p *picking) set(a article, text string) {
	one := p.of(a.variant.ID)
	switch {
	case one != nil:
		one.text = text
	case text != "":
		p.chosen = append(p.chosen, &picked{a, text})
	}
	p.count()
}

// wanted are the articles with a quantity; false: one of the quantities can't be read.
func (p *picking) wanted() (list []wanted, readable bool) {
	readable = true
	for _, one := range p.chosen {
		if one.text == "" {
			continue
		}
		q, err := data.ParseQuantity(kit.PlainNumber(one.text))
		readable = readable && err == nil && q > 0
		line := data.OrderLine{VariantID: one.variant.ID, SKU: one.variant.SKU, Unit: one.product.Unit, Quantity: q}
		list = append(list, wanted{one.article, line})
	}
	return list, readable
}

func (p *picking) count() {
	list, readable := p.wanted()
	key := "quote.pick.count"
	if !readable {
		key = "quote.pick.wrong"
	}
	p.said.SetText(p.lines.host.T(key, "Count", len(list)))
}

func (p *picking) ready() bool {
	list, readable := p.wanted()
	return readable && len(list) > 0
}

func (p *picking) take() {
	list, _ := p.wanted()
	p.lines.addMany(list, false)
}

// findOrders looks for orders whose lines can be copied, the newest first.
func (l *lines) findOrders(ctx context.Context, words string) ([]kit.Option[data.Order], error) {
	found, err := l.store.Orders.Find(ctx, store.Query{Words: words, Limit: kit.PageSize})
	options := make([]kit.Option[data.Order], len(found))
	for i, o := range found {
		options[i] = kit.Option[data.Order]{Value: o, Code: o.No, Name: l.host.T("quote.copy.order", "Customer", o.Customer, "Count", len(o.Lines))}
	}
	return options, err
}
