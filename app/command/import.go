package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	"tradewind/data"
	"tradewind/data/intake"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// importFile brings the records of a file in: the whole file or nothing of it.
func (s *session) importFile() error {
	target, path := sheet.Target(s.call.args[0]), s.call.args[1]
	bank := target == sheet.Rates && !s.call.has("map") && sheet.IsECB(path)
	if err := s.foreignToImport(target, bank); err != nil {
		return err
	}
	o, err := s.sheetOptions()
	if err != nil {
		return err
	}
	// An import makes much that lives for a row only: collecting it half as often costs a few megabytes and saves seconds.
	defer debug.SetGCPercent(debug.SetGCPercent(250))
	if target == sheet.Products && sheet.IsCatalogue(path) && !s.call.has("map") && !s.call.has("sheet") {
		return s.importCatalogue(path)
	}
	if bank {
		return s.importECB(path)
	}
	from, err := s.openRows(path, target, o)
	if err != nil {
		return err
	}
	defer from.close()
	open := s.writing
	if s.call.on("dry-run") {
		open = s.trying
	}
	return open(func(st *store.Store) error {
		report, err := s.importRows(st, path, target, from.rows())
		from.heads.Sort(report.Problems)
		from.heads.Sort(report.Warnings)
		return s.imported(path, target, report, err)
	})
}

// foreignToImport reports an option that files of the target don't take.
func (s *session) foreignToImport(target sheet.Target, bank bool) error {
	if s.call.has("from") && !bank {
		return usage("command.usage.foreign", "Option", "--from", "Command", "import "+string(target))
	}
	if s.call.has("lines") && target != sheet.Orders {
		return usage("command.usage.lines")
	}
	return nil
}

// importCatalogue brings in products with all that belongs to them.
func (s *session) importCatalogue(path string) error {
	from, err := sheet.OpenCatalogue(path)
	if err != nil {
		return in(path, err)
	}
	defer func() { _ = from.Close() }() // only read from
	open := s.writing
	if s.call.on("dry-run") {
		open = s.trying
	}
	return open(func(st *store.Store) error {
		o := store.ImportOptions{DryRun: s.call.on("dry-run"), Source: filepath.Base(path), Progress: s.counter()}
		report, err := intake.ImportCatalogue(s.ctx, st, from, o)
		return s.imported(path, sheet.Products, report, err)
	})
}

// importRows imports the rows, and the pictures that rows of products name, in one transaction.
func (s *session) importRows(st *store.Store, path string, target sheet.Target, from intake.Rows) (data.ImportReport, error) {
	o := store.ImportOptions{DryRun: s.call.on("dry-run"), Source: filepath.Base(path), Progress: s.counter()}
	return intake.Import(s.ctx, st, target, from, filepath.Dir(path), o)
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
	o.Map, err = sheet.ReadMap(f)
	o.Map.File = name
	return o, in(name, err)
}

// opened is a file to import, and the one with the lines where there is one.
type opened struct {
	heads, lines *sheet.File
}

func (s *session) openRows(path string, target sheet.Target, o sheet.Options) (f opened, err error) {
	if f.heads, err = openSheet(path, target, o); err != nil || !s.call.has("lines") {
		return f, err
	}
	if f.lines, err = openSheet(s.call.option("lines"), target, o); err != nil {
		_ = f.heads.Close() // the other file's fault is the one to tell
	}
	return f, err
}

func (f opened) rows() intake.Rows {
	if f.lines == nil {
		return f.heads.Rows()
	}
	return sheet.Join(f.heads, f.lines)
}

// close lets go of files that were only read from.
func (f opened) close() {
	_ = f.heads.Close()
	if f.lines != nil {
		_ = f.lines.Close()
	}
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
	Warnings []spoken `json:"warnings"`
	Problems []spoken `json:"problems"`
}

// imported tells what an import did, or why it did nothing.
func (s *session) imported(path string, target sheet.Target, report data.ImportReport, err error) error {
	problems := report.Problems
	if found := (data.Problems{}); errors.As(err, &found) && len(problems) == 0 {
		problems = found
	} else if err != nil && len(found) == 0 {
		return in(path, err)
	}
	answer := imported{target, path, s.call.on("dry-run"), report, s.doubts(path, report, len(problems) > 0), s.tell(s.sentences(path, problems))}
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

// doubts tells what looks wrong with the records of an import, as many as the report keeps. Beside rows that are refused
// it stands in the answer only: what must be mended comes first.
func (s *session) doubts(path string, report data.ImportReport, refused bool) []spoken {
	found := s.sentences(path, report.Warnings)
	if refused {
		return found
	}
	if rest := report.Warned - len(found); rest > 0 {
		defer func() { fmt.Fprintln(s.Err, s.t("command.import.more", "Count", rest)) }()
	}
	return s.warn(found)
}
