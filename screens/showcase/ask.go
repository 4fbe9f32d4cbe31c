package showcase

import (
	"context"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// work writes something.
type work func(ctx context.Context, st *store.Store) error

// asking is an open question with a form. It stays open until what it asks for is saved.
type asking struct {
	screen *Screen
	form   *kit.Form
	q      *kit.Question
	busy   bool
}

// ask opens a question with form. read makes the work out of what was typed; done is said when it worked.
func (s *Screen) ask(title string, form *kit.Form, read func(*data.Problems) work, done string) *asking {
	a := &asking{screen: s, form: form}
	a.q = s.host.AskWith(title, kit.Wide(480, form.Content),
		kit.Choice{Word: s.host.T("screen.save"), Main: true, Ready: func() bool { a.do(read, done); return false }},
		kit.Choice{Word: s.host.T("screen.cancel")})
	return a
}

// submit lets Enter in a field save.
func (a *asking) submit(ids ...string) {
	for _, id := range ids {
		a.form.Entry(id).OnSubmitted = func(string) { a.q.Tap(a.screen.host.T("screen.save")) }
	}
}

// do does the work, or shows what is wrong with it under its fields.
func (a *asking) do(read func(*data.Problems) work, done string) {
	var bad data.Problems
	do := read(&bad)
	if len(bad) > 0 || a.busy {
		a.complain(bad.Err())
		return
	}
	a.busy = true
	s := a.screen
	s.write(do, func(batch string, err error) {
		a.busy = false
		if err != nil {
			a.complain(err)
			return
		}
		a.q.Close()
		s.finish(batch, done)
	})
}

// complain shows problems at the fields of the form.
func (a *asking) complain(err error) {
	if err != nil {
		a.form.Complain(err)
		a.q.Refit()
	}
}

// write does the work in one transaction and hands on the batch it belongs to, "" when nothing changed.
func (s *Screen) write(do work, then func(batch string, err error)) {
	kit.Run(s.host, nil, func(ctx context.Context) (batch string, err error) {
		err = s.store.Atomically(ctx, func(st *store.Store) error {
			batch, err = st.Journal.Made(ctx, func() error { return do(ctx, st) })
			return err
		})
		return batch, err
	}, then)
}

// finish says what was done, with a way back, and shows the showcase anew.
func (s *Screen) finish(batch, done string) {
	s.Reload()
	if batch == "" {
		s.host.Notice(s.host.T("stock.unchanged"), nil)
		return
	}
	s.host.Notice(done, func() { s.undo(batch) })
}

// askRules asks for the places of the market and the rules of its ranking; an empty field takes the usual figure.
func (s *Screen) askRules() {
	t, form, m := s.host.T, kit.NewPart(s.host), s.view.Market
	usual, r := data.ShowcaseRules{By: m.Showcase.By}.WithDefaults(), m.Showcase
	by := kit.NewPicker(s.host, s.bases())
	kit.SetIn(by, s.bases(), usual.By)
	by.OnChanged = func() { form.Edited("by") }
	date := form.NewDate("date")
	form.Add(
		kit.Field{ID: "places", Label: "showcase.rule.places", Span: kit.Third}, kit.Field{ID: "date", Label: "showcase.rule.date", Span: kit.Third, Control: date},
		kit.Field{ID: "days", Label: "showcase.rule.days", Unit: t("replenish.unit.days"), Span: kit.Third},
		kit.Field{ID: "source", Label: "showcase.rule.source", Span: kit.Whole},
		kit.Field{ID: "weeks", Label: "showcase.rule.weeks", Span: kit.Third},
		kit.Field{ID: "min_inquiries", Label: "showcase.rule.inquiries", Span: kit.Third}, kit.Field{ID: "min_views", Label: "showcase.rule.views", Span: kit.Third},
		kit.Field{ID: "by", Label: "showcase.rule.by", Span: kit.Whole, Control: by})
	sure := kit.NewChecks([]bool{true}, []string{t("showcase.rule.unsure")})
	sure.Set([]bool{r.Unsure})
	form.AddObject(kit.Whole, sure.Content)
	form.AddObject(kit.Whole, kit.NewHint(t("showcase.rule.hint")))
	figures := map[string][2]*int64{
		"places": {&r.Places, &usual.Places}, "days": {&r.Days, &usual.Days}, "weeks": {&r.Weeks, &usual.Weeks},
		"min_inquiries": {&r.MinInquiries, &usual.MinInquiries}, "min_views": {&r.MinViews, &usual.MinViews},
	}
	for id, one := range figures {
		form.Entry(id).SetPlaceHolder(s.count(*one[1]))
		if *one[0] != 0 {
			form.Set(id, s.count(*one[0]))
		}
	}
	form.Set("source", r.Source)
	date.Set(r.Date)
	s.ask(t("showcase.rules.of", "Market", m.Name.In(s.host.Lang())), form, func(bad *data.Problems) work {
		for id, one := range figures {
			*one[0] = readCount(form.Entry(id).Number(), id, bad)
		}
		r.Source, r.Date, r.By, r.Unsure = form.Text("source"), date.Read("date", bad), by.Value(), len(sure.Chosen()) > 0
		next := m
		next.Showcase, s.span = r, 0
		return func(ctx context.Context, st *store.Store) error {
			_, err := st.Markets.Save(ctx, next)
			return shorter(err)
		}
	}, t("screen.saved")).submit("places", "days", "source", "weeks", "min_inquiries", "min_views")
	s.host.Focus(fyne.Focusable(form.Entry("places")))
}

// bases are what inquiries can be divided by.
func (s *Screen) bases() []kit.Option[string] {
	return []kit.Option[string]{{Value: "clicks", Name: s.host.T("showcase.clicks")}, {Value: "exposures", Name: s.host.T("showcase.exposures")}}
}
