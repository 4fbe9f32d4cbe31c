package products

import (
	"tradewind/data"
	"tradewind/screens/kit"
)

// buildDanger adds what carriers ask of dangerous goods and batteries.
func (e *editor) buildDanger() {
	f := e.form
	e.battery = kit.NewPicker(e.host, e.batteries())
	e.battery.OnChanged = func() { f.Edited("battery") }
	f.Add(
		kit.Field{ID: "dangerous_goods.un", Label: "product.danger.un", Span: kit.Quarter},
		kit.Field{ID: "dangerous_goods.class", Label: "product.danger.class", Span: kit.Quarter},
		kit.Field{ID: "dangerous_goods.packing_group", Label: "product.danger.group", Span: kit.Quarter},
		kit.Field{ID: "dangerous_goods.name", Label: "product.danger.name", Span: kit.Quarter},
		kit.Field{ID: "battery", Label: "product.battery", Span: kit.Half, Control: e.battery},
		kit.Field{ID: "battery.watt_hours", Label: "product.battery.watt_hours", Unit: "Wh", Span: kit.Quarter},
		kit.Field{ID: "battery.count", Label: "product.battery.count", Span: kit.Quarter},
		kit.Field{ID: "battery.lithium_kg", Label: "product.battery.lithium", Unit: "g", Span: kit.Quarter},
		kit.Field{ID: "battery.un383_report", Label: "product.battery.report", Span: kit.Quarter},
	)
}

// batteries are the kinds a picker offers.
func (e *editor) batteries() []kit.Option[data.BatteryKind] {
	options := []kit.Option[data.BatteryKind]{{Name: e.host.T("product.battery.unsaid")}}
	for _, k := range data.BatteryKinds() {
		options = append(options, kit.Option[data.BatteryKind]{Value: k, Name: e.host.T(batteryWords[k])})
	}
	return options
}

var batteryWords = map[data.BatteryKind]string{
	data.NoBattery: "product.battery.none", data.IonAlone: "product.battery.ion_alone", data.IonWith: "product.battery.ion_with",
	data.IonIn: "product.battery.ion_in", data.MetalAlone: "product.battery.metal_alone", data.MetalWith: "product.battery.metal_with",
	data.MetalIn: "product.battery.metal_in", data.OtherBattery: "product.battery.other",
}

func (e *editor) showDanger(p data.Product) {
	f := e.form
	f.Set("dangerous_goods.un", p.Danger.UN)
	f.Set("dangerous_goods.class", p.Danger.Class)
	f.Set("dangerous_goods.packing_group", p.Danger.PackingGroup)
	f.Set("dangerous_goods.name", p.Danger.Name)
	kit.SetIn(e.battery, e.batteries(), p.Battery.Kind)
	f.Set("battery.watt_hours", kit.Figure(p.Battery.WattHours))
	f.Set("battery.count", kit.Count(p.Battery.Count))
	f.Set("battery.lithium_kg", "")
	if p.Battery.Lithium != 0 { // in grams, as test reports have it
		f.Set("battery.lithium_kg", p.Battery.Lithium.Grams().String())
	}
	f.Set("battery.un383_report", p.Battery.Tested)
}

// unNumber is a UN number as records have it; what is none stays, and is complained of.
func unNumber(text string) string {
	if number, ok := data.ParseUN(text); ok {
		return number
	}
	return text
}

func (e *editor) readDanger(p *data.Product, bad *data.Problems) {
	f := e.form
	p.Danger = data.Danger{
		UN: unNumber(f.Text("dangerous_goods.un")), Class: f.Text("dangerous_goods.class"),
		PackingGroup: f.Text("dangerous_goods.packing_group"), Name: f.Text("dangerous_goods.name"),
	}
	p.Battery.Kind = e.battery.Value()
	p.Battery.WattHours = kit.ReadNumber(f.Entry("battery.watt_hours"), "battery.watt_hours", data.ParseQuantity, bad)
	p.Battery.Count = e.wholeField("battery.count", bad)
	p.Battery.Lithium = kit.ReadNumber(f.Entry("battery.lithium_kg"), "battery.lithium_kg", data.ParseGrams, bad)
	p.Battery.Tested = f.Text("battery.un383_report")
}

// customsFields are the three parts of the customs description in the languages of papers.
var customsFields = []struct {
	id, label, lang string
	of              func(*data.CustomsParts) *string
}{
	{"customs_parts.en.what", "product.customs.what_en", "en", func(c *data.CustomsParts) *string { return &c.What }},
	{"customs_parts.en.of", "product.customs.of_en", "en", func(c *data.CustomsParts) *string { return &c.Material }},
	{"customs_parts.en.for", "product.customs.for_en", "en", func(c *data.CustomsParts) *string { return &c.Use }},
	{"customs_parts.zh.what", "product.customs.what_zh", "zh", func(c *data.CustomsParts) *string { return &c.What }},
	{"customs_parts.zh.of", "product.customs.of_zh", "zh", func(c *data.CustomsParts) *string { return &c.Material }},
	{"customs_parts.zh.for", "product.customs.for_zh", "zh", func(c *data.CustomsParts) *string { return &c.Use }},
}

// buildCustomsParts adds what it is, of what and for what, from which papers compose the description.
func (e *editor) buildCustomsParts() {
	for _, one := range customsFields {
		e.form.Add(kit.Field{ID: one.id, Label: one.label, Span: kit.Third})
	}
	e.composed = kit.NewHint("")
	e.form.AddObject(kit.Whole, e.composed)
}

func (e *editor) showCustomsParts(p data.Product) {
	for _, one := range customsFields {
		parts := p.CustomsParts[one.lang]
		e.form.Set(one.id, *one.of(&parts))
	}
}

func (e *editor) readCustomsParts(p *data.Product) {
	texts := map[string]data.CustomsParts{}
	for lang, parts := range p.CustomsParts {
		texts[lang] = parts
	}
	for _, one := range customsFields {
		parts := texts[one.lang]
		*one.of(&parts) = e.form.Text(one.id)
		texts[one.lang] = parts
	}
	for lang, parts := range texts {
		if parts == (data.CustomsParts{}) {
			delete(texts, lang)
		}
	}
	if p.CustomsParts = texts; len(texts) == 0 {
		p.CustomsParts = nil
	}
}

// compose shows what papers make of the parts.
func (e *editor) compose() {
	var p data.Product
	e.readCustomsParts(&p)
	text := ""
	for _, lang := range []string{"en", "zh"} {
		if one := p.CustomsParts[lang].Text(lang); one != "" {
			text += one + "\n"
		}
	}
	e.composed.Hidden = text == ""
	if text != "" {
		text = text[:len(text)-1]
	}
	e.composed.SetText(text)
}
