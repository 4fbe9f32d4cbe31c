// Package imports is the screen that brings in the files merchants already have: it shows what a file would do before
// anything is done, lets columns be matched by hand, and takes an import back.
package imports

import (
	"context"
	"errors"
	"strings"

	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

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
	{sheet.ListingFigures, "showcase.import"},
	{sheet.Keywords, "keyword.title"},
	{sheet.Markets, "rules.markets"},
	{sheet.WordLists, "rules.word_lists"},
	{sheet.ElementLists, "rules.element_lists"},
	{sheet.CertificateRules, "certificate.rules"},
	{sheet.RateCards, "freight.cards"},
}

// Screen shows the file's columns on the left and what the import would do on the right.
type Screen struct {
	host  *kit.Host
	store *store.Store
	leave func() // back to where the merchant came from

	files   files
	assumed assumption
	target  *kit.Picker[sheet.Target]
	match   *matching
	table   *kit.Table[row]
	sum     *kit.Paragraph
	file    *kit.Paragraph
	choose  *kit.Button
	second  *kit.Button // the file with the lines of orders
	run     *kit.Button
	body    *fyne.Container
	side    *fyne.Container
	loader  *kit.Loader[checked]
	report  data.ImportReport
	content fyne.CanvasObject
}

// New returns the screen for files of target; leave goes back to where the merchant came from.
func New(host *kit.Host, st *store.Store, target sheet.Target, leave func()) *Screen {
	s := &Screen{host: host, store: st, leave: leave, loader: kit.NewLoader[checked](host)}
	t := host.T
	s.target = kit.NewPicker(host, targetOptions(host))
	kit.SetIn(s.target, targetOptions(host), target)
	s.target.OnChanged = func() {
		s.files.heads.columns, s.files.lines = map[string]int{}, source{}
		s.check()
	}
	s.match = newMatching(host, func(file int, field string, column int) {
		s.files.all()[file].columns[field] = column
		s.check()
	})
	s.table = newTable(host)
	s.table.OnChosen = func(_ int, r row) {
		s.table.List.UnselectAll()
		if r.what != "" {
			host.Tell(r.title(host), r.what)
		}
	}
	s.sum, s.file = kit.NewParagraph(""), kit.NewHint("")
	s.choose = kit.NewButton(t("screen.import.choose"), theme.FolderOpenIcon(), func() { host.OpenFile(kit.Tables, s.Load) })
	s.run = kit.NewButton(t("screen.import.run"), theme.ConfirmIcon(), s.Run).Main()
	s.second = kit.NewButton(t("screen.import.lines"), theme.FolderOpenIcon(), func() { host.OpenFile(kit.Tables, s.LoadLines) })
	s.second.Hide()
	back := kit.NewButton(t("screen.back"), theme.NavigateBackIcon(), leave)
	s.body = container.NewStack()
	s.content = kit.Page(t("screen.import.title"), []fyne.CanvasObject{kit.Wide(200, s.target), back, s.choose, s.second, s.run}, s.body)
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

// assumption is what files of one kind say where they don't say it themselves.
type assumption struct {
	target   sheet.Target
	values   map[string]string // by our fields
	sentence string
}

// Assume takes values for fields that a file of the chosen kind doesn't have, or leaves empty; sentence tells the reader so.
func (s *Screen) Assume(values map[string]string, sentence string) {
	s.assumed = assumption{s.target.Value(), values, sentence}
}

// from is what is read, with what is assumed about it.
func (s *Screen) from() files {
	f := s.files
	if s.assumed.target == s.target.Value() {
		f.assumed = s.assumed.values
	}
	return f
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
	choose := kit.NewButton(s.host.T("screen.import.choose"), theme.FolderOpenIcon(), func() { s.host.OpenFile(kit.Tables, s.Load) }).Main()
	s.body.Objects = []fyne.CanvasObject{kit.Nothing(s.host.T("screen.import.none"), choose)}
	s.body.Refresh()
}

// Load looks at the file at path.
func (s *Screen) Load(path string) {
	s.files = files{heads: sourceAt(path)}
	s.side = kit.Frame(kit.Pad(kit.Medium, kit.Large, kit.Pile(kit.Tight, s.file, s.sum)), nil, nil, nil, s.table.Content)
	s.body.Objects = []fyne.CanvasObject{kit.Thirds(s.match.content, s.side)}
	s.body.Refresh()
	s.check()
}

// LoadLines looks at the file at path as the lines of the orders whose heads are loaded.
func (s *Screen) LoadLines(path string) {
	s.files.heads.columns, s.files.lines = map[string]int{}, sourceAt(path)
	s.check()
}

// check tries the import without writing anything, in the background.
func (s *Screen) check() {
	if s.files.heads.path == "" {
		return
	}
	s.run.Disable()
	from, target := s.from(), s.target.Value()
	s.loader.Load(func(ctx context.Context) (checked, error) { return from.try(ctx, s.store, target) },
		func(c checked, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.show(c)
		})
}

func (s *Screen) show(c checked) {
	s.report = c.report
	t := s.host.T
	var names []string
	for _, one := range c.parts {
		names = append(names, s.described(one))
	}
	if s.from().assumed != nil {
		names = append(names, s.assumed.sentence)
	}
	tail := t("screen.import.ready")
	switch {
	case len(c.bad) > 0:
		tail = t("screen.import.mend")
	case c.report.New+c.report.Changed == 0:
		tail = t("screen.import.same")
	default:
		s.run.Enable()
	}
	s.file.SetText(strings.Join(names, "\n"))
	if c.report.Warned > 0 {
		tail = kit.Sentences(t("screen.import.doubts.sentence", "Count", c.report.Warned), tail)
	}
	s.sum.SetText(kit.Sentences(t("screen.import.sum", "New", c.report.New, "Changed", c.report.Changed,
		"Unchanged", c.report.Unchanged, "Refused", refused(c)), tail))
	s.second.Hidden = s.target.Value() != sheet.Orders
	s.content.Refresh()
	s.side.Refresh()
	if c.whole {
		s.match.showWhole()
	} else {
		s.match.show(s.target.Value(), c.parts)
	}
	s.table.Set(rows(s.host, c))
}

// described is a file's name and how it is written.
func (s *Screen) described(p part) string {
	format := p.format.Kind
	switch {
	case p.format.Sheet != "":
		format = s.host.T("screen.import.sheet", "Sheet", p.format.Sheet)
	case p.format.Encoding != "":
		format = s.host.T("screen.import.csv", "Encoding", strings.ToUpper(p.format.Encoding))
	}
	return s.host.T("screen.import.file", "File", p.name, "Format", format)
}

// refused counts the rows that have problems.
func refused(c checked) int {
	type place struct {
		file string
		row  int
	}
	seen := map[place]bool{}
	for _, p := range c.bad {
		seen[place{p.File, p.Row}] = true
	}
	return max(c.report.Refused, len(seen))
}

// Run imports the file, whole or not at all.
func (s *Screen) Run() {
	if s.run.Disabled() {
		return
	}
	from, target, total := s.from(), s.target.Value(), s.report.Rows
	kit.Progress(s.host, s.host.T("screen.import.running"), func(ctx context.Context, tick kit.Tick) (data.ImportReport, error) {
		all, err := from.open(target, false)
		if err != nil {
			return data.ImportReport{}, err
		}
		defer all.close()
		return from.into(ctx, s.store, target, all, store.ImportOptions{
			Progress: func(done int) { tick(done, total) },
		})
	}, s.done)
}

func (s *Screen) done(r data.ImportReport, err error) {
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
	if r.Warned > 0 {
		notice += " · " + t("screen.import.doubts", "Count", r.Warned)
	}
	s.host.Notice(notice, func() { s.undo(r) })
}

// undo takes the whole import back; a cancelled one stays as it is.
func (s *Screen) undo(r data.ImportReport) {
	kit.Progress(s.host, s.host.T("screen.undo.running"),
		func(ctx context.Context, tick kit.Tick) (bool, error) {
			return true, s.store.Journal.UndoTelling(ctx, r.Batch, tick)
		},
		func(_ bool, err error) {
			switch {
			case errors.Is(err, context.Canceled):
				s.host.Notice(s.host.T("screen.undo.cancelled"), func() { s.undo(r) })
			case err != nil:
				s.host.ShowError(err)
			default:
				s.leave()
				s.host.Notice(s.host.T("screen.undone"), nil)
			}
		})
}
