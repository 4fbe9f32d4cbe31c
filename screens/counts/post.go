package counts

import (
	"context"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// askPost asks whether the differences shall be booked, in numbers.
func (s *Screen) askPost() {
	no := s.view.take.No
	kit.Run(s.host, s.buttons.post, func(ctx context.Context) (both [2]data.StockTakeSum, err error) {
		for i, notFound := range []bool{false, true} {
			if both[i], err = s.store.StockTakes.Sum(ctx, no, notFound); err != nil {
				return both, err
			}
		}
		return both, nil
	}, func(both [2]data.StockTakeSum, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.askPosting(no, both)
	})
}

// askPosting puts the question. sums are what posting would do, without and with what nobody counted taken as gone.
func (s *Screen) askPosting(no string, sums [2]data.StockTakeSum) {
	t := s.host.T
	a := &asking{form: kit.NewPart(s.host), ok: t("count.post")}
	words := kit.NewParagraph("")
	a.form.AddObject(kit.Whole, words)
	chosen := func() int {
		if a.rest != nil && len(a.rest.Chosen()) > 0 {
			return 1
		}
		return 0
	}
	if left := sums[0].Lines - sums[0].Counted; left > 0 {
		a.rest = kit.NewChecks([]bool{true}, []string{t("count.post.rest", "Count", left)})
		a.form.AddObject(kit.Whole, a.rest.Content)
	}
	if n := len(sums[0].Unexplained); n > 0 {
		a.one = kit.NewPicker(s.host, s.lines.reasons())
		a.one.Free = s.lines.reason.Free
		a.one.OnChanged = func() { a.form.Edited("reason") }
		a.form.Add(kit.Field{ID: "reason", Label: "count.post.reason", Span: kit.Whole, Control: a.one})
		a.form.AddObject(kit.Whole, kit.NewHint(t("count.post.unexplained", "Count", n, "SKUs", few(sums[0].Unexplained))))
	}
	say := func() {
		words.SetText(s.effect(sums[chosen()]))
		if a.q != nil {
			a.q.Refit()
		}
	}
	if a.rest != nil {
		a.rest.OnChanged = say
	}
	say()
	s.asked = a
	a.q = s.host.AskWith(t("count.post.title", "No", no), kit.Wide(480, a.form.Content),
		kit.Choice{Word: a.ok, Main: true, Ready: func() bool { s.post(a, no, chosen() == 1); return false }},
		kit.Choice{Word: t("screen.cancel")})
}

// few names the first of a list.
func few(list []string) string {
	const most = 6
	list = slices.Compact(slices.Sorted(slices.Values(list)))
	if len(list) > most {
		return strings.Join(list[:most], ", ") + " …"
	}
	return strings.Join(list, ", ")
}

// effect says in numbers what posting does.
func (s *Screen) effect(sum data.StockTakeSum) string {
	if sum.Differences == 0 {
		return s.host.T("count.post.none", "Count", sum.Counted)
	}
	return s.host.T("count.post.text", "Count", sum.Differences, "Quantity", s.signed(sum.Quantity), "Value", s.money(sum.Value))
}

// post books the differences; those that lack a reason get the one chosen.
func (s *Screen) post(a *asking, no string, notFound bool) {
	var bad data.Problems
	var why *reason
	if a.one != nil {
		if !a.one.Filled() {
			bad.Add("reason", "problem.required")
		}
		r := a.one.Value()
		why = &r
	}
	s.do(a, bad, func(ctx context.Context) (string, error) {
		return no, s.store.Atomically(ctx, func(st *store.Store) error {
			if err := explainRest(ctx, st, no, why); err != nil {
				return err
			}
			_, err := st.StockTakes.Post(ctx, no, notFound)
			return err
		})
	}, func(string) {
		s.host.Notice(s.host.T("count.posted", "No", no), s.wayBack(no))
		s.after(no)
	})
}

// explainRest gives all differences without a reason this one.
func explainRest(ctx context.Context, st *store.Store, no string, why *reason) error {
	if why == nil {
		return nil
	}
	t, err := st.StockTakes.ByNo(ctx, no)
	if err != nil {
		return err
	}
	rows, err := st.StockTakes.Rows(ctx, t.ID, store.TakeQuery{Only: store.DifferentLines})
	if err != nil {
		return err
	}
	var counts []data.StockTakeCount
	for _, r := range rows {
		if !r.Explained(r.Difference(), t.Tolerance) {
			counts = append(counts, data.StockTakeCount{Code: r.SKU, Lot: r.Lot, Expiry: r.Expiry, Keep: true, Reason: &why.code, Words: &why.words})
		}
	}
	_, err = st.StockTakes.Count(ctx, no, counts, "")
	return err
}

// askDrop asks whether what was counted shall lead to nothing.
func (s *Screen) askDrop() {
	t, no := s.host.T, s.view.take.No
	s.host.Ask(t("count.drop.title", "No", no), t("count.drop.text", "Count", s.view.sum.Counted),
		kit.Choice{Word: t("count.drop.word", "No", no), Danger: true, Then: func() {
			kit.Run(s.host, s.buttons.drop, func(ctx context.Context) (bool, error) { return true, s.store.StockTakes.Drop(ctx, no) }, func(_ bool, err error) {
				if err != nil {
					s.host.ShowError(err)
					return
				}
				s.host.Notice(t("count.dropped", "No", no), s.wayBack(no))
				s.after(no)
			})
		}},
		kit.Choice{Word: t("screen.cancel")})
}
