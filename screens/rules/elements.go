package rules

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// Elements lists which declaration elements (申报要素) HS codes ask for.
type Elements struct {
	*kit.Records[data.ElementList]

	host  *kit.Host
	store *store.Store
	form  *kit.Form
	date  *kit.DateEntry
	grid  *kit.Grid
	used  *kit.Paragraph
	uses  *kit.Loader[int]
}

func newElements(host *kit.Host, st *store.Store, filter fyne.CanvasObject) *Elements {
	s := &Elements{host: host, store: st, form: kit.NewForm(host), uses: kit.NewLoader[int](host)}
	s.build()
	t := host.T
	s.Records = kit.NewRecords(host, kit.Kind[data.ElementList]{
		Title: t("rules.title"), Search: t("rules.elements.search"), None: t("rules.elements.none"), Choose: t("rules.elements.choose"), NewWord: t("rules.elements.new"),
		ArchiveTitle: t("rules.archive"), ArchiveWord: t("rules.archive.do"),
		ArchiveText: func(l data.ElementList) string { return t("rules.archive.text", "Name", l.Code) },
		Filter:      filter, First: "code",
		Find: s.find, Key: func(l data.ElementList) string { return l.Code }, Stored: func(l data.ElementList) bool { return l.ID != 0 },
		Line: s.line, Blank: func() data.ElementList { return data.ElementList{Date: host.Today()} },
		Get: st.Elements.ByCode, Save: s.save,
		Archive: func(ctx context.Context, l data.ElementList) error { return st.Elements.Archive(ctx, l.ID, true) },
		Undo: func(ctx context.Context, l data.ElementList) (data.ElementList, bool, error) {
			return undo(ctx, st, l, l.UUID, func() (data.ElementList, error) { return st.Elements.ByCode(ctx, l.Code) })
		},
		Form: s.form, Show: s.show, Read: s.read,
	})
	return s
}

func (s *Elements) build() {
	t := s.host.T
	s.date, s.used = s.form.NewDate("date"), kit.NewHint("")
	s.grid = kit.NewGrid(s.host, kit.GridColumn{Title: t("rules.element.zh"), Share: 4}, kit.GridColumn{Title: t("rules.element.en"), Share: 4},
		kit.GridColumn{Title: t("rules.element.required"), Share: 2})
	s.grid.OnChanged = func() { s.form.Relayout(); s.form.Edited("elements") }
	s.form.Section("rules.elements.section")
	s.form.Add(kit.Field{ID: "code", Label: "rules.hs_code", Hint: "rules.hs_code.hint"})
	s.form.AddObject(kit.Whole, s.used)
	s.form.Add(kit.Field{ID: "elements", Label: "rules.element.list", Span: kit.Whole, Control: s.grid.Content})
	s.form.AddObject(kit.Whole, kit.NewHint(t("rules.element.hint")))
	s.form.Section("rules.source")
	s.form.Add(
		kit.Field{ID: "source", Label: "rules.source.where"},
		kit.Field{ID: "date", Label: "rules.source.day", Control: s.date},
	)
}

// find returns the lists whose code begins with the words, or whose elements hold them.
func (s *Elements) find(ctx context.Context, words, after string) (list []data.ElementList, err error) {
	all, err := s.store.Elements.All(ctx)
	words = strings.ToLower(words)
	for _, l := range all {
		text := l.Code
		for _, e := range l.Elements {
			text += "\n" + e.Chinese + "\n" + e.English
		}
		if l.Code > after && strings.Contains(strings.ToLower(text), words) && len(list) < kit.PageSize {
			list = append(list, l)
		}
	}
	return list, err
}

// save keeps l, in the place of one of its code that was put away before.
func (s *Elements) save(ctx context.Context, l data.ElementList) (data.ElementList, error) {
	if l.ID == 0 {
		before, err := s.store.Elements.ByCode(ctx, l.Code)
		if r, is := archived(before, err, func(l *data.ElementList) *data.Record { return &l.Record }); is {
			l.Record = r
		}
	}
	return s.store.Elements.Save(ctx, l)
}

// line is a list by its code, with what its first elements are called.
func (s *Elements) line(l data.ElementList) kit.Line {
	var names []string
	for _, e := range l.Elements[:min(len(l.Elements), 4)] {
		name := e.Chinese
		if s.host.Lang() != "zh" && e.English != "" {
			name = e.English
		}
		names = append(names, name)
	}
	return kit.Line{Code: l.Code, Title: strings.Join(names, ", "), Right: s.host.T("rules.elements.count", "Count", len(l.Elements)), Sought: true}
}

func (s *Elements) show(l data.ElementList) {
	s.form.Set("code", l.Code)
	s.form.Set("source", l.Source)
	s.form.Set("date", string(l.Date))
	var rows [][]string
	for _, e := range l.Elements {
		required := ""
		if e.Required {
			required = s.host.T("rules.yes")
		}
		rows = append(rows, []string{e.Chinese, e.English, required})
	}
	s.grid.Set(rows)
	s.used.SetText("")
	s.uses.Stop()
	if l.Code == "" {
		return
	}
	s.uses.Load(func(ctx context.Context) (int, error) { return s.store.Elements.Used(ctx, l.Code) }, func(n int, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.used.SetText(s.host.T("rules.elements.used", "Count", n))
		s.form.Relayout()
	})
}

func (s *Elements) read(old data.ElementList) (data.ElementList, error) {
	var bad data.Problems
	l := old
	l.Code, l.Source = strings.ReplaceAll(s.form.Text("code"), ".", ""), s.form.Text("source")
	l.Date = s.date.Read("date", &bad)
	l.Elements = nil
	for _, r := range s.grid.Rows("elements", &bad) {
		l.Elements = append(l.Elements, data.ElementName{Chinese: r.Text(0), English: r.Text(1), Required: r.Text(2) != ""})
	}
	if len(l.Elements) == 0 {
		bad.Add("elements", "problem.required")
	}
	return l, bad.Err()
}
