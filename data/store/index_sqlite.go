package store

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
)

// entry is what lists know of a record: where it stands and what its words are.
type entry struct {
	key  string // sorts the list; for most kinds the folded code
	code string
	text string // folded
}

// searchable returns an entry sorted by code. Texts are the words it is found by.
func searchable(code string, texts ...string) entry {
	e := entry{key: fold(code), code: code}
	parts := make([]string, 0, len(texts)+1)
	for _, t := range append([]string{code}, texts...) {
		if t = strings.Join(strings.Fields(fold(t)), " "); t != "" && !slices.Contains(parts, t) {
			parts = append(parts, t)
		}
	}
	e.text = strings.Join(parts, "\n")
	return e
}

// index brings the search table and the fragments up to what next is.
func (k *kind[T]) index(ctx context.Context, w *writing, old, next *T) error {
	e, err := k.entry(ctx, w.tx, next)
	if err != nil {
		return err
	}
	rec := k.record(next)
	if old != nil {
		was, err := k.entry(ctx, w.tx, old)
		if err != nil || was == e && k.record(old).Archived == rec.Archived {
			return err
		}
		if err := w.forget(ctx, k.number, rec.ID); err != nil {
			return err
		}
	}
	var m marks
	if old == nil && k.begin != nil {
		m = k.begin(next)
	}
	_, err = w.exec(ctx, `INSERT INTO search (kind, key, code, record, archived, text, due, pace, idle_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		k.number, e.key, e.code, rec.ID, rec.Archived, e.text, int(m.due), m.pace, string(m.idle))
	if err != nil {
		return err
	}
	w.stale(gramRow(k.number, rec.ID), old != nil)
	return err
}

// reindex brings what finds the records with ids up to the names of others that it holds. Their places in the list stay.
func (k *kind[T]) reindex(ctx context.Context, w *writing, ids []int64) error {
	for part := range chunks(ids, maxHoles) {
		list, err := k.byIDs(ctx, w.tx, part)
		if err != nil {
			return err
		}
		for i := range list {
			e, err := k.entry(ctx, w.tx, &list[i])
			if err != nil {
				return err
			}
			id := k.record(&list[i]).ID
			if _, err := w.exec(ctx, `UPDATE search SET text = ? WHERE kind = ? AND record = ?`, e.text, k.number, id); err != nil {
				return err
			}
			w.stale(gramRow(k.number, id), true)
		}
	}
	return nil
}

// stale remembers that a row of fragments must be written anew; had says that there is one already. All are written
// together when the transaction ends: each ordinary statement between would make FTS5 write out what it has gathered,
// which costs ten times as much.
func (w *writing) stale(row int64, had bool) {
	if w.grams == nil {
		w.grams = map[int64]bool{}
	}
	w.grams[row] = w.grams[row] || had
}

// writeGrams writes the fragments that are stale.
func (w *writing) writeGrams(ctx context.Context) error {
	rows := sortedKeys(w.grams)
	if err := w.dropGrams(ctx, rows); err != nil {
		return err
	}
	var cut cutter
	for part := range chunks(rows, maxHoles) {
		texts, err := w.searched(ctx, part)
		if err != nil {
			return err
		}
		for _, row := range part {
			text, ok := texts[row]
			if !ok {
				continue
			}
			if _, err := w.exec(ctx, `INSERT INTO gram (rowid, text) VALUES (?, ?)`, row, cut.joined(text)); err != nil {
				return err
			}
		}
	}
	w.grams = nil
	return nil
}

// dropGrams takes away the fragments of those of rows that have some, all by one statement: after each FTS5 looks
// whether to merge what is left.
func (w *writing) dropGrams(ctx context.Context, rows []int64) error {
	old := slices.DeleteFunc(slices.Clone(rows), func(row int64) bool { return !w.grams[row] })
	if len(old) == 0 {
		return nil
	}
	list, err := json.Marshal(old)
	if err != nil {
		return err
	}
	_, err = w.exec(ctx, `DELETE FROM gram WHERE rowid IN (SELECT value FROM json_each(?))`, string(list))
	return err
}

// searched returns the folded texts of those of rows that stand in the search table.
func (w *writing) searched(ctx context.Context, rows []int64) (map[int64]string, error) {
	byKind := map[int64][]int64{}
	for _, row := range rows {
		byKind[row%8] = append(byKind[row%8], row/8)
	}
	texts := make(map[int64]string, len(rows))
	for kind, records := range byKind {
		holes, args := in(records)
		err := eachRow(ctx, w.tx, `SELECT record, text FROM search INDEXED BY search_record WHERE kind = ? AND record IN `+holes, append([]any{kind}, args...),
			func(scan func(...any) error) error {
				var record int64
				var text string
				err := scan(&record, &text)
				texts[record*8+kind] = text
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	return texts, nil
}

// forget takes records out of the search.
func (w *writing) forget(ctx context.Context, number int, ids ...int64) error {
	holes, args := in(ids)
	if _, err := w.exec(ctx, `DELETE FROM search INDEXED BY search_record WHERE kind = ? AND record IN `+holes, append([]any{number}, args...)...); err != nil {
		return err
	}
	for _, id := range ids {
		w.stale(gramRow(number, id), true)
	}
	return nil
}

// gramRow is the row of the fragments of a record.
func gramRow(number int, id int64) int64 { return id*8 + int64(number) }
