package orders

import (
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"github.com/shopspring/decimal"
)

// sums shows what the order comes to: in full beside the extras, and in one line that always stands below the form.
type sums struct {
	content *fyne.Container
	strip   *fyne.Container

	host   *kit.Host
	total  *kit.Text
	room   *kit.Text // cartons, volume, container
	weight *kit.Text
	gaps   *kit.Paragraph
}

func newSums(host *kit.Host) *sums {
	s := &sums{host: host, content: kit.Pile(kit.Tight), total: kit.NewTitle(""), gaps: kit.NewHint("")}
	s.room, s.weight = kit.NewCaption("").Cut().Right(), kit.NewCaption("").Cut().Right()
	beside := container.New(layout.NewCustomPaddedVBoxLayout(0), kit.Spring(), s.room, s.weight, kit.Spring())
	s.strip = kit.Frame(nil, nil, s.total, nil, kit.Tall(36, container.New(layout.NewCustomPaddedLayout(0, 0, kit.Large, 0), beside)))
	return s
}

// unknown says that the figures don't fit.
func (s *sums) unknown() {
	s.total.SetText("—")
	s.room.SetText(s.host.T("order.sums.too_large"))
	s.weight.Hide()
	s.strip.Refresh()
}

func (s *sums) show(p document.Paper) {
	t := p.Totals
	s.total.SetText(s.money(t.Total))
	room, weight := s.rooms(t), s.weights(t)
	s.room.SetText(strings.Join(room, " · "))
	s.weight.SetText(strings.Join(weight, " · "))
	s.weight.Hidden = len(weight) == 0
	s.content.RemoveAll()
	s.row("order.sum.goods", t.Goods, true)
	s.row("order.discount", data.Money{Minor: -t.Discount.Minor, Currency: t.Discount.Currency}, t.Discount.Minor != 0)
	s.row("order.freight", t.Freight, t.Freight.Minor != 0)
	s.row("order.insurance", t.Insurance, t.Insurance.Minor != 0)
	for _, c := range p.Charges {
		name := kit.NewText(c.Name).Cut() // merchants name charges at any length; the amount stays whole
		name.Colour = kit.ColorMuted
		s.content.Add(kit.Row(kit.Medium, name, kit.NewText(s.money(c.Amount)).Right()))
	}
	s.content.Add(kit.Hairline())
	s.line(s.host.T("order.sum.total"), s.money(t.Total), true)
	for _, q := range t.Quantities {
		s.line(s.host.T("order.sum.quantity"), strings.TrimSpace(kit.Quantity(s.host, q.Quantity)+" "+string(q.Unit)), false)
	}
	s.line(s.host.T("order.sum.packing"), strings.Join(room, " · "), false)
	if len(weight) > 0 {
		s.line(s.host.T("order.sum.weight"), strings.Join(weight, " · "), false)
	}
	if len(t.Incomplete) > 0 {
		s.gaps.SetText(s.host.T("order.sum.incomplete"))
		s.content.Add(s.gaps)
	}
	s.content.Refresh()
	s.strip.Refresh()
}

func (s *sums) money(m data.Money) string {
	return string(m.Currency) + " " + s.host.Number(m.Decimal(), m.Currency.Decimals())
}

func (s *sums) row(key string, m data.Money, there bool) {
	if there {
		s.line(s.host.T(key), s.money(m), false)
	}
}

func (s *sums) line(label, figure string, strong bool) {
	name, value := kit.NewText(label), kit.NewText(figure).Cut().Right()
	name.Colour = kit.ColorMuted
	name.Bold, value.Bold = strong, strong
	s.content.Add(kit.Row(kit.Medium, name, value))
}

// rooms are cartons, volume and how full a container gets.
func (s *sums) rooms(t document.Totals) []string {
	if t.Cartons == 0 && len(t.Incomplete) > 0 {
		return []string{s.host.T("order.figure.unpacked")}
	}
	m := []string{cartons(s.host, t.Cartons)}
	if !t.Volume.IsZero() {
		m = append(m, s.host.Number(t.Volume, 3)+" m³")
	}
	if fill := s.fill(t); fill != "" {
		m = append(m, fill)
	}
	return m
}

// weights are net and gross, as far as they are known.
func (s *sums) weights(t document.Totals) (m []string) {
	if t.Net > 0 {
		m = append(m, s.host.T("order.figure.net", "Weight", s.host.Number(t.Net.Kilograms(), 2)))
	}
	if t.Gross > 0 {
		m = append(m, s.host.T("order.figure.gross", "Weight", s.host.Number(t.Gross.Kilograms(), 2)))
	}
	return m
}

// cartons is how many they are.
func cartons(host *kit.Host, n int64) string {
	return host.T("order.figure.cartons", "Count", n, "Shown", host.Number(decimal.NewFromInt(n), 0))
}

// fill says how full the smallest container that takes the goods gets, by volume or weight, whichever binds.
func (s *sums) fill(t document.Totals) string {
	if t.Volume.IsZero() {
		return ""
	}
	var last data.ContainerType
	var share decimal.Decimal
	for _, c := range data.ContainerTypes()[:3] { // 20GP, 40GP, 40HQ: those that are easy to get
		last, share = c, decimal.Max(t.Volume.Div(c.Usable), t.Gross.Kilograms().Div(c.Payload))
		if share.LessThanOrEqual(decimal.NewFromInt(1)) {
			return s.host.T("order.figure.fill", "Percent", share.Shift(2).Round(0).String(), "Type", c.Type)
		}
	}
	return s.host.T("order.figure.containers", "Number", share.Ceil().String(), "Type", last.Type)
}
