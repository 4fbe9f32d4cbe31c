package data

import "slices"

// Offer is what one supplier asks for the article. Which supplier is preferred, and at what cost, stands in the
// product's own fields Supplier, Cost and CostCurrency and nowhere else: that is what imports, lists and calculations
// read and write. The offer of that supplier repeats it ([Product.SettleOffers] sees to it before every save), so a
// list of offers is complete; call [Product.SetOffers] to change the list as a whole. A product without offers has the
// one supplier its fields name.
type Offer struct {
	PartnerID int64      `json:"-"`
	Partner   string     `json:"partner"`          // the supplier's code; its name will do when it is saved
	ItemNo    string     `json:"item_no,omitzero"` // the supplier's own number
	Cost      *UnitPrice `json:"cost,omitempty"`
	Currency  Currency   `json:"currency,omitzero"`
	LeadDays  int64      `json:"lead_days,omitzero"`       // from order to goods ready; 0: not known
	MOQ       Quantity   `json:"moq,omitzero"`             // at least so much
	Multiple  Quantity   `json:"carton_multiple,omitzero"` // and in steps of this, as of whole cartons
	Preferred bool       `json:"preferred,omitzero"`
	Note      string     `json:"note,omitzero"`
}

// SetOffers makes list the suppliers of p. The one marked preferred, else the first, becomes the product's supplier
// with its cost; without any, the product has no supplier and keeps its cost.
func (p *Product) SetOffers(list []Offer) {
	p.Offers = slices.Clone(list)
	if len(list) == 0 {
		p.SupplierID, p.Supplier = 0, ""
		return
	}
	one := list[max(slices.IndexFunc(list, func(o Offer) bool { return o.Preferred }), 0)]
	p.SupplierID, p.Supplier = one.PartnerID, one.Partner
	p.Cost, p.CostCurrency = one.Cost, one.Currency
}

// SettleOffers makes the offers agree with the product's own supplier and cost. It is called when partners are known by
// their IDs; a supplier that has no offer yet gets one in front, if there are offers at all. The slice is p's own
// afterwards.
func (p *Product) SettleOffers(code string) {
	if len(p.Offers) == 0 {
		p.Offers = nil
		return
	}
	p.Offers = slices.Clone(p.Offers)
	found := false
	for i := range p.Offers {
		o := &p.Offers[i]
		o.Preferred = p.SupplierID != 0 && o.PartnerID == p.SupplierID
		if o.Preferred {
			o.Cost, o.Currency, found = p.Cost, p.CostCurrency, true
		}
	}
	if !found && p.SupplierID != 0 {
		one := Offer{PartnerID: p.SupplierID, Partner: code, Cost: p.Cost, Currency: p.CostCurrency, Preferred: true}
		p.Offers = append([]Offer{one}, p.Offers...)
	}
}

// OfferOf returns what a supplier offers and whether it does: its row of the list, or the product's own fields for a
// supplier that only they name. Where the row has no MOQ, the product's stands in.
func (p Product) OfferOf(partner int64) (Offer, bool) {
	for _, o := range p.Offers {
		if o.PartnerID == partner && partner != 0 {
			if o.MOQ == 0 {
				o.MOQ = p.MOQ
			}
			return o, true
		}
	}
	if partner == 0 || partner != p.SupplierID {
		return Offer{}, false
	}
	return Offer{PartnerID: partner, Partner: p.Supplier, Cost: p.Cost, Currency: p.CostCurrency, MOQ: p.MOQ, Preferred: true}, true
}

// offers looks at the suppliers: each stands once.
func (c *check) offers(list []Offer) {
	seen := make(map[string]int, len(list))
	for i, o := range list {
		c.prefix = at("suppliers", i+1)
		c.required("partner", o.Partner)
		if other, twice := seen[o.Partner]; twice {
			c.add("partner", "problem.duplicate", "Other", other)
		}
		seen[o.Partner] = i + 1
		if o.Cost != nil {
			notNegative(c, "cost", *o.Cost)
		}
		c.currency("currency", o.Currency)
		c.when(o.LeadDays < 0, "lead_days", "problem.negative")
		notNegative(c, "moq", o.MOQ)
		notNegative(c, "carton_multiple", o.Multiple)
	}
	c.prefix = ""
}
