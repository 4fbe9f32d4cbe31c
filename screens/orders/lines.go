package orders

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// article is what a line can be about: a product in one variant.
type article struct {
	product   data.Product
	variant   data.Variant
	campaigns []data.CampaignPrice
}

// lines are the articles of an order: a row of fields each, and below them the field that adds one by searching.
type lines struct {
	content  *fyne.Container
	adder    *kit.Adder[article]
	rows     []*row
	products map[int64]data.Product         // by variant
	offers   map[int64][]data.CampaignPrice // what campaigns ask for articles that came in, by variant
	currency data.Currency
	term     data.Incoterm
	day      data.Date // the order's
	added    func(data.Product)
	supply   data.Supply    // what the lines can be served from
	reserve  func(line int) // keeps goods for a row
	free     func(line int) // gives goods free
	price    func(line int) // works the price of a row out
	asked    func()         // an article came in that the supply says nothing of
	strip    *supplyStrip
	many     *manyBar
	customer func() int64 // who buys, 0 while nobody is chosen
	over     bool         // nothing of the order is still to be sent

	host   *kit.Host
	form   *kit.Form
	store  *store.Store
	table  *kit.LongRows
	locked bool
	codes  float32 // how wide the widest SKU is
	field  float32 // how high a field is
	units  []kit.Option[data.Unit]
}

func newLines(host *kit.Host, form *kit.Form, st *store.Store) *lines {
	l := &lines{host: host, form: form, store: st, products: map[int64]data.Product{}, offers: map[int64][]data.CampaignPrice{}, added: func(data.Product) {}}
	l.adder = kit.NewAdder(host, host.T("order.line.add"), l.find, l.offer)
	l.adder.OnChosen = l.add
	l.adder.OnGrown = func() {
		form.Relayout()
		form.Reach(l.adder.Content) // the finds stand below the search
	}
	l.adder.Search.OnPaste = l.pasted
	l.units = kit.Units(host)
	l.field = kit.NewCell("").MinSize().Height
	l.table = kit.NewLongRows(form, kit.Tight)
	l.customer = func() int64 { return 0 }
	l.reserve, l.free, l.price, l.asked = func(int) {}, func(int) {}, func(int) {}, func() {}
	l.strip = newSupplyStrip(host)
	l.many = newManyBar(l)
	l.content = kit.Pile(kit.Small, l.strip.content, l.table.Table, l.adder.Content, l.many.content)
	return l
}

// variants are the articles of the lines.
func (l *lines) variants() []int64 {
	ids := make([]int64, len(l.rows))
	for i, r := range l.rows {
		ids[i] = r.base.VariantID
	}
	return ids
}

// find looks for articles; one whose SKU is exactly what was typed comes first.
func (l *lines) find(ctx context.Context, words string) ([]article, error) {
	found, err := l.store.Products.Find(ctx, store.Query{Words: words, Limit: 20})
	if err != nil {
		return nil, err
	}
	var list []article
	var variants []int64
	for _, p := range found {
		for _, v := range p.Variants {
			if !v.Archived {
				list, variants = append(list, article{product: p, variant: v}), append(variants, v.ID)
			}
		}
	}
	campaigns, err := l.store.Campaigns.PricesOf(ctx, variants)
	for i := range list {
		list[i].campaigns = campaigns[list[i].variant.ID]
	}
	slices.SortStableFunc(list, func(a, b article) int {
		rank := func(one article) int {
			if strings.EqualFold(one.variant.SKU, words) {
				return 0
			}
			return 1
		}
		return rank(a) - rank(b)
	})
	return list, err
}

// offer is an article among the finds.
func (l *lines) offer(a article) kit.Line {
	line := kit.Line{Code: a.variant.SKU, Title: a.product.Name.In(l.host.Lang())}
	p := a.product
	if price, ok := p.PriceOf(a.variant.ID, p.Currency, data.Incoterm{}, 0); ok {
		line.Right = strings.TrimSpace(string(p.Currency) + " " + price.Shown(p.Currency))
	}
	return line
}

// add appends a line for an article and goes to its quantity.
func (l *lines) add(a article) {
	if l.locked {
		return
	}
	l.products[a.variant.ID], l.offers[a.variant.ID] = a.product, a.campaigns
	l.added(a.product)
	r := newRow(l, data.OrderLine{VariantID: a.variant.ID, SKU: a.variant.SKU, Unit: a.product.Unit})
	l.rows = append(l.rows, r)
	r.takeStart(0)
	l.arrange()
	l.form.Edited("lines")
	l.focus(r)
	if _, known := l.supply.Articles[a.variant.ID]; !known {
		l.asked()
	}
}

// dated takes the order's day. The prices of lines that are new follow it, unless they were typed.
func (l *lines) dated(day data.Date) {
	l.day = day
	for _, r := range l.rows {
		if r.listed != "" {
			r.followLadder()
		}
	}
}

// focus gives the quantity of a row the keyboard.
func (l *lines) focus(r *row) {
	l.table.Pin(r.long)
	l.host.Focus(r.quantity)
}

// pin draws the row a field such as "lines.250.quantity" belongs to, so that it can have the keyboard.
func (l *lines) pin(field string) {
	parts := strings.Split(field, ".")
	if len(parts) < 2 || parts[0] != "lines" {
		return
	}
	if n, err := strconv.Atoi(parts[1]); err == nil && n >= 1 && n <= len(l.rows) {
		l.table.Pin(l.rows[n-1].long)
	}
}

// show makes a row of each line.
func (l *lines) show(list []data.OrderLine) {
	l.products, l.rows, l.supply = map[int64]data.Product{}, nil, data.Supply{}
	for _, one := range list {
		l.rows = append(l.rows, newRow(l, one))
	}
	l.adder.Search.SetText("")
	l.arrange()
}

// learn takes the products of the lines shown.
func (l *lines) learn(products map[int64]data.Product) {
	for variant, p := range products {
		l.products[variant] = p
	}
	for _, r := range l.rows {
		r.name.SetText(r.title())
	}
}

func (l *lines) read(bad *data.Problems) []data.OrderLine {
	var list []data.OrderLine
	for i, r := range l.rows {
		list = append(list, r.read("lines."+strconv.Itoa(i+1)+".", bad))
	}
	return list
}

// arrange places the rows anew and tells the form which fields they have.
func (l *lines) arrange() {
	l.form.UnwatchAll("lines.")
	rows := make([]*kit.LongRow, len(l.rows))
	l.codes = 0
	for _, r := range l.rows {
		l.codes = fyne.Max(l.codes, fyne.MeasureText(r.sku.Text, theme.TextSize(), fyne.TextStyle{}).Width+1)
	}
	for i, r := range l.rows {
		r.no.SetText(strconv.Itoa(i + 1))
		for n, field := range r.fields() {
			id := "lines." + strconv.Itoa(i+1) + "." + field.name
			field.control.edited = func() { l.form.Edited(id) }
			l.form.Watch(id, field.object, r.complaints[n])
		}
		rows[i] = r.long
	}
	l.table.Set(newHeads(l.host), rows)
	l.readOnly(l.locked)
	l.form.Relayout()
	l.table.Reveal()
}

func (l *lines) readOnly(on bool) {
	l.locked = on
	for _, r := range l.rows {
		r.readOnly(on)
	}
	if on {
		l.adder.Search.Disable()
	} else {
		l.adder.Search.Enable()
	}
	l.many.readOnly(on)
}

// showFigures shows what each line comes to.
func (l *lines) showFigures(p document.Paper) {
	for i, r := range l.rows {
		if i < len(p.Lines) {
			r.showFigures(p.Lines[i])
		}
	}
}

func (l *lines) index(r *row) int { return slices.Index(l.rows, r) }

// move puts a row by rows further down, or up, and keeps the keyboard in it.
func (l *lines) move(r *row, by int) {
	from := l.index(r)
	to := from + by
	if l.locked || from < 0 || to < 0 || to >= len(l.rows) {
		return
	}
	l.rows[from], l.rows[to] = l.rows[to], l.rows[from]
	l.changed()
	l.focus(r)
}

// duplicate puts a copy of a row below it.
func (l *lines) duplicate(r *row) {
	if l.locked {
		return
	}
	var ignored data.Problems
	one := r.read("", &ignored)
	one.ID, one.UUID = 0, ""
	twin := newRow(l, one)
	l.rows = slices.Insert(l.rows, l.index(r)+1, twin)
	l.changed()
	l.focus(twin)
}

// remove takes a row away; a notice can bring it back.
func (l *lines) remove(r *row) {
	at := l.index(r)
	if l.locked || at < 0 {
		return
	}
	l.rows = slices.Delete(l.rows, at, at+1)
	l.changed()
	if next := min(at, len(l.rows)-1); next >= 0 {
		l.focus(l.rows[next])
	} else {
		l.host.Focus(l.adder.Search)
	}
	l.host.Notice(l.host.T("order.line.removed", "No", at+1, "SKU", r.base.SKU), func() {
		l.rows = slices.Insert(l.rows, min(at, len(l.rows)), r)
		l.changed()
	})
}

func (l *lines) changed() {
	l.arrange()
	l.form.Edited("lines")
}

// step moves the keyboard to the same field of the row above or below; below the last one stands the search.
func (l *lines) step(r *row, column, by int) {
	to := l.index(r) + by
	switch {
	case to >= len(l.rows):
		l.host.Focus(l.adder.Search)
	case to >= 0:
		l.table.Pin(l.rows[to].long)
		l.host.Focus(l.rows[to].cells()[column])
	}
}

// newHeads are the words over the columns.
func newHeads(host *kit.Host) fyne.CanvasObject {
	var heads []fyne.CanvasObject
	for _, key := range []string{"order.line.article", "order.line.quantity", "order.line.unit", "order.line.price", "order.line.discount"} {
		heads = append(heads, kit.NewCaption(host.T(key)).Cut())
	}
	return container.New(headLayout{}, append(heads, kit.NewCaption(host.T("order.line.amount")).Cut().Right())...)
}
