package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"tradewind/data"
)

// checkFile opens the file at path for reading only and lets SQLite look through all of it.
func checkFile(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", readerDSN(path))
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // it was only read
	if _, err := fileVersion(ctx, db); err != nil {
		return explain(err)
	}
	var said string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&said); err != nil {
		return explain(err)
	}
	if said != "ok" {
		return fmt.Errorf("%w: %s: %s", data.ErrDamaged, path, said)
	}
	return nil
}

// flush makes sure that the file's bytes are on the disk.
func flush(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// rename gives a finished file its name and makes the name last.
func rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	if runtime.GOOS == "windows" { // folders can't be flushed there
		return nil
	}
	dir, err := os.Open(filepath.Dir(to))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}

// discard removes a file that wasn't finished.
func discard(path string) error {
	var all error
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, os.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}

// checkBackup checks a file that was brought from elsewhere, which this program must know how to read.
func checkBackup(ctx context.Context, path string) error {
	if err := checkFile(ctx, path); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", readerDSN(path))
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // it was only read
	version, err := fileVersion(ctx, db)
	if err != nil {
		return err
	}
	if known, err := migrations.ReadDir("migrations"); err != nil || version > len(known) {
		return errors.Join(NewerFileError{File: version, Program: len(known)}, err)
	}
	if version == 0 {
		return ErrNotOurs
	}
	return nil
}

// copyFile writes a checked copy of the database at from, with what its log still holds, to a new file.
func copyFile(ctx context.Context, from, to string) error {
	// VACUUM INTO counts as writing, so the reading pool can't run it; it only reads the file itself.
	db, err := sql.Open("sqlite", dsn(from, "_txlock=deferred", patience))
	if err != nil {
		return err
	}
	return errors.Join(copyInto(ctx, db, to), db.Close())
}
