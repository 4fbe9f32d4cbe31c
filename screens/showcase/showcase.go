// Package showcase is the part of Products where the merchant rotates the showcases of marketplaces: what stands there and how it
// does, what should go and what should come, with the arithmetic, and the figures all that rests on.
package showcase

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
	Import  func(market string, week data.Week) // a file of figures, of this market and week where it names none
	Product func(sku string)                    // shows a product
}

// lastMarket is the preference that keeps which market was shown.
const lastMarket = "showcase-shown"

// row is a line of the proposals: a change, or a product whose listing the market refuses.
type row struct {
	swap    *data.ShowcaseSwap
	refused *data.Standing
}

// Screen shows a market's proposals above what stands in its showcase.
type Screen struct {
	host    *kit.Host
	store   *store.Store
	program Program

	market    *kit.Picker[string]
	weeks     *kit.Picker[int64]
	span      int64 // the weeks that were chosen; 0: as the market's rule says
	markets   []data.Market
	keep      *kit.Button
	all       *kit.Button
	accept    *kit.Button // of what is shown beside the proposals; nil: nothing to accept
	turn      *kit.Chip
	figures   *kit.Chip
	said      *kit.Paragraph
	proposals *kit.Table[row]
	places    *kit.Table[data.Standing]
	beside    *fyne.Container
	loader    *kit.Loader[loaded]
	view      data.Showcase
	quiet     bool // it is drawn: the keyboard stays where it is
	entering  *entering
	content   fyne.CanvasObject
}

// loaded is what one question to the store brings.
type loaded struct {
	markets []data.Market
	view    data.Showcase
}

// New returns the screen with a market's showcase on its way.
func New(host *kit.Host, st *store.Store, program Program) *Screen {
	s := &Screen{host: host, store: st, program: program, beside: container.NewStack(), loader: kit.NewLoader[loaded](host)}
	t := host.T
	s.market = kit.NewAsking(host, func(_ context.Context, words string) ([]kit.Option[string], error) {
		return kit.Rank(s.options(), words), nil
	})
	s.market.OnChanged = func() {
		host.Keep(lastMarket, s.market.Value())
		s.span = 0
		s.Reload()
	}
	s.weeks = kit.NewPicker(host, s.spans())
	s.weeks.OnChanged = func() { s.span = s.weeks.Value(); s.Reload() }
	s.turn, s.figures, s.said = kit.NewChip("", kit.Warn), kit.NewChip("", kit.Warn), kit.NewHint("")
	s.keep = kit.NewButton(t("showcase.keep"), theme.ConfirmIcon(), s.keepAll)
	s.all = kit.NewButton(t("showcase.accept_all"), theme.ConfirmIcon(), s.acceptAll).Main()
	actions := []fyne.CanvasObject{
		kit.NewButton(t("showcase.rules"), theme.SettingsIcon(), s.askRules),
		kit.NewButton(t("showcase.import_button"), theme.DownloadIcon(), s.askImport),
		kit.NewButton(t("showcase.enter"), theme.DocumentCreateIcon(), s.askFigures),
		kit.NewButton(t("showcase.put_in"), theme.ContentAddIcon(), s.New), s.all,
	}
	s.proposals, s.places = s.newProposals(), s.newPlaces()
	strip := kit.Pile(kit.Small,
		kit.Row(kit.Small, kit.Wide(190, s.market), kit.Wide(130, s.weeks), s.turn, s.figures, kit.Spring(), s.keep), s.said)
	head := kit.Frame(nil, kit.Hairline(), nil, nil, kit.Pad(kit.Small, kit.Large, strip))
	right := kit.Frame(nil, nil, kit.Wide(1, kit.NewPanel(kit.ColorLine, 0)), nil, s.beside)
	upper := kit.Frame(nil, kit.Hairline(), nil, nil, kit.Tall(262, container.New(split{}, s.proposals.Content, right)))
	s.content = kit.Page(t("showcase.title"), actions, kit.Frame(head, nil, nil, nil, kit.Frame(upper, nil, nil, nil, s.places.Content)))
	s.Reload()
	return s
}

// spans are the numbers of weeks to choose from.
func (s *Screen) spans() (list []kit.Option[int64]) {
	for _, n := range []int64{1, 2, 4, 8, 12, 26} {
		list = append(list, kit.Option[int64]{Value: n, Name: s.host.T("showcase.weeks", "Count", n)})
	}
	return list
}

// options are the markets to choose from.
func (s *Screen) options() (list []kit.Option[string]) {
	for _, m := range s.markets {
		list = append(list, kit.Option[string]{Value: m.Code, Name: m.Name.In(s.host.Lang()), Also: []string{m.Code}})
	}
	return list
}

// Reload asks the store again.
func (s *Screen) Reload() { s.load(func() {}) }

// load asks the store again and goes on to then.
func (s *Screen) load(then func()) {
	code, weeks, today := s.market.Value(), s.span, s.host.Today()
	wanted := s.host.Get(lastMarket, "")
	s.loader.Load(func(ctx context.Context) (l loaded, err error) {
		if l.markets, err = s.store.Markets.All(ctx); err != nil {
			return l, err
		}
		l.view, err = s.store.Showcases.View(ctx, firstMarket(l.markets, code, wanted), today, weeks)
		return l, err
	}, func(l loaded, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.markets, s.view = l.markets, l.view
		s.draw()
		then()
	})
}

// firstMarket returns the first of codes that is there, else the first market with places, else the first.
func firstMarket(list []data.Market, codes ...string) string {
	first := ""
	for _, m := range list {
		if first == "" && m.Showcase.Places > 0 {
			first = m.Code
		}
	}
	for _, code := range codes {
		for _, m := range list {
			if m.Code == code {
				return code
			}
		}
	}
	if first == "" && len(list) > 0 {
		first = list[0].Code
	}
	return first
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Dirty is never true: what is typed is typed into questions.
func (s *Screen) Dirty() bool { return false }

// Keep has nothing to save.
func (s *Screen) Keep(then func()) { then() }

// New asks which product to put in.
func (s *Screen) New() { s.askPutIn() }

// Find gives the keyboard to the proposal shown, or to the choice of market.
func (s *Screen) Find() {
	if s.accept != nil {
		s.host.Focus(s.accept)
		return
	}
	s.host.Focus(s.market)
}

// Show shows the showcase of a market.
func (s *Screen) Show(code string) {
	kit.SetIn(s.market, s.options(), code)
	s.market.OnChanged()
}

// Pick shows the n-th proposal, as a tap on it does.
func (s *Screen) Pick(n int) { s.proposals.List.Select(n) }

// Ask opens a question of the screen: "figures", "rules", "import" or "put-in".
func (s *Screen) Ask(what string) {
	map[string]func(){"figures": s.askFigures, "rules": s.askRules, "import": s.askImport, "put-in": s.askPutIn}[what]()
}
