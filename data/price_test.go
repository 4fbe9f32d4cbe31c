package data_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"tradewind/data"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// asked answers a price question in JSON.
func asked(t *testing.T, question string) data.PriceResult {
	t.Helper()
	in, err := data.ParsePriceInput([]byte(question))
	if err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	r, err := data.Price(in)
	if err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	return r
}

// figures returns a result as its JSON says it, prices under their terms.
func figures(t *testing.T, r data.PriceResult) map[string]string {
	t.Helper()
	raw, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(raw, &parts); err != nil {
		t.Fatal(err)
	}
	flat := map[string]string{}
	for name, part := range parts {
		var text string
		if json.Unmarshal(part, &text) == nil {
			flat[name] = text
			continue
		}
		inner := map[string]string{}
		if json.Unmarshal(part, &inner) != nil {
			continue // steps and effects have tests of their own
		}
		for term, price := range inner {
			flat[strings.TrimPrefix(name+" ", "prices ")+term] = price
		}
	}
	return flat
}

// cost85 is the goods of the worked examples P4 to P10: bought at 85 with 13 % VAT, all of it refunded.
const cost85 = `"purchase_price":"85","vat_rate":"0.13","refund_rate":"0.13","domestic_cost":"6.50","fx":"7.10"`

// freight40HQ is the freight of one piece out of a 40HQ of 22660, to more digits than are shown.
var freight40HQ = `"freight":"` + dec("3200").DivRound(dec("22660"), 30).String() + `"`

func TestPricesFollowTheWorkedExamples(t *testing.T) {
	markup, margin := cost85+`,"markup":"0.10",`, cost85+`,"margin":"0.10",`
	insured := freight40HQ + `,"insurance_rate":"0.003","insured_share":"1.10"`
	for id, c := range map[string]struct {
		question string
		want     map[string]string
	}{
		"DESIGN": {
			`{"purchase_price":"85","vat_rate":"0.13","refund_rate":"0.13","domestic_cost":"6.50","fx":"7.10","currency":"USD","markup":"0.10","freight":"0.1412",` +
				`"insurance_rate":"0.003","insured_share":"1.10","commission":"0.03","bank":"0.005","price_decimals":2}`,
			map[string]string{
				"refund": "9.78", "net_cost": "75.22", "cost": "81.72", "FOB": "12.66", "CFR": "12.80", "CIF": "12.84", "CIFC": "13.24",
				"CPT": "12.80", "CIP": "12.84", "FCA": "12.66", "EXW": "11.65", "exchange_cost": "6.4551", "currency": "USD",
			},
		},
		"P1":  {`{"purchase_price":"113","vat_rate":"0.13","refund_rate":"0.13","fx":"7"}`, map[string]string{"refund": "13.00", "net_cost": "100.00", "cost": "100.00"}},
		"P2":  {`{"purchase_price":113,"vat_rate":0.13,"refund_rate":0.09,"fx":7}`, map[string]string{"refund": "9.00", "net_cost": "104.00"}},
		"P3":  {`{"purchase_price":"103","vat_rate":"0.03","refund_rate":"0.03","fx":"7"}`, map[string]string{"refund": "3.00", "net_cost": "100.00"}},
		"P3b": {`{"purchase_price":"85","vat_rate":"0.13","refund_rate":"0.06","fx":"7"}`, map[string]string{"refund": "4.51", "net_cost": "80.49"}},
		"P3c": {`{"purchase_price":"85","vat_rate":"0.13","refund_rate":"0","fx":"7"}`, map[string]string{"refund": "0.00", "net_cost": "85.00"}},
		"P4":  {`{` + markup + freight40HQ + `}`, map[string]string{"FOB": "12.66", "exact FOB": "12.6610370186"}},
		"P5":  {`{` + margin + freight40HQ + `}`, map[string]string{"FOB": "12.79", "exact FOB": "12.7889262814"}},
		"P6":  {`{` + markup + freight40HQ + `,"price_decimals":4}`, map[string]string{"CFR": "12.8023", "exact CFR": "12.8022550239"}},
		"P7":  {`{` + markup + insured + `,"price_decimals":"4"}`, map[string]string{"CIF": "12.8446", "exact CIF": "12.8446423436", "premium": "0.0424"}},
		"P8":  {`{` + markup + insured + `,"commission":"0.03","price_decimals":4}`, map[string]string{"CIFC": "13.2433", "exact CIFC": "13.2432554297", "commission": "0.3973"}},
		"P9":  {`{` + markup + `"commission":"0.05"}`, map[string]string{"FOBC": "13.33", "exact FOBC": "13.3274073880"}},
		"P10": {
			`{` + cost85 + `,"margin":"0.12","bank":"0.005","commission":"0.03",` + insured + `}`,
			map[string]string{"CIFC": "13.84", "exact CIFC": "13.8425230587"},
		},
		"P12": {`{` + markup + `"price_decimals":2}`, map[string]string{"exchange_cost": "6.4551", "profit": "8.1648"}},
		"P14": {
			`{"from":{"term":"CIFC","price":"13.00"},"fx":"7.10","markup":"0.10","domestic_cost":"6.50","vat_rate":"0.13","refund_rate":"0.13","commission":"0.03",` + insured + `}`,
			map[string]string{"purchase_price": "83.28", "CIFC": "13.00"},
		},
		"insured amount": {`{"from":{"term":"CIF","price":"25000.00"},"insurance_rate":"0.003"}`, map[string]string{"premium": "82.50"}},
		"both ways": {
			`{"from":{"term":"CFR","price":"100"},"freight":"5","insurance_rate":"0.003","commission":"0.05"}`,
			map[string]string{"FOB": "95.00", "CFR": "100.00", "CIF": "100.33", "FOBC": "100.00", "CFRC": "105.26", "CIFC": "105.63", "EXW": "95.00", "FCA": "95.00"},
		},
		"commission on CIF": {
			`{"from":{"term":"CFR","price":"100"},"insurance_rate":"0.01","insured_share":"1.1","commission":"0.05","commission_on":"cif"}`,
			map[string]string{"CIF": "101.11", "CIFC": "106.43"},
		},
		"yen have no decimals": {`{"from":{"term":"CFR","price":"1000.5"},"currency":"JPY"}`, map[string]string{"CFR": "1001", "FOB": "1001"}},
		"loading": {
			`{"purchase_price":"70","domestic_cost":"10","premises_cost":"3","terminal_cost":"2","loading_cost":"1","fx":"10"}`,
			map[string]string{"EXW": "7.30", "FCA": "7.70", "FAS": "7.90", "FOB": "8.00"},
		},
		"delivered": {
			`{"from":{"term":"FOB","price":"100"},"freight":"10","destination_cost":"5","unloading_cost":"1","import_clearance":"2","duty_rate":"0.10","vat_rate_destination":"0.20"}`,
			map[string]string{"DAP": "115.00", "DPU": "116.00", "DDP": "153.20"},
		},
		"delivered back": {
			`{"from":{"term":"DDP","price":"153.20"},"freight":"10","destination_cost":"5","import_clearance":"2","duty_rate":"0.10","vat_rate_destination":"0.20"}`,
			map[string]string{"FOB": "100.00"},
		},
	} {
		got := figures(t, asked(t, c.question))
		for name, want := range c.want {
			if got[name] != want {
				t.Errorf("%s: %s is %q; want %q", id, name, got[name], want)
			}
		}
	}
}

func TestPricesAreRoundedToTheMinorUnitOfTheirCurrency(t *testing.T) {
	r := asked(t, `{`+cost85+`,"markup":"0.10",`+freight40HQ+`,"insurance_rate":"0.003"}`)
	cif := dec(r.Exact.Of("CIF"))
	for currency, c := range map[data.Currency][2]string{"JPY": {"149.35", "1918"}, "KWD": {"0.3070", "3.943"}} {
		if m, err := data.RoundMoney(cif.Mul(dec(c[0])), currency); err != nil || m.String() != c[1] {
			t.Errorf("%s %s; want %s", currency, m, c[1])
		}
	}
}

func TestEveryPriceLeadsBackToTheCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := func(name string, from, to int64, places int32) decimal.Decimal {
			return decimal.New(rapid.Int64Range(from, to).Draw(t, name), -places)
		}
		purchase, domestic, share := d("purchase", 1, 1_000_000, 2), d("domestic", 0, 10_000, 2), d("share", 0, 30, 2)
		places, vat := int32(6), rapid.Int64Range(0, 25).Draw(t, "vat")
		in := data.PriceInput{
			PurchasePrice: &purchase, DomesticCost: &domestic, VATRate: decimal.New(vat, -2), RefundRate: d("refund", 0, vat, 2), Fx: d("fx", 1, 2000, 2),
			Freight: d("freight", 0, 10_000, 3), InsuranceRate: d("rate", 0, 10, 3), Commission: d("commission", 0, 10, 2), Bank: d("bank", 0, 10, 3),
			PriceDecimals: &places, Destination: &data.Destination{Cost: d("there", 0, 1000, 2), DutyRate: d("duty", 0, 200, 2), VATRate: d("vat there", 0, 25, 2)},
			CommissionOn: rapid.SampledFrom([]string{"", "final", "cif"}).Draw(t, "on"),
		}
		if rapid.Bool().Draw(t, "markup") {
			in.Markup = &share
		} else {
			in.Margin = &share
		}
		up, err := data.Price(in)
		if err != nil {
			t.Fatal(err)
		}
		term := rapid.SampledFrom([]string{"EXW", "FCA", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP", "FOBC", "CFRC", "CIFC"}).Draw(t, "term")
		in.PurchasePrice, in.From = nil, data.KnownPrice{Term: term, Price: dec(up.Exact.Of(term))}
		if in.From.Price.IsZero() {
			return
		}
		down, err := data.Price(in)
		if err != nil {
			t.Fatal(err)
		}
		if off := dec(down.Exact.Of("FOB")).Sub(dec(up.Exact.Of("FOB"))).Abs(); off.GreaterThan(dec("0.00000001")) {
			t.Fatalf("from %s back to FOB %s; want %s", term, down.Exact.Of("FOB"), up.Exact.Of("FOB"))
		}
	})
}

func TestAWrongPriceQuestionNamesItsField(t *testing.T) {
	for question, want := range map[string]string{
		`{"purchase_price":"0"}`: "fx: problem.required", `{}`: "purchase_price: problem.required", `{"purchase_price":"85"}`: "fx: problem.required",
		`{"purchase_price":"x","fx":"7"}`:                                        "purchase_price: problem.not_a_number",
		`{"purchase_price":"1e3","fx":"7"}`:                                      "purchase_price: problem.not_a_number",
		`{"purchase_price":"-1","fx":"7"}`:                                       "purchase_price: problem.negative",
		`{"purchase_price":true,"fx":"7"}`:                                       "purchase_price: problem.not_a_number",
		`{"purchase_price":"1","fx":"0"}`:                                        "fx: problem.not_positive",
		`{"purchase_price":"1","fx":"7","markup":"0.1","margin":"0.1"}`:          "margin: problem.not_both",
		`{"purchase_price":"1","fx":"7","mark_up":"0.1"}`:                        "mark_up: problem.unknown_field",
		`{"purchase_price":"1","fx":"7","vat_rate":"13"}`:                        "vat_rate: problem.share_over_one",
		`{"purchase_price":"1","fx":"7","vat_rate":"0.09","refund_rate":"0.13"}`: "refund_rate: problem.refund_over_vat",
		`{"purchase_price":"1","fx":"7","margin":"0.6","bank":"0.4"}`:            "margin: problem.shares_of_price",
		`{"purchase_price":"1","fx":"7","insurance_rate":"0.95"}`:                "insurance_rate: problem.shares_of_price",
		`{"purchase_price":"1","fx":"7","margin":"0.5","commission":"0.5"}`:      "commission: problem.shares_of_price",
		`{"purchase_price":"1","fx":"7","commission":"1","commission_on":"cif"}`: "commission: problem.shares_of_price",
		`{"purchase_price":"1","fx":"7","currency":"RMB"}`:                       "currency: problem.unknown_currency",
		`{"purchase_price":"1","fx":"7","price_decimals":7}`:                     "price_decimals: problem.too_large",
		`{"purchase_price":"1","fx":"7","price_decimals":"1.5"}`:                 "price_decimals: problem.not_whole",
		`{"purchase_price":"1","fx":"7","commission_on":"fob"}`:                  "commission_on: problem.not_one_of",
		`{"purchase_price":"1","fx":"7","from":{"term":"FOB","price":"1"}}`:      "from: problem.not_both",
		`{"from":{"term":"XXX","price":"1"}}`:                                    "from.term: problem.not_one_of",
		`{"from":{"term":"FOB"}}`:                                                "from.price: problem.not_positive",
		`{"from":{"price":"1"}}`:                                                 "from.term: problem.required",
		`{"from":{"term":"FOB","price":"1","of":"1"}}`:                           "from.of: problem.unknown_field",
		`{"from":"FOB"}`: "from: problem.not_an_object",
		`{"from":{"term":"CIF","price":"1"},"freight":"5"}`:                           "from.price: problem.below_costs",
		`{"purchase_price":"1","fx":"7","domestic_cost":"1","terminal_cost":"2"}`:     "domestic_cost: problem.parts_over_whole",
		`{"purchase_price":"1","fx":"7","freight":"` + strings.Repeat("9", 50) + `"}`: "freight: problem.not_a_number",
	} {
		in, err := data.ParsePriceInput([]byte(question))
		if err == nil {
			_, err = data.Price(in)
		}
		var p data.Problems
		if !errors.As(err, &p) || !strings.Contains(p.Error(), "0:"+want) {
			t.Errorf("%s: %v; want %s", question, err, want)
		}
	}
	for broken, want := range map[string]string{
		"": "json_empty", "[]": "not_an_object_but_list", "{": "json_syntax", `{"fx":"7"} {}`: "json_syntax", "null1": "json_syntax",
		`{"fx":"7","fx":"8"}`: "json_twice",
	} {
		_, err := data.ParsePriceInput([]byte(broken))
		if p := (data.Problems{}); !errors.As(err, &p) || p[0].Key != "problem."+want {
			t.Errorf("%q: %v; want %s", broken, err, want)
		}
	}
}

func TestAbsentCostsAreZeroUnderEveryTerm(t *testing.T) {
	terms := []string{"EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP", "FOBC", "CFRC", "CIFC"}
	for _, from := range terms {
		in, err := data.ParsePriceInput([]byte(`{"from":{"term":"` + from + `","price":"100"},"freight":"10"}`))
		if err != nil {
			t.Fatalf("%s: %v", from, err)
		}
		r, err := data.Price(in)
		if err != nil {
			t.Errorf("from %s: %v", from, err)
			continue
		}
		for _, term := range terms {
			want := "100.00"
			if early, late := strings.Contains("EXW FCA FAS FOB FOBC", term), strings.Contains("EXW FCA FAS FOB FOBC", from); early && !late {
				want = "90.00"
			} else if late && !early {
				want = "110.00"
			}
			if got := r.Prices.Of(term); got != want {
				t.Errorf("from %s: %s is %q; want %s", from, term, got, want)
			}
		}
	}
}

func TestNoPriceQuestionBreaksTheCalculation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fields := map[string]any{}
		for _, name := range []string{
			"purchase_price", "vat_rate", "refund_rate", "domestic_cost", "premises_cost", "terminal_cost", "loading_cost", "fx", "currency", "markup",
			"margin", "freight", "insurance_rate", "insured_share", "commission", "commission_on", "bank", "price_decimals", "from", "destination_cost",
			"unloading_cost", "import_clearance", "duty_rate", "vat_rate_destination", "customs_value",
		} {
			value := rapid.SampledFrom([]any{nil, nil, "0", "1", "0.1", "100", "-1", 1e9, "cif", "CNY", map[string]any{"term": "DDP", "price": "9"}})
			if v := value.Draw(t, name); v != nil {
				fields[name] = v
			}
		}
		question := must(json.Marshal(fields))
		in, err := data.ParsePriceInput(question)
		if err == nil {
			_, err = data.Price(in)
		}
		if p := (data.Problems{}); err != nil && !errors.As(err, &p) {
			t.Fatalf("%s: %v", question, err)
		}
	})
}

func TestAShipmentIsLandedAsCustomsCounts(t *testing.T) {
	in := data.LandedInput{
		Currency: "EUR", FOB: dec("14500"), Freight: dec("1800"), InsuranceRate: dec("0.003"), InsuredShare: dec("1.10"),
		Destination: data.Destination{Cost: dec("950"), Clearance: dec("180"), DutyRate: dec("0.047"), VATRate: dec("0.19")},
	}
	l, err := data.Land(in)
	if err != nil {
		t.Fatal(err)
	}
	for want, got := range map[string]data.Money{
		"16353.97": l.CIF, "53.97": l.Insurance, "768.64": l.Duty, "18072.61": l.VATBase, "3433.80": l.VAT, "17303.97": l.DAP,
		"18252.61": l.DDPWithoutVAT, "21686.41": l.DDP,
	} {
		if got.String() != want {
			t.Errorf("got %s; want %s", got, want)
		}
	}
	in.Destination.CustomsValue = "fob"
	if l, _ = data.Land(in); l.Duty.String() != "681.50" {
		t.Errorf("duty on FOB: %s", l.Duty)
	}
	in.InsuranceRate = dec("0.95")
	if _, err = data.Land(in); says(err) != "0:insurance_rate: problem.shares_of_price" {
		t.Errorf("got %v", err)
	}
}

func TestAManufacturersRefundIsLimitedByItsInputTax(t *testing.T) {
	p := data.RefundPeriod{
		FOB: dec("1000000"), VATRate: dec("0.13"), RefundRate: dec("0.09"), InputVAT: dec("100000"), DomesticOutputVAT: dec("20000"),
	}
	r := p.Refund()
	for want, got := range map[string]decimal.Decimal{"40000": r.Refund, "50000": r.Offset, "90000": r.Ceiling, "-40000": r.TaxPayable} {
		if got.String() != want {
			t.Errorf("got %s; want %s", got, want)
		}
	}
	p.InputVAT = dec("500000")
	if r = p.Refund(); r.Refund.String() != "90000" || !r.Offset.IsZero() {
		t.Errorf("above the ceiling: %+v", r)
	}
}
