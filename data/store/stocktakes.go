package store

import (
	"context"
	"fmt"

	"tradewind/data"
)

// StockTakes keeps the counts of warehouses.
type StockTakes struct{ at place }

// takes describes the table of stock-takes.
var takes = &kind[data.StockTake]{
	name: "stock-take", table: "stock_take",
	record: func(t *data.StockTake) *data.Record { return &t.Record },
	columns: func(t *data.StockTake) []column {
		return []column{
			{"stock_take_no", &t.No},
			{"warehouse", &t.Warehouse},
			{"date", &t.Date},
			{"scope", textJSON{&t.Scope}},
			{"state", &t.State},
			{"tolerance", &t.Tolerance},
			{"note", &t.Note},
		}
	},
	check: checkTake,
	posted: func(ctx context.Context, r reader, t *data.StockTake) (bool, error) {
		found, err := numbers(ctx, r, `SELECT id FROM stock_take_line WHERE take_id = ? LIMIT 1`, t.ID)
		if err == nil && len(found) > 0 { // lines of its own batch are gone already: somebody found more since
			err = data.ErrConflict
		}
		return false, err
	},
}

// checkTake gives a new stock-take its number and refuses to change a finished one, save to take the finishing back.
func checkTake(ctx context.Context, w *writing, old, next *data.StockTake) (err error) {
	if old != nil {
		if old.State != data.TakeOpen && w.undoes == "" {
			return takeClosed(old.No)
		}
		return nil
	}
	if next.Date == "" {
		next.Date = data.DateOf(w.at)
	}
	if next.State == "" {
		next.State = data.TakeOpen
	}
	if next.Scope.Kind == "" {
		next.Scope.Kind = data.ScopeAll
	}
	const taken = `SELECT 1 FROM stock_take WHERE stock_take_no = ?`
	if next.No == "" {
		next.No, err = w.nextFree(ctx, data.StockTakeKind, next.Date.Year(), taken)
		return err
	}
	used, err := w.exists(ctx, taken, next.No)
	if err == nil && used {
		err = data.Problems{{Field: "stock_take_no", Key: "problem.taken"}}
	}
	return err
}

// takeClosed says that a stock-take is posted or dropped.
func takeClosed(no string) error {
	return data.Problems{{Key: "problem.stocktake_closed", Args: map[string]any{"No": no}}}
}

// takeLines describes the table of their lines.
var takeLines = &kind[data.StockTakeLine]{
	name: "stock-take-line", table: "stock_take_line",
	record: func(l *data.StockTakeLine) *data.Record { return &l.Record },
	columns: func(l *data.StockTakeLine) []column {
		return []column{
			{"take_id", &l.TakeID},
			{"variant_id", &l.VariantID},
			{"lot", &l.Lot},
			{"expiry", &l.Expiry},
			{"book", &l.Book},
			{"counted", &l.Counted},
			{"reason", &l.Reason},
			{"words", &l.Words},
			{"after", &l.After},
		}
	},
	hidden: func(l *data.StockTakeLine) []*int64 { return []*int64{&l.TakeID, &l.VariantID, &l.After} },
	fill:   fillTakeLines,
	check: func(ctx context.Context, w *writing, _, next *data.StockTakeLine) error {
		if w.undoes == "" {
			return nil // who counts has looked already
		}
		t, err := takes.byID(ctx, w.tx, next.TakeID)
		if err == nil && t.State != data.TakeOpen {
			err = data.ErrPosted
		}
		return err
	},
	posted: func(ctx context.Context, r reader, l *data.StockTakeLine) (bool, error) {
		t, err := takes.byID(ctx, r, l.TakeID)
		return t.State != data.TakeOpen, err
	},
}

// fillTakeLines names the articles.
func fillTakeLines(ctx context.Context, r reader, found []*data.StockTakeLine) error {
	at := map[int64][]*data.StockTakeLine{}
	var ids []int64
	for _, l := range found {
		at[l.VariantID] = append(at[l.VariantID], l)
		ids = append(ids, l.VariantID)
	}
	for part := range chunks(ids, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT id, sku FROM variant WHERE id IN `+holes, args, func(scan func(...any) error) error {
			var id int64
			var sku string
			err := scan(&id, &sku)
			for _, l := range at[id] {
				l.SKU = sku
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// ByNo returns the stock-take with this number, or [data.ErrNotFound].
func (s StockTakes) ByNo(ctx context.Context, no string) (data.StockTake, error) {
	return takes.get(ctx, s.at, `WHERE stock_take_no = ?`, no)
}

// Get returns the stock-take with id, or [data.ErrNotFound].
func (s StockTakes) Get(ctx context.Context, id int64) (data.StockTake, error) {
	return takes.get(ctx, s.at, `WHERE id = ?`, id)
}

// Find returns a page of stock-takes, the newest first. Words are looked for in numbers, days, warehouses, states and
// notes; After is the number of the last one of the page before.
func (s StockTakes) Find(ctx context.Context, q Query) (list []data.StockTake, err error) {
	where, args := `WHERE archived = ?`, []any{q.Archived}
	for _, t := range searchFor(0, q, false).terms {
		where += ` AND instr(folded(stock_take_no || ' ' || date || ' ' || warehouse || ' ' || state || ' ' || note), ?) > 0`
		args = append(args, t)
	}
	if q.After != "" {
		where += ` AND id < (SELECT id FROM stock_take WHERE stock_take_no = ?)`
		args = append(args, q.After)
	}
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = takes.load(ctx, r, where+` ORDER BY id DESC LIMIT ?`, append(args, q.limit())...)
		return err
	})
	return list, err
}

// Save changes what may be changed of an open stock-take: tolerance, note and date.
func (s StockTakes) Save(ctx context.Context, t data.StockTake) (data.StockTake, error) {
	err := s.at.write(ctx, "", func(w *writing) error {
		old, err := takes.byID(ctx, w.tx, t.ID)
		if err != nil {
			return err
		}
		next := old
		next.Version, next.Tolerance, next.Note, next.Date = t.Version, t.Tolerance, t.Note, t.Date
		t, err = takes.save(ctx, w, next)
		return err
	})
	return t, err
}

// Drop ends a stock-take without booking anything. What was counted stays readable.
func (s StockTakes) Drop(ctx context.Context, no string) error {
	return s.at.write(ctx, "", func(w *writing) error {
		t, err := w.openTake(ctx, no)
		if err != nil {
			return err
		}
		t.State = data.TakeDropped
		_, err = takes.save(ctx, w, t)
		return err
	})
}

// openTake returns a stock-take that can still be counted.
func (w *writing) openTake(ctx context.Context, no string) (data.StockTake, error) {
	t, err := takes.one(ctx, w.tx, `WHERE stock_take_no = ?`, no)
	if err == nil && t.State != data.TakeOpen {
		err = takeClosed(no)
	}
	if err != nil {
		err = fmt.Errorf("stock-take %s: %w", no, err)
	}
	return t, err
}
