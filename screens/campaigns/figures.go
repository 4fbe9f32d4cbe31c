package campaigns

import (
	"context"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// mostFigures is how many articles the arithmetic shows; of more it says how many.
const mostFigures = 50

// shares are the widths of its columns.
var shares = []float32{5, 3, 3.6, 3, 4.2, 2.6, 3.6}

// figures shows what each article earns before and after.
type figures struct {
	content *fyne.Container
	host    *kit.Host
	store   *store.Store
	form    *kit.Form
	loader  *kit.Loader[reckoned]
}

// reckoned is the arithmetic of a campaign, and what it shows to look wrong.
type reckoned struct {
	list   []data.CampaignFigures
	doubts data.Problems
}

func newFigures(host *kit.Host, st *store.Store, form *kit.Form) *figures {
	return &figures{host: host, store: st, form: form, content: kit.Pile(kit.Tight), loader: kit.NewLoader[reckoned](host)}
}

// ask works out what c comes to.
func (f *figures) ask(c data.Campaign) {
	today := f.host.Today()
	f.loader.Load(func(ctx context.Context) (found reckoned, err error) {
		found.list, found.doubts, err = f.store.Campaigns.Figures(ctx, c, today)
		return found, err
	}, func(found reckoned, err error) {
		if err != nil {
			f.host.ShowError(err)
			return
		}
		f.show(found)
	})
}

// show draws a row for each article, and under it what looks wrong.
func (f *figures) show(found reckoned) {
	t := f.host.T
	f.content.RemoveAll()
	defer f.form.Relayout()
	if len(found.list) == 0 {
		f.content.Add(kit.NewHint(t("campaign.goods.none")))
		return
	}
	f.row(kit.NewCaption, []string{
		t("campaign.sku"), t("campaign.list_price"), t("campaign.price"), t("campaign.cost"), t("campaign.margin"), t("campaign.factor"), t("campaign.on_hand"),
	})
	for i, one := range found.list {
		if i == mostFigures {
			f.content.Add(kit.NewHint(t("campaign.more", "Count", len(found.list)-mostFigures)))
			break
		}
		f.content.Add(kit.Hairline())
		f.row(kit.NewText, f.texts(one))
		for _, d := range found.doubts {
			if strings.HasPrefix(d.Field, "goods."+strconv.Itoa(i+1)+".") {
				doubt := kit.NewHint(f.host.Sentence(d))
				doubt.Colour = theme.ColorNameWarning
				f.content.Add(doubt)
			}
		}
	}
	f.content.Add(kit.NewHint(t("campaign.arithmetic.hint")))
}

// row adds texts under each other's columns, figures at the right.
func (f *figures) row(of func(string) *kit.Text, texts []string) {
	cells := make([]fyne.CanvasObject, len(texts))
	for i, text := range texts {
		cell := of(text).Cut()
		if i > 0 {
			cell = cell.Right()
		}
		cells[i] = cell
	}
	f.content.Add(kit.Shares(shares, cells...))
}

// texts are what the columns say of an article.
func (f *figures) texts(one data.CampaignFigures) []string {
	price := func(p *data.UnitPrice) string {
		if p == nil {
			return "–"
		}
		return p.Shown(one.Currency)
	}
	campaign := price(one.Price)
	if one.Price != nil {
		campaign = string(one.Currency) + " " + campaign
	}
	margin := "–"
	if one.After != nil {
		if margin = one.After.String() + " %"; one.Before != nil {
			margin = one.Before.String() + " → " + margin
		}
	}
	factor := "–"
	if one.Factor != nil {
		factor = one.Factor.StringFixed(2) + " ×"
	}
	stock := kit.Quantity(f.host, one.OnHand)
	if one.Lasts >= 0 && one.OnHand > 0 {
		stock += " · " + f.host.T("campaign.lasts", "Days", one.Lasts)
	}
	return []string{one.SKU, price(one.List), campaign, price(one.Cost), margin, factor, stock}
}
