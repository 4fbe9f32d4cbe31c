package orders

import (
	"tradewind/data"
	"tradewind/screens/kit"
)

// places are the addresses of the customer that goods or bills can go to, by use and name.
func (f *partyField) places() []kit.Option[data.PartnerAddress] {
	if f.customer == nil {
		return nil
	}
	words := map[data.AddressUse]string{
		data.LegalAddress: "partner.use.legal", data.DeliveryAddress: "partner.use.delivery", data.BillingAddress: "partner.use.billing",
	}
	var options []kit.Option[data.PartnerAddress]
	for _, place := range f.customer().Places() {
		one := kit.Option[data.PartnerAddress]{Value: place, Name: place.Name, Also: place.Post.Lines()}
		if key, ok := words[place.Use]; ok {
			one.Code = f.host.T(key)
		}
		if lines := place.Post.Lines(); one.Name == "" && len(lines) > 0 {
			one.Name = lines[0]
		}
		options = append(options, one)
	}
	return options
}

// placeChosen puts the party at the chosen address into the order; the customer's own address needs no party.
func (f *partyField) placeChosen() {
	customer := f.customer()
	switch party := customer.PartyAt(f.from.Value()); {
	case !f.from.Filled() || party == customer.Party && f.none == "order.consignee.none":
		f.set(data.Party{})
	default:
		f.set(party)
	}
}

// showPlace offers the customer's addresses where there are several, and names the one that stands there.
func (f *partyField) showPlace() {
	options := f.places()
	f.choice.Hidden = len(options) < 2
	f.from.Empty()
	for i, one := range options {
		if party := f.customer().PartyAt(one.Value); party == f.party || i == 0 && f.party.IsZero() && f.none == "order.consignee.none" {
			f.from.Set(one)
			return
		}
	}
}
