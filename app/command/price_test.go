package command_test

import (
	"strings"
	"testing"

	"tradewind/app/command"
)

func TestAPriceStartsFromTheArticleTheRateCardAndTheNewestRate(t *testing.T) {
	b := newBench(t)
	b.done("apply", b.file("a.json", `{"actions":[
		{"do":"save-company","company":{"name":"Sunrise","currency":"USD","pricing":{"margin":"0.10","bank":"0.005","domestic_cost":"6.50","commission_on":"cif"}}},
		{"do":"save-rate","rate":{"date":"2020-01-02","base":"USD","quote":"CNY","rate":"7.10"}},
		{"do":"save-rate","rate":{"date":"2020-01-02","base":"EUR","quote":"CNY","rate":"7.80"}},
		{"do":"save-rate-card","card":{"code":"HAM","carrier":"COSCO","mode":"sea","currency":"EUR","basis":"container","price":"3000"}},
		{"do":"save-product","product":{"sku":"CUP","names":{"en":"Cup"},"unit":"PCE","cost":"85","cost_currency":"CNY",
			"tax_rates":[{"vat_percent":"13","refund_percent":"13"}],
			"packing":{"pcs_per_carton":"20","carton":{"length_cm":"50","width_cm":"40","height_cm":"30"}}}}]}`))
	type priced struct {
		Cost   string
		Each   string `json:"freight_per_unit"`
		On     string `json:"commission_on"`
		Date   string `json:"rate_date"`
		Prices map[string]string
		Target struct{ Margin string }
		Grid   struct {
			Rows []struct{ Currency, Rate string }
		}
		Effects []struct{ Of string }
	}
	question := `{"sku":"CUP","rate_card":"HAM","quantity":"22660","target":{"term":"FOB","price":"13"},"grid":{"currencies":["USD","EUR"],"terms":["FOB"]}}`
	got := decoded[priced](b, b.done("price", "--json", "--input", b.file("q.json", question)))
	// 3000 EUR × 7.80 ÷ 7.10 ÷ 22660; (85 − refund + 6.50) ÷ 7.10 ÷ (1 − 10.5 %)
	if got.Cost != "81.72" || got.Each != "0.145445" || got.Prices["FOB"] != "12.86" || got.On != "cif" || got.Date != "2020-01-02" || len(got.Effects) != 2 {
		t.Errorf("%+v", got)
	}
	if len(got.Grid.Rows) != 2 || got.Grid.Rows[1].Rate != "7.8" || got.Target.Margin != "0.109613" {
		t.Errorf("%+v", got)
	}
	if got = decoded[priced](b, b.done("price", "--json", "--input", b.file("q.json", `{"sku":"CUP","markup":"0","purchase_price":"113","currency":"EUR"}`))); got.Prices["FOB"] != "13.65" {
		t.Errorf("what is given stands instead: %+v", got)
	}
	a := b.done("price", "--input", b.file("q.json", question))
	for _, want := range []string{"CIF price first, then", "85.0000 − 9.7788 = 75.2212", "1 × 40HQ (68 m³) at 3000 = 3000.00", "A rate 1 % lower: FOB", "10.96 % margin"} {
		if !strings.Contains(a.out, want) {
			t.Errorf("no %q in\n%s", want, a.out)
		}
	}
	for question, want := range map[string]string{
		`{"sku":"NONE"}`: "sku: ", `{"sku":"CUP","rate_card":"NONE"}`: "rate_card: ", `{"sku":"CUP","currency":"JPY"}`: "fx: ",
	} {
		if a := b.refused(command.WrongInput, "q.json:"+want, "price", "--input", b.file("q.json", question)); a.out != "" {
			t.Errorf("%s: %s", question, a.out)
		}
	}
}
