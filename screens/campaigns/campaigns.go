// Package campaigns is the screen of goods that are offered at a lower price for some days: which, at what price, and what is
// earned by it.
package campaigns

import (
	"context"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// Screen shows the campaigns on the left and the chosen one on the right.
type Screen struct {
	*kit.Records[data.Campaign]

	host        *kit.Host
	store       *store.Store
	form        *kit.Form
	title       *kit.Text
	state       *kit.Chip
	from, until *kit.DateEntry
	market      *kit.Picker[string]
	goods       *goods
	figures     *figures
	quiet       bool // the form is being filled
}

// New returns the screen with the first page of campaigns on its way.
func New(host *kit.Host, st *store.Store) *Screen {
	s := &Screen{host: host, store: st, form: kit.NewForm(host), title: kit.NewTitle("").Cut(), state: kit.NewChip("", kit.Plain)}
	s.build()
	t := host.T
	s.Records = kit.NewRecords(host, kit.Kind[data.Campaign]{
		Title: t("campaign.title"), Search: t("campaign.search"), None: t("campaign.none"),
		Choose: t("campaign.choose"), NewWord: t("campaign.new"),
		ArchiveTitle: t("campaign.archive"), ArchiveWord: t("campaign.archive.do"),
		ArchiveText: func(c data.Campaign) string { return t("campaign.archive.text", "No", c.No) },
		First:       "name",
		Find: func(ctx context.Context, words, after string) ([]data.Campaign, error) {
			return st.Campaigns.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize})
		},
		Key: func(c data.Campaign) string { return c.No }, Stored: func(c data.Campaign) bool { return c.ID != 0 },
		Line: s.line, Blank: func() data.Campaign { return data.NewCampaign(host.Today()) },
		Copy: func(c data.Campaign) data.Campaign { return c.Copy(host.Today()) },
		Get:  st.Campaigns.ByNo, Save: st.Campaigns.Save,
		Archive: func(ctx context.Context, c data.Campaign) error { return st.Campaigns.Archive(ctx, c.ID, true) },
		Past: func(ctx context.Context, words, after string) ([]data.Campaign, error) {
			return st.Campaigns.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize, Archived: true})
		},
		Restore: func(ctx context.Context, c data.Campaign) error { return st.Campaigns.Archive(ctx, c.ID, false) },
		Undo:    s.takeBack, Form: s.form, Show: s.show, Read: s.read,
		Warnings: data.Campaign.Warnings,
	})
	return s
}

func (s *Screen) build() {
	f := s.form
	s.from, s.until = f.NewDate("first_day"), f.NewDate("last_day")
	s.market = kit.NewAsking(s.host, s.markets)
	s.market.OnChanged = func() { f.Edited("market") }
	s.goods = newGoods(s.host, f, s.store)
	s.figures = newFigures(s.host, s.store, f)
	f.AddObject(kit.Whole, kit.Frame(nil, nil, nil, s.state, s.title))
	f.Section("campaign.section")
	f.Add(
		kit.Field{ID: "name", Label: "campaign.name", Span: kit.Half},
		kit.Field{ID: "first_day", Label: "campaign.from", Span: kit.Quarter, Control: s.from},
		kit.Field{ID: "last_day", Label: "campaign.until", Span: kit.Quarter, Control: s.until},
		kit.Field{ID: "market", Label: "campaign.market", Span: kit.Half, Control: s.market},
		kit.Field{ID: "note", Label: "campaign.note", Span: kit.Whole, Lines: 2},
	)
	f.AddObject(kit.Whole, kit.NewHint(s.host.T("campaign.hint")))
	f.Section("campaign.goods")
	f.Add(kit.Field{ID: "goods", Label: "campaign.goods.hint", Span: kit.Whole, Control: s.goods.content})
	f.Section("campaign.arithmetic")
	f.AddObject(kit.Whole, s.figures.content)
	f.OnChanged = s.live
}

// markets returns the marketplaces that the words name.
func (s *Screen) markets(ctx context.Context, words string) ([]kit.Option[string], error) {
	all, err := s.store.Markets.All(ctx)
	var options []kit.Option[string]
	for _, m := range all {
		options = append(options, kit.Option[string]{Value: m.Code, Name: m.Name.In(s.host.Lang())})
	}
	return kit.Rank(options, words), err
}

// line is a campaign in the list. Its number stands in the record: beside it the name, by which it is known, had no room.
func (s *Screen) line(c data.Campaign) kit.Line {
	l := kit.Line{Title: c.Name}
	l.State, l.Tone = state(s.host, c)
	return l
}

// state is the word and tone of where today lies to a campaign's days.
func state(host *kit.Host, c data.Campaign) (string, kit.Tone) {
	switch c.State(host.Today()) {
	case data.CampaignComing:
		return host.T("campaign.state.coming"), kit.Info
	case data.CampaignPast:
		return host.T("campaign.state.past"), kit.Plain
	}
	return host.T("campaign.state.running"), kit.Good
}

// show fills the form from c.
func (s *Screen) show(c data.Campaign) {
	s.quiet = true
	s.form.Set("name", c.Name)
	s.form.Set("note", c.Note)
	s.from.Set(c.From)
	s.until.Set(c.Until)
	s.market.Empty()
	if c.Market != "" {
		s.market.Set(kit.Option[string]{Value: c.Market, Name: s.marketName(c.Market)})
	}
	s.goods.show(c.Goods)
	s.quiet = false
	s.showHead(c)
	s.figures.ask(c)
}

// marketName names a marketplace of which only the code is known: one the program ships by its name.
func (s *Screen) marketName(code string) string {
	for _, m := range data.DefaultMarkets() {
		if m.Code == code {
			return m.Name.In(s.host.Lang())
		}
	}
	return code
}

// showHead says which campaign it is, and where today lies to its days.
func (s *Screen) showHead(c data.Campaign) {
	s.title.SetText(c.No)
	if c.ID == 0 {
		s.title.SetText(s.host.T("campaign.new"))
	}
	s.state.Set("", kit.Plain)
	if c.ID != 0 && c.From != "" && c.Until != "" { // one that isn't saved runs nowhere
		s.state.Set(state(s.host, c))
	}
}

// live works the arithmetic out anew while the merchant types. What can't be read counts as nothing.
func (s *Screen) live() {
	c, open := s.Current()
	if s.quiet || !open {
		return
	}
	typed, _ := s.read(c)
	s.showHead(typed)
	s.figures.ask(typed)
}

// read returns the campaign the form describes: old with what the form says in its place.
func (s *Screen) read(old data.Campaign) (data.Campaign, error) {
	var bad data.Problems
	c := old
	c.Name, c.Note, c.Market = s.form.Text("name"), s.form.Text("note"), s.market.Value()
	c.From, c.Until = s.from.Read("first_day", &bad), s.until.Read("last_day", &bad)
	c.Goods = s.goods.read(&bad)
	return c, bad.Err()
}

// takeBack undoes the newest save of c and returns c as it is then.
func (s *Screen) takeBack(ctx context.Context, c data.Campaign) (data.Campaign, bool, error) {
	there, err := s.store.Journal.TakeBack(ctx, c.UUID)
	if err != nil || !there {
		return c, there, err
	}
	c, err = s.store.Campaigns.Get(ctx, c.ID)
	return c, !c.Archived, err
}

// Pick opens the n-th row of the list, as a tap on it does.
func (s *Screen) Pick(n int) { s.Finder.List.Select(n) }

// ScrollTo shows what stands so far down in the campaign.
func (s *Screen) ScrollTo(down float32) { s.form.ScrollTo(down) }
