package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"
)

// told is a mail as the command tells it.
type toldMail struct {
	Path, Language, Subject, Body string
	To, Attached, Missing         []string
	Warnings                      []struct{ Sentence string }
}

func TestAMailGoesInTheBuyersLanguageWithTheIssuedPapers(t *testing.T) {
	b := lantern(t, 4)
	out := filepath.Join(b.folder, "out")
	b.done("apply", b.file("a.json", `{"actions": [{"do": "save-partner", "partner": {"code": "LUX", "language": "es"}}]}`))
	draft := decoded[toldMail](b, b.done("mail", "shipment", "SO-LUX-1", "--out", out, "--json"))
	if draft.Language != "es" || len(draft.To) != 2 || len(draft.Attached) != 2 || len(draft.Warnings) == 0 || len(draft.Missing) == 0 || strings.Contains(draft.Body, "{{") {
		t.Errorf("draft %+v", draft)
	}
	b.done("apply", b.file("a.json", `{"actions": [{"do": "issue", "kind": "proforma", "number": "SO-LUX-1"}]}`))
	got := decoded[toldMail](b, b.done("mail", "proforma", "SO-LUX-1", "--lang", "en", "--to", "ida@lux.example; piet@lux.example", "--attach", "proforma:pdf,proforma:xlsx,packing-list", "--out", out, "--keep", "--json"))
	if len(got.To) != 2 || len(got.Attached) != 3 || !strings.HasPrefix(got.Attached[0], "proforma-PI-2026-0001") || !strings.Contains(got.Subject, "PI-2026-0001") || !strings.Contains(got.Body, "Dear Ida Visser,") {
		t.Errorf("issued %+v", got)
	}
	raw, err := os.ReadFile(got.Path)
	if err != nil || !bytes.Contains(raw, []byte("X-Unsent: 1")) {
		t.Errorf("written: %v", err)
	}
	b.refused(command.WrongInput, "not a mail address", "mail", "letter", "SO-LUX-1", "--to", "ida at lux", "--out", out)
	b.refused(command.WrongInput, "NONE", "mail", "letter", "NONE", "--out", out)
	b.refused(command.WrongUsage, "joke", "mail", "joke", "SO-LUX-1", "--out", out)
}

func TestAnOrdersFolderKeepsFilesAndGivesThemOut(t *testing.T) {
	b := lantern(t, 4)
	b.file("slip.pdf", "%PDF-1.7 slip")
	b.file("run.exe", "MZ")
	b.done("apply", b.file("a.json", `{"actions": [{"do": "keep-file", "number": "SO-LUX-1", "file": "slip.pdf", "note": "deposit"},
		{"do": "keep-file", "number": "SO-LUX-1", "file": "slip.pdf", "direction": "sent"}, {"do": "issue", "kind": "proforma", "number": "SO-LUX-1"}]}`))
	b.refused(command.WrongInput, "gone.pdf", "apply", b.file("bad.json", `{"actions": [{"do": "keep-file", "number": "SO-LUX-1", "file": "gone.pdf"}]}`))
	b.refused(command.WrongInput, ".exe", "apply", b.file("bad.json", `{"actions": [{"do": "keep-file", "number": "SO-LUX-1", "file": "run.exe"}]}`))
	type shown struct {
		Files []struct {
			Name, Kind, Direction, Note string
			Size                        int
		}
	}
	got := decoded[shown](b, b.done("show", "order", "SO-LUX-1", "--json"))
	if len(got.Files) != 2 || got.Files[1].Kind != "bank-slip" || got.Files[1].Size != 13 || got.Files[1].Note != "deposit" || got.Files[0].Direction != "sent" {
		t.Errorf("files %+v", got.Files)
	}
	out := filepath.Join(b.folder, "all")
	b.done("folder", "SO-LUX-1", "--out", out)
	for name, begins := range map[string]string{"slip.pdf": "%PDF-1.7 slip", "slip (2).pdf": "%PDF-1.7 slip", "proforma-PI-2026-0001.pdf": "%PDF"} {
		if !strings.HasPrefix(b.read(filepath.Join(out, name)), begins) {
			t.Errorf("%s isn't written out", name)
		}
	}
	b.done("apply", b.file("r.json", `{"actions": [{"do": "remove-file", "number": "SO-LUX-1", "file": "slip.pdf"}]}`))
	if got = decoded[shown](b, b.done("show", "order", "SO-LUX-1", "--json")); len(got.Files) != 1 {
		t.Errorf("after one is removed: %+v", got.Files)
	}
	b.done("verify")
}
