package command

import "tradewind/data"

// placeFields are the fields of an order that name an address of its customer, and the party that each fills.
var placeFields = []struct {
	name, party string
	of          func(*data.Order) *data.Party
}{
	{"consignee_address", "consignee", func(o *data.Order) *data.Party { return &o.Consignee }},
	{"bill_to_address", "bill_to", func(o *data.Order) *data.Party { return &o.BillTo }},
	{"notify_address", "notify", func(o *data.Order) *data.Party { return &o.Notify }},
}

// takePlaces puts the customer at the addresses that the file names into the order. What the file says of the party
// itself comes on top of that; "" takes the party away.
func (a *applying) takePlaces(f fields, o *data.Order, problems *data.Problems) error {
	for _, place := range placeFields {
		raw, said := f[place.name]
		if !said {
			continue
		}
		party := place.of(o)
		name := f.text(place.name, problems)
		if name == "" || string(raw) == "null" {
			*party = data.Party{}
			continue
		}
		customer, exists, err := found(a.st.Partners.Get(a.ctx, o.CustomerID))
		if err != nil {
			return err
		}
		if !exists {
			continue // reported at the customer
		}
		there, wrong := customer.PlaceNamed(name)
		*problems = append(*problems, within(place.name, wrong)...)
		if *party = customer.PartyAt(there); *party == customer.Party && place.party != "notify" {
			*party = data.Party{} // it is the buyer
		}
	}
	return nil
}
