package store

import (
	"context"

	"tradewind/data"
)

// Warehouses keeps the places where goods lie. A code that stock was booked at without a record is a plain place.
type Warehouses struct{ at place }

// warehouses describes the warehouse's table.
var warehouses = &kind[data.Warehouse]{
	name: "warehouse", table: "warehouse",
	record: func(v *data.Warehouse) *data.Record { return &v.Record },
	columns: func(v *data.Warehouse) []column {
		return []column{
			{"code", &v.Code},
			{"names", textJSON{&v.Name}},
			{"kind", &v.Kind},
			{"country", &v.Country},
			{"lead_days", &v.LeadDays},
		}
	},
	used: `SELECT 1 FROM warehouse h WHERE h.id = ? AND EXISTS (SELECT 1 FROM stock_level l WHERE l.warehouse = h.code)`,
}

// All returns the live warehouses by code. The main one has none and isn't among them unless it was named.
func (s Warehouses) All(ctx context.Context) (list []data.Warehouse, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = warehouses.load(ctx, r, `WHERE archived = 0 ORDER BY code`)
		return err
	})
	return list, err
}

// ByCode returns the warehouse with this code, or [data.ErrNotFound].
func (s Warehouses) ByCode(ctx context.Context, code string) (data.Warehouse, error) {
	return warehouses.get(ctx, s.at, `WHERE code = ?`, code)
}

// Save writes v and returns it as stored. It gives [data.Problems] when v breaks a rule, and [data.ErrConflict] when v
// isn't the newest version.
func (s Warehouses) Save(ctx context.Context, v data.Warehouse) (data.Warehouse, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		v, err = warehouses.save(ctx, w, v)
		return err
	})
	return v, err
}

// Archive takes a warehouse out of the lists, or brings it back. What lies there stays.
func (s Warehouses) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return warehouses.archive(ctx, w, id, archived) })
}
