package document

import (
	"strings"

	"tradewind/data"
)

// head returns the boxes above the goods in the order of STANDARDS 2.2: seller and numbers, consignee and buyer, notify
// party and countries, transport and terms, marks and packages.
func (l layout) head() [][]Box {
	if l.p.Kind == data.PurchaseKind {
		return l.purchaseHead()
	}
	boxes := []Box{l.partyBox(l.say("document.seller"), l.p.Seller, true), l.numbersBox()}
	buyer := l.say("document.buyer")
	if l.p.Kind == data.PackingList && l.p.Consignee.IsZero() {
		buyer = l.say("document.consignee")
	}
	others := []struct {
		caption string
		party   data.Party
	}{
		{l.say("document.consignee"), l.p.Consignee},
		{buyer, l.p.Buyer},
		{l.say("document.bill_to"), l.p.BillTo},
		{l.say("document.notify"), l.p.Notify},
		{l.say("document.manufacturer"), l.p.Manufacturer},
	}
	for i, one := range others {
		if i == 1 || !one.party.IsZero() { // the buyer's box stays when empty
			boxes = append(boxes, l.partyBox(one.caption, one.party, false))
		}
	}
	countries, transport, terms := l.countriesBox(), l.transportBox(), l.termsBox()
	tail := kept(countries, transport, terms)
	if (len(boxes)+len(tail))%2 == 1 && len(countries.Facts) > 0 {
		// An odd box would leave half a row empty, so the countries join the box beside or after theirs.
		into := &terms
		if len(terms.Facts) == 0 {
			into = &transport
		}
		into.Facts = append(append([]Fact{}, countries.Facts...), into.Facts...)
		if into.Caption == "" {
			into.Caption = countries.Caption
		}
		tail = kept(transport, terms)
	}
	rows := paired(append(boxes, tail...))
	if !l.p.packs() {
		return rows
	}
	return append(rows, []Box{l.marksBox(), l.goodsBox()})
}

// kept leaves out boxes without content.
func kept(boxes ...Box) []Box {
	var full []Box
	for _, b := range boxes {
		if len(b.Facts)+len(b.Lines)+len(b.Strong) > 0 {
			full = append(full, b)
		}
	}
	return full
}

// paired puts boxes two to a row.
func paired(boxes []Box) [][]Box {
	var rows [][]Box
	for len(boxes) > 1 {
		rows, boxes = append(rows, boxes[:2:2]), boxes[2:]
	}
	if len(boxes) == 1 {
		rows = append(rows, boxes)
	}
	return rows
}

// numbersBox holds the paper's own number and those of the papers it belongs to.
func (l layout) numbersBox() Box {
	p, f := l.p, list{}
	f.must(l.numberLabel(), numbered(p))
	f.must(l.say("document.date"), l.date(p.Date))
	if p.Kind == data.PackingList || p.Kind == data.CreditNoteKind {
		f.must(l.say("document.no.invoice"), p.InvoiceNo)
		f.must(l.say("document.invoice_date"), l.date(p.InvoiceDate))
	}
	if p.OrderNo != p.Number {
		f.add(l.say("document.no.order"), p.OrderNo)
	}
	if p.ShipmentNo != p.Number {
		f.add(l.say("document.no.shipment"), p.ShipmentNo)
	}
	f.add(l.say("document.contract_no"), dated(p.ContractNo, l.date(p.ContractDate)))
	f.add(l.say("document.buyer_order_no"), dated(p.BuyerOrderNo, l.date(p.BuyerOrderDate)))
	f.add(l.say("document.credit_no"), dated(p.Credit.No, l.date(p.Credit.Date)))
	f.add(l.say("document.credit_bank"), p.Credit.Bank)
	for _, r := range p.References {
		f.add(r.Name, r.Text)
	}
	if p.Kind == data.Quotation || p.Kind == data.Proforma {
		f.must(l.say("document.valid_until"), l.date(p.ValidUntil))
	}
	return Box{Caption: l.say("document.numbers"), Facts: f}
}

// dated puts a date behind a number: "PO-77, 3 Nov 2026".
func dated(no, date string) string {
	if no == "" || date == "" {
		return no + date
	}
	return no + ", " + date
}

func (l layout) countriesBox() Box {
	p, f := l.p, list{}
	var origins []string
	for _, c := range p.Origins {
		origins = append(origins, l.country(c))
	}
	f.add(l.say("document.origin_country"), strings.Join(origins, ", "))
	if p.Kind != data.Quotation {
		f.add(l.say("document.export_country"), l.country(p.ExportCountry))
		f.add(l.say("document.acquisition_country"), l.country(p.Acquisition))
		f.add(l.say("document.destination_country"), l.country(p.Destination))
	}
	return Box{Caption: l.say("document.countries"), Facts: f}
}

func (l layout) transportBox() Box {
	t, f := l.p.Transport, list{}
	f.add(l.say("document.mode"), l.mode(t.Mode))
	f.add(l.means(t.Mode), dated(t.Vessel, t.Voyage))
	f.add(l.say("document.transport_doc"), dated(t.TransportDocNo, l.date(t.TransportDoc)))
	f.add(l.say("document.departure"), l.date(t.Departure))
	if l.p.Kind == data.CommercialInvoice || l.p.Kind == data.Proforma {
		f.must(l.say("document.port_of_loading"), t.PortOfLoading)
		f.must(l.say("document.port_of_discharge"), t.PortOfDischarge)
	} else {
		f.add(l.say("document.port_of_loading"), t.PortOfLoading)
		f.add(l.say("document.port_of_discharge"), t.PortOfDischarge)
	}
	f.add(l.say("document.place_of_delivery"), t.PlaceOfDelivery)
	f.add(l.say("document.transhipment"), l.country(t.Transhipment))
	return Box{Caption: l.say("document.transport"), Facts: f}
}

func (l layout) mode(m data.Mode) string {
	switch m {
	case data.Sea:
		return l.say("document.mode.sea")
	case data.Air:
		return l.say("document.mode.air")
	case data.Road:
		return l.say("document.mode.road")
	case data.Rail:
		return l.say("document.mode.rail")
	case data.Courier:
		return l.say("document.mode.courier")
	}
	return string(m)
}

// means is what the vehicle of a mode is called.
func (l layout) means(m data.Mode) string {
	switch m {
	case data.Sea, "":
		return l.say("document.vessel")
	case data.Air:
		return l.say("document.flight")
	}
	return l.say("document.means")
}

// termsBox says how goods are delivered and paid. A packing list has none.
func (l layout) termsBox() Box {
	p, f := l.p, list{}
	if !p.Priced() {
		return Box{}
	}
	if p.Kind == data.CreditNoteKind {
		f.must(l.say("document.currency"), string(p.Currency))
		return Box{Caption: l.say("document.currency"), Facts: f}
	}
	f.must(l.say("document.incoterm"), termLine(p.Incoterm))
	f.must(l.say("document.payment_terms"), l.paymentTerms())
	f.add(l.say("document.due_date"), l.date(p.DueDate))
	f.must(l.say("document.currency"), string(p.Currency))
	l.promises(&f)
	f.add(l.say("document.sample_terms"), p.SampleTerms)
	f.add(l.say("document.rate_note"), p.RateNote)
	return Box{Caption: l.say("document.terms"), Facts: f}
}

// promises are the dates a priced paper gives; a proforma must name the last shipment and a quotation the lead time.
func (l layout) promises(f *list) {
	p := l.p
	if p.Kind == data.Proforma {
		f.must(l.say("document.last_shipment"), l.date(p.LastShipment))
	} else {
		f.add(l.say("document.last_shipment"), l.date(p.LastShipment))
	}
	if p.Kind == data.Quotation {
		f.must(l.say("document.lead_time"), p.LeadTime)
	} else {
		f.add(l.say("document.lead_time"), p.LeadTime)
	}
	f.add(l.say("document.required_date"), l.date(p.Required))
}

// termLine writes a delivery term with its source, as letters of credit quote it: "CIF HAMBURG, GERMANY INCOTERMS 2020".
// The place is printed as it was given: a country is never guessed.
func termLine(t data.Incoterm) string {
	if t.IsZero() {
		return ""
	}
	return strings.Join(strings.Fields(strings.ToUpper(t.Rule+" "+t.Place)+" INCOTERMS "+t.Edition), " ")
}

func (l layout) marksBox() Box {
	return Box{Caption: l.say("document.marks"), Lines: l.p.Marks}
}
