package orders

import (
	"tradewind/data"
	"tradewind/data/document"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// row is one line of an order: its article, four fields, and what they come to.
type row struct {
	content    *fyne.Container
	quantity   *kit.Cell
	unit       *kit.Picker[data.Unit]
	price      *kit.Cell
	discount   *kit.Cell
	complaints [4]*kit.Paragraph

	lines                        *lines
	base                         data.OrderLine
	no, sku, name, facts, amount *kit.Text
	more                         *kit.Button
	listed, campaign             string // the price last filled in, and the campaign that it is of
	told                         [4]edits
	chip                         *kit.Chip // how the line stands
	keep, offer                  *kit.Link // what a tap does about it
	stand                        data.LineSupply
	lastTold                     told
	supplied, figures            string         // what the facts say of supply and of packing
	asked                        data.OrderLine // whose standing that is
	sum                          document.Line  // what it comes to
	stale                        bool           // its words don't say that yet: they are only written where it is drawn
	long                         *kit.LongRow
}

// edits is who hears that a field was edited.
type edits struct{ edited func() }

// named is a field of a row as problems name it.
type named struct {
	name    string
	object  fyne.CanvasObject
	control *edits
}

func newRow(l *lines, line data.OrderLine) *row {
	r := &row{lines: l, base: line, no: kit.NewCaption("").Cut(), sku: kit.NewText("").Cut(), name: kit.NewText("").Cut()}
	r.facts, r.amount = kit.NewCaption("").Cut(), kit.NewText("").Cut().Right()
	r.sku.Colour = kit.ColorMuted
	r.quantity, r.price, r.discount = kit.NewCell(""), kit.NewCell(""), kit.NewCell("")
	r.unit = kit.NewPicker(l.host, l.units)
	r.unit.Free = kit.FreeUnit
	r.more = kit.NewButton("", theme.MoreVerticalIcon(), func() { r.menu() }).Quiet()
	r.chip = kit.NewChip("", kit.Plain)
	r.keep, r.offer = kit.NewLink("", func() { r.keepOrFree() }), kit.NewLink("", func() { r.sellAhead() })
	for i := range r.told {
		r.told[i].edited = func() {}
		r.complaints[i] = kit.NewComplaint()
	}
	r.fill()
	r.wire()
	place := &rowLayout{r}
	r.content = container.New(place,
		r.no, r.sku, r.name, r.chip, r.facts, r.amount, r.quantity, r.unit, r.price, r.discount, r.keep, r.offer, r.more,
		r.complaints[0], r.complaints[1], r.complaints[2], r.complaints[3])
	r.long = kit.NewLongRow(r.content, place.height, r.complaints[:]...)
	r.long.OnDrawn = r.say
	return r
}

// drawn reports whether the row's parts are in the window.
func (r *row) drawn() bool { return r.long.Drawn() }

// fields are the row's fields as problems name them.
func (r *row) fields() []named {
	return []named{
		{"quantity", r.quantity, &r.told[0]},
		{"unit", r.unit, &r.told[1]},
		{"unit_price", r.price, &r.told[2]},
		{"discount_percent", r.discount, &r.told[3]},
	}
}

// cells are the fields for figures, in the order of Enter.
func (r *row) cells() []*kit.Cell { return []*kit.Cell{r.quantity, r.price, r.discount} }

// fill puts the line into the fields.
func (r *row) fill() {
	l := r.base
	r.sku.SetText(l.SKU)
	r.name.SetText(r.title())
	r.quantity.Fill(kit.Figure(l.Quantity))
	if l.Price != 0 || l.ID != 0 || l.UUID != "" {
		r.price.Fill(l.Price.Shown(r.lines.currency))
	}
	r.discount.Fill(kit.Figure(l.Discount))
	r.showUnit(l.Unit)
	r.paintRole()
}

// wire connects the fields with what their keys and edits do.
func (r *row) wire() {
	columns := map[*kit.Cell]int{r.quantity: 0, r.price: 2, r.discount: 3}
	for i, c := range r.cells() {
		c.OnChanged = func(string) {
			if c == r.quantity {
				r.followLadder()
			}
			r.told[columns[c]].edited()
		}
		c.OnSubmitted = func(string) { r.next(i) }
		c.OnKey = func(key *fyne.KeyEvent) bool { return r.key(i, key) }
		c.OnCombination = r.combination
	}
	r.unit.OnChanged = func() {
		r.showUnit(r.unit.Value())
		r.told[1].edited()
	}
}

// showUnit shows a unit as papers print it: its name would not fit.
func (r *row) showUnit(u data.Unit) {
	if u == "" {
		r.unit.Empty()
		return
	}
	r.unit.Set(kit.Option[data.Unit]{Value: u, Code: string(u)})
}

// next goes on from a field for a figure: from a quantity to the search for another article, since most prices are known; from
// others, and where no price is known, to the next field.
func (r *row) next(i int) {
	priced := i == 0 && r.price.Plain() != ""
	if i+1 < len(r.cells()) && !priced {
		r.lines.host.Focus(r.cells()[i+1])
	} else {
		r.lines.host.Focus(r.lines.adder.Search)
	}
}

func (r *row) key(i int, key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp:
		r.lines.step(r, i, -1)
	case fyne.KeyDown:
		r.lines.step(r, i, 1)
	default:
		return false
	}
	return true
}

// combination: Alt with Up and Down moves the row, Ctrl+D doubles it, Ctrl+Delete takes it away, Ctrl+K makes it another kind of line, Ctrl+B
// works its price out.
func (r *row) combination(key fyne.KeyName, with fyne.KeyModifier) bool {
	type pressed struct {
		key  fyne.KeyName
		with fyne.KeyModifier
	}
	do := map[pressed]func(){
		{fyne.KeyUp, fyne.KeyModifierAlt}:                 func() { r.lines.move(r, -1) },
		{fyne.KeyDown, fyne.KeyModifierAlt}:               func() { r.lines.move(r, 1) },
		{fyne.KeyD, fyne.KeyModifierShortcutDefault}:      func() { r.lines.duplicate(r) },
		{fyne.KeyDelete, fyne.KeyModifierShortcutDefault}: func() { r.lines.remove(r) },
		{fyne.KeyK, fyne.KeyModifierShortcutDefault}:      r.nextRole,
		{fyne.KeyR, fyne.KeyModifierShortcutDefault}:      r.keepOrFree,
		{fyne.KeyB, fyne.KeyModifierShortcutDefault}:      func() { r.lines.price(r.lines.index(r)) },
	}[pressed{key, with}]
	if do != nil {
		do()
	}
	return do != nil
}

// menu opens what can be done with the row.
func (r *row) menu() {
	t := r.lines.host.T
	do := func(word string, f func()) *fyne.MenuItem {
		m := fyne.NewMenuItem(word, f)
		m.Disabled = r.lines.locked
		return m
	}
	details := do(t("order.line.details"), r.details)
	keep, free := fyne.NewMenuItem(t("order.reserve"), func() { r.lines.reserve(r.lines.index(r)) }), fyne.NewMenuItem(t("order.free"), func() { r.lines.free(r.lines.index(r)) })
	keep.Disabled, free.Disabled = r.lines.over || r.stand.Here <= 0, r.lines.over || r.stand.Reserved <= 0
	price := fyne.NewMenuItem(t("price.line.do"), func() { r.lines.price(r.lines.index(r)) })
	menu := fyne.NewMenu("", details, price, r.roleMenu(), fyne.NewMenuItemSeparator(), keep, free, fyne.NewMenuItemSeparator(),
		do(t("order.line.up"), func() { r.lines.move(r, -1) }), do(t("order.line.down"), func() { r.lines.move(r, 1) }),
		do(t("order.line.duplicate"), func() { r.lines.duplicate(r) }), fyne.NewMenuItemSeparator(),
		do(t("order.line.remove"), func() { r.lines.remove(r) }))
	popup := widget.NewPopUpMenu(menu, r.lines.host.Window.Canvas())
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.more), popup.MinSize()
	y := at.Y + r.more.Size().Height
	if y+size.Height > r.lines.host.Window.Canvas().Size().Height-kit.Small {
		y = fyne.Max(kit.Small, at.Y-size.Height)
	}
	popup.ShowAtPosition(fyne.NewPos(at.X+r.more.Size().Width-size.Width, y))
}

// read returns the line the row describes. Problems are named with prefix in front.
func (r *row) read(prefix string, bad *data.Problems) data.OrderLine {
	l := r.base
	l.Quantity = kit.ReadNumber(&r.quantity.Entry, prefix+"quantity", data.ParseQuantity, bad)
	l.TypePrice(kit.ReadNumber(&r.price.Entry, prefix+"unit_price", data.ParseUnitPrice, bad))
	if r.listed != "" && r.price.Text == r.listed {
		l.Campaign = r.campaign
	}
	l.Discount = kit.ReadNumber(&r.discount.Entry, prefix+"discount_percent", data.ParsePercent, bad)
	l.Unit = r.unit.Value()
	return l
}

func (r *row) product() data.Product { return r.lines.products[r.base.VariantID] }

// title is what the line is called in the window's language.
func (r *row) title() string {
	if name := r.base.Description.In(r.lines.host.Lang()); name != "" {
		return name
	}
	return r.product().Name.In(r.lines.host.Lang())
}

// takeStart fills in the price with which a new line of the article starts for a quantity, and remembers whose it is; nothing
// where none is known in the order's currency.
func (r *row) takeStart(q data.Quantity) {
	l := r.lines
	asked := data.LineAsked{Variant: r.base.VariantID, Currency: l.currency, Term: l.term, Quantity: q, Day: l.day}
	start, ok := r.product().StartPrice(asked, l.offers[r.base.VariantID])
	if r.listed, r.campaign = "", ""; ok {
		r.listed, r.campaign = start.Price.Shown(l.currency), start.Campaign
	}
	r.price.SetText(r.listed)
}

// followLadder takes the price of another step when the quantity reaches it, unless a price was typed. An article may have
// steps in the order's currency and no list price.
func (r *row) followLadder() {
	if r.price.Text != r.listed {
		return
	}
	var ignored data.Problems
	r.takeStart(kit.ReadNumber(&r.quantity.Entry, "", data.ParseQuantity, &ignored))
}

func (r *row) readOnly(on bool) {
	for _, d := range []fyne.Disableable{r.quantity, r.unit, r.price, r.discount} {
		if on {
			d.Disable()
		} else {
			d.Enable()
		}
	}
}
