package data_test

import (
	"testing"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// carried returns goods of a volume, weight and value in US dollars for a country.
func carried(volume, kg, value string, to data.Country) data.Carried {
	return data.Carried{Load: measured(volume, kg), To: to, Value: must(data.ParseMoney(value, "USD")), Day: "2026-12-01"}
}

// atSeven turns US dollars into yuan at 7, and knows no other rate.
func atSeven(from, to data.Currency) (decimal.Decimal, bool) {
	return dec("7"), from == "USD" && to == "CNY"
}

func TestTheUsualRulesSayWhichWayGoodsGo(t *testing.T) {
	for name, c := range map[string]struct {
		goods data.Carried
		want  string
	}{
		"a parcel to Germany":                     {carried("0.02", "4", "80.00", "DE"), "Europe, America"},
		"a parcel to Brazil":                      {carried("0.02", "4", "80.00", "BR"), "Europe, America"},
		"a parcel to Viet Nam":                    {carried("0.02", "4", "80.00", "VN"), "South-East Asia"},
		"a parcel to Kenya":                       {carried("0.02", "4", "80.00", "KE"), "Elsewhere"},
		"a parcel to nobody knows where":          {carried("0.02", "4", "80.00", ""), "Elsewhere"},
		"bulk goods":                              {carried("2", "300", "900.00", "DE"), "Part container"},
		"a little less than bulk":                 {carried("1.999", "300", "900.00", "DE"), "Europe, America"},
		"heavy goods":                             {carried("0.5", "500", "900.00", "DE"), "Heavy goods"},
		"a container":                             {carried("15", "3000", "9000.00", "DE"), "Full container"},
		"chips":                                   {carried("3", "100", "5000.00", "DE"), "High value"},
		"chips of a cent less":                    {carried("3", "100", "4999.99", "DE"), "Part container"},
		"few chips, which a courier takes better": {carried("0.1", "5", "5000.00", "DE"), "Europe, America"},
		"goods nobody weighed or measured":        {carried("0", "0", "900.00", "DE"), "Europe, America"},
	} {
		got := data.Company{}.Carriage(c.goods, "USD", nil, atSeven)
		if got.Rule == nil || got.Rule.Name["en"] != c.want {
			t.Errorf("%s: %+v, want %s", name, got.Rule, c.want)
		}
	}
	if c := (data.Company{Party: data.Party{Name: "Wenling"}, Channels: data.DefaultChannels()}); c.Validate() != nil || len(c.ChannelRules()) != 7 {
		t.Errorf("the usual rules are wrong: %v", c.Validate())
	}
}

func TestARuleOfTheMerchantTakesThePlaceOfTheUsualOnes(t *testing.T) {
	rule := data.ChannelRule{
		Name: data.Texts{"zh": "贵重"}, KgValue: *price("70"), Currency: "CNY", BelowKg: must(data.ParseKilograms("20")), To: []string{"DE"}, Mode: data.Air,
	}
	c := data.Company{Channels: []data.ChannelRule{rule}}
	for name, one := range map[string]struct {
		goods data.Carried
		fits  bool
	}{
		"worth 70 CNY a kilogram": {carried("0.1", "10", "100.00", "DE"), true}, "worth less": {carried("0.1", "10", "99.99", "DE"), false},
		"too heavy": {carried("0.1", "20", "900.00", "DE"), false}, "elsewhere": {carried("0.1", "10", "100.00", "FR"), false},
	} {
		if got := c.Carriage(one.goods, "USD", nil, atSeven); (got.Rule != nil) != one.fits {
			t.Errorf("%s: %+v", name, got.Rule)
		}
	}
	unknown := func(data.Currency, data.Currency) (decimal.Decimal, bool) { return decimal.Zero, false }
	if got := c.Carriage(carried("0.1", "10", "100.00", "DE"), "USD", nil, unknown); got.Rule != nil {
		t.Errorf("without a rate nobody knows what goods are worth: %+v", got.Rule)
	}
}

func TestOffersAreForTheWayTheDayAndTheGoods(t *testing.T) {
	card := func(code string, mode data.Mode, basis data.FreightWay, currency data.Currency, each string) data.RateCard {
		return data.RateCard{Code: code, Carrier: code, Mode: mode, Currency: currency, Basis: basis, FreightTerms: data.FreightTerms{Price: *price(each)}}
	}
	cheap, dear, air := card("LCL-B", data.Sea, data.PerRevenueTon, "USD", "40"), card("LCL-A", data.Sea, data.PerRevenueTon, "USD", "45"), card("AIR", data.Air, data.PerKilogram, "CNY", "1")
	elsewhere, over, strange, small := cheap, cheap, card("LCL-C", data.Sea, data.PerRevenueTon, "JPY", "1"), card("TABLE", data.Courier, data.ByTable, "USD", "0")
	elsewhere.Code, elsewhere.To = "ROTTERDAM", "Rotterdam"
	over.Code, over.ValidUntil = "OVER", "2026-11-30"
	cheap.To, dear.To, air.To, cheap.Days = "Hamburg", "europe", "DE", 30
	small.Rows = []data.FreightRow{{UpTo: must(data.ParseKilograms("1")), Price: *price("9")}}
	goods := carried("3", "400", "900.00", "DE")
	goods.Places = []string{"Hamburg, Germany"}
	got := data.Company{Currency: "CNY"}.Carriage(goods, "USD", []data.RateCard{small, strange, air, dear, over, cheap, elsewhere}, func(from, to data.Currency) (decimal.Decimal, bool) {
		return dec("0.14"), from == "CNY" && to == "USD"
	})
	want := []string{"LCL-B 120.00 true", "LCL-A 135.00 false", "AIR 70.00 false", "LCL-C - false", "TABLE - false"} // 500 kg by volume
	for i, o := range got.Offers {
		said := o.Card.Code + " -"
		if o.Known {
			said = o.Card.Code + " " + o.Compared.String()
		}
		if o.Proposed {
			said += " true"
		} else {
			said += " false"
		}
		if i >= len(want) || said != want[i] {
			t.Errorf("offer %d: %s, want %v", i, said, want)
		}
	}
	if len(got.Offers) != len(want) || got.Offers[0].Arrival != "2026-12-31" || got.Offers[4].Priced {
		t.Errorf("%+v", got.Offers)
	}
}

func TestAWrongRuleIsRefused(t *testing.T) {
	c := data.Company{Party: data.Party{Name: "Wenling"}, Channels: []data.ChannelRule{{To: []string{"mars"}, FromM3: 5000, BelowM3: 5000, Basis: "mile", Currency: "XXQ", Mode: "swim", FromKg: -1}}}
	said := map[string]bool{}
	for _, p := range problemsOf(t, c.Validate()) {
		said[p.Field] = true
	}
	for _, field := range []string{"names", "to", "below_m3", "basis", "currency", "below_kg"} {
		if !said["channels.1."+field] {
			t.Errorf("nothing said of %s: %v", field, said)
		}
	}
}
