// Package keywords is the part of Products where the merchant keeps the words by which buyers look for goods: in which
// articles they stand, when somebody last asked whether they still are the right ones, and what own titles suggest.
package keywords

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// most is how many suggestions, and how many articles of a word, are shown.
const most = 8

// use is where a word stands: in how many articles, and the first of them.
type use struct {
	count int
	first []data.Product
}

// Screen shows the words on the left and the chosen one on the right.
type Screen struct {
	*kit.Records[data.Keyword]

	host     *kit.Host
	store    *store.Store
	open     func(sku string)
	form     *kit.Form
	language *kit.Picker[string]
	reviewed *kit.DateEntry
	side     side
	used     *kit.Loader[use]
	suggests *kit.Loader[[]data.WordCount]
}

// New returns the screen with the words on their way. A tap on an article calls open.
func New(host *kit.Host, st *store.Store, open func(sku string)) *Screen {
	s := &Screen{host: host, store: st, open: open, form: kit.NewForm(host), used: kit.NewLoader[use](host), suggests: kit.NewLoader[[]data.WordCount](host)}
	s.build()
	t := host.T
	s.Records = kit.NewRecords(host, kit.Kind[data.Keyword]{
		Title: t("keyword.title"), Search: t("keyword.search"), None: t("keyword.none"), Choose: t("keyword.choose"), NewWord: t("keyword.new"),
		ArchiveTitle: t("keyword.archive"), ArchiveWord: t("keyword.archive.do"),
		ArchiveText: func(k data.Keyword) string { return t("keyword.archive.text", "Word", k.Word) },
		First:       "word",
		Find: func(ctx context.Context, words, after string) ([]data.Keyword, error) {
			return st.Keywords.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize})
		},
		Key: key, Stored: func(k data.Keyword) bool { return k.ID != 0 },
		Line: s.line, Blank: func() data.Keyword { return data.Keyword{Language: "en"} },
		Get: s.get, Save: st.Keywords.Save,
		Archive: func(ctx context.Context, k data.Keyword) error { return st.Keywords.Archive(ctx, k.ID, true) },
		Past: func(ctx context.Context, words, after string) ([]data.Keyword, error) {
			return st.Keywords.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize, Archived: true})
		},
		Restore: func(ctx context.Context, k data.Keyword) error { return st.Keywords.Archive(ctx, k.ID, false) },
		Undo:    s.takeBack, Form: s.form, Show: s.show, Read: s.read,
	})
	return s
}

// key is what pages go by, as the store orders them.
func key(k data.Keyword) string { return k.Language + " " + k.Word }

func (s *Screen) get(ctx context.Context, key string) (data.Keyword, error) {
	language, word, _ := strings.Cut(key, " ")
	return s.store.Keywords.Of(ctx, language, word)
}

// line is a word in the list, with a chip when its review is due.
func (s *Screen) line(k data.Keyword) kit.Line {
	l := kit.Line{Code: k.Language, Title: k.Word}
	if k.ReviewDue(s.host.Today()) {
		l.State, l.Tone = s.host.T("keyword.due"), kit.Warn
	}
	return l
}

func (s *Screen) build() {
	s.language, s.reviewed = kit.NewPicker(s.host, kit.AllLanguages()), s.form.NewDate("reviewed")
	s.language.OnChanged = func() { s.form.Edited("language"); s.suggest() }
	s.side.prepare(s.host)
	s.form.Section("keyword.section")
	s.form.Add(
		kit.Field{ID: "word", Label: "keyword.word"},
		kit.Field{ID: "language", Label: "keyword.language", Control: s.language},
		kit.Field{ID: "reviewed", Label: "keyword.reviewed", Control: s.reviewed},
	)
	today := kit.NewButton(s.host.T("keyword.today"), nil, func() { s.form.Set("reviewed", string(s.host.Today())) })
	s.form.AddObject(kit.Whole, kit.Row(0, today, kit.Spring()))
	s.form.Add(kit.Field{ID: "note", Label: "keyword.note", Span: kit.Whole, Lines: 3})
	s.form.Section("keyword.used")
	s.form.AddObject(kit.Whole, s.side.used)
	s.form.Section("keyword.suggestions")
	s.form.AddObject(kit.Whole, s.side.suggested)
}

// show fills the form from k, and asks where it stands.
func (s *Screen) show(k data.Keyword) {
	s.form.Set("word", k.Word)
	s.form.Set("note", k.Note)
	s.form.Set("reviewed", string(k.Reviewed))
	kit.SetIn(s.language, kit.AllLanguages(), k.Language)
	s.side.showUse(use{}, s.open)
	s.used.Stop()
	if k.Word != "" {
		s.used.Load(func(ctx context.Context) (u use, err error) {
			u.count, u.first, err = s.store.Keywords.Used(ctx, k.Word, most)
			return u, err
		}, func(u use, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.side.showUse(u, s.open)
			s.form.Relayout()
		})
	}
	s.suggest()
}

// suggest asks which words own titles have often, in the form's language.
func (s *Screen) suggest() {
	language := s.language.Value()
	s.suggests.Load(func(ctx context.Context) ([]data.WordCount, error) {
		return s.store.Keywords.Suggest(ctx, language, most)
	}, func(list []data.WordCount, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.side.showSuggestions(list, func(word string) { s.add(language, word) })
		s.form.Relayout()
	})
}

// add takes a suggested word into the library; what the form holds stays.
func (s *Screen) add(language, word string) {
	kit.Run(s.host, nil, func(ctx context.Context) (data.Keyword, error) {
		return s.store.Keywords.Save(ctx, data.Keyword{Language: language, Word: word, Reviewed: s.host.Today()})
	}, func(_ data.Keyword, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.Finder.Reload()
		s.suggest()
		s.host.Notice(s.host.T("keyword.added", "Word", word), nil)
	})
}

// read returns the word the form describes: old with what the form says in its place.
func (s *Screen) read(old data.Keyword) (data.Keyword, error) {
	var bad data.Problems
	k := old
	k.Word, k.Note, k.Language = s.form.Text("word"), s.form.Text("note"), s.language.Value()
	k.Reviewed = s.reviewed.Read("reviewed", &bad)
	return k, bad.Err()
}

// takeBack undoes the newest save of k and returns k as it is then.
func (s *Screen) takeBack(ctx context.Context, k data.Keyword) (data.Keyword, bool, error) {
	there, err := s.store.Journal.TakeBack(ctx, k.UUID)
	if err != nil || !there {
		return k, there, err
	}
	before, err := s.store.Keywords.Of(ctx, k.Language, k.Word)
	return before, !before.Archived, err
}
