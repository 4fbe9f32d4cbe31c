package command

import (
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
)

// chooseCarrier gives a shipment the carrier of one of the cards that hold for it.
func (a *applying) chooseCarrier(f fields) (outcome, error) {
	var problems data.Problems
	number, card := required(f, "number", &problems), required(f, "card", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	sh, err := a.st.Shipments.Carry(a.ctx, number, card, data.DateOf(a.Now()))
	if err != nil {
		return outcome{}, notFound("number", number, err)
	}
	return outcome{Kind: "shipment", Number: sh.No, Result: "changed"}, nil
}

// carriageShown is how goods may go, as JSON.
type carriageShown struct {
	OrderNo    string            `json:"order_no"`
	ShipmentNo string            `json:"shipment_no,omitempty"`
	Rule       *data.ChannelRule `json:"rule,omitempty"`
	Goods      goodsShown        `json:"goods"`
	Offers     []offerShown      `json:"offers"`
}

type goodsShown struct {
	Cartons  int64         `json:"cartons"`
	Volume   string        `json:"volume_m3"`
	Gross    string        `json:"gross_kg"`
	Value    string        `json:"value"`
	Currency data.Currency `json:"currency"`
	Day      data.Date     `json:"departure"`
	Unpacked []string      `json:"unpacked,omitempty"`
}

type offerShown struct {
	Card     string        `json:"card"`
	Carrier  string        `json:"carrier"`
	Service  string        `json:"service,omitempty"`
	Mode     data.Mode     `json:"mode"`
	Cost     string        `json:"cost,omitempty"`
	Currency data.Currency `json:"currency"`
	Compared string        `json:"compared,omitempty"` // in the currency of the goods' value
	Arrival  data.Date     `json:"arrival,omitempty"`
	Proposed bool          `json:"proposed,omitempty"`
	Steps    []data.Step   `json:"steps"`
}

// carriage reads how the goods of a shipment or order may go.
func (s *session) carriage(st *store.Store, number string) (store.Carriage, error) {
	return st.Shipments.Carriage(s.ctx, number, data.DateOf(s.Now()))
}

func (s *session) carriageRecord(st *store.Store, number string) (any, error) {
	c, err := s.carriage(st, number)
	if err != nil {
		return nil, err
	}
	g := c.Goods
	shown := carriageShown{
		OrderNo: c.Order.No, Rule: c.Rule, Offers: []offerShown{},
		Goods: goodsShown{g.Load.Count(), g.Load.Volume.String(), g.Load.Gross.String(), g.Value.String(), g.Value.Currency, g.Day, g.Unpacked},
	}
	if c.Shipment != nil {
		shown.ShipmentNo = c.Shipment.No
	}
	for _, o := range c.Offers {
		one := offerShown{
			Card: o.Card.Code, Carrier: o.Card.Carrier, Service: o.Card.Service, Mode: o.Card.Mode, Currency: o.Card.Currency, Arrival: o.Arrival,
			Proposed: o.Proposed, Steps: o.Steps,
		}
		one.Cost, one.Compared = o.Figures()
		shown.Offers = append(shown.Offers, one)
	}
	return shown, nil
}

func (s *session) carriagePage(st *store.Store, number string) (*page, error) {
	c, err := s.carriage(st, number)
	if err != nil {
		return nil, err
	}
	g := c.Goods
	p := &page{title: s.t("carriage.title", "No", number)}
	p.add(s.t("carriage.goods"), s.t("carriage.load", g.Pairs()...))
	said := s.t("carriage.rule.none")
	if c.Rule != nil {
		said = s.t("carriage.rule", "Name", c.Rule.Name.In(s.words.Lang()), "Mode", s.t("order.mode."+string(c.Rule.Mode)))
	}
	p.add(s.t("carriage.way"), said)
	if len(g.Unpacked) > 0 {
		p.add(s.t("carriage.without"), strings.Join(g.Unpacked, ", "))
	}
	t := newTable(s.t("carriage.card"), s.t("carriage.carrier"), s.t("carriage.mode"), s.t("carriage.cost"), s.t("carriage.cost")+" "+string(g.Value.Currency),
		s.t("carriage.arrival"), s.t("carriage.state"))
	t.right = []int{3, 4}
	for _, o := range c.Offers {
		cost, compared := o.Figures()
		if cost != "" {
			cost += " " + string(o.Card.Currency)
		}
		state := ""
		switch {
		case !o.Priced:
			state = s.t("carriage.no_price")
		case !o.Known:
			state = s.t("carriage.no_rate", "Currency", o.Card.Currency)
		case o.Proposed:
			state = s.t("carriage.proposed")
		}
		t.add(o, o.Card.Code, o.Card.Name(), s.t("order.mode."+string(o.Card.Mode)), cost, compared, s.words.Date(string(o.Arrival)), state)
	}
	p.parts = append(p.parts, part{title: s.t("carriage.offers") + " (" + strconv.Itoa(len(c.Offers)) + ")", table: t})
	return p, nil
}
