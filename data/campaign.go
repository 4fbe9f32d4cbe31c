package data

import "slices"

// Campaign is goods that are offered at a lower price for some days. During them a new line of an order starts with its
// price, see [Product.StartPrice]; lines that are there already stay as they are.
type Campaign struct {
	Record
	No     string         `json:"campaign_no"`
	Name   string         `json:"name"`
	Market string         `json:"market,omitzero"` // the code of the one that it is announced in; orders have none, so its prices hold for all
	From   Date           `json:"first_day"`
	Until  Date           `json:"last_day"` // the last one on which its prices hold
	Note   string         `json:"note,omitzero"`
	Goods  []CampaignGood `json:"goods"`
}

// CampaignGood is one article of a campaign, with either a discount or a price.
type CampaignGood struct {
	VariantID int64     `json:"-"`
	SKU       string    `json:"sku"`
	Off       Percent   `json:"discount_percent,omitzero"` // off the list price, see [CampaignGood.PriceOf]
	Price     UnitPrice `json:"campaign_price,omitzero"`
	Currency  Currency  `json:"currency,omitzero"` // of the price
}

// CampaignState is where a day lies to a campaign's days.
type CampaignState string

// The states of a campaign.
const (
	CampaignComing  CampaignState = "coming"
	CampaignRunning CampaignState = "running"
	CampaignPast    CampaignState = "past"
)

// CampaignDays is how many days a campaign is proposed for, today included.
const CampaignDays = 14

// NewCampaign returns one for the usual days from a day on.
func NewCampaign(today Date) Campaign {
	return Campaign{From: today, Until: DateOf(today.Time().AddDate(0, 0, CampaignDays-1))}
}

// State says where a day lies to c's.
func (c Campaign) State(today Date) CampaignState {
	switch {
	case today < c.From:
		return CampaignComing
	case today > c.Until:
		return CampaignPast
	}
	return CampaignRunning
}

// Copy returns a new campaign with the same goods, for the usual days from a day on.
func (c Campaign) Copy(today Date) Campaign {
	twin := NewCampaign(today)
	twin.Name, twin.Market, twin.Note, twin.Goods = c.Name, c.Market, c.Note, slices.Clone(c.Goods)
	return twin
}

// Validate reports the fields of c that break a rule, as [Problems]; nil when it can be saved. A campaign that is only
// planned may have no goods yet.
func (c Campaign) Validate() error {
	var k check
	k.required("campaign_no", c.No)
	k.required("name", c.Name)
	k.required("first_day", string(c.From))
	k.required("last_day", string(c.Until))
	k.period("first_day", c.From, "last_day", c.Until)
	seen := make(map[string]int, len(c.Goods))
	for i, g := range c.Goods {
		k.prefix = at("goods", i+1)
		k.required("sku", g.SKU)
		if other, twice := seen[g.SKU]; twice && g.SKU != "" {
			k.add("sku", "campaign.problem.twice", "SKU", g.SKU, "Other", other)
		}
		seen[g.SKU] = i + 1
		k.campaignPrice(g)
	}
	return k.problems.Err()
}

// Unknown reports the goods that have a SKU and, after they were looked up, no ID: there is no such article.
func (c Campaign) Unknown() Problems {
	var k check
	for i, g := range c.Goods {
		k.prefix = at("goods", i+1)
		k.when(g.VariantID == 0 && g.SKU != "", "sku", "problem.unknown_sku", "Value", g.SKU)
	}
	return k.problems
}

// campaignPrice looks at what an article is offered for: one of discount and price.
func (c *check) campaignPrice(g CampaignGood) {
	c.percent("discount_percent", g.Off)
	notNegative(c, "campaign_price", g.Price)
	c.when(g.Off == 0 && g.Price == 0, "discount_percent", "campaign.problem.no_price")
	c.when(g.Off != 0 && g.Price != 0, "campaign_price", "campaign.problem.both")
	c.when(g.Price != 0 && g.Currency == "", "currency", "problem.required")
	c.currency("currency", g.Currency)
}

// Warnings reports what looks wrong with c by itself but doesn't stop it from being saved; [Campaign.Doubts] knows its goods.
func (c Campaign) Warnings() Problems {
	var k check
	k.day("first_day", c.From)
	k.day("last_day", c.Until)
	k.when(len(c.Goods) == 0 && c.ID != 0, "goods", "campaign.problem.no_goods")
	return k.problems
}
