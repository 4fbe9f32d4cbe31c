package replenish

import (
	"cmp"
	"context"
	"strconv"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/shopspring/decimal"
)

// detail is what the right side shows.
type detail struct {
	row     row
	product data.Product
	home    data.Currency
}

// choose shows a row.
func (s *Screen) choose(r row) {
	s.loader.Load(func(ctx context.Context) (d detail, err error) {
		d.row = r
		if d.product, err = s.store.Products.BySKU(ctx, r.sku); err != nil {
			return d, err
		}
		c, err := s.store.Company.Get(ctx)
		d.home = c.Home()
		return d, err
	}, func(d detail, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.shown, s.open = d, true
		s.draw()
	})
}

// draw draws the row shown.
func (s *Screen) draw() {
	s.form = kit.NewForm(s.host)
	p := s.shown.product
	head := kit.Pile(kit.Tight, kit.NewTitle(s.shown.row.sku).Cut(), kit.NewParagraph(p.Name.In(s.host.Lang())))
	s.form.AddObject(kit.Whole, head)
	switch s.tab {
	case reorderTab:
		s.drawReorder()
	case overTab:
		s.drawOver()
	case expiryTab:
		s.drawLot()
	case idleTab:
		s.drawIdle()
	}
	s.record.Objects = []fyne.CanvasObject{s.form.Content}
	s.record.Refresh()
	if s.tab == reorderTab {
		s.host.Focus(s.form.Entry("quantity"))
	}
}

// figureWidth is room for a quantity.
const figureWidth float32 = 150

// sum is a row of the arithmetic: what it is, and its figure.
func (s *Screen) sum(word, figure string, strong bool) fyne.CanvasObject {
	left, right := kit.NewText(word).Cut(), kit.NewText(figure).Right().Cut()
	left.Bold, right.Bold = strong, strong
	return kit.Row(kit.Medium, left, kit.Wide(figureWidth, right))
}

// bar shows what there is beside what is wanted.
func bar(here, wanted data.Quantity) fyne.CanvasObject {
	here = max(here, 0)
	rest := max(wanted-here, 0)
	if here+rest == 0 {
		rest = 1
	}
	return kit.Shares([]float32{float32(here), float32(rest)},
		kit.Tall(8, kit.NewPanel(theme.ColorNamePrimary, 2)), kit.Tall(8, kit.NewPanel(theme.ColorNameWarning, 2)))
}

// drawReorder shows how much to buy and why, with a field for how much the merchant wants.
func (s *Screen) drawReorder() {
	p, t := s.shown.row.reorder.Proposal, s.host.T
	supplier := cmp.Or(s.shown.row.seller, s.shown.product.Supplier)
	if supplier == "" {
		supplier = t("replenish.supplier.none")
	}
	s.form.AddObject(kit.Whole, kit.NewHint(t("replenish.supplier", "Supplier", supplier)))
	wanted := p.Quantity
	if one, taken := s.basket[p.SKU]; taken {
		wanted = one.Proposal.Quantity
	}
	s.form.Add(kit.Field{ID: "quantity", Label: "replenish.quantity", Unit: s.host.UnitWord(s.shown.product.Unit), Span: kit.Half})
	s.form.Set("quantity", wanted.String())
	e := s.form.Entry("quantity")
	e.OnSubmitted = func(string) { s.take() }
	take := kit.NewButton(t("replenish.take"), theme.ConfirmIcon(), s.take)
	buttons := kit.Row(kit.Small, take)
	if _, taken := s.basket[p.SKU]; taken {
		buttons.Add(kit.NewButton(t("replenish.leave"), nil, s.leave))
	}
	buttons.Add(kit.NewButton(t("replenish.product"), nil, func() { s.program.Product(p.SKU) }))
	buttons.Add(kit.Spring())
	s.form.AddObject(kit.Whole, buttons)
	s.form.Section("replenish.arithmetic")
	s.form.AddObject(kit.Whole, bar(s.figure(data.TermAvailable), s.figure(data.TermWanted)))
	pile := kit.Pile(kit.Small)
	for _, step := range p.Steps {
		pile.Add(s.step(step))
	}
	s.form.AddObject(kit.Whole, pile)
}

// figure is the figure of one term of the proposal shown.
func (s *Screen) figure(term data.ReorderTerm) data.Quantity {
	for _, one := range s.shown.row.reorder.Proposal.Steps {
		if one.Term == term {
			return one.Quantity
		}
	}
	return 0
}

// step is one line of the arithmetic.
func (s *Screen) step(one data.ReorderStep) fyne.CanvasObject {
	words := map[data.ReorderTerm]string{
		data.TermSold: "replenish.step.sold", data.TermDaily: "replenish.step.daily", data.TermDemand: "replenish.step.demand",
		data.TermSeason: "replenish.step.season", data.TermSafety: "replenish.step.safety", data.TermWanted: "replenish.step.wanted",
		data.TermOnHand: "replenish.step.on_hand", data.TermInTransit: "replenish.step.in_transit", data.TermOnOrder: "replenish.step.on_order",
		data.TermReserved: "replenish.step.reserved", data.TermPresold: "replenish.step.presold", data.TermAvailable: "replenish.step.available", data.TermLine: "replenish.step.line",
		data.TermNeed: "replenish.step.need", data.TermMOQ: "replenish.step.moq", data.TermCartons: "replenish.step.cartons",
		data.TermProposed: "replenish.step.proposed",
	}
	sign := map[data.ReorderTerm]string{
		data.TermSeason: "+ ", data.TermSafety: "+ ", data.TermWanted: "= ", data.TermInTransit: "+ ", data.TermOnOrder: "+ ",
		data.TermReserved: "− ", data.TermPresold: "− ", data.TermAvailable: "= ", data.TermProposed: "= ",
	}
	word := s.host.T(words[one.Term], "Days", strconv.FormatInt(one.Days, 10), "Season", one.Season.In(s.host.Lang()),
		"Percent", one.Percent.String(), "Step", kit.Quantity(s.host, one.Step))
	strong := sign[one.Term] == "= "
	return s.sum(word, sign[one.Term]+kit.Quantity(s.host, one.Quantity), strong)
}

// money writes a value in the company's currency.
func (s *Screen) money(d decimal.Decimal) string {
	return s.host.Money(d, string(s.shown.home), s.shown.home.Decimals())
}

// worth says what so much is worth, or that nobody said what it cost.
func (s *Screen) worth(v data.StockValue, of data.Quantity) string {
	if !v.Known(of) {
		return s.host.T("stock.cost.unknown")
	}
	return s.money(v.Decimal())
}

// drawOver shows what is too much.
func (s *Screen) drawOver() {
	a := s.shown.row.alert
	where := s.host.T("report.warehouse.all")
	if a.Warehouse != nil {
		where = s.place(*a.Warehouse)
	}
	s.drawFigures([][2]string{
		{"replenish.where", where},
		{"replenish.step.on_hand", kit.Quantity(s.host, a.OnHand)},
		{"replenish.step.reserved", kit.Quantity(s.host, a.Reserved)},
		{"replenish.line", kit.Quantity(s.host, a.Line)},
		{"replenish.over", kit.Quantity(s.host, a.OnHand-a.Reserved-a.Line)},
	})
	s.drawClearing()
}

// drawLot shows a lot that expires.
func (s *Screen) drawLot() {
	l := s.shown.row.lot
	word, tone := s.left(l.Days)
	s.form.AddObject(kit.Whole, kit.Row(0, kit.NewChip(word, tone), kit.Spring()))
	s.drawFigures([][2]string{
		{"stock.expiry", s.host.Date(string(l.Level.Expiry))},
		{"stock.lot", l.Level.Lot},
		{"replenish.where", s.place(l.Level.Warehouse)},
		{"stock.quantity", kit.Quantity(s.host, l.Level.Quantity)},
		{"stock.value", s.worth(l.Value, l.Level.Quantity)},
	})
	s.drawClearing()
}

// drawIdle shows what doesn't sell.
func (s *Screen) drawIdle() {
	i, t := s.shown.row.idle, s.host.T
	last, lasts := t("replenish.never"), "–"
	if i.LastSold != "" {
		last = s.host.Date(string(i.LastSold))
	}
	if i.Lasts >= 0 {
		lasts = t("replenish.days", "Days", strconv.FormatInt(i.Lasts, 10))
	}
	s.drawFigures([][2]string{
		{"replenish.step.on_hand", kit.Quantity(s.host, i.OnHand)},
		{"stock.value", s.worth(i.Value, i.OnHand)},
		{"replenish.last_sold", last},
		{"replenish.sold", kit.Quantity(s.host, i.Sold)},
		{"replenish.lasts", lasts},
	})
	s.drawClearing()
}

// drawFigures shows figures under their words.
func (s *Screen) drawFigures(list [][2]string) {
	s.form.Section("replenish.figures")
	for _, one := range list {
		figure := kit.NewText(one[1]).Cut()
		figure.Bold = true
		s.form.AddObject(kit.Quarter, kit.Pile(2, kit.NewCaption(s.host.T(one[0])).Cut(), figure))
	}
}

// drawClearing offers what can be done about goods that should go.
func (s *Screen) drawClearing() {
	t, sku := s.host.T, s.shown.row.sku
	s.form.Section("replenish.todo")
	s.form.AddObject(kit.Whole, kit.Row(kit.Small,
		kit.NewButton(t("replenish.campaign"), nil, s.askCampaign),
		kit.NewButton(t("replenish.price"), nil, s.askPrice),
		kit.NewButton(t("stock.writeoff"), nil, func() { s.program.Act(sku, 0) }),
		kit.NewButton(t("stock.transfer"), nil, func() { s.program.Act(sku, 1) }),
		kit.NewButton(t("replenish.product"), nil, func() { s.program.Product(sku) }), kit.Spring()))
	s.form.AddObject(kit.Whole, kit.NewHint(t("replenish.clearing.hint")))
}

// drawCalendar shows what expires in which month, while no lot is chosen.
func (s *Screen) drawCalendar() {
	type months struct {
		list []data.ExpiryMonth
		home data.Currency
	}
	kit.Run(s.host, nil, func(ctx context.Context) (m months, err error) {
		if m.list, err = s.store.Stock.ExpiryCalendar(ctx, store.ExpiryQuery{}); err != nil {
			return m, err
		}
		c, err := s.store.Company.Get(ctx)
		m.home = c.Home()
		return m, err
	}, func(m months, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		if s.open || s.tab != expiryTab || len(m.list) == 0 {
			return
		}
		s.shown.home = m.home
		s.drawMonths(m.list)
	})
}

// drawMonths draws the calendar: a bar for each month, as long as what expires is worth.
func (s *Screen) drawMonths(list []data.ExpiryMonth) {
	s.form = kit.NewForm(s.host)
	s.form.Section("replenish.calendar")
	most := data.StockValue(1)
	for _, m := range list {
		most = max(most, m.Value)
	}
	this := string(s.host.Today())[:len("2006-01")]
	for _, m := range list {
		colour := theme.ColorNamePrimary
		if m.Month < this {
			colour = theme.ColorNameError
		}
		length := float32(m.Value) / float32(most)
		line := kit.Shares([]float32{length, 1 - length}, kit.Tall(8, kit.NewPanel(colour, 2)), kit.Tall(8, kit.NewPanel(theme.ColorNameBackground, 0)))
		lots, worth := s.host.T("replenish.lots", "Count", m.Lots), s.money(m.Value.Decimal())
		switch {
		case m.Unvalued == m.Lots:
			worth = s.host.T("stock.cost.unknown")
		case m.Unvalued > 0:
			lots += " · " + s.host.T("replenish.lots.unvalued", "Count", m.Unvalued)
		}
		s.form.AddObject(kit.Whole, kit.Pile(kit.Tight, kit.Row(kit.Medium, kit.Wide(96, kit.NewText(m.Month)),
			kit.NewCaption(lots).Cut(), kit.Wide(figureWidth, kit.NewText(worth).Right())), line))
	}
	s.record.Objects = []fyne.CanvasObject{s.form.Content}
	s.record.Refresh()
}
