package stock

import (
	"context"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// askReceive books goods that came in.
func (s *Screen) askReceive() {
	m, t := s.newMoving(), s.host.T
	m.form.Add(
		kit.Field{ID: "quantity", Label: "stock.quantity", Unit: s.host.UnitWord(s.view.product.Unit), Span: kit.Half},
		kit.Field{ID: "cost", Label: "stock.cost", Unit: string(s.view.home), Span: kit.Half},
	)
	m.addWarehouse("warehouse", "stock.warehouse")
	m.where.Set(s.warehouses()[0])
	m.form.Add(kit.Field{ID: "document", Label: "stock.document", Span: kit.Half})
	m.addLot()
	a := s.ask(t("stock.receive.title", "SKU", s.view.product.SKU), t("stock.receive"), m.form, func(bad *data.Problems) work {
		move := data.Movement{
			SKU: m.sku.Value(), Quantity: m.positive(bad), Warehouse: m.where.Value(), Lot: m.form.Text("lot"),
			Expiry: m.expiry.Read("expiry", bad), Reason: data.Received, Document: m.form.Text("document"),
			Cost: kit.ReadOptional(m.form.Entry("cost"), "cost", data.ParseUnitPrice, bad),
		}
		if move.Cost != nil && *move.Cost < 0 {
			bad.Add("cost", "problem.negative")
		}
		return func(ctx context.Context) error { return s.store.Stock.Move(ctx, []data.Movement{move}) }
	}, t("stock.received", "SKU", s.view.product.SKU))
	a.keys("quantity", "cost", "document", "lot", "expiry")
}

// askCount posts a counted level.
func (s *Screen) askCount() {
	m, t := s.newMoving(), s.host.T
	m.form.Add(kit.Field{ID: "quantity", Label: "stock.counted", Unit: s.host.UnitWord(s.view.product.Unit), Span: kit.Half})
	m.addWarehouse("warehouse", "stock.warehouse")
	m.where.Set(s.warehouses()[0])
	m.addLot()
	m.form.Add(kit.Field{ID: "document", Label: "stock.document", Span: kit.Whole})
	m.form.AddObject(kit.Whole, kit.NewHint(t("stock.count.hint")))
	a := s.ask(t("stock.count.title", "SKU", s.view.product.SKU), t("stock.count"), m.form, func(bad *data.Problems) work {
		before := len(*bad)
		q := kit.ReadOptional(m.form.Entry("quantity"), "quantity", data.ParseQuantity, bad)
		switch {
		case len(*bad) > before:
		case q == nil:
			bad.Add("quantity", "problem.required")
		case *q < 0:
			bad.Add("quantity", "problem.negative")
		}
		level := data.Level{SKU: m.sku.Value(), Warehouse: m.where.Value(), Lot: m.form.Text("lot"), Expiry: m.expiry.Read("expiry", bad)}
		document := m.form.Text("document")
		return func(ctx context.Context) error {
			level.Quantity = *q
			return s.store.Stock.Count(ctx, []data.Level{level}, document)
		}
	}, t("stock.count.done", "SKU", s.view.product.SKU))
	a.keys("quantity", "lot", "expiry", "document")
}

// askWriteOff books goods that are gone.
func (s *Screen) askWriteOff() {
	m, t := s.newMoving(), s.host.T
	m.form.Add(kit.Field{ID: "quantity", Label: "stock.quantity", Unit: s.host.UnitWord(s.view.product.Unit), Span: kit.Half})
	m.form.Add(kit.Field{ID: "document", Label: "stock.why", Span: kit.Half})
	m.addLeaving()
	a := s.ask(t("stock.writeoff.title", "SKU", s.view.product.SKU), t("stock.writeoff"), m.form, func(bad *data.Problems) work {
		from := m.lot.Value()
		move := data.Movement{
			SKU: m.sku.Value(), Quantity: -m.positive(bad), Warehouse: from.Warehouse, Lot: from.Lot, Expiry: from.Expiry,
			Reason: data.WrittenOff, Document: m.form.Text("document"),
		}
		return func(ctx context.Context) error { return s.store.Stock.Move(ctx, []data.Movement{move}) }
	}, t("stock.writeoff.done", "SKU", s.view.product.SKU))
	a.keys("quantity", "document")
}

// askArrived books what arrived of a transfer: every line that is still on the way, the article shown or not.
func (s *Screen) askArrived(sent data.StockTransfer) {
	t, form := s.host.T, kit.NewPart(s.host)
	var lines []data.StockTransferLine
	var ids []string
	for _, l := range sent.Lines {
		if l.Open == 0 {
			continue
		}
		id := "line" + strconv.Itoa(len(lines)+1)
		title := kit.NewText(arriving(l)).Cut()
		form.AddObject(kit.Half, kit.Pile(2, kit.NewCaption(t("stock.transfer.open", "Quantity", kit.Quantity(s.host, l.Open))), title))
		form.Add(kit.Field{ID: id, Label: "stock.arrived.quantity", Span: kit.Half})
		form.Set(id, l.Open.String())
		lines, ids = append(lines, l), append(ids, id)
	}
	s.rest = kit.NewChecks([]bool{true}, []string{t("stock.arrived.rest")})
	form.AddObject(kit.Whole, s.rest.Content)
	a := s.ask(t("stock.arrived.title", "No", sent.No, "To", s.place(sent.To)), t("stock.arrived"), form, func(bad *data.Problems) work {
		var got []data.StockTransferLine
		for i, l := range lines {
			l.Quantity = kit.ReadNumber(form.Entry(ids[i]), ids[i], data.ParseQuantity, bad)
			if l.Quantity < 0 {
				bad.Add(ids[i], "problem.negative")
			}
			got = append(got, l)
		}
		done := len(s.rest.Chosen()) > 0
		return func(ctx context.Context) error {
			_, err := s.store.Stock.Arrive(ctx, sent.No, got, done)
			return err
		}
	}, t("stock.arrived.done", "No", sent.No))
	a.field = func(name string) string {
		row, _, _ := strings.Cut(name, ".")
		if _, err := strconv.Atoi(row); err == nil {
			return "line" + row
		}
		return name
	}
	a.keys(ids...)
}

// arriving names what is on the way.
func arriving(l data.StockTransferLine) string {
	text := l.SKU
	if l.Lot != "" {
		text += " · " + l.Lot
	}
	if l.Expiry != "" {
		text += " · " + string(l.Expiry)
	}
	return text
}
