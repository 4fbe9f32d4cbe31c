package data

import (
	"strings"

	"github.com/shopspring/decimal"
)

// CampaignFacts is what a campaign's arithmetic needs to know of the rest of the program.
type CampaignFacts struct {
	Goods     []CampaignGoodFacts // one for each of the campaign's goods, in their order
	Home      Currency            // the company's
	Rates     map[Currency]CostRate
	SalesDays int64 // in which sales are counted
}

// CampaignGoodFacts is what is known of one article.
type CampaignGoodFacts struct {
	Product Product
	Holding Holding
	Sold    Quantity // in the days that count
	Others  []string // numbers of other campaigns that have it on days of this one
}

// CostSource says where a unit cost comes from.
type CostSource string

// The sources of a unit cost.
const (
	AverageCost  CostSource = "average"  // the moving average of what is there
	PurchaseCost CostSource = "purchase" // the product's purchase price
)

// CampaignFigures is the arithmetic of one article of a campaign. What isn't known is nil.
type CampaignFigures struct {
	SKU      string     `json:"sku"`
	Currency Currency   `json:"currency"` // of all its prices
	List     *UnitPrice `json:"list_price,omitempty"`
	Price    *UnitPrice `json:"campaign_price,omitempty"`
	Cost     *UnitPrice `json:"unit_cost,omitempty"` // by the dated rates where it is in another currency
	Source   CostSource `json:"cost_source,omitzero"`
	Before   *Percent   `json:"margin_before,omitempty"` // (list price - cost) / list price, rounded half up to two decimals
	After    *Percent   `json:"margin_after,omitempty"`  // (campaign price - cost) / campaign price, likewise
	// Factor is how many must be sold at the campaign price for each one at the list price to earn the same: (list price -
	// cost) / (campaign price - cost), rounded up to two decimals, so that it is never too few. Nil where nothing was or is
	// earned.
	Factor *decimal.Decimal `json:"break_even_factor,omitempty"`
	OnHand Quantity         `json:"on_hand"`
	Lasts  int64            `json:"lasts_days"` // at the pace of the days that count, rounded down; -1: nothing was sold in them
	Others []string         `json:"other_campaigns,omitempty"`
}

// Figures returns the arithmetic of c's goods, in their order.
func (c Campaign) Figures(facts CampaignFacts) []CampaignFigures {
	list := make([]CampaignFigures, len(c.Goods))
	for i, g := range c.Goods {
		list[i] = g.figures(facts.Goods[i], facts)
	}
	return list
}

// figures returns the arithmetic of one article.
func (g CampaignGood) figures(of CampaignGoodFacts, facts CampaignFacts) CampaignFigures {
	f := CampaignFigures{SKU: g.SKU, Currency: g.Currency, OnHand: of.Holding.OnHand, Lasts: lasting(of.Holding.OnHand, of.Sold, facts.SalesDays), Others: of.Others}
	if g.Price == 0 || f.Currency == "" {
		f.Currency = of.Product.Currency
	}
	if f.Currency == "" {
		f.Currency = facts.Home
	}
	if list, ok := of.Product.ListPrice(g.VariantID, f.Currency, Incoterm{}); ok {
		f.List = &list
	}
	if price, ok := g.PriceOf(of.Product, f.Currency, Incoterm{}); ok {
		f.Price = &price
	}
	f.cost(of, facts)
	if f.Cost == nil {
		return f
	}
	f.Before, f.After = marginOf(f.List, *f.Cost), marginOf(f.Price, *f.Cost)
	if f.List != nil && f.Price != nil && *f.List > *f.Cost && *f.Price > *f.Cost {
		f.Factor = breakEven(*f.List-*f.Cost, *f.Price-*f.Cost)
	}
	return f
}

// cost fills in what one unit cost: the moving average where there are goods whose cost is known, else the purchase price. One
// in a currency without a rate isn't known.
func (f *CampaignFigures) cost(of CampaignGoodFacts, facts CampaignFacts) {
	cost, cur := of.Holding.Value.Average(of.Holding.OnHand+of.Holding.InTransit), facts.Home
	if f.Source = AverageCost; cost == 0 && of.Product.Cost != nil {
		if cost, f.Source = *of.Product.Cost, PurchaseCost; of.Product.CostCurrency != "" {
			cur = of.Product.CostCurrency
		}
	}
	if cost != 0 && cur != f.Currency {
		cost = facts.converted(cost, cur, f.Currency)
	}
	if cost == 0 {
		f.Source = ""
		return
	}
	f.Cost = &cost
}

// converted returns a cost in another currency, by way of the company's, rounded half up to the millionth at each step; 0
// without a rate.
func (c CampaignFacts) converted(cost UnitPrice, from, to Currency) UnitPrice {
	first, known := c.Rates[from]
	second, also := c.Rates[to]
	if from != c.Home && !known || to != c.Home && !also {
		return 0
	}
	home, err := first.Cost(cost, from)
	if err != nil {
		return 0
	}
	there, err := second.Cost(home, c.Home) // the same rate the other way round
	if err != nil {
		return 0
	}
	return there
}

// breakEven returns how many earn at less each what one earned before, rounded up to two decimals.
func breakEven(before, after UnitPrice) *decimal.Decimal {
	hundredths, rest := decimal.New(int64(before), 2).QuoRem(decimal.NewFromInt(int64(after)), 0)
	if rest.IsPositive() {
		hundredths = hundredths.Add(decimal.NewFromInt(1))
	}
	factor := hundredths.Shift(-2)
	return &factor
}

// marginOf returns what share of a price is earned; nil without one.
func marginOf(price *UnitPrice, cost UnitPrice) *Percent {
	if price == nil || *price == 0 {
		return nil
	}
	share := decimal.NewFromInt(int64(*price-cost)).Shift(2).DivRound(decimal.NewFromInt(int64(*price)), 2)
	v, err := fixed(share, 6)
	if err != nil {
		return nil
	}
	margin := Percent(v)
	return &margin
}

// lasting returns how many days so much lasts when so much was sold in some days; -1 when nothing was.
func lasting(have, sold Quantity, days int64) int64 {
	if sold <= 0 {
		return -1
	}
	return max(have.Decimal().Mul(decimal.NewFromInt(days)).Div(sold.Decimal()).Floor().IntPart(), 0)
}

// Doubts reports what the arithmetic shows to look wrong: an article that there isn't, a price below cost, one that isn't lower, a discount off nothing, an
// article that another campaign has on the same days.
func (c Campaign) Doubts(figures []CampaignFigures) Problems {
	k := check{problems: c.Unknown()}
	for i, f := range figures {
		if k.prefix = at("goods", i+1); c.Goods[i].VariantID == 0 {
			continue
		}
		field := "discount_percent"
		if c.Goods[i].Price != 0 {
			field = "campaign_price"
		}
		k.when(f.Price == nil, field, "campaign.problem.no_list_price", "SKU", f.SKU)
		if f.Price != nil && f.Cost != nil && *f.Price < *f.Cost {
			k.add(field, "campaign.problem.below_cost", "SKU", f.SKU, "Price", f.Price.Shown(f.Currency), "Cost", f.Cost.Shown(f.Currency), "Currency", string(f.Currency))
		}
		if f.Price != nil && f.List != nil && *f.Price >= *f.List {
			k.add(field, "campaign.problem.not_lower", "SKU", f.SKU, "Price", f.Price.Shown(f.Currency), "List", f.List.Shown(f.Currency), "Currency", string(f.Currency))
		}
		if len(f.Others) > 0 {
			k.add("sku", "campaign.problem.overlap", "SKU", f.SKU, "Others", strings.Join(f.Others, ", "))
		}
	}
	return k.problems
}
