package stock

import (
	"slices"

	"tradewind/data"
	"tradewind/screens/kit"
)

// moving is the fields of one movement of the article shown.
type moving struct {
	screen *Screen
	form   *kit.Form
	sku    *kit.Picker[string]
	where  *kit.Picker[string]
	lot    *kit.Picker[data.Level]
	expiry *kit.DateEntry
}

func (s *Screen) newMoving() *moving {
	m := &moving{screen: s, form: kit.NewPart(s.host)}
	m.sku = kit.NewPicker(s.host, s.skus())
	m.sku.Set(s.skus()[0])
	m.sku.OnChanged = func() { m.form.Edited("sku") }
	if len(s.skus()) > 1 {
		m.form.Add(kit.Field{ID: "sku", Label: "screen.product.sku", Span: kit.Whole, Control: m.sku})
	}
	s.moving = m
	return m
}

// skus are the variants of the article shown.
func (s *Screen) skus() (options []kit.Option[string]) {
	for _, v := range s.view.product.Variants {
		if !v.Archived || len(s.view.product.Variants) == 1 {
			options = append(options, kit.Option[string]{Value: v.SKU, Code: v.SKU})
		}
	}
	return options
}

// addWarehouse adds a field for a warehouse; one that isn't known yet is taken as typed.
func (m *moving) addWarehouse(id, label string) {
	m.where = kit.NewPicker(m.screen.host, m.screen.warehouses())
	m.where.Free = func(text string) (kit.Option[string], bool) {
		return kit.Option[string]{Value: text, Code: text}, text != "" && text != data.InTransit
	}
	m.where.OnChanged = func() { m.form.Edited(id) }
	m.form.Add(kit.Field{ID: id, Label: label, Span: kit.Half, Control: m.where})
}

// warehouses are the main warehouse, those with a record, and those where the article lies.
func (s *Screen) warehouses() []kit.Option[string] {
	options, seen := []kit.Option[string]{{Name: s.place("")}}, map[string]bool{"": true, data.InTransit: true}
	add := func(code, name string) {
		if !seen[code] {
			options = append(options, kit.Option[string]{Value: code, Code: code, Name: name})
		}
		seen[code] = true
	}
	for _, w := range s.view.warehouses {
		add(w.Code, w.Name.In(s.host.Lang()))
	}
	for _, l := range s.view.levels {
		add(l.Warehouse, "")
	}
	return options
}

// addLot adds the fields for a new or known lot.
func (m *moving) addLot() {
	m.expiry = m.form.NewDate("expiry")
	m.form.Add(
		kit.Field{ID: "lot", Label: "stock.lot", Span: kit.Half},
		kit.Field{ID: "expiry", Label: "stock.expiry", Span: kit.Half, Control: m.expiry},
	)
}

// addLeaving adds the field for where goods leave: a warehouse, or one lot in it.
func (m *moving) addLeaving() {
	s := m.screen
	options := s.leaving()
	m.lot = kit.NewPicker(s.host, options)
	m.lot.Set(options[0])
	m.lot.OnChanged = func() {
		m.form.Edited("from")
		if sku := m.lot.Value().SKU; sku != "" {
			m.sku.Set(kit.Option[string]{Value: sku, Code: sku})
		}
	}
	m.form.Add(kit.Field{ID: "from", Label: "stock.from", Span: kit.Whole, Control: m.lot})
}

// leaving are the places goods can leave: each warehouse as a whole, of which the first to expire leave first, then
// each lot. Without any it is the main warehouse.
func (s *Screen) leaving() (options []kit.Option[data.Level]) {
	seen := map[string]bool{data.InTransit: true}
	var lots []kit.Option[data.Level]
	for _, l := range s.view.levels {
		if !seen[l.Warehouse] {
			options = append(options, kit.Option[data.Level]{Value: data.Level{Warehouse: l.Warehouse}, Name: s.place(l.Warehouse)})
		}
		seen[l.Warehouse] = true
	}
	levels := slices.Clone(s.view.levels)
	data.FirstExpired(levels, s.host.Today()) // what expires first is proposed first
	for _, l := range levels {
		if l.Warehouse != data.InTransit && (l.Lot != "" || l.Expiry != "") {
			name := s.lotted(l)
			if l.Expiry != "" {
				name += " · " + s.host.Date(string(l.Expiry))
			}
			lots = append(lots, kit.Option[data.Level]{Value: l, Name: name + " · " + kit.Quantity(s.host, l.Quantity)})
		}
	}
	if options = append(options, lots...); len(options) == 0 {
		options = append(options, kit.Option[data.Level]{Name: s.place("")})
	}
	return options
}

// positive reads a quantity that must be more than zero.
func (m *moving) positive(bad *data.Problems) data.Quantity {
	before := len(*bad)
	q := kit.ReadNumber(m.form.Entry("quantity"), "quantity", data.ParseQuantity, bad)
	if q <= 0 && len(*bad) == before {
		bad.Add("quantity", "problem.not_positive")
	}
	return q
}
