package purchases

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// article is what a line can be about: a product in one variant.
type article struct {
	product data.Product
	variant data.Variant
}

// lines are the articles of a purchase order: a row of fields each, and below them the field that adds one by searching
// or scanning.
type lines struct {
	content  *fyne.Container
	adder    *kit.Adder[article]
	rows     []*row
	products map[int64]data.Product // by variant
	currency data.Currency
	supplier func() int64

	host   *kit.Host
	form   *kit.Form
	store  *store.Store
	table  *kit.LongRows
	locked bool
	high   float32 // how high a row is
	higher float32 // one that says what came
}

func newLines(host *kit.Host, form *kit.Form, st *store.Store) *lines {
	l := &lines{host: host, form: form, store: st, products: map[int64]data.Product{}, table: kit.NewLongRows(form, kit.Small)}
	l.adder = kit.NewAdder(host, host.T("purchase.line.add"), l.find, l.offer)
	l.adder.OnChosen = l.add
	l.adder.OnGrown = form.Relayout
	l.content = kit.Pile(kit.Small, l.table.Table, l.adder.Content)
	return l
}

// find looks for articles; one whose SKU or barcode is exactly what was typed comes first.
func (l *lines) find(ctx context.Context, words string) ([]article, error) {
	found, err := l.store.Products.Find(ctx, store.Query{Words: words, Limit: 20})
	var list []article
	for _, p := range found {
		for _, v := range p.Variants {
			if !v.Archived {
				list = append(list, article{p, v})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b article) int { return rank(a, words) - rank(b, words) })
	return list, err
}

// rank is 0 for the article whose code is just what was typed.
func rank(a article, words string) int {
	if strings.EqualFold(a.variant.SKU, words) || a.variant.GTIN == words || a.product.GTIN == words {
		return 0
	}
	return 1
}

// offer is an article among the finds, with what it costs at the supplier.
func (l *lines) offer(a article) kit.Line {
	line := kit.Line{Code: a.variant.SKU, Title: a.product.Name.In(l.host.Lang())}
	if one := data.NewPurchaseLine(a.product, a.variant, l.supplier(), l.currency); one.Price != 0 {
		line.Right = string(l.currency) + " " + one.Price.Shown(l.currency)
	}
	return line
}

// add appends a line for an article and goes to its quantity.
func (l *lines) add(a article) {
	if l.locked {
		return
	}
	l.products[a.variant.ID] = a.product
	r := newRow(l, data.NewPurchaseLine(a.product, a.variant, l.supplier(), l.currency))
	l.rows = append(l.rows, r)
	l.changed()
	l.table.Pin(r.long)
	l.host.Focus(r.quantity)
}

// remove takes a row away.
func (l *lines) remove(r *row) {
	at := slices.Index(l.rows, r)
	if l.locked || at < 0 {
		return
	}
	l.rows = slices.Delete(l.rows, at, at+1)
	l.changed()
	l.host.Focus(l.adder.Search)
}

func (l *lines) changed() {
	l.arrange()
	l.form.Edited("lines")
}

// show makes a row of each line.
func (l *lines) show(list []data.PurchaseLine) {
	l.products, l.rows = map[int64]data.Product{}, nil
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

func (l *lines) read(bad *data.Problems) (list []data.PurchaseLine) {
	for i, r := range l.rows {
		list = append(list, r.read("lines."+strconv.Itoa(i+1)+".", bad))
	}
	return list
}

// arrange places the rows anew and tells the form which fields they have.
func (l *lines) arrange() {
	l.form.UnwatchAll("lines.")
	rows := make([]*kit.LongRow, len(l.rows))
	for i, r := range l.rows {
		r.no.SetText(strconv.Itoa(i + 1))
		for _, c := range r.fields() {
			id := "lines." + strconv.Itoa(i+1) + "." + c.name
			c.edited(func() { l.form.Edited(id) })
			l.form.Watch(id, c.object, c.complaint)
		}
		rows[i] = r.long
	}
	l.table.Set(l.heads(), rows)
	l.lock(l.locked)
	l.form.Relayout()
	l.table.Reveal()
}

// lock locks the rows, save the day on which goods should come.
func (l *lines) lock(on bool) {
	l.locked = on
	for _, r := range l.rows {
		for _, d := range []fyne.Disableable{r.quantity, r.price, r.item, r.drop} {
			if d.Enable(); on {
				d.Disable()
			}
		}
	}
	if l.adder.Search.Enable(); on {
		l.adder.Search.Disable()
	}
}

// figures shows what each line comes to.
func (l *lines) figures(p data.PurchaseOrder) {
	changed := false
	for i, r := range l.rows {
		changed = i < len(p.Lines) && r.figures(p.Lines[i], p.Currency) || changed
	}
	if changed {
		l.form.Relayout()
	}
}
