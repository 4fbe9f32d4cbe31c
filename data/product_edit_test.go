package data_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tradewind/data"
)

func TestPricesAreChangedInPercentToTheDecimalsTheyHave(t *testing.T) {
	for _, c := range []struct{ price, by, currency, want string }{
		{"3.25", "+5%", "USD", "3.41"},
		{"3.25", "-5 %", "USD", "3.09"},
		{"0.085", "+5%", "USD", "0.089"},
		{"100", "3.5％", "JPY", "104"},
		{"10", "-100%", "USD", "0.00"},
		{"3.25", "4", "USD", "4.00"},
		{"3.25", "", "USD", ""},
	} {
		p := data.Product{SKU: "A", Price: unitPriceOf(t, c.price), Currency: data.Currency(c.currency)}
		got, bad := data.ProductEdit{"price": c.by}.On(p)
		said := ""
		if got.Price != nil {
			said = got.Price.Shown(got.Currency)
		}
		if said != c.want || len(bad) > 0 {
			t.Errorf("%s by %s is %s, %v; want %s", c.price, c.by, said, bad, c.want)
		}
	}
}

func unitPriceOf(t *testing.T, text string) *data.UnitPrice {
	t.Helper()
	v, err := data.ParseUnitPrice(text)
	if err != nil {
		t.Fatal(err)
	}
	return &v
}

func TestAllSellingPricesRiseTogetherAndTheProductItselfStays(t *testing.T) {
	p := data.Product{
		SKU: "A", Price: unitPriceOf(t, "10"), Currency: "USD", Variants: []data.Variant{{SKU: "A"}, {SKU: "A-L", Price: unitPriceOf(t, "12")}},
		PriceLadder: []data.PriceStep{{From: 1, Price: 9_000_000}, {From: 2, Price: 800_000_000, Currency: "JPY"}},
	}
	before := fmt.Sprintf("%+v", p)
	got, bad := data.ProductEdit{"selling_prices": "-10%"}.On(p)
	if *got.Price != 9_000_000 || *got.Variants[1].Price != 10_800_000 || got.Variants[0].Price != nil || got.PriceLadder[0].Price != 8_100_000 ||
		got.PriceLadder[1].Price != 720_000_000 || len(bad) > 0 {
		t.Errorf("%+v %v", got, bad)
	}
	if *p.Price != 10_000_000 || *p.Variants[1].Price != 12_000_000 || fmt.Sprintf("%+v", p.PriceLadder) != fmt.Sprintf("%+v", []data.PriceStep{{From: 1, Price: 9_000_000}, {From: 2, Price: 800_000_000, Currency: "JPY"}}) {
		t.Errorf("the product given changed from %s", before)
	}
}

func TestADatedRateEndsTheOneBeforeAndKeepsWhatIsNotSaid(t *testing.T) {
	p := data.Product{SKU: "A", TaxRates: []data.TaxRate{{VAT: 13_000_000, Refund: 13_000_000, From: "2024-01-01"}, {VAT: 1, From: "2030-01-01"}}}
	got, bad := data.ProductEdit{"refund_percent": "9%", "rates_from": "2027-01-01"}.On(p)
	want := []data.TaxRate{{VAT: 13_000_000, Refund: 13_000_000, From: "2024-01-01", To: "2026-12-31"}, {VAT: 13_000_000, Refund: 9_000_000, From: "2027-01-01"}}
	if len(bad) > 0 || !reflect.DeepEqual(got.TaxRates, want) {
		t.Errorf("%+v %v", got.TaxRates, bad)
	}
	if got, _ := (data.ProductEdit{"vat_percent": "", "refund_percent": ""}).On(p); got.TaxRates != nil {
		t.Errorf("emptied: %+v", got.TaxRates)
	}
	if got, _ := (data.ProductEdit{"vat_percent": "13", "refund_percent": "0"}).On(p); len(got.TaxRates) != 1 || got.TaxRates[0].From != "" {
		t.Errorf("from ever: %+v", got.TaxRates)
	}
}

func TestEveryFieldIsSetShownAndEmptied(t *testing.T) {
	values := map[data.EditKind]string{
		data.EditText: "3481", data.EditNumber: "12", data.EditPrice: "12.00", data.EditDay: "2027-01-01", data.EditUnit: "SET", data.EditCountry: "VN",
		data.EditCurrency: "EUR", data.EditPackage: "CT", data.EditMeasure: "estimated", data.EditBattery: "ion_in", data.EditPartner: "STAR", data.EditYes: "true",
	}
	for _, f := range data.EditFields() {
		value, ok := values[f.Kind]
		if strings.HasPrefix(f.Name, "rates_") || strings.HasSuffix(f.Name, "_percent") || !ok {
			continue
		}
		p := data.Product{SKU: "A", Supplier: "MOON", SupplierID: 7}
		if f.Name != "currency" {
			p.Currency = "USD"
		}
		p, bad := data.ProductEdit{f.Name: value}.On(p)
		if got := f.Show(p); got != value || len(bad) > 0 {
			t.Errorf("%s: %q, %v", f.Name, got, bad)
		}
		p, bad = data.ProductEdit{f.Name: ""}.On(p)
		if got := f.Show(p); (got != "" || len(bad) > 0) != f.Needed {
			t.Errorf("%s emptied: %q, %v", f.Name, got, bad)
		}
	}
	p := data.Product{Danger: data.Danger{UN: "3481", Class: "9"}}
	if p, _ = (data.ProductEdit{"dangerous_goods": ""}).On(p); !p.Danger.IsZero() {
		t.Errorf("%+v", p.Danger)
	}
}

func TestASupplierWhoseTermsAreKnownBringsItsCost(t *testing.T) {
	p := data.Product{
		SKU: "A", Supplier: "Star Ltd", SupplierID: 1, Cost: unitPriceOf(t, "5"), CostCurrency: "CNY",
		Offers: []data.Offer{{PartnerID: 1, Partner: "STAR", Preferred: true}, {PartnerID: 2, Partner: "MOON", Cost: unitPriceOf(t, "4"), Currency: "USD"}},
	}
	got, _ := data.ProductEdit{"supplier": "MOON"}.On(p)
	if got.SupplierID != 2 || *got.Cost != 4_000_000 || got.CostCurrency != "USD" {
		t.Errorf("%+v", got)
	}
}

func TestAnEditThatNoProductCanTakeIsRefusedBeforeAny(t *testing.T) {
	for field, c := range map[string]struct{ value, key string }{
		"colour":         {"red", "problem.unknown_field"},
		"origin":         {"Atlantis", "problem.unknown_choice"},
		"moq":            {"many", "problem.not_a_number"},
		"unit":           {"", "problem.required"},
		"selling_prices": {"5", "problem.not_a_percent"},
		"archived":       {"perhaps", "problem.not_a_boolean"},
		"lead_days":      {"1.5", "problem.not_whole"},
		"rates_from":     {"2027-01-01", "problem.required"},
		"vat_percent":    {"x", "problem.not_a_number"},
		"price":          {"1.0000001", "problem.too_fine"},
	} {
		var bad data.Problems
		err := data.ProductEdit{field: c.value}.Validate()
		if !errors.As(err, &bad) || !slices.ContainsFunc(bad, func(p data.Problem) bool { return p.Key == c.key }) {
			t.Errorf("%s %q: %v, want %s", field, c.value, err, c.key)
		}
	}
	if err := (data.ProductEdit{"price": "+5%", "origin": "Viet Nam", "supplier": "X", "lead_days": "3"}).Validate(); err != nil {
		t.Error(err)
	}
}
