package store

import (
	"cmp"
	"context"

	"tradewind/data"
)

// Campaigns keeps what is offered at a lower price for some days.
type Campaigns struct{ at place }

// campaigns describes the campaign's tables. One whose price an order's line has is archived rather than taken away.
var campaigns = &kind[data.Campaign]{
	number: 6, name: "campaign", table: "campaign", code: "campaign_no",
	record: func(c *data.Campaign) *data.Record { return &c.Record },
	columns: func(c *data.Campaign) []column {
		return []column{
			{"campaign_no", &c.No},
			{"name", &c.Name},
			{"market", &c.Market},
			{"first_day", &c.From},
			{"last_day", &c.Until},
			{"note", &c.Note},
		}
	},
	hidden: func(c *data.Campaign) []*int64 {
		ids := make([]*int64, len(c.Goods))
		for i := range c.Goods {
			ids[i] = &c.Goods[i].VariantID
		}
		return ids
	},
	used: `SELECT 1 FROM campaign c JOIN order_line l ON l.campaign = c.campaign_no WHERE c.id = ?`,
	fill: fillCampaigns, check: checkCampaign, keep: keepCampaign, discard: discardCampaigns, entry: campaignEntry,
}

// campaignEntry is what finds a campaign: its number, its name, its market and its SKUs. The list is sorted by the first day.
func campaignEntry(_ context.Context, _ reader, c *data.Campaign) (entry, error) {
	words := []string{c.Name, c.Market}
	for _, g := range c.Goods {
		words = append(words, g.SKU)
	}
	e := searchable(c.No, words...)
	e.key = string(c.From) + " " + e.key
	return e, nil
}

// Find returns a page of campaigns, the one that begins last first, before them the one whose number was typed. After is the
// number of the last one of the page before.
func (s Campaigns) Find(ctx context.Context, q Query) ([]data.Campaign, error) {
	return campaigns.find(ctx, s.at, q, true)
}

// Count counts the campaigns that q's words match.
func (s Campaigns) Count(ctx context.Context, q Query) (int, error) {
	return campaigns.count(ctx, s.at, q)
}

// Get returns the campaign with id, or [data.ErrNotFound].
func (s Campaigns) Get(ctx context.Context, id int64) (data.Campaign, error) {
	return campaigns.get(ctx, s.at, `WHERE id = ?`, id)
}

// ByNo returns the campaign with this number, archived or not, or [data.ErrNotFound].
func (s Campaigns) ByNo(ctx context.Context, no string) (data.Campaign, error) {
	return campaigns.get(ctx, s.at, `WHERE campaign_no = ?`, no)
}

// Save writes c and returns it as stored; an empty number is taken from the series of the year of its first day. An article
// without an ID is looked up by its SKU. It gives [data.Problems] when c breaks a rule, and [data.ErrConflict] when c isn't the
// newest version.
func (s Campaigns) Save(ctx context.Context, c data.Campaign) (data.Campaign, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		c, err = campaigns.save(ctx, w, c)
		return err
	})
	return c, err
}

// Archive takes a campaign out of the lists, and its prices out of use, or brings both back.
func (s Campaigns) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return campaigns.archive(ctx, w, id, archived) })
}

// checkCampaign finds the market and the articles, and gives the number.
func checkCampaign(ctx context.Context, w *writing, old, c *data.Campaign) (err error) {
	if c.Market != "" && (old == nil || old.Market != c.Market) {
		if _, err := marketCalled(ctx, w.tx, c.Market); err != nil {
			return err
		}
	}
	if err := findGoods(ctx, w.tx, c); err != nil {
		return err
	}
	if err := c.Unknown().Err(); err != nil {
		return err
	}
	if old == nil && c.No == "" {
		year := c.From.Year()
		if year == 0 {
			year = w.at.Year()
		}
		c.No, err = w.nextFree(ctx, data.CampaignKind, year, `SELECT 1 FROM campaign WHERE campaign_no = ?`)
	}
	return err
}

// findGoods finds the articles of c that have only a SKU, and the currency of prices that name none: the product's, else the
// company's. An article that there isn't keeps no ID.
func findGoods(ctx context.Context, r reader, c *data.Campaign) error {
	c.Goods = append([]data.CampaignGood(nil), c.Goods...) // the caller's slice stays as it is
	skus := make([]string, len(c.Goods))
	for i, g := range c.Goods {
		skus[i] = g.SKU
	}
	found, err := variantsCalled(ctx, r, skus)
	for i := range c.Goods {
		if g := &c.Goods[i]; g.VariantID == 0 {
			g.VariantID = found[g.SKU]
		}
	}
	if err != nil {
		return err
	}
	return nameCurrencies(ctx, r, c.Goods)
}

// nameCurrencies gives prices that name no currency their product's, else the company's.
func nameCurrencies(ctx context.Context, r reader, goods []data.CampaignGood) error {
	var ids []int64
	for _, g := range goods {
		if g.Price != 0 && g.Currency == "" {
			ids = append(ids, g.VariantID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	of, err := byVariant(ctx, r, ids)
	if err != nil {
		return err
	}
	company, err := getCompany(ctx, r)
	for i := range goods {
		if g := &goods[i]; g.Price != 0 && g.Currency == "" {
			g.Currency = cmp.Or(of[g.VariantID].Currency, company.Home())
		}
	}
	return err
}

// variantsCalled returns the variants with these SKUs: one question for a few hundred.
func variantsCalled(ctx context.Context, r reader, skus []string) (map[string]int64, error) {
	found := map[string]int64{}
	for part := range chunks(skus, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT sku, id FROM variant WHERE sku IN `+holes, args, func(scan func(...any) error) error {
			var sku string
			var id int64
			err := scan(&sku, &id)
			found[sku] = id
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// keepCampaign writes the goods.
func keepCampaign(ctx context.Context, w *writing, _, next *data.Campaign) error {
	if err := discardCampaigns(ctx, w, []int64{next.ID}); err != nil {
		return err
	}
	for i, g := range next.Goods {
		_, err := w.exec(ctx, `INSERT INTO campaign_good (campaign_id, position, variant_id, discount, price, currency) VALUES (?, ?, ?, ?, ?, ?)`,
			next.ID, i, g.VariantID, int64(g.Off), int64(g.Price), string(g.Currency))
		if err != nil {
			return err
		}
	}
	return nil
}

// discardCampaigns takes away the goods of campaigns.
func discardCampaigns(ctx context.Context, w *writing, ids []int64) error {
	holes, args := in(ids)
	_, err := w.exec(ctx, `DELETE FROM campaign_good WHERE campaign_id IN `+holes, args...)
	return err
}

// fillCampaigns reads the goods.
func fillCampaigns(ctx context.Context, r reader, found []*data.Campaign) error {
	at := make(map[int64]*data.Campaign, len(found))
	for _, c := range found {
		at[c.ID] = c
	}
	for part := range chunks(sortedKeys(at), maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT g.campaign_id, g.variant_id, v.sku, g.discount, g.price, g.currency FROM campaign_good g
			JOIN variant v ON v.id = g.variant_id WHERE g.campaign_id IN `+holes+` ORDER BY g.campaign_id, g.position`, args,
			func(scan func(...any) error) error {
				var campaign int64
				var g data.CampaignGood
				err := scan(&campaign, &g.VariantID, &g.SKU, &g.Off, &g.Price, &g.Currency)
				if err == nil {
					at[campaign].Goods = append(at[campaign].Goods, g)
				}
				return err
			})
		if err != nil {
			return err
		}
	}
	return nil
}
