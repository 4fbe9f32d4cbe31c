package documents

import (
	"strconv"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// goods are the lines of an order with how much of each travels.
type goods struct {
	content *fyne.Container
	ship    *shipping
	rows    []goodsRow
	old     map[int64]data.ShipmentLine // by order line
}

type goodsRow struct {
	line      data.OrderLine
	no        int
	quantity  *kit.Cell
	complaint *kit.Paragraph
}

var goodsShares = []float32{3, 10, 3, 3, 4}

func newGoods(f *shipping) *goods { return &goods{ship: f, content: kit.Pile(kit.Tight)} }

// show makes a row of each line of the order: what was ordered, what is left, what travels.
func (g *goods) show(sh data.Shipment) {
	host := g.ship.host
	t := host.T
	g.ship.form.UnwatchAll("lines.")
	g.rows, g.old = nil, map[int64]data.ShipmentLine{}
	for _, l := range sh.Lines {
		g.old[l.OrderLineID] = l
	}
	g.content.RemoveAll()
	g.content.Add(kit.Shares(goodsShares, kit.NewCaption(t("screen.product.sku")).Cut(), kit.NewCaption(t("order.line.article")).Cut(),
		kit.NewCaption(t("paper.goods.ordered")).Cut().Right(), kit.NewCaption(t("paper.goods.left")).Cut().Right(), kit.NewCaption(t("paper.goods.sent")).Cut()))
	left := map[int]data.Quantity{}
	for _, l := range g.ship.order.Remainder(g.ship.others) {
		left[l.Line] = l.Quantity
	}
	products := g.ship.screen.subject.src.Products
	for i, l := range g.ship.order.Lines {
		if head := g.ship.headOf(i); head != nil {
			g.content.Add(head)
		}
		r := goodsRow{line: l, no: i + 1, quantity: kit.NewCell(""), complaint: kit.NewComplaint()}
		r.quantity.SetText(kit.Figure(g.old[l.ID].Quantity))
		name := l.Description.In(host.Lang())
		if name == "" {
			name = products[l.VariantID].Name.In(host.Lang())
		}
		sku := kit.NewText(l.SKU).Cut()
		sku.Colour = kit.ColorMuted
		g.content.Add(kit.Shares(goodsShares, sku, kit.NewText(name).Cut(), kit.NewText(kit.Quantity(host, l.Quantity)+" "+string(l.Unit)).Cut().Right(),
			kit.NewText(kit.Quantity(host, left[i+1])).Cut().Right(), r.quantity))
		g.content.Add(r.complaint)
		g.rows = append(g.rows, r)
	}
	g.wire()
	g.content.Refresh()
}

// wire names the fields as problems do: by the place among the lines that travel, which is what the store counts.
func (g *goods) wire() {
	for i, r := range g.rows {
		id := "lines." + strconv.Itoa(r.no) + ".quantity"
		g.ship.form.Watch(id, r.quantity, r.complaint)
		r.quantity.OnChanged = func(string) {
			g.ship.form.Edited(id)
			g.ship.cartons.follow()
			g.ship.shareAgain()
		}
		step := func(by int) {
			if to := i + by; to >= 0 && to < len(g.rows) {
				g.ship.host.Focus(g.rows[to].quantity)
			}
		}
		r.quantity.OnSubmitted = func(string) { step(1) }
		r.quantity.OnKey = func(key *fyne.KeyEvent) bool {
			switch key.Name {
			case fyne.KeyUp:
				step(-1)
			case fyne.KeyDown:
				step(1)
			default:
				return false
			}
			return true
		}
	}
}

func (g *goods) focus() {
	if len(g.rows) > 0 {
		g.ship.host.Focus(g.rows[0].quantity)
	}
}

// read returns the lines of which something travels.
func (g *goods) read(bad *data.Problems) []data.ShipmentLine {
	var lines []data.ShipmentLine
	for _, r := range g.rows {
		q := kit.ReadNumber(&r.quantity.Entry, "lines."+strconv.Itoa(r.no)+".quantity", data.ParseQuantity, bad)
		if q == 0 {
			continue
		}
		l := g.old[r.line.ID]
		l.OrderLineID, l.Line, l.Quantity = r.line.ID, r.no, q
		lines = append(lines, l)
	}
	return lines
}

func (g *goods) readOnly(on bool) {
	for _, r := range g.rows {
		kit.Able(r.quantity, !on)
	}
}
