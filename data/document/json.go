package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"tradewind/data"
)

// JSON writes the paper as data, in the words of DESIGN 4: decimals are texts with the decimals shown on paper, texts
// are in the first language given, and a packing list has no field for a price at all. A figure that isn't known is
// null; "incomplete" names the totals that leave such figures out.
func (p Paper) JSON(words ...Words) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(p.plain(newSpeech(words))); err != nil {
		return nil, fmt.Errorf("write %s as JSON: %w", p.Number, err)
	}
	return b.Bytes(), nil
}

// plain returns the JSON form.
func (p Paper) plain(s *speech) jsonPaper {
	j := jsonPaper{
		Kind: p.Kind, Number: p.Number, Revision: p.Revision, Draft: p.Draft, Voided: p.Voided, OrderNo: p.OrderNo, SupplierRef: p.SupplierRef, ShipmentNo: p.ShipmentNo,
		Status: string(p.Status), Customer: p.Customer, Date: p.Date, Place: p.Place, Language: s.language(),
		Letterhead: p.Letterhead, Seller: partyJSON(p.Seller), Buyer: partyJSON(p.Buyer),
		Consignee: optional(p.Consignee), BillTo: optional(p.BillTo), Notify: optional(p.Notify), Manufacturer: optional(p.Manufacturer),
		InvoiceNo: p.InvoiceNo, InvoiceDate: p.InvoiceDate, BuyerOrderNo: p.BuyerOrderNo, BuyerOrderDate: p.BuyerOrderDate,
		ContractNo: p.ContractNo, ContractDate: p.ContractDate, Credit: p.Credit, References: p.References,
		ExportCountry: p.ExportCountry, Acquisition: p.Acquisition, Destination: p.Destination,
		Transport: p.Transport, Marks: p.Marks, Containers: p.Containers, Pallets: p.Pallets,
		Lines: make([]jsonLine, 0, len(p.Lines)), Totals: p.totalsJSON(s),
		Declarations: append(s.texts(p.Declaration), s.texts(p.Statements)...),
		Notes:        strings.Join(s.texts(p.Notes), "\n"), Signatory: p.Signatory, SignatoryTitle: p.Title,
	}
	if p.Priced() {
		j.jsonTerms = p.termsJSON(s)
	}
	for _, l := range p.Lines {
		j.Lines = append(j.Lines, p.lineJSON(l, s))
	}
	for i, c := range p.Clauses {
		j.Clauses = append(j.Clauses, jsonClause{i + 1, c.Code, c.Title.In(base(s.first().Lang)), p.filled(c.Text, s.first())})
	}
	if p.Kind == data.PackingList {
		j.Packages = p.packagesJSON()
	}
	return j
}

func (p Paper) termsJSON(s *speech) *jsonTerms {
	t := &jsonTerms{
		Currency: p.Currency, Incoterm: p.Incoterm, PaymentTerms: p.PaymentTerms, DueDate: p.DueDate,
		ValidUntil: p.ValidUntil, LastShipment: p.LastShipment, Required: p.Required, LeadTime: p.LeadTime,
		SampleTerms: p.SampleTerms, RateNote: p.RateNote,
	}
	for _, c := range p.Charges {
		t.Charges = append(t.Charges, jsonCharge{c.Name, c.Amount.String()})
	}
	p.paymentJSON(t, s)
	if p.Bank != (data.BankAccount{}) {
		t.Bank = &p.Bank
	}
	return t
}

func partyJSON(p data.Party) jsonParty {
	j := jsonParty{
		Name: p.Name, Address: p.Address.Lines(), Country: p.Address.Country, TaxID: p.TaxID, ImportNo: p.ImportNo,
		Contact: p.Contact, Phone: p.Phone, Email: p.Email, LocalName: p.LocalName,
	}
	if len(p.LocalAddress.Lines()) > 0 {
		j.LocalAddress = localLines(p)
	}
	if j.Address == nil {
		j.Address = []string{}
	}
	return j
}

func optional(p data.Party) *jsonParty {
	if p.IsZero() {
		return nil
	}
	j := partyJSON(p)
	return &j
}

func (p Paper) lineJSON(l Line, s *speech) jsonLine {
	j := jsonLine{
		No: l.No, SKU: l.SKU, BuyerItem: l.BuyerItem, SupplierItem: l.SupplierItem, Description: l.Description.In(base(s.first().Lang)),
		Descriptions:  p.perLanguage(s, func(w Words) string { return l.Description.In(base(w.Lang)) }),
		Specification: l.Specification.In(base(s.first().Lang)), Details: l.Details, HSCode: l.HSCode, Origin: l.Origin,
		Quantity: l.Quantity.String(), Unit: l.Unit, PackageKind: l.PackageKind,
		Role: l.Role, Instead: l.AlternativeTo, PreSale: l.PreSale, Promise: l.Promise, Campaign: l.Campaign,
		Cartons: count(l.Cartons), Net: weight(l.Net), Gross: weight(l.Gross), Volume: volume(l.Volume),
	}
	if p.Priced() {
		j.jsonPrice = &jsonPrice{l.Price.Shown(p.Currency), l.Discount.String(), l.Amount.String(), ""}
		if l.Role == data.FreeSample {
			j.Customs = l.CustomsValue.String()
		}
	}
	if p.Kind == data.Quotation {
		j.jsonOffer = p.offerJSON(l)
	}
	return j
}

func (p Paper) offerJSON(l Line) *jsonOffer {
	o := &jsonOffer{
		MOQ: l.MOQ, LeadTime: l.LeadTime, PcsPerCarton: l.PcsPerCarton, Carton: lengths(l.Carton),
		CartonNet: l.CartonNet, CartonGross: l.CartonGross,
	}
	for _, step := range l.Ladder {
		o.Ladder = append(o.Ladder, jsonStep{step.From, step.Price.Shown(p.Currency)})
	}
	for _, c := range l.PiecesPer {
		if o.PiecesPer == nil {
			o.PiecesPer = map[string]string{}
		}
		o.PiecesPer[c.Type] = c.Pieces.String()
	}
	return o
}

// packagesJSON lists the runs of packages with what each holds.
func (p Paper) packagesJSON() []jsonPackage {
	var list []jsonPackage
	for _, r := range p.Packages {
		j := jsonPackage{
			From: r.From, To: r.To, Count: r.Count(), Kind: r.Kind, Contents: []jsonContent{},
			Net: weight(r.Net), Gross: weight(r.Gross), NetTotal: weight(grams(r.NetTotal())), GrossTotal: weight(grams(r.GrossTotal())),
			Size: lengths(r.Box), Volume: volume(r.Volume()),
		}
		for _, c := range r.Contents {
			content := jsonContent{Line: c.Line, Quantity: c.Quantity}
			if c.Line >= 1 && c.Line <= len(p.Lines) {
				content.SKU = p.Lines[c.Line-1].SKU
			}
			j.Contents = append(j.Contents, content)
		}
		list = append(list, j)
	}
	return list
}

func (p Paper) totalsJSON(s *speech) jsonTotals {
	t := p.Totals
	j := jsonTotals{
		Quantities: t.Quantities, Packages: t.Packages, Cartons: count(t.Cartons),
		Net: weight(t.Net), Gross: weight(t.Gross), Volume: volume(t.Volume), Incomplete: t.Incomplete,
	}
	if !p.Priced() {
		return j
	}
	inWords := func(w Words) string { return w.InWords(t.Total, p.WordsStyle) }
	j.jsonSums = &jsonSums{
		Goods: t.Goods.String(), Discount: t.Discount.String(), Freight: t.Freight.String(),
		Insurance: t.Insurance.String(), Charges: t.Charges.String(), Total: t.Total.String(),
		Words: inWords(s.first()), AllWords: p.perLanguage(s, inWords),
	}
	if p.DiscountPercent != 0 {
		j.Percent = p.DiscountPercent.String()
	}
	if t.FOB.Currency != "" {
		j.FOB = t.FOB.String()
	}
	return j
}

// perLanguage returns a text in each language of a paper of two, and nothing on a paper of one.
func (p Paper) perLanguage(s *speech, text func(Words) string) map[string]string {
	if len(s.words) < 2 {
		return nil
	}
	all := make(map[string]string, len(s.words))
	for _, w := range s.words {
		all[w.Lang] = text(w)
	}
	return all
}
