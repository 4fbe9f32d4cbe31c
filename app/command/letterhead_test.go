package command_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/app/command"
	"tradewind/assets"
)

func TestPapersHaveTheLetterheadOfTheirPartnerAndIssuedOnesKeepIt(t *testing.T) {
	b := lantern(t, 3)
	if err := os.WriteFile(filepath.Join(b.folder, "lotus.png"), assets.Icon, 0o600); err != nil {
		t.Fatal(err)
	}
	b.done("apply", b.file("heads.json", `{"actions":[
		{"do":"save-company","company":{"letterheads":[{"text":"Lantern\nlantern.example"},{"name":"Lotus","text":"Lotus Home\nlotus.example"}]}},
		{"do":"attach","to":"letterhead","name":"lotus","file":"lotus.png"},
		{"do":"save-partner","partner":{"code":"LUX","letterhead":"lotus"}}]}`))
	draw := func(number string, args ...string) string {
		out := filepath.Join(b.folder, "out")
		b.run(append([]string{"document", "quotation", number, "--format", "json,pdf,xlsx", "--lang", "en", "--out", out}, args...)...)
		files, err := filepath.Glob(filepath.Join(out, "*.json"))
		if err != nil || len(files) != 1 {
			t.Fatal(files, err)
		}
		raw, err := os.ReadFile(files[0])
		if err = errors.Join(err, os.RemoveAll(out)); err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	if text := draw("SO-LUX-1", "--issue"); !strings.Contains(text, `"Lotus Home",`) || !strings.Contains(text, `"lotus.example"`) {
		t.Fatalf("the partner's letterhead isn't on its paper:\n%s", text)
	}
	b.done("apply", b.file("other.json", `{"actions":[
		{"do":"save-company","company":{"letterheads":[{"text":"Lantern\nlantern.example"},{"name":"Lotus","text":"Lotus Garden"}]}}]}`))
	if text := draw("QT-2026-0001"); !strings.Contains(text, "Lotus Home") {
		t.Errorf("an issued paper's letterhead changed:\n%s", text)
	}
	if text := draw("SO-LUX-1"); !strings.Contains(text, "Lotus Garden") {
		t.Errorf("the draft has the letterhead of before:\n%s", text)
	}
	wrong := b.file("wrong.json", `{"actions":[{"do":"save-company","company":{"letterheads":[]}}]}`)
	b.refused(command.WrongInput, "Lotus", "apply", wrong)
}
