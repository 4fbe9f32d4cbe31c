// Package imports is the screen that brings in the files merchants already have: it shows what a file would do before
// anything is done, lets columns be matched by hand, and takes an import back.
package imports

import (
	"context"
	"errors"
	"path/filepath"

	"tradewind/data"
	"tradewind/data/intake"
	"tradewind/data/sheet"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// endings are the files offered.
var endings = []string{".csv", ".xlsx", ".txt", ".tsv", ".CSV", ".XLSX"}

// targets are what can be imported, with the keys of their words.
var targets = []struct {
	target sheet.Target
	word   string
}{
	{sheet.Products, "screen.import.products"},
	{sheet.Partners, "screen.import.partners"},
	{sheet.Orders, "screen.import.orders"},
	{sheet.Stock, "screen.import.stock"},
	{sheet.Rates, "screen.import.rates"},
}

// Screen shows the file's columns on the left and what the import would do on the right.
type Screen struct {
	host  *kit.Host
	store *store.Store
	leave func() // back to where the merchant came from

	path    string
	columns map[string]int // our field: column, as matched by hand
	target  *kit.Picker[sheet.Target]
	match   *matching
	table   *kit.Table[row]
	sum     *kit.Paragraph
	file    *kit.Paragraph
	choose  *kit.Button
	run     *kit.Button
	body    *fyne.Container
	side    *fyne.Container
	loader  *kit.Loader[checked]
	report  data.ImportReport
	content fyne.CanvasObject
}

// New returns the screen for files of target; leave goes back to where the merchant came from.
func New(host *kit.Host, st *store.Store, target sheet.Target, leave func()) *Screen {
	s := &Screen{host: host, store: st, leave: leave, columns: map[string]int{}, loader: kit.NewLoader[checked](host)}
	t := host.T
	s.target = kit.NewPicker(host, targetOptions(host))
	kit.SetIn(s.target, targetOptions(host), target)
	s.target.OnChanged = func() {
		s.columns = map[string]int{}
		s.check()
	}
	s.match = newMatching(host, func(field string, column int) {
		s.columns[field] = column
		s.check()
	})
	s.table = newTable(host)
	s.sum, s.file = kit.NewParagraph(""), kit.NewHint("")
	s.choose = kit.NewButton(t("screen.import.choose"), theme.FolderOpenIcon(), func() { host.OpenFile(endings, s.Load) })
	s.run = kit.NewButton(t("screen.import.run"), theme.ConfirmIcon(), s.Run).Main()
	back := kit.NewButton(t("screen.back"), theme.NavigateBackIcon(), leave)
	s.body = container.NewStack()
	s.content = kit.Page(t("screen.import.title"), []fyne.CanvasObject{kit.Wide(200, s.target), back, s.choose, s.run}, s.body)
	s.reset()
	return s
}

func targetOptions(host *kit.Host) []kit.Option[sheet.Target] {
	var options []kit.Option[sheet.Target]
	for _, one := range targets {
		options = append(options, kit.Option[sheet.Target]{Value: one.target, Name: host.T(one.word)})
	}
	return options
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Reload checks the file again.
func (s *Screen) Reload() { s.check() }

// Dirty reports false: nothing is typed here.
func (s *Screen) Dirty() bool { return false }

// Keep imports, as Ctrl+S keeps on other screens.
func (s *Screen) Keep(then func()) { s.Run() }

// New chooses another file.
func (s *Screen) New() { s.choose.Tapped(nil) }

// Find gives the keyboard to what comes next: choosing a file, or importing it.
func (s *Screen) Find() {
	if s.run.Disabled() {
		s.host.Focus(s.choose)
		return
	}
	s.host.Focus(s.run)
}

// reset shows what to do while there is no file.
func (s *Screen) reset() {
	s.run.Disable()
	choose := kit.NewButton(s.host.T("screen.import.choose"), theme.FolderOpenIcon(), func() { s.host.OpenFile(endings, s.Load) }).Main()
	s.body.Objects = []fyne.CanvasObject{kit.Nothing(s.host.T("screen.import.none"), choose)}
	s.body.Refresh()
}

// Load looks at the file at path.
func (s *Screen) Load(path string) {
	s.path, s.columns = path, map[string]int{}
	s.side = kit.Frame(kit.Pad(kit.Medium, kit.Large, kit.Pile(kit.Tight, s.file, s.sum)), nil, nil, nil, s.table.Content)
	s.body.Objects = []fyne.CanvasObject{kit.Thirds(s.match.content, s.side)}
	s.body.Refresh()
	s.check()
}

// checked is what is known of a file before it is imported.
type checked struct {
	format  sheet.Format
	columns []sheet.Column
	report  data.ImportReport
	bad     data.Problems
}

// check tries the import without writing anything, in the background.
func (s *Screen) check() {
	if s.path == "" {
		return
	}
	s.run.Disable()
	path, target, o := s.path, s.target.Value(), s.options()
	s.loader.Load(func(ctx context.Context) (checked, error) { return try(ctx, s.store, path, target, o) },
		func(c checked, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.show(c)
		})
}

func (s *Screen) options() sheet.Options {
	o := sheet.Options{}
	if len(s.columns) > 0 {
		o.Columns = s.columns
	}
	return o
}

// try opens the file and asks the store what it would do. A file whose columns don't suffice is opened once more
// without that demand, so that they can be matched by hand.
func try(ctx context.Context, st *store.Store, path string, target sheet.Target, o sheet.Options) (checked, error) {
	f, err := sheet.Open(path, target, o)
	var bad data.Problems
	if errors.As(err, &bad) {
		o.Joined = true
		if f, err = sheet.Open(path, target, o); err != nil {
			return checked{bad: bad}, nil
		}
		defer func() { _ = f.Close() }() // only read from
		return checked{format: f.Format(), columns: f.Columns(), bad: bad}, nil
	}
	if err != nil {
		return checked{}, err
	}
	defer func() { _ = f.Close() }() // only read from
	c := checked{format: f.Format(), columns: f.Columns()}
	c.report, _, err = intake.Import(ctx, st, target, f.Rows(), filepath.Dir(path), store.ImportOptions{DryRun: true, Source: filepath.Base(path)})
	if errors.As(err, &c.bad) {
		err = nil
	}
	if len(c.bad) == 0 {
		c.bad = c.report.Problems
	}
	f.Sort(c.bad)
	return c, err
}

func (s *Screen) show(c checked) {
	s.report = c.report
	t := s.host.T
	format := c.format.Kind
	switch {
	case c.format.Sheet != "":
		format = t("screen.import.sheet", "Sheet", c.format.Sheet)
	case c.format.Encoding != "":
		format = t("screen.import.csv", "Encoding", c.format.Encoding)
	}
	s.file.SetText(t("screen.import.file", "File", filepath.Base(s.path), "Format", format))
	s.sum.SetText(t("screen.import.sum", "New", c.report.New, "Changed", c.report.Changed,
		"Unchanged", c.report.Unchanged, "Refused", refused(c)))
	s.side.Refresh()
	s.match.show(s.target.Value(), c.columns)
	s.table.Set(rows(s.host, c))
	if len(c.bad) == 0 && c.report.New+c.report.Changed > 0 {
		s.run.Enable()
	}
}

// refused counts the rows that have problems.
func refused(c checked) int {
	seen := map[int]bool{}
	for _, p := range c.bad {
		seen[p.Row] = true
	}
	return max(c.report.Refused, len(seen))
}

// Run imports the file, whole or not at all.
func (s *Screen) Run() {
	if s.run.Disabled() {
		return
	}
	path, target, o := s.path, s.target.Value(), s.options()
	kit.Progress(s.host, s.host.T("screen.import.running"), func(ctx context.Context, tick kit.Tick) (imported, error) {
		f, err := sheet.Open(path, target, o)
		if err != nil {
			return imported{}, err
		}
		defer func() { _ = f.Close() }() // only read from
		total := s.report.Rows
		report, pictureless, err := intake.Import(ctx, s.store, target, f.Rows(), filepath.Dir(path), store.ImportOptions{
			Source: filepath.Base(path), Progress: func(done int) { tick(done, total) },
		})
		return imported{report, len(pictureless)}, err
	}, s.done)
}

// imported is what an import did, and how many pictures it couldn't find or read.
type imported struct {
	data.ImportReport
	pictureless int
}

func (s *Screen) done(r imported, err error) {
	t := s.host.T
	switch {
	case errors.Is(err, context.Canceled):
		s.host.Notice(t("screen.import.cancelled"), nil)
		return
	case err != nil:
		s.host.ShowError(err)
		s.check()
		return
	}
	s.leave()
	notice := t("screen.import.done", "New", r.New, "Changed", r.Changed)
	if r.pictureless > 0 {
		notice += " " + t("screen.import.pictureless", "Count", r.pictureless)
	}
	s.host.Notice(notice, func() { s.undo(r.ImportReport) })
}

// undo takes the whole import back.
func (s *Screen) undo(r data.ImportReport) {
	kit.Run(s.host, nil,
		func(ctx context.Context) (bool, error) { return true, s.store.Journal.Undo(ctx, r.Batch) },
		func(_ bool, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.leave()
			s.host.Notice(s.host.T("screen.undone"), nil)
		})
}
