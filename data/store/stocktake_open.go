package store

import (
	"context"
	"time"

	"tradewind/data"
)

// Open begins a stock-take: it gets its number and a line for every lot of its scope that lies in the warehouse, with what the
// books say at this moment. It gives [data.Problems] when t breaks a rule, or when a scope narrower than all has no goods.
func (s StockTakes) Open(ctx context.Context, t data.StockTake) (data.StockTake, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		t.Record = data.Record{}
		t.State = data.TakeOpen
		if t, err = takes.save(ctx, w, t); err != nil {
			return err
		}
		lines, err := w.linesInScope(ctx, t)
		if err != nil {
			return err
		}
		if len(lines) == 0 && t.Scope.Kind != data.ScopeAll {
			return data.Problems{{Field: "scope.value", Key: "problem.stocktake_empty"}}
		}
		for i := range lines {
			if _, err := takeLines.put(ctx, w, nil, &lines[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return t, err
}

// linesInScope returns the lots to be counted, by SKU.
func (w *writing) linesInScope(ctx context.Context, t data.StockTake) (lines []data.StockTakeLine, err error) {
	after, err := w.lastMovement(ctx)
	if err != nil {
		return nil, err
	}
	where, args, err := w.scope(ctx, t)
	if err != nil {
		return nil, err
	}
	query := `SELECT v.id, v.sku, l.lot, l.expiry, l.quantity FROM stock_level l
		JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
		WHERE l.warehouse = ? AND l.quantity <> 0` + where
	all := append([]any{t.Warehouse}, args...)
	if t.Scope.Empty {
		query += ` UNION ALL SELECT v.id, v.sku, '', '', 0 FROM variant v JOIN product p ON p.id = v.product_id
			WHERE p.archived = 0 AND v.archived = 0
			AND NOT EXISTS (SELECT 1 FROM stock_level l WHERE l.variant_id = v.id AND l.warehouse = ? AND l.quantity <> 0)` + where
		all = append(append(all, t.Warehouse), args...)
	}
	err = eachRow(ctx, w.tx, query+` ORDER BY 2, 4, 3`, all, func(scan func(...any) error) error {
		l := data.StockTakeLine{TakeID: t.ID, After: after}
		err := scan(&l.VariantID, &l.SKU, &l.Lot, &l.Expiry, &l.Book)
		lines = append(lines, l)
		return err
	})
	return lines, err
}

// lastMovement returns the newest movement's ID; 0 when there is none.
func (w *writing) lastMovement(ctx context.Context) (id int64, err error) {
	err = w.scan(ctx, `SELECT coalesce(max(id), 0) FROM movement`, nil, &id)
	return id, err
}

// scope is what is asked of variant v of product p.
func (w *writing) scope(ctx context.Context, t data.StockTake) (where string, args []any, err error) {
	switch t.Scope.Kind {
	case data.ScopeCategory:
		return ` AND folded(p.category) = folded(?)`, []any{t.Scope.Value}, nil
	case data.ScopeSupplier:
		return ` AND p.supplier_id IN (SELECT id FROM partner WHERE folded(code) = folded(?) OR folded(name) = folded(?))`, []any{t.Scope.Value, t.Scope.Value}, nil
	case data.ScopeSearch:
		where = ` AND p.id IN (SELECT record FROM search WHERE kind = ?`
		args = []any{products.number}
		for _, term := range searchFor(products.number, Query{Words: t.Scope.Value}, false).terms {
			where += ` AND instr(text, ?) > 0`
			args = append(args, term)
		}
		return where + `)`, args, nil
	case data.ScopeMoved:
		since, err := w.movedSince(ctx, t)
		return ` AND EXISTS (SELECT 1 FROM movement m WHERE m.variant_id = v.id AND m.warehouse = ? AND m.at >= ? AND m.reason <> 'counted')`,
			[]any{t.Warehouse, since}, err
	}
	return "", nil, nil
}

// earliest is how far ahead of UTC a day begins anywhere: of a day's goods rather more are counted than fewer.
const earliest = 14 * time.Hour

// movedSince is the moment from which on goods moved: the day named, else when the warehouse was last counted, else ever.
func (w *writing) movedSince(ctx context.Context, t data.StockTake) (at int64, err error) {
	if t.Scope.Since != "" {
		return t.Scope.Since.Time().Add(-earliest).UnixMicro(), nil
	}
	err = w.scan(ctx, `SELECT coalesce(max(created_at), 0) FROM stock_take WHERE warehouse = ? AND state = ?`,
		[]any{t.Warehouse, string(data.TakePosted)}, &at)
	return at, err
}
