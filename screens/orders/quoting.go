package orders

import (
	"context"
	"strings"
	"time"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// quoting are the fields of an order that belong to its quotation: the inquiry and its end, what the papers show, and the
// discount of the whole with what the rules propose.
type quoting struct {
	editor   *editor
	asked    *kit.Entry
	now      *kit.Button // the inquiry came just now
	prints   *kit.Checks[string]
	rule     *kit.Paragraph
	rules    *kit.Link
	proposed data.DiscountRule
	proposal *kit.Loader[data.Order]
	clock    *kit.Chip
}

// What the quotations of an order can show or leave out.
const (
	ladders  = "ladders"
	pictures = "pictures"
	changes  = "changes"
)

func newQuoting(e *editor) *quoting {
	host := e.host
	q := &quoting{editor: e, asked: kit.NewEntry(), rule: kit.NewHint(""), proposal: kit.NewLoader[data.Order](host), clock: kit.NewChip("", kit.Plain)}
	q.asked.SetPlaceHolder(host.T("quote.asked.hint"))
	q.now = kit.NewButton(host.T("quote.asked.now"), nil, func() { q.asked.SetText(moment(host.Now())) })
	q.asked.ActionItem = q.now
	q.asked.OnChanged = func(string) { e.form.Edited("asked_at") }
	q.prints = kit.NewChecks([]string{ladders, pictures, changes}, []string{host.T("quote.prints.ladders"), host.T("quote.prints.pictures"), host.T("quote.prints.changes")})
	q.prints.OnChanged = func() { e.form.Edited("prints") }
	q.rule.Hide()
	q.rules = kit.NewLink(host.T("quote.rules"), func() { e.askRules() })
	return q
}

// addSums adds the discount of the whole order in percent.
func (q *quoting) addSums() {
	f := q.editor.form
	f.Add(
		kit.Field{ID: "discount_percent", Label: "quote.discount", Unit: "%", Span: kit.Third},
		kit.Field{ID: "discount_reason", Label: "quote.discount.reason", Hint: "quote.discount.reason.hint", Span: kit.Third},
	)
	f.AddObject(kit.Third, kit.Pile(2, kit.NewCaption(""), kit.Row(kit.Small, q.rules, kit.Spring()), q.rule))
}

// addTerms adds the inquiry, the end of the quotation and what its papers show.
func (q *quoting) addTerms() {
	f := q.editor.form
	f.Add(
		kit.Field{ID: "asked_at", Label: "quote.asked", Span: kit.Half, Control: q.asked},
		kit.Field{ID: "outcome.reason", Label: "quote.lost.reason", Hint: "quote.lost.hint", Span: kit.Half},
		kit.Field{ID: "prints", Label: "quote.prints", Span: kit.Whole, Control: q.prints.Content},
	)
}

// readOnly locks what the papers of a posted order say.
func (q *quoting) readOnly(on bool) {
	kit.Able(q.now, !on)
	fields := []fyne.Disableable{q.asked, q.prints.Box(0), q.prints.Box(1), q.prints.Box(2)}
	for _, one := range fields {
		kit.Able(one, !on)
	}
}

// show fills the fields from o.
func (q *quoting) show(o data.Order) {
	f := q.editor.form
	q.proposed = o.Proposed
	f.Set("discount_percent", kit.Figure(o.Reduction.Percent))
	f.Set("discount_reason", o.Reduction.Reason)
	f.Set("outcome.reason", o.Outcome.Reason)
	q.asked.SetText(moment(o.AskedAt))
	var shown []string
	for name, on := range map[string]bool{ladders: !o.Prints.NoLadder, pictures: !o.Prints.NoPictures, changes: o.Prints.Changes} {
		if on {
			shown = append(shown, name)
		}
	}
	q.prints.Set(shown)
	q.clock.Set("", kit.Plain)
	q.sayRule()
}

// read puts what the fields say into o.
func (q *quoting) read(o *data.Order, bad *data.Problems) {
	f := q.editor.form
	o.Reduction = data.Reduction{
		Percent:  kit.ReadNumber(f.Entry("discount_percent"), "discount_percent", data.ParsePercent, bad),
		Proposed: q.proposed, Reason: f.Text("discount_reason"),
	}
	o.Outcome.Reason = f.Text("outcome.reason")
	o.Prints = data.Prints{NoLadder: true, NoPictures: true}
	for _, name := range q.prints.Chosen() {
		switch name {
		case ladders:
			o.Prints.NoLadder = false
		case pictures:
			o.Prints.NoPictures = false
		default:
			o.Prints.Changes = true
		}
	}
	if q.asked.Plain() == moment(o.AskedAt) {
		return // with the seconds that aren't shown
	}
	at, ok := parseMoment(q.asked.Plain(), q.editor.host.Now())
	if !ok {
		bad.Add("asked_at", "quote.asked.wrong")
	}
	o.AskedAt = at
}

const momentLayout = "2006-01-02 15:04"

// moment writes a time as the laptop's clock shows it.
func moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(time.Local).Format(momentLayout)
}

// parseMoment reads a day with a time, or a time of today; nothing is no time at all.
func parseMoment(text string, now time.Time) (time.Time, bool) {
	if text == "" {
		return time.Time{}, true
	}
	if at, err := time.ParseInLocation(momentLayout, text, time.Local); err == nil {
		return at.UTC(), true
	}
	at, err := time.ParseInLocation(momentLayout, now.In(time.Local).Format(time.DateOnly)+" "+text, time.Local)
	return at.UTC(), err == nil
}

// propose asks what the company's rules and the customer's record say of a new quotation.
func (q *quoting) propose(st interface {
	Propose(ctx context.Context, o data.Order) (data.Order, error)
},
) {
	e := q.editor
	if e.old.ID != 0 {
		return
	}
	o, _ := e.read(e.old)
	q.proposal.Load(func(ctx context.Context) (data.Order, error) { return st.Propose(ctx, o) }, func(o data.Order, err error) {
		if err != nil {
			e.host.ShowError(err)
			return
		}
		for id, text := range map[string]string{"payment_terms": o.PaymentTerms, "lead_time": o.LeadTime, "sample_terms": o.SampleTerms} {
			if e.form.Text(id) == "" {
				e.form.Set(id, text)
			}
		}
		if e.dates["valid_until"].Plain() == "" {
			e.dates["valid_until"].Set(o.ValidUntil)
		}
		q.proposed = o.Proposed
		e.form.Set("discount_percent", kit.Figure(o.Reduction.Percent))
		q.sayRule()
		e.live()
	})
}

// sayRule says where the proposed discount comes from.
func (q *quoting) sayRule() {
	t, r := q.editor.host.T, q.proposed
	if q.rule.Hidden = r.Percent == 0; !q.rule.Hidden {
		var of []string
		if r.Tier != "" {
			of = append(of, t("quote.rule.tier", "Tier", r.Tier))
		}
		if r.Order > 0 {
			of = append(of, t("quote.rule.order", "Number", r.Order))
		}
		q.rule.SetText(t("quote.rule", "Percent", r.Percent.String(), "Of", strings.Join(of, " · ")))
	}
	q.editor.form.Relayout()
}

// showClock says how the answer to the inquiry stands; first is when the first quotation was issued.
func (q *quoting) showClock(o data.Order, first time.Time) {
	word, tone := clockWord(q.editor.host, q.editor.home.Quoting, o, first)
	q.clock.Set(word, tone)
	q.editor.head.Refresh()
}

// clockWord says by when an inquiry must be answered, that it is late, or how long the answer took; nothing where none waits.
func clockWord(host *kit.Host, rules data.QuotingRules, o data.Order, first time.Time) (string, kit.Tone) {
	c, runs := rules.ReplyClock(o, first, host.Now())
	late := c.Late(rules.Reply())
	switch {
	case !runs:
		return "", kit.Plain
	case c.Took > 0 && late:
		return host.T("quote.clock.took_late", "Time", span(host, c.Took)), kit.Plain
	case c.Took > 0:
		return host.T("quote.clock.took", "Time", span(host, c.Took)), kit.Good
	case late:
		return host.T("quote.clock.late", "Time", span(host, -c.Left)), kit.Bad
	}
	return host.T("quote.clock.due", "Time", c.Due.In(time.Local).Format("15:04")), kit.Warn
}

// clockMark says the same of an inquiry that waits, in as few letters as a list has room for.
func clockMark(host *kit.Host, rules data.QuotingRules, o data.Order) (string, kit.Tone) {
	c, runs := rules.ReplyClock(o, time.Time{}, host.Now())
	switch {
	case !runs:
		return "", kit.Plain
	case c.Left < 0:
		return host.T("quote.clock.mark"), kit.Bad
	}
	return c.Due.In(time.Local).Format("15:04"), kit.Warn
}

// span writes a length of time: minutes, then hours, then days.
func span(host *kit.Host, d time.Duration) string {
	switch {
	case d < 2*time.Hour:
		return host.T("quote.span.minutes", "Count", int64(d.Minutes()))
	case d < 48*time.Hour:
		return host.T("quote.span.hours", "Count", int64(d.Hours()))
	}
	return host.T("quote.span.days", "Count", int64(d.Hours()/24))
}
