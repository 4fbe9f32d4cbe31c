package store

import (
	"context"
	"errors"
	"iter"
	"time"

	"tradewind/data"
)

var errNotYet = errors.New("not yet written")

// Import imports products.
func (s Products) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return data.ImportReport{}, errNotYet
}

// Import imports.
func (s Partners) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return data.ImportReport{}, errNotYet
}

// Import imports.
func (s Orders) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return data.ImportReport{}, errNotYet
}

// Import imports counted levels.
func (s Stock) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return data.ImportReport{}, errNotYet
}

// Import imports.
func (s Rates) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return data.ImportReport{}, errNotYet
}

// Undo takes a batch back.
func (s Journal) Undo(ctx context.Context, batch string) error { return errNotYet }

// Backups copies the file and checks it.
type Backups struct{ at place }

// Backup writes a verified copy to path and refuses to overwrite ([ErrExists]).
func (s *Store) Backup(ctx context.Context, path string) error { return errNotYet }

// Restore replaces to by the backup from, after checking it; the replaced file is kept beside it, and its path returned.
func Restore(ctx context.Context, from, to string, now time.Time) (kept string, err error) {
	return "", errNotYet
}

// Report is what [Backups.Verify] found.
type Report struct {
	Faults  []Fault
	Records map[string]int // how many of each kind
}

// Fault is one thing that is wrong with the file.
type Fault struct {
	Key  string // such as "fault.ledger"
	What string // the record
}

// Verify checks the whole file.
func (s Backups) Verify(ctx context.Context) (Report, error) { return Report{}, errNotYet }

// Auto writes a dated backup into dir when the newest is older than an hour, and drops those the age rule doesn't keep.
// It returns the path written, or "".
func (s Backups) Auto(ctx context.Context, dir string) (string, error) { return "", errNotYet }

// Lock makes this process the only window of the file at path; another gives [ErrOpenElsewhere].
// The lock ends with release or with the process.
func Lock(path string) (release func() error, err error) { return nil, errNotYet }
