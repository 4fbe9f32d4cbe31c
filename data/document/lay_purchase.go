package document

import (
	"strings"

	"tradewind/data"
)

// purchaseHead returns the boxes above the goods of a purchase order: who orders and the numbers, the supplier and the
// terms. What isn't known is left out: a supplier takes a label without a value for something to fill in.
func (l layout) purchaseHead() [][]Box {
	p := l.p
	var numbers, terms list
	numbers.must(l.numberLabel(), numbered(p))
	numbers.must(l.say("document.date"), l.date(p.Date))
	numbers.add(l.say("document.supplier_order_no"), p.SupplierRef)
	terms.add(l.say("document.delivery_date"), l.date(p.Required))
	terms.add(l.say("document.place_of_delivery"), l.deliverTo())
	terms.add(l.say("document.incoterm"), termLine(p.Incoterm))
	terms.add(l.say("document.payment_terms"), l.paymentTerms())
	terms.must(l.say("document.currency"), string(p.Currency))
	return [][]Box{
		{l.partyBox(l.say("document.buyer"), p.Buyer, false), {Caption: l.say("document.numbers"), Facts: numbers}},
		{l.partyBox(l.say("document.supplier"), p.Seller, false), {Caption: l.say("document.terms"), Facts: terms}},
	}
}

// deliverTo says where the goods go: the place that was typed, else the warehouse's name in the reader's language, else, where
// no delivery term names a place either, the buyer's own warehouse.
func (l layout) deliverTo() string {
	p := l.p
	switch {
	case len(p.DeliverTo) > 0:
		return l.beside(func(w Words) string { return p.DeliverTo.In(base(w.Lang)) })
	case p.Transport.PlaceOfDelivery == "" && p.Incoterm.Place == "":
		return l.say("document.buyers_warehouse")
	}
	return p.Transport.PlaceOfDelivery
}

// confirmation is where the supplier confirms a purchase order.
func (l layout) confirmation() Boxes {
	return l.signed(l.say("document.confirmation"), l.p.Seller, "document.confirmed_date", "document.authorised_signature", "document.stamp")
}

// signed is a box in which another party signs, with empty fields for it to fill in.
func (l layout) signed(caption string, by data.Party, fields ...string) Boxes {
	var f list
	for _, key := range fields {
		f.must(l.say(key), "")
	}
	name := l.beside(func(w Words) string { return nameFor(by, w) })
	return Boxes{Rows: [][]Box{{{Caption: caption, Strong: []string{name}, Lines: []string{" ", " "}, Facts: f}}}}
}

// issuer is the firm that gives the paper away: the seller, of a purchase order the buyer.
func (p Paper) issuer() data.Party {
	if p.Kind == data.PurchaseKind {
		return p.Buyer
	}
	return p.Seller
}

// lineDate says when goods should come whose day isn't the order's.
func (l layout) lineDate(line Line) string {
	return strings.TrimSpace(l.say("document.delivery_date") + " " + l.date(line.Promise))
}
