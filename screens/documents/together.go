package documents

import (
	"context"
	"maps"
	"slices"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// first is the order, or a shipment's first.
func (s subject) first() data.Order { return s.src.AllOrders()[0] }

// numbers are those of the orders shown.
func (f *shipping) numbers() []string {
	nos := make([]string, len(f.orders))
	for i, o := range f.orders {
		nos[i] = o.No
	}
	return nos
}

// headOf names the order that begins with the n-th line, where there are several.
func (f *shipping) headOf(n int) fyne.CanvasObject {
	if len(f.orders) < 2 {
		return nil
	}
	for _, o := range f.orders {
		if n == 0 && len(o.Lines) > 0 {
			words := o.No
			if o.BuyerOrderNo != "" {
				words += " · " + o.BuyerOrderNo
			}
			return kit.NewCaption(words).Cut()
		}
		n -= len(o.Lines)
	}
	return nil
}

// newMore is the field that lets goods of another order of the same buyer travel along.
func (f *shipping) newMore() *kit.Picker[store.Companion] {
	p := kit.NewAsking(f.host, func(ctx context.Context, words string) ([]kit.Option[store.Companion], error) {
		if len(f.orders) == 0 {
			return nil, nil
		}
		found, err := f.screen.store.Orders.Companions(ctx, f.orders[0], words)
		var options []kit.Option[store.Companion]
		for _, c := range found {
			if f.has(c.Order.No) {
				continue
			}
			name := f.host.T("paper.goods.more.line", "Date", f.host.Date(string(c.Order.Date)), "Count", len(c.Left))
			if c.Order.BuyerOrderNo != "" {
				name = c.Order.BuyerOrderNo + " · " + name
			}
			options = append(options, kit.Option[store.Companion]{Value: c, Code: c.Order.No, Name: name})
		}
		return options, err
	})
	p.OnChanged = func() {
		if p.Filled() {
			c := p.Value()
			p.Empty()
			f.take(c)
		}
	}
	return p
}

func (f *shipping) has(no string) bool { return slices.Contains(f.numbers(), no) }

// take puts all that is left of another order into the shipment, behind the goods that are there.
func (f *shipping) take(c store.Companion) {
	now, err := f.read()
	if err != nil {
		f.form.Complain(err)
		return
	}
	was, shown := f.old, f.shown
	sh := data.Split(f.orders, now)
	for _, l := range c.Left {
		l.OrderNo = c.Order.No
		sh.Lines = append(sh.Lines, l)
	}
	orders, others := append(slices.Clip(f.orders), c.Order), append(slices.Clip(f.others), c.Shipments...)
	if err := sh.Share(orders, others); err != nil {
		f.host.ShowError(err)
		return
	}
	f.orders, f.others = orders, others
	products := f.screen.subject.src.Products
	maps.Copy(products, c.Products)
	f.order, sh = data.Join(orders, sh)
	sh.Cartons = nil // packed anew: what was weighed says nothing of the new goods
	f.form.Stay(func() { f.fill(sh, products) })
	f.old, f.shown = was, shown // what came along isn't saved yet
	f.shared = &sh
	f.form.Edited("lines")
	f.host.Notice(f.host.T("paper.goods.more.done", "No", c.Order.No, "Count", len(c.Left)), nil)
}
