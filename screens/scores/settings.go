package scores

import (
	"context"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// AskSettings asks for the criteria with their weights, and the line below which a supplier is phased out.
func (s *Screen) AskSettings() {
	kit.Run(s.host, nil, s.store.Company.Get, func(company data.Company, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.settings(company)
	})
}

// settings shows the company's figures to be edited.
func (s *Screen) settings(company data.Company) {
	t, rules, form := s.host.T, company.ScoringRules(), kit.NewPart(s.host)
	grid := kit.NewGrid(s.host, kit.GridColumn{Title: t("score.criterion"), Share: 3}, kit.GridColumn{Title: t("score.name"), Share: 4},
		kit.GridColumn{Title: t("score.name_zh"), Share: 4}, kit.GridColumn{Title: t("score.percent"), Share: 2})
	var rows [][]string
	for _, c := range rules.Criteria {
		rows = append(rows, []string{s.codeWord(c.Code), c.Name["en"], c.Name["zh"], strconv.FormatInt(c.Weight, 10)})
	}
	grid.Set(rows)
	form.AddObject(kit.Whole, kit.NewHint(t("score.settings.text")))
	form.Add(kit.Field{ID: "scoring.criteria", Label: "score.criteria", Span: kit.Whole, Control: grid.Content},
		kit.Field{ID: "scoring.phase_out", Label: "score.phase_out", Span: kit.Half})
	form.Set("scoring.phase_out", strconv.FormatInt(rules.PhaseOut, 10))
	var q *kit.Question
	grid.OnChanged = func() { form.Edited("scoring.criteria"); form.Relayout(); q.Refit() }
	q = s.host.AskWith(t("score.settings"), kit.Wide(620, form.Content),
		kit.Choice{Word: t("screen.save"), Main: true, Ready: func() bool {
			s.keepSettings(company, grid, form, q)
			return false
		}},
		kit.Choice{Word: t("screen.cancel")})
	s.host.Focus(grid.Entry(0, 0))
}

// keepSettings saves the figures, or says what is wrong with them.
func (s *Screen) keepSettings(company data.Company, grid *kit.Grid, form *kit.Form, q *kit.Question) {
	var bad data.Problems
	company.Scoring = data.ScoringRules{}
	for _, r := range grid.Rows("scoring.criteria", &bad) {
		c := data.Criterion{Code: s.codeOf(r.Text(0)), Weight: kit.GridNumber(r, 3, kit.WholeOf(16))}
		c.Name = data.Texts{}.With("en", r.Text(1)).With("zh", r.Text(2))
		company.Scoring.Criteria = append(company.Scoring.Criteria, c)
	}
	company.Scoring.PhaseOut = kit.ReadNumber(form.Entry("scoring.phase_out"), "scoring.phase_out", kit.WholeOf(16), &bad)
	if err := bad.Err(); err != nil {
		form.Complain(err)
		q.Refit()
		return
	}
	kit.Run(s.host, nil, func(ctx context.Context) (data.Company, error) { return s.store.Company.Save(ctx, company) }, func(_ data.Company, err error) {
		if err != nil {
			form.Complain(err)
			q.Refit()
			return
		}
		q.Close()
		s.host.Notice(s.host.T("screen.saved"), nil)
		s.Finder.Reload()
		if code := s.Chosen(); code != "" && !s.Dirty() {
			s.Open(code)
		}
	})
}

// ownWords are what the criteria that the program knows are called.
var ownWords = map[string]string{
	data.ScoreQuality: "score.quality", data.ScoreDelivery: "score.delivery", data.ScorePrice: "score.price", data.ScoreService: "score.service",
}

// codeWord is what a criterion is called in short: the word of the reader's language for those that the program knows.
func (s *Screen) codeWord(code string) string {
	if key, known := ownWords[code]; known {
		return s.host.T(key)
	}
	return code
}

// codeOf is codeWord's inverse; codes themselves may be typed too.
func (s *Screen) codeOf(word string) string {
	word = strings.TrimSpace(word)
	for code, key := range ownWords {
		if strings.EqualFold(word, s.host.T(key)) {
			return code
		}
	}
	return strings.ToLower(word)
}
