package store

import (
	"context"

	"tradewind/data"
)

// Clauses keeps the clauses of sales contracts that the merchant changed, or added.
type Clauses struct{ at place }

// clauses describes their table.
var clauses = &kind[data.Clause]{
	name: "clause", table: "clause",
	record: func(c *data.Clause) *data.Record { return &c.Record },
	columns: func(c *data.Clause) []column {
		return []column{{"code", &c.Code}, {"position", &c.Position}, {"when_used", &c.When}, {"titles", textJSON{&c.Titles}}, {"texts", textJSON{&c.Text}}}
	},
}

// All returns the shipped clauses with the saved ones in their place, see [data.ClausesWith].
func (s Clauses) All(ctx context.Context) (list []data.Clause, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = clauseLibrary(ctx, r)
		return err
	})
	return list, err
}

func clauseLibrary(ctx context.Context, r reader) ([]data.Clause, error) {
	saved, err := clauses.load(ctx, r, `ORDER BY code`)
	return data.ClausesWith(saved), err
}

// ByCode returns the saved clause with this code, archived or not, else the shipped one, or [data.ErrNotFound].
func (s Clauses) ByCode(ctx context.Context, code string) (data.Clause, error) {
	saved, err := clauses.get(ctx, s.at, `WHERE code = ?`, code)
	if err == nil {
		return saved, nil
	}
	for _, c := range data.ShippedClauses() {
		if c.Code == code {
			return c, nil
		}
	}
	return saved, err
}

// Save writes c and returns it as stored. It gives [data.Problems] when c breaks a rule and [data.ErrConflict] when c isn't the newest
// version.
func (s Clauses) Save(ctx context.Context, c data.Clause) (data.Clause, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		c, err = clauses.save(ctx, w, c)
		return err
	})
	return c, err
}
