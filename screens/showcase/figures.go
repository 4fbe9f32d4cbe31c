package showcase

import (
	"context"
	"errors"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// mostEntered is how many products the grid of a week begins with.
const mostEntered = 60

// entering is the open question in which a week's figures are typed.
type entering struct {
	screen  *Screen
	week    *kit.Picker[data.Week]
	grid    *kit.Grid
	wrong   *kit.Paragraph
	edited  bool
	q       *kit.Question
	busy    bool
	shown   map[string]data.Counts // as stored, by SKU
	loading *kit.Loader[[]data.ListingFigures]
}

// askFigures opens a grid for the figures of one week: of what stands in the showcase, and what had figures before. A block copied
// from a spreadsheet can be put in as a whole.
func (s *Screen) askFigures() {
	t := s.host.T
	e := &entering{screen: s, wrong: kit.NewComplaint(), loading: kit.NewLoader[[]data.ListingFigures](s.host)}
	s.entering = e
	e.week = kit.NewPicker(s.host, s.weekOptions())
	e.week.Set(s.weekOptions()[1])
	e.week.OnChanged = e.load
	e.grid = kit.NewGrid(s.host, kit.GridColumn{Title: t("screen.product.sku"), Share: 2}, kit.GridColumn{Title: t("showcase.exposures"), Share: 1},
		kit.GridColumn{Title: t("showcase.clicks"), Share: 1}, kit.GridColumn{Title: t("showcase.inquiries"), Share: 1}, kit.GridColumn{Title: t("showcase.orders"), Share: 1})
	e.grid.OnChanged = func() { e.edited = true }
	form := kit.NewPart(s.host)
	form.Add(kit.Field{ID: "week", Label: "showcase.week", Span: kit.Whole, Control: e.week})
	form.AddObject(kit.Whole, e.grid.Content)
	form.AddObject(kit.Whole, e.wrong)
	form.AddObject(kit.Whole, kit.NewHint(t("showcase.enter.hint")))
	e.q = s.host.AskWith(t("showcase.enter.of", "Market", s.view.Market.Name.In(s.host.Lang())), kit.Wide(620, form.Content),
		kit.Choice{Word: t("screen.save"), Main: true, Ready: func() bool { e.save(); return false }},
		kit.Choice{Word: t("screen.cancel")})
	e.load()
}

// weekOptions are this week and those of the past half year; the second is the last whole one.
func (s *Screen) weekOptions() (list []kit.Option[data.Week]) {
	this := data.WeekOf(s.host.Today())
	for n := range 27 {
		w := this.Add(-n)
		list = append(list, kit.Option[data.Week]{
			Value: w, Code: string(w), Name: s.host.Date(string(w.Monday())) + " – " + s.host.Date(string(w.Sunday())), Also: []string{string(w.Monday())},
		})
	}
	return list
}

// load fills the grid with the week's figures. What was typed stays when another week is chosen: it was meant for that.
func (e *entering) load() {
	s, week := e.screen, e.week.Value()
	market, newest := s.view.Market.Code, s.view.To
	e.loading.Load(func(ctx context.Context) ([]data.ListingFigures, error) {
		list, err := s.store.ListingFigures.Find(ctx, store.FiguresQuery{Market: market, Week: week, Limit: mostEntered})
		if err != nil || len(list) > 0 || newest == "" {
			return list, err
		}
		list, err = s.store.ListingFigures.Find(ctx, store.FiguresQuery{Market: market, Week: newest, Limit: mostEntered})
		for i := range list {
			list[i] = data.ListingFigures{SKU: list[i].SKU}
		}
		return list, err
	}, func(list []data.ListingFigures, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		e.shown = map[string]data.Counts{}
		for _, f := range list {
			e.shown[f.SKU] = f.Counts
		}
		if !e.edited {
			e.fill(list)
		}
	})
}

// fill shows figures: first of what stands in the showcase, then of the others.
func (e *entering) fill(list []data.ListingFigures) {
	var rows [][]string
	add := func(sku string, known bool) {
		row := []string{sku, "", "", "", ""}
		if c := e.shown[sku]; known && c != (data.Counts{}) {
			row = []string{sku, e.screen.count(c.Exposures), e.screen.count(c.Clicks), e.screen.count(c.Inquiries), e.screen.count(c.Orders)}
		}
		rows = append(rows, row)
	}
	placed := map[string]bool{}
	for _, p := range e.screen.view.Places {
		_, known := e.shown[p.SKU]
		add(p.SKU, known)
		placed[p.SKU] = true
	}
	for _, f := range list {
		if !placed[f.SKU] {
			add(f.SKU, true)
		}
	}
	e.grid.Set(rows)
	e.edited = false
	e.q.Refit()
	column := 1
	if len(rows) == 0 {
		column = 0
	}
	e.screen.host.Focus(e.grid.Entry(0, column))
}

// read returns the rows that say something: a product alone, without any figure, says nothing unless it had figures.
func (e *entering) read(bad *data.Problems) (list []data.ListingFigures) {
	for _, r := range e.grid.Rows("figures", bad) {
		f := data.ListingFigures{SKU: r.Text(0), Market: e.screen.view.Market.Code, Week: e.week.Value()}
		said := strings.TrimSpace(r.Text(1)+r.Text(2)+r.Text(3)+r.Text(4)) != ""
		if _, known := e.shown[f.SKU]; !said && !known {
			continue
		}
		for i, into := range []*int64{&f.Exposures, &f.Clicks, &f.Inquiries, &f.Orders} {
			*into = kit.GridNumber(r, i+1, data.ParseCount)
		}
		if f.Counts != (data.Counts{}) || e.shown[f.SKU] != f.Counts {
			list = append(list, f)
		}
	}
	return list
}

// save keeps the week, all of it or nothing.
func (e *entering) save() {
	var bad data.Problems
	list, s := e.read(&bad), e.screen
	if len(bad) > 0 || e.busy {
		e.complain(bad.Err())
		return
	}
	e.busy = true
	s.write(func(ctx context.Context, st *store.Store) error { return st.ListingFigures.Enter(ctx, list) }, func(batch string, err error) {
		e.busy = false
		if err != nil {
			e.complain(unplaced(err))
			return
		}
		e.q.Close()
		s.finish(batch, s.host.T("showcase.entered", "Week", string(e.week.Value()), "Count", len(list)))
	})
}

// complain says what is wrong, a sentence a row.
func (e *entering) complain(err error) {
	var bad data.Problems
	switch {
	case err == nil:
		return
	case !errors.As(err, &bad):
		e.screen.host.ShowError(err)
		return
	}
	e.wrong.SetText(e.screen.host.Sentences(bad, 4))
	e.wrong.Show()
	e.q.Refit()
}

// unplaced takes the row and field off problems whose sentences name the product: rows without figures aren't handed on, so they
// would be counted wrong.
func unplaced(err error) error {
	var bad data.Problems
	if !errors.As(err, &bad) {
		return err
	}
	plain := make(data.Problems, len(bad))
	for i, p := range bad {
		plain[i] = data.Problem{Key: p.Key, Args: p.Args}
	}
	return plain
}

// askImport asks what a file is about that doesn't say it itself, and goes on to the import.
func (s *Screen) askImport() {
	t, form := s.host.T, kit.NewPart(s.host)
	market, week := kit.NewPicker(s.host, s.options()), kit.NewPicker(s.host, s.weekOptions())
	kit.SetIn(market, s.options(), s.view.Market.Code)
	week.Set(s.weekOptions()[1])
	form.Add(kit.Field{ID: "market", Label: "showcase.market", Span: kit.Half, Control: market}, kit.Field{ID: "week", Label: "showcase.week", Span: kit.Half, Control: week})
	form.AddObject(kit.Whole, kit.NewHint(t("showcase.import.hint")))
	s.host.AskWith(t("showcase.import.title"), kit.Wide(480, form.Content),
		kit.Choice{Word: t("showcase.import.go"), Main: true, Then: func() { s.program.Import(market.Value(), week.Value()) }},
		kit.Choice{Word: t("screen.cancel")})
	s.host.Focus(market)
}

// readCount reads a whole number; nothing is 0.
func readCount(text, field string, bad *data.Problems) int64 {
	if text == "" {
		return 0
	}
	n, err := data.ParseCount(text)
	if err != nil {
		bad.Add(field, kit.NumberProblem(err))
	}
	return n
}

// shorter takes the name of the record's part off the fields of problems: the form's fields have none.
func shorter(err error) error {
	var bad data.Problems
	if !errors.As(err, &bad) {
		return err
	}
	named := make(data.Problems, len(bad))
	for i, p := range bad {
		p.Field = strings.TrimPrefix(p.Field, "showcase.")
		named[i] = p
	}
	return named
}
