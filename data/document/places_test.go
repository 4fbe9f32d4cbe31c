package document_test

import (
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
)

// elsewhere is the sample whose goods go to a warehouse and whose bills go to the head office.
func elsewhere() data.Source {
	src := sample()
	place := data.PartnerAddress{Use: data.DeliveryAddress, Name: "Nordlicht Lager Süd", Post: data.Address{Street: "Hafenstraße 12", City: "Bremen", PostalCode: "28217", Country: "DE"}}
	office := data.PartnerAddress{Use: data.BillingAddress, Post: data.Address{Street: "Ringstraße 5", City: "Zürich", PostalCode: "8005", Country: "CH"}}
	src.Order.Consignee, src.Order.BillTo = src.Customer.PartyAt(place), src.Customer.PartyAt(office)
	return src
}

func TestGoodsAndBillsGoToTheAddressesOfTheOrder(t *testing.T) {
	for kind, bills := range map[data.Kind]bool{data.Quotation: false, data.Proforma: true, data.CommercialInvoice: true, data.PackingList: false} {
		p := build(t, elsewhere(), kind)
		text := show(document.Lay(p, nil, words(t, "en", "zh")...))
		if !strings.Contains(text, "[Consignee 收货人]\n  Nordlicht Lager Süd\n  Hafenstraße 12\n  28217 Bremen\n") {
			t.Errorf("%s: the consignee isn't there:\n%s", kind, text)
		}
		if got := strings.Contains(text, "[Bill to 账单收件方]\n  Nordlicht Haushaltswaren GmbH\n  Ringstraße 5\n  8005 Zürich\n  Switzerland 瑞士\n"); got != bills {
			t.Errorf("%s: bill to %v:\n%s", kind, got, text)
		}
		b := string(must(p.JSON(words(t, "en")...)))
		if strings.Contains(b, `"bill_to"`) != bills || !strings.Contains(b, `"consignee"`) {
			t.Errorf("%s as JSON:\n%s", kind, b)
		}
	}
}

func TestAnOrderBilledToItsBuyerHasNoBoxForIt(t *testing.T) {
	src := sample()
	src.Order.BillTo = src.Customer.Party
	if p := build(t, src, data.CommercialInvoice); !p.BillTo.IsZero() {
		t.Errorf("%+v", p.BillTo)
	}
}
