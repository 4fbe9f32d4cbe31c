package store

import (
	"context"
	"iter"

	"tradewind/data"
)

// RateCards keeps the freight prices that carriers offered.
type RateCards struct{ at place }

// rateCards describes their table.
var rateCards = &kind[data.RateCard]{
	name: "rate_card", table: "rate_card",
	record: func(v *data.RateCard) *data.Record { return &v.Record },
	columns: func(v *data.RateCard) []column {
		return []column{
			{"code", &v.Code},
			{"carrier", &v.Carrier},
			{"service", &v.Service},
			{"mode", &v.Mode},
			{"departure", &v.From},
			{"arrival", &v.To},
			{"currency", &v.Currency},
			{"valid_from", &v.ValidFrom},
			{"valid_until", &v.ValidUntil},
			{"days", &v.Days},
			{"basis", &v.Basis},
			{"terms", textJSON{&v.FreightTerms}},
			{"note", &v.Note},
		}
	},
}

// Find returns a page of rate cards by code; Words must stand in the code, the carrier, the service or the way, After is
// the code of the last one of the page before.
func (s RateCards) Find(ctx context.Context, q Query) (list []data.RateCard, err error) {
	where, args := `WHERE archived = ?`, []any{q.Archived}
	if q.After != "" {
		where += ` AND code > ?`
		args = append(args, q.After)
	}
	for _, t := range searchFor(0, q, false).terms {
		where += ` AND instr(folded(code || ' ' || carrier || ' ' || service || ' ' || mode || ' ' || departure || ' ' || arrival), ?) > 0`
		args = append(args, t)
	}
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = rateCards.load(ctx, r, where+` ORDER BY code LIMIT ?`, append(args, q.limit())...)
		return err
	})
	return list, err
}

// ByCode returns the card with this code, archived or not, or [data.ErrNotFound].
func (s RateCards) ByCode(ctx context.Context, code string) (data.RateCard, error) {
	return rateCards.get(ctx, s.at, `WHERE code = ?`, code)
}

// ValidOn returns the live cards that hold on a day, by code: those of a mode, or all when it is "".
func (s RateCards) ValidOn(ctx context.Context, day data.Date, mode data.Mode) (list []data.RateCard, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = rateCards.load(ctx, r, `WHERE archived = 0 AND valid_from <= ?1 AND (valid_until = '' OR valid_until >= ?1) AND ?2 IN ('', mode)
			ORDER BY code`, day, string(mode))
		return err
	})
	return list, err
}

// Save writes v and returns it as stored. It gives [data.Problems] when v breaks a rule and [data.ErrConflict] when v
// isn't the newest version.
func (s RateCards) Save(ctx context.Context, v data.RateCard) (data.RateCard, error) {
	v.Settle()
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		v, err = rateCards.save(ctx, w, v)
		return err
	})
	return v, err
}

// Archive takes a card out of use, or brings it back.
func (s RateCards) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return rateCards.archive(ctx, w, id, archived) })
}

// Import puts rate cards in, see [importRules]: the rows that a file has of a code are its table.
func (s RateCards) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return importRules(ctx, s.at, rows, o, ruling[data.RateCard]{
		kind: rateCards, read: data.Patch.RateCard,
		name:  func(c *data.RateCard) string { return c.Code },
		empty: func(c *data.RateCard) { c.Rows = nil },
	})
}

// All returns the live cards by code.
func (s RateCards) All(ctx context.Context) (list []data.RateCard, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = rateCards.load(ctx, r, `WHERE archived = 0 ORDER BY code`)
		return err
	})
	return list, err
}
