package document

import (
	"strings"

	"tradewind/data"
)

// Lay puts a paper into the words of one language, or of two side by side: captions as "Quantity 数量", goods in the
// first language with the second below, amounts in words in both. Figures and dates follow the first language. Boxes
// stand in the order of the UN layout key (STANDARDS 2); what has no value is left out, except the fields a reader must
// find. Pictures are looked up by hash; one that isn't there is left out.
func Lay(p Paper, pictures map[data.Hash][]byte, words ...Words) Page {
	l := layout{p: p, pictures: pictures, speech: newSpeech(words)}
	page := Page{
		Title: l.title(), Subtitle: l.subtitle(), Number: numbered(p),
		PageOf: l.pageOf(), Language: words[0].Lang, Author: nameFor(p.issuer(), words[0]), Date: p.Date,
		Head: p.Letterhead, Logo: pictures[p.Logo], Figure: words[0].Number,
	}
	if p.Voided != "" {
		page.Mark = words[0].T("document.void")
	}
	page.Running = []Fact{{Label: l.numberLabel(), Text: page.Number}, {Label: l.say("document.date"), Text: l.date(p.Date)}}
	if (p.Kind == data.PackingList || p.Kind == data.CreditNoteKind) && p.InvoiceNo != "" {
		page.Running = append(page.Running, Fact{Label: l.say("document.no.invoice"), Text: p.InvoiceNo})
	}
	page.Blocks = append(page.Blocks, Boxes{Rows: l.head()})
	if p.Kind == data.PackingList {
		page.Blocks = append(page.Blocks, l.packingGrid())
		page.Blocks = append(page.Blocks, l.packingFoot()...)
	} else {
		page.Carried, page.Brought = l.say("document.carried"), l.say("document.brought")
		page.Blocks = append(page.Blocks, l.priceGrid())
		page.Blocks = append(page.Blocks, l.offers()...)
		page.Blocks = append(page.Blocks, l.priceFoot()...)
	}
	page.Blocks = append(page.Blocks, l.revised()...)
	page.Blocks = append(page.Blocks, l.statements()...)
	if p.Kind == data.PurchaseKind {
		page.Blocks = append(page.Blocks, l.confirmation())
	}
	page.Blocks = append(page.Blocks, l.clauses()...)
	page.Blocks = append(page.Blocks, l.signature())
	if p.Kind == data.Contract {
		page.Blocks = append(page.Blocks, l.buyerSigns())
	}
	return page
}

// layout lays one paper in the languages of its speech.
type layout struct {
	*speech
	p        Paper
	pictures map[data.Hash][]byte
}

func (l layout) title() string {
	switch l.p.Kind {
	case data.Quotation:
		return l.say("document.title.quotation")
	case data.Proforma:
		return l.say("document.title.proforma")
	case data.PackingList:
		return l.say("document.title.packing_list")
	case data.Confirmation:
		return l.say("document.title.confirmation")
	case data.Contract:
		return l.say("document.title.contract")
	case data.SampleInvoice:
		return l.say("document.title.sample_invoice")
	case data.CreditNoteKind:
		return l.say("document.title.credit_note")
	case data.OrderKind:
		return l.say("document.title.order")
	case data.PurchaseKind:
		return l.say("document.title.purchase")
	}
	return l.say("document.title.commercial_invoice")
}

// subtitle says what the paper is not: a proforma is no invoice, a draft wasn't issued, a void paper isn't valid. A paper under a letter of
// credit says that it is an original (UCP 600 art. 17).
func (l layout) subtitle() string {
	var parts []string
	switch l.p.Kind {
	case data.Proforma:
		parts = append(parts, l.say("document.subtitle.proforma"))
	case data.SampleInvoice:
		parts = append(parts, l.say("document.subtitle.sample_invoice"))
	}
	switch {
	case l.p.Voided != "":
		parts = append(parts, l.words[0].T("document.void"), l.p.Voided)
	case l.p.Draft:
		parts = append(parts, l.say("document.draft"))
	case l.p.Credit.No != "" && (l.p.Kind == data.CommercialInvoice || l.p.Kind == data.PackingList):
		parts = append(parts, l.say("document.original"))
	}
	return strings.Join(parts, " · ")
}

// numbered returns the number with its revision: "CI-2026-0001 R1".
func numbered(p Paper) string { return data.NumberedAs(p.Number, p.Revision) }

func (l layout) numberLabel() string {
	switch l.p.Kind {
	case data.Quotation:
		return l.say("document.no.quotation")
	case data.Proforma:
		return l.say("document.no.proforma")
	case data.PackingList:
		return l.say("document.no.packing_list")
	case data.Confirmation:
		return l.say("document.no.confirmation")
	case data.Contract:
		return l.say("document.contract_no")
	case data.CreditNoteKind:
		return l.say("document.no.credit_note")
	case data.OrderKind:
		return l.say("document.no.order")
	case data.PurchaseKind:
		return l.say("document.no.purchase")
	}
	return l.say("document.no.invoice")
}

func (l layout) pageOf() string {
	return strings.Join(l.each(func(w Words) string { return w.T("document.page_of") }), " · ")
}
