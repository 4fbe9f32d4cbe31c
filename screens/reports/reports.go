// Package reports is the screen of reports: which one, of which days and of whom, as figures in the window, as PDF, as Excel and on
// the printer. Which reports there are is said by who makes the screen.
package reports

import (
	"context"
	"os"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Question says which report is wanted, of which days and which warehouse.
type Question struct {
	Kind      string    // one of those offered
	On        data.Date // the day it speaks of
	From, To  data.Date // both days inside
	Warehouse *string   // nil: all
	Customer  string    // the code
}

// Offer is a report that can be chosen, and what is asked about it. One that asks for nothing is of today.
type Offer struct {
	Kind     string
	Word     string // the key of its name
	Day      bool
	Period   bool
	Place    bool
	Customer bool
}

// Extra is something else that can be done on the screen, such as importing; done shows the report anew.
type Extra struct {
	Word string // the key of its name
	Icon fyne.Resource
	Do   func(done func())
}

// Program is what the screen asks of the window around it.
type Program struct {
	Title  string                                                                                // its key
	Offers []Offer                                                                               // the first is shown first
	Extras []Extra                                                                               // in the order of their buttons
	Report func(ctx context.Context, q Question) (document.Report, error)                        // in the window's language
	File   func(ctx context.Context, q Question, format string) (name string, b []byte, e error) // as "pdf" or "xlsx"
	Print  func(ctx context.Context, pdf []byte, title string) error
	Places func(ctx context.Context) ([]string, error) // codes of warehouses; needed where an offer asks for a place

	Customers kit.FindPartners // needed where an offer asks for one
}

// Screen asks at the top which report, and shows its figures below.
type Screen struct {
	host    *kit.Host
	program Program
	form    *kit.Form
	kind    *kit.Picker[string]
	where   *kit.Picker[string]
	whom    *kit.Picker[data.Partner]
	on      *kit.DateEntry
	from    *kit.DateEntry
	to      *kit.DateEntry
	body    *fyne.Container
	foot    *kit.Paragraph
	loader  *kit.Loader[figures]
	shown   figures
	top     *fyne.Container
	excel   *kit.Button
	pdf     *kit.Button
	print   *kit.Button
	content fyne.CanvasObject
}

// mostRows is how many rows the window shows; files have them all.
const mostRows = 2000

// figures is a report as the window shows it: its first rows and the sums of all of them.
type figures struct {
	report document.Report
	rows   [][]document.Value
	sums   []document.GroupSum
	count  int
}

// New returns the screen with what stock is worth today on its way.
func New(host *kit.Host, program Program) *Screen {
	s := &Screen{host: host, program: program, body: container.NewStack(), foot: kit.NewHint(""), loader: kit.NewLoader[figures](host)}
	t := host.T
	s.form = kit.NewPart(host)
	s.kind = kit.NewPicker(host, s.kinds())
	s.kind.Set(s.kinds()[0])
	s.where = kit.NewAsking(host, s.places)
	s.where.Set(kit.Option[string]{Value: allPlaces, Name: t("report.warehouse.all")})
	s.whom = kit.NewPartnerPicker(host, program.Customers)
	s.on, s.from, s.to = s.form.NewDate("on"), s.form.NewDate("from"), s.form.NewDate("to")
	today := host.Today()
	s.on.Set(today)
	s.from.Set(today[:len("2006-01-")] + "01")
	s.to.Set(today)
	s.kind.OnChanged = func() { s.place(); s.Reload() }
	s.where.OnChanged, s.whom.OnChanged = s.Reload, s.Reload
	for _, e := range []*kit.DateEntry{s.on, s.from, s.to} {
		e.OnSubmitted = func(string) { s.Reload() }
		left := e.OnFocusLost
		e.OnFocusLost = func() { left(); s.again() }
	}
	s.excel = kit.NewButton(t("count.excel"), theme.GridIcon(), func() { s.save("xlsx", s.excel) })
	s.pdf = kit.NewButton(t("paper.as_pdf"), theme.DocumentSaveIcon(), func() { s.save("pdf", s.pdf) })
	s.print = kit.NewButton(t("count.print"), theme.DocumentPrintIcon(), s.printIt).Main()
	s.top = container.NewStack()
	s.place()
	head := kit.Frame(nil, kit.Hairline(), nil, nil, kit.Pad(kit.Medium, kit.Large, s.top))
	foot := kit.Frame(kit.Hairline(), nil, nil, nil, kit.Pad(kit.Small, kit.Large, s.foot))
	s.content = kit.Page(t(program.Title), append(s.extras(), s.excel, s.pdf, s.print), kit.Frame(head, foot, nil, nil, s.body))
	s.Reload()
	return s
}

// kinds are the reports offered.
func (s *Screen) kinds() (list []kit.Option[string]) {
	for _, o := range s.program.Offers {
		list = append(list, kit.Option[string]{Value: o.Kind, Name: s.host.T(o.Word)})
	}
	return list
}

// offer is the report chosen.
func (s *Screen) offer() Offer {
	for _, o := range s.program.Offers {
		if o.Kind == s.kind.Value() {
			return o
		}
	}
	return Offer{}
}

// extras are the buttons for something else.
func (s *Screen) extras() (buttons []fyne.CanvasObject) {
	for _, one := range s.program.Extras {
		buttons = append(buttons, kit.NewButton(s.host.T(one.Word), one.Icon, func() { one.Do(s.Reload) }))
	}
	return buttons
}

// allPlaces stands for all warehouses, whose main one has no code.
const allPlaces = "\x00"

// places are the warehouses that words fit.
func (s *Screen) places(ctx context.Context, words string) ([]kit.Option[string], error) {
	codes, err := s.program.Places(ctx)
	if err != nil {
		return nil, err
	}
	options := []kit.Option[string]{{Value: allPlaces, Name: s.host.T("report.warehouse.all")}, {Name: s.host.T("report.warehouse.main")}}
	for _, code := range codes {
		one := kit.Option[string]{Value: code, Code: code}
		if code == data.InTransit {
			one = kit.Option[string]{Value: code, Name: s.host.T("report.warehouse.way")}
		}
		options = append(options, one)
	}
	return kit.Rank(options, words), nil
}

// place shows the fields that the report chosen needs.
func (s *Screen) place() {
	s.form = kit.NewPart(s.host)
	s.form.Add(kit.Field{ID: "kind", Label: "stockreport.kind", Span: kit.Quarter, Control: s.kind})
	o := s.offer()
	if o.Customer {
		s.form.Add(kit.Field{ID: "customer", Label: "money.customer", Span: kit.Quarter, Control: s.whom})
	}
	if o.Period {
		s.form.Add(
			kit.Field{ID: "from", Label: "report.from", Span: kit.Quarter, Control: s.from},
			kit.Field{ID: "to", Label: "report.to", Span: kit.Quarter, Control: s.to},
		)
	}
	if o.Day {
		s.form.Add(kit.Field{ID: "on", Label: "report.on", Span: kit.Quarter, Control: s.on})
	}
	if o.Place {
		s.form.Add(kit.Field{ID: "warehouse", Label: "report.warehouse", Span: kit.Quarter, Control: s.where})
	}
	s.top.Objects = []fyne.CanvasObject{s.form.Content}
	s.top.Refresh()
}

// question reads the fields.
func (s *Screen) question() (Question, error) {
	var bad data.Problems
	o := s.offer()
	q := Question{Kind: o.Kind, On: s.host.Today()}
	if o.Customer {
		if q.Customer = s.whom.Value().Code; q.Customer == "" {
			bad.Add("customer", "money.problem.customer")
		}
	}
	s.days(o, &q, &bad)
	if place := s.where.Value(); o.Place && s.where.Filled() && place != allPlaces {
		q.Warehouse = &place
	}
	return q, bad.Err()
}

// days reads the days that a report asks for.
func (s *Screen) days(o Offer, q *Question, bad *data.Problems) {
	switch {
	case o.Period:
		q.From, q.To = s.from.Read("from", bad), s.to.Read("to", bad)
		if len(*bad) == 0 && (q.From == "" || q.To == "" || q.From > q.To) {
			bad.Add("from", "stockreport.problem.period")
		}
		q.On = q.To
	case o.Day:
		if q.On = s.on.Read("on", bad); q.On == "" && len(*bad) == 0 {
			bad.Add("on", "problem.required")
		}
	}
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Dirty is never true: nothing is edited here.
func (s *Screen) Dirty() bool { return false }

// Keep has nothing to save.
func (s *Screen) Keep(then func()) { then() }

// New has nothing to begin.
func (s *Screen) New() {}

// Find gives the choice of report the keyboard.
func (s *Screen) Find() { s.host.Focus(s.kind) }

// Choose shows another report.
func (s *Screen) Choose(kind string) {
	for _, o := range s.kinds() {
		if o.Value == kind {
			s.kind.Set(o)
			s.kind.OnChanged()
		}
	}
}

// Reload makes the report anew. Of nobody there is none yet: the screen says so and waits.
func (s *Screen) Reload() {
	if s.offer().Customer && s.whom.Value().Code == "" {
		s.form.Clear()
		s.shown = figures{report: document.Report{Empty: s.host.T("money.statement.whom")}}
		s.draw()
		for _, b := range []*kit.Button{s.excel, s.pdf, s.print} {
			b.Disable()
		}
		return
	}
	q, err := s.question()
	if err != nil {
		s.form.Complain(err)
		return
	}
	s.form.Clear()
	s.loader.Load(func(ctx context.Context) (figures, error) { return s.read(ctx, q) }, func(f figures, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.shown = f
		s.draw()
	})
}

// again makes the report anew where its days were changed and left.
func (s *Screen) again() {
	q, err := s.question()
	if err == nil && (s.offer().Period && q.From != s.shown.from() || q.On != s.shown.report.Date) {
		s.Reload()
	}
}

// from is the first day of a report of movements.
func (f figures) from() data.Date {
	for _, one := range f.report.Facts {
		if one.ID == "from" {
			return data.Date(one.Plain)
		}
	}
	return ""
}

// read makes the report and reads all its rows, of which it keeps those that are shown.
func (s *Screen) read(ctx context.Context, q Question) (f figures, err error) {
	if f.report, err = s.program.Report(ctx, q); err != nil {
		return f, err
	}
	sums := f.report.NewSums()
	err = f.report.Rows(func(row []document.Value) error {
		sums.Add(row)
		if f.count++; f.count <= mostRows {
			f.rows = append(f.rows, append([]document.Value(nil), row...))
		}
		return ctx.Err()
	})
	if f.count > 0 {
		f.sums = sums.Rows()
	}
	return f, err
}

// save writes the report as a file.
func (s *Screen) save(format string, trigger *kit.Button) {
	s.make(format, trigger, func(made file) {
		s.host.SaveFile(made.name, func(path string) {
			kit.Run(s.host, trigger, func(context.Context) (bool, error) { return true, os.WriteFile(path, made.bytes, 0o600) }, func(_ bool, err error) {
				if err != nil {
					s.host.ShowError(err)
					return
				}
				s.host.Notice(s.host.T("paper.saved", "Path", path), nil)
			})
		})
	})
}

// printIt hands the report to the printer.
func (s *Screen) printIt() {
	s.make("pdf", s.print, func(made file) {
		kit.Run(s.host, s.print, func(ctx context.Context) (bool, error) { return true, s.program.Print(ctx, made.bytes, made.name) }, func(_ bool, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.host.Notice(s.host.T("paper.printed"), nil)
		})
	})
}

// file is a report ready to be written or printed.
type file struct {
	name  string
	bytes []byte
}

// make makes the file of the report chosen and hands it on.
func (s *Screen) make(format string, trigger *kit.Button, done func(file)) {
	q, err := s.question()
	if err != nil {
		s.form.Complain(err)
		return
	}
	kit.Run(s.host, trigger, func(ctx context.Context) (file, error) {
		name, b, err := s.program.File(ctx, q, format)
		return file{name, b}, err
	}, func(made file, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		done(made)
	})
}
