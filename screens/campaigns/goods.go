package campaigns

import (
	"context"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// The columns of the goods.
const (
	skuColumn = iota
	offColumn
	priceColumn
	currencyColumn
)

// usualOff is the discount that an article starts with where none stands above it.
const usualOff = "20"

// article is what can be put into a campaign: a product in one variant.
type article struct {
	product data.Product
	variant data.Variant
}

// goods are the articles of a campaign: a grid, and the field that adds one by searching.
type goods struct {
	content *fyne.Container
	grid    *kit.Grid
	adder   *kit.Adder[article]

	host  *kit.Host
	store *store.Store
	form  *kit.Form
}

func newGoods(host *kit.Host, form *kit.Form, st *store.Store) *goods {
	t := host.T
	g := &goods{host: host, store: st, form: form}
	g.grid = kit.NewGrid(host, kit.GridColumn{Title: t("campaign.sku"), Share: 5}, kit.GridColumn{Title: t("campaign.off"), Share: 2.4},
		kit.GridColumn{Title: t("campaign.price"), Share: 3}, kit.GridColumn{Title: t("campaign.currency"), Share: 2})
	g.grid.OnChanged = g.changed
	g.adder = kit.NewAdder(host, t("campaign.add"), g.find, g.offer)
	g.adder.OnChosen = g.add
	g.adder.OnGrown = form.Relayout
	g.content = kit.Pile(kit.Small, g.grid.Content, g.adder.Content)
	return g
}

func (g *goods) changed() {
	g.form.Relayout()
	g.form.Edited("goods")
}

// find looks for articles; one whose SKU is exactly what was typed comes first.
func (g *goods) find(ctx context.Context, words string) ([]article, error) {
	found, err := g.store.Products.Find(ctx, store.Query{Words: words, Limit: 20})
	var list []article
	for _, p := range found {
		for _, v := range p.Variants {
			if !v.Archived {
				list = append(list, article{p, v})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b article) int {
		rank := func(one article) int {
			if strings.EqualFold(one.variant.SKU, words) {
				return 0
			}
			return 1
		}
		return rank(a) - rank(b)
	})
	return list, err
}

// offer is an article among the finds.
func (g *goods) offer(a article) kit.Line {
	line := kit.Line{Code: a.variant.SKU, Title: a.product.Name.In(g.host.Lang())}
	if price, ok := a.product.ListPrice(a.variant.ID, "", data.Incoterm{}); ok {
		line.Right = strings.TrimSpace(string(a.product.Currency) + " " + price.Shown(a.product.Currency))
	}
	return line
}

// add puts an article in, with the discount of the one above it.
func (g *goods) add(a article) {
	off := usualOff
	var ignored data.Problems
	if rows := g.grid.Rows("goods", &ignored); len(rows) > 0 {
		off = rows[len(rows)-1].Text(offColumn)
	}
	if g.grid.Offer([][]string{{a.variant.SKU, off, "", ""}}) {
		g.changed()
		return
	}
	g.host.Notice(g.host.T("campaign.there", "SKU", a.variant.SKU), nil)
}

// show makes a row of each article.
func (g *goods) show(list []data.CampaignGood) {
	rows := make([][]string, len(list))
	for i, one := range list {
		rows[i] = []string{one.SKU, kit.Figure(one.Off), "", string(one.Currency)}
		if one.Price != 0 {
			rows[i][priceColumn] = one.Price.Shown(one.Currency)
		}
	}
	g.adder.Search.SetText("")
	g.grid.Set(rows)
}

// read returns the articles of the rows.
func (g *goods) read(bad *data.Problems) []data.CampaignGood {
	var list []data.CampaignGood
	for _, r := range g.grid.Rows("goods", bad) {
		list = append(list, data.CampaignGood{
			SKU: r.Text(skuColumn), Off: kit.GridNumber(r, offColumn, data.ParsePercent),
			Price: kit.GridNumber(r, priceColumn, data.ParseUnitPrice), Currency: data.Currency(strings.ToUpper(r.Text(currencyColumn))),
		})
	}
	return list
}
