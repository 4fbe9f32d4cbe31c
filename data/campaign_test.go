package data_test

import (
	"strconv"
	"testing"

	"tradewind/data"
)

// asking returns what campaigns ask for variant 1 in December 2026: percents off, or dollars.
func asking(offers ...data.CampaignGood) (list []data.CampaignPrice) {
	for i, g := range offers {
		g.VariantID = 1
		list = append(list, data.CampaignPrice{No: "C-" + strconv.Itoa(i+1), From: "2026-12-01", Until: "2026-12-14", Good: g})
	}
	return list
}

func TestANewLineStartsWithTheLowestPriceThatHoldsOnItsDay(t *testing.T) {
	own := data.UnitPrice(20_000_000)
	plate := data.Product{
		Price: unitPriceOf(t, "10"), Currency: "USD", Variants: []data.Variant{{ID: 1}, {ID: 2, Price: &own}},
		PriceLadder: []data.PriceStep{
			{From: data.Pieces(100), Price: 7_000_000},
			{From: data.Pieces(1), Price: 9_000_000, Currency: "EUR"},
			{From: data.Pieces(1), Price: 12_000_000, Term: data.Incoterm{Rule: "CIF"}},
		},
	}
	fifth, fixed := data.CampaignGood{Off: 20_000_000}, data.CampaignGood{Price: 8_500_000, Currency: "USD"}
	for name, c := range map[string]struct {
		asked     data.LineAsked
		campaigns []data.CampaignPrice
		price     string
		campaign  string
	}{
		"off the list price":              {data.LineAsked{Day: "2026-12-01"}, asking(fifth), "8", "C-1"},
		"on the last day":                 {data.LineAsked{Day: "2026-12-14"}, asking(fifth), "8", "C-1"},
		"the day before":                  {data.LineAsked{Day: "2026-11-30"}, asking(fifth), "10", ""},
		"the day after":                   {data.LineAsked{Day: "2026-12-15"}, asking(fifth), "10", ""},
		"a ladder that is lower":          {data.LineAsked{Day: "2026-12-05", Quantity: data.Pieces(100)}, asking(fifth), "7", ""},
		"a ladder that isn't":             {data.LineAsked{Day: "2026-12-05", Quantity: data.Pieces(99)}, asking(fifth), "8", "C-1"},
		"the lowest of two":               {data.LineAsked{Day: "2026-12-05"}, asking(fixed, fifth), "8", "C-2"},
		"the first of equal ones":         {data.LineAsked{Day: "2026-12-05"}, asking(fifth, fifth), "8", "C-1"},
		"a price in another currency":     {data.LineAsked{Day: "2026-12-05", Currency: "EUR", Quantity: data.Pieces(1)}, asking(fixed), "9", ""},
		"off a ladder's first step":       {data.LineAsked{Day: "2026-12-05", Currency: "EUR", Quantity: data.Pieces(1)}, asking(fifth), "7.2", "C-1"},
		"off what the term costs":         {data.LineAsked{Day: "2026-12-05", Term: data.Incoterm{Rule: "CIF"}, Quantity: data.Pieces(1)}, asking(fifth), "9.6", "C-1"},
		"a price above the list's":        {data.LineAsked{Day: "2026-12-05"}, asking(data.CampaignGood{Price: 11_000_000, Currency: "USD"}), "10", ""},
		"goods that come back":            {data.LineAsked{Day: "2026-12-05", Quantity: data.Pieces(-1)}, asking(fifth), "10", ""},
		"another variant's campaign":      {data.LineAsked{Day: "2026-12-05", Variant: 2}, asking(fifth), "20", ""},
		"a day that nobody said":          {data.LineAsked{}, asking(fifth), "10", ""},
		"all of it off, as with a sample": {data.LineAsked{Day: "2026-12-05"}, asking(data.CampaignGood{Off: data.Hundred}), "0", "C-1"},
	} {
		if c.asked.Variant == 0 {
			c.asked.Variant = 1
		}
		got, ok := plate.StartPrice(c.asked, c.campaigns)
		if !ok || got.Price.String() != c.price || got.Campaign != c.campaign {
			t.Errorf("%s: %s of %q, want %s of %q", name, got.Price, got.Campaign, c.price, c.campaign)
		}
	}
	if got, ok := (data.Product{Currency: "USD", Variants: plate.Variants}).StartPrice(data.LineAsked{Variant: 1, Day: "2026-12-05"}, asking(fixed)); !ok || got.Campaign != "C-1" {
		t.Errorf("without a list price: %+v, %v", got, ok)
	}
	if _, ok := (data.Product{Currency: "USD", Variants: plate.Variants}).StartPrice(data.LineAsked{Variant: 1, Day: "2026-12-05"}, asking(fifth)); ok {
		t.Error("a discount off nothing is a price")
	}
}

func TestCheapPiecesKeepTheirDecimalsInACampaign(t *testing.T) {
	screw := data.Product{Price: unitPriceOf(t, "0.0235"), Currency: "USD", Variants: []data.Variant{{ID: 1}}}
	if got, _ := (data.CampaignGood{VariantID: 1, Off: 20_000_000}).PriceOf(screw, "USD", data.Incoterm{}); got.String() != "0.0188" {
		t.Errorf("20 %% off 0.0235 is %s", got)
	}
}

func TestHowManyMoreMustBeSoldIsNeverRoundedDown(t *testing.T) {
	c := data.Campaign{Goods: []data.CampaignGood{{SKU: "A", VariantID: 1, Off: 10_000_000}}}
	for _, one := range []struct{ list, cost, factor, after string }{
		{"10", "7", "1.50", "22.22"},
		{"10", "6", "1.34", "33.33"}, // 4 / 3
		{"10", "9", "", "0"},         // nothing is earned any more
		{"10", "12", "", "-33.33"},
	} {
		p := data.Product{Price: unitPriceOf(t, one.list), Currency: "USD", Cost: unitPriceOf(t, one.cost), CostCurrency: "USD", Variants: []data.Variant{{ID: 1}}}
		f := c.Figures(data.CampaignFacts{Home: "USD", SalesDays: 90, Goods: []data.CampaignGoodFacts{{Product: p, Sold: data.Pieces(30), Holding: data.Holding{OnHand: data.Pieces(100)}}}})[0]
		factor := ""
		if f.Factor != nil {
			factor = f.Factor.StringFixed(2)
		}
		if factor != one.factor || f.After.String() != one.after || f.Source != data.PurchaseCost || f.Lasts != 300 {
			t.Errorf("cost %s: %s times as many at %s %%, want %s at %s %%; %s, lasts %d", one.cost, factor, f.After, one.factor, one.after, f.Source, f.Lasts)
		}
	}
	p := data.Product{Price: unitPriceOf(t, "10"), Currency: "USD", Cost: unitPriceOf(t, "42"), CostCurrency: "CNY", Variants: []data.Variant{{ID: 1}}}
	f := c.Figures(data.CampaignFacts{Home: "USD", Goods: []data.CampaignGoodFacts{{Product: p}}})[0]
	if f.Cost != nil || f.After != nil || f.Factor != nil {
		t.Errorf("without a rate: %+v", f)
	}
}
