package replenish

import (
	"context"

	"tradewind/data"
	"tradewind/screens/kit"
)

// askPrice asks for a lower price of goods that should go, and for its last day: until then it is a campaign's, and the list price
// is back by itself. Without a last day the list price itself changes.
func (s *Screen) askPrice() {
	p, t := s.shown.product, s.host.T
	if p.Price == nil {
		s.choices(t("replenish.price"), t("replenish.price.none", "SKU", p.SKU), kit.Choice{Word: t("replenish.product"), Main: true, Then: func() { s.program.Product(p.SKU) }})
		return
	}
	currency := p.Currency
	if currency == "" {
		currency = s.shown.home
	}
	form, c := s.part(), data.NewCampaign(s.host.Today())
	until := form.NewDate("last_day")
	form.Add(kit.Field{ID: "percent", Label: "replenish.price.percent", Unit: "%", Span: kit.Third},
		kit.Field{ID: "price", Label: "replenish.price.new", Unit: string(currency), Span: kit.Third},
		kit.Field{ID: "last_day", Label: "replenish.price.until", Span: kit.Third, Control: until})
	form.AddObject(kit.Whole, kit.NewHint(t("replenish.price.hint", "Price", p.Price.Shown(currency)+" "+string(currency))))
	reckoned := ""
	reckon := func() {
		if off, err := data.ParsePercent(form.Entry("percent").Number()); err == nil {
			reckoned = p.Price.Off(off, currency).Shown(currency)
			form.Set("price", reckoned)
		}
	}
	form.Entry("percent").OnChanged = func(string) { form.Edited("percent"); reckon() }
	form.Set("percent", "20")
	reckon()
	until.Set(c.Until)
	a := s.ask(t("replenish.price.title", "SKU", p.SKU), form, func(bad *data.Problems) work {
		price := kit.ReadNumber(form.Entry("price"), "price", data.ParseUnitPrice, bad)
		if len(*bad) == 0 && price <= 0 {
			bad.Add("price", "problem.not_positive")
		}
		if c.Until = until.Read("last_day", bad); c.Until == "" {
			return s.pricing(p, price)
		}
		good := data.CampaignGood{Price: price, Currency: currency}
		if form.Text("price") == reckoned { // variants may have prices of their own
			good = data.CampaignGood{Off: kit.ReadNumber(form.Entry("percent"), "percent", data.ParsePercent, bad)}
		}
		return s.clearing(c, good, price.Shown(currency)+" "+string(currency))
	}, t("replenish.price.done", "SKU", p.SKU))
	a.until = until
	a.keys("percent", "price")
}

// pricing is the work of changing the list price for good.
func (s *Screen) pricing(p data.Product, price data.UnitPrice) work {
	p.Price = &price
	return func(ctx context.Context) error {
		_, err := s.store.Products.Save(ctx, p)
		return err
	}
}

// clearing is the work of offering the article shown at a price until the campaign's last day.
func (s *Screen) clearing(c data.Campaign, good data.CampaignGood, price string) work {
	sku := s.shown.product.SKU
	c.Name = s.host.T("replenish.price.campaign", "SKU", sku)
	for _, one := range s.shown.row.skus() {
		good.SKU = one
		c.Goods = append(c.Goods, good)
	}
	return func(ctx context.Context) error {
		kept, err := s.store.Campaigns.Save(ctx, c)
		s.asked.told = s.host.T("replenish.price.until.done", "SKU", sku, "Price", price, "Date", s.host.Date(string(kept.Until)), "No", kept.No)
		return err
	}
}
