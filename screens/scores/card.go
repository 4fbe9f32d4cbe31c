package scores

import (
	"context"
	"strconv"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// card is the form of one scorecard: the total as it stands, and a part for each criterion.
type card struct {
	screen *Screen
	name   *kit.Text
	when   *kit.Paragraph
	total  *kit.Text
	chip   *kit.Chip
	take   *kit.Button
	rows   *fyne.Container
	parts  []*criterion
	facts  data.SupplierFacts
}

// criterion is the part of the form for one criterion.
type criterion struct {
	of    data.CriterionScore
	facts *kit.Paragraph
	form  *kit.Form
}

// build puts the fixed fields into the screen's form.
func (c *card) build(s *Screen) {
	t := s.host.T
	*c = card{screen: s, name: kit.NewTitle("").Cut(), when: kit.NewHint(""), total: kit.NewHeading(""), chip: kit.NewChip("", kit.Plain), rows: kit.Pile(kit.Medium)}
	c.take = kit.NewButton(t("score.take"), nil, c.takeOver)
	s.form.AddObject(kit.Whole, kit.Frame(nil, nil, nil, kit.Row(kit.Small, c.chip, c.total), kit.Pile(2, c.name, c.when)))
	s.form.AddObject(kit.Whole, c.rows)
	s.form.AddObject(kit.Whole, kit.Row(0, c.take, kit.Spring()))
	s.form.Add(kit.Field{ID: "note", Label: "score.note", Span: kit.Whole, Lines: 3})
	s.form.OnChanged = c.sum
	s.form.Parts = func() map[string]*kit.Form {
		all := map[string]*kit.Form{}
		for i, p := range c.parts {
			all["points."+strconv.Itoa(i+1)] = p.form
		}
		return all
	}
}

// show fills the form from v and asks what the records say.
func (s *Screen) show(v supplier) {
	c := &s.card
	c.name.SetText(s.nameOf(v.Partner))
	c.when.SetText(s.quarterWord(s.shown()))
	points := v.Card.Points
	if v.Card.ID == 0 || v.Card.Archived {
		points = v.Rules.NewScorecard("", "", data.SupplierFacts{}).Points
	}
	c.lay(points)
	s.form.Set("note", v.Card.Note)
	c.take.Hide()
	s.facts.Stop()
	quarter, today := s.shown(), s.host.Today()
	s.facts.Load(func(ctx context.Context) (data.SupplierFacts, error) {
		return s.store.Scorecards.Facts(ctx, v.Partner.ID, quarter, today)
	}, func(facts data.SupplierFacts, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		c.say(facts)
	})
	c.sum()
}

// lay makes a part for each criterion.
func (c *card) lay(points []data.CriterionScore) {
	s := c.screen
	c.parts, c.facts = nil, data.SupplierFacts{}
	c.rows.RemoveAll()
	for _, p := range points {
		one := &criterion{of: p, facts: kit.NewHint(""), form: kit.NewPart(s.host)}
		one.form.OnChanged, one.form.OnEscape = s.form.OnChanged, func() { s.form.OnEscape() }
		one.form.Add(kit.Field{ID: "points", Label: "score.points", Span: kit.Quarter}, kit.Field{ID: "reason", Label: "score.reason", Span: kit.Half})
		if p.Points != data.NotJudged {
			one.form.Set("points", strconv.FormatInt(p.Points, 10))
		}
		one.form.Set("reason", p.Reason)
		one.facts.Hide()
		c.parts = append(c.parts, one)
		title := kit.Row(kit.Small, kit.NewText(s.criterionWord(p.Criterion)).Cut(), kit.NewCaption(s.host.T("score.weight", "Percent", p.Weight)))
		c.rows.Add(kit.Pile(kit.Tight, title, one.facts, one.form.Content))
	}
	s.form.Relayout()
}

// criterionWord names a criterion: by the company's word, else by ours.
func (s *Screen) criterionWord(code string) string {
	v, _ := s.Current()
	for _, c := range v.Rules.Criteria {
		if c.Code == code && c.Name.In(s.host.Lang()) != "" {
			return c.Name.In(s.host.Lang())
		}
	}
	return s.codeWord(code)
}

// say tells under each criterion what the records say of it.
func (c *card) say(facts data.SupplierFacts) {
	c.facts = facts
	t, known := c.screen.host.T, false
	for _, p := range c.parts {
		text := ""
		if n, says := facts.Proposed(p.of.Criterion); says && p.of.Criterion == data.ScoreDelivery {
			text = t("score.says.delivery", "Points", n, "OnTime", facts.OnTime, "Due", facts.Due)
		} else if says {
			text = t("score.says.price", "Points", n, "Compared", facts.Compared)
		}
		known = known || text != ""
		if text == "" {
			text = t("score.says.nothing")
		}
		p.facts.SetText(text)
		p.facts.Show()
	}
	if known {
		c.take.Show()
	}
	c.screen.form.Relayout()
}

// takeOver writes what the records say into the points.
func (c *card) takeOver() {
	for _, p := range c.parts {
		if n, says := c.facts.Proposed(p.of.Criterion); says {
			p.form.Set("points", strconv.FormatInt(n, 10))
		}
	}
}

// Write types a text into every field of words, and points into the others.
func (s *Screen) Write(text string) {
	for i, p := range s.card.parts {
		p.form.Set("points", strconv.Itoa(70+5*i))
		p.form.Set("reason", text)
	}
	s.form.Set("note", text)
}

// sum shows the total of what is typed so far, while every criterion has points.
func (c *card) sum() {
	c.total.SetText("")
	c.chip.Set("", kit.Plain)
	var bad data.Problems
	points := c.read(&bad)
	for _, p := range points {
		if p.Points < 0 || p.Points > 100 {
			return
		}
	}
	if len(bad) > 0 || len(points) == 0 {
		return
	}
	v, _ := c.screen.Current()
	total := data.Scorecard{Points: points}.Total()
	c.total.SetText(total.String())
	if v.Rules.PhasesOut(total) {
		c.chip.Set(c.screen.host.T("score.out"), kit.Bad)
	}
	c.screen.form.Relayout()
}

// read returns the points as they are typed.
func (c *card) read(bad *data.Problems) (points []data.CriterionScore) {
	for i, p := range c.parts {
		one := p.of
		one.Points, one.Reason = data.NotJudged, p.form.Text("reason")
		if text := p.form.Entry("points").Number(); text != "" {
			n, err := strconv.ParseInt(text, 10, 32)
			if err != nil || n < 0 {
				bad.Add("points."+strconv.Itoa(i+1)+".points", "problem.points")
			}
			one.Points = n
		}
		points = append(points, one)
	}
	return points
}

// read returns the supplier with the card that the form describes.
func (s *Screen) read(old supplier) (supplier, error) {
	var bad data.Problems
	v := old
	v.Card.SupplierID, v.Card.Supplier, v.Card.Quarter = v.Partner.ID, v.Partner.Code, s.shown()
	v.Card.Points, v.Card.Note = s.card.read(&bad), s.form.Text("note")
	return v, bad.Err()
}
