package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Backups copies the file and checks it.
type Backups struct{ at place }

// Backup writes a copy of the file to path and checks it before it gets that name. It refuses to overwrite
// ([ErrExists]). Others may read and write meanwhile; the copy is of one moment.
func (s *Store) Backup(ctx context.Context, path string) error {
	if err := copyFile(ctx, s.at.file.path, path); err != nil {
		return fmt.Errorf("back up to %s: %w", path, explain(err))
	}
	return nil
}

// Restore puts the backup from in the place of the file to, after checking it, and returns where the replaced file is
// kept ("" when there was none). Nobody may have the file open: lock it first and close the store.
func Restore(ctx context.Context, from, to string, now time.Time) (kept string, err error) {
	if kept, err = restore(ctx, from, to, now); err != nil {
		return kept, fmt.Errorf("restore %s: %w", from, explain(err))
	}
	return kept, nil
}

// restore makes a finished copy of from beside to, then changes names.
func restore(ctx context.Context, from, to string, now time.Time) (kept string, err error) {
	if _, err := os.Stat(from); err != nil {
		return "", err
	}
	if err := checkBackup(ctx, from); err != nil {
		return "", err
	}
	fresh := to + ".restored"
	if err := discard(fresh); err != nil {
		return "", err
	}
	if err := copyFile(ctx, from, fresh); err != nil {
		return "", errors.Join(err, discard(fresh))
	}
	if _, err := os.Stat(to); err == nil {
		kept = datedName(to, "replaced", now)
		if err := copyFile(ctx, to, kept); err != nil {
			// What is there may be damaged; then it is kept byte by byte.
			if err := copyBytes(to, kept); err != nil {
				return "", errors.Join(err, discard(fresh))
			}
		}
	}
	for _, end := range []string{"-wal", "-shm"} { // they belong to the file that is being replaced
		if err := os.Remove(to + end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return kept, errors.Join(err, discard(fresh))
		}
	}
	return kept, rename(fresh, to)
}

// datedName puts what and when into the name of a file, and a count when that name is taken: no copy takes the place of
// another.
func datedName(path, what string, at time.Time) string {
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext) + "-" + what + "-" + at.UTC().Format(stamp)
	name := stem + ext
	for n := 2; exists(name); n++ {
		name = stem + "-" + strconv.Itoa(n) + ext
	}
	return name
}

func exists(path string) bool { _, err := os.Stat(path); return err == nil }

// stamp is how a moment is written in the name of a file.
const stamp = "20060102-150405"

// copyBytes copies a file as it is.
func copyBytes(from, to string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.WriteFile(to, b, 0o600); err != nil {
		return err
	}
	return flush(to)
}

const (
	autoEvery = time.Hour
	autoName  = "tradewind-"
)

// Auto writes a dated backup into dir when the newest is older than an hour, checks it, and then takes those away that
// [Keep] doesn't keep. It returns the path written, or "".
func (s Backups) Auto(ctx context.Context, dir string) (string, error) {
	now := s.at.file.now()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("automatic backup: %w", err)
	}
	there, err := datedBackups(dir)
	if err != nil {
		return "", fmt.Errorf("automatic backup: %w", err)
	}
	for at := range there {
		if age := now.Sub(at); age >= 0 && age < autoEvery {
			return "", nil
		}
	}
	path := filepath.Join(dir, autoName+now.Format(stamp)+".db")
	if err := copyFile(ctx, s.at.file.path, path); err != nil {
		return "", fmt.Errorf("automatic backup: %w", explain(err))
	}
	there[now.Truncate(time.Second)] = path
	return path, prune(there, now)
}

// datedBackups returns the automatic backups in dir by their time.
func datedBackups(dir string) (map[time.Time]string, error) {
	list, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	found := map[time.Time]string{}
	for _, f := range list {
		name, isDB := strings.CutSuffix(f.Name(), ".db")
		when, ours := strings.CutPrefix(name, autoName)
		if at, err := time.Parse(stamp, when); isDB && ours && err == nil {
			found[at] = filepath.Join(dir, f.Name())
		}
	}
	return found, nil
}

// prune takes away what isn't kept.
func prune(there map[time.Time]string, now time.Time) error {
	var times []time.Time
	for at := range there {
		times = append(times, at)
	}
	kept := Keep(times, now)
	var all error
	for at, path := range there {
		if !slices.ContainsFunc(kept, at.Equal) {
			all = errors.Join(all, os.Remove(path))
		}
	}
	return all
}
