package data

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Carried is goods that somebody has to carry.
type Carried struct {
	Load     Load
	Unpacked []string // SKUs whose cartons nobody knows: they aren't in Load
	From     []string // names of the place they leave: port, country
	To       Country
	Places   []string // names of the place they go to: port of discharge, place of delivery
	Value    Money    // of the goods
	Day      Date     // on which they leave
}

// CarriageOffer is what one carrier's card would cost for goods.
type CarriageOffer struct {
	Card     RateCard `json:"card"`
	Priced   bool     `json:"priced"`            // false: the last step says why not
	Cost     Money    `json:"cost,omitzero"`     // in the card's currency
	Compared Money    `json:"compared,omitzero"` // in the currency offers are compared in
	Known    bool     `json:"known"`             // whether Compared is
	Arrival  Date     `json:"arrival,omitzero"`  // by the card's days
	Fits     bool     `json:"fits"`              // the rule proposes this kind of card
	Proposed bool     `json:"proposed"`          // the cheapest of those
	Steps    []Step   `json:"steps"`             // the arithmetic of Cost
}

// CarriageChoice is how goods may go: what a rule proposes, and what the cards cost.
type CarriageChoice struct {
	Rule   *ChannelRule    `json:"rule,omitempty"` // nil: none fits
	Offers []CarriageOffer `json:"offers"`         // those that fit the rule first, the cheapest first; those without a price last
}

// Carriage compares what cards cost for goods, in a currency. Cards for other ways are left out: those whose place of departure or arrival
// is said and is none of the goods'. Rate is the currency's price of 1 unit of another on the goods' day; false when nobody knows it. Amounts
// are rounded half up to the minor unit.
func (c Company) Carriage(g Carried, in Currency, cards []RateCard, rate func(from, to Currency) (decimal.Decimal, bool)) CarriageChoice {
	convert := func(m Money, to Currency) (decimal.Decimal, bool) {
		if m.Currency == to {
			return m.Decimal(), true
		}
		r, known := rate(m.Currency, to)
		return m.Decimal().Mul(r), known
	}
	choice := CarriageChoice{Offers: []CarriageOffer{}}
	for _, r := range c.ChannelRules() {
		if r.fits(g, c.Home(), convert) {
			choice.Rule = &r
			break
		}
	}
	for _, card := range cards {
		if card.Archived || !card.ValidOn(g.Day) || !card.goes(g) {
			continue
		}
		choice.Offers = append(choice.Offers, offerOf(card, g, in, choice.Rule, convert))
	}
	slices.SortStableFunc(choice.Offers, compareOffers)
	if len(choice.Offers) > 0 {
		first := &choice.Offers[0]
		first.Proposed = first.Fits && first.Priced && first.Known
	}
	return choice
}

// offerOf prices goods by a card.
func offerOf(card RateCard, g Carried, in Currency, rule *ChannelRule, convert func(Money, Currency) (decimal.Decimal, bool)) CarriageOffer {
	o := CarriageOffer{Card: card, Fits: rule != nil && rule.proposes(card)}
	if o.Cost, o.Steps, o.Priced = card.Cost(g.Load); o.Priced {
		if sum, known := convert(o.Cost, in); known {
			m, err := RoundMoney(sum, in)
			o.Compared, o.Known = m, err == nil
		}
	}
	if card.Days > 0 && g.Day != "" {
		o.Arrival = DateOf(g.Day.Time().AddDate(0, 0, int(card.Days)))
	}
	return o
}

// ChosenCarrier is who carries a shipment, and what that was to cost when it was chosen.
type ChosenCarrier struct {
	Carrier  string   `json:"carrier"`
	Service  string   `json:"service,omitzero"`
	RateCard string   `json:"rate_card,omitzero"` // the code of the card
	Currency Currency `json:"currency,omitzero"`
	Cost     int64    `json:"cost_minor,omitzero"` // minor units of Currency; 0: not known
}

// Take gives s the carrier of o: its mode, its price, and the day it arrives where s has none. The vessel of another mode is left out.
func (s *Shipment) Take(o CarriageOffer) {
	c := o.Card
	s.Carrier = ChosenCarrier{Carrier: c.Carrier, Service: c.Service, RateCard: c.Code, Currency: c.Currency, Cost: o.Cost.Minor}
	if t := &s.Transport; t.Mode != c.Mode {
		t.Mode, t.Vessel, t.Voyage = c.Mode, "", ""
	}
	if t := &s.Transport; t.Arrival == "" && t.Departure != "" && c.Days > 0 {
		t.Arrival = DateOf(t.Departure.Time().AddDate(0, 0, int(c.Days)))
	}
}

// compareOffers puts offers into their order.
func compareOffers(a, b CarriageOffer) int {
	rank := func(o CarriageOffer) int {
		switch {
		case !o.Priced:
			return 3
		case !o.Known:
			return 2
		case !o.Fits:
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Compared.Minor, b.Compared.Minor), strings.Compare(a.Card.Code, b.Card.Code))
}

// goes reports whether c is for the way of goods.
func (c RateCard) goes(g Carried) bool {
	names := slices.Concat(g.Places, []string{string(g.To), g.To.Name("en"), g.To.Name("zh")})
	region := slices.Contains(Regions(), strings.ToLower(c.To))
	if region && g.To != "" && !g.To.In(c.To) {
		return false
	}
	return (region || oneOfPlaces(c.To, names)) && oneOfPlaces(c.From, g.From)
}

// oneOfPlaces reports whether a card's place is one of names; it is when either isn't known. "Hamburg" and "Hamburg, Germany" are one.
func oneOfPlaces(place string, names []string) bool {
	place, known := strings.ToLower(strings.TrimSpace(place)), false
	for _, n := range names {
		n = strings.ToLower(strings.TrimSpace(n))
		if n == "" {
			continue
		}
		known = true
		town, _, _ := strings.Cut(n, ",")
		if mine, _, _ := strings.Cut(place, ","); mine == town || place == n {
			return true
		}
	}
	return place == "" || !known
}

// Carried returns the goods of s that are to be carried: those of its shipment, else what the order has left to ship, on day unless its departure is
// known. Cartons are the shipment's own where they were entered, else the products' packing.
func (s Source) Carried(others []Shipment, day Date) Carried {
	o, t := s.Order, s.Order.Transport
	lines := o.Remainder(others)
	if s.Shipment != nil {
		t, lines = s.Shipment.Transport, s.Shipment.Lines
	}
	g := Carried{
		From: []string{t.PortOfLoading, string(o.ExportCountry), o.ExportCountry.Name("en")}, To: s.Destination(),
		Places: []string{t.PortOfDischarge, t.PlaceOfDelivery, o.Incoterm.Place}, Day: max(cmp.Or(t.Departure, day), day),
		Value: Money{0, o.Currency},
	}
	goods := make([]OrderLine, 0, len(lines))
	value := decimal.Zero
	for _, l := range lines {
		if i := l.Line - 1; i >= 0 && i < len(o.Lines) {
			line := o.Lines[i]
			line.Quantity = l.Quantity
			goods = append(goods, line)
			value = value.Add(line.Price.Decimal().Mul(l.Quantity.Decimal()))
		}
	}
	if m, err := RoundMoney(value, o.Currency); err == nil {
		g.Value = m
	}
	var ranges []CartonRange
	if s.Shipment != nil {
		ranges = s.Shipment.Cartons
	}
	if len(ranges) == 0 {
		ranges, g.Unpacked = s.packed(goods)
	}
	runs := make([]LoadRun, len(ranges))
	for i, r := range ranges {
		runs[i] = LoadRun{Count: r.Count(), Box: r.Box, Gross: r.Gross}
	}
	g.Load = LoadOf(runs)
	return g
}

// packed packs goods as their articles are, and names those of which that isn't known.
func (s Source) packed(goods []OrderLine) (ranges []CartonRange, unpacked []string) {
	ranges, without := CartonLines(goods, func(id int64) (Product, bool) { p, ok := s.Products[id]; return p, ok })
	for _, n := range without {
		if l := goods[n-1]; l.Role.Travels() {
			unpacked = append(unpacked, l.SKU)
		}
	}
	return ranges, unpacked
}
