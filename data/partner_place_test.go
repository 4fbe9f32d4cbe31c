package data_test

import (
	"testing"

	"tradewind/data"
)

func TestAPartnerIsFoundAtTheAddressThatIsNamed(t *testing.T) {
	hall := data.PartnerAddress{Use: data.DeliveryAddress, Name: "Hall 3", Post: data.Address{City: "Bremen", Country: "DE"}}
	books := data.PartnerAddress{Use: data.BillingAddress, Post: data.Address{City: "Kiel", Country: "DE"}}
	p := data.Partner{Code: "HANSE", Addresses: []data.PartnerAddress{hall, books}}
	p.Party = data.Party{Name: "Hanse GmbH", LocalName: "汉萨", Address: data.Address{City: "Hamburg", Country: "DE"}, TaxID: "DE1", Phone: "+49 40 1"}
	for name, want := range map[string]data.Party{
		"hall 3":   {Name: "Hall 3", Address: hall.Post},
		"delivery": {Name: "Hall 3", Address: hall.Post},
		"Billing ": {Name: "Hanse GmbH", LocalName: "汉萨", Address: books.Post, TaxID: "DE1", Phone: "+49 40 1"},
		"legal":    p.Party,
	} {
		place, wrong := p.PlaceNamed(name)
		if got := p.PartyAt(place); len(wrong) > 0 || got != want {
			t.Errorf("%q: %+v, %v", name, got, wrong)
		}
	}
	if _, wrong := p.PlaceNamed("Hall 4"); keys(wrong) != "0:: problem.no_address" {
		t.Errorf("an address there isn't: %v", keys(wrong))
	}
	p.Addresses = append(p.Addresses, data.PartnerAddress{Use: data.DeliveryAddress, Name: "Hall 5"})
	if _, wrong := p.PlaceNamed("delivery"); keys(wrong) != "0:: problem.several_addresses" {
		t.Errorf("two to deliver to: %v", keys(wrong))
	}
	if place, wrong := p.PlaceNamed("Hall 5"); len(wrong) > 0 || place.Name != "Hall 5" {
		t.Errorf("one of two by name: %+v, %v", place, wrong)
	}
}
