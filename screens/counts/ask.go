package counts

import (
	"context"
	"errors"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// asking is an open question with a form.
type asking struct {
	form  *kit.Form
	q     *kit.Question
	ok    string // the word of the button that does it
	scope *kit.Picker[data.ScopeKind]
	where *kit.Picker[string]
	empty *kit.Checks[bool]
	rest  *kit.Checks[bool] // what nobody counted is gone
	one   *kit.Picker[reason]
	busy  bool
}

// askOpen asks what is to be counted.
func (s *Screen) askOpen() {
	kit.Run(s.host, nil, func(ctx context.Context) (places []string, err error) { return s.store.Stock.Places(ctx) },
		func(places []string, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.askWhat(places)
		})
}

// askWhat puts the question.
func (s *Screen) askWhat(places []string) {
	t, h := s.host.T, s.host
	a := &asking{form: kit.NewPart(h), ok: t("count.open")}
	options := []kit.Option[string]{{Name: s.place("")}}
	for _, code := range places {
		if code != data.InTransit {
			options = append(options, kit.Option[string]{Value: code, Code: code})
		}
	}
	a.where = kit.NewPicker(h, options)
	a.where.Set(options[0])
	var kinds []kit.Option[data.ScopeKind]
	for _, k := range data.ScopeKinds() {
		kinds = append(kinds, kit.Option[data.ScopeKind]{Value: k, Name: s.scopeWord(k)})
	}
	a.scope = kit.NewPicker(h, kinds)
	a.scope.Set(kinds[0])
	date, since := a.form.NewDate("date"), a.form.NewDate("scope.since")
	date.Set(h.Today())
	a.form.Add(
		kit.Field{ID: "warehouse", Label: "report.warehouse", Span: kit.Quarter, Control: a.where},
		kit.Field{ID: "date", Label: "report.date", Span: kit.Quarter, Control: date},
		kit.Field{ID: "scope.kind", Label: "report.scope", Span: kit.Quarter, Control: a.scope},
		kit.Field{ID: "scope.value", Label: "count.scope.value", Span: kit.Quarter},
		kit.Field{ID: "scope.since", Label: "count.scope.since", Span: kit.Quarter, Control: since},
		kit.Field{ID: "tolerance", Label: "count.tolerance", Span: kit.Quarter},
		kit.Field{ID: "note", Label: "report.note", Span: kit.Whole},
	)
	a.empty = kit.NewChecks([]bool{true}, []string{t("count.scope.empty")})
	a.form.AddObject(kit.Whole, a.empty.Content)
	a.form.AddObject(kit.Whole, kit.NewHint(t("count.open.hint")))
	a.scope.OnChanged = func() { a.fit(since); a.form.Edited("scope.kind") }
	a.fit(since)
	s.asked = a
	a.q = h.AskWith(t("count.open.title"), kit.Wide(480, a.form.Content),
		kit.Choice{Word: a.ok, Main: true, Ready: func() bool { s.openIt(a, date, since); return false }},
		kit.Choice{Word: t("screen.cancel")})
	for _, id := range []string{"date", "scope.value", "scope.since", "tolerance", "note"} {
		a.form.Entry(id).OnSubmitted = func(string) { a.q.Tap(a.ok) }
	}
	h.Focus(a.scope)
}

// scopeWord names a way to choose goods.
func (s *Screen) scopeWord(k data.ScopeKind) string {
	switch k {
	case data.ScopeCategory:
		return s.host.T("count.scope.category")
	case data.ScopeSupplier:
		return s.host.T("count.scope.supplier")
	case data.ScopeSearch:
		return s.host.T("count.scope.search")
	case data.ScopeMoved:
		return s.host.T("count.scope.moved")
	}
	return s.host.T("report.scope.all")
}

// fit lets those fields be filled in that the scope needs.
func (a *asking) fit(since fyne.Disableable) {
	for d, on := range map[fyne.Disableable]bool{
		a.form.Entry("scope.value"): a.scope.Value() != data.ScopeAll && a.scope.Value() != data.ScopeMoved, since: a.scope.Value() == data.ScopeMoved,
	} {
		if on {
			d.Enable()
		} else {
			d.Disable()
		}
	}
}

// openIt opens the stock-take that was asked for.
func (s *Screen) openIt(a *asking, date, since *kit.DateEntry) {
	var bad data.Problems
	t := data.StockTake{
		Warehouse: a.where.Value(), Date: date.Read("date", &bad), Note: a.form.Text("note"),
		Tolerance: kit.ReadNumber(a.form.Entry("tolerance"), "tolerance", data.ParseQuantity, &bad),
		Scope:     data.StockTakeScope{Kind: a.scope.Value(), Empty: len(a.empty.Chosen()) > 0},
	}
	switch t.Scope.Kind {
	case data.ScopeAll:
	case data.ScopeMoved:
		t.Scope.Since = since.Read("scope.since", &bad)
	default:
		t.Scope.Value = a.form.Text("scope.value")
	}
	s.do(a, bad, func(ctx context.Context) (string, error) {
		t, err := s.store.StockTakes.Open(ctx, t)
		return t.No, err
	}, func(no string) {
		s.host.Notice(s.host.T("count.opened", "No", no), s.wayBack(no))
		s.Finder.Reload()
		s.Open(no)
	})
}

// do does what a question asks for, or shows what is wrong with it under its fields.
func (s *Screen) do(a *asking, bad data.Problems, work func(context.Context) (string, error), done func(string)) {
	if a.busy {
		return
	}
	if len(bad) > 0 {
		a.complain(bad)
		return
	}
	a.busy = true
	kit.Run(s.host, nil, work, func(no string, err error) {
		if a.busy = false; err != nil {
			a.complain(err)
			return
		}
		a.q.Close()
		done(no)
	})
}

// complain shows problems at the fields of the form.
func (a *asking) complain(err error) {
	a.form.Complain(err)
	a.q.Refit()
}

// wayBack takes the newest batch back; nil when it can't be told which that is.
func (s *Screen) wayBack(no string) func() {
	last, err := s.store.Journal.Last(context.Background(), 1)
	if err != nil || len(last) == 0 {
		return nil
	}
	batch := last[0].Batch
	return func() {
		kit.TakeBack(s.host, s.store.Journal.Undo, batch, func() { s.after(no) })
	}
}

// after shows the list and the stock-take as they are now; one that is gone is put away.
func (s *Screen) after(no string) {
	s.Finder.Reload()
	s.loader.Load(func(ctx context.Context) (view, error) { return s.read(ctx, no, s.lines.query()) }, func(v view, err error) {
		switch {
		case errors.Is(err, data.ErrNotFound):
			s.close()
		case err != nil:
			s.host.ShowError(err)
		default:
			s.view, s.open = v, true
			s.draw()
		}
	})
}
