// Package store keeps the records of package data in one SQLite file.
//
// Every exported method is one transaction: it takes effect whole or not at all, and what it wrote is in the journal,
// so it can be undone while nothing is posted. Rules that need other records (unique numbers, over-shipping, stale
// versions) are checked inside that transaction; no rule relies on there being one process. [Store.Atomically] binds
// several calls to one transaction.
package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Options says who works with the file and what time it is.
type Options struct {
	Now    func() time.Time // required: this package never asks the clock itself
	Person string           // for the journal; "" takes the company's own
	Wait   time.Duration    // for another program that writes, before [ErrBusy]; 0: five seconds

	// ReadOnly opens an existing file without writing a byte into it: a write gives [ErrReadOnly], and so does a file
	// that would have to be migrated. [Open] falls back to it by itself where the file or its folder can't be written to.
	ReadOnly bool
}

// Store is an open file, divided by what it holds.
type Store struct {
	Company          Companies
	Products         Products
	Partners         Partners
	Orders           Orders
	Shipments        Shipments
	Stock            Stock
	Warehouses       Warehouses
	Thresholds       Thresholds
	Seasons          Seasons
	StockTakes       StockTakes
	Purchases        Purchases
	Elements         ElementLists
	CertificateRules CertificateRules
	Clauses          Clauses
	Folders          Folders
	Milestones       Milestones
	Mails            Mails
	Markets          Markets
	WordLists        WordLists
	Keywords         Keywords
	Payments         Payments
	RateCards        RateCards
	Settlements      Settlements
	ListingFigures   ListingFigures
	Showcases        Showcases
	Scorecards       Scorecards
	Campaigns        Campaigns
	Rates            Rates
	Documents        Documents
	Attachments      Attachments
	Journal          Journal
	Backups          Backups

	at place
}

// Query asks for one page of a list. After is the key of the last record of the page before: its SKU, code or number;
// of documents the UUID.
type Query struct {
	Words    string // as the user typed them; every word must match
	After    string // "" gives the first page
	Limit    int    // 0 gives 50
	Archived bool   // the archived records instead of the live ones
}

// defaultLimit is how many records a page has when the query doesn't say.
const defaultLimit = 50

// limit returns how many records to give.
func (q Query) limit() int {
	if q.Limit <= 0 {
		return defaultLimit
	}
	return q.Limit
}

// ImportOptions says how an import runs.
type ImportOptions struct {
	DryRun   bool           // report only: all rules run, nothing is kept; a long one runs in a private copy of the file
	Source   string         // the file's name, for the journal and the stock ledger
	Progress func(done int) // told the number of rows now and then; may be nil
}

// Open opens the file at path, creating it if need be, and brings it up to date. Before the first pending migration of
// an existing file a verified copy is laid beside it. A file written by a newer program gives [NewerFileError]. An
// existing file that can't be written to opens for reading ([Options].ReadOnly).
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	f, err := openFile(ctx, path, o)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return bundle(place{file: f}), nil
}

// bundle returns the store whose parts all work at p.
func bundle(p place) *Store {
	return &Store{
		Company:          Companies{p},
		Products:         Products{p},
		Partners:         Partners{p},
		Orders:           Orders{p},
		Shipments:        Shipments{p},
		Stock:            Stock{p},
		Warehouses:       Warehouses{p},
		Thresholds:       Thresholds{p},
		Seasons:          Seasons{p},
		StockTakes:       StockTakes{p},
		Purchases:        Purchases{p},
		Elements:         ElementLists{p},
		CertificateRules: CertificateRules{p},
		Clauses:          Clauses{p},
		Folders:          Folders{p},
		Milestones:       Milestones{p},
		Mails:            Mails{p},
		Rates:            Rates{p},
		Documents:        Documents{p},
		Attachments:      Attachments{p},
		Journal:          Journal{p},
		Markets:          Markets{p},
		WordLists:        WordLists{p},
		Keywords:         Keywords{p},
		Payments:         Payments{p},
		RateCards:        RateCards{p},
		Settlements:      Settlements{p},
		ListingFigures:   ListingFigures{p},
		Showcases:        Showcases{p},
		Scorecards:       Scorecards{p},
		Campaigns:        Campaigns{p},
		Backups:          Backups{p},
		at:               p,
	}
}

// Close closes the file.
func (s *Store) Close() error { return s.at.file.close() }

// Path returns where the file lies.
func (s *Store) Path() string { return s.at.file.path }

// Atomically runs work on a store all of whose parts share one transaction and one journal batch. When work returns an
// error, nothing of it was done. A call inside that fails leaves nothing behind by itself, so work may go on after it.
func (s *Store) Atomically(ctx context.Context, work func(*Store) error) error {
	return s.AtomicallyAs(ctx, "", work)
}

// AtomicallyAs is Atomically for work that the journal names by its source, such as the file that was imported.
func (s *Store) AtomicallyAs(ctx context.Context, source string, work func(*Store) error) error {
	return s.at.write(ctx, source, func(w *writing) error {
		return work(bundle(place{file: s.at.file, within: w}))
	})
}

// reader is what reads rows: the reading pool's transaction or the writing one.
type reader interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}
