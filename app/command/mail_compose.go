package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	stdmail "net/mail"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/mail"
	"tradewind/data/store"
)

// ComposeMail writes a mail about an order or shipment: the template of its purpose in the buyer's language, filled, with the papers as they were
// issued, or as drafts where they weren't. It gives [data.ErrNotFound] for a number there isn't, and [data.Problems] for addresses and papers
// that can't be.
func ComposeMail(ctx context.Context, st *store.Store, press *Press, q mail.Question) (m mail.Composed, err error) {
	src, err := st.Source(ctx, q.Number)
	if err != nil {
		return m, err
	}
	templates, err := st.Mails.All(ctx)
	if err != nil {
		return m, err
	}
	wanted := q.Language
	if wanted == "" {
		wanted = mailLanguage(src)
	}
	t, ok := data.MailFor(templates, q.Purpose, wanted)
	if !ok {
		return m, data.Problems{{Field: "purpose", Key: "problem.not_one_of", Args: map[string]any{"Values": strings.Join(purposeNames(), ", ")}}}
	}
	m.Language = t.Language
	if m.Draft.To, err = recipients(src.Customer, q.To); err != nil {
		return m, err
	}
	c := composing{ctx: ctx, st: st, press: press, src: src}
	about, err := c.papers(q, &m)
	if err != nil {
		return m, err
	}
	facts, err := c.facts(q, about, t.Language)
	if err != nil {
		return m, err
	}
	m.Draft.Subject, m.Draft.Body, m.Missing = t.Fill(facts)
	if q.Subject != "" {
		m.Draft.Subject = q.Subject
	}
	if q.Body != "" {
		m.Draft.Body = q.Body
	}
	m.Draft.Date = q.Now
	if from := src.Company.Email; from != "" {
		m.Draft.From = stdmail.Address{Name: src.Company.Name, Address: from}
	}
	return m, nil
}

// purposeNames lists what mails can be about.
func purposeNames() (names []string) {
	for _, p := range data.MailPurposes() {
		names = append(names, string(p))
	}
	return names
}

// mailLanguage is what the buyer's first person writes in, else the language of the order's papers, else the buyer's.
func mailLanguage(src data.Source) string {
	if p := src.Customer.Persons; len(p) > 0 && p[0].Language != "" {
		return p[0].Language
	}
	if src.Order.Language != "" {
		return src.Order.Language
	}
	return src.Customer.Language
}

// recipients are those that were typed, else all persons of the buyer that have an address.
func recipients(buyer data.Partner, typed string) ([]stdmail.Address, error) {
	if strings.TrimSpace(typed) != "" {
		return mail.Recipients(typed)
	}
	var to []stdmail.Address
	for _, p := range buyer.Persons {
		if p.Email != "" {
			to = append(to, stdmail.Address{Name: p.Name, Address: p.Email})
		}
	}
	return to, nil
}

// composing draws the papers of one mail.
type composing struct {
	ctx   context.Context
	st    *store.Store
	press *Press
	src   data.Source
}

// papers draws what goes along, and returns the paper that the mail is about: the first of them, else the order itself.
func (c composing) papers(q mail.Question, m *mail.Composed) (about document.Paper, err error) {
	wanted := q.Papers
	if wanted == nil {
		for _, k := range q.Purpose.Papers() {
			wanted = append(wanted, mail.Paper{Kind: k, Format: "pdf"})
		}
	}
	for i, w := range wanted {
		p, err := c.attach(w, m)
		if err != nil {
			return about, err
		}
		if i == 0 {
			about = p
		}
	}
	if len(wanted) > 0 {
		return about, nil
	}
	about, _, err = document.Build(c.src, data.Confirmation, document.BuildOptions{Draft: true})
	return about, err
}

// attach draws one paper and puts it beside the mail.
func (c composing) attach(w mail.Paper, m *mail.Composed) (document.Paper, error) {
	if !slices.Contains(paperKinds, w.Kind) || w.Kind == data.CreditNoteKind || w.Format != "pdf" && w.Format != "xlsx" {
		return document.Paper{}, data.Problems{{Field: "attach", Key: "problem.mail_paper", Args: map[string]any{"Value": string(w.Kind) + ":" + w.Format}}}
	}
	p, lang, issued, err := c.paper(w.Kind)
	if err != nil {
		return p.paper, err
	}
	var b bytes.Buffer
	if _, err := c.press.writeDraft(&b, w.Format, p.paper, p.pictures, lang); err != nil {
		return p.paper, err
	}
	name := document.FileName(w.Kind, p.paper.Number, p.paper.Revision, "") + "." + w.Format
	m.Files = append(m.Files, mail.File{Name: name, Content: b.Bytes()})
	if !issued && !slices.Contains(m.Unissued, string(w.Kind)) {
		m.Unissued = append(m.Unissued, string(w.Kind))
	}
	return p.paper, nil
}

// paper is the newest issued one of a kind of these very goods, else a draft of it.
func (c composing) paper(kind data.Kind) (p printed, lang string, issued bool, err error) {
	shipment := int64(0)
	if c.src.Shipment != nil {
		shipment = c.src.Shipment.ID
	}
	for _, d := range slices.Backward(c.src.Issued) {
		if d.Kind != kind || d.Voided != "" || d.ShipmentID != shipment {
			continue
		}
		full, err := c.st.Documents.ByNumber(c.ctx, d.Number, -1)
		if err != nil {
			return p, "", false, err
		}
		p, err = thawed(c.ctx, c.st, full)
		return p, languageFor("", full.Language), true, err
	}
	paper, _, err := document.Build(c.src, kind, document.BuildOptions{Draft: true})
	return printed{paper: paper, pictures: c.src.Pictures}, paperLanguage("", c.src), false, err
}

// thawed is an issued document as it was given away.
func thawed(ctx context.Context, st *store.Store, d data.Issued) (p printed, err error) {
	p.pictures = map[data.Hash][]byte{}
	if p.paper, err = document.Given(d); err != nil {
		return p, fmt.Errorf("read issued %s: %w", d.Number, err)
	}
	for _, h := range picturesOf(p.paper) {
		if p.pictures[h], err = st.Attachments.Get(ctx, h); err != nil {
			return p, fmt.Errorf("picture of issued %s: %w", d.Number, err)
		}
	}
	return p, nil
}

// facts are what the mail can name.
func (c composing) facts(q mail.Question, about document.Paper, lang string) (map[string]string, error) {
	spoken := lang
	if !speaks(lang) {
		spoken = "en"
	}
	words, err := Words(spoken)
	if err != nil {
		return nil, err
	}
	var account data.Account
	if first := c.src.AllOrders()[0]; first.ID != 0 {
		if account, err = c.st.Orders.Account(c.ctx, first.ID); err != nil && !errors.Is(err, data.ErrNotFound) {
			return nil, err
		}
	}
	facts := document.MailFacts(about, c.src, account, data.DateOf(q.Now), lang, words)
	for name, text := range q.Said {
		if text != "" {
			facts[name] = text
		}
	}
	return facts, nil
}
