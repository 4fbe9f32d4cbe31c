package data_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tradewind/data"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// carton20 is the packing of P6: 20 pieces in 50 × 40 × 30 cm.
const carton20 = `"pcs_per_carton":"20","carton_length_cm":"50","carton_width_cm":"40","carton_height_cm":"30"`

func TestFreightFollowsTheQuantityAndThePacking(t *testing.T) {
	full := cost85 + `,"markup":"0.10","freight_way":"container","freight_price":"3200",` + carton20
	for question, want := range map[string][2]string{
		full: {"freight_per_unit", "0.141218"}, full + `,"quantity":"22660"`: {"exact CFR", "12.8022550239"}, // P6
		full + `,"quantity":"1000"`:                                                                                                      {"freight_per_unit", "3.200000"},
		full + `,"quantity":"1000","freight_shared":true`:                                                                                {"freight_per_unit", "0.141218"},
		full + `,"quantity":"1000","freight_shared":"yes"`:                                                                               {"freight_per_unit", "0.141218"},
		full + `,"quantity":"1000","usable_m3":"2.9"`:                                                                                    {"freight_per_unit", "6.400000"}, // 48 cartons go in, 50 are there
		full + `,"quantity":"1000","freight_currency":"EUR","freight_fx":"8.52"`:                                                         {"freight_per_unit", "3.840000"},
		cost85 + `,"freight_way":"ton","freight_price":"45","quantity":"1000",` + carton20:                                               {"freight_per_unit", "0.135000"},
		cost85 + `,"freight_way":"kg","freight_price":"2","quantity":"20","carton_gross_kg":"6.5",` + carton20:                           {"freight_per_unit", "1.000000"}, // 10 kg by volume
		cost85 + `,"freight_way":"kg","freight_price":"2","quantity":"20","carton_gross_kg":"10.1","freight_divisor":"6000",` + carton20: {"freight_per_unit", "1.050000"}, // A7
		cost85 + `,"freight_way":"table","freight_rows":"5:100; 20:300","quantity":"20","carton_gross_kg":"6.5",` + carton20:             {"freight_per_unit", "15.000000"},
		cost85 + `,"freight":"1","freight_way":"ton","freight_price":"45","quantity":"1000",` + carton20:                                 {"freight_per_unit", "1.135000"},
	} {
		if got := figures(t, asked(t, `{`+question+`}`)); got[want[0]] != want[1] {
			t.Errorf("%s: %s is %s; want %s", question, want[0], got[want[0]], want[1])
		}
	}
	for question, want := range map[string]string{
		full[:len(full)-len(carton20)-1]:                                                                           "pcs_per_carton: price.problem.packing",
		cost85 + `,"freight_way":"ton","freight_price":"45",` + carton20:                                           "quantity: price.problem.packing",
		cost85 + `,"freight_way":"ton","quantity":"5",` + carton20:                                                 "freight_price: problem.not_positive",
		cost85 + `,"freight_way":"boat"`:                                                                           "freight_way: problem.not_one_of",
		cost85 + `,"freight_way":"table","freight_rows":"5"`:                                                       "freight_rows: price.problem.rows",
		full + `,"freight_currency":"EUR"`:                                                                         "freight_fx: problem.required",
		cost85 + `,"freight_way":"table","freight_rows":"1:9","quantity":"20","carton_gross_kg":"6.5",` + carton20: "freight_way: freight.step.too_heavy",
		cost85 + `,"own_cost":"9"`:                                                                                 "own_cost: problem.not_both",
		cost85 + `,"fx_buffer":"1"`:                                                                                "fx_buffer: problem.share_over_one",
		cost85 + `,"target":{"term":"XXX","price":"1"}`:                                                            "target.term: problem.not_one_of",
		cost85 + `,"grid":{"currencies":["EUR"]}`:                                                                  "grid.currencies.1.fx: problem.required",
		cost85 + `,"grid":{"terms":["ABC"]}`:                                                                       "grid.terms.1: problem.not_one_of",
		cost85 + `,"grid":{"quantities":["0"]}`:                                                                    "grid.quantities.1: problem.not_positive",
	} {
		in, err := data.ParsePriceInput([]byte(`{` + question + `}`))
		if err == nil {
			_, err = data.Price(in)
		}
		var p data.Problems
		if !errors.As(err, &p) || !strings.Contains(p.Error(), "0:"+want) {
			t.Errorf("%s: %v; want %s", question, err, want)
		}
	}
}

func TestAManufacturersPriceBearsTheTaxThatCantBeSetOff(t *testing.T) {
	got := figures(t, asked(t, `{"own_cost":"80","cost_way":"manufacturer","vat_rate":"0.13","refund_rate":"0.09","domestic_cost":"5","fx":"7","margin":"0.10"}`))
	// FOB × 7 × 4 % is in the cost: FOB × (0.9 × 7 − 0.28) = 85
	if got["exact FOB"] != "14.1196013289" || got["not_creditable"] != "3.95" || got["cost"] != "88.95" || got["refund"] != "0.00" {
		t.Errorf("%v", got)
	}
	if own := figures(t, asked(t, `{"own_cost":"80","domestic_cost":"5","fx":"7","margin":"0.10"}`)); own["FOB"] != "13.49" || own["net_cost"] != "80.00" {
		t.Errorf("own cost without refund: %v", own)
	}
	if p := (data.RefundPeriod{FOB: dec("1000000"), VATRate: dec("0.13"), RefundRate: dec("0.09")}).Refund(); p.NotDeductible.String() != "40000" { // P13, the same tax over a period
		t.Errorf("%+v", p)
	}
}

func TestATargetPriceSaysWhatItLeaves(t *testing.T) {
	// P14: a CIFC of 13.00 with the mark-up of 10 % allows 83.28
	r := asked(t, `{`+cost85+`,"markup":"0.10","commission":"0.03","insurance_rate":"0.003",`+freight40HQ+`,"target":{"term":"CIFC","price":"13.00"}}`)
	if r.Target.PurchasePrice != "83.28" || r.Target.Below {
		t.Errorf("%+v", r.Target)
	}
	// P5: FOB 12.7889262814 is a margin of 10 %, and ÷ 0.9 a mark-up of 11.1111 %
	r = asked(t, `{`+cost85+`,"margin":"0.10","target_term":"FOB","target_price":"12.7889262814"}`)
	if r.Target.Margin != "0.100000" || r.Target.Markup != "0.111111" || r.Target.PurchasePrice != "85.00" {
		t.Errorf("%+v", r.Target)
	}
	r = asked(t, `{`+cost85+`,"margin":"0.10","target_term":"FOB","target_price":"0.50"}`)
	if !r.Target.Below || r.Target.PurchasePrice != "" || !strings.HasPrefix(r.Target.Margin, "-") {
		t.Errorf("%+v", r.Target)
	}
}

func TestSolvingBackGivesTheMarginOneStartedWith(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := func(name string, from, to int64, places int32) decimal.Decimal {
			return decimal.New(rapid.Int64Range(from, to).Draw(t, name), -places)
		}
		purchase, share, vat := d("purchase", 1000, 1_000_000, 2), d("share", 0, 40, 2), rapid.Int64Range(0, 20).Draw(t, "vat")
		in := data.PriceInput{
			PurchasePrice: &purchase, VATRate: decimal.New(vat, -2), RefundRate: d("refund", 0, vat, 2), Fx: d("fx", 1, 2000, 2), Buffer: d("buffer", 0, 5, 2),
			Freight: d("freight", 0, 10_000, 3), InsuranceRate: d("rate", 0, 10, 3), Commission: d("commission", 0, 10, 2), Bank: d("bank", 0, 10, 3),
			Destination:  &data.Destination{Cost: d("there", 0, 1000, 2), DutyRate: d("duty", 0, 50, 2), VATRate: d("vat there", 0, 25, 2)},
			CommissionOn: rapid.SampledFrom([]string{"final", "cif"}).Draw(t, "on"), CostWay: rapid.SampledFrom(data.CostWays()).Draw(t, "way"),
		}
		markup := rapid.Bool().Draw(t, "markup")
		if in.Margin = &share; markup {
			in.Margin, in.Markup = nil, &share
		}
		up, err := data.Price(in)
		if p := (data.Problems{}); errors.As(err, &p) {
			t.Skip("the shares leave nothing of the price")
		}
		term := rapid.SampledFrom([]string{"EXW", "FOB", "CFR", "CIF", "DAP", "DPU", "DDP", "FOBC", "CIFC"}).Draw(t, "term")
		in.Target = data.KnownPrice{Term: term, Price: dec(up.Exact.Of(term))}
		down, err := data.Price(in)
		if err != nil {
			t.Fatal(err)
		}
		got := down.Target.Margin
		if markup {
			got = down.Target.Markup
		}
		if markup && in.CostWay == data.Manufactured {
			got = share.StringFixed(6) // a manufacturer's mark-up isn't solved
		}
		if dec(got).Sub(share).Abs().GreaterThan(dec("0.000001")) {
			t.Fatalf("%s %s gives %s; want %s", term, in.Target.Price, got, share)
		}
		if off := dec(down.Target.PurchasePrice).Sub(purchase).Abs(); off.GreaterThan(dec("0.01")) {
			t.Fatalf("%s %s allows %s; want %s", term, in.Target.Price, down.Target.PurchasePrice, purchase)
		}
	})
}

func TestTheGridHasEveryQuantityCurrencyAndTerm(t *testing.T) {
	r := asked(t, `{`+cost85+`,"markup":"0.10","freight_way":"container","freight_price":"3200",`+carton20+`,"insurance_rate":"0.003",
		"grid":{"quantities":["1000","22660"],"terms":["FOB","CFR"],"costs":[{"quantity":"20000","price":"80"}],
		"currencies":["USD",{"currency":"JPY","fx":"0.0475"},{"currency":"KWD","fx":"23.1"},"CNY",{"currency":"EUR","fx":"7.8","price_decimals":4}]}}`)
	if len(r.Grid.Rows) != 10 {
		t.Fatalf("%+v", r.Grid)
	}
	row := func(quantity int64, c data.Currency) data.GridRow {
		i := slices.IndexFunc(r.Grid.Rows, func(g data.GridRow) bool { return g.Quantity == data.Pieces(quantity) && g.Currency == c })
		return r.Grid.Rows[i]
	}
	for _, c := range []struct {
		quantity        int64
		currency        data.Currency
		fob, cfr, price string
	}{
		{1000, "USD", "12.66", "15.86", "85"},
		{22660, "USD", "11.98", "12.12", "80"},
		{1000, "JPY", "1892", "2371", "85"},
		{1000, "KWD", "3.891", "4.875", "85"},
		{1000, "CNY", "89.89", "112.61", "85"},
		{1000, "EUR", "11.5248", "14.4376", "85"},
	} {
		got := row(c.quantity, c.currency)
		if got.Prices.Of("FOB") != c.fob || got.Prices.Of("CFR") != c.cfr || got.PurchasePrice != c.price {
			t.Errorf("%d %s: %+v", c.quantity, c.currency, got)
		}
	}
}

func TestFreightInTheCurrencyOfThePriceIsTurnedOverInTheGrid(t *testing.T) {
	r := asked(t, `{`+cost85+`,"freight_way":"container","freight_price":"3200","freight_currency":"USD","quantity":"1000",`+carton20+`,
		"grid":{"terms":["CFR"],"currencies":["USD",{"currency":"EUR","fx":"7.1"}]}}`)
	for _, row := range r.Grid.Rows {
		if row.FreightEach != "3.200000" || row.Prices.Of("CFR") != "14.71" {
			t.Errorf("%+v", row)
		}
	}
}

func TestAPercentOfRateAndFreightShowsItsEffect(t *testing.T) {
	r := asked(t, `{`+cost85+`,"margin":"0.10","freight":"1"}`)
	if len(r.Effects) != 2 || r.Effects[0].Of != "rate" || r.Effects[1].Of != "freight" || r.Effects[1].Term != "CFR" {
		t.Fatalf("%+v", r.Effects)
	}
	// (81.7212389381 ÷ 7.029 + 1) ÷ 0.9 against (81.7212389381 ÷ 7.1 + 1) ÷ 0.9; and 1.01 ÷ 0.9
	if e := r.Effects[0]; e.Price != "14.0292" || e.Change != "0.1292" || e.Margin != "0.091636" {
		t.Errorf("%+v", e)
	}
	if e := r.Effects[1]; e.Change != "0.0111" || e.Margin != "0.099281" {
		t.Errorf("%+v", e)
	}
	if e := asked(t, `{"from":{"term":"FOB","price":"9"}}`).Effects; len(e) > 0 {
		t.Errorf("without costs: %+v", e)
	}
}

func TestEveryFigureCarriesItsArithmetic(t *testing.T) {
	r := asked(t, `{`+cost85+`,"margin":"0.10","freight_way":"container","freight_price":"3200",`+carton20+`,"fx_buffer":"0.01","commission":"0.03","commission_on":"cif"}`)
	for figure, want := range map[string]string{
		"refund": "price.step.refund", "cost": "price.step.refund price.step.net price.step.cost", "rate": "price.step.buffer",
		"freight": "freight.step.load freight.step.containers price.step.freight_each", "FOB": "price.step.base price.step.margin price.step.result",
		"CIFC": "price.step.base price.step.freight price.step.margin price.step.commission price.step.result",
		"EXW":  "price.step.base price.step.left price.step.margin price.step.result", "DAP": "price.step.cif price.step.result",
	} {
		var keys []string
		for _, one := range r.Steps[figure] {
			keys = append(keys, one.Key)
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%s: %s; want %s", figure, got, want)
		}
	}
	if r.CommissionOn != "cif" || r.Rate != "7.029000" || r.Steps["refund"][0].Figures["Refund"] != "9.7788" {
		t.Errorf("%s %s %v", r.CommissionOn, r.Rate, r.Steps["refund"])
	}
}

func TestAssumptionsAreComparedWithTheirEffectOnTheMargin(t *testing.T) {
	before := data.Assumptions{"purchase_price": "85", "vat_rate": "0.13", "refund_rate": "0.13", "fx": "7.10", "margin": "0.10"}
	after := before.With(data.Assumptions{"cost_way": "purchase", "fx": "7.1", "purchase_price": "90.666", "refund_rate": "0.09", "margin": "", "markup": "0.1"})
	in, err := before.Input()
	if err != nil {
		t.Fatal(err)
	}
	r, err := data.Price(in)
	if err != nil {
		t.Fatal(err)
	}
	changes := data.AssumptionChanges(before, after, "FOB", dec(r.Exact.Of("FOB")))
	want := []data.AssumptionChange{
		{Field: "purchase_price", Before: "85", After: "90.666", Margin: "-0.059993"},
		{Field: "refund_rate", Before: "0.13", After: "0.09", Margin: "-0.036000"},
		{Field: "margin", Before: "0.10"},
		{Field: "markup", After: "0.1"},
	}
	if !slices.Equal(changes, want) {
		t.Errorf("%+v", changes)
	}
	if err := (data.Assumptions{"purchse_price": "1"}).Validate(); says(err) != "0:purchse_price: problem.unknown_field" {
		t.Errorf("%v", err)
	}
	for _, field := range data.AssumptionFields() {
		if err := (data.Assumptions{field: "x"}).Validate(); strings.Contains(says(err), "unknown_field") {
			t.Errorf("%s is no field of a price question", field)
		}
	}
}

func TestAProductSaysWhatItKnowsOfItsPrice(t *testing.T) {
	cost := data.UnitPrice(85_000_000)
	p := data.Product{Cost: &cost, CostCurrency: "CNY", TaxRates: []data.TaxRate{{VAT: 13_000_000, Refund: 9_000_000}}, Packing: data.Packing{PcsPerCarton: 20_000, CartonGross: 6_500_000}}
	p.Duties = []data.Duty{{Country: "DE", Rate: 4_700_000}}
	company := data.Company{Pricing: data.Assumptions{"margin": "0.12", "vat_rate": "0.16", "bank": "0.005"}}
	got := data.AssumptionsOf(p, company, "DE", "2026-11-24")
	for field, want := range map[string]string{
		"purchase_price": "85", "vat_rate": "0.13", "refund_rate": "0.09", "margin": "0.12", "bank": "0.005", "pcs_per_carton": "20", "duty_rate": "0.047",
		"own_currency": "CNY", "carton_length_cm": "",
	} {
		if got[field] != want {
			t.Errorf("%s is %q; want %q", field, got[field], want)
		}
	}
	company.Pricing["cost_way"] = "manufacturer"
	if got = data.AssumptionsOf(p, company, "", "2026-11-24"); got["own_cost"] != "85" || got["purchase_price"] != "" {
		t.Errorf("%v", got)
	}
	card := data.RateCard{Mode: data.Courier, Currency: "CNY", Basis: data.ByTable, FreightTerms: data.FreightTerms{Rows: []data.FreightRow{{UpTo: 500_000, Price: 168_000_000}}}}
	if got = (data.Assumptions{"freight": "1"}).TakeCard(card); got["freight_rows"] != "0.5:168" || got["freight_divisor"] != "5000" || got["freight"] != "" {
		t.Errorf("%v", got)
	}
}
