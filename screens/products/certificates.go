package products

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// certificates edits the certificates of a product, each with its state and its scan, and says which ones are missing where the
// goods go.
type certificates struct {
	host  *kit.Host
	store *store.Store
	form  *kit.Form
	rows  *kit.Rows[data.Certificate]

	rules   certificateRules
	learned *kit.Loader[certificateRules]
	to      *kit.Picker[data.Country] // the destination that is asked about; empty: all that the rules know
	missing *fyne.Container
	lacks   string // what missing shows
	scans   map[*kit.Form]*scan
	facts   *kit.Loader[map[data.Hash]data.Attached]
	now     func() data.Product // what the whole form says
	page    drawPage
}

// certificateRules are what certificates are held against.
type certificateRules struct {
	all    []data.CertificateRule
	notice int // days
	known  bool
}

func newCertificates(host *kit.Host, st *store.Store, form *kit.Form) *certificates {
	c := &certificates{
		host: host, store: st, form: form, learned: kit.NewLoader[certificateRules](host), missing: kit.Pile(kit.Tight), scans: map[*kit.Form]*scan{},
		facts: kit.NewLoader[map[data.Hash]data.Attached](host), now: func() data.Product { return data.Product{} },
		rules: certificateRules{notice: data.CertificateNotice},
	}
	c.rows = kit.NewRows(host, form, "certificates", kit.RowWords{Title: "certificate.row", Add: "certificate.add", None: "certificate.none"}, c.row)
	c.rows.OnChanged = func() { form.Edited("certificates") }
	c.to = kit.NewPicker(host, kit.Destinations(host))
	c.to.OnChanged = c.live
	return c
}

func (c *certificates) build() {
	c.form.Section("product.certificates.title")
	c.form.Add(kit.Field{ID: "certificates", Label: "product.certificates", Span: kit.Whole, Control: c.rows.Content},
		kit.Field{ID: "certificates_to", Label: "certificate.to", Span: kit.Half, Control: c.to})
	c.form.AddObject(kit.Whole, c.missing)
}

// learn asks for the rules, again each time the screen is shown: they may have been changed elsewhere.
func (c *certificates) learn() {
	c.learned.Load(func(ctx context.Context) (r certificateRules, err error) {
		if r.all, err = c.store.CertificateRules.All(ctx); err != nil {
			return r, err
		}
		firm, err := c.store.Company.Get(ctx)
		r.notice, r.known = firm.CertificateNoticeDays(), true
		return r, err
	}, func(r certificateRules, err error) {
		if err != nil {
			c.host.ShowError(err)
			return
		}
		c.rules = r
		c.live()
	})
}

// kinds are those that are offered; others may be typed.
func kinds() (options []kit.Option[string]) {
	for _, kind := range data.CertificateKinds() {
		options = append(options, kit.Option[string]{Value: kind, Name: kind})
	}
	return options
}

// row builds the form of one certificate.
func (c *certificates) row(f *kit.Form, one data.Certificate, edited func()) func(*data.Problems) (data.Certificate, bool) {
	kind := kit.NewPicker(c.host, kinds())
	kind.Free = func(text string) (kit.Option[string], bool) {
		text = strings.TrimSpace(text)
		return kit.Option[string]{Value: text, Name: text}, text != "" && len(text) <= 80
	}
	kind.OnChanged = edited
	issued, expires := f.NewDate("issued"), f.NewDate("expires")
	f.Add(
		kit.Field{ID: "kind", Label: "product.kind", Span: kit.Quarter, Control: kind},
		kit.Field{ID: "number", Label: "product.number", Span: kit.Quarter},
		kit.Field{ID: "issuer", Label: "product.issuer", Span: kit.Half},
		kit.Field{ID: "markets", Label: "product.markets", Span: kit.Quarter, Hint: "certificate.everywhere"},
		kit.Field{ID: "issued", Label: "product.issued", Span: kit.Quarter, Control: issued},
		kit.Field{ID: "expires", Label: "product.expires", Span: kit.Quarter, Control: expires},
		kit.Field{ID: "note", Label: "product.note", Span: kit.Quarter},
	)
	kit.SetIn(kind, kinds(), one.Kind)
	for id, text := range map[string]string{"number": one.Number, "issuer": one.Issuer, "markets": strings.Join(one.Markets, " "), "note": one.Note} {
		f.Set(id, text)
	}
	issued.Set(one.Issued)
	expires.Set(one.Expires)
	paper := newScan(c, one.Scan, edited)
	c.scans[f] = paper
	f.AddObject(kit.Whole, paper.content)
	return func(bad *data.Problems) (data.Certificate, bool) {
		said := data.Certificate{
			Kind: kind.Value(), Number: f.Text("number"), Issuer: f.Text("issuer"), Markets: marketsOf(f.Text("markets")),
			Issued: issued.Read("issued", bad), Expires: expires.Read("expires", bad), Note: f.Text("note"), Scan: paper.hash,
		}
		filled := said.Kind+said.Number+said.Issuer+said.Note+string(said.Issued+said.Expires)+string(said.Scan) != "" || len(said.Markets) > 0
		return said, filled
	}
}

// marketsOf reads countries and "EU", parted by spaces or commas; what is neither is refused when the product is saved.
func marketsOf(text string) []string {
	list := strings.FieldsFunc(strings.ToUpper(text), func(r rune) bool { return strings.ContainsRune(" ,;，、；", r) })
	if len(list) == 0 {
		return nil
	}
	return list
}

// show takes p's certificates. now is what the whole form says.
func (c *certificates) show(p data.Product, now func() data.Product) {
	c.now, c.scans = now, map[*kit.Form]*scan{}
	c.rows.Show(p.Certificates)
	var hashes []data.Hash
	for _, one := range p.Certificates {
		if one.Scan != "" {
			hashes = append(hashes, one.Scan)
		}
	}
	c.facts.Stop()
	if len(hashes) == 0 {
		return
	}
	c.facts.Load(func(ctx context.Context) (map[data.Hash]data.Attached, error) {
		return c.store.Attachments.Facts(ctx, hashes)
	},
		func(found map[data.Hash]data.Attached, err error) {
			if err != nil {
				c.host.ShowError(err)
				return
			}
			for _, one := range c.scans {
				if fact, ok := found[one.hash]; ok {
					one.fact = fact
					one.draw()
				}
			}
		})
}

// live says how each certificate stands and which ones are missing, while the merchant types.
func (c *certificates) live() {
	var list []data.Certificate
	var papers []*scan
	for _, row := range c.rows.List {
		one, filled := row.Read(new(data.Problems))
		paper := c.scans[row.Part]
		if !filled {
			paper.say("", kit.Plain)
			continue
		}
		list, papers = append(list, one), append(papers, paper)
	}
	for i, paper := range papers {
		state, days := data.StateOf(list, i, c.host.Today(), c.rules.notice)
		paper.say(kit.CertificateState(c.host, state, days, list[i].Expires != ""))
	}
	c.drawMissing(list)
}

// drawMissing lists what the rules ask for and the product lacks, for the destination chosen or for all that the rules know.
func (c *certificates) drawMissing(list []data.Certificate) {
	p := c.now()
	p.Certificates = list
	objects, said := c.missingRows(p)
	if said == c.lacks && len(c.missing.Objects) > 0 {
		return
	}
	c.lacks = said
	c.missing.Objects = objects
	c.missing.Refresh()
	c.form.Relayout()
}

// missingRows are the rows of what p lacks, and what they say.
func (c *certificates) missingRows(p data.Product) (objects []fyne.CanvasObject, said string) {
	t, to := c.host.T, c.to.Value()
	lacks := data.MissingEverywhere(p, c.rules.all, c.host.Today())
	if to != "" {
		lacks = nil
		for _, r := range data.MissingCertificates(p, to, c.rules.all, c.host.Today()) {
			lacks = append(lacks, data.MissingCertificate{Destination: to, Rule: r})
		}
	}
	for _, one := range lacks {
		text := c.host.Problem("problem.certificate_missing", map[string]any{"Market": c.called(one.Destination), "Kind": one.Rule.Kind})
		if why := because(c.host, one.Rule); why != "" {
			text += " " + why
		}
		said += "\n" + text
		chip := kit.NewChip(t("certificate.missing"), kit.Bad)
		objects = append(objects, kit.Frame(nil, nil, kit.Wide(88, kit.Row(0, chip)), nil, kit.NewParagraph(text)))
	}
	if len(objects) > 0 {
		return objects, said
	}
	text := t("certificate.missing.nothing")
	switch {
	case !c.rules.known:
		return nil, ""
	case len(c.rules.all) == 0:
		return []fyne.CanvasObject{kit.NewHint(t("certificate.rules.none"))}, "no rules"
	case to != "" && len(data.Wanted(p, to, c.rules.all)) == 0:
		text = t("certificate.missing.unasked", "Country", c.called(to))
		return []fyne.CanvasObject{kit.NewHint(text)}, text
	}
	chip := kit.NewChip(t("certificate.missing.none"), kit.Good)
	return []fyne.CanvasObject{kit.Frame(nil, nil, kit.Wide(88, kit.Row(0, chip)), nil, kit.NewParagraph(text))}, text
}

// called is a destination by its name.
func (c *certificates) called(to data.Country) string {
	if to == data.EuropeanUnion {
		return c.host.T("certificate.union")
	}
	for _, o := range kit.Countries(c.host) {
		if o.Value == to {
			return o.Name
		}
	}
	return string(to)
}

// because is where a rule was read, when, and what else is noted of it.
func because(host *kit.Host, r data.CertificateRule) string {
	source := strings.Join(strings.Fields(r.Source+" "+string(r.Date)), " ")
	switch {
	case source == "":
		return r.Note
	case r.Note != "":
		source += ", " + r.Note
	}
	return host.T("certificate.because", "Source", source)
}

// ShowCertificates scrolls to the certificates and, if asked to, opens the scan of the first.
func (s *Screen) ShowCertificates(opened bool) {
	s.FocusOn("certificates")
	if rows := s.editor.certificates.rows.List; opened && len(rows) > 0 {
		s.editor.certificates.scans[rows[0].Part].look()
	}
}
