package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/google/uuid"
)

// file is the open SQLite file: one connection writes, a pool reads.
type file struct {
	path    string
	write   *sql.DB
	read    *sql.DB
	options Options
}

// place is where the parts of a store work: on the file, or within a transaction of [Store.Atomically].
type place struct {
	file   *file
	within *writing
}

// writing is a write transaction. All it writes belongs to one journal batch.
type writing struct {
	tx       *sql.Tx
	at       time.Time // of every record it writes, UTC
	person   string
	batch    int64  // 0 until the first journal row
	name     string // the batch's UUID
	source   string // what caused it: a file's name, or ""
	undoes   string // the batch that this one takes back
	prepared map[string]*sql.Stmt
	inserts  map[string]string // what puts a row into a table
	grams    map[int64]bool    // see [writing.stale]
	stock    touched           // see [writing.guardStock]
	unmarked unmarked          // see [writing.writeMarks]
}

// openFile opens the two handles and migrates. A file that can't be written to is opened for reading.
func openFile(ctx context.Context, path string, o Options) (*file, error) {
	if o.Now == nil {
		return nil, errors.New("no clock given")
	}
	if !o.ReadOnly {
		f, err := openWith(ctx, path, o, writerDSN(path, o.Wait), readerDSN(path))
		if _, missing := os.Stat(path); err == nil || missing != nil || !unwritable(err) {
			return f, explain(err)
		}
		o.ReadOnly = true
	}
	var f *file
	var err error
	for _, dsn := range readOnlyDSNs(path) {
		if f, err = openWith(ctx, path, o, dsn, dsn); err == nil || !unwritable(err) {
			break
		}
	}
	return f, explain(err)
}

// openWith opens the two handles and migrates. The error is as SQLite gave it.
func openWith(ctx context.Context, path string, o Options, writer, reader string) (*file, error) {
	f := &file{path: path, options: o}
	var err error
	if f.write, err = sql.Open(driverName, writer); err != nil {
		return nil, err
	}
	f.write.SetMaxOpenConns(1)
	if f.read, err = sql.Open(driverName, reader); err != nil {
		return nil, errors.Join(err, f.write.Close())
	}
	f.read.SetMaxOpenConns(readers)
	f.read.SetMaxIdleConns(readers)
	err = migrate(ctx, f)
	if err == nil {
		err = place{file: f}.judgeToday(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, f.close())
	}
	return f, nil
}

// close closes both handles.
func (f *file) close() error { return errors.Join(f.read.Close(), f.write.Close()) }

// write runs work in a transaction of its own, or in a savepoint of the one p lies within.
func (p place) write(ctx context.Context, source string, work func(*writing) error) error {
	if p.within != nil {
		return p.within.nested(ctx, source, work)
	}
	if p.file.options.ReadOnly {
		return ErrReadOnly
	}
	tx, err := p.file.write.BeginTx(ctx, nil)
	if err != nil {
		return explain(err)
	}
	w := &writing{tx: tx, at: p.file.now(), source: source, prepared: map[string]*sql.Stmt{}, inserts: map[string]string{}}
	err = w.identify(ctx, p.file.options.Person)
	if err == nil {
		err = work(w)
	}
	if err == nil {
		err = w.guardStock(ctx)
	}
	if err == nil {
		err = w.settle(ctx)
	}
	if err != nil {
		_ = tx.Rollback() // a failed rollback leaves nothing to do: the transaction is gone either way
		return explain(err)
	}
	return explain(tx.Commit())
}

// settle brings what lists are found by up to what was written.
func (w *writing) settle(ctx context.Context) error {
	if err := w.writeMarks(ctx); err != nil {
		return err
	}
	return w.writeGrams(ctx)
}

// now returns the time as it is stored: UTC, whole microseconds.
func (f *file) now() time.Time { return f.options.Now().UTC().Truncate(time.Microsecond) }

// identify finds out who writes and names the batch.
func (w *writing) identify(ctx context.Context, person string) error {
	w.name = newUUID()
	if w.person = person; person != "" {
		return nil
	}
	err := w.tx.QueryRowContext(ctx, `SELECT body ->> 'person' FROM company`).Scan(optional{&w.person})
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// nested runs work in a savepoint, so that its failure leaves nothing behind.
func (w *writing) nested(ctx context.Context, source string, work func(*writing) error) error {
	if _, err := w.tx.ExecContext(ctx, `SAVEPOINT part`); err != nil {
		return explain(err)
	}
	before := *w
	if source != "" {
		w.source = source
	}
	w.stock = touched{}
	err := work(w)
	if err == nil {
		err = w.guardStock(ctx)
	}
	w.source, w.undoes, w.stock = before.source, before.undoes, before.stock
	if err != nil {
		w.batch, w.grams, w.unmarked = before.batch, before.grams, before.unmarked // what was settled within is gone with it
		_, back := w.tx.ExecContext(ctx, `ROLLBACK TO part; RELEASE part`)
		return explain(errors.Join(err, back))
	}
	_, err = w.tx.ExecContext(ctx, `RELEASE part`)
	return explain(err)
}

// readAt runs work in one reading transaction, so that all it sees is of one moment.
func (p place) readAt(ctx context.Context, work func(reader) error) error {
	if p.within != nil {
		if err := p.within.settle(ctx); err != nil { // what was saved before is found
			return explain(err)
		}
		return explain(work(p.within.tx))
	}
	tx, err := p.file.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(err)
	}
	defer tx.Rollback() //nolint:errcheck // it wrote nothing
	return explain(work(tx))
}

// exec runs a statement, prepared once per transaction.
func (w *writing) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := w.statement(ctx, query) //nolint:sqlclosecheck // the transaction closes it
	if err != nil {
		return nil, err
	}
	return s.ExecContext(context.WithoutCancel(ctx), args...) // the driver watches one that can be cancelled by a goroutine per row
}

// scan reads the one row of a question, prepared once per transaction, or gives [sql.ErrNoRows].
func (w *writing) scan(ctx context.Context, query string, args []any, to ...any) error {
	s, err := w.statement(ctx, query) //nolint:sqlclosecheck // the transaction closes it
	if err != nil {
		return err
	}
	return s.QueryRowContext(context.WithoutCancel(ctx), args...).Scan(to...)
}

// statement returns query prepared.
func (w *writing) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if err := ctx.Err(); err != nil { // the statements themselves aren't watched, see exec
		return nil, err
	}
	if s, ok := w.prepared[query]; ok {
		return s, nil
	}
	s, err := w.tx.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("prepare: %w", err)
	}
	w.prepared[query] = s // the transaction closes it
	return s, nil
}

// newUUID returns a UUID whose order is that of time, so that indexes grow at their end.
func newUUID() string { return uuid.Must(uuid.NewV7()).String() }
