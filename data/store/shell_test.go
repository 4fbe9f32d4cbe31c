package store_test

import (
	"bufio"
	"database/sql"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// shell is Debian's sqlite3 at work on a file: the peer that the store's times are compared with.
type shell struct {
	in  io.WriteCloser
	out *bufio.Reader
	cmd *exec.Cmd
}

// shellMark ends the answer to each script.
const shellMark = "tradewind: that was all"

// openShell starts sqlite3 on the file at path with the settings of the store's own connections.
func openShell(b *testing.B, path string) *shell {
	b.Helper()
	s := &shell{cmd: exec.CommandContext(b.Context(), "stdbuf", "-oL", "sqlite3", "-batch", path)}
	var err error
	if s.in, err = s.cmd.StdinPipe(); err != nil {
		b.Fatal(err)
	}
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	s.out = bufio.NewReaderSize(out, 1<<20)
	s.cmd.Stderr = s.cmd.Stdout
	if err := s.cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.in.Close(); _ = s.cmd.Wait() })
	s.run(b, []string{"PRAGMA synchronous = FULL", "PRAGMA foreign_keys = 1", "PRAGMA cache_size = -16000"})
	return s
}

// run runs statements and returns how long it took until all was answered.
func (s *shell) run(b *testing.B, statements []string) time.Duration {
	b.Helper()
	script := strings.Join(statements, ";\n") + ";\n.print " + shellMark + "\n"
	start := time.Now()
	if _, err := io.WriteString(s.in, script); err != nil {
		b.Fatal(err)
	}
	for {
		line, err := s.out.ReadString('\n')
		switch {
		case err != nil:
			b.Fatal("sqlite3: ", err)
		case strings.HasPrefix(line, shellMark):
			return time.Since(start)
		case strings.Contains(line, "Error"), strings.Contains(line, "error near line"):
			b.Fatalf("sqlite3: %s", line)
		}
	}
}

// copyForShell lays a copy of the data file beside it that sqlite3 3.40 can read: the fragments that searches look up
// stand there in a table without contentless_delete, an option of 3.43.
func copyForShell(b *testing.B, from string) string {
	b.Helper()
	to := filepath.Join(b.TempDir(), "peer.db")
	db := must[*sql.DB](b)(sql.Open("sqlite", "file:"+from+"?mode=ro"))
	must[sql.Result](b)(db.Exec(fmt.Sprintf(`VACUUM INTO '%s'`, to)))
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	run(b, to, `PRAGMA journal_mode = WAL; DROP TABLE gram; CREATE VIRTUAL TABLE gram USING fts5 (text, detail = none, tokenize = 'ascii');
		INSERT INTO gram (rowid, text) SELECT record * 8 + kind, fragments(text) FROM search`)
	return to
}

// forShell writes a statement as sqlite3 can run it: it has no folding of its own, and knows that of ASCII.
func forShell(statement string) string { return strings.ReplaceAll(statement, "folded(", "lower(") }
