package orders

import (
	"context"

	"tradewind/data"
	"tradewind/screens/kit"
)

// rulesForm asks for the company's habits in quoting: how soon an inquiry is answered, what new quotations start with, and who
// gets what off.
type rulesForm struct {
	screen  *Screen
	company data.Company
	form    *kit.Form
	grid    *kit.Grid
	open    *kit.Question
}

// AskRules opens that form.
func (s *Screen) AskRules() {
	kit.Run(s.host, nil, s.store.Company.Get, func(company data.Company, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		newRulesForm(s, company)
	})
}

func newRulesForm(s *Screen, company data.Company) *rulesForm {
	t, rules := s.host.T, company.Quoting
	r := &rulesForm{screen: s, company: company, form: kit.NewPart(s.host)}
	r.grid = kit.NewGrid(
		s.host, kit.GridColumn{Title: t("quote.tier"), Share: 3}, kit.GridColumn{Title: t("quote.nth"), Share: 2}, kit.GridColumn{Title: t("quote.percent"), Share: 2},
		kit.GridColumn{Title: t("quote.from"), Share: 3}, kit.GridColumn{Title: t("quote.until"), Share: 3},
	)
	r.grid.Set(ruleRows(rules.Discounts))
	r.form.Add(
		kit.Field{ID: "quoting.reply_minutes", Label: "quote.reply", Unit: t("quote.minutes"), Span: kit.Half},
		kit.Field{ID: "quoting.valid_days", Label: "quote.valid", Span: kit.Half},
		kit.Field{ID: "quoting.lead_time", Label: "order.lead_time", Span: kit.Half},
		kit.Field{ID: "quoting.payment_terms", Label: "order.payment_terms", Span: kit.Half},
		kit.Field{ID: "quoting.sample_terms", Label: "order.sample_terms", Span: kit.Whole},
		kit.Field{ID: "quoting.discounts", Label: "quote.discounts", Span: kit.Whole, Control: r.grid.Content},
	)
	r.form.AddObject(kit.Whole, kit.Row(kit.Small, kit.NewButton(t("quote.discounts.usual"), nil, r.usual), kit.Spring()))
	r.form.Entry("quoting.reply_minutes").SetPlaceHolder("60")
	for id, text := range map[string]string{
		"reply_minutes": kit.Count(rules.ReplyMinutes), "valid_days": kit.Count(rules.ValidDays), "lead_time": rules.LeadTime,
		"payment_terms": rules.PaymentTerms, "sample_terms": rules.SampleTerms,
	} {
		r.form.Set("quoting."+id, text)
	}
	r.grid.OnChanged = func() { r.form.Edited("quoting.discounts"); r.form.Relayout(); r.open.Refit() }
	r.open = s.host.AskWith(t("quote.rules.title"), kit.Wide(680, r.form.Content),
		kit.Choice{Word: t("screen.save"), Main: true, Ready: func() bool { r.keep(); return false }},
		kit.Choice{Word: t("screen.cancel")})
	s.host.Focus(r.form.Entry("quoting.reply_minutes"))
	return r
}

// ruleRows are the discounts as the grid shows them.
func ruleRows(list []data.DiscountRule) (rows [][]string) {
	for _, d := range list {
		rows = append(rows, []string{d.Tier, kit.Count(d.Order), d.Percent.String(), string(d.From), string(d.Until)})
	}
	return rows
}

// usual adds the rules that are usual in the trade, unless there are rules for the same customers already.
func (r *rulesForm) usual() {
	var ignored data.Problems
	list := r.discounts(&ignored)
	for _, d := range data.UsualDiscounts() {
		known := false
		for _, one := range list {
			known = known || one.Tier == d.Tier && one.Order == d.Order
		}
		if !known {
			list = append(list, d)
		}
	}
	r.grid.Set(ruleRows(list))
	r.grid.OnChanged()
}

func (r *rulesForm) discounts(bad *data.Problems) (list []data.DiscountRule) {
	for _, row := range r.grid.Rows("quoting.discounts", bad) {
		list = append(list, data.DiscountRule{
			Tier: row.Text(0), Order: kit.GridNumber(row, 1, kit.WholeOf(16)), Percent: kit.GridNumber(row, 2, data.ParsePercent), From: row.Day(3), Until: row.Day(4),
		})
	}
	return list
}

// keep saves the rules, or says what is wrong with them.
func (r *rulesForm) keep() {
	s, f := r.screen, r.form
	var bad data.Problems
	company := r.company
	company.Quoting = data.QuotingRules{
		ReplyMinutes: kit.ReadNumber(f.Entry("quoting.reply_minutes"), "quoting.reply_minutes", kit.WholeOf(32), &bad),
		ValidDays:    kit.ReadNumber(f.Entry("quoting.valid_days"), "quoting.valid_days", kit.WholeOf(32), &bad),
		LeadTime:     f.Text("quoting.lead_time"), PaymentTerms: f.Text("quoting.payment_terms"), SampleTerms: f.Text("quoting.sample_terms"),
		Discounts: r.discounts(&bad),
	}
	refused := func(err error) {
		f.Complain(err)
		r.open.Refit()
	}
	if err := bad.Err(); err != nil {
		refused(err)
		return
	}
	kit.Run(s.host, nil, func(ctx context.Context) (data.Company, error) { return s.store.Company.Save(ctx, company) }, func(c data.Company, err error) {
		if err != nil {
			refused(err)
			return
		}
		r.open.Close()
		s.editor.know(c)
		s.editor.propose()
		s.host.Notice(s.host.T("screen.saved"), nil)
	})
}
