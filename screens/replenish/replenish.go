// Package replenish is the screen of what stock asks the merchant to do: buy what runs short, clear what lies too long or is
// too much, sell what expires.
package replenish

import (
	"context"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Program is what the screen asks of the window around it.
type Program struct {
	File     func(ctx context.Context, kind, format string) (name string, b []byte, err error) // of a report, as "pdf" or "xlsx"
	Act      func(sku string, n int)                                                           // shows stock of an article, and asks for its n-th action
	Product  func(sku string)                                                                  // shows a product
	Purchase func(no string)                                                                   // shows a purchase order
}

// The lists of the screen, in the order of its tabs.
const (
	reorderTab = iota
	overTab
	expiryTab
	idleTab
)

// reports are the lists as files.
var reports = []string{"reorder", "", "expiry", "dead-stock"}

// Screen shows one of four lists on the left, and on the right what is known of the chosen row and what can be done.
type Screen struct {
	Finder *kit.Finder[row]

	host    *kit.Host
	store   *store.Store
	program Program
	tab     int
	tabs    *fyne.Container
	record  *fyne.Container
	form    *kit.Form
	loader  *kit.Loader[detail]
	shown   detail
	open    bool
	basket  map[string]data.Reorder // what goes into purchase orders, by SKU, with the quantity the merchant wants
	taken   []string                // its SKUs, in the order in which they were taken
	order   *kit.Button
	files   *kit.Button
	asked   *asking
	content fyne.CanvasObject
}

// New returns the screen with what to buy on its way.
func New(host *kit.Host, st *store.Store, program Program) *Screen {
	s := &Screen{
		host: host, store: st, program: program, tabs: container.NewStack(), record: container.NewStack(),
		loader: kit.NewLoader[detail](host), basket: map[string]data.Reorder{},
	}
	t := host.T
	s.Finder = kit.NewFinder(host, t("stock.search"), s.find, func(r row) string { return r.key }, s.line)
	s.Finder.OnChosen = s.choose
	s.order = kit.NewButton(t("replenish.order"), theme.ContentAddIcon(), s.askOrder).Main()
	s.files = kit.NewButton(t("replenish.files"), theme.DocumentSaveIcon(), s.askFile)
	bar := []fyne.CanvasObject{kit.NewButton(t("replenish.settings"), theme.SettingsIcon(), s.askSettings), s.files, s.order}
	strip := kit.Frame(nil, kit.Hairline(), nil, nil, kit.Pad(kit.Small, kit.Large, s.tabs))
	s.content = kit.Page(t("replenish.title"), bar, kit.Frame(strip, nil, nil, nil, kit.Thirds(s.Finder.Content, s.record)))
	s.Tab(reorderTab)
	return s
}

// Tab shows the n-th list: what to buy, what is too much, what expires, what doesn't sell.
func (s *Screen) Tab(n int) {
	t := s.host.T
	s.tab = n
	words := []string{t("replenish.tab.reorder"), t("replenish.tab.over"), t("replenish.tab.expiry"), t("replenish.tab.idle")}
	s.tabs.Objects = []fyne.CanvasObject{kit.Switch(words, n, s.Tab)}
	s.tabs.Refresh()
	s.Finder.WhenEmpty(t([]string{"replenish.none.reorder", "replenish.none.over", "replenish.none.expiry", "replenish.none.idle"}[n]), nil)
	s.order.Hidden = n != reorderTab
	s.files.Hidden = reports[n] == ""
	s.Finder.Mark("")
	s.close()
	s.Finder.Reload()
	s.content.Refresh()
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Reload asks the store again.
func (s *Screen) Reload() {
	s.Finder.Reload()
	if s.tab == expiryTab && !s.open {
		s.drawCalendar()
	}
}

// Dirty is never true: what is taken for an order is kept while the window is open.
func (s *Screen) Dirty() bool { return false }

// Keep has nothing to save.
func (s *Screen) Keep(then func()) { then() }

// New makes purchase orders of what was taken.
func (s *Screen) New() {
	if s.tab == reorderTab {
		s.askOrder()
	}
}

// Find gives the search box the keyboard.
func (s *Screen) Find() { s.Finder.Focus() }

// Pick opens the n-th row of the list, as a tap on it does.
func (s *Screen) Pick(n int) { s.Finder.List.Select(n) }

// Chosen returns the SKU of the article shown, "" for none.
func (s *Screen) Chosen() string {
	if !s.open {
		return ""
	}
	return s.shown.row.sku
}

// Open looks for the article with this SKU in what is to be bought.
func (s *Screen) Open(sku string) {
	s.Tab(reorderTab)
	s.Finder.Search.SetText(sku)
}

// Take takes the article shown into the next purchase order, as the button does.
func (s *Screen) Take() { s.take() }

// Discount asks for a lower price of the article shown, as the button does.
func (s *Screen) Discount() { s.askPrice() }

// Settings asks for the figures, as the choices of the button do.
func (s *Screen) Settings(n int) { []func(){s.askFigures, s.askSeason, s.askLine}[n]() }

// close takes the record away.
func (s *Screen) close() {
	s.open, s.shown = false, detail{}
	s.form = kit.NewForm(s.host)
	s.record.Objects = []fyne.CanvasObject{kit.Nothing(s.host.T("stock.choose"), nil)}
	s.record.Refresh()
	if s.tab == expiryTab {
		s.drawCalendar()
	}
}
