package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tradewind/data"
)

// TakeBack undoes the newest save of one record. It reports whether the record is still there: one that was new is gone then.
func (s Journal) TakeBack(ctx context.Context, uuid string) (there bool, err error) {
	saves, err := s.History(ctx, uuid)
	if err != nil || len(saves) == 0 {
		return true, err
	}
	if err := s.Undo(ctx, saves[0].Batch); err != nil {
		return true, err
	}
	return saves[0].Before != nil, nil
}

// Undo takes a batch back: records get what they were before, new ones go when nothing uses them and are archived when
// something does, and stock movements are met by counter-entries. It is a batch of its own and can be undone too.
// It gives [data.ErrConflict] when a record was changed since or the batch was taken back already, [data.ErrPosted] when
// the batch issued, voided or posted something, and [data.ErrNotFound]. Then nothing was done.
func (s Journal) Undo(ctx context.Context, batch string) error {
	return s.UndoTelling(ctx, batch, func(int, int) {})
}

// UndoTelling is [Journal.Undo] for large batches: it tells now and then how many records of all are done. When ctx ends
// before, nothing was done.
func (s Journal) UndoTelling(ctx context.Context, batch string, tell func(done, total int)) error {
	err := s.at.write(ctx, "", func(w *writing) error {
		if err := w.undo(ctx, batch, tell); err != nil {
			return fmt.Errorf("undo %s: %w", batch, err)
		}
		return nil
	})
	if err != nil && ctx.Err() != nil { // a statement that is cut short has an error of its own
		return ctx.Err()
	}
	return err
}

// undoable is what every kind can do whatever its records are.
type undoable interface {
	restore(ctx context.Context, w *writing, part []saved) error
	remove(ctx context.Context, w *writing, part []saved) error
	label() (name, table string)
}

// undoOrder is the kinds, those that others refer to first.
var undoOrder = []undoable{
	companies,
	partners,
	products,
	campaigns,
	orders,
	shipments,
	orderFiles,
	milestones,
	payments,
	creditNotes,
	rates,
	warehouses,
	thresholds,
	seasons,
	takes,
	takeLines,
	purchases,
	elementLists,
	certificateRules,
	markets,
	clauses,
	wordLists,
	keywords,
	listingFigures,
	showcasePlaces,
	showcaseRotations,
	scorecards,
	rateCards,
	settlements,
	mails,
}

// saved is what a batch did to one record.
type saved struct {
	id      int64
	version int64  // after the batch; 0: taken away
	before  []byte // nil: it was new
}

// undo does the work.
func (w *writing) undo(ctx context.Context, batch string, tell func(done, total int)) error {
	id, err := w.undoableBatch(ctx, batch)
	if err != nil {
		return err
	}
	if err := w.refuseTakenBack(ctx, id); err != nil {
		return err
	}
	w.undoes = batch
	if _, err := w.batchID(ctx); err != nil {
		return err
	}
	if err := w.counterReservations(ctx, id); err != nil {
		return err
	}
	if err := w.counter(ctx, id); err != nil {
		return err
	}
	if err := w.takeBack(ctx, id, tell); err != nil {
		return err
	}
	return w.refuseOverKept(ctx, id)
}

// takeBack gives the records of a batch what they were before: first those that others refer to, then, the other way
// round, new ones go.
func (w *writing) takeBack(ctx context.Context, batch int64, tell func(done, total int)) (err error) {
	work, done, total := make([][]saved, len(undoOrder)), 0, 0
	for i, k := range undoOrder {
		if work[i], err = w.savedBy(ctx, k, batch); err != nil {
			return err
		}
		total += len(work[i])
	}
	step := func(list []saved, do func(context.Context, *writing, []saved) error) error {
		for part := range chunks(list, maxHoles) {
			if err := do(ctx, w, part); err != nil {
				return err
			}
			done += len(part)
			tell(done, total)
		}
		return nil
	}
	for i, k := range undoOrder {
		if err := step(made(work[i], false), k.restore); err != nil {
			return err
		}
	}
	for i, k := range slices.Backward(undoOrder) {
		if err := step(made(work[i], true), k.remove); err != nil {
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
	came, err := w.receiptsOf(ctx, batch)
	if err != nil {
		return err
	}
	for _, m := range list {
		of := m.ID
		m.Quantity, m.Reason, m.Reverses, m.Note = -m.Quantity, data.Reversed, "", ""
		if err := w.move(ctx, m); err != nil {
			return err
		}
		if came[of] {
			if err := w.counterReceipt(ctx, of); err != nil {
				return err
			}
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
func (k *kind[T]) restore(ctx context.Context, w *writing, part []saved) error {
	now, err := k.current(ctx, w, part)
	if err != nil {
		return err
	}
	for _, s := range part {
		if err := k.restoreOne(ctx, w, now[s.id], s); err != nil {
			return fmt.Errorf("%s %d: %w", k.name, s.id, err)
		}
	}
	return nil
}

// made returns those of list that the batch made, or all others.
func made(list []saved, want bool) []saved {
	return slices.DeleteFunc(slices.Clone(list), func(s saved) bool { return (s.before == nil) != want })
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

// remove takes records away that the batch made, or archives those that something uses. It does so some hundred at a
// time: one by one, an import of a hundred thousand would take longer to undo than to do.
func (k *kind[T]) remove(ctx context.Context, w *writing, part []saved) error {
	now, err := k.current(ctx, w, part)
	if err != nil {
		return err
	}
	used, err := k.usedOf(ctx, w, sortedKeys(now))
	if err != nil {
		return err
	}
	var unused []*T
	for _, id := range sortedKeys(now) {
		if used[id] {
			err = k.hide(ctx, w, now[id])
		} else {
			unused, err = append(unused, now[id]), k.refusePosted(ctx, w, now[id])
		}
		if err != nil {
			return fmt.Errorf("%s %d: %w", k.name, id, err)
		}
	}
	if err := k.drop(ctx, w, unused); err != nil {
		return fmt.Errorf("%s %d to %d: %w", k.name, part[0].id, part[len(part)-1].id, err)
	}
	return nil
}

// usedOf returns those of ids that something needs.
func (k *kind[T]) usedOf(ctx context.Context, w *writing, ids []int64) (map[int64]bool, error) {
	if k.used == "" || len(ids) == 0 {
		return nil, nil //nolint:nilnil // a map of nothing
	}
	holes, args := in(ids)
	list, err := numbers(ctx, w.tx, `SELECT it.id FROM `+k.table+` it WHERE it.id IN `+holes+`
		AND EXISTS (`+strings.Replace(k.used, `?`, `it.id`, 1)+`)`, args...)
	used := make(map[int64]bool, len(list))
	for _, id := range list {
		used[id] = true
	}
	return used, err
}

// refusePosted refuses to take back what was posted.
func (k *kind[T]) refusePosted(ctx context.Context, w *writing, it *T) error {
	if k.posted == nil {
		return nil
	}
	posted, err := k.posted(ctx, w.tx, it)
	if err == nil && posted {
		err = data.ErrPosted
	}
	return err
}

// hide archives a record that must stay.
func (k *kind[T]) hide(ctx context.Context, w *writing, it *T) error {
	if err := k.refusePosted(ctx, w, it); err != nil {
		return err
	}
	next := *it
	k.record(&next).Archived = true
	_, err := k.put(ctx, w, it, &next)
	return err
}

// drop deletes records and keeps their images, so that even this can be taken back.
func (k *kind[T]) drop(ctx context.Context, w *writing, list []*T) error {
	if len(list) == 0 {
		return nil
	}
	ids := make([]int64, len(list))
	for i, it := range list {
		image, err := k.image(it)
		if err != nil {
			return err
		}
		rec := *k.record(it)
		ids[i], rec.Version = rec.ID, 0
		if err := w.journal(ctx, k.name, &rec, image); err != nil {
			return err
		}
	}
	if k.discard != nil {
		if err := k.discard(ctx, w, ids); err != nil {
			return err
		}
	}
	if k.number != 0 {
		if err := w.forget(ctx, k.number, ids...); err != nil {
			return err
		}
	}
	holes, args := in(ids)
	_, err := w.exec(ctx, `DELETE FROM `+k.table+` WHERE id IN `+holes, args...)
	return err
}
