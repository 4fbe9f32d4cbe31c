package command

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// export writes all live records of one kind to a file that import takes back.
func (s *session) export() error {
	target, path := sheet.Target(s.call.args[0]), s.call.args[1]
	format := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	if format != "csv" && format != "xlsx" {
		return usage("command.usage.export", "File", path)
	}
	if s.call.on("full") && (target != sheet.Products || format != "xlsx") {
		return usage("command.usage.full")
	}
	shop := s.call.option("for")
	if s.call.has("for") && (target != sheet.Products || format != "csv" || !slices.Contains(sheet.Shops(), shop)) {
		return usage("command.usage.for")
	}
	count := 0
	err := s.reading(func(st *store.Store) error {
		return writeFile(path, func(w io.Writer) error { return s.exportTo(w, st, target, format, &count) })
	})
	if err != nil {
		return err
	}
	if s.call.on("json") {
		return s.json(map[string]any{"target": target, "file": path, "records": count})
	}
	s.say("command.export.done", "File", path, "Count", count)
	return nil
}

func (s *session) exportTo(w io.Writer, st *store.Store, target sheet.Target, format string, count *int) error {
	switch target {
	case sheet.Products:
		each := func(use func(data.Product) error) error { return st.Products.Each(s.ctx, counted(use, count)) }
		switch {
		case s.call.on("full"):
			return s.exportCatalogue(w, st, count)
		case s.call.has("for"):
			return sheet.WriteShop(w, s.call.option("for"), each)
		}
		return sheet.WriteProducts(w, format, each)
	case sheet.Partners:
		return sheet.WritePartners(w, format, func(use func(data.Partner) error) error { return st.Partners.Each(s.ctx, counted(use, count)) })
	case sheet.Orders:
		return sheet.WriteOrders(w, format, func(use func(data.Order) error) error { return st.Orders.Each(s.ctx, counted(use, count)) })
	case sheet.ListingFigures:
		return sheet.WriteListingFigures(w, format, func(use func(data.ListingFigures) error) error {
			return st.ListingFigures.Each(s.ctx, counted(use, count))
		})
	case sheet.Stock:
		return sheet.WriteStock(w, format, func(use func(data.Level) error) error { return st.Stock.Each(s.ctx, counted(use, count)) })
	}
	return fmt.Errorf("export %s: no such target", target)
}

// exportCatalogue writes products with all that belongs to them.
func (s *session) exportCatalogue(w io.Writer, st *store.Store, count *int) error {
	known := map[int64]data.Partner{}
	return sheet.WriteCatalogue(w, sheet.CatalogueSource{
		Each: func(use func(data.Product) error) error { return st.Products.Each(s.ctx, counted(use, count)) },
		Partner: func(id int64) (code, name string, err error) {
			p, ok := known[id]
			if !ok {
				p, err = st.Partners.Get(s.ctx, id)
				known[id] = p
			}
			return p.Code, p.Name, err
		},
		File: func(h data.Hash) ([]byte, error) { return st.Attachments.Get(s.ctx, h) },
	})
}

func counted[T any](use func(T) error, count *int) func(T) error {
	return func(record T) error {
		*count++
		return use(record)
	}
}

// writeFile writes a file whole or not at all: beside its place first, then moved there.
func writeFile(path string, write func(io.Writer) error) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return in(path, unwritable(err))
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".tradewind-*")
	if err != nil {
		return in(path, unwritable(err))
	}
	defer func() {
		if err != nil {
			_ = f.Close()           // it may be closed already
			_ = os.Remove(f.Name()) // nothing half done is left
		}
	}()
	buffered := bufio.NewWriterSize(f, 1<<16)
	if err := write(buffered); err != nil {
		return err
	}
	for _, step := range []func() error{
		buffered.Flush,
		func() error { return f.Chmod(0o644) },
		f.Close,
		func() error { return os.Rename(f.Name(), path) },
	} {
		if err := step(); err != nil {
			return in(path, unwritable(err))
		}
	}
	return nil
}

// unwritable says in a sentence why a file can't be written.
func unwritable(err error) error { return refuse("command.output.unwritable", "Cause", cause(err)) }
