// Package intake brings the records of a file in: rows as data/sheet reads them, into the store, together with the
// pictures that rows of products name; and writes records to a file that can come in again. The window and the command
// line both import and export through it.
package intake

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// Rows are what an import reads, row by row.
type Rows = iter.Seq2[data.Patch, error]

// Import brings rows in, whole or not at all, in one transaction. Pictures that rows of products name are looked for in
// folder, where the file lies; what can't be found or read, a web address for instance, is a warning each time, and
// nothing is fetched from the network. A dry run only tries whether they can be read. Problems and warnings stand in the
// report.
func Import(ctx context.Context, st *store.Store, target sheet.Target, rows Rows, folder string, o store.ImportOptions) (data.ImportReport, error) {
	if target != sheet.Products {
		return into(ctx, st, target, rows, o)
	}
	var report data.ImportReport
	bring := func(st *store.Store) (err error) {
		var noted []pictured
		if report, err = into(ctx, st, target, noting(rows, &noted), o); err != nil {
			return err
		}
		if len(report.Problems) > 0 {
			return errRefused
		}
		return addPictures(ctx, st, folder, noted, o.DryRun, &report)
	}
	run := st.Atomically
	if o.DryRun { // pictures are looked at after the file is free again
		run = func(_ context.Context, work func(*store.Store) error) error { return work(st) }
	}
	err := run(ctx, bring)
	if errors.Is(err, errRefused) {
		err = nil
	}
	return report, err
}

// errRefused ends the transaction of an import whose report has problems. It never leaves this package.
var errRefused = errors.New("import refused")

// into hands the rows to the part of the store that keeps such records.
func into(ctx context.Context, st *store.Store, target sheet.Target, rows Rows, o store.ImportOptions) (data.ImportReport, error) {
	switch target {
	case sheet.Products:
		return st.Products.Import(ctx, rows, o)
	case sheet.Partners:
		return st.Partners.Import(ctx, rows, o)
	case sheet.Orders:
		return st.Orders.Import(ctx, rows, o)
	case sheet.Stock:
		return st.Stock.Import(ctx, rows, o)
	case sheet.Rates:
		return st.Rates.Import(ctx, rows, o)
	}
	return intoRules(ctx, st, target, rows, o)
}

// intoRules does so for what is kept beside products, partners and orders.
func intoRules(ctx context.Context, st *store.Store, target sheet.Target, rows Rows, o store.ImportOptions) (data.ImportReport, error) {
	switch target {
	case sheet.ListingFigures:
		return st.ListingFigures.Import(ctx, rows, o)
	case sheet.Keywords:
		return st.Keywords.Import(ctx, rows, o)
	case sheet.Markets:
		return st.Markets.Import(ctx, rows, o)
	case sheet.WordLists:
		return st.WordLists.Import(ctx, rows, o)
	case sheet.ElementLists:
		return st.Elements.Import(ctx, rows, o)
	case sheet.RateCards:
		return st.RateCards.Import(ctx, rows, o)
	case sheet.CertificateRules:
		return st.CertificateRules.Import(ctx, rows, o)
	}
	return data.ImportReport{}, fmt.Errorf("import %s: no such target", target)
}

// pictured is one product row that names a picture file.
type pictured struct {
	row       int
	sku, path string
}

// noting passes rows on and notes the pictures they name.
func noting(rows Rows, noted *[]pictured) Rows {
	return func(yield func(data.Patch, error) bool) {
		*noted = nil
		for p, err := range rows {
			if name := strings.TrimSpace(p.Values["image"]); err == nil && name != "" {
				*noted = append(*noted, pictured{p.Row, p.Values["sku"], name})
			}
			if !yield(p, err) {
				return
			}
		}
	}
}
