package document

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tradewind/data"
)

// ErrUnknownKind reports a kind of document that this package can't build.
var ErrUnknownKind = errors.New("unknown kind of document")

// BuildOptions is what a paper needs beside the records.
type BuildOptions struct {
	Number      string    // the issued number; "" takes the shipment's, else the order's
	Revision    int       // of the issued document
	Draft       bool      // it isn't issued
	Date        data.Date // of the document; "" takes the shipment's, else the order's
	InvoiceNo   string    // on a packing list: the invoice the goods are on
	InvoiceDate data.Date
}

// Kinds returns the kinds of document that [Build] makes of an order, an order's own data last. Of a source with a credit note it
// makes that too.
func Kinds() []data.Kind {
	return []data.Kind{data.Quotation, data.Proforma, data.Contract, data.Confirmation, data.CommercialInvoice, data.SampleInvoice, data.PackingList, data.OrderKind}
}

// Build picks and totals the facts of a paper: of the whole order, or of just the source's shipment. What is missing
// leaves its field empty and is named by a warning; [Paper.Missing] has those that keep a paper from being issued. It
// returns [ErrUnknownKind], or [data.ErrTooLarge] when the sums don't fit.
func Build(src data.Source, kind data.Kind, o BuildOptions) (Paper, data.Problems, error) {
	if kind == data.CreditNoteKind {
		return buildCredit(src, o)
	}
	if !slices.Contains(Kinds(), kind) {
		return Paper{}, nil, fmt.Errorf("%w: %q", ErrUnknownKind, kind)
	}
	if kind == data.SampleInvoice {
		src.Order = src.Order.ForCustoms()
		if src.Shipment != nil {
			sh := src.Shipment.ForCustoms()
			src.Shipment = &sh
		}
	}
	b := builder{src: src, kind: kind, ship: src.Shipment}
	p := b.heading(o)
	b.parties(&p)
	b.route(&p)
	sent := b.goods(&p)
	b.pack(&p, sent)
	if p.Priced() {
		if err := b.sums(&p, sent); err != nil {
			return Paper{}, nil, err
		}
		b.terms(&p)
		if kind != data.SampleInvoice { // nobody pays by it
			b.payment(&p)
		}
	}
	b.contract(&p)
	b.foot(&p)
	b.revised(&p)
	return p, append(p.Missing(), b.warnings(p)...), nil
}

// builder holds what the steps of one Build share.
type builder struct {
	src  data.Source
	kind data.Kind
	ship *data.Shipment
}

func (b builder) heading(o BuildOptions) Paper {
	order := b.src.Order
	p := Paper{
		Kind: b.kind, Number: cmp.Or(o.Number, order.No), Revision: o.Revision, Draft: o.Draft,
		Date: cmp.Or(o.Date, order.Date), OrderNo: b.orderNos(), OrderDate: order.Date, Place: b.src.Company.PlaceOfIssue,
		BuyerOrderNo: order.BuyerOrderNo, BuyerOrderDate: order.BuyerOrderDate,
		ContractNo: order.ContractNo, ContractDate: order.ContractDate,
		Credit: order.Credit, References: order.References,
		Notes: oneText(order.Notes),
	}
	if len(b.src.Orders) > 1 {
		p.OrderDate = ""
	}
	if b.ship != nil {
		p.ShipmentNo = b.ship.No
		p.Number, p.Date = cmp.Or(o.Number, b.ship.No, order.No), cmp.Or(o.Date, b.ship.Date, order.Date)
	}
	switch b.kind {
	case data.PackingList:
		p.InvoiceNo, p.InvoiceDate = o.InvoiceNo, o.InvoiceDate
	case data.OrderKind:
		p.Status, p.Customer = order.Status, order.Customer
	}
	return p
}

// orderNos are the numbers of the orders whose goods the paper shows.
func (b builder) orderNos() string {
	if len(b.src.Orders) < 2 {
		return b.src.Order.No
	}
	nos := make([]string, len(b.src.Orders))
	for i, o := range b.src.Orders {
		nos[i] = o.No
	}
	return strings.Join(nos, ", ")
}

func (b builder) parties(p *Paper) {
	order, company := b.src.Order, b.src.Company
	p.Seller, p.Buyer = company.Party, b.src.Customer.Party
	if order.Consignee != p.Buyer {
		p.Consignee = order.Consignee
	}
	if order.BillTo != p.Buyer && p.Priced() && b.kind != data.Quotation {
		p.BillTo = order.BillTo
	}
	p.Notify = order.Notify
	if order.Manufacturer != p.Seller {
		p.Manufacturer = order.Manufacturer
	}
	// The country of export and that of acquisition are the seller's unless the order says otherwise.
	p.ExportCountry = cmp.Or(order.ExportCountry, company.Address.Country)
	p.Acquisition = cmp.Or(order.Acquisition, company.Address.Country)
	p.Destination = cmp.Or(order.Destination, order.Consignee.Address.Country, p.Buyer.Address.Country)
}

// route takes transport, marks and containers: what the shipment doesn't say is as the order planned it.
func (b builder) route(p *Paper) {
	order := b.src.Order
	p.Transport = order.Transport
	marks := cmp.Or(order.Marks, b.src.Customer.Marks)
	if b.ship != nil {
		p.Transport = merged(b.ship.Transport, order.Transport)
		p.Containers, p.Pallets = b.ship.Containers, b.ship.Pallets
		marks = cmp.Or(b.ship.Marks, marks)
	}
	p.Marks = []string{"N/M"}
	if strings.TrimSpace(marks) != "" {
		p.Marks = strings.Split(strings.TrimRight(strings.ReplaceAll(marks, "\r\n", "\n"), "\n"), "\n")
	}
}

// merged returns t with what it doesn't say taken from plan.
func merged(t, plan data.Transport) data.Transport {
	return data.Transport{
		Mode: cmp.Or(t.Mode, plan.Mode), Vessel: cmp.Or(t.Vessel, plan.Vessel), Voyage: cmp.Or(t.Voyage, plan.Voyage),
		TransportDocNo: cmp.Or(t.TransportDocNo, plan.TransportDocNo), TransportDoc: cmp.Or(t.TransportDoc, plan.TransportDoc),
		Departure: cmp.Or(t.Departure, plan.Departure), PortOfLoading: cmp.Or(t.PortOfLoading, plan.PortOfLoading),
		PortOfDischarge: cmp.Or(t.PortOfDischarge, plan.PortOfDischarge),
		PlaceOfDelivery: cmp.Or(t.PlaceOfDelivery, plan.PlaceOfDelivery),
		Transhipment:    cmp.Or(t.Transhipment, plan.Transhipment),
	}
}

// terms takes what a priced paper says of delivery and payment.
func (b builder) terms(p *Paper) {
	order := b.src.Order
	p.Incoterm = order.Incoterm
	if !p.Incoterm.IsZero() {
		p.Incoterm.Edition = cmp.Or(p.Incoterm.Edition, "2020")
	}
	p.PaymentTerms = cmp.Or(order.PaymentTerms, b.src.Customer.PaymentTerms)
	p.DueDate = order.DueDate
	if b.kind != data.CommercialInvoice { // an invoice bills what was sent, so it promises nothing
		p.LeadTime, p.Required, p.LastShipment = order.LeadTime, order.RequiredDate, order.LastShipment
	}
	if b.kind == data.Quotation || b.kind == data.Proforma || b.kind == data.OrderKind { // what was confirmed doesn't run out
		p.ValidUntil, p.RateNote = order.ValidUntil, order.RateNote
	}
	if b.kind == data.Quotation {
		p.SampleTerms = order.SampleTerms
	}
	if b.kind == data.SampleInvoice {
		p.PaymentTerms, p.DueDate, p.LeadTime, p.Required, p.LastShipment = "", "", "", "", ""
	}
	if b.kind != data.Quotation && b.kind != data.SampleInvoice {
		p.Bank, _ = b.src.Company.AccountOf(b.src.Customer, p.Currency)
	}
}

// foot takes what stands below the goods.
func (b builder) foot(p *Paper) {
	company := b.src.Company
	p.Declaration = company.Declarations[string(b.kind)]
	if b.kind == data.CommercialInvoice || b.kind == data.OrderKind {
		p.Statements = oneText(b.src.Order.Declarations)
	}
	p.Signatory, p.Title = company.SignatoryName, company.SignatoryTitle
	head := company.HeadOf(b.src.Customer)
	p.Logo, p.Letterhead = head.Picture, head.Lines()
	if !p.Draft { // what can still change isn't signed
		p.Stamp, p.Signature = company.Stamp, company.Signature
	}
	p.WordsStyle = company.WordsStyle
}

// oneText is a text that was written once, for every reader.
func oneText(s string) data.Texts {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return data.Texts{"en": s}
}
