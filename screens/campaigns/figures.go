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
	for i, one := range found.list {
		if i == mostFigures {
			f.content.Add(kit.NewHint(t("campaign.more", "Count", len(found.list)-mostFigures)))
			break
		}
		if i > 0 {
			f.content.Add(kit.Hairline())
		}
		f.add(one)
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

// add shows one article: its figures in two rows of three.
func (f *figures) add(one data.CampaignFigures) {
	t := f.host.T
	name := kit.NewText(one.SKU).Cut()
	name.Bold = true
	f.content.Add(name)
	thirds := []float32{1, 1, 1}
	f.content.Add(kit.Shares(thirds, f.cell("campaign.list_price", f.price(one, one.List)), f.cell("campaign.price", f.price(one, one.Price)),
		f.cell("campaign.cost", f.price(one, one.Cost))))
	stock := kit.Quantity(f.host, one.OnHand)
	if one.Lasts >= 0 && one.OnHand > 0 {
		stock += " · " + t("campaign.lasts", "Days", one.Lasts)
	}
	f.content.Add(kit.Shares(thirds, f.cell("campaign.margin", f.margin(one)), f.cell("campaign.factor", f.factor(one)), f.cell("campaign.on_hand", stock)))
}

// cell is a figure under its word.
func (f *figures) cell(key, figure string) fyne.CanvasObject {
	return kit.Pile(0, kit.NewCaption(f.host.T(key)).Cut(), kit.NewText(figure).Cut())
}

func (f *figures) price(one data.CampaignFigures, p *data.UnitPrice) string {
	if p == nil {
		return "–"
	}
	return string(one.Currency) + " " + p.Shown(one.Currency)
}

// margin is what is earned before and after, in percent of the price.
func (f *figures) margin(one data.CampaignFigures) string {
	say := func(p *data.Percent) string {
		if p == nil {
			return "–"
		}
		return strings.Replace(p.String(), "-", "−", 1) + " %"
	}
	if one.Before == nil && one.After == nil {
		return "–"
	}
	return say(one.Before) + " → " + say(one.After)
}

// factor is how many must be sold to earn the same.
func (f *figures) factor(one data.CampaignFigures) string {
	if one.Factor == nil {
		return "–"
	}
	return f.host.T("campaign.times", "Factor", one.Factor.StringFixed(2))
}
