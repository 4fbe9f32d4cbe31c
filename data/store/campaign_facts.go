package store

import (
	"context"

	"tradewind/data"
)

// PricesOf returns what live campaigns ask for variants, whatever their days, by variant; those of a variant by number. It is
// what [data.Product.StartPrice] chooses from.
func (s Campaigns) PricesOf(ctx context.Context, variants []int64) (found map[int64][]data.CampaignPrice, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		found, err = campaignPrices(ctx, r, variants)
		return err
	})
	return found, err
}

// campaignPrices does so within a transaction: one question for a few hundred.
func campaignPrices(ctx context.Context, r reader, variants []int64) (map[int64][]data.CampaignPrice, error) {
	found := map[int64][]data.CampaignPrice{}
	for part := range chunks(variants, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT c.campaign_no, c.first_day, c.last_day, g.variant_id, v.sku, g.discount, g.price, g.currency
			FROM campaign_good g JOIN campaign c ON c.id = g.campaign_id JOIN variant v ON v.id = g.variant_id
			WHERE c.archived = 0 AND g.variant_id IN `+holes+` ORDER BY g.variant_id, c.campaign_no`, args,
			func(scan func(...any) error) error {
				var p data.CampaignPrice
				g := &p.Good
				err := scan(&p.No, &p.From, &p.Until, &g.VariantID, &g.SKU, &g.Off, &g.Price, &g.Currency)
				found[g.VariantID] = append(found[g.VariantID], p)
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// Figures returns the arithmetic of c's goods, in their order, and what it shows to look wrong: costs and rates as of a day,
// stock as it is now. c needn't be saved.
func (s Campaigns) Figures(ctx context.Context, c data.Campaign, today data.Date) (list []data.CampaignFigures, doubts data.Problems, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		if err := findGoods(ctx, r, &c); err != nil {
			return err
		}
		facts, err := campaignFacts(ctx, r, c, today)
		if err == nil {
			list = c.Figures(facts)
			doubts = c.Doubts(list)
		}
		return err
	})
	return list, doubts, err
}

// campaignFacts reads what [data.Campaign.Figures] needs to know of c's goods. One that there isn't has none.
func campaignFacts(ctx context.Context, r reader, c data.Campaign, today data.Date) (f data.CampaignFacts, err error) {
	ids := make([]int64, len(c.Goods))
	for i, g := range c.Goods {
		ids[i] = g.VariantID
	}
	company, err := getCompany(ctx, r)
	if err != nil {
		return f, err
	}
	f.Home, f.SalesDays, f.Goods = company.Home(), company.Reordering().SalesDays, make([]data.CampaignGoodFacts, len(ids))
	of, err := byVariant(ctx, r, ids)
	if err != nil {
		return f, err
	}
	holdings := map[int64]data.Holding{}
	for part := range chunks(ids, maxHoles) {
		if err := holdingsOf(ctx, r, holdings, part, holdingsNow, nil); err != nil {
			return f, err
		}
	}
	sold, err := soldOf(ctx, r, ids, daysAgo(today, f.SalesDays))
	if err != nil {
		return f, err
	}
	others, err := otherCampaigns(ctx, r, c, ids)
	if err != nil {
		return f, err
	}
	var currencies []data.Currency
	for i, id := range ids {
		one := &f.Goods[i]
		one.Product, one.Holding, one.Others = of[id], holdings[id], others[id]
		for _, q := range sold[id] {
			one.Sold += q
		}
		currencies = append(currencies, one.Product.Currency, one.Product.CostCurrency, c.Goods[i].Currency)
	}
	f.Rates, err = costRates(ctx, r, currencies, today)
	return f, err
}

// otherCampaigns returns the numbers of the live campaigns besides c that have variants on days of c.
func otherCampaigns(ctx context.Context, r reader, c data.Campaign, variants []int64) (map[int64][]string, error) {
	all, err := campaignPrices(ctx, r, variants)
	if err != nil {
		return nil, err
	}
	found := map[int64][]string{}
	for id, list := range all {
		for _, p := range list {
			if p.No != c.No && p.From <= c.Until && p.Until >= c.From {
				found[id] = append(found[id], p.No)
			}
		}
	}
	return found, nil
}
