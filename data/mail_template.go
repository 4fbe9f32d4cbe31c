package data

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// MailPurpose says what a mail to a buyer is about.
type MailPurpose string

// The purposes that mails have texts for.
const (
	MailQuotation    MailPurpose = "quotation"
	MailProforma     MailPurpose = "proforma"
	MailConfirmation MailPurpose = "confirmation"
	MailPayment      MailPurpose = "payment"  // a part of what is owed is due
	MailShipment     MailPurpose = "shipment" // goods have left, with their papers
	MailDelay        MailPurpose = "delay"
	MailLetter       MailPurpose = "letter" // anything else: a greeting and a name
)

// MailPurposes returns all of them, in the order of a trade.
func MailPurposes() []MailPurpose {
	return []MailPurpose{MailQuotation, MailProforma, MailConfirmation, MailPayment, MailShipment, MailDelay, MailLetter}
}

// Papers are the kinds of paper that usually go with a mail.
func (p MailPurpose) Papers() []Kind {
	switch p {
	case MailQuotation:
		return []Kind{Quotation}
	case MailProforma, MailPayment:
		return []Kind{Proforma}
	case MailConfirmation:
		return []Kind{Confirmation}
	case MailShipment:
		return []Kind{CommercialInvoice, PackingList}
	}
	return nil
}

// MailLanguages are those that mails are shipped in.
func MailLanguages() []string { return []string{"en", "zh", "es", "fr", "pt", "ru", "ar", "de"} }

// MailTemplate is the text of mails of one purpose in one language. It names facts of the order between double braces, see [MailFactNames].
type MailTemplate struct {
	Record
	Purpose  MailPurpose `json:"purpose"`
	Language string      `json:"language"`
	Subject  string      `json:"subject"`
	Body     string      `json:"body"`
}

// MailFactNames are the facts that mails can name. Those of a delay are said when the mail is written.
func MailFactNames() []string {
	return []string{
		"contact", "buyer", "seller", "signatory", "order_no", "buyer_order_no", "paper_no", "total", "incoterm", "payment_terms", "due_amount", "due_date",
		"valid_until", "ship_by", "vessel", "bl_no", "port_of_loading", "port_of_discharge", "departure", "arrival", "cartons", "gross_weight", "volume",
		"old_date", "new_date", "reason", "alternative",
	}
}

// Validate refuses a template of a purpose or language there isn't, without a subject, or that names a fact there isn't.
func (m MailTemplate) Validate() error {
	var c check
	c.when(!slices.Contains(MailPurposes(), m.Purpose), "purpose", "problem.not_one_of", "Values", inWords(MailPurposes()))
	c.when(!slices.Contains(MailLanguages(), m.Language), "language", "problem.not_one_of", "Values", inWords(MailLanguages()))
	c.when(strings.TrimSpace(m.Subject) == "", "subject", "problem.required")
	c.when(strings.ContainsAny(m.Subject, "\r\n"), "subject", "problem.one_line")
	c.problems = append(c.problems, unknownFacts("subject", m.Subject, MailFactNames())...)
	return append(c.problems, unknownFacts("body", m.Body, MailFactNames())...).Err()
}

func inWords[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, one := range list {
		words[i] = string(one)
	}
	return strings.Join(words, ", ")
}

//go:embed mail_templates.json
var shippedMails []byte

// ShippedMails returns the templates as the program ships them.
func ShippedMails() []MailTemplate {
	var list []MailTemplate
	if err := json.Unmarshal(shippedMails, &list); err != nil {
		panic(fmt.Sprintf("data/mail_templates.json: %v", err)) // it is part of the program, and tested
	}
	return list
}

// MailsWith returns the shipped templates with the saved ones in their place; those put away give way to the shipped ones again.
func MailsWith(saved []MailTemplate) []MailTemplate {
	list := ShippedMails()
	for _, s := range saved {
		for i := range list {
			if list[i].Purpose == s.Purpose && list[i].Language == s.Language && !s.Archived {
				list[i] = s
			}
		}
	}
	return list
}

// MailFor picks the template of a purpose in a language such as "pt-BR" or "en+zh": its first language's, else the English one.
func MailFor(list []MailTemplate, p MailPurpose, language string) (MailTemplate, bool) {
	first, _, _ := strings.Cut(language, "+")
	first, _, _ = strings.Cut(first, "-")
	for _, lang := range []string{first, "en"} {
		for _, m := range list {
			if m.Purpose == p && m.Language == lang {
				return m, true
			}
		}
	}
	return MailTemplate{}, false
}

// Fill puts facts into m. A line of the body that names a fact nobody knows is left out, and the fact is returned in missing; in the
// subject it leaves no trace.
func (m MailTemplate) Fill(facts map[string]string) (subject, body string, missing []string) {
	value := func(name string) string {
		text := strings.TrimSpace(facts[name])
		if text == "" && !slices.Contains(missing, name) {
			missing = append(missing, name)
		}
		return text
	}
	subject = strings.Trim(FillFacts(m.Subject, value), " ,:，、：")
	var lines []string
	for line := range strings.SplitSeq(strings.ReplaceAll(m.Body, "\r\n", "\n"), "\n") {
		before := len(missing)
		text := FillFacts(line, value)
		known := len(missing) == before && !slices.ContainsFunc(FactsNamed(line), func(name string) bool { return slices.Contains(missing, name) })
		if known {
			lines = append(lines, text)
		}
	}
	return subject, strings.Join(lines, "\n"), missing
}
