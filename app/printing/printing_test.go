package printing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestEachSystemPrintsItsOwnWay(t *testing.T) {
	tests := []struct {
		goos, printer string
		want          []string
	}{
		{"linux", "", []string{"lp", "-t", "CI 1", "/a b.pdf"}},
		{"linux", "Office", []string{"lp", "-t", "CI 1", "-d", "Office", "/a b.pdf"}},
		{"darwin", "Office", []string{"lpr", "-T", "CI 1", "-P", "Office", "/a b.pdf"}},
		{"windows", "", []string{"powershell", "-NoProfile", "-NonInteractive", "-Command", "Start-Process -FilePath '/a b.pdf' -Verb Print -WindowStyle Hidden"}},
	}
	for _, tt := range tests {
		name, args := command(tt.goos, "/a b.pdf", "CI 1", tt.printer)
		if got := append([]string{name}, args...); !slices.Equal(got, tt.want) {
			t.Errorf("%s %s: %q, want %q", tt.goos, tt.printer, got, tt.want)
		}
	}
}

func TestAPathCannotEndItsQuotes(t *testing.T) {
	_, args := command("windows", "it's; Remove-Item x.pdf", "", "")
	if script := args[len(args)-1]; !strings.Contains(script, "'it''s; Remove-Item x.pdf'") {
		t.Errorf("script %q", script)
	}
}

// spooler puts a program called lp first on the path, which keeps what it is given.
func spooler(t *testing.T, script string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "lp"), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":/bin:/usr/bin")
	return dir
}

func TestTheSpoolerGetsTheFile(t *testing.T) {
	dir := spooler(t, `for f; do :; done; cat "$f" > "$(dirname "$0")/queue"`)
	t.Chdir(t.TempDir())
	if err := os.WriteFile("-paper.pdf", []byte("%PDF-1.4"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Print(context.Background(), "-paper.pdf", "CI 1", ""); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "queue")); err != nil || string(got) != "%PDF-1.4" {
		t.Errorf("queued %q, %v", got, err)
	}
}

func TestASpoolerThatRefusesIsSaid(t *testing.T) {
	spooler(t, `echo "lp: no default destination" >&2; exit 1`)
	if err := Print(context.Background(), "x.pdf", "CI 1", ""); !errors.Is(err, ErrNoPrinter) || !strings.Contains(err.Error(), "no default destination") {
		t.Errorf("got %v", err)
	}
}
