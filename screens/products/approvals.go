package products

import (
	"context"
	"time"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// approvals shows which two persons have checked what buyers see of the product, and takes their word.
type approvals struct {
	content *fyne.Container
	button  *kit.Button
	host    *kit.Host
	shown   tickState // as drawn
	drawn   bool
}

func newApprovals(host *kit.Host) *approvals {
	v := &approvals{host: host, content: kit.Pile(kit.Tight)}
	v.button = kit.NewButton(host.T("tick.button"), theme.ConfirmIcon(), func() {})
	return v
}

// tickState is what the view depends on.
type tickState struct {
	product int64
	ticks   int
	version data.Hash
}

// show draws the ticks of p as the form says it and reports whether something changed.
func (v *approvals) show(p data.Product) bool {
	state := tickState{p.ID, len(p.Ticks), p.ListingVersion()}
	if v.drawn && state == v.shown {
		return false
	}
	v.shown, v.drawn = state, true
	t := v.host.T
	live, stale := p.LiveTicks()
	v.content.RemoveAll()
	for i, word := range []string{"tick.first", "tick.second"} {
		chip, text := kit.NewChip(t("tick.open"), kit.Bad), t("tick.none")
		switch {
		case i < len(live):
			chip.Set(t("tick.done"), kit.Good)
			text = t("tick.by", "Person", live[i].Person, "When", v.when(live[i].At))
		case i-len(live) < len(stale):
			old := stale[i-len(live)]
			chip.Set(t("tick.stale"), kit.Bad)
			text = t("tick.was", "Person", old.Person, "When", v.when(old.At))
		}
		left := kit.Row(kit.Small, kit.Wide(110, kit.NewText(t(word))), kit.Wide(110, kit.Row(0, chip)))
		v.content.Add(kit.Frame(nil, nil, left, nil, kit.NewParagraph(text)))
	}
	kit.Able(v.button, p.ID != 0 && len(live) < data.TicksNeeded)
	v.content.Add(kit.Row(0, v.button, kit.Spring()))
	v.content.Refresh()
	return true
}

func (v *approvals) when(at time.Time) string {
	local := at.Local()
	return v.host.Date(string(data.DateOf(local))) + " " + local.Format("15:04")
}

// askTick asks who has checked the texts and pictures of the product shown, as they are stored.
func (s *Screen) askTick() {
	s.host.Leave(s.Dirty(), s.Keep, func() {
		kit.Run(s.host, nil, s.store.Company.Get, func(c data.Company, err error) {
			if p, open := s.Current(); err != nil {
				s.host.ShowError(err)
			} else if open && p.ID != 0 {
				s.askWho(p, c.PersonalName)
			}
		})
	}, nil)
}

func (s *Screen) askWho(p data.Product, person string) {
	t, form := s.host.T, kit.NewPart(s.host)
	form.Add(kit.Field{ID: "person", Label: "tick.person", Span: kit.Whole})
	form.Set("person", person)
	text := t("tick.ask", "SKU", p.SKU)
	var q *kit.Question
	q = s.host.AskWith(t("tick.title"), kit.Wide(420, kit.Pile(kit.Medium, kit.NewParagraph(text), form.Content)),
		kit.Choice{Word: t("tick.button"), Main: true, Ready: func() bool { s.tick(p, form, q); return false }},
		kit.Choice{Word: t("screen.cancel")})
	form.Entry("person").OnSubmitted = func(string) { q.Tap(t("tick.button")) }
	s.host.Focus(form.Entry("person"))
}

// tick keeps the word of who is named in form, or says why it can't.
func (s *Screen) tick(p data.Product, form *kit.Form, q *kit.Question) {
	if form.Text("person") == "" {
		form.Complain(data.Problems{{Field: "person", Key: "tick.problem.person"}})
		q.Refit()
		return
	}
	kit.Run(s.host, nil, func(ctx context.Context) (data.Product, error) {
		return s.store.Products.Tick(ctx, p.ID, form.Text("person"))
	}, func(saved data.Product, err error) {
		if err != nil {
			form.Complain(err)
			q.Refit()
			return
		}
		q.Close()
		s.editor.form.Stay(func() { s.Show(saved) })
		s.host.Notice(s.host.T("tick.ticked", "Person", form.Text("person")), func() { s.untick(saved) })
	})
}

// untick takes the newest save of p, the tick, back.
func (s *Screen) untick(p data.Product) {
	kit.Run(s.host, nil, func(ctx context.Context) (data.Product, error) {
		before, _, err := s.takeBack(ctx, p)
		return before, err
	}, func(before data.Product, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.editor.form.Stay(func() { s.Show(before) })
		s.host.Notice(s.host.T("screen.undone"), nil)
	})
}

// ShowTick scrolls to the ticks and asks for one, as the button does.
func (s *Screen) ShowTick() {
	s.FocusOn("listing_ticks")
	s.askTick()
}
