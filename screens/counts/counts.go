// Package counts is the screen of stock-takes: what is counted where, entering the counts by keyboard and scanner, sheets out and
// in, differences with their reasons, and posting them.
package counts

import (
	"context"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Program is what the screen asks of the window around it.
type Program struct {
	// Sheet makes the sheet of a stock-take in the window's language, as "pdf" or "xlsx", and says what its file is called.
	Sheet func(ctx context.Context, take data.StockTake, blind bool, format string) (name string, file []byte, err error)
	Print func(ctx context.Context, pdf []byte, title string) error
	// Reasons are the words by which reasons are known on sheets, in every language.
	Reasons func() (map[string]data.CountReason, error)
}

// Screen shows the stock-takes on the left and the lines of the chosen one on the right.
type Screen struct {
	Finder *kit.Finder[data.StockTake]

	host    *kit.Host
	store   *store.Store
	program Program
	record  *fyne.Container
	loader  *kit.Loader[view]
	sums    *kit.Loader[data.StockTakeSum]
	pages   *kit.Loader[[]data.StockTakeRow]
	view    view
	open    bool
	lines   *lines
	buttons buttons
	asked   *asking // the newest question with a form
	content fyne.CanvasObject
}

// buttons are the actions on top.
type buttons struct{ drop, excel, pdf, print, read, post *kit.Button }

// view is what the screen knows of the stock-take shown.
type view struct {
	take       data.StockTake
	sum        data.StockTakeSum
	rows       []data.StockTakeRow
	warehouses []data.Warehouse
	home       data.Currency
}

// New returns the screen with the first page of stock-takes on its way.
func New(host *kit.Host, st *store.Store, program Program) *Screen {
	s := &Screen{host: host, store: st, program: program, record: container.NewStack(), loader: kit.NewLoader[view](host)}
	s.sums, s.pages = kit.NewLoader[data.StockTakeSum](host), kit.NewLoader[[]data.StockTakeRow](host)
	t := host.T
	s.lines = newLines(s)
	s.Finder = kit.NewFinder(host, t("count.search"), s.find, func(one data.StockTake) string { return one.No }, s.line)
	s.Finder.OnChosen = func(one data.StockTake) { s.Open(one.No) }
	s.Finder.WhenEmpty(t("count.none"), kit.NewButton(t("count.new"), theme.ContentAddIcon(), s.New))
	s.buttons = buttons{
		drop:  kit.NewButton(t("count.drop"), nil, s.askDrop),
		excel: kit.NewButton(t("count.excel"), theme.GridIcon(), func() { s.askSheet(s.save) }),
		pdf:   kit.NewButton(t("count.save_pdf"), theme.DocumentIcon(), func() { s.askSheet(s.savePDF) }),
		print: kit.NewButton(t("count.print"), theme.DocumentPrintIcon(), func() { s.askSheet(s.print) }),
		read:  kit.NewButton(t("count.read"), theme.FolderOpenIcon(), s.chooseSheet),
		post:  kit.NewButton(t("count.post"), theme.ConfirmIcon(), s.askPost).Main(),
	}
	b := s.buttons
	add := kit.NewButton(t("screen.new"), theme.ContentAddIcon(), s.New)
	s.content = kit.Page(t("count.title"), []fyne.CanvasObject{b.drop, b.excel, b.pdf, b.print, b.read, add, b.post}, kit.Thirds(s.Finder.Content, s.record))
	s.close()
	s.Finder.Reload()
	return s
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Reload asks the store again.
func (s *Screen) Reload() {
	s.Finder.Reload()
	if s.open {
		s.show(s.view.take.No, func() {})
	}
}

// Dirty is never true: every count is kept when it is entered.
func (s *Screen) Dirty() bool { return false }

// Keep has nothing to save.
func (s *Screen) Keep(then func()) { then() }

// New asks what is to be counted.
func (s *Screen) New() { s.askOpen() }

// Find gives the search box the keyboard.
func (s *Screen) Find() { s.Finder.Focus() }

// Chosen returns the number of the stock-take shown, "" for none.
func (s *Screen) Chosen() string {
	if !s.open {
		return ""
	}
	return s.view.take.No
}

// Open shows the stock-take with this number, ready to be counted.
func (s *Screen) Open(no string) {
	if no == "" {
		return
	}
	s.lines.reset()
	s.show(no, func() { s.lines.choose(0, s.view.take.State == data.TakeOpen) })
}

// Pick opens the n-th row of the list, as a tap on it does.
func (s *Screen) Pick(n int) { s.Finder.List.Select(n) }

// Act does the n-th action on top, as a tap on it does: drop, Excel, PDF, print, read, post.
func (s *Screen) Act(n int) {
	b := s.buttons
	[]*kit.Button{b.drop, b.excel, b.pdf, b.print, b.read, b.post}[n].OnTapped()
}

// Scan does what a scanner does: it types a code and Enter.
func (s *Screen) Scan(code string) {
	s.lines.scan.SetText(code)
	s.lines.scanned()
}

// Only shows the lines that nobody counted, or those that differ.
func (s *Screen) Only(different bool) {
	n := 0
	if different {
		n = 1
	}
	s.lines.only.Box(n).SetChecked(true)
}

// find returns a page of stock-takes.
func (s *Screen) find(ctx context.Context, words, after string) ([]data.StockTake, error) {
	return s.store.StockTakes.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize})
}

// line is a stock-take in the list.
func (s *Screen) line(t data.StockTake) kit.Line {
	word, tone := s.state(t.State)
	return kit.Line{Code: t.No, Title: s.place(t.Warehouse), Right: s.host.Date(string(t.Date)), State: word, Tone: tone}
}

// words are those of reports, in the window's language.
func (s *Screen) words() document.Words {
	return document.Words{Lang: s.host.Lang(), T: s.host.T, Date: func(d data.Date) string { return s.host.Date(string(d)) }}
}

// state is the word and tone of a state.
func (s *Screen) state(state data.StockTakeState) (string, kit.Tone) {
	word := document.TakeStateWord(s.words(), state)
	switch state {
	case data.TakePosted:
		return word, kit.Good
	case data.TakeDropped:
		return word, kit.Plain
	}
	return word, kit.Info
}

// show shows a stock-take with its first lines, and goes on to then.
func (s *Screen) show(no string, then func()) {
	q := s.lines.query()
	q.Limit = max(q.Limit, len(s.view.rows))
	s.loader.Load(func(ctx context.Context) (v view, err error) { return s.read(ctx, no, q) }, func(v view, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.view, s.open = v, true
		s.draw()
		s.Finder.Mark(v.take.No)
		then()
	})
}

// read asks the store for all of a stock-take.
func (s *Screen) read(ctx context.Context, no string, q store.TakeQuery) (v view, err error) {
	if v.take, err = s.store.StockTakes.ByNo(ctx, no); err != nil {
		return v, err
	}
	if v.sum, err = s.store.StockTakes.Sum(ctx, no, false); err != nil {
		return v, err
	}
	if v.rows, err = s.store.StockTakes.Rows(ctx, v.take.ID, q); err != nil {
		return v, err
	}
	c, err := s.store.Company.Get(ctx)
	if err != nil {
		return v, err
	}
	v.home = c.Home()
	v.warehouses, err = s.store.Warehouses.All(ctx)
	return v, err
}

// close takes the record away.
func (s *Screen) close() {
	s.open, s.view = false, view{}
	s.record.Objects = []fyne.CanvasObject{kit.Nothing(s.host.T("count.choose"), nil)}
	s.record.Refresh()
	s.enable()
}

// enable lets those actions be done that the stock-take shown allows.
func (s *Screen) enable() {
	counting := s.open && s.view.take.State == data.TakeOpen
	for b, on := range map[*kit.Button]bool{
		s.buttons.drop: counting, s.buttons.read: counting, s.buttons.post: counting, s.buttons.excel: s.open, s.buttons.pdf: s.open, s.buttons.print: s.open,
	} {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}
