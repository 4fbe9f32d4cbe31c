// Package pricing is the price workbench: what goods cost on the left, what they must be sold at under every term on the right, with
// the arithmetic of each figure.
package pricing

import (
	"context"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Screen works out the price of one line of an order, or of an article that nobody asked for yet.
type Screen struct {
	host    *kit.Host
	store   *store.Store
	program Program
	inputs  *inputs
	base    data.Assumptions // what the fields don't show: packing, a carrier's figures
	order   data.Order       // ID 0: none
	line    int              // from 0
	sku     string           // of the article
	last    []data.PricedLine
	paper   string // the newest quotation or proforma of the order
	shown   answer
	filling bool
	arrived bool // by a link: the keyboard goes to the first figure
	subject *kit.Loader[subject]
	work    *kit.Loader[answer]
	words   *kit.Paragraph
	says    *kit.Paragraph
	body    *fyne.Container
	table   *kit.Table[termRow]
	take    *kit.Button
	compare *kit.Button
	back    *kit.Button
	content fyne.CanvasObject
}

// Program is what the screen asks of the window around it.
type Program struct {
	Order func(no string) // shows an order
}

// New returns the screen, without an article.
func New(host *kit.Host, st *store.Store, program Program) *Screen {
	s := &Screen{host: host, store: st, program: program, words: kit.NewParagraph(""), says: kit.NewHint(""), body: container.NewStack()}
	s.subject, s.work = kit.NewLoader[subject](host), kit.NewLoader[answer](host)
	t := host.T
	s.inputs = newInputs(host, st)
	s.inputs.article.OnChanged = func() { s.choose(data.Order{}, 0, s.inputs.article.Value()) }
	s.inputs.order.OnChanged = func() { s.Open(s.inputs.order.Value()) }
	s.inputs.lines.OnChanged = func() { s.choose(s.order, s.inputs.lines.Value(), "") }
	s.inputs.card.OnChanged = s.takeCard
	s.inputs.form.OnChanged = func() {
		if !s.filling {
			s.workOut()
		}
	}
	s.take = kit.NewButton(t("price.take"), theme.ConfirmIcon(), s.takePrice).Main()
	s.compare = kit.NewButton(t("price.compare"), theme.HistoryIcon(), s.tellChanges)
	s.back = kit.NewButton(t("price.order.open"), nil, func() { s.program.Order(s.order.No) })
	top := kit.Pad(kit.Medium, kit.Large, kit.Pile(kit.Tight, s.words, s.says))
	left := kit.Wide(leftWidth, s.inputs.form.Content)
	s.content = kit.Page(t("price.title"), []fyne.CanvasObject{s.back, s.compare, s.take}, kit.Frame(nil, nil, kit.Frame(nil, nil, nil, kit.Hairline(), left), nil, kit.Frame(top, nil, nil, nil, s.body)))
	s.back.Disable()
	s.empty()
	return s
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Dirty reports nothing: figures that are tried out are no record. Taking the price keeps them.
func (s *Screen) Dirty() bool { return false }

// Keep takes the price into the order's line.
func (s *Screen) Keep(then func()) {
	s.takePrice()
	then()
}

// New begins with an article of which nothing was asked.
func (s *Screen) New() {
	s.choose(data.Order{}, 0, "")
	s.Find()
}

// Find gives the keyboard to what is asked first.
func (s *Screen) Find() {
	if s.sku == "" {
		s.host.Focus(s.inputs.order)
		return
	}
	s.inputs.form.FocusField("margin")
}

// Chosen is the order whose line is worked out.
func (s *Screen) Chosen() string { return s.order.No }

// Reload asks the store again for the article and its order.
func (s *Screen) Reload() {
	if s.order.ID != 0 {
		s.Open(s.order.No + lineMark + strconv.Itoa(s.line+1))
	}
}

// lineMark parts an order's number from a line of it.
const lineMark = "\x00"

// Key names a line of an order for [Screen.Open], lines counted from 0.
func Key(order string, line int) string { return order + lineMark + strconv.Itoa(line+1) }

// Open shows the first line of an order, or the one that [Key] names.
func (s *Screen) Open(key string) {
	no, text, _ := strings.Cut(key, lineMark)
	line, _ := strconv.Atoi(text)
	if no == "" {
		s.choose(data.Order{}, 0, s.sku)
		return
	}
	s.arrived = true
	s.choose(data.Order{No: no}, max(line-1, 0), "")
}

// subject is what the store knows of a line or an article.
type subject struct {
	order   data.Order
	line    int
	sku     string
	name    string
	given   data.Assumptions
	last    []data.PricedLine
	paper   string
	options []kit.Option[int]
}

// choose asks for a line of an order, or for an article.
func (s *Screen) choose(o data.Order, line int, sku string) {
	s.subject.Load(func(ctx context.Context) (subject, error) { return s.ask(ctx, o, line, sku) }, func(got subject, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.order, s.line, s.sku, s.last, s.paper, s.base = got.order, got.line, got.sku, got.last, got.paper, got.given
		s.filling = true
		s.inputs.show(got)
		s.filling = false
		if s.back.Enable(); s.order.ID == 0 {
			s.back.Disable()
		}
		s.workOut()
		if s.arrived && s.sku != "" {
			s.inputs.form.FocusField("margin")
		}
		s.arrived = false
	})
}

// Jump goes from the fields to the prices, and back.
func (s *Screen) Jump() {
	if s.table == nil || len(s.shown.cells) == 0 || s.host.Window.Canvas().Focused() == fyne.Focusable(s.table.List) {
		s.inputs.form.FocusField("margin")
		return
	}
	s.host.Focus(s.table.List)
}

// NextView goes to the next line of the order, or the one before.
func (s *Screen) NextView(by int) {
	if n := len(s.order.Lines); n > 0 {
		s.Open(Key(s.order.No, (s.line+by+n)%n))
	}
}

func (s *Screen) ask(ctx context.Context, o data.Order, line int, sku string) (got subject, err error) {
	company, err := s.store.Company.Get(ctx)
	if err != nil {
		return got, err
	}
	if o.No != "" {
		if got.order, err = s.store.Orders.ByNo(ctx, o.No); err != nil {
			return got, err
		}
		if len(got.order.Lines) == 0 {
			return got, nil
		}
		got.line = min(line, len(got.order.Lines)-1)
		sku = got.order.Lines[got.line].SKU
		doc, last, err := s.store.Documents.LastPricing(ctx, got.order.ID)
		if err != nil {
			return got, err
		}
		got.last, got.paper = last, doc.Number
		for i, l := range got.order.Lines {
			got.options = append(got.options, kit.Option[int]{Value: i, Code: strconv.Itoa(i + 1), Name: l.SKU})
		}
	}
	if got.sku = sku; sku == "" {
		return got, nil
	}
	p, err := s.store.Products.BySKU(ctx, sku)
	if err != nil {
		return got, err
	}
	got.name = p.Name.In(s.host.Lang())
	if got.order.ID != 0 {
		got.given = data.LineAssumptions(got.order, got.order.Lines[got.line], p, company, s.host.Today())
	} else {
		got.given = data.AssumptionsOf(p, company, "", s.host.Today()).With(data.Assumptions{"currency": string(company.Home())})
	}
	return got, nil
}

// empty says what to do first.
func (s *Screen) empty() {
	s.take.Disable()
	s.compare.Disable()
	s.words.SetText("")
	s.says.SetText("")
	s.body.Objects = []fyne.CanvasObject{kit.Nothing(s.host.T("price.none"), kit.NewButton(s.host.T("price.none.do"), theme.SearchIcon(), func() { s.inputs.order.Tapped(nil) }))}
	s.body.Refresh()
}
