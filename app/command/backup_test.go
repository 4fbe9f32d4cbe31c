package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tradewind/app/command"
	"tradewind/data/store"
)

func TestRestoreBringsBackWhatABackupKept(t *testing.T) {
	b := lantern(t, 3)
	backup := filepath.Join(b.folder, "kept.db")
	b.done("backup", backup)
	before := b.done("list", "products", "--json").out
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-product", "product": {"sku": "LATER"}}]}`))
	b.done("restore", backup)
	if after := b.done("list", "products", "--json").out; after != before {
		t.Errorf("after the restore: %s", after)
	}
	b.done("verify")
	b.refused(command.WrongInput, "nothing was overwritten", "backup", backup)
}

func TestRestoreRefusesWhileAWindowIsOpen(t *testing.T) {
	b := lantern(t, 1)
	backup := filepath.Join(b.folder, "kept.db")
	b.done("backup", backup)
	release, err := store.Lock(b.env["TRADEWIND_DB"])
	if err != nil {
		t.Fatal(err)
	}
	b.refused(command.WrongInput, "A window has this data file open", "restore", backup)
	if err := release(); err != nil {
		t.Fatal(err)
	}
	b.done("restore", backup)
}

func TestWhatIsNotADataFileIsRefusedAndLeftAlone(t *testing.T) {
	b := newBench(t)
	text := strings.Repeat("sku,name\nA,Lamp\n", 100)
	path := b.file("goods.csv", text)
	for _, args := range [][]string{
		{"list", "products", "--db", path},
		{"verify", "--db", path},
		{"restore", path},
		{"verify"},
		{"backup", b.folder + "/x.db"},
		{"restore", b.folder + "/missing.db"},
	} {
		a := b.run(args...)
		if a.code != command.WrongInput || a.err == "" {
			t.Errorf("tradewind %v: exit %d, %q", args, a.code, a.err)
		}
	}
	if b.read(path) != text {
		t.Error("the file was changed")
	}
}

func TestReadingMakesNoFile(t *testing.T) {
	b := newBench(t)
	for _, kind := range []string{"products", "partners", "orders", "shipments", "documents", "alerts"} {
		if a := b.done("list", kind, "--json"); strings.TrimSpace(a.out) != "[]" {
			t.Errorf("list %s of a file that isn't there: %s", kind, a.out)
		}
	}
	b.refused(command.WrongInput, "There is no order", "show", "order", "SO-1")
	if _, err := os.Stat(filepath.Join(b.folder, "share")); !os.IsNotExist(err) {
		t.Errorf("reading made the data folder: %v", err)
	}
}

func TestTheFirstWriteMakesTheDataFileInTheUsersFolder(t *testing.T) {
	b := newBench(t)
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-product", "product": {"sku": "A"}}]}`), "--dry-run")
	if found, _ := filepath.Glob(b.folder + "/share/*/*.db"); len(found) != 0 {
		t.Errorf("a dry run made %v", found)
	}
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-product", "product": {"sku": "A"}}]}`))
	if found, _ := filepath.Glob(b.folder + "/share/*/tradewind.db"); len(found) != 1 {
		t.Errorf("data files: %v", found)
	}
}

// spoil overwrites bytes of the data file from offset on.
func (b *bench) spoil(offset, length int) {
	b.Helper()
	f, err := os.OpenFile(b.env["TRADEWIND_DB"], os.O_RDWR, 0)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := f.WriteAt(bytes.Repeat([]byte{0x5a}, length), int64(offset)); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}

func TestADamagedFileIsToldInTheUsersLanguageAndInFullInTheJSON(t *testing.T) {
	for name, part := range map[string][2]int{"all but the start": {8192, 1 << 18}, "some pages": {40960, 8192}, "all but the header": {100, 1 << 18}} {
		b := lantern(t, 3)
		b.spoil(part[0], part[1])
		b.env["TRADEWIND_LANG"] = "zh"
		a := b.run("verify", "--json")
		got := decoded[struct {
			Problems []struct{ Sentence, Detail string }
		}](b, a)
		if a.code != command.WrongInput || len(got.Problems) == 0 || !strings.Contains(got.Problems[0].Sentence, "文件已损坏") || got.Problems[0].Detail == "" {
			t.Errorf("%s: exit %d, %s", name, a.code, a.out)
		}
		if !strings.Contains(a.err, "文件已损坏") || regexp.MustCompile(`(?i)malformed|database|page|tree|btree|row`).MatchString(strings.ReplaceAll(a.err, b.folder, "")) {
			t.Errorf("%s: stderr speaks SQLite's words: %s", name, a.err)
		}
	}
}
