package data

import "strings"

// Places returns where goods and bills of p can go: its own address first, then the further ones.
func (p Partner) Places() []PartnerAddress {
	own := PartnerAddress{Use: LegalAddress, Post: p.Address, Local: p.LocalAddress}
	return append([]PartnerAddress{own}, p.Addresses...)
}

// PartyAt returns p at one of its places, as papers print it in a box. Where the place has a name of its own nothing is
// known of it but the address; p's persons and numbers are those of p.
func (p Partner) PartyAt(place PartnerAddress) Party {
	party := p.Party
	if place.Name != "" {
		party = Party{Name: place.Name}
	}
	party.Address, party.LocalAddress = place.Post, place.Local
	return party
}

// PlaceNamed finds the place of p that is called name, or is the only one of the use that name says: "delivery", "legal". A
// problem without a field says that there is none, or that there are several.
func (p Partner) PlaceNamed(name string) (PartnerAddress, Problems) {
	name = strings.TrimSpace(name)
	called, used := []PartnerAddress(nil), []PartnerAddress(nil)
	for _, place := range p.Places() {
		if place.Name != "" && strings.EqualFold(place.Name, name) {
			called = append(called, place)
		}
		if strings.EqualFold(string(place.Use), name) {
			used = append(used, place)
		}
	}
	if len(called) == 0 {
		called = used
	}
	switch {
	case len(called) == 0:
		return PartnerAddress{}, Problems{{Key: "problem.no_address", Args: map[string]any{"Value": name, "Code": p.Code}}}
	case len(called) > 1 && !strings.EqualFold(name, string(LegalAddress)): // of the legal ones its own counts
		return PartnerAddress{}, Problems{{Key: "problem.several_addresses", Args: map[string]any{"Value": name, "Code": p.Code}}}
	}
	return called[0], nil
}
