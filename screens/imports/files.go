package imports

import (
	"context"
	"errors"
	"path/filepath"

	"tradewind/data"
	"tradewind/data/intake"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// source is one file of an import and how its columns were matched by hand.
type source struct {
	path    string
	columns map[string]int // our field: column
}

func sourceAt(path string) source { return source{path, map[string]int{}} }

// files are what one import reads: a table, and for orders whose heads and lines come as two files the one with the
// lines, joined by the order's number.
type files struct {
	heads, lines source
	assumed      map[string]string // our field: what it says where the files don't
}

func (f files) all() []source {
	if f.lines.path == "" {
		return []source{f.heads}
	}
	return []source{f.heads, f.lines}
}

// opened are open files; Close ends them all.
type opened []*sheet.File

// open opens the files. Where it is lenient, as always with two files, a file needn't have all columns by itself.
func (f files) open(target sheet.Target, lenient bool) (all opened, err error) {
	for _, one := range f.all() {
		o := sheet.Options{Joined: lenient || f.lines.path != ""}
		o.Map.Defaults = f.assumed
		if len(one.columns) > 0 {
			o.Columns = one.columns
		}
		file, err := sheet.Open(one.path, target, o)
		if err != nil {
			all.close()
			return nil, err
		}
		all = append(all, file)
	}
	return all, nil
}

func (all opened) close() {
	for _, f := range all {
		_ = f.Close() // only read from
	}
}

// into imports the files' rows; o says whether in earnest.
func (f files) into(ctx context.Context, st *store.Store, target sheet.Target, all opened, o store.ImportOptions) (data.ImportReport, error) {
	rows := all[0].Rows()
	if len(all) > 1 {
		rows = sheet.Join(all[0], all[1])
	}
	o.Source = filepath.Base(f.heads.path)
	if f.whole(target) {
		whole, err := sheet.OpenCatalogue(f.heads.path)
		if err != nil {
			return data.ImportReport{}, err
		}
		defer func() { _ = whole.Close() }() // only read from
		return intake.ImportCatalogue(ctx, st, whole, o)
	}
	return intake.Import(ctx, st, target, rows, filepath.Dir(f.heads.path), o)
}

// whole reports whether the file is a catalogue, whose sheets say by themselves what their columns are.
func (f files) whole(target sheet.Target) bool {
	return target == sheet.Products && len(f.all()) == 1 && len(f.heads.columns) == 0 && sheet.IsCatalogue(f.heads.path)
}

// part is what is known of one file before it is imported.
type part struct {
	name    string
	format  sheet.Format
	columns []sheet.Column
}

// checked is what is known of an import before it is done.
type checked struct {
	parts  []part
	whole  bool // see [files.whole]
	report data.ImportReport
	bad    data.Problems
}

// try opens the files and asks the store what they would do. A file whose columns don't suffice is opened once more
// without that demand, so that they can be matched by hand.
func (f files) try(ctx context.Context, st *store.Store, target sheet.Target) (c checked, err error) {
	all, err := f.open(target, false)
	if errors.As(err, &c.bad) {
		if all, err = f.open(target, true); err != nil {
			return c, nil
		}
		defer all.close()
		c.parts = f.parts(all)
		return c, nil
	}
	if err != nil {
		return c, err
	}
	defer all.close()
	c.parts, c.whole = f.parts(all), f.whole(target)
	c.report, err = f.into(ctx, st, target, all, store.ImportOptions{DryRun: true})
	if errors.As(err, &c.bad) {
		err = nil
	}
	if len(c.bad) == 0 {
		c.bad = c.report.Problems
	}
	all[0].Sort(c.bad)
	all[0].Sort(c.report.Warnings)
	return c, err
}

func (f files) parts(all opened) []part {
	var parts []part
	for i, one := range f.all() {
		parts = append(parts, part{filepath.Base(one.path), all[i].Format(), all[i].Columns()})
	}
	return parts
}
