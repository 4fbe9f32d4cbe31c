package products

import (
	"tradewind/data"
	"tradewind/screens/kit"
)

// level is one level of packing beside the carton: the unit, the inner box, the pallet.
type level struct {
	id   string
	box  func(*data.Packing) *data.Box
	mark func(*data.Packing) *data.Measure
	more []levelWeight
}

type levelWeight struct {
	id, label string
	of        func(*data.Packing) *data.Weight
}

var levels = []level{
	{
		"unit",
		func(p *data.Packing) *data.Box { return &p.UnitBox },
		func(p *data.Packing) *data.Measure { return &p.UnitMark },
		[]levelWeight{{"unit_gross", "product.unit_gross", func(p *data.Packing) *data.Weight { return &p.UnitGross }}},
	},
	{
		"inner",
		func(p *data.Packing) *data.Box { return &p.Inner },
		func(p *data.Packing) *data.Measure { return &p.InnerMark },
		[]levelWeight{
			{"inner_net", "product.inner_net", func(p *data.Packing) *data.Weight { return &p.InnerNet }},
			{"inner_gross", "product.inner_gross", func(p *data.Packing) *data.Weight { return &p.InnerGross }},
		},
	},
	{
		"pallet",
		func(p *data.Packing) *data.Box { return &p.Pallet.Size },
		func(p *data.Packing) *data.Measure { return &p.Pallet.Mark },
		[]levelWeight{
			{"pallet_tare", "product.pallet_tare", func(p *data.Packing) *data.Weight { return &p.Pallet.Tare }},
			{"pallet_gross", "product.pallet_gross", func(p *data.Packing) *data.Weight { return &p.Pallet.Gross }},
		},
	},
}

// levelLabels are the keys of the labels of a level's sides.
var levelLabels = map[string][3]string{
	"unit":   {"product.unit_length", "product.unit_width", "product.unit_height"},
	"inner":  {"product.inner_length", "product.inner_width", "product.inner_height"},
	"pallet": {"product.pallet_length", "product.pallet_width", "product.pallet_height"},
}

// levelMarks are the keys of the labels that ask where a level's figures come from.
var levelMarks = map[string]string{
	"unit": "product.unit_mark", "inner": "product.inner_mark", "pallet": "product.pallet_mark", "carton": "product.carton_mark",
}

// buildLevels adds the fields of all levels but the carton, and the marks of all. Each level begins a row of its own.
func (e *editor) buildLevels() {
	e.marks = map[string]*kit.Picker[data.Measure]{}
	e.addMark("carton")
	for _, l := range levels {
		for i, side := range []string{"_length", "_width", "_height"} {
			e.form.Add(kit.Field{ID: l.id + side, Label: levelLabels[l.id][i], Unit: "cm", Span: kit.Third})
		}
		if l.id == "unit" { // the net weight of a unit stands in the product itself
			e.form.Add(kit.Field{ID: "unit_net_kg", Label: "screen.product.unit_net", Unit: "kg", Span: kit.Third})
		}
		for _, w := range l.more {
			e.form.Add(kit.Field{ID: w.id, Label: w.label, Unit: "kg", Span: kit.Third})
		}
		e.addMark(l.id)
	}
	e.form.Add(
		kit.Field{ID: "pallet_per_layer", Label: "product.pallet_per_layer", Span: kit.Third},
		kit.Field{ID: "pallet_layers", Label: "product.pallet_layers", Span: kit.Third},
	)
}

// addMark adds the field that says whether a level's figures were measured.
func (e *editor) addMark(id string) {
	t := e.host.T
	mark := kit.NewPicker(e.host, []kit.Option[data.Measure]{
		{Name: t("product.mark.unsaid")}, {Value: data.Measured, Name: t("product.mark.measured")}, {Value: data.Estimated, Name: t("product.mark.estimated")},
	})
	mark.OnChanged = func() { e.form.Edited(id + "_mark") }
	e.marks[id] = mark
	e.form.Add(kit.Field{ID: id + "_mark", Label: levelMarks[id], Span: kit.Third, Control: mark})
}

// showMark fills such a field.
func (e *editor) showMark(id string, m data.Measure) {
	name := map[data.Measure]string{"": "product.mark.unsaid", data.Measured: "product.mark.measured", data.Estimated: "product.mark.estimated"}[m]
	e.marks[id].Set(kit.Option[data.Measure]{Value: m, Name: e.host.T(name)})
}

// showLevels fills the fields of the levels.
func (e *editor) showLevels(p data.Packing) {
	e.showMark("carton", p.CartonMark)
	e.form.Set("pallet_per_layer", kit.Count(p.Pallet.PerLayer))
	e.form.Set("pallet_layers", kit.Count(p.Pallet.Layers))
	for _, l := range levels {
		box := l.box(&p)
		e.form.Set(l.id+"_length", kit.Figure(box.Length))
		e.form.Set(l.id+"_width", kit.Figure(box.Width))
		e.form.Set(l.id+"_height", kit.Figure(box.Height))
		for _, w := range l.more {
			e.form.Set(w.id, kit.Figure(*w.of(&p)))
		}
		e.showMark(l.id, *l.mark(&p))
	}
}

// readLevels puts what the fields say into p.
func (e *editor) readLevels(p *data.Packing, bad *data.Problems) {
	f := e.form
	p.CartonMark = e.marks["carton"].Value()
	p.Pallet.PerLayer, p.Pallet.Layers = e.wholeField("pallet_per_layer", bad), e.wholeField("pallet_layers", bad)
	for _, l := range levels {
		side := func(name string) data.Length {
			return kit.ReadNumber(f.Entry(l.id+name), l.id+name, data.ParseCentimetres, bad)
		}
		*l.box(p) = data.Box{Length: side("_length"), Width: side("_width"), Height: side("_height")}
		for _, w := range l.more {
			*w.of(p) = kit.ReadNumber(f.Entry(w.id), w.id, data.ParseKilograms, bad)
		}
		*l.mark(p) = e.marks[l.id].Value()
	}
}

// wholeField reads a whole number; an empty field is zero.
func (e *editor) wholeField(id string, bad *data.Problems) int64 {
	q := kit.ReadNumber(e.form.Entry(id), id, data.ParseQuantity, bad)
	if q%1000 != 0 {
		bad.Add(id, "screen.problem.number")
	}
	return int64(q) / 1000
}
