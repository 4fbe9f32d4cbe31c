package store

import (
	"context"
	"database/sql/driver"
	"errors"

	"tradewind/data"
)

// Companies keeps the merchant's own firm, of which a file has one.
type Companies struct{ at place }

// companies describes the company's table. It is one row, read whole, so all but the record lies in JSON.
var companies = &kind[data.Company]{
	name: "company", table: "company",
	record:  func(c *data.Company) *data.Record { return &c.Record },
	columns: func(c *data.Company) []column { return []column{{"body", companyBody{c}}} },
	keep: func(_ context.Context, w *writing, old, next *data.Company) error {
		if old == nil {
			old = &data.Company{}
		}
		w.unmarked.all = w.unmarked.all || old.Reordering() != next.Reordering()
		return nil
	},
	discard: func(_ context.Context, w *writing, _ []int64) error {
		w.unmarked.all = true
		return nil
	},
	check: checkCompany,
}

// companyBody keeps a company without what has columns of its own.
type companyBody struct{ at *data.Company }

// Value writes JSON.
func (b companyBody) Value() (driver.Value, error) {
	c := *b.at
	c.Record = data.Record{}
	return textJSON{&c}.Value()
}

// Scan reads JSON. A body of before there were letterheads has the logo as its first one.
func (b companyBody) Scan(v any) error {
	err := textJSON{b.at}.Scan(v)
	b.at.Settle()
	return err
}

// checkCompany brings the logo and the first letterhead together, and keeps the letterheads that partners picked.
func checkCompany(ctx context.Context, w *writing, old, c *data.Company) error {
	c.Settle()
	if old == nil {
		return nil
	}
	var wrong data.Problems
	for _, h := range old.Letterheads {
		if _, kept := c.HeadNamed(h.Name); kept || h.Name == "" {
			continue
		}
		users, err := numbers(ctx, w.tx, `SELECT id FROM partner WHERE letterhead = ?`, h.Name)
		if err != nil {
			return err
		}
		if len(users) > 0 {
			wrong = append(wrong, data.Problem{Field: "letterheads", Key: "problem.letterhead_used", Args: map[string]any{"Name": h.Name, "Count": len(users)}})
		}
	}
	return wrong.Err()
}

// Get returns the company; a new file has an empty one, without a name.
func (s Companies) Get(ctx context.Context) (c data.Company, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		c, err = getCompany(ctx, r)
		return err
	})
	return c, err
}

// getCompany returns the company or an empty one.
func getCompany(ctx context.Context, r reader) (data.Company, error) {
	c, err := companies.byID(ctx, r, 1)
	if errors.Is(err, data.ErrNotFound) {
		return data.Company{}, nil
	}
	return c, err
}

// Save writes c and returns it as stored. It gives [data.Problems] when c breaks a rule and [data.ErrConflict] when c
// isn't the newest version.
func (s Companies) Save(ctx context.Context, c data.Company) (data.Company, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		if c.ID == 0 {
			if now, err := getCompany(ctx, w.tx); err != nil || now.ID != 0 {
				return errors.Join(data.ErrConflict, err)
			}
		}
		c, err = companies.save(ctx, w, c)
		return err
	})
	return c, err
}
