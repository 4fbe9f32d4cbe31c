package showcase

import (
	"context"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// acceptOne does one change, and goes on to the next proposal.
func (s *Screen) acceptOne(swap data.ShowcaseSwap) { s.rotate([]data.ShowcaseSwap{swap}, s.accept) }

// acceptAll does all that is proposed.
func (s *Screen) acceptAll() {
	if len(s.view.Swaps) > 0 {
		s.rotate(s.view.Swaps, s.all)
	}
}

// keepAll notes that the showcase was looked at and stays as it is.
func (s *Screen) keepAll() { s.rotate(nil, s.keep) }

// rotate takes out and puts in what the changes say.
func (s *Screen) rotate(swaps []data.ShowcaseSwap, trigger *kit.Button) {
	change := store.ShowcaseChange{Market: s.view.Market.Code, Day: s.host.Today()}
	for _, one := range swaps {
		if one.Out != nil {
			change.Out = append(change.Out, one.Out.SKU)
		}
		if one.In != nil {
			change.In = append(change.In, one.In.SKU)
		}
	}
	s.set(change, trigger)
}

// set rotates the showcase and says what was done, with a way back.
func (s *Screen) set(change store.ShowcaseChange, trigger *kit.Button) {
	type rotated struct {
		done  store.ShowcaseDone
		batch string
	}
	kit.Run(s.host, trigger, func(ctx context.Context) (r rotated, err error) {
		err = s.store.Atomically(ctx, func(st *store.Store) error {
			if r.done, err = st.Showcases.Set(ctx, change); err != nil {
				return err
			}
			r.batch, err = st.Journal.Newest(ctx)
			return err
		})
		return r, err
	}, func(r rotated, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.load(func() {
			if s.accept != nil && len(s.view.Swaps) > 0 {
				s.host.Focus(s.accept)
			}
		})
		s.host.Notice(s.says(r.done), func() { s.undo(r.batch) })
	})
}

// says what a rotation did.
func (s *Screen) says(done store.ShowcaseDone) string {
	t := s.host.T
	switch {
	case len(done.In)+len(done.Out) == 0:
		return t("showcase.kept")
	case len(done.In) == 1 && len(done.Out) == 1:
		return t("showcase.swapped", "Out", done.Out[0], "In", done.In[0])
	}
	return t("showcase.rotated", "Out", len(done.Out), "In", len(done.In))
}

// undo takes what was done back.
func (s *Screen) undo(batch string) {
	kit.TakeBack(s.host, s.store.Journal.Undo, batch, func() { s.Reload() })
}

// askPutIn asks which product to put into the showcase.
func (s *Screen) askPutIn() {
	t, form := s.host.T, kit.NewPart(s.host)
	pick := kit.NewAsking(s.host, func(ctx context.Context, words string) (list []kit.Option[string], err error) {
		found, err := s.store.Products.Find(ctx, store.Query{Words: words, Limit: kit.PageSize})
		for _, p := range found {
			list = append(list, kit.Option[string]{Value: p.SKU, Code: p.SKU, Name: p.Name.In(s.host.Lang())})
		}
		return list, err
	})
	pick.OnChanged = func() { form.Edited("put_in") }
	form.Add(kit.Field{ID: "put_in", Label: "showcase.product", Span: kit.Whole, Control: pick})
	s.ask(t("showcase.put_in"), form, func(bad *data.Problems) work {
		if !pick.Filled() {
			bad.Add("put_in", "problem.required")
		}
		change := store.ShowcaseChange{Market: s.view.Market.Code, Day: s.host.Today(), In: []string{pick.Value()}}
		return func(ctx context.Context, st *store.Store) error {
			_, err := st.Showcases.Set(ctx, change)
			return err
		}
	}, t("showcase.added"))
	s.host.Focus(pick)
}
