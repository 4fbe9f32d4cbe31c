package store_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tradewind/data"
	"tradewind/data/store"
)

// readable fails the test unless the file at path opens with o, shows its product and refuses to be written to.
func readable(t *testing.T, path string, o store.Options) {
	t.Helper()
	o.Now = clock()
	st, err := store.Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	found, err := st.Products.Find(t.Context(), store.Query{Words: "cup"})
	if err != nil || len(found) != 1 {
		t.Errorf("found %d products: %v", len(found), err)
	}
	if report, err := st.Backups.Verify(t.Context()); err != nil || len(report.Faults) > 0 {
		t.Errorf("verify: %v, %v", report.Faults, err)
	}
	if _, err := st.Products.Save(t.Context(), product("B", "Bowl", "碗")); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("saved to a file that is only read: %v", err)
	}
}

// withCup makes a closed file with one product and returns where it lies.
func withCup(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "d.db")
	st := must[*store.Store](t)(store.Open(t.Context(), path, store.Options{Now: clock()}))
	must[data.Product](t)(st.Products.Save(t.Context(), product("A", "Cup", "杯")))
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileOpenedForReadingIsReadButNotWritten(t *testing.T) {
	path := withCup(t)
	readable(t, path, store.Options{ReadOnly: true})
	if _, err := store.Open(t.Context(), path+"x", store.Options{Now: clock(), ReadOnly: true}); err == nil {
		t.Error("opened a file that isn't there")
	}
	if _, err := os.Stat(path + "x"); err == nil {
		t.Error("reading made a file")
	}
}

func TestAFileThatCannotBeWrittenToOpensForReading(t *testing.T) {
	if os.Geteuid() <= 0 {
		t.Skip("permissions don't stop this user")
	}
	path := withCup(t)
	folder := filepath.Dir(path)
	for _, modes := range [][2]os.FileMode{{0o555, 0o444}, {0o555, 0o644}, {0o755, 0o444}} {
		for name, mode := range map[string]os.FileMode{path: modes[1], folder: modes[0]} {
			if err := os.Chmod(name, mode); err != nil {
				t.Fatal(err)
			}
		}
		readable(t, path, store.Options{})
		if err := os.Chmod(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAnOldFileThatCannotBeWrittenToIsNotMigrated(t *testing.T) {
	path := withCup(t)
	db := must[*sql.DB](t)(sql.Open("sqlite", path))
	must[sql.Result](t)(db.ExecContext(t.Context(), `PRAGMA user_version = 1`))
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), path, store.Options{Now: clock(), ReadOnly: true}); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("opened: %v", err)
	}
}
