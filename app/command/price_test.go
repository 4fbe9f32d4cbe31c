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

func TestALinesPriceIsWorkedOutKeptAndComparedBetweenRevisions(t *testing.T) {
	b := newBench(t)
	b.done("apply", b.file("a.json", `{"actions":[
		{"do":"save-company","company":{"name":"Sunrise","city":"Ningbo","country":"CN","currency":"USD","pricing":{"margin":"0.10"}}},
		{"do":"save-rate","rate":{"date":"2020-01-02","base":"USD","quote":"CNY","rate":"7.10"}},
		{"do":"save-partner","partner":{"code":"HAFEN","name":"Hafen GmbH","roles":["customer"],"address":"Kai 1","city":"Hamburg","country":"DE","currency":"USD"}},
		{"do":"save-product","product":{"sku":"CUP","names":{"en":"Cup"},"unit":"PCE","hs_code":"691110","origin":"CN","cost":"85","cost_currency":"CNY",
			"tax_rates":[{"vat_percent":"13","refund_percent":"13"}]}},
		{"do":"save-order","order":{"order_no":"SO-1","customer":"HAFEN","incoterm":"CIF","place":"Hamburg","lines":[{"sku":"CUP","quantity":"1000","unit_price":"1"}]}},
		{"do":"price-line","number":"SO-1","line":1,"pricing":{"domestic_cost":"6.50","commission":0.03}},
		{"do":"issue","kind":"quotation","number":"SO-1"},
		{"do":"price-line","number":"SO-1","line":1,"pricing":{"purchase_price":"90","markup":"0.05"}},
		{"do":"issue","kind":"quotation","number":"SO-1"}]}`))
	order := decoded[struct {
		Lines []struct {
			Price string `json:"unit_price"`
		}
	}](b, b.done("show", "order", "SO-1", "--json"))
	// (90 ÷ 1.13 + 6.50) × 1.05 ÷ 7.10 ÷ 0.97
	if order.Lines[0].Price != "13.13" {
		t.Errorf("%+v", order)
	}
	type line struct {
		Price   string `json:"unit_price"`
		Pricing map[string]string
	}
	got := decoded[struct {
		Revisions []struct {
			Revision string
			Lines    []line
			Changes  []struct {
				Margin  [2]string
				Changes []struct {
					Field, Before, After string
					Margin               string `json:"margin_change"`
				}
			}
		}
	}](b, b.done("price", "--number", quotationOf(b), "--json"))
	if len(got.Revisions) != 3 || got.Revisions[0].Lines[0].Price != "13.23" || got.Revisions[0].Lines[0].Pricing["fx"] != "7.1" || len(got.Revisions[2].Changes) > 0 {
		t.Fatalf("%+v", got)
	}
	c := got.Revisions[1].Changes[0]
	if c.Margin != [2]string{"0.100005", "0.045915"} || len(c.Changes) != 3 || c.Changes[0].Field != "purchase_price" || !strings.HasPrefix(c.Changes[0].Margin, "-0.04") {
		t.Errorf("%+v", c)
	}
	if a := b.done("price", "--number", quotationOf(b)); !strings.Contains(a.out, "purchase_price: 85 → 90 (margin -4.") {
		t.Errorf("%s", a.out)
	}
	out := t.TempDir()
	b.done("document", "quotation", "SO-1", "--format", "json", "--out", out)
	for _, name := range b.names(out) {
		if paper := b.read(out + "/" + name); strings.Contains(paper, "purchase_price") || strings.Contains(paper, "pricing") {
			t.Errorf("%s prints what the price was worked out from", name)
		}
	}
	b.refused(command.WrongInput, "a.json:actions.1.line: ", "apply", b.file("a.json", `{"actions":[{"do":"price-line","number":"SO-1","line":2}]}`))
	b.refused(command.WrongInput, "a.json:actions.1.pricing.purchse_price: ", "apply", b.file("a.json", `{"actions":[{"do":"price-line","number":"SO-1","line":1,"pricing":{"purchse_price":"1"}}]}`))
	b.refused(command.WrongInput, "QT-NONE: ", "price", "--number", "QT-NONE")
}

// quotationOf returns the number of the only quotation.
func quotationOf(b *bench) string {
	docs := decoded[[]struct{ Number string }](b, b.done("list", "documents", "--json"))
	return docs[0].Number
}
