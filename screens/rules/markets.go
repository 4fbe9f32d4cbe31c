package rules

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// Markets lists the marketplaces with what they let a listing say.
type Markets struct {
	*kit.Records[data.Market]

	host   *kit.Host
	store  *store.Store
	form   *kit.Form
	date   *kit.DateEntry
	unsure *kit.Checks[bool]
	usual  *kit.Button
}

// limits are the fields of a market's figures. Empty or 0 is no limit.
func limits(m *data.Market) []limit {
	return []limit{
		{"title_limit", "rules.title_limit", &m.TitleLimit},
		{"title_shown", "rules.title_shown", &m.TitleShown},
		{"word_times", "rules.word_times", &m.WordTwice},
		{"points", "rules.points", &m.Points},
		{"point_limit", "rules.point_limit", &m.PointLimit},
		{"text_limit", "rules.text_limit", &m.TextLimit},
		{"keywords", "rules.keywords", &m.Keywords},
		{"keyword_bytes", "rules.keyword_bytes", &m.KeywordBytes},
		{"pictures", "rules.pictures", &m.Pictures},
		{"picture_edge", "rules.picture_edge", &m.PictureEdge},
		{"picture_bytes", "rules.picture_bytes", &m.PictureBytes},
	}
}

// limit is one figure of a market.
type limit struct {
	id, label string
	at        *int64
}

func newMarkets(host *kit.Host, st *store.Store, filter fyne.CanvasObject) *Markets {
	s := &Markets{host: host, store: st, form: kit.NewForm(host)}
	s.build()
	t := host.T
	s.Records = kit.NewRecords(host, kit.Kind[data.Market]{
		Title: t("rules.title"), Search: t("rules.markets.search"), None: t("rules.markets.none"), Choose: t("rules.markets.choose"), NewWord: t("rules.markets.new"),
		ArchiveTitle: t("rules.archive"), ArchiveWord: t("rules.archive.do"),
		ArchiveText: func(m data.Market) string { return t("rules.archive.text", "Name", m.Code) },
		Filter:      filter, First: "code",
		Find: s.find, Key: func(m data.Market) string { return m.Code }, Stored: func(m data.Market) bool { return m.Code != "" },
		Line: s.line, Blank: func() data.Market { return data.Market{Date: host.Today()} },
		Get: s.get, Save: s.save, Archive: s.putAway,
		Undo: func(ctx context.Context, m data.Market) (data.Market, bool, error) {
			return undo(ctx, st, m, m.UUID, func() (data.Market, error) { return s.get(ctx, m.Code) })
		},
		Form: s.form, Show: s.show, Read: s.read,
	})
	return s
}

func (s *Markets) build() {
	t := s.host.T
	s.date = s.form.NewDate("date")
	s.unsure = kit.NewChecks([]bool{true}, []string{t("rules.unsure")})
	s.unsure.OnChanged = func() { s.form.Edited("unsure") }
	s.usual = kit.NewButton(t("rules.shipped"), nil, s.shipped)
	s.form.Section("rules.market")
	s.form.Add(
		kit.Field{ID: "code", Label: "rules.code", Hint: "rules.code.hint", Span: kit.Third},
		kit.Field{ID: "names.en", Label: "rules.name", Span: kit.Third},
		kit.Field{ID: "names.zh", Label: "rules.name_zh", Span: kit.Third},
		kit.Field{ID: "languages", Label: "rules.languages", Hint: "rules.languages.hint"},
		kit.Field{ID: "banned_in_titles", Label: "rules.banned"},
	)
	s.form.Section("rules.limits")
	s.form.AddObject(kit.Whole, kit.NewHint(t("rules.limits.hint")))
	for _, one := range limits(&data.Market{}) {
		s.form.Add(kit.Field{ID: one.id, Label: one.label, Span: kit.Third})
	}
	s.form.Section("rules.source")
	s.form.Add(
		kit.Field{ID: "source", Label: "rules.source.where", Span: kit.Whole},
		kit.Field{ID: "date", Label: "rules.source.day", Control: s.date},
		kit.Field{ID: "unsure", Label: "rules.source.sure", Control: s.unsure.Content},
	)
	s.form.AddObject(kit.Whole, kit.Row(0, s.usual, kit.Spring()))
}

// find returns the markets whose code or name holds the words; there are few, so they are sifted here.
func (s *Markets) find(ctx context.Context, words, after string) (list []data.Market, err error) {
	if after != "" {
		return nil, nil
	}
	all, err := s.store.Markets.All(ctx)
	words = strings.ToLower(words)
	for _, m := range all {
		if strings.Contains(strings.ToLower(m.Code+"\n"+m.Name["en"]+"\n"+m.Name["zh"]), words) {
			list = append(list, m)
		}
	}
	return list, err
}

func (s *Markets) get(ctx context.Context, code string) (data.Market, error) {
	all, err := s.store.Markets.All(ctx)
	if err != nil {
		return data.Market{}, err
	}
	if i := slices.IndexFunc(all, func(m data.Market) bool { return m.Code == code }); i >= 0 {
		return all[i], nil
	}
	return data.Market{}, data.ErrNotFound
}

// save keeps m, in the place of one that was put away before.
func (s *Markets) save(ctx context.Context, m data.Market) (data.Market, error) {
	if m.ID == 0 {
		before, err := s.store.Markets.ByCode(ctx, m.Code)
		if r, is := archived(before, err, func(m *data.Market) *data.Record { return &m.Record }); is {
			m.Record = r
		}
	}
	return s.store.Markets.Save(ctx, m)
}

// putAway takes m out of use; a shipped one that nobody changed is saved so.
func (s *Markets) putAway(ctx context.Context, m data.Market) error {
	m.Archived = true
	_, err := s.store.Markets.Save(ctx, m)
	return err
}

func (s *Markets) line(m data.Market) kit.Line {
	l := kit.Line{Code: m.Code, Title: m.Name.In(s.host.Lang())}
	if m.Unsure {
		l.State, l.Tone = s.host.T("rules.unsure.chip"), kit.Warn
	}
	return l
}

// shippedMarket returns the market that the program ships under a code.
func shippedMarket(code string) (data.Market, bool) {
	list := data.DefaultMarkets()
	i := slices.IndexFunc(list, func(m data.Market) bool { return m.Code == code })
	if i < 0 {
		return data.Market{}, false
	}
	return list[i], true
}

// shipped fills the form with the figures that the program ships.
func (s *Markets) shipped() {
	if m, is := shippedMarket(s.form.Text("code")); is {
		s.fill(m)
	}
}

func (s *Markets) show(m data.Market) {
	s.fill(m)
	if _, is := shippedMarket(m.Code); is {
		s.usual.Show()
	} else {
		s.usual.Hide()
	}
	s.form.Relayout()
}

func (s *Markets) fill(m data.Market) {
	for id, text := range map[string]string{
		"code": m.Code, "names.en": m.Name["en"], "names.zh": m.Name["zh"], "languages": strings.Join(m.Languages, ", "),
		"banned_in_titles": m.BannedInTitles, "source": m.Source, "date": string(m.Date),
	} {
		s.form.Set(id, text)
	}
	for _, one := range limits(&m) {
		text := ""
		if *one.at != 0 {
			text = strconv.FormatInt(*one.at, 10)
		}
		s.form.Set(one.id, text)
	}
	s.unsure.Set(nil)
	if m.Unsure {
		s.unsure.Set([]bool{true})
	}
}

func (s *Markets) read(old data.Market) (data.Market, error) {
	var bad data.Problems
	m := old
	m.Code, m.BannedInTitles, m.Source = s.form.Text("code"), s.form.Text("banned_in_titles"), s.form.Text("source")
	m.Name = old.Name.With("en", s.form.Text("names.en")).With("zh", s.form.Text("names.zh"))
	m.Languages = nil
	for _, l := range strings.FieldsFunc(s.form.Text("languages"), func(r rune) bool { return strings.ContainsRune(",，;；、 ", r) }) {
		m.Languages = append(m.Languages, strings.ToLower(l))
	}
	for _, one := range limits(&m) {
		*one.at = kit.ReadNumber(s.form.Entry(one.id), one.id, kit.WholeOf(40), &bad)
	}
	m.Date = s.date.Read("date", &bad)
	m.Unsure = len(s.unsure.Chosen()) > 0
	return m, bad.Err()
}
