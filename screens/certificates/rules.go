package certificates

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// ruleQuestion is the open question about a rule.
type ruleQuestion struct {
	screen *Screen
	form   *kit.Form
	rule   *kit.Picker[data.CertificateRule]
	kind   *kit.Picker[string]
	market *kit.Picker[data.Country]
	away   *kit.Checks[bool]
	asked  *kit.Question
	busy   bool
}

// askRule asks for a new rule, or for what to change in one.
func (s *Screen) askRule() {
	kit.Run(s.host, nil, s.store.CertificateRules.All, func(list []data.CertificateRule, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		q := &ruleQuestion{screen: s, form: kit.NewPart(s.host)}
		s.asked = q
		q.build(list)
		q.show()
		t := s.host.T
		q.asked = s.host.AskWith(t("certificate.rules"), kit.Wide(520, q.form.Content),
			kit.Choice{Word: t("screen.save"), Main: true, Ready: func() bool { q.save(); return false }},
			kit.Choice{Word: t("screen.cancel")})
		s.host.Focus(q.kind)
	})
}

func (q *ruleQuestion) build(list []data.CertificateRule) {
	host := q.screen.host
	t := host.T
	options := []kit.Option[data.CertificateRule]{{Name: t("certificate.rule.new")}}
	for _, r := range list {
		options = append(options, kit.Option[data.CertificateRule]{Value: r, Code: r.Market, Name: strings.TrimSpace(r.Kind + "  " + r.Category)})
	}
	q.rule = kit.NewPicker(host, options)
	q.rule.Set(options[0])
	q.rule.OnChanged = q.show
	q.kind, q.market = kit.NewPicker(host, kinds()), kit.NewPicker(host, kit.Destinations(host))
	q.kind.Free = func(text string) (kit.Option[string], bool) {
		text = strings.TrimSpace(text)
		return kit.Option[string]{Value: text, Name: text}, text != "" && len(text) <= 80
	}
	q.away = kit.NewChecks([]bool{true}, []string{t("certificate.rule.away")})
	f := q.form
	f.Add(
		kit.Field{ID: "rule", Label: "certificate.rule", Span: kit.Whole, Control: q.rule},
		kit.Field{ID: "market", Label: "certificate.rule.market", Control: q.market},
		kit.Field{ID: "kind", Label: "certificate.rule.kind", Control: q.kind},
		kit.Field{ID: "category", Label: "certificate.rule.category", Span: kit.Whole, Hint: "certificate.rule.all"},
		kit.Field{ID: "source", Label: "certificate.rule.source"},
		kit.Field{ID: "date", Label: "certificate.rule.date", Control: f.NewDate("date")},
		kit.Field{ID: "note", Label: "product.note", Span: kit.Whole},
	)
	f.AddObject(kit.Whole, q.away.Content)
	for _, id := range []string{"category", "source", "date", "note"} {
		f.Entry(id).OnSubmitted = func(string) { q.asked.Tap(t("screen.save")) }
	}
}

// kinds are those that are offered; others may be typed.
func kinds() (options []kit.Option[string]) {
	for _, kind := range data.CertificateKinds() {
		options = append(options, kit.Option[string]{Value: kind, Name: kind})
	}
	return options
}

// show fills the fields from the rule chosen.
func (q *ruleQuestion) show() {
	r, f := q.rule.Value(), q.form
	kit.SetIn(q.kind, kinds(), r.Kind)
	kit.SetIn(q.market, kit.Destinations(q.screen.host), data.Country(r.Market))
	f.Set("category", r.Category)
	f.Set("source", r.Source)
	f.Set("date", string(r.Date))
	f.Set("note", r.Note)
	q.away.Set(nil)
	q.away.Content.Hidden = r.ID == 0
	f.Relayout()
	if q.asked != nil {
		q.asked.Refit()
	}
}

// save saves the rule, or says under its fields what is wrong with it.
func (q *ruleQuestion) save() {
	s, f := q.screen, q.form
	var bad data.Problems
	r := q.rule.Value()
	r.Kind, r.Market, r.Category = q.kind.Value(), string(q.market.Value()), f.Text("category")
	r.Source, r.Note = f.Text("source"), f.Text("note")
	day, ok := kit.ParseDay(f.Text("date"), s.host.Today())
	if r.Date = day; !ok {
		bad.Add("date", "screen.problem.date")
	}
	r.Archived = len(q.away.Chosen()) > 0
	if q.busy {
		return
	}
	if len(bad) > 0 {
		q.complain(bad)
		return
	}
	q.busy = true
	kit.Run(s.host, nil, func(ctx context.Context) (data.CertificateRule, error) { return s.store.CertificateRules.Put(ctx, r) },
		func(_ data.CertificateRule, err error) {
			q.busy = false
			if err != nil {
				q.complain(err)
				return
			}
			q.asked.Close()
			s.host.Notice(s.host.T("certificate.rule.saved", "Market", r.Market, "Kind", r.Kind), nil)
		})
}

func (q *ruleQuestion) complain(err error) {
	q.form.Complain(err)
	q.asked.Refit()
}
