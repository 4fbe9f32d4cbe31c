// Package milestones is the desk of an order's steps to its arrival: what is due when, whose it is, what is late, and which delay the buyer
// doesn't know of.
package milestones

import (
	"context"
	"strings"
	"time"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Program is what the desk asks of the program around it.
type Program struct {
	Write func(o data.Order, d data.Delay) // opens a mail to the buyer about a delay
}

// Desk shows the milestones of one order.
type Desk struct {
	host    *kit.Host
	store   *store.Store
	program Program
	content fyne.CanvasObject
	loader  *kit.Loader[facts]
	order   data.Order
	facts   facts
	words   *kit.Paragraph
	delay   *kit.Paragraph
	table   *kit.Table[data.Milestone]
	write   *kit.Button
	asked   *asking // the open form
}

// facts is what the store knows of the order's milestones.
type facts struct {
	list   []data.Milestone
	delays []data.Delay
}

// New returns the desk.
func New(host *kit.Host, st *store.Store, program Program) *Desk {
	d := &Desk{host: host, store: st, program: program, loader: kit.NewLoader[facts](host), words: kit.NewParagraph(""), delay: kit.NewComplaint()}
	t := host.T
	d.write = kit.NewButton(t("milestone.write"), theme.MailComposeIcon(), func() { program.Write(d.order, d.facts.delays[0]) })
	d.table = kit.NewTable([]kit.Column[data.Milestone]{
		{Title: t("milestone.step"), Width: 160, Share: 3, Text: d.step},
		{Title: t("milestone.owner"), Width: 60, Share: 1, Text: func(m data.Milestone) string { return m.Owner }},
		{Title: t("milestone.due"), Width: 158, Text: d.due},
		{Title: t("milestone.state"), Width: 96, Text: d.state, State: func(m data.Milestone) (kit.Tone, bool) { return d.tone(m), true }},
	})
	d.table.OnChosen = func(_ int, m data.Milestone) { d.table.List.UnselectAll(); d.ask(m) }
	d.table.WhenEmpty(t("milestone.none"), nil)
	top := kit.Pad(kit.Small, kit.Medium, kit.Pile(kit.Small, kit.Frame(nil, nil, nil, d.write, d.words), d.delay))
	d.content = kit.Frame(top, nil, nil, nil, d.table.Content)
	return d
}

// step is what a milestone is called, with its shipment.
func (d *Desk) step(m data.Milestone) string {
	if m.ShipmentNo == "" {
		return d.host.T(kit.MilestoneWords[m.Kind])
	}
	return d.host.T(kit.MilestoneWords[m.Kind]) + " · " + m.ShipmentNo
}

// Object is the whole desk.
func (d *Desk) Object() fyne.CanvasObject { return d.content }

// First gives the table the keyboard.
func (d *Desk) First() { d.host.Focus(d.table.List) }

// Show asks for the milestones of an order.
func (d *Desk) Show(o data.Order) {
	d.order = o
	today := d.host.Today()
	d.loader.Fill(func(ctx context.Context) (f facts, err error) {
		f.list, f.delays, err = d.store.Milestones.Of(ctx, o.ID, today)
		return f, err
	}, d.fill)
}

// fill shows what the store knows.
func (d *Desk) fill(f facts) {
	d.facts = f
	d.table.Set(f.list)
	late, open := 0, 0
	for _, m := range f.list {
		if m.Done.IsZero() {
			open++
		}
		if m.Late(d.host.Now()) {
			late++
		}
	}
	t := d.host.T
	d.words.SetText(t("milestone.sum", "Open", open, "Late", late))
	d.delay.Hidden = len(f.delays) == 0
	if !d.delay.Hidden {
		one := f.delays[0]
		said := t("milestone.delay", "Promised", d.host.Date(string(one.Promised)), "Expected", d.host.Date(string(one.Expected)))
		d.delay.SetText(said)
	}
	kit.Able(d.write, len(f.delays) > 0)
	d.content.Refresh()
}

// due says until when: the day, and for clocks of hours the time.
func (d *Desk) due(m data.Milestone) string {
	switch {
	case m.Due.IsZero():
		return d.host.T("milestone.due.unknown")
	case m.Kind == data.MileConfirmation || m.Kind == data.MileSchedule:
		at := m.Due.Local()
		return d.host.Date(at.Format(time.DateOnly)) + " " + at.Format("15:04")
	}
	return d.host.Date(m.Due.Add(-time.Second).Format(time.DateOnly)) // by the end of that day
}

// state says how a milestone stands: done, late by how much, or how much time is left.
func (d *Desk) state(m data.Milestone) string {
	t, now := d.host.T, d.host.Now()
	switch {
	case !m.Done.IsZero():
		return t("milestone.done")
	case m.Due.IsZero():
		return t("milestone.open")
	case m.Late(now):
		return t("milestone.late", "Time", d.span(now.Sub(m.Due)))
	}
	return t("milestone.left", "Time", d.span(m.Due.Sub(now)))
}

// span says hours below two days, else days.
func (d *Desk) span(by time.Duration) string {
	if hours := int(by.Hours()); hours < 48 {
		return d.host.T("milestone.hours", "Count", max(1, hours))
	}
	return d.host.T("milestone.days", "Count", int(by.Hours()/24))
}

func (d *Desk) tone(m data.Milestone) kit.Tone {
	now := d.host.Now()
	switch {
	case !m.Done.IsZero():
		return kit.Good
	case m.Late(now):
		return kit.Bad
	case !m.Due.IsZero() && m.Due.Sub(now) < 24*time.Hour:
		return kit.Warn
	}
	return kit.Plain
}

// asking is the open form of one milestone.
type asking struct {
	desk *Desk
	mile data.Milestone
	form *kit.Form
	due  *kit.DateEntry
	q    *kit.Question
}

// ask opens a milestone: whose it is, another day with its reason, a note; and whether it is done.
func (d *Desk) ask(m data.Milestone) {
	t := d.host.T
	a := &asking{desk: d, mile: m, form: kit.NewPart(d.host)}
	a.due = a.form.NewDate("due")
	if m.ByFact {
		a.form.AddObject(kit.Whole, kit.NewHint(t("milestone.by_fact")))
	}
	a.form.Add(
		kit.Field{ID: "owner", Label: "milestone.owner", Span: kit.Half},
		kit.Field{ID: "due", Label: "milestone.due.other", Span: kit.Half, Control: a.due},
		kit.Field{ID: "reason", Label: "milestone.reason", Span: kit.Whole},
		kit.Field{ID: "note", Label: "milestone.note", Span: kit.Whole},
	)
	a.form.Set("owner", m.Owner)
	a.form.Set("reason", m.Moved)
	a.form.Set("note", m.Note)
	if m.Moved != "" {
		a.due.Set(data.DateOf(m.Due.Add(-time.Second)))
	}
	choices := []kit.Choice{{Word: t("screen.save"), Main: m.ByFact, Ready: func() bool { a.save(nil); return false }}}
	if !m.ByFact {
		done, word := m.Done.IsZero() || m.Kind == data.MileState, t("milestone.finish")
		if !done {
			word = t("milestone.again")
		}
		choices = append(choices, kit.Choice{Word: word, Main: true, Ready: func() bool { a.save(&done); return false }})
	}
	d.asked = a
	a.q = d.host.AskWith(d.step(m), kit.Wide(480, a.form.Content), append(choices, kit.Choice{Word: t("screen.cancel")})...)
}

// save keeps what was typed, and whether the milestone is done; nil leaves that as it is.
func (a *asking) save(done *bool) {
	d, m := a.desk, a.mile
	var bad data.Problems
	due := a.due.Read("due", &bad)
	if len(bad) > 0 {
		a.complain(bad)
		return
	}
	owner, reason, note := strings.TrimSpace(a.form.Text("owner")), strings.TrimSpace(a.form.Text("reason")), strings.TrimSpace(a.form.Text("note"))
	number := m.ShipmentNo
	if number == "" {
		number = d.order.No
	}
	kit.Run(d.host, nil, func(ctx context.Context) (string, error) {
		return d.store.Journal.Made(ctx, func() error {
			_, err := d.store.Milestones.Mark(ctx, number, m.Kind, func(mark *data.MilestoneMark, now time.Time) {
				mark.Owner, mark.Due, mark.Reason, mark.Note = owner, due, reason, note
				if done != nil {
					mark.SetDone(*done, now)
				}
			})
			return err
		})
	}, func(batch string, err error) {
		if err != nil {
			a.complain(err)
			return
		}
		a.q.Close()
		if batch != "" {
			d.host.Notice(d.host.T("screen.saved"), func() { d.undo(batch) })
		}
		d.Show(d.order)
	})
}

func (a *asking) complain(err error) {
	a.form.Complain(err)
	a.q.Refit()
}

// undo takes back what was done.
func (d *Desk) undo(batch string) {
	kit.TakeBack(d.host, d.store.Journal.Undo, batch, func() { d.Show(d.order) })
}
