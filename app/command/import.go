package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// rows is what an import reads, row by row.
type rows = iter.Seq2[data.Patch, error]

// importFile brings the records of a file in: the whole file or nothing of it.
func (s *session) importFile() error {
	target, path := sheet.Target(s.call.args[0]), s.call.args[1]
	if s.call.has("lines") && target != sheet.Orders {
		return usage("command.usage.lines")
	}
	o, err := s.sheetOptions()
	if err != nil {
		return err
	}
	from, closeFiles, err := s.openRows(path, target, o)
	if err != nil {
		return err
	}
	defer closeFiles()
	open := s.writing
	if s.call.on("dry-run") {
		open = s.reading
	}
	return open(func(st *store.Store) error {
		report, warnings, err := s.importRows(st, path, target, from)
		return s.imported(path, target, report, warnings, err)
	})
}

// importRows imports the rows, and the pictures that rows of products name, in one transaction.
func (s *session) importRows(st *store.Store, path string, target sheet.Target, from rows) (report data.ImportReport, warnings data.Problems, err error) {
	o := store.ImportOptions{DryRun: s.call.on("dry-run"), Source: filepath.Base(path), Progress: s.counter()}
	if o.DryRun || target != sheet.Products {
		report, err = importInto(s.ctx, st, target, from, o)
		return report, nil, err
	}
	err = st.Atomically(s.ctx, func(st *store.Store) error {
		var noted []pictured
		if report, err = importInto(s.ctx, st, target, notingPictures(from, &noted), o); err != nil || len(report.Problems) > 0 {
			return errors.Join(err, report.Problems.Err())
		}
		warnings, err = addPictures(s.ctx, st, filepath.Dir(path), noted)
		return err
	})
	return report, warnings, err
}

// importInto hands the rows to the part of the store that keeps such records.
func importInto(ctx context.Context, st *store.Store, target sheet.Target, from rows, o store.ImportOptions) (data.ImportReport, error) {
	switch target {
	case sheet.Products:
		return st.Products.Import(ctx, from, o)
	case sheet.Partners:
		return st.Partners.Import(ctx, from, o)
	case sheet.Orders:
		return st.Orders.Import(ctx, from, o)
	case sheet.Stock:
		return st.Stock.Import(ctx, from, o)
	case sheet.Rates:
		return st.Rates.Import(ctx, from, o)
	}
	return data.ImportReport{}, fmt.Errorf("import %s: no such target", target)
}

// sheetOptions reads the options that say how a file is to be read.
func (s *session) sheetOptions() (sheet.Options, error) {
	o := sheet.Options{Sheet: s.call.option("sheet"), Encoding: s.call.option("encoding"), Joined: s.call.has("lines")}
	if !s.call.has("map") {
		return o, nil
	}
	name := s.call.option("map")
	f, err := os.Open(name)
	if err != nil {
		return o, in(name, unreadable(err))
	}
	defer func() { _ = f.Close() }() // only read from
	o.Map, err = sheet.ReadMap(io.LimitReader(f, maxInput))
	return o, inMap(name, err)
}

func inMap(name string, err error) error {
	if err == nil {
		return nil
	}
	return inJSON(name, err)
}

// openRows opens the file, and the one with the lines where there is one.
func (s *session) openRows(path string, target sheet.Target, o sheet.Options) (rows, func(), error) {
	heads, err := openSheet(path, target, o)
	if err != nil {
		return nil, nil, err
	}
	if !s.call.has("lines") {
		return heads.Rows(), func() { _ = heads.Close() }, nil
	}
	lines, err := openSheet(s.call.option("lines"), target, o)
	if err != nil {
		_ = heads.Close() // the other file's fault is the one to tell
		return nil, nil, err
	}
	return sheet.Join(heads, lines), func() { _, _ = heads.Close(), lines.Close() }, nil
}

func openSheet(path string, target sheet.Target, o sheet.Options) (*sheet.File, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, in(path, unreadable(err))
	}
	f, err := sheet.Open(path, target, o)
	return f, in(path, err)
}

// imported is the answer to an import.
type imported struct {
	Target sheet.Target `json:"target"`
	File   string       `json:"file"`
	DryRun bool         `json:"dry_run"`
	data.ImportReport
	Warnings []spoken `json:"warnings,omitempty"`
	Problems []spoken `json:"problems,omitempty"`
}

// imported tells what an import did, or why it did nothing.
func (s *session) imported(path string, target sheet.Target, report data.ImportReport, warnings data.Problems, err error) error {
	problems := report.Problems
	if found := (data.Problems{}); errors.As(err, &found) && len(problems) == 0 {
		problems = found
	} else if err != nil && len(found) == 0 {
		return in(path, err)
	}
	answer := imported{target, path, s.call.on("dry-run"), report, s.warn(path, warnings), s.warn(path, problems)}
	if s.call.on("json") {
		if err := s.json(answer); err != nil {
			return err
		}
	}
	if len(problems) > 0 {
		fmt.Fprintln(s.Err, s.t("command.import.refused", "File", path, "Count", len(problems)))
		return errTold
	}
	key := "command.import.done"
	if answer.DryRun {
		key = "command.import.would"
	}
	s.say(key, "File", path, "New", report.New, "Changed", report.Changed, "Unchanged", report.Unchanged)
	for _, name := range report.Created {
		s.say("command.import.created", "Name", name)
	}
	return nil
}
