package rules

import (
	"context"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// Words lists the words that must not stand in texts, by topic and language, with a field to try a text.
type Words struct {
	*kit.Records[data.WordList]

	host     *kit.Host
	store    *store.Store
	form     *kit.Form
	topic    *kit.Picker[data.WordTopic]
	language *kit.Picker[string]
	date     *kit.DateEntry
	found    *kit.Paragraph
	usual    *kit.Button
}

func newWords(host *kit.Host, st *store.Store, filter fyne.CanvasObject) *Words {
	s := &Words{host: host, store: st, form: kit.NewForm(host)}
	s.build()
	t := host.T
	s.Records = kit.NewRecords(host, kit.Kind[data.WordList]{
		Title: t("rules.title"), Search: t("rules.words.search"), None: t("rules.words.none"), Choose: t("rules.words.choose"), NewWord: t("rules.words.new"),
		ArchiveTitle: t("rules.archive"), ArchiveWord: t("rules.archive.do"),
		ArchiveText: func(l data.WordList) string { return t("rules.archive.text", "Name", s.line(l).Title) },
		Filter:      filter, First: "words",
		Find: s.find, Key: wordsKey, Stored: func(l data.WordList) bool { return len(l.Words) > 0 || l.ID != 0 },
		Line: s.line, Blank: func() data.WordList {
			return data.WordList{Topic: data.AbsoluteWords, Language: "de", Date: host.Today()}
		},
		Get: s.get, Save: s.save, Archive: s.putAway,
		Undo: func(ctx context.Context, l data.WordList) (data.WordList, bool, error) {
			return undo(ctx, st, l, l.UUID, func() (data.WordList, error) { return s.get(ctx, wordsKey(l)) })
		},
		Form: s.form, Show: s.show, Read: s.read,
	})
	return s
}

func wordsKey(l data.WordList) string { return string(l.Topic) + " " + l.Language }

// topics are what words are looked for.
func topics(host *kit.Host) []kit.Option[data.WordTopic] {
	return []kit.Option[data.WordTopic]{
		{Value: data.AbsoluteWords, Name: host.T("rules.topic.absolute")},
		{Value: data.PromiseWords, Name: host.T("rules.topic.promise")},
		{Value: data.ContactWords, Name: host.T("rules.topic.contact")},
		{Value: data.VagueWords, Name: host.T("rules.topic.vague")},
	}
}

func (s *Words) build() {
	t := s.host.T
	s.topic, s.language, s.date = kit.NewPicker(s.host, topics(s.host)), kit.NewPicker(s.host, kit.AllLanguages()), s.form.NewDate("date")
	s.topic.OnChanged = func() { s.form.Edited("topic") }
	s.language.OnChanged = func() { s.form.Edited("language") }
	s.found, s.usual = kit.NewHint(""), kit.NewButton(t("rules.shipped"), nil, s.shipped)
	s.form.Section("rules.words.section")
	s.form.Add(
		kit.Field{ID: "topic", Label: "rules.topic", Control: s.topic},
		kit.Field{ID: "language", Label: "rules.language", Control: s.language},
		kit.Field{ID: "words", Label: "rules.words.lines", Span: kit.Whole, Lines: 12},
	)
	s.form.AddObject(kit.Whole, kit.Row(0, s.usual, kit.Spring()))
	s.form.Section("rules.try")
	s.form.Add(kit.Field{ID: "try", Label: "rules.try.text", Span: kit.Whole, Lines: 3})
	s.form.AddObject(kit.Whole, s.found)
	s.form.Section("rules.source")
	s.form.Add(
		kit.Field{ID: "source", Label: "rules.source.where"},
		kit.Field{ID: "date", Label: "rules.source.day", Control: s.date},
	)
	s.form.OnChanged = s.try
}

// try says which of the words stand in the text that is tried.
func (s *Words) try() {
	text := s.form.Text("try")
	l := data.WordList{Topic: s.topic.Value(), Words: s.typed()}
	said := ""
	if found := l.In(text); len(found) > 0 {
		said = s.host.T("rules.try.found", "Words", strings.Join(found, ", "))
	} else if text != "" {
		said = s.host.T("rules.try.none")
	}
	if s.found.Text != said {
		s.found.SetText(said)
		s.form.Relayout()
	}
}

// typed are the words as the form says: a line each, none twice.
func (s *Words) typed() (words []string) {
	for line := range strings.Lines(s.form.Text("words")) {
		if w := strings.TrimSpace(line); w != "" && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return words
}

// find returns the lists whose topic, language or words hold what is looked for; there are few, so they are sifted here.
func (s *Words) find(ctx context.Context, words, after string) (list []data.WordList, err error) {
	if after != "" {
		return nil, nil
	}
	all, err := s.store.WordLists.All(ctx)
	words = strings.ToLower(words)
	for _, l := range all {
		text := wordsKey(l) + "\n" + s.line(l).Title + "\n" + strings.Join(l.Words, "\n")
		if strings.Contains(strings.ToLower(text), words) {
			list = append(list, l)
		}
	}
	return list, err
}

func (s *Words) get(ctx context.Context, key string) (data.WordList, error) {
	all, err := s.store.WordLists.All(ctx)
	if err != nil {
		return data.WordList{}, err
	}
	if i := slices.IndexFunc(all, func(l data.WordList) bool { return wordsKey(l) == key }); i >= 0 {
		return all[i], nil
	}
	return data.WordList{}, data.ErrNotFound
}

// save keeps l, in the place of one that was put away before.
func (s *Words) save(ctx context.Context, l data.WordList) (data.WordList, error) {
	if l.ID == 0 {
		before, err := s.store.WordLists.Of(ctx, l.Topic, l.Language)
		if r, is := archived(before, err, func(l *data.WordList) *data.Record { return &l.Record }); is {
			l.Record = r
		}
	}
	return s.store.WordLists.Save(ctx, l)
}

// putAway takes l out of use; a shipped one that nobody changed is saved so.
func (s *Words) putAway(ctx context.Context, l data.WordList) error {
	l.Archived = true
	_, err := s.store.WordLists.Save(ctx, l)
	return err
}

func (s *Words) line(l data.WordList) kit.Line {
	title := string(l.Topic)
	for _, o := range topics(s.host) {
		if o.Value == l.Topic {
			title = o.Name
		}
	}
	return kit.Line{Code: l.Language, Title: title, Right: s.host.T("rules.words.count", "Count", len(l.Words)), Sought: true}
}

// shippedWords returns the list that the program ships for a topic and language.
func shippedWords(key string) (data.WordList, bool) {
	list := data.DefaultWordLists()
	i := slices.IndexFunc(list, func(l data.WordList) bool { return wordsKey(l) == key })
	if i < 0 {
		return data.WordList{}, false
	}
	return list[i], true
}

// shipped fills the form with the words that the program ships.
func (s *Words) shipped() {
	if l, is := shippedWords(wordsKey(data.WordList{Topic: s.topic.Value(), Language: s.language.Value()})); is {
		s.fill(l)
	}
}

func (s *Words) show(l data.WordList) {
	s.fill(l)
	s.form.Set("try", "")
	s.usual.Hide()
	if _, is := shippedWords(wordsKey(l)); is {
		s.usual.Show()
	}
	s.form.Relayout()
}

func (s *Words) fill(l data.WordList) {
	kit.SetIn(s.topic, topics(s.host), l.Topic)
	kit.SetIn(s.language, kit.AllLanguages(), l.Language)
	s.form.Set("words", strings.Join(l.Words, "\n"))
	s.form.Set("source", l.Source)
	s.form.Set("date", string(l.Date))
}

func (s *Words) read(old data.WordList) (data.WordList, error) {
	var bad data.Problems
	l := old
	l.Topic, l.Language, l.Source = s.topic.Value(), s.language.Value(), s.form.Text("source")
	l.Date = s.date.Read("date", &bad)
	if words := s.typed(); !slices.Equal(words, old.Words) {
		l.Words = words
	}
	if len(l.Words) == 0 {
		bad.Add("words", "problem.required")
	}
	return l, bad.Err()
}

// Try types a text to be tried.
func (s *Words) Try(text string) { s.form.Set("try", text) }
