package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"tradewind/data"
)

// Undo takes a batch back: records get what they were before, new ones go when nothing uses them and are archived when
// something does, and stock movements are met by counter-entries. It is a batch of its own and can be undone too.
// It gives [data.ErrConflict] when a record was changed since or the batch was taken back already, [data.ErrPosted] when
// the batch issued, voided or posted something, and [data.ErrNotFound]. Then nothing was done.
func (s Journal) Undo(ctx context.Context, batch string) error {
	return s.at.write(ctx, "", func(w *writing) error {
		if err := w.undo(ctx, batch); err != nil {
			return fmt.Errorf("undo %s: %w", batch, err)
		}
		return nil
	})
}

// undoable is what every kind can do whatever its records are.
type undoable interface {
	restore(ctx context.Context, w *writing, list []saved) error
	remove(ctx context.Context, w *writing, list []saved) error
	label() (name, table string)
}

// undoOrder is the kinds, those that others refer to first.
var undoOrder = []undoable{companies, partners, products, orders, shipments, rates}

// saved is what a batch did to one record.
type saved struct {
	id      int64
	version int64  // after the batch; 0: taken away
	before  []byte // nil: it was new
}

// undo does the work.
func (w *writing) undo(ctx context.Context, batch string) error {
	id, err := w.undoableBatch(ctx, batch)
	if err != nil {
		return err
	}
	w.undoes = batch
	if _, err := w.batchID(ctx); err != nil {
		return err
	}
	if err := w.counter(ctx, id); err != nil {
		return err
	}
	var work [][]saved
	for _, k := range undoOrder {
		list, err := w.savedBy(ctx, k, id)
		if err != nil {
			return err
		}
		work = append(work, list)
	}
	for i, k := range undoOrder {
		if err := k.restore(ctx, w, work[i]); err != nil {
			return err
		}
	}
	for i := len(undoOrder) - 1; i >= 0; i-- {
		if err := undoOrder[i].remove(ctx, w, work[i]); err != nil {
			return err
		}
	}
	return nil
}

// undoableBatch returns the row of the batch unless it can't be taken back.
func (w *writing) undoableBatch(ctx context.Context, batch string) (id int64, err error) {
	var undone, posted bool
	err = w.tx.QueryRowContext(ctx, `SELECT id,
			EXISTS (SELECT 1 FROM journal_batch u WHERE u.undoes = b.uuid),
			EXISTS (SELECT 1 FROM journal j WHERE j.batch_id = b.id AND j.kind = ?)
				OR EXISTS (SELECT 1 FROM movement m WHERE m.batch_id = b.id AND m.reason = ?)
		FROM journal_batch b WHERE uuid = ?`, issuedName, string(data.Sent), batch).Scan(&id, &undone, &posted)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return 0, data.ErrNotFound
	case err != nil:
		return 0, err
	case undone:
		return 0, data.ErrConflict
	case posted:
		return 0, data.ErrPosted
	}
	return id, nil
}

// counter books a counter-entry for every movement of the batch.
func (w *writing) counter(ctx context.Context, batch int64) error {
	list, err := movements(ctx, w.tx, `WHERE m.batch_id = ? ORDER BY m.id`, batch)
	if err != nil {
		return err
	}
	for _, m := range list {
		m.Quantity, m.Reason = -m.Quantity, data.Reversed
		if err := w.move(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// savedBy returns what the batch did to the records of one kind, after making sure that nobody changed them since.
func (w *writing) savedBy(ctx context.Context, k undoable, batch int64) ([]saved, error) {
	name, table := k.label()
	rows, err := w.tx.QueryContext(ctx, `
		WITH done AS (SELECT record_id, min(id) AS first, max(id) AS last FROM journal WHERE batch_id = ? AND kind = ? GROUP BY record_id)
		SELECT d.record_id, l.version, f.before, coalesce(t.version, 0)
		FROM done d JOIN journal f ON f.id = d.first JOIN journal l ON l.id = d.last LEFT JOIN `+table+` t ON t.id = d.record_id
		ORDER BY d.record_id`, batch, name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []saved
	for rows.Next() {
		var s saved
		var now int64
		if err := rows.Scan(&s.id, &s.version, &s.before, &now); err != nil {
			return nil, err
		}
		if now != s.version {
			return nil, fmt.Errorf("%s %d: %w", name, s.id, data.ErrConflict)
		}
		list = append(list, s)
	}
	return list, rows.Err()
}

// label returns what the journal and the database call the kind.
func (k *kind[T]) label() (name, table string) { return k.name, k.table }

// restore gives records that the batch changed or took away what they were before.
func (k *kind[T]) restore(ctx context.Context, w *writing, list []saved) error {
	for part := range chunks(list, maxHoles) {
		now, err := k.current(ctx, w, part)
		if err != nil {
			return err
		}
		for _, s := range part {
			if s.before == nil {
				continue
			}
			if err := k.restoreOne(ctx, w, now[s.id], s); err != nil {
				return fmt.Errorf("%s %d: %w", k.name, s.id, err)
			}
		}
	}
	return nil
}

// restoreOne does so for one.
func (k *kind[T]) restoreOne(ctx context.Context, w *writing, now *T, s saved) error {
	before, err := k.fromImage(s.before)
	if err != nil {
		return err
	}
	if k.check != nil {
		if err := k.check(ctx, w, now, before); err != nil {
			return err
		}
	}
	_, err = k.put(ctx, w, now, before)
	return err
}

// current returns the records of a part as they are.
func (k *kind[T]) current(ctx context.Context, w *writing, part []saved) (map[int64]*T, error) {
	ids := make([]int64, len(part))
	for i, s := range part {
		ids[i] = s.id
	}
	list, err := k.byIDs(ctx, w.tx, ids)
	if err != nil {
		return nil, err
	}
	now := make(map[int64]*T, len(list))
	for i := range list {
		now[k.record(&list[i]).ID] = &list[i]
	}
	return now, nil
}

// remove takes records away that the batch made, or archives those that something uses.
func (k *kind[T]) remove(ctx context.Context, w *writing, list []saved) error {
	for part := range chunks(list, maxHoles) {
		now, err := k.current(ctx, w, part)
		if err != nil {
			return err
		}
		for _, s := range part {
			it := now[s.id]
			if s.before != nil || it == nil {
				continue
			}
			if err := k.removeOne(ctx, w, it); err != nil {
				return fmt.Errorf("%s %d: %w", k.name, s.id, err)
			}
		}
	}
	return nil
}

// removeOne does so for one.
func (k *kind[T]) removeOne(ctx context.Context, w *writing, it *T) error {
	rec := k.record(it)
	if k.posted != nil {
		if posted, err := k.posted(ctx, w.tx, it); err != nil || posted {
			return errors.Join(data.ErrPosted, err)
		}
	}
	if k.used != "" {
		used, err := w.exists(ctx, k.used, rec.ID)
		if err != nil {
			return err
		}
		if used {
			next := *it
			k.record(&next).Archived = true
			_, err := k.put(ctx, w, it, &next)
			return err
		}
	}
	return k.drop(ctx, w, it)
}

// drop deletes a record and keeps its image, so that even this can be taken back.
func (k *kind[T]) drop(ctx context.Context, w *writing, it *T) error {
	image, err := k.image(it)
	if err != nil {
		return err
	}
	rec := *k.record(it)
	if k.discard != nil {
		if err := k.discard(ctx, w, rec.ID); err != nil {
			return err
		}
	}
	if k.number != 0 {
		if err := w.forget(ctx, k.number, rec.ID); err != nil {
			return err
		}
	}
	if _, err := w.exec(ctx, `DELETE FROM `+k.table+` WHERE id = ?`, rec.ID); err != nil {
		return err
	}
	rec.Version = 0
	return w.journal(ctx, k.name, &rec, image)
}
