// Package documents is the screen where papers are made of orders and shipments: the page itself beside the form, what
// is missing, and the ways to PDF, Excel and printer. Here goods of an order become shipments, and papers are issued.
package documents

import (
	"context"
	"image"
	"sync"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Draw makes a file of a paper in a language such as "en" or "en+zh".
type Draw func(p document.Paper, pictures map[data.Hash][]byte, lang string) ([]byte, error)

// Program is what the screen asks of the program around it.
type Program struct {
	PDF, Excel Draw
	Page       func(pdf []byte, n, dpi int) (image.Image, int, error) // page n of a PDF, from 0, and how many there are
	Print      func(ctx context.Context, pdf []byte, title string) error
	Open       func(place, key, field string) // shows a record on another screen
}

// Screen shows orders and shipments on the left, and the papers of the chosen one on the right.
type Screen struct {
	host    *kit.Host
	store   *store.Store
	program Program
	content fyne.CanvasObject
	finder  *kit.Finder[entry]
	names   sync.Map // customers' names by ID
	desk    *desk
	body    *fyne.Container
	title   *kit.Text
	state   *kit.Chip
	tabs    [2]*kit.Button
	loader  *kit.Loader[subject]
	subject subject
	chosen  bool
	papers  *papers
	ship    *shipping
	making  *kit.Button
}

// New returns the screen with the first page of orders on its way.
func New(host *kit.Host, st *store.Store, program Program) *Screen {
	s := &Screen{host: host, store: st, program: program, body: container.NewStack()}
	t := host.T
	s.finder = kit.NewFinder(host, t("paper.search"), s.find, entry.key, s.line)
	s.finder.OnChosen = func(e entry) { s.host.Leave(s.Dirty(), s.Keep, func() { s.Open(e.number()) }, s.mark) }
	s.finder.WhenEmpty(t("paper.none"), nil)
	s.loader = kit.NewLoader[subject](host)
	s.papers = newPapers(s)
	s.ship = newShipping(s)
	s.title, s.state = kit.NewTitle("").Cut(), kit.NewChip("", kit.Plain)
	s.tabs[0] = kit.NewButton(t("paper.tab.papers"), nil, func() { s.host.Leave(s.Dirty(), s.Keep, func() { s.tab(0) }, nil) })
	s.tabs[1] = kit.NewButton(t("paper.tab.shipment"), nil, func() { s.tab(1) })
	back := kit.NewButton(t("paper.back"), theme.NavigateBackIcon(), s.Find).Quiet()
	head := kit.Frame(nil, kit.Hairline(), nil, nil, kit.Pad(kit.Tight, kit.Large, kit.Tall(32, kit.Row(kit.Small, back, s.title, s.state, s.tabs[0], s.tabs[1]))))
	s.desk = newDesk(s.finder.Content, kit.Frame(kit.On(theme.ColorNameBackground, head), nil, nil, nil, s.body), kit.Nothing(t("paper.choose"), nil), back)
	s.making = kit.NewButton(t("paper.ship"), theme.ContentAddIcon(), s.New)
	actions := append([]fyne.CanvasObject{s.making}, s.papers.actions()...)
	s.content = kit.Page(t("paper.title"), append(actions, s.ship.actions()...), s.desk.content)
	s.tab(0)
	s.enable()
	s.finder.Reload()
	return s
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Reload asks the store again, also for what is shown, unless it is being edited. An issued paper stays in sight.
func (s *Screen) Reload() {
	s.finder.Reload()
	if !s.chosen || s.Dirty() || s.subject.number() == "" {
		return
	}
	shown := s.papers.shown.issued
	s.load(s.subject.number(), func() {
		if shown != nil {
			s.papers.openIssued(*shown)
		}
	})
}

// Dirty reports whether the shipment's form differs from what is stored.
func (s *Screen) Dirty() bool { return s.ship.dirty() }

// Keep saves the shipment and goes on to then.
func (s *Screen) Keep(then func()) { s.ship.keep(then) }

// New makes a shipment of what is left of the order shown.
func (s *Screen) New() {
	if !s.chosen {
		s.Find()
		return
	}
	s.host.Leave(s.Dirty(), s.Keep, s.ship.begin, nil)
}

// Ship makes a shipment of what is left of an order.
func (s *Screen) Ship(no string) { s.load(no, s.New) }

// Find gives the search box the keyboard.
func (s *Screen) Find() {
	s.desk.browse(true)
	s.finder.Focus()
}

// Chosen returns the number of the order or shipment shown, "" for none.
func (s *Screen) Chosen() string {
	if !s.chosen {
		return ""
	}
	return s.subject.number()
}

// Open shows the papers of an order or shipment, or an issued paper, by number.
func (s *Screen) Open(number string) { s.load(number, func() { s.tab(0) }) }

// OpenIssued shows an issued paper of an order or shipment as it was given away.
func (s *Screen) OpenIssued(number string, d data.Issued) {
	s.load(number, func() {
		s.tab(0)
		s.papers.openIssued(d)
	})
}

// Pick opens the n-th row of the list, as a tap on it does.
func (s *Screen) Pick(n int) { s.finder.List.Select(n) }

// ScrollTo moves the form in front so that what is so far down stands at its top.
func (s *Screen) ScrollTo(down float32) {
	if s.body.Objects[0] == s.ship.content {
		s.ship.form.ScrollTo(down)
		return
	}
	s.papers.form.ScrollTo(down)
}

// load reads number and shows it, then goes on to then.
func (s *Screen) load(number string, then func()) {
	s.loader.Load(func(ctx context.Context) (subject, error) { return readSubject(ctx, s.store, number) },
		func(found subject, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			same := s.chosen && s.subject.number() == found.number()
			s.subject, s.chosen = found, true
			s.desk.browse(false)
			s.showHead()
			s.ship.show(found)
			s.papers.show(same)
			then()
			s.mark()
			s.enable()
		})
}

func (s *Screen) mark() { s.finder.Mark(s.subject.key()) }

func (s *Screen) showHead() {
	order := s.subject.src.Order
	name := s.subject.src.Customer.Name
	if name == "" {
		name = order.Customer
	}
	s.title.SetText(s.subject.number() + "  " + name)
	word, tone := kit.OrderState(s.host, order.Status)
	head := s.host.T("paper.state.order", "State", word) // the page beside it has a state of its own
	if sh := s.subject.src.Shipment; sh != nil {
		word, tone = shipmentState(s.host, *sh)
		head = s.host.T("paper.state.shipment", "State", word)
	}
	s.state.Set(head, tone)
}

// tab shows the papers (0) or the shipment's form (1).
func (s *Screen) tab(n int) {
	views := []fyne.CanvasObject{s.papers.content, s.ship.content}
	s.body.Objects = []fyne.CanvasObject{views[n]}
	for i, b := range s.tabs {
		b.Importance = kit.NewButton("", nil, nil).Quiet().Importance
		if i == n {
			b.Importance = kit.NewButton("", nil, nil).Importance
		}
		b.Refresh()
	}
	s.papers.offer(n == 0)
	s.ship.offer(n == 1)
	s.content.Refresh()
}

// enable lets the buttons do what can be done with what is shown.
func (s *Screen) enable() {
	s.tabs[1].Hidden = !s.ship.open
	s.tabs[0].Hidden = !s.ship.open
	if s.chosen {
		s.making.Enable()
	} else {
		s.making.Disable()
	}
	s.papers.enable(s.chosen)
	s.content.Refresh()
}
