package replenish

import (
	"context"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2/theme"
)

// mostDoubts is how many sentences a question says of what looks wrong.
const mostDoubts = 3

// skus are the articles of a row: of one that is about a whole product all its variants.
func (r row) skus() []string {
	if r.product.ID == 0 {
		return []string{r.sku}
	}
	var list []string
	for _, v := range r.product.Variants {
		if !v.Archived {
			list = append(list, v.SKU)
		}
	}
	return list
}

// listed are the articles of the rows of the list, each once.
func (s *Screen) listed() []string {
	var list []string
	for _, r := range s.Finder.Found {
		for _, sku := range r.skus() {
			if !slices.Contains(list, sku) {
				list = append(list, sku)
			}
		}
	}
	return list
}

// askCampaign offers the article shown, or all that are listed, at a discount for some days.
func (s *Screen) askCampaign() {
	t, form, c := s.host.T, s.part(), data.NewCampaign(s.host.Today())
	from, until := form.NewDate("first_day"), form.NewDate("last_day")
	doubts := kit.NewHint("")
	doubts.Colour = theme.ColorNameWarning
	doubts.Hide()
	form.Add(kit.Field{ID: "name", Label: "campaign.name", Span: kit.Whole},
		kit.Field{ID: "first_day", Label: "campaign.from", Span: kit.Third, Control: from},
		kit.Field{ID: "last_day", Label: "campaign.until", Span: kit.Third, Control: until},
		kit.Field{ID: "percent", Label: "replenish.price.percent", Unit: "%", Span: kit.Third},
		kit.Field{ID: "goods", Label: "replenish.campaign.goods", Span: kit.Whole, Lines: 3})
	all := s.listed()
	form.AddObject(kit.Whole, kit.Row(0, kit.NewButton(t("replenish.campaign.all", "Count", len(all)), nil, func() {
		form.Set("goods", strings.Join(all, "\n"))
		form.Edited("goods")
	}), kit.Spring()))
	form.AddObject(kit.Whole, doubts)
	form.AddObject(kit.Whole, kit.NewHint(t("replenish.campaign.hint")))
	form.Set("name", t("replenish.campaign.name", "Date", s.host.Date(string(c.From))))
	from.Set(c.From)
	until.Set(c.Until)
	form.Set("percent", "20")
	form.Set("goods", strings.Join(s.shown.row.skus(), "\n"))

	read := func(bad *data.Problems) data.Campaign {
		c.Name, c.From, c.Until = form.Text("name"), from.Read("first_day", bad), until.Read("last_day", bad)
		off := kit.ReadNumber(form.Entry("percent"), "percent", data.ParsePercent, bad)
		c.Goods = nil
		for _, sku := range strings.FieldsFunc(form.Text("goods"), func(r rune) bool { return strings.ContainsRune("\n\r,;，；", r) }) {
			if sku = strings.TrimSpace(sku); sku != "" {
				c.Goods = append(c.Goods, data.CampaignGood{SKU: sku, Off: off})
			}
		}
		return c
	}
	a := s.ask(t("replenish.campaign.title"), form, func(bad *data.Problems) work { return s.saving(read(bad), bad) }, "")
	a.keys("name", "percent")
	form.OnChanged = s.doubting(a, doubts, read)
	form.OnChanged()
}

// saving is the work of saving a campaign. It says its number.
func (s *Screen) saving(c data.Campaign, bad *data.Problems) work {
	if len(c.Goods) == 0 {
		bad.Add("goods", "problem.required")
	}
	return func(ctx context.Context) error {
		kept, err := s.store.Campaigns.Save(ctx, c)
		s.asked.told = s.host.T("replenish.campaign.done", "No", kept.No, "Count", len(kept.Goods))
		return err
	}
}

// doubting returns what says, while the merchant types, what the arithmetic shows to look wrong.
func (s *Screen) doubting(a *asking, doubts *kit.Paragraph, read func(*data.Problems) data.Campaign) func() {
	loader := kit.NewLoader[data.Problems](s.host)
	return func() {
		var ignored data.Problems
		c := read(&ignored)
		loader.Load(func(ctx context.Context) (data.Problems, error) {
			_, found, err := s.store.Campaigns.Figures(ctx, c, s.host.Today())
			return found, err
		}, func(found data.Problems, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			for i := range found {
				found[i].Field = "" // the sentences name the article
			}
			doubts.SetText(s.host.Sentences(found, mostDoubts))
			if doubts.Show(); len(found) == 0 {
				doubts.Hide()
			}
			a.form.Relayout()
			a.q.Refit()
		})
	}
}

// Campaign asks for a campaign of the article shown, as the button does.
func (s *Screen) Campaign() { s.askCampaign() }
