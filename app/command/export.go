package command

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tradewind/data/intake"
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
		return writeFile(path, func(w io.Writer) (err error) {
			count, err = intake.Export(s.ctx, st, intake.Shape{Target: target, Whole: s.call.on("full"), Shop: shop}, format, w, nil)
			return err
		})
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

// writeFile writes a file whole or not at all.
func writeFile(path string, write func(io.Writer) error) error {
	err := intake.WriteFile(path, write)
	var onDisk *os.PathError
	var moving *os.LinkError
	if errors.As(err, &onDisk) || errors.As(err, &moving) {
		return in(path, unwritable(err))
	}
	return err
}

// unwritable says in a sentence why a file can't be written.
func unwritable(err error) error { return refuse("command.output.unwritable", "Cause", cause(err)) }
