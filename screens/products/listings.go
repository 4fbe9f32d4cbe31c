package products

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync/atomic"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// listingTexts edits what the markets show of a product, one market and language at a time, and says what is wrong with
// all of them. Its show and read are each other's inverse: a text that nobody touched stays as it was stored.
type listingTexts struct {
	host  *kit.Host
	store *store.Store
	form  *kit.Form

	market    *kit.Picker[string]
	language  *kit.Picker[string]
	other     *kit.Picker[data.Listing] // to fill empty fields from
	filled    *kit.Paragraph            // which texts there are
	findings  findingsView
	approvals *approvals

	rules   data.ListingRules
	learned *kit.Loader[data.ListingRules]
	list    []data.Listing
	at      data.Listing        // what the fields held when they were filled
	was     map[string]string   // as the fields said it then
	now     func() data.Product // what the whole form says
	quiet   bool                // the form is being filled

	toPictures func() // where the merchant adds one
	others     atomic.Pointer[[]kit.Option[data.Listing]]
}

// listingModules are the fields of the usual modules, in the order of [data.Modules].
func listingModules() (ids []string) {
	for _, kind := range data.Modules() {
		ids = append(ids, "listings.modules."+kind)
	}
	return ids
}

// listingFields are the text fields of one market and language.
func listingFields() []string {
	return append([]string{"listings.title", "listings.points", "listings.keywords"}, listingModules()...)
}

func newListingTexts(host *kit.Host, st *store.Store, form *kit.Form) *listingTexts {
	t := &listingTexts{host: host, store: st, form: form, filled: kit.NewHint(""), learned: kit.NewLoader[data.ListingRules](host)}
	t.findings.prepare(host, t.goTo)
	t.approvals = newApprovals(host)
	t.market = kit.NewAsking(host, t.markets)
	t.market.Free = func(text string) (kit.Option[string], bool) {
		code := strings.ToLower(strings.TrimSpace(text))
		return kit.Option[string]{Value: code, Code: code}, code != "" && len(code) <= 40
	}
	t.language = kit.NewPicker(host, kit.AllLanguages())
	t.language.Free = func(text string) (kit.Option[string], bool) {
		code := strings.ToLower(strings.TrimSpace(text))
		return kit.Option[string]{Value: code, Code: code}, len(code) >= 2 && len(code) <= 8
	}
	t.other = kit.NewAsking(host, func(_ context.Context, words string) ([]kit.Option[data.Listing], error) {
		return kit.Rank(*t.others.Load(), words), nil
	})
	t.others.Store(&[]kit.Option[data.Listing]{})
	t.other.OnChanged = t.fill
	t.market.OnChanged = func() { t.turnTo(t.market.Value(), t.language.Value(), "listings") }
	t.language.OnChanged = func() { t.turnTo(t.market.Value(), t.language.Value(), "listing_language") }
	t.was, t.now = map[string]string{}, func() data.Product { return data.Product{} }
	t.toPictures, t.quiet = func() {}, true
	return t
}

// markets are those of the rules, asked for in the background.
func (t *listingTexts) markets(ctx context.Context, words string) ([]kit.Option[string], error) {
	all, err := t.store.Markets.All(ctx)
	var options []kit.Option[string]
	for _, m := range all {
		options = append(options, marketOption(t.host, m))
	}
	return kit.Rank(options, words), err
}

func marketOption(host *kit.Host, m data.Market) kit.Option[string] {
	return kit.Option[string]{Value: m.Code, Code: m.Code, Name: m.Name.In(host.Lang()), Also: []string{m.Name["en"], m.Name["zh"]}}
}

// rule returns the market with a code; one that the rules don't know has no limits.
func (t *listingTexts) rule(code string) data.Market {
	for _, m := range t.rules.Markets {
		if m.Code == code {
			return m
		}
	}
	return data.Market{Code: code}
}

// called is a market's name, its code when it has none.
func (t *listingTexts) called(code string) string {
	return cmp.Or(t.rule(code).Name.In(t.host.Lang()), code)
}

func (t *listingTexts) build() {
	f := t.form
	f.Section("saletext.title")
	f.Add(
		kit.Field{ID: "listings", Label: "saletext.market", Span: kit.Third, Control: t.market},
		kit.Field{ID: "listing_language", Label: "saletext.language", Span: kit.Third, Control: t.language},
		kit.Field{ID: "listing_from", Label: "saletext.from", Span: kit.Third, Control: t.other},
	)
	f.AddObject(kit.Whole, t.filled)
	f.Add(kit.Field{ID: "listings.title", Label: "saletext.headline", Span: kit.Whole})
	f.AddObject(kit.Whole, t.findings.headline)
	f.Add(
		kit.Field{ID: "listings.points", Label: "saletext.points", Span: kit.Half, Lines: 5},
		kit.Field{ID: "listings.keywords", Label: "saletext.keywords", Span: kit.Half, Lines: 5},
	)
	modules := listingModules()
	for i, label := range []string{"saletext.parameters", "saletext.use", "saletext.material", "saletext.packing"} {
		f.Add(kit.Field{ID: modules[i], Label: label, Span: kit.Half, Lines: 3})
	}
	f.AddObject(kit.Whole, t.findings.sizes)
	f.AddObject(kit.Whole, t.findings.content)
	f.Add(kit.Field{ID: "listing_ticks", Label: "tick.title", Span: kit.Whole, Control: t.approvals.content})
}

// learn asks for the rules, again each time the screen is shown: they may have been changed elsewhere.
func (t *listingTexts) learn() {
	t.learned.Load(t.store.Markets.ListingRules, func(rules data.ListingRules, err error) {
		if err != nil {
			t.host.ShowError(err)
			return
		}
		t.rules = rules
		t.name()
		t.live()
	})
}

// show takes p's texts. The market and language that were in the fields stay, when p has a text there or none at all.
func (t *listingTexts) show(p data.Product, now func() data.Product, toPictures func()) {
	t.now, t.toPictures = now, toPictures
	t.list = slices.Clone(p.Listings)
	market, language := t.at.Market, t.at.Language
	if _, there := p.Listing(market, language); !there && len(p.Listings) > 0 {
		market, language = p.Listings[0].Market, p.Listings[0].Language
	}
	if market == "" || language == "" {
		market, language = data.Markets()[0], "en"
	}
	t.turn(market, language)
	t.quiet = false
	t.live()
}

// now returns what works out p with all that is checked as the form says it now.
func (e *editor) now(p data.Product) func() data.Product {
	return func() data.Product {
		said := p
		said.Category, said.HSCode = e.form.Text("category"), e.hsCode()
		said.Customs = p.Customs.With("en", e.form.Text("customs")).With("zh", e.form.Text("customs_zh"))
		e.readCustomsParts(&said)
		e.texts.read(&said)
		said.Name = said.Name.With("en", e.form.Text("name")).With("zh", e.form.Text("name_zh"))
		said.Description = said.Description.With("en", e.form.Text("description")).With("zh", e.form.Text("description_zh"))
		said.Pictures = e.pictures.read()
		e.listings.read(&said)
		return said
	}
}

// turnTo keeps what the fields say and puts another market's or language's text into them.
func (t *listingTexts) turnTo(market, language, field string) {
	t.take()
	t.turn(market, language)
	t.form.Edited(field)
}

// turn puts a market's text in a language into the fields.
func (t *listingTexts) turn(market, language string) {
	t.at, _ = data.Product{Listings: t.list}.Listing(market, language)
	was := t.quiet
	t.quiet = true // half of the fields belong to the text before
	for id, text := range listingText(t.at) {
		t.form.Set(id, text)
	}
	for _, id := range listingFields() {
		t.was[id] = t.form.Entry(id).Text
	}
	t.quiet = was
	kit.SetIn(t.language, kit.AllLanguages(), language)
	t.name()
}

// name shows the market by its name, and says which texts there are.
func (t *listingTexts) name() {
	if t.market.Empty(); t.at.Market != "" {
		t.market.Set(kit.Option[string]{Value: t.at.Market, Name: t.called(t.at.Market)})
	}
	var have []string
	others := []kit.Option[data.Listing]{}
	for _, l := range t.list {
		if silent(l) {
			continue
		}
		place := t.called(l.Market) + " " + l.Language
		have = append(have, place)
		if l.Market != t.at.Market || l.Language != t.at.Language {
			others = append(others, kit.Option[data.Listing]{Value: l, Name: place, Also: []string{l.Market, l.Language}})
		}
	}
	t.others.Store(&others)
	t.filled.SetText(t.host.T("saletext.filled", "Texts", strings.Join(have, " · ")))
	if len(have) == 0 {
		t.filled.SetText(t.host.T("saletext.none"))
	}
}

// fill puts another market's or language's text into the fields that are empty: nothing that was typed is lost.
func (t *listingTexts) fill() {
	for id, text := range listingText(t.other.Value()) {
		if t.form.Text(id) == "" {
			t.form.Set(id, text)
		}
	}
	t.other.Empty()
	t.form.Edited("listing_from")
}

// take keeps what the fields say, unless it is what they said when they were filled.
func (t *listingTexts) take() {
	if !slices.ContainsFunc(listingFields(), func(id string) bool { return t.form.Entry(id).Text != t.was[id] }) {
		t.put(t.at)
		return
	}
	l := t.at
	l.Title = t.form.Text("listings.title")
	l.Points = kit.Parts(t.form.Text("listings.points"), "\n")
	l.Keywords = kit.Parts(t.form.Text("listings.keywords"), "\n,，、;；")
	l.Modules = modulesWith(l.Modules, t.form.Text)
	t.put(l)
}

// put puts a text in its place in the list, at its end when it is new.
func (t *listingTexts) put(l data.Listing) {
	i := slices.IndexFunc(t.list, func(o data.Listing) bool { return o.Market == l.Market && o.Language == l.Language })
	switch {
	case i >= 0:
		t.list[i] = l
	case !silent(l):
		t.list = append(t.list, l)
	}
}

// silent reports whether a text says nothing. Such a one keeps its place while it is edited, but isn't read.
func silent(l data.Listing) bool {
	return l.Title == "" && len(l.Points)+len(l.Modules)+len(l.Keywords) == 0
}

// read puts the texts into p.
func (t *listingTexts) read(p *data.Product) {
	t.take()
	p.Listings = nil
	for _, l := range t.list {
		if !silent(l) {
			p.Listings = append(p.Listings, l)
		}
	}
}

// listingText is what the fields say of a listing, by field.
func listingText(l data.Listing) map[string]string {
	texts := map[string]string{
		"listings.title": l.Title, "listings.points": strings.Join(l.Points, "\n"), "listings.keywords": strings.Join(l.Keywords, ", "),
	}
	for i, kind := range data.Modules() {
		id := listingModules()[i]
		texts[id] = ""
		for _, m := range l.Modules {
			if m.Kind == kind {
				texts[id] = m.Text
			}
		}
	}
	return texts
}

// modulesWith puts what the fields say into a description. Modules of the merchant's own kinds stay where they are; a
// new usual one stands before those that usually follow it.
func modulesWith(old []data.Module, text func(id string) string) []data.Module {
	list := slices.Clone(old)
	usual := data.Modules()
	for i, id := range listingModules() {
		said := text(id)
		at := slices.IndexFunc(list, func(m data.Module) bool { return m.Kind == usual[i] })
		switch {
		case at >= 0 && said == "":
			list = slices.Delete(list, at, at+1)
		case at >= 0:
			list[at].Text = said
		case said != "":
			after := slices.IndexFunc(list, func(m data.Module) bool { return slices.Contains(usual[i:], m.Kind) })
			if after < 0 {
				after = len(list)
			}
			list = slices.Insert(list, after, data.Module{Kind: usual[i], Text: said})
		}
	}
	if len(list) == 0 {
		return nil
	}
	return list
}
