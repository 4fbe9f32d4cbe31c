package document_test

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

func purchaseSource() data.PurchaseSource {
	return data.PurchaseSource{
		Company:  data.Company{Party: data.Party{Name: "Bright Star Ltd.", Contact: "Li"}, Stamp: "s"},
		Supplier: data.Partner{Code: "W", Party: data.Party{Name: "Haida Works", LocalName: "海达五金", Address: data.Address{Country: "CN"}}},
		Order: data.PurchaseOrder{
			No: "PO-2026-0001", Date: "2026-11-23", Status: data.PurchaseOrdered, Currency: "CNY", Expected: "2026-12-20",
			PaymentTerms: "30% T/T in advance, 70% T/T before shipment", Contact: "Ms Wang",
			Lines: []data.PurchaseLine{
				{VariantID: 1, SKU: "A", Quantity: 1_200_000, Unit: "PCS", Price: 18_500_000, SupplierItemNo: "HD-7"},
				{VariantID: 1, SKU: "A", Quantity: 600_000, Unit: "PCS", Price: 7_333_300, Expected: "2026-12-28"},
			},
		},
		Products: map[int64]data.Product{1: {SKU: "A", Name: data.Texts{"en": "Cup", "zh": "杯"}}},
	}
}

func TestOnAPurchaseOrderTheMerchantIsTheBuyerWhoSigns(t *testing.T) {
	p, warnings, err := document.BuildPurchase(purchaseSource())
	if err != nil || p.Draft {
		t.Fatalf("built a draft of a placed order: %v %v", p.Draft, err)
	}
	if p.Seller.Name != "Haida Works" || p.Buyer.Name != "Bright Star Ltd." || p.Buyer.Contact != "Ms Wang" {
		t.Errorf("seller %q, buyer %q, contact %q", p.Seller.Name, p.Buyer.Name, p.Buyer.Contact)
	}
	if p.Totals.Total.String() != "26599.98" || len(p.Instalments) != 2 || p.Instalments[1].Amount.String() != "18619.99" {
		t.Errorf("total %s, instalments %+v", p.Totals.Total, p.Instalments)
	}
	if len(warnings) == 0 || warnings[0].Field != "company.address" {
		t.Errorf("warnings: %v", warnings)
	}
	for _, lang := range []string{"zh", "en+zh"} {
		w := words(t, strings.Split(lang, "+")...)
		b, err := p.JSON(w...)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, "purchase-order-"+lang+".golden.json", string(b))
		compare(t, "purchase-order-"+lang+".golden.txt", show(document.Lay(p, nil, w...)))
	}
}

func TestAPurchaseOrderNamesWhereItsGoodsGoInTheReadersLanguage(t *testing.T) {
	for _, one := range []struct {
		typed string
		names data.Texts
		term  data.Incoterm
		want  map[string]string
	}{
		{"", data.Texts{"en": "Ningbo warehouse", "zh": "宁波仓"}, data.Incoterm{}, map[string]string{"zh": "宁波仓", "en": "Ningbo warehouse", "en+zh": "Ningbo warehouse 宁波仓"}},
		{"北仑区港口路1号", data.Texts{"en": "Ningbo warehouse"}, data.Incoterm{}, map[string]string{"zh": "北仑区港口路1号", "en": "北仑区港口路1号"}},
		{"", nil, data.Incoterm{}, map[string]string{"zh": "买方仓库", "en": "Buyer's warehouse"}},
		{"", nil, data.Incoterm{Rule: "FOB", Place: "Ningbo"}, map[string]string{"zh": "", "en": ""}},
	} {
		src := purchaseSource()
		src.Order.Place, src.Place, src.Order.Incoterm = one.typed, one.names, one.term
		p, _, err := document.BuildPurchase(src)
		if err != nil {
			t.Fatal(err)
		}
		for lang, want := range one.want {
			got := ""
			for _, line := range strings.Split(show(document.Lay(p, nil, words(t, strings.Split(lang, "+")...)...)), "\n") {
				if _, place, ok := strings.Cut(line, "交货地: "); ok {
					got = place
				} else if _, place, ok := strings.Cut(line, "Place of delivery 交货地: "); ok {
					got = place
				} else if _, place, ok := strings.Cut(line, "Place of delivery: "); ok {
					got = place
				}
			}
			if got != want {
				t.Errorf("%s: %q and %v are delivered to %q; want %q", lang, one.typed, one.names, got, want)
			}
		}
	}
}

func TestAPurchaseOrderThatIsNotPlacedIsAnUnsignedDraft(t *testing.T) {
	src := purchaseSource()
	src.Order.Status = data.PurchaseDraft
	p, _, err := document.BuildPurchase(src)
	if err != nil || !p.Draft || p.Stamp != "" {
		t.Errorf("draft %v, stamp %q, %v", p.Draft, p.Stamp, err)
	}
}
