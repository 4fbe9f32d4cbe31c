package showcase

import (
	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// side is the width of a column of figures beside the proposals.
const side float32 = 152

// showRow shows a proposal with its arithmetic, and the button that accepts it with the keyboard on it.
func (s *Screen) showRow(r row) {
	if r.refused != nil {
		s.showRefused(*r.refused)
		return
	}
	t := s.host.T
	s.accept = kit.NewButton(t("showcase.accept"), theme.ConfirmIcon(), func() { s.acceptOne(*r.swap) })
	buttons := kit.Row(kit.Small, s.accept)
	if out := r.swap.Out; out != nil {
		buttons.Add(kit.NewButton(t("showcase.open_out"), nil, func() { s.program.Product(out.SKU) }).Quiet())
	}
	if in := r.swap.In; in != nil {
		buttons.Add(kit.NewButton(t("showcase.open_in"), nil, func() { s.program.Product(in.SKU) }).Quiet())
	}
	buttons.Add(kit.Spring())
	s.put(s.arithmetic(r.swap.Out, r.swap.In, s.reason(*r.swap), buttons))
	s.focus()
}

// focus gives what is shown beside the proposals the keyboard, unless the screen was only drawn anew.
func (s *Screen) focus() {
	if !s.quiet {
		s.host.Focus(s.accept)
	}
}

// showPlace shows a product that stands in the showcase; what is proposed about it is shown as the proposal.
func (s *Screen) showPlace(p data.Standing) {
	for i, one := range s.view.Swaps {
		if one.Out != nil && one.Out.ProductID == p.ProductID {
			s.proposals.List.Select(i)
			return
		}
	}
	t := s.host.T
	s.accept = kit.NewButton(t("showcase.take_out"), theme.ContentRemoveIcon(), func() { s.acceptOne(data.ShowcaseSwap{Out: &p}) })
	buttons := kit.Row(kit.Small, s.accept, kit.NewButton(t("showcase.open"), nil, func() { s.program.Product(p.SKU) }).Quiet(), kit.Spring())
	s.put(s.arithmetic(&p, nil, t("showcase.reason.stays"), buttons))
	s.focus()
}

// showRefused shows why a product that does well isn't proposed.
func (s *Screen) showRefused(p data.Standing) {
	open := kit.NewButton(s.host.T("showcase.mend"), theme.DocumentCreateIcon(), func() { s.program.Product(p.SKU) })
	s.accept = open
	s.put(s.arithmetic(nil, &p, s.join(s.host.T("showcase.reason.refused"), s.refusal(p)), kit.Row(kit.Small, open, kit.Spring())))
	s.focus()
}

// refusal is why the market refuses a listing.
func (s *Screen) refusal(p data.Standing) string {
	if p.Red == nil {
		return ""
	}
	return s.host.Sentence(data.Problem{Key: p.Red.Key, Args: p.Red.Args})
}

// reason says in a sentence why a change is proposed.
func (s *Screen) reason(swap data.ShowcaseSwap) string {
	t := s.host.T
	switch swap.Why {
	case data.SwapArchived:
		return t("showcase.reason.archived")
	case data.SwapRed:
		return s.join(t("showcase.reason.red"), s.refusal(*swap.Out))
	case data.SwapOver:
		return t("showcase.reason.over")
	case data.SwapFew:
		return t("showcase.reason.few", "Count", s.view.Rules.Weeks)
	case data.SwapFree:
		return t("showcase.reason.free")
	}
	if swap.Out.OrderRate().Compare(swap.In.OrderRate()) == 0 {
		return t("showcase.reason.inquiries")
	}
	return t("showcase.reason.orders")
}

// arithmetic sets what goes beside what comes, with their figures.
func (s *Screen) arithmetic(out, in *data.Standing, reason string, buttons fyne.CanvasObject) fyne.CanvasObject {
	t := s.host.T
	line := func(word string, strong bool, of func(*data.Standing) string) fyne.CanvasObject {
		cells := kit.Row(kit.Medium, kit.NewCaption(word).Cut())
		for _, p := range []*data.Standing{out, in} {
			text := kit.NewText("").Right().Cut()
			if text.Bold = strong; p != nil {
				text.Text = of(p)
			}
			cells.Add(kit.Wide(side, text))
		}
		return cells
	}
	head := func(p *data.Standing) string { return p.SKU }
	views := "showcase.by_clicks"
	if s.view.Rules.ByExposures() {
		views = "showcase.by_exposures"
	}
	body := kit.Pile(kit.Tight,
		line(s.heads(out, in), true, head),
		line(t("showcase.rank_of", "Count", s.view.Ranked), false, func(p *data.Standing) string { return rank(*p) }),
		line(t("showcase.order_rate"), false, func(p *data.Standing) string { return s.rate(p.OrderRate()) }),
		line(t(views), false, func(p *data.Standing) string { return s.rate(p.InquiryRate(s.view.Rules)) }),
		line(t("showcase.exposures"), false, func(p *data.Standing) string { return s.count(p.Exposures) }),
		line(t("showcase.since"), false, func(p *data.Standing) string {
			if p.Since == "" {
				return "–"
			}
			return s.host.Date(string(p.Since))
		}))
	return kit.Scroll(kit.Pad(kit.Medium, kit.Large, kit.Pile(kit.Small, body, kit.NewParagraph(reason), buttons)))
}

// heads says which column is which.
func (s *Screen) heads(out, in *data.Standing) string {
	switch {
	case out == nil:
		return s.host.T("showcase.in")
	case in == nil:
		return s.host.T("showcase.out")
	}
	return s.host.T("showcase.out_in")
}
