package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
)

// get returns the one record that where selects.
func (k *kind[T]) get(ctx context.Context, p place, where string, args ...any) (one T, err error) {
	err = p.readAt(ctx, func(r reader) error {
		one, err = k.one(ctx, r, where, args...)
		return err
	})
	return one, err
}

// each calls use with every live record in the order of the list, all as they were at one moment. It reads a few
// hundred at a time, so memory doesn't grow with the file.
func (k *kind[T]) each(ctx context.Context, p place, use func(T) error) error {
	return p.readAt(ctx, func(r reader) error {
		s, last := search{kind: k.number}, entry{}
		for {
			ids, err := s.page(ctx, r, last, maxHoles)
			if err != nil || len(ids) == 0 {
				return err
			}
			list, err := k.byIDs(ctx, r, ids)
			if err != nil {
				return err
			}
			for _, one := range list {
				if err := use(one); err != nil {
					return err
				}
			}
			if last, err = k.entry(ctx, r, &list[len(list)-1]); err != nil {
				return err
			}
		}
	})
}

// sortedKeys returns the keys of m in order, so that questions are asked the same way each time.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// eachRow calls use with every row of a question.
func eachRow(ctx context.Context, r reader, query string, args []any, use func(scan func(...any) error) error) error {
	rows, err := r.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := use(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
