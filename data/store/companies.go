package store

import (
	"context"

	"tradewind/data"
)

// Companies keeps the merchant's own firm.
type Companies struct{ at place }

// Get returns the company; a new file has an empty one, without a name.
func (s Companies) Get(ctx context.Context) (data.Company, error) { return data.Company{}, errNotYet }

// Save writes c.
func (s Companies) Save(ctx context.Context, c data.Company) (data.Company, error) {
	return c, errNotYet
}
