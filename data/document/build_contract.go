package document

import (
	"cmp"
	"strconv"
	"strings"

	"tradewind/data"
)

// Clause is a text of a sales contract as it was when the contract was made. It may name facts of the paper between double braces, which
// each language says in its own words.
type Clause struct {
	Code  string     `json:"code,omitzero"`
	Title data.Texts `json:"titles,omitempty"`
	Text  data.Texts `json:"texts"`
}

// contract takes the clauses of a sales contract, and names the contract on the papers that follow it: the number that was typed, else that
// of the contract issued last.
func (b builder) contract(p *Paper) {
	if b.kind != data.Contract {
		if p.ContractNo == "" && b.kind != data.Quotation && len(b.src.Orders) < 2 {
			p.ContractNo, p.ContractDate = b.contracted()
		}
		return
	}
	p.ContractNo, p.ContractDate = "", "" // it is the contract itself
	for _, c := range data.ClausesOf(b.src.Order, p.PaymentTerms, b.src.Clauses) {
		p.Clauses = append(p.Clauses, Clause{Code: c.Code, Title: c.Titles, Text: c.Text})
	}
}

// contracted is the number and date of the order's contract that was issued last and isn't void.
func (b builder) contracted() (no string, date data.Date) {
	for _, d := range b.src.Issued {
		if d.Kind == data.Contract && d.Voided == "" && (d.Date > date || d.Date == date && d.Number >= no) {
			no, date = d.Number, d.Date
		}
	}
	return no, date
}

// factFields are the fields of an order that a clause's facts come from.
var factFields = map[string]string{
	"seller": "company.name", "buyer": "customer.name", "incoterm": "incoterm", "place": "place", "port_of_loading": "transport.port_of_loading",
	"port_of_discharge": "transport.port_of_discharge", "shipment_time": "last_shipment", "payment_terms": "payment_terms", "currency": "currency",
}

// fact says a fact of the paper in one language, "" when it isn't known.
func (p Paper) fact(name string, w Words) string {
	switch name {
	case "seller":
		return nameFor(p.Seller, w)
	case "buyer":
		return nameFor(p.Buyer, w)
	case "incoterm":
		return termLine(p.Incoterm)
	case "place":
		return p.Incoterm.Place
	case "port_of_loading":
		return p.Transport.PortOfLoading
	case "port_of_discharge":
		return p.Transport.PortOfDischarge
	case "shipment_time":
		return p.shipmentTime(w)
	case "payment_terms":
		return p.saidTerms(w)
	case "currency":
		return string(p.Currency)
	case "total":
		return string(p.Currency) + " " + w.Number(p.Totals.Total.Decimal(), p.Currency.Decimals())
	case "order_no":
		return p.OrderNo
	}
	return ""
}

// shipmentTime says by when goods are shipped: the latest shipment, else the required date, else the lead time.
func (p Paper) shipmentTime(w Words) string {
	if day := cmp.Or(p.LastShipment, p.Required); day != "" {
		return w.T("document.not_later", "Date", w.Date(day))
	}
	return p.LeadTime
}

// missingInClauses asks for the facts that clauses name.
func (p Paper) missingInClauses(need func(field string, given bool)) {
	asked := map[string]bool{}
	for _, c := range p.Clauses {
		for _, lang := range []string{"en", "zh"} {
			for _, name := range data.FactsNamed(c.Text.In(lang)) {
				field := factFields[name]
				if field == "" || asked[field] {
					continue
				}
				asked[field] = true
				need(field, p.said(name))
			}
		}
	}
}

// said reports whether a fact is known, in whatever language.
func (p Paper) said(name string) bool {
	switch name {
	case "shipment_time":
		return p.LastShipment != "" || p.Required != "" || p.LeadTime != ""
	case "payment_terms":
		return p.PaymentTerms != ""
	case "port_of_loading":
		return p.Transport.PortOfLoading != ""
	case "port_of_discharge":
		return p.Transport.PortOfDischarge != ""
	}
	return true // asked of every paper that has prices
}

// clauses are the texts of a contract, numbered, each language below the other.
func (l layout) clauses() []Block {
	var blocks []Block
	for i, c := range l.p.Clauses {
		title := l.each(func(w Words) string { return c.Title.In(base(w.Lang)) })
		text := l.each(func(w Words) string { return l.p.filled(c.Text, w) })
		one := Text{Text: strings.Join(text, "\n")}
		one.Heading = strconv.Itoa(i+1) + ". " + strings.Join(title, " ")
		blocks = append(blocks, one)
	}
	return blocks
}

// filled says a clause in one language.
func (p Paper) filled(text data.Texts, w Words) string {
	return data.FillFacts(text.In(base(w.Lang)), func(name string) string { return p.fact(name, w) })
}

// buyerSigns is where the buyer signs a contract.
func (l layout) buyerSigns() Boxes {
	caption := l.say("document.for_and_on_behalf") + " (" + l.say("document.buyer") + ")"
	return l.signed(caption, l.p.Buyer, "document.authorised_signature", "document.stamp", "document.date")
}
