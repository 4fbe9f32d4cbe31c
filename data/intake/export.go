package intake

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// Shape says which records are written to a file, and for whom. [Import] takes each of them back.
type Shape struct {
	Target sheet.Target
	Whole  bool   // products with all that belongs to them and their pictures
	Shop   string // products as a shop system imports them, one of [sheet.Shops]; "" for our own table
}

// Formats returns the formats that s can be written in, the usual one first.
func (s Shape) Formats() []string {
	switch {
	case s.Whole:
		return []string{"xlsx"}
	case s.Shop != "":
		return []string{"csv"}
	default:
		return []string{"xlsx", "csv"}
	}
}

// Export writes all live records of a shape to w as format, and returns how many; wrote, unless it is nil, is told after
// each. It ends with the context.
func Export(ctx context.Context, st *store.Store, s Shape, format string, w io.Writer, wrote func(n int)) (int, error) {
	e := &exporting{ctx: ctx, st: st, to: w, format: format, wrote: wrote}
	err := e.write(s)
	return e.n, err
}

// exporting is one export under way.
type exporting struct {
	ctx    context.Context
	st     *store.Store
	to     io.Writer
	format string
	wrote  func(int)
	n      int
}

// counting counts the records on their way to use, and stops when nobody waits for them.
func counting[T any](e *exporting, use func(T) error) func(T) error {
	return func(record T) error {
		if err := e.ctx.Err(); err != nil {
			return err
		}
		if e.n++; e.wrote != nil {
			e.wrote(e.n)
		}
		return use(record)
	}
}

// each counts what a part of the store hands out.
func each[T any](e *exporting, hand func(context.Context, func(T) error) error) func(func(T) error) error {
	return func(use func(T) error) error { return hand(e.ctx, counting(e, use)) }
}

// all is each for a part of the store that returns its few records at once.
func all[T any](e *exporting, load func(context.Context) ([]T, error)) func(func(T) error) error {
	return each(e, func(ctx context.Context, use func(T) error) error {
		list, err := load(ctx)
		for i := 0; i < len(list) && err == nil; i++ {
			err = use(list[i])
		}
		return err
	})
}

func (e *exporting) write(s Shape) error {
	st := e.st
	switch s.Target {
	case sheet.Products:
		return e.products(s)
	case sheet.Partners:
		return sheet.WritePartners(e.to, e.format, each(e, st.Partners.Each))
	case sheet.Orders:
		return sheet.WriteOrders(e.to, e.format, each(e, st.Orders.Each))
	case sheet.Stock:
		return sheet.WriteStock(e.to, e.format, each(e, st.Stock.Each))
	case sheet.ListingFigures:
		return sheet.WriteListingFigures(e.to, e.format, each(e, st.ListingFigures.Each))
	case sheet.Keywords:
		return sheet.WriteKeywords(e.to, e.format, all(e, st.Keywords.All))
	case sheet.Markets:
		return sheet.WriteMarkets(e.to, e.format, all(e, st.Markets.All))
	case sheet.WordLists:
		return sheet.WriteWordLists(e.to, e.format, all(e, st.WordLists.All))
	case sheet.ElementLists:
		return sheet.WriteElementLists(e.to, e.format, all(e, st.Elements.All))
	case sheet.RateCards:
		return sheet.WriteRateCards(e.to, e.format, all(e, st.RateCards.All))
	case sheet.CertificateRules:
		return sheet.WriteCertificateRules(e.to, e.format, all(e, st.CertificateRules.All))
	}
	return fmt.Errorf("export %s: no such target", s.Target)
}

// products writes products as a table, for a shop system, or with all that belongs to them.
func (e *exporting) products(s Shape) error {
	products := each(e, e.st.Products.Each)
	switch {
	case s.Shop != "":
		return sheet.WriteShop(e.to, s.Shop, products)
	case !s.Whole:
		return sheet.WriteProducts(e.to, e.format, products)
	}
	known := map[int64]data.Partner{}
	return sheet.WriteCatalogue(e.to, sheet.CatalogueSource{
		Each: products,
		Partner: func(id int64) (code, name string, err error) {
			p, ok := known[id]
			if !ok {
				p, err = e.st.Partners.Get(e.ctx, id)
				known[id] = p
			}
			return p.Code, p.Name, err
		},
		File: func(h data.Hash) ([]byte, error) { return e.st.Attachments.Get(e.ctx, h) },
	})
}

// WriteFile writes a file whole or not at all: beside its place first, then moved there. What the disk refuses comes as
// [os.PathError] or [os.LinkError], what write returns as it is.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".tradewind-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()           // it may be closed already
			_ = os.Remove(f.Name()) // nothing half done is left
		}
	}()
	buffered := bufio.NewWriterSize(f, 1<<16)
	for _, step := range []func() error{
		func() error { return write(buffered) },
		buffered.Flush,
		func() error { return f.Chmod(0o644) },
		f.Close,
		func() error { return os.Rename(f.Name(), path) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
