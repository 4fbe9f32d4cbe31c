package stock

import (
	"context"

	"tradewind/data"
	"tradewind/screens/kit"
)

// backWidth is the room that every row has for the button, so that figures stand below each other.
const backWidth float32 = 104

// takeBack is the button that takes a movement back; nil where there is nothing to take back alone.
func (s *Screen) takeBack(m data.Movement) *kit.Button {
	switch {
	case s.on != "" || !m.TakenBackAlone():
		return nil
	case m.Taken:
		b := kit.NewButton(s.host.T("stock.back.done"), nil, func() {})
		b.Disable()
		return b
	}
	return kit.NewButton(s.host.T("stock.back"), nil, func() { s.askBack(m) })
}

// askBack asks why a movement is taken back, and says what will be booked.
func (s *Screen) askBack(m data.Movement) {
	t, form := s.host.T, kit.NewPart(s.host)
	sign := ""
	if m.Quantity < 0 {
		sign = "+"
	}
	day := s.host.Date(m.At.Local().Format("2006-01-02")) + m.At.Local().Format(" 15:04")
	form.AddObject(kit.Whole, kit.NewParagraph(t("stock.back.text", "Reason", s.reason(m), "When", day,
		"Quantity", sign+kit.Quantity(s.host, -m.Quantity), "Place", s.lotted(data.Level{SKU: m.SKU, Warehouse: m.Warehouse, Lot: m.Lot}))))
	form.Add(kit.Field{ID: "note", Label: "stock.back.why", Span: kit.Whole})
	a := s.ask(t("stock.back.title", "SKU", m.SKU), t("stock.back"), form, func(*data.Problems) work {
		note := form.Text("note")
		return func(ctx context.Context) error { return s.store.Stock.TakeBack(ctx, m.UUID, note) }
	}, t("stock.back.booked", "SKU", m.SKU))
	a.field = func(string) string { return "note" } // there is no other
	a.keys("note")
}
