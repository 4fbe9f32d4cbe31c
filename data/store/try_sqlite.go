package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"os"
	"path/filepath"

	"tradewind/data"
)

// fewRows are so many that trying them keeps the file busy for a moment only.
const fewRows = 1000

// tryRows runs an import of which nothing is kept. With more than a few rows it does so in a private copy of the file,
// so that nobody who writes meanwhile waits for it; where there is no room for a copy, in the file itself.
func (p place) tryRows(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions,
	take func(*importing, []data.Patch) error, end func(*importing) error,
) (data.ImportReport, error) {
	few, all, stop := ahead(rows, fewRows)
	defer stop()
	if few {
		return p.takeRows(ctx, all, o, take, end)
	}
	private, discard, err := p.file.privately(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return data.ImportReport{}, ctx.Err()
		}
		return p.takeRows(ctx, all, o, take, end)
	}
	report, err := place{file: private}.takeRows(ctx, all, o, take, end)
	return report, errors.Join(err, discard())
}

// ahead reads the first n of rows and says whether they are all. The rows it returns begin with them; they can be gone
// through once, and stop must be called afterwards.
func ahead(rows iter.Seq2[data.Patch, error], n int) (few bool, all iter.Seq2[data.Patch, error], stop func()) {
	type read struct {
		row data.Patch
		err error
	}
	next, stop := iter.Pull2(rows)
	var first []read
	for !few && len(first) < n {
		row, err, ok := next()
		if few = !ok; ok {
			first = append(first, read{row, err})
		}
	}
	return few, func(yield func(data.Patch, error) bool) {
		for _, one := range first {
			if !yield(one.row, one.err) {
				return
			}
		}
		for {
			if row, err, ok := next(); !ok || !yield(row, err) {
				return
			}
		}
	}, stop
}

// privately returns a copy of the file that only this process knows, and what takes it away again. Copying reads one
// moment of the file and keeps nobody from writing.
func (f *file) privately(ctx context.Context) (private *file, discard func() error, err error) {
	folder, err := os.MkdirTemp("", "tradewind-")
	if err != nil {
		return nil, nil, err
	}
	path := filepath.Join(folder, "try.db")
	if err = f.copyOut(ctx, path); err == nil {
		private, err = openFile(ctx, path, f.options)
	}
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(folder))
	}
	return private, func() error { return errors.Join(private.close(), os.RemoveAll(folder)) }, nil
}

// copyOut writes a compact copy over a connection of its own: the writing one stays free, and the reading ones may not.
func (f *file) copyOut(ctx context.Context, to string) error {
	db, err := sql.Open("sqlite", dsn(f.path, "_txlock=deferred", patience))
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `VACUUM INTO ?`, to)
	return errors.Join(err, db.Close())
}
