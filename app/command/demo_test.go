package command_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind/app/command"
)

func TestDemoIssuesFourPapersAndTouchesOnlyItsFolder(t *testing.T) {
	b := newBench(t)
	b.env["TRADEWIND_DB"] = filepath.Join(b.folder, "mine.db")
	out := filepath.Join(b.folder, "demo")
	first := decoded[papers](b, b.done("demo", "--out", out, "--json"))
	if len(first.Files) != 12 {
		t.Fatalf("%d files; want 12", len(first.Files))
	}
	kinds := map[string]string{}
	for _, f := range first.Files {
		kinds[f.Kind] = f.Number
		if f.Draft || b.read(f.Path) == "" || filepath.Dir(f.Path) != out {
			t.Errorf("file: %+v", f)
		}
	}
	if len(kinds) != 4 {
		t.Errorf("kinds: %v", kinds)
	}
	again := decoded[papers](b, b.done("demo", "--out", out, "--json"))
	for i, f := range again.Files {
		if f.Number != first.Files[i].Number || f.Revision != 0 {
			t.Errorf("second demo: %+v; want %+v", f, first.Files[i])
		}
	}
	if docs := decoded[[]any](b, b.done("list", "documents", "--json", "--db", filepath.Join(out, "demo.db"))); len(docs) != 4 {
		t.Errorf("%d documents after two demos; want 4", len(docs))
	}
	if b.read(b.env["TRADEWIND_DB"]) != "" || strings.Contains(strings.Join(b.names(b.folder), " "), "share") {
		t.Errorf("demo wrote outside its folder: %v", b.names(b.folder))
	}
}

func TestALargeCompanyIsTheSameEachTimeAndItsLedgerHolds(t *testing.T) {
	b := newBench(t)
	var lists []answer
	var library [][]string
	for _, name := range []string{"a.db", "b.db"} {
		db := filepath.Join(b.folder, name)
		b.done("demo", "--size", "120", "--db", db)
		b.done("verify", "--db", db)
		lists = append(lists, b.done("list", "stock", "--json", "--db", db))
		var said []string
		for _, kind := range []string{"certificates", "expiry", "listing-figures", "showcase"} {
			list := b.done("list", kind, "--json", "--db", db)
			if said = append(said, list.out); len(decoded[[]any](b, list)) == 0 {
				t.Errorf("nothing in list %s", kind)
			}
		}
		library = append(library, said)
		if n := len(decoded[[]holding](b, lists[len(lists)-1])); n != 120 {
			t.Errorf("%d articles; want 120", n)
		}
		if n := len(decoded[[]any](b, b.done("list", "partners", "--search", "C000", "--json", "--db", db))); n != 24 {
			t.Errorf("%d customers; want 24", n)
		}
		b.refused(command.WrongInput, "already", "demo", "--size", "120", "--db", db)
	}
	if lists[0].out != lists[1].out || !slices.Equal(library[0], library[1]) {
		t.Error("two companies of one size differ")
	}
	b.refused(command.WrongUsage, "--db", "demo", "--size", "large")
	b.refused(command.WrongUsage, "huge is not one of", "demo", "--size", "huge", "--db", filepath.Join(b.folder, "c.db"))
}
