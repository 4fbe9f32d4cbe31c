package payments

import (
	"context"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// rating is the open form in which a rate is typed.
type rating struct {
	host        *kit.Host
	store       *store.Store
	form        *kit.Form
	base, quote *kit.Picker[data.Currency]
	date        *kit.DateEntry
	q           *kit.Question
	done        func()
}

// AskRate opens the form for one day's rate of a currency in the firm's own; a day that has one already gets the new one. Done follows a save
// and when it is taken back.
func AskRate(host *kit.Host, st *store.Store, done func()) {
	kit.Run(host, nil, st.Company.Get, func(c data.Company, err error) {
		if err != nil {
			host.ShowError(err)
			return
		}
		newRating(host, st, c.Home(), done)
	})
}

func newRating(host *kit.Host, st *store.Store, home data.Currency, done func()) *rating {
	t := host.T
	r := &rating{host: host, store: st, form: kit.NewPart(host), done: done}
	r.base, r.quote, r.date = kit.NewPicker(host, kit.Currencies(host)), kit.NewPicker(host, kit.Currencies(host)), r.form.NewDate("date")
	r.form.Add(
		kit.Field{ID: "base", Label: "money.rate.base", Span: kit.Half, Control: r.base},
		kit.Field{ID: "rate", Label: "money.rate.costs", Span: kit.Half},
		kit.Field{ID: "quote", Label: "money.rate.in", Span: kit.Half, Control: r.quote},
		kit.Field{ID: "date", Label: "money.rate.on", Span: kit.Half, Control: r.date},
	)
	kit.SetIn(r.quote, kit.Currencies(host), home)
	r.date.Set(host.Today())
	r.q = host.AskWith(t("money.rate.title"), kit.Wide(480, r.form.Content),
		kit.Choice{Word: t("screen.save"), Main: true, Ready: func() bool { r.save(); return false }},
		kit.Choice{Word: t("screen.cancel")})
	host.Focus(r.base)
	return r
}

// save keeps the rate, or says what is wrong with it.
func (r *rating) save() {
	var bad data.Problems
	rate := data.Rate{Base: r.base.Value(), Quote: r.quote.Value(), Date: r.date.Read("date", &bad)}
	rate.Rate = kit.ReadNumber(r.form.Entry("rate"), "rate", data.ParseExchangeRate, &bad)
	refused := func(err error) {
		r.form.Complain(err)
		r.q.Refit()
	}
	if err := bad.Err(); err != nil {
		refused(err)
		return
	}
	kit.Run(r.host, nil, func(ctx context.Context) (string, error) {
		return r.store.Journal.Made(ctx, func() error {
			_, err := r.store.Rates.Put(ctx, rate)
			return err
		})
	}, func(batch string, err error) {
		if err != nil {
			refused(err)
			return
		}
		r.q.Close()
		r.host.Notice(r.host.T("screen.saved"), func() { kit.TakeBack(r.host, r.store.Journal.Undo, batch, r.done) })
		r.done()
	})
}
