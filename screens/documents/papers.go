package documents

import (
	"context"
	"os"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// made is a paper ready to be shown, saved and printed.
type made struct {
	paper    document.Paper
	pictures map[data.Hash][]byte
	lang     string
	problems data.Problems
	issued   *data.Issued // nil: a draft
	newest   int          // the last revision of an issued paper's number
	pdf      []byte
}

// papers is the form that chooses a paper, with the page beside it.
type papers struct {
	content fyne.CanvasObject

	screen *Screen
	host   *kit.Host
	form   *kit.Form
	kind   *kit.Picker[data.Kind]
	lang   *kit.Picker[string]
	checks *fyne.Container
	list   *fyne.Container
	page   *pageView
	loader *kit.Loader[made]
	shown  made
	ready  bool
	draft  *kit.Button
	partly *kit.Button // a proforma of some of the goods
	pdf    *kit.Button
	excel  *kit.Button
	print  *kit.Button
	issue  *kit.Button
	credit *crediting // the open form of a credit note
}

func newPapers(s *Screen) *papers {
	p := &papers{screen: s, host: s.host, form: kit.NewForm(s.host), loader: kit.NewLoader[made](s.host), checks: kit.Pile(kit.Small), list: kit.Pile(kit.Tight)}
	t := s.host.T
	p.page = newPageView(s.host, s.program.Page)
	p.kind, p.lang = kit.NewPicker(s.host, kinds(s.host)), kit.NewPicker(s.host, kit.Languages())
	p.kind.OnChanged, p.lang.OnChanged = p.make, p.make
	p.draft = kit.NewButton(t("paper.draft.back"), theme.NavigateBackIcon(), p.make)
	p.form.Add(
		kit.Field{ID: "kind", Label: "paper.kind", Span: kit.Whole, Control: p.kind},
		kit.Field{ID: "lang", Label: "paper.language", Span: kit.Whole, Control: p.lang},
	)
	p.form.AddObject(kit.Whole, p.draft)
	p.partly = kit.NewButton(t("paper.part"), nil, p.askPart)
	p.form.AddObject(kit.Whole, p.partly)
	p.form.Section("paper.checks")
	p.form.AddObject(kit.Whole, p.checks)
	p.form.Section("paper.issued")
	p.form.AddObject(kit.Whole, p.list)
	p.pdf = kit.NewButton(t("paper.as_pdf"), theme.DocumentSaveIcon(), func() { p.save("pdf", s.program.PDF) })
	p.excel = kit.NewButton(t("paper.excel"), theme.GridIcon(), func() { p.save("xlsx", s.program.Excel) })
	p.print = kit.NewButton(t("paper.print"), theme.DocumentPrintIcon(), p.printIt)
	p.issue = kit.NewButton(t("paper.issue"), theme.ConfirmIcon(), p.askIssue).Main()
	p.content = container.New(beside{}, p.form.Content, kit.NewPanel(kit.ColorLine, 0), p.page.content)
	return p
}

// kinds are the papers that can be chosen.
func kinds(host *kit.Host) []kit.Option[data.Kind] {
	var options []kit.Option[data.Kind]
	for _, k := range []data.Kind{data.Quotation, data.Proforma, data.Contract, data.Confirmation, data.CommercialInvoice, data.SampleInvoice, data.PackingList} {
		options = append(options, kit.Option[data.Kind]{Value: k, Name: kit.PaperWord(host, k)})
	}
	return options
}

func (p *papers) actions() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.pdf, p.excel, p.print, p.issue}
}

// offer shows the buttons while the papers are in front.
func (p *papers) offer(on bool) {
	for _, b := range []*kit.Button{p.pdf, p.excel, p.print, p.issue} {
		show(b, on)
	}
}

func (p *papers) enable(on bool) {
	on = on && p.ready
	kit.Able(p.pdf, on)
	kit.Able(p.excel, on)
	kit.Able(p.print, on)
	kit.Able(p.issue, on && p.shown.issued == nil)
	p.draft.Hidden = p.shown.issued == nil || p.shown.issued.Kind == data.CreditNoteKind // which has no draft
	p.partly.Hidden = !on || p.kind.Value() != data.Proforma || p.screen.subject.src.Shipment != nil
}

// show begins with the usual paper of what was chosen, in its buyer's language; same keeps what was chosen before.
func (p *papers) show(same bool) {
	s := p.screen.subject
	if !same {
		kind := data.Quotation
		switch {
		case s.src.Shipment != nil:
			kind = data.CommercialInvoice
		case s.src.Order.Status != data.Draft:
			kind = data.Proforma
		}
		kit.SetIn(p.kind, kinds(p.host), kind)
		kit.SetIn(p.lang, kit.Languages(), paperLanguage(s.src))
	}
	p.showIssued()
	if d := s.asked; d != nil && !same {
		p.openIssued(*d)
		return
	}
	p.make()
}

// paperLanguage is the language of the order's papers, else the buyer's where papers speak it, else English.
func paperLanguage(src data.Source) string {
	for _, lang := range []string{src.Order.Language, src.Customer.Language} {
		if lang == "" {
			continue
		}
		base, _, _ := strings.Cut(lang, "-")
		for _, o := range kit.Languages() {
			if o.Value == lang || o.Value == base {
				return o.Value
			}
		}
		return "en"
	}
	return "en"
}

// make builds the draft of what is chosen and shows it.
func (p *papers) make() {
	s, kind, lang := p.screen.subject, p.kind.Value(), p.lang.Value()
	if kind == "" || lang == "" {
		return
	}
	p.load(func(ctx context.Context) (made, error) {
		o := document.BuildOptions{Draft: true}
		o.InvoiceNo, o.InvoiceDate = s.invoice()
		m := made{pictures: s.src.Pictures, lang: lang}
		var err error
		if m.paper, m.problems, err = document.Build(s.src, kind, o); err != nil {
			return m, err
		}
		if kind == data.Quotation || kind == data.Proforma { // what they offer may be offered to somebody else
			offered, err := p.screen.store.Stock.OfferedTwice(ctx, s.src.Order, p.host.Today())
			if err != nil {
				return m, err
			}
			m.problems = append(m.problems, offered...)
		}
		m.pdf, err = p.screen.program.PDF(m.paper, m.pictures, lang)
		return m, err
	}, p.ready && p.shown.paper.Kind == kind && strings.HasPrefix(p.shown.paper.OrderNo, s.src.Order.No))
}

// load makes a paper in the background and shows it.
func (p *papers) load(work func(context.Context) (made, error), keepPage bool) {
	p.ready = false
	p.enable(false)
	if !keepPage {
		p.page.wait()
	}
	p.loader.Load(work, func(m made, err error) {
		p.shown = m
		p.showChecks(m, err)
		if err != nil {
			p.page.say(p.host.T("paper.page.unmade"))
			return
		}
		p.ready = true
		p.enable(true)
		p.mark()
		p.page.show(m.pdf, keepPage)
		p.form.Relayout()
	})
}

// mark says above the page whether it is a draft.
func (p *papers) mark() {
	if d := p.shown.issued; d == nil {
		p.page.mark.Set(p.host.T("paper.mark.draft"), kit.Warn)
	} else if d.Voided != "" {
		p.page.mark.Set(p.host.T("paper.mark.void", "No", d.Numbered()), kit.Bad)
	} else if d.Revision < p.shown.newest {
		p.page.mark.Set(p.host.T("paper.mark.earlier", "No", d.Number, "Revision", d.Revision, "Newest", p.shown.newest), kit.Warn)
	} else {
		p.page.mark.Set(p.host.T("paper.mark.issued", "No", d.Numbered()), kit.Good)
	}
	p.page.content.Refresh()
}

// fileName is what a paper's file is called at first: KIND-NUMBER.pdf, with the revision where there is one. The first
// one of a number that was revised is called R0, so that it doesn't take the place of the newest.
func (m made) fileName(ending string) string {
	number := m.paper.Number
	if m.paper.Revision == 0 && m.newest > 0 {
		number += "-R0"
	}
	return document.FileName(m.paper.Kind, number, m.paper.Revision, "") + "." + ending
}

// save lets the merchant choose where the paper's file goes.
func (p *papers) save(ending string, draw Draw) {
	m := p.shown
	p.host.SaveFile(m.fileName(ending), func(path string) { p.write(m, path, draw) })
}

func (p *papers) write(m made, path string, draw Draw) {
	kit.Run(p.host, p.pdf, func(context.Context) (string, error) {
		b, err := draw(m.paper, m.pictures, m.lang)
		if err != nil {
			return path, err
		}
		return path, os.WriteFile(path, b, 0o600)
	}, func(path string, err error) {
		if err != nil {
			p.host.ShowError(err)
			return
		}
		p.host.Notice(p.host.T("paper.saved", "Path", path), nil)
	})
}

// printIt hands the paper to the printer.
func (p *papers) printIt() {
	m := p.shown
	kit.Run(p.host, p.print, func(ctx context.Context) (bool, error) {
		return true, p.screen.program.Print(ctx, m.pdf, m.fileName("pdf"))
	}, func(_ bool, err error) {
		if err != nil {
			p.host.ShowError(err)
			return
		}
		p.host.Notice(p.host.T("paper.printed"), nil)
	})
}
