package orders

import (
	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Desk is a view of one order beside its form: how far its goods are, what was paid, what was written. It works on the order as it
// is stored, so the form is saved before a desk comes in front, and read anew when it comes back.
type Desk struct {
	Word   string // of the catalog
	Object fyne.CanvasObject
	Show   func(data.Order) // asks the store for what belongs to an order; called whenever the desk comes in front
	First  func()           // gives the keyboard to what is done first on it; nil: to nothing
}

// desks shows the form or one of the desks, and a row of words that leads from one to another.
type desks struct {
	bar     *fyne.Container
	body    *fyne.Container
	buttons []*kit.Button
	views   []fyne.CanvasObject // the form, then the desks'
	list    []Desk
	at      int // 0 is the form
	choose  func(int)
}

// newDesks puts the desks beside the form. Without any there is no row of words either.
func newDesks(host *kit.Host, form fyne.CanvasObject, list []Desk, choose func(int)) *desks {
	d := &desks{bar: kit.Row(kit.Tight), body: container.NewStack(form), views: []fyne.CanvasObject{form}, list: list, choose: choose}
	words := []string{host.T("order.desk.form")}
	for _, one := range list {
		words, d.views = append(words, host.T(one.Word)), append(d.views, one.Object)
	}
	for i, word := range words {
		d.buttons = append(d.buttons, kit.NewButton(word, nil, func() { d.choose(i) }))
		d.bar.Add(d.buttons[i])
	}
	d.bar.Add(kit.Spring())
	d.bar.Hidden = len(list) == 0
	d.paint()
	return d
}

// front brings the form or a desk in front.
func (d *desks) front(n int) {
	d.at = n
	d.body.Objects = []fyne.CanvasObject{d.views[n]}
	d.body.Refresh()
	d.paint()
}

// stored offers the desks for an order that is in the store; one that isn't has only its form.
func (d *desks) stored(on bool) {
	for _, b := range d.buttons[1:] {
		kit.Able(b, on)
	}
}

func (d *desks) paint() {
	for i, b := range d.buttons {
		b.Importance = widget.LowImportance
		if i == d.at {
			b.Importance = widget.MediumImportance
		}
		b.Refresh()
	}
}

// NextView brings the next view of the order shown in front, or the one before: the form and the desks in a ring.
func (s *Screen) NextView(by int) {
	n := len(s.desks.views)
	s.View((s.desks.at + by + n) % n)
}

// View brings the n-th view of the order shown in front, 0 being its form. A form with unsaved edits is asked about first.
func (s *Screen) View(n int) {
	no := s.Chosen()
	if no == "" || n < 0 || n >= len(s.desks.views) || n == s.desks.at {
		return
	}
	s.host.Leave(s.Dirty(), s.Keep, func() {
		if s.Chosen() == "" { // discarded, and there is nothing else of it
			return
		}
		s.desks.front(n)
		s.keepView = true
		s.Reopen(s.Chosen()) // also after edits were discarded, or a desk changed the order
	}, nil)
}

// Shows reports whether a view of the order shown is in front.
func (s *Screen) Shows(view fyne.CanvasObject) bool {
	return s.Chosen() != "" && s.desks.views[s.desks.at] == view
}

// showDesk shows o on the desk in front; going through the list, the merchant stays on it. A new order has only its form.
func (s *Screen) showDesk(o data.Order) {
	if o.ID == 0 && s.desks.at != 0 {
		s.desks.front(0)
	}
	first := s.keepView
	s.keepView = false
	s.desks.stored(o.ID != 0)
	if s.desks.at == 0 {
		return
	}
	one := s.desks.list[s.desks.at-1]
	one.Show(o)
	if first && one.First != nil {
		one.First()
	}
}
