package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tradewind/data"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks our files, so that another program's database is refused, not migrated.
const applicationID = 0x54574E44 // "TWND"

// patience is how long a write waits for another program's.
const patience = 5 * time.Second

// driverName is the driver that opens the file. Benchmarks put one in its place that writes down what is asked.
var driverName = "sqlite"

// readers is how many connections read at a time.
const readers = 4

// writerDSN opens path for the one writing connection. The pragmas ride on the DSN so that a connection that is opened
// anew has them too; busy_timeout stands first because the others may already have to wait.
func writerDSN(path string, wait time.Duration) string {
	if wait == 0 {
		wait = patience
	}
	return dsn(path, "_txlock=immediate", wait, "journal_mode(WAL)", "foreign_keys(1)", "synchronous(FULL)", "cache_size(-16000)")
}

// readerDSN opens path for the reading pool.
func readerDSN(path string) string {
	return dsn(path, "_txlock=deferred", patience, "foreign_keys(1)", "query_only(1)", "cache_size(-8000)")
}

// readOnlyDSNs open path without writing, the better way first. Beside a file in WAL mode even a reader needs the files
// of the log; where they can't be made, and there is no log to miss, the file is read as one that nobody changes.
func readOnlyDSNs(path string) []string {
	all := []string{readerDSN(path) + "&mode=ro"}
	if _, err := os.Stat(path + "-wal"); errors.Is(err, fs.ErrNotExist) {
		all = append(all, all[0]+"&immutable=1")
	}
	return all
}

// unwritable reports whether SQLite failed because it wasn't let write: to the file, or to the folder, where it then
// can't make the files of the log.
func unwritable(err error) bool {
	var broken *sqlite.Error
	if !errors.As(err, &broken) {
		return false
	}
	switch broken.Code() & 0xff {
	case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM:
		return true
	}
	return false
}

// dsn returns path as the driver wants it. Characters that mean something in a URI are escaped.
func dsn(path, txlock string, wait time.Duration, pragmas ...string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	u := url.URL{Path: filepath.ToSlash(path)}
	p := u.EscapedPath()
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/… becomes /C:/…
	}
	q := url.Values{"_pragma": append([]string{fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds())}, pragmas...)}
	return "file://" + p + "?" + txlock + "&" + q.Encode()
}

// migrate applies, each in its own transaction, the scripts beyond the file's version.
func migrate(ctx context.Context, f *file) error {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	done, err := fileVersion(ctx, f.write)
	if err != nil {
		return err
	}
	if done > len(names) {
		return NewerFileError{File: done, Program: len(names)}
	}
	if done < len(names) && f.options.ReadOnly {
		return ErrReadOnly
	}
	if done > 0 && done < len(names) {
		if err := f.copyBeforeMigration(ctx, done); err != nil {
			return fmt.Errorf("copy before migration: %w", err)
		}
	}
	for i := done; i < len(names); i++ {
		if err := f.apply(ctx, names[i], i+1); err != nil {
			return fmt.Errorf("%s: %w", names[i], err)
		}
	}
	return nil
}

// fileVersion returns the number of scripts that were applied to the file, or an error when it isn't ours.
func fileVersion(ctx context.Context, db *sql.DB) (int, error) {
	var version, id, tables int
	err := db.QueryRowContext(ctx, `SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_user_version, pragma_application_id`).Scan(&version, &id, &tables)
	if err != nil {
		return 0, err
	}
	if id != applicationID && (tables > 0 || version > 0) {
		return 0, ErrNotOurs
	}
	return version, nil
}

// apply runs one script and writes down that it was run, both or neither. Another process may have been quicker.
func (f *file) apply(ctx context.Context, name string, version int) error {
	script, err := migrations.ReadFile(name)
	if err != nil {
		return err
	}
	tx, err := f.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // harmless after Commit
	var now int
	if err := tx.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&now); err != nil || now >= version {
		return err
	}
	marks := fmt.Sprintf(`PRAGMA user_version = %d; PRAGMA application_id = %d`, version, applicationID)
	for _, s := range []string{string(script), marks} {
		if _, err := tx.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// copyBeforeMigration lays a verified copy beside the file, named for the version and the day.
func (f *file) copyBeforeMigration(ctx context.Context, version int) error {
	stem := strings.TrimSuffix(f.path, filepath.Ext(f.path))
	to := fmt.Sprintf("%s-before-%s-v%d%s", stem, f.now().Format("20060102-150405"), version, filepath.Ext(f.path))
	err := copyInto(ctx, f.write, to)
	if errors.Is(err, ErrExists) { // another process is doing the same
		return nil
	}
	return err
}

// copyInto writes a compact copy of the open database to a new file, and checks it before it gets its name.
func copyInto(ctx context.Context, db *sql.DB, to string) error {
	if _, err := os.Stat(to); err == nil {
		return fmt.Errorf("%w: %s", ErrExists, to)
	}
	part := to + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, part); err != nil {
		return errors.Join(err, discard(part))
	}
	if err := checkFile(ctx, part); err != nil {
		return errors.Join(err, discard(part))
	}
	if err := flush(part); err != nil {
		return errors.Join(err, discard(part))
	}
	return rename(part, to)
}

// explainCode gives the codes of SQLite that mean something to the user their error.
func explainCode(err error) error {
	var broken *sqlite.Error
	if !errors.As(err, &broken) {
		return err
	}
	switch code := broken.Code(); {
	case code&0xff == lib.SQLITE_BUSY, code&0xff == lib.SQLITE_LOCKED:
		return fmt.Errorf("%w: %w", ErrBusy, err)
	case code == lib.SQLITE_CONSTRAINT_UNIQUE, code == lib.SQLITE_CONSTRAINT_PRIMARYKEY:
		return data.Problems{{Field: uniqueField(broken.Error()), Key: "problem.taken"}}
	case code == lib.SQLITE_CONSTRAINT_FOREIGNKEY:
		return fmt.Errorf("%w: %w", data.ErrInUse, err)
	case code == lib.SQLITE_CONSTRAINT_TRIGGER:
		return fmt.Errorf("%w: %w", data.ErrPosted, err)
	case code&0xff == lib.SQLITE_READONLY:
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	case code&0xff == lib.SQLITE_CORRUPT:
		return fmt.Errorf("%w: %w", data.ErrDamaged, err)
	case code&0xff == lib.SQLITE_NOTADB:
		return fmt.Errorf("%w: %w", ErrNotOurs, err)
	}
	return err
}

// uniqueField finds the column in "… UNIQUE constraint failed: product.sku (2067)".
func uniqueField(text string) string {
	_, names, _ := strings.Cut(text, "failed: ")
	names, _, _ = strings.Cut(names, " (")
	names, _, _ = strings.Cut(names, ",")
	_, field, _ := strings.Cut(names, ".")
	return field
}
