package data_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"tradewind/data"
)

// whole is a product that says something in every part.
func whole(t *testing.T) data.Product {
	t.Helper()
	return data.Product{
		SKU: "A", Name: data.Texts{"en": "Lamp"}, GTIN: "4006381333931", Description: data.Texts{"en": "Steel lamp"}, Listings: []data.Listing{{Market: "ebay", Language: "en", Title: "Lamp"}},
		Price: unitPriceOf(t, "10"), Currency: "USD", PriceLadder: []data.PriceStep{{From: 1000, Price: 9}}, MOQ: 5000, LeadTime: "30 days",
		SupplierID: 3, Supplier: "Star", Cost: unitPriceOf(t, "5"), CostCurrency: "CNY", Offers: []data.Offer{{PartnerID: 3, Partner: "STAR", Preferred: true}},
		Packing: data.Packing{PcsPerCarton: 12000, Inner: data.Box{Length: 1}}, HSCode: "940521", HSEdition: "2022", Origin: "CN", TaxRates: []data.TaxRate{{VAT: 1}}, Duties: []data.Duty{{Country: "US", Rate: 1}},
		Danger: data.Danger{UN: "3481", Class: "9"}, Battery: data.Battery{Kind: data.IonIn}, Customs: data.Texts{"en": "Lamps"}, CustomsParts: map[string]data.CustomsParts{"en": {What: "Lamp"}},
		Elements: []data.Element{{Name: "品名", Value: "灯"}}, Certificates: []data.Certificate{{Kind: "CE", Scan: "abc"}}, Pictures: []data.Picture{{Hash: "abc", Role: "main"}},
		Variants: []data.Variant{{SKU: "A"}}, BuyerItemNames: []data.BuyerItemNo{{Partner: "LUX", ItemNo: "7"}},
	}
}

func TestAllPartsTogetherAreAProductButForWhatNamesIt(t *testing.T) {
	from, got := whole(t), data.Product{SKU: "B", Name: data.Texts{"en": "Bulb"}}
	for _, part := range data.ProductParts() {
		next := got.Take(part, from)
		if reflect.DeepEqual(next, got) {
			t.Errorf("%s takes nothing over", part)
		}
		if changes := got.TakeChanges([]data.ProductPart{part}, from); len(changes) == 0 {
			t.Errorf("%s changes nothing that is shown", part)
		}
		if again := next.TakeChanges([]data.ProductPart{part}, from); len(again) != 0 {
			t.Errorf("%s taken twice changes %+v", part, again)
		}
		got = next
	}
	want := from
	want.SKU, want.Name, want.GTIN, want.Variants, want.BuyerItemNames = "B", data.Texts{"en": "Bulb"}, "", nil, nil
	a, _ := json.Marshal(got)
	b, _ := json.Marshal(want)
	if string(a) != string(b) {
		t.Errorf("%s\nwant\n%s", a, b)
	}
	got.PriceLadder[0].Price, got.Certificates[0].Kind, got.Description["en"] = 1, "FCC", "x"
	if from.PriceLadder[0].Price != 9 || from.Certificates[0].Kind != "CE" || from.Description["en"] != "Steel lamp" {
		t.Error("the product taken from changed")
	}
}

func TestWhatIsOverwrittenIsListedAndWhatIsNotShownIsNamed(t *testing.T) {
	p := data.Product{SKU: "B", Packing: data.Packing{PcsPerCarton: 6000}, Certificates: []data.Certificate{}}
	changes := p.TakeChanges([]data.ProductPart{data.PackingPart}, whole(t))
	if len(changes) != 1 || changes[0] != (data.PartChange{Part: data.PackingPart, Field: "pcs_per_carton", Before: "6", After: "12"}) {
		t.Errorf("%+v", changes)
	}
	other := whole(t)
	other.Packing.Inner.Length = 7
	changes = other.TakeChanges(data.ProductParts(), whole(t))
	if len(changes) != 1 || changes[0] != (data.PartChange{Part: data.PackingPart, Field: "details"}) {
		t.Errorf("%+v", changes)
	}
	if changes = p.TakeChanges([]data.ProductPart{data.CertificatesPart}, data.Product{}); len(changes) != 0 {
		t.Errorf("an empty list for none: %+v", changes)
	}
	if changes = p.TakeChanges([]data.ProductPart{data.TextsPart}, whole(t)); len(changes) != 2 || !strings.Contains(changes[0].After, "Steel lamp") {
		t.Errorf("%+v", changes)
	}
}

func TestADutyOfTheUnionHoldsInItsMembersUnlessTheyHaveTheirOwn(t *testing.T) {
	p := data.Product{SKU: "A", Duties: []data.Duty{
		{Country: "FR", Rate: 5_000_000, From: "2026-01-01"}, {Country: data.EuropeanUnion, Rate: 2_700_000, From: "2026-06-01"}, {Country: "US", Rate: 3_900_000},
	}}
	for country, want := range map[data.Country]string{"DE": "2.7", "FR": "5", "US": "3.9", "GB": ""} {
		d, found := p.DutyOn(country, "2026-11-23")
		if found != (want != "") || found && d.Rate.String() != want {
			t.Errorf("%s: %s, %v; want %q", country, d.Rate, found, want)
		}
	}
	if c, ok := data.ParseMarket(" 欧盟"); !ok || c != data.EuropeanUnion {
		t.Errorf("the Union is read as %q", c)
	}
}
