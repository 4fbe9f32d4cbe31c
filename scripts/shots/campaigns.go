package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"tradewind/app"
	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/campaigns"
	"tradewind/screens/orders"
)

// campaigning offers goods of the file with something to do at lower prices: now, soon, and last year.
func campaigning(ctx context.Context, st *store.Store) error {
	day := func(n int) data.Date { return data.DateOf(time.Now().AddDate(0, 0, n)) }
	var goods []data.CampaignGood
	for i := range 8 {
		goods = append(goods, data.CampaignGood{SKU: fmt.Sprintf("BOTTLE-%02d", i+2), Off: data.Percent(10+5*i) * 1_000_000})
	}
	goods[2].Off, goods[2].Price, goods[2].Currency = 0, 4_990_000, "USD"
	goods[5].Off, goods[5].Price, goods[5].Currency = 0, 900_000, "USD"
	for _, c := range []data.Campaign{
		{Name: "Christmas last year", Market: "alibaba", From: day(-360), Until: day(-330), Goods: goods[:3]},
		{Name: "Winter bottles", Market: "own", From: day(-3), Until: day(10), Note: "Announced by mail on Monday; the rest goes to the outlet.", Goods: goods},
		{Name: "New year 新年特惠", From: day(20), Until: day(40), Goods: goods[:1]},
		{
			No: "C-WITH-A-LONG-NUMBER-2026-0001", Name: longText, From: day(-1), Until: day(1), Note: longChinese,
			Goods: []data.CampaignGood{{SKU: "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", Price: 999_999_990_000, Currency: "USD"}},
		},
	} {
		if _, err := st.Campaigns.Save(ctx, c); err != nil {
			return err
		}
	}
	o := data.Order{No: offered, Customer: "HAFEN", Currency: "USD", Date: day(0), Status: data.Draft}
	for i, sku := range []string{"BOTTLE-02", "LONG-SKU-WITH-MANY-PARTS-0001-BLACK-500ML", "BOTTLE-03"} {
		l := data.OrderLine{SKU: sku, Quantity: data.Pieces(240), Unit: "PCS", Price: 11_110_000}
		l.Campaign = []string{"C-2026-0001", "C-WITH-A-LONG-NUMBER-2026-0001", ""}[i]
		o.Lines = append(o.Lines, l)
	}
	_, err := st.Orders.Save(ctx, o)
	return err
}

// offered is an order with lines at a campaign's price.
const offered = "SO-CAMPAIGN"

// campaignScenes are the pictures of campaigns.
func campaignScenes(file, none string) []scene {
	on := func(do func(*campaigns.Screen)) func(*app.Window) {
		return func(w *app.Window) {
			w.Go(slices.Index(app.Places(), "campaigns"))
			do(w.Current().(*campaigns.Screen))
		}
	}
	return []scene{
		{"campaign-shown", file, "", on(func(s *campaigns.Screen) { s.Pick(2) })},
		{"campaign-earns", file, "", on(func(s *campaigns.Screen) { s.Pick(2); s.ScrollTo(460) })},
		{"campaign-dark", file, "dark", on(func(s *campaigns.Screen) { s.Pick(2) })},
		{"campaign-new", file, "", on(func(s *campaigns.Screen) { s.New() })},
		{"campaign-wrong", file, "", on(func(s *campaigns.Screen) { s.New(); s.Keep(func() {}) })},
		{"campaign-long-texts", file, "", on(func(s *campaigns.Screen) { s.Open("C-WITH-A-LONG-NUMBER-2026-0001") })},
		{"campaign-long-earns", file, "", on(func(s *campaigns.Screen) { s.Open("C-WITH-A-LONG-NUMBER-2026-0001"); s.ScrollTo(460) })},
		{"campaign-lines", file, "", func(w *app.Window) {
			w.OpenAt("orders", offered, "lines.1.quantity")
			w.Current().(*orders.Screen).OpenField("lines.1.quantity")
		}},
		{"campaign-empty", none, "", on(func(*campaigns.Screen) {})},
	}
}
