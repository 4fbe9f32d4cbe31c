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

// Orders keeps orders.
type Orders struct{ at place }

// Find returns a page of orders, the newest first.
func (s Orders) Find(ctx context.Context, q Query) ([]data.Order, error) { return nil, errNotYet }

// Count counts them.
func (s Orders) Count(ctx context.Context, q Query) (int, error) { return 0, errNotYet }

// Get returns one.
func (s Orders) Get(ctx context.Context, id int64) (data.Order, error) {
	return data.Order{}, errNotYet
}

// ByNo returns one.
func (s Orders) ByNo(ctx context.Context, no string) (data.Order, error) {
	return data.Order{}, errNotYet
}

// Save writes o; an empty number is filled from the series.
func (s Orders) Save(ctx context.Context, o data.Order) (data.Order, error) { return o, errNotYet }

// Archive archives.
func (s Orders) Archive(ctx context.Context, id int64, archived bool) error { return errNotYet }

// Each calls use with every one, by date.
func (s Orders) Each(ctx context.Context, use func(data.Order) error) error { return errNotYet }

// Import imports.
func (s Orders) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return data.ImportReport{}, errNotYet
}

// Shipments keeps shipments.
type Shipments struct{ at place }

// Find returns a page of shipments, the newest first.
func (s Shipments) Find(ctx context.Context, q Query) ([]data.Shipment, error) { return nil, errNotYet }

// Count counts them.
func (s Shipments) Count(ctx context.Context, q Query) (int, error) { return 0, errNotYet }

// OfOrder returns the shipments of an order by number.
func (s Shipments) OfOrder(ctx context.Context, orderID int64) ([]data.Shipment, error) {
	return nil, errNotYet
}

// Get returns one.
func (s Shipments) Get(ctx context.Context, id int64) (data.Shipment, error) {
	return data.Shipment{}, errNotYet
}

// ByNo returns one.
func (s Shipments) ByNo(ctx context.Context, no string) (data.Shipment, error) {
	return data.Shipment{}, errNotYet
}

// Save writes it; an empty number is filled from the series.
func (s Shipments) Save(ctx context.Context, sh data.Shipment) (data.Shipment, error) {
	return sh, errNotYet
}

// Archive archives.
func (s Shipments) Archive(ctx context.Context, id int64, archived bool) error { return errNotYet }

// Post books the stock movements, once.
func (s Shipments) Post(ctx context.Context, id int64) (data.Shipment, error) {
	return data.Shipment{}, errNotYet
}

// Stock keeps the ledger.
type Stock struct{ at place }

// Levels returns a page of levels by SKU; After is the SKU of the last.
func (s Stock) Levels(ctx context.Context, q Query) ([]data.Level, error) { return nil, errNotYet }

// OnHand sums over warehouses and lots.
func (s Stock) OnHand(ctx context.Context, variants []int64) (map[int64]data.Quantity, error) {
	return nil, errNotYet
}

// Move books movements.
func (s Stock) Move(ctx context.Context, m []data.Movement) error { return errNotYet }

// Count posts counted levels: the movement is the difference.
func (s Stock) Count(ctx context.Context, counted []data.Level, document string) error {
	return errNotYet
}

// Movements returns the newest movements of a variant.
func (s Stock) Movements(ctx context.Context, variant int64, limit int) ([]data.Movement, error) {
	return nil, errNotYet
}

// Each calls use with every level.
func (s Stock) Each(ctx context.Context, use func(data.Level) error) error { return errNotYet }

// Import imports counted levels.
func (s Stock) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return data.ImportReport{}, errNotYet
}

// Rates keeps dated exchange rates.
type Rates struct{ at place }

// Find returns a page, the newest first.
func (s Rates) Find(ctx context.Context, q Query) ([]data.Rate, error) { return nil, errNotYet }

// On returns the newest rate of that day or before.
func (s Rates) On(ctx context.Context, base, quote data.Currency, day data.Date) (data.Rate, error) {
	return data.Rate{}, errNotYet
}

// Save writes r.
func (s Rates) Save(ctx context.Context, r data.Rate) (data.Rate, error) { return r, errNotYet }

// Import imports.
func (s Rates) Import(ctx context.Context, rows iter.Seq2[data.Patch, error], o ImportOptions) (data.ImportReport, error) {
	return data.ImportReport{}, errNotYet
}

// Documents keeps what was issued.
type Documents struct{ at place }

// IssueRequest says what is to be issued.
type IssueRequest struct {
	Kind       data.Kind
	OrderID    int64
	ShipmentID int64     // 0: the whole order
	Date       data.Date // "" keeps the date of the document issued before, or else takes today
	Language   string
	// Differences names what differs between two frozen papers (document.Differences over thawed papers). Nil: no list.
	Differences func(before, after []byte) ([]string, error)
}

// Freeze makes the frozen copy of a paper that will carry this number, revision and date.
type Freeze func(number string, revision int, date data.Date) ([]byte, error)

// Issue gives a number and keeps the frozen copy. The bool says that it had been issued unchanged before.
func (s Documents) Issue(ctx context.Context, r IssueRequest, freeze Freeze) (data.Issued, bool, error) {
	return data.Issued{}, false, errNotYet
}

// Find returns a page of documents of kind ("" every kind), the newest first, without their frozen copies.
// After is the number of the last of the page before.
func (s Documents) Find(ctx context.Context, q Query, kind data.Kind) ([]data.Issued, error) {
	return nil, errNotYet
}

// Of returns everything that was issued of an order, by kind, number and revision, without frozen copies.
func (s Documents) Of(ctx context.Context, orderID int64) ([]data.Issued, error) {
	return nil, errNotYet
}

// ByNumber returns one revision of a document; -1 takes the newest.
func (s Documents) ByNumber(ctx context.Context, number string, revision int) (data.Issued, error) {
	return data.Issued{}, errNotYet
}

// Void declares a number void, for ever.
func (s Documents) Void(ctx context.Context, number, reason string) error { return errNotYet }

// Source returns everything a paper of an order or a shipment needs, read at one moment.
func (s *Store) Source(ctx context.Context, number string) (data.Source, error) {
	return data.Source{}, errNotYet
}

// Attachments keeps pictures and other files by their hash.
type Attachments struct{ at place }

// Put keeps bytes; the same bytes are kept once.
func (s Attachments) Put(ctx context.Context, name string, bytes []byte) (data.Hash, error) {
	return "", errNotYet
}

// Get returns the bytes.
func (s Attachments) Get(ctx context.Context, h data.Hash) ([]byte, error) { return nil, errNotYet }

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
