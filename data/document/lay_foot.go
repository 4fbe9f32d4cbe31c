package document

import (
	"strings"

	"tradewind/data"
)

// priceFoot is what stands below the sums of a priced paper: the amount in words, the FOB value where the term covers
// freight, and where to pay.
func (l layout) priceFoot() []Block {
	var blocks []Block
	blocks = append(blocks, Text{Heading: l.say("document.amount_in_words"), Text: strings.Join(l.inWords(), "\n")})
	if l.p.Totals.FOB.Currency != "" {
		fob := l.p.Totals.FOB.Decimal()
		blocks = append(blocks, Facts{Facts: []Fact{{Label: l.say("document.fob_value"), Text: l.money(l.p.Totals.FOB), Number: &fob}}})
	}
	if len(l.p.Instalments) > 0 {
		blocks = append(blocks, Facts{Heading: l.say("document.instalments"), Facts: l.instalments()})
	}
	if l.p.Kind == data.Proforma || l.p.Bank.Account != "" {
		blocks = append(blocks, Facts{Heading: l.say("document.bank"), Facts: l.bank()})
	}
	return blocks
}

func (l layout) inWords() []string {
	return l.each(func(w Words) string { return w.InWords(l.p.Totals.Total, l.p.WordsStyle) })
}

func (l layout) instalments() []Fact {
	facts := make([]Fact, len(l.p.Instalments))
	for i, part := range l.p.Instalments {
		amount := part.Amount.Decimal()
		facts[i] = Fact{Label: l.instalment(i), Text: l.money(part.Amount), Number: &amount}
	}
	return facts
}

// bank says where to pay. The account is that of the paper's currency.
func (l layout) bank() []Fact {
	b, f := l.p.Bank, list{}
	f.must(l.say("document.beneficiary"), b.Beneficiary)
	f.must(l.say("document.bank_name"), b.Bank)
	f.add(l.say("document.bank_address"), b.BankAddress)
	f.must(l.say("document.account"), b.Account)
	f.must(l.say("document.swift"), b.SWIFT)
	f.add(l.say("document.bank_note"), b.Note)
	return f
}

// statements are the declarations and notes, each language on its own line.
func (l layout) statements() []Block {
	var blocks []Block
	if texts := append(l.texts(l.p.Declaration), l.texts(l.p.Statements)...); len(texts) > 0 {
		blocks = append(blocks, Text{Heading: l.say("document.declaration"), Text: strings.Join(texts, "\n")})
	}
	if texts := l.texts(l.p.Notes); len(texts) > 0 {
		blocks = append(blocks, Text{Heading: l.say("document.notes"), Text: strings.Join(texts, "\n")})
	}
	return blocks
}

// signature is the place to sign, with the pictures of stamp and signature where the company has them.
func (l layout) signature() Signature {
	p := l.p
	var place list
	place.add("", p.Place)
	place.add("", l.date(p.Date))
	var parts []string
	for _, f := range place {
		parts = append(parts, f.Text)
	}
	return Signature{
		For:  l.say("document.for_and_on_behalf") + " " + l.beside(func(w Words) string { return nameFor(p.issuer(), w) }),
		Name: p.Signatory, Title: p.Title, PlaceDate: strings.Join(parts, ", "),
		Labels: [2]string{l.say("document.authorised_signature"), l.say("document.stamp")},
		Stamp:  l.pictures[p.Stamp], Picture: l.pictures[p.Signature],
	}
}
