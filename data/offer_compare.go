package data

import "slices"

// ComparedOffer is an offer beside the others for the same product.
type ComparedOffer struct {
	Offer
	Buy      Quantity   // what has to be bought of it: what is wanted, at least the MOQ, in the supplier's steps
	UnitCost *UnitPrice // in the company's currency; nil: no cost is known, or no rate to turn it round by
	Outlay   *Money     // what Buy costs, in the company's currency, rounded half up
	Rate     CostRate   // by which Cost became UnitCost; none for a cost in the company's currency
	Cheapest bool       // nobody asks less for a unit; both are marked when two ask the same
	Fastest  bool       // nobody who said how long it takes is quicker
}

// SuppliersOf returns the suppliers of p: its offers, else the one that its own fields name, else none.
func (p Product) SuppliersOf() []Offer {
	if len(p.Offers) > 0 || p.SupplierID == 0 && p.Supplier == "" {
		return slices.Clone(p.Offers)
	}
	return []Offer{{PartnerID: p.SupplierID, Partner: p.Supplier, Cost: p.Cost, Currency: p.CostCurrency, MOQ: p.MOQ, Preferred: true}}
}

// CompareOffers lays the suppliers of p side by side for want of it (0: the least that each sells), all costs in the
// company's currency home by the rates of their currencies. A currency without a rate leaves the cost unsaid: nothing is
// guessed. The errors are those of amounts that can't be held.
func CompareOffers(p Product, want Quantity, home Currency, rates map[Currency]CostRate) ([]ComparedOffer, error) {
	var list []ComparedOffer
	for _, o := range p.SuppliersOf() {
		if o.MOQ == 0 {
			o.MOQ = p.MOQ
		}
		one := ComparedOffer{Offer: o, Buy: ceilTo(max(want, o.MOQ), o.Multiple)}
		if err := one.price(home, rates); err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	markBest(list)
	return list, nil
}

// price says what o costs in the company's currency, if that is known.
func (o *ComparedOffer) price(home Currency, rates map[Currency]CostRate) error {
	from := o.Currency
	if from == "" {
		from = home
	}
	rate, known := rates[from]
	if o.Cost == nil || from != home && !known {
		return nil
	}
	unit, err := rate.Cost(*o.Cost, from)
	if err != nil {
		return err
	}
	outlay, err := LineAmount(unit, o.Buy, 0, home)
	o.UnitCost, o.Outlay, o.Rate = &unit, &outlay, rate
	return err
}

// markBest marks the cheapest and the fastest, where there is anything to compare.
func markBest(list []ComparedOffer) {
	cheapest, fastest, costs, times := UnitPrice(0), int64(0), 0, 0
	for _, o := range list {
		if o.UnitCost != nil {
			if costs++; costs == 1 || *o.UnitCost < cheapest {
				cheapest = *o.UnitCost
			}
		}
		if o.LeadDays > 0 {
			if times++; times == 1 || o.LeadDays < fastest {
				fastest = o.LeadDays
			}
		}
	}
	for i := range list {
		o := &list[i]
		o.Cheapest = costs > 1 && o.UnitCost != nil && *o.UnitCost == cheapest
		o.Fastest = times > 1 && o.LeadDays == fastest
	}
}
