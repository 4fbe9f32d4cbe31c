package counts

import (
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"github.com/shopspring/decimal"
)

// draw draws the stock-take shown.
func (s *Screen) draw() {
	s.lines.show(s.view.rows, s.view.take.State == data.TakeOpen)
	s.record.Objects = []fyne.CanvasObject{kit.Frame(kit.Frame(nil, kit.Hairline(), nil, nil, kit.Pad(kit.Medium, kit.Large, kit.Pile(kit.Small, s.head(), s.lines.entering))),
		nil, nil, nil, s.lines.table.Content)}
	s.record.Refresh()
	s.enable()
}

// head says which stock-take it is and how far it has come.
func (s *Screen) head() fyne.CanvasObject {
	t := s.view.take
	word, tone := s.state(t.State)
	facts := s.host.T("count.facts", "Place", s.place(t.Warehouse), "Date", s.host.Date(string(t.Date)), "Scope", document.ScopeWord(s.words(), t.Scope))
	if t.Note != "" {
		facts += " · " + t.Note
	}
	s.lines.progress.SetText(s.progress(s.view.sum))
	return kit.Pile(kit.Tight, kit.Row(kit.Small, kit.NewTitle(t.No).Cut(), s.lines.progress, kit.NewChip(word, tone)), kit.NewCaption(facts).Cut())
}

// progress says how much is counted and what differs.
func (s *Screen) progress(sum data.StockTakeSum) string {
	return s.host.T("count.progress", "Counted", sum.Counted, "Lines", sum.Lines, "Differences", sum.Differences)
}

// place names a warehouse.
func (s *Screen) place(code string) string {
	if code == "" {
		return s.host.T("stock.main")
	}
	for _, w := range s.view.warehouses {
		if name := w.Name.In(s.host.Lang()); w.Code == code && name != "" {
			return code + " " + name
		}
	}
	return code
}

// money writes a value in the company's currency.
func (s *Screen) money(v data.StockValue) string {
	return strings.Replace(s.host.Money(v.Decimal(), string(s.view.home), s.view.home.Decimals()), "-", "−", 1) // as quantities have it
}

// signed writes a quantity with its sign.
func (s *Screen) signed(q data.Quantity) string {
	return signOf(q.Decimal()) + kit.Quantity(s.host, max(q, -q))
}

func signOf(d decimal.Decimal) string {
	switch d.Sign() {
	case 1:
		return "+"
	case -1:
		return "−"
	}
	return ""
}
