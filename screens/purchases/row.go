package purchases

import (
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Widths of the columns of a line.
const (
	noWidth       float32 = 24
	quantityWidth float32 = 88
	priceWidth    float32 = 96
	itemWidth     float32 = 104
	dayWidth      float32 = 112
	amountWidth   float32 = 120
)

// row is one line of a purchase order: its article and amount, below them its fields.
type row struct {
	long             *kit.LongRow
	came             *fyne.Container // the line that says what came
	quantity, price  *kit.Cell
	item             *kit.Cell
	due              *kit.DateEntry
	drop             *kit.Button
	no, name         *kit.Text
	amount, received *kit.Text
	complaints       [4]*kit.Paragraph

	lines *lines
	base  data.PurchaseLine
	sum   data.PurchaseLine // as it was read last
	in    data.Currency     // of the order then
	stale bool              // its words don't say that yet: they are only written where it is drawn
}

// cell is a field of a row as problems name it.
type cell struct {
	name      string
	object    fyne.CanvasObject
	complaint *kit.Paragraph
	edited    func(do func())
}

func newRow(l *lines, line data.PurchaseLine) *row {
	r := &row{lines: l, base: line, no: kit.NewCaption("").Cut(), name: kit.NewText("").Cut()}
	r.amount, r.received = kit.NewText("").Right().Cut(), kit.NewCaption("").Cut()
	r.quantity, r.price, r.item = kit.NewCell(""), kit.NewCell(""), kit.NewCell("")
	r.due = kit.NewDateEntry(l.host)
	r.drop = kit.NewButton("", theme.ContentRemoveIcon(), func() { l.remove(r) }).Quiet()
	for i := range r.complaints {
		r.complaints[i] = kit.NewComplaint()
	}
	r.fill()
	r.wire()
	head := kit.Row(kit.Small, kit.Wide(noWidth, r.no), r.name, kit.Wide(amountWidth, r.amount))
	fields := kit.Row(kit.Small, kit.Wide(noWidth, kit.NewCaption("")), kit.Wide(quantityWidth, r.quantity), kit.Wide(priceWidth, r.price),
		kit.Wide(itemWidth, r.item), kit.Wide(dayWidth, r.due), kit.Spring(), r.drop)
	r.came = kit.Row(kit.Small, kit.Wide(noWidth, kit.NewCaption("")), r.received)
	r.came.Hide()
	content := kit.Pile(kit.Tight, head, fields, r.came, r.complaints[0], r.complaints[1], r.complaints[2], r.complaints[3])
	if l.high == 0 { // all rows are as high
		l.high = content.MinSize().Height
		l.higher = l.high + kit.Tight + r.came.MinSize().Height
	}
	r.long = kit.NewLongRow(content, r.height, r.complaints[:]...)
	r.long.OnDrawn = r.say
	return r
}

// height is how high the row is without complaints, at any width.
func (r *row) height(float32) float32 {
	if r.came.Visible() {
		return r.lines.higher
	}
	return r.lines.high
}

// heads are the words over the fields.
func (l *lines) heads() fyne.CanvasObject {
	word := func(width float32, key string) fyne.CanvasObject {
		return kit.Wide(width, kit.NewCaption(l.host.T(key)).Cut())
	}
	return kit.Row(kit.Small, kit.Wide(noWidth, kit.NewCaption("")), word(quantityWidth, "purchase.quantity"), word(priceWidth, "purchase.price"),
		word(itemWidth, "purchase.item"), word(dayWidth, "purchase.due"), kit.NewCaption("").Cut())
}

// fill puts the line into the fields.
func (r *row) fill() {
	l := r.base
	r.name.SetText(r.title())
	r.quantity.Fill(kit.Figure(l.Quantity))
	if l.Price != 0 || l.UUID != "" {
		r.price.Fill(l.Price.Shown(r.lines.currency))
	}
	r.item.Fill(l.SupplierItemNo)
	r.due.Fill(string(l.Expected))
}

// title is the line's SKU and what it is called in the window's language.
func (r *row) title() string {
	lang := r.lines.host.Lang()
	name := r.base.Description.In(lang)
	if name == "" {
		name = r.lines.products[r.base.VariantID].Name.In(lang)
	}
	return strings.TrimSpace(r.base.SKU + "  " + name)
}

// wire connects the fields with their keys: Enter goes to the next, behind the price to the search for another article.
func (r *row) wire() {
	r.quantity.OnSubmitted = func(string) { r.lines.host.Focus(r.price) }
	r.price.OnSubmitted = func(string) { r.lines.host.Focus(r.lines.adder.Search) }
	r.item.OnSubmitted = func(string) { r.lines.host.Focus(r.due) }
	for _, c := range []*kit.Cell{r.quantity, r.price, r.item} {
		c.OnCombination = func(key fyne.KeyName, with fyne.KeyModifier) bool {
			if key != fyne.KeyDelete || with != fyne.KeyModifierShortcutDefault {
				return false
			}
			r.lines.remove(r)
			return true
		}
	}
}

// fields are the row's fields as problems name them.
func (r *row) fields() []cell {
	return []cell{
		{"quantity", r.quantity, r.complaints[0], func(do func()) { r.quantity.OnChanged = func(string) { do() } }},
		{"unit_price", r.price, r.complaints[1], func(do func()) { r.price.OnChanged = func(string) { do() } }},
		{"supplier_item_no", r.item, r.complaints[2], func(do func()) { r.item.OnChanged = func(string) { do() } }},
		{"expected_date", r.due, r.complaints[3], func(do func()) { r.due.OnChanged = func(string) { do() } }},
	}
}

// read returns the line that the row describes. Problems are named with prefix in front.
func (r *row) read(prefix string, bad *data.Problems) data.PurchaseLine {
	l := r.base
	l.Quantity = kit.ReadNumber(&r.quantity.Entry, prefix+"quantity", data.ParseQuantity, bad)
	l.Price = kit.ReadNumber(&r.price.Entry, prefix+"unit_price", data.ParseUnitPrice, bad)
	l.SupplierItemNo = r.item.Plain()
	l.Expected = r.due.Read(prefix+"expected_date", bad)
	return l
}

// figures shows what the line comes to, and how much of it came. It reports whether the row became higher or lower.
func (r *row) figures(l data.PurchaseLine, in data.Currency) (changed bool) {
	nothing := l.Received == 0 && l.Over() <= 0 && !l.Closed
	changed = r.came.Hidden != nothing
	r.sum, r.in, r.stale, r.came.Hidden = l, in, true, nothing
	if r.long.Drawn() {
		r.say()
	}
	return changed
}

// say writes the row's amount and what came of it, unless it is written.
func (r *row) say() {
	if !r.stale {
		return
	}
	r.stale = false
	host, l := r.lines.host, r.sum
	amount := ""
	if m, err := data.LineAmount(l.Price, l.Quantity, 0, r.in); err == nil && r.in != "" {
		amount = host.Number(m.Decimal(), m.Currency.Decimals())
	}
	r.amount.SetText(amount)
	switch {
	case l.Over() > 0:
		r.received.SetText(host.T("purchase.line.over", "Received", kit.Quantity(host, l.Received), "Over", kit.Quantity(host, l.Over())))
	case l.Closed:
		r.received.SetText(host.T("purchase.line.closed", "Received", kit.Quantity(host, l.Received)))
	case l.Received != 0:
		r.received.SetText(host.T("purchase.line.received", "Received", kit.Quantity(host, l.Received), "Open", kit.Quantity(host, l.Open())))
	}
}
