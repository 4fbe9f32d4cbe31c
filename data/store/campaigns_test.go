package store_test

import (
	"errors"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// offered returns a store with a plate and a cup that cost something, and a campaign for the plate in December.
func offered(t *testing.T) (*store.Store, data.Campaign) {
	t.Helper()
	ctx, st := t.Context(), open(t)
	price, cost := data.UnitPrice(10_000_000), data.UnitPrice(6_000_000)
	for _, sku := range []string{"PLATE", "CUP"} {
		p := product(sku, "Article "+sku, "货品")
		p.Price, p.Currency, p.Cost, p.CostCurrency = &price, "USD", &cost, "USD"
		must[data.Product](t)(st.Products.Save(ctx, p))
	}
	c := must[data.Campaign](t)(st.Campaigns.Save(ctx, data.Campaign{
		Name: "Winter plates", Market: "own", From: "2026-12-01", Until: "2026-12-14",
		Goods: []data.CampaignGood{{SKU: "PLATE", Off: 20_000_000}},
	}))
	return st, c
}

func TestACampaignIsNumberedFoundAndKeepsItsGoodsInTheirOrder(t *testing.T) {
	st, c := offered(t)
	ctx := t.Context()
	if c.No != "C-2026-0001" || len(c.Goods) != 1 || c.Goods[0].VariantID == 0 {
		t.Fatalf("saved as %+v", c)
	}
	c.Goods = append([]data.CampaignGood{{SKU: "CUP", Price: 7_500_000, Currency: "USD"}}, c.Goods...)
	c = must[data.Campaign](t)(st.Campaigns.Save(ctx, c))
	for _, words := range []string{"winter", "cup", "C-2026-0001", "own"} {
		list := must[[]data.Campaign](t)(st.Campaigns.Find(ctx, store.Query{Words: words}))
		if len(list) != 1 || len(list[0].Goods) != 2 || list[0].Goods[0].SKU != "CUP" || list[0].Goods[0].Price != 7_500_000 {
			t.Errorf("%q finds %+v", words, list)
		}
	}
	if again := must[data.Campaign](t)(st.Campaigns.Save(ctx, c)); again.Version != c.Version {
		t.Errorf("saved again without a change it is version %d after %d", again.Version, c.Version)
	}
	wellKept(t, st)
}

func TestACampaignNamesWhatIsWrongWithIt(t *testing.T) {
	st, c := offered(t)
	for key, change := range map[string]func(*data.Campaign){
		"problem.ends_before_start": func(c *data.Campaign) { c.Until = "2026-11-30" },
		"problem.over_hundred":      func(c *data.Campaign) { c.Goods[0].Off = 101_000_000 },
		"problem.negative":          func(c *data.Campaign) { c.Goods[0].Off = -1 },
		"campaign.problem.no_price": func(c *data.Campaign) { c.Goods[0].Off = 0 },
		"campaign.problem.both":     func(c *data.Campaign) { c.Goods[0].Price, c.Goods[0].Currency = 1, "USD" },
		"problem.unknown_sku":       func(c *data.Campaign) { c.Goods = []data.CampaignGood{{SKU: "SAUCER", Off: 1}} },
		"campaign.problem.twice":    func(c *data.Campaign) { c.Goods = append(c.Goods, data.CampaignGood{SKU: "PLATE", Off: 1}) },
		"showcase.problem.market":   func(c *data.Campaign) { c.Market = "bazaar" },
		"problem.required":          func(c *data.Campaign) { c.Name = " " },
		"problem.not_a_date":        func(c *data.Campaign) { c.From = "2026-02-30" },
		"problem.unknown_currency":  func(c *data.Campaign) { c.Goods = []data.CampaignGood{{SKU: "CUP", Price: 1, Currency: "QQQ"}} },
	} {
		wrong := c
		wrong.Goods = append([]data.CampaignGood(nil), c.Goods...)
		change(&wrong)
		if _, err := st.Campaigns.Save(t.Context(), wrong); wrongKey(err) != key {
			t.Errorf("%s: %v", key, err)
		}
	}
	if now := must[data.Campaign](t)(st.Campaigns.ByNo(t.Context(), c.No)); now.Version != c.Version {
		t.Error("a refused save changed it")
	}
}

func TestACampaignIsTakenBackAndBroughtBackWithItsGoods(t *testing.T) {
	st, c := offered(t)
	ctx := t.Context()
	c.Goods[0].Off = 50_000_000
	c = must[data.Campaign](t)(st.Campaigns.Save(ctx, c))
	if there, err := st.Journal.TakeBack(ctx, c.UUID); err != nil || !there {
		t.Fatal(there, err)
	}
	c = must[data.Campaign](t)(st.Campaigns.ByNo(ctx, c.No))
	if c.Goods[0].Off != 20_000_000 {
		t.Errorf("after it was taken back: %+v", c.Goods)
	}
	if err := st.Campaigns.Archive(ctx, c.ID, true); err != nil {
		t.Fatal(err)
	}
	if prices := must[map[int64][]data.CampaignPrice](t)(st.Campaigns.PricesOf(ctx, []int64{c.Goods[0].VariantID})); len(prices) != 0 {
		t.Errorf("an archived campaign asks %+v", prices)
	}
	for range 2 { // the save and what made it
		batches := must[[]store.Entry](t)(st.Journal.Last(ctx, 1))
		if err := st.Journal.Undo(ctx, batches[0].Batch); err != nil {
			t.Fatal(err)
		}
	}
	wellKept(t, st)
	first := must[data.Campaign](t)(st.Campaigns.Save(ctx, data.Campaign{Name: "One", From: "2026-12-01", Until: "2026-12-01", Goods: c.Goods}))
	if there, err := st.Journal.TakeBack(ctx, first.UUID); err != nil || there {
		t.Fatal(there, err)
	}
	if _, err := st.Campaigns.ByNo(ctx, first.No); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("a new one that was taken back: %v", err)
	}
	wellKept(t, st)
}

func TestTheArithmeticOfACampaignKnowsCostsRatesStockAndOtherCampaigns(t *testing.T) {
	st, c := offered(t)
	ctx := t.Context()
	must[data.Rate](t)(st.Rates.Save(ctx, data.Rate{Date: "2026-11-01", Base: "USD", Quote: "CNY", Rate: 70_000_000_000}))
	must[data.Company](t)(st.Company.Save(ctx, data.Company{Party: data.Party{Name: "We"}, Currency: "CNY"}))
	other := must[data.Campaign](t)(st.Campaigns.Save(ctx, data.Campaign{
		Name: "Christmas", From: "2026-12-14", Until: "2026-12-26", Goods: []data.CampaignGood{{SKU: "PLATE", Price: 5_000_000, Currency: "USD"}},
	}))
	cost := data.UnitPrice(49_000_000) // 7 dollars: more than the purchase price of 6
	if err := st.Stock.Move(ctx, []data.Movement{{SKU: "PLATE", Quantity: data.Pieces(30), Reason: data.Received, Cost: &cost}}); err != nil {
		t.Fatal(err)
	}
	figures := func(c data.Campaign) (data.CampaignFigures, data.Problems) {
		list, doubts, err := st.Campaigns.Figures(ctx, c, "2026-11-22")
		if err != nil {
			t.Fatal(err)
		}
		return list[0], doubts
	}
	f, doubts := figures(c)
	if f.List.String() != "10" || f.Price.String() != "8" || f.Cost.String() != "7" || f.Source != data.AverageCost || f.OnHand != data.Pieces(30) || f.Lasts != -1 {
		t.Errorf("figures: list %v, price %v, cost %v of %s, %v on hand, lasts %d", f.List, f.Price, f.Cost, f.Source, f.OnHand, f.Lasts)
	}
	if f.Before.String() != "30" || f.After.String() != "12.5" || f.Factor.String() != "3" {
		t.Errorf("margin %v, then %v; %v times as many", f.Before, f.After, f.Factor)
	}
	if len(doubts) != 1 || doubts[0].Key != "campaign.problem.overlap" || doubts[0].Args["Others"] != other.No {
		t.Errorf("doubts: %v", doubts)
	}
	f, doubts = figures(other)
	if f.Factor != nil || f.After.String() != "-40" {
		t.Errorf("below cost: %v times as many, margin %v", f.Factor, f.After)
	}
	if len(doubts) != 2 || doubts[0].Key != "campaign.problem.below_cost" {
		t.Errorf("doubts below cost: %v", doubts)
	}
	other.Goods = append(other.Goods, data.CampaignGood{SKU: "SAUCER", Off: 1})
	if _, doubts = figures(other); len(doubts) != 3 || doubts[0].Key != "problem.unknown_sku" {
		t.Errorf("with an article that there isn't: %v", doubts)
	}
}
