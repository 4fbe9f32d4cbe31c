package documents

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// crediting is the open form in which something is taken off an issued invoice.
type crediting struct {
	papers  *papers
	invoice data.Issued
	src     data.Source
	billed  []data.Quantity // by line
	form    *kit.Form
	q       *kit.Question
	busy    bool
}

// askCredit reads what an invoice bills, and asks what is taken off it.
func (p *papers) askCredit(d data.Issued) {
	kit.Run(p.host, nil, func(ctx context.Context) (data.Source, error) { return p.screen.store.Source(ctx, d.Origin()) }, func(src data.Source, err error) {
		if err != nil {
			p.host.ShowError(err)
			return
		}
		p.credit = &crediting{papers: p, invoice: d, src: src, billed: src.Billed(), form: kit.NewPart(p.host)}
		p.credit.ask()
	})
}

// ask opens the form: a quantity for each line that is billed, an amount beside them, and the reason.
func (c *crediting) ask() {
	host, t := c.papers.host, c.papers.host.T
	c.form.AddObject(kit.Whole, kit.NewParagraph(t("paper.credit.text", "No", c.invoice.Number)))
	c.form.Add(
		kit.Field{ID: "reason", Label: "paper.credit.reason", Span: kit.Half},
		kit.Field{ID: "amount", Label: "paper.credit.amount", Unit: string(c.src.Order.Currency), Span: kit.Half},
	)
	for i, l := range c.src.Order.Lines {
		if billed := c.billed[i]; billed > 0 {
			words := l.SKU + "  " + t("paper.credit.billed", "Quantity", kit.Quantity(host, billed), "Unit", string(l.Unit))
			c.form.AddObject(kit.Half, kit.NewText(words).Cut())
			c.form.Add(kit.Field{ID: partID(i + 1), Label: "paper.credit.quantity", Span: kit.Half})
		}
	}
	high := min(420, 150+72*float32(len(c.src.Order.Lines)))
	c.q = host.AskWith(t("paper.credit.title"), kit.Wide(680, kit.Tall(high, kit.Scroll(kit.Pad(kit.Tight, kit.Medium, c.form.Content)))),
		kit.Choice{Word: t("paper.credit.do"), Danger: true, Ready: func() bool { c.submit(); return false }}, kit.Choice{Word: t("screen.cancel")})
	host.Focus(c.form.Entry("reason"))
}

// request reads what was typed.
func (c *crediting) request(bad *data.Problems) store.CreditRequest {
	q := store.CreditRequest{InvoiceNo: c.invoice.Number, Reason: strings.TrimSpace(c.form.Text("reason"))}
	q.Amount = kit.ReadNumber(c.form.Entry("amount"), "amount", func(text string) (int64, error) {
		m, err := data.ParseMoney(text, c.src.Order.Currency)
		return m.Minor, err
	}, bad)
	for i := range c.src.Order.Lines {
		if c.billed[i] <= 0 {
			continue
		}
		if n := kit.ReadNumber(c.form.Entry(partID(i+1)), partID(i+1), data.ParseQuantity, bad); n != 0 {
			q.Lines = append(q.Lines, data.CreditLine{Line: i + 1, Quantity: n})
		}
	}
	return q
}

// submit issues the credit note, or says at the fields what is wrong.
func (c *crediting) submit() {
	var bad data.Problems
	q := c.request(&bad)
	if len(bad) > 0 || c.busy {
		c.complain(bad, q)
		return
	}
	c.busy = true
	p := c.papers
	kit.Run(p.host, nil, func(ctx context.Context) (data.Issued, error) {
		return p.screen.store.Documents.Credit(ctx, q, func(src data.Source, number string, date data.Date) ([]byte, error) {
			return p.freeze(subject{src: src}, data.CreditNoteKind, c.invoice.Language, document.BuildOptions{Number: number, Date: date}, false)
		})
	}, func(d data.Issued, err error) {
		c.busy = false
		if err != nil {
			c.complain(err, q)
			return
		}
		c.q.Close()
		p.host.Notice(p.host.T("paper.issue.done", "No", d.Numbered()), nil)
		p.reread(func() { p.openIssued(d) })
	})
}

// complain shows problems at the fields that ask for what they are about: what is credited is counted there, not the order's lines.
func (c *crediting) complain(err error, q store.CreditRequest) {
	var bad data.Problems
	if !errors.As(err, &bad) {
		c.papers.host.ShowError(err)
		return
	}
	for i := range bad {
		var n int
		if rest, is := strings.CutPrefix(bad[i].Field, "lines."); is && bad[i].Key == "problem.credit_quantity" {
			no, _, _ := strings.Cut(rest, ".")
			if n, _ = strconv.Atoi(no); n >= 1 && n <= len(q.Lines) {
				bad[i].Field = partID(q.Lines[n-1].Line)
			}
		}
	}
	c.form.Complain(bad)
	c.q.Refit()
}
