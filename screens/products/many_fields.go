package products

import (
	"slices"
	"strconv"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// manyLabels are the words for the fields that are changed in many products.
var manyLabels = map[string]string{
	"category": "screen.product.category", "brand": "screen.product.brand", "model": "screen.product.model", "composition": "screen.product.composition",
	"unit": "screen.product.unit", "price": "many.price", "currency": "many.currency", "selling_prices": "many.selling_prices",
	"cost": "screen.product.cost", "cost_currency": "many.cost_currency", "moq": "screen.product.moq", "lead_time": "screen.product.lead_time",
	"safety_stock": "screen.product.safety_stock", "max_stock": "screen.product.max_stock", "supplier": "screen.product.supplier",
	"lead_days": "product.own_lead_days", "supplier_moq": "product.own_moq", "carton_multiple": "product.own_multiple",
	"hs_code": "screen.product.hs_code", "hs_edition": "screen.product.hs_edition", "origin": "screen.product.origin",
	"vat_percent": "product.vat", "refund_percent": "product.refund", "rates_from": "many.rates_from",
	"pcs_per_inner": "screen.product.pcs_per_inner", "pcs_per_carton": "screen.product.pcs_per_carton", "package_kind": "screen.product.package_kind",
	"carton_length_cm": "many.carton_length", "carton_width_cm": "many.carton_width", "carton_height_cm": "many.carton_height",
	"carton_net_kg": "many.carton_net", "carton_gross_kg": "many.carton_gross", "carton_measured": "product.carton_mark",
	"unit_net_kg": "many.unit_net", "unit_gross_kg": "many.unit_gross", "dangerous_goods": "many.dangerous",
	"un_number": "product.danger.un", "danger_class": "product.danger.class", "packing_group": "product.danger.group", "shipping_name": "product.danger.name",
	"battery": "product.battery", "watt_hours": "product.battery.watt_hours", "un383_report": "product.battery.report",
	"notes": "many.notes", "archived": "many.archived",
}

// kindOf says what a field holds.
func kindOf(name string) data.EditKind {
	for _, f := range data.EditFields() {
		if f.Name == name {
			return f.Kind
		}
	}
	return data.EditText
}

// manyOptions are the values of fields that are chosen from a list; nil for others.
func manyOptions(host *kit.Host, kind data.EditKind) []kit.Option[string] {
	t := host.T
	switch kind {
	case data.EditUnit:
		return plainOptions(kit.Units(host))
	case data.EditCountry:
		return plainOptions(kit.Countries(host))
	case data.EditCurrency:
		return plainOptions(kit.Currencies(host))
	case data.EditPackage:
		return plainOptions(kit.PackageKinds(host))
	case data.EditMeasure:
		return []kit.Option[string]{
			{Value: string(data.Measured), Name: t("product.mark.measured")}, {Value: string(data.Estimated), Name: t("product.mark.estimated")},
		}
	case data.EditBattery:
		var options []kit.Option[string]
		for _, k := range data.BatteryKinds() {
			options = append(options, kit.Option[string]{Value: string(k), Name: t(batteryWords[k])})
		}
		return options
	case data.EditYes:
		return []kit.Option[string]{{Value: "true", Name: t("many.yes")}, {Value: "false", Name: t("many.no")}}
	}
	return nil
}

// plainOptions are options whose values are their texts.
func plainOptions[T ~string](of []kit.Option[T]) []kit.Option[string] {
	options := make([]kit.Option[string], len(of))
	for i, o := range of {
		options[i] = kit.Option[string]{Value: string(o.Value), Code: o.Code, Name: o.Name, Also: o.Also}
		if o.Name == "" {
			options[i].Name = o.Code
		}
	}
	return options
}

// manyRow is one field with the value it gets.
type manyRow struct {
	host  *kit.Host
	field *kit.Picker[int]
	value *fyne.Container // one of these:
	entry *kit.Entry
	pick  *kit.Picker[string]
	empty *kit.Checks[int]
}

// add adds a row to the question.
func (m *many) add() {
	host := m.screen.host
	at := strconv.Itoa(len(m.rows) + 1)
	var options []kit.Option[int]
	for i, f := range data.EditFields() {
		options = append(options, kit.Option[int]{Value: i, Name: host.T(manyLabels[f.Name]), Also: []string{f.Name}})
	}
	r := &manyRow{
		host: host, field: kit.NewPicker(host, options), entry: kit.NewEntry(), value: container.NewStack(),
		empty: kit.NewChecks([]int{1}, []string{host.T("many.clear")}),
	}
	r.field.Set(options[min(len(m.rows), len(options)-1)])
	r.field.OnChanged = func() {
		r.offer(m.screen)
		m.form.Relayout()
		m.form.Edited("field" + at)
		if q := host.Question(); q != nil {
			q.Refit()
		}
	}
	r.entry.OnChanged = func(string) { m.form.Edited("value" + at) }
	r.entry.OnKey = func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyEscape && host.Question() != nil {
			host.Question().Escape()
		}
		return key.Name == fyne.KeyEscape
	}
	r.empty.OnChanged = func() { m.form.Edited("value" + at) }
	m.form.Add(
		kit.Field{ID: "field" + at, Label: "product.many.field", Span: kit.Half, Control: r.field},
		kit.Field{ID: "value" + at, Label: "product.many.value", Span: kit.Half, Control: kit.Pile(0, r.value, r.empty.Content)},
	)
	m.rows = append(m.rows, r)
	r.offer(m.screen)
}

// chosen is the field that the row is about.
func (r *manyRow) chosen() data.EditField { return data.EditFields()[r.field.Value()] }

// offer shows the control that fits the field.
func (r *manyRow) offer(s *Screen) {
	f := r.chosen()
	options := manyOptions(r.host, f.Kind)
	r.pick = nil
	r.entry.SetText("")
	r.entry.SetPlaceHolder("")
	switch {
	case f.Kind == data.EditPartner:
		r.pick = supplierCodes(r.host, s.store)
	case options != nil:
		r.pick = kit.NewPicker(r.host, options)
	case f.Kind == data.EditPrice:
		r.entry.SetPlaceHolder(r.host.T("many.price.hint"))
	case f.Kind == data.EditPercent:
		r.entry.SetPlaceHolder(r.host.T("many.percent.hint"))
	}
	if r.pick != nil && f.Kind == data.EditUnit {
		r.pick.Free = func(text string) (kit.Option[string], bool) {
			return kit.Option[string]{Value: text, Name: text}, text != ""
		}
	}
	r.entry.Enable()
	r.value.Objects = []fyne.CanvasObject{r.entry}
	if r.pick != nil {
		r.value.Objects = []fyne.CanvasObject{r.pick}
	}
	r.empty.Set(nil)
	if f.Kind == data.EditNothing {
		r.entry.Disable()
		r.empty.Set([]int{1})
	}
	r.empty.Content.Hidden = f.Needed
	r.value.Refresh()
}

// read returns the value; false when there is none, or a day that can't be read.
func (r *manyRow) read() (string, bool) {
	f, text := r.chosen(), r.entry.Plain()
	if r.pick != nil {
		text = r.pick.Value()
	}
	if slices.Contains(r.empty.Chosen(), 1) {
		return "", text == ""
	}
	switch f.Kind {
	case data.EditNumber, data.EditPrice, data.EditPercent:
		text = kit.PlainNumber(text)
	case data.EditDay:
		day, ok := kit.ParseDay(text, r.host.Today())
		if text = string(day); !ok {
			return r.entry.Plain(), false
		}
	}
	return text, text != ""
}
