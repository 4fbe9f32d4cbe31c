package sheet

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"

	"tradewind/data"

	"golang.org/x/text/transform"
)

// textFile is a CSV file.
type textFile struct {
	path      string
	decoder   func() transform.Transformer
	skip      int64 // bytes of the byte order mark
	separator byte
	declared  bool // its first line is "sep=;"
}

// openText finds out the encoding, the separator and the heading of a CSV file.
func (f *File) openText(path string) error {
	code, err := detectEncoding(path, f.options.Encoding)
	if err != nil {
		return err
	}
	t := &textFile{path: path, decoder: code.decoder, skip: code.skip}
	sample, err := t.sample()
	if err != nil {
		return err
	}
	f.source = t
	f.heading = t.sniff(sample, f.target, f.options)
	f.format = Format{Kind: "csv", Encoding: code.name, Separator: string(t.separator)}
	return nil
}

// reader opens the file as UTF-8.
func (t *textFile) reader() (io.Reader, io.Closer, error) {
	file, err := os.Open(t.path)
	if err != nil {
		return nil, nil, err
	}
	if _, err := file.Seek(t.skip, io.SeekStart); err != nil {
		return nil, nil, errors.Join(err, file.Close())
	}
	if t.decoder == nil {
		return file, file, nil
	}
	return transform.NewReader(file, t.decoder()), file, nil
}

// each implements [source].
func (t *textFile) each(yield func(int, []cell) bool) error {
	in, file, err := t.reader()
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	lines := lexer{in: bufio.NewReaderSize(in, 64<<10), separator: t.separator}
	if t.declared {
		if _, err := lines.next(); err != nil {
			return nothing(err)
		}
		lines.row = 0
	}
	var cells []cell
	for {
		texts, err := lines.next()
		if err != nil {
			return nothing(err)
		}
		cells = cells[:0]
		for _, text := range texts {
			cells = append(cells, cell{text: text})
		}
		if !yield(lines.row, cells) {
			return nil
		}
	}
}

func (t *textFile) close() error { return nil }

// nothing turns the end of the file into no error.
func nothing(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// lexer parts a CSV file into rows: cells in quotes may hold separators, line ends and doubled quotes; lines end with
// LF, CR LF or CR. What stands behind a closing quote belongs to the cell, as in Excel.
type lexer struct {
	in        *bufio.Reader
	separator byte
	row       int // of the row read last, counting blank ones; line ends inside quotes don't count
	text      []byte
}

// Limits keep a file that isn't a table from filling the memory.
const (
	maxCell    = 1 << 20
	maxColumns = 16_384
)

// next returns the cells of the next row, or [io.EOF].
func (l *lexer) next() ([]string, error) {
	if _, err := l.in.Peek(1); err != nil {
		return nil, err
	}
	l.row++
	var cells []string
	for {
		last, err := l.cell()
		if err != nil {
			return nil, err
		}
		cells = append(cells, string(l.text))
		if last {
			return cells, nil
		}
		if len(cells) >= maxColumns {
			return nil, l.refuse("problem.too_many_columns")
		}
	}
}

// cell reads one cell into l.text and reports whether it is the last one of its row.
func (l *lexer) cell() (last bool, err error) {
	l.text = l.text[:0]
	quoted := false
	for {
		c, err := l.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return true, nil
		case err != nil:
			return false, err
		case c == l.separator:
			return false, nil
		case c == '\n':
			return true, nil
		case c == '\r':
			return true, l.skipLF()
		case c == '"' && !quoted && strings.TrimSpace(string(l.text)) == "":
			quoted = true
			if err := l.quoted(); err != nil {
				return false, err
			}
		default:
			l.text = append(l.text, c)
		}
		if len(l.text) > maxCell {
			return false, l.refuse("problem.cell_too_long")
		}
	}
}

// skipLF skips the line feed after a carriage return.
func (l *lexer) skipLF() error {
	next, _ := l.in.Peek(1)
	if len(next) == 0 || next[0] != '\n' {
		return nil
	}
	_, err := l.in.Discard(1)
	return err
}

// quoted reads up to the closing quote.
func (l *lexer) quoted() error {
	l.text = l.text[:0]
	for {
		c, err := l.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return l.refuse("problem.quote_open")
		case err != nil:
			return err
		case c == '"':
			if next, _ := l.in.Peek(1); len(next) == 0 || next[0] != '"' {
				return nil
			}
			if _, err := l.in.Discard(1); err != nil {
				return err
			}
		}
		if l.text = append(l.text, c); len(l.text) > maxCell {
			return l.refuse("problem.cell_too_long")
		}
	}
}

// refuse reports the row being read.
func (l *lexer) refuse(key string) error { return data.Problems{{Row: l.row, Key: key}} }
