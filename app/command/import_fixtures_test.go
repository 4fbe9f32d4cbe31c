package command_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"
)

// TestNoForeignFileBreaksAnImport puts workbooks and tables that other programs choke on through every import.
func TestNoForeignFileBreaksAnImport(t *testing.T) {
	fixtures := os.Getenv("TRADEWIND_FIXTURES")
	if fixtures == "" {
		fixtures = filepath.Join("..", "..", "..", "shared", "fixtures")
	}
	b := newBench(t)
	tried := 0
	for _, folder := range []string{"workbooks", "tables"} {
		err := filepath.WalkDir(filepath.Join(fixtures, folder), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			for _, target := range []string{"products", "partners", "orders", "stock", "rates"} {
				b.takesOrRefuses(target, path)
			}
			tried++
			return nil
		})
		if os.IsNotExist(err) {
			t.Skipf("no fixtures in %s", fixtures)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if tried == 0 {
		t.Skipf("no files in %s", fixtures)
	}
}

// takesOrRefuses tries one import: it brings something in, or says what is wrong with the file.
func (b *bench) takesOrRefuses(target, path string) {
	b.Helper()
	a := b.run("import", target, path, "--dry-run", "--json")
	got := decoded[struct {
		New, Changed, Unchanged int
		Problems                []struct{ Sentence, Key string }
	}](b, a)
	switch {
	case strings.Contains(a.err, "because of a defect"):
		b.Errorf("%s as %s: %s", filepath.Base(path), target, a.err)
	case a.code == command.Done && got.New+got.Changed+got.Unchanged == 0:
		b.Errorf("%s as %s: taken in, but nothing came", filepath.Base(path), target)
	case a.code == command.WrongInput && (len(got.Problems) == 0 || got.Problems[0].Sentence == "" || got.Problems[0].Key == ""):
		b.Errorf("%s as %s: refused without a sentence of its own: %s", filepath.Base(path), target, a.out)
	case a.code != command.Done && a.code != command.WrongInput:
		b.Errorf("%s as %s: exit %d", filepath.Base(path), target, a.code)
	}
}
