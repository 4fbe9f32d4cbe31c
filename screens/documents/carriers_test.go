package documents

import (
	"reflect"
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"
)

func TestCarriersAreComparedInTheWindowAndOneIsTaken(t *testing.T) {
	b := open(t)
	ctx := t.Context()
	for code, price := range map[string]data.UnitPrice{"DEAR": 90_000_000, "CHEAP": 40_000_000} {
		card := data.RateCard{Code: code, Carrier: code, Mode: data.Sea, Currency: b.order.Currency, Basis: data.PerRevenueTon, FreightTerms: data.FreightTerms{Price: price}}
		if _, err := b.store.RateCards.Save(ctx, card); err != nil {
			t.Fatal(err)
		}
	}
	b.Open(b.order.No)
	b.New()
	b.ship.goods.rows[0].quantity.SetText("24")
	b.ship.compareCarriers() // it is kept first
	a := b.ship.asked
	if a == nil || len(a.table.Rows) != 2 || a.table.Rows[0].Card.Code != "CHEAP" {
		t.Fatalf("compared: %+v", a)
	}
	if a.found.Goods.Load.Count() == 0 || b.Dirty() {
		t.Errorf("goods %+v, unsaved %v", a.found.Goods, b.Dirty())
	}
	a.table.OnChosen(1, a.table.Rows[1])
	sh := b.subject.src.Shipment
	if sh == nil || sh.Carrier.RateCard != "DEAR" || sh.Carrier.Cost != a.found.Offers[1].Cost.Minor || sh.Transport.Mode != data.Sea || b.ship.carrier.Hidden {
		t.Fatalf("taken: %+v", sh)
	}
	b.ship.undo(*sh)
	if sh = b.subject.src.Shipment; sh == nil || sh.Carrier.RateCard != "" || !b.ship.carrier.Hidden {
		t.Errorf("taken back: %+v", sh)
	}
	b.ship.compareCarriers()
	again := b.ship.asked
	if again == a || again.state(again.found.Offers[0]) == b.host.T("carriage.taken") {
		t.Error("what was taken back still counts as taken")
	}
	again.q.Close()
	b.ship.post()
	b.ship.compareCarriers()
	b.ship.asked.table.OnChosen(0, b.ship.asked.table.Rows[0])
	if sh = b.subject.src.Shipment; !sh.Posted || sh.Carrier.RateCard != "" {
		t.Errorf("goods that have left get another carrier: %+v", sh)
	}
}

func TestChannelRulesAreTypedInTheWindow(t *testing.T) {
	b := open(t)
	b.sent("24", "")
	b.ship.compareCarriers()
	rules := func() *channels {
		b.ship.asked.q.Tap(b.host.T("carriage.rules.edit"))
		return b.ship.rules
	}
	c := rules()
	var bad data.Problems
	if got := c.read(&bad); len(bad) > 0 || len(got) != 7 || got[0].KgValue != 50_000_000 || got[0].Currency != "USD" || got[4].To[1] != "america" || got[5].Name["zh"] == "" {
		t.Fatalf("the usual rules are read as %+v, %v", got, bad)
	}
	c.grid.Set([][]string{{"All by rail", "Mars", "", "", "", "", "", "boat", "", ""}})
	c.save()
	if kept, err := b.store.Company.Get(t.Context()); err != nil || len(kept.Channels) != 0 {
		t.Fatalf("kept %+v, %v", kept.Channels, err)
	}
	c.grid.Set([][]string{{"All by rail", "europe, us", "1", "", "", "99.5", "70 cny", b.host.T("order.mode.rail"), "lcl", "Yuxinou、DB"}})
	c.save()
	kept, err := b.store.Company.Get(t.Context())
	if err != nil || len(kept.Channels) != 1 {
		t.Fatalf("kept %+v, %v", kept.Channels, err)
	}
	want := data.ChannelRule{
		Name: data.Texts{"en": "All by rail"}, To: []string{"europe", "US"}, FromKg: 1_000_000, BelowM3: 99_500, KgValue: 70_000_000, Currency: "CNY",
		Mode: data.Rail, Basis: data.PerRevenueTon, Carriers: []string{"Yuxinou", "DB"},
	}
	if got := kept.Channels[0]; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v, want %+v", got, want)
	}
	if q := b.host.Question(); q == nil || q != b.ship.asked.q {
		t.Error("the carriers aren't compared anew")
	}
	b.ship.asked.q.Close()
	if got := kit.Parts(" a,，b 、;", ",，、;"); len(got) != 2 {
		t.Errorf("%q", got)
	}
}
