package command

import (
	"encoding/json"
	"time"

	"tradewind/data"
)

// setMilestone says whose a milestone is, until when, and that it is done or isn't.
func (a *applying) setMilestone(f fields) (outcome, error) {
	var problems data.Problems
	number, kind := required(f, "number", &problems), required(f, "kind", &problems)
	changes := map[string]string{}
	for _, name := range []string{"owner", "due", "reason", "note"} {
		if _, said := f[name]; said {
			changes[name] = f.text(name, &problems)
		}
	}
	done, said := f.take("done")
	var is bool
	if said && json.Unmarshal(done, &is) != nil {
		problems.Add("done", "problem.not_a_boolean")
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	_, err := a.st.Milestones.Mark(a.ctx, number, data.MilestoneKind(kind), func(m *data.MilestoneMark, now time.Time) {
		for name, into := range map[string]*string{"owner": &m.Owner, "due": (*string)(&m.Due), "reason": &m.Reason, "note": &m.Note} {
			if text, given := changes[name]; given {
				*into = text
			}
		}
		if said {
			m.SetDone(is, now)
		}
	})
	return outcome{Kind: "milestone", Number: number, Result: "changed"}, notFound("number", number, err)
}

// tellDelay notes that the buyer knows of a delay until a day.
func (a *applying) tellDelay(f fields) (outcome, error) {
	var problems data.Problems
	order, err := a.orderNamed(f, &problems)
	said, note := required(f, "until", &problems), f.text("note", &problems)
	day, wrong := data.ParseDate(said)
	if wrong != nil && said != "" {
		problems.Add("until", "problem.not_a_date")
	}
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, problems)
	}
	_, err = a.st.Milestones.Mark(a.ctx, order.No, data.MileTold, func(m *data.MilestoneMark, now time.Time) {
		m.Due, m.Note, m.DoneAt = day, note, now
	})
	return outcome{Kind: "milestone", Number: order.No, Result: "changed"}, err
}
