package store

import (
	"context"
	"errors"
	"hash/maphash"
	"iter"
	"slices"
	"strings"

	"tradewind/data"
)

// errTakenBack ends the transaction of an import that must leave nothing behind. It never leaves this package.
var errTakenBack = errors.New("import taken back")

const (
	importChunk = 500 // rows that are looked up together
	sampleRows  = 100 // rows that a preview shows
)

// importing is one import under way.
type importing struct {
	w      *writing
	o      ImportOptions
	home   data.Currency // of prices that name none
	report data.ImportReport
	seen   map[string]seenRow // by key, for rows that say the same twice
	seed   maphash.Seed
	rates  map[data.Currency]data.CostRate // by which purchase prices become costs, as far as they are known
	rated  map[data.Currency]bool          // the currencies that were looked up
}

// seenRow is where a key stood first, and what its row said.
type seenRow struct {
	row  int
	said uint64
}

// importRows runs an import: whole or not at all, reading on after the first bad row so that every one is named.
// take deals with some hundred rows, end with what is left when all were read.
func (p place) importRows(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions,
	take func(*importing, []data.Patch) error, end func(*importing) error,
) (data.ImportReport, error) {
	if o.DryRun && p.within == nil && !p.file.options.ReadOnly {
		return p.tryRows(ctx, rows, o, take, end)
	}
	return p.takeRows(ctx, rows, o, take, end)
}

// takeRows does so in this file.
func (p place) takeRows(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions,
	take func(*importing, []data.Patch) error, end func(*importing) error,
) (data.ImportReport, error) {
	m := &importing{o: o, seen: map[string]seenRow{}, seed: maphash.MakeSeed(), rates: map[data.Currency]data.CostRate{}, rated: map[data.Currency]bool{}}
	err := p.write(ctx, o.Source, func(w *writing) error {
		m.w = w
		c, err := getCompany(ctx, w.tx)
		if err != nil {
			return err
		}
		m.home = c.Currency
		if err := m.read(ctx, rows, take); err != nil {
			return err
		}
		if err := end(m); err != nil {
			return err
		}
		if o.DryRun || len(m.report.Problems) > 0 {
			return errTakenBack
		}
		if w.batch != 0 {
			m.report.Batch = w.name
		}
		return nil
	})
	if errors.Is(err, errTakenBack) {
		err = nil
	}
	return m.report, err
}

// read hands the rows on, a chunk at a time.
func (m *importing) read(ctx context.Context, rows iter.Seq2[data.Patch, error], take func(*importing, []data.Patch) error) error {
	chunk := make([]data.Patch, 0, importChunk)
	for row, err := range rows {
		m.report.Rows++
		if err != nil {
			if !m.refuse(row, err) {
				return err
			}
			continue
		}
		if chunk = append(chunk, row); len(chunk) < importChunk {
			continue
		}
		if err := m.step(ctx, chunk, take); err != nil {
			return err
		}
		chunk = chunk[:0]
	}
	return m.step(ctx, chunk, take)
}

// step deals with one chunk and tells how far the import has come.
func (m *importing) step(ctx context.Context, chunk []data.Patch, take func(*importing, []data.Patch) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(chunk) == 0 {
		return nil
	}
	if err := take(m, chunk); err != nil {
		return err
	}
	if m.o.Progress != nil {
		m.o.Progress(m.report.Rows)
	}
	return nil
}

// refuse writes down what is wrong with a row. It returns false when err isn't the user's to put right.
func (m *importing) refuse(row data.Patch, err error) bool {
	var problems data.Problems
	switch {
	case errors.As(err, &problems):
	case errors.Is(err, data.ErrInUse):
		problems = data.Problems{{Key: "problem.in_use"}}
	case errors.Is(err, data.ErrPosted):
		problems = data.Problems{{Key: "problem.posted"}}
	default:
		return false
	}
	for _, p := range problems {
		if p.Row == 0 && p.File == "" {
			p.Row, p.File = row.Row, row.File
		}
		m.report.Problems = append(m.report.Problems, p)
	}
	m.report.Refused++
	m.sample(row.Row, nameOf(row), data.Refused)
	return true
}

// nameOf returns what a row calls its record, for a preview of what can't be taken in.
func nameOf(row data.Patch) string {
	for _, field := range []string{"order_no", "sku", "code", "name"} {
		if name := strings.TrimSpace(row.Values[field]); name != "" {
			return strings.Clone(name)
		}
	}
	return strings.TrimSpace(strings.Join([]string{row.Values["date"], row.Values["base"], row.Values["quote"]}, " "))
}

// done counts what became of a row.
func (m *importing) done(row data.Patch, key string, what data.Change) {
	switch what {
	case data.New:
		m.report.New++
	case data.Changed:
		m.report.Changed++
	default:
		m.report.Unchanged++
	}
	m.sample(row.Row, key, what)
}

// warn keeps what looks wrong with a record that is new or changed. What was there before and stays as it is isn't said
// again: the same file a second time is silent.
func (m *importing) warn(row data.Patch, what data.Change, of ...data.Problems) {
	if what == data.Unchanged {
		return
	}
	for _, warnings := range of {
		m.report.Warn(row.File, row.Row, warnings...)
	}
}

// sample keeps the first rows for the preview.
func (m *importing) sample(row int, key string, what data.Change) {
	if len(m.report.Sample) < sampleRows {
		m.report.Sample = append(m.report.Sample, data.ImportedRow{Row: row, Key: key, Change: what})
	}
}

// repeated reports whether key stood in an earlier row. A row that says the same again is harmless; one that says
// something else is refused, naming both.
func (m *importing) repeated(row data.Patch, field, key, problem string) (bool, error) {
	said := m.hash(row.Values)
	first, ok := m.seen[key]
	if !ok {
		m.seen[strings.Clone(key)] = seenRow{row.Row, said}
		return false, nil
	}
	if first.said == said {
		return true, nil
	}
	return true, data.Problems{{
		Row: row.Row, File: row.File, Field: field, Key: problem,
		Args: map[string]any{"Value": row.Values[field], "Other": first.row},
	}}
}

// hash returns a number for what a row says, whatever the order of its fields.
func (m *importing) hash(values map[string]string) (sum uint64) {
	var h maphash.Hash
	h.SetSeed(m.seed)
	for k, v := range values {
		h.Reset()
		_, _ = h.WriteString(k) // never fails
		_ = h.WriteByte(0)
		_, _ = h.WriteString(v)
		sum += h.Sum64()
	}
	return sum
}

// keys returns the values of field in rows, each once.
func keys(rows []data.Patch, field string) []string {
	var list []string
	for _, r := range rows {
		if k := strings.TrimSpace(r.Values[field]); k != "" {
			list = append(list, k)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// nothing is the end of an import that leaves nothing over.
func nothing(*importing) error { return nil }
