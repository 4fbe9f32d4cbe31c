// Package stock is the screen of what lies where: sums, lots, what is kept for orders, what is on the way, and why it
// all moved.
package stock

import (
	"context"
	"errors"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Program is what the screen asks of the window around it.
type Program struct {
	Import  func()                                            // brings a list of counted stock in
	Product func()                                            // begins a new product
	Order   func(no string)                                   // shows an order
	Buy     func(supplierID int64, lines []data.PurchaseLine) // begins a purchase order
}

// article is a product in the list, with what there is of it.
type article struct {
	product data.Product
	holding data.Holding // of all its variants together
	due     []data.StockAlert
}

// Screen shows the articles on the left and the ledger of the chosen one on the right. Nothing on it is edited in
// place: goods move by the actions on top.
type Screen struct {
	Finder *kit.Finder[article]

	host    *kit.Host
	store   *store.Store
	program Program
	needy   *kit.Checks[bool] // "Needs attention"
	actions []*kit.Button
	record  *fyne.Container
	form    *kit.Form
	loader  *kit.Loader[view]
	view    view
	open    bool
	past    *kit.DateEntry    // the day typed
	on      data.Date         // the past day that is shown; "": today
	most    int               // movements shown
	asked   *asking           // the newest question
	moving  *moving           // its fields
	sending *transferring     // those of a transfer
	rest    *kit.Checks[bool] // of a transfer: nothing more will come
	content fyne.CanvasObject
}

// New returns the screen with the first page of articles on its way.
func New(host *kit.Host, st *store.Store, program Program) *Screen {
	s := &Screen{host: host, store: st, program: program, record: container.NewStack(), loader: kit.NewLoader[view](host)}
	t := host.T
	s.Finder = kit.NewFinder(host, t("stock.search"), s.find, func(a article) string { return a.product.SKU }, s.line)
	s.Finder.OnChosen = s.choose
	s.needy = kit.NewChecks([]bool{true}, []string{t("stock.needy")})
	s.needy.OnChanged = func() { s.sayEmpty(); s.Finder.Reload() }
	s.sayEmpty()
	s.actions = []*kit.Button{
		kit.NewButton(t("stock.writeoff"), nil, s.askWriteOff),
		kit.NewButton(t("stock.transfer"), nil, s.askTransfer),
		kit.NewButton(t("stock.count"), nil, s.askCount),
		kit.NewButton(t("stock.receive"), theme.ContentAddIcon(), s.askReceive).Main(),
	}
	bar := []fyne.CanvasObject{kit.NewButton(t("screen.import"), theme.FolderOpenIcon(), program.Import)}
	for _, b := range s.actions {
		bar = append(bar, b)
	}
	foot := kit.Pile(kit.Tight, s.needy.Content, s.newPast())
	list := kit.Frame(nil, kit.Frame(kit.Hairline(), nil, nil, nil, kit.Pad(kit.Tight, kit.Medium, foot)), nil, nil, s.Finder.Content)
	s.content = kit.Page(t("stock.title"), bar, kit.Thirds(list, s.record))
	s.close()
	s.Finder.Reload()
	return s
}

// sayEmpty says what stands in an empty list.
func (s *Screen) sayEmpty() {
	if len(s.needy.Chosen()) > 0 && s.on == "" {
		s.Finder.WhenEmpty(s.host.T("stock.needy.none"), nil)
		return
	}
	s.Finder.WhenEmpty(s.host.T("stock.none"), kit.NewButton(s.host.T("screen.products.new"), theme.ContentAddIcon(), s.program.Product))
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Reload asks the store again.
func (s *Screen) Reload() {
	s.Finder.Reload()
	if s.open {
		s.reread(func() {})
	}
}

// Dirty is never true: what is typed into a question is kept there.
func (s *Screen) Dirty() bool { return false }

// Keep has nothing to save.
func (s *Screen) Keep(then func()) { then() }

// New receives goods of the article shown.
func (s *Screen) New() {
	if s.open && s.on == "" {
		s.askReceive()
	}
}

// Find gives the search box the keyboard.
func (s *Screen) Find() { s.Finder.Focus() }

// Chosen returns the SKU of the article shown, "" for none.
func (s *Screen) Chosen() string {
	if !s.open {
		return ""
	}
	return s.view.product.SKU
}

// Open shows the article with this SKU.
func (s *Screen) Open(sku string) {
	s.most = firstMovements
	s.show(func(ctx context.Context) (data.Product, error) { return s.store.Products.BySKU(ctx, sku) }, s.form.Top)
}

// Pick opens the n-th row of the list, as a tap on it does.
func (s *Screen) Pick(n int) { s.Finder.List.Select(n) }

// Act does the n-th action on top, as a tap on it does: write off, transfer, count, receive.
func (s *Screen) Act(n int) { s.actions[n].OnTapped() }

// Arrive asks what arrived of the n-th transfer shown.
func (s *Screen) Arrive(n int) { s.askArrived(s.view.transfers[n]) }

// Needy ticks the box "Needs attention".
func (s *Screen) Needy() { s.needy.Box(0).SetChecked(true) }

// Past shows a past day, as typing it does; "" goes back to today.
func (s *Screen) Past(day data.Date) { s.past.Set(day) }

// Further adds an article to the transfer that is asked for, as the search in it does.
func (s *Screen) Further(sku, name string) { s.sending.add(offered{sku, name}) }

// ScrollTo moves the record so that what is so far down stands at its top.
func (s *Screen) ScrollTo(down float32) { s.form.ScrollTo(down) }

// choose shows an article. The words in the search box are marked, so that the next scan takes their place.
func (s *Screen) choose(a article) {
	if s.host.Window.Canvas().Focused() == fyne.Focusable(s.Finder.Search) {
		s.Finder.Search.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	s.Open(a.product.SKU)
}

// find returns a page of articles. What a scanner typed is found also among those that need no attention.
func (s *Screen) find(ctx context.Context, words, after string) (list []article, err error) {
	q := store.Query{Words: words, After: after, Limit: kit.PageSize}
	var found []data.Product
	if len(s.needy.Chosen()) == 0 || s.on != "" {
		found, err = s.store.Products.Find(ctx, q)
	} else if found, err = s.store.Stock.Due(ctx, s.host.Today(), q); err == nil && len(found) == 0 && words != "" && after == "" {
		found, err = s.exact(ctx, words)
	}
	if err != nil {
		return nil, err
	}
	var due map[int64][]data.StockAlert // nothing is due in the past
	if s.on == "" {
		if due, err = s.store.Stock.AlertsOf(ctx, s.host.Today(), found); err != nil {
			return nil, err
		}
	}
	holdings, err := s.holdings(ctx, variants(found...))
	for _, p := range found {
		list = append(list, article{p, together(p, holdings), due[p.ID]})
	}
	return list, err
}

// exact returns the article with just this SKU or GTIN.
func (s *Screen) exact(ctx context.Context, code string) ([]data.Product, error) {
	p, err := s.store.Products.BySKU(ctx, code)
	if err == nil {
		return []data.Product{p}, nil
	}
	if !errors.Is(err, data.ErrNotFound) {
		return nil, err
	}
	found, err := s.store.Products.Find(ctx, store.Query{Words: code, Limit: 2})
	if err != nil || len(found) != 1 || found[0].GTIN != code {
		return nil, err
	}
	return found, nil
}

// variants returns the IDs of all variants of products.
func variants(list ...data.Product) (ids []int64) {
	for _, p := range list {
		for _, v := range p.Variants {
			ids = append(ids, v.ID)
		}
	}
	return ids
}

// together adds up the holdings of a product's variants.
func together(p data.Product, holdings map[int64]data.Holding) (sum data.Holding) {
	for _, v := range p.Variants {
		h := holdings[v.ID]
		sum.OnHand, sum.Reserved, sum.InTransit = sum.OnHand+h.OnHand, sum.Reserved+h.Reserved, sum.InTransit+h.InTransit
		sum.OnOrder, sum.Value, sum.Kept = sum.OnOrder+h.OnOrder, sum.Value+h.Value, sum.Kept || h.Kept
	}
	return sum
}

// line is an article in the list: what may be promised of it, and what needs the merchant most.
func (s *Screen) line(a article) kit.Line {
	l := kit.Line{Code: a.product.SKU, Title: a.product.Name.In(s.host.Lang()), Right: kit.Quantity(s.host, a.holding.Available()), Sought: true}
	for _, d := range a.due {
		if word, tone := s.state(d); l.State == "" || tone > l.Tone {
			l.State, l.Tone = word, tone
		}
	}
	return l
}

// state is the word and tone of what is due.
func (s *Screen) state(a data.StockAlert) (string, kit.Tone) {
	switch {
	case a.Step == data.TooLittle:
		return s.host.T("stock.state.short"), kit.Bad
	case a.Step == data.TooMuch:
		return s.host.T("stock.state.over"), kit.Info
	case a.Days < 0:
		return s.host.T("stock.state.expired"), kit.Bad
	}
	return s.host.T("stock.state.expiring"), kit.Warn
}
