package command_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind/app/command"
)

// bench is a folder to work in, with an environment of its own.
type bench struct {
	*testing.T
	folder string
	env    map[string]string
	in     string
}

func newBench(t *testing.T) *bench {
	t.Helper()
	folder := t.TempDir()
	return &bench{T: t, folder: folder, env: map[string]string{
		"HOME": folder, "XDG_DATA_HOME": filepath.Join(folder, "share"), "AppData": filepath.Join(folder, "share"),
		"TRADEWIND_LANG": "en",
	}}
}

// answer is what one run of the program gave back.
type answer struct {
	code     int
	out, err string
}

// run runs the program with the data file of the bench, unless the arguments name another.
func (b *bench) run(args ...string) answer {
	b.Helper()
	var out, errs bytes.Buffer
	d := command.Desk{
		In: strings.NewReader(b.in), Out: &out, Err: &errs,
		Getenv: func(name string) string { return b.env[name] },
		Now:    func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) },
	}
	code := d.Run(b.Context(), args)
	return answer{code, out.String(), errs.String()}
}

// done runs the program and expects exit 0.
func (b *bench) done(args ...string) answer {
	b.Helper()
	a := b.run(args...)
	if a.code != command.Done {
		b.Fatalf("tradewind %s: exit %d\n%s%s", strings.Join(args, " "), a.code, a.out, a.err)
	}
	return a
}

// refused runs the program and expects an exit code and a sentence on stderr that contains words.
func (b *bench) refused(code int, words string, args ...string) answer {
	b.Helper()
	a := b.run(args...)
	if a.code != code || !strings.Contains(a.err, words) {
		b.Errorf("tradewind %s: exit %d, %q; want %d and a sentence with %q", strings.Join(args, " "), a.code, a.err, code, words)
	}
	return a
}

// file writes a file into the bench's folder and returns its path.
func (b *bench) file(name, text string) string {
	b.Helper()
	path := filepath.Join(b.folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// read returns a file's text; "" when there is none.
func (b *bench) read(path string) string {
	b.Helper()
	raw, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		b.Fatal(err)
	}
	return string(raw)
}

// decoded reads the one JSON value of an answer into v.
func decoded[T any](b *bench, a answer) (v T) {
	b.Helper()
	d := json.NewDecoder(strings.NewReader(a.out))
	if err := d.Decode(&v); err != nil {
		b.Fatalf("stdout isn't the JSON expected: %v\n%s", err, a.out)
	}
	if d.More() {
		b.Errorf("more than one JSON value on stdout:\n%s", a.out)
	}
	return v
}
