package orders

import (
	"strings"
	"testing"

	"tradewind/data"

	"fyne.io/fyne/v2"
)

// branched gives the customer a warehouse and an office.
func (d *desk) branched() data.Partner {
	d.Helper()
	p, err := d.store.Partners.ByCode(d.Context(), "MUELLER")
	if err != nil {
		d.Fatal(err)
	}
	p.Addresses = []data.PartnerAddress{
		{Use: data.DeliveryAddress, Name: "Halle 3", Post: data.Address{Street: "Kai 9", City: "Bremen", Country: "DE"}},
		{Use: data.BillingAddress, Post: data.Address{Street: "Ring 5", City: "Kiel", Country: "DE"}},
	}
	if p, err = d.store.Partners.Save(d.Context(), p); err != nil {
		d.Fatal(err)
	}
	return p
}

func TestWhereGoodsAndBillsGoIsChosenFromTheCustomersAddresses(t *testing.T) {
	d := open(t)
	buyer := d.branched()
	d.New()
	if consignee := d.editor.parties[0]; !consignee.choice.Hidden {
		t.Error("addresses are offered before there is a customer")
	}
	d.pick("müll")
	d.article("MUG-01", "24")
	consignee, bills := d.editor.parties[0], d.editor.parties[1]
	if consignee.choice.Hidden || consignee.from.Label() != "Legal" {
		t.Errorf("hidden %v, shows %q", consignee.choice.Hidden, consignee.from.Label())
	}
	d.host.Focus(consignee.from)
	d.pick("halle")
	d.host.Focus(bills.from)
	d.pick("billing")
	if !strings.Contains(consignee.text.Text, "Halle 3\nKai 9") || bills.from.Label() != "Billing  Ring 5" {
		t.Errorf("%q, %q", consignee.text.Text, bills.from.Label())
	}
	d.Keep(func() {})
	o := d.order("SO-2026-0001")
	if o.Consignee != buyer.PartyAt(buyer.Addresses[0]) || o.BillTo != buyer.PartyAt(buyer.Addresses[1]) || !o.Notify.IsZero() {
		t.Fatalf("%+v\n%+v", o.Consignee, o.BillTo)
	}
	buyer.Addresses = buyer.Addresses[:1]
	if _, err := d.store.Partners.Save(t.Context(), buyer); err != nil {
		t.Fatal(err)
	}
	if again := d.order(o.No); again.BillTo != o.BillTo {
		t.Errorf("the order's address went with the partner's: %+v", again.BillTo)
	}
	d.host.Focus(bills.from)
	d.press(fyne.KeyDelete)
	if !bills.party.IsZero() || bills.text.Text != "The buyer" {
		t.Errorf("%+v, %q", bills.party, bills.text.Text)
	}
}
