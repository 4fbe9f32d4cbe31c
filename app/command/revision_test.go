package command_test

import (
	"archive/zip"
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"
)

// revised is a bench whose invoice LT-2026-00001 was given away with a freight of 210, and again with one of 200.
func revised(t *testing.T) *bench {
	b := lantern(t, 3)
	b.done("document", "commercial-invoice", "SO-LUX-1", "--issue", "--out", b.folder+"/first", "--format", "json")
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "SO-LUX-1", "freight": "200"}}]}`))
	b.done("document", "commercial-invoice", "SO-LUX-1", "--issue", "--out", b.folder+"/second", "--format", "json")
	return b
}

func TestAnEarlierRevisionIsPrintedAgainUnderItsOwnName(t *testing.T) {
	b := revised(t)
	printed := func(options ...string) paper {
		args := append([]string{"document", "commercial-invoice", "LT-2026-00001", "--format", "json", "--out", b.folder, "--json"}, options...)
		return b.paperAt(decoded[papers](b, b.done(args...)).Files[0].Path)
	}
	newest, first := printed(), printed("--revision", "0")
	if newest.Revision != 1 || newest.Totals.Freight != "200.00" || first.Revision != 0 || first.Totals.Freight != "210.00" {
		t.Errorf("newest: %+v\nfirst: %+v", newest, first)
	}
	printed("--revision", "1", "--lang", "zh")
	for _, name := range []string{"LT-2026-00001.json", "LT-2026-00001-R0.json", "LT-2026-00001-R1-zh.json"} {
		if b.read(filepath.Join(b.folder, "commercial-invoice-"+name)) == "" {
			t.Errorf("no file %s among %v", name, b.names(b.folder))
		}
	}
	given := b.read(b.folder + "/first/commercial-invoice-SO-LUX-1.json")
	if again := b.read(b.folder + "/commercial-invoice-LT-2026-00001-R0.json"); again != given {
		t.Errorf("R0 reads\n%s\nbut was given away as\n%s", again, given)
	}
}

func TestARevisionSaysWhatItChangedInTheUsersLanguage(t *testing.T) {
	b := lantern(t, 3)
	change := func(freight string) {
		b.done("apply", b.file("a.json", `{"actions": [{"do": "save-order", "order": {"order_no": "SO-LUX-1", "freight": "`+freight+`"}}]}`))
	}
	issue := []string{"document", "commercial-invoice", "SO-LUX-1", "--issue", "--out", b.folder, "--format", "json"}
	b.done(issue...)
	change("200")
	a := b.done(issue...)
	if !strings.Contains(a.err, "LT-2026-00001 R1 differs from R0:\n  Freight: USD 210.00 → USD 200.00\n") {
		t.Errorf("after the issue: %q", a.err)
	}
	if again := b.done(issue...); strings.Contains(again.err, "differs") {
		t.Errorf("issued again unchanged: %q", again.err)
	}
	change("190")
	type difference struct{ Field, Before, After, Sentence string }
	type changed struct{ Changes []difference }
	want := difference{"totals.freight", "USD 200.00", "USD 190.00", "运费：USD 200.00 → USD 190.00"}
	if got := decoded[changed](b, b.done(append(issue, "--json", "--ui-lang", "zh")...)).Changes; len(got) != 2 || got[0] != want {
		t.Errorf("--issue --json: %+v", got)
	}
	if got := decoded[[]changed](b, b.done("list", "documents", "--json", "--ui-lang", "zh")); len(got) != 3 || got[0].Changes[0] != want {
		t.Errorf("list documents: %+v", got)
	}
	if got := decoded[struct{ Documents []changed }](b, b.done("show", "order", "SO-LUX-1", "--json", "--ui-lang", "zh")); got.Documents[2].Changes[0] != want {
		t.Errorf("show --json: %+v", got)
	}
	if page := b.done("show", "order", "SO-LUX-1").out; !strings.Contains(page, "LT-2026-00001 R2  Freight: USD 200.00 → USD 190.00\n") {
		t.Errorf("show: %s", page)
	}
}

func TestARevisionThatIsNotThereIsRefused(t *testing.T) {
	b := revised(t)
	ask := func(code int, words string, args ...string) {
		t.Helper()
		b.refused(code, words, append([]string{"document", "--out", b.folder + "/none"}, args...)...)
	}
	ask(command.WrongInput, "LT-2026-00001 has no revision R7; the newest is R1.", "commercial-invoice", "LT-2026-00001", "--revision", "7")
	ask(command.WrongInput, "SO-LUX-1 is not the number of an issued commercial-invoice", "commercial-invoice", "SO-LUX-1", "--revision", "0")
	ask(command.WrongInput, "LT-2026-00001 is not the number of an issued packing-list", "packing-list", "LT-2026-00001", "--revision", "0")
	ask(command.WrongUsage, "not -1", "commercial-invoice", "LT-2026-00001", "--revision=-1")
	ask(command.WrongUsage, "--revision and --issue", "commercial-invoice", "LT-2026-00001", "--revision", "0", "--issue")
	ask(command.WrongUsage, "--revision and --date", "commercial-invoice", "LT-2026-00001", "--revision", "0", "--date", "2026-11-22")
	if files := b.names(b.folder + "/none"); len(files) > 0 {
		t.Errorf("left %v", files)
	}
}

func TestADraftBearsNeitherStampNorSignature(t *testing.T) {
	b := newBench(t)
	b.done("demo", "--out", b.folder)
	db, drafts := filepath.Join(b.folder, "demo.db"), filepath.Join(b.folder, "drafts")
	for _, kind := range []string{"quotation", "proforma", "commercial-invoice", "packing-list"} {
		b.done("document", kind, "SO-2026-0001", "--format", "pdf,xlsx", "--out", drafts, "--db", db)
		name := kind + "-SO-2026-0001"
		if issued, draft := b.pictures(filepath.Join(b.folder, name)), b.pictures(filepath.Join(drafts, name)); draft != [2]int{issued[0] - 2, issued[1] - 2} {
			t.Errorf("%s: PDF and workbook hold %v pictures, the draft's %v; want stamp and signature gone", kind, issued, draft)
		}
	}
}

// pictures counts the pictures in a paper's PDF and workbook. A mask of transparency isn't one.
func (b *bench) pictures(name string) (n [2]int) {
	b.Helper()
	pdf := b.read(name + ".pdf")
	n[0] = strings.Count(pdf, "/Subtype /Image") - strings.Count(pdf, "/SMask ")
	book := []byte(b.read(name + ".xlsx"))
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "xl/media/") {
			n[1]++
		}
	}
	return n
}
