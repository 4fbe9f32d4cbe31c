package replenish

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// asking is an open question with a form. It stays open until what it asks for is saved.
type asking struct {
	screen *Screen
	form   *kit.Form
	ok     string
	q      *kit.Question
	told   string         // what the work says of itself when it is done; "": what the question says
	until  *kit.DateEntry // of a price: its last day
	busy   bool
}

// work saves something.
type work func(context.Context) error

// ask opens a question with form. read makes the work out of what was typed; done is said when it worked.
func (s *Screen) ask(title string, form *kit.Form, read func(*data.Problems) work, done string) *asking {
	a := &asking{screen: s, form: form, ok: s.host.T("screen.save")}
	s.asked = a
	a.q = s.host.AskWith(title, kit.Wide(480, form.Content),
		kit.Choice{Word: a.ok, Main: true, Ready: func() bool { a.do(read, done); return false }},
		kit.Choice{Word: s.host.T("screen.cancel")})
	return a
}

// keys lets Enter in the text fields named save, and gives the first the keyboard.
func (a *asking) keys(ids ...string) {
	for _, id := range ids {
		a.form.Entry(id).OnSubmitted = func(string) { a.q.Tap(a.ok) }
	}
	a.screen.host.Focus(a.form.Entry(ids[0]))
}

// do does the work, or shows what is wrong with it under its fields.
func (a *asking) do(read func(*data.Problems) work, done string) {
	var bad data.Problems
	do := read(&bad)
	if len(bad) > 0 || a.busy {
		a.complain(bad)
		return
	}
	a.busy = true
	a.screen.run(do, func(err error) bool {
		a.busy = false
		if err == nil {
			a.q.Close()
			return true
		}
		a.complain(err)
		return false
	}, func() string { return cmp.Or(a.told, done) })
}

// complain shows problems at the fields of the form.
func (a *asking) complain(err error) {
	var bad data.Problems
	if errors.As(err, &bad) {
		if len(bad) == 0 {
			return
		}
		named := make(data.Problems, len(bad))
		for i, p := range bad {
			p.Field = fieldOf(p.Field)
			named[i] = p
		}
		err = named
	}
	a.form.Complain(err)
	a.q.Refit()
}

// fieldOf names the field of a form that a problem of the record stands at.
func fieldOf(name string) string {
	switch name {
	case "yearly":
		return "dates"
	case "code":
		return "name"
	}
	if strings.HasSuffix(name, ".discount_percent") {
		return "percent"
	}
	return strings.TrimPrefix(name, "reorder.")
}

// run does the work and says done with a way back. ready is told the outcome first; false: it said what there is to say.
func (s *Screen) run(do work, ready func(error) bool, done func() string) {
	kit.Run(s.host, nil, func(ctx context.Context) (string, error) {
		return s.store.Journal.Made(ctx, func() error { return do(ctx) })
	}, func(batch string, err error) {
		switch {
		case !ready(err):
			return
		case batch == "":
			s.host.Notice(s.host.T("stock.unchanged"), nil)
		default:
			s.host.Notice(done(), func() { s.undo(batch) })
		}
		s.again()
	})
}

// undo takes what was done back.
func (s *Screen) undo(batch string) {
	kit.TakeBack(s.host, s.store.Journal.Undo, batch, func() { s.again() })
}

// again shows the list as it is now. What was worked out for the row shown may be old: it is taken away.
func (s *Screen) again() {
	s.close()
	s.Finder.Mark("")
	s.Finder.Reload()
}

// part returns an empty form for a question.
func (s *Screen) part() *kit.Form { return kit.NewPart(s.host) }

// choices puts a question whose answers are words to tap, with "close" as the safe one.
func (s *Screen) choices(title, text string, list ...kit.Choice) {
	s.host.Ask(title, text, append(list, kit.Choice{Word: s.host.T("screen.cancel")})...)
}
