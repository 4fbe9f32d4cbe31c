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
	Card     RateCard
	Priced   bool   // false: the last step says why not
	Cost     Money  // in the card's currency
	Compared Money  // in the currency offers are compared in
	Known    bool   // whether Compared is
	Arrival  Date   // by the card's days
	Fits     bool   // the rule proposes this kind of card
	Proposed bool   // the cheapest of those
	Steps    []Step // the arithmetic of Cost
}

// CarriageChoice is how goods may go: what a rule proposes, and what the cards cost.
type CarriageChoice struct {
	Rule   *ChannelRule    // nil: none fits
	Offers []CarriageOffer // those that fit the rule first, the cheapest first; those without a price last
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
		choice.Offers[0].Proposed = choice.Offers[0].rank() == 0
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
	o.Arrival = card.arrival(g.Day)
	return o
}

// arrival is when goods that leave on a day arrive; "" when c doesn't say how long it takes, or there is no day.
func (c RateCard) arrival(day Date) Date {
	if c.Days == 0 || day == "" {
		return ""
	}
	return DateOf(day.Time().AddDate(0, 0, int(c.Days)))
}

// Figures returns what o costs, in the card's currency and in the one offers are compared in; "" where that isn't known.
func (o CarriageOffer) Figures() (cost, compared string) {
	if o.Priced {
		cost = o.Cost.String()
	}
	if o.Known {
		compared = o.Compared.String()
	}
	return cost, compared
}

// Pairs are the figures of g as the catalogs take them: names and figures in turn.
func (g Carried) Pairs() []any {
	return []any{
		"Cartons", g.Load.Count(), "Volume", g.Load.Volume.StringFixed(3), "Gross", g.Load.Gross.String(), "Value", g.Value.String(), "Currency", g.Value.Currency,
	}
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
	t := &s.Transport
	if t.Mode != c.Mode {
		t.Mode, t.Vessel, t.Voyage = c.Mode, "", ""
	}
	t.Arrival = cmp.Or(t.Arrival, c.arrival(t.Departure))
}

// compareOffers puts offers into their order.
func compareOffers(a, b CarriageOffer) int {
	return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.Compared.Minor, b.Compared.Minor), strings.Compare(a.Card.Code, b.Card.Code))
}

// rank is 0 of what the rule proposes, then comes what else can be compared, what has a price, and what has none.
func (o CarriageOffer) rank() int {
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
// known. Cartons are the shipment's own where they were entered, else the products' packing. Goods are worth what their invoice bills for them.
func (s Source) Carried(others []Shipment, day Date) Carried {
	o, sh := s.Order, Shipment{Transport: s.Order.Transport, Lines: s.Order.Remainder(others)}
	if s.Shipment != nil {
		sh = *s.Shipment
	}
	t := sh.Transport
	g := Carried{
		From: []string{t.PortOfLoading, string(o.ExportCountry), o.ExportCountry.Name("en")}, To: s.Destination(),
		Places: []string{t.PortOfDischarge, t.PlaceOfDelivery, o.Incoterm.Place}, Day: max(t.Departure, day), Value: Money{0, o.Currency},
	}
	if value, err := o.goodsIn(sh); err == nil {
		if m, err := RoundMoney(value, o.Currency); err == nil {
			g.Value = m
		}
	}
	ranges := sh.Cartons
	if len(ranges) == 0 {
		var unpacked []int
		ranges, unpacked = sh.pack(o, func(id int64) (Product, bool) { p, ok := s.Products[id]; return p, ok })
		for _, n := range unpacked {
			g.Unpacked = append(g.Unpacked, o.Lines[n-1].SKU)
		}
	}
	runs := make([]LoadRun, len(ranges))
	for i, r := range ranges {
		runs[i] = LoadRun{Count: r.Count(), Box: r.Box, Gross: r.Gross}
	}
	g.Load = LoadOf(runs)
	return g
}
