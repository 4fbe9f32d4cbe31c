package stock

import (
	"context"
	"errors"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// asking is an open question with a form. It stays open until what it asks for is done, with what was typed into it.
type asking struct {
	screen *Screen
	form   *kit.Form
	ok     string // the word of the button that does it
	field  func(name string) string
	q      *kit.Question
	done   string // said when it worked
	busy   bool
	after  func() // what else is to be said then
}

// ask opens a question with form. read makes the work out of what was typed; done is said when it worked.
func (s *Screen) ask(title, ok string, form *kit.Form, read func(*data.Problems) work, done string) *asking {
	a := &asking{screen: s, form: form, ok: ok, field: lastPart, done: done, after: func() {}}
	submit := func() { a.do(read) }
	s.asked = a
	width := float32(480)
	if s.sending != nil && s.sending.form == form { // further articles stand in two columns
		width = 640
	}
	a.q = s.host.AskWith(title, kit.Wide(width, form.Content),
		kit.Choice{Word: ok, Main: true, Ready: func() bool { submit(); return false }},
		kit.Choice{Word: s.host.T("screen.cancel")})
	return a
}

// work is one thing done to the ledger.
type work func(context.Context) error

// keys lets Enter in the text fields named do the work, and Esc leave.
func (a *asking) keys(ids ...string) {
	for _, id := range ids {
		e := a.form.Entry(id)
		e.OnSubmitted = func(string) { a.q.Tap(a.ok) }
		e.OnKey = func(key *fyne.KeyEvent) bool {
			if key.Name == fyne.KeyEscape {
				a.q.Escape()
			}
			return key.Name == fyne.KeyEscape
		}
	}
	a.screen.host.Focus(a.form.Entry(ids[0]))
}

// do does the work that read makes, or shows what is wrong with it under its fields.
func (a *asking) do(read func(*data.Problems) work) {
	var bad data.Problems
	do := read(&bad)
	if len(bad) > 0 || a.busy || do == nil {
		a.complain(bad)
		return
	}
	a.busy = true
	a.screen.run(do, func(err error) bool {
		a.busy = false
		if err == nil {
			a.q.Close()
			a.after()
			return true
		}
		a.complain(err)
		return false
	}, a.done)
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
			p.Field = a.field(p.Field)
			named[i] = p
		}
		err = named
	}
	a.form.Complain(err)
	a.q.Refit()
}

// lastPart takes the rows out of a problem's field: there is one row here.
func lastPart(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// run does the work, says done with a way back, and shows the article as it is then. ready is told the outcome first;
// false: it said what there is to say.
func (s *Screen) run(do work, ready func(error) bool, done string) {
	kit.Run(s.host, nil, func(ctx context.Context) (string, error) { // no batch: a count that found what the ledger says
		return s.store.Journal.Made(ctx, func() error { return do(ctx) })
	}, func(batch string, err error) {
		switch {
		case !ready(err):
			return
		case batch == "":
			s.host.Notice(s.host.T("stock.unchanged"), nil)
		default:
			s.host.Notice(done, func() { s.undo(batch) })
		}
		s.again()
	})
}

// again shows the list and the article as they are now.
func (s *Screen) again() {
	s.Finder.Reload()
	if s.open {
		s.reread(func() {})
	}
}

// undo takes what was done back.
func (s *Screen) undo(batch string) {
	kit.TakeBack(s.host, s.store.Journal.Undo, batch, func() { s.again() })
}

// free gives goods kept for an order's line free.
func (s *Screen) free(r data.Reservation) {
	s.run(func(ctx context.Context) error {
		o, err := s.store.Orders.ByNo(ctx, r.OrderNo)
		if err != nil {
			return err
		}
		r.Quantity = 0
		return s.store.Stock.Reserve(ctx, o.ID, []data.Reservation{r})
	}, func(err error) bool {
		s.host.ShowError(err)
		return err == nil
	}, s.host.T("stock.freed", "SKU", r.SKU, "No", r.OrderNo))
}
