package app

import (
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// navWidth is the width of the navigation: its longest word, "Shipments & documents", stands there whole.
const navWidth float32 = 232

// navItem is one line of the navigation: an icon and a word. Tab reaches it; Enter and Space open it.
type navItem struct {
	widget.BaseWidget
	open func()

	part    bool
	icon    *widget.Icon
	word    *kit.Text
	field   *kit.Panel
	chosen  bool
	active  bool // the mouse is over it
	focused bool // it has the keyboard
}

func newNavItem(word string, icon fyne.Resource, part bool, open func()) *navItem {
	n := &navItem{open: open, part: part, icon: widget.NewIcon(icon), word: kit.NewText(word).Cut(), field: kit.NewPanel(kit.ColorSurface, 6)}
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer is a private method to Fyne.
func (n *navItem) CreateRenderer() fyne.WidgetRenderer {
	line := kit.Pad(0, kit.Medium, kit.Row(kit.Medium, n.icon, n.word))
	if n.part {
		line = kit.Pad(0, kit.Large, kit.Row(kit.Small, n.icon, n.word))
	}
	return widget.NewSimpleRenderer(kit.Tall(36, container.NewStack(n.field, line)))
}

func (n *navItem) choose(on bool) {
	n.chosen = on
	n.paint()
}

func (n *navItem) paint() {
	n.field.Colour, n.field.Edge, n.word.Colour = kit.ColorSurface, "", theme.ColorNameForeground
	switch {
	case n.chosen:
		n.field.Colour, n.word.Colour = kit.ColorNav, theme.ColorNamePrimary
	case n.active:
		n.field.Colour = kit.ColorTintPlain
	}
	if n.focused {
		n.field.Edge = theme.ColorNamePrimary
	}
	n.field.Refresh()
	n.word.Refresh()
}

func (n *navItem) Tapped(*fyne.PointEvent)        { n.open() }
func (n *navItem) MouseIn(*desktop.MouseEvent)    { n.active = true; n.paint() }
func (n *navItem) MouseMoved(*desktop.MouseEvent) {}
func (n *navItem) MouseOut()                      { n.active = false; n.paint() }
func (n *navItem) FocusGained()                   { n.focused = true; n.paint() }
func (n *navItem) FocusLost()                     { n.focused = false; n.paint() }

// TypedRune opens the place with Space; as a key, its letter would be typed into what the place gives the keyboard.
func (n *navItem) TypedRune(r rune) {
	if r == ' ' {
		n.open()
	}
}

func (n *navItem) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		n.open()
	}
}

// navigation is the column at the left of the window.
func (w *Window) navigation() fyne.CanvasObject {
	list := kit.Pile(kit.Tight)
	w.items, w.list = nil, list
	for i, p := range w.places {
		item := newNavItem(w.host.T(p.key), p.icon(), p.part, func() { w.Go(i) })
		w.items = append(w.items, item)
		list.Add(item)
	}
	name := kit.NewTitle("Tradewind")
	top := kit.Pad(kit.Large, kit.Medium, name)
	column := kit.Frame(top, nil, nil, kit.Wide(1, kit.NewPanel(kit.ColorLine, 0)), kit.Pad(0, kit.Small, list))
	return kit.Wide(navWidth, kit.On(kit.ColorSurface, column))
}

// chooseItem marks the n-th place, and lists the parts of the place that it belongs to.
func (w *Window) chooseItem(n int) {
	head := w.headOf(n)
	for i, item := range w.items {
		item.choose(i == n)
		if w.places[i].part && w.headOf(i) != head {
			item.Hide()
		} else {
			item.Show()
		}
	}
	w.list.Refresh() // hidden ones leave no gap
}

// headOf returns the place whose part the n-th is; a place that is no part is its own.
func (w *Window) headOf(n int) int {
	for n > 0 && w.places[n].part {
		n--
	}
	return n
}
