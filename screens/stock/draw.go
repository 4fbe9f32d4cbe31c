package stock

import (
	"strconv"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"github.com/shopspring/decimal"
)

// Widths of the columns of the record's lists.
const (
	figureWidth float32 = 84
	dayWidth    float32 = 116
)

// draw draws the article shown.
func (s *Screen) draw() {
	s.form = kit.NewForm(s.host)
	s.drawPast()
	s.drawHead()
	if h := s.view.holding; h.Kept && s.view.on == "" || h.OnOrder > 0 || len(s.view.movements) > 0 {
		s.drawSums()
		s.form.AddObject(kit.Whole, kit.Row(kit.Small, kit.NewButton(s.host.T("stock.order_more"), nil, s.orderMore), kit.Spring()))
		s.drawPromises()
		s.drawLevels()
		s.drawKept()
		s.drawTransfers()
		s.drawMovements()
	} else if s.view.on != "" {
		s.form.AddObject(kit.Whole, kit.NewParagraph(s.host.T("stock.on.never")))
	} else {
		s.form.AddObject(kit.Whole, kit.NewParagraph(s.host.T("stock.never")))
		receive := kit.NewButton(s.host.T("stock.receive"), nil, s.askReceive)
		count := kit.NewButton(s.host.T("stock.count"), nil, s.askCount)
		s.form.AddObject(kit.Whole, kit.Row(kit.Small, receive, count, kit.Spring()))
	}
	s.record.Objects = []fyne.CanvasObject{s.form.Content}
	s.record.Refresh()
}

// drawHead says which article it is and what needs the merchant.
func (s *Screen) drawHead() {
	p := s.view.product
	s.form.AddObject(kit.Whole, kit.Pile(kit.Tight, kit.NewTitle(p.SKU).Cut(), kit.NewParagraph(p.Name.In(s.host.Lang()))))
	for _, a := range s.view.due {
		word, tone := s.state(a)
		s.form.AddObject(kit.Whole, kit.Pile(kit.Tight, kit.Row(0, kit.NewChip(word, tone), kit.Spring()), kit.NewParagraph(s.sentence(a))))
	}
}

// orderMore begins a purchase order of the article shown, from its supplier.
func (s *Screen) orderMore() {
	var lines []data.PurchaseLine
	for _, v := range s.view.product.Variants {
		if !v.Archived {
			lines = append(lines, data.PurchaseLine{VariantID: v.ID})
		}
	}
	s.program.Buy(s.view.product.SupplierID, lines)
}

// sentence says what is due, with the figures behind it and what to do.
func (s *Screen) sentence(a data.StockAlert) string {
	here, line := kit.Quantity(s.host, a.OnHand-a.Reserved), kit.Quantity(s.host, a.Line) // of what is too little nothing is said to be reserved
	switch {
	case a.Warehouse != nil && a.Step == data.TooLittle:
		return s.host.T("stock.due.short_at", "Here", here, "Line", line, "Place", s.place(*a.Warehouse))
	case a.Warehouse != nil && a.Step == data.TooMuch:
		return s.host.T("stock.due.over_at", "Here", here, "Line", line, "Place", s.place(*a.Warehouse))
	case a.Step == data.TooLittle:
		return s.host.T("stock.due.short", "Here", here, "Line", line)
	case a.Step == data.TooMuch:
		return s.host.T("stock.due.over", "Here", here, "Line", line)
	}
	args := []any{
		"Quantity", kit.Quantity(s.host, a.Lot.Quantity), "Place", s.lotted(a.Lot), "Date", s.host.Date(string(a.Lot.Expiry)),
		"Days", max(a.Days, -a.Days),
	}
	if a.Days < 0 {
		return s.host.T("stock.due.expired", args...)
	}
	return s.host.T("stock.due.expiring", args...)
}

// drawSums shows the sums.
func (s *Screen) drawSums() {
	s.form.Section("stock.sums")
	h := s.view.holding
	money := func(d decimal.Decimal) string {
		if !h.Value.Known(h.OnHand + h.InTransit) {
			return s.host.T("stock.cost.unknown")
		}
		return s.host.Money(d, string(s.view.home), s.view.home.Decimals())
	}
	for _, one := range [][2]string{
		{"stock.on_hand", kit.Quantity(s.host, h.OnHand)},
		{"stock.reserved", kit.Quantity(s.host, h.Reserved)},
		{"stock.available", kit.Quantity(s.host, h.Available())},
		{"stock.in_transit", kit.Quantity(s.host, h.InTransit)},
		{"stock.on_order", kit.Quantity(s.host, h.OnOrder)},
		{"stock.value", money(h.Value.Decimal())},
		{"stock.average", money(h.Value.Average(h.OnHand + h.InTransit).Decimal())},
		{"stock.unit", s.view.product.Unit.Name(s.host.Lang())},
	} {
		figure := kit.NewText(one[1]).Cut()
		figure.Bold = true
		s.form.AddObject(kit.Quarter, kit.Pile(2, kit.NewCaption(s.host.T(one[0])).Cut(), figure))
	}
}

// cell is a column of one width; figures stand at its right.
func cell(width float32, t *kit.Text) fyne.CanvasObject { return kit.Wide(width, t.Cut()) }

// head is the captions over a list: the first takes the room left.
func (s *Screen) head(first string, rest ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Row(kit.Medium, append([]fyne.CanvasObject{kit.NewCaption(s.host.T(first)).Cut()}, rest...)...)
}

func (s *Screen) caption(key string) *kit.Text { return kit.NewCaption(s.host.T(key)) }

// drawLevels shows what lies where, by lot.
func (s *Screen) drawLevels() {
	s.form.Section("stock.levels")
	list := kit.Pile(kit.Small, s.head("stock.warehouse", cell(dayWidth, s.caption("stock.expiry")), cell(figureWidth, s.caption("stock.quantity").Right())))
	for _, l := range s.view.levels {
		list.Add(kit.Row(kit.Medium, kit.NewText(s.lotted(l)).Cut(), cell(dayWidth, kit.NewText(s.day(l.Expiry))),
			cell(figureWidth, kit.NewText(kit.Quantity(s.host, l.Quantity)).Right())))
	}
	if len(s.view.levels) == 0 {
		list = kit.Pile(0, kit.NewHint(s.host.T("stock.levels.none")))
	}
	s.form.AddObject(kit.Whole, list)
}

// day writes a day for reading; nothing for an unknown one.
func (s *Screen) day(d data.Date) string {
	if d == "" {
		return ""
	}
	return s.host.Date(string(d))
}

// lotted names a warehouse and a lot in it; the SKU too where the article has several.
func (s *Screen) lotted(l data.Level) string {
	text := s.place(l.Warehouse)
	if l.Lot != "" {
		text = s.host.T("stock.lot.of", "Place", text, "Lot", l.Lot)
	}
	if len(s.view.product.Variants) > 1 && l.SKU != "" {
		text = l.SKU + " · " + text
	}
	return text
}

// place names a warehouse.
func (s *Screen) place(code string) string {
	switch code {
	case "":
		return s.host.T("stock.main")
	case data.InTransit:
		return s.host.T("stock.in_transit")
	}
	for _, w := range s.view.warehouses {
		if w.Code == code && w.Name.In(s.host.Lang()) != "" {
			return code + " " + w.Name.In(s.host.Lang())
		}
	}
	return code
}

// drawKept shows for whom goods are kept.
func (s *Screen) drawKept() {
	if len(s.view.kept) == 0 {
		return
	}
	s.form.Section("stock.kept")
	list := kit.Pile(kit.Tight)
	for _, r := range s.view.kept {
		order := kit.NewButton(r.OrderNo, nil, func() { s.program.Order(r.OrderNo) }).Quiet()
		words := s.host.T("stock.kept.line", "Line", strconv.Itoa(r.Line), "Place", s.place(r.Warehouse))
		free := kit.NewButton(s.host.T("stock.free"), nil, func() { s.free(r) })
		figure := cell(figureWidth, kit.NewText(kit.Quantity(s.host, r.Quantity)).Right())
		list.Add(kit.Pile(2, kit.Row(kit.Medium, order, kit.Spring(), figure, free), kit.Pad(0, kit.Small, kit.NewCaption(words).Cut())))
	}
	s.form.AddObject(kit.Whole, list)
}

// drawTransfers shows what is on the way.
func (s *Screen) drawTransfers() {
	if len(s.view.transfers) == 0 {
		return
	}
	s.form.Section("stock.transfers")
	list := kit.Pile(kit.Tight)
	for _, t := range s.view.transfers {
		way := kit.NewCaption(s.host.T("stock.transfer.way", "From", s.place(t.From), "To", s.place(t.To))).Cut()
		words := t.No
		if t.Expected != "" {
			words += " · " + s.host.T("stock.transfer.expected", "Date", s.host.Date(string(t.Expected)))
		}
		arrived := kit.NewButton(s.host.T("stock.arrived"), nil, func() { s.askArrived(t) })
		figure := cell(figureWidth, kit.NewText(kit.Quantity(s.host, s.openOf(t))).Right())
		list.Add(kit.Pile(2, kit.Row(kit.Medium, kit.NewText(words).Cut(), figure, arrived), way))
	}
	s.form.AddObject(kit.Whole, list)
}

// openOf returns how much of the article shown is still on the way with t.
func (s *Screen) openOf(t data.StockTransfer) (sum data.Quantity) {
	for _, l := range t.Lines {
		for _, v := range s.view.product.Variants {
			if l.VariantID == v.ID {
				sum += l.Open
			}
		}
	}
	return sum
}

// drawMovements shows why stock moved, the newest first.
func (s *Screen) drawMovements() {
	s.form.Section("stock.movements")
	list := kit.Pile(kit.Small)
	for _, m := range s.view.movements {
		what := kit.NewText(s.host.T("stock.movement", "Reason", s.reason(m), "Place", s.lotted(data.Level{SKU: m.SKU, Warehouse: m.Warehouse, Lot: m.Lot}))).Cut()
		facts := s.host.Date(m.At.Local().Format("2006-01-02")) + m.At.Local().Format(" 15:04")
		for _, more := range []string{m.Person, m.Document, m.Note} {
			if more != "" {
				facts += " · " + more
			}
		}
		sign := ""
		if m.Quantity > 0 {
			sign = "+"
		}
		figure := kit.NewText(sign + kit.Quantity(s.host, m.Quantity)).Right()
		row := kit.Pile(2, kit.Row(kit.Medium, what, cell(figureWidth, figure)), kit.NewCaption(facts).Cut())
		back := kit.Spring()
		if b := s.takeBack(m); b != nil {
			back = b
		}
		list.Add(kit.Frame(nil, nil, nil, kit.Row(0, kit.Pad(0, kit.Small, kit.Wide(backWidth, back))), row))
	}
	if s.view.more {
		more := kit.NewButton(s.host.T("stock.movements.more"), nil, func() {
			s.most += firstMovements
			s.again()
		})
		list.Add(kit.Row(0, more, kit.Spring()))
	}
	s.form.AddObject(kit.Whole, list)
}

// reason is why stock moved, in words.
func (s *Screen) reason(m data.Movement) string {
	t := s.host.T
	if m.Opening {
		return t("stock.reason.opening")
	}
	switch m.Reason {
	case data.Counted:
		return t("stock.reason.counted")
	case data.Received:
		return t("stock.reason.received")
	case data.Sent:
		return t("stock.reason.sent")
	case data.Returned:
		return t("stock.reason.returned")
	case data.WrittenOff:
		return t("stock.reason.written_off")
	case data.Transferred:
		return t("stock.reason.transferred")
	case data.Reversed:
		return t("stock.reason.reversed")
	}
	return string(m.Reason)
}
