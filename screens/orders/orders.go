// Package orders is the screen where the merchant enters what customers ordered: head, lines by searching, and running
// totals, from which every paper is made.
package orders

import (
	"context"
	"sync"
	"time"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Program is what the screen asks of the program around it.
type Program struct {
	Import func()                       // brings orders in from a file
	Papers func(order string)           // shows the papers of an order
	Desks  []Desk                       // views of an order beside its form
	Price  func(order string, line int) // works the price of a line out, counted from 0
}

// Screen shows the orders on the left and the chosen one on the right.
type Screen struct {
	*kit.Records[data.Order]

	host   *kit.Host
	store  *store.Store
	editor *editor
	papers *kit.Button
	names  sync.Map // customers' names by ID, filled while looking for orders
	firsts sync.Map // when quotations of inquiries were first issued by order, zero while none was
	filter *stateFilter
	facts  *kit.Loader[facts]
	home   *kit.Loader[data.Company]
	supply *kit.Loader[data.Supply]
	open   string // field to go to in the order opened next

	desks    *desks
	keepView bool // the order is read anew because another view of it came in front
}

// New returns the screen with the first page of orders on its way.
func New(host *kit.Host, st *store.Store, program Program) *Screen {
	s := &Screen{host: host, store: st, editor: newEditor(host, st)}
	s.facts, s.home, s.supply = kit.NewLoader[facts](host), kit.NewLoader[data.Company](host), kit.NewLoader[data.Supply](host)
	l := s.editor.lines
	l.reserve, l.free, l.asked = s.reserveLine, s.freeLine, s.renewSupply
	l.price = func(line int) {
		if no := s.Chosen(); no != "" && program.Price != nil {
			program.Price(no, line)
		}
	}
	l.strip.reserve.OnTapped, l.strip.free.OnTapped = s.reserveAll, s.freeAll
	t := host.T
	bring := func() *kit.Button { return kit.NewButton(t("screen.import"), theme.FolderOpenIcon(), program.Import) }
	s.papers = kit.NewButton(t("order.papers"), theme.DocumentIcon(), func() {
		if no := s.Chosen(); no != "" {
			program.Papers(no)
		}
	})
	s.papers.Disable()
	s.filter = newStateFilter(host)
	s.Records = kit.NewRecords(host, kit.Kind[data.Order]{
		Title: t("order.orders"), Search: t("order.search"), None: t("order.none"),
		Choose: t("order.choose"), NewWord: t("order.new"),
		Filter: s.filter.choice, ArchiveTitle: t("order.archive"), ArchiveWord: t("order.archive.do"),
		ArchiveText: func(o data.Order) string { return t("order.archive.text", "No", o.No) },
		Actions:     []fyne.CanvasObject{bring(), s.papers}, Fill: bring(), First: "customer",
		Find: s.find, Key: func(o data.Order) string { return o.No }, Stored: func(o data.Order) bool { return o.ID != 0 },
		Line: s.line, Blank: s.blank, Copy: func(o data.Order) data.Order { return o.Copy(host.Today()) },
		Get: st.Orders.ByNo, Save: st.Orders.Save,
		Archive: func(ctx context.Context, o data.Order) error { return st.Orders.Archive(ctx, o.ID, true) },
		Past: func(ctx context.Context, words, after string) ([]data.Order, error) {
			return st.Orders.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize, Archived: true})
		},
		Restore: func(ctx context.Context, o data.Order) error { return st.Orders.Archive(ctx, o.ID, false) },
		Undo:    s.takeBack, Form: s.editor.form, Show: s.show, Read: s.editor.read,
		Warnings: data.Order.Warnings,
	})
	s.desks = newDesks(host, s.editor.body, program.Desks, s.View)
	s.editor.frame(s.desks)
	s.editor.askRules = s.AskRules
	s.Aside = s.editor.content
	s.filter.choice.OnChanged = func() {
		s.filter.now.Store(s.filter.choice.Value())
		s.Records.Reload()
	}
	s.Reload()
	return s
}

// Reload asks the store again, also for the firm, whose currency and country new orders take.
func (s *Screen) Reload() {
	s.home.Load(s.store.Company.Get, func(c data.Company, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.editor.know(c)
	})
	s.Records.Reload()
	s.renewSupply()
}

// blank is a new order.
func (s *Screen) blank() data.Order {
	return data.Order{Date: s.host.Today(), Status: data.Draft}
}

func (s *Screen) find(ctx context.Context, words, after string) ([]data.Order, error) {
	found, err := s.store.Orders.Find(ctx, store.Query{Words: s.filter.words(words), After: after, Limit: kit.PageSize})
	if err != nil {
		return nil, err
	}
	var customers []int64
	for _, o := range found {
		customers = append(customers, o.CustomerID)
	}
	if err := s.findClocks(ctx, found); err != nil {
		return nil, err
	}
	names, err := s.store.Partners.Names(ctx, s.host.Lang(), customers)
	for id, name := range names {
		s.names.Store(id, name)
	}
	return found, err
}

// line is an order in the list.
func (s *Screen) line(o data.Order) kit.Line {
	l := kit.Line{Code: o.No, Title: o.Customer}
	if name, ok := s.names.Load(o.CustomerID); ok {
		l.Title, _ = name.(string)
	}
	if o.Status != data.Draft { // most are, and the number needs the room
		l.State, l.Tone = kit.OrderState(s.host, o.Status)
	} else if first, ok := s.firsts.Load(o.ID); ok && first.(time.Time).IsZero() { // only who still waits needs the merchant
		l.State, l.Tone = clockMark(s.host, s.editor.home.Quoting, o)
	}
	return l
}

// facts is what the store knows about the order shown beside what stands in it.
type facts struct {
	customer data.Partner
	products map[int64]data.Product
	posted   bool
	quoted   time.Time // when the first quotation was issued; zero: none was
	supply   data.Supply
}

// show fills the form and asks for what belongs to the order.
func (s *Screen) show(o data.Order) {
	s.editor.show(o)
	s.papers.Disable()
	if o.ID != 0 {
		s.papers.Enable()
	}
	field := s.open
	s.open = ""
	if field != "" {
		s.desks.front(0)
	}
	s.showDesk(o)
	s.facts.Load(func(ctx context.Context) (facts, error) { return s.factsOf(ctx, o) }, func(f facts, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.editor.showFacts(f)
		if field != "" {
			s.editor.goTo(field)
		}
	})
}

func (s *Screen) factsOf(ctx context.Context, o data.Order) (f facts, err error) {
	if o.CustomerID != 0 {
		if f.customer, err = s.store.Partners.Get(ctx, o.CustomerID); err != nil {
			return f, err
		}
	}
	variants := o.Variants()
	if f.products, err = s.store.Products.ByVariant(ctx, variants); err != nil {
		return f, err
	}
	if f.supply, err = s.store.Stock.Supply(ctx, o.ID, variants, s.host.Today()); err != nil || o.ID == 0 {
		return f, err
	}
	first, err := s.store.Orders.FirstQuoted(ctx, []int64{o.ID})
	if err != nil {
		return f, err
	}
	f.quoted = first[o.ID]
	shipments, err := s.store.Shipments.OfOrder(ctx, o.ID)
	f.posted = o.Posted(shipments)
	return f, err
}

// OpenAt shows an order and gives one of its fields the keyboard.
func (s *Screen) OpenAt(no, field string) {
	s.open = field
	s.Open(no)
}

// OpenField gives a field of the order shown the keyboard, by the name problems use.
func (s *Screen) OpenField(name string) { s.editor.goTo(name) }

// LineDetails asks for what the n-th line says besides its figures, as its menu does.
func (s *Screen) LineDetails(n int) { s.editor.lines.rows[n].details() }

// takeBack undoes the newest save of o and returns o as it is then.
func (s *Screen) takeBack(ctx context.Context, o data.Order) (data.Order, bool, error) {
	there, err := s.store.Journal.TakeBack(ctx, o.UUID)
	if err != nil || !there {
		return o, there, err
	}
	o, err = s.store.Orders.Get(ctx, o.ID)
	return o, !o.Archived, err
}
