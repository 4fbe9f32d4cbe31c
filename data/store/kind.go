package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"tradewind/data"
)

// kind says how the records of one aggregate lie in the file. All of them are loaded, saved, journalled, searched and
// taken back by the same code; what is their own stands here.
type kind[T any] struct {
	number  int    // in the search table; 0: isn't searched
	code    string // the column that a list is paged by
	name    string // in the journal and in errors
	table   string
	record  func(*T) *data.Record
	columns func(*T) []column
	hidden  func(*T) []*int64 // the IDs that JSON leaves out, in a fixed order, for the journal

	fill    func(ctx context.Context, r reader, found []*T) error        // reads what lies in other tables
	check   func(ctx context.Context, w *writing, old *T, next *T) error // rules that need other records; old may be nil
	keep    func(ctx context.Context, w *writing, old *T, next *T) error // writes what lies in other tables
	discard func(ctx context.Context, w *writing, ids []int64) error     // takes that away before the records themselves
	entry   func(ctx context.Context, r reader, it *T) (entry, error)    // what lists search
	begin   func(it *T) marks                                            // of a new record that nothing refers to yet; nil: none
	used    string                                                       // a question with one hole, the ID: does anything need the record?
	posted  func(ctx context.Context, r reader, it *T) (bool, error)     // can't be taken back
}

// maxHoles is how many values one IN list holds.
const maxHoles = 500

// load returns the records that where selects, complete.
func (k *kind[T]) load(ctx context.Context, r reader, where string, args ...any) ([]T, error) {
	var shape T
	query := `SELECT id, ` + names(k.all(&shape)) + ` FROM ` + k.table + ` ` + where
	rows, err := r.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []T
	for rows.Next() {
		var one T
		if err := rows.Scan(append([]any{&k.record(&one).ID}, targets(k.all(&one))...)...); err != nil {
			return nil, err
		}
		found = append(found, one)
	}
	if err := rows.Err(); err != nil || k.fill == nil || len(found) == 0 {
		return found, err
	}
	at := make([]*T, len(found))
	for i := range found {
		at[i] = &found[i]
	}
	return found, k.fill(ctx, r, at)
}

// all returns every column but the ID.
func (k *kind[T]) all(it *T) []column { return append(k.columns(it), recordColumns(k.record(it))...) }

// one returns the only record that where selects, or [data.ErrNotFound].
func (k *kind[T]) one(ctx context.Context, r reader, where string, args ...any) (T, error) {
	found, err := k.load(ctx, r, where, args...)
	if err != nil || len(found) == 0 {
		var none T
		if err == nil {
			err = fmt.Errorf("%s %v: %w", k.name, args, data.ErrNotFound)
		}
		return none, err
	}
	return found[0], nil
}

// byID returns the record with id.
func (k *kind[T]) byID(ctx context.Context, r reader, id int64) (T, error) {
	return k.one(ctx, r, `WHERE id = ?`, id)
}

// byIDs returns the records with ids in the order of ids, a few hundred per question.
func (k *kind[T]) byIDs(ctx context.Context, r reader, ids []int64) ([]T, error) {
	at := make(map[int64]T, len(ids))
	for part := range chunks(ids, maxHoles) {
		holes, args := in(part)
		found, err := k.load(ctx, r, `WHERE id IN `+holes, args...)
		if err != nil {
			return nil, err
		}
		for i := range found {
			at[k.record(&found[i]).ID] = found[i]
		}
	}
	list := make([]T, 0, len(ids))
	for _, id := range ids {
		if one, ok := at[id]; ok {
			list = append(list, one)
		}
	}
	return list, nil
}

// save checks next against the record as it stands and writes it, unless nothing differs.
func (k *kind[T]) save(ctx context.Context, w *writing, next T) (T, error) {
	rec := k.record(&next)
	var old *T
	if rec.ID != 0 {
		now, err := k.byID(ctx, w.tx, rec.ID)
		if err != nil {
			return next, err
		}
		if k.record(&now).Version != rec.Version {
			return next, fmt.Errorf("%s %d: %w", k.name, rec.ID, data.ErrConflict)
		}
		old = &now
	}
	if k.check != nil {
		if err := k.check(ctx, w, old, &next); err != nil {
			return next, err
		}
	}
	if v, ok := any(next).(interface{ Validate() error }); ok { // now that numbers and codes are filled in
		if err := v.Validate(); err != nil {
			return next, err
		}
	}
	if _, err := k.put(ctx, w, old, &next); err != nil {
		return next, fmt.Errorf("save %s %d: %w", k.name, rec.ID, err)
	}
	return k.byID(ctx, w.tx, rec.ID)
}

// put writes next over old (nil: it is new) with everything that belongs to it, and says whether anything differed.
func (k *kind[T]) put(ctx context.Context, w *writing, old, next *T) (bool, error) {
	rec := k.record(next)
	var before []byte
	if old == nil {
		if rec.ID == 0 { // else it comes back from the journal
			rec.Version, rec.CreatedAt = 0, w.at
		}
		if rec.UUID == "" {
			rec.UUID = newUUID()
		}
	} else {
		same, image, err := k.compare(old, next)
		if err != nil || same {
			return false, err
		}
		before = image
	}
	rec.Version++
	rec.ChangedAt, rec.ChangedBy = w.at, w.person
	if err := k.write(ctx, w, old, next); err != nil {
		return false, err
	}
	return true, w.journal(ctx, k.name, rec, before)
}

// write writes the row, what belongs to it and what lists search.
func (k *kind[T]) write(ctx context.Context, w *writing, old, next *T) error {
	var err error
	if old == nil {
		err = k.insert(ctx, w, next)
	} else {
		err = k.update(ctx, w, next)
	}
	if err == nil && k.keep != nil {
		err = k.keep(ctx, w, old, next)
	}
	if err != nil || k.number == 0 {
		return err
	}
	return k.index(ctx, w, old, next)
}

// compare says whether next is what old is, and returns the image of old. What names other records by text is filled
// in on reading and isn't compared twice: the IDs are.
func (k *kind[T]) compare(old, next *T) (bool, []byte, error) {
	rec, was := k.record(next), k.record(old)
	rec.ID, rec.UUID, rec.CreatedAt = was.ID, was.UUID, was.CreatedAt
	rec.Version, rec.ChangedAt, rec.ChangedBy = was.Version, was.ChangedAt, was.ChangedBy
	if reflect.DeepEqual(old, next) { // as most of what is imported again; this costs far less than two images
		return true, nil, nil
	}
	before, err := k.image(old)
	if err != nil {
		return false, nil, err
	}
	after, err := k.image(next)
	return string(before) == string(after), before, err
}

// insert adds the row. An ID that is set already comes from the journal and is taken again.
func (k *kind[T]) insert(ctx context.Context, w *writing, next *T) error {
	cs, rec := k.all(next), k.record(next)
	if rec.ID != 0 {
		cs = append(cs, column{"id", &rec.ID})
	}
	query, known := w.inserts[k.table]
	if !known || rec.ID != 0 {
		query = `INSERT INTO ` + k.table + ` (` + names(cs) + `) VALUES (?` + strings.Repeat(`, ?`, len(cs)-1) + `)`
	}
	if rec.ID == 0 { // the same for all rows of an import
		w.inserts[k.table] = query
	}
	r, err := w.exec(ctx, query, values(cs)...)
	if err != nil {
		return err
	}
	rec.ID, err = r.LastInsertId()
	return err
}

// update writes the row over the version it was read at.
func (k *kind[T]) update(ctx context.Context, w *writing, next *T) error {
	cs, rec := k.all(next), k.record(next)
	query := `UPDATE ` + k.table + ` SET ` + strings.ReplaceAll(names(cs), `, `, ` = ?, `) + ` = ? WHERE id = ? AND version = ?`
	r, err := w.exec(ctx, query, append(values(cs), rec.ID, rec.Version-1)...)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		return errors.Join(data.ErrConflict, err)
	}
	return nil
}

// archive takes a record out of the lists or brings it back.
func (k *kind[T]) archive(ctx context.Context, w *writing, id int64, archived bool) error {
	old, err := k.byID(ctx, w.tx, id)
	if err != nil {
		return err
	}
	next := old
	k.record(&next).Archived = archived
	_, err = k.put(ctx, w, &old, &next)
	return err
}

// image is a record as the journal keeps it.
type image[T any] struct {
	Record *T      `json:"record"`
	ID     int64   `json:"id"`
	IDs    []int64 `json:"ids,omitempty"`
}

// image returns the journal's copy of it.
func (k *kind[T]) image(it *T) ([]byte, error) {
	im := image[T]{Record: it, ID: k.record(it).ID}
	if k.hidden != nil {
		for _, id := range k.hidden(it) {
			im.IDs = append(im.IDs, *id)
		}
	}
	return json.Marshal(im)
}

// fromImage returns the record of a journal's copy.
func (k *kind[T]) fromImage(b []byte) (*T, error) {
	im := image[T]{Record: new(T)}
	if err := json.Unmarshal(b, &im); err != nil {
		return nil, fmt.Errorf("read journal: %w", err)
	}
	k.record(im.Record).ID = im.ID
	if k.hidden != nil {
		for i, id := range k.hidden(im.Record) {
			*id = im.IDs[i]
		}
	}
	return im.Record, nil
}
