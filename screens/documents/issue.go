package documents

import (
	"context"
	"errors"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// short is the beginning of a hash, enough to compare two papers by eye.
func short(h data.Hash) string { return string(h[:min(8, len(h))]) }

// issuing is what issuing comes to.
type issuing struct {
	doc     data.Issued
	already bool // issued unchanged before
}

// wanted is what is to be issued.
type wanted struct {
	kind         data.Kind
	number, lang string
	part         string // of an order's goods, see [data.PartText]; "" is all
}

// errJustLooking rolls a trial back.
var errJustLooking = errors.New("just looking which number it would be")

// issueOne issues a paper of number. A trial does all of it and takes it back, so that the merchant is told the very
// number before deciding.
func (p *papers) issueOne(ctx context.Context, w wanted, trial bool) (out issuing, err error) {
	kind, lang := w.kind, w.lang
	err = p.screen.store.Atomically(ctx, func(st *store.Store) error {
		s, err := readSubject(ctx, st, w.number)
		if err != nil {
			return err
		}
		request := store.IssueRequest{Kind: kind, OrderID: s.src.Order.ID, ShipmentID: s.shipmentID(), Language: lang, Differences: document.FrozenDifferences, Part: w.part}
		if w.part != "" {
			if s.src, err = s.src.Part(w.part); err != nil {
				return err
			}
		}
		var o document.BuildOptions
		o.InvoiceNo, o.InvoiceDate = s.invoice()
		out.doc, out.already, err = st.Documents.Issue(ctx, request, func(number string, revision int, date data.Date) ([]byte, error) {
			o.Number, o.Revision, o.Date = number, revision, date
			return p.freeze(s, kind, lang, o, trial)
		})
		if err == nil && trial {
			err = errJustLooking
		}
		return err
	})
	if errors.Is(err, errJustLooking) {
		err = nil
	}
	return out, err
}

// freeze makes the frozen copy of a paper that lacks nothing and can be drawn.
func (p *papers) freeze(s subject, kind data.Kind, lang string, o document.BuildOptions, trial bool) ([]byte, error) {
	paper, _, err := document.Build(s.src, kind, o)
	if err != nil {
		return nil, err
	}
	if missing := paper.Missing(); len(missing) > 0 {
		return nil, missing
	}
	if !trial {
		if _, err := p.screen.program.PDF(paper, s.src.Pictures, lang); err != nil {
			return nil, err
		}
	}
	return document.Freeze(paper)
}

// askIssue says which number the paper will get, and issues it when the merchant agrees.
func (p *papers) askIssue() {
	p.askIssueOf(wanted{kind: p.kind.Value(), number: p.screen.subject.number(), lang: p.lang.Value()})
}

// askIssueOf does so for a paper that was chosen.
func (p *papers) askIssueOf(w wanted) {
	kit.Run(p.host, p.issue, func(ctx context.Context) (issuing, error) { return p.issueOne(ctx, w, true) },
		func(would issuing, err error) {
			if err != nil {
				p.refused(err)
				return
			}
			if would.already {
				p.host.Notice(p.host.T("paper.issue.already", "No", would.doc.Numbered()), nil)
				p.openIssued(would.doc)
				return
			}
			p.confirm(would, func() { p.issueNow(w) })
		})
}

func (p *papers) confirm(would issuing, then func()) {
	t, d := p.host.T, would.doc
	text := t("paper.issue.new", "Kind", kit.PaperWord(p.host, d.Kind), "No", d.Number)
	if d.Revision > 0 {
		text = t("paper.issue.revision", "No", d.Number, "Revision", d.Numbered(), "Changes", p.changed(d.Changes))
	}
	p.host.Ask(t("paper.issue.title"), text,
		kit.Choice{Word: t("paper.issue.do", "No", d.Numbered()), Main: true, Then: then}, kit.Choice{Word: t("screen.cancel")})
}

// refused names what a paper misses before it can be issued.
func (p *papers) refused(err error) {
	var missing data.Problems
	if !errors.As(err, &missing) {
		p.host.ShowError(err)
		return
	}
	var lines []string
	for i, one := range missing {
		if i == maxChecks {
			lines = append(lines, p.host.T("screen.problems.more", "Count", len(missing)-maxChecks))
			break
		}
		lines = append(lines, p.sentence(one))
	}
	p.host.Tell(p.host.T("paper.issue.refused"), strings.Join(lines, "\n"))
}

func (p *papers) issueNow(w wanted) {
	kit.Run(p.host, p.issue, func(ctx context.Context) (issuing, error) { return p.issueOne(ctx, w, false) },
		func(out issuing, err error) {
			if err != nil {
				p.refused(err)
				return
			}
			p.host.Notice(p.host.T("paper.issue.done", "No", out.doc.Numbered()), nil)
			p.reread(func() { p.openIssued(out.doc) })
		})
}

// reread asks what was issued anew.
func (p *papers) reread(then func()) {
	number := p.screen.subject.number()
	p.screen.loader.Load(func(ctx context.Context) (subject, error) { return readSubject(ctx, p.screen.store, number) },
		func(s subject, err error) {
			if err != nil {
				p.host.ShowError(err)
				return
			}
			p.screen.subject = s
			p.showIssued()
			then()
		})
}

// openIssued shows an issued paper as it was given away. The fields beside it name its kind and language, so that they
// don't speak of another paper than the page does, and so that the way back leads to its draft.
func (p *papers) openIssued(d data.Issued) {
	p.kind.Set(kit.Option[data.Kind]{Value: d.Kind, Name: kit.PaperWord(p.host, d.Kind)}) // also one that can't be chosen, as a credit note
	kit.SetIn(p.lang, kit.Languages(), d.Language)
	p.load(func(ctx context.Context) (made, error) {
		full, err := p.screen.store.Documents.ByNumber(ctx, d.Number, d.Revision)
		if err != nil {
			return made{}, err
		}
		last, err := p.screen.store.Documents.ByNumber(ctx, d.Number, -1)
		if err != nil {
			return made{}, err
		}
		m := made{issued: &full, newest: last.Revision, lang: full.Language, pictures: map[data.Hash][]byte{}}
		if m.paper, err = document.Given(full); err != nil {
			return m, err
		}
		for _, h := range picturesOf(m.paper) {
			if m.pictures[h], err = p.screen.store.Attachments.Get(ctx, h); err != nil {
				return m, err
			}
		}
		m.pdf, err = p.screen.program.PDF(m.paper, m.pictures, m.lang)
		return m, err
	}, false)
}

// picturesOf lists the pictures a paper prints.
func picturesOf(p document.Paper) []data.Hash {
	all := []data.Hash{p.Logo, p.Stamp, p.Signature}
	for _, l := range p.Lines {
		all = append(all, l.Picture)
	}
	var some []data.Hash
	for _, h := range all {
		if h != "" {
			some = append(some, h)
		}
	}
	return some
}

// showIssued lists what was issued of the order, the newest last.
func (p *papers) showIssued() {
	p.list.RemoveAll()
	for _, d := range p.screen.subject.issued {
		p.list.Add(p.issuedRow(d))
	}
	if len(p.screen.subject.issued) == 0 {
		p.list.Add(kit.NewHint(p.host.T("paper.issued.none")))
	}
	p.form.Relayout()
}

func (p *papers) issuedRow(d data.Issued) fyne.CanvasObject {
	t := p.host.T
	number := kit.NewText(d.Numbered()).Cut()
	number.Bold = true
	facts := kit.NewHint(t("paper.issued.facts", "Kind", kit.PaperWord(p.host, d.Kind), "Date", p.host.Date(string(d.Date)), "Hash", short(d.Hash)))
	show := kit.NewButton(t("paper.issued.open"), nil, func() { p.openIssued(d) })
	buttons := kit.Row(kit.Tight, show)
	if d.Voided == "" && p.newest(d) {
		if d.Kind == data.CommercialInvoice {
			buttons.Add(kit.NewButton(t("paper.credit"), nil, func() { p.askCredit(d) }).Quiet())
		}
		buttons.Add(kit.NewButton(t("paper.void"), nil, func() { p.askVoid(d) }).Quiet())
	}
	rows := kit.Pile(kit.Tight, number, facts) // three buttons beside it would leave no room for the number
	for _, line := range p.changes(d.Changes) {
		rows.Add(kit.NewHint(line))
	}
	rows.Add(buttons)
	if d.Voided != "" {
		void := kit.NewHint(t("paper.issued.void", "Reason", d.Voided))
		void.Colour = theme.ColorNameError
		rows.Add(void)
	}
	return kit.Pile(kit.Tight, kit.Hairline(), rows)
}

// newest reports whether d is the last revision of its number.
func (p *papers) newest(d data.Issued) bool {
	for _, other := range p.screen.subject.issued {
		if other.Number == d.Number && other.Revision > d.Revision {
			return false
		}
	}
	return true
}

// askVoid asks why a paper is void, and declares it so.
func (p *papers) askVoid(d data.Issued) {
	t := p.host.T
	form := kit.NewPart(p.host)
	form.AddObject(kit.Whole, kit.NewParagraph(t("paper.void.text", "No", d.Number)))
	form.Add(kit.Field{ID: "reason", Label: "paper.void.reason", Span: kit.Whole})
	given := func() bool {
		var bad data.Problems
		if form.Text("reason") == "" {
			bad.Add("reason", "paper.void.no_reason")
			form.Complain(bad)
		}
		return len(bad) == 0
	}
	p.host.AskWith(t("paper.void.title"), kit.Wide(440, form.Content),
		kit.Choice{Word: t("paper.void.do", "No", d.Number), Danger: true, Ready: given, Then: func() { p.void(d, form.Text("reason")) }},
		kit.Choice{Word: t("screen.cancel")})
	p.host.Focus(form.Entry("reason"))
}

func (p *papers) void(d data.Issued, reason string) {
	kit.Run(p.host, nil, func(ctx context.Context) (bool, error) {
		return true, p.screen.store.Documents.Void(ctx, d.Number, reason)
	},
		func(_ bool, err error) {
			if err != nil {
				p.host.ShowError(err)
				return
			}
			p.host.Notice(p.host.T("paper.void.done", "No", d.Number), nil)
			p.reread(p.make)
		})
}
