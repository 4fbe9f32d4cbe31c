package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"tradewind/data"
)

// Journal says who changed what, and takes it back.
type Journal struct{ at place }

// Entry is one save.
type Entry struct {
	Batch    string // what was done together; [Journal.Undo] takes it
	At       time.Time
	Person   string
	Source   string // the file of an import, or ""
	Kind     string // "product", "partner", "order", "shipment", "rate", "company" or "document"; "" for stock alone
	UUID     string // of the record
	RecordID int64
	Version  int64  // after the save; 0: the record was taken away
	Before   []byte // the record before, as JSON; nil: it was new
	Undoes   string // the batch that this one took back
	Undone   bool   // another batch took this one back
	Records  int    // how many saves the batch holds
}

// entryColumns is what every question about entries selects, of journal j and journal_batch b.
const entryColumns = `SELECT b.uuid, b.at, b.person, b.source, coalesce(b.undoes, ''),
	EXISTS (SELECT 1 FROM journal_batch u WHERE u.undoes = b.uuid),
	coalesce(j.kind, ''), coalesce(j.uuid, ''), coalesce(j.record_id, 0), coalesce(j.version, 0), j.before `

// Last returns the newest n batches, each as its first entry and the number of its saves, the newest first.
func (s Journal) Last(ctx context.Context, n int) ([]Entry, error) {
	return s.entries(ctx, entryColumns+`, (SELECT count(*) FROM journal c WHERE c.batch_id = b.id)
		FROM journal_batch b LEFT JOIN journal j ON j.id = (SELECT min(id) FROM journal f WHERE f.batch_id = b.id)
		ORDER BY b.id DESC LIMIT ?`, n)
}

// Newest returns the newest batch, "" when there is none.
func (s Journal) Newest(ctx context.Context) (string, error) {
	last, err := s.Last(ctx, 1)
	if err != nil || len(last) == 0 {
		return "", err
	}
	return last[0].Batch, nil
}

// Made does something and returns the batch that it made, "" when it changed nothing.
func (s Journal) Made(ctx context.Context, do func() error) (batch string, err error) {
	before, err := s.Newest(ctx)
	if err != nil {
		return "", err
	}
	if err := do(); err != nil {
		return "", err
	}
	if batch, err = s.Newest(ctx); batch == before {
		batch = ""
	}
	return batch, err
}

// History returns the saves of the record with uuid, the newest first.
func (s Journal) History(ctx context.Context, uuid string) ([]Entry, error) {
	return s.entries(ctx, entryColumns+`, 1 FROM journal j JOIN journal_batch b ON b.id = j.batch_id
		WHERE j.uuid = ? ORDER BY j.id DESC`, uuid)
}

// entries reads entries.
func (s Journal) entries(ctx context.Context, query string, args ...any) (list []Entry, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		rows, err := r.QueryContext(ctx, query, args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var e Entry
			var before sql.RawBytes
			err := rows.Scan(&e.Batch, utc{&e.At}, &e.Person, &e.Source, &e.Undoes, &e.Undone,
				&e.Kind, &e.UUID, &e.RecordID, &e.Version, &before, &e.Records)
			if err != nil {
				return err
			}
			if e.Before, err = recordOf(before); err != nil {
				return err
			}
			list = append(list, e)
		}
		return rows.Err()
	})
	return list, err
}

// recordOf takes the record out of a journal's image.
func recordOf(b []byte) ([]byte, error) {
	if len(b) == 0 {
		return nil, nil
	}
	var im struct {
		Record json.RawMessage `json:"record"`
	}
	err := json.Unmarshal(b, &im)
	return im.Record, err
}

// journal writes down that rec was saved, and what it was before.
func (w *writing) journal(ctx context.Context, kind string, rec *data.Record, before []byte) error {
	batch, err := w.batchID(ctx)
	if err != nil {
		return err
	}
	var old any
	if before != nil {
		old = string(before)
	}
	_, err = w.exec(ctx, `INSERT INTO journal (batch_id, kind, record_id, uuid, version, before) VALUES (?, ?, ?, ?, ?, ?)`,
		batch, kind, rec.ID, rec.UUID, rec.Version, old)
	return err
}

// batchID returns the batch that this transaction's rows belong to; the first row makes it.
func (w *writing) batchID(ctx context.Context) (int64, error) {
	if w.batch != 0 {
		return w.batch, nil
	}
	var undoes any
	if w.undoes != "" {
		undoes = w.undoes
	}
	r, err := w.exec(ctx, `INSERT INTO journal_batch (uuid, at, person, source, undoes) VALUES (?, ?, ?, ?, ?)`,
		w.name, w.at.UnixMicro(), w.person, w.source, undoes)
	if err != nil {
		return 0, err
	}
	w.batch, err = r.LastInsertId()
	return w.batch, err
}
