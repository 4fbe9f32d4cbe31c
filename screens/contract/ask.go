package contract

import (
	"context"
	"errors"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// asking is the open form of one clause.
type asking struct {
	desk *Desk
	row  data.ClauseRow
	form *kit.Form
	when *kit.Picker[data.ClauseWhen]
	q    *kit.Question
}

// ask opens a clause: what it says, and whether the contract has it.
func (d *Desk) ask(r data.ClauseRow) {
	t := d.host.T
	a := &asking{desk: d, row: r, form: kit.NewPart(d.host), when: kit.NewPicker(d.host, d.times())}
	a.form.Add(
		kit.Field{ID: "titles.en", Label: "contract.title.en", Span: kit.Half},
		kit.Field{ID: "titles.zh", Label: "contract.title.zh", Span: kit.Half},
		kit.Field{ID: "texts.en", Label: "contract.text.en", Span: kit.Whole, Lines: 4},
		kit.Field{ID: "texts.zh", Label: "contract.text.zh", Span: kit.Whole, Lines: 3},
		kit.Field{ID: "when", Label: "contract.when", Span: kit.Half, Control: a.when},
	)
	for _, lang := range []string{"en", "zh"} {
		a.form.Set("titles."+lang, r.Titles[lang])
		a.form.Set("texts."+lang, r.Text[lang])
	}
	a.form.AddObject(kit.Whole, kit.NewHint(t("contract.facts", "Facts", data.Braced(data.ClauseFacts()))))
	when := r.When
	if r.Own > 0 {
		when = data.ClauseAlways
	}
	for _, o := range d.times() {
		if o.Value == when {
			a.when.Set(o)
		}
	}
	a.q = d.host.AskWith(d.place(r), kit.Wide(680, a.form.Content), a.choices()...)
	d.host.Focus(a.form.Entry("texts.en"))
}

// times are when a clause applies, in words.
func (d *Desk) times() []kit.Option[data.ClauseWhen] {
	words := map[data.ClauseWhen]string{
		data.ClauseAlways: "contract.when.always", data.ClauseInsured: "contract.when.insured", data.ClauseUninsured: "contract.when.uninsured",
		data.ClauseCredit: "contract.when.credit", data.ClauseChosen: "contract.when.chosen",
	}
	var options []kit.Option[data.ClauseWhen]
	for _, w := range data.ClauseTimes() {
		options = append(options, kit.Option[data.ClauseWhen]{Value: w, Name: d.host.T(words[w])})
	}
	return options
}

// choices are what can be done with the clause. The library can be changed although the order can't.
func (a *asking) choices() []kit.Choice {
	t, d := a.desk.host.T, a.desk
	var list []kit.Choice
	if !d.facts.locked && len(a.row.Text) > 0 {
		word := t("contract.take")
		if a.row.In {
			word = t("contract.leave")
		}
		list = append(list, kit.Choice{Word: word, Then: a.turn})
	}
	list = append(list, kit.Choice{Word: t("contract.save.library"), Ready: func() bool { a.saveLibrary(); return false }})
	if !d.facts.locked {
		list = append(list, kit.Choice{Word: t("contract.save.order"), Main: true, Ready: func() bool { a.saveOrder(); return false }})
	}
	return append(list, kit.Choice{Word: t("screen.cancel")})
}

// texts reads what was typed in both languages; what other languages say stays.
func (a *asking) texts(field string, was data.Texts) data.Texts {
	for _, lang := range []string{"en", "zh"} {
		was = was.With(lang, strings.TrimSpace(a.form.Text(field+"."+lang)))
	}
	return was
}

// turn takes the clause into the contract, or leaves it out. One of this order alone goes.
func (a *asking) turn() {
	o := a.desk.facts.order
	if a.row.Own > 0 {
		o.Clauses = o.Clauses.WithOwn(a.row.Own, data.OwnClause{})
	} else {
		o.Clauses = o.ClauseIn(a.row.Clause, !a.row.In, a.desk.facts.terms)
	}
	a.keepOrder(o)
}

// saveOrder keeps the text for this order alone.
func (a *asking) saveOrder() {
	o := a.desk.facts.order
	own := data.OwnClause{Titles: a.texts("titles", a.row.Titles), Text: a.texts("texts", a.row.Text)}
	if a.row.Own == 0 {
		own.Code = a.row.Code
		o.Clauses = o.ClauseIn(a.row.Clause, true, a.desk.facts.terms)
	}
	if len(own.Text) == 0 {
		a.complain(data.Problems{{Field: "texts.en", Key: "problem.required"}})
		return
	}
	o.Clauses = o.Clauses.WithOwn(a.row.Own, own)
	a.keepOrder(o)
}

func (a *asking) keepOrder(o data.Order) {
	a.desk.keep(a, func(ctx context.Context) error {
		_, err := a.desk.store.Orders.Save(ctx, o)
		return err
	})
}

// saveLibrary keeps the text for all contracts to come; this order's own one gives way to it.
func (a *asking) saveLibrary() {
	d := a.desk
	c := data.Clause{Code: a.row.Code}
	for _, one := range d.facts.library {
		if one.Code == a.row.Code && a.row.Own == 0 {
			c = one
		}
	}
	if a.row.Own > 0 {
		c = data.Clause{Code: data.NextClauseCode(d.facts.library), Position: int64(len(d.facts.library)+1) * 10}
	}
	c.When = a.when.Value()
	c.Titles, c.Text = a.texts("titles", a.row.Titles), a.texts("texts", a.row.Text)
	o := d.facts.order
	own := data.OwnClause{}
	if a.row.Own == 0 {
		own.Code = c.Code
	}
	o.Clauses = o.Clauses.WithOwn(a.row.Own, own)
	changed := !d.facts.locked && len(o.Clauses.Own) != len(d.facts.order.Clauses.Own)
	d.keep(a, func(ctx context.Context) error {
		return d.store.Atomically(ctx, func(st *store.Store) error {
			_, err := st.Clauses.Save(ctx, c)
			if err == nil && changed {
				_, err = st.Orders.Save(ctx, o)
			}
			return err
		})
	})
}

// keep does it as one step that can be taken back, or says at the fields what is wrong.
func (d *Desk) keep(a *asking, what func(context.Context) error) {
	kit.Run(d.host, nil, func(ctx context.Context) (string, error) {
		return d.store.Journal.Made(ctx, func() error { return what(ctx) })
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

// complain shows problems at the fields of the form, which an order calls by longer names.
func (a *asking) complain(err error) {
	if a.desk.host.Question() != a.q {
		a.desk.host.ShowError(err)
		return
	}
	a.form.Complain(shorter(err))
	a.q.Refit()
}

// undo takes back what was done.
func (d *Desk) undo(batch string) {
	kit.TakeBack(d.host, d.store.Journal.Undo, batch, func() { d.Show(d.order) })
}

// shorter gives problems the names of the form's fields: an order says "clauses.own.2.texts.en".
func shorter(err error) error {
	var bad data.Problems
	if !errors.As(err, &bad) {
		return err
	}
	named := slices.Clone(bad)
	for i := range named {
		field := named[i].Field
		if rest, own := strings.CutPrefix(field, "clauses.own."); own {
			_, field, _ = strings.Cut(rest, ".")
		}
		if field == "texts" || field == "titles" {
			field += ".en"
		}
		named[i].Field = field
	}
	return named
}
