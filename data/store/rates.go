package store

import (
	"context"
	"errors"

	"tradewind/data"
)

// Rates keeps dated exchange rates.
type Rates struct{ at place }

// rates describes the rate's table.
var rates = &kind[data.Rate]{
	name: "rate", table: "rate",
	record: func(r *data.Rate) *data.Record { return &r.Record },
	columns: func(r *data.Rate) []column {
		return []column{{"date", &r.Date}, {"base", &r.Base}, {"quote", &r.Quote}, {"rate", &r.Rate}}
	},
}

// Find returns a page of rates, the newest first. Words are a day or its beginning, and currencies, in any order; After
// is "2026-11-22 EUR USD" of the last rate of the page before.
func (s Rates) Find(ctx context.Context, q Query) (list []data.Rate, err error) {
	where, args := `WHERE archived = ?`, []any{q.Archived}
	if q.After != "" {
		where += ` AND date || ' ' || base || ' ' || quote < ?`
		args = append(args, q.After)
	}
	for _, t := range searchFor(0, q, false).terms {
		where += ` AND instr(lower(date || ' ' || base || ' ' || quote), ?) > 0`
		args = append(args, t)
	}
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = rates.load(ctx, r, where+` ORDER BY date DESC, base DESC, quote DESC LIMIT ?`, append(args, q.limit())...)
		return err
	})
	return list, err
}

// On returns what one unit of base cost in quote on day, or on the last day before of which a rate is known, or
// [data.ErrNotFound]. A rate is never turned round: its inverse can't be said exactly.
func (s Rates) On(ctx context.Context, base, quote data.Currency, day data.Date) (data.Rate, error) {
	return rates.get(ctx, s.at, onDay, base, quote, day)
}

// onDay picks the rate of a pair of currencies that holds on a day.
const onDay = `WHERE base = ? AND quote = ? AND date <= ? AND archived = 0 ORDER BY date DESC LIMIT 1`

// Save writes r and returns it as stored. It gives [data.Problems] when r breaks a rule or the day has a rate already,
// and [data.ErrConflict] when r isn't the newest version.
func (s Rates) Save(ctx context.Context, r data.Rate) (data.Rate, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		r, err = rates.save(ctx, w, r)
		return err
	})
	return r, err
}

// Put writes r as its day's rate, in the place of one that the day has already or had, and returns it as stored. It gives [data.Problems] when r
// breaks a rule.
func (s Rates) Put(ctx context.Context, r data.Rate) (data.Rate, error) {
	err := s.at.write(ctx, "", func(w *writing) error {
		there, err := rates.one(ctx, w.tx, `WHERE base = ? AND quote = ? AND date = ?`, r.Base, r.Quote, r.Date)
		if err != nil && !errors.Is(err, data.ErrNotFound) {
			return err
		}
		r.Record = there.Record
		r.Archived = false
		r, err = rates.save(ctx, w, r)
		return err
	})
	return r, err
}

// Archive takes a rate out of use, or brings it back.
func (s Rates) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return rates.archive(ctx, w, id, archived) })
}
